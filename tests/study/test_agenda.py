"""What is kept ready for a day is what reading every card would say."""

import random
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study import agenda
from quiz.study.history import History
from quiz.study.memory import Memory
from quiz.study.order import Limits
from quiz.study.session import Session
from tests.study.samples import Clock, many, opened

DAYS = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 1, 2, 9, 40, -3]),
        st.lists(
            st.sampled_from(["right", "right", "wrong", "undo", "bury", "suspend", "reset", "fetch"]), max_size=12
        ),
    ),
    min_size=1,
    max_size=8,
)


def looked_up(history: History) -> object:
    """The day as it is read from every memory, one by one."""
    today, ends = history.today(), history.today_ends()
    all_of: dict[str, Memory] = {card: history.memory(card) for card in history.standings()}
    asked = {card: m for card, m in all_of.items() if not m.suspended and m.buried < today}
    due = [(m.due, card) for card, m in asked.items() if m.stage == "review" and m.due < ends and m.day < today]
    steps = [(m.due, card) for card, m in asked.items() if m.stage in ("learning", "relearning")]
    return {card: m.day == m.first for card, m in all_of.items() if m.day == today}, sorted(steps), sorted(due)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(agenda, "ROOM", 4)
    monkeypatch.setattr(agenda, "STALE", 9)
    monkeypatch.setattr(agenda, "WORN", 5)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DAYS)
def test_a_day_is_what_all_memories_say(small, days):
    folder, clock, decks = Path(tempfile.mkdtemp()), Clock(), [many(15)]
    draw = random.Random(3)
    try:
        for later, acts in days:
            clock.pass_(days=later, minutes=20)
            with opened(folder, clock) as history:
                session = Session.begin(history, decks, Limits(6, 8))
                for act in acts:
                    question = session.question()
                    if act == "undo":
                        with suppress(QuizError):  # a card fetched back meanwhile
                            session.undo()
                    elif act == "fetch":
                        history.unsuspend(f"m{draw.randrange(15)}")
                    elif question is not None and act in ("right", "wrong"):
                        session.answer(question.card.answer.fr if act == "right" else "999")
                    elif question is not None:
                        getattr(session, act)()
                    read = history.day()
                    steps = [(due, card) for card, due in read.learning]
                    assert (read.answered, steps, [(due, card) for card, due in read.reviews]) == looked_up(history)
    finally:
        shutil.rmtree(folder)


def test_an_agenda_is_kept_and_a_clock_set_back_makes_another(tmp_path, clock, small):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(6)])
        for _ in range(6):
            session.answer(session.question().card.answer.fr)
    with opened(tmp_path, clock) as history:
        assert agenda.kept(history.db, 1, history.today()) is not None
        assert len(history.day().answered) == 6
    clock.pass_(days=-1)
    with opened(tmp_path, clock) as history:
        assert agenda.kept(history.db, 1, history.today()) is None
        assert history.day().answered == {}


def test_a_history_of_the_fifth_version_gets_an_agenda(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(3)])
        session.answer(session.question().card.answer.fr)
        events = list(history.log())
    with closing(sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)) as db:
        for statement in ("DROP TABLE agenda", "DROP TABLE brought_up", "PRAGMA user_version = 5"):
            db.execute(statement)
    with History.open(tmp_path / "history.sqlite", clock, read_only=True) as history:
        assert len(history.day().answered) == 1
    with opened(tmp_path, clock) as history:
        assert list(history.log()) == events
        assert history.verify() == []
        assert len(history.day().answered) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "cards = ''",
        "cards = '[[],[],'",
        "cards = '[[\"m1\",0]]'",
        "cards = '[[\"m1\"],[1,2],[]]'",
        'cards = \'[["m1"],["later"],[]]\'',
        "cards = '[[7],[1],[]]'",
        "cards = '[[],[],[null]]'",
        "cards = '{}'",
        "cards = '7'",
        "cards = CAST(X'FFFE' AS TEXT)",
        "cards = '[[],[],[]]', whole = 0",
    ],
)
def test_an_agenda_that_cannot_be_read_is_made_anew(tmp_path, clock, small, damage):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(6)])
        for _ in range(6):
            session.answer(session.question().card.answer.fr)
        expected = looked_up(history)
    with opened(tmp_path, clock) as history:
        history.db.execute(f"UPDATE agenda SET {damage}")
    for read_only in (True, False):
        with History.open(tmp_path / "history.sqlite", clock, read_only=read_only) as history:
            read = history.day()
            steps = [(due, card) for card, due in read.learning]
            assert (read.answered, steps, [(due, card) for card, due in read.reviews]) == expected
    with opened(tmp_path, clock) as history:
        assert agenda.kept(history.db, 1, history.today()) is not None


def test_an_agenda_of_another_log_is_made_anew(tmp_path, clock, small):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(6)])
        for _ in range(6):
            session.answer(session.question().card.answer.fr)
    with opened(tmp_path, clock) as history:
        history.db.execute("UPDATE agenda SET seq = 9000, cards = '[[],[],[]]'")
        assert len(history.day().answered) == 6


@pytest.fixture
def clock():
    return Clock()
