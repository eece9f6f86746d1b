"""Decks and cards: the one file the making wing writes and the playing wing reads (format `quiz-deck/1`).

The dataclasses here are the deck inside the program. Validation of a file from outside is `deck_format`'s work, so that
playing a deck that has been validated before needs nothing but the standard library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from json.encoder import encode_basestring as _quoted
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "quiz-deck/1"

Kind = Literal["spec", "stat", "quote", "vocabulary"]
Form = Literal["choice", "number", "cloze", "true-false", "text", "flip"]
Origin = Literal["reviewed", "rule", "machine", "rough", "none"]
Status = Literal["draft", "approved", "rejected"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """French and its English, with where the English comes from ("none": there is none, `en` is None)."""

    fr: str
    en: str | None = None
    origin: Origin = "none"

    def said(self, lang: str) -> str:
        """The text in "fr" or "en"; French where there is no English."""
        return self.en if lang == "en" and self.en else self.fr


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that proves the answer, verbatim, with its neighbours to read it in."""

    source: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    en: str | None = None
    origin: Origin = "none"


@dataclass(frozen=True, slots=True)
class Source:
    """One article of a deck. `date` is ISO 8601, in full or cut short, or None."""

    id: str
    file: str
    title: str | None
    date: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Card:
    """One question with one answer. Its id comes from the fact, never from the wording.

    A choice card's `choices` hold the answer once, in the order the author wrote; a screen shuffles them. A cloze's
    question holds one blank, written as `BLANK`. A number card's `accept` lists ways to type the answer; a text
    card's, names that count as right.
    """

    id: str
    kind: Kind
    form: Form
    topic: Bilingual
    question: Bilingual
    choices: tuple[Bilingual, ...]
    answer: Bilingual
    accept: tuple[str, ...]
    evidence: Evidence
    also: tuple[Evidence, ...] = ()
    fact: dict[str, Any] | None = None
    tags: tuple[str, ...] = ()
    score: float = 0.0
    status: Status = "draft"
    edited: tuple[str, ...] = ()


BLANK = "_____"
TRUE_FALSE = (Bilingual("Vrai", "True", "rule"), Bilingual("Faux", "False", "rule"))
"""The choices of every statement to be judged, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards and the articles they come from; `path` is the file it was read from, and says nothing of what it is."""

    id: str
    title: Bilingual
    sources: tuple[Source, ...]
    cards: Sequence[Card]
    language: str = "fr"
    path: Path | None = field(default=None, compare=False, repr=False)

    def source(self, source_id: str) -> Source:
        """The article a piece of evidence names. Raises KeyError."""
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)


Texts = dict[str, tuple[Card, bytes]]
"""How cards were last written, by id."""


def to_json(deck: Deck) -> str:
    """The deck as its file holds it: indented UTF-8 text, keys in a fixed order, ending in a newline."""
    return to_bytes(deck, {}).decode()


def to_bytes(deck: Deck, texts: Texts) -> bytes:
    """The same as the bytes of the file. What has not changed since `texts` was last given is not written out again."""
    cards = []
    for card in deck.cards:
        known = texts.get(card.id)
        if known is None or known[0] is not card:
            known = texts[card.id] = card, _json(replace(card, score=round(card.score, 3)), "\n  ").encode()
        cards.append(known[1])
    body = {
        "format": FORMAT,
        "id": deck.id,
        "title": {"fr": deck.title.fr, "en": deck.title.en},
        "language": deck.language,
        "sources": deck.sources,
        "cards": (),
    }
    whole = _json(body, "\n").encode() + b"\n"
    if not cards:
        return whole
    empty = b"]\n}\n"
    return whole.removesuffix(empty) + b"\n  " + b",\n  ".join(cards) + b"\n " + empty


def _json(value: object, gap: str) -> str:
    """A value as `json.dumps` would indent it by one, objects of this module as their fields. Written out because an
    editor of ten thousand cards waits for it at every decision, and the library indents in Python."""
    kind = type(value)
    if isinstance(value, str):
        return _quoted(value)
    if kind in _FIELDS:
        names, values = _FIELDS[kind]
        parts = [name + _json(held, gap + " ") for name, held in zip(names, values(value), strict=True)]
        return _enclosed("{}", parts, gap)
    if isinstance(value, tuple | list):
        return _enclosed("[]", [_json(held, gap + " ") for held in value], gap)
    if isinstance(value, dict):
        return _enclosed("{}", [f"{_quoted(name)}: {_json(held, gap + ' ')}" for name, held in value.items()], gap)
    return "null" if value is None else json.dumps(value)


def _enclosed(ends: str, parts: list[str], gap: str) -> str:
    inner = gap + " "
    return ends[0] + inner + ("," + inner).join(parts) + gap + ends[1] if parts else ends


_FIELDS: dict[type, tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]] = {
    kind: (tuple(f'"{one.name}": ' for one in fields(kind)), attrgetter(*(one.name for one in fields(kind))))
    for kind in (Card, Evidence, Bilingual, Source)
}


def card_of(row: dict[str, Any]) -> Card:
    """A card from its JSON."""
    return Card(
        id=row["id"],
        kind=row["kind"],
        form=row["form"],
        topic=_bilingual(row["topic"]),
        question=_bilingual(row["question"]),
        choices=tuple(map(_bilingual, row["choices"])),
        answer=_bilingual(row["answer"]),
        accept=tuple(row["accept"]),
        evidence=Evidence(**row["evidence"]),
        also=tuple(Evidence(**other) for other in row.get("also", ())),
        fact=row.get("fact"),
        tags=tuple(row.get("tags", ())),
        score=row.get("score", 0.0),
        status=row.get("status", "draft"),
        edited=tuple(row.get("edited", ())),
    )


def source_of(row: dict[str, Any]) -> Source:
    """A source from its JSON."""
    return Source(**row)


def _bilingual(row: dict[str, Any]) -> Bilingual:
    return Bilingual(row["fr"], row.get("en"), row.get("origin", "none"))


def from_json(body: dict[str, Any]) -> Deck:
    """A deck from the parsed JSON of a file that has been validated (`deck_format.validate`)."""
    cards = tuple(map(card_of, body["cards"]))
    title = body["title"]
    return Deck(
        id=body["id"],
        title=Bilingual(title["fr"], title.get("en"), "reviewed" if title.get("en") else "none"),
        sources=tuple(map(source_of, body["sources"])),
        cards=cards,
        language=body["language"],
    )
