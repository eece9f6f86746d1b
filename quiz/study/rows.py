"""Events and memories as rows of the database: how each is written, and what a row means, also one of an older version.

It knows the tables of `schema.sql` and `migrations`, and neither where the file is nor whether it can be trusted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from quiz.study.events import Answer, Event, answer_of
from quiz.study.memory import Memory, from_row, from_text, packed, to_row, unpacked

SELECT_EVENTS = (
    "SELECT seq, learner, at, day, kind, card, target, form, given, verdict, seconds, help, auto, rating, before_left, "
    "before_after, before_at, before_day, left, after, note, origin, origin_seq FROM event_whole"
)
MEMORY = "stage, step, stability, difficulty, due, last, day, first, reps, lapses, suspended, leech, buried"
_PUT_EVENT = (
    "INSERT INTO event (seq, learner, at, day, kind, card, target, form, given, verdict, seconds, help, auto, rating, "
    "prior, after, left, note, origin, origin_seq) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_PUT_MEMORY = f"INSERT OR REPLACE INTO memory (learner, card, {MEMORY}, event) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"


CODES = {
    "choice": "c", "number": "n", "cloze": "z", "true-false": "b", "text": "t", "flip": "f",
    "right": "r", "near": "m", "wrong": "w",
}  # fmt: skip
"""Forms and verdicts as they are stored; rows of the first versions have them in full."""
_NAMES = {code: name for name, code in CODES.items()}


def events_after(db: sqlite3.Connection, seq: int) -> Iterator[Event]:
    """The events after `seq`, oldest first."""
    return map(event_of, db.execute(f"{SELECT_EVENTS} WHERE seq > ? ORDER BY seq", (seq,)))


def event_of(row: tuple[Any, ...]) -> Event:
    """The event a row of `SELECT_EVENTS` holds."""
    seq, learner, at, day, kind, card, target, form, given, verdict, *answer = row[:14]
    before_left, before, before_at, before_day, left, after, note, origin, there = row[14:]
    return Event(
        seq, learner, at, day, kind, card, _memory(before_left, before, before_at, before_day),
        _memory(left, after, at, day), target,
        None if form is None else answer_of((_NAMES.get(form, form), given, _NAMES.get(verdict, verdict), *answer)),
        note, None if origin is None else (origin, there),
    )  # fmt: skip


def _memory(left: bytes | None, after: str | None, at: int, day: int) -> Memory | None:
    """The memory a row holds, packed or, in a row of the first versions, as text."""
    if left is not None:
        return unpacked(left, at, day)
    return from_text(after) if after else None


def add(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Write events and the memory they leave, in the caller's transaction."""
    learners: dict[str, int] = {}
    for event in events:
        if event.learner not in learners:
            learners[event.learner] = learner_id(db, event.learner, event.at)
        put(db, learners[event.learner], event)


def learner_id(db: sqlite3.Connection, name: str, created: int) -> int:
    """The number of a learner, who is entered where new."""
    row = db.execute("SELECT id FROM learner WHERE name = ?", (name,)).fetchone()
    if row is None:
        return int(db.execute("INSERT INTO learner (name, created) VALUES (?, ?)", (name, created)).lastrowid or 0)
    return int(row[0])


def remembered(db: sqlite3.Connection, learner: int | None, card: str) -> tuple[Memory | None, int | None]:
    """What is remembered of a card, and the event it comes from."""
    row = db.execute(f"SELECT {MEMORY}, event FROM memory WHERE learner = ? AND card = ?", (learner, card)).fetchone()
    return (None, None) if row is None else (from_row(row[:-1]), row[-1])


def put(db: sqlite3.Connection, learner: int, event: Event, prior: int | None = None) -> None:
    """One event and the memory it leaves. `prior` is the event before on the same card, where it is known."""
    answer: Answer | None = event.answer
    values: tuple[Any, ...] = (None,) * 7
    if answer is not None:
        values = (
            CODES.get(answer.form, answer.form), answer.given, CODES.get(answer.verdict, answer.verdict),
            answer.seconds, answer.help.bits, answer.auto, answer.rating,
        )  # fmt: skip
    if prior is None and event.before is not None:
        found, prior = remembered(db, learner, event.card)
        if found != event.before:  # merged: what it followed on is not the last that happened to its card here
            prior = _left(db, learner, event.card, event.before)
    origin, there = (None, None) if event.origin is None else (_origin_id(db, event.origin[0]), event.origin[1])
    db.execute(
        _PUT_EVENT,
        (
            event.seq, learner, event.at, event.day, event.kind, event.card, event.target, *values, prior,
            "", None if event.after is None else packed(event.after, event.at, event.day), event.note or None,
            origin, there,
        ),
    )  # fmt: skip
    if event.after is None:
        db.execute("DELETE FROM memory WHERE learner = ? AND card = ?", (learner, event.card))
    else:
        db.execute(_PUT_MEMORY, (learner, event.card, *to_row(event.after), event.seq))


def _left(db: sqlite3.Connection, learner: int, card: str, memory: Memory) -> int | None:
    """The last event on a card that left this memory."""
    rows = db.execute(
        "SELECT seq, left, after, at, day FROM event WHERE learner = ? AND card = ? ORDER BY seq DESC", (learner, card)
    )
    return next((seq for seq, *left in rows if _memory(*left) == memory), None)


def _origin_id(db: sqlite3.Connection, collection: str) -> int:
    """The number of another collection, which is entered where new."""
    row = db.execute("SELECT id FROM origin WHERE collection = ?", (collection,)).fetchone()
    if row is None:
        return int(db.execute("INSERT INTO origin (collection) VALUES (?)", (collection,)).lastrowid or 0)
    return int(row[0])
