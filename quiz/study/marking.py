"""What the first answer of a sitting loads: judging, grading, the learner's pace and the scheduler, behind one import.

It keeps nothing and writes nothing; the sitting does.
"""

from __future__ import annotations

from quiz.deck import Form
from quiz.study import hints  # noqa: F401  # so that the first hint need not be waited for either
from quiz.study.answers import Verdict, judge
from quiz.study.direction import judged
from quiz.study.grading import RECENT, Times, family, grade
from quiz.study.history import History
from quiz.study.outcome import Question
from quiz.study.scheduler import Scheduler, reviewed
from quiz.typography import safe_text

__all__ = ["Scheduler", "grade", "pace_kept", "reviewed", "said"]

GIVEN_LENGTH = 500


def said(question: Question, response: int | str) -> tuple[str, Verdict]:
    """What was given, as the log keeps it, and how right it is: the place of a choice, or what was typed (of a flipped
    card the learner is the judge). Raises LookupError where there is no such choice."""
    card = question.card
    if isinstance(response, int):
        if not 0 <= response < len(question.choices):
            raise LookupError("no such choice")
        chosen = question.choices[response].fr
        return chosen, Verdict("right" if chosen == card.answer.fr else "wrong", card.answer.fr)
    given = " ".join(safe_text(response[:GIVEN_LENGTH]).split())
    if card.form == "flip":
        return given, Verdict("right", card.answer.fr)
    return given, judge(judged(card, question.side), given)


def pace_kept(known: dict[Form, Times], history: History, form: Form) -> Times:
    """The learner's last times over cards of this form and its like, from the log and from this sitting."""
    times = known.get(form)
    if times is None:
        forms = family(form)
        times = Times(history.times(forms, RECENT))
        known.update(dict.fromkeys(forms, times))
    return times
