"""Absolute dates among the tokens of a clause. Knows the notation of dates and nothing of what happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.clauses import Shape
from quiz.facts.event_words import words
from quiz.facts.value_words import words as value_words

_YEAR = re.compile(r"1[89]\d\d|20\d\d")


def date_in(seen: Shape, tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens of an absolute date among some, () without one: « le 3 mai 2014 », « en 2012 », « en mars 2009 »,
    « samedi 13 mai »."""
    for at in range(len(tokens)):
        run = list(tokens[at : at + 6])
        said = [seen.tokens[k].lower_ for k in run] + [""] * 6
        size = 0
        if said[0] == "en" and _YEAR.fullmatch(said[1]):
            size = 2
        elif said[0] == "en" and said[1] in words("months") and _YEAR.fullmatch(said[2]):
            size = 3
        elif said[0] == "le":
            day = 2 if said[1] in value_words("weekdays") else 1
            if re.fullmatch(r"\d{1,2}|1er", said[day]) and said[day + 1] in words("months"):
                size = (
                    day + 3 if _YEAR.fullmatch(said[day + 2]) or said[day + 2] in ("dernier", "prochain") else day + 2
                )
        elif said[0] in value_words("weekdays") or (said[0] == "ce" and said[1] in value_words("weekdays")):
            day = 2 if said[0] == "ce" else 1  # « samedi 13 mai »
            if re.fullmatch(r"\d{1,2}|1er", said[day]) and said[day + 1] in words("months"):
                size = day + 3 if _YEAR.fullmatch(said[day + 2]) else day + 2
        if size:
            return tuple(run[:size]) if _whole(seen, run, size) else ()
    return ()


def _whole(seen: Shape, run: Sequence[int], size: int) -> bool:
    """Is the date in one piece, with no « et 2014 », « - 2014 » behind it?"""
    after = run[size - 1] + 1
    word = seen.tokens[after].lower_ if after < len(seen.tokens) else "."
    return word not in ("et", "-", "–", "ou", "à") and list(run[:size]) == list(range(run[0], run[0] + size))
