"""In which order cards are asked: due before new, sources mixed, siblings kept for another day, limits of the day.

Pure: cards and what is remembered of them come in as values, and the plan of a sitting comes out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import chain, islice
from typing import Literal, Protocol
from zlib import crc32

from quiz.deck import Card, Deck
from quiz.deck_kept import KeptCards, Slip

State = Literal["new", "learning", "review"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day holds (`new`, `reviews`) and, with `limit`, how many questions this sitting asks at most;
    `retention` is the share of due cards the learner wants to know, which says how soon they are due."""

    new: int = 20
    reviews: int = 200
    limit: int | None = None
    retention: float = 0.9


class Entry:
    """A card in a queue: the deck it is played from and when it is due (stored milliseconds, 0 for a new card). Of a
    kept deck, the card itself is read when somebody wants to see it."""

    __slots__ = ("_card", "deck", "due", "state")

    def __init__(self, deck: Deck, card: Card | Slip, state: State, due: int = 0) -> None:
        self._card = card
        self.deck = deck
        self.state = state
        self.due = due

    @property
    def card(self) -> Card:
        """The card."""
        if isinstance(self._card, Slip):
            assert isinstance(self.deck.cards, KeptCards)
            self._card = self.deck.cards.at(self._card.rank)
        return self._card

    @property
    def id(self) -> str:
        """The card's id."""
        return self._card.id

    @property
    def source(self) -> str:
        """The article its proof is in."""
        return self._card.source if isinstance(self._card, Slip) else self._card.evidence.source

    @property
    def keys(self) -> tuple[object, ...]:
        """What its siblings share with it (`fact_keys`)."""
        if not isinstance(self._card, Slip):
            return fact_keys(self._card)
        place = (self._card.source, self._card.start)
        return (place, self._card.fact) if self._card.fact else (place,)

    def at(self, due: int) -> Entry:
        """The same card, learnt and due then."""
        return Entry(self.deck, self._card, "learning", due)


def read(entries: Iterable[Entry]) -> None:
    """Read the cards of these entries, those of each kept deck all at once."""
    waiting: dict[int, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry._card, Slip):
            waiting.setdefault(id(entry.deck), []).append(entry)
    for group in waiting.values():
        kept = group[0].deck.cards
        assert isinstance(kept, KeptCards)
        cards = kept.some([entry._card.rank for entry in group if isinstance(entry._card, Slip)])
        for entry in group:
            assert isinstance(entry._card, Slip)
            entry._card = cards[entry._card.rank]


@dataclass(frozen=True, slots=True)
class Plan:
    """The three queues of a sitting, each in the order to ask."""

    learning: tuple[Entry, ...]
    reviews: tuple[Entry, ...]
    new: tuple[Entry, ...]


def may_be_asked(card: Card | Slip) -> bool:
    """Whether a card is neither rejected nor without its proof, its sentence gone from the article."""
    if isinstance(card, Slip):
        return not card.barred
    return card.status != "rejected" and "evidence-gone" not in card.tags


def playable(decks: Iterable[Deck]) -> Iterator[tuple[Deck, Card]]:
    """The cards that may be asked, a card that stands in two decks taken once."""
    seen: set[str] = set()
    for deck in decks:
        for card in deck.cards:
            if may_be_asked(card) and card.id not in seen:
                seen.add(card.id)
                yield deck, card


def fact_keys(card: Card) -> tuple[object, ...]:
    """What makes two cards siblings where they share one: the sentence that proves them, or the fact they name."""
    keys: tuple[object, ...] = ((card.evidence.source, card.evidence.start),)
    named = card.fact.get("id") if card.fact else None
    return (*keys, named) if isinstance(named, str) and named else keys


def siblings(one: Card, other: Card) -> bool:
    """Whether one card gives the other away."""
    here, there = one.evidence, other.evidence
    if here.start == there.start and here.source == there.source:
        return True
    return bool(one.fact and other.fact) and not set(fact_keys(one)).isdisjoint(fact_keys(other))


def _related(one: Entry, other: Entry) -> bool:
    return not set(one.keys).isdisjoint(other.keys)


def plan(
    learning: Sequence[Entry],
    reviews: Iterable[Entry],
    unseen: Iterable[Entry],
    answered: Iterable[Entry],
    new_left: int,
    reviews_left: int,
    seed: int,
    waiting: Iterable[Waiting] = (),
) -> Plan:
    """The queues of a sitting, from the entries that are due (by due time) and those never asked, in deck order.

    `answered` are the cards already answered today: their siblings stay hidden, as does every sibling but the first of
    what is still to come. A card in its learning steps is never hidden, since it has to finish them. The reviews that
    fit into the day are the longest due, in an order that `seed` (the day) shuffles; `unseen` is taken no further than
    new cards are wanted, and so is `waiting`, what else was never asked, source by source.
    """
    taken: set[object] = set()
    asked: set[str] = set()  # a card may stand in two decks
    for entry in (*answered, *learning):
        taken.update(entry.keys)

    def free(entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            keys = entry.keys
            if taken.isdisjoint(keys) and entry.id not in asked:
                taken.update(keys)
                asked.add(entry.id)
                yield entry

    today = shuffled(first(reviews_left, free(reviews)), seed)
    new = first(new_left, free(interleave(unseen, waiting)))
    return Plan(tuple(learning), tuple(interleave(today)), tuple(new))


def shuffled(entries: Iterable[Entry], seed: object) -> list[Entry]:
    """The entries in an order that only they and the seed decide."""
    return sorted(entries, key=lambda entry: draw(entry.id, seed))


def draw(*seeds: object) -> int:
    """A number that these values alone decide. The `random` module would do as well, and take longer to load than the
    first card takes to be chosen."""
    bits = crc32("\0".join(map(str, seeds)).encode("utf-8", "replace"))
    for factor in (0x85EBCA6B, 0xC2B2AE35):  # a checksum alone keeps a trace of what its texts have in common
        bits = ((bits ^ bits >> 16) * factor) & 0xFFFFFFFF
    return bits ^ bits >> 16


def first(count: int, entries: Iterable[Entry]) -> Iterator[Entry]:
    """At most `count` of them; with none wanted, `entries` is not even begun."""
    return islice(entries, max(0, count)) if count > 0 else iter(())


class Waiting(Protocol):
    """The entries of one source, in order."""

    def __len__(self) -> int: ...

    def popleft(self) -> Entry:
        """Take out the first."""


def interleave(entries: Iterable[Entry], more: Iterable[Waiting] = ()) -> Iterator[Entry]:
    """The entries with their sources mixed: each in its own order, the longest first, neighbours from different
    sources, and siblings apart where the rest allows it. `more` sources come as they are."""
    groups: dict[tuple[str, str], Waiting] = {}
    for entry in entries:
        groups.setdefault((entry.deck.id, entry.source), deque[Entry]()).append(entry)  # type: ignore[attr-defined]
    lines = chain(groups.values(), filter(len, more))
    heap = [(-len(group), number, _Line(group)) for number, group in enumerate(lines)]
    heapify(heap)
    held: tuple[int, int, _Line] | None = None  # the source of the entry before
    last: Entry | None = None
    while heap or held:
        if heap:
            _, number, line = heappop(heap)
            if held:
                heappush(heap, held)
        else:
            assert held is not None
            _, number, line = held
        entry = last = line.take(last)
        yield entry
        held = (-line.left, number, line) if line.left else None


class _Line:
    """The entries of one source, taken from the front; those passed over wait by sentence, so that ten thousand cards
    of one sentence are not looked through for each of them."""

    def __init__(self, entries: Waiting) -> None:
        self.left = len(entries)
        self._rest = entries
        self._passed: dict[object, deque[tuple[int, Entry]]] = {}
        self._fronts: list[tuple[int, object]] = []  # where each sentence's first entry stood
        self._count = 0

    def take(self, last: Entry | None) -> Entry:
        """The first entry that is no sibling of the card before (the very first where all are). Not to be asked where
        nothing is `left`."""
        self.left -= 1
        if last is None:
            return self._rest.popleft()
        found = self._passed_over(last)
        while found is None and self._rest:
            entry = self._rest.popleft()
            if not _related(entry, last):
                return entry
            self._pass_over(entry)
        return found or self._out_of(self._fronts[0][1], 0)

    def _pass_over(self, entry: Entry) -> None:
        sentence = entry.keys[0]
        self._count += 1
        waiting = self._passed.setdefault(sentence, deque())
        if not waiting:
            heappush(self._fronts, (self._count, sentence))
        waiting.append((self._count, entry))

    def _passed_over(self, last: Entry) -> Entry | None:
        """The first of those that were passed over and may come now."""
        sentence = last.keys[0]
        best: tuple[int, object, int] | None = None
        aside = []
        while self._fronts and (best is None or self._fronts[0][0] < best[0]):
            aside.append(heappop(self._fronts))
            here = aside[-1][1]
            if here == sentence:
                continue
            for place, (number, entry) in enumerate(self._passed[here]):
                if not _related(entry, last):
                    best = (number, here, place) if best is None or number < best[0] else best
                    break
        for front in aside:
            heappush(self._fronts, front)
        return self._out_of(*best[1:]) if best else None

    def _out_of(self, sentence: object, place: int) -> Entry:
        waiting = self._passed[sentence]
        _, entry = waiting[place]
        del waiting[place]
        if place == 0:
            self._fronts = [front for front in self._fronts if front[1] != sentence]
            heapify(self._fronts)
            if waiting:
                heappush(self._fronts, (waiting[0][0], sentence))
        return entry
