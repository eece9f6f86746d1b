from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.akin import gone
from quiz.authoring.distractors import choices_for
from quiz.authoring.pool import Pool
from quiz.authoring.quote_choices import could_speak, has_won, other_voices
from quiz.authoring.write import proposals
from quiz.facts.extract import extract

SAID = "« Nous ne vendrons pas un seul de nos quais aux promoteurs », a déclaré Paul Morin, le directeur du port."


def choices(more: str) -> set[str]:
    """What one short article offers for who said it, nothing where the question is only typed."""
    article = article_of_text(f"Brest : le port refuse de vendre ses quais (3 mai 2021)\n\n{SAID} {more}\n")
    facts = extract(article)
    asked = [made for fact in facts for made in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, asked)
    (one,) = (made for made in asked if made.construction == "who-said" and made.form == "choice")
    return {choice.fr for choice in choices_for(one, pool)}


def test_who_holds_a_post_in_the_article_is_offered_beside_who_speaks() -> None:
    assert choices("Le maire de Brest, Jacques Leroy, et le préfet Henri Dumas regrettent ce refus.") == {
        "Paul Morin",
        "Jacques Leroy",
        "Henri Dumas",
    }


def test_who_has_a_part_in_the_matter_is_offered_after_them() -> None:
    told = "Jacques Leroy veut y bâtir. Henri Dumas refuse. Le projet de Leroy attend, Dumas a renoncé."
    assert choices(told) == {"Paul Morin", "Jacques Leroy", "Henri Dumas"}
    assert choices("Jacques Leroy était un bâtisseur. Henri Dumas refuse. Leroy voulait ce port, Dumas aussi.") == set()
    assert choices("L'affaire Jacques Leroy dure. Le procès Leroy aussi. Henri Dumas est venu.") == set()


def voices(words: str) -> set[str]:
    """What is offered for who said some words, beside two women who speak in the article as well."""
    told = "« Les quais sont à tous les marins de Brest », a dit Anne Leroy. "
    told += "« Le port vaut bien plus de douze millions d'euros », a dit "
    article = article_of_text(f"Brest : le port\n\n« {words} », a déclaré Paul Morin. {told}Awa Dumas.\n")
    facts = extract(article)
    made = [candidate for fact in facts for candidate in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, made)
    (one,) = (c for c in made if c.construction == "who-said" and c.form == "choice" and c.answer.fr == "Paul Morin")
    return {choice.fr for choice in choices_for(one, pool)}


def test_those_of_the_other_sex_fill_up_where_no_word_tells() -> None:
    assert voices("Nous ne vendrons pas un seul de nos quais") == {"Paul Morin", "Anne Leroy", "Awa Dumas"}
    assert voices("Je suis heureux de garder tous nos quais") == set()


def test_a_body_that_many_name_has_others_of_its_sort_beside_it() -> None:
    article = article_of_text(
        "Brest : le port\n\n« Nous ne vendrons pas un seul de nos quais aux promoteurs », a déclaré la CGT.\n"
    )
    facts = extract(article)
    asked = [made for fact in facts for made in proposals(fact, article)]
    (one,) = (made for made in asked if made.construction == "who-said" and made.form == "choice")
    assert "CFDT" in {choice.fr for choice in choices_for(one, Pool())}


def test_names_in_passing_are_no_choice() -> None:
    assert choices("Il habite rue Jacques Leroy. Le suspect, Henri Dumas, est en prison.") == set()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jacques Leroy", "La foule a salué la mémoire de Jacques Leroy."),
        ("Jacques Leroy", "La fusillade de la rue Jacques Leroy a duré une heure."),
        ("Jacques Leroy", "Elle a fait un stage chez Jacques Leroy."),
        ("Jacques Leroy", "Le terroriste Jacques Leroy a fui."),
        ("Jacques Leroy", "Le chanteur Jacques Leroy a ri. Le ministre Paul Morin aussi."),
        ("Jacques Leroy", "La police annonce l'arrestation d'un homme, identifié comme Jacques Leroy."),
        ("Jacques Leroy", "Il fut ministre sous Jacques Leroy."),
        ("Jacques Leroy", "Le prêtre Jacques Leroy, 85 ans, a été égorgé dans son église."),
        ("Jacques Leroy", "Elle fut ministre puis chargée du budget du président Jacques Leroy."),
        ("Jacques Leroy", "Le suicide de Jacques Leroy a ému la ville."),
        ("Leroy", "Leroy a ri."),
        ("Jacques Leroy", "Le président russe Jacques Leroy a ri. Paul Morin aussi."),
    ],
)
def test_the_dead_and_those_of_another_field_could_not_have_spoken(name: str, text: str) -> None:
    assert not could_speak("Paul Morin", name, text)


def test_a_president_says_nothing_of_the_president() -> None:
    article = article_of_text(
        "Brest : le port refuse de vendre ses quais (3 mai 2021)\n\n« Le président dresse les villes contre les "
        "campagnes du pays », a déclaré Paul Morin, le maire de Brest. Le président français Jacques Leroy et le "
        "préfet Henri Dumas se taisent.\n"
    )
    facts = extract(article)
    asked = [made for fact in facts for made in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, asked)
    (one,) = (made for made in asked if made.construction == "who-said" and made.form == "choice")
    assert choices_for(one, pool) == ()  # one other name is left


def test_a_minister_could_have_said_what_a_mayor_did() -> None:
    assert could_speak("Paul Morin", "Jacques Leroy", "Le maire Jacques Leroy a ri. Le ministre Paul Morin aussi.")


def test_speakers_of_another_article_of_the_same_matter_are_offered_unless_their_field_is_another() -> None:
    names = "À Brest, la compagnie Armor Lines et le chantier Kerlouan saluent le ministre Yves Cadiou."
    texts = [
        f"Brest : le port refuse de vendre (3 mai 2021)\n\n{SAID} {names}\n",
        f"Brest : le port cherche de l'argent (4 mai 2021)\n\n« Les quais valent bien douze millions d'euros », a "
        f"déclaré Jacques Leroy. « Nos bateaux resteront à Brest cet été », a dit Henri Dumas. {names}\n",
    ]
    articles = [article_of_text(text) for text in texts]
    pool, asked = Pool(), []
    for article in articles:
        facts = extract(article)
        made = [candidate for fact in facts for candidate in proposals(fact, article)]
        pool.add_article(article, facts, made)
        asked += made
    (one,) = (c for c in asked if c.construction == "who-said" and c.form == "choice" and c.answer.fr == "Paul Morin")
    assert {choice.fr for choice in choices_for(one, pool)} == {"Paul Morin", "Jacques Leroy", "Henri Dumas"}


def test_whoever_is_mourned_is_not_offered_as_who_praises_him() -> None:
    told = "Il a dit sa peine au décès du prix Armor de médecine Jacques Leroy. Le préfet Henri Dumas se tait. Le "
    told += "docteur Jacques Leroy aimait ce port. Le maire est Luc Cadiou."
    assert "Jacques Leroy" not in choices(told)
    assert gone("Jacques Leroy", told)
    assert gone("Luc Roy", "Luc Roy, 75 ans, est mort hier à Brest.")
    assert gone("Luc Roy", "La ville rend hommage à l'ancien ministre Luc Roy.")
    assert not gone("Luc Roy", "La mort d'un marin émeut Luc Roy.")
    assert not gone("Luc Roy", "La mort du marin bouleverse Luc Roy.")


def test_an_adverb_hides_no_agreement() -> None:
    assert voices("Je suis profondément heureux de garder nos quais") == set()


def beside(
    other: str,
    *,
    far: bool = False,
    title: str = "Armor Lines : le port cherche de l'argent",
    all_names: bool = True,
) -> set[str]:
    """What is offered for who said the words of a mayor, where only another article names people beside him."""
    names = "À Brest, la compagnie Armor Lines et le chantier Kerlouan saluent Yves Cadiou."
    said = "« Nous ne vendrons pas un seul de nos quais aux promoteurs », a déclaré le maire Paul Morin."
    home = replace(article_of_text(f"Armor Lines : le port refuse\n\n{said} {names}\n"), id="a", date="2021-05-03")
    next_door = article_of_text(f"{title}\n\n{other} {names if all_names else names.partition(' et le')[0]}\n")
    next_door = replace(next_door, id="b", date="2018-05-04" if far else "2021-05-04")
    pool, asked = Pool(), []
    for article in (home, next_door):
        facts = extract(article)
        made = [candidate for fact in facts for candidate in proposals(fact, article)]
        pool.add_article(article, facts, made)
        asked += made
    (one,) = (c for c in asked if c.construction == "who-said" and c.form == "choice" and c.answer.fr == "Paul Morin")
    return {choice.fr for choice in choices_for(one, pool)}


OTHER = "« Les quais valent bien douze millions d'euros », a déclaré {} Jacques Leroy. « Nos bateaux resteront à Brest "
OTHER += "cet été », a dit {} Henri Dumas."


def test_people_of_another_article_are_offered_where_both_are_of_one_matter_and_time_and_the_people_of_one_sort() -> (
    None
):
    politicians = OTHER.format("le ministre", "le sénateur")
    assert beside(politicians) == {"Paul Morin", "Jacques Leroy", "Henri Dumas"}
    assert beside(politicians, far=True) == set()
    assert beside(OTHER.format("le chanteur", "l'acteur")) == set()
    assert beside(OTHER.format("le président américain", "le président russe")) == set()


def test_who_speaks_in_the_next_article_of_one_affair_is_offered_without_a_known_calling() -> None:
    assert beside(OTHER.format("", "").replace("  ", " ")) == {"Paul Morin", "Jacques Leroy", "Henri Dumas"}
    assert beside(OTHER.format("", "").replace("  ", " "), far=True) == set()
    bare = OTHER.format("", "").replace("  ", " ")
    assert beside(bare, title="Quimper : un chantier", all_names=False) == set()


def test_who_speaks_in_another_article_on_one_subject_is_offered_unless_a_calling_sets_them_apart() -> None:
    bare = OTHER.format("", "").replace("  ", " ")
    assert beside(bare, title="Quimper : un chantier") == {"Paul Morin", "Jacques Leroy", "Henri Dumas"}
    assert beside(OTHER.format("le chanteur", "l'acteur"), title="Quimper : un chantier") == set()


def test_a_head_of_state_is_not_offered_for_the_words_of_a_striker() -> None:
    told = "« Nous aimons tous nos quais et nos grues », a dit Emmanuel Macron. Le préfet Henri Dumas se tait."
    told = f"« Nous bloquerons la route du port pendant douze jours au moins », a dit Luc Cadiou. {told}"
    article = article_of_text(f"Brest : la grève du port\n\n{told}\n")
    facts = extract(article)
    made = [candidate for fact in facts for candidate in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, made)
    (one,) = (c for c in made if c.construction == "who-said" and c.form == "choice" and c.answer.fr == "Luc Cadiou")
    assert "Emmanuel Macron" not in {entry.text.fr for entry in other_voices(one, pool, "")}


def test_whoever_was_killed_by_trade_is_gone() -> None:
    told = "Le prêtre a été égorgé dans l'église. Le prêtre, Luc Roy, avait 84 ans. Le curé Paul Morin a parlé."
    assert gone("Luc Roy", told)
    assert not gone("Paul Morin", told)
    assert gone("Ada Fall", "Un parc porte le nom d'Ada Fall (1927-1999).")


def test_nobody_in_office_is_offered_for_words_on_one_s_own_shop() -> None:
    told = (
        "Brest : le port fermé\n\n« Personne ne va me rendre mes clients des bons jours », a dit Anne Leroy. "
        "« Le port rouvrira dès le mois de mai prochain », a dit la maire, Ada Morin. « Nous y veillons chaque jour de "
        "la semaine », a dit la préfète, Awa Dumas."
    )
    article = article_of_text(f"{told}\n")
    facts = extract(article)
    asked = [made for fact in facts for made in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, asked)
    own = [c for c in asked if c.form == "choice" and c.construction == "who-said" and c.answer.fr == "Anne Leroy"]
    assert own
    assert choices_for(own[0], pool) == ()


def test_who_has_won_by_the_title_is_not_offered_for_a_loser_s_words() -> None:
    assert has_won(
        "Ada Morin", "C'est une déception, je voulais la finale", "Natation : triplé historique pour Ada Morin"
    )
    assert not has_won("Ada Morin", "Je voulais la finale", "Natation : triplé historique pour Ada Morin")
    assert not has_won("Awa Diop", "C'est une déception", "Natation : triplé historique pour Ada Morin")


def test_who_has_left_an_office_is_not_offered_for_whoever_holds_it() -> None:
    text = (
        "Washington : un accord rompu (3 mai 2018)\n\n« Nous quittons cet accord dès ce soir et pour longtemps », a "
        "déclaré Donald Trump. « Cet accord que nous avions signé tenait fort bien », a déclaré Barack Obama."
    )
    article = article_of_text(f"{text}\n")
    facts = extract(article)
    asked = [made for fact in facts for made in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, asked)
    pool.dates[article.id] = "2018-05-03"
    (one,) = (c for c in asked if c.form == "choice" and c.construction == "who-said" and c.answer.fr == "Donald Trump")
    assert "Barack Obama" not in {entry.text.fr for entry in other_voices(one, pool, "x")}
