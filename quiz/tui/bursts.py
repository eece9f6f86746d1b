"""Whether keys are somebody typing a word where letters are commands. Pure: characters and times in; it refuses to know
what a key would have done.
"""

from __future__ import annotations

QUICK = 0.3
"""Seconds within which two different letters are one word being typed, not two commands."""


class Bursts:
    """The keys of one screen, as they come."""

    def __init__(self) -> None:
        self._last, self._at, self._on = "", -1.0, False

    def takes(self, character: str | None, now: float) -> bool:
        """Whether this key belongs to a word being typed, and so commands nothing. A burst begins with two different
        letters, and lasts, figures and Enter included, until there is a pause."""
        soon = 0 <= now - self._at < QUICK
        letter = character if character and character.isalpha() else ""
        self._on = soon and (self._on or bool(letter and self._last and letter != self._last))
        self._last, self._at = letter, now
        return self._on
