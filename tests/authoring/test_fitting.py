"""Wrong choices that a reader of the article could believe, and those it excludes."""

from dataclasses import replace

import pytest

from quiz.authoring.akin import believable
from quiz.authoring.distractors import choices_for
from quiz.authoring.fitting import asks_of_power, fits, may_act, nation_above, posts, told_above
from quiz.authoring.lands import abroad, elsewhere
from quiz.authoring.pool import Pool
from quiz.deck import Bilingual
from quiz.facts.event import Event
from quiz.facts.fact import Frame
from tests.authoring.made import article, asking, sentence, span, specification

NEWS = (
    "L'archevêque de Vaugris Luc Morin a parlé. Paul Roux, porte-parole du ministère, aussi. Jean Petit a été arrêté. "
    "L'archevêque de Morlac, Marc Leroy, viendra. La directrice de Volute, Ada Blanc, et la présidente de Brumelle, "
    "Lise Noir, se taisent. Le président américain Max Gris attend. Le président mexicain Pedro Vert répond. "
    "Vaugris HB bat Morlac HB."
)


def test_the_posts_a_text_gives_somebody() -> None:
    assert posts("Luc Morin", NEWS) == {"archevêque"}
    assert posts("Paul Roux", NEWS) == {"porte-parole"}
    assert posts("Jean Petit", NEWS) == set()


@pytest.mark.parametrize(
    ("noun", "choice", "may"),
    [
        ("archevêque", "Paul Roux", False),
        ("archevêque", "Jean Petit", False),
        ("archevêque", "Marc Leroy", True),
        ("directeur", "Lise Noir", True),
        ("directeur", "Max Gris", False),
    ],
)
def test_who_is_known_by_another_post_holds_none(noun: str, choice: str, may: bool) -> None:
    home = article(NEWS)
    fact = specification(home, "Luc Morin", "Luc Morin", "rôle", frame=Frame("role", verb=noun))
    candidate, _ = asking(
        "Qui était le responsable ?",
        "Luc Morin",
        home,
        fact=fact,
        construction="role-holder",
        distractor_type="person:m",
    )
    assert fits(candidate, choice, NEWS, None) is may


@pytest.mark.parametrize(("choice", "may"), [("OM", False), ("Or", False), ("Morlac HB", True)])
def test_clubs_are_those_the_article_names(choice: str, may: bool) -> None:
    candidate, _ = asking("Quel club a gagné ?", "Vaugris HB", distractor_type="organisation:club/OM")
    assert fits(candidate, choice, NEWS, None) is may


@pytest.mark.parametrize(
    ("key", "choice", "may"),
    [
        ("3 mars", "12 mars", False),
        ("3 mars", "27 février", True),
        ("3 mars 2017", "3 mars 2016", False),
        ("9 mars", "12 mars", True),
        ("9 mars", "2 mars", False),
    ],
)
def test_a_wrong_day_lies_on_the_right_one_s_side_of_the_article(key: str, choice: str, may: bool) -> None:
    candidate, _ = asking("Quel jour la grève a-t-elle commencé ?", key, distractor_type="date")
    assert fits(candidate, choice, "", "2017-03-06") is may
    assert fits(replace(candidate, distractor_type="quantity:date"), choice, "", "2017-03-06") is may


def test_a_name_spelled_otherwise_is_no_wrong_choice() -> None:
    candidate, _ = asking("Qui a gagné ?", "Luis Javier Roux", distractor_type="person:m")
    assert not fits(candidate, "Luís Javier Rous", "", None)
    assert fits(candidate, "Luis Petit", "", None)


def test_a_day_early_in_january_has_wrong_days_before_the_article() -> None:
    home = article("Le pont de Vaugris a fermé le 20 janvier.", date="2016-01-24")
    fact = replace(specification(home, "20 janvier", "pont de Vaugris", "fermeture"), quantity=None)
    candidate, _ = asking(
        "Quel jour le pont a-t-il fermé ?", "20 janvier", home, fact=fact, form="choice", distractor_type="date"
    )
    pool = Pool()
    pool.add_article(home, [fact], [candidate])
    choices = choices_for(replace(candidate, answer=Bilingual("20 janvier")), pool)
    assert len(choices) == 3
    assert all(choice.fr.endswith("janvier") and int(choice.fr.split()[0]) <= 24 for choice in choices)


def test_what_a_head_of_state_did_is_done_by_no_spokesman_nor_by_another_country_s() -> None:
    assert not may_act("Max Gris", "Paul Roux", NEWS)
    assert not may_act("Max Gris", "Pedro Vert", NEWS)
    assert may_act("Max Gris", "Jean Bleu", NEWS + " Le président américain Jean Bleu était parti.")
    assert may_act("Luc Morin", "Paul Roux", NEWS)


@pytest.mark.parametrize(
    ("beside", "may"), [("L'épreuve messieurs revient à Luc Morin.", False), ("Luc Morin rit.", True)]
)
def test_who_won_another_category_is_no_wrong_choice(beside: str, may: bool) -> None:
    home = article(f"L'épreuve dames revient à Ada Roux. {beside}")
    fact = Event(
        evidence=sentence(home, "Ada Roux"), answer=span(home, "Ada Roux"), rule="test", confidence=0.9,
        slot="by", value="Ada Roux", value_kind="person", entity="", frame=Frame(), others=("Luc Morin",),
    )  # fmt: skip
    question = "Par qui l'épreuve dames est-elle remportée ?"
    candidate, _ = asking(question, "Ada Roux", home, fact=fact, construction="event-by", distractor_type="person")
    assert fits(candidate, "Luc Morin", home.text, None) is may


def test_a_singer_did_not_do_what_a_minister_did_nor_a_president_what_a_passer_by_did() -> None:
    news = "Le ministre Luc Morin, le chanteur Jean Vert et le sénateur Marc Gris. Le président malien Paul Roux."
    assert not may_act("Luc Morin", "Jean Vert", news)
    assert may_act("Luc Morin", "Marc Gris", news)
    assert not may_act("Omar Ba", "Paul Roux", news + " Omar Ba passait.")


@pytest.mark.parametrize(("choice", "may"), [("Luc Morin", True), ("Jean Vert", False)])
def test_people_of_other_articles_are_no_wrong_choices_for_an_event(choice: str, may: bool) -> None:
    home = article("Ada Roux a ouvert le pont. Luc Morin rit.")
    fact = Event(
        evidence=sentence(home, "Ada Roux"), answer=span(home, "Ada Roux"), rule="test", confidence=0.9,
        slot="agent", value="Ada Roux", value_kind="person", entity="", frame=Frame(), others=("Luc Morin",),
    )  # fmt: skip
    candidate, _ = asking("Qui a ouvert le pont ?", "Ada Roux", home, fact=fact, distractor_type="person")
    assert fits(candidate, choice, home.text + " Jean Vert chante.", None) is may


@pytest.mark.parametrize(
    ("key", "choice", "may"),
    [
        ("Mali", "Finlande", False),
        ("Turquie", "Finlande", False),
        ("Turquie", "Irak", True),
        ("Mali", "Sénégal", True),
        ("États-Unis", "Russie", True),
        ("Mali", "Pérou", True),
    ],
)
def test_a_country_has_its_neighbours_or_those_of_the_article_beside_it(key: str, choice: str, may: bool) -> None:
    home = article("Le Mali a signé. Le Pérou attend.")
    fact = Event(
        evidence=sentence(home, "Mali"), answer=span(home, "Mali"), rule="test", confidence=0.9,
        slot="agent", value=key, value_kind="country", entity="", frame=Frame(),
    )  # fmt: skip
    candidate, _ = asking("Quel pays a signé ?", key, home, fact=fact, distractor_type="country")
    assert fits(candidate, choice, home.text, None) is may


@pytest.mark.parametrize(("choice", "may"), [("du 16 au 18 mai", True), ("du 25 au 22 mai", False), ("12 mai", False)])
def test_a_span_of_days_has_spans_as_long_beside_it(choice: str, may: bool) -> None:
    candidate, _ = asking("À quelles dates ?", "du 9 au 11 mai", distractor_type="date")
    assert fits(candidate, choice, "", None) is may


def test_a_place_that_the_event_s_article_does_not_offer_is_no_wrong_choice() -> None:
    home = article("La pluie a noyé Manosque.")
    fact = Event(
        evidence=sentence(home, "Manosque"), answer=span(home, "Manosque"), rule="test", confidence=0.9,
        slot="place", value="Manosque", value_kind="place", entity="", frame=Frame(), others=("Gap",),
    )  # fmt: skip
    candidate, _ = asking("Dans quelle ville ?", "Manosque", home, fact=fact, distractor_type="place:ville")
    assert fits(candidate, "Gap", home.text, None)
    assert not fits(candidate, "Saint-Lazare", home.text, None)


@pytest.mark.parametrize(("choice", "may"), [("Paul Roux", False), ("Ada Fabre", True), ("Luc Petit", False)])
def test_a_minister_has_neither_done_what_a_foreign_one_nor_what_a_barrister_did(choice: str, may: bool) -> None:
    text = (
        "La ministre Odile Ferrand a fermé le port. Le président américain Paul Roux attend. "
        "La ministre française Ada Fabre reste. L'avocat Luc Petit plaide."
    )
    assert may_act("Odile Ferrand", choice, text) is may


@pytest.mark.parametrize(("choice", "may"), [("janvier", True), ("mai", False)])
def test_a_month_of_this_year_lies_behind(choice: str, may: bool) -> None:
    candidate, _ = asking("En quel mois de 2017 a-t-il plu ?", "février", distractor_type="date")
    assert fits(candidate, choice, "", "2017-03-04") is may


def test_the_president_is_no_choice_for_what_a_clerk_did() -> None:
    text = "Ada Morin a classé les lettres du président Paul Roux. Luc Petit les a lues."
    assert not may_act("Ada Morin", "Paul Roux", text)
    assert may_act("Ada Morin", "Luc Petit", text)


SUMMIT = (
    "Le président Max Gris a réuni ses ministres. La députée Ada Roux est la favorite. Tom Roux, son mari, chante. "
    "Le sénateur Luc Noir s'est retiré. Le ministre Jean Vert reste. Le ministre Paul Bleu est mort hier."
)


@pytest.mark.parametrize(
    ("key", "name", "may"),
    [
        ("Luc Noir", "Jean Vert", True),
        ("Luc Noir", "Tom Roux", False),
        ("Luc Noir", "Ada Roux", False),
        ("Luc Noir", "Paul Bleu", False),
        ("Max Gris", "Jean Vert", False),
        ("Jean Vert", "Max Gris", False),
    ],
)
def test_nobody_believes_a_statement_on_the_dead_a_namesake_or_a_minister_in_the_president_s_place(
    key: str, name: str, may: bool
) -> None:
    assert believable(key, name, SUMMIT) is may


def test_no_ruler_is_offered_for_the_president_of_a_guild() -> None:
    text = "Le président Max Gris se tait. Le président de la Confédération des quais, Luc Morin, et le président du "
    text += "Syndicat des ports, Marc Leroy, parlent. « Enfin », dit le président Luc Morin."
    home = article(text)
    fact = specification(
        home, "Luc Morin", "Luc Morin", "rôle", frame=Frame("role", verb="président", rest="de la Confédération")
    )
    candidate, _ = asking(
        "Qui était le président ?", "Luc Morin", home, fact=fact, construction="role-holder", distractor_type="person:m"
    )
    assert not fits(candidate, "Max Gris", text, None)
    assert fits(candidate, "Marc Leroy", text, None)


def test_no_minister_stands_where_somebody_demands_of_those_in_power() -> None:
    text = "Le collectif de Luc Roy demande une taxe. Le ministre Paul Morin refuse."
    candidate, _ = asking("Qui demande une taxe sur le kérosène ?", "Luc Roy", distractor_type="person:m")
    assert asks_of_power(candidate, "Paul Morin", text, "2018-12-20")
    assert not asks_of_power(candidate, "Jean Fall", text, "2018-12-20")


def test_a_town_of_another_land_than_the_title_s_lends_no_towns() -> None:
    assert elsewhere("Saint-Louis", "États-Unis : un loup est né")
    assert not elsewhere("Beyrouth", "France : un ministre en voyage")


def test_a_title_that_tells_of_both_gives_one_away() -> None:
    candidate, _ = asking("Qui a démissionné ?", "Paul Morin", distractor_type="person:m")
    assert told_above(candidate, "Luc Roy", "Volmont : Luc Roy remplace Paul Morin\n\nIl est maire.")
    assert not told_above(candidate, "Luc Roy", "Volmont : Luc Roy et Paul Morin qualifiés\n\nIls restent.")
    assert not told_above(candidate, "Jean Fall", "Volmont : Luc Roy remplace Paul Morin\n\nIl est maire.")


@pytest.mark.parametrize(
    ("key", "choice", "may"),
    [("1941", "1913", False), ("1941", "1962", False), ("1941", "1948", True), ("2023", "2025", False),
     ("2023", "2022", True), ("2027", "2023", False), ("1971", "1941", False)],
)  # fmt: skip
def test_a_wrong_year_is_neither_far_nor_before_a_birth_nor_one_that_is_not_over(
    key: str, choice: str, may: bool
) -> None:
    text = "Mort d'Ada Morin\n\nNée à Oran le 19 février 1925, Ada Morin a fondé un hôpital."
    asked, _ = asking("En quelle année Ada Morin a-t-elle fondé un hôpital ?", key, distractor_type="date")
    assert fits(asked, choice, text, "2025-03-11") is may


def test_nobody_told_of_by_another_nation_stands_under_a_title_that_tells_one() -> None:
    text = "Ada Morin, première finaliste française\n\nLa Kényane Awa Kip et la Normande Ada Morin ont couru."
    assert nation_above("Ada Morin", "Awa Kip", text)
    assert not nation_above("Ada Morin", "Luce Petit", text)


def test_a_town_of_another_land_than_the_title_tells_is_no_wrong_choice() -> None:
    assert abroad("Hanoï", "Indonésie : le port rouvre")
    assert not abroad("Marseille", "France : le port rouvre")
    assert not abroad("Hanoï", "Le port rouvre")
