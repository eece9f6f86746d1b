"""Figures of something that only the rest of the article names."""

from __future__ import annotations

import pytest

from quiz.authoring.gates.figure_subjects import (
    amount_of_nothing,
    counted_what,
    distance_from_nothing,
    event_elsewhere,
    figure_subjects,
    listed_count,
    near_in_title,
    part_of_what,
    scope_lost,
    subject_of,
    told_subject,
    untold,
)
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
        ("À combien est estimé le contrat ?", "contrat"),
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
        ("comité indépendant de lecture", False),
        ("marathon", True),
        ("toit du marathon couvert", True),
        ("comité de Vaugris", True),
        ("police", True),
        ("autorités kényanes", True),
        ("prix des skis", True),
        ("naufrage le plus meurtrier", True),
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
        ("Combien d'habitants ont manifesté devant la mairie ?", "combien de habitants"),
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
        ("Combien de toises la scierie vend-elle parfois ?", "now and then"),
    ],
)
def test_the_gate_names_what_is_not_told(question: str, reason: str | None) -> None:
    home = article()
    fact = statistic(home, "340", frame=Frame(construction="object"))
    candidate, _ = asking(question, home=home, fact=fact, construction="stat-object")
    assert figure_subjects(candidate, Scene(home)) == reason


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Combien de tonnes le Vaugris a-t-il récoltées en 2017 ?", "Combien de tonnes"),
        ("Combien de tonnes de navets le Vaugris a-t-il récoltées en 2017 ?", None),
        ("Combien de tonnes le pont de Vaugris pèse-t-il ?", None),
    ],
)
def test_tonnes_of_what(text: str, found: str | None) -> None:
    assert amount_of_nothing(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("À combien de mètres le toit du moulin s'est-il retrouvé ?", "à combien de mètres"),
        ("À combien de mètres le toit s'est-il retrouvé du moulin ?", None),
        ("À combien de kilomètres de Vaugris le camp est-il installé ?", None),
        ("À combien de mètres la tour culmine-t-elle ?", None),
    ],
)
def test_how_far_from_where(text: str, found: str | None) -> None:
    assert distance_from_nothing(text) == found


def test_places_that_the_question_lists_are_counted_by_its_reader() -> None:
    text = "En mai et juin, sur combien de sites Ada Roux s'est-elle rendue dans le Bois, le Val, la Côte et en Morée ?"
    assert listed_count(text, 4)
    assert not listed_count(text, 12)
    assert not listed_count("Combien de voix Ada Roux et Luc Petit ont-ils eues ?", 2)


def test_a_share_that_the_title_has_rounded() -> None:
    assert near_in_title(53.98, "Vaugris dit non à 53,9 % aux skis")
    assert not near_in_title(53.98, "Vaugris dit non à 35 % aux skis")


def test_a_scope_that_the_sentence_has_and_the_question_has_not() -> None:
    freed = "Combien de loups de Vaugris ont été libérés ?"
    assert scope_lost(freed, "", "Vingt loups de Vaugris ont été libérés depuis lors.", True)
    assert scope_lost(freed, "", "Vingt loups de Vaugris ont été libérés.", True) is None
    months = "Combien de loups ont été vus entre juillet et octobre ?"
    assert scope_lost(months, "Vaugris : les loups", "", False)
    assert scope_lost(months, "Vaugris : les loups", "", True) is None
    assert scope_lost(months, "Vaugris : les loups en 2019", "", False) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dans quel pourcentage des cas les capteurs de Vaugris ont-ils sonné ?", "pourcentage de cas"),
        ("Quel pourcentage des recettes ont financé la route ?", "pourcentage de recettes"),
        ("Quel pourcentage des recettes de Vaugris ont financé la route ?", None),
        ("Quel pourcentage des femmes ont voté ?", None),
    ],
)
def test_a_part_of_what(text: str, found: str | None) -> None:
    assert part_of_what(text, "Vaugris : le marathon de neige") == found
    assert part_of_what(text, "Vaugris : recettes et cas") is None


@pytest.mark.parametrize(("subject", "reason"), [("l'ancien sociétaire", "unresolved: ancien sociétaire"), ("", None)])
def test_who_signed_the_contract_must_be_told(subject: str, reason: str | None) -> None:
    home = article()
    fact = statistic(home, "340", frame=Frame(construction="made-noun-of", subject=subject))
    asked = "De quelle durée était le contrat de scierie que l'ancien sociétaire a signé ?"
    candidate, _ = asking(asked, home=home, fact=fact, construction="stat-made-noun-of")
    assert figure_subjects(candidate, Scene(home)) == reason


@pytest.mark.parametrize(
    ("shown", "doubt"),
    [
        ("Le dispositif devait mobiliser _____ postes.", {"untold": 1.0}),
        ("En 2022, la scierie devait vendre _____ toises.", {}),
        ("Mathilde Roux devait vendre _____ toises.", {}),
    ],
)
def test_an_unnamed_subject_of_a_sentence_is_a_doubt(shown: str, doubt: dict[str, float]) -> None:
    candidate, scene = asking(shown, form="cloze", construction="cloze-number")
    assert untold(candidate, scene) == doubt


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Combien de sinistrés compte-t-on au Pérou ?", True),
        ("Combien de morts la coulée a-t-elle faits en 2012 au Pérou ?", False),
        ("Combien de sinistrés compte-t-on au Chili ?", False),
        ("Combien de sinistrés compte-t-on ?", False),
        ("Combien de noix le Pérou a-t-il livrées ?", False),
    ],
)
def test_victims_of_another_country(text: str, elsewhere: bool) -> None:
    assert event_elsewhere(text, "Chili : une coulée de boue à Vaugris") is elsewhere
