"""Which key does what, place by place. The footer, the help and the screens all read this one table.

Letters cannot be commands while an answer is being typed; there the function keys and Ctrl do the same. It refuses to
know what a command does.
"""

from __future__ import annotations

from typing import Literal

Place = Literal["home", "choice", "typed", "flip", "feedback", "summary", "help"]

_ALWAYS = {"f1": "help", "ctrl+g": "help", "f9": "theme", "ctrl+q": "leave", "ctrl+c": "leave", "f10": "leave"}
_LETTERS = {"?": "help", "q": "leave", "Q": "leave", "escape": "leave", "c": "theme", "C": "theme"}
_MOVE = {
    "up": "up", "down": "down", "k": "up", "j": "down", "pageup": "page-up", "pagedown": "page-down",
    "home": "top", "end": "bottom",
}  # fmt: skip
_GO = {"enter": "go", "space": "go"}
_HELPERS = {"f2": "hint", "ctrl+n": "hint", "f3": "english", "ctrl+t": "english", "f4": "undo", "ctrl+z": "undo"}
_HELPER_LETTERS = {"h": "hint", "H": "hint", "t": "english", "T": "english", "u": "undo", "U": "undo"}

KEYS: dict[Place, dict[str, str]] = {
    "home": _ALWAYS | _LETTERS | _MOVE | _GO | {"p": "practice", "P": "practice"},
    "choice": _ALWAYS | _LETTERS | _MOVE | _GO | _HELPERS | _HELPER_LETTERS,
    "typed": _ALWAYS | _HELPERS | {"enter": "submit", "escape": "leave", "pageup": "page-up", "pagedown": "page-down"},
    "flip": _ALWAYS | _LETTERS | _MOVE | _GO | _HELPERS | _HELPER_LETTERS,
    "feedback": _ALWAYS | _LETTERS | _MOVE | _GO | _HELPERS | _HELPER_LETTERS | {"right": "go"},
    "summary": _ALWAYS | _LETTERS | _MOVE | _GO | {"f4": "undo", "ctrl+z": "undo", "u": "undo", "U": "undo"},
    "help": _ALWAYS | _LETTERS | _MOVE | _GO,
}


def command(place: Place, key: str, character: str | None) -> str | None:
    """What a key does in a place, or None: most keys do nothing. `key` is Textual's name, `character` what it types."""
    table = KEYS[place]
    return table.get(key) or (table.get(character) if character else None)
