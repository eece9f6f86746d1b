"""What a name in a clause is as an answer: a person, a country, a club, a town, and what else of its sort the article
names. Refuses names whose sort nothing tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from quiz.facts.entities import Entity
from quiz.facts.event import ValueKind
from quiz.facts.event_words import families, known_places
from quiz.facts.lexicon import bag, countries, is_first_name
from quiz.facts.reading import Reading
from quiz.facts.spec_kinds import Kinds
from quiz.facts.spec_scene import Name, Scene, gender_of


@dataclass(frozen=True, slots=True)
class Answer:
    """A name as an answer. `family` is the noun one can ask for it by ("club"), "" where nothing tells."""

    entity: Entity | None
    value: str
    kind: ValueKind
    gender: Literal["m", "f", ""] = ""
    family: str = ""


@dataclass
class Sorts:
    """The sorts of an article's names, worked out once."""

    reading: Reading
    known: Kinds

    def of(self, entity: Entity) -> Answer | None:
        """An entity as an answer, None where its sort is not known well enough."""
        kind, family = self._sort(entity)
        if kind is None:
            return None
        value = entity.name if kind != "place" else _whole_town(entity.name)
        return Answer(entity, value, kind, gender_of(entity) if kind == "person" else "", family)

    def country(self, name: str) -> Answer:
        """A country that an adjective names."""
        return Answer(self.reading.entities.lookup(name), name, "country")

    def _sort(self, entity: Entity) -> tuple[ValueKind | None, str]:
        if entity.name in countries():
            return "country", ""
        kind = self.known.of.get(entity.name, entity.kind)
        family = self.family(entity)
        place = known_places().get(_whole_town(entity.name))
        if place is not None and kind in ("place", "other"):
            return "place", place.family.noun
        if kind == "person":
            words = entity.name.split()
            full = len(words) > 1 and (is_first_name(words[0]) or (entity.firm and bool(gender_of(entity))))
            return ("person" if full and entity.kind == "person" else None), ""
        if kind == "organisation" and (entity.name in self.known.sure or family):
            return "organisation", family
        if kind == "place" and entity.kind == "place":
            return "place", "ville" if entity.name in self.towns else ""
        noun = self.known.nouns.get(entity.name)
        if noun is not None and kind == "product":
            return "product", noun.noun
        return ("work", noun.noun) if noun is not None and kind == "work" else (None, "")

    def family(self, entity: Entity) -> str:
        """The family of a body: from its name's first word, else from the nouns said of it; "" where they disagree."""
        table = families()
        first = entity.name.split()[0].lower()
        if first in table and entity.kind != "person":
            return table[first].noun
        found = {table[noun].noun for noun in entity.nouns if noun in table}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def towns(self) -> frozenset[str]:
        """Places that stand behind « à » somewhere in the article."""
        out = set()
        for sentence in self.reading.sentences:
            for mention in self.reading.entities.within(sentence.start, sentence.end):
                before = sentence.tokens(max(sentence.start, mention.start - 2), mention.start)
                if before and before[-1].lower_ == "à":
                    out.add(mention.entity.name)
        return frozenset(out)

    def like(self, answer: Answer) -> tuple[str, ...]:
        """Wrong choices of the answer's sort: those the article names, in its order, then its neighbours on the map."""
        out: dict[str, None] = {}
        for mention in self.reading.entities.mentions:
            entity = mention.entity
            if self._sort(entity) != (answer.kind, answer.family):
                continue
            if answer.gender and gender_of(entity) != answer.gender:
                continue
            out.setdefault(_whole_town(entity.name) if answer.kind == "place" else entity.name)
        place = known_places().get(answer.value) if answer.kind == "place" else None
        if place is not None and place.family.noun == answer.family:
            at = place.neighbours.index(answer.value)
            near = sorted(range(len(place.neighbours)), key=lambda i: (abs(i - at), i))
            for i in near[1:6]:
                out.setdefault(place.neighbours[i])
        out.pop(answer.value, None)
        return tuple(out)[:8]


def _whole_town(name: str) -> str:
    """« Caire » (from « au Caire ») is « Le Caire »."""
    for article in ("Le", "La", "Les"):
        if f"{article} {name}" in known_places() and name not in known_places():
            return f"{article} {name}"
    return name


@dataclass
class Place:
    """Names at their places in one sentence."""

    scene: Scene
    sorts: Sorts

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, the widest where several overlap."""
        out: list[Name] = []
        for name in sorted(self.scene.names, key=lambda n: (n.start, -n.end)):
            if not out or name.start >= out[-1].end:
                out.append(name)
        return tuple(out)

    def ending(self, tokens: tuple[int, ...]) -> Name | None:
        """The name that a phrase ends with, where it is no complement: « le président Jean Diop », « la Chine »."""
        if not tokens:
            return None
        name = next((n for n in self.names if n.end == tokens[-1] + 1 and n.start >= tokens[0]), None)
        if name is None or (self.scene.word(name.start - 1) in _OF and name.start > tokens[0]):
            return None
        return name


_OF = bag("de d' du des et ou à au aux en chez par pour contre avec ,")
