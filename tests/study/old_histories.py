"""Histories as earlier versions of the program have written them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from quiz.study import migrations, store
from quiz.study.events import Event
from quiz.study.memory import Memory, packed, to_row, to_text

_CODES = {
    "choice": "c", "number": "n", "cloze": "z", "true-false": "b", "text": "t", "flip": "f",
    "right": "r", "near": "m", "wrong": "w",
}  # fmt: skip


def older(path: Path, events: Iterable[Event], version: int) -> Path:
    """A database of the first version, or of the fourth, in which these events happened."""
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA application_id = {store.APPLICATION}")
    for step in migrations.STEPS[:version]:
        step(db)
    db.execute(f"PRAGMA user_version = {version}")
    db.execute(f"INSERT INTO sentinel VALUES (1, 'quiz-history/1', '{'0' * 32}', 0)")
    learners: dict[str, int] = {}
    left: dict[tuple[str, str], list[tuple[Memory | None, int]]] = {}
    for event in events:
        who = learners.setdefault(event.learner, len(learners) + 1)
        db.execute("INSERT OR IGNORE INTO learner VALUES (?, ?, 0)", (who, event.learner))
        answer = event.answer
        row: list[object] = [event.seq, who, event.at, event.day, event.kind, event.card, event.target]
        if answer is None:
            row += [None] * 7
        else:
            names = [answer.form, answer.verdict] if version == 1 else [_CODES[answer.form], _CODES[answer.verdict]]
            row += [names[0], answer.given, names[1], answer.seconds, answer.help.bits, answer.auto, answer.rating]
        past = left.setdefault((event.learner, event.card), [])
        row.append(next((seq for after, seq in reversed(past) if after == event.before and after), None))
        past.append((event.after, event.seq))
        if version == 1:
            row.append(to_text(event.after))
        else:
            origin = None
            if event.origin:
                db.execute("INSERT OR IGNORE INTO origin (collection) VALUES (?)", event.origin[:1])
                (origin,) = db.execute("SELECT id FROM origin WHERE collection = ?", event.origin[:1]).fetchone()
            blob = None if event.after is None else packed(event.after, event.at, event.day)
            row += ["", event.note or None, origin, event.origin[1] if event.origin else None, blob]
        db.execute(f"INSERT INTO event VALUES ({','.join('?' * len(row))})", row)
        if event.after is None:
            db.execute("DELETE FROM memory WHERE learner = ? AND card = ?", (who, event.card))
        else:
            values = (who, event.card, *to_row(event.after), event.seq)
            db.execute(f"INSERT OR REPLACE INTO memory VALUES ({','.join('?' * len(values))})", values)
    db.commit()
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    return path
