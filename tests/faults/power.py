"""A disk whose power can be cut: records every write and every sync that SQLite and the journal make, and builds from
the record what a disk might hold if the power had gone at any moment of it.

What was synced is there. What was written since may be there or not, page by page, in any order, and a file may end
anywhere in between. SQLite is listened to through a VFS of our own around its usual one; the code under test runs as it
is, on a real file system.
"""

from __future__ import annotations

import ctypes
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from quiz.study import journal, store

PAGE = 4096


class Op(NamedTuple):
    """One thing a program asked of the disk: "write" (at, data), "cut" (to a length), "sync", "delete", or "ack": an
    answer has returned."""

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.c_void_p),)


_POINTER, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
# A name is taken and handed on as an address: SQLite keeps it, and makes the name of its shared memory of it later.
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_char_p, _INT)


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", _INT), ("close", _POINTER), ("read", _POINTER), ("write", _WRITE), ("truncate", _TRUNCATE),
        ("sync", _SYNC), ("rest", _POINTER * 13),
    )  # fmt: skip


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", _INT), ("file_size", _INT), ("longest", _INT), ("next", _POINTER), ("name", ctypes.c_char_p),
        ("data", _POINTER), ("open", _OPEN), ("delete", _DELETE), ("rest", _POINTER * 14),
    )  # fmt: skip


def library() -> ctypes.CDLL | None:
    """The SQLite that this Python uses, where it is a library of its own that can be spoken to."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return None
    paths = {line.split()[-1] for line in maps.read_text().splitlines() if "libsqlite3" in line}
    for path in paths:
        found = ctypes.CDLL(path)
        found.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        found.sqlite3_libversion.restype = ctypes.c_char_p
        if found.sqlite3_libversion().decode() == sqlite3.sqlite_version:
            return found
    return None


class Recorder:
    """The record: every operation since `recording` began, in order, by the names of files."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self._names: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept: list[Any] = []  # what C holds pointers to
        self._fds: dict[int, str] = {}

    def ack(self) -> None:
        """An answer has returned."""
        self.ops.append(Op("ack"))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Everything that databases opened inside of this do, and all journals, is recorded."""
        lib = library()
        assert lib is not None
        usual = lib.sqlite3_vfs_find(None)
        ours = _Vfs.from_buffer_copy(usual.contents)
        ours.name = b"power"
        ours.open = _OPEN(lambda _, *rest: self._open(usual, *rest))
        ours.delete = _DELETE(lambda _, name, sync: self._delete(usual, name, sync))
        self._kept.append(ours)
        assert lib.sqlite3_vfs_register(ctypes.byref(ours), 1) == 0
        try:
            system = _System(self)
            with mock.patch.object(journal, "os", system), mock.patch.object(store, "os", system):
                yield
        finally:
            lib.sqlite3_vfs_register(usual, 1)
            lib.sqlite3_vfs_unregister(ctypes.byref(ours))

    def _open(self, usual: Any, name: int | None, file: int, flags: int, out: int) -> int:
        done = usual.contents.open(ctypes.cast(usual, _POINTER), name, file, flags, out)
        handle = _File.from_address(file)
        if done == 0 and handle.methods and name:
            self._names[file] = Path(os.fsdecode(ctypes.string_at(name))).name
            handle.methods = ctypes.addressof(self._around(handle.methods))
        return int(done)

    def _delete(self, usual: Any, name: bytes, sync: int) -> int:
        self.ops.append(Op("delete", Path(os.fsdecode(name)).name))
        return int(usual.contents.delete(ctypes.cast(usual, _POINTER), name, sync))

    def _around(self, address: int) -> _Methods:
        if address not in self._methods:
            usual = _Methods.from_address(address)
            ours = _Methods.from_buffer_copy(usual)

            def write(file: int, data: int, size: int, at: int) -> int:
                self.ops.append(Op("write", self._names[file], at, ctypes.string_at(data, size)))
                return int(usual.write(file, data, size, at))

            def truncate(file: int, size: int) -> int:
                self.ops.append(Op("cut", self._names[file], size))
                return int(usual.truncate(file, size))

            def sync(file: int, flags: int) -> int:
                done = int(usual.sync(file, flags))
                self.ops.append(Op("sync", self._names[file]))
                return done

            ours.write, ours.truncate, ours.sync = _WRITE(write), _TRUNCATE(truncate), _SYNC(sync)
            self._methods[address] = ours
        return self._methods[address]


class _System:
    """The operating system as the journal and the store see it, with what it is asked for written down."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._files: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Path, flags: int) -> int:
        fd = os.open(path, flags)
        self._files[fd] = Path(path).name
        return fd

    def write(self, fd: int, data: bytes) -> int:
        at = os.fstat(fd).st_size
        done = os.write(fd, data)
        self._recorder.ops.append(Op("write", self._files[fd], at, bytes(data[:done])))
        return done

    def ftruncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)
        self._recorder.ops.append(Op("cut", self._files[fd], size))

    def fsync(self, fd: int) -> None:
        os.fsync(fd)
        if fd in self._files:
            self._recorder.ops.append(Op("sync", self._files[fd]))


def after_cut(base: dict[str, bytes], ops: list[Op], chance: random.Random) -> tuple[dict[str, bytes], int]:
    """What the disk holds if the power goes after these operations, and how many answers had returned by then. `base`
    is what was on it before them."""
    disk = {name: bytearray(data) for name, data in base.items()}
    waiting: dict[str, list[Op]] = {}
    acknowledged = 0
    for op in ops:
        if op.what == "ack":
            acknowledged += 1
        elif op.what == "sync":
            for done in waiting.pop(op.file, []):
                _do(disk, done)
        else:
            waiting.setdefault(op.file, []).append(op)
    for pending in waiting.values():
        how = chance.choice(("none", "all", "some", "some", "first"))
        pieces = [piece for op in pending for piece in _pieces(op)]
        if how == "first":
            pieces = pieces[: chance.randint(0, len(pieces))]
        elif how == "some":
            share = chance.random()
            pieces = [piece for piece in pieces if chance.random() < share]
        for piece in pieces if how != "none" else []:
            _do(disk, piece)
    return {name: bytes(data) for name, data in disk.items()}, acknowledged


def _pieces(op: Op) -> Iterator[Op]:
    """A write as the pages of the disk it touches, each of which may arrive or not."""
    if op.what != "write":
        yield op
        return
    at, data = op.at, op.data
    while data:
        size = PAGE - at % PAGE
        yield Op("write", op.file, at, data[:size])
        at, data = at + size, data[size:]


def _do(disk: dict[str, bytearray], op: Op) -> None:
    if op.what == "delete":
        disk.pop(op.file, None)
        return
    content = disk.setdefault(op.file, bytearray())
    if op.what == "cut":
        del content[op.at :]
        content.extend(bytes(op.at - len(content)))
    else:
        content.extend(bytes(max(0, op.at - len(content))))
        content[op.at : op.at + len(op.data)] = op.data
