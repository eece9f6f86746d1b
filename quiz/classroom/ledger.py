"""The file of a lesson: what happened, on disk before it is acknowledged.

One thread writes, whatever has gathered since its last commit in one transaction (WAL, full sync), and tells each row's
sender once it is safe. A lesson is read back whole and replayed; nothing else is stored.
"""

from __future__ import annotations

import json
import os
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from quiz.classroom import locks
from quiz.classroom.happening import Happening
from quiz.classroom.lesson import Rules
from quiz.deck import Deck, from_json, to_json
from quiz.errors import QuizError

FORMAT = "quiz-lesson/1"
_APPLICATION = 0x515A4C31
_COLUMNS = ("kind", "at", "seat", "round", "number", "choice", "text", "token")


@dataclass(frozen=True, slots=True)
class Kept:
    """A lesson as its file has it."""

    name: str
    code: str
    begun: int
    deck: Deck
    rules: Rules
    acts: tuple[Happening, ...]


class Ledger:
    """Open with `create` or `resume`; `write` from any thread, `close` once."""

    def __init__(self, path: Path, held: int | None, failed: Callable[[QuizError], None] | None = None) -> None:
        """Use `create` or `resume`, which have `held` the lock. `failed` is told, from the writing thread, that
        nothing can be written any more."""
        self.path = path
        self._held = held
        self._failed = failed
        self._queue: queue.SimpleQueue[tuple[Happening | None, Callable[[], None] | None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="quiz-ledger", daemon=True)
        self._thread.start()

    @classmethod
    def create(cls, path: Path, kept: Kept, failed: Callable[[QuizError], None] | None = None) -> Ledger:
        """A new file for a lesson that nothing has happened in. Raises QuizError "lesson-file" where it cannot be."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.parent.chmod(0o700)
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # names: nobody else's to read
            connection = _connect(path)
            try:
                with connection:
                    connection.executescript((Path(__file__).parent / "ledger.sql").read_text(encoding="utf-8"))
                    connection.execute(
                        "INSERT INTO lesson VALUES (1, ?, ?, ?, ?, ?, ?)",
                        (FORMAT, kept.name, kept.code, kept.begun, to_json(kept.deck), json.dumps(asdict(kept.rules))),
                    )
                    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            finally:
                connection.close()
        except (OSError, sqlite3.Error) as error:
            raise QuizError("lesson-file", file=path, reason=str(error)) from error
        return cls(path, _take(path), failed)

    @classmethod
    def resume(cls, path: Path, failed: Callable[[QuizError], None] | None = None) -> tuple[Ledger, Kept]:
        """The file of a lesson that goes on, and what it holds. Raises QuizError "lesson-busy" where another program
        plays it, "lesson-file" where it cannot be read."""
        held = _take(path)  # before it is read: what is written afterwards would be missing
        try:
            kept = read(path)
        except QuizError:
            if held is not None:
                lock_of(path).unlink(missing_ok=True)
                os.close(held)
            raise
        return cls(path, held, failed), kept

    def write(self, act: Happening, safe: Callable[[], None] | None = None) -> None:
        """Queue a row; `safe` is called, from the writing thread, once it is on disk."""
        self._queue.put((act, safe))

    def after(self, safe: Callable[[], None]) -> None:
        """Call `safe`, from the writing thread, once all that was queued before is on disk."""
        self._queue.put((None, safe))

    def close(self) -> None:
        """Write what is queued and stop."""
        self._queue.put(None)
        self._thread.join()
        if self._held is not None:
            lock_of(self.path).unlink(missing_ok=True)
            os.close(self._held)
            self._held = None

    def _run(self) -> None:
        connection: sqlite3.Connection | None = None
        last = False
        try:
            connection = _connect(self.path)
            while not last:
                batch = [self._queue.get()]
                while not self._queue.empty():
                    batch.append(self._queue.get())
                last = None in batch
                rows = [row for row in batch if row is not None]
                acts = [act for act, _ in rows if act is not None]
                if acts:
                    connection.execute("BEGIN IMMEDIATE")
                    connection.executemany(
                        f"INSERT INTO happening ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})",
                        [tuple(getattr(act, column) for column in _COLUMNS) for act in acts],
                    )
                    connection.execute("COMMIT")
                for _, safe in rows:
                    if safe is not None:
                        safe()
        except Exception as error:  # whatever it is: an answer that is not written must not go unnoticed
            if self._failed is not None:
                self._failed(QuizError("lesson-file", file=self.path, reason=str(error)))
        finally:
            if connection is not None:
                connection.close()


def read(path: Path) -> Kept:
    """A lesson's file, whole. Raises QuizError "lesson-file" for one that is missing, damaged or something else."""
    if not path.is_file() or path.stat().st_size == 0:
        raise QuizError("lesson-file", file=path, reason="—")
    try:
        connection = _connect(path)
        try:
            format_, name, code, begun, deck, rules = connection.execute(
                "SELECT format, name, code, begun, deck, rules FROM lesson"
            ).fetchone()
            if format_ != FORMAT:
                raise QuizError("lesson-file", file=path, reason=str(format_))
            rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM happening ORDER BY seq").fetchall()
        finally:
            connection.close()
        body: dict[str, Any] = json.loads(deck)
        table = json.loads(rules)
        acts = tuple(Happening(*cast("tuple[Any, ...]", row)) for row in rows)
        return Kept(name, code, begun, from_json(body), Rules(**table), acts)
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise QuizError("lesson-file", file=path, reason=type(error).__name__) from error


def busy(path: Path) -> bool:
    """Whether a program is playing this lesson now."""
    if not lock_of(path).is_file():
        return False
    try:
        held = _take(path)
    except QuizError:
        return True
    if held is not None:
        os.close(held)
    return False


def lock_of(path: Path) -> Path:
    """The file that is locked while a lesson is played; what a killed program leaves of it locks nobody out. It is not
    the lesson's own: closing that a second time would drop the locks of SQLite."""
    return path.with_suffix(".lock")


def _take(path: Path) -> int | None:
    """Lock a lesson for this program."""
    try:
        return locks.take(lock_of(path))
    except BlockingIOError as error:
        raise QuizError("lesson-busy", file=path) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=5)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection
