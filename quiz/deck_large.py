"""A deck file that is too large to be held at once: read piece by piece, each card checked and made safe like any other
and laid out for `deck_kept` before the next is looked at.

It trusts nothing: a piece that does not end, a file that is one endless list, a name that is nowhere, each ends it with
a sentence and in little memory. It makes no deck; whoever opens what it has laid out does.
"""

from __future__ import annotations

import json
import re
import sqlite3
from codecs import getincrementaldecoder
from collections.abc import Collection, Iterator
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import Any

from quiz.deck import card_of, from_json
from quiz.deck_flaws import Flaw, check_format, flaws_in, made_safe
from quiz.deck_laying import entitle, tables
from quiz.deck_words import words_of
from quiz.errors import QuizError
from quiz.typography import is_safe

PIECE = 1 << 20
"""Bytes read at a time."""
LONGEST = 1 << 20
"""Characters that one card, one source or one other field may take in the file."""
SOURCES = 100_000
"""How many articles a deck may name: they are held in memory wherever the deck is played."""
_PAGE = 500
_SPACE = re.compile(r"[ \t\n\r]*")
_TABLES = (
    # What is long is written once, in the order of the file, and what is short again, in the order of `deck_kept`.
    "DROP TABLE card",
    "CREATE TABLE text (place INTEGER PRIMARY KEY, body TEXT)",
    "CREATE TABLE look (place INTEGER PRIMARY KEY, kind TEXT, words TEXT)",
    "CREATE TABLE entry (rank INTEGER PRIMARY KEY, place INTEGER, id TEXT, start INTEGER, fact TEXT, barred INTEGER)",
    "CREATE VIEW card AS SELECT rank, entry.place, id, start, fact, barred, body FROM entry JOIN text USING (place)",
    "CREATE TEMP TABLE source (number INTEGER PRIMARY KEY, first INTEGER)",
    "CREATE TEMP TABLE raw (source INTEGER, nth INTEGER, place INTEGER, id TEXT, start INTEGER, fact TEXT, "
    "barred INTEGER)",
)


def lay_large(db: sqlite3.Connection, path: Path, stamp: str) -> str:
    """Lay out the deck of a file in an empty database, and give the hash of the file. Raises QuizError as
    `deck_format.read_deck`, OSError, sqlite3.Error."""
    tables(db)
    for statement in _TABLES:
        db.execute(statement)
    cards = _Cards(db)
    with path.open("rb") as file:
        pieces = _Pieces(file)
        try:
            body, flaws = _read(pieces, cards, path)
        except (ValueError, RecursionError) as error:
            raise QuizError("deck-not-json", file=path) from error
    if flaws := flaws or cards.settled({source["id"] for source in body["sources"]}):
        raise QuizError("deck-invalid", file=path, where=flaws[0].where or "-", what=flaws[0].what, n=len(flaws))
    deck = from_json(made_safe(body))
    hashed = pieces.hash.hexdigest()
    entitle(db, deck, cards.ranges(), cards.askable, stamp, hashed, large=True)
    return hashed


def _read(pieces: _Pieces, cards: _Cards, path: Path) -> tuple[dict[str, Any], list[Flaw]]:
    """The deck's fields, no cards among them, and what is wrong with it; the cards go where they are kept."""
    from pydantic import ValidationError

    from quiz.deck_models import CardField, DeckFile, SourceField

    body: dict[str, Any] = {}
    flaws: list[Flaw] = []
    for name, place, value in pieces.fields():
        if place is None:
            if name in body:
                raise ValueError("a field twice")
            body[name] = value
            if name == "format":
                check_format(body, path)
            continue
        try:
            if name == "cards":
                CardField.model_validate(value)
                cards.add(place, value)
            else:
                SourceField.model_validate(value)
                body[name].append(value)
        except ValidationError as error:
            flaws += flaws_in(error, name, place)
        if max(len(body.get("sources", ())), len(cards.named)) > SOURCES:
            flaws = [Flaw("sources", QuizError("flaw-many", max_length=SOURCES))]
        if flaws and (len(flaws) > _PAGE or flaws[0].where == "sources"):
            return body, flaws
    check_format(body, path)
    try:
        DeckFile.model_validate(body)
    except ValidationError as error:
        flaws[:0] = flaws_in(error)
    return body, flaws


class _Pieces:
    """The JSON object in a file, field by field, and its two long lists entry by entry."""

    def __init__(self, file: BufferedReader) -> None:
        self.hash = sha256()
        self._file = file
        self._decode = getincrementaldecoder("utf-8-sig")().decode
        self._parse = json.JSONDecoder().raw_decode
        self._text = ""
        self._at = 0
        self._ended = False

    def fields(self) -> Iterator[tuple[str, int | None, Any]]:
        """Each field with its value; each entry of `sources` and `cards` with its place, after the field with a list
        that is still empty. Raises ValueError where the file is no JSON object."""
        more = self._expect("{") and self._next() != "}"
        while more:
            name = self._value()
            self._expect(":")
            if name in ("sources", "cards") and self._next() == "[":
                self._at += 1
                yield name, None, []
                place, more = 0, self._next() != "]"
                while more:
                    yield name, place, self._value()
                    place, more = place + 1, self._expect(",", "]") == ","
                if not place:
                    self._expect("]")
            elif isinstance(name, str):
                yield name, None, self._value()
            else:
                raise ValueError("a field without a name")
            more = self._expect(",", "}") == ","
        if self._next():
            raise ValueError("more than one value")

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = self._parse(self._text, self._at)
            except ValueError:
                if self._ended:
                    raise
            else:
                if end < len(self._text) or self._ended:  # at the end of a piece, a number may go on
                    break
            if len(self._text) - self._at > LONGEST:
                raise ValueError("a value without end")
            self._more()
        self._at = end
        return value

    def _expect(self, *marks: str) -> str:
        mark = self._next()
        if mark not in marks:
            raise ValueError(f"{mark!r} instead of {marks}")
        self._at += 1
        return mark

    def _next(self) -> str:
        """The next character that is no space, not taken; "" at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._more()

    def _more(self) -> None:
        data = self._file.read(PIECE)
        self.hash.update(data)
        self._ended = not data
        self._text, self._at = self._text[self._at :] + self._decode(data, not data), 0


class _Cards:
    """The cards as they come, laid aside until all of their sources are known, and then in their places."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.askable = 0
        self.named: dict[str, str] = {}
        """The sources that cards name, each with the first card that does."""
        self._db = db
        self._counts: dict[str, list[int]] = {}  # of each source that proves a card: its number, how many
        self._pages: tuple[list[tuple[object, ...]], ...] = ([], [], [])

    def add(self, place: int, row: dict[str, Any]) -> None:
        """Lay aside a card that was checked."""
        for evidence in (row["evidence"], *row["also"]):
            self.named.setdefault(evidence["source"], row["id"])
        body = _dumped(row)
        if "\\u" in body or not is_safe(body):
            row = made_safe(row)
            body = _dumped(row)
        card = card_of(row)
        count = self._counts.setdefault(card.evidence.source, [len(self._counts), 0])
        named = card.fact.get("id") if card.fact else None
        fact = named if isinstance(named, str) and named else None
        barred = card.status == "rejected" or "evidence-gone" in card.tags
        text, look, raw = self._pages
        text.append((place, body))
        look.append((place, card.kind, words_of(card)))
        raw.append((*count, place, card.id, card.evidence.start, fact, barred))
        count[1] += 1
        self.askable += not barred
        if len(text) == _PAGE:
            self._write()

    def _write(self) -> None:
        for name, page in zip(("text", "look", "raw"), self._pages, strict=True):
            if page:
                self._db.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(page[0]))})", page)
            page.clear()

    def settled(self, known: Collection[str]) -> list[Flaw]:
        """Put all cards in their places, source by source; what is wrong with them as a whole, where something is."""
        self._write()
        for source, card in self.named.items():
            if source not in known:
                return [Flaw("", QuizError("deck-source", card=card))]
        firsts = ((number, first) for number, (_, first, _) in enumerate(self.ranges()))
        self._db.executemany("INSERT INTO source VALUES (?,?)", firsts)
        self._db.execute(
            "INSERT INTO entry SELECT first + nth, place, id, start, fact, barred FROM raw JOIN source "
            "ON number = source ORDER BY 1"
        )
        self._db.execute("CREATE INDEX card_id ON entry (id)")
        twice = self._db.execute("SELECT 1 FROM entry GROUP BY id HAVING count(*) > 1 LIMIT 1").fetchone()
        return [Flaw("", QuizError("deck-ids"))] if twice else []

    def ranges(self) -> list[tuple[str, int, int]]:
        """Each source with the first of its ranks and the one after its last."""
        ranges, first = [], 0
        for name, (_, count) in self._counts.items():
            ranges.append((name, first, first + count))
            first += count
        return ranges


def _dumped(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
