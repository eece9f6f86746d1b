"""The grade of an answer, from whether it was right, the help it took and the time: no buttons needed.

Pure, and everything it looks at is in the log, so that the policy can be replayed over a whole history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from operator import mul
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Pace:
    """How long this learner takes over a right answer of one family of forms: `count` reviews, mean and standard
    deviation in seconds."""

    count: int = 0
    mean: float = 0.0
    deviation: float = 0.0


def family(form: Form) -> frozenset[Form]:
    """The forms that are fairly timed together: a key is faster than a word."""
    return next(forms for forms in (TYPED, CHOSEN, FLIPPED) if form in forms)


def pace_of(times: Iterable[float]) -> Pace:
    """The pace that some answer times (seconds) show."""
    capped = [seconds if seconds < CAP else CAP for seconds in times]
    if not capped:
        return Pace()
    mean = sum(capped) / len(capped)
    return Pace(len(capped), mean, sqrt(max(0.0, sum(map(mul, capped, capped)) / len(capped) - mean * mean)))


def grade(verdict: str, form: Form, stage: Stage, seconds: float, help: Help, pace: Pace) -> Rating:  # noqa: A002
    """Again for a wrong answer; Good for a right one, but Hard for a near miss, for one that took help, and for a
    review slower than the learner's own mean by more than a standard deviation; Easy only for a review that was typed
    in less than half the learner's mean."""
    if verdict == "wrong":
        return AGAIN
    if verdict == "near" or help.used:
        return HARD
    if stage == "review" and pace.count >= ENOUGH:
        seconds = min(seconds, CAP)
        if seconds > pace.mean + pace.deviation:
            return HARD
        if form in TYPED and seconds < pace.mean / 2:
            return EASY
    return GOOD
