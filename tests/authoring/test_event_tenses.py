"""The tense of questions on events, and the words that would hang in the air."""

from __future__ import annotations

import pytest

from tests.authoring.test_event_questions import questions


def asked(text: str) -> set[str]:
    return {question.replace("'", "’") for question in questions(text)}


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Awa Sow avait remporté le tournoi de Dakar en 2009.", "Qui a remporté le tournoi de Dakar en 2009 ?"),
        (
            "Awa Sow avait remporté le tournoi de Dakar en 2009.",
            "En quelle année Awa Sow a-t-elle remporté le tournoi de Dakar ?",
        ),
        (
            "La présidente Awa Sow s'était installée à Dakar en mars 2011.",
            "Quand la présidente Awa Sow s’est-elle installée à Dakar ?",
        ),
        (
            "Omar Ba vient d'être condamné à trois ans de prison par le tribunal de Thiès.",
            "Qui a été condamné à trois ans de prison par le tribunal de Thiès ?",
        ),
        (
            "Le Mali vient de ratifier le traité de Bamako sur les forêts.",
            "Quel pays a ratifié le traité de Bamako sur les forêts ?",
        ),
        (
            "En 2014, Awa Sow est élue sénatrice de la ville de Thiès.",
            "En quelle année Awa Sow a-t-elle été élue sénatrice de la ville de Thiès ?",
        ),
        (
            "Omar Ba est maintenant chargé de la reconstruction du port de Thiès.",
            "Qui est chargé de la reconstruction du port de Thiès ?",
        ),
        (
            "Omar Ba a bel et bien réglé les trois factures du club de Thiès.",
            "Qui a réglé les trois factures du club de Thiès ?",
        ),
    ],
)
def test_what_is_over_is_asked_of_its_own_day(sentence: str, question: str) -> None:
    assert question in asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba avait reçu le soutien de la mairie de Thiès.",
        "Lors du congrès, Omar Ba s'était associé au parti Volute de Dakar.",
        "Omar Ba a probablement été touché par une pierre à la tête.",
    ],
)
def test_background_without_its_day_is_not_asked(sentence: str) -> None:
    assert not asked(sentence)


def test_what_lies_ahead_and_what_goes_on_stay_in_the_present() -> None:
    assert "Qui est convoqué par le tribunal de Thiès le 28 juin 2019 ?" in asked(
        "Omar Ba est convoqué par le tribunal de Thiès le 28 juin 2019."
    )
    assert "Qui était recherché par la police de Thiès pour vol en 2017 ?" in asked(
        "Omar Ba était recherché par la police de Thiès pour vol en 2017."
    )
