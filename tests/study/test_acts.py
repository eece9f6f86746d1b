"""What a learner does to cards besides answering, each taken back by its name."""

import pytest

from quiz.errors import QuizError
from quiz.study.acts import REASONS, Report
from quiz.study.history import History
from quiz.study.memory import milliseconds
from quiz.study.session import Session
from tests.study.samples import Clock, deck, many, opened, play


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(tmp_path, clock):
    with opened(tmp_path, clock) as one:
        play(Session.begin(one, [many(6)]), clock)
        yield one


def asked(history, count=12):
    """The ids that a sitting over all cards would ask as new ones."""
    found = set()
    session = Session.begin(history, [many(count)])
    for entry in session._queues.new:
        found.add(entry.card.id)
    return found


@pytest.mark.parametrize("name", ["bury", "suspend", "reject"])
def test_cards_are_put_aside_together_and_come_back_with_undo(history, name):
    before = asked(history)
    act = getattr(history, name)("m7", "m8", "m0")
    assert (act.name, act.cards) == (name, ("m7", "m8", "m0"))
    assert asked(history) == before - {"m7", "m8"}
    assert history.undo() is act
    assert asked(history) == before
    assert history.memory("m7") is None
    assert history.memory("m0").reps == 2
    assert history.undo() is None


def test_what_is_so_already_is_not_written_again(history):
    history.suspend("m0")
    assert history.suspend("m0", "m1").cards == ("m1",)
    assert history.suspend("m0").cards == ()
    assert [act.cards for act in history.acts] == [("m0",), ("m1",)]


def test_fetching_back(history, clock):
    history.suspend("m7", "m0")
    history.bury("m8")
    history.unsuspend("m7", "m0")
    history.unbury("m8")
    assert {"m7", "m8"} <= asked(history)
    assert not history.memory("m0").suspended


def test_a_card_begun_again_is_new_and_its_past_stays_in_the_log(history):
    known = history.memory("m1")
    history.reset("m1")
    assert history.memory("m1") is None
    assert "m1" in asked(history)
    assert [event.kind for event in history.log("m1")] == ["review", "review", "reset"]
    assert history.undo().name == "reset"
    assert history.memory("m1") == known
    assert history.verify() == []


def test_an_act_whose_card_has_been_answered_since_stays(history, clock):
    act = history.reset("m1")
    session = Session.begin(history, [many(12)])
    play(session, clock)
    with pytest.raises(QuizError) as caught:
        history.undo(act)
    assert caught.value.key == "history-moved-on"
    assert history.acts == [act]


def test_several_cards_are_taken_back_all_or_none(history, clock):
    act = history.suspend("m0", "m1")
    history.unsuspend("m0")
    with pytest.raises(QuizError):
        history.undo(act)
    assert history.memory("m1").suspended


@pytest.mark.parametrize("reason", REASONS)
def test_a_report_stands_until_it_is_settled_or_taken_back(history, clock, reason):
    history.report("m3", reason, "  deux \x1b[31mréponses\n justes ")
    assert history.reports() == [Report("m3", reason, "deux réponses justes", "moi", milliseconds(clock.now))]
    history.settle("m3")
    assert history.reports() == []
    history.undo()
    assert len(history.reports()) == 1
    history.undo()
    assert history.reports() == []


def test_a_report_can_be_taken_back_after_the_card_was_answered(history, clock):
    act = history.report("m3", "wrong")
    clock.pass_(days=4)
    play(Session.begin(history, [many(6)]), clock)
    history.undo(act)
    assert history.reports() == []


def test_reports_of_all_learners_are_seen(tmp_path, clock):
    for learner in ("Ada", "Basile"):
        with opened(tmp_path, clock, learner=learner) as history:
            history.report("m1", "unclear")
    with opened(tmp_path, clock) as history:
        assert [report.learner for report in history.reports()] == ["Ada", "Basile"]


def test_a_card_forgotten_too_often_is_reported(tmp_path, clock):
    decks = [deck(*many(1).cards)]
    with opened(tmp_path, clock) as history:
        for _ in range(30):
            session = Session.begin(history, decks)
            if session.question() and session.question().state == "review":
                session.answer("faux")
            play(session, clock)
            clock.pass_(days=30)
        assert [(report.card, report.reason) for report in history.reports()] == [("m0", "leech")]


def test_no_other_reason(history):
    with pytest.raises(ValueError):
        history.report("m1", "boring")


def test_acts_survive_the_loss_of_the_database(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        history.suspend("m1", "m2")
        history.report("m3", "language", "« dû »")
        expected = list(history.log())
    (tmp_path / "history.sqlite").unlink()
    with History.open(tmp_path / "history.sqlite", clock) as history:
        assert list(history.log()) == expected
        assert history.reports()[0].text == "« dû »"
