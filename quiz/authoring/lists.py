"""The word lists of `data/words.toml` and the stock of `data/spec_stock.toml`, each read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def stock() -> dict[str, Any]:
    """What answers on specifications are like, by table: reading the file takes longer than all that looks into it."""
    return tomllib.loads((Path(__file__).parent / "data" / "spec_stock.toml").read_text(encoding="utf-8"))


@cache
def _tables() -> dict[str, str]:
    tables: dict[str, str] = tomllib.loads((Path(__file__).parent / "data" / "words.toml").read_text(encoding="utf-8"))
    return tables


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list. Raises KeyError for a list that is not there."""
    return frozenset(_tables()[name].split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a list parted by bars, the longest first."""
    flat = " ".join(_tables()[name].split())
    return tuple(sorted((p.strip() for p in flat.split("|")), key=lambda p: (-len(p), p)))
