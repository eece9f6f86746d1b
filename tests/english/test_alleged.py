"""What a source tells in the conditional, in English: the doubt is said, and nothing is asked without its source."""

from __future__ import annotations

import pytest

from quiz.english.questions import question


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "Selon la mairie, combien de marcheurs auraient été blessés lors de la fête ?",
            "According to the town hall, how many walkers were reportedly injured during the festival?",
        ),
        (
            "Selon l'armée, combien d'attaques y aurait-il eu en 2016 ?",
            "According to the army, how many attacks were there reportedly in 2016?",
        ),
    ],
)
def test_the_doubt_of_a_source_is_kept(french: str, english: str) -> None:
    assert question(french) == english


def test_a_conditional_without_a_source_stays_french() -> None:
    assert question("Combien de marcheurs auraient été blessés lors de la fête ?") is None
