"""The subject that opens its sentence, whatever stands between it and its verb: « La finale du Tour qui a eu lieu
samedi à Thiès | a vu », « Six soldats du 35e régiment faisant partie d'Omega | ont été renversés ».

Knows grammar and no names. The phrase must agree in number with the verb, be the only one that could be its subject,
and all between the two must be closed: relative clauses, participles, asides.
"""

from __future__ import annotations

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_words import words
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite, participle

Found = tuple[int, list[int], list[int], int]
"""Its head, its tokens without asides, the aside behind it, and where it begins."""

_FARTHEST = 45
_OF = frozenset(("de", "d'", "du", "des"))
_ONE = frozenset(("le", "la", "l'", "un", "une"))
_MANY = frozenset(("les", "plusieurs", "quelques", "certains", "certaines"))


def opening_subject(seen: Shape, group: VerbGroup) -> Found | None:
    """The noun phrase that a sentence opens with, or that follows its one adverbial, as the subject of a later verb."""
    start = _start(seen, group)
    if start is None or group.first - start > _FARTHEST:
        return None
    end, head, number = _phrase(seen, start, group.first)
    if head is None or number != group.number or end >= group.first:
        return None
    word = seen.tokens[head].lower_
    if word in value_words("time_words") | value_words("time_units") | words("months") or word == "%":
        return None
    if not _closed(seen, end, group):
        return None
    return head, list(range(start, end)), list(range(end, group.first)), start


def _start(seen: Shape, group: VerbGroup) -> int | None:
    """Where the first phrase of the sentence begins, behind a conjunction or one adverbial with its comma."""
    cats, i = seen.cats, 0
    while i < group.first and cats[i] in ("and", "adv", "comma"):
        i += 1
    if i < group.first and cats[i] == "adp" and seen.tokens[i].lower_ not in _OF:
        comma = next((k for k in range(i, group.first) if cats[k] in ("comma", "verb", "rel", "sub", "stop")), None)
        if comma is None or cats[comma] != "comma":
            return None
        i = comma + 1
    return i if i < group.first and cats[i] in ("det", "name", "num") else None


def _phrase(seen: Shape, start: int, stop: int) -> tuple[int, int | None, str]:
    """Where the phrase ends, its noun, and its number: an article or a number, a noun or a name, what « de » adds."""
    cats, tokens = seen.cats, seen.tokens
    first = tokens[start].lower_
    counted = cats[start] == "num" and first not in ("un", "une", "1")
    number = "p" if first in _MANY or counted or first in value_words("number_words") - {"un", "une"} else "s"
    if cats[start] == "det" and first not in _ONE | _MANY and number == "s":
        return start, None, ""
    i = start + (cats[start] != "name")
    while i < stop and cats[i] in ("adj", "num"):
        number = "p" if cats[i] == "num" and first == "les" else number
        i += 1
    head = i if i < stop and cats[i] in ("noun", "name") else None
    if head is None:
        return start, None, ""
    i += 1
    while i < stop:
        if cats[i] in ("noun", "name", "adj") and not (cats[i] == "noun" and cats[i - 1] == "name"):
            i += 1
            continue
        linked = tokens[i].lower_ in _OF and cats[i] == "adp" and i + 1 < stop
        if linked and (cats[i + 1] in ("noun", "name") or (cats[i + 1] == "det" and cats[i + 2] in ("noun", "name"))):
            i += 2
            continue
        break
    return i, head, number


def _closed(seen: Shape, end: int, group: VerbGroup) -> bool:
    """Is all between the phrase and its verb one relative clause, one participle with its complements, or an aside
    between commas?"""
    cats, tokens, stop = seen.cats, seen.tokens, group.first
    between = range(end, stop)
    if any(cats[i] in ("stop", "sub", "mark") for i in between):
        return False
    inside = [g for g in seen.groups if end <= g.first < stop and finite(tokens[g.finite].text) is not None]
    relatives = [i for i in between if cats[i] == "rel"]
    if len(inside) != len(relatives) or len(inside) > 1:
        return False
    if any(not any(r < g.first <= r + 12 for r in relatives) for g in inside):
        return False
    told = inside[0].stop if inside else end
    if any(cats[i] == "and" for i in range(told, stop)):
        return False
    opener = cats[end]
    if opener == "comma":
        opener = cats[end + 1] if end + 1 < stop else "stop"
        commas = [i for i in between if cats[i] == "comma"]
        if cats[stop - 1] != "comma" or (not inside and len(commas) != 2):
            return False
    if inside:
        return opener in ("rel", "adp")
    another = any(cats[i] == "det" and cats[i - 1] == "comma" for i in between if i > end)
    if another and cats[stop - 1] in ("name", "noun"):
        return False
    part = participle(tokens[end].lower_) is not None if end < stop else False
    return opener in ("part", "ger", "adp") or part or cats[end] == "open"
