"""How decks stand for a learner, and what a sitting of today holds: the history asked on behalf of the queue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from itertools import compress, islice
from operator import attrgetter

from quiz.deck import Card, Deck
from quiz.deck_kept import KeptCards, Slip
from quiz.study.frontier import Unasked, waiting
from quiz.study.history import DeckStatus, History
from quiz.study.memory import moment_of
from quiz.study.order import Entry, Limits, Plan, State, first, interleave, may_be_asked, plan, playable, shuffled

_ID = attrgetter("id")
_PAGE = 256


class Day:
    """What a history says about today, read once for all the decks that ask."""

    def __init__(self, history: History, limits: Limits, now: datetime | None = None) -> None:
        self.seed = history.today(now)
        self.answered, self.learning, self._reviews, self._aside = history.day(now)
        self._history = history
        self._met: Callable[[], set[str]] = lambda: history.met(now)
        self._read: list[tuple[str, int]] = []
        new = sum(self.answered.values())
        self.new_left = limits.new - new
        self.reviews_left = limits.reviews - (len(self.answered) - new)

    @cached_property
    def met(self) -> set[str]:
        """The cards that are not to be asked as new ones."""
        return self._met()

    @cached_property
    def _ever(self) -> set[str]:
        return {card for card, standing in self._history.standings().items() if standing.stage != "new"}

    def reviews(self) -> Iterator[tuple[str, int]]:
        """The reviews of today by due time, for as many decks as ask."""
        yield from self._read
        for row in self._reviews:
            self._read.append(row)
            yield row

    def plan(self, decks: Sequence[Deck]) -> Plan:
        """The queues of a sitting over these decks. What was asked today of any deck counts against the limits."""
        # Cards are looked up a page of names at a time, so that a deck of a hundred thousand needs no dictionary.
        ids = {id(deck): tuple(map(_ID, deck.cards)) for deck in decks if not isinstance(deck.cards, KeptCards)}

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
                if not names or self.met.issuperset(names):  # quick where all are met
                    continue
                for card in compress(deck.cards, (name not in self.met for name in names)):
                    if card.id not in seen and may_be_asked(card):
                        seen.add(card.id)
                        yield Entry(deck, card, "new")

        return plan(
            learning=list(entries(self.learning, "learning")),
            reviews=entries(self.reviews(), "review"),
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
    for deck, card in playable(decks):
        standing = standings.get(card.id)
        if standing is None or (standing.stage == "new" and not standing.suspended):
            entries.append(Entry(deck, card, "new"))
        elif not standing.suspended:
            entries.append(Entry(deck, card, "review" if standing.stage == "review" else "learning", standing.due))
    mixed = interleave(shuffled(entries, history.today()))
    return Plan((), tuple(mixed if limits.limit is None else first(limits.limit, mixed)), ())


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
    day, standings, ends = Day(history, limits, now), history.standings(), history.today_ends(now)
    statuses = []
    for deck in decks:
        cards = askable((deck,))
        known = [standings[card] for card in cards if card in standings]
        later = [s.due for s in known if s.stage == "review" and not s.suspended and s.due >= ends]
        sitting = day.plan((deck,))
        statuses.append(
            DeckStatus(
                deck=deck,
                due=len(sitting.reviews),
                learning=len(sitting.learning),
                new=len(sitting.new),
                total=len(cards),
                next_due=moment_of(min(later)) if later else None,
                unseen=len(cards) - sum(1 for s in known if s.stage != "new"),
                suspended=sum(1 for s in known if s.suspended),
            )
        )
    return statuses
