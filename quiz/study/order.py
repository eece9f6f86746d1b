"""In which order cards are asked: due before new, sources mixed, siblings kept for another day, limits of the day.

Pure: cards and what is remembered of them come in as values, and the plan of a sitting comes out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Literal
from zlib import crc32

from quiz.deck import Card, Deck

State = Literal["new", "learning", "review"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day holds (`new`, `reviews`) and, with `limit`, how many questions this sitting asks at most."""

    new: int = 20
    reviews: int = 200
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in a queue: the deck it is played from and when it is due (stored milliseconds, 0 for a new card)."""

    deck: Deck
    card: Card
    state: State
    due: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The three queues of a sitting, each in the order to ask."""

    learning: tuple[Entry, ...]
    reviews: tuple[Entry, ...]
    new: tuple[Entry, ...]


def playable(decks: Iterable[Deck]) -> Iterator[tuple[Deck, Card]]:
    """The cards that may be asked: rejected ones left out, a card that stands in two decks taken once."""
    seen: set[str] = set()
    for deck in decks:
        for card in deck.cards:
            if card.status != "rejected" and card.id not in seen:
                seen.add(card.id)
                yield deck, card


def fact_keys(card: Card) -> tuple[object, ...]:
    """What makes two cards siblings where they share one: the sentence that proves them, or the fact they name."""
    keys: tuple[object, ...] = ((card.evidence.source, card.evidence.start),)
    named = card.fact.get("id") if card.fact else None
    return (*keys, named) if isinstance(named, str) and named else keys


def siblings(one: Card, other: Card) -> bool:
    """Whether one card gives the other away."""
    return not set(fact_keys(one)).isdisjoint(fact_keys(other))


def plan(
    due: Sequence[Entry],
    unseen: Iterable[Entry],
    answered: Iterable[Card],
    new_left: int,
    reviews_left: int,
    day: int,
) -> Plan:
    """The queues of a sitting on learning day `day`, from the entries that are due and those never asked.

    `answered` are the cards already answered today: their siblings stay hidden, as does every sibling but the first of
    what is still to come. A card in its learning steps is never hidden, since it has to finish them.
    """
    taken: set[object] = {key for card in answered for key in fact_keys(card)}
    learning = sorted((e for e in due if e.state == "learning"), key=lambda e: (e.due, e.card.id))
    for entry in learning:
        taken.update(fact_keys(entry.card))

    def free(entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            keys = fact_keys(entry.card)
            if taken.isdisjoint(keys):
                taken.update(keys)
                yield entry

    reviews = sorted(
        (e for e in due if e.state == "review"),
        key=lambda e: (e.due // 86_400_000, crc32(f"{e.card.id}\0{day}".encode("utf-8", "replace"))),
    )
    reviews = list(first(reviews_left, free(reviews)))
    new = list(first(new_left, free(interleave(unseen) if new_left > 0 else ())))
    return Plan(tuple(learning), tuple(interleave(reviews)), tuple(new))


def first(count: int, entries: Iterable[Entry]) -> Iterator[Entry]:
    """At most `count` of them."""
    if count > 0:
        for number, entry in enumerate(entries, 1):
            yield entry
            if number >= count:
                return


def interleave(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with their sources mixed: each in its own order, the longest first, neighbours from different
    sources, and siblings apart where the rest allows it."""
    groups: dict[tuple[str, str], deque[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.deck.id, entry.card.evidence.source), deque()).append(entry)
    heap = [(-len(group), number, group) for number, group in enumerate(groups.values())]
    heapify(heap)
    held: tuple[int, int, deque[Entry]] | None = None  # the source of the entry before
    last: Card | None = None
    while heap or held:
        if heap:
            _, number, group = heappop(heap)
            if held:
                heappush(heap, held)
        else:
            assert held is not None
            _, number, group = held
        entry = _apart(group, last)
        last = entry.card
        yield entry
        held = (-len(group), number, group) if group else None


def _apart(group: deque[Entry], last: Card | None) -> Entry:
    """The first entry of the group that is no sibling of the card before (the very first where all are)."""
    if last is not None:
        for place, entry in enumerate(group):
            if not siblings(entry.card, last):
                del group[place]
                return entry
    return group.popleft()


def pick(entries: Collection[Entry], avoid: Card | None, ready: Callable[[Entry], bool]) -> Entry | None:
    """The first entry that is ready and neither the card just asked nor its sibling; None where there is none."""
    for entry in entries:
        if ready(entry) and (avoid is None or not siblings(entry.card, avoid)):
            return entry
    return None
