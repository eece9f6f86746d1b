"""The power goes while somebody plays: no answer that had returned is lost, whatever the disk kept of what was not
synced. The controls (SQLite's NORMAL, and a commit every ten answers) must be seen to lose some.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.study import store
from quiz.study.history import History
from quiz.study.order import Limits
from quiz.study.session import Session
from tests.faults.player import Lazy, sharing
from tests.faults.power import Op, Recorder, after_cut, library
from tests.study.samples import Clock, many

CUTS, CUTS_A_PLAY, ANSWERS = 500, 50, 90
FILES = ("history.sqlite", "history.sqlite-wal", "history.journal")
pytestmark = pytest.mark.skipif(library() is None, reason="this Python's SQLite cannot be listened to")


def played(folder: Path, how: str, seed: int) -> tuple[dict[str, bytes], list[Op], int]:
    """Play, recorded: the files before, every operation, and how many events there were before."""
    clock, deck = Clock(), many(60, 7)
    path = folder / "history.sqlite"
    with History.open(path, clock) as history:
        session = Session.begin(history, [deck], Limits(new=60))
        for _ in range(5):
            session.answer(session.question().card.answer.fr, 1.0)
    base = {file.name: file.read_bytes() for file in folder.iterdir() if file.name in FILES}
    chance, recorder = random.Random(seed), Recorder()
    with recorder.recording():
        history = (Lazy if how == "every ten" else History).open(path, clock)
        with history, sharing(how == "every ten"):
            if how == "normal":
                history.db.execute("PRAGMA synchronous = NORMAL")
            session = Session.begin(history, [deck], Limits(new=60))
            session.question()
            session.warm()
            for _ in range(ANSWERS):
                question = session.question()
                if question is None:
                    break
                right = chance.random() < 0.8
                session.answer(question.card.answer.fr if right else "x" * chance.randint(1, 400), 1.0)
                recorder.ack()
                clock.pass_(seconds=20)
                if chance.random() < 0.2:  # the journal follows now and then, as it does for a person
                    history._follow()
                if chance.random() < 0.1:  # somebody reads what is remembered
                    history.standings()
    return base, recorder.ops, 5


def lost_in(folder: Path, how: str, cuts: int, seed: int) -> tuple[int, int, int]:
    """(answers acknowledged before the cuts, cuts that lost some, files that could not be opened) over so many cuts."""
    chance = random.Random(seed)
    acknowledged = losing = refused = 0
    for number in range(cuts):
        if number % CUTS_A_PLAY == 0:
            play = folder / f"{how}-{number}"
            play.mkdir()
            base, ops, before = played(play, how, seed + number)
        cut = chance.randint(0, len(ops))
        files, told = after_cut(base, ops[:cut], chance)
        place = folder / f"{how}-cut-{number}"
        place.mkdir()
        for name, data in files.items():
            (place / name).write_bytes(data)
        acknowledged += told
        try:
            kept = kept_in(place, sound=how == "full")
        except QuizError:
            refused += 1
            continue
        losing += kept < before + told
        assert kept <= before + told + (1 if how == "full" else ANSWERS)
    return acknowledged, losing, refused


def kept_in(place: Path, *, sound: bool) -> int:
    """How many answers the history holds, opened as any other, once both files have been read whole."""
    with History.open(place / "history.sqlite", Clock()) as history:
        events = list(history.log())
        if sound:
            assert history.notices == ()
            assert history.verify() == []
            assert [event.seq for event in events] == list(range(1, len(events) + 1))
    return len(events)


def test_a_power_cut_loses_nothing_acknowledged(tmp_path):
    acknowledged, losing, refused = lost_in(tmp_path, "full", 40, 1)
    assert acknowledged > 40
    assert (losing, refused) == (0, 0)


@pytest.mark.slow
def test_five_hundred_power_cuts_lose_nothing(tmp_path):
    acknowledged, losing, refused = lost_in(tmp_path, "full", CUTS, 2)
    print(f"\n{CUTS} power cuts: {acknowledged} answers acknowledged, {losing} cuts lost any, {refused} unreadable")
    assert acknowledged > CUTS
    assert (losing, refused) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["normal", "every ten"])
def test_the_controls_lose_some(tmp_path, how):
    acknowledged, losing, refused = lost_in(tmp_path, how, 100, 3)
    print(
        f"\ncontrol, {how}: 100 power cuts, {acknowledged} acknowledged, {losing} cuts lost some, {refused} unreadable"
    )
    assert losing > 0


def test_the_files_are_written_as_the_record_says(tmp_path):
    """The recorder itself: all operations done are the files as they are."""
    base, ops, _ = played(tmp_path, "full", 4)
    every = [*ops, *(Op("sync", name) for name in FILES)]
    files, told = after_cut(base, every, random.Random(0))
    assert told > 50
    for file in tmp_path.iterdir():
        assert files[file.name] == file.read_bytes()
    assert store.journal_of(tmp_path / "history.sqlite").name in files
