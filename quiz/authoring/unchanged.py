"""Whether a deck is already what a build would write, so that an unchanged folder costs next to nothing.

After a build the cache keeps, under the hash of all that went in (articles, English, options, the program itself),
the hash of the deck file that came out; and of whole folders, under the hash of their files as they stand, the decks.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from quiz import paths
from quiz.errors import QuizError
from quiz.files import program, write_atomic

_READ = (".txt", ".md", ".html", ".htm", ".tmx")
"""Endings of the files that decks are made of; of others their name and kind are enough."""


def fingerprint(parts: Iterable[object]) -> str:
    """One hash of what goes into a build, with the program's own text and word lists."""
    digest = hashlib.sha256(program().encode())
    for part in parts:
        digest.update(repr(part).encode() + b"\0")
    return digest.hexdigest()


def is_unchanged(key: str, deck: Path) -> bool:
    """Whether the last build with this fingerprint wrote exactly the file that is there now."""
    try:
        return _note(key).read_text(encoding="ascii") == _hash(deck)
    except (OSError, ValueError):  # not there, or not a note of ours
        return False


def remember(key: str, deck: Path) -> None:
    """Note what this build wrote, and that building again over it would write the same. Raises QuizError."""
    write_atomic(_note(key), _hash(deck))


def files_hash(named: Sequence[Path], asked: Iterable[object]) -> str | None:
    """One hash of all that stands in these folders and of what was asked of a build, before any file is read as an
    article; None where a file cannot be read, or one of the paths is no folder."""
    try:
        standing = [(os.fsencode(path), os.fsencode(path.absolute()), list(_standing(path))) for path in named]
    except (OSError, ValueError):
        return None
    return fingerprint(["files", *standing, *asked])


def _standing(folder: Path) -> Iterator[tuple[bytes, int, str]]:
    """Each file and folder under `folder`: its path, what it is, and the hash of what it holds. Raises OSError."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        kind = stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)
        read = entry.name.lower().endswith(_READ)
        if read and kind != stat.S_IFREG:
            raise OSError  # a link or a pipe: let the reader look at it
        yield os.fsencode(entry.path), kind, _hash(Path(entry.path)) if read else ""
        if kind == stat.S_IFDIR:
            yield from _standing(Path(entry.path))


def unchanged_decks(files: str, output: Path) -> tuple[Path, ...]:
    """The decks that the last build of these files wrote into a folder, if each is there as it was; else none."""
    try:
        told = json.loads(_note(_among(files, output)).read_text(encoding="utf-8"))
        decks = {output / name: digest for name, digest in told.items()}
        return tuple(decks) if all(_hash(path) == digest for path, digest in decks.items()) else ()
    except (OSError, ValueError, AttributeError, TypeError):  # not there, or not a note of ours
        return ()


def remember_decks(files: str, output: Path, decks: Iterable[Path]) -> None:
    """Note that a build of these files wrote these decks into a folder."""
    with suppress(QuizError, OSError):  # a cache that cannot be written costs time, nothing else
        told = {path.name: _hash(path) for path in decks}
        write_atomic(_note(_among(files, output)), json.dumps(told))


def _among(files: str, output: Path) -> str:
    """The files and the names of the decks beside which theirs stand: a build avoids the names of others."""
    names = sorted(path.name for path in output.glob("*.json"))
    return hashlib.sha256(
        repr((files, os.fsencode(output), os.fsencode(output.absolute()), names)).encode()
    ).hexdigest()


def _note(key: str) -> Path:
    return paths.cache() / "builds" / key


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
