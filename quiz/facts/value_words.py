"""The closed word lists of quantities and of what they measure, read once from `data/value_words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "value_words.toml"


@cache
def _tables() -> dict[str, str]:
    return {name: str(words) for name, words in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list. Raises KeyError."""
    return frozenset(_tables()[name].split())


@cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of a list parted by bars."""
    flat = " ".join(_tables()[name].split())
    return frozenset(phrase.strip() for phrase in flat.split("|") if phrase.strip())


@cache
def stems(name: str) -> tuple[str, ...]:
    """The same as a tuple, for `str.startswith`."""
    return tuple(sorted(words(name)))
