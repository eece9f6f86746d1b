"""The schema of attributes (`data/specifications.toml`): what each attribute is called and how it may be asked.

Knows keys, labels and stems; what fills their blanks is the writer's business.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

_FILE = Path(__file__).parent / "data" / "specifications.toml"


@dataclass(frozen=True, slots=True)
class Stem:
    """One way to ask. `ask`: for the value or for the thing; `use`: when it fits ("" always); `en` None: no English."""

    ask: Literal["value", "thing"]
    use: str
    fr: str
    en: str | None


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: `value` and `swap` are distractor types, `swap` "" where the thing cannot be asked for.

    `things` and `values` are the kinds of entity that it can be said of and that it can have (empty: any).
    """

    key: str
    fr: str
    en: str
    value: str
    swap: str
    stems: tuple[Stem, ...]
    things: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()

    def allows(self, thing: str, value: str) -> bool:
        """Can a thing of this kind have a value of that kind? « Qui interprète le logiciel Volute ? » has no answer."""
        return (not self.things or thing in self.things) and (not self.values or value in self.values)


@cache
def schema() -> dict[str, Attribute]:
    """All attributes by key."""
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    out = {}
    for row in raw["attribute"]:
        stems = tuple(Stem(s["ask"], s.get("use", ""), s["fr"], s.get("en")) for s in row["stems"])
        kinds = frozenset(row.get("things", ())), frozenset(row.get("values", ()))
        out[row["key"]] = Attribute(row["key"], row["fr"], row["en"], row["value"], row.get("swap", ""), stems, *kinds)
    return out


def attribute(key: str) -> Attribute:
    """The attribute of a key. Raises KeyError."""
    return schema()[key]
