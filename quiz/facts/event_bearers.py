"""Whether a name may bear the deed that a clause tells: what only a body does, or what any thing may undergo.

Looks at one clause and the sort of its subject's name; a name whose sort is known may do anything.
"""

from __future__ import annotations

from quiz.facts.event_answers import Answer
from quiz.facts.event_clause import Clause
from quiz.facts.event_words import known_bodies, words
from quiz.facts.verbs import is_noun


def may_be_anything(answer: Answer, clause: Clause) -> bool:
    """« La MOAB a été larguée », « Le trophée se déroule », « La Volute laisse le centre cru »: a name with no sort
    may be anything there; « Le Royaume » is whose; « Le Mali est situé sur une faille »: many are."""
    group = clause.group
    if group.lemma in words("placing_verbs"):
        return True
    loose = answer.kind == "organisation" and not answer.family
    bare = group.lemma == "être" and not group.auxiliary
    if loose and (" " not in answer.value and is_noun(answer.value.lower())):
        return True
    now = group.tense in ("pres", "impf") and not group.auxiliary
    deed = group.lemma in words("deeds_of_bodies") or answer.value in known_bodies()
    deed = deed or not words("names_of_bodies").isdisjoint(answer.value.lower().split())
    return loose and (group.passive or bare or group.lemma in words("happening_verbs") or (now and not deed))
