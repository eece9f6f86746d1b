"""One sitting: what to ask next, and what an answer did. It knows no screen and no file.

Learning cards that are due come first, then reviews, then new cards; a learning card that is not due yet comes when
there is nothing else. What judges, grades and schedules is loaded with the first answer, or by `warm`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from quiz.deck import Bilingual, Card, Deck, Kind
from quiz.language import Lang
from quiz.study.events import Answer, Event, EventKind, Help
from quiz.study.history import Decision, History
from quiz.study.memory import Memory, learning_day, milliseconds, moment_of
from quiz.study.order import Entry, Limits, State, first, interleave, pick, playable
from quiz.study.outcome import Counts, Outcome, Question, Summary
from quiz.study.standing import plan_today

if TYPE_CHECKING:
    from quiz.study.grading import Pace
    from quiz.study.scheduler import Scheduler

__all__ = ["Counts", "Help", "Limits", "Outcome", "Question", "Session", "State", "Summary"]

TRUE_FALSE = (Bilingual("Vrai", "True", "rule"), Bilingual("Faux", "False", "rule"))
LEECH_LAPSES = 4
AHEAD = timedelta(minutes=20)
"""How long before it is due a learning card may come, where nothing else is left to ask."""
GIVEN_LENGTH = 500


@dataclass(slots=True)
class _Queues:
    """What is still to be asked. `learning` is kept in the order of the due times."""

    learning: list[Entry] = field(default_factory=list)
    reviews: list[Entry] = field(default_factory=list)
    new: list[Entry] = field(default_factory=list)
    cram: list[Entry] = field(default_factory=list)

    def copy(self) -> _Queues:
        return _Queues(self.learning[:], self.reviews[:], self.new[:], self.cram[:])

    def drop(self, card: Card) -> None:
        """Take a card out, wherever it stands."""
        for queue in (self.learning, self.reviews, self.new, self.cram):
            queue[:] = [entry for entry in queue if entry.card.id != card.id]


@dataclass(slots=True)
class _Done:
    """One thing the learner did, and what it takes to go back to before it."""

    kind: EventKind
    entry: Entry
    event: Event
    queues: _Queues
    last: Card | None
    outcome: Outcome | None = None
    seconds: float = 0.0
    choices: tuple[Bilingual, ...] = ()
    plans: Mapping[int, Memory] = field(default_factory=dict)


class Session:
    """Ask `question()`, give `answer()`, look at the `Outcome`, ask again until there is None."""

    def __init__(self, history: History, decks: Sequence[Deck], limits: Limits, clock: Callable[[], datetime]) -> None:
        self.history = history
        self.decks = tuple(decks)
        self.limits = limits
        self.clock = clock
        self.cram = False
        self.lang: Lang = "fr"
        self._queues = _Queues()
        self._done: list[_Done] = []
        self._entry: Entry | None = None
        self._shown: tuple[Bilingual, ...] = ()
        self._last: Card | None = None
        self._hints = 0
        self._paces: dict[frozenset[str], Pace] = {}
        self._scheduler: Scheduler | None = None

    @classmethod
    def begin(
        cls,
        history: History,
        decks: Sequence[Deck],
        limits: Limits | None = None,
        clock: Callable[[], datetime] | None = None,
        cram: bool = False,
        lang: Lang = "fr",
    ) -> Session:
        """A sitting over `decks` (see `Limits`). `clock` is the history's own by default. With `cram`, every card is
        practised, wrong ones until they are right, and no schedule changes. Raises QuizError."""
        session = cls(history, decks, limits or Limits(), clock or history.clock)
        session.cram, session.lang = cram, lang
        if cram:
            session._queues.cram = session._all_cards()
        else:
            plan = plan_today(history, decks, session.limits)
            session._queues = _Queues(list(plan.learning), list(plan.reviews), list(plan.new))
        return session

    def question(self) -> Question | None:
        """What to ask now; the same until it is answered or put aside. None: the sitting is over."""
        if self._entry is None:
            if self.limits.limit is not None and self._answered() >= self.limits.limit:
                return None
            self._entry = self._next()
            if self._entry is None:
                return None
            self._hints = 0
            self._shown = self._choices(self._entry.card)
        entry = self._entry
        due = moment_of(entry.due) if entry.due else None
        return Question(entry.card, entry.deck, self._shown, self._answered() + 1, self._remaining(), entry.state, due)

    def hint(self) -> str:
        """A little help with the question on screen, a little more each time; "" where there is no more."""
        question = self.question()
        if question is None:
            return ""
        from quiz.study.hints import hint

        text = hint(question.card, question.choices, self._hints, self.lang)
        self._hints += bool(text)
        return text

    @property
    def struck(self) -> frozenset[int]:
        """The places of the shown choices that hints have struck out."""
        if self._entry is None or self._entry.card.form != "choice" or not self._hints:
            return frozenset()
        from quiz.study.hints import struck

        return frozenset(struck(self._entry.card, self._shown)[: self._hints])

    def answer(self, response: int | str, seconds: float = 0.0, help: Help | None = None) -> Outcome:  # noqa: A002
        """Judge, grade, schedule and commit the answer to the question on screen: an index in the shown choices, or
        what was typed (a flipped card: anything, then `regrade`). It is on disk when this returns, and where it
        raises nothing has changed and the question stands. Raises QuizError (disk), LookupError (no such question or
        choice)."""
        from quiz.study.answers import Verdict, judge
        from quiz.study.grading import grade
        from quiz.typography import safe_text

        question = self.question()
        if question is None or self._entry is None:
            raise LookupError("no question")
        entry, card, used = self._entry, question.card, help or Help()
        if isinstance(response, int):
            if not 0 <= response < len(question.choices):
                raise LookupError("no such choice")
            chosen = question.choices[response]
            given = chosen.fr
            verdict = Verdict("right" if chosen.fr == card.answer.fr else "wrong", card.answer.fr)
        else:
            given = " ".join(safe_text(response[:GIVEN_LENGTH]).split())
            verdict = Verdict("right", card.answer.fr) if card.form == "flip" else judge(card, given)
        seconds = seconds if 0 <= seconds < 86_400 else 0.0
        pace = self._pace(card)
        plans: dict[int, Memory] = {}

        def decide(before: Memory | None) -> Decision:
            stage = before.stage if before else "new"
            auto = grade(verdict.judgement, card.form, stage, seconds, used, pace)
            answer = Answer(card.form, given, verdict.judgement, round(seconds, 3), used, auto, auto)
            if self.cram:
                return before, answer
            now = self.clock()
            at, day = milliseconds(now), learning_day(now, self.history.zone)
            plans.update(self._plans(card, before, at, day))
            return plans[auto], answer

        event = self.history.change("cram" if self.cram else "review", card.id, decide)
        assert event.answer is not None
        outcome = Outcome(
            card=card,
            verdict=verdict.judgement,
            correct=verdict.judgement != "wrong",
            expected=card.answer,
            given=given,
            rating=event.answer.rating,
            due=moment_of(event.after.due) if event.after and event.after.due else self.clock(),
            previews={rating: timedelta(milliseconds=m.due - m.last) for rating, m in plans.items()},
            automatic=event.answer.auto,
            leech=self._turned_leech(event),
            note=verdict.note,
        )
        self._move_on(_Done(event.kind, entry, event, self._queues, self._last, outcome, seconds, self._shown, plans))
        self._place(entry, event.after, again=verdict.judgement == "wrong")
        if event.before and event.before.stage == "review" and outcome.correct:
            self._paces.clear()
        return outcome

    def regrade(self, rating: int) -> Outcome:
        """The learner's own grade (1-4) for the answer just given, in place of the automatic one. Raises LookupError
        where no answer was given, ValueError where there is no such grade, QuizError (disk)."""
        if rating not in (1, 2, 3, 4):
            raise ValueError(rating)
        done = self._done[-1] if self._done else None
        if done is None or done.outcome is None or done.event.answer is None:
            raise LookupError("no answer")
        answer = replace(done.event.answer, rating=rating)
        flip = done.entry.card.form == "flip"
        if flip:
            answer = replace(answer, verdict="wrong" if rating == 1 else "right")
        after = done.event.after if self.cram else done.plans[rating]
        event = self.history.change("regrade", done.entry.card.id, lambda _: (after, answer), done.event.seq)
        done.outcome = replace(
            done.outcome,
            rating=rating,
            correct=rating > 1 if flip else done.outcome.correct,
            verdict=("wrong" if rating == 1 else "right") if flip else done.outcome.verdict,
            due=moment_of(after.due) if after and after.due else self.clock(),
            leech=self._turned_leech(replace(event, before=done.event.before)),
        )
        self._place(done.entry, after, again=rating == 1 if flip else not done.outcome.correct)
        return done.outcome

    def undo(self) -> str | None:
        """Take back the last thing done in this sitting, also from the summary: "answer", "bury" or "suspend", or None
        where there is nothing. The card it was done to is the question again. Raises QuizError (disk)."""
        if not self._done:
            return None
        done = self._done[-1]
        self.history.undo(done.event)
        self._done.pop()
        self._queues, self._last = done.queues, done.last
        self._entry, self._shown, self._hints = done.entry, done.choices, 0
        self._paces.clear()
        return "answer" if done.outcome else done.kind

    def bury(self) -> None:
        """Put the question on screen aside until tomorrow. Raises LookupError, QuizError."""
        self._aside("bury", lambda memory: replace(memory, buried=self.history.today()))

    def suspend(self) -> None:
        """Put the question on screen aside for good. Raises LookupError, QuizError."""
        self._aside("suspend", lambda memory: replace(memory, suspended=True))

    def warm(self) -> None:
        """Load what the first answer will need. A screen calls it once the first question is painted."""
        from quiz.study import answers, grading, hints  # noqa: F401

        self._planner()
        if self._entry is not None:
            self._pace(self._entry.card)

    def summary(self) -> Summary:
        """The sitting so far, and what comes from tomorrow on in its decks."""
        by_kind: dict[Kind, tuple[int, int]] = {}
        missed: dict[str, Card] = {}
        answers = [(done, done.outcome) for done in self._done if done.outcome]
        for _, outcome in answers:
            right, total = by_kind.get(outcome.card.kind, (0, 0))
            by_kind[outcome.card.kind] = (right + outcome.correct, total + 1)
            if not outcome.correct:
                missed[outcome.card.id] = outcome.card
        return Summary(
            answered=len(answers),
            right=sum(outcome.correct for _, outcome in answers),
            by_kind=by_kind,
            missed=tuple(missed.values()),
            next_due=self._next_due(),
            seconds=sum(done.seconds for done, _ in answers),
            leeches=tuple(outcome.card for _, outcome in answers if outcome.leech),
        )

    def _next_due(self) -> tuple[tuple[date, int], ...]:
        mine = {card.id for _, card in playable(self.decks)}
        today = self.history.today()
        days: dict[int, int] = {}
        for card, standing in self.history.standings().items():
            if card in mine and not standing.suspended and standing.stage != "new":
                day = max(today, learning_day(moment_of(standing.due), self.history.zone))
                days[day] = days.get(day, 0) + 1
        return tuple((date.fromordinal(day), count) for day, count in sorted(days.items()))

    def _next(self) -> Entry | None:
        queues, avoid = self._queues, self._last
        if self.cram:
            return pick(queues.cram, avoid, lambda _: True) or (queues.cram[0] if queues.cram else None)
        now = milliseconds(self.clock())
        ahead = now + milliseconds_of(AHEAD)
        return (
            pick(queues.learning, avoid, lambda entry: entry.due <= now)
            or pick(queues.reviews, avoid, lambda _: True)
            or pick(queues.new, avoid, lambda _: True)
            or pick(queues.learning, avoid, lambda entry: entry.due <= ahead)
            or pick((*queues.learning, *queues.reviews, *queues.new), None, lambda entry: entry.due <= ahead)
        )

    def _remaining(self) -> Counts:
        queues = self._queues
        if self.cram:
            counts = [0, 0, len(queues.cram)]
        else:
            counts = [len(queues.new), len(queues.learning), len(queues.reviews)]
        if self.limits.limit is not None:  # in the order they are asked
            left = max(0, self.limits.limit - self._answered())
            for place in (1, 2, 0):
                counts[place] = min(counts[place], left)
                left -= counts[place]
        return Counts(*counts)

    def _answered(self) -> int:
        return sum(1 for done in self._done if done.outcome)

    def _choices(self, card: Card) -> tuple[Bilingual, ...]:
        """The choices in the order to show: the same for this showing of the card, another at the next."""
        if card.form == "true-false":
            return TRUE_FALSE
        if card.form != "choice":
            return ()
        memory = self.history.memory(card.id)
        choices = list(card.choices)
        random.Random(f"{card.id}\0{memory.reps if memory else 0}").shuffle(choices)
        return tuple(choices)

    def _all_cards(self) -> list[Entry]:
        """Everything that is not suspended, shuffled for the day, sources mixed."""
        standings = self.history.standings()
        entries = []
        for deck, card in playable(self.decks):
            standing = standings.get(card.id)
            if standing is None or standing.stage == "new":
                entries.append(Entry(deck, card, "new"))
            elif not standing.suspended:
                entries.append(Entry(deck, card, "review" if standing.stage == "review" else "learning", standing.due))
        random.Random(self.history.today()).shuffle(entries)
        mixed = interleave(entries)
        return list(mixed if self.limits.limit is None else first(self.limits.limit, mixed))

    def _place(self, entry: Entry, after: Memory | None, again: bool) -> None:
        """Put the card where it comes next in this sitting, if it does."""
        self._queues.drop(entry.card)
        if self.cram:
            if again:
                self._queues.cram.append(entry)
        elif after and after.stage in ("learning", "relearning") and not after.suspended:
            self._queues.learning.append(replace(entry, state="learning", due=after.due))
            self._queues.learning.sort(key=lambda e: e.due)

    def _aside(self, kind: EventKind, change: Callable[[Memory], Memory]) -> None:
        if self._entry is None:
            raise LookupError("no question")
        entry = self._entry
        event = self.history.change(kind, entry.card.id, lambda before: (change(before or Memory()), None))
        self._move_on(_Done(kind, entry, event, self._queues, self._last, choices=self._shown))
        self._queues.drop(entry.card)

    def _move_on(self, done: _Done) -> None:
        self._done.append(done)
        self._queues = self._queues.copy()
        self._last, self._entry, self._hints = done.entry.card, None, 0

    def _planner(self) -> Scheduler:
        if self._scheduler is None:
            from quiz.study.scheduler import Scheduler

            self._scheduler = Scheduler()
        return self._scheduler

    def _plans(self, card: Card, before: Memory | None, at: int, day: int) -> dict[int, Memory]:
        """What each rating leads to; a card forgotten too often is put aside."""
        plans = self._planner().previews(card.id, before, at, day)
        forgotten = plans[1]
        if forgotten.lapses >= LEECH_LAPSES and forgotten.lapses > (before.lapses if before else 0):
            plans[1] = replace(forgotten, suspended=True, leech=True)
        return plans

    def _turned_leech(self, event: Event) -> bool:
        return bool(event.after and event.after.suspended and not (event.before and event.before.suspended))

    def _pace(self, card: Card) -> Pace:
        from quiz.study.grading import family, pace_of

        forms = family(card.form)
        if forms not in self._paces:
            self._paces[forms] = pace_of(self.history.times(forms))
        return self._paces[forms]


def milliseconds_of(span: timedelta) -> int:
    """A length of time as it is stored."""
    return span // timedelta(milliseconds=1)
