"""Writing files so that a crash leaves the old one or the new one whole, never half of either; and one hash of the
program's own files, for caches of what it makes."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from quiz.errors import QuizError


def write_atomic(path: Path, text: str | bytes, *, forced: bool = True) -> None:
    """Write `text` (as UTF-8 where it is not bytes already) beside `path`, force it to disk and rename it into place,
    making missing folders. What a power cut may take, a cache that is only made anew, need not be `forced`.

    Raises QuizError "write-failed" with the file's name where the folder or the disk refuses.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as stream:
            stream.write(text if isinstance(text, bytes) else text.encode())
            if forced:
                stream.flush()
                os.fsync(stream.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise QuizError("write-failed", file=path, reason=error.strerror or type(error).__name__) from error


def check_new(path: Path) -> None:
    """Refuse a path that names anything already, be it a file, a link that leads nowhere or a device, and one whose
    folder is not there: what a person names to be written is made, never replaced. Raises QuizError "file-exists" or
    "folder-missing"."""
    if os.path.lexists(path):
        raise QuizError("file-exists", file=path)
    if not path.parent.is_dir():
        raise QuizError("folder-missing", file=path, folder=path.parent)


def write_new(path: Path, text: str) -> None:
    """Write `text` as `write_atomic` does, where nothing stands yet. Raises QuizError as `check_new` and it do."""
    check_new(path)
    write_atomic(path, text)


@cache
def program() -> str:
    """The hex digest of the program's own text and word lists: another version makes other things of the same file."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".toml", ".txt"):
            digest.update(path.read_bytes())
    return digest.hexdigest()
