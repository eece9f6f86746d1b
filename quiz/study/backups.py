"""Copies of the history, each one file that is a whole history by itself: made on demand, made every day, and put back.

The journal is no part of a copy, since it can be made from it. What a copy takes the place of is never thrown away.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from quiz.errors import QuizError
from quiz.study import store

KEPT = 7
"""How many daily copies are kept."""
FOLDER = "backups"
_DAILY = re.compile(r"history-(\d{4}-\d\d-\d\d)\.sqlite")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back: how many acts the copy holds, how many the history held before (None: it could not be read),
    and where that is kept now (None: there was none)."""

    acts: int
    before: int | None
    aside: Path | None


def back_up(history: Path, target: Path) -> int:
    """Copy the history in a file to another, whole or not at all, also while it is being played; how many acts it
    holds. Raises QuizError: "backup-nothing" where there is no history, "backup-exists" where the target is there."""
    if not history.exists() and not store.journal_of(history).exists():
        raise QuizError("backup-nothing", file=history)
    if target.exists():
        raise QuizError("backup-exists", file=target)
    return _copy(history, target)


def daily(history: Path, today: date) -> Path | None:
    """Make today's copy where there is none yet, and let go of those beyond the last `KEPT`; None where there was
    nothing to do. Raises QuizError."""
    folder = history.parent / FOLDER
    target = folder / f"history-{today.isoformat()}.sqlite"
    if target.exists() or not history.exists():
        return None
    if _copy(history, target) == 0:
        target.unlink()
        return None
    # A copy dated later than today is of a day when the clock was wrong: it goes first.
    found = sorted(
        (path for path in folder.iterdir() if _DAILY.fullmatch(path.name) and path != target),
        key=lambda path: (path.name <= target.name, path.name),
    )
    for path in found[: max(0, len(found) + 1 - KEPT)]:
        with suppress(OSError):
            path.unlink()
    return target


def waits(history: Path, today: date) -> bool:
    """Whether no daily copy was made today or the day before, though there is a history."""
    with suppress(OSError):
        days = [found[1] for path in (history.parent / FOLDER).iterdir() if (found := _DAILY.fullmatch(path.name))]
        return date.fromordinal(today.toordinal() - 1).isoformat() > max(days, default="")
    return history.exists()


def restore(history: Path, copy: Path, now: datetime) -> Restored:
    """Put a copy back in place of the history, which is kept in the folder of copies under another name.

    Raises QuizError, having changed nothing, where the copy is missing ("restore-missing"), damaged ("restore-damaged")
    or no history ("restore-foreign"), and "history-busy" where a quiz is being played.
    """
    if not copy.is_file():
        raise QuizError("restore-missing", file=copy)
    acts = _check(copy)
    before = _alone(history)
    journal = store.journal_of(history)
    kept = None
    with store.sentences(history):
        history.parent.mkdir(parents=True, exist_ok=True)
        fresh = history.with_name(f"{history.name}.{os.getpid()}.new")
        _copy(copy, fresh)
        if history.exists() or journal.exists():
            folder = history.parent / FOLDER
            folder.mkdir(exist_ok=True)
            kept = store.free(folder / f"replaced-{now:%Y-%m-%d-%H%M%S}.sqlite")
            # The journal goes first: a database alone opens as it stands, a journal alone would bring the old one back.
            if journal.exists():
                journal.replace(store.journal_of(kept))
            if history.exists():
                history.replace(kept)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                history.with_name(history.name + ending).unlink()
        fresh.replace(history)
        store.sync_folder(history.parent)
    return Restored(acts, before, kept)


def _check(copy: Path) -> int:
    """How many acts a copy holds. Raises QuizError where it is not whole."""
    try:
        db = store.open_to_read(copy)
    except QuizError as error:  # what is to be done about one's own history would be wrong advice about a copy
        if isinstance(error.__cause__, OSError):
            reason = error.__cause__.strerror or type(error.__cause__).__name__
            raise QuizError("merge-unreadable", file=copy, reason=reason) from error
        told = {"history-empty": "restore-foreign", "history-foreign": "restore-foreign"}
        if error.key == "history-newer":
            raise
        raise QuizError(told.get(error.key, "restore-damaged"), file=copy) from error
    with closing(db):
        try:
            if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise QuizError("restore-damaged", file=copy)
            # Where a file ends within a page SQLite reads zeros for the rest, and may find nothing wrong with them.
            if _cut(copy):
                raise QuizError("restore-damaged", file=copy)
            (acts,) = db.execute("SELECT count(*) FROM event").fetchone()
        except sqlite3.Error as error:
            raise QuizError("restore-damaged", file=copy) from error
    return int(acts)


def _cut(copy: Path) -> bool:
    """Whether a database ends before its last page does, by what its head says of it. Where a write-ahead log stands
    beside it the file may be the shorter of the two."""
    if copy.with_name(f"{copy.name}-wal").exists():
        return False
    with copy.open("rb") as file:
        head = file.read(32)
    page = int.from_bytes(head[16:18])
    return copy.stat().st_size < int.from_bytes(head[28:32]) * (65536 if page == 1 else page)


def _alone(history: Path) -> int | None:
    """How many acts the history holds, its write-ahead log taken in; None where it cannot be read. Raises QuizError
    "history-busy" where another process has it open."""
    if not history.exists() or not history.stat().st_size:
        return None
    with closing(sqlite3.connect(f"file:{history.absolute()}?mode=rw", 0.2, isolation_level=None, uri=True)) as db:
        try:
            (acts,) = db.execute("SELECT count(*) FROM event").fetchone()
            db.execute("PRAGMA journal_mode = DELETE")  # which SQLite refuses while anybody else is there
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise QuizError("history-busy", file=history) from error
            return None
    return int(acts)


def _copy(source: Path, target: Path) -> int:
    """Copy a history to a new file, on the disk itself when this returns; how many acts it holds."""
    aside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with store.sentences(target):
            target.parent.mkdir(parents=True, exist_ok=True)
        with closing(store.open_to_read(source)) as db, store.sentences(target):
            with closing(sqlite3.connect(aside, isolation_level=None)) as copy:
                copy.execute("PRAGMA synchronous = FULL")
                db.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
                (acts,) = copy.execute("SELECT count(*) FROM event").fetchone()
            aside.replace(target)
            store.sync_folder(target.parent)
    except BaseException:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                aside.with_name(aside.name + ending).unlink()
        raise
    return int(acts)
