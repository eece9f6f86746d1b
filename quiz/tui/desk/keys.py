"""Which key does what at the desk. It refuses to know what a command does."""

from __future__ import annotations

from typing import Literal

Place = Literal["cards", "seek", "edit"]

_ALWAYS = {"f1": "help", "ctrl+g": "help", "f9": "theme", "ctrl+q": "leave", "f10": "leave"}
_LETTERS = {
    "a": "approve", "r": "reject", "d": "draft", "e": "edit", "u": "undo", "n": "undecided", "f": "filter",
    "j": "down", "k": "up", "c": "theme", "q": "leave",
}  # fmt: skip

KEYS: dict[Place, dict[str, str]] = {
    "cards": _ALWAYS
    | _LETTERS
    | {letter.upper(): command for letter, command in _LETTERS.items()}
    | {
        "ctrl+c": "leave", "ctrl+z": "undo", "f4": "undo", "f2": "edit", "?": "help", "/": "seek", "ctrl+f": "seek",
        "down": "down", "up": "up", "right": "down", "left": "up", "g": "first", "G": "last", "home": "first",
        "end": "last", "pagedown": "page-down", "pageup": "page-up", "space": "page-down", "escape": "clear",
    },
    "seek": _ALWAYS | {"ctrl+c": "leave", "escape": "clear", "down": "down", "up": "up"},
    "edit": _ALWAYS | {"f2": "save", "ctrl+s": "save", "f5": "set-key", "escape": "abandon"},
}  # fmt: skip


def command(place: Place, key: str, character: str | None) -> str | None:
    """What a key does, or None. `key` is Textual's name, `character` what it types."""
    table = KEYS[place]
    return table.get(key) or (table.get(character) if character else None)
