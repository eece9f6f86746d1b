"""A pseudo-terminal for tests: a program on 80 by 24 cells, what it shows and every byte it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from contextlib import suppress
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]


class Terminal:
    """A program on an 80 by 24 terminal whose every byte is kept."""

    def __init__(self, command: list[str]) -> None:
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.fd, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            command, stdin=self.slave, stdout=self.slave, stderr=self.slave, env=env, cwd=ROOT, start_new_session=True
        )

    def until(self, text: str, seconds: float = 15) -> str:
        """Read until `text` is on the screen."""
        while text not in (shown := "\n".join(self.screen.display)):
            if not select.select([self.fd], [], [], seconds)[0]:
                raise AssertionError(f"{text!r} never came:\n{shown}")
            try:
                got = os.read(self.fd, 65536)
            except OSError:
                raise AssertionError(f"the program ended before {text!r}:\n{shown}") from None
            self.raw += got
            self.stream.feed(got)
        return shown

    def send(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        for descriptor in (self.fd, self.slave):
            with suppress(OSError):
                os.close(descriptor)

    def close(self) -> int:
        """Read to the end; the exit status."""
        while select.select([self.fd], [], [], 0.05)[0] or self.process.poll() is None:
            if select.select([self.fd], [], [], 0)[0]:
                self.raw += os.read(self.fd, 65536)
        return self.process.wait()
