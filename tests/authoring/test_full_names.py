"""Surnames of people whom the topic line does not know."""

from __future__ import annotations

import pytest

from quiz.authoring.full_names import in_full
from quiz.facts.fact import Named

TEXT = "Paul Roux a tiré. Ada Morin crie. La banque suisse Roux a fermé. Lise Aubert et Luc Aubert sont sortis."
PEOPLE = tuple(Named(name, "person", "") for name in ("Paul Roux", "Ada Morin", "Lise Aubert", "Luc Aubert"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Où Roux a-t-il tiré ?", "Où Paul Roux a-t-il tiré ?"),
        ("M. Roux a tiré deux fois.", "Paul Roux a tiré deux fois."),
        ("Qui a dit de Morin qu'elle crie ?", "Qui a dit d'Ada Morin qu'elle crie ?"),
        ("Où Paul Roux a-t-il tiré ?", "Où Paul Roux a-t-il tiré ?"),
        ("La banque suisse Roux a fermé 12 caisses.", "La banque suisse Roux a fermé 12 caisses."),
        ("Où Aubert est-il ?", "Où Aubert est-il ?"),
        ("Quand le gouvernement Roux a-t-il cédé ?", "Quand le gouvernement Roux a-t-il cédé ?"),
        ("Paul a tiré 12 fois.", "Paul Roux a tiré 12 fois."),
        ("Où est sa femme, Ada ?", "Où est sa femme, Ada ?"),
    ],
)
def test_the_one_who_has_that_surname(text: str, told: str) -> None:
    assert in_full(text, PEOPLE, TEXT, "Vaugris : une fusillade", "12") == told


def test_not_where_the_topic_line_or_the_key_is_he() -> None:
    assert in_full("Où Roux a-t-il tiré ?", PEOPLE, TEXT, "Vaugris : Roux a tiré", "12") == "Où Roux a-t-il tiré ?"
    assert in_full("Où Roux a-t-il tiré ?", PEOPLE, TEXT, "Vaugris : un tir", "Paul Roux") == "Où Roux a-t-il tiré ?"
