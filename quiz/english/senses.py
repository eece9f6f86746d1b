"""Which English a verb has by the object it takes: « reprendre une ville » is to retake it, « reprendre le travail » to
resume it.

Reads an object by the last word of its English noun. Where the object does not tell, the verb keeps the English of its
frame; where it tells that no English of ours fits, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from quiz.english import names, tables

_HEAD_ENDS = re.compile(
    r"[,(]| (?=(?:of|in|at|on|for|to|from|with|by|against|during|after|before|between|as|that|who|and|or|when|within"
    r"|behind|ahead|despite|since|until|over|under|into|about|around|near)\b)"
)
_PART = re.compile(r"^(?:what |the )?(?:percentage|share|number|part) of (?:the )?")
_ABSTAIN = "-"


def suited(verb: str, english: str, taken: str) -> str | None:
    """The English base form of a French verb that takes `taken`, an English noun phrase with what follows it, where
    `english` is what the verb is without it. None where no English fits.

    « reprendre » with "the city of Metz": "retake"; « voter » with "the budget": "pass".
    """
    known = _senses().get(verb)
    if known is None or not taken:
        return english
    for kind in _kinds(taken):
        if kind in known:
            return None if known[kind] == _ABSTAIN else known[kind]
    return english


def _kinds(taken: str) -> tuple[str, ...]:
    """What an object is known by: its last word, the one word for its plural, and whether it is a place, a person or
    anything else."""
    noun = _HEAD_ENDS.split(_PART.sub("", taken.strip()), maxsplit=1)[0].strip()
    bare = re.sub(r"^(?:the|a|an|his|her|its|their|this|what|which|how many|how much) ", "", noun)
    last = bare.rsplit(" ", 1)[-1]
    one = _one(last)
    if names.is_place(bare):
        return ("PLACE",)
    if {last, one} & _people():
        return last, one, "PERSON"
    if last[:1].isupper():
        return last, "NAME"
    return last, one, "THING"


def _one(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _people() -> frozenset[str]:
    """The last words of the English nouns for people, one and many."""
    words = ("|".join(tables.words("people", "people").values())).split("|")
    return frozenset(word.removeprefix("~").rsplit(" ", 1)[-1] for word in words) | {"people", "person"}


@cache
def _senses() -> Mapping[str, Mapping[str, str]]:
    """Each verb's English by the last word or the kind of its object."""
    found: dict[str, dict[str, str]] = {}
    for written, english in tables.words("verbs", "senses").items():
        verb, _, objects = written.partition(": ")
        found.setdefault(verb, {}).update(dict.fromkeys(objects.split(), english))
    return found
