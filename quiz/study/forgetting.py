"""FSRS-6 itself: what an answer makes of stability and difficulty, and when a card of that stability is due.

Pure arithmetic on numbers: it knows no card, no clock and no `fsrs`, with which it agrees to the last digit (the tests
hold the two together). Written out here because a learner waits for it, and the library builds and compares objects for
fifteen times as long as the sums take.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import e

LEAST_STABILITY = 0.001
LONGEST = 36_500
"""Days."""


class Forgetting:
    """The formulas with one learner's 21 parameters and the share of due cards they want to know. What depends on the
    rating alone (1 Again to 4 Easy) is worked out once; lists by rating begin with one that does not exist."""

    def __init__(self, parameters: Sequence[float], retention: float) -> None:
        p = self.parameters = tuple(parameters)
        ratings = (1, 1, 2, 3, 4)
        self.decay = -p[20]
        self.factor = 0.9 ** (1 / self.decay) - 1
        self._wait = retention ** (1 / self.decay) - 1
        self._first_stability = [max(p[rating - 1], LEAST_STABILITY) for rating in ratings]
        first = [p[4] - e ** (p[5] * (rating - 1)) + 1 for rating in ratings]
        self._first_difficulty = [min(max(difficulty, 1.0), 10.0) for difficulty in first]
        self._back_to = p[7] * first[4]
        self._harder = [-(p[6] * (rating - 3)) for rating in ratings]
        self._same_day = [e ** (p[17] * (rating - 3 + p[18])) for rating in ratings]
        self._growth = e ** p[8]
        self._penalty = (1, 1, p[15], 1, 1)
        self._bonus = (1, 1, 1, 1, p[16])
        self._at_most = e ** (p[17] * p[18])

    def first(self, rating: int) -> tuple[float, float]:
        """Stability (days) and difficulty after the first answer to a card."""
        return self._first_stability[rating], self._first_difficulty[rating]

    def after(self, stability: float, difficulty: float, days: int, rating: int) -> tuple[float, float]:
        """Stability and difficulty after another answer, so many whole days after the last."""
        p = self.parameters
        if days < 1:
            growth = self._same_day[rating] * stability ** -p[19]
            stable = stability * (growth if rating == 1 or growth > 1.0 else 1.0)
        else:
            forgotten = 1 - (1 + self.factor * days / stability) ** self.decay
            if rating == 1:
                stable = min(
                    p[11] * difficulty ** -p[12] * ((stability + 1) ** p[13] - 1) * e ** (forgotten * p[14]),
                    stability / self._at_most,
                )
            else:
                growth = self._growth * (11 - difficulty) * stability ** -p[9] * (e ** (forgotten * p[10]) - 1)
                stable = stability * (1 + growth * self._penalty[rating] * self._bonus[rating])
        harder = difficulty + (10.0 - difficulty) * self._harder[rating] / 9.0
        hard = self._back_to + (1 - p[7]) * harder
        return max(stable, LEAST_STABILITY), min(max(hard, 1.0), 10.0)

    def interval(self, stability: float) -> int:
        """The days until a card of this stability is known with the wanted chance, one to `LONGEST`."""
        days: int = round(stability / self.factor * self._wait)
        return min(max(days, 1), LONGEST)

    def chance(self, stability: float, days: float) -> float:
        """How likely a card of this stability is known so many days after its last answer, 0 to 1."""
        return float((1 + self.factor * days / stability) ** self.decay)
