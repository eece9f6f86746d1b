"""The word lists of the English rules, read once from `data/`, each as a plain mapping.

Knows how the files are laid out; refuses to know how a value is put together.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _file(name: str) -> Mapping[str, Any]:
    with (Path(__file__).parent / "data" / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


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
