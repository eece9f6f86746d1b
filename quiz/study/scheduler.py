"""When a card comes back: FSRS-6. The only module that imports `fsrs`, for its parameters and the check of others, and
only once an answer is given; the sums stand in `forgetting`.

It takes values and gives values: no clock, no disk and no global randomness. What `fsrs` leaves to its caller is done
here: previews, fuzz that a repeated answer gets again, repetition and lapse counts, and a clock that was set back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b

import fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS, FUZZ_RANGES, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from quiz.study.forgetting import LONGEST, Forgetting
from quiz.study.memory import Memory, Stage

RATINGS = (1, 2, 3, 4)
"""Again, Hard, Good, Easy."""
BOUNDS = tuple(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
"""Least and greatest value of each parameter."""
DAY = 86_400_000
_MILLISECOND = timedelta(milliseconds=1)
_FUZZ_FROM = 2.5
_FUZZ = tuple((r["start"], r["end"], r["factor"]) for r in FUZZ_RANGES)
_NEVER = Memory()
LEECH_LAPSES = 4
"""Lapses after which a card is put aside."""


class Scheduler:
    """FSRS-6 with learning steps of 1 and 10 minutes.

    `retention` is the share of due cards the learner wants to know (0.9), `parameters` those fitted to the learner
    (FSRS's own by default). With `fuzz`, an interval from three days on is moved a little, by the card and its count of
    answers alone, so that the same answer always gives the same day.
    """

    def __init__(
        self,
        retention: float = 0.9,
        parameters: Sequence[float] | None = None,
        steps: Sequence[timedelta] = (timedelta(minutes=1), timedelta(minutes=10)),
        again_steps: Sequence[timedelta] = (timedelta(minutes=10),),
        fuzz: bool = True,
    ) -> None:
        fsrs.Scheduler(parameters or DEFAULT_PARAMETERS, retention)  # which refuses parameters that are none
        self._formulas = Forgetting(parameters or DEFAULT_PARAMETERS, retention)
        self._steps = tuple(step // _MILLISECOND for step in steps)
        self._again_steps = tuple(step // _MILLISECOND for step in again_steps)
        self._fuzz = fuzz

    def review(self, card_id: str, before: Memory | None, rating: int, at: int, day: int) -> Memory:
        """The memory after an answer rated 1 to 4, given at `at` (stored milliseconds) on learning day `day`.

        Elapsed days are counted between learning days, as a learner counts them: a card answered one evening and
        again the next morning has rested a day. A clock set back counts as no time at all.
        """
        stage, step, stability, difficulty, _, last, rested, first, reps, lapses, *aside = before or _NEVER
        if rating not in RATINGS:
            raise ValueError(rating)
        at, day = max(at, last), max(day, rested)
        lapses += stage == "review" and rating == 1
        if stability:
            stability, difficulty = self._formulas.after(stability, difficulty, day - rested, rating)
        else:
            stability, difficulty = self._formulas.first(rating)
        stage, step, wait = self._moved(stage, step, rating)
        if stage == "review":
            days = self._formulas.interval(stability)
            wait = DAY * (self._fuzzed(days, card_id, reps) if self._fuzz else days)
        return Memory(
            stage, step, stability, difficulty, at + wait, at, day, first or day, reps + 1, lapses, *aside  # type: ignore[arg-type]
        )  # fmt: skip

    def _moved(self, stage: Stage, step: int, rating: int) -> tuple[Stage, int, int]:
        """Stage and step after an answer, and how long a step waits (milliseconds); a review is due in days."""
        if stage == "review":
            if rating > 1 or not self._again_steps:
                return "review", -1, 0
            return "relearning", 0, self._again_steps[0]
        steps, step = self._again_steps if stage == "relearning" else self._steps, max(step, 0)
        stage = "relearning" if stage == "relearning" else "learning"
        if not steps or rating == 4 or (rating > 1 and step >= len(steps)):
            return "review", -1, 0
        if rating == 1:
            return stage, 0, steps[0]
        if rating == 3:
            step += 1
            return (stage, step, steps[step]) if step < len(steps) else ("review", -1, 0)
        if step:
            return stage, step, steps[step]
        return stage, 0, (steps[0] + steps[1]) // 2 if len(steps) > 1 else steps[0] * 3 // 2

    def previews(self, card_id: str, before: Memory | None, at: int, day: int) -> dict[int, Memory]:
        """What each of the four ratings would give."""
        return {rating: self.review(card_id, before, rating, at, day) for rating in RATINGS}

    def recall(self, stability: float, days: float) -> float:
        """How likely a card of this stability (days) is known so many days after its last answer, 0 to 1; what the
        forgetting curve is drawn from."""
        return self._formulas.chance(stability, max(0.0, days)) if stability > 0 else 0.0

    def _fuzzed(self, days: int, card_id: str, reps: int) -> int:
        """The interval moved within fsrs's own range, by a draw that belongs to this card and this answer."""
        if days < _FUZZ_FROM:
            return days
        spread = 1.0
        for start, end, factor in _FUZZ:
            if days > start:
                spread += factor * (min(days, end) - start)
        high = min(round(days + spread), LONGEST)
        low = min(max(2, round(days - spread)), high)
        digest = blake2b(f"{card_id}\0{reps}".encode("utf-8", "surrogatepass"), digest_size=7).digest()
        return low + int.from_bytes(digest) * (high - low + 1) // (1 << 56)


def reviewed(scheduler: Scheduler, card_id: str, before: Memory | None, rating: int, at: int, day: int) -> Memory:
    """What an answer rated 1 to 4 leaves; a card forgotten too often is put aside."""
    after = scheduler.review(card_id, before, rating, at, day)
    if after.lapses >= LEECH_LAPSES and after.lapses > (before.lapses if before else 0):
        return after._replace(suspended=True, leech=True)
    return after
