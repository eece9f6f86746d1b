"""Copies of the history: made, made daily, put back, and what is never lost on the way."""

from datetime import date, timedelta

import pytest

from quiz.errors import QuizError
from quiz.study import backups
from quiz.study.history import History
from quiz.study.session import Session
from tests.study.old_histories import older
from tests.study.samples import Clock, many, opened, play

TODAY = date(2026, 3, 2)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def home(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock, most=6)
    return tmp_path


def acts(path, clock):
    with History.open(path, clock, read_only=True) as history:
        return [(event.seq, event.kind, event.card) for event in history.log()]


def key_of(work):
    with pytest.raises(QuizError) as caught:
        work()
    return caught.value.key


def test_a_copy_is_a_whole_history_in_one_file(home, clock):
    path, copy = home / "history.sqlite", home / "away" / "copy.sqlite"
    assert backups.back_up(path, copy) == 6
    assert acts(copy, clock) == acts(path, clock)
    assert [one.name for one in copy.parent.iterdir()] == ["copy.sqlite"]


def test_a_copy_is_made_while_somebody_plays(home, clock):
    with opened(home, clock) as history:
        session = Session.begin(history, [many(10, 1)])
        session.answer("faux")
        assert backups.back_up(home / "history.sqlite", home / "copy.sqlite") == 7
        session.answer("faux")
    assert len(acts(home / "copy.sqlite", clock)) == 7


def test_a_copy_takes_the_place_of_nothing(home, clock):
    (home / "copy.sqlite").write_text("précieux")
    assert key_of(lambda: backups.back_up(home / "history.sqlite", home / "copy.sqlite")) == "backup-exists"
    assert (home / "copy.sqlite").read_text() == "précieux"


def test_nothing_to_copy(tmp_path):
    assert key_of(lambda: backups.back_up(tmp_path / "history.sqlite", tmp_path / "copy.sqlite")) == "backup-nothing"
    assert backups.daily(tmp_path / "history.sqlite", TODAY) is None
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_cannot_be_made_leaves_nothing(home, clock):
    (home / "file").write_text("x")
    assert key_of(lambda: backups.back_up(home / "history.sqlite", home / "file" / "copy.sqlite")) == "history-folder"
    (home / "history.sqlite").write_bytes((home / "history.sqlite").read_bytes()[:5000])
    assert key_of(lambda: backups.back_up(home / "history.sqlite", home / "copy.sqlite")) == "history-damaged"
    assert not [path for path in home.iterdir() if "copy" in path.name]


def test_the_last_seven_days_are_kept(home):
    path = home / "history.sqlite"
    for day in range(12):
        assert backups.daily(path, TODAY + timedelta(days=day)).name == f"history-2026-03-{2 + day:02}.sqlite"
        assert backups.daily(path, TODAY + timedelta(days=day)) is None
    mine = home / "backups" / "before-the-exam.sqlite"
    mine.write_bytes(b"kept")
    backups.daily(path, TODAY + timedelta(days=12))
    kept = sorted(one.name for one in (home / "backups").iterdir())
    assert kept == ["before-the-exam.sqlite", *(f"history-2026-03-{day:02}.sqlite" for day in range(8, 15))]


def test_days_of_a_wrong_clock_do_not_push_out_the_right_ones(home):
    path = home / "history.sqlite"
    for day in range(7):
        backups.daily(path, date(2036, 1, 1) + timedelta(days=day))
    for day in range(3):
        backups.daily(path, TODAY + timedelta(days=day))
    names = sorted(one.name for one in (home / "backups").iterdir())
    assert names[:3] == ["history-2026-03-02.sqlite", "history-2026-03-03.sqlite", "history-2026-03-04.sqlite"]
    assert len(names) == 7


def test_whether_a_copy_is_overdue(home):
    path = home / "history.sqlite"
    assert backups.waits(path, TODAY)
    backups.daily(path, TODAY)
    assert [backups.waits(path, TODAY + timedelta(days=day)) for day in (0, 1, 2)] == [False, False, True]


def test_a_copy_is_put_back_and_what_was_there_is_kept(home, clock):
    path, copy = home / "history.sqlite", home / "copy.sqlite"
    backups.back_up(path, copy)
    early = acts(path, clock)
    with opened(home, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock, most=3)
    late = acts(path, clock)
    done = backups.restore(path, copy, clock.now)
    assert (done.acts, done.before) == (6, 9)
    with opened(home, clock) as history:
        assert history.notices == ()
        assert history.verify() == []
    assert acts(path, clock) == early
    assert acts(done.aside, clock) == late
    backups.restore(path, done.aside, clock.now)
    assert acts(path, clock) == late


@pytest.mark.parametrize("damage", [b"", b"bruit" * 999])
def test_a_copy_replaces_a_history_that_cannot_be_read(home, clock, damage):
    path, copy = home / "history.sqlite", home / "copy.sqlite"
    backups.back_up(path, copy)
    path.write_bytes(damage)
    done = backups.restore(path, copy, clock.now)
    assert (done.before, done.aside.read_bytes()) == (None, damage)
    assert len(acts(path, clock)) == 6


def test_a_copy_is_put_back_where_nothing_is_left(home, clock, tmp_path_factory):
    copy, new = home / "copy.sqlite", tmp_path_factory.mktemp("new") / "deep"
    backups.back_up(home / "history.sqlite", copy)
    assert backups.restore(new / "history.sqlite", copy, clock.now).aside is None
    assert len(acts(new / "history.sqlite", clock)) == 6


def test_nothing_is_put_back_while_somebody_plays(home, clock):
    path, copy = home / "history.sqlite", home / "copy.sqlite"
    backups.back_up(path, copy)
    with opened(home, clock) as history:
        session = Session.begin(history, [many(10, 1)])
        session.answer("faux")
        assert key_of(lambda: backups.restore(path, copy, clock.now)) == "history-busy"
        session.answer("faux")
    assert len(acts(path, clock)) == 8


@pytest.mark.parametrize(("content", "key"), [(None, "restore-missing"), (b"", "restore-foreign"),
                                              (b"x" * 5000, "restore-foreign")])  # fmt: skip
def test_what_is_no_copy_is_not_put_back(home, clock, content, key):
    copy = home / "copy.sqlite"
    if content is not None:
        copy.write_bytes(content)
    before = acts(home / "history.sqlite", clock)
    assert key_of(lambda: backups.restore(home / "history.sqlite", copy, clock.now)) == key
    assert acts(home / "history.sqlite", clock) == before


def test_a_damaged_copy_is_not_put_back(home, clock):
    copy = home / "copy.sqlite"
    backups.back_up(home / "history.sqlite", copy)
    data = bytearray(copy.read_bytes())
    data[4096 * 3 : 4096 * 3 + 2000] = b"\xff" * 2000
    copy.write_bytes(bytes(data))
    assert key_of(lambda: backups.restore(home / "history.sqlite", copy, clock.now)) == "restore-damaged"
    assert len(acts(home / "history.sqlite", clock)) == 6


@pytest.mark.parametrize("left", [0.3, 0.6, 0.95])
def test_a_copy_that_was_cut_off_is_called_damaged(home, clock, left):
    copy = home / "copy.sqlite"
    backups.back_up(home / "history.sqlite", copy)
    whole = copy.read_bytes()
    copy.write_bytes(whole[: int(len(whole) * left)])
    assert key_of(lambda: backups.restore(home / "history.sqlite", copy, clock.now)) == "restore-damaged"
    assert len(acts(home / "history.sqlite", clock)) == 6


def test_an_older_history_is_read_without_being_changed(home, clock):
    with opened(home, clock) as history:
        events = list(history.log())
    path = older(home / "old.sqlite", events, 1)
    before = path.read_bytes()
    assert len(acts(path, clock)) == 6
    assert path.read_bytes() == before
