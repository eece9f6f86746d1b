"""One sitting: what to ask next, and what an answer did. It knows no screen and no file.

Learning cards that are due come first, then reviews, then new cards; a learning card that is not due yet comes when
there is nothing else. What judges, grades and schedules (`marking`) is loaded with the first answer, or by `warm`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from quiz.deck import TRUE_FALSE, Bilingual, Card, Deck, Form, Kind
from quiz.language import Lang
from quiz.study.acts import Decision, Job
from quiz.study.direction import FRENCH, side_of
from quiz.study.events import Answer, Event, Help
from quiz.study.handling import Done, Handling, Previews, unchanged
from quiz.study.history import History
from quiz.study.memory import Memory, learning_day, milliseconds, moment_of
from quiz.study.order import Entry, Limits, Plan, State, draw, read
from quiz.study.outcome import Counts, Judgement, Outcome, Question, Summary
from quiz.study.queues import Queues
from quiz.study.standing import askable, plan_cram, plan_today

if TYPE_CHECKING:
    from types import ModuleType

    from quiz.study.grading import Times
    from quiz.study.scheduler import Scheduler

__all__ = ["Counts", "Help", "Limits", "Outcome", "Question", "Session", "State", "Summary"]

_NO_HELP = Help()
_AHEAD = 16
"""Of how many cards to come the memory is read at once."""


class Session(Handling):
    """Ask `question()`, give `answer()`, look at the `Outcome`, ask again until there is None. What else can be done to
    a card stands in `Handling`; `undo` takes back whatever was done last."""

    def __init__(self, history: History, decks: Sequence[Deck], limits: Limits, clock: Callable[[], datetime]) -> None:
        self.history = history
        self.decks = tuple(decks)
        self.limits = limits
        self.clock = clock
        self.cram = False
        self.lang: Lang = "fr"
        self.from_english = False
        self._queues = Queues(Plan((), (), ()))
        self._done: list[Done] = []
        self._entry: Entry | None = None
        self._posed: Question | None = None
        self._shown: tuple[Bilingual, ...] = ()
        self._texts: dict[str, Card] = {}
        self._laid: dict[str, tuple[Card, int, tuple[Bilingual, ...]]] = {}  # at which showing, in which order
        self._answered = 0
        self._total = 0
        self._hints = 0
        self._recent: dict[Form, Times] = {}
        self._marks: ModuleType | None = None
        self._scheduler: Scheduler | None = None
        self._retention: float | None = None

    @classmethod
    def begin(
        cls,
        history: History,
        decks: Sequence[Deck],
        limits: Limits | None = None,
        clock: Callable[[], datetime] | None = None,
        cram: bool = False,
        lang: Lang = "fr",
        from_english: bool = False,
    ) -> Session:
        """A sitting over `decks` (see `Limits`). `clock` is the history's own by default. With `cram`, every card is
        practised, wrong ones until they are right, and no schedule changes. `lang` and `from_english` say in which
        language cards are asked (`direction.side_of`). Raises QuizError."""
        session = cls(history, decks, limits or Limits(), clock or history.clock)
        session.cram, session.lang, session.from_english = cram, lang, from_english
        session._queues = Queues((plan_cram if cram else plan_today)(history, decks, session.limits))
        session._total = session._queues.remaining(Limits(), 0).total
        return session

    def question(self) -> Question | None:
        """What to ask now; the same until it is answered or put aside. None: the sitting is over."""
        if self._posed is not None:
            return self._posed
        if self._entry is None:
            if self.limits.limit is not None and self._answered >= self.limits.limit:
                return None
            # With no card in its learning steps nothing depends on the hour.
            self._entry = self._queues.next(milliseconds(self.clock()) if self._queues.learning else 0)
            if self._entry is None:
                return None
            self._hints = 0
            if not self.history.knows(self._entry.id):
                self._look_ahead()
            entry, card = self._entry, self.current(self._entry.card)
            self._shown = self._choices(card)
        else:
            entry, card = self._entry, self.current(self._entry.card)
        self._posed = Question(
            card,
            entry.deck,
            self._shown,
            self._answered + 1,
            self._queues.remaining(self.limits, self._answered),
            entry.state,
            moment_of(entry.due) if entry.due else None,
            FRENCH if self.lang == "fr" and not self.from_english else side_of(card, self.lang, self.from_english),
        )
        return self._posed

    @property
    def progress(self) -> float:
        """How far the sitting has come, 0 to 1: a card counts half once it has been asked, and whole once it comes back
        no more; with a limit, each answer counts if that is further. No answer makes it less."""
        left = self._queues.remaining(Limits(), 0).total
        asked = len({done.card.id for done in self._done if done.mark is not None})
        share = (asked + self._total - left) / (2 * self._total) if self._total else 1.0
        return max(share, self._answered / self.limits.limit) if self.limits.limit else share

    def hint(self) -> str:
        """A little help with the question on screen, a little more each time; "" where there is no more."""
        question = self.question()
        if question is None:
            return ""
        from quiz.study.hints import hint

        text = hint(question.card, question.choices, self._hints, self.lang, question.side)
        self._hints += bool(text)
        return text

    @property
    def other_is_help(self) -> bool:
        """Whether the other language, asked for before answering, is help: English beside French, or the French of an
        answer that is wanted in French. French is none to a learner who has the question in English anyway."""
        return self.lang == "fr" or self.from_english

    @property
    def struck(self) -> frozenset[int]:
        """The places of the shown choices that hints have struck out."""
        if self._entry is None or self._entry.card.form != "choice" or not self._hints:
            return frozenset()
        from quiz.study.hints import struck

        return frozenset(struck(self.current(self._entry.card), self._shown)[: self._hints])

    def answer(self, response: int | str, seconds: float = 0.0, help: Help | None = None) -> Outcome:  # noqa: A002
        """Judge, grade, schedule and commit the answer to the question on screen: an index in the shown choices, or
        what was typed (a flipped card: anything, then `regrade`). It is on disk when this returns, and where it
        raises nothing has changed and the question stands. Raises QuizError (disk), LookupError (no such question or
        choice)."""
        question = self._posed or self.question()
        if question is None or self._entry is None:
            raise LookupError("no question")
        marking, planner = self._marks or self._marking(), self._scheduler or self._planner()
        entry, card, used = self._entry, question.card, help or _NO_HELP
        given, verdict = marking.said(question, response)
        seconds = seconds if 0 <= seconds < 86_400 else 0.0
        judgement, times = verdict.judgement, marking.pace_kept(self._recent, self.history, card.form)
        previews: Previews | None = None

        def decide(before: Memory | None) -> Decision:
            nonlocal previews
            auto = marking.grade(judgement, card.form, before.stage if before else "new", seconds, used, times.pace)
            answer = Answer(card.form, given, judgement, round(seconds, 3), used, auto, auto)
            if self.cram:
                return before, answer
            at, day = self.history.written_at if self.clock is self.history.clock else self._instant()
            previews = Previews(lambda rating: marking.reviewed(planner, card.id, before, rating, at, day))
            return previews.memory(auto), answer

        event = self.history.write([*self._wishes(), Job("cram" if self.cram else "review", card.id, decide)])[-1]
        self._retention = self._retention if self.cram else self.limits.retention
        assert event.answer is not None
        before, after, correct = event.before, event.after, judgement != "wrong"
        outcome = Outcome(
            card,
            judgement,
            correct,
            card.answer,
            given,
            event.answer.rating,
            moment_of(after.due) if after and after.due else self.clock(),
            {} if previews is None else previews,
            event.answer.auto,
            after is not None and after.suspended and _parked(event),
            verdict.note,
        )
        mark = self._queues.take(entry)
        self._finish(Done("answer", card, event, event, mark, entry, question.choices, outcome, seconds, previews))
        self._answered += 1
        self._come_back(entry, after, again=not correct)
        if correct and before and before.stage == "review" and not self.cram:
            times.add(seconds)
        return outcome

    def regrade(self, rating: int) -> Outcome:
        """The learner's own grade (1-4) for the answer just given, in place of the automatic one. Raises LookupError
        where no answer was given or there is no such grade, QuizError (disk)."""
        done = next((done for done in reversed(self._done) if done.name not in ("report", "edit")), None)
        if rating not in (1, 2, 3, 4) or done is None or done.outcome is None or done.event is None:
            raise LookupError("no answer to grade, or no such grade")
        assert done.event.answer is not None
        assert done.now is not None
        assert done.entry is not None
        entry, outcome, answer = done.entry, done.outcome, done.event.answer._replace(rating=rating)
        if entry.card.form == "flip":  # whoever flips a card is the judge
            verdict: Judgement = "wrong" if rating == 1 else "right"
            answer = answer._replace(verdict=verdict)
            outcome = outcome._replace(verdict=verdict, correct=rating > 1)
        after = done.event.after if done.previews is None else done.previews.memory(rating)
        expected = done.now.after

        def decide(before: Memory | None) -> Decision:
            unchanged(before, expected)
            return after, answer

        self._posed = None
        done.now = self.history.change("regrade", entry.card.id, decide, done.event.seq)
        leech = _parked(done.now._replace(before=done.event.before))
        done.outcome = outcome._replace(rating=rating, due=self._due(after), leech=leech)
        self._queues.forget(entry.card)
        self._come_back(entry, after, again=not done.outcome.correct)
        return done.outcome

    def warm(self) -> None:
        """Load what the first answer will need. A screen calls it once the first question is painted."""
        self.history.warm()
        marking = self._marking()
        self._planner()
        if self._entry is not None:
            marking.pace_kept(self._recent, self.history, self._entry.card.form)

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
        mine = askable(self.decks)
        today = self.history.today()
        days: dict[int, int] = {}
        for card, standing in self.history.standings().items():
            if card in mine and not standing.suspended and standing.stage != "new":
                day = max(today, learning_day(moment_of(standing.due), self.history.zone))
                days[day] = days.get(day, 0) + 1
        return tuple((date.fromordinal(day), count) for day, count in sorted(days.items()))

    def _look_ahead(self) -> None:
        """Have at hand what the next questions will need, read all at once; the very first is not to wait for those
        behind it."""
        assert self._entry is not None
        coming = (self._entry, *self._queues.coming(_AHEAD))
        self.history.ahead(entry.id for entry in coming)
        self._laid.clear()
        if self._answered:
            read(coming)
            for entry in coming:
                self._choices(self.current(entry.card))

    def _choices(self, card: Card) -> tuple[Bilingual, ...]:
        """The choices in the order to show: the same for this showing of the card, another at the next."""
        if card.form == "true-false":
            return TRUE_FALSE
        if card.form != "choice":
            return ()
        memory = self.history.seen(card.id)
        showing = memory.reps if memory else 0
        laid = self._laid.get(card.id)
        if laid is None or laid[0] is not card or laid[1] != showing:
            choices = tuple(sorted(card.choices, key=lambda choice: draw(choice.fr, card.id, showing)))
            laid = self._laid[card.id] = card, showing, choices
        return laid[2]

    def _come_back(self, entry: Entry, after: Memory | None, again: bool) -> None:
        """Put the card where it comes next in this sitting, if it does."""
        if self.cram:
            if again:
                self._queues.repeat(entry)
        elif after and after.stage in ("learning", "relearning") and not after.suspended:
            self._queues.learn(entry.at(after.due))

    def _finish(self, done: Done) -> None:
        self._done.append(done)
        self._entry, self._posed, self._hints = None, None, 0

    def _due(self, memory: Memory | None) -> datetime:
        return moment_of(memory.due) if memory and memory.due else self.clock()

    def _wishes(self) -> list[Job]:
        """What the log has to say before an answer, where the learner wants to know another share than before; the
        scheduler has been made by now."""
        wanted = self.limits.retention
        if self.cram or wanted == self._retention:
            return []
        return [Job("retention", "", lambda before: (before, None), note=repr(wanted))]

    def _planner(self) -> Scheduler:
        if self._scheduler is None:
            self._scheduler = self._marking().Scheduler(self.limits.retention, self.history.parameters)
            self._retention = self.history.retention
        assert self._scheduler is not None
        return self._scheduler

    def _marking(self) -> ModuleType:
        if self._marks is None:
            from quiz.study import marking

            self._marks = marking
        return self._marks

    def _instant(self) -> tuple[int, int]:
        now = self.clock()
        return milliseconds(now), learning_day(now, self.history.zone)


def _parked(event: Event) -> bool:
    """Whether the event suspended its card."""
    return bool(event.after and event.after.suspended and not (event.before and event.before.suspended))
