"""What a careful editor would say of a valid deck: findings, each a line of `quiz check`. Changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quiz.deck import BLANK, Card, Deck
from quiz.typography import fold

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: the card's id, how grave it is, and the key of its sentence in the catalogue of the command line."""

    card: str
    level: Level
    key: str


def lint(deck: Deck) -> Iterator[Finding]:
    """Findings in the order of the cards. Rejected cards are left alone: nobody will be asked them."""
    for card in deck.cards:
        if card.status == "rejected":
            continue
        for key, level in _of(card):
            yield Finding(card.id, level, key)


def _of(card: Card) -> Iterator[tuple[str, Level]]:
    question, answer = fold(card.question.fr), fold(card.answer.fr)
    if card.evidence.end - card.evidence.start != len(card.evidence.text):
        yield "lint.offsets", "error"
    if card.form in ("number", "text", "cloze") and not card.accept:
        yield "lint.nothing-accepted", "error"
    if card.form != "true-false" and _holds(question, answer):
        yield "lint.answer-in-question", "error"
    if card.form not in ("cloze", "true-false", "flip") and not card.question.fr.rstrip().endswith("?"):
        yield "lint.no-question-mark", "warning"
    if re.search(r"«(?!\u00a0)|(?<!\u00a0)»|[^\u00a0\u202f][;!?]|[^\u00a0]:(?!\d)", _own_words(card)):
        yield "lint.typography", "warning"
    if card.form == "choice" and len(card.choices) < 3:
        yield "lint.two-choices", "warning"


def _holds(text: str, part: str) -> bool:
    return bool(part) and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _own_words(card: Card) -> str:
    """The question without what it quotes: the article's own typography stays as it is."""
    if card.form in ("cloze", "true-false"):
        return ""
    return re.sub(r"«\u00a0.*\u00a0»", "", card.question.fr.replace(BLANK, ""), flags=re.S)
