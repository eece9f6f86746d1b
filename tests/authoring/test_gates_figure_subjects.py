"""Figures of something that only the rest of the article names."""

from __future__ import annotations

import pytest

from quiz.authoring.gates.figure_subjects import counted_what, figure_subjects, subject_of, told_subject
from quiz.authoring.scene import Scene
from quiz.facts.fact import Frame
from tests.authoring.made import article, asking, statistic


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("De combien de membres le comité était-il composé ?", "comité"),
        ("Dans quel pourcentage des cas les capteurs se sont-ils déclenchés ?", "capteurs"),
        ("Combien de tonneaux l'ancien moulin de Bois a-t-il vendus ?", "ancien moulin de Bois"),
        ("À combien s'élève la dette nette ?", "dette nette"),
        ("Combien de voix est-ce que le parti a perdues ?", "parti a perdues"),
        ("Combien de buts Ada Morin a-t-elle marqués ?", ""),
        ("Combien de maisons du village une crue a-t-elle emportées ?", ""),
    ],
)
def test_what_has_the_figure(text: str, subject: str) -> None:
    assert subject_of(text) == subject


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("comité", False),
        ("chiffre d'affaires", False),
        ("haute juridiction", False),
        ("ventes à l'étranger", False),
        ("toit de l'auberge", False),
        ("marathon", True),
        ("toit du marathon couvert", True),
        ("comité de Vaugris", True),
        ("police", True),
        ("autorités kényanes", True),
        ("prix des skis", True),
    ],
)
def test_a_definite_noun_must_be_told(subject: str, told: bool) -> None:
    assert told_subject(subject, "Vaugris : le marathon de neige") is told


def test_a_title_tells_with_another_word() -> None:
    assert told_subject("appareil", "Vaugris : un avion s'écrase")
    assert not told_subject("appareil", "Vaugris : dix friteuses à l'essai")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Combien de pistes sont étudiées ?", "combien de pistes"),
        ("Combien de sonneurs tireront les cordes ?", "combien de sonneurs"),
        ("Combien de sonneurs de Vaugris tireront les cordes ?", None),
        ("Combien de coureurs du marathon ont abandonné ?", None),
        ("Combien de marathons sont courus ?", None),
        ("Combien de personnes ont été blessées ?", None),
        ("Combien de Belges ont été blessés ?", None),
        ("Combien de modèles réussissent des crêpes fines parfaitement dorées ?", None),
    ],
)
def test_what_is_counted_must_be_told(text: str, found: str | None) -> None:
    assert counted_what(text, "Vaugris : le marathon de neige") == found


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Combien de bouteilles le domaine produit-il par an ?", "unresolved: domaine"),
        ("Selon la haute cour, combien de bulletins de Vaugris étaient blancs ?", "unresolved: haute cour"),
        ("Selon un décompte, combien de postes de Vaugris ont disparu ?", "whose count?"),
        ("Combien de toises la scierie a-t-elle vendues ?", None),
    ],
)
def test_the_gate_names_what_is_not_told(question: str, reason: str | None) -> None:
    home = article()
    fact = statistic(home, "340", frame=Frame(construction="object"))
    candidate, _ = asking(question, home=home, fact=fact, construction="stat-object")
    assert figure_subjects(candidate, Scene(home)) == reason
