"""What a day needs to know of a learner's memory, kept ready in the database, so that no morning reads every card.

An agenda is true of the moment it was made: the first reviews by due time, and the few cards that have to be looked at
anyway. What has happened since is in the log, so those cards are looked at as well, and nothing has to be kept up while
a learner answers. It can be made again from `memory` at any time. It knows no deck and no limits.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise
from sqlite3 import Connection, Error
from typing import NamedTuple

from quiz.study.rows import card_of, key_of

ROOM = 500
"""How many reviews an agenda lists; whoever wants more reads every card."""
STALE = 1000
"""How many cards may be looked at anew before an agenda is made again."""
WORN = 100
"""After how many acts a history that is closed leaves a new agenda."""
_PAGE = 500


class Agenda(NamedTuple):
    """`seq` is the last event it knows of and `day` the learning day on which it was made. `reviews` are the first
    cards by due time (stored milliseconds) that are in review and neither put aside nor answered that day, all of them
    where `whole`; `others` those in their steps, answered or hidden that day, or put aside before they were asked."""

    seq: int
    day: int
    whole: bool
    reviews: list[tuple[str, int]]
    others: list[str]


class Met(NamedTuple):
    """The little a day needs to know of a card: how its row stands in `memory`."""

    card: str
    stage: int
    due: int
    suspended: int
    buried: int
    day: int
    age: int


def made(db: Connection, learner: int | None, today: int) -> Agenda:
    """The agenda of now, from all that is remembered."""
    (seq,) = db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
    quiet = "stage = 2 AND day < ?2 AND buried < ?2"
    reviews = db.execute(
        f"SELECT card, due FROM memory WHERE learner = ?1 AND {quiet} AND suspended = 0 ORDER BY due LIMIT ?3",
        (learner, today, ROOM + 1),
    ).fetchall()
    others = db.execute(f"SELECT card FROM memory WHERE learner = ?1 AND NOT ({quiet})", (learner, today)).fetchall()
    return Agenda(
        seq,
        today,
        len(reviews) <= ROOM,
        [(card_of(key), due) for key, due in reviews[:ROOM]],
        [card_of(key) for (key,) in others],
    )


def keep(db: Connection, learner: int, agenda: Agenda) -> None:
    """Put an agenda in place of the one before, in the caller's transaction."""
    dues = [due for _, due in agenda.reviews]
    waits = [after - before for before, after in pairwise([0, *dues])]  # shorter than what they lead to
    body = json.dumps([[card for card, _ in agenda.reviews], waits, agenda.others], separators=(",", ":"))
    db.execute(
        "INSERT OR REPLACE INTO agenda VALUES (?,?,?,?,?)", (learner, agenda.seq, agenda.day, agenda.whole, body)
    )


def kept(db: Connection, learner: int | None, today: int) -> Agenda | None:
    """The agenda that was kept; None where there is none that can be read and is of this log, or the clock has been set
    back since."""
    try:
        row = db.execute("SELECT seq, day, whole, cards FROM agenda WHERE learner = ?", (learner,)).fetchone()
        if row is None or row[1] > today:
            return None
        (newest,) = db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
        return _read(*row) if row[0] <= newest else None
    except (Error, ValueError, TypeError):  # of another version, or damaged: all of it can be made again
        return None


def _read(seq: int, day: int, whole: int, body: str) -> Agenda:
    """The agenda in a row. Raises ValueError or TypeError where it is none."""
    cards, waits, others = json.loads(body)
    "".join((*cards, *others))  # the quickest way to ask whether all of them are text
    reviews = list(zip(cards, accumulate(waits), strict=True))
    if set(map(type, waits)) - {int} or not (whole or reviews):
        raise ValueError(body)
    return Agenda(seq, day, bool(whole), reviews, list(others))


def touched(db: Connection, learner: int | None, seq: int) -> set[str]:
    """The cards that something has happened to since an event."""
    rows = db.execute("SELECT DISTINCT card FROM event WHERE seq > ? AND learner = ?", (seq, learner))
    return {card_of(key) for (key,) in rows if key}


def looked_at(db: Connection, learner: int | None, cards: Collection[str]) -> Iterator[Met]:
    """How these cards stand now, those that have been met."""
    keys = list(map(key_of, cards))
    for start in range(0, len(keys), _PAGE):
        page = keys[start : start + _PAGE]
        for key, *row in db.execute(
            "SELECT card, stage, due, suspended, buried, day, age FROM memory WHERE learner = ? "
            f"AND card IN ({','.join('?' * len(page))})",
            (learner, *page),
        ):
            yield Met(card_of(key), *row)
