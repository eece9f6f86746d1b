"""What a stranger installs: the wheel, unpacked away from the repository, plays its own deck from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder holding the unpacked wheel, built from the working tree."""
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = place.glob("quiz_articles-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place / "site")
    return place / "site"


def run(installed, folder, *argv, stdin=""):
    return subprocess.run(
        [sys.executable, *argv],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(installed), "QUIZ_HOME": str(folder / "home"), "LC_ALL": "fr_FR.UTF-8"},
    )


def test_play_works_right_after_an_install_from_any_folder(installed, tmp_path):
    done = run(installed, tmp_path, "-m", "quiz", "play", "--plain", "--limit", "1", stdin="1\n")
    assert done.returncode == 0, done.stderr
    assert "?" in done.stdout


def test_the_deck_in_the_wheel_is_read_and_never_written_to(installed, tmp_path):
    shipped = installed / "quiz" / "decks" / "seeds.json"
    before = shipped.read_bytes()
    done = run(installed, tmp_path, "-m", "quiz", "play", "--plain", stdin=":x\n:e\n:q\n")
    assert done.stdout.count("livré avec le programme") == 2
    assert shipped.read_bytes() == before


def test_it_is_the_wheel_that_played(installed, tmp_path):
    done = run(installed, tmp_path, "-c", "import quiz.paths; print(quiz.paths.shipped_decks())")
    assert Path(done.stdout.strip()) == installed / "quiz" / "decks"


def test_the_wheel_holds_the_words_the_schema_and_the_word_lists(installed):
    names = {str(path.relative_to(installed)) for path in installed.rglob("*") if path.is_file()}
    for path in (ROOT / "quiz").rglob("*"):
        if path.is_file() and path.suffix in {".toml", ".sql", ".tcss", ".txt", ".py"}:
            assert str(path.relative_to(ROOT)) in names
