"""What a lesson comes to: each question, each pupil, each team. Figures only; how they are written down is `reports_*`.

Facility is the share of right answers among those who were there before the question was closed; discrimination, the
correlation of being right here with being right elsewhere (corrected point-biserial), and both mean something from
`ENOUGH` pupils on only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, pstdev

from quiz.classroom.lesson import Lesson, Round
from quiz.classroom.messages import right_choice
from quiz.deck import Card

ENOUGH = 20
"""Pupils from which a question can be judged by its answers."""
_HARD = 0.25
"""Facility under which hardly anybody knows; with three choices a third guess right."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the lesson. `chosen` counts each choice in the order shown, `typed` the wrong texts, most first.
    `facility` and `discrimination` are None with too few pupils; `suspects` says why the question may be a bad one."""

    number: int
    card: Card
    choices: tuple[str, ...]
    answered: int
    right: int
    share: float | None
    chosen: tuple[int, ...]
    typed: tuple[tuple[str, int], ...]
    seconds: float | None
    facility: float | None
    discrimination: float | None
    suspects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pupil:
    """One pupil: the name shown, the team counted from 1, right answers of those given, of the questions asked while
    they were there."""

    name: str
    team: int | None
    right: int
    answered: int
    questions: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Team:
    """One team: its members and their share of right answers over the questions they were there for."""

    number: int
    members: int
    share: float


@dataclass(frozen=True, slots=True)
class Report:
    """A whole lesson."""

    lesson: str
    title: str
    begun: int
    asked: tuple[Asked, ...]
    pupils: tuple[Pupil, ...]
    teams: tuple[Team, ...]


def report(lesson: Lesson, title: str, begun: int) -> Report:
    """The figures of a lesson, over the questions that count: asked, closed and not skipped."""
    rounds = [(number, asked) for number, asked in enumerate(lesson.rounds) if asked.counts]
    seats = lesson.present
    right = {
        seat.id: sum(asked.answers[seat.id].right for _, asked in rounds if seat.id in asked.answers) for seat in seats
    }
    questions = tuple(
        _asked(number, asked, {seat.id: right[seat.id] for seat in seats if asked.saw(seat)})
        for number, asked in rounds
    )
    pupils = []
    for seat in seats:
        given = [asked.answers[seat.id] for _, asked in rounds if seat.id in asked.answers]
        seconds = median(one.seconds for one in given) if given else None
        team = None if seat.team is None else seat.team + 1
        pupils.append(Pupil(seat.name, team, right[seat.id], len(given), lesson.put_to(seat.id), seconds))
    teams = tuple(
        Team(number + 1, sum(seat.team == number for seat in seats), share)
        for number, share in enumerate(lesson.team_shares())
    )
    return Report(lesson.id, title, begun, questions, tuple(pupils), teams)


def _asked(number: int, asked: Round, there: dict[int, int]) -> Asked:
    """The figures of one question; `there` has the right answers in the whole lesson of each pupil it was put to."""
    given = {seat: one for seat, one in asked.answers.items() if seat in there}
    wrong: dict[str, int] = {}
    for one in given.values():
        if one.text is not None and not one.right:
            wrong[one.text] = wrong.get(one.text, 0) + 1
    chosen = tuple(sum(one.choice == k for one in given.values()) for k in range(len(asked.choices)))
    count = sum(one.right for one in given.values())
    facility = discrimination = None
    if len(there) >= ENOUGH:
        facility = count / len(there)
        here = [float(seat in given and given[seat].right) for seat in there]
        discrimination = _correlation(here, [all_ - one for all_, one in zip(there.values(), here, strict=True)])
    key = right_choice(asked)
    suspects = []
    if facility is not None and facility < _HARD:
        suspects.append("hard")
    if discrimination is not None and discrimination < 0:
        suspects.append("reversed")
    if facility is not None and key is not None and max(chosen) > chosen[key]:
        suspects.append("rival")
    return Asked(
        number=number + 1,
        card=asked.card,
        choices=tuple(choice.fr for choice in asked.choices),
        answered=len(given),
        right=count,
        share=count / len(given) if given else None,
        chosen=chosen,
        typed=tuple(sorted(wrong.items(), key=lambda item: (-item[1], item[0]))),
        seconds=median(one.seconds for one in given.values()) if given else None,
        facility=facility,
        discrimination=discrimination,
        suspects=tuple(suspects),
    )


def _correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's r, or None where one of them does not vary."""
    spread = pstdev(one) * pstdev(other)
    if spread == 0:
        return None
    middle, far = fmean(one), fmean(other)
    shared = fmean((a - middle) * (b - far) for a, b in zip(one, other, strict=True))
    return max(-1.0, min(1.0, shared / spread))
