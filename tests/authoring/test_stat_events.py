"""The event of a title put into questions that would else be about any event, and when it must not be."""

from __future__ import annotations

import pytest

from quiz.authoring.stat_events import event_of, made_definite, pointed, with_bilan, with_country, with_event
from quiz.facts.fact import Frame


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Inde : dix morts dans un attentat à Vaugris", "dans l'attentat de Vaugris"),
        ("La tempête Odile est passée, 300 foyers sans électricité", "lors de la tempête Odile"),
        ("États-Unis : une fusillade en Californie fait trois morts", "dans la fusillade en Californie"),
        ("Japon : un tremblement de terre secoue Vaugris", "dans le tremblement de terre"),
        ("Canada : plusieurs blessés dans les inondations", "dans les inondations"),
        ("Vaugris : trois immeubles s'écroulent dans le centre", "dans l'effondrement de Vaugris"),
        ("Un avion s'écrase à Vaugris", "dans l'accident à Vaugris"),
        ("Le verger de Vaugris change de mains", None),
        ("Un attentat et un incendie à Metz", None),
        (None, None),
    ],
)
def test_the_event_of_a_title(title: str | None, event: str | None) -> None:
    assert event_of(title) == event


def test_a_toll_without_place_gets_its_event() -> None:
    title = "Inde : dix morts dans un attentat à Vaugris"
    assert (
        with_event("combien de personnes ont été blessées", title)
        == "combien de personnes ont été blessées dans l'attentat de Vaugris"
    )


def test_who_loses_a_life_in_the_present_gets_the_event_too() -> None:
    title = "Inde : dix morts dans un attentat à Vaugris"
    assert with_event("combien de personnes perdent la vie", title).endswith("dans l'attentat de Vaugris")


def test_who_was_not_hit_in_the_event_comes_after_it() -> None:
    title = "Inde : dix morts dans un attentat à Vaugris"
    asked = with_event("combien de policiers ont été arrêtés", title)
    assert asked == "combien de policiers ont été arrêtés à la suite de l'attentat de Vaugris"


@pytest.mark.parametrize(
    "question",
    [
        "combien de personnes avaient été blessées",
        "en 1981, combien de personnes ont été tuées",
        "combien de personnes ont été blessées à Metz",
        "combien de personnes ont été tuées dans un incendie",
        "combien de candidats sont en lice",
    ],
)
def test_what_is_placed_or_counts_no_toll_is_left_alone(question: str) -> None:
    assert with_event(question, "Inde : dix morts dans un attentat à Vaugris") == question


def test_what_the_title_has_is_definite() -> None:
    assert made_definite("une explosion", "Russie : explosion dans un métro") == "l'explosion"
    assert made_definite("des attaques perpétrées à Metz", "Les attaques de Metz") == "les attaques perpétrées à Metz"
    assert made_definite("une grève", "Russie : explosion dans un métro") == "une grève"


def test_a_bilan_is_that_of_the_event() -> None:
    title = "Inde : dix morts dans un attentat à Vaugris"
    assert (
        with_bilan("Le bilan s'élève à sept morts.", title) == "Le bilan de l'attentat de Vaugris s'élève à sept morts."
    )
    assert with_bilan("Le bilan comptable est bon.", title) == "Le bilan comptable est bon."


def test_the_country_is_that_of_the_title() -> None:
    assert with_country("dans le nord du pays", "Inde : un attentat") == "dans le nord de l'Inde"
    assert with_country("dans le nord du pays de Caux", "France : un attentat") == "dans le nord du pays de Caux"


@pytest.mark.parametrize(
    ("subject", "title", "told"),
    [
        ("ces inondations", "Inde : le nord touché par des inondations", "les inondations"),
        ("cet attentat", "Inde : dix morts dans un attentat à Vaugris", "l'attentat de Vaugris"),
        ("cette 62e édition du concours", "Concours de Vaugris : victoire de Metz", "la 62e édition du concours"),
        ("cette édition", "Foire de Vaugris 2017 : le palmarès", "l'édition 2017"),
        ("ce samedi", "Vaugris : samedi 8 décembre", "ce samedi"),
        ("cette usine", "Le verger de Vaugris change de mains", "cette usine"),
    ],
)
def test_what_is_pointed_at_is_what_the_title_has(subject: str, title: str, told: str) -> None:
    assert pointed(Frame(subject=subject), title).subject == told


def test_an_event_is_not_named_twice() -> None:
    title = "La tempête Odile est passée, 300 foyers sans électricité"
    asked = "combien de foyers sont privés d'électricité à la suite de la tempête"
    assert with_event(asked, title) == asked
