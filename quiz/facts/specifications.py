"""Specifications: attributes of named people, bodies, things and events, with the sentence that proves each.

Runs the families of rules over a reading and keeps what the article asserts. Refuses to know how a fact is asked, and
leaves every number but dates to `statistics`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quiz.facts.fact import Modality, Named, Specification
from quiz.facts.lexicon import is_first_name
from quiz.facts.modality import modality_of
from quiz.facts.reading import Reading
from quiz.facts.roles import role_words
from quiz.facts.spec_acronyms import acronym_facts
from quiz.facts.spec_beside import beside_facts
from quiz.facts.spec_charges import charge_facts
from quiz.facts.spec_dates import date_facts
from quiz.facts.spec_deaths import death_facts
from quiz.facts.spec_kinds import Kinds, kinds_of
from quiz.facts.spec_lists import list_facts
from quiz.facts.spec_makers import maker_facts
from quiz.facts.spec_nationalities import nationality_facts
from quiz.facts.spec_natures import COMMON, nature_facts
from quiz.facts.spec_places import place_facts
from quiz.facts.spec_relations import relation_facts
from quiz.facts.spec_roles import role_facts
from quiz.facts.spec_scene import Found, Scene, gender_of, scenes
from quiz.facts.spec_schema import attribute
from quiz.facts.spec_told_dates import told_dates
from quiz.facts.spec_used import may_use, used_facts

Rule = Callable[[Scene], Iterator[Found]]

_PRESUPPOSED = (
    "role-before", "role-title", "role-after", "thing-of", "own-thing", "nature-apposed", "nature-before",
    "nature-body", "origin-before", "origin-apposed", "maker-apposed", "maker-of-beside",
    "body-beside", "represents-beside", "its-maker", "makes-relative", "party", "role-nominated",
)  # fmt: skip
"""Rules whose facts are said beside the verb and not by it: « Odile Fortin, patronne de Brumelle, pourrait … » leaves
no doubt of what she is."""

_RULES: tuple[Rule, ...] = (
    role_facts,
    maker_facts,
    beside_facts,
    nature_facts,
    date_facts,
    place_facts,
    relation_facts,
    list_facts,
    told_dates,
    nationality_facts,
    death_facts,
    charge_facts,
    acronym_facts,
)


def specifications(reading: Reading, known: Kinds | None = None) -> list[Specification]:
    """The specifications of an article, in text order."""
    facts: list[Specification] = []
    seen: set[tuple[str, str, str, int]] = set()
    known = known or kinds_of(reading)
    names = _names(reading, known)
    for scene in scenes(reading, known):
        for rule in _RULES:
            for found in rule(scene):
                if not _sensible(found):
                    continue
                fact = _fact(scene, found, names)
                key = (fact.entity, fact.attribute, fact.value, scene.sentence.number)
                if key not in seen:
                    seen.add(key)
                    facts.append(fact)
    facts = _told_once(facts)
    facts += _used(reading, names)
    facts = _makers_are_bodies(facts, names)
    return sorted(facts, key=lambda fact: (fact.answer.start, fact.answer.end))


def _told_once(facts: list[Specification]) -> list[Specification]:
    """A date of a clause that is told whole is asked with the whole clause, and not once more with its verb alone."""
    told = {fact.answer for fact in facts if fact.rule == "date-told"}
    return [
        replace(fact, frame=replace(fact.frame, construction="date"))
        if fact.answer in told and fact.frame.construction == "date-of"
        else fact
        for fact in facts
    ]


def _makers_are_bodies(facts: list[Specification], names: tuple[Named, ...]) -> list[Specification]:
    """« le modèle Brumelle » beside « Volute, de Brumelle »: who makes a thing is itself no tool."""
    makers = {fact.frame.rest for fact in facts if fact.key == "maker" and fact.frame.construction == "maker"}
    made = {fact.entity for fact in facts if fact.key == "maker"}
    wrong = {n.name for n in names if n.name in makers - made and n.kind in ("product", "work")}
    if not wrong:
        return facts
    mended = tuple(replace(n, kind="organisation") if n.name in wrong else n for n in names)
    return [replace(fact, names=mended) for fact in facts]


def _sensible(found: Found) -> bool:
    """Is the thing a name? « Le Danois de Brumelle » says who somebody is, and names nobody."""
    if re.match(r"[^\w«“\"('’]", found.entity):
        return False  # « -e-Azb »: the end of a name
    if found.entity in _IDIOMS or (
        found.rule == "date-other" and re.match(r"(?:[Ll]eurs?|[Ss](?:on|a|es)) ", found.entity)
    ):
        return False
    if _counted(found.entity) or not (re.search(r"[A-ZÀ-Ý ]", found.entity) or found.entity in ("il", "elle")):
        return False
    words = re.sub(r"^(?:[Ll][ea]s? |[Ll]['’])", "", found.entity).split(" ")
    if len(words) < 2 or words[1] not in ("de", "d'", "du"):
        return True
    return not words[0][:1].isupper() or words[0].lower() not in role_words().nations


_IDIOMS = frozenset(("la mort", "la vie", "la parole", "le jour", "la fin", "la tête"))
"""Objects of verbs that mean something else: « trouver la mort »."""

_COUNTED = re.compile(
    r"(?:(?:[Ll]es|[Cc]es|[Ss]es|[Qq]uelque|[Ee]nviron|[Pp]rès de|[Pp]lus de|[Mm]oins de|au moins) )*"
    r"(?:\d[\d\s.,]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|mille|plusieurs|quelques"
    r"|(?:une|la) (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|cinquantaine|centaine)|(?:un|des|deux) milliers?)"
    r"\s+(?:de |d['’])?[a-zà-ÿ]"
)


def _counted(entity: str) -> bool:
    """« 45 000 visiteurs », « une vingtaine de bateaux »: so many of something are a figure, and nothing by name."""
    cut = re.match(r"[\d\s.,]+$|(?:e|er|ère|ème) ", entity)  # « 65 000 », « 62 | e édition du concours »
    return cut is not None or _COUNTED.match(entity[:1].lower() + entity[1:]) is not None


def _used(reading: Reading, names: tuple[Named, ...]) -> list[Specification]:
    """What people say they use: the one fact taken from inside quotations, attributed to its speaker."""
    if not may_use(reading):
        return []
    from quiz.facts.quotations import quotations

    out = []
    for found, (start, end), speaker in used_facts(reading, quotations(reading)):
        article = reading.article
        out.append(
            Specification(
                evidence=article.span(start, end),
                answer=article.span(found.start, found.end),
                rule=found.rule,
                confidence=found.certainty,
                modality="attributed",
                attribution=speaker,
                names=names,
                entity=found.entity,
                entity_kind=found.entity_kind,
                entity_gender=found.entity_gender,
                attribute=attribute(found.attribute).fr,
                key=found.attribute,
                value=article.text[found.start : found.end],
                frame=found.frame,
            )
        )
    return out


def _bare(name: str) -> str:
    """« l'IA Volute »: the letters for what it is are no part of the name."""
    return re.sub(r"^IA (?=[A-ZÉ])", "", name)


def _names(reading: Reading, known: Kinds) -> tuple[Named, ...]:
    """What the article names, as this family types it; people need a full name, the rest more than one sign."""
    out = []
    for entity in reading.entities.all:
        kind = known.of.get(entity.name, entity.kind)
        known_person = " " in entity.name and (is_first_name(entity.name.split()[0]) or entity.name.istitle())
        full = known_person if kind == "person" else entity.name in known.sure or kind == "place"
        if full and kind != "other" and entity.name not in COMMON:
            out.append(Named(_bare(entity.name), kind, gender_of(entity)))
    return tuple(out)


def _fact(scene: Scene, found: Found, names: tuple[Named, ...]) -> Specification:
    article, sentence = scene.reading.article, scene.sentence
    modality: Modality
    modality, attribution = modality_of(sentence, (found.start, found.end))
    if found.rule.startswith(_PRESUPPOSED) and modality not in ("asserted", "past"):
        modality, attribution = "asserted", None
    if found.past and modality == "asserted":
        modality = "past"
    return Specification(
        evidence=article.span(sentence.start, sentence.end),
        answer=article.span(found.start, found.end),
        rule=found.rule,
        confidence=found.certainty,
        modality=modality,
        attribution=attribution,
        topic=None,
        features={"quoted": float(scene.reading.quoted(found.start))},
        names=names,
        entity=_bare(found.entity),
        entity_kind=found.entity_kind,
        entity_gender=found.entity_gender,
        attribute=found.label or attribute(found.attribute).fr,
        key=found.attribute,
        aside=found.aside or modality in ("denied", "hypothetical"),  # marked, and printed nowhere
        value=found.value or article.text[found.start : found.end],
        quantity=found.quantity,
        frame=replace(found.frame, subject=_bare(found.frame.subject)),
    )
