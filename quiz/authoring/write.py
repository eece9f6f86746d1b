"""Articles and their facts into a deck: the order of things, and nothing else.

Builders propose, repairs mend, choices are added, gates drop, the ranker scores, the selection keeps. Pure: the same
articles and facts give the same deck, card ids come from facts and not from wordings.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from quiz.articles.article import Article, Span
from quiz.authoring.answers_in_english import with_english
from quiz.authoring.candidate import Candidate
from quiz.authoring.clozes import clozes
from quiz.authoring.distractors import choices_for
from quiz.authoring.figures import in_words, numeral_of
from quiz.authoring.fitting import company
from quiz.authoring.gates import refused
from quiz.authoring.likeness import overlaps
from quiz.authoring.pool import Pool
from quiz.authoring.quote_statements import statements
from quiz.authoring.ranking import MIN_SCORE, features_of, score
from quiz.authoring.repairs import repaired
from quiz.authoring.scene import Scene
from quiz.authoring.selection import Scored, asked, caps, chosen, interleaved, mixture, no_twin
from quiz.authoring.topic import neighbours, title_of
from quiz.authoring.twins import clusters
from quiz.deck import Bilingual, Card, Deck, Evidence, Source
from quiz.facts.event import Event
from quiz.facts.fact import Fact, Quantity, Quotation, Specification, Statistic
from quiz.typography import fold

if TYPE_CHECKING:
    from quiz.english.memory import Memory
    from quiz.facts.pool import Broken


OPEN = ("nature-of",)
"""Constructions whose question has many true answers in other words: articles that differ do not contradict."""


@dataclass(frozen=True, slots=True)
class Written:
    """A deck, how many candidates each gate dropped (by gate, most first), and remarks for who made it."""

    deck: Deck
    explain: dict[str, int]
    notes: tuple[str, ...] = ()


def make_deck(
    articles_with_facts: Iterable[tuple[Article, Sequence[Fact]]],
    *,
    deck_id: str,
    title: str,
    tmx_memory: Memory | None = None,
    max_cards: int | None = None,
    min_score: float | None = None,
    broken: Callable[[Broken], None] | None = None,
) -> Written:
    """A deck of the articles' facts.

    `max_cards` caps the cards an article gives (default: one for `selection.WORDS_A_CARD` words), `min_score` the score
    a card needs (default: `ranking.MIN_SCORE`). With a memory, its English is filled in. An article that makes the
    program fail (a fault of ours) gives no card and is told to `broken`; where nobody listens the fault is raised.
    """
    pairs = sorted(articles_with_facts, key=lambda pair: pair[0].id)
    articles = [article for article, _ in pairs]
    dropped: Counter[str] = Counter()
    rows, same = _judged(pairs, dropped, broken)
    rows, twins = no_twin(rows)
    dropped["no_twin"] += twins
    limits = caps([len(article.text.split()) for article in articles], max_cards)
    floor = MIN_SCORE if min_score is None else min_score
    names = [main_names(article, facts) for article, facts in pairs]
    picked = chosen(rows, limits, floor, names)
    dropped["ranking"] += len(rows) - len(picked)
    picked, weak = mixture(picked)
    dropped["mixture"] += weak
    by_id = {article.id: article for article in articles}
    cards = tuple(_card(row, articles, by_id, same) for row in interleaved(picked))
    sources = tuple(Source(a.id, a.file, a.title, a.date, a.sha256) for a in articles)
    deck = Deck(deck_id, Bilingual(title), sources, cards)
    if tmx_memory is not None:
        from quiz.english.layer import fill

        deck = fill(deck, tmx_memory)
    return Written(deck, {gate: n for gate, n in dropped.most_common() if n}, tuple(_notes(names, picked, articles)))


def proposals(fact: Fact, article: Article) -> list[Candidate]:
    """Every question the builders have for a fact."""
    if isinstance(fact, Quotation):
        from quiz.authoring import claim_questions, quote_questions

        return [*quote_questions.candidates(fact, article), *claim_questions.candidates(fact, article)]
    if isinstance(fact, Statistic):
        from quiz.authoring import stat_questions

        return [*stat_questions.candidates(fact, article), *clozes(fact, article)]
    if isinstance(fact, Event):
        from quiz.authoring import event_questions

        return event_questions.candidates(fact, article)
    from quiz.authoring import spec_questions

    return (
        [*spec_questions.candidates(fact, article), *clozes(fact, article)] if isinstance(fact, Specification) else []
    )


def _judged(
    pairs: Sequence[tuple[Article, Sequence[Fact]]],
    dropped: Counter[str],
    broken: Callable[[Broken], None] | None = None,
) -> tuple[list[Scored], dict[int, list[Span]]]:
    """The candidates that pass their gates, scored, and for each cluster of facts its evidence in every article."""
    numbered = [(at, fact) for at, (_, facts) in enumerate(pairs) for fact in facts]
    cluster = clusters([fact for _, fact in numbered])
    same: dict[int, list[Span]] = {}
    for (_, fact), number in zip(numbered, cluster, strict=True):
        spans = same.setdefault(number, [])
        if fact.evidence not in spans:
            spans.append(fact.evidence)
    failed: dict[int, Exception] = {}

    @contextmanager
    def one_article(at: int) -> Iterator[None]:
        try:
            yield
        except Exception as fault:
            if broken is None:
                raise
            failed.setdefault(at, fault)

    pool = Pool()
    proposed: list[tuple[int, int, Candidate]] = []
    numbers = iter(cluster)
    for at, (article, facts) in enumerate(pairs):
        own: list[Candidate] = []
        for fact, number in zip(facts, islice(numbers, len(facts)), strict=True):
            with one_article(at):
                made = [with_english(candidate) for candidate in proposals(fact, article)]
                own += made
                proposed += [(at, number, candidate) for candidate in made]
        with one_article(at):
            pool.add_article(article, facts, own)
    scenes = _scenes(pairs, proposed)
    rows: list[Scored] = []
    for at, number, candidate in proposed:
        if at in failed:
            continue
        with one_article(at):
            for version in _versions(candidate, pool):
                row = _scored(version, scenes[at], at, number, fact_key(numbered[number][1]), dropped)
                if row is not None:
                    rows.append(row)
    if broken is not None:
        for at, fault in failed.items():
            broken((pairs[at][0], fault))
    return [row for row in rows if row.article not in failed], same


def _scenes(
    pairs: Sequence[tuple[Article, Sequence[Fact]]], proposed: Sequence[tuple[int, int, Candidate]]
) -> list[Scene]:
    """What the gates see of each article, with the questions the deck's articles answer differently."""
    rivals: dict[str, set[str]] = {}
    for _, _, candidate in proposed:
        if candidate.form in ("choice", "number", "text") and candidate.construction not in OPEN:
            rivals.setdefault(fold(candidate.question.fr), set()).add(fold(candidate.answer.fr))
    differing = {question: answers for question, answers in rivals.items() if _differ(answers)}
    return [Scene(article, differing, fold(article.text)) for article, _ in pairs]


def _differ(answers: set[str]) -> bool:
    """Whether some two answers are not the same said at another length (Google, Google DeepMind)."""
    return any(not overlaps(one, other) for one in answers for other in answers)


def _versions(candidate: Candidate, pool: Pool) -> Iterator[Candidate]:
    """The candidate with its choices; a typed question on a speaker also as a statement on who said it."""
    if candidate.form != "choice":
        yield candidate
        yield from statements(candidate, pool)
        return
    asked_with = replace(candidate, choices=choices_for(candidate, pool))
    yield asked_with.with_features(**company(asked_with, pool.texts.get(candidate.fact.evidence.source, "")))


def _scored(
    candidate: Candidate, scene: Scene, article: int, fact: int, key: str, dropped: Counter[str]
) -> Scored | None:
    candidate = repaired(candidate, scene)
    reason = refused(candidate, scene)
    if reason is not None:
        dropped[reason[0]] += 1
        return None
    features = features_of(candidate, scene)
    candidate = candidate.with_features(**features)
    return Scored(candidate, score(candidate, features), article, fact, card_id(candidate), candidate.sibling or key)


def card_id(candidate: Candidate) -> str:
    """A short id from the fact (source, kind, value or words, sentence), the form and the side asked."""
    return _short(fact_key(candidate.fact), candidate.form, asked(candidate))


def fact_key(fact: Fact) -> str:
    """What makes a fact the same fact in a rebuilt deck: its source, its kind, its value or words, its sentence."""
    said = fact.words if isinstance(fact, Quotation) else getattr(fact, "value", "") or fact.answer.text
    return "\x1f".join((fact.evidence.source, type(fact).__name__, _normal(said), _normal(fact.evidence.text)))


def _short(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@lru_cache(4096)  # a sentence has many candidates
def _normal(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _card(row: Scored, articles: Sequence[Article], by_id: Mapping[str, Article], same: dict[int, list[Span]]) -> Card:
    candidate = row.candidate
    fact = candidate.fact
    article = articles[row.article]
    elsewhere: dict[str, Span] = {}
    for span in same.get(row.fact, []):
        if span.source != fact.evidence.source:
            elsewhere.setdefault(span.source, span)
    accept = _accepted(candidate)
    if candidate.form in ("number", "text", "cloze") and candidate.answer.fr not in accept:
        accept = (candidate.answer.fr, *accept)
    return Card(
        id=row.id,
        kind=candidate.kind,
        form=candidate.form,
        topic=Bilingual(Scene(article).topic(candidate)),
        question=candidate.question,
        choices=candidate.choices if candidate.form in ("choice", "true-false") else (),
        answer=candidate.answer,
        accept=tuple({said.lower(): said for said in reversed(accept)}.values())[::-1],
        evidence=_evidence(proof(fact, article), article),
        also=tuple(_evidence(span, by_id[span.source]) for span in elsewhere.values()),
        fact=_told(row),
        score=round(row.score, 3),
    )


def _accepted(candidate: Candidate) -> tuple[str, ...]:
    """The ways to type an answer, without the bare number of a scaled one: « 10 » is not « 10 millions ».

    A speaker's other names go with the choices too: they tie the full name to the sentence that has the surname.
    """
    if candidate.kind == "quote" and candidate.form == "choice" and asked(candidate) == "speaker":
        return (*candidate.accept, *candidate.also_true)
    quantity = getattr(candidate.fact, "quantity", None)
    numeral = numeral_of(candidate.answer.fr)
    if candidate.form != "number" or quantity is None or numeral is None or numeral.value == quantity.low:
        return candidate.accept
    wrong = {f"{numeral.value:g}".replace(".", ","), in_words(int(numeral.value)) or ""}
    return tuple(said for said in candidate.accept if said not in wrong)


def proof(fact: Fact, article: Article) -> Span:
    """The evidence, widened by the sentences before it where the speaker of a quotation is only named there.

    « Et cela suffit. » proves nothing of who said it; « Ada Morin hésite. « Et cela suffit. » » does.
    """
    evidence = fact.evidence
    if not isinstance(fact, Quotation) or not fact.speaker:
        return evidence
    if any(b.kind == "list" and b.start <= evidence.start < b.end for b in article.blocks):
        return evidence  # a proof never runs over the items of a list
    surname = fold(fact.speaker).split()[-1]
    start, end = evidence.start, evidence.end
    for _ in range(_WIDENED):
        if surname in fold(article.text[start:end]):
            return article.span(start, end)
        before, _after = neighbours(article, start, end)
        found = article.text.rfind(before, 0, start) if before else -1
        if found < 0 or end - found > _LONGEST_PROOF:
            break
        start = found
    if surname in fold(article.text[start:end]):
        return article.span(start, end)
    _before, after = neighbours(article, evidence.start, evidence.end)
    found = article.text.find(after, evidence.end) if after else -1
    if found >= 0 and surname in fold(after) and found + len(after) - evidence.start <= _LONGEST_PROOF:
        return article.span(evidence.start, found + len(after))
    return evidence


_WIDENED = 6
"""Sentences before a quotation that may be shown with it."""
_LONGEST_PROOF = 1200
"""Characters a widened proof may have."""


def _evidence(span: Span, article: Article) -> Evidence:
    before, after = neighbours(article, span.start, span.end)
    return Evidence(span.source, span.start, span.end, span.text, before, after)


def _told(row: Scored) -> dict[str, Any]:
    """What a card remembers of its fact: `id` (siblings share it), the answer's place, the fact in plain values."""
    candidate, fact = row.candidate, row.candidate.fact
    told: dict[str, Any] = {
        "id": hashlib.sha256(
            f"{fact.evidence.source}/{_normal(fact.evidence.text)}/{row.sibling}".encode()
        ).hexdigest()[:12],
        "construction": candidate.construction,
        "rule": fact.rule,
        "confidence": round(fact.confidence, 3),
        "modality": fact.modality,
        "start": fact.answer.start,
        "end": fact.answer.end,
    }
    if isinstance(fact, Quotation):
        told |= {"words": fact.words, "speaker": fact.speaker, "role": fact.role, "cue": fact.cue, "step": fact.step}
    elif isinstance(fact, Statistic | Specification):
        told |= {"entity": fact.entity, "attribute": fact.attribute}
        told["value"] = fact.value if isinstance(fact, Specification) else fact.quantity.text
        told |= _told_amount(fact.quantity)
    if fact.attribution:
        told["attribution"] = fact.attribution
    return told


def _told_amount(quantity: Quantity | None) -> dict[str, Any]:
    if quantity is None:
        return {}
    number: Any = [quantity.low, quantity.high] if quantity.low != quantity.high else quantity.low
    if isinstance(number, float) and number == int(number) and abs(number) < 1e15:
        number = int(number)
    return {"number": number, "unit": quantity.unit, "bound": quantity.bound}


def main_names(article: Article, facts: Iterable[Fact]) -> set[str]:
    """The names an article is about, folded: entities of its facts that it names twice, in its title, or in a list."""
    text = fold(article.text)
    title = fold(title_of(article))
    found: set[str] = set()
    for fact in facts:
        kind = getattr(fact, "entity_kind", "") or getattr(fact, "speaker_kind", "")
        name = getattr(fact, "entity", "") or getattr(fact, "speaker", "") or ""
        listed = isinstance(fact, Specification) and fact.key == "listed"
        if name and (listed or kind in ("product", "work", "person", "organisation")):
            flat = fold(name)
            if flat in title or text.count(flat) > 1 or listed:
                found.add(flat)
    return found


def _notes(names: Sequence[set[str]], picked: Sequence[Scored], articles: Sequence[Article]) -> Iterator[str]:
    """Names that no direct question of the deck is about: something for its maker to look at."""
    about = {
        fold(name)
        for row in picked
        if row.direct
        for name in (*row.candidate.focus, getattr(row.candidate.fact, "entity", ""), row.candidate.answer.fr)
    }
    for article, wanted in zip(articles, names, strict=True):
        for name in sorted(wanted - about):
            yield f"{article.doc}: {name}"
