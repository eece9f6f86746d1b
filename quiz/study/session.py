"""One sitting: what to ask next, and what an answer did. It knows no screen, no file and no scheduler by name."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from quiz.deck import Bilingual, Card, Deck, Kind
from quiz.language import Lang
from quiz.study.history import History, Memory

State = Literal["new", "learning", "review"]
Judgement = Literal["right", "near", "wrong"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day holds (`new`, `reviews`) and, with `limit`, how many questions this sitting asks at most."""

    new: int = 20
    reviews: int = 200
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """What was used before answering: a hint, the English, a second try."""

    hint: bool = False
    english: bool = False
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What is left in this sitting, the question on screen included."""

    new: int = 0
    learning: int = 0
    review: int = 0

    @property
    def total(self) -> int:
        """All three together."""
        return self.new + self.learning + self.review


@dataclass(frozen=True, slots=True)
class Question:
    """What to show. `choices` is in the order to show, empty where the answer is typed (or flipped); `number` counts
    from 1 in this sitting; `due` is when the card was due (None: new)."""

    card: Card
    deck: Deck
    choices: tuple[Bilingual, ...]
    number: int
    remaining: Counts
    state: State
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer did, once it is on disk.

    `rating` is 1 Again, 2 Hard, 3 Good, 4 Easy; `automatic` what the policy chose before any `regrade`; `previews` the
    interval each rating gives. `correct` counts a near miss as correct. `leech`: this answer parked the card.
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


@dataclass(frozen=True, slots=True)
class Summary:
    """A sitting in figures. `by_kind` holds (right, answered); `next_due` the cards that come, day by day."""

    answered: int
    right: int
    by_kind: Mapping[Kind, tuple[int, int]]
    missed: tuple[Card, ...]
    next_due: tuple[tuple[date, int], ...]
    seconds: float = 0.0


@dataclass(slots=True)
class Session:
    """Ask `question()`, give `answer()`, look at the `Outcome`, ask again until there is None."""

    history: History
    decks: tuple[Deck, ...]
    limits: Limits
    clock: Callable[[], datetime]
    cram: bool = False
    lang: Lang = "fr"
    _queue: list[tuple[Deck, Card]] = field(default_factory=list)
    _done: list[tuple[Deck, Card, Outcome, float]] = field(default_factory=list)
    _before: list[Memory | None] = field(default_factory=list)
    _hints: int = 0

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
        """A sitting over `decks`, due cards first, then new ones."""
        limits = limits or Limits()
        session = cls(history, tuple(decks), limits, clock or history.clock, cram, lang)
        cards = [(d, c) for d in decks for c in d.cards if c.status != "rejected" and c.id not in history.cards]
        session._queue = cards[: limits.new][: limits.limit]
        return session

    def question(self) -> Question | None:
        """What to ask now; the same until it is answered. None: the sitting is over."""
        if not self._queue:
            return None
        deck, card = self._queue[0]
        choices = list(card.choices)
        if card.form == "true-false" and not choices:
            choices = [Bilingual("Vrai", "True", "rule"), Bilingual("Faux", "False", "rule")]
        elif card.form == "choice":
            random.Random(card.id).shuffle(choices)
        return Question(card, deck, tuple(choices), len(self._done) + 1, Counts(new=len(self._queue)), "new", None)

    def hint(self) -> str:
        """A little help with the question on screen, a little more each time; "" where there is no more."""
        if not self._queue:
            return ""
        self._hints += 1
        answer = self._queue[0][1].answer.fr
        return answer[: self._hints] + "…" if self._hints < len(answer) else ""

    def answer(self, response: int | str, seconds: float = 0.0, help: Help | None = None) -> Outcome:  # noqa: A002
        """Judge, grade, schedule and commit the answer to the question on screen: an index in the shown choices, or
        what was typed. It is on disk when this returns. Raises QuizError (disk), LookupError (no question)."""
        question = self.question()
        if question is None:
            raise LookupError("no question")
        card = question.card
        given = question.choices[response].fr if isinstance(response, int) else response
        right = given.strip().casefold() in {a.strip().casefold() for a in (card.answer.fr, *card.accept)}
        rating = (2 if help and (help.hint or help.english or help.retry) else 3) if right else 1
        previews = {1: timedelta(minutes=1), 2: timedelta(minutes=6), 3: timedelta(minutes=10), 4: timedelta(days=8)}
        outcome = Outcome(
            card, "right" if right else "wrong", right, card.answer, given, rating,
            self.clock() + previews[rating], previews, rating,
        )  # fmt: skip
        self._before.append(self.history.cards.get(card.id))
        self.history.cards[card.id] = Memory("learning", outcome.due, 1, 0)
        deck, _ = self._queue.pop(0)
        self._done.append((deck, card, outcome, seconds))
        self._hints = 0
        return outcome

    def regrade(self, rating: int) -> Outcome:
        """The learner's own grade (1-4) for the answer just given, in place of the automatic one."""
        deck, card, outcome, seconds = self._done[-1]
        outcome = replace(outcome, rating=rating, due=self.clock() + outcome.previews[rating])
        self._done[-1] = (deck, card, outcome, seconds)
        return outcome

    def undo(self) -> str | None:
        """Take back the last change of this sitting, also from the summary. What it was ("answer", "regrade",
        "bury", "suspend"), or None where there is nothing; the card taken back is the question again."""
        if not self._done:
            return None
        deck, card, _, _ = self._done.pop()
        before = self._before.pop()
        if before is None:
            del self.history.cards[card.id]
        else:
            self.history.cards[card.id] = before
        self._queue.insert(0, (deck, card))
        return "answer"

    def bury(self) -> None:
        """Put the question on screen aside until tomorrow."""
        self._queue.pop(0)

    def suspend(self) -> None:
        """Put the question on screen aside for good (until it is taken up again)."""
        self._queue.pop(0)

    def warm(self) -> None:
        """Load what the first answer will need. A screen calls it once the first question is painted."""

    def summary(self) -> Summary:
        """The sitting so far."""
        by_kind: dict[Kind, tuple[int, int]] = {}
        for _, card, outcome, _ in self._done:
            right, total = by_kind.get(card.kind, (0, 0))
            by_kind[card.kind] = (right + outcome.correct, total + 1)
        days: dict[date, int] = {}
        for memory in self.history.cards.values():
            if memory.due:
                days[memory.due.date()] = days.get(memory.due.date(), 0) + 1
        return Summary(
            len(self._done),
            sum(1 for _, _, o, _ in self._done if o.correct),
            by_kind,
            tuple(c for _, c, o, _ in self._done if not o.correct),
            tuple(sorted(days.items())),
            sum(s for *_, s in self._done),
        )
