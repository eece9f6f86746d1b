"""A deck as lines for another program: one card a line, its fields between tabs."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.deck import Deck
from quiz.typography import safe_text


def lines(deck: Deck) -> Iterator[str]:
    """Id, status, form, question and answer of each card, in the deck's order."""
    for card in deck.cards:
        texts = (card.id, card.status, card.form, card.question.fr, card.answer.fr)
        yield "\t".join(" ".join(safe_text(text).replace("\t", " ").splitlines()) for text in texts)
