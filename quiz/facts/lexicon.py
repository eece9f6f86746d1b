"""The word lists of the extraction, read once from `data/`. Knows words and their forms, and nothing of sentences.

Each list is a text file: one entry a line, `#` starts a comment, the first comment says where the list comes from.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def bag(text: str) -> frozenset[str]:
    """A small set of words, written as a line of text."""
    return frozenset(text.split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of `data/<name>.txt`, in the file's order, comments and blank lines left out."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    rows = (row.split("#", 1)[0].strip() for row in text.splitlines())
    return tuple(row for row in rows if row)


@cache
def words(name: str) -> frozenset[str]:
    """The single words of a list whose lines hold any number of them."""
    return frozenset(word for row in lines(name) for word in row.split())


@cache
def phrases(name: str) -> frozenset[str]:
    """The entries of a list, each line one phrase."""
    return frozenset(lines(name))


@cache
def first_names() -> dict[str, str]:
    """First name -> "m", "f" or "" (given to both)."""
    table: dict[str, str] = {}
    for row in lines("first_names"):
        group, _, names = row.partition(":")
        gender = "" if group.strip() == "n" else group.strip()
        for name in names.split():
            table[name] = gender if table.get(name, gender) == gender else ""
    return table


def first_name_gender(name: str) -> str:
    """The gender that the first word of a name tells: "m", "f", or "" where it tells none.

    « Jean-Loup » is told by « Jean », « Anne-Lise » by « Anne ».
    """
    first = name.split()[0] if name.split() else ""
    table = first_names()
    if first in table:
        return table[first]
    return table.get(re.split(r"[-‐]", first)[0], "")


def is_first_name(word: str) -> bool:
    """Is the word a first name we know, alone or as the first part of a compound?"""
    return word in first_names() or ("-" in word and word.split("-")[0] in first_names())


@cache
def _nations() -> list[list[str]]:
    raw = tomllib.loads((_DATA / "nations.toml").read_text(encoding="utf-8"))
    rows: list[list[str]] = raw["nations"]
    return rows


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of nationality in all their forms, small letters: « français », « kényanes »."""
    return frozenset(form.lower() for row in _nations() for form in row[1].split())


@cache
def countries() -> frozenset[str]:
    """The names of countries."""
    return frozenset(row[0] for row in _nations())
