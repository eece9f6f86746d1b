"""Specifications: attributes of named people, bodies, things and events, with the sentence that proves each.

Runs the families of rules over a reading and keeps what the article asserts. Refuses to know how a fact is asked, and
leaves every number but dates to `statistics`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quiz.facts.fact import Modality, Named, Specification
from quiz.facts.modality import modality_of
from quiz.facts.reading import Reading
from quiz.facts.spec_dates import date_facts
from quiz.facts.spec_kinds import Kinds, kinds_of
from quiz.facts.spec_lists import list_facts
from quiz.facts.spec_makers import maker_facts
from quiz.facts.spec_natures import nature_facts
from quiz.facts.spec_places import place_facts
from quiz.facts.spec_relations import relation_facts
from quiz.facts.spec_roles import role_facts
from quiz.facts.spec_scene import Found, Scene, scenes
from quiz.facts.spec_schema import attribute

Rule = Callable[[Scene], Iterator[Found]]

_RULES: tuple[Rule, ...] = (role_facts, maker_facts, nature_facts, date_facts, place_facts, relation_facts, list_facts)


def specifications(reading: Reading) -> list[Specification]:
    """The specifications of an article, in text order."""
    facts: list[Specification] = []
    seen: set[tuple[str, str, str, int]] = set()
    known = kinds_of(reading)
    names = _names(reading, known)
    for scene in scenes(reading, known):
        for rule in _RULES:
            for found in rule(scene):
                fact = _fact(scene, found, names)
                key = (fact.entity, fact.attribute, fact.value, scene.sentence.number)
                if key not in seen:
                    seen.add(key)
                    facts.append(fact)
    return sorted(facts, key=lambda fact: (fact.answer.start, fact.answer.end))


def _names(reading: Reading, known: Kinds) -> tuple[Named, ...]:
    """What the article names, as this family types it; people need a full name, the rest more than one sign."""
    out = []
    for entity in reading.entities.all:
        kind = known.of.get(entity.name, entity.kind)
        full = " " in entity.name if kind == "person" else entity.name in known.sure or kind == "place"
        if full and kind != "other":
            out.append(Named(entity.name, kind, entity.gender))
    return tuple(out)


def _fact(scene: Scene, found: Found, names: tuple[Named, ...]) -> Specification:
    article, sentence = scene.reading.article, scene.sentence
    modality: Modality
    modality, attribution = modality_of(sentence, (found.start, found.end))
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
        entity=found.entity,
        entity_kind=found.entity_kind,
        entity_gender=found.entity_gender,
        attribute=found.label or attribute(found.attribute).fr,
        key=found.attribute,
        value=found.value or article.text[found.start : found.end],
        quantity=found.quantity,
        frame=found.frame,
    )
