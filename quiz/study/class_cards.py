"""The cards to put to a whole class, on screens or on paper, and their choices, in orders that a seed decides."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.deck import TRUE_FALSE, Bilingual, Card, Deck
from quiz.study.direction import alike
from quiz.study.order import Entry, draw, interleave, playable

LETTERS = "ABCDEFGH"
"""What choices are called."""


def class_cards(decks: Sequence[Deck], seed: object, limit: int | None = None) -> list[Card]:
    """The cards a class can answer, shuffled by the seed, sources taking turns. Of the cards of one fact the one with
    choices is asked, since a phone is a poor keyboard; approved cards come before drafts where a limit leaves some out.
    """
    facts: set[str] = set()
    taken: list[tuple[Deck, Card]] = []
    for deck, card in sorted(playable(decks), key=lambda pair: (_typed(pair[1]), draw(pair[1].id, seed))):
        fact = str((card.fact or {}).get("id") or card.id)
        if card.form != "flip" and fact not in facts:
            facts.add(fact)
            taken.append((deck, card))
    taken.sort(key=lambda pair: (pair[1].status != "approved", draw(pair[1].id, seed)))
    kept = sorted(taken[:limit], key=lambda pair: draw(pair[1].id, seed))
    return [entry.card for entry in interleave(Entry(deck, card, "new") for deck, card in kept)]


def _typed(card: Card) -> bool:
    return card.form not in ("choice", "true-false")


def choices_of(card: Card, seed: object) -> tuple[Bilingual, ...]:
    """The choices as the whole class has them, the letters the same for all; () for an answer that is written."""
    if card.form == "true-false":
        return TRUE_FALSE
    if card.form != "choice":
        return ()
    return tuple(sorted(alike(card.choices), key=lambda choice: draw(choice.fr, card.id, seed)))


def place_of_key(card: Card, choices: Sequence[Bilingual]) -> int | None:
    """Which of the choices is right; None for an answer that is written."""
    return next((place for place, choice in enumerate(choices) if choice.fr == card.answer.fr), None)
