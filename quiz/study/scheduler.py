"""When a card comes back: FSRS-6. The only module that imports `fsrs`, and only once an answer is given.

It takes values and gives values: no clock, no disk and no global randomness. What `fsrs` leaves to its caller is done
here: previews, fuzz that a repeated answer gets again, repetition and lapse counts, and a clock that was set back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b

import fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS, FUZZ_RANGES, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from quiz.study.memory import STAGES, Memory, Stage, milliseconds, moment_of

RATINGS = (1, 2, 3, 4)
"""Again, Hard, Good, Easy."""
BOUNDS = tuple(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
"""Least and greatest value of each parameter."""
DAY = 86_400_000
_STATE_OF: dict[Stage, fsrs.State] = {
    "new": fsrs.State.Learning,
    "learning": fsrs.State.Learning,
    "review": fsrs.State.Review,
    "relearning": fsrs.State.Relearning,
}
_FUZZ_FROM = 2.5
LEECH_LAPSES = 4
"""Lapses after which a card is put aside."""


class _Card(fsrs.Card):
    """A card that is made for one review and thrown away, so that it need not be copied, which is most of the work."""

    def __copy__(self) -> _Card:
        return self


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
        # fsrs's own fuzz draws from the global `random`; ours stands in `_fuzzed`.
        self._fsrs = fsrs.Scheduler(
            parameters or DEFAULT_PARAMETERS, retention, tuple(steps), tuple(again_steps), enable_fuzzing=False
        )
        self._fuzz = fuzz

    def review(self, card_id: str, before: Memory | None, rating: int, at: int, day: int) -> Memory:
        """The memory after an answer rated 1 to 4, given at `at` (stored milliseconds) on learning day `day`.

        Elapsed days are counted between learning days, as a learner counts them: a card answered one evening and
        again the next morning has rested a day. A clock set back counts as no time at all.
        """
        memory = before or Memory()
        at, day = max(at, memory.last), max(day, memory.day)
        now = moment_of(at)
        answered = bool(memory.stability)
        given = _Card(
            card_id=0,  # without one, fsrs sleeps to make one
            state=_STATE_OF[memory.stage],
            step=memory.step if memory.step >= 0 else None,
            stability=memory.stability if answered else None,
            difficulty=memory.difficulty if answered else None,
            due=now,
            last_review=now - timedelta(days=day - memory.day) if answered else None,
        )
        card, _ = self._fsrs.review_card(given, fsrs.Rating(rating), now)
        stage = STAGES[card.state.value]
        due = milliseconds(card.due)
        if stage == "review" and self._fuzz:
            due = at + self._fuzzed((due - at) // DAY, card_id, memory.reps) * DAY
        assert card.stability is not None
        assert card.difficulty is not None
        return Memory(
            stage=stage,
            step=-1 if card.step is None else card.step,
            stability=card.stability,
            difficulty=card.difficulty,
            due=due,
            last=at,
            day=day,
            first=memory.first or day,
            reps=memory.reps + 1,
            lapses=memory.lapses + (memory.stage == "review" and rating == 1),
            suspended=memory.suspended,
            leech=memory.leech,
            buried=memory.buried,
        )

    def previews(self, card_id: str, before: Memory | None, at: int, day: int) -> dict[int, Memory]:
        """What each of the four ratings would give."""
        return {rating: self.review(card_id, before, rating, at, day) for rating in RATINGS}

    def retrievability(self, memory: Memory, day: int) -> float:
        """How likely the card is known on learning day `day` (0 to 1); 0 for a card never answered."""
        if not memory.stability:
            return 0.0
        now = moment_of(memory.last + max(0, day - memory.day) * DAY)
        card = fsrs.Card(0, fsrs.State.Review, None, memory.stability, memory.difficulty, now, moment_of(memory.last))
        return float(self._fsrs.get_card_retrievability(card, now))

    def recall(self, stability: float, days: float) -> float:
        """How likely a card of this stability (days) is known so many days after its last answer, 0 to 1; what the
        forgetting curve is drawn from."""
        decay = -self._fsrs.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        return float((1 + factor * max(0.0, days) / stability) ** decay) if stability > 0 else 0.0

    def _fuzzed(self, days: int, card_id: str, reps: int) -> int:
        """The interval moved within fsrs's own range, by a draw that belongs to this card and this answer."""
        if days < _FUZZ_FROM:
            return days
        spread = 1.0 + sum(r["factor"] * max(min(float(days), r["end"]) - r["start"], 0.0) for r in FUZZ_RANGES)
        high = min(round(days + spread), self._fsrs.maximum_interval)
        low = min(max(2, round(days - spread)), high)
        digest = blake2b(f"{card_id}\0{reps}".encode("utf-8", "surrogatepass"), digest_size=7).digest()
        return low + int.from_bytes(digest) * (high - low + 1) // (1 << 56)


def reviewed(scheduler: Scheduler, card_id: str, before: Memory | None, rating: int, at: int, day: int) -> Memory:
    """What an answer rated 1 to 4 leaves; a card forgotten too often is put aside."""
    after = scheduler.review(card_id, before, rating, at, day)
    if after.lapses >= LEECH_LAPSES and after.lapses > (before.lapses if before else 0):
        return replace(after, suspended=True, leech=True)
    return after
