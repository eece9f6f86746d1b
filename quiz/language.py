"""The words of the interface, in French first and in English. Knows nothing of what the words are used for.

Each room of the house has one catalogue a language, `quiz/words/<language>/<room>.toml`: flat `key = "sentence"`
pairs with `{blanks}` in the style of `str.format`. A key that counts has two forms, `key.one` and `key.other`
(written as a TOML table or a quoted key), chosen by the `n` given to `say`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Literal

Lang = Literal["fr", "en"]
_FOLDER = os.path.join(os.path.dirname(__file__), "words")  # noqa: PTH118, PTH120 - so that pathlib is not imported


def of_locale(environ: Mapping[str, str] | None = None) -> Lang:
    """The interface language the environment asks for: English where the locale says so, French otherwise."""
    environ = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value and value not in ("C", "POSIX") and not value.startswith("C."):
            return "en" if value.lower().startswith("en") else "fr"
    return "fr"


@cache
def catalogue(lang: Lang, room: str) -> dict[str, str]:
    """All sentences of one room in one language, tables flattened to dotted keys. Raises FileNotFoundError."""
    with open(f"{_FOLDER}/{lang}/{room}.toml", encoding="utf-8") as stream:  # noqa: PTH123
        text = stream.read()
    simple = _simple(text)
    if simple is not None:
        return simple
    import tomllib

    def flatten(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
        out: dict[str, str] = {}
        for key, value in table.items():
            if isinstance(value, Mapping):
                out |= flatten(value, f"{prefix}{key}.")
            else:
                out[prefix + key] = str(value)
        return out

    return flatten(tomllib.loads(text))


def _simple(text: str) -> dict[str, str] | None:
    """What a file says that is nothing but tables and texts on one line each, as ours are: a tenth of the time that
    reading all of TOML takes, and of loading what does. None where a line is anything else."""
    out: dict[str, str] = {}
    prefix = ""
    for line in text.split("\n"):
        key, between, value = line.partition(" = ")
        if between and len(value) > 1 and value[0] == value[-1] == '"' and key.strip('"') and "#" not in key:
            said = value[1:-1]
            bare = said.replace('\\"', "")
            if '"' in bare or "\\" in bare:
                return None
            out[prefix + key.strip('"')] = said.replace('\\"', '"')
        elif line.startswith("[") and line.endswith("]") and line[1] != "[" and '"' not in line:
            prefix = line[1:-1] + "."
        elif line and not line.startswith("#"):
            return None
    return out


_MANY = 10_000
"""From here on the figures of a number are set in groups of three."""


def grouped(number: int, lang: Lang) -> str:
    """A number as it is written: 9999, then 10 000 in French and 10,000 in English."""
    if number < _MANY:
        return str(number)
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", "\u00a0")


class Words:
    """The sentences of one room in one language: `Words("fr", "tui").say("home.due", n=3)`."""

    def __init__(self, lang: Lang, room: str) -> None:
        self.lang = lang
        self._sentences = catalogue(lang, room)

    def say(self, key: str, n: int | None = None, **blanks: object) -> str:
        """The sentence for `key`, its blanks filled. With `n`, the form for that number (`{n}` is a blank too)."""
        if n is not None:
            singular = n in (0, 1) if self.lang == "fr" else n == 1
            form = f"{key}.one" if singular else f"{key}.other"
            key = form if form in self._sentences else key
            blanks["n"] = n
        for name, value in blanks.items():
            if type(value) is int and value >= _MANY:
                blanks[name] = grouped(value, self.lang)
        return self._sentences[key].format(**blanks)

    def has(self, key: str) -> bool:
        """Whether there is a sentence for exactly this key."""
        return key in self._sentences

    def say_raw(self, key: str) -> str:
        """The sentence for `key` as it stands, blanks and all."""
        return self._sentences[key]
