"""The files of the history: opening, making, healing and remaking them. What is in them is `history`'s business.

An empty or foreign file is never taken for an empty history, and nothing is thrown away: a database that is not there
is made again from its journal, a journal that fell behind is brought up from the database, and what cannot be trusted
is named, with what to do about it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Any
from urllib.parse import quote

from quiz.errors import QuizError
from quiz.study.events import FORMAT, Event, memories
from quiz.study.journal import Header, Journal
from quiz.study.migrations import VERSION, migrate
from quiz.study.rows import MEMORY, add, bring_up, card_of, events_after, is_behind, mark_brought_up, memory_of

FILE = "history.sqlite"
APPLICATION = 0x5155495A  # "QUIZ"
_LOG_PAGES = 100
_LOG_SIZE = 32 + _LOG_PAGES * (4096 + 24)
"""A write-ahead log of so many pages, with its heads."""
_MAGIC = b"SQLite format 3\0"


def journal_of(path: Path) -> Path:
    """The journal that belongs to a database."""
    return path.with_suffix(".journal")


class sentences:
    """Whatever goes wrong with the disk or the database, as a QuizError that names the file. A class, since a generator
    would cost an answer more than its rows do."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error | OSError):
            raise told(error, self._path) from error


def told(error: sqlite3.Error | OSError, path: Path) -> QuizError:
    """What went wrong with the disk or the database, as a sentence that names the file."""
    names: dict[str, Any] = {"file": str(path), "journal": str(journal_of(path)), "folder": str(path.parent)}
    if isinstance(error, sqlite3.Error):
        return QuizError(_key(error), **names)
    key = "history-full" if error.errno in (ENOSPC, EDQUOT) else "history-disk"
    if isinstance(error, PermissionError) or error.errno == 30:  # EROFS has no exception of its own
        key = "history-readonly"
    elif isinstance(error, NotADirectoryError) or (isinstance(error, FileExistsError) and not path.parent.is_dir()):
        key = "history-folder"
    elif isinstance(error, IsADirectoryError):
        key = "history-foreign"
    return QuizError(key, **names)


def _key(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "history-busy"
    if code == sqlite3.SQLITE_FULL:
        return "history-full"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return "history-readonly"
    if code == sqlite3.SQLITE_IOERR:
        return "history-disk"
    return "history-damaged"


def open_store(path: Path, created: int, busy_seconds: float) -> tuple[sqlite3.Connection, Journal, list[QuizError]]:
    """The database and its journal, in step, made or made again where need be, with notices on what was mended.

    Raises QuizError, naming the file and what to do, where a file is empty, foreign, damaged, from a newer version or
    cannot be written.
    """
    journal = Journal(journal_of(path))
    notices: list[QuizError] = []
    with sentences(path):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            if journal.path.exists():
                events, lost = rebuild(path)
                notices.append(QuizError("history-rebuilt", file=str(path), journal=str(journal.path), n=events))
                if lost:
                    notices.append(QuizError("history-lost", journal=str(journal.path), n=lost))
            else:
                _make(path, Header(os.urandom(16).hex(), created), ())
        _check_head(path)
        db = _connect(path, "rw", busy_seconds)
        try:
            _check_format(db, path)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            # A write-ahead log that starts over soon is written over instead of grown, which a sync pays for.
            db.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
            with transaction(db):
                older = migrate(db)
                heal(db, journal, path)
            if older:
                with suppress(sqlite3.Error):  # where the disk has no room to give room back, the file stays large
                    db.execute("VACUUM")
        except BaseException:
            db.close()
            journal.close()
            raise
    return db, journal, notices


def open_to_read(path: Path) -> sqlite3.Connection:
    """The database for reading alone: nothing is written, not even in a folder that allows it. Where there is none,
    one in memory holds what the journal says. Raises QuizError."""
    with sentences(path):
        if not path.exists():
            above = next(folder for folder in path.parents if folder.exists())
            if not above.is_dir():
                raise NotADirectoryError(str(above))
            journal = Journal(journal_of(path))
            contents = journal.read() if journal.exists() else None
            db = sqlite3.connect(":memory:", isolation_level=None)
            with transaction(db):
                _fill(db, (contents and contents.header) or Header("", 0), contents.events if contents else ())
            return db
        _check_head(path)
        try:
            db = _connect(path, "ro", 5)
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            if _key(error) != "history-readonly":
                raise
            db = _connect(path, "ro&immutable=1", 5)  # a read-only folder has no room for the shared memory of WAL
        try:
            _check_format(db, path)
            if db.execute("PRAGMA user_version").fetchone() == (VERSION,):
                return db
            copy = copied(db)
            db.close()
            return copy
        except BaseException:
            db.close()
            raise


def copied(db: sqlite3.Connection) -> sqlite3.Connection:
    """An older history, or one whose `memory` is behind its log, as one of today, in this computer's memory alone."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    db.backup(copy)
    with transaction(copy):
        migrate(copy)
        bring_up(copy)
    return copy


def current(db: sqlite3.Connection) -> None:
    """Tell `memory` of the answers it has yet to be told of, if there are any."""
    if not is_behind(db):
        return
    if db.in_transaction:
        bring_up(db)
        return
    with transaction(db):
        bring_up(db)


def roomy(db: sqlite3.Connection, path: Path) -> None:
    """Lay out the write-ahead log at the length it will have, so that the first answers are written over it as the
    later ones are: where a file has to grow, a sync takes half as long again. What is laid out are zeros, which no
    reader takes for anything; the write lock is held, so that nothing else is written there meanwhile."""
    with suppress(OSError, sqlite3.Error), transaction(db):
        log = os.open(path.with_name(path.name + "-wal"), os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            missing = _LOG_SIZE - os.lseek(log, 0, os.SEEK_END)
            if missing > 0:
                os.write(log, bytes(missing))
                os.fsync(log)
        finally:
            os.close(log)


class transaction:
    """All or nothing, with the write lock held from the start: a deferred BEGIN may fail half-way with BUSY_SNAPSHOT,
    which no timeout cures."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        db = self._db
        try:
            if error is None:
                db.execute("COMMIT")
        finally:
            if db.in_transaction:
                with suppress(sqlite3.Error):
                    db.execute("ROLLBACK")


def heal(db: sqlite3.Connection, journal: Journal, path: Path) -> None:
    """Bring database and journal in step, inside a transaction: an event that only one of them has is given to the
    other. Raises QuizError where they tell two different stories."""
    (collection,) = db.execute("SELECT collection FROM sentinel").fetchone()
    current(db)
    (newest,) = db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
    if not journal.exists():
        (created,) = db.execute("SELECT created FROM sentinel").fetchone()
        journal.create(Header(collection, created), events_after(db, 0))
        return
    header = journal.header()
    try:
        last = journal.last()
    except ValueError:
        last = header = None
    if header is None:
        raise QuizError("history-journal-damaged", journal=str(journal.path), file=str(path))
    if header.collection != collection:
        raise QuizError("history-journal-foreign", journal=str(journal.path), file=str(path))
    written = last.seq if last else 0
    diverged = QuizError("history-diverged", journal=str(journal.path), file=str(path))
    if last is not None and written <= newest and not _same(next(events_after(db, written - 1), None), last):
        raise diverged
    if written > newest:  # an older database was put back
        ahead = [event for event in journal.read().events if event.seq >= newest]
        if newest and not _same(next(events_after(db, newest - 1)), ahead[0]):
            raise diverged
        add(db, (event for event in ahead if event.seq > newest))
        mark_brought_up(db)
    elif any(
        db.execute("SELECT 1 FROM event WHERE seq > ? AND seq < ?", hole).fetchone() for hole in journal.holes
    ):  # what a power cut has left of lines that were not synced yet
        journal.create(header, events_after(db, 0))
    elif written < newest:
        journal.append(events_after(db, written))


def follow(db: sqlite3.Connection, journal: Journal) -> None:
    """Write to the journal what the database has and it has not; under the write lock, so that two processes do not
    write the same."""
    with transaction(db):
        last = journal.last()
        events = tuple(events_after(db, last.seq if last else 0))
        if events:
            journal.append(events)


def verify(db: sqlite3.Connection, journal: Journal, path: Path) -> list[QuizError]:
    """Read both files whole: SQLite's own check, the journal's checksums, whether they hold the same events and whether
    the memory is what the events left."""
    names: dict[str, Any] = {"file": str(path), "journal": str(journal.path)}
    wrong = []
    follow(db, journal)
    events = list(events_after(db, 0))
    stored = {
        (learner, card_of(card)): memory_of(tuple(row))
        for learner, card, *row in db.execute(
            f"SELECT l.name, card, {MEMORY} FROM memory m JOIN learner l ON l.id = m.learner"
        )
    }
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)] or memories(events) != stored:
        wrong.append(QuizError("history-damaged", folder=str(path.parent), **names))
    written = journal.read().events
    if len(written) != len(events) or not all(map(_same, events, written)):
        lost = len({event.seq for event in events} - {event.seq for event in written})
        key = "history-lost" if lost == len(events) - len(written) > 0 else "history-diverged"
        wrong.append(QuizError(key, n=lost, **names))
    return wrong


def _same(stored: Event | None, written: Event) -> bool:
    """Whether database and journal mean the same event. What was before it is read off the log, so it may differ where
    a damaged line was left out."""
    return stored is not None and stored._replace(before=None) == written._replace(before=None)


def rebuild(path: Path) -> tuple[int, int]:
    """Make the database again from its journal: (events found, events lost to damage). A database in the way is kept
    beside it, under another name, and so is a journal with damage in it. Raises QuizError."""
    journal = Journal(journal_of(path))
    with sentences(path):
        contents = journal.read()
        if contents.header is None and not contents.events:
            raise QuizError("history-journal-alone", journal=str(journal.path), file=str(path))
        header = contents.header or Header(os.urandom(16).hex(), contents.events[0].at)
        for ending in ("", "-wal", "-shm"):
            # A write-ahead log left behind by another database would be played into the new one.
            old = path.with_name(path.name + ending)
            if old.exists():
                old.rename(free(path.with_name(path.name + ".old" + ending)))
        if contents.lost or contents.header is None:
            journal.path.rename(free(journal.path.with_name(journal.path.name + ".old")))
            journal.create(header, contents.events)
        _make(path, header, contents.events)
    return len(contents.events), contents.lost


def _connect(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    """An open connection that never makes a file. A screen answers from a worker thread: one at a time, but not
    always the same one."""
    where = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(where, busy_seconds, isolation_level=None, check_same_thread=False, uri=True)


def _check_head(path: Path) -> None:
    """Refuse what is no history by its first hundred bytes, before SQLite would make something of it."""
    with path.open("rb") as file:
        head = file.read(100)
    key = None
    if not head:
        key = "history-empty"
    elif not head.startswith(_MAGIC) or len(head) < 100 or int.from_bytes(head[68:72]) != APPLICATION:
        key = "history-foreign"
    if key:
        raise QuizError(key, file=str(path), journal=str(journal_of(path)))


def _check_format(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a history of a newer version, and one whose sentinel is gone."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise QuizError("history-newer", file=str(path))
    row = db.execute("SELECT format FROM sentinel WHERE id = 1").fetchone()
    if row is None:
        raise QuizError("history-damaged", file=str(path), journal=str(journal_of(path)))
    if row[0] != FORMAT:
        raise QuizError("history-newer", file=str(path))


def _make(path: Path, header: Header, events: Iterable[Event]) -> None:
    """A new database, made aside and put in place whole: half a history never stands under its name."""
    aside = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    db = sqlite3.connect(aside, isolation_level=None)
    try:
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        with transaction(db):
            migrate(db)
        db.execute("VACUUM")  # of the room that the tables of older versions have left
        with transaction(db):
            _fill(db, header, events)
        db.execute("PRAGMA journal_mode = WAL")
        db.close()
        try:
            os.link(aside, path)  # unlike a rename, never takes the place of what a second process has just made
        except FileExistsError:
            pass
        except (OSError, AttributeError):
            aside.rename(path)
    finally:
        db.close()
        aside.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk itself, where the system can."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _fill(db: sqlite3.Connection, header: Header, events: Iterable[Event]) -> None:
    migrate(db)
    db.execute("INSERT INTO sentinel VALUES (1, ?, ?, ?)", (FORMAT, header.collection, header.created))
    add(db, events)
    mark_brought_up(db)


def free(path: Path) -> Path:
    """The path, numbered where the name is taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free
