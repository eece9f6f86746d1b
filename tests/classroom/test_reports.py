from random import Random

import pytest

from quiz.classroom import messages
from quiz.classroom.happening import Happening
from quiz.classroom.reports import ENOUGH, report
from tests.classroom.made import NOW
from tests.classroom.test_lesson import answer, lesson, place


def test_a_small_class_gets_counts_and_no_statistics() -> None:
    class_ = lesson(2, pupils=3, teams=2, forms=("choice", "text"))
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0), at=NOW + 2000)
    answer(class_, 1, 0, place(class_, 0, "Lens"), at=NOW + 6000)
    class_.apply(class_.closing(NOW))
    class_.apply(class_.opening(NOW))
    for seat in range(3):
        answer(class_, seat, 1, "Arles", at=NOW + 1000)
    class_.apply(class_.closing(NOW))
    told = report(class_, "Foires", NOW)
    first, second = told.asked
    assert (first.answered, first.right, first.share, first.seconds) == (2, 1, 0.5, 4)
    assert dict(zip(first.choices, first.chosen, strict=True)) == {"Autun": 1, "Lens": 1, "Brest": 0}
    assert second.typed == (("Arles", 3),)
    assert (first.facility, first.discrimination, first.suspects) == (None, None, ())
    assert [(pupil.right, pupil.answered, pupil.questions) for pupil in told.pupils] == [
        (1, 2, 2),
        (0, 2, 2),
        (0, 1, 2),
    ]
    assert [(team.number, team.members, team.share) for team in told.teams] == [(1, 2, 0.25), (2, 1, 0.0)]


def test_a_question_the_best_get_wrong_is_suspect() -> None:
    class_ = lesson(6, pupils=ENOUGH + 5)
    random = Random(5)
    for number in range(6):
        class_.apply(class_.opening(NOW))
        for seat in range(ENOUGH + 5):
            able = random.random() < (seat + 1) / 26
            knows = able if number else not able  # the first question is keyed wrongly
            answer(class_, seat, number, place(class_, number, "Autun" if knows else "Lens"))
        class_.apply(class_.closing(NOW))
    told = report(class_, "Foires", NOW)
    assert told.asked[0].discrimination is not None
    assert told.asked[0].discrimination < 0
    assert "reversed" in told.asked[0].suspects
    assert all(asked.discrimination is not None and asked.discrimination > 0 for asked in told.asked[1:])


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    class_ = lesson(3, pupils=ENOUGH)
    rows = [[seat % 2 == 0, seat % 4 < 2, seat < 12] for seat in range(ENOUGH)]
    for number in range(3):
        class_.apply(class_.opening(NOW))
        for seat in range(ENOUGH):
            answer(class_, seat, number, place(class_, number, "Autun" if rows[seat][number] else "Brest"))
        class_.apply(class_.closing(NOW))
    from statistics import correlation

    for number, asked in enumerate(report(class_, "Foires", NOW).asked):
        own = [float(row[number]) for row in rows]
        rest = [float(sum(row) - row[number]) for row in rows]
        assert asked.discrimination == pytest.approx(correlation(own, rest))


def test_who_came_after_the_close_has_not_missed_the_question() -> None:
    class_ = lesson(1, pupils=ENOUGH, teams=1)
    class_.apply(class_.opening(NOW))
    for seat in range(ENOUGH):
        answer(class_, seat, 0, place(class_, 0))
    class_.apply(class_.closing(NOW))
    for late in range(ENOUGH * 4):
        if len(class_.present) < class_.rules.seats:
            class_.apply(class_.seating(f"Tard {late}", f"late{late}", NOW + 1))
    told = report(class_, "Foires", NOW)
    assert (told.asked[0].facility, told.asked[0].suspects) == (1.0, ())
    assert {pupil.questions for pupil in told.pupils} == {0, 1}
    assert told.teams[0].share == 1.0


def test_who_was_sent_out_leaves_the_figures_on_the_wall() -> None:
    class_ = lesson(1, pupils=2)
    class_.apply(class_.opening(NOW))
    for seat in (0, 1):
        answer(class_, seat, 0, place(class_, 0))
    class_.apply(Happening("kicked", NOW, seat=1))
    class_.apply(class_.closing(NOW))
    shown = messages.asked(class_, 0, closed=True)
    assert (shown["answered"], shown["right"], sum(shown["spread"])) == (1, 1, 1)


def test_a_question_cut_short_by_the_end_is_nobody_s_miss() -> None:
    class_ = lesson(3, pupils=3, teams=1)
    class_.apply(class_.opening(NOW))
    for seat in range(3):
        answer(class_, seat, 0, place(class_, 0))
    class_.apply(class_.closing(NOW))
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 1, place(class_, 1))
    class_.apply(Happening("ended", NOW))
    told = report(class_, "Foires", NOW)
    assert [(one.right, one.questions) for one in told.pupils] == [(2, 2), (1, 1), (1, 1)]
    assert [one.number for one in told.asked] == [1, 2]
    assert told.teams[0].share == 1
    assert messages.mine(class_, class_.seats[1])["you"]["of"] == 1


def test_a_question_nobody_had_the_time_to_answer_is_not_in_the_report() -> None:
    class_ = lesson(2, pupils=2)
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0))
    class_.apply(class_.closing(NOW))
    class_.apply(class_.opening(NOW))
    class_.apply(Happening("ended", NOW))
    told = report(class_, "Foires", NOW)
    assert [one.number for one in told.asked] == [1]
    assert [(one.right, one.questions) for one in told.pupils] == [(1, 1), (0, 1)], "the first was put to both"


def test_at_ones_own_pace_what_was_not_reached_stays_unanswered() -> None:
    class_ = lesson(2, pupils=1, pace="free")
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0))
    class_.apply(Happening("ended", NOW))
    assert report(class_, "Foires", NOW).pupils[0].questions == 2
