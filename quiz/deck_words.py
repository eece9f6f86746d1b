"""The words of a card as they are searched in: all that stands on it, without case and accents.

It knows neither lists nor screens; what is searched for is folded as `typography.fold` does.
"""

from __future__ import annotations

from quiz.deck import Card
from quiz.typography import fold, without_accents


def words_of(card: Card) -> str:
    """All that stands on a card, and its id."""
    texts = [card.id, card.evidence.text, card.evidence.en or "", *card.accept, *card.tags]
    for text in (card.topic, card.question, card.answer, *card.choices):
        texts += [text.fr, text.en or ""]
    return folded("\n".join(texts))


def folded(text: str) -> str:
    """As `typography.fold` for text to be searched in, sooner: ten thousand cards are read at the first letter typed,
    and each has few letters that are not ASCII."""
    text = text.casefold()
    for letter in set(text) if not text.isascii() else ():
        if letter > "\x7f":
            plain = without_accents(letter)
            if not plain.isascii() and plain != letter:  # may be a letter that another stands for
                return fold(text)
            text = text.replace(letter, plain)
    return " ".join(text.split())
