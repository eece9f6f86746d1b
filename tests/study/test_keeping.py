"""The commands that keep, carry and fit the history, as they are typed."""

import io
import json
import random
import re
import shutil

import pytest

from quiz.cli import main
from quiz.study import backups
from quiz.study.history import History
from quiz.study.session import Limits, Session
from tests.study.samples import Clock, many, opened, play


@pytest.fixture
def home(tmp_path, monkeypatch):
    place = tmp_path / "home"
    monkeypatch.setenv("QUIZ_HOME", str(place))
    clock = Clock()
    for learner, count in (("Ada", 3), ("Basile", 2)):
        with opened(place, clock, learner=learner) as history:
            play(Session.begin(history, [many(count)]), clock)
    return place


def run(capsys, *words, status=0):
    assert main([*map(str, words), "--lang", "en"]) == status
    told = capsys.readouterr()
    return told.out + told.err


def answered(home, learner):
    with History.open(home / "history.sqlite", learner=learner, read_only=True) as history:
        return len(history.answers())


def test_export_and_import(home, tmp_path, capsys, monkeypatch):
    assert "10 acts" in run(capsys, "export", tmp_path / "all.jsonl")
    assert "6 acts" in run(capsys, "export", tmp_path / "ada.jsonl", "--learner", "Ada")
    assert json.loads((tmp_path / "ada.jsonl").read_text().splitlines()[1])["learner"] == "Ada"
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "new"))
    assert "6 acts taken in, 0 known" in run(capsys, "import", tmp_path / "ada.jsonl")
    assert "4 acts taken in, 6 known" in run(capsys, "import", tmp_path / "all.jsonl")
    assert "6 acts taken in, 0 known" in run(capsys, "import", tmp_path / "ada.jsonl", "--learner", "Cléo")
    assert [answered(tmp_path / "new", name) for name in ("Ada", "Basile", "Cléo")] == [6, 4, 6]


def test_an_export_takes_the_place_of_nothing(home, tmp_path, capsys):
    deck, link = tmp_path / "deck.json", tmp_path / "link"
    deck.write_text("a deck")
    link.symlink_to(tmp_path / "nowhere")
    for command in ("export", "backup"):
        for taken in (deck, link, tmp_path, "/dev/null"):
            assert "there already" in run(capsys, command, taken, status=1)
        assert "no folder" in run(capsys, command, tmp_path / "no" / "x", status=1)
    assert deck.read_text() == "a deck"
    assert link.is_symlink()
    assert not (tmp_path / "nowhere").exists()
    assert not (tmp_path / "no").exists()
    run(capsys, "export", tmp_path / "new.jsonl")
    assert "there already" in run(capsys, "export", tmp_path / "new.jsonl", status=1)


def test_an_export_to_standard_output_is_an_export_and_nothing_else(home, tmp_path, capsys):
    run(capsys, "export", tmp_path / "all.jsonl")
    assert run(capsys, "export", "-") == (tmp_path / "all.jsonl").read_text(encoding="utf-8")


def test_a_learner_nobody_knows_is_told_with_those_there_are(home, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "nobody.jsonl"
    for command in (("export", file), ("stats",), ("stats", "--json"), ("decks",), ("optimize",)):
        told = run(capsys, *command, "--learner", "nobody", status=1)
        assert "nobody" in told
        assert "Ada" in told
        assert "Basile" in told
    assert not file.exists()
    with History.open(home / "history.sqlite", learner="Ada", read_only=True) as history:
        assert sorted(history.learners()) == ["Ada", "Basile"]


def test_merge_by_folder_and_by_file(home, tmp_path, capsys):
    other = tmp_path / "other"
    shutil.copytree(home, other)
    with opened(other, Clock(), learner="Ada") as history:
        Session.begin(history, [many(9)], clock=history.clock).answer("faux")
    assert "1 act taken in, 10 known" in run(capsys, "merge", other)
    assert "0 acts taken in, 11 known" in run(capsys, "merge", other / "history.sqlite")
    assert "no history here" in run(capsys, "merge", tmp_path / "none", status=1)


def test_backup_and_restore(home, tmp_path, capsys):
    assert "10 acts" in run(capsys, "backup", tmp_path / "copy.sqlite")
    assert "there already" in run(capsys, "backup", tmp_path / "copy.sqlite", status=1)
    run(capsys, "backup")
    assert len(list((home / "backups").iterdir())) == 1
    with opened(home, Clock(), learner="Ada") as history:
        history.suspend("m0")
    told = run(capsys, "restore", tmp_path / "copy.sqlite")
    assert "10 acts" in told
    assert "kept" in told
    assert "no such copy" in run(capsys, "restore", tmp_path / "none", status=1)


def test_optimize_says_how_many_answers_are_missing(home, capsys):
    assert "6 answer(s) so far: a fit needs 400" in run(capsys, "optimize", "--learner", "Ada", status=1)
    assert "no fit of Ada" in run(capsys, "optimize", "--learner", "Ada", "--undo", status=1)


def test_a_sitting_leaves_the_copy_of_the_day(home, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["play", "--plain", "--limit", "1"]) == 0
    (copy,) = (home / "backups").iterdir()
    assert backups.restore(tmp_path / "x.sqlite", copy, Clock().now).acts >= 10
    before = copy.stat().st_mtime_ns
    assert main(["play", "--plain", "--limit", "1"]) == 0
    assert copy.stat().st_mtime_ns == before


def test_a_copy_that_cannot_be_made_is_told_and_stops_nothing(home, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    (home / "backups").write_text("no folder")
    assert main(["play", "--plain", "--limit", "1", "--lang", "en"]) == 0
    assert "the copy of today could not be made" in capsys.readouterr().err


def test_optimize_says_before_and_after_and_undoes(home, capsys):
    chance, clock = random.Random(5), Clock()
    with opened(home, clock, learner="Dora") as history:
        for _ in range(30):
            session = Session.begin(history, [many(60, 5)], Limits(new=5))
            while question := session.question():
                known = chance.random() < (0.6 if question.state == "review" else 0.8)
                session.answer(question.card.answer.fr if known else "faux", 5.0)
                clock.pass_(seconds=20)
            clock.pass_(hours=20)
    told = run(capsys, "optimize", "--learner", "Dora")
    assert re.search(r"\d{3} answers; log loss \(less is better\): 0\.\d{4} before, 0\.\d{4} after", told)
    assert "planned for Dora" in told
    with History.open(home / "history.sqlite", learner="Dora", read_only=True) as history:
        assert history.parameters is not None
    assert "taken back" in run(capsys, "optimize", "--learner", "Dora", "--undo")
    with History.open(home / "history.sqlite", learner="Dora", read_only=True) as history:
        assert history.parameters is None
