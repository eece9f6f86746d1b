"""Article in, facts out: the one door to the extraction. Decides the order of the families and what repeats what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quiz.articles.article import Article
from quiz.facts.clauses import shape
from quiz.facts.event import Event
from quiz.facts.events import events
from quiz.facts.fact import Fact, Named, Quotation, Specification, Statistic
from quiz.facts.quotations import speech
from quiz.facts.reading import Reading, read_many
from quiz.facts.spec_kinds import kinds_of
from quiz.facts.specifications import specifications
from quiz.facts.statistics import statistics
from quiz.facts.value_sound import slip


def extract(article: Article) -> tuple[Fact, ...]:
    """The facts of one article, in text order."""
    return next(extract_many([article]))[1]


def extract_many(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """Articles with their facts, in order; sentences of several articles are parsed together."""
    for reading in read_many(articles):
        yield reading.article, facts_of(reading)


def facts_of(reading: Reading) -> tuple[Fact, ...]:
    """The facts of an article that has been read. A value that both value families found is a specification only."""
    known = kinds_of(reading)
    specs = specifications(reading, known)
    stats = [stat for stat in statistics(reading) if not any(_same(stat, spec) for spec in specs)]
    quotes, reported = speech(reading)
    specs = [replace(spec, aside=True) if any(_told(spec, quote) for quote in quotes) else spec for spec in specs]
    names = tuple(Named(entity.name, entity.kind, entity.gender) for entity in reading.entities.all)
    told = events(reading, known)
    specs = [spec for spec in specs if spec.rule != "date-told" or not any(_dated(spec, event) for event in told)]
    specs = [_placed(spec) if any(_same_place(spec, event) for event in told) else spec for spec in specs]
    reported = [claim for claim in reported if claim.rule != "claim-act" or not any(_asked(claim, e) for e in told)]
    facts: list[Fact] = [
        replace(fact, names=fact.names or names) for fact in (*quotes, *reported, *stats, *specs, *told)
    ]
    facts = [_weighed(fact, reading) for fact in facts]
    return tuple(sorted(facts, key=lambda fact: (fact.answer.start, fact.answer.end, _order(fact))))


def _weighed(fact: Fact, reading: Reading) -> Fact:
    """The fact with what the ranker wants to know of its sentence: whether it slips (« L'épreuve c'est déroulé »)."""
    sentence = reading.sentence_at(fact.answer.start)
    direct = isinstance(fact, Quotation) and fact.quote_type == "direct"
    if direct or sentence is None or "slip" in fact.features or not slip(shape(sentence)):
        return fact
    return replace(fact, features=fact.features | {"slip": 1.0})


def _order(fact: Fact) -> int:
    kinds = (Quotation, Statistic, Specification)
    return next((number for number, kind in enumerate(kinds) if isinstance(fact, kind)), len(kinds))


def _told(spec: Specification, quote: Quotation) -> bool:
    """Does a quotation in the same sentence tell its speaker's role already?"""
    return (
        spec.key == "role"
        and quote.quote_type == "direct"
        and bool(quote.role)
        and quote.speaker == spec.entity
        and quote.evidence.start < spec.answer.end
        and quote.evidence.end > spec.answer.start
    )


def _asked(claim: Quotation, event: Event) -> bool:
    """« Awa Diop a demandé la fermeture du pont »: does an event ask already who did?"""
    said = f"{event.frame.finite} {event.frame.tail}".split()
    inside = event.evidence.start < claim.evidence.end and event.evidence.end > claim.evidence.start
    return inside and event.slot == "agent" and (claim.cue or "-").split()[-1] in said


def _dated(spec: Specification, event: Event) -> bool:
    """Does an event ask for the date already?"""
    same = event.answer.start < spec.answer.end and spec.answer.start < event.answer.end
    return same and event.slot == "date"


def _same_place(spec: Specification, event: Event) -> bool:
    """Does an event ask for the place already?"""
    same = event.answer.start < spec.answer.end and spec.answer.start < event.answer.end
    return same and event.slot == "place" and spec.key == "place"


def _placed(spec: Specification) -> Specification:
    """The fact without a question of its own."""
    return replace(spec, frame=replace(spec.frame, construction=""))


def _same(stat: Statistic, spec: Specification) -> bool:
    """The same number in the same place, found by both families."""
    return (
        spec.quantity is not None
        and stat.quantity.span.start < spec.answer.end
        and stat.quantity.span.end > spec.answer.start
    )
