"""The past perfect beside its date, and beside none."""

from __future__ import annotations

import pytest

from quiz.authoring.tenses import plain_past, unanchored_past


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Qui avait remporté le Tour en 1967 ?", "Qui a remporté le Tour en 1967 ?"),
        ("En quelle année Ada Morin avait-elle reçu le prix ?", "En quelle année Ada Morin a-t-elle reçu le prix ?"),
        ("En 2010, combien d'ânes l'île avait-elle déjà vendus ?", "En 2010, combien d'ânes l'île a-t-elle vendus ?"),
        ("Qui s'était associée à Brumelle en mai 2010 ?", "Qui s'est associée à Brumelle en mai 2010 ?"),
        ("En 2015, à combien le taux était-il tombé ?", "En 2015, à combien le taux est-il tombé ?"),
        ("Le 3 mai, quel maire avait été suspendu ?", "Le 3 mai, quel maire a été suspendu ?"),
        ("Déjà en 2016, l'Union avait coupé _____ euros.", "En 2016, l'Union a coupé _____ euros."),
        ("Combien de foyers étaient privés d'eau le 3 mai ?", "Combien de foyers étaient privés d'eau le 3 mai ?"),
        ("Qui a dit en 2010 qu'elle avait gagné ?", "Qui a dit en 2010 qu'elle avait gagné ?"),
        ("Qui avait reçu le soutien d'Ada Morin ?", "Qui avait reçu le soutien d'Ada Morin ?"),
    ],
)  # fmt: skip
def test_beside_its_own_date_nothing_is_earlier_than_anything(text: str, told: str) -> None:
    assert plain_past(text) == told


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("Qui avait reçu le soutien d'Ada Morin ?", True),
        ("Qui venait d'éliminer les trois tireuses ?", True),
        ("Qui avait reçu un prix lors de la finale de Metz ?", False),
        ("Qui avait reçu un prix en 1999 ?", False),
        ("Combien de foyers étaient privés d'eau ?", False),
    ],
)
def test_a_past_before_no_other(text: str, hangs: bool) -> None:
    assert unanchored_past(text) is hangs
