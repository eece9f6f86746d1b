"""Slips that a question on an event would repeat, and words that no dictionary has."""

from __future__ import annotations

import pytest

from quiz.facts.clauses import shape
from quiz.facts.event_slips import misspelt, odd_words
from tests.facts.reading_of import reading


def seen(sentence: str) -> tuple[bool, int]:
    found = shape(reading(sentence).sentences[-1])
    tokens = range(len(found.tokens))
    return misspelt(found, tokens), odd_words(found, tokens)


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba avait travaiillé à la banque de Dakar.",
        "Omar Ba a remporté l'or dans les trois discipline du tournoi.",
        "Omar Ba prend des le premier kilomètre les commandes de la course.",
        "La course de Thiès c'est tenue en mai.",
        "Omar Ba a gagné en 2 heures 56 minute sous la pluie.",
    ],
)
def test_a_slip_is_seen(sentence: str) -> None:
    assert seen(sentence)[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nous skiions avec les deux pays du nord.",
        "C'est la mairesse des Lilas qui a inauguré les trois choix du jury.",
        "Omar Ba a gagné en 2 heures et 1 minute, dès le premier jour.",
    ],
)
def test_sound_french_is_no_slip(sentence: str) -> None:
    assert not seen(sentence)[0]


def test_words_of_no_dictionary_are_counted() -> None:
    assert seen("Omar Ba a réalisé des rattapages sur les voies de la gare.")[1] == 1
    assert seen("Les heureuses gagnantes, nationales et africaines, ont signé les traités égaux.")[1] == 0


def test_a_night_runs_from_one_day_to_the_next() -> None:
    assert seen("Omar Ba a disparu dans la nuit de 26 à 27 mai près de Thiès.")[0]
    assert not seen("Omar Ba a disparu dans la nuit du 26 au 27 mai près de Thiès.")[0]
