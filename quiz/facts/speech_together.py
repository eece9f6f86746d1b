"""What the quotations of one article tell of each other: which clause holds which words, and a speaker's sex.

Looks at facts that have been made; finds none and drops none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.fact import Quotation
from quiz.facts.voices import Gender


def told_genders(facts: list[Quotation]) -> dict[str, Gender]:
    """« …, a-t-il dit », « Il déclare »: the sex that a pronoun tells of somebody whose name tells none; nothing where
    pronouns differ."""
    told: dict[str, set[Gender]] = {}
    for fact in facts:
        pronoun = (fact.speaker_as_written or "").lower()
        if fact.speaker and fact.speaker_kind == "person" and pronoun in ("il", "elle"):
            told.setdefault(fact.speaker, set()).add("m" if pronoun == "il" else "f")
    return {name: genders.pop() for name, genders in told.items() if len(genders) == 1}


def with_gender(fact: Quotation, told: dict[str, Gender]) -> Quotation:
    """The fact with the sex that `told_genders` has for its speaker, where none was known."""
    gender = told.get(fact.speaker or "") if fact.speaker_kind == "person" and not fact.gender else None
    return replace(fact, gender=gender) if gender else fact


_HANGING = re.compile(r"(?:ils?|elles?|ce|cet|cette|ces|cela|ceux|celui|celle)\b|c['’]", re.IGNORECASE)
"""What a clause begins with that cannot be asked for by itself."""


def within_claim(quote: Quotation, reported: list[Quotation]) -> Quotation:
    """The quotation, with a feature where a clause of the same speaker holds its words: « condamne « les appels » »."""
    place = quote.place
    for claim in reported:
        around = claim.place
        if place is None or around is None or claim.speaker != quote.speaker or _HANGING.match(claim.words):
            continue
        before = re.findall(r"\w+", claim.words[: max(0, place.start - around.start)].lower())[-1:]
        doubled = before == re.findall(r"\w+", quote.words.lower())[:1]  # « sont une « une catastrophe » »
        if around.start <= place.start and place.end <= around.end and not doubled:
            return replace(quote, features=quote.features | {"within_claim": 1.0})
    return quote
