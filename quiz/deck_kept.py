"""A deck that was validated once, kept in the cache so that opening it and showing a card of it cost the same however
many cards it has: its cards are read when somebody looks at them, one by one or all.

What is kept belongs to one deck file and is trusted while the file is the one it was made of: by its size, its inode
and its time, or where that time is too recent to tell, by its hash. It can be thrown away at any time. It refuses to
know what a learner remembers, and keeps marks on the cards for whoever asks.
"""

from __future__ import annotations

import gc
import json
import os
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, suppress
from hashlib import file_digest, sha256
from pathlib import Path
from time import time_ns
from typing import Any, NamedTuple, TypeVar, overload
from urllib.parse import quote

from quiz.deck import FORMAT, Bilingual, Card, Deck, card_of, source_of
from quiz.errors import QuizError

_RECENT = 2_000_000_000
"""Nanoseconds in which a file may be written twice and have one time."""
SMALL = 300
"""A deck of no more cards is read whole at once, and no file is held open for it."""
_PAGE = 500
T = TypeVar("T")
Laid = Callable[[sqlite3.Connection, Path, str], str]
"""Lays out in an empty database what the file of a deck holds, with the stamp it is kept under, and says the hash of
the file. Raises QuizError where the file holds no deck."""


class Slip(NamedTuple):
    """What has to be known of a card before it is asked: its place among the kept cards (`rank`), its id, the sentence
    that proves it (`source`, `start`), the fact it names, and whether it may not be asked."""

    rank: int
    id: str
    source: str
    start: int
    fact: str | None
    barred: bool


class Look(NamedTuple):
    """What lists and searches know of a card without reading it: its kind, and its words as they are searched in."""

    kind: str
    words: str


class KeptCards(Sequence[Card]):
    """The cards of a kept deck, in the order of the deck. Where the cache turns out to be damaged it is made again, in
    memory where its folder cannot be written; raises QuizError "deck-unreadable" where the deck's file is another by
    now, or gone."""

    def __init__(self, db: sqlite3.Connection, path: Path, place: Path, laid: Laid) -> None:
        self._db = db
        self._path = path
        self._place = place
        self._laid = laid
        self._whole: tuple[Card, ...] | None = None
        self._hash, sources, about = db.execute("SELECT hash, sources, about FROM deck").fetchone()
        self.sources = [(str(name), int(start), int(end)) for name, start, end in json.loads(sources)]
        """Each source with the first of its ranks and the one after its last."""
        self._starts = [start for _, start, _ in self.sources]
        self.askable = int(json.loads(about)["askable"])
        """How many of the cards may be asked."""
        self.is_large = bool(json.loads(about).get("large"))
        """Whether there are so many that they are not to be held all at once; then `looks` says what they are."""

    def __len__(self) -> int:
        return self.sources[-1][2] if self.sources else 0

    @overload
    def __getitem__(self, place: int) -> Card: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Card, ...]: ...
    def __getitem__(self, place: int | slice) -> Card | tuple[Card, ...]:
        return self.whole[place]

    def __iter__(self) -> Iterator[Card]:
        if not self.is_large or self._whole is not None:
            yield from self.whole
            return
        for start in range(0, len(self), _PAGE):
            yield from self._read("SELECT body FROM text WHERE place >= ? AND place < ?", _card, start, start + _PAGE)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple | KeptCards) and self.whole == tuple(other)

    def __hash__(self) -> int:
        return hash(self.whole)

    def __reduce__(self) -> tuple[type, tuple[tuple[Card, ...]]]:
        return tuple, (self.whole,)  # another process has its cards in memory

    def __repr__(self) -> str:
        return f"<{len(self)} cards of {self._path.name}>"

    @property
    def whole(self) -> tuple[Card, ...]:
        """All cards."""
        if self._whole is None:
            collecting = gc.isenabled()
            gc.disable()  # none of what is made here is garbage, and looking through it takes as long again
            try:
                # One text is read faster than its thousand parts.
                (self._whole,) = self._read(
                    "SELECT group_concat(body) FROM (SELECT body FROM card ORDER BY place)",
                    lambda row: tuple(map(card_of, json.loads(f"[{row[0] or ''}]"))),
                )
            finally:
                if collecting:
                    gc.enable()
        return self._whole

    def at(self, rank: int) -> Card:
        """One card."""
        (card,) = self._read("SELECT body FROM card WHERE rank = ?", _card, rank, count=1)
        return card

    def some(self, ranks: Sequence[int]) -> dict[int, Card]:
        """Some cards, by rank."""
        cards: dict[int, Card] = {}
        for start in range(0, len(ranks), _PAGE):
            page = ranks[start : start + _PAGE]
            cards.update(
                self._read(
                    f"SELECT rank, body FROM card WHERE rank IN ({','.join('?' * len(page))})",
                    lambda row: (int(row[0]), card_of(json.loads(row[1]))),
                    *page,
                    count=len(set(page)),
                )
            )
        return cards

    def slips_at(self, ranks: Sequence[int]) -> list[Slip]:
        """What is to be known of these cards before they are asked, by rank."""
        return self._slips(f"rank IN ({','.join('?' * len(ranks))}) ORDER BY rank", *ranks, count=len(set(ranks)))

    def places(self, ranks: Sequence[int]) -> dict[int, int]:
        """Where in the deck these cards stand, by rank."""
        places: dict[int, int] = {}
        for start in range(0, len(ranks), _PAGE):
            page = ranks[start : start + _PAGE]
            blanks = ",".join("?" * len(page))
            rows = self._read(f"SELECT rank, place FROM card WHERE rank IN ({blanks})", tuple, *page, count=len(page))
            places.update(rows)
        return places

    def holds(self, name: str) -> bool:
        """Whether a card of this id is here."""
        return bool(self._slips("id = ?", name))

    def met(self, ids: Collection[str]) -> Iterator[Card]:
        """The cards that have these ids and are here, rejected ones as well, a few in memory at a time."""
        ranks = sorted(slip.rank for slip in self.slips(ids))
        for start in range(0, len(ranks), _PAGE):
            yield from self.some(ranks[start : start + _PAGE]).values()

    def every(self) -> list[Slip]:
        """What is to be known of every card before it is asked, in the order of the deck."""
        rows = self._read("SELECT place, rank, id, start, fact, barred FROM card", tuple, count=len(self))
        return [self._slip(row[1:]) for row in sorted(rows)]

    def slips(self, ids: Collection[str]) -> Iterator[Slip]:
        """The same of the cards that have these ids, and are here."""
        names = tuple(ids)
        for start in range(0, len(names), _PAGE):
            page = names[start : start + _PAGE]
            yield from self._slips(f"id IN ({','.join('?' * len(page))})", *page)

    def listed(self) -> list[tuple[str, int]]:
        """The id of every card and its rank, in the order of the deck."""
        rows = self._read("SELECT place, id, rank FROM card", tuple, count=len(self))
        return [(name, rank) for _, name, rank in sorted(rows)]

    def looks(self) -> list[Look]:
        """Of a large deck, what is to be known of every card before one is looked at, in the order of the deck."""
        return self._read("SELECT kind, words FROM look ORDER BY place", lambda row: Look(*row), count=len(self))

    def ids(self) -> list[tuple[str, bool]]:
        """The id of every card, by rank, and whether it may not be asked."""
        return self._read(
            "SELECT id, barred FROM card ORDER BY rank", lambda row: (str(row[0]), bool(row[1])), count=len(self)
        )

    def marks(self, owner: str) -> tuple[str, bytes] | None:
        """What somebody noted, and one byte a card, by rank."""
        rows = self._read(
            "SELECT note, marks FROM marks WHERE owner = ?", lambda row: (str(row[0]), bytes(row[1])), owner
        )
        return rows[0] if rows and len(rows[0][1]) == len(self) else None

    def mark(self, owner: str, note: str, marks: bytes) -> None:
        """Keep such marks in place of those before; where they cannot be, they have to be made again."""
        with suppress(sqlite3.Error):
            self._db.execute("INSERT OR REPLACE INTO marks VALUES (?,?,?)", (owner, note, marks))

    def _slips(self, where: str, *values: object, count: int | None = None) -> list[Slip]:
        what = f"SELECT rank, id, start, fact, barred FROM card WHERE {where}"
        return self._read(what, self._slip, *values, count=count)

    def _slip(self, row: tuple[Any, ...]) -> Slip:
        rank, name, start, fact, barred = row
        return Slip(rank, name, self.source_of(rank), start, fact, bool(barred))

    def source_of(self, rank: int) -> str:
        """The article that a card's proof is in."""
        return self.sources[bisect_right(self._starts, rank) - 1][0]

    def _read(
        self, statement: str, made: Callable[[tuple[Any, ...]], T], *values: object, count: int | None = None
    ) -> list[T]:
        """The rows of a statement, as many as there must be."""

        def rows() -> list[T]:
            found = [made(row) for row in self._db.execute(statement, values)]
            if count is not None and len(found) != count:
                raise ValueError(f"{len(found)} rows")
            return found

        try:
            return rows()
        except (sqlite3.Error, ValueError, TypeError, KeyError):
            self._mend()
        try:
            return rows()
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise QuizError("deck-unreadable", file=self._path, reason=str(error)) from error

    def _mend(self) -> None:
        """Make the cache again, of the deck as it was opened."""
        try:
            with self._path.open("rb") as file:
                hashed = file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise QuizError("deck-unreadable", file=self._path, reason=error.strerror or "?") from error
        if hashed != self._hash:
            raise QuizError("deck-unreadable", file=self._path, reason="changed")
        self._db.close()
        try:
            keep(self._path, self._place, self._laid)
            self._db = _opened(self._place)
        except (OSError, sqlite3.Error):
            self._db = _aside(self._path, self._laid)


def holds(deck: Deck, name: str) -> bool:
    """Whether a card of this id stands in the deck."""
    return deck.cards.holds(name) if isinstance(deck.cards, KeptCards) else any(card.id == name for card in deck.cards)


def _card(row: tuple[Any, ...]) -> Card:
    return card_of(json.loads(row[0]))


def place_of(path: Path, folder: Path) -> Path:
    """Where the deck of a file is kept in a folder of the cache."""
    name = sha256(os.fsencode(path.absolute())).hexdigest()[:32]
    return folder / f"{name}-{FORMAT.replace('/', '-')}.sqlite"


def kept(path: Path, place: Path, laid: Laid, hashed: str | None = None) -> Deck | None:
    """The deck of a file as it is kept, if it is of the file as it is now; None where that cannot be said without
    reading the file (or at all, with its hash in `hashed`)."""
    try:
        stamp = _stamp(path)
        db = _opened(place)
    except (OSError, sqlite3.Error):
        return None
    try:
        known, was = db.execute("SELECT stamp, hash FROM deck").fetchone()
        if hashed is None and known != stamp:
            raise ValueError("changed, or too young")
        if hashed is not None:
            if hashed != was:
                raise ValueError("another deck")
            with suppress(sqlite3.Error):
                db.execute("UPDATE deck SET stamp = ?", (_settled(stamp),))
        return _deck(db, path, place, laid)
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        db.close()
        return None


def beside(path: Path, place: Path, laid: Laid) -> Deck:
    """The deck of a file where the cache cannot be written: kept until nobody needs it any more, in a file of the
    system's own."""
    return _deck(_aside(path, laid), path, place, laid)


def _aside(path: Path, laid: Laid) -> sqlite3.Connection:
    db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    laid(db, path, "")
    return db


def _deck(db: sqlite3.Connection, path: Path, place: Path, laid: Laid) -> Deck:
    """The deck in a database of `laid`."""
    (about,) = db.execute("SELECT about FROM deck").fetchone()
    body = json.loads(about)
    cards: Sequence[Card] = KeptCards(db, path, place, laid)
    if len(cards) <= SMALL:
        cards = KeptCards(db, path, place, _damaged).whole
        db.close()
    return Deck(
        body["id"],
        Bilingual(**body["title"]),
        tuple(map(source_of, body["sources"])),
        cards,
        body["language"],
        path,
    )


def _opened(place: Path) -> sqlite3.Connection:
    where = f"file:{quote(str(place.absolute()))}?mode=rw"
    return sqlite3.connect(where, isolation_level=None, check_same_thread=False, uri=True)


def _damaged(_db: sqlite3.Connection, path: Path, _stamp: str) -> str:
    raise ValueError(f"what is kept of {path}")


def keep(path: Path, place: Path, laid: Laid) -> None:
    """Keep the deck that a file holds. Raises OSError, sqlite3.Error, and as `laid`, having kept nothing."""
    stamp = _settled(_stamp(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    try:
        with closing(sqlite3.connect(aside, isolation_level=None)) as db:
            laid(db, path, stamp)
        aside.replace(place)
    finally:
        with suppress(OSError):
            aside.unlink()


def _stamp(path: Path) -> str:
    seen = path.stat()
    return f"{seen.st_size} {seen.st_ino} {seen.st_mtime_ns}"


def _settled(stamp: str) -> str:
    """The stamp of a file as it is kept; none where it may still be written without getting another."""
    return stamp if time_ns() - int(stamp.split()[2]) > _RECENT else ""
