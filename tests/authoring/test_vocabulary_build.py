"""`quiz build-deck --vocabulary N`: from the command line to the file."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from quiz import paths
from quiz.cli import main
from quiz.deck_format import read_deck
from quiz.english import freedict
from tests.authoring.test_vocabulary import ARTICLE, FORTH, RETURN
from tests.dictionaries import write_dictionary


@pytest.fixture
def port(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(freedict, "SYSTEM", ())  # what this machine has must not matter
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "port.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def build(folder, *options: str) -> int:
    return main(["build-deck", str(folder), "-o", str(folder.parent / "decks"), "--lang", "en", *options])


def test_words_are_added_behind_the_questions_and_the_deck_stays_the_same(port, tmp_path, capsys):
    write_dictionary(tmp_path / "home" / "dictionaries", FORTH)
    write_dictionary(tmp_path / "home" / "dictionaries", RETURN, name="eng-fra")
    assert build(port, "--vocabulary", "3") == 0
    path = tmp_path / "decks" / "port.json"
    before = path.read_bytes()
    kinds = Counter(card.kind for card in read_deck(path).cards)
    assert kinds["vocabulary"] == 6
    assert json.loads(before)["cards"][-1]["kind"] == "vocabulary"
    assert build(port, "--vocabulary", "3", "--explain") == 0, "built again, not only found unchanged"
    assert path.read_bytes() == before
    assert "word without an entry" in capsys.readouterr().out
    assert main(["check", str(path), "--lang", "en"]) == 0
    assert build(port) == 0
    assert all(card.kind != "vocabulary" for card in read_deck(path).cards)


def test_without_the_dictionaries_one_sentence_says_what_is_missing(port, tmp_path, capsys):
    write_dictionary(tmp_path / "home" / "dictionaries", FORTH)
    assert build(port, "--vocabulary", "3") == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "dict-freedict-eng-fra" in said.err
    assert (tmp_path / "decks" / "port.json").exists(), "the questions are made all the same"


@pytest.mark.parametrize("note", [b"", b"\xff\xfe", b"0" * 64])
def test_a_damaged_note_of_the_last_build_only_costs_another(port, tmp_path, note):
    assert build(port) == 0
    before = (tmp_path / "decks" / "port.json").read_bytes()
    for kept in (paths.cache() / "builds").iterdir():
        kept.write_bytes(note)
    assert build(port) == 0
    assert (tmp_path / "decks" / "port.json").read_bytes() == before
