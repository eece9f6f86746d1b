"""The word lists of events and the places of the world by their sort, read once from `data/`.

Knows words and nothing of sentences.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Family:
    """A sort of body or place one can ask for: "Quel club", "Quelle ville"; `noun` is also its key."""

    noun: str
    gender: Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Known:
    """A place or body of the data files: its sort, and what stands in its row (places of one country, like firms)."""

    family: Family
    neighbours: tuple[str, ...]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((_DATA / "event_words.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list. Raises KeyError."""
    return frozenset(str(_tables()["lists"][name]).split())


@cache
def families() -> dict[str, Family]:
    """Each noun for a body, small letters, to its family; the families of places by their own noun."""
    table: dict[str, Family] = {}
    for row in _tables()["family"]:
        family = Family(row["noun"], row["gender"])
        for noun in (row["noun"], *row["also"].split()):
            table[noun] = family
    return table


@cache
def place_families() -> dict[str, Family]:
    """Each noun for a sort of place ("province", "gouvernorat") to its family: "Dans quelle province"."""
    masculine = {noun: Family(noun, "m") for noun in words("places_m")}
    feminine = {noun: Family(noun, "f") for noun in words("places_f")}
    return masculine | feminine | {place.family.noun: place.family for place in known_places().values()}


@cache
def nations() -> dict[str, str]:
    """Adjectives of nationality in all their forms, small letters, to the country."""
    rows = tomllib.loads((_DATA / "nations.toml").read_text(encoding="utf-8"))["nations"]
    return {form.lower(): row[0] for row in rows for form in row[1].split()}


@cache
def known_places() -> dict[str, Known]:
    """Each place of the data file to its sort and neighbours; a name of two sorts is left out."""
    return _known("event_places.toml")


@cache
def known_bodies() -> dict[str, Known]:
    """Each body of the data file to its family and its likes; a name of two families is left out."""
    return _known("event_bodies.toml")


def _known(file: str) -> dict[str, Known]:
    table: dict[str, Known] = {}
    twice: set[str] = set()
    for noun, group in tomllib.loads((_DATA / file).read_text(encoding="utf-8")).items():
        family = Family(noun, group["gender"])
        for row in group["rows"]:
            names = tuple(name.strip() for name in row.split("|"))
            for name in names:
                if name in table and table[name].family != family:
                    twice.add(name)
                table.setdefault(name, Known(family, names))
    return {name: known for name, known in table.items() if name not in twice}
