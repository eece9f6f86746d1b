"""What the home screen needs to know: how each deck stands today, and all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from quiz.deck import Bilingual, Deck
from quiz.study.history import DeckStatus, History
from quiz.study.session import Limits
from quiz.study.standing import askable, plan_today


@dataclass(frozen=True, slots=True)
class Today:
    """`rows` deck by deck, each within the limits of the day; `together` all of them, held to those limits once, a
    card that stands in two of them counted once."""

    rows: tuple[DeckStatus, ...]
    together: DeckStatus

    @property
    def waiting(self) -> int:
        """Cards to be asked today."""
        return self.together.due + self.together.learning + self.together.new


def look_up(history: History, decks: Sequence[Deck], limits: Limits, now: datetime) -> Today:
    """How the decks stand now. Raises QuizError."""
    rows = history.overview(decks, now, limits)
    plan = plan_today(history, decks, limits)
    coming = min((row.next_due for row in rows if row.next_due), default=None)
    together = DeckStatus(
        deck=Deck("", Bilingual(""), (), ()),
        due=len(plan.reviews),
        learning=len(plan.learning),
        new=len(plan.new),
        total=rows[0].total if len(rows) == 1 else len(askable(decks)),
        next_due=coming,
    )
    return Today(tuple(rows), together)
