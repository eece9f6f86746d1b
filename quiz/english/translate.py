"""What a deck lacks in English, and English put where it was lacking. Pure: decks and words in, decks out.

The layers in their order: what the deck holds reviewed, the translation memory, the rules; what is then missing can be
asked of a translator (`translate_run.py`). Nothing a person reviewed or wrote is ever replaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec

from quiz.deck import Bilingual, Card, Deck, Evidence, Origin
from quiz.deck_merge import GONE
from quiz.english.memory import Memory

English = tuple[str, Origin]
"""English with where it comes from."""

_END = re.compile(r"(?<=[.!?…])(?P<close>[\s\u00a0\u202f]*[»”\"])?\s+(?=[«“\"A-ZÀ-ÖØ-Þ0-9–—-])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-ZÀ-Ý]|\b(?:MM?|Mmes?|Mlles?|Drs?|Prs?|St|Ste|Me|art|av|apr|cf|env|hab|no|vol|p|etc))\.$"
)
_OPEN, _CLOSE = "«“(", "»”)"


def with_layers(deck: Deck, memory: Memory) -> Deck:
    """`deck` with English from the memory and from the rules, where it had none or a machine's.

    The rules need Babel, which comes with what makes decks; a machine without it has the memory alone.
    """
    if find_spec("babel") is not None:
        from quiz.english.layer import fill

        filled = fill(deck, memory)
    else:
        filled = put(deck, {text: found for text in missing(deck) if (found := memory.lookup(text)) is not None})
    return _keeping_reviewed(deck, filled)


def missing(deck: Deck) -> tuple[str, ...]:
    """The French texts that have no English, each once, in the order of the cards; none of cards that are not asked,
    and none without a letter. Not the title: a deck file has no place to say that its English is a machine's."""
    found: dict[str, None] = {}
    for text in _of_cards(deck):
        if text.en is None and any(char.isalpha() for char in text.fr):
            found.setdefault(text.fr)
    return tuple(found)


def put(deck: Deck, english: Mapping[str, English]) -> Deck:
    """`deck` with this English wherever it has none for that very text. Two choices of one card never get the same."""

    def filled(text: Bilingual) -> Bilingual:
        found = english.get(text.fr) if text.en is None else None
        return Bilingual(text.fr, *found) if found else text

    def card_filled(card: Card) -> Card:
        if not _is_asked(card):
            return card
        choices = tuple(map(filled, card.choices))
        told = Counter(choice.en for choice in choices)
        choices = tuple(
            before if told[choice.en] > 1 else choice for before, choice in zip(card.choices, choices, strict=True)
        )
        answer = filled(card.answer)
        if card.form == "choice":
            answer = next(
                (choice for choice in choices if choice.fr == answer.fr and card.answer.en is None), card.answer
            )
        return replace(
            card,
            topic=filled(card.topic),
            question=filled(card.question),
            choices=choices,
            answer=answer,
            evidence=_evidence_filled(card.evidence, filled),
            also=tuple(_evidence_filled(one, filled) for one in card.also),
        )

    return replace(deck, cards=tuple(map(card_filled, deck.cards)))


def by_machine(deck: Deck) -> dict[str, English]:
    """The English a deck has from translators, by its French: what a rebuilt deck takes over."""
    return {
        text.fr: (text.en, text.origin) for text in _of_cards(deck) if text.en and text.origin in ("machine", "rough")
    }


def reviewed(deck: Deck) -> dict[str, str]:
    """The English a person answers for, by its French: what is exported, and reused in other decks."""
    return {text.fr: text.en for text in _of_cards(deck) if text.en and text.origin == "reviewed"}


def origins(deck: Deck) -> Counter[Origin]:
    """How many different French texts have English of each origin."""
    return Counter({text.fr: text.origin for text in _of_cards(deck)}.values())


def sentences(text: str, longest: int) -> list[str]:
    """A text in the sentences it is sent in: « M. Roche » stays in one piece, and so does a quotation that is not
    longer than `longest` characters."""
    text = " ".join(text.split())
    pieces: list[str] = []
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.end("close") if match["close"] else match.start()]
        if _ABBREVIATION.search(piece) or (_is_open(piece) and len(piece) < longest):
            continue
        pieces.append(piece)
        start = match.end()
    pieces.append(text[start:])
    return [piece for piece in pieces if piece]


def _is_open(piece: str) -> bool:
    return sum(map(piece.count, _OPEN)) > sum(map(piece.count, _CLOSE)) or piece.count('"') % 2 == 1


def _is_asked(card: Card) -> bool:
    return card.status != "rejected" and GONE not in card.tags


def _of_cards(deck: Deck) -> Iterator[Bilingual]:
    """Every text of the cards that is shown with English, sentences among them."""
    for card in deck.cards:
        if _is_asked(card):
            yield from (card.topic, card.question, *card.choices, card.answer)
            for evidence in (card.evidence, *card.also):
                yield Bilingual(evidence.text, evidence.en, evidence.origin)


def _evidence_filled(evidence: Evidence, filled: Callable[[Bilingual], Bilingual]) -> Evidence:
    found = filled(Bilingual(evidence.text, evidence.en, evidence.origin))
    return replace(evidence, en=found.en, origin=found.origin)


def _keeping_reviewed(before: Deck, after: Deck) -> Deck:
    """`after`, with what was reviewed in `before` as it was there."""

    def kept(old: Bilingual, new: Bilingual) -> Bilingual:
        return old if old.origin == "reviewed" else new

    def evidence_kept(old: Evidence, new: Evidence) -> Evidence:
        return old if old.origin == "reviewed" else new

    cards = []
    for old, new in zip(before.cards, after.cards, strict=True):
        cards.append(
            replace(
                new,
                topic=kept(old.topic, new.topic),
                question=kept(old.question, new.question),
                choices=_pairwise(kept, old.choices, new.choices),
                answer=kept(old.answer, new.answer),
                evidence=evidence_kept(old.evidence, new.evidence),
                also=tuple(evidence_kept(one, two) for one, two in zip(old.also, new.also, strict=True)),
            )
        )
    return replace(after, title=kept(before.title, after.title), cards=tuple(cards))


def _pairwise(
    kept: Callable[[Bilingual, Bilingual], Bilingual], old: Iterable[Bilingual], new: Iterable[Bilingual]
) -> tuple[Bilingual, ...]:
    return tuple(kept(one, two) for one, two in zip(old, new, strict=True))
