"""The grade an answer gets by itself."""

from random import Random

import pytest

from quiz.study.events import Help
from quiz.study.grading import RECENT, Pace, Times, grade, pace_of

NO_HELP = Help()
PACE = Pace(10, mean=8.0, deviation=2.0)


@pytest.mark.parametrize("help_used", [Help(), Help(hint=True)])
@pytest.mark.parametrize("stage", ["new", "learning", "review"])
def test_wrong_is_again_whatever_else(help_used, stage):
    assert grade("wrong", "number", stage, 1.0, help_used, PACE) == 1


def test_right_is_good():
    assert grade("right", "number", "new", 30.0, NO_HELP, PACE) == 3
    assert grade("right", "choice", "review", 8.0, NO_HELP, PACE) == 3


@pytest.mark.parametrize("help_used", [Help(hint=True), Help(english=True), Help(retry=True), Help(gloss=True)])
def test_help_makes_it_hard(help_used):
    assert grade("right", "choice", "learning", 2.0, help_used, PACE) == 2


def test_a_near_miss_is_hard():
    assert grade("near", "text", "review", 8.0, NO_HELP, PACE) == 2


def test_slow_is_hard_only_in_review_and_only_once_the_pace_is_known():
    assert grade("right", "choice", "review", 10.1, NO_HELP, PACE) == 2
    assert grade("right", "choice", "review", 9.9, NO_HELP, PACE) == 3
    assert grade("right", "choice", "learning", 59.0, NO_HELP, PACE) == 3
    assert grade("right", "choice", "review", 59.0, NO_HELP, Pace(4, 8.0, 2.0)) == 3


def test_easy_is_for_fast_typed_reviews_alone():
    assert grade("right", "number", "review", 3.9, NO_HELP, PACE) == 4
    assert grade("right", "choice", "review", 0.5, NO_HELP, PACE) == 3
    assert grade("right", "true-false", "review", 0.5, NO_HELP, PACE) == 3
    assert grade("right", "number", "new", 0.5, NO_HELP, PACE) == 3


def test_a_coffee_counts_as_a_minute():
    assert pace_of([60.0, 4000.0]) == Pace(2, 60.0, 0.0)
    # a learner who always takes a minute is not slow when the phone rings
    assert grade("right", "choice", "review", 4000.0, NO_HELP, Pace(5, 60.0, 0.0)) == 3


def test_the_pace_of_nothing_is_unknown():
    assert pace_of([]).reviews == 0
    assert pace_of([2.0, 4.0]).mean == 3.0
    assert pace_of([2.0, 4.0]).deviation == pytest.approx(1.0)


def test_the_pace_kept_as_times_come_and_go_is_the_pace_of_the_last():
    draw = Random(4)
    seconds = [draw.choice([draw.uniform(0, 80), 6.0]) for _ in range(RECENT + 150)]
    times = Times(seconds[149::-1])
    for time in seconds[150:]:
        times.add(time)
    assert times.pace == pace_of(reversed(seconds[-RECENT:]))
    assert pace_of([6.0] * RECENT) == Pace(RECENT, 6.0, 0.0)
