"""`quiz build-deck` over the hostile folder, as a process of its own: the good files become a deck, every bad one is
named on a line, nothing is written elsewhere, and no file holds the rest up."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quiz.articles.reader import read_paths
from quiz.deck_format import read_deck
from quiz.typography import safe_text
from tests.faults.hostile import make_folder

pytestmark = pytest.mark.slow

LONGEST = 30.0
"""Seconds a file may take, the parser's start included."""


def files_under(folder: Path) -> set[Path]:
    """Everything in the folder, links not followed."""
    return {Path(top) / name for top, _, names in os.walk(folder) for name in names}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[bytes], dict[str, str]]:
    work = tmp_path_factory.mktemp("hostile-build")
    folder = work / "articles"
    folder.mkdir()
    expected = make_folder(folder)
    before = files_under(work)
    done = subprocess.run(
        [sys.executable, "-m", "quiz", "build-deck", str(folder), "-o", str(work / "decks"), "--lang", "fr"],
        env={**os.environ, "QUIZ_HOME": str(work / "home")},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert {path.relative_to(work).parts[0] for path in files_under(work) - before} == {"decks", "home"}
    return work, done, expected


def test_the_good_ones_become_a_deck(built) -> None:
    work, done, _ = built
    assert done.returncode == 0, done.stderr.decode()
    deck = read_deck(work / "decks" / "articles.json")
    assert deck.cards
    assert len(deck.sources) >= 10


def test_each_bad_one_is_named_on_a_safe_line(built) -> None:
    _, done, expected = built
    said = done.stderr.decode()
    assert "Traceback" not in said
    refused = [name for name, outcome in expected.items() if outcome not in ("good", "taken", "silent")]
    assert len(expected) >= 70
    assert len(refused) >= 25
    for line in said.splitlines():
        assert safe_text(line) == line
    for name in refused:
        shown = safe_text(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")).replace("\n", " ")
        assert shown in said, name


def test_no_file_holds_the_rest_up(tmp_path: Path) -> None:
    from quiz.facts.extract import extract
    from quiz.facts.parsing import parser

    make_folder(tmp_path)
    before = time.perf_counter()
    parser()
    start = time.perf_counter() - before
    for folder in read_paths([tmp_path]).folders:
        for article in folder.articles:
            before = time.perf_counter()
            extract(article)
            took = start + time.perf_counter() - before
            assert took < LONGEST, (article.file, took)
