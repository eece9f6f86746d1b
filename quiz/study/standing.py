"""How decks stand for a learner, and what a sitting of today holds: the history asked on behalf of the queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from random import Random

from quiz.deck import Deck
from quiz.study.history import DeckStatus, History
from quiz.study.memory import Stage, moment_of
from quiz.study.order import Entry, Limits, Plan, State, first, interleave, plan, playable


class Day:
    """What a history says about today, read once for all the decks that ask."""

    def __init__(self, history: History, limits: Limits, now: datetime | None = None) -> None:
        self.seed = history.today(now)
        self.answered = history.answered_today(now)
        self.due = history.due(now)
        self.met = history.met(now)
        new = sum(self.answered.values())
        self.new_left = limits.new - new
        self.reviews_left = limits.reviews - (len(self.answered) - new)

    def plan(self, decks: Sequence[Deck]) -> Plan:
        """The queues of a sitting over these decks. What was asked today of any deck counts against the limits."""
        cards = {card.id: (deck, card) for deck, card in playable(decks)}

        def entries(stages: tuple[Stage, ...], state: State) -> Iterator[Entry]:
            for card, stage, due in self.due:
                if stage in stages and card in cards:
                    yield Entry(*cards[card], state, due)

        return plan(
            learning=tuple(entries(("learning", "relearning"), "learning")),
            reviews=entries(("review",), "review"),
            unseen=(Entry(deck, card, "new") for name, (deck, card) in cards.items() if name not in self.met),
            answered=[cards[card][1] for card in self.answered if card in cards],
            new_left=self.new_left,
            reviews_left=self.reviews_left,
            seed=self.seed,
        )


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
    Random(history.today()).shuffle(entries)
    mixed = interleave(entries)
    return Plan((), tuple(mixed if limits.limit is None else first(limits.limit, mixed)), ())


def overview(history: History, decks: Sequence[Deck], limits: Limits, now: datetime | None) -> list[DeckStatus]:
    """How each deck stands; see `DeckStatus`. What several decks share is counted in each."""
    day, standings, ends = Day(history, limits, now), history.standings(), history.today_ends(now)
    statuses = []
    for deck in decks:
        cards = [card for _, card in playable((deck,))]
        known = [standings[card.id] for card in cards if card.id in standings]
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
