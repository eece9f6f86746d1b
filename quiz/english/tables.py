"""The word lists of the English rules, read once from `data/`, each as a plain mapping.

Knows how the files are laid out; refuses to know how a value is put together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_HEADS = re.compile(r"^\[(\w+)\]\n", re.MULTILINE)
_PAIRS = re.compile(r'^(?:"([^"\\\n]+)" = "([^"\\\n]*)"|(?:#.*)?)$', re.MULTILINE)


@cache
def _file(name: str) -> Mapping[str, Any]:
    return parsed((Path(__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def parsed(text: str) -> dict[str, Any]:
    """What `tomllib.loads` makes of a file of word lists, several times as fast where each line of a table is
    `"one word" = "another"`, as nearly all of the twenty thousand are. Raises tomllib.TOMLDecodeError."""
    before, *rest = _HEADS.split(text)
    made = tomllib.loads(before)
    for name, body in zip(rest[::2], rest[1::2], strict=True):
        table = _pairs(body)
        part = tomllib.loads(f"[{name}]\n{body}") if table is None else {name: table}
        if not made.keys().isdisjoint(part):
            return tomllib.loads(text)
        made |= part
    return made


def _pairs(body: str) -> dict[str, str] | None:
    """A table of nothing but words in pairs, remarks and empty lines; None for another, or with a word twice."""
    lines = _PAIRS.findall(body)
    pairs = [line for line in lines if line[0]]
    table = dict(pairs)
    return table if len(lines) == body.count("\n") + 1 and len(table) == len(pairs) else None


@cache
def words(name: str, table: str) -> Mapping[str, str]:
    """A table of single words or phrases: French -> English."""
    return dict(_file(name)[table])


@cache
def counted(name: str, table: str) -> Mapping[str, tuple[str, str]]:
    """A table of things that are counted: each French form, singular or plural -> English singular and plural."""
    forms: dict[str, tuple[str, str]] = {}
    for singular, (plural, one, many) in _file(name)[table].items():
        forms[singular] = (one, many)
        forms[plural or singular + "s"] = (one, many)
    return forms


@cache
def cldr_units() -> Mapping[str, str]:
    """French unit word -> CLDR's identifier of the unit."""
    return {word: unit for unit, forms in _file("units")["cldr"].items() for word in forms}


@cache
def names(table: str, field: str) -> frozenset[str]:
    """A list of names."""
    return frozenset(_file("names")[table][field])


@cache
def listed(name: str, table: str) -> frozenset[str]:
    """A list of names in a file of its own."""
    return frozenset(_file(name)[table]["names"])


@cache
def gendered(table: str) -> Mapping[str, str]:
    """A table of roles, "masculin|féminin" -> English, as one entry a form, in lower case but for acronyms."""
    forms: dict[str, str] = {}
    for both, english in _file("roles")[table].items():
        for form in both.split("|"):
            forms[form if form.isupper() else form[0].lower() + form[1:]] = english
    return forms
