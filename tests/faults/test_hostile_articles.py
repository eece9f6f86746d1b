"""The hostile folder, read: the good files come through, every bad one is named with its reason, nothing hangs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from quiz.articles.reader import Reading, read_paths
from quiz.language import Words
from quiz.typography import safe_text
from tests.faults.hostile import make_folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], Reading, float]:
    folder = tmp_path_factory.mktemp("hostile")
    expected = make_folder(folder)
    before = time.perf_counter()
    reading = read_paths([folder])
    return folder, expected, reading, time.perf_counter() - before


def test_there_are_many(hostile: tuple[Path, dict[str, str], Reading, float]) -> None:
    assert len([outcome for outcome in hostile[1].values() if outcome not in ("good", "silent")]) >= 40


def test_every_file_comes_to_what_is_expected(hostile: tuple[Path, dict[str, str], Reading, float]) -> None:
    folder, expected, reading, _ = hostile
    read = {article.file for found in reading.folders for article in found.articles if found.path == folder}
    named = {refusal.error.key for refusal in reading.refused}
    shown = {
        name: safe_text(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")).replace("\n", " ")
        for name in expected
    }
    for name, outcome in expected.items():
        why = {r.error.key for r in (*reading.refused, *reading.notes) if r.file.endswith("/" + shown[name])}
        if outcome in ("good", "taken"):
            assert shown[name] in read, (name, why)
        elif outcome == "silent":
            assert not why, name
        else:
            assert why == {outcome}, name
    assert "article-not-french" in named


def test_nothing_hangs_and_nothing_unsafe_comes_in(hostile: tuple[Path, dict[str, str], Reading, float]) -> None:
    _, _, reading, seconds = hostile
    assert seconds < 20
    for folder in reading.folders:
        for article in folder.articles:
            for line in (article.doc, article.file, article.title or ""):
                assert safe_text(line) == line
                assert "\n" not in line
            assert "\x1b" not in article.text
            assert "\u202e" not in article.text
            article.text.encode("utf-8")


def test_every_reason_is_one_printable_line(hostile: tuple[Path, dict[str, str], Reading, float]) -> None:
    _, _, reading, _ = hostile
    for refusal in (*reading.refused, *reading.notes):
        for words in (Words("fr", "errors"), Words("en", "errors")):
            sentence = words.say(refusal.error.key, **refusal.error.details)  # type: ignore[arg-type]
            assert "\n" not in sentence
            assert safe_text(sentence) == sentence
