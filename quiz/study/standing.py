"""How decks stand for a learner, and what a sitting of today holds: the history asked on behalf of the queue."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from itertools import compress, islice
from operator import attrgetter

from quiz.deck import Card, Deck
from quiz.deck_kept import KeptCards, Slip
from quiz.study.frontier import Unasked, waiting
from quiz.study.history import DeckStatus, History
from quiz.study.memory import moment_of
from quiz.study.order import Entry, Limits, Plan, State, first, interleave, may_be_asked, plan, shuffled

_ID = attrgetter("id")
_PAGE = 256
_FEW = 2_000
"""Cards that are looked up one by one; of more than these, all that were ever met are read."""


class Day:
    """What a history says about today, read once for all the decks that ask."""

    def __init__(self, history: History, limits: Limits, now: datetime | None = None) -> None:
        self.seed = history.today(now)
        self.answered, self.learning, self._reviews, self._aside = history.day(now)
        self._history = history
        self._now = now
        self._read: list[tuple[str, int]] = []
        self._soon: list[tuple[str, int]] | None = None
        self._late: list[tuple[str, int]] | None = None
        new = sum(self.answered.values())
        self.new_left = limits.new - new
        self.reviews_left = limits.reviews - (len(self.answered) - new)

    @cached_property
    def _met(self) -> set[str]:
        return self._history.met(self._now)

    def met(self, names: Collection[str]) -> set[str]:
        """Those of these cards that are not to be asked as new ones, and perhaps others."""
        return self._met if len(names) > _FEW else self._history.met(self._now, names)

    def next_due(self, deck: Deck) -> datetime | None:
        """When the first card of a deck comes that is not due today."""
        if not isinstance(deck.cards, KeptCards):
            names = askable((deck,))
            among = names if len(names) <= _FEW else None
            return next((moment_of(due) for name, due in self._coming(among) if name in names), None)
        rows, size = self._coming(), _PAGE
        while page := tuple(islice(rows, size)):
            here = {slip.id for slip in deck.cards.slips([name for name, _ in page]) if not slip.barred}
            if here:
                return next(moment_of(due) for name, due in page if name in here)
            size *= 4
        return None

    def _coming(self, among: Collection[str] | None = None) -> Iterator[tuple[str, int]]:
        """The reviews that fall due after today, by due time: the first is nearly always among the first."""
        if among is not None:
            yield from self._history.coming(self._now, among=among)
            return
        if self._soon is None:
            self._soon = self._history.coming(self._now, most=_PAGE)
        yield from self._soon
        if len(self._soon) == _PAGE:
            if self._late is None:
                self._late = self._history.coming(self._now)[_PAGE:]
            yield from self._late

    @cached_property
    def _ever(self) -> set[str]:
        return {card for card, standing in self._history.standings().items() if standing.stage != "new"}

    def reviews(self, names: Collection[str] | None = None) -> Iterator[tuple[str, int]]:
        """The reviews of today by due time, for as many decks as ask; those of some cards alone, so that all
        that is due need not be gone through for a few."""
        if names is not None:
            yield from self._history.reviews(self._now, names)
            return
        yield from self._read
        for row in self._reviews:
            self._read.append(row)
            yield row

    def plan(self, decks: Sequence[Deck]) -> Plan:
        """The queues of a sitting over these decks. What was asked today of any deck counts against the limits."""
        # Cards are looked up a page of names at a time, so that a deck of a hundred thousand needs no dictionary.
        ids = {id(deck): tuple(map(_ID, deck.cards)) for deck in decks if not isinstance(deck.cards, KeptCards)}

        few = len(ids) == len(decks) and sum(map(len, ids.values())) <= _FEW
        all_of = {name for names in ids.values() for name in names} if few else None

        def found(names: Collection[str]) -> dict[str, tuple[Deck, Card | Slip]]:
            cards: dict[str, tuple[Deck, Card | Slip]] = {}
            for deck in reversed(decks):
                some: Iterable[Card | Slip]
                if isinstance(deck.cards, KeptCards):
                    some = deck.cards.slips(names)
                else:
                    some = compress(deck.cards, map(names.__contains__, ids[id(deck)]))
                cards.update((card.id, (deck, card)) for card in some)
            return cards

        def entries(rows: Iterable[tuple[str, int]], state: State) -> Iterator[Entry]:
            rows, size = iter(rows), _PAGE
            while page := tuple(islice(rows, size)):
                cards, size = found({name for name, _ in page}), size * 4
                for name, due in page:
                    deck, card = cards.get(name, (None, None))
                    if deck is not None and card is not None and may_be_asked(card):
                        yield Entry(deck, card, state, due)

        def unseen() -> Iterator[Entry]:
            seen: set[str] = set()
            for deck in decks:
                names = ids.get(id(deck), ())
                met = self.met(names)
                if met.issuperset(names):  # quick where all are met
                    continue
                for card in compress(deck.cards, (name not in met for name in names)):
                    if card.id not in seen and may_be_asked(card):
                        seen.add(card.id)
                        yield Entry(deck, card, "new")

        return plan(
            learning=list(entries(self.learning, "learning")),
            reviews=entries(self.reviews(all_of), "review"),
            unseen=unseen(),
            answered=list(entries(((card, 0) for card in self.answered), "new")),
            new_left=self.new_left,
            reviews_left=self.reviews_left,
            seed=self.seed,
            waiting=self._waiting(decks) if self.new_left > 0 else (),
        )

    def _waiting(self, decks: Sequence[Deck]) -> list[Unasked]:
        kept = [deck for deck in decks if isinstance(deck.cards, KeptCards)]
        return [source for deck in kept for source in waiting(self._history, deck, self._aside, lambda: self._ever)]


def plan_today(history: History, decks: Sequence[Deck], limits: Limits) -> Plan:
    """The queues of a sitting over `decks` now."""
    return Day(history, limits).plan(decks)


def plan_cram(history: History, decks: Sequence[Deck], limits: Limits) -> Plan:
    """Every card that is not suspended, shuffled for the day, sources mixed."""
    standings = history.standings()
    entries = []
    for deck, card in _all_of(decks):
        standing = standings.get(card.id)
        if standing is None or (standing.stage == "new" and not standing.suspended):
            entries.append(Entry(deck, card, "new"))
        elif not standing.suspended:
            entries.append(Entry(deck, card, "review" if standing.stage == "review" else "learning", standing.due))
    mixed = interleave(shuffled(entries, history.today()))
    return Plan((), tuple(mixed if limits.limit is None else first(limits.limit, mixed)), ())


def _all_of(decks: Sequence[Deck]) -> Iterator[tuple[Deck, Card | Slip]]:
    """The cards that may be asked, a card that stands in two decks once; of a kept deck no card is read for it."""
    seen: set[str] = set()
    for deck in decks:
        cards: Iterable[Card | Slip] = deck.cards.every() if isinstance(deck.cards, KeptCards) else deck.cards
        for card in cards:
            if may_be_asked(card) and card.id not in seen:
                seen.add(card.id)
                yield deck, card


def askable(decks: Sequence[Deck]) -> set[str]:
    """The ids of the cards that may be asked. Of a kept deck no card is read for it."""
    ids: set[str] = set()
    for deck in decks:
        if isinstance(deck.cards, KeptCards):
            ids.update(name for name, barred in deck.cards.ids() if not barred)
        else:
            ids.update(card.id for card in deck.cards if may_be_asked(card))
    return ids


def overview(history: History, decks: Sequence[Deck], limits: Limits, now: datetime | None) -> list[DeckStatus]:
    """How each deck stands; see `DeckStatus`. What several decks share is counted in each."""
    day = Day(history, limits, now)
    statuses = []
    for deck in decks:
        sitting = day.plan((deck,))
        waiting = sitting.reviews or sitting.learning or sitting.new
        statuses.append(
            DeckStatus(
                deck=deck,
                due=len(sitting.reviews),
                learning=len(sitting.learning),
                new=len(sitting.new),
                total=deck.cards.askable if isinstance(deck.cards, KeptCards) else len(askable((deck,))),
                next_due=None if waiting else day.next_due(deck),
            )
        )
    return statuses
