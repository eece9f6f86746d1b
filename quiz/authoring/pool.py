"""What one deck's articles name and count, by type: all that may serve as a wrong choice, and what is known to be true.

Filled once a deck; gives entries in the order a chooser should try them. Refuses to know how a choice is judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.dice import chance
from quiz.deck import Bilingual
from quiz.facts.fact import Fact, Named, Quantity, Quotation, Specification, Statistic
from quiz.facts.lexicon import is_first_name
from quiz.typography import fold

_SHARED_NAMES = 3
"""Names that two articles must share for one to lend the other its wrong choices."""
_PEOPLE = ("person", "person:m", "person:f")
"""Whoever wants a person of no known gender takes any."""
NAMES = ("person", "organisation", "product", "work", "place", "country", "event")
"""Types whose entries are names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something an article names or counts: what it is, where, and of whom it is known to be true.

    `about` are folded names: the thing a value belongs to. `weight` puts speakers before people only mentioned.
    """

    type: str
    text: Bilingual
    source: str
    at: int
    about: str = ""
    attribute: str = ""
    quantity: Quantity | None = None
    weight: int = 0


@dataclass(slots=True)
class Pool:
    """All that may serve as a wrong choice in one deck, and what is known to be true in it."""

    entries: list[Entry] = field(default_factory=list)
    truths: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    dates: dict[str, str | None] = field(default_factory=dict)
    days: dict[str, date | None] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """By article, its text: who is called what, and which clubs it names."""
    holders: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """By attribute and folded value, the things it is true of."""
    _kept: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    _named_in: dict[str, set[str]] = field(default_factory=dict)
    _related: dict[str, list[str]] = field(default_factory=dict)
    _seen: set[tuple[str, str, str, str]] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        """One more, unless the same article already gave it."""
        key = (entry.type, fold(entry.text.fr), entry.source, entry.about)
        if key not in self._seen and entry.text.fr.strip():
            self._seen.add(key)
            self.entries.append(entry)
            self._kept.setdefault((entry.type, entry.source), []).append(entry)

    def add_article(self, article: Article, facts: Sequence[Fact], candidates: Iterable[Candidate]) -> None:
        """All that one article offers: its speakers, the things its facts are about, its amounts, its answers."""
        self.dates[article.id] = article.date
        self.days[article.id] = article.day
        self.texts[article.id] = article.text
        self.names[article.id] = frozenset(fold(n.name) for fact in facts[:1] for n in fact.names)
        for name in self.names[article.id]:
            self._named_in.setdefault(name, set()).add(article.id)
        self._related.clear()
        for named in next((fact.names for fact in facts if fact.names), ()):
            for entry in _named(named, article):
                self.add(entry)
        for fact in facts:
            for entry in _entries(fact):
                self.add(entry)
            if isinstance(fact, Specification):
                self.truths.setdefault((fold(fact.entity), fact.attribute), set()).add(fold(fact.value))
                self.holders.setdefault((fact.attribute, fold(fact.value)), set()).add(fold(fact.entity))
        for candidate in candidates:
            if candidate.distractor_type and not candidate.distractor_type.startswith("quantity"):
                fact = candidate.fact
                self.add(
                    Entry(
                        candidate.distractor_type,
                        candidate.answer,
                        fact.evidence.source,
                        fact.answer.start,
                        fold(getattr(fact, "entity", "")),
                        getattr(fact, "attribute", ""),
                    )
                )

    def related(self, source: str) -> list[str]:
        """The articles about the same matter, the article itself first: a footballer is no choice for an astronomer."""
        if source not in self._related:
            shared = Counter(other for name in self.names.get(source, ()) for other in self._named_in[name])
            enough = {other for other, count in shared.items() if count >= _SHARED_NAMES}
            bare = {other for other, names in self.names.items() if not names} if not self.names.get(source) else set()
            self._related[source] = [source, *sorted((enough | bare) - {source})]
        return self._related[source]

    def of_type(self, wanted: str, fact: Fact, seed: str = "") -> Iterator[Entry]:
        """Entries of a type: of the same attribute first (makers before media), then the article's own, speakers before
        people only mentioned.

        Equals come by nearness to the fact; with a seed, from a place among them that the seed decides, so that one
        article's questions do not all have the same wrong choices.
        """
        source, at, attribute = fact.evidence.source, fact.evidence.start, getattr(fact, "attribute", "")
        tiers: dict[tuple[bool, bool, int], list[Entry]] = {}
        types = _PEOPLE if wanted == "person" else (wanted,)
        for place in self.related(source):
            for entry in (entry for type_ in types for entry in self._kept.get((type_, place), ())):
                other = entry.attribute != attribute and not wanted.startswith("quantity")
                tiers.setdefault((other, entry.source != source, -entry.weight), []).append(entry)
        for tier in sorted(tiers):
            equals = sorted(tiers[tier], key=lambda e: (abs(e.at - at) if e.source == source else 0, e.source, e.at))
            by = chance(seed, len(equals)) if seed else 0
            yield from (*equals[by:], *equals[:by])


def _named(named: Named, article: Article) -> Iterator[Entry]:
    """People the article names without quoting them, as a last resort: full names of known gender only.

    What else an article names is typed too unsurely for a choice that must be of the key's type.
    """
    first, _, rest = named.name.partition(" ")
    known = named.kind == "person" and named.gender and rest and is_first_name(first)
    if known and named.name in article.text:
        at = article.text.find(named.name)
        yield Entry(f"person:{named.gender}", ruled(named.name, named.name), article.id, at, weight=-1)


def _entries(fact: Fact) -> Iterator[Entry]:
    source, at = fact.evidence.source, fact.evidence.start
    if isinstance(fact, Quotation):
        if fact.speaker and fact.speaker_kind:
            person = fact.speaker_kind == "person" and fact.gender
            name = f"person:{fact.gender}" if person else fact.speaker_kind
            yield Entry(name, ruled(fact.speaker, fact.speaker), source, at, weight=1)
        return
    if isinstance(fact, Specification):
        kind = fact.entity_kind
        if kind in NAMES and fact.entity:
            name = f"{kind}:{fact.entity_gender}" if kind == "person" and fact.entity_gender else kind
            yield Entry(name, ruled(fact.entity, fact.entity), source, at)
        for named in fact.names if fact.frame.construction == "role" else ():
            if named.kind == "organisation" and fact.frame.rest.endswith(named.name):  # the body of a post
                yield Entry(named.kind, ruled(named.name, named.name), source, at, weight=-1)
    quantity = getattr(fact, "quantity", None)
    if isinstance(fact, Statistic | Specification) and quantity is not None:
        text = ruled(quantity.text, None)
        yield Entry(f"quantity:{quantity.dimension}", text, source, at, fold(fact.entity), fact.attribute, quantity)
