"""Questions on lists the article makes: which of these is named beside the others, one question a member.

Each member is a fact of its own, so that each may have its card; the question shows two of the others to know the
list by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import enumerated, of
from quiz.authoring.spec_forms import Worded, asked, english_name, others, words
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.facts.spec_words import plural_kinds

_SHOWN = 2
"""Members the question names: enough to know the list by, few enough to leave answers."""


def list_candidates(fact: Specification) -> list[Candidate]:
    """« Quelle entreprise l'article cite-t-il, aux côtés de Brisk et de Volute, parmi … ? »: one member is the key."""
    frame = fact.frame
    members = frame.population.split("|")
    if frame.construction != "listed" or len(members) < 3 or fact.value not in members:
        return []
    at = members.index(fact.value)
    beside = [*members[at + 1 :], *members[:at]][:_SHOWN]
    stem = _stem(fact, beside)
    if stem is None:
        return []
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="listed",
            question=asked(stem),
            answer=ruled(fact.value, english_name(fact.value)),
            distractor_type="organisation",
            suggested=_wrong(fact, members),
            also_true=tuple(m for m in members if m != fact.value),
            focus=(fact.value,),
            features={"members": float(len(members)), "said_words": float(len(frame.rest.split()))},
        )
    ]


def _wrong(fact: Specification, members: Sequence[str]) -> tuple[Bilingual, ...]:
    """Bodies and products the article names elsewhere: not in the list, not in its sentence."""
    evidence = fact.evidence.text
    names = (*others(fact, ("organisation",), barred=members), *others(fact, ("product", "work"), barred=members))
    return tuple(name for name in names if name.fr not in evidence)


def _stem(fact: Specification, beside: Sequence[str]) -> Worded | None:
    frame = fact.frame
    what = _what(fact)
    with_them = "aux côtés " + enumerated([of(name) for name in beside])
    if frame.lead and frame.rest:
        said = re.sub(r"^(?:chacun|chacune) ", "", frame.rest)
        said = f"qui {_plural_of(said)}" if said.split()[0].endswith("ant") and _plural_of(said) else ""
        if not said:
            return None
        return Worded(f"{what} l'article cite-t-il, {with_them}, parmi les {frame.lead} {said}")
    if frame.lead:
        return Worded(f"{what} l'article cite-t-il, {with_them}, comme exemple {of('des ' + frame.lead)}")
    if frame.rest:
        return Worded(f"{what} l'article cite-t-il, {with_them}, parmi ceux qui {frame.rest}")
    return None


_FIRMS = words("list_firms")


def _what(fact: Specification) -> str:
    """What the members are, asked in the singular: « quel studio », « quelle entreprise », else « quel nom »."""
    lead = fact.frame.lead.split()[0] if fact.frame.lead else ""
    kind = plural_kinds().get(lead)
    if kind is not None:
        return f"{'quelle' if kind.gender == 'f' else 'quel'} {kind.noun}"
    sells = re.match(r"(?:développ|vend|commercialis|fabriqu|propos|produi|lanc|édit)\w*ent\b", fact.frame.rest)
    return "quelle entreprise" if lead in _FIRMS or sells else "quel nom"


def _plural_of(clause: str) -> str:
    """« apportant sa pierre à l'édifice » -> « apportent leur pierre à l'édifice », for verbs of the first group."""
    first, _, rest = clause.partition(" ")
    stem = first[:-3]
    if not first.endswith("ant") or stem.endswith(("iss", "y")):
        return ""
    rest = re.sub(r"^(?:son|sa) ", "leur ", rest)
    rest = re.sub(r"^ses ", "leurs ", rest)
    return f"{stem[:-1] if stem.endswith('ge') else stem}ent {rest}"
