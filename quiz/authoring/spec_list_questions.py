"""Questions on lists the article makes: which of these does what the others of the list do, one question a member.

Each member is a fact of its own, so that each may have its card; the question shows two of the others to know the
list by. Refuses lists whose verb or class it cannot put into the singular.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import elide, enumerated
from quiz.authoring.spec_forms import Worded, asked, english_name, others, words
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.facts.lexicon import phrases
from quiz.facts.spec_words import KindNoun, event_verbs, plural_kinds
from quiz.typography import fold

_SHOWN = 2
"""Members the question names: enough to know the list by, few enough to leave answers."""


def list_candidates(fact: Specification) -> list[Candidate]:
    """« Laquelle de ces entreprises vend, comme Brisk et Volute, des décors ? »: one member is the key, the others
    stand in the question or count as right."""
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


def may_be_wrong(name: str) -> bool:
    """May a body stand as a wrong choice among firms? Media, institutes and unions would be seen through at once."""
    return (
        name not in phrases("media") and not _NO_FIRM.search(fold(name)) and not re.search(r"\b[A-Z]{2,}-[A-Z]", name)
    )


_NO_FIRM = re.compile(
    r"\b(?:universit|agence|observatoire|centre|institut|minist|federation|association|organi[sz]ation|gouvernement|armee"
    r"|laborato|comite|commission|union|guild|guilde|syndicat|conseil|academi|ecole|festival|parti|police|ville|onu|oms|ue)"
)


def _wrong(fact: Specification, members: Sequence[str]) -> tuple[Bilingual, ...]:
    """Bodies the article names elsewhere: not in the list, not in its sentence, and firms by the looks of them."""
    evidence = fact.evidence.text
    found = others(fact, ("organisation",), barred=members)
    return tuple(name for name in found if name.fr not in evidence and may_be_wrong(name.fr))


def _stem(fact: Specification, beside: Sequence[str]) -> Worded | None:
    frame = fact.frame
    these, noun = _these(fact)
    like = f", comme {enumerated(beside)}, "
    said = re.sub(r"^(?:chacun|chacune|tous|toutes) ", "", frame.rest)
    if said:
        verb, _, rest = said.partition(" ")
        one = singular(verb)
        if not one or not rest or re.search(r"\bleurs?\b", rest):
            return None
        return Worded(f"{these} {one}{like}{rest}")
    if not frame.lead:
        return None
    head, _, more = frame.lead.partition(" ")
    kind = plural_kinds().get(head)
    if kind is not None and kind is not noun and re.match(r"(?:de |d['’])", more):
        return Worded(f"{these} est{like}{elide('une' if kind.gender == 'f' else 'un', kind.noun)} {more}")
    return Worded(f"{these} compte{like}parmi les {frame.lead}")


_FIRMS = words("list_firms")


def _these(fact: Specification) -> tuple[str, KindNoun | None]:
    """What the members are, with its gender: « lequel de ces studios », « laquelle de ces entreprises »."""
    head = fact.frame.lead.split()[0] if fact.frame.lead else ""
    kind = plural_kinds().get(head)
    if kind is not None and fact.frame.rest:
        return f"{'laquelle' if kind.gender == 'f' else 'lequel'} de ces {head}", kind
    if kind is not None and kind.kind == "product":
        return "lequel de ces produits", None
    return "laquelle de ces entreprises", None


# Verbs ------------------------------------------------------------------------------------------------------

_IRREGULAR = {
    "ont": "a", "ayant": "a", "disent": "dit", "lisent": "lit", "font": "fait", "faisant": "fait", "vont": "va",
    "veulent": "veut", "peuvent": "peut", "doivent": "doit", "viennent": "vient", "tiennent": "tient",
    "obtiennent": "obtient", "prennent": "prend", "comprennent": "comprend", "mettent": "met", "mettant": "met",
    "permettent": "permet", "permettant": "permet", "promettent": "promet", "connaissent": "connaît", "suivent": "suit",
    "vivent": "vit", "écrivent": "écrit", "offrent": "offre", "ouvrent": "ouvre", "courent": "court", "servent": "sert",
    "reçoivent": "reçoit", "conçoivent": "conçoit", "concevant": "conçoit", "recevant": "reçoit", "prenant": "prend",
    "comprenant": "comprend", "voulant": "veut", "pouvant": "peut", "devant": "doit",
    "offrant": "offre",
    "servant": "sert", "sont": "", "étant": "", "détiennent": "détient", "détenant": "détient",
    "emploient": "emploie", "appellent": "appelle",
}  # fmt: skip


@cache
def _first_group() -> frozenset[str]:
    return frozenset(verb.infinitive for verb in event_verbs() if verb.infinitive.endswith("er"))


def singular(verb: str) -> str:
    """« développent », « apportant » -> « développe », « apporte »; "" for a form this does not know how to turn.

    « vendent » is « vend », « finissent » « finit »: endings tell the groups apart, a table holds the rest.
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ent"):
        root = verb[:-3]
    elif verb.endswith("ant"):
        root = verb[:-3]
        root = root[:-1] if root.endswith("ge") else root
        root = root[:-1] + "c" if root.endswith("ç") else root
        root = root[:-1] + "i" if root.endswith(("oy", "uy")) else root
    else:
        return ""
    if not root or verb.endswith(("aient", "raient")):
        return ""
    if root + "er" in _first_group():
        return root + "e"
    if root.endswith("iss"):
        return root[:-2] + "t"
    if re.search(r"[cdlnrt]uis$", root):
        return root[:-1] + "t"
    if re.search(r"(?:end|and|ond|erd|ord)$", root) and not root.endswith(("mand", "command", "bord", "cord")):
        return root
    return root + "e"
