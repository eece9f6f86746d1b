from dataclasses import replace

import pytest

from quiz.articles.article import Block
from quiz.articles.reader import article_of_text
from quiz.authoring.topic import mentions, neighbours, shortened, topic_of, without_answer
from tests.authoring.made import article


def test_the_topic_is_the_title_and_the_date() -> None:
    assert topic_of(article()) == "Bois\u00a0: la scierie du Morvan double sa production (12 avril 2023)"
    assert topic_of(article(date="2023-04")).endswith("(avril 2023)")
    assert topic_of(article(date=None)) == "Bois\u00a0: la scierie du Morvan double sa production"


def test_a_date_the_title_tells_is_not_said_twice() -> None:
    assert topic_of(article(title="Grève des trains : le 12 avril 2023")).count("2023") == 1


def test_a_long_title_is_cut_at_a_word_and_never_after_an_article() -> None:
    long = "La scierie du Morvan annonce une hausse de sa production de planches de chêne pour la première fois"
    short = shortened(long, 60)
    assert len(short) <= 61
    assert short.endswith("…")
    assert short[:-1].split()[-1] not in ("de", "la", "le", "pour", "sa")


def test_an_article_without_a_title_takes_its_first_heading_or_sentence() -> None:
    text = "Le bois manque\n\nLes scieries du Morvan cherchent du chêne. Il n'y en a plus."
    home = article(text, title=None, date=None)
    headed = replace(home, blocks=(Block(0, 14, "heading"), Block(16, len(text), "prose")))
    assert topic_of(headed, 20) == "Le bois manque"
    plain = replace(home, blocks=(Block(16, len(text), "prose"),))
    assert topic_of(plain, 20).startswith("Les scieries du Morvan")


def test_a_title_with_the_answer_gives_way_to_a_heading() -> None:
    text = "Un métier qui change\n\nOdile Ferrand a vendu du chêne."
    home = article(text, title="Odile Ferrand", date=None)
    home = replace(home, blocks=(Block(0, 20, "heading"), Block(22, len(text), "prose")))
    assert topic_of(home, 25, "Odile Ferrand") == "Un métier qui change"
    assert topic_of(home, 25, "Lise Aubert") == "Odile Ferrand"


def test_a_title_leaves_the_answer_out_and_what_tells_its_gender() -> None:
    home = article("Odile Ferrand a vendu du chêne.", title="Bois en Bourgogne : la scieuse Odile Ferrand vend tout")
    assert topic_of(home, 0, "Odile Ferrand").startswith("Bois en Bourgogne\u00a0: la scieuse […] vend tout")
    elided = article(
        "Odile Ferrand part.", title="Bois en Bourgogne : la démission d'Odile Ferrand attendue", date=None
    )
    assert topic_of(elided, 0, "Odile Ferrand") == "Bois en Bourgogne\u00a0: la démission […] attendue"
    king = article("Le roi part.", title="Liège : le corps d'Otto IV reste en Suisse", date=None)
    assert topic_of(king, 0, "Otto IV") == "Liège\u00a0: le corps […] reste en Suisse"
    body = article("La Commission agit.", title="Pêche : la Commission européenne, saisie, sanctionne Lens", date=None)
    assert topic_of(body, 0, "Commission européenne") == "Pêche\u00a0: […], saisie, sanctionne Lens"


@pytest.mark.parametrize(
    ("title", "answer", "line"),
    [
        ("La députée Jo Sow blessée à Metz", "Jo Sow", "La députée […] blessée à Metz"),
        ("Awa Sow annonce son départ", "A. Sow", "[…] annonce son départ"),
        ("Bois : Brumelle Systèmes rachète Volute", "Brumelle", "Bois : […] rachète Volute"),
        ("Bois : Lise Aubert remplace Awa Sow", "Awa Sow", "Bois : Lise Aubert remplace […]"),
    ],
)
def test_no_half_of_a_name_stays_in_the_title(title: str, answer: str, line: str) -> None:
    assert without_answer(title, answer) == line


def test_a_title_that_is_all_answer_gives_way() -> None:
    home = article("Odile Ferrand part.", title="Portrait : Odile Ferrand", date=None)
    assert topic_of(home, 0, "Odile Ferrand") == "Portrait\u00a0: […]"
    alone = article("Odile Ferrand part.", title="Odile Ferrand", date=None)
    assert "[…]" not in topic_of(alone, 0, "Odile Ferrand")


def test_mentions_a_surname_or_the_name_of_a_company() -> None:
    assert mentions("Ferrand ne craint rien", "Odile Ferrand")
    assert mentions("Boivent : de nouveaux jeux", "Boivent Corporation")
    assert not mentions("La scierie double", "Odile Ferrand")
    assert not mentions("Odile Aubert double", "Odile Ferrand"), "another Odile"
    assert not mentions("Le parti écologiste gagne", "Parti paysan"), "many are parties"


def test_neighbours_are_verbatim() -> None:
    home = article()
    start = home.text.index("Selon l'enquête")
    end = home.text.index("le pin.") + len("le pin.")
    before, after = neighbours(home, start, end)
    assert before == "La scierie Bois du Morvan a vendu 340 toises de chêne en 2022."
    assert after in home.text
    assert after.startswith("« Nous n'avons jamais")


def test_an_item_of_a_list_is_read_in_with_its_lead_in_alone() -> None:
    items = "- Il roule à 40 km/h\n- Il coûte 3 euros"
    home = article_of_text(f"Titre du jour\n\nLe tram de Lens est là.\n\n{items}\n\nLa ville attend la suite.")
    for item in ("Il roule à 40 km/h", "Il coûte 3 euros"):
        start = home.text.index(item)
        assert neighbours(home, start, start + len(item)) == ("Le tram de Lens est là.", "")
    start = home.text.index("La ville")
    assert neighbours(home, start, len(home.text.rstrip()))[0] == "Il coûte 3 euros"


def test_initials_give_a_body_away() -> None:
    home = article("Le service ouvre.", title="Le SFB accueille Ada Morin", date=None)
    assert mentions("Le SFB accueille Ada Morin", "Service forestier bourguignon")
    assert topic_of(home, 0, "Service forestier bourguignon") == "[…] accueille Ada Morin"
    assert not mentions("Le CHU accueille Ada Morin", "Service forestier bourguignon")


@pytest.mark.parametrize(
    ("title", "answer", "told"),
    [
        ("Vaugris : convocation d'ambassadeurs de l'UE", "Union européenne", True),
        ("Hawija : défaite de Daech", "État islamique", True),
        ("Le budget est rejeté par la CE", "Commission européenne", True),
        ("Le vol AM 12 a disparu", "Ada Morin", False),
        ("France : la scierie ferme", "Bois France", False),
        ("Morin ferme la scierie", "Ada Morin", True),
    ],
)
def test_a_body_is_told_by_its_letters_or_its_other_name(title: str, answer: str, told: bool) -> None:
    assert mentions(title, answer) is told
    assert told is ("[…]" in (without_answer(title, answer) or ""))


def test_a_number_of_two_words_does_not_tell_one_of_them() -> None:
    title = "Panne : les dix-huit heures du courant coupé"
    assert without_answer(title, "dix") == title
    assert without_answer(title, "dix-huit") == "Panne : […] heures du courant coupé"
    assert mentions("Jean-Luc Roux élu", "Luc Roux")


def test_a_cut_leaves_no_relative_begun() -> None:
    long = "Chronologie : de la panne au retour du courant, les dix-huit heures qui ont plongé la Vallonie dans le noir"
    assert shortened(long, 90) == "Chronologie : de la panne au retour du courant, les dix-huit heures…"
