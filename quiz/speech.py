"""Reads French aloud through a program the machine has: espeak-ng, `say` on a Mac, SAPI through PowerShell on Windows.
Never required. What is read goes to the program's standard input and never through a shell, so no text is an option
or a command. Refuses to wait: reading goes on while the learner does, and stops when told to.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.typography import safe_text

if TYPE_CHECKING:
    import subprocess

LONGEST = 2_000
"""Characters read at most: about two minutes."""
_SAPI = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]'fr-FR') } catch { }; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks: what it is called and the whole of its command line."""

    name: str
    command: tuple[str, ...]


def _on_path(name: str) -> str | None:
    from shutil import which

    return which(name)


def program(which: Callable[[str], str | None] = _on_path, platform: str = sys.platform) -> Program | None:
    """The program that speaks on this machine, or None."""
    candidates: list[tuple[str, Sequence[str]]] = [
        ("espeak-ng", ("-v", "fr", "--stdin")),
        ("espeak", ("-v", "fr", "--stdin")),
    ]
    if platform == "darwin":
        candidates.insert(0, ("say", ("-v", "Thomas", "-f", "-")))
    if platform == "win32":
        shell = ("-NoProfile", "-NonInteractive", "-Command", _SAPI)
        candidates[:0] = [("powershell", shell), ("pwsh", shell)]
    for name, options in candidates:
        found = which(name)
        if found is not None:
            return Program(name, (found, *options))
    return None


class Voice:
    """Speaks one text at a time."""

    def __init__(self, find: Callable[[], Program | None] = program) -> None:
        self._find = find
        self._running: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> bool:
        """Begin to read `text` aloud, whatever was being read cut off. False where the machine has no voice."""
        self.stop()
        import subprocess  # not at the top: the first question is painted before anything is read aloud

        found = self._find()
        spoken = readable(text)
        if found is None:
            return False
        if not spoken:
            return True
        try:
            self._running = subprocess.Popen(
                found.command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError:
            return False
        assert self._running.stdin is not None
        with suppress(OSError):  # a program that ends before it has read everything
            self._running.stdin.write(spoken.encode("utf-8"))
        with suppress(OSError):
            self._running.stdin.close()
        return True

    def __enter__(self) -> Voice:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def speaking(self) -> bool:
        """Whether something is being read now."""
        return self._running is not None and self._running.poll() is None

    def stop(self) -> bool:
        """Fall silent. True where something was being read."""
        running, self._running = self._running, None
        if running is None:
            return False
        was = running.poll() is None
        if was:
            running.kill()
        running.wait()
        return was


def readable(text: str) -> str:
    """A text as it is read: on one line, a blank as a pause, without what espeak takes for phonemes (« [[ »)."""
    plain = " ".join(safe_text(text).replace("[[", "[ [").split())
    while "__" in plain:
        plain = plain.replace("__", "_")
    return plain.replace("_", " … ")[:LONGEST].strip()
