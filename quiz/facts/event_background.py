"""What a clause tells as background: of a time before the article's own that it does not name, or on the way, in a
relative clause. Who did that is a question few can place.

Looks at one clause and its sentence. What may still be asked of it is decided in `events`.
"""

from __future__ import annotations

import re

from quiz.facts.event import Event
from quiz.facts.event_clause import Clause
from quiz.facts.event_dates import date_in
from quiz.facts.event_words import words
from quiz.facts.spec_scene import Scene

_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_BEFORE = frozenset(("avait", "avaient", "étaient", "était"))
_OWN = frozenset(
    ("dernier", "dernière", "fois", "premier", "première", "premières", "premiers", "seul", "seule", "titre")
)
"""What makes a deed one's own, though it is told on the way."""


def long_over(clause: Clause) -> bool:
    """« avait commenté la lettre », « était parti »: of a time before that of the article, and of which one? What
    somebody has said that others « avaient racheté » is the news itself."""
    group = clause.group
    done = group.main != group.finite and (group.auxiliary != "être" or not group.passive)
    if clause.finite.lower() not in _BEFORE or not done or clause.reported:
        return False
    if date_in(clause.seen, clause.lead) or date_in(clause.seen, clause.rest):
        return False
    return not any(_YEAR.fullmatch(clause.seen.tokens[i].text) for i in (*clause.lead, *clause.rest))


def narrated(clause: Clause) -> bool:
    """« Omar Ba réduisait l'écart », « était exclu dix minutes »: a story told in the imperfect, moment by moment; what
    lasted from a year on is none."""
    group, seen = clause.group, clause.seen
    being = group.passive and clause.finite.lower() in ("étaient", "était")
    if group.tense != "impf" or (group.main != group.finite and not being):
        return False
    return not any(_YEAR.fullmatch(seen.tokens[i].text) for i in (*clause.lead, *clause.rest))


def in_passing(clause: Clause) -> bool:
    """« Omar Ba, qui parle de critique », « Brumelle, qui gère 21 400 logements »: said on the way in the present, of
    no first time and no title that would make it one's own."""
    group, seen = clause.group, clause.seen
    if not clause.relative or clause.said[0] or group.tense == "past" or (group.auxiliary and group.tense != "impf"):
        return False
    told = (*clause.lead, *clause.rest)
    return not any(seen.tokens[i].lower_ in _OWN for i in told)


def fleeting(scene: Scene, clause: Clause) -> bool:
    """« se présente seul à la seconde transition »: a moment of a race, told in the present, and soon another's."""
    group = clause.group
    passing = {scene.word(i) for i in (*clause.rest, *clause.lead)} & words("fleeting")
    racing = bool(passing) or group.lemma in words("race_verbs")
    partly = clause.rest and scene.word(clause.rest[0]) == "partie"  # « fait | partie d'un groupe »
    if clause.said[0]:
        return bool(passing)  # « Omar Ba, | revenu à deux secondes »
    if group.passive and group.lemma == "emmener":
        return True  # « la partie natation fut emmenée par Omar Ba »
    being = scene.word(group.finite) in ("est", "sont", "étaient", "était")
    now = not group.auxiliary or (group.passive and being)
    return (racing or bool(partly)) and group.tense in ("pres", "impf") and now


def of_nothing_known(clause: Clause, event: Event) -> bool:
    """« Par le parquet de quelle ville une enquête a-t-elle été ouverte ? »: one of many, and on what?"""
    bare = [clause.seen.cats[i] for i in clause.subject[1:]] in (["noun"], ["noun", "adj"], ["adj", "noun"])
    return bare and event.slot in ("by", "date", "with") and not event.frame.rest and not event.frame.lead
