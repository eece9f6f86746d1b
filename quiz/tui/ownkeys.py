"""A learner's own keys, from `keys.toml` in the home folder: `undo = "z"`, `hint = ["i", "f6"]`. A person writes the
file; it is only read. It refuses what it does not understand with one sentence that names the file.
"""

from __future__ import annotations

import re
from pathlib import Path

from quiz import phrases
from quiz.errors import QuizError
from quiz.tui.keymap import KEYS, USUAL, Keys, Place

FILE = "keys.toml"
_NAMED = frozenset({
    "enter", "space", "escape", "tab", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end",
    "pageup", "pagedown", *(f"f{n}" for n in range(1, 13)),
})  # fmt: skip
_KEPT = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that always leave, whatever a file says."""


def actions() -> list[str]:
    """Every action that has a key, by name."""
    return sorted({command for table in KEYS.values() for command in table.values()})


def read(home: Path) -> Keys:
    """The keys of this machine: the usual ones, with what `keys.toml` changes. The letters of an action go where others
    are named; its function keys and Ctrl stay.

    Raises QuizError naming the file: "keys-damaged", "keys-line" (no TOML there), "keys-unknown" (no such action),
    "keys-key" (no such key),
    "keys-clash" (two actions on one key).
    """
    path = home / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return USUAL
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError("keys-damaged", file=path) from error
    import tomllib

    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Where in the file it stopped is in the sentence alone: « (at line 3, column 8) », « (at end of document) ».
        at = re.search(r"\(at line (\d+)", str(error))
        line = int(at[1]) if at else len(text.splitlines())
        raise QuizError("keys-line", file=path, line=line) from error
    named: dict[str, tuple[str, ...]] = {}
    for action, keys in told.items():
        if action not in actions():
            raise QuizError("keys-unknown", file=path, action=str(action)[:40], actions=", ".join(actions()))
        listed = keys if isinstance(keys, list) else [keys]
        named[action] = tuple(_key(key, path, action) for key in listed)
        if not listed:
            raise QuizError("keys-key", file=path, action=action, named="[]")
    return Keys({place: _table(place, named, path) for place in KEYS}, named)


def read_or_usual(home: Path) -> tuple[Keys, QuizError | None]:
    """The keys of this machine, or the usual ones and a sentence on why."""
    try:
        return read(home), None
    except QuizError as error:
        return USUAL, QuizError("keys-aside", what=error)


def _key(key: object, path: Path, action: str) -> str:
    """A key as Textual or the keyboard names it. Digits are not to be had: they answer and grade."""
    text = key if isinstance(key, str) else str(key)
    low = text.lower().replace(" ", "")
    if len(text) == 1 and text.isprintable() and not text.isspace() and phrases.digit(text) is None:
        return text
    control = low.removeprefix("ctrl+")
    with_control = low != control and len(control) == 1 and control.isascii() and control.isalpha()
    if (low in _NAMED or with_control) and low not in _KEPT:
        return low
    raise QuizError("keys-key", file=path, action=action, named=text[:40])


def _table(place: Place, named: dict[str, tuple[str, ...]], path: Path) -> dict[str, str]:
    """One place's keys with the changes."""
    usual = KEYS[place]
    typing = place in ("typed", "seek")
    table = {key: action for key, action in usual.items() if len(key) > 1 or action not in named}
    mine: dict[str, str] = {}
    for action in named.keys() & set(usual.values()):
        for key in named[action]:
            if typing and len(key) == 1:
                continue  # it would be typed
            for other in (mine.get(key), table.get(key)):
                if other not in (None, action):
                    raise QuizError("keys-clash", file=path, named=key, one=action, other=other)
            mine[key] = action
            if len(key) == 1 and key.swapcase() not in table and key.isalpha():
                mine.setdefault(key.swapcase(), action)
    return table | mine
