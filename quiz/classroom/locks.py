"""One program at a time: a file locked as long as the program runs, where the system has such locks. What a killed
program leaves behind locks nobody out.
"""

from __future__ import annotations

import os
from pathlib import Path


def take(path: Path) -> int | None:
    """Lock a file, made where it is missing; the descriptor to close, or None where nothing can be locked. Raises
    BlockingIOError where another program has it."""
    try:
        import fcntl

        held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise
    except OSError:
        pass  # a file system without locks
    return held
