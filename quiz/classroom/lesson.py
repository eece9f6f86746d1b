"""A lesson as it stands: who sits where, which question is open, who answered what. Rules of a class, and no network.

Methods in -ing turn a wish into a `Happening` or refuse it; `apply` takes a happening and nothing else changes the
lesson, so that replaying what was kept gives the same lesson. Time comes in with the happenings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from quiz.classroom.happening import Happening
from quiz.deck import Bilingual, Card
from quiz.study.answers import judge
from quiz.study.class_cards import choices_of
from quiz.typography import safe_text

Pace = Literal["teacher", "free"]
Phase = Literal["lobby", "open", "closed", "ended"]

LONGEST_ANSWER = 200
"""Characters of a typed answer that are read."""


class Refused(Exception):
    """A wish that the rules do not grant; `why` is a word of the protocol ("locked", "full", "closed", ...)."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Rules:
    """What the teacher chose before the lesson. `seconds` is the time to answer, None for no timer."""

    pace: Pace = "teacher"
    seconds: int | None = None
    late: bool = True
    free_names: bool = False
    teams: int = 0
    seats: int = 60


@dataclass(slots=True)
class Seat:
    """One pupil. At a free pace `at` is the round the seat is at, and `settled` whether it has seen its key."""

    id: int
    name: str
    token: str
    team: int | None
    joined: int
    at: int = 0
    settled: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it stands: a choice or a text, whether it is right, the seconds since the question was opened, and
    the client's own count of its answers, which makes a repeated message harmless."""

    choice: int | None
    text: str | None
    right: bool
    seconds: float
    number: int


@dataclass(slots=True)
class Round:
    """One card of the lesson, with its choices in the order every screen shows them; when it was asked and closed, in
    milliseconds since 1970."""

    card: Card
    choices: tuple[Bilingual, ...]
    opened: int | None = None
    closed_at: int | None = None
    skipped: bool = False
    cut: bool = False
    """Closed by nothing but the end of the lesson, so that nobody who had not answered has had the time to."""
    answers: dict[int, Given] = field(default_factory=dict)

    @property
    def closed(self) -> bool:
        """Whether the time to answer is over."""
        return self.closed_at is not None

    @property
    def counts(self) -> bool:
        """Whether it was asked and closed, and neither left out nor cut short before anybody answered."""
        return self.opened is not None and self.closed and not self.skipped and bool(self.answers or not self.cut)

    def saw(self, seat: Seat) -> bool:
        """Whether a pupil was there before the question was closed, and until then: who came later, or was cut short
        by the end of the lesson, has not missed it."""
        if seat.id in self.answers or self.closed_at is None:
            return True
        return not self.cut and seat.joined <= self.closed_at


class Lesson:
    """The state. `changed` counts happenings, and numbers the messages about it."""

    def __init__(self, id: str, cards: Sequence[Card], rules: Rules) -> None:  # noqa: A002
        """`id` names the lesson and seeds the order of the choices. `cards` are the rounds, in their order."""
        self.id = id
        self.rules = rules
        self.rounds = [Round(card, choices_of(card, id)) for card in cards]
        self.seats: dict[int, Seat] = {}
        self.at: int | None = None
        self.phase: Phase = "lobby"
        self.locked = False
        self.banned: set[str] = set()
        self.paused_at: int | None = None
        self.paused_for = 0
        self.changed = 0

    # ---- what may happen

    def seating(self, name: str, token: str, at: int) -> Happening:
        """A new pupil. Raises Refused "ended", "locked", "late", "full" or "taken" (the name)."""
        if self.phase == "ended":
            raise Refused("ended")
        if self.locked:
            raise Refused("locked")
        if self.phase != "lobby" and not self.rules.late:
            raise Refused("late")
        if len(self.present) >= self.rules.seats:
            raise Refused("full")
        if self.taken(name):
            raise Refused("taken")
        team = None
        if self.rules.teams:
            sizes = dict.fromkeys(range(self.rules.teams), 0)
            for seat in self.present:
                if seat.team is not None:
                    sizes[seat.team] += 1
            team = min(sizes, key=lambda one: (sizes[one], one))
        return Happening("seated", at, seat=len(self.seats), text=name, token=token, number=team)

    def taken(self, name: str) -> bool:
        """Whether somebody present has this name, whatever its case."""
        return any(seat.name.casefold() == name.casefold() for seat in self.present)

    def opening(self, at: int) -> Happening:
        """Begin, or go on to the next question. Raises Refused "no-more", "open" or "ended"."""
        if self.phase == "ended":
            raise Refused("ended")
        if self.phase == "open":
            raise Refused("open")
        if self.rules.pace == "free":
            return Happening("opened", at)
        following = next(self._unasked(), None)
        if following is None:
            raise Refused("no-more")
        return Happening("opened", at, round=following)

    def answering(self, seat: int, round: int, number: int, value: object, at: int) -> Happening | None:  # noqa: A002
        """A pupil's answer, or None where this very message has been taken already. Raises Refused "closed", "paused"
        or "bad"."""
        if not isinstance(round, int) or isinstance(round, bool) or not 0 <= round < len(self.rounds):
            raise Refused("bad")
        asked = self.rounds[round]
        before = asked.answers.get(seat)
        if before is not None and number <= before.number:
            return None
        if self.paused_at is not None:
            raise Refused("paused")
        if not self._may_answer(self.seats[seat], round, at):
            raise Refused("closed")
        if asked.choices:
            if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < len(asked.choices):
                raise Refused("bad")
            return Happening("answered", at, seat=seat, round=round, number=number, choice=value)
        if not isinstance(value, str):
            raise Refused("bad")
        text = " ".join(safe_text(value[:LONGEST_ANSWER]).split())
        if not text:
            raise Refused("bad")
        return Happening("answered", at, seat=seat, round=round, number=number, text=text)

    def going_on(self, seat: int, round: int, at: int) -> Happening | None:  # noqa: A002
        """Free pace: the seat asks for the key of its round, then for the next one. None where that is done already.
        Raises Refused "closed", "paused" or "bad" (no answer yet)."""
        mine = self.seats[seat]
        if self.rules.pace != "free" or self.phase != "open":
            raise Refused("closed")
        if self.paused_at is not None:
            raise Refused("paused")
        if round != mine.at or mine.at >= len(self.rounds):
            return None
        if mine.settled:
            return Happening("advanced", at, seat=seat, round=round)
        if seat not in self.rounds[round].answers:
            raise Refused("bad")
        return Happening("settled", at, seat=seat, round=round)

    def closing(self, at: int) -> Happening:
        """End the time to answer. Raises Refused "closed"."""
        if self.phase != "open":
            raise Refused("closed")
        return Happening("closed", at, round=self.at)

    def skipping(self, at: int) -> Happening:
        """Leave the question on screen out of the lesson. Raises Refused "closed"."""
        if self.at is None or self.phase not in ("open", "closed"):
            raise Refused("closed")
        return Happening("skipped", at, round=self.at)

    def going_back(self, at: int) -> Happening:
        """Look again at the question before the one on screen. Raises Refused "open" or "no-more"."""
        if self.phase == "open":
            raise Refused("open")
        earlier = [k for k, asked in enumerate(self.rounds) if asked.closed and (self.at is None or k < self.at)]
        if not earlier:
            raise Refused("no-more")
        return Happening("shown", at, round=earlier[-1])

    def _unasked(self) -> Iterator[int]:
        return (k for k, asked in enumerate(self.rounds) if asked.opened is None and not asked.skipped)

    def _may_answer(self, seat: Seat, round: int, at: int) -> bool:  # noqa: A002
        if self.phase != "open":
            return False
        if self.rules.pace == "free":
            return round == seat.at and not seat.settled
        deadline = self.deadline
        return round == self.at and (deadline is None or at <= deadline)

    # ---- what has happened

    def apply(self, act: Happening) -> None:
        """Take a happening that the rules granted. Nothing else changes a lesson."""
        self.changed += 1
        match act.kind:
            case "seated":
                assert act.seat is not None
                self.seats[act.seat] = Seat(act.seat, act.text or "", act.token or "", act.number, act.at)
            case "renamed":
                self.seats[act.seat or 0].name = act.text or ""
            case "kicked" | "banned":
                self._send_away(act)
            case "locked" | "unlocked":
                self.locked = act.kind == "locked"
            case "opened":
                self._open(act)
            case "answered":
                self._answer(act)
            case "closed":
                self.phase = "closed"
                self._round(act).closed_at = act.at
                self.paused_at = None
            case "skipped":
                self._round(act).skipped = True
                self._round(act).closed_at = act.at
                self.phase = "closed"
                self.paused_at = None
            case "shown":
                self.at, self.phase = act.round, "closed"
            case "settled":
                self.seats[act.seat or 0].settled = True
            case "advanced":
                seat = self.seats[act.seat or 0]
                seat.at, seat.settled = seat.at + 1, False
            case "paused":
                self.paused_at = act.at
            case "resumed":
                if self.paused_at is not None:
                    self.paused_for += max(0, act.at - self.paused_at)
                self.paused_at = None
            case "ended":
                self._end(act)

    def _send_away(self, act: Happening) -> None:
        """A pupil goes, and with them their answers; what is banned is the machine."""
        self.seats[act.seat or 0].gone = True
        for asked in self.rounds:
            asked.answers.pop(act.seat or 0, None)
        if act.kind == "banned" and act.text:
            self.banned.add(act.text)

    def _open(self, act: Happening) -> None:
        self.phase, self.at = "open", act.round
        self.paused_at, self.paused_for = None, 0
        for asked in self.rounds if act.round is None else [self.rounds[act.round]]:
            asked.opened = act.at

    def _answer(self, act: Happening) -> None:
        assert act.seat is not None
        asked = self._round(act)
        if act.choice is not None:
            right = asked.choices[act.choice].fr == asked.card.answer.fr
        else:
            right = judge(asked.card, act.text or "").judgement != "wrong"
        seconds = max(0, act.at - (asked.opened or act.at) - self.paused_for) / 1000
        asked.answers[act.seat] = Given(act.choice, act.text, right, seconds, act.number or 0)

    def _end(self, act: Happening) -> None:
        for asked in self.rounds:
            if asked.opened is not None and not asked.closed:
                asked.closed_at = act.at
                asked.cut = self.rules.pace == "teacher"  # at a free pace the end is what closes them all
        self.phase, self.at, self.paused_at = "ended", None, None

    def _round(self, act: Happening) -> Round:
        assert act.round is not None
        return self.rounds[act.round]

    # ---- what it comes to

    @property
    def deadline(self) -> int | None:
        """When the open question closes by itself, in milliseconds; None without a timer, or while paused."""
        if self.rules.seconds is None or self.phase != "open" or self.at is None or self.paused_at is not None:
            return None
        return (self.rounds[self.at].opened or 0) + self.paused_for + self.rules.seconds * 1000

    @property
    def present(self) -> list[Seat]:
        """The pupils who have not been sent away, in the order they came."""
        return [seat for seat in self.seats.values() if not seat.gone]

    def counted(self) -> list[Round]:
        """The rounds that count: asked, closed and not skipped."""
        return [one for one in self.rounds if one.counts]

    def put_to(self, seat: int) -> int:
        """How many of the questions that count a seat was there for."""
        return sum(asked.saw(self.seats[seat]) for asked in self.counted())

    def score(self, seat: int) -> int:
        """How many closed questions the seat has right; at a free pace, those whose key it has seen."""
        mine = self.seats[seat]
        free = self.rules.pace == "free" and self.phase != "ended"
        done = mine.at + mine.settled if free else len(self.rounds)
        rounds = self.rounds[:done] if free else self.counted()
        return sum(asked.answers[seat].right for asked in rounds if seat in asked.answers and not asked.skipped)

    def team_shares(self) -> list[float]:
        """The share of right answers of each team, over the questions that count and the members who were there for
        them: 0 to 1."""
        rounds = self.counted()
        shares = []
        for team in range(self.rules.teams):
            members = [seat for seat in self.present if seat.team == team]
            possible = sum(asked.saw(member) for asked in rounds for member in members)
            shares.append(sum(self.score(member.id) for member in members) / possible if possible else 0.0)
        return shares


def replay(id: str, cards: Sequence[Card], rules: Rules, acts: Iterable[Happening]) -> Lesson:  # noqa: A002
    """The lesson as it stood after these happenings."""
    lesson = Lesson(id, cards, rules)
    for act in acts:
        lesson.apply(act)
    return lesson
