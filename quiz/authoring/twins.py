"""Which facts say the same thing: one card is made of them, with every article that says it as a source."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from quiz.authoring.figures import measured, same_amount
from quiz.authoring.lists import words
from quiz.facts.fact import Fact, Quotation, Specification, Statistic
from quiz.typography import fold

_ALIKE = 0.34
"""Share of common content words from which two sentences with the same amount say the same."""


def clusters(facts: Sequence[Fact]) -> list[int]:
    """For each fact the number of its cluster: the place of the first fact that says the same.

    Facts are compared with those only that share a bucket (an amount, a name, four words in a row), so that a folder of
    a thousand articles is no harder than a thousand articles.
    """
    out: list[int] = []
    keys = [_Key(fact) for fact in facts]
    firsts: dict[object, list[int]] = {}
    for at, key in enumerate(keys):
        near = sorted({i for bucket in key.looked_for() for i in firsts.get(bucket, ())})
        twin = next((i for i in near if keys[i].same(key)), at)
        out.append(twin)
        if twin == at:
            for bucket in key.buckets():
                firsts.setdefault(bucket, []).append(at)
    return out


class _Key:
    """What a fact is compared by, worked out once."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self.kind = type(fact)
        self.words = content(fact.evidence.text)
        self.said = tuple(re.findall(r"\w+", fold(fact.words))) if isinstance(fact, Quotation) else ()

    def buckets(self) -> list[object]:
        """Where the fact is kept."""
        fact = self.fact
        if isinstance(fact, Quotation):
            said = self.said[:_LOOKED_AT]
            return list({said[i : i + 4] for i in range(max(1, len(said) - 3))})
        if isinstance(fact, Specification):
            return [(fact.attribute, (fold(fact.entity).split() or [""])[-1])]
        return [_magnitude(fact, 0)] if isinstance(fact, Statistic) else []

    def looked_for(self) -> list[object]:
        """Where its twins are kept."""
        if isinstance(self.fact, Statistic):
            return [_magnitude(self.fact, step) for step in (-1, 0, 1)]
        return self.buckets()

    def same(self, other: _Key) -> bool:
        """Whether both say the same."""
        if self.kind is not other.kind:
            return False
        if isinstance(self.fact, Quotation):
            return _same_words(self.said, other.said)
        if isinstance(self.fact, Specification) and isinstance(other.fact, Specification):
            return _same_spec(self.fact, other.fact)
        if isinstance(self.fact, Statistic) and isinstance(other.fact, Statistic):
            if not same_amount(self.fact.quantity, other.fact.quantity):
                return False
            small = min(len(self.words), len(other.words))
            return bool(small) and len(self.words & other.words) >= _ALIKE * small
        return False


_LOOKED_AT = 60
"""Words of a quotation that are looked at for a twin."""


def _magnitude(fact: Statistic, step: int) -> tuple[str, int]:
    """The amount's size in steps of about 3 %, so that twins lie in the same step or the next."""
    quantity = fact.quantity
    if quantity.dimension == "share":
        fraction = quantity.low / 100 if quantity.unit == "percent" else quantity.low
        return "share", round(fraction * 100) + step
    base, low, _high = measured(quantity)
    return base, round(math.log1p(abs(low)) * 30) + step


def content(text: str) -> frozenset[str]:
    """The content words of a text, cut to their first letters so that plural and feminine do not part them."""
    found = re.findall(r"[^\W\d_]{3,}", fold(text))
    return frozenset(w.rstrip("sx")[:6] for w in found if w not in words("empty"))


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """The same words said, or one the larger part of the other."""
    if not one or not other:
        return False
    small, large = sorted((one, other), key=len)
    if " ".join(small) in " ".join(large):
        return len(small) >= 5 or len(small) == len(large)
    common = len(set(small) & set(large))
    return len(small) >= 6 and common >= 0.8 * len(set(large))


def _same_spec(one: Specification, other: Specification) -> bool:
    if one.attribute != other.attribute or not _same_name(one.entity, other.entity):
        return False
    if one.attribute == "nature":
        return True
    if one.quantity is not None and other.quantity is not None:
        return same_amount(one.quantity, other.quantity)
    return _same_name(one.value, other.value)


def _same_name(one: str, other: str) -> bool:
    """The same name, or the surname alone beside the full name."""
    a, b = fold(one).split(), fold(other).split()
    return a == b or (bool(a) and bool(b) and a[-1] == b[-1] and (len(a) == 1 or len(b) == 1))
