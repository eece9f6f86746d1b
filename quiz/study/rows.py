"""Events and memories as rows of the database: how each is written, and what a row means.

It knows the tables that `migrations` has laid, and neither where the file is nor whether it can be trusted. Nothing is
written twice: what an event left stands in the next event on its card, as the memory before that, or in `memory`; what
an answer left stands in its own row until `bring_up` has put it into `memory`, which an answer need not wait for.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from quiz.study.events import Answer, Event, EventKind, answer_of
from quiz.study.memory import STAGES, Memory, packed, unpacked

_DAY = 86_400_000
_FIRST_DAY = 719_163  # 1970-01-01 as a date ordinal

KINDS: tuple[EventKind, ...] = (
    "review", "cram", "regrade", "undo", "bury", "unbury", "suspend", "unsuspend", "restore", "reset", "edit",
    "reject", "report", "settle", "fit", "retention", "merge",
)  # fmt: skip
"""Kinds by their number in the database; new ones go to the end."""
_KIND = {kind: number for number, kind in enumerate(KINDS)}
REGRADE, UNDO, REPORT = _KIND["regrade"], _KIND["undo"], _KIND["report"]
SETTLE, FIT, RETENTION = _KIND["settle"], _KIND["fit"], _KIND["retention"]
FORMS = {"choice": 1, "number": 2, "cloze": 3, "true-false": 4, "text": 5, "flip": 6}
_VERDICTS = {"wrong": 0, "right": 1, "near": 2}
_FORM_NAMES = {number: name for name, number in FORMS.items()}
_VERDICT_NAMES = {number: name for name, number in _VERDICTS.items()}

NOT_UNDONE = f"NOT EXISTS (SELECT 1 FROM event u WHERE u.kind > 1 AND u.kind = {UNDO} AND u.target = e.seq)"
"""That an event `e` was not taken back. The first condition is the one of the index."""
KEY_LENGTH = 6
"""The bytes of a card's key (see `key_of`)."""
_EVENT = (
    "SELECT e.seq, l.name, e.at, e.day, e.kind, e.card, e.target, e.given, e.marks, e.ms, e.before, e.left, t.note, "
    "o.collection, t.origin_seq, e.learner FROM event e JOIN learner l ON l.id = e.learner "
    "LEFT JOIN told t ON t.seq = e.seq LEFT JOIN origin o ON o.id = t.origin"
)
MEMORY = "stage, step, stability, difficulty, due, wait, day, age, reps, lapses, suspended, leech, buried"
_REMEMBERED = f"SELECT event, {MEMORY} FROM memory WHERE learner = ? AND card = ?"
_PUT_EVENT = (
    "INSERT INTO event (seq, learner, at, day, kind, card, target, given, marks, ms, before, left) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
)
_PUT_MEMORY = f"INSERT OR REPLACE INTO memory (learner, card, event, {MEMORY}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

_PUT_ANSWER = (
    "INSERT INTO event (seq, learner, at, day, kind, card, given, marks, ms, before, left) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)
_AHEAD = b"+"
"""What `left` begins with where `memory` has yet to be told of it; a packed memory begins with a digit."""
_BEHIND = "seq > (SELECT seq FROM brought_up) AND left >= X'2B' AND left < X'2C'"


def key_of(card: str) -> str | bytes:
    """A card's id as the tables hold it: the twelve hexadecimal digits of most in six bytes, any other as it is."""
    if len(card) == 12:
        try:
            key = bytes.fromhex(card)
        except ValueError:
            return card
        if key.hex() == card:
            return key
    return card


def card_of(key: str | bytes) -> str:
    """The id behind a key."""
    return key if isinstance(key, str) else key.hex()


def day_of(stored: int, at: int) -> int:
    """The learning day of an event at `at`, from what its row says of it."""
    return stored + at // _DAY + _FIRST_DAY


def events_after(db: sqlite3.Connection, seq: int) -> Iterator[Event]:
    """The events after `seq`, oldest first."""
    return iter(events_where(db, "e.seq > ?", seq))


def events_where(db: sqlite3.Connection, where: str, *values: object) -> list[Event]:
    """The events `e` that a condition picks, oldest first."""
    events = []
    following: dict[tuple[int, str | bytes], Memory | None] = {}
    for row in db.execute(f"{_EVENT} WHERE {where} ORDER BY e.seq DESC", values).fetchall():
        seq, name, at, day, kind, key, target, given, marks, ms, packed_before, left, note, origin, there, learner = row
        day = day_of(day, at)
        before = None if packed_before is None else unpacked(packed_before, at, day)
        if left is not None:
            after = _packed_left(left, at, day) if left else None
        elif (learner, key) in following:
            after = following[learner, key]
        else:
            after = _left(db, learner, key, seq) if key else None
        following[learner, key] = before
        answer = None if marks is None else answer_of(_unmarked(marks, given, ms))
        events.append(
            Event(
                seq,
                name,
                at,
                day,
                KINDS[kind],
                card_of(key),
                before,
                after,
                target,
                answer,
                note or "",
                None if origin is None else (origin, there),
            )
        )
    events.reverse()
    return events


def _packed_left(left: bytes, at: int, day: int) -> Memory:
    """What stands in an event's own row: from its moment on where it is ahead of `memory`."""
    return unpacked(left[1:], at, day) if left.startswith(_AHEAD) else unpacked(left, 0, 0)


def _left(db: sqlite3.Connection, learner: int, key: str | bytes, seq: int) -> Memory | None:
    """What an event left, where that is not written in it: what the next on its card found, or what is remembered."""
    row = db.execute(_REMEMBERED, (learner, key)).fetchone()
    if row is None or row[0] > seq:
        found = db.execute(
            "SELECT before, at, day FROM event WHERE learner = ? AND card = ? AND seq > ? ORDER BY seq LIMIT 1",
            (learner, key, seq),
        ).fetchone()
        if found is not None:
            before, at, day = found
            return None if before is None else unpacked(before, at, day_of(day, at))
    return None if row is None else memory_of(row[1:])


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


def remembered(db: sqlite3.Connection, learner: int | None, card: str) -> Memory | None:
    """What is remembered of a card."""
    row = db.execute(_REMEMBERED, (learner, key_of(card))).fetchone()
    return None if row is None else memory_of(row[1:])


def put(db: sqlite3.Connection, learner: int, event: Event, *, follows: bool = False) -> None:
    """One event and the memory it leaves. `follows`: what it found is what is remembered, as the caller has seen."""
    key, at, day, after, before = key_of(event.card), event.at, event.day, event.after, event.before
    if not follows:
        row = db.execute(_REMEMBERED, (learner, key)).fetchone()
        if row is not None and (found := memory_of(row[1:])) != before:
            # Merged, or a line was lost between: what the event before it left is told by no other now.
            db.execute("UPDATE event SET left = ? WHERE seq = ?", (packed(found, 0, 0), row[0]))
    answer = event.answer
    db.execute(
        _PUT_EVENT,
        (
            event.seq, learner, at, day - at // _DAY - _FIRST_DAY, _KIND[event.kind], key, event.target,
            *((None, None, None) if answer is None else (answer.given, _marked(answer), _milliseconds(answer.seconds))),
            None if before is None else packed(before, at, day), b"" if after is None and key else None,
        ),
    )  # fmt: skip
    if event.note or event.origin:
        origin, there = (None, None) if event.origin is None else (_origin_id(db, event.origin[0]), event.origin[1])
        db.execute("INSERT INTO told VALUES (?,?,?,?)", (event.seq, event.note or None, origin, there))
    if after is not None:
        db.execute(_PUT_MEMORY, (learner, key, event.seq, *_memory_row(after)))
    elif before is not None or not follows:
        db.execute("DELETE FROM memory WHERE learner = ? AND card = ?", (learner, key))


def put_answer(db: sqlite3.Connection, learner: int, event: Event) -> None:
    """One answer and the memory it leaves, which follows on what is remembered, as a transaction of its own, in one
    row: a page less to write and to sync than with its row of `memory`. Raises IntegrityError where there is an event
    of this number already."""
    answer, after, at, day = event.answer, event.after, event.at, event.day
    assert answer is not None
    assert after is not None
    db.execute(
        _PUT_ANSWER,
        (
            event.seq, learner, at, day - at // _DAY - _FIRST_DAY, _KIND[event.kind], key_of(event.card), answer.given,
            _marked(answer), _milliseconds(answer.seconds),
            None if event.before is None else packed(event.before, at, day), _AHEAD + packed(after, at, day),
        ),
    )  # fmt: skip


def is_behind(db: sqlite3.Connection) -> bool:
    """Whether there are answers that `memory` has yet to be told of."""
    return db.execute(f"SELECT 1 FROM event WHERE {_BEHIND} LIMIT 1").fetchone() is not None


def bring_up(db: sqlite3.Connection) -> None:
    """Tell `memory` of them, in the caller's transaction."""
    statement = f"SELECT seq, learner, card, at, day, left FROM event WHERE {_BEHIND} ORDER BY seq"
    for seq, learner, key, at, day, left in db.execute(statement).fetchall():
        after = _packed_left(left, at, day_of(day, at))
        db.execute(_PUT_MEMORY, (learner, key, seq, *_memory_row(after)))
    db.execute(f"UPDATE event SET left = NULL WHERE {_BEHIND}")
    mark_brought_up(db)


def mark_brought_up(db: sqlite3.Connection) -> None:
    """Note that `memory` has been told of all there is."""
    db.execute("UPDATE brought_up SET seq = (SELECT coalesce(max(seq), 0) FROM event)")


def memory_of(row: tuple[Any, ...]) -> Memory:
    """The memory a row of `MEMORY` holds."""
    stage, step, stability, difficulty, due, wait, day, age, reps, lapses, suspended, leech, buried = row
    last = due - (wait // 2 * _DAY if wait & 1 else wait // 2)
    return Memory(
        STAGES[stage], step, stability, difficulty, due, last, day, day - age, reps, lapses, suspended == 1,
        leech == 1, buried,
    )  # fmt: skip


def _memory_row(m: Memory) -> tuple[int | float, ...]:
    """The values of `MEMORY`. What is told by another value is told from there, which is shorter."""
    days, rest = divmod(m.due - m.last, _DAY)
    return (
        STAGES.index(m.stage), m.step, m.stability, m.difficulty, m.due, 2 * (m.due - m.last) if rest else 2 * days + 1,
        m.day, m.day - m.first, m.reps, m.lapses, m.suspended, m.leech, m.buried,
    )  # fmt: skip


def _marked(answer: Answer) -> int | str:
    """Form, verdict, help and ratings in two bytes, in three where English always stands by; where an answer from
    elsewhere has others than ours, as text."""
    form, verdict, bits = FORMS.get(answer.form), _VERDICTS.get(answer.verdict), answer.help.bits
    if form is None or verdict is None or not 0 <= answer.auto < 8 or not 0 <= answer.rating < 8:
        return json.dumps([answer.form, answer.verdict, bits, answer.auto, answer.rating])
    return form | verdict << 3 | (bits & 15) << 5 | answer.auto << 9 | answer.rating << 12 | bits >> 4 << 15


def _unmarked(marks: int | str, given: str, ms: float) -> tuple[Any, ...]:
    """The values of `answer_of`."""
    if isinstance(marks, str):
        form, verdict, bits, auto, rating = json.loads(marks)
    else:
        form, verdict = _FORM_NAMES[marks & 7], _VERDICT_NAMES[marks >> 3 & 3]
        bits, auto, rating = marks >> 5 & 15 | marks >> 15 << 4, marks >> 9 & 7, marks >> 12 & 7
    return form, given, verdict, seconds_of(ms), bits, auto, rating


def verdict_of(marks: int | str) -> str:
    """The verdict in an answer's marks."""
    return str(json.loads(marks)[1]) if isinstance(marks, str) else _VERDICT_NAMES[marks >> 3 & 3]


def _milliseconds(seconds: float) -> int | float:
    """Seconds as they are stored: whole milliseconds where that is the very same number."""
    if 0 <= seconds < 1e9:
        whole = round(seconds * 1000)
        if whole / 1000 == seconds:
            return whole
    return float(seconds)


def seconds_of(ms: float) -> float:
    """The seconds that are stored."""
    return ms / 1000 if isinstance(ms, int) else ms


def _origin_id(db: sqlite3.Connection, collection: str) -> int:
    """The number of another collection, which is entered where new."""
    row = db.execute("SELECT id FROM origin WHERE collection = ?", (collection,)).fetchone()
    if row is None:
        return int(db.execute("INSERT INTO origin (collection) VALUES (?)", (collection,)).lastrowid or 0)
    return int(row[0])
