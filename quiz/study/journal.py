"""The journal beside the history: every event again, one checksummed line each, only ever added to.

The database can be made again from it. It follows the database: an event is there, synced, before it is here, so that
nobody waits for the journal's own sync, which comes now and then. It trusts nothing it reads: a line that is cut or
altered is told apart from a good one, and never guessed at. It does not know the database; `store` keeps the two in
step.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from quiz.study.events import FORMAT, Event, from_line, is_sealed, opened, sealed, to_line

FOLLOW_SECONDS = 0.25
"""Events that come faster than a person answers are written together. Nothing rests on it: each is in the database,
synced, before its answer returns; what a kill or a power cut keeps from the journal is written at the next start."""
UNSYNCED = 1 << 15
"""Bytes that may be written before they are synced. A power cut can leave holes in what was not synced, so the tail
that is looked through at every start is longer than that."""
_TAIL = 1 << 16
_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: which collection the journal belongs to, and since when."""

    collection: str
    created: int


@dataclass(frozen=True, slots=True)
class Contents:
    """A journal read whole: what is good, and how many events are lost between."""

    header: Header | None
    events: tuple[Event, ...]
    lost: int


class Journal:
    """The open journal file. Not for two threads at once; two processes take turns under the database's lock."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = -1
        self._size = -1
        self._synced = -1
        self._last: Event | None = None
        self._pending: list[Event] = []
        self._followed = monotonic()
        self.holes: list[tuple[int, int]] = []
        """Between which numbers `last` has found events missing shortly before the last one."""

    def exists(self) -> bool:
        """Whether there is a journal with anything in it."""
        try:
            return self.path.stat().st_size > 0
        except FileNotFoundError:
            return False

    def create(self, header: Header, events: Iterable[Event] = ()) -> None:
        """A new journal in place of whatever is there, written aside first and put in place whole."""
        self.close()
        aside = self.path.with_name(self.path.name + ".new")
        with aside.open("wb") as file:
            file.write(sealed(f'["{FORMAT}","{header.collection}",{header.created}]'))
            file.writelines(map(to_line, events))
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self.path)

    def header(self) -> Header | None:
        """Whose journal it is, or None where its first line is damaged."""
        with self.path.open("rb") as file:
            return _header(file.readline())

    def last(self) -> Event | None:
        """The last event, None where there is none yet. A tail that a power cut or a kill left half-written is cut
        off: what stood there was never acknowledged, or stands in the database. Raises OSError."""
        self._open()
        size = os.fstat(self._file).st_size
        if size != self._size:
            self._last, good = self._read_tail(size)
            if good < size:
                os.ftruncate(self._file, good)
            self._size = self._synced = good
        self._drop_written()
        return self._last

    def append(self, events: Iterable[Event]) -> None:
        """Add events and have them on the disk itself. Call `last` first. Raises OSError, having added nothing."""
        self._write(tuple(events))
        self._sync()
        self._drop_written()

    def _drop_written(self) -> None:
        """Forget what was noted and stands in the file by now, written by another process or by `store.follow`."""
        self._pending = [event for event in self._pending if self._last is None or event.seq > self._last.seq]

    def note(self, events: Iterable[Event]) -> None:
        """Keep in mind what the database has by now, to be written by `catch_up`."""
        self._pending.extend(events)

    @property
    def waiting(self) -> bool:
        """Whether it is time to write what was noted."""
        return bool(self._pending) and monotonic() - self._followed >= FOLLOW_SECONDS

    def catch_up(self) -> bool:
        """Write what was noted. False, having written nothing, where it is not what comes next in the file: another
        process has written meanwhile, and only `store.follow` can tell what is missing. Raises OSError."""
        if not self._pending:
            return True
        if self._size < 0 or self._last is None or self._pending[0].seq != self._last.seq + 1:
            return False
        if os.fstat(self._file).st_size != self._size:
            return False
        self._write(tuple(self._pending))
        self._pending.clear()
        if self._size - self._synced >= UNSYNCED:
            self._sync()
        return True

    def _write(self, events: tuple[Event, ...]) -> None:
        data = memoryview(b"".join(map(to_line, events)))
        size = self._size + len(data)
        try:
            while data:
                data = data[os.write(self._file, data) :]
        except OSError:
            os.ftruncate(self._file, self._size)
            raise
        self._size = size
        self._last = events[-1] if events else self._last
        self._followed = monotonic()

    def _sync(self) -> None:
        if self._synced != self._size:
            os.fsync(self._file)
            self._synced = self._size

    def read(self) -> Contents:
        """The whole journal, damaged lines left out and counted."""
        events: list[Event] = []
        lost = seq = bad = 0
        header = None
        with self.path.open("rb") as file:
            for number, line in enumerate(file):
                if number == 0:
                    header = _header(line)
                    if header is not None:
                        continue
                try:
                    event = from_line(line)
                except (ValueError, TypeError, KeyError, IndexError):
                    bad += line.endswith(b"\n")  # without its end, it was being written when the power went
                    continue
                if event.seq > seq:
                    lost += event.seq - seq - 1
                    seq, bad = event.seq, 0
                    events.append(event)
        lost += bad  # after the last good line there is no number to count by
        return Contents(header, tuple(events), lost)

    def close(self) -> None:
        """Let go of the file, what was written on the disk itself. Raises OSError."""
        if self._file >= 0:
            try:
                self._sync()
            finally:
                os.close(self._file)
                self._file, self._size, self._synced = -1, -1, -1

    def _open(self) -> None:
        if self._file < 0:
            self._file = os.open(self.path, os.O_RDWR | os.O_APPEND | _BINARY)

    def _read_tail(self, size: int) -> tuple[Event | None, int]:
        """The last good event and where it ends."""
        span = _TAIL
        while True:
            start = max(0, size - span)
            os.lseek(self._file, start, os.SEEK_SET)
            data = os.read(self._file, size - start)
            end = len(data)
            while (end := data.rfind(b"\n", 0, end) + 1) > 0:
                begin = data.rfind(b"\n", 0, end - 1) + 1
                line = data[begin:end]
                whole = begin > 0 or start == 0
                try:
                    if whole:
                        last = from_line(line)
                        self.holes = _holes(data[data.find(b"\n") + 1 if start else 0 : end], start == 0)
                        return last, start + end
                except (ValueError, TypeError, KeyError, IndexError):
                    if start + begin == 0 and _header(line) is not None:
                        return None, end
                end = begin
            if start == 0:
                raise ValueError("no good line in the journal")
            span *= 16


def _holes(data: bytes, whole: bool) -> list[tuple[int, int]]:
    """Between which numbers these lines leave events out; `whole`: the header stands before them."""
    holes = []
    before = 0 if whole else None
    for line in data.splitlines(keepends=True)[whole:]:
        try:
            seq = int(line[1 : line.index(b",")]) if is_sealed(line) else None
        except ValueError:
            seq = None
        if seq is not None:
            if before is not None and seq > before + 1:
                holes.append((before, seq))
            before = seq
    return holes


def _header(line: bytes) -> Header | None:
    try:
        name, collection, created = opened(line)
    except (ValueError, TypeError):
        return None
    return Header(str(collection), int(created)) if name == FORMAT else None
