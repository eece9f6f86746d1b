"""A deck as lines for another program: one card a line, its fields between tabs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.deck import Deck
from quiz.deck_lint import Finding
from quiz.typography import safe_text


def lines(deck: Deck, reports: Iterable[Finding] = ()) -> Iterator[str]:
    """Id, status, form, question and answer of each card, in the deck's order, and one field more for each report that
    a learner has made of it."""
    told: dict[str, list[str]] = {}
    for report in reports:
        told.setdefault(report.card, []).append(f"{report.key} {report.detail}".strip())
    for card in deck.cards:
        texts = (card.id, card.status, card.form, card.question.fr, card.answer.fr, *told.get(card.id, ()))
        yield "\t".join(" ".join(safe_text(text).replace("\t", " ").splitlines()) for text in texts)
