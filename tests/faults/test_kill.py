"""Killed while playing: no answer that had returned is lost, and both files are sound.

A child process answers cards as fast as it can and acknowledges each on a pipe once its answer has returned; the
parent keeps the acknowledgements, kills it (-9) at a random moment, and looks at what the files hold. The control
commits every ten answers, and must be seen to lose some: a test that cannot fail proves nothing.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from quiz.study.history import History
from quiz.study.journal import Journal

ROOT = Path(__file__).parents[2]
KILLS = 200
KILLS_A_HISTORY = 5
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill -9")


def killed(folder: Path, step: int, after: float) -> int:
    """Play in `folder` for `after` seconds from the first question on, kill; how many answers were acknowledged."""
    player = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.player", str(folder), str(step)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert player.stdout is not None
    with player.stdout as pipe:
        assert pipe.readline() == b"ready\n"
        killer = Timer(after, player.kill)
        killer.start()
        acknowledged = pipe.read().count(b"\n")
        killer.join()
        player.wait()
    assert player.returncode == -signal.SIGKILL
    return acknowledged


def kept(folder: Path) -> int:
    """How many answers the files hold; both are read whole first, as they were left and again once opened."""
    journal = Journal(folder / "history.journal")
    left = journal.read()
    assert left.lost == 0
    with History.open(folder / "history.sqlite") as history:
        assert history.notices == ()
        assert history.verify() == []
        events = list(history.log())
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert list(left.events) == events[: len(left.events)]
    assert list(Journal(folder / "history.journal").read().events) == events
    return len(events)


def lost_in(folder: Path, kills: int, step: int, chance: random.Random) -> tuple[int, int]:
    """(answers acknowledged, of these lost) over so many kills, several to a history before its cards run out."""
    acknowledged = lost = before = 0
    for kill in range(kills):
        home = folder / str(kill // KILLS_A_HISTORY)
        before = before if home.exists() else 0
        told = killed(home, step, chance.uniform(0.0, 0.25))
        now = kept(home)
        acknowledged += told
        lost += max(0, told - (now - before))
        assert now - before <= told + max(1, step)  # one answer may be on disk whose acknowledgement was cut off
        before = now
    return acknowledged, lost


def test_a_killed_sitting_loses_nothing_acknowledged(tmp_path):
    acknowledged, lost = lost_in(tmp_path, 8, 1, random.Random(1))
    assert acknowledged >= 8
    assert lost == 0


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing(tmp_path):
    acknowledged, lost = lost_in(tmp_path, KILLS, 1, random.Random(2))
    print(f"\n{KILLS} kills: {acknowledged} answers acknowledged, {lost} lost")
    assert acknowledged >= KILLS
    assert lost == 0


@pytest.mark.slow
def test_the_control_that_commits_every_ten_loses_some(tmp_path):
    acknowledged, lost = lost_in(tmp_path, 20, 10, random.Random(3))
    print(f"\ncontrol, 20 kills: {acknowledged} answers acknowledged, {lost} lost")
    assert lost > 0
