"""How decks stand for a learner, and what a sitting of today holds: the history asked on behalf of the queue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from quiz.deck import Card, Deck
from quiz.study.history import DeckStatus, History, Standing
from quiz.study.memory import moment_of
from quiz.study.order import Entry, Limits, Plan, plan, playable


@dataclass(frozen=True, slots=True)
class Today:
    """What has been used up of the day's limits."""

    new: int
    reviews: int


def used(standings: Mapping[str, Standing], today: int) -> Today:
    """New cards first asked today, and older ones answered today. An answer taken back does not count."""
    asked = [standing for standing in standings.values() if standing.day == today]
    new = sum(1 for standing in asked if standing.first == today)
    return Today(new, len(asked) - new)


def plan_today(history: History, decks: Sequence[Deck], limits: Limits) -> Plan:
    """The queues of a sitting over `decks` now."""
    standings, today = history.standings(), history.today()
    return _plan(standings, decks, limits, used(standings, today), today, history.today_ends())


def _plan(
    standings: Mapping[str, Standing], decks: Sequence[Deck], limits: Limits, spent: Today, today: int, ends: int
) -> Plan:
    due: list[Entry] = []
    unseen: list[Entry] = []
    answered: list[Card] = []
    for deck, card in playable(decks):
        standing = standings.get(card.id)
        if standing is None:
            unseen.append(Entry(deck, card, "new"))
            continue
        stage = standing.stage
        if standing.day == today and stage in ("new", "review"):
            answered.append(card)
        if standing.hidden:
            continue
        if stage == "new":
            unseen.append(Entry(deck, card, "new"))
        elif stage == "review":
            if standing.due < ends and standing.day < today:
                due.append(Entry(deck, card, "review", standing.due))
        else:
            due.append(Entry(deck, card, "learning", standing.due))
    return plan(due, unseen, answered, limits.new - spent.new, limits.reviews - spent.reviews, today)


def overview(history: History, decks: Sequence[Deck], now: datetime, limits: Limits) -> list[DeckStatus]:
    """How each deck stands; see `DeckStatus`. What several decks share is counted in each."""
    standings, today, ends = history.standings(), history.today(now), history.today_ends(now)
    spent = used(standings, today)
    statuses = []
    for deck in decks:
        cards = [card for _, card in playable((deck,))]
        known = [standings[card.id] for card in cards if card.id in standings]
        shown = [s for s in known if not s.suspended and s.stage != "new"]
        sitting = _plan(standings, (deck,), limits, spent, today, ends)
        later = [s.due for s in shown if s.due >= ends and s.stage == "review"]
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
