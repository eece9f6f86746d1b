"""The day of the sentence before, carried over to a crowd that has none."""

from __future__ import annotations

import pytest

from quiz.authoring.carried import crowd_of_no_day, told_elsewhere, with_the_day

LATER = "Le 3 mai, combien de manifestants a-t-on comptés ?"
PLANKS = "Combien de planches a-t-on comptées ?"
ASKED = "Combien de manifestants comptait-on à Thiès ?"


@pytest.mark.parametrize(
    ("text", "before", "told"),
    [
        (ASKED, "Le 28 mars, le port est resté fermé.", "Le 28 mars, combien de manifestants comptait-on à Thiès ?"),
        (ASKED, "Le port est resté fermé le 28 mars.", ASKED),
        (LATER, "Le 28 mars, le port a fermé.", LATER),
        (PLANKS, "Le 28 mars, le port a fermé.", PLANKS),
    ],
)
def test_a_crowd_is_of_the_day_its_paragraph_opens_with(text: str, before: str, told: str) -> None:
    assert with_the_day(text, before) == told


def test_a_crowd_without_a_day_is_told_only_by_a_title_on_it() -> None:
    assert crowd_of_no_day(ASKED)
    assert told_elsewhere("Sénégal : le plan rejeté par le collectif")
    assert not told_elsewhere("Sénégal : grève générale au port de Thiès")
