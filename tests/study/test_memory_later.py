"""An answer is one row; what is remembered of its card is brought up from there when somebody reads it, and nobody can
tell the difference."""

import shutil
import sqlite3
from contextlib import closing, suppress

import pytest

from quiz.errors import QuizError
from quiz.study import history as door
from quiz.study import store
from quiz.study.acts import undoing
from quiz.study.history import History
from quiz.study.merging import log_of, merge
from quiz.study.order import Limits
from quiz.study.rows import is_behind
from quiz.study.session import Session
from tests.study.samples import Clock, many, opened, play


@pytest.fixture
def clock():
    return Clock()


def written(folder):
    """What the tables in a file say, whoever has it open: (cards remembered, answers not told to `memory` yet)."""
    with closing(sqlite3.connect(folder / "history.sqlite")) as db:
        (remembered,) = db.execute("SELECT count(*) FROM memory WHERE reps > 0").fetchone()
        (waiting,) = db.execute("SELECT count(*) FROM event WHERE substr(left, 1, 1) = X'2B'").fetchone()
    return remembered, waiting


def test_answers_are_told_to_the_memory_when_it_is_read(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(10)]), clock, most=6)
        assert written(tmp_path) == (1, 5)  # the first answer enters the learner, which takes a transaction anyway
        assert len(history.standings()) == 6
        assert written(tmp_path) == (6, 0)
        assert history.verify() == []


def test_closing_leaves_nothing_to_be_told(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(10)]), clock, most=6)
    assert written(tmp_path) == (6, 0)


def test_another_process_sees_what_was_answered_a_moment_ago(tmp_path, clock):
    with opened(tmp_path, clock) as history, opened(tmp_path, clock) as other:
        assert other.standings() == {}
        session = Session.begin(history, [many(10)])
        play(session, clock, most=6)
        asked = session.question().card.id
        assert [other.memory(name).reps for name in other.standings()] == [1] * 6
        play(session, clock, most=1)
        with History.open(tmp_path / "history.sqlite", clock, read_only=True) as looking:
            assert looking.memory(asked).reps == 1
            play(session, clock, most=1)
            assert len(looking.standings()) == 8
        assert written(tmp_path)[1] == 2  # whoever only looks has written nothing
    assert written(tmp_path) == (8, 0)


def test_an_answer_to_a_card_that_was_answered_elsewhere_follows_on_that(tmp_path, clock):
    with opened(tmp_path, clock) as history, opened(tmp_path, clock) as other:
        here, there = (Session.begin(one, [many(4)]) for one in (history, other))
        play(here, clock, most=1)
        play(there, clock, most=2)  # both know four cards as new
        play(here, clock, most=2)
        clock.pass_(minutes=1)
        events = list(history.log())
        assert [event.seq for event in events] == [1, 2, 3, 4, 5]
        for event in events:
            before = [past for past in events if past.card == event.card and past.seq < event.seq]
            assert event.before == (before[-1].after if before else None)
        assert history.verify() == []


def test_what_was_answered_elsewhere_meanwhile_is_not_taken_back(tmp_path, clock):
    with opened(tmp_path, clock) as history, opened(tmp_path, clock) as other:
        here = Session.begin(history, [many(4)])
        play(here, clock, most=2)
        old = next(history.log())
        clock.pass_(minutes=30)
        play(Session.begin(other, [many(4)]), clock, most=4)
        with pytest.raises(QuizError, match="history-moved-on"):
            history.write([undoing(old)])


def test_a_kill_leaves_answers_that_the_next_start_tells(tmp_path, clock):
    folder = tmp_path / "killed"
    folder.mkdir()
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(10)]), clock, most=6)
        for ending in ("sqlite", "sqlite-wal", "journal"):
            shutil.copy(tmp_path / f"history.{ending}", folder)
    assert written(folder)[1] == 5
    shutil.copytree(folder, tmp_path / "looked at")
    with History.open(tmp_path / "looked at" / "history.sqlite", clock, read_only=True) as history:
        assert len(history.standings()) == 6
    with opened(folder, clock) as history:
        assert written(folder) == (6, 0)
        assert history.verify() == []


def test_a_full_disk_hides_nothing_that_was_answered(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(400)], Limits(new=400))
        (pages,) = history.db.execute("PRAGMA page_count").fetchone()
        history.db.execute(f"PRAGMA max_page_count = {pages}")
        answered = 0
        with suppress(QuizError):
            for _ in range(400):
                session.answer("x" * 300)
                answered += 1
        assert 3 < answered < 400
        assert len(history.standings()) == len({event.card for event in history.log()})
        assert len(list(history.log())) == answered
        history._db.execute("PRAGMA max_page_count = 100000")
        play(session, clock, most=3)
        assert history.verify() == []


def test_the_memory_is_told_now_and_then_though_nobody_reads_it(tmp_path, clock, monkeypatch):
    monkeypatch.setattr(door, "_BEHIND", 4)
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(20)]), clock, most=8)
        assert written(tmp_path) == (5, 3)


def test_a_card_answered_twice_is_remembered_as_last_answered(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(2)])
        for _ in range(6):
            if session.question() is None:
                break
            session.answer("faux", 3.0)
            clock.pass_(minutes=2)
        assert written(tmp_path)[1] > 2
        assert {name: history.memory(name).reps for name in history.standings()} == {"m0": 3, "m1": 3}
        assert history.verify() == []


def test_histories_are_merged_with_what_was_just_answered(tmp_path, clock):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with opened(tmp_path / "a", clock) as one, opened(tmp_path / "b", clock) as other:
        play(Session.begin(one, [many(5)]), clock, most=5)
        clock.pass_(hours=1)
        play(Session.begin(other, [many(8)]), clock, most=8)
        assert is_behind(one._db)
        assert merge(one, log_of(other)).added == 8
        assert one.verify() == []
        assert len(one.standings()) == 8


def test_a_history_of_the_sixth_version_goes_on(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(10)]), clock, most=6)
        events = list(history.log())
    with closing(sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)) as db:
        db.execute("DROP TABLE brought_up")
        db.execute("PRAGMA user_version = 6")
    with History.open(tmp_path / "history.sqlite", clock, read_only=True) as history:
        assert len(history.standings()) == 6
    with opened(tmp_path, clock) as history:
        assert list(history.log()) == events
        play(Session.begin(history, [many(10)]), clock, most=2)
        assert history.verify() == []


def test_the_write_ahead_log_is_laid_out_before_the_first_answer(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(60)])
        session.question()
        session.warm()
        log = tmp_path / "history.sqlite-wal"
        size = log.stat().st_size
        assert size == store._LOG_SIZE
        with opened(tmp_path, clock) as other:  # which finds zeros, and no frames, where nothing was written yet
            assert other.verify() == []
        play(session, clock, most=30)
        assert log.stat().st_size == size
        assert history.verify() == []
