"""Rows of the fourth version of the history, as the step to the fifth reads them; nothing else does.

What they held is told in migrations.py. Nothing here changes any more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from quiz.study.events import Event, answer_of
from quiz.study.memory import Memory, from_text, unpacked

_SELECT = (
    "SELECT seq, learner, at, day, kind, card, target, form, given, verdict, seconds, help, auto, rating, before_left, "
    "before_after, before_at, before_day, left, after, note, origin, origin_seq FROM event_whole ORDER BY seq"
)
_NAMES = {
    "c": "choice", "n": "number", "z": "cloze", "b": "true-false", "t": "text", "f": "flip",
    "r": "right", "m": "near", "w": "wrong",
}  # fmt: skip
"""Forms and verdicts as they were stored; rows of the first versions have them in full."""


def events_of(db: sqlite3.Connection) -> Iterator[Event]:
    """All events of a history of version 4, oldest first."""
    return map(_event, db.execute(_SELECT))


def _event(row: tuple[Any, ...]) -> Event:
    seq, learner, at, day, kind, card, target, form, given, verdict, *answer = row[:14]
    before_left, before, before_at, before_day, left, after, note, origin, there = row[14:]
    return Event(
        seq, learner, at, day, kind, card, _memory(before_left, before, before_at, before_day),
        _memory(left, after, at, day), target,
        None if form is None else answer_of((_NAMES.get(form, form), given, _NAMES.get(verdict, verdict), *answer)),
        note, None if origin is None else (origin, there),
    )  # fmt: skip


def _memory(left: bytes | None, after: str | None, at: int, day: int) -> Memory | None:
    if left is not None:
        return unpacked(left, at, day)
    return from_text(after) if after else None
