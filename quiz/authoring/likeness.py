"""Whether two choices look alike, and whether they say the same: the looks of words, with no knowledge of facts."""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.authoring.figures import numeral_of
from quiz.typography import fold

_LONGER = 2.2
"""How much longer the key may be than the mean wrong choice, or the other way round, before length gives it away."""


def overlaps(one: str, other: str) -> bool:
    """Whether two choices are the same thing said twice: all words of one in the other (Google in Google DeepMind)."""
    a, b = _words(one), _words(other)
    if not a or not b:
        return True
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return small <= large


_EMPTY = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et", "en", "a", "au", "aux", "the", "of"}
)


@lru_cache(4096)  # a name is compared with all that might stand beside it
def _words(text: str) -> frozenset[str]:
    words = frozenset(re.findall(r"\d+(?:[.,\s\u202f]\d+)*|\w+", fold(text)))
    return words - _EMPTY or words


def alike(choice: str, key: str) -> bool:
    """Whether a wrong choice has the key's looks: digits or words, capital or not, article or not, about its length."""
    if any(c.isdigit() for c in choice) != any(c.isdigit() for c in key):
        return False
    if choice[:1].isupper() != key[:1].isupper() and not choice[:1].isdigit():
        return False
    counted = numeral_of(choice) is not None and numeral_of(key) is not None  # une minute, deux minutes
    if not counted and bool(_ARTICLE.match(choice)) != bool(_ARTICLE.match(key)):
        return False
    short, long = sorted((len(choice), len(key)))
    return long <= max(12, short * _LONGER) or long - short <= 9


_ARTICLE = re.compile(r"(?:le|la|les|un|une|des|du|l['’])\b", re.IGNORECASE)
