import argparse
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.classroom import lessons
from quiz.classroom.class_command import CLASS, class_
from quiz.classroom.happening import Happening
from quiz.classroom.ledger import read
from quiz.classroom.lesson import Rules
from quiz.classroom.reports import ENOUGH
from quiz.errors import QuizError
from quiz.study.history import History
from tests.classroom.made import deck

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def played(home: Path, when: datetime = NOW, *, pupils: int = 2, right: bool = True, end: bool = True) -> str:
    """A lesson of one question that has been played."""
    opened = lessons.begin(home, [deck(1)], Rules(), when)
    lesson, ledger, at = opened.lesson, opened.ledger, opened.kept.begun

    def do(act: Happening | None) -> None:
        assert act is not None
        lesson.apply(act)
        ledger.write(act)

    for number in range(pupils):
        do(lesson.seating(f"Pupille {number}", f"t{number}", at))
    do(lesson.opening(at))
    key = [choice.fr == "Autun" for choice in lesson.rounds[0].choices].index(True)
    for seat in range(pupils):
        do(lesson.answering(seat, 0, 1, key if right else (key + 1) % 3, at + 1500))
    do(lesson.closing(at + 3000))
    if end:
        do(Happening("ended", at + 4000))
    ledger.close()
    return opened.kept.name


def run(home: Path, action: str = "list", **more: object) -> int:
    args = argparse.Namespace(**{"action": action, "lesson": None, "output": None, "older": None, **more})
    return class_(args, home, NOW + timedelta(minutes=1), "fr")


def test_lessons_are_listed_and_one_that_broke_off_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path)
    assert "Aucune leçon" in capsys.readouterr().out
    first, second = played(tmp_path), played(tmp_path, end=False)
    assert first != second, "two in one minute"
    run(tmp_path)
    out = capsys.readouterr().out
    assert f"{first}\u00a0: Foires, 2 élève(s), 1 question(s)\n" in out.replace("\u202f", "\u00a0")
    assert out.count("--resume") == 1


def test_a_report_on_the_terminal_and_in_three_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = played(tmp_path)
    run(tmp_path, "report")
    assert "100 % juste" in capsys.readouterr().out.replace("\u00a0", " ").replace("\u202f", " ")
    for ending in ("csv", "json", "html"):
        assert run(tmp_path, "report", lesson=name, output=str(tmp_path / f"bilan.{ending}")) == 0
    assert (tmp_path / "bilan.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "the mark by which a spreadsheet knows"
    assert json.loads((tmp_path / "bilan.json").read_text(encoding="utf-8"))["lesson"] == name
    assert "<table>" in (tmp_path / "bilan.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wish", "why"),
    [({"output": "x.doc"}, "report-ending"), ({"lesson": "../x"}, "no-lesson"), ({"lesson": "none"}, "no-lesson")],
)
def test_what_cannot_be_reported_is_said(tmp_path: Path, wish: dict[str, str], why: str) -> None:
    played(tmp_path)
    with pytest.raises(QuizError) as caught:
        run(tmp_path, "report", **wish)
    assert caught.value.key == why


def test_a_suspect_question_reaches_the_desk_once(tmp_path: Path) -> None:
    played(tmp_path, pupils=ENOUGH, right=False)
    for _ in range(2):
        run(tmp_path, "report")
    with History.open(tmp_path / "history.sqlite", learner=CLASS) as history:
        (one,) = history.reports()
    assert one.card == deck(1).cards[0].id
    assert "presque personne ne sait" in one.text


def test_purge_removes_the_old_and_leaves_nothing_of_them(tmp_path: Path) -> None:
    played(tmp_path, NOW - timedelta(days=40))
    new = played(tmp_path)
    run(tmp_path, "purge", older=30)
    assert [path.name for path in (tmp_path / "lessons").iterdir()] == [f"{new}.sqlite"]
    run(tmp_path, "purge")
    assert not list((tmp_path / "lessons").iterdir())


def test_purge_removes_what_can_no_longer_be_read(tmp_path: Path) -> None:
    path = lessons.path_of(tmp_path, played(tmp_path))
    path.write_bytes(b"Ada Lovelace " + path.read_bytes()[13:])
    old = path.stat().st_mtime * 1000
    assert lessons.purge(tmp_path, int(old) - 1000) == []
    assert lessons.purge(tmp_path, int(old) + 1000) == [path.stem]
    assert not path.exists()


def test_a_lesson_that_cannot_be_removed_is_named(tmp_path: Path) -> None:
    path = lessons.path_of(tmp_path, played(tmp_path))
    path.unlink()
    path.mkdir()
    with pytest.raises(QuizError, match=path.name):
        lessons.purge(tmp_path, int(NOW.timestamp() * 10000))


def test_purge_leaves_a_lesson_that_is_played(tmp_path: Path) -> None:
    opened = lessons.begin(tmp_path, [deck(1)], Rules(), NOW)
    run(tmp_path, "purge")
    assert read(lessons.path_of(tmp_path, opened.kept.name)).name == opened.kept.name
    opened.ledger.close()


def test_a_lesson_is_gone_on_with_by_name_or_the_latest(tmp_path: Path) -> None:
    first = played(tmp_path, end=False)
    played(tmp_path, NOW + timedelta(hours=1))
    (tmp_path / "lessons" / "autre.sqlite").write_text("no lesson")
    for name in (first, None):
        opened = lessons.resume(tmp_path, name)
        assert opened.kept.name == first, "the later one is over, the damaged one no lesson"
        assert opened.lesson.score(0) == 1
        opened.ledger.close()
    with pytest.raises(QuizError):
        lessons.resume(tmp_path, "autre")
    with pytest.raises(QuizError):
        lessons.resume(tmp_path / "elsewhere", None)


def test_no_two_programs_play_one_lesson(tmp_path: Path) -> None:
    opened = lessons.begin(tmp_path, [deck(1)], Rules(), NOW)
    with pytest.raises(QuizError) as caught:
        lessons.resume(tmp_path, None)
    assert caught.value.key == "lesson-busy"
    opened.ledger.close()
    lessons.resume(tmp_path, None).ledger.close()
    assert [path.suffix for path in (tmp_path / "lessons").iterdir()] == [".sqlite"]
