"""The lines somebody types, for both sides of a lesson that is played line by line."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TextIO


def read_lines(stdin: TextIO, lines: asyncio.Queue[str | None]) -> None:
    """Put the lines of a stream into a queue of this loop as they come, and None at its end."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        with suppress(RuntimeError, OSError, ValueError):  # the lesson is over, or the stream is gone
            for line in stdin:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, name="quiz-lines", daemon=True).start()
