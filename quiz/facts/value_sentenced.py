"""Frames of what a court has given: « Ada Morin a été condamnée à deux ans de prison avec sursis et 30 000 euros
d'amende ».

Looks at the words around the figure and at the one person named before them; refuses to know the law, and anything with
two people, a denial or a « requis ».
"""

from __future__ import annotations

import re

from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context

NO_FRAME = Frame()

_CONDEMNED = re.compile(
    r"\b(?:est|a été|avait été|était|d['’]être|fut|être)"
    r"(?:, en \d{4},)? (?:\w+ment |aussi |également )?condamné(?P<e>e?)\b"
    r"(?P<between>[^.;:«»()]{0,130})$"
)
_TO = re.compile(r"(?:^|,? )(?:à|et(?: à)?|ainsi qu['’]à) (?:une (?:amende|peine) de )?$")
_PENALTY = re.compile(
    r"^ (?:(?:de |d['’] ?))(?P<what>prison(?: ferme| avec sursis)?|réclusion(?: criminelle)?"
    r"|emprisonnement(?: avec sursis| ferme)?|inéligibilité|amende|suspension)\b"
)
_DOUBT = re.compile(r"\b(?:requis|requiert|risque\w*|n['’]a|pas|encour\w+|serait|aurait|appel de|avaient|ont)\b")


def sentenced_frame(m: Measure, context: Context) -> Frame:
    """« À combien d'années de prison avec sursis Ada Morin a-t-elle été condamnée ? »."""
    sentence, flat = m.shape.sentence, context.reading.flat
    if m.quantity.dimension not in ("duration", "money") or m.quantity.bound == "range":
        return NO_FRAME
    start, end = m.quantity.outer
    before, after = flat[sentence.start : start], flat[end : sentence.end]
    said = _CONDEMNED.search(before)
    penalty = _PENALTY.match(after)
    if said is None or penalty is None or _TO.search(before) is None or _DOUBT.search(before[said.start() :]):
        return NO_FRAME
    if (penalty["what"] == "amende") != (m.quantity.dimension == "money"):
        return NO_FRAME
    named = context.reading.entities.within(sentence.start, sentence.start + said.start())
    people = [x for x in named if x.entity.kind == "person" and x.start >= sentence.start and not x.depends]
    names = {x.entity.name for x in people}
    if (
        len(names) != 1
        or " " not in people[0].entity.name
        or " et " in flat[people[0].end : sentence.start + said.start()]
    ):
        return NO_FRAME
    entity = people[0].entity
    if (entity.gender == "f") != bool(said["e"]) and entity.gender:
        return NO_FRAME
    return Frame(
        construction="object",
        subject=entity.name,
        population=penalty["what"],
        rest=" ".join(re.findall(r"\ben \d{4}\b", said.group())[:1]),
        resolved=True,
        preposition="à",
        finite="a",
        tail=f"été condamné{said['e']}",
        pronoun="elle" if said["e"] else "il",
    )
