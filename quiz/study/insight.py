"""What the log says of a card, and of everything a learner has studied, as figures to be drawn or printed.

Values alone: it neither draws nor words anything. Days are dates of the learning day, shares are 0 to 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from quiz.deck import Card, Deck
from quiz.deck_kept import KeptCards
from quiz.study.events import Event, EventKind, Help
from quiz.study.history import History
from quiz.study.memory import Memory, Stage, learning_day, moment_of
from quiz.study.order import may_be_asked
from quiz.study.past import Answered

YEAR = 371
"""Days of the heatmap: 53 whole weeks, today in the last."""
SECONDS = (2, 4, 6, 8, 10, 15, 20, 30, 45, 60)
"""Upper ends of the classes that answer times are counted in; one more class holds what took longer."""
ENOUGH = 3
"""Answers before a speaker or an attribute can be called weak."""


class PastAnswer(NamedTuple):
    """One answer to a card. `rating` is the one that counted, 1 to 4; `stage` the card's before it; `stability` (days)
    and `due` what it left, None in a cram. `undone`: it was taken back and counts for nothing."""

    at: datetime
    day: date
    form: str
    given: str
    verdict: str
    seconds: float
    help: Help
    rating: int
    stage: Stage
    stability: float | None
    due: datetime | None
    cram: bool
    undone: bool


class PastAct(NamedTuple):
    """Something else done to a card: "bury", "suspend", "reset", "edit", "report" and so on."""

    at: datetime
    kind: EventKind
    note: str
    undone: bool


class Point(NamedTuple):
    """A point of the forgetting curve: days since the first answer, and how likely the card was (or will be) known."""

    days: float
    recall: float


@dataclass(frozen=True, slots=True)
class CardPast:
    """Everything the log holds of one card. `recall` is how likely it is known now (None: never learnt); `curve` runs
    from the first answer to some time after the card is due, falling between answers and leaping at each; `now` is
    where on it the present is, in days; both are empty and 0 for a card never answered."""

    memory: Memory | None
    answers: tuple[PastAnswer, ...]
    acts: tuple[PastAct, ...]
    recall: float | None
    curve: tuple[Point, ...]
    now: float


class Group(NamedTuple):
    """Answers that belong together: how many, how many of them right, the seconds they took, and cards they were to."""

    name: str
    answered: int
    right: int
    seconds: float
    cards: int

    @property
    def share(self) -> float:
        """The share that was right."""
        return self.right / self.answered if self.answered else 0.0


class Month(NamedTuple):
    """True retention of a month: answers to cards that were due for review, and how many of them were right."""

    month: date
    answered: int
    right: int


class Hour(NamedTuple):
    """Answers given at an hour of the day, local time."""

    hour: int
    answered: int
    right: int


class DayCount(NamedTuple):
    """A day, and how many."""

    day: date
    n: int


def card_past(history: History, card: str, now: datetime | None = None, points: int = 120) -> CardPast:
    """The past of one card, and its forgetting curve in about so many points."""
    events = list(history.log(card))
    back = {event.target for event in events if event.kind == "undo"}
    regrades = {event.target: event for event in events if event.kind == "regrade" and event.seq not in back}
    answers, acts = [], []
    marks: list[Memory] = []
    for event in events:
        at, undone = moment_of(event.at), event.seq in back
        if event.answer is not None and event.kind in ("review", "cram"):
            stands = regrades.get(event.seq, event)
            answer, after, cram = stands.answer or event.answer, stands.after, event.kind == "cram"
            answers.append(
                PastAnswer(
                    at, date.fromordinal(event.day), answer.form, answer.given, answer.verdict, answer.seconds,
                    answer.help, answer.rating, event.before.stage if event.before else "new",
                    None if cram or after is None else after.stability,
                    None if cram or after is None else moment_of(after.due), cram, undone,
                )
            )  # fmt: skip
        elif event.kind not in ("undo", "regrade", "review", "cram", "merge"):
            acts.append(PastAct(at, event.kind, event.note, undone))
    for event in _standing(events, back):
        if event.after is None:
            marks = []
        elif event.after.stability and (not marks or event.after.last != marks[-1].last):
            marks.append(event.after)
        elif marks and event.after.stability:
            marks[-1] = event.after
    memory = history.memory(card)
    moment = history.clock() if now is None else now
    if not marks:
        return CardPast(memory, tuple(answers), tuple(acts), None, (), 0.0)
    today = (moment - moment_of(marks[0].last)) / timedelta(days=1)
    curve, recall = _curve(history, marks, today, points)
    return CardPast(memory, tuple(answers), tuple(acts), recall, curve, today)


def _standing(events: Iterable[Event], back: set[int | None]) -> list[Event]:
    """The events that were not taken back and that schedule."""
    return [
        event
        for event in events
        if event.seq not in back and event.target not in back and event.kind not in ("undo", "cram")
    ]


def _curve(history: History, marks: Sequence[Memory], now: float, points: int) -> tuple[tuple[Point, ...], float]:
    """The curve through what each answer left, and its height now."""
    from quiz.study.scheduler import DAY, Scheduler

    recall = Scheduler(parameters=history.parameters).recall
    starts = [(mark.last - marks[0].last) / DAY for mark in marks]
    planned = (marks[-1].due - marks[0].last) / DAY
    end = max(starts[-1] + (planned - starts[-1]) * 1.5, now, starts[-1] + 1.0)
    curve = []
    for start, mark, until in zip(starts, marks, [*starts[1:], end], strict=True):
        steps = max(2, round(points * (until - start) / end)) if end > 0 else 2
        for step in range(steps + 1):
            days = start + (until - start) * step / steps
            curve.append(Point(days, recall(mark.stability, days - start)))
    return tuple(curve), recall(marks[-1].stability, now - starts[-1])


class _Asked(NamedTuple):
    """What figures need of a card that was ever asked, which is little: there may be a hundred thousand."""

    deck: str
    source: str
    speaker: str | None
    attribute: str | None
    barred: bool

    @classmethod
    def of(cls, deck: Deck, card: Card) -> _Asked:
        """The same of a card."""
        told = [card.fact.get(name) if card.fact else None for name in ("speaker", "attribute")]
        speaker, attribute = (value if isinstance(value, str) and value else None for value in told)
        return cls(deck.id, card.evidence.source, speaker, attribute, not may_be_asked(card))


def _of(decks: Sequence[Deck], names: Collection[str]) -> Iterator[tuple[Deck, Card]]:
    """Those of these cards that stand in the decks, rejected since or not."""
    for deck in decks:
        if isinstance(deck.cards, KeptCards):
            yield from ((deck, card) for card in deck.cards.met(names))
        else:
            yield from ((deck, card) for card in deck.cards if card.id in names)


class Insight:
    """The figures of one learner over `decks`, from one reading of the log. Answers that were taken back and those of
    a cram count for nothing; answers to cards that stand in none of the decks count where no deck is asked about."""

    def __init__(self, history: History, decks: Sequence[Deck] = (), now: datetime | None = None) -> None:
        self._history, self._decks = history, tuple(decks)
        self._now = history.clock() if now is None else now
        self.today = history.today(self._now)
        self.answers: Sequence[Answered] = history.answers()
        met = {answer.card for answer in self.answers}.union(history.standings())
        self._cards: dict[str, _Asked] = {}
        for deck, card in _of(self._decks, met):  # one that stands in two decks counts in the first that asks it
            if card.id not in self._cards or (self._cards[card.id].barred and may_be_asked(card)):
                self._cards[card.id] = _Asked.of(deck, card)

    def forecast(self, days: int = 30) -> list[DayCount]:
        """How many cards are due today (what is overdue counts today) and on each of the days after it."""
        counts: Counter[int] = Counter()
        for card, standing in self._history.standings().items():
            if self._asks(card) and not standing.suspended and standing.stage != "new":
                day = learning_day(moment_of(standing.due), self._history.zone)
                counts[max(self.today, standing.buried + 1, day)] += 1
        return [DayCount(date.fromordinal(day), counts[day]) for day in range(self.today, self.today + days)]

    def _asks(self, card: str) -> bool:
        """Whether a card stands in the decks and may be asked."""
        return card in self._cards and not self._cards[card].barred

    def heatmap(self, days: int = YEAR) -> list[DayCount]:
        """The answers of each day of the past year, oldest first, today last."""
        counts = Counter(answer.day for answer in self.answers)
        return [DayCount(date.fromordinal(day), counts[day]) for day in range(self.today - days + 1, self.today + 1)]

    def months(self, count: int = 12) -> list[Month]:
        """True retention month by month, oldest first, this month last; months without an answer as well."""
        answered: Counter[tuple[int, int]] = Counter()
        right: Counter[tuple[int, int]] = Counter()
        for answer in self._due():
            day = date.fromordinal(answer.day)
            answered[day.year, day.month] += 1
            right[day.year, day.month] += answer.right
        this = date.fromordinal(self.today)
        numbers = range(this.year * 12 + this.month - count, this.year * 12 + this.month)
        return [
            Month(date(year, month + 1, 1), answered[year, month + 1], right[year, month + 1])
            for year, month in (divmod(number, 12) for number in numbers)
        ]

    def retention(self, days: int = 30) -> float | None:
        """True retention of the last days; None where no review was due."""
        recent = [answer.right for answer in self._due() if answer.day > self.today - days]
        return sum(recent) / len(recent) if recent else None

    def _due(self) -> Iterable[Answered]:
        return (answer for answer in self.answers if answer.stage == "review")

    def times(self) -> list[int]:
        """How many answers took up to each of `SECONDS`, and, last, how many took longer."""
        counts = [0] * (len(SECONDS) + 1)
        for answer in self.answers:
            counts[next((at for at, most in enumerate(SECONDS) if answer.seconds <= most), len(SECONDS))] += 1
        return counts

    def median_seconds(self) -> float | None:
        """The answer time that half the answers stay under."""
        times = sorted(answer.seconds for answer in self.answers)
        return times[len(times) // 2] if times else None

    def hours(self) -> list[Hour]:
        """The 24 hours of the day."""
        answered, right = [0] * 24, [0] * 24
        for answer in self.answers:
            hour = moment_of(answer.at).astimezone(self._history.zone).hour
            answered[hour] += 1
            right[hour] += answer.right
        return [Hour(hour, answered[hour], right[hour]) for hour in range(24)]

    def by_deck(self) -> list[Group]:
        """Per deck, by its id, in the order of the decks; those without an answer as well."""
        groups = {group.name: group for group in self._groups(lambda asked: asked.deck)}
        return [groups.get(deck.id, Group(deck.id, 0, 0, 0.0, 0)) for deck in self._decks]

    def by_source(self) -> list[Group]:
        """Per article, by its title (its id where it has none), the most answered first."""
        titles = {(deck.id, source.id): source.title for deck in self._decks for source in deck.sources}
        groups = self._groups(lambda asked: titles.get((asked.deck, asked.source)) or asked.source)
        return sorted(groups, key=lambda group: (-group.answered, group.name))

    def weakest_speakers(self, count: int = 10) -> list[Group]:
        """The people whose words are known least, the weakest first."""
        return self._weakest(lambda asked: asked.speaker, count)

    def weakest_attributes(self, count: int = 10) -> list[Group]:
        """What is known least of things (their maker, their price...), the weakest first."""
        return self._weakest(lambda asked: asked.attribute, count)

    def judged(self) -> tuple[int, int]:
        """How many speakers and how many attributes have answers enough to be called weak or not."""
        return len(self._judged(lambda asked: asked.speaker)), len(self._judged(lambda asked: asked.attribute))

    def _judged(self, named: Callable[[_Asked], str | None]) -> list[Group]:
        """A rejected card is no more to be learnt, so that nothing is weak for it."""
        groups = self._groups(lambda asked: None if asked.barred else named(asked))
        return [group for group in groups if group.answered >= ENOUGH]

    def _weakest(self, named: Callable[[_Asked], str | None], count: int) -> list[Group]:
        groups = [group for group in self._judged(named) if group.right < group.answered]
        return sorted(groups, key=lambda group: (group.share, -group.answered, group.name))[:count]

    def _groups(self, name: Callable[[_Asked], str | None]) -> list[Group]:
        names: dict[str, str | None] = {}
        found: dict[str, list[Answered]] = {}
        for answer in self.answers:
            if answer.card in self._cards:
                if answer.card not in names:
                    names[answer.card] = name(self._cards[answer.card])
                key = names[answer.card]
                if key is not None:
                    found.setdefault(key, []).append(answer)
        return [
            Group(
                key, len(rows), sum(row.right for row in rows), round(sum(row.seconds for row in rows), 1),
                len({row.card for row in rows}),
            )
            for key, rows in found.items()
        ]  # fmt: skip
