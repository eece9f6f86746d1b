"""Which key does what, place by place. The footer, the help and the screens all read this one table.

Letters cannot be commands while an answer is being typed; there the function keys and Ctrl do the same. It refuses to
know what a command does. A learner's own keys (`home/keys.toml`) are read by `ownkeys`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from quiz.tui.frame import Hint

Place = Literal[
    "home", "choice", "typed", "flip", "feedback", "summary", "help", "browse", "seek", "card", "stats", "settings",
    "words", "lesson", "pupil", "pupil-typed", "teams",
]  # fmt: skip

_ALWAYS = {
    "f1": "help", "ctrl+g": "help", "f9": "theme", "ctrl+q": "leave", "ctrl+c": "leave", "f10": "leave",
    "ctrl+p": "palette",
}  # fmt: skip
_LETTERS = {"?": "help", "q": "leave", "Q": "leave", "escape": "leave", "c": "theme", "C": "theme", ":": "palette"}
_LEAVE = {key: command for key, command in _LETTERS.items() if command != "theme"}  # a pupil chooses with « c »
_MOVE = {
    "up": "up", "down": "down", "k": "up", "j": "down", "pageup": "page-up", "pagedown": "page-down",
    "home": "top", "end": "bottom",
}  # fmt: skip
_GO = {"enter": "go", "space": "go"}
_HELPERS = {"f2": "hint", "ctrl+n": "hint", "f3": "english", "ctrl+t": "english", "f4": "undo", "ctrl+z": "undo"}
_HELPER_LETTERS = {"h": "hint", "H": "hint", "t": "english", "T": "english", "u": "undo", "U": "undo"}
_WORDS = {"f12": "words", "ctrl+l": "words", "ctrl+r": "speak"}
_WORD_LETTERS = {"w": "words", "W": "words", "v": "speak", "V": "speak"}
_UNDO = {"f4": "undo", "ctrl+z": "undo", "u": "undo", "U": "undo"}
_ASIDE = {"f5": "edit", "f6": "bury", "f7": "suspend", "f8": "report", "f11": "reject"}
_ASIDE_LETTERS = {
    "e": "edit", "E": "edit", "ctrl+e": "edit", "b": "bury", "B": "bury", "s": "suspend", "S": "suspend", "!": "report",
    "x": "reject", "X": "reject",
}  # fmt: skip
_ASKED = (
    _ALWAYS | _LETTERS | _MOVE | _GO | _HELPERS | _HELPER_LETTERS | _ASIDE | _ASIDE_LETTERS | _WORDS | _WORD_LETTERS
)
_CARDS = _ALWAYS | _LETTERS | _MOVE | _UNDO | _ASIDE | _ASIDE_LETTERS | {"r": "reset", "R": "reset"}

KEYS: dict[Place, dict[str, str]] = {
    "home": _ALWAYS
    | _LETTERS
    | _MOVE
    | _GO
    | _UNDO
    | {
        "p": "practice", "P": "practice", "b": "browse", "B": "browse", "f2": "browse", "s": "stats", "S": "stats",
        "f3": "stats", "o": "settings", "O": "settings", "f5": "settings",
    },
    "choice": _ASKED,
    "typed": _ALWAYS
    | _HELPERS
    | _ASIDE
    | _WORDS
    | {"enter": "submit", "escape": "leave", "pageup": "page-up", "pagedown": "page-down"},
    "flip": _ASKED,
    "feedback": _ASKED | {"right": "go"},
    "summary": _ALWAYS | _LETTERS | _MOVE | _GO | _UNDO | {"escape": "home", "f5": "home"},
    "help": _ALWAYS | _LETTERS | _MOVE | _GO,
    "browse": _CARDS
    | {
        "enter": "go", "right": "go", "space": "page-down", "f": "filter", "F": "filter", "f3": "filter",
        "/": "seek", "ctrl+f": "seek", "o": "sort", "O": "sort", "g": "top", "G": "bottom", "left": "leave",
    },
    "seek": _ALWAYS
    | {
        "enter": "keep", "escape": "clear", "up": "up", "down": "down", "pageup": "page-up", "pagedown": "page-down",
        "f3": "filter", "ctrl+z": "undo",
    },
    "card": _CARDS | {"enter": "leave", "space": "page-down", "left": "previous", "right": "next", "t": "english",
                      "T": "english", "f3": "english"},
    "stats": _ALWAYS | _LETTERS | _MOVE | {"enter": "next", "space": "next", "right": "next", "left": "previous",
                                           "tab": "next"},
    "settings": _ALWAYS | _LETTERS | _MOVE | _GO | _UNDO | {"left": "less", "right": "more", "-": "less", "+": "more",
                                                            "delete": "unset", "backspace": "unset"},
    "words": _ALWAYS | _LETTERS | _MOVE | {
        "left": "previous", "right": "next", "l": "next", "tab": "next", "shift+tab": "previous", "space": "next",
        "w": "leave", "W": "leave", "enter": "leave", "f12": "leave", "ctrl+l": "leave", "v": "speak", "V": "speak",
        "ctrl+r": "speak",
    },
    "lesson": _ALWAYS | _LETTERS | _MOVE | _GO | {
        "right": "go", "left": "back", "s": "skip", "S": "skip", "b": "back", "B": "back", "p": "pause", "P": "pause",
        "l": "lock", "L": "lock", "w": "who", "W": "who", "r": "rename", "R": "rename", "k": "kick", "K": "kick",
        "x": "ban", "X": "ban",
    },
    "teams": _ALWAYS | _GO | {
        "right": "go", "backspace": "undo", "ctrl+z": "undo", "f4": "undo", "+": "right", "=": "right", "-": "wrong",
        "6": "wrong", "escape": "leave", "?": "help",
    },
    "pupil": _ALWAYS | _LEAVE | _MOVE | _GO | {
        "tab": "go-on", "f3": "english", "ctrl+t": "english", "t": "english", "T": "english",
    },
    "pupil-typed": _ALWAYS | {
        "enter": "submit", "tab": "go-on", "f3": "english", "ctrl+t": "english", "pageup": "page-up",
        "pagedown": "page-down",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keys:
    """A table of keys: the usual one, or one a person has changed. `named` holds what was changed: command -> keys."""

    tables: Mapping[Place, Mapping[str, str]] = field(default_factory=lambda: KEYS)
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def command(self, place: Place, key: str, character: str | None) -> str | None:
        """What a key does in a place, or None: most keys do nothing. `key` is Textual's name, `character` what it
        types."""
        table = self.tables[place]
        return table.get(key) or (table.get(character) if character else None)

    def shown(self, place: Place, hints: Sequence[Hint]) -> list[Hint]:
        """The hints with the keys that a person has put in the place of the usual ones."""
        return [replace(hint, key=self.printed(place, hint.command) or hint.key) for hint in hints]

    def printed(self, place: Place, command: str) -> str | None:
        """What a changed command's key is called on screen; None where the usual key stands."""
        for key in self.named.get(command, ()):
            if self.tables[place].get(key) == command:
                return printed(key)
        return None


USUAL = Keys()


def printed(key: str) -> str:
    """A key as a screen names it: « F2 », « Ctrl+Z », « x »."""
    return "+".join(part.capitalize() for part in key.split("+")) if len(key) > 1 else key


def command(place: Place, key: str, character: str | None) -> str | None:
    """What a key does in a place where nobody has changed any."""
    return USUAL.command(place, key, character)
