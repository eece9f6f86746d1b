"""The grade of an answer, from whether it was right, the help it took and the time: no buttons needed.

Pure, and everything it looks at is in the log, so that the policy can be replayed over a whole history.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import islice
from math import sqrt
from operator import mul
from typing import Literal, NamedTuple

from quiz.deck import Form
from quiz.study.events import Help
from quiz.study.memory import Stage

Rating = Literal[1, 2, 3, 4]
AGAIN: Rating = 1
HARD: Rating = 2
GOOD: Rating = 3
EASY: Rating = 4
CAP = 60.0
"""Seconds: whoever takes longer has gone to fetch a coffee."""
ENOUGH = 5
"""Reviews before the learner's own pace says anything."""
RECENT = 200
"""How many of the learner's last reviews make the pace."""
TYPED: frozenset[Form] = frozenset({"number", "cloze", "text"})
CHOSEN: frozenset[Form] = frozenset({"choice", "true-false"})
FLIPPED: frozenset[Form] = frozenset({"flip"})


class Pace(NamedTuple):
    """How long this learner takes over a right answer of one family of forms: how many `reviews` say so, mean and
    standard deviation in seconds. A tuple, since one is made at every answer."""

    reviews: int = 0
    mean: float = 0.0
    deviation: float = 0.0


def family(form: Form) -> frozenset[Form]:
    """The forms that are fairly timed together: a key is faster than a word."""
    return next(forms for forms in (TYPED, CHOSEN, FLIPPED) if form in forms)


class Times:
    """The last answer times of one family of forms, newest first, and the pace they show. Sums of whole milliseconds
    are kept as times come and go, so that an answer does not wait for two hundred to be added up."""

    __slots__ = ("_kept", "_squares", "_sum")

    def __init__(self, seconds: Iterable[float] = ()) -> None:
        self._kept = deque(map(_thousandths, islice(seconds, RECENT)), RECENT)
        self._sum = sum(self._kept)
        self._squares = sum(map(mul, self._kept, self._kept))

    def add(self, seconds: float) -> None:
        """Take in the newest; the oldest goes where there are more than `RECENT`."""
        new, old = _thousandths(seconds), self._kept[-1] if len(self._kept) == RECENT else 0
        self._kept.appendleft(new)
        self._sum += new - old
        self._squares += new * new - old * old

    @property
    def pace(self) -> Pace:
        """What they show."""
        count = len(self._kept)
        if not count:
            return Pace()
        spread = count * self._squares - self._sum * self._sum
        return Pace(count, self._sum / count / 1000, sqrt(spread) / count / 1000)


def _thousandths(seconds: float) -> int:
    return round(min(seconds, CAP) * 1000)


def pace_of(times: Iterable[float]) -> Pace:
    """The pace that some answer times (seconds) show."""
    return Times(times).pace


def grade(verdict: str, form: Form, stage: Stage, seconds: float, help: Help, pace: Pace) -> Rating:  # noqa: A002
    """Again for a wrong answer; Good for a right one, but Hard for a near miss, for one that took help, and for a
    review slower than the learner's own mean by more than a standard deviation; Easy only for a review that was typed
    in less than half the learner's mean."""
    if verdict == "wrong":
        return AGAIN
    if verdict == "near" or help.used:
        return HARD
    if stage == "review" and pace.reviews >= ENOUGH:
        seconds = min(seconds, CAP)
        if seconds > pace.mean + pace.deviation:
            return HARD
        if form in TYPED and seconds < pace.mean / 2:
            return EASY
    return GOOD
