"""Whether a deck is already what a build would write, so that an unchanged folder costs next to nothing.

After a build the cache keeps, under the hash of all that went in (articles, English, options, the program itself),
the hash of the deck file that came out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from quiz import paths
from quiz.files import program, write_atomic


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


def _note(key: str) -> Path:
    return paths.cache() / "builds" / key


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
