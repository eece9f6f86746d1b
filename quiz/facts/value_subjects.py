"""Whom or what the subject of a verb names: a noun phrase, an antecedent, or what « il » and « elle » stand for.

A subject pronoun takes up the subject of the sentence before it (of a list's lead-in, for an item of a list) where that
one agrees: never the « par X » of a passive, nor an object, past a subject that agrees. Refuses what is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.facts.clause_pieces import gender_of, lowered
from quiz.facts.clauses import Shape, VerbGroup, shape
from quiz.facts.entities import Entity
from quiz.facts.measures import Measure
from quiz.facts.names import person_noun
from quiz.facts.reading import Reading, Sentence
from quiz.facts.value_context import LEADING, Context, antecedent, antecedent_text, subject_span
from quiz.facts.value_words import words
from quiz.facts.voices import epithets

_BACK = 4
"""How many sentences a chain of pronouns is followed back."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject said before a pronoun that agrees with it."""

    text: str
    person: bool
    """Whether it is somebody, by name or by a noun for people."""
    sure: bool
    """Whether it has a name and nothing else in its sentence may be meant."""
    start: int
    end: int
    sentence: Sentence


def subject_text(
    m: Measure, group: VerbGroup, context: Context
) -> tuple[str, tuple[int, int] | None, str | None, bool]:
    """(name of the subject, its tokens, what a pronoun was resolved to, whether it is sure)."""
    span = subject_span(m.shape, group)
    if span is None:
        return context.scope or "", None, None, False
    head_word = m.shape.tokens[span[0]].lower_
    if m.shape.tokens[span[1] - 1].lower_ in words("time_words") and span[1] - span[0] <= 2:
        return context.scope or "", None, None, False  # « Ce matin, trois policiers… »
    if span[1] - span[0] == 1 and head_word in words("pronouns"):
        name = resolve_pronoun(m, span[0], context)
        if name is not None:
            return LEADING.sub("", name), span, name, True
        before = subject_before(m.shape, span[0], context.reading)
        known = before is not None and (before.person or not _of_people(m))
        plain = head_word if head_word in ("il", "elle") else context.scope
        told = LEADING.sub("", before.text) if before is not None and known else plain
        return told or "", span, None, False
    if head_word in ("qui", "dont", "que", "où"):
        found = antecedent(m.shape, group, span[0])
        if found is not None:
            return antecedent_text(m.shape, found, span[0]), None, None, True
        return context.scope or "", None, None, False
    return LEADING.sub("", m.shape.text(*span)), span, None, True


def resolve_pronoun(m: Measure, i: int, context: Context) -> str | None:
    """The person or thing a subject pronoun stands for, or None where the article does not make it sure."""
    word = m.shape.tokens[i].lower_
    if word not in ("il", "elle"):
        return None
    gender = "m" if word == "il" else "f"
    at = m.shape.sentence.at(m.shape.tokens[i])
    entity = context.reading.entities.focus_before(at, ("person",), gender)
    entity = entity if entity is not None and entity.gender == gender else None
    before = subject_before(m.shape, i, context.reading)
    if before is not None and not before.person:
        known = before.sure or (i <= 1 and _in_title(before, m, context))
        return before.text if known and not _of_people(m) else None
    if before is not None and entity is not None and names_another(entity, before, at, context.reading):
        return None
    if entity is not None and rivalled(entity, before, at, gender, context.reading):
        return None
    if (
        before is None
        and entity is not None
        and m.shape.sentence.kind == "list"
        and not _in_item(entity, m, at, context)
    ):
        return None
    return entity.name if entity is not None and _can_have(m) else None


def _in_title(before: Subject, m: Measure, context: Context) -> bool:
    """« Le chômage repart à la hausse. Il augmente de 0,8 % »: the definite subject of the sentence just before, which
    the title has as well."""
    said = re.match(r"(?:le |la |l['’] ?)(?P<noun>[a-zà-ÿ]{5,})(?P<more>[^,;()]*)$", before.text)
    title = (context.reading.article.title or "").lower()
    near = before.sentence.number == m.shape.sentence.number - 1
    return said is not None and near and len(said["more"].split()) <= _SHORT and said["noun"][:7] in title


_SHORT = 6


def _of_people(m: Measure) -> bool:
    """« L'institut l'annonce. Il est mort à 70 ans. »: nothing but people has an age, or dies, or marries."""
    return m.quantity.dimension == "age" or (m.group is not None and m.group.lemma in _HUMAN)


_HUMAN = frozenset(("décéder", "divorcer", "épouser", "marier", "mourir", "naître"))


def _can_have(m: Measure) -> bool:
    """A person has a speed only in going, no price, and no power, area or resolution."""
    dimension = m.quantity.dimension
    if dimension == "money" and m.group is not None and m.group.lemma in ("coûter", "valoir"):
        return False
    if dimension == "count" and m.group is not None and m.group.lemma in _HOLDING:
        parts = m.noun is not None and m.shape.tokens[m.noun].lower_ in words("parts_of_things")
        return m.group.lemma == "compter" and not parts
    if dimension in ("length", "area") and m.preposition == "sur" and m.group is not None and m.group.passive:
        return False  # « Elle avait été recouverte sur un kilomètre »: the road
    if dimension == "speed":
        return m.group is not None and m.group.lemma in words("going_verbs")
    return dimension not in ("power", "area", "resolution", "frame-rate", "temperature")


_HOLDING = frozenset({"compter", "comporter", "contenir", "abriter"})
"""« Elle comptera huit épisodes »: a season does, not who shoots it."""


def names_another(entity: Entity, before: Subject, at: int, reading: Reading) -> bool:
    """Whether `before` cannot be `entity`: it is a thing, or somebody beside or after whom `entity` is named."""
    mentions = [x for x in reading.entities.within(before.sentence.start, at) if x.entity is entity and not x.quoted]
    own = any(before.start <= x.start < before.end for x in mentions)
    if own or entity.kind != "person":
        return not own and bool(mentions)
    return bool(mentions) or not before.person or not _called(entity, before)


def _called(entity: Entity, before: Subject) -> bool:
    """May the noun that a person is spoken of by be somebody's? « le maire » is Marc Petit where a role says so, « la
    chanteuse » is whoever is in view; « le suspect », « un passant » are others."""
    noun = next((word for word in re.findall(r"[\w-]+", before.text) if person_noun(word)), "")
    known = person_noun(noun)
    return known is not None and (noun.lower() in epithets() or any(role.noun == known.base for role in entity.roles))


_IN_VIEW = 3
"""Sentences, the pronoun's own among them, in which another person may be meant as well."""


def rivalled(entity: Entity, before: Subject | None, at: int, gender: str, reading: Reading) -> bool:
    """« Luc Roy a choisi Marc Petit. » and, a paragraph on, « Il a promis … »: may another person be meant as well? Not
    where the subject before the pronoun names the one; and for whom the title names, only another subject is one."""
    mentions = reading.entities.mentions
    if before is not None and any(m.entity is entity and before.start <= m.start < before.end for m in mentions):
        return False
    sentence = reading.sentence_at(at)
    here = sentence.number if sentence is not None else 0
    title = (reading.article.title or "").replace("’", "'")
    titled = entity.name in title or any(alias in title for alias in entity.aliases)
    return any(
        m.entity is not entity
        and (m.subject or not titled)
        and m.entity.kind == "person"
        and m.entity.gender in (gender, "")
        and m.start < at
        and not m.quoted
        and 0 <= here - m.sentence <= _IN_VIEW
        for m in mentions
    )


def _in_item(entity: Entity, m: Measure, at: int, context: Context) -> bool:
    """Whether a person is named in this item of a list, before the pronoun."""
    first = next(s.start for s in context.reading.sentences if s.passage == m.shape.sentence.passage)
    return any(x.entity is entity for x in context.reading.entities.within(first, at))


def subject_before(seen: Shape, i: int, reading: Reading) -> Subject | None:
    """The last subject said before the pronoun at token `i`, if it agrees with it: in its own sentence, in the sentence
    before it in the paragraph, in the lead-in of its list. A pronoun of the same form there is followed back."""
    word = seen.tokens[i].lower_
    if word not in ("il", "elle"):
        return None
    gender = "m" if word == "il" else "f"
    here = _agreeing(seen, i, gender, reading)
    if here is not None:
        return here
    for sentence in _sentences_before(seen.sentence, reading):
        other = shape(sentence)
        found = _agreeing(other, len(other.tokens), gender, reading)
        if found is not None:
            return found
        spans = [subject_span(other, group) for group in other.groups]
        if not any(span is not None and other.tokens[span[0]].lower_ == word for span in spans):
            return None
    return None


def _sentences_before(sentence: Sentence, reading: Reading) -> Iterator[Sentence]:
    """The sentences before one, nearest first: those of its paragraph, and for an item of a list those of the
    paragraph that leads it in."""
    passage = sentence.passage
    given, led_in = 0, sentence.kind != "list"
    for number in range(sentence.number - 1, -1, -1):
        other = reading.sentences[number]
        if given >= _BACK or other.kind in ("title", "heading"):
            return
        if other.passage != passage:
            if led_in:
                return
            if other.kind == "list":
                continue
            passage, led_in = other.passage, True
        given += 1
        yield other


def _agreeing(seen: Shape, stop: int, gender: str, reading: Reading) -> Subject | None:
    """The last subject of a main verb before token `stop` that a pronoun of that gender may stand for."""
    for group in reversed([g for g in seen.groups if g.first < stop]):
        span = subject_span(seen, group)
        if span is None or span[0] >= stop or group.number == "p":
            continue
        head = next((k for k in range(*span) if seen.cats[k] in ("noun", "name")), None)
        if head is None or seen.tokens[head].lower_ in words("time_words") or "and" in seen.cats[slice(*span)]:
            continue
        start, end = seen.sentence.at(seen.tokens[span[0]]), seen.sentence.end_of(seen.tokens[span[1] - 1])
        entity = next((x.entity for x in reading.entities.within(start, end)), None)
        named = seen.cats[head] == "name" or (head > 0 and seen.tokens[head].text[:1].isupper())
        somebody = (entity is not None and entity.kind == "person" and named) or (
            not named and person_noun(seen.tokens[head].text) is not None
        )
        own = entity.gender if somebody and entity is not None and named else _gender(seen, span[0], head)
        if own and own != gender:
            continue
        rivals = any(
            t.dep_ in ("obj", "nsubj", "nsubj:pass") and seen.cats[t.i] in ("noun", "name") and t.i != head
            for t in seen.tokens[:stop]
            if _gender(seen, t.i - 1, t.i) in (gender, "")
        )
        text = lowered(seen, span[0], " ".join(seen.text(*span).split()))
        sure = bool(own) and named and not rivals and span[1] - span[0] <= 4 and seen.cats[span[0]] in ("det", "name")
        return Subject(text, somebody, sure, start, end, seen.sentence)
    return None


def _gender(seen: Shape, first: int, head: int) -> str:
    """The gender of a noun phrase by its determiner, else by its noun."""
    word = seen.tokens[first].lower_ if first >= 0 else ""
    if word in ("le", "un", "ce", "cet", "du", "au"):
        return "m"
    return "f" if word in ("la", "une", "cette") else gender_of(seen, head)


__all__ = ["Subject", "names_another", "resolve_pronoun", "rivalled", "subject_before", "subject_text"]
