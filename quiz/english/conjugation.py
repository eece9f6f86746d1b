"""The forms verbs take: French ones to be recognised in the third person, English ones to be written.

Knows endings and a table of irregular verbs; refuses to know what a verb means or what may follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from quiz.english import tables

Tense = Literal["present", "imperfect", "past", "future", "conditional", "infinitive", "participle", "gerund"]


class Form(NamedTuple):
    """What a French form may be: of which verb, in which tense, and whether it is plural (a participle agrees)."""

    verb: str
    tense: Tense
    plural: bool = False


@cache
def recognised(verbs: frozenset[str]) -> Mapping[str, tuple[Form, ...]]:
    """Every form of these verbs, given by their infinitives, with all it may be."""
    found: dict[str, tuple[Form, ...]] = {}
    for verb in sorted(verbs):
        for written, form in french_forms(verb):
            found[written] = (*found.get(written, ()), form)
    return found


def french_forms(verb: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb that a sentence about somebody else can hold: « passe, passent, passait, passa… »."""
    singular, plural, imperfect, past, future, participle, gerund = _principal_parts(verb)
    past_plural = past[:-1] + "rent" if past.endswith("t") else participle[:-1] + "èrent"
    yield verb, Form(verb, "infinitive")
    for many, present, ends, pasts, will in (
        (False, singular, "ait", past, "a"),
        (True, plural, "aient", past_plural, "ont"),
    ):
        yield present, Form(verb, "present", many)
        yield imperfect + ends, Form(verb, "imperfect", many)
        yield pasts, Form(verb, "past", many)
        yield future + will, Form(verb, "future", many)
        yield future + ends, Form(verb, "conditional", many)
    yield gerund, Form(verb, "gerund")
    feminine = participle + "e"
    masculine_plural = participle if participle.endswith("s") else participle + "s"
    for written, many in ((participle, False), (feminine, False), (masculine_plural, True), (feminine + "s", True)):
        yield written.replace("ûe", "ue").replace("ûs", "us"), Form(verb, "participle", many)


def _principal_parts(verb: str) -> tuple[str, str, str, str, str, str, str]:
    """Present singular and plural, the stem of the imperfect, past, the stem of the future, participle, gerund."""
    irregular = tables.words("verbs", "irregular_french")
    for cut in range(len(verb)):
        parts = irregular.get(verb[cut:])
        if parts is not None and (cut == 0 or verb[cut:] not in ("avoir", "être", "aller", "rire", "lire")):
            lead, given = verb[:cut], parts.split()
            gerund = given[6] if len(given) > 6 else given[2] + "ant"
            return tuple(lead + part for part in (*given[:6], gerund))  # type: ignore[return-value]
    if verb.endswith("er"):
        return _first_group(verb)
    stem = verb[:-2]
    if verb.endswith("ir"):
        return stem + "it", stem + "issent", stem + "iss", stem + "it", verb, stem + "i", stem + "issant"
    return stem, stem + "ent", stem, stem + "it", verb[:-1], stem + "u", stem + "ant"


def _first_group(verb: str) -> tuple[str, str, str, str, str, str, str]:
    """« mène » of mener, « mangeait » of manger, « paie » of payer, « appelle » of appeler."""
    stem = verb[:-2]
    strong, soft = stem, stem
    if stem.endswith(("appel", "jet", "renouvel")):
        strong = stem + stem[-1]
    elif re.search(r"[eé][bcdfglmnprstv]$|[eé](?:gn|tr|vr|br|cr|gr|gu)$", stem):
        strong = re.sub(r"[eé](?=[^eé]*$)", "è", stem)
    elif stem.endswith(("oy", "uy", "ay")):
        strong = stem[:-1] + "i"
    if stem.endswith("g"):
        soft = stem + "e"
    elif stem.endswith("c"):
        soft = stem[:-1] + "ç"
    future = strong + "er" if not re.search(r"é[^aeiou]+$", stem) else verb
    return strong + "e", strong + "ent", soft, soft + "a", future, stem + "é", soft + "ant"


@dataclass(frozen=True, slots=True)
class English:
    """The forms of an English verb; what follows its first word ("take part in") stays."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


_BE = English("be", "is", "was", "been", "being")
_TWICE = frozenset({"abet", "acquit", "admit", "allot", "ban", "bar", "beg", "blur", "cap", "chat", "clap", "club",
                    "commit", "compel", "confer", "control", "cram", "dam", "defer", "deter", "dim", "dip", "dispel",
                    "drag", "drop", "equip", "excel", "expel", "fit", "flag", "flip", "grab", "hug", "incur",
                    "infer", "jam", "jog", "kidnap", "knit", "lag", "log", "map", "mop", "mug", "nab", "nod",
                    "occur", "omit", "outwit", "overlap", "overstep", "pat", "patrol", "permit", "pin", "pit",
                    "plan", "plod", "plug", "pop", "prefer", "propel", "ram", "readmit", "rebel", "rebut", "recap",
                    "refer", "regret", "remit", "repel", "rig", "rip", "rob", "rub", "sag", "scan", "scrap", "ship",
                    "shop", "shred", "sin", "skid", "skip", "slam", "slap", "slip", "snap", "snub", "sob", "spot",
                    "spur", "squat", "stab", "stem", "step", "stir", "stop", "strap", "strip", "stun", "submit",
                    "sum", "swap", "tag", "tap", "tip", "top", "transfer", "transmit", "trap", "trim", "tug",
                    "unplug", "unzip", "whip", "wiretap", "wrap", "zigzag", "zip"})  # fmt: skip
"""Regular verbs whose last letter doubles before an ending."""


@cache
def english_verb(words: str) -> English:
    """The forms of "announce", of "take part in"."""
    verb, space, rest = words.partition(" ")
    tail = space + rest
    if verb == "be":
        forms = _BE
    else:
        irregular = tables.words("verbs", "irregular_english").get(verb)
        stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in _TWICE else verb
        past = stem + "ed"
        if re.search(r"[^aeiou]y$", verb):
            past = verb[:-1] + "ied"
        preterite, _, participle = (irregular or past).partition(" ")
        third = {"have": "has", "do": "does", "go": "goes"}.get(verb) or _third(verb)
        gerund = verb + verb[-1] + "ing" if verb in _TWICE_ING else _gerund(verb, stem)
        forms = English(verb, third, preterite, participle or preterite, gerund)
    return English(*(f"{part}{tail}" for part in (forms.base, forms.third, forms.past, forms.participle, forms.gerund)))


_TWICE_ING = frozenset({"begin", "cut", "forget", "get", "hit", "let", "offset", "put", "quit", "reset", "run", "set",
                        "shut", "sit", "slit", "spin", "split", "swim", "upset", "win"})  # fmt: skip
"""Irregular verbs whose last letter doubles before -ing."""


def _third(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else "s")


def _gerund(verb: str, stem: str) -> str:
    if verb.endswith(("ee", "oe", "ye")):
        return verb + "ing"
    return (verb[:-2] + "y" if verb.endswith("ie") else stem) + "ing"


_ADVERBS = {"final": "definitively", "good": "well", "public": "publicly", "fast": "fast", "hard": "hard",
            "whole": "wholly"}  # fmt: skip


def adverb_of(adjective: str) -> str:
    """ "finally" of "final", "clearly" of "clear", "economically" of "economic"."""
    if adjective in _ADVERBS:
        return _ADVERBS[adjective]
    if adjective.endswith("ic"):
        return f"{adjective}ally"
    if adjective.endswith("y"):
        return f"{adjective[:-1]}ily"
    return f"{adjective[:-1]}y" if adjective.endswith("le") else f"{adjective}ly"
