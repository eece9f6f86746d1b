"""The figures of study."""

import json

from quiz.study.history import History
from quiz.study.session import Session
from quiz.study.stats import stats
from tests.study.samples import Clock, card, deck, many, opened, play


def test_nothing_studied_yet(tmp_path):
    path = tmp_path / "history.sqlite"
    with History.open(path, Clock(), read_only=True, learner="Ada") as history:
        figures = stats(history, [many(30)])
    assert (figures["learner"], figures["reviews"], figures["due"], figures["new"]) == ("Ada", 0, 0, 20)
    assert (figures["streak"], figures["retention"], figures["cards"], figures["unseen"]) == (0, None, 30, 30)
    assert len(figures["days"]) == 30
    assert json.loads(json.dumps(figures)) == figures


def test_two_days_of_study(tmp_path):
    clock, decks = Clock(), [many(6)]
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, decks), clock)
        clock.pass_(days=3)
        session = Session.begin(history, decks)
        session.answer("faux", 10.0)
        session.answer(session.question().card.answer.fr, 8.0)
        figures = stats(history, decks)
        assert figures["reviews"] == 14
        assert figures["right"] == 13
        assert (figures["reviews_today"], figures["seconds_today"]) == (2, 18)
        assert figures["retention"] == 0.5
        assert (figures["streak"], figures["days"][-1], figures["days"][-4]) == (1, 2, 12)
        assert (figures["due"], figures["learning"], figures["unseen"]) == (5, 1, 0)
        session.undo()
        assert stats(history, decks)["reviews"] == 13
        clock.pass_(days=1)
        assert stats(history, decks)["streak"] == 1
        clock.pass_(days=1)
        assert stats(history, decks)["streak"] == 0


def test_cram_does_not_count(tmp_path):
    clock, decks = Clock(), [many(3)]
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, decks, cram=True), clock)
        assert stats(history, decks)["reviews"] == 0


def test_a_flipped_card_counts_as_the_learner_judged_it(tmp_path):
    clock, decks = Clock(), [deck(card("f1", form="flip"))]
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, decks)
        session.answer("")
        session.regrade(1)
        session.regrade(3)
        session.regrade(1)
        assert (stats(history, decks)["reviews"], stats(history, decks)["right"]) == (1, 0)
