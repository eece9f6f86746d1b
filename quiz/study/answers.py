"""Whether a typed answer is right, nearly right, or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quiz.deck import Card


@dataclass(frozen=True, slots=True)
class Verdict:
    """`matched` is the expected answer that was met; `note` says what was forgiven, or why it is only near."""

    judgement: Literal["right", "near", "wrong"]
    matched: str = ""
    note: str = ""


def judge(card: Card, typed: str) -> Verdict:
    """Thin version."""
    for expected in (card.answer.fr, card.answer.en or "", *card.accept):
        if expected and typed.strip().casefold() == expected.casefold():
            return Verdict("right", expected)
    return Verdict("wrong")
