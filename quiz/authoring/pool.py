"""What one deck's articles name and count, by type: all that may serve as a wrong choice, and what is known to be true.

Filled once a deck; gives entries in the order a chooser should try them. Refuses to know how a choice is judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.dice import chance
from quiz.deck import Bilingual
from quiz.facts.fact import Fact, Named, Quantity, Quotation, Specification, Statistic
from quiz.facts.lexicon import is_first_name
from quiz.typography import fold

_SHARED_NAMES = 3
"""Names that two articles must share for one to lend the other its wrong choices."""
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
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    _seen: set[tuple[str, str, str, str]] = field(default_factory=set)

    def add(self, entry: Entry) -> None:
        """One more, unless the same article already gave it."""
        key = (entry.type, fold(entry.text.fr), entry.source, entry.about)
        if key not in self._seen and entry.text.fr.strip():
            self._seen.add(key)
            self.entries.append(entry)

    def add_article(self, article: Article, facts: Sequence[Fact], candidates: Iterable[Candidate]) -> None:
        """All that one article offers: its speakers, the things its facts are about, its amounts, its answers."""
        self.dates[article.id] = article.date
        self.names[article.id] = frozenset(fold(n.name) for fact in facts[:1] for n in fact.names)
        for named in next((fact.names for fact in facts if fact.names), ()):
            for entry in _named(named, article):
                self.add(entry)
        for fact in facts:
            for entry in _entries(fact):
                self.add(entry)
            if isinstance(fact, Specification):
                self.truths.setdefault((fold(fact.entity), fact.attribute), set()).add(fold(fact.value))
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

    def related(self, one: str, other: str) -> bool:
        """Whether two articles are about the same matter: a footballer is no choice for an astronomer's words."""
        a, b = self.names.get(one, frozenset()), self.names.get(other, frozenset())
        return len(a & b) >= min(_SHARED_NAMES, len(a), len(b))

    def of_type(self, wanted: str, fact: Fact, seed: str = "") -> Iterator[Entry]:
        """Entries of a type: of the same attribute first (makers before media), then the article's own, speakers before
        people only mentioned.

        Equals come by nearness to the fact; with a seed, from a place among them that the seed decides, so that one
        article's questions do not all have the same wrong choices.
        """
        source, at, attribute = fact.evidence.source, fact.evidence.start, getattr(fact, "attribute", "")
        tiers: dict[tuple[bool, bool, int], list[Entry]] = {}
        for entry in self.entries:
            if _fits(entry.type, wanted) and (entry.source == source or self.related(entry.source, source)):
                other = entry.attribute != attribute and not wanted.startswith("quantity")
                tiers.setdefault((other, entry.source != source, -entry.weight), []).append(entry)
        for tier in sorted(tiers):
            equals = sorted(tiers[tier], key=lambda e: (abs(e.at - at) if e.source == source else 0, e.source, e.at))
            by = chance(seed, len(equals)) if seed else 0
            yield from (*equals[by:], *equals[:by])


def _fits(type_: str, wanted: str) -> bool:
    """A person of known gender needs that gender; "person" alone takes any; all else must be equal."""
    if wanted == "person":
        return type_.split(":")[0] == "person"
    if wanted == "country":
        return type_ == "country"
    return type_ == wanted


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
