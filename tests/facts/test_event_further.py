"""People told by a phrase and sites told by a noun: further pieces of a clause."""

from __future__ import annotations

import pytest

from tests.authoring.test_event_questions import questions


def asked(text: str) -> dict[str, str]:
    return {question.replace("'", "’"): answer for question, answer in questions(text).items()}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        (
            "Jean Morin a battu l'ancien maire de Thiès Omar Ba au second tour.",
            "Qui Jean Morin a-t-il battu au second tour ?",
            "Omar Ba",
        ),
        (
            "Jean Morin a remporté 62 % des voix face à sa rivale Awa Sow au second tour.",
            "Face à qui Jean Morin a-t-il remporté 62 % des voix au second tour ?",
            "Awa Sow",
        ),
        (
            "Jean Morin s'est marié avec l'animatrice de télévision Awa Sow en juillet 2015.",
            "Avec qui Jean Morin s’est-il marié en juillet 2015 ?",
            "Awa Sow",
        ),
        (
            "Jean Morin s'est éteint jeudi à l'hôpital Volute, à l'âge de 93 ans.",
            "Dans quel hôpital Jean Morin s’est-il éteint jeudi, à l’âge de 93 ans ?",
            "Volute",
        ),
        (
            "Une panne de pompe s'est produite à la centrale nucléaire de Brumelle.",
            "Dans quelle centrale nucléaire une panne de pompe s’est-elle produite ?",
            "Brumelle",
        ),
        (
            "Un avion de tourisme s'est posé sur l'île de Brumelle après une panne.",
            "Sur quelle île un avion de tourisme s’est-il posé après une panne ?",
            "Brumelle",
        ),
    ],
)
def test_the_whole_phrase_is_asked_for(sentence: str, question: str, answer: str) -> None:
    assert asked(sentence).get(question) == answer


@pytest.mark.parametrize(
    ("sentence", "barred"),
    [
        ("Jean Morin a salué l'œuvre du peintre Omar Ba à Dakar.", "Omar Ba"),  # whose work, and not whom
        ("Un homme a été agressé devant une école de Brumelle samedi.", "Brumelle"),  # one of its schools
    ],
)
def test_a_name_that_the_phrase_only_leans_on_is_left(sentence: str, barred: str) -> None:
    assert not [q for q, a in asked(sentence).items() if a == barred and q.startswith(("Qui ", "Dans quelle école"))]
