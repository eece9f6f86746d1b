import json
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.classroom.happening import Happening
from quiz.classroom.ledger import Kept, Ledger, read
from quiz.classroom.lesson import Rules
from quiz.errors import QuizError
from tests.classroom.made import NOW, deck

KEPT = Kept("essai", "ABCDEF", NOW, deck(), Rules(seconds=20, teams=2), ())


def test_what_is_acknowledged_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "lessons" / "essai.sqlite"
    ledger = Ledger.create(path, KEPT)
    safe = threading.Event()
    acts = [
        Happening("seated", NOW, seat=0, text="Loutre bleue", token="x", number=1),
        Happening("answered", NOW, seat=0, round=0, number=1, choice=2),
    ]
    ledger.write(acts[0])
    ledger.write(acts[1], safe.set)
    assert safe.wait(10)
    assert read(path) == replace(KEPT, acts=tuple(acts)), "while the lesson goes on"
    ledger.close()
    again, kept = Ledger.resume(path)
    again.write(Happening("ended", NOW))
    again.close()
    assert kept.acts == tuple(acts)
    assert read(path).acts[-1].kind == "ended"


def test_many_senders_each_hear_of_their_own(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "l.sqlite", KEPT)
    heard: list[int] = []
    for number in range(500):
        ledger.write(
            Happening("answered", NOW, seat=number, round=0, number=1, choice=0), lambda n=number: heard.append(n)
        )
    ledger.close()
    assert heard == list(range(500))
    assert [act.seat for act in read(tmp_path / "l.sqlite").acts] == list(range(500))


def test_a_barrier_is_told_after_what_came_before_it(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "l.sqlite", KEPT)
    told: list[int] = []
    ledger.write(Happening("ended", NOW))
    ledger.after(lambda: told.append(len(read(tmp_path / "l.sqlite").acts)))
    ledger.close()
    assert told == [1]


@pytest.mark.parametrize("content", [b"", b"not a database", json.dumps({}).encode()])
def test_a_file_that_is_no_lesson_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "l.sqlite"
    path.write_bytes(content)
    with pytest.raises(QuizError, match=r"l\.sqlite"):
        read(path)
    assert path.read_bytes() == content, "and left as it was"


def test_a_missing_file_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(QuizError):
        read(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizError):
        Ledger.create(tmp_path / "file" / "l.sqlite", KEPT)


def test_a_disk_that_fails_is_told(tmp_path: Path) -> None:
    told: list[QuizError] = []
    ledger = Ledger.create(tmp_path / "l.sqlite", KEPT, told.append)
    ledger.write(Happening(None, NOW))  # type: ignore[arg-type]  # the table refuses it, as a full disk would
    ledger.close()
    assert len(told) == 1


def test_a_fault_that_is_not_the_database_s_is_told_too(tmp_path: Path) -> None:
    told: list[QuizError] = []
    ledger = Ledger.create(tmp_path / "l.sqlite", KEPT, told.append)
    ledger.write(Happening("answered", 2**70))  # no number of a database
    ledger.close()
    assert [error.key for error in told] == ["lesson-file"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_what_pupils_are_called_is_nobody_else_s_to_read(tmp_path: Path) -> None:
    ledger = Ledger.create(tmp_path / "lessons" / "l.sqlite", KEPT)
    ledger.write(Happening("seated", NOW, seat=0, text="Ada", token="x"))
    safe = threading.Event()
    ledger.after(safe.set)
    assert safe.wait(10)
    assert not (tmp_path / "lessons").stat().st_mode & 0o077
    assert not [path for path in (tmp_path / "lessons").iterdir() if path.stat().st_mode & 0o077]
    ledger.close()


def test_a_lesson_is_read_once_it_is_held(tmp_path: Path) -> None:
    """Read first, it would lack what the other program wrote between."""
    path = tmp_path / "l.sqlite"
    ledger = Ledger.create(path, KEPT)
    path.with_suffix(".lock").touch()
    with pytest.raises(QuizError) as caught:
        Ledger.resume(path)
    assert caught.value.key == "lesson-busy"
    ledger.close()
    path.write_bytes(b"damaged")
    with pytest.raises(QuizError) as caught:
        Ledger.resume(path)
    assert caught.value.key == "lesson-file"
    assert [one.name for one in tmp_path.iterdir()] == ["l.sqlite"], "and it holds nothing"
