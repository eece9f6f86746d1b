"""What a sitting shows: the question, what an answer did, and the sum of it. Values alone, for every screen alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from quiz.deck import Bilingual, Card, Deck, Kind
from quiz.study.direction import FRENCH, Side
from quiz.study.order import State

Judgement = Literal["right", "near", "wrong"]


class Counts(NamedTuple):
    """What is left in this sitting, the question on screen included."""

    new: int = 0
    learning: int = 0
    review: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.new + self.learning + self.review


class Question(NamedTuple):
    """What to show. `choices` is in the order to show, empty where the answer is typed (or flipped); `number` counts
    from 1 in this sitting; `due` is when the card was due (None: new); `side` the languages to show it in."""

    card: Card
    deck: Deck
    choices: tuple[Bilingual, ...]
    number: int
    remaining: Counts
    state: State
    due: datetime | None
    side: Side = FRENCH


class Outcome(NamedTuple):
    """What an answer did, once it is on disk.

    `rating` is 1 Again, 2 Hard, 3 Good, 4 Easy; `automatic` what the policy chose before any `regrade`; `previews` the
    interval each rating gives (empty in a cram, which schedules nothing). `correct` counts a near miss as correct, and
    `note` says why it is one, or what was forgiven: "accents", "spelling", "rounded", "unit", "scale", "part" or "".
    `leech`: this answer parked the card, which was forgotten too often.
    """

    card: Card
    verdict: Judgement
    correct: bool
    expected: Bilingual
    given: str
    rating: int
    due: datetime
    previews: Mapping[int, timedelta]
    automatic: int
    leech: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting in figures. `by_kind` holds (right, answered); `next_due` the cards that come, day by day."""

    answered: int
    right: int
    by_kind: Mapping[Kind, tuple[int, int]]
    missed: tuple[Card, ...]
    next_due: tuple[tuple[date, int], ...]
    seconds: float = 0.0
    leeches: tuple[Card, ...] = ()
