"""Histories of earlier versions: what they say is said by today's too, in less room."""

import random
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.study.events import Answer, Event, Help, memories
from quiz.study.history import History
from quiz.study.journal import Header, Journal
from quiz.study.memory import Memory
from quiz.study.merging import log_of, merge
from quiz.study.store import journal_of
from tests.study.old_histories import older
from tests.study.samples import Clock, deck_played, opened
from tests.study.test_merging import ACTS, lived


@pytest.fixture
def clock():
    return Clock()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS, ACTS)
def test_a_history_of_the_fourth_version_says_the_same_today(acts, more):
    folder = Path(tempfile.mkdtemp())
    try:
        clock = Clock()
        with opened(folder / "a", clock) as a, opened(folder / "b", clock, learner="Zoé") as b:
            lived({"a": a, "b": b}, [("ab"[n % 2], *rest) for n, (_, *rest) in enumerate(acts)], clock)
            merge(a, log_of(b).by("moi" if len(more) % 2 else None))
            lived({"a": a}, [("a", *rest) for _, *rest in more], clock)
            events = log_of(a).events
        path = older(folder / "history.sqlite", events, 4)
        Journal(journal_of(path)).create(Header("0" * 32, 0), events)
        for _ in range(2):
            with opened(folder, clock) as history:
                assert log_of(history).events == events
                assert history.verify() == []
                for (learner, card), memory in memories(events).items():
                    assert learner != history.learner or history.memory(card) == memory
    finally:
        shutil.rmtree(folder)


def test_an_older_history_takes_half_the_room_once_it_is_opened(tmp_path, clock):
    fresh = deck_played(tmp_path / "fresh", 2000, clock.now, "0" * 32)
    with History.open(fresh, clock) as history:
        events = log_of(history).events
    (tmp_path / "old").mkdir()
    path = older(tmp_path / "old" / "history.sqlite", events, 4)
    before = path.stat().st_size
    with History.open(path, clock) as history:
        assert log_of(history).events == events
    assert path.stat().st_size < 0.75 * before


def test_any_id_of_a_card_and_any_answer_is_kept_as_it_is(tmp_path, clock):
    """Twelve hexadecimal digits are kept in six bytes; what only looks like them is not."""
    draw = random.Random(5)
    names = [
        "00000000000a",
        "ffffffffffff",
        "FFFFFFFFFFFF",
        "0123456789ab",
        "0123456789aB",
        "00 11 22 33 ",
        "m1",
        "é" * 12,
    ]
    events = []
    for number, name in enumerate(names, 1):
        seconds = draw.choice([0.0, 1.234, 0.1 + 0.2, 1e12, 86_399.999])
        form, rating = draw.choice([("number", 3), ("poème", 3), ("choice", 9)])
        after = Memory("review", -1, 2.3, 2.1, 5 - number, number, 700_000, 699_000, 2)
        answer = Answer(form, "44", draw.choice(["right", "near"]), seconds, Help(gloss=True), 3, rating)
        events.append(Event(number, "moi", -number * 10**8, 700_000, "review", name, None, after, None, answer))
    Journal(journal_of(tmp_path / "history.sqlite")).create(Header("0" * 32, 0), events)
    with opened(tmp_path, clock) as history:
        assert log_of(history).events == tuple(events)
        assert set(history.standings()) == history.met() == set(names)
        assert {card for card, _ in history.reviews()} == set(names)
        assert history.verify() == []
        assert [event.card for event in history.log("00000000000a")] == ["00000000000a"]


def test_a_migration_without_room_leaves_the_older_history_whole(tmp_path, clock):
    fresh = deck_played(tmp_path / "fresh", 500, clock.now, "0" * 32)
    with History.open(fresh, clock) as history:
        events = log_of(history).events
    path = older(tmp_path / "history.sqlite", events, 4)
    with sqlite3.connect(path, isolation_level=None) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages}")
        from quiz.study import migrations, store

        with pytest.raises(sqlite3.Error), store.transaction(db):
            migrations.migrate(db)
        assert db.execute("PRAGMA user_version").fetchone() == (4,)
        assert db.execute("SELECT count(*) FROM event").fetchone() == (len(events),)
    db.close()
    with History.open(path, clock) as history:
        assert log_of(history).events == events
