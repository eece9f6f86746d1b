"""What the rules for specifications look at: one sentence with its names and roles found, and the shape of what they
return. Knows no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from quiz.facts.entities import Entity, Gender, Kind, Mention
from quiz.facts.fact import Frame, Quantity
from quiz.facts.parsing import Doc, Token
from quiz.facts.reading import Reading, Sentence
from quiz.facts.roles import Role, find_roles
from quiz.facts.spec_kinds import Kinds, kinds_of
from quiz.facts.spec_words import morph

ValueKind = Literal["name", "phrase", "date"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    text: str
    entity: Entity
    mention: Mention
    kind: Kind
    """What the article as a whole takes the name for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A specification as a rule finds it. The value stands at the article's offsets `start` to `end`; `value` is said
    otherwise only where a name is resolved. `certainty` is the rule's, 0 to 1."""

    attribute: str
    entity: str
    entity_kind: Kind
    entity_gender: Gender = ""
    start: int
    end: int
    rule: str
    certainty: float
    frame: Frame = field(default_factory=Frame)
    quantity: Quantity | None = None
    past: bool = False
    value: str = ""
    aside: bool = False
    label: str = ""
    """What `quiz facts` calls the attribute, where that says more than the schema's own word ("date de lancement")."""


def gender_of(entity: Entity) -> Literal["m", "f", ""]:
    """A person's gender where it is known to be one of two."""
    return "f" if entity.gender == "f" else "m" if entity.gender == "m" else ""


@dataclass
class Scene:
    """One sentence, ready for the rules."""

    reading: Reading
    sentence: Sentence
    known: Kinds

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """What each name of the article names."""
        return self.known.of

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.sentence.doc

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, in order, those inside a quotation left out."""
        out = []
        for mention in self.reading.entities.within(self.sentence.start, self.sentence.end):
            if mention.sentence != self.sentence.number:
                continue
            tokens = [t for t in self.sentence.tokens(mention.start, mention.end) if not self.sentence.masks(t)]
            if tokens:
                kind = self.kinds.get(mention.entity.name, mention.entity.kind)
                out.append(Name(tokens[0].i, tokens[-1].i + 1, mention.text, mention.entity, mention, kind))
        return tuple(out)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The role phrases of the sentence."""
        return find_roles(self.doc)

    def article_of(self, name: Name) -> str:
        """The article a name stands behind, read out of a contraction too: « du Monde » has le, « aux Échos » les."""
        word = self.word(name.start - 1)
        if word in ("le", "la", "les", "l'"):
            return word
        return (
            {"du": "le", "au": "le", "des": "les", "aux": "les"}.get(word, "") if not name.text.startswith("Le") else ""
        )

    def name_from(self, start: int) -> Name | None:
        """The name that begins at a token."""
        return next((name for name in self.names if name.start == start), None)

    def name_to(self, end: int) -> Name | None:
        """The name that ends before a token."""
        return next((name for name in self.names if name.end == end), None)

    def name_over(self, token: Token) -> Name | None:
        """The name a token is part of."""
        return next((name for name in self.names if name.start <= token.i < name.end), None)

    def word(self, at: int) -> str:
        """The small-letter text of a token, "" outside the sentence."""
        small = self.sentence.doc.small
        return small[at] if 0 <= at < len(small) else ""

    def focus(self, kinds: Iterable[Kind], before: int | None = None) -> Entity | None:
        """The thing of one of these kinds that the text was last about: the subject of a sentence before its objects,
        no further back than three sentences, None where two are as near."""
        wanted = set(kinds)
        here = self.sentence.number
        scores: dict[str, float] = {}
        entities: dict[str, Entity] = {}
        for mention in self.reading.entities.mentions:
            if mention.start >= (self.sentence.start if before is None else before) or (
                mention.quoted and not self._title(mention)
            ):
                continue
            entity = mention.entity
            if here - mention.sentence > 3 or self.kinds.get(entity.name) not in wanted:
                continue
            score = (
                10.0
                - 2.0 * (here - mention.sentence)
                + (1.5 if mention.subject else 0.0)
                - (1.0 if mention.depends else 0.0)
            )
            if score >= scores.get(entity.name, 0.0):
                scores[entity.name], entities[entity.name] = score, entity
        ranked = sorted(scores.items(), key=lambda pair: -pair[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.5):
            return None
        return entities[ranked[0][0]]

    def _title(self, mention: Mention) -> bool:
        """Are the quotation marks around a name its own (« Marées »), and no speech?"""
        return any(
            mark.start <= mention.start
            and mention.end <= mark.end
            and mark.end - mark.start <= mention.end - mention.start + 2
            for mark in self.reading.marked
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Article offsets of tokens `start` to `end` (exclusive), a quotation mark opened inside closed again."""
        first, last = self.sentence.at(self.doc[start]), self.sentence.end_of(self.doc[end - 1])
        flat = self.reading.flat
        for left, right in (("«", "»"), ("“", "”"), ("(", ")")):
            if flat[first:last].count(left) > flat[first:last].count(right):
                closed = flat.find(right, last, min(last + 20, self.sentence.end))
                last = closed + 1 if closed >= 0 else last
        return first, last

    def text(self, start: int, end: int) -> str:
        """What the article writes at tokens `start` to `end` (exclusive)."""
        first, last = self.span(start, end)
        return self.reading.article.text[first:last]


def scenes(reading: Reading, known: Kinds | None = None) -> Iterator[Scene]:
    """The sentences that may state a fact: prose and list items, no titles, no questions, no furniture."""
    known = known or kinds_of(reading)
    for sentence in reading.sentences:
        if sentence.kind not in ("prose", "list") and not _says_something(sentence):
            continue
        if sentence.text.rstrip(' »"”\u00a0').endswith("?"):
            continue
        yield Scene(reading, sentence, known)


def _says_something(sentence: Sentence) -> bool:
    """A heading or caption that is a sentence: long, and with a verb."""
    if sentence.kind != "heading" or len(sentence.text.split()) < 12:
        return False
    return any(token.pos_ in ("VERB", "AUX") and "Fin" in morph(token, "VerbForm") for token in sentence.doc)
