"""The subject of a verb by its place alone, where the parse has lost it: the noun phrase that opens the clause.

Knows grammar and no names. What opens a clause must agree in number with the verb and be one phrase, whatever
participles, numbers and asides it has; otherwise there is no subject.
"""

from __future__ import annotations

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_words import words
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite

_INSIDE = frozenset(("adj", "adp", "adv", "and", "det", "ger", "inf", "name", "noun", "num", "other", "part"))
"""What a noun phrase is made of, its participles and their complements included."""
_FARTHEST = 40
"""Tokens between the verb and where its subject begins."""
_ABOUT = (
    ("au", "moins"), ("au", "total"), ("environ",), ("plus", "de"), ("plus", "d'"), ("moins", "de"), ("près", "de"),
    ("presque",), ("quelque",), ("seuls",), ("seules",), ("les",), ("ces",),
)  # fmt: skip
"""What stands before a number: « au moins | cinq personnes »."""
_ONE = ("le", "la", "l'", "un", "une")
_MANY = ("les", "des", "plusieurs", "quelques", "certains", "certaines", "tous", "toutes")

Found = tuple[int, list[int], list[int], int]
"""Its head, its tokens without asides, the aside behind it, and where it begins."""


def subject_by_place(seen: Shape, group: VerbGroup) -> Found | None:
    """The noun phrase before a verb, with at most one aside between them; None where it is not plainly one phrase."""
    cats, end = seen.cats, group.first
    while end and cats[end - 1] == "adv":
        end -= 1
    if not end or cats[end - 1] != "comma":
        return _phrase(seen, end, group, [])
    for comma in range(end - 2, max(0, end - _FARTHEST), -1):
        if cats[comma] == "stop":
            return None
        relative = cats[comma] == "rel" and cats[comma - 1] in ("noun", "name", "adj")
        if cats[comma] != "comma" and not relative:
            continue
        aside = list(range(comma + (not relative), end - 1))
        told = [other for other in seen.groups if comma <= other.first < end and _a_verb(seen, other)]
        if len(told) > (cats[comma + (not relative)] == "rel"):
            return None  # « Le maire est parti, son adjoint reste, | a … »
        found = _phrase(seen, comma, group, aside)
        if found is not None:
            return found
    return None


def _phrase(seen: Shape, end: int, group: VerbGroup, aside: list[int]) -> Found | None:
    """The noun phrase that ends before `end` and opens a clause."""
    cats, bracketed = seen.cats, set[int]()
    start = end
    while start and end - start < _FARTHEST:
        if cats[start - 1] == "close":  # « le député Omar Ba (UDT) et le maire »
            opened = next((i for i in range(start - 1, 0, -1) if cats[i] == "open"), 0)
            bracketed |= set(range(opened, start))
            start = opened
            continue
        joins = cats[start - 1] == "and" and any(other.stop == start - 1 for other in seen.groups)
        if cats[start - 1] not in _INSIDE or joins:
            break
        start -= 1
    if start and cats[start - 1] not in ("comma", "stop", "sub", "and"):
        return None
    number = _number_of(seen, start, end)
    if number is None or number[1] != group.number:
        return None
    head = next((i for i in range(number[0], end) if cats[i] in ("noun", "name")), None)
    if head is None or any(cats[i] not in ("adj", "num", "det", "adp", "adv") for i in range(number[0], head)):
        return None
    word = seen.tokens[head].lower_
    if word in value_words("time_words") | value_words("time_units") | words("months") or word == "%":
        return None
    if not _one(seen, start, end, head):
        return None
    return head, [i for i in range(start, end) if i not in bracketed], aside, start


def _a_verb(seen: Shape, group: VerbGroup) -> bool:
    return finite(seen.tokens[group.finite].text) is not None


def _number_of(seen: Shape, start: int, end: int) -> tuple[int, str] | None:
    """Where the noun of a phrase may begin and the number its opening tells: « au moins | cinq », « le », « Omar »."""
    said = [token.lower_ for token in seen.tokens[start : min(end, start + 3)]]
    if not said:
        return None
    about = next((len(row) for row in _ABOUT if tuple(said[: len(row)]) == row), 0)
    at = start + about
    if at < end and _counts(seen, at):
        while at < end and _counts(seen, at):
            at += 1
        return at, "p"
    if said[0] in _MANY:
        return start + 1, "p"
    if said[0] in _ONE:
        return start + 1, "s"
    return (start, "s") if seen.cats[start] == "name" and seen.tokens[start].text[:1].isupper() else None


def _counts(seen: Shape, i: int) -> bool:
    """Is the token a number above one?"""
    word = seen.tokens[i].lower_
    return (seen.cats[i] == "num" and word not in ("un", "une", "%")) or (
        word in value_words("number_words") and word not in ("un", "une", "zéro")
    )


def _one(seen: Shape, start: int, end: int, head: int) -> bool:
    """Is it one phrase: no second article that hangs on nothing (« Ce mardi | les pompiers »)?"""
    for i in range(head + 1, end):
        joined = seen.cats[i - 1] in ("adp", "inf", "ger", "part", "and", "num") or seen.tokens[i - 1].lower_ == "tout"
        if seen.cats[i] == "det" and not joined:
            return False
        told = seen.cats[i] in ("inf", "ger") and seen.cats[i - 1] in ("noun", "name")
        if told and seen.cats[i] == "inf":
            return False
    if seen.cats[start] == "name":
        plain = all(seen.cats[i] in ("name", "adp", "open", "close", "num") for i in range(start, end))
        return plain and seen.cats[start - 1] != "and"
    return seen.cats[end - 1] not in ("adp", "det", "and", "adv")
