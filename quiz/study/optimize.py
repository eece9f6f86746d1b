"""The scheduler fitted to one learner: FSRS's parameters from the learner's own answers. The only module that imports
`fsrs_rs_python`.

It reads the grading policy's ratings off the log again rather than believing what was noted, so that a better policy
gives a better fit; where the learner overruled it, the learner is believed. It stores nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.deck import Form
from quiz.errors import QuizError
from quiz.study.events import Event
from quiz.study.grading import FLIPPED, RECENT, family, grade, pace_of
from quiz.study.replay import counting

NEEDED = 400
"""Answers before a fit says more about the learner than about chance."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The parameters found, from how many answers, and how well the old and the new ones foretell those answers (log
    loss: less is better)."""

    parameters: tuple[float, ...]
    answers: int
    before: float
    after: float

    @property
    def better(self) -> bool:
        """Whether the new ones foretell better."""
        return self.after < self.before


@dataclass(frozen=True, slots=True)
class Rated:
    """One answer as the fit sees it: days since the answer before to the same card (0 at the first), and its rating."""

    days: int
    rating: int


def rated(events: Iterable[Event]) -> list[list[Rated]]:
    """The answers of each card since it was new, oldest first; a card that was begun again counts as another one."""
    events = list(events)
    graded = {event.target for event in events if event.kind == "regrade"}
    paces: dict[frozenset[Form], deque[float]] = {}
    cards: dict[str, list[Rated]] = {}
    last: dict[str, int] = {}
    done: list[list[Rated]] = []
    for event in counting(events):
        if event.kind == "reset" and event.card in cards:
            done.append(cards.pop(event.card))
            del last[event.card]
        if event.kind != "review" or event.answer is None:
            continue
        answer = event.answer
        form: Form = answer.form  # type: ignore[assignment]
        stage = event.before.stage if event.before else "new"
        times = paces.setdefault(family(form), deque(maxlen=RECENT))
        rating: int = grade(answer.verdict, form, stage, answer.seconds, answer.help, pace_of(times))
        if event.seq in graded and (answer.rating != answer.auto or form in FLIPPED):
            rating = answer.rating
        if stage == "review" and answer.verdict != "wrong":
            times.appendleft(answer.seconds)
        days = max(0, event.day - last.get(event.card, event.day))
        last[event.card] = event.day
        cards.setdefault(event.card, []).append(Rated(days, rating))
    return [*done, *cards.values()]


def fit(events: Iterable[Event], now: Sequence[float] | None = None) -> Fit:
    """Fit to the log of one learner; `now` are the parameters in use (None: the scheduler's own). Raises QuizError:
    "optimize-few" with the count below `NEEDED` answers, "optimize-missing" where the fitter is not installed."""
    cards = rated(events)
    answers = sum(map(len, cards))
    if answers < NEEDED:
        raise QuizError("optimize-few", n=answers, needed=NEEDED)
    try:
        import fsrs_rs_python as rust
    except ImportError as error:
        raise QuizError("optimize-missing") from error
    items = [
        rust.FSRSItem([rust.FSRSReview(one.rating, one.days) for one in card[: place + 1]])
        for card in cards
        for place, last in enumerate(card)
        if last.days > 0 and place > 0
    ]
    if len(items) < NEEDED // 8:  # the fitter would give its defaults back without a word
        raise QuizError("optimize-young", n=len(items), needed=NEEDED // 8)
    found = within(rust.FSRS(list(rust.DEFAULT_PARAMETERS)).compute_parameters(items))
    old = list(now or rust.DEFAULT_PARAMETERS)
    before = rust.FSRS(old).evaluate(items).log_loss
    return Fit(found, answers, before, rust.FSRS(list(found)).evaluate(items).log_loss)


def within(parameters: Sequence[float]) -> tuple[float, ...]:
    """The parameters inside the bounds that the scheduler checks: theirs are 32 bits wide."""
    from quiz.study.scheduler import BOUNDS

    return tuple(min(max(value, low), high) for value, (low, high) in zip(parameters, BOUNDS, strict=True))
