"""Units and hedges: what may stand beside a number, read from data files into tries of words.

Knows the written forms and nothing of sentences; the tokens come from `numerals`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import cast

from quiz.facts.fact import Bound, Dimension
from quiz.facts.numerals import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its CLDR-like name ("meter", "EUR") and what it measures."""

    name: str
    dimension: Dimension


@dataclass(slots=True)
class _Node:
    """A step in a trie: what a form that ends here means, and the words that may follow."""

    unit: Unit | None = None
    bound: Bound | None = None
    next: dict[str, _Node] = field(default_factory=dict)


def _key(word: str) -> str:
    """Long words match in any case, short ones and signs exactly (Go is no go, MW is no mw)."""
    return word.lower() if len(word) >= 3 and word.isalpha() and not word[1:].isupper() else word


def _down(root: _Node, words: Iterable[str]) -> _Node:
    node = root
    for word in words:
        node = node.next.setdefault(_key(word), _Node())
    return node


@cache
def _units() -> _Node:
    root = _Node()
    for dimension, units in tomllib.loads(_data("units.toml")).items():
        for name, forms in units.items():
            for form in forms:
                _down(root, (t.text for t in tokens_of(form))).unit = Unit(name, cast(Dimension, dimension))
    return root


def _data(name: str) -> str:
    return resources.files("quiz.facts").joinpath("data", name).read_text(encoding="utf-8")


@cache
def _hedges(side: str) -> _Node:
    """The hedges of one side; those that stand before a number are kept backwards, last word first."""
    root = _Node()
    for bound, forms in tomllib.loads(_data("hedges.toml"))[side].items():
        for form in forms:
            words = [t.lower for t in tokens_of(form)]
            _down(root, reversed(words) if side == "before" else words).bound = cast(Bound, bound)
    return root


def _letter_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether a one-letter unit is none: « en 2016 l'équipe », « 5 m-t-il », « 12 p. »."""
    token = tokens[i]
    if len(token.text) > 1 or not token.text.isalpha() or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return after.start == token.end and after.text in "'-." and not (after.text == "." and i + 2 >= len(tokens))


def read_unit(tokens: Sequence[Token], i: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at token `i`, and the token after it; None where there is none."""
    node, best = _units(), None
    j = i
    while j < len(tokens):
        step = node.next.get(_key(tokens[j].text)) or node.next.get(tokens[j].text)
        if step is None:
            break
        node, j = step, j + 1
        if node.unit is not None:
            best = (node.unit, j)
    if best is None or (best[1] == i + 1 and _letter_alone(tokens, i)):
        return None
    stop = best[1]
    if (
        stop < len(tokens)
        and tokens[stop].kind == "word"
        and tokens[stop].start == tokens[stop - 1].end
        and tokens[stop - 1].text not in "%€$£¥°"
    ):
        return None
    return best


def hedge_before(tokens: Sequence[Token], i: int) -> tuple[Bound, int] | None:
    """The longest hedge that ends just before token `i` ("près de", "jusqu'à"), and its first token."""
    node, best = _hedges("before"), None
    j = i - 1
    while j >= 0:
        step = node.next.get(tokens[j].lower)
        if step is None:
            break
        node = step
        if node.bound is not None:
            best = (node.bound, j)
        j -= 1
    return best


def hedge_after(tokens: Sequence[Token], i: int) -> tuple[Bound, int] | None:
    """The longest hedge that begins at token `i` ("environ", "au moins"), and the token after it."""
    node, best = _hedges("after"), None
    j = i
    while j < len(tokens):
        step = node.next.get(tokens[j].lower)
        if step is None:
            break
        node, j = step, j + 1
        if node.bound is not None:
            best = (node.bound, j)
    return best
