"""What an import costs and creates, read off a fresh interpreter: the walls that a source check cannot see."""

import subprocess
import sys

import pytest

HEAVY = ["spacy", "textual", "pydantic", "fsrs", "babel", "deep_translator", "trafilatura", "rapidfuzz"]


def loaded_by(code: str, *modules: str) -> set[str]:
    """Which of `modules` are in sys.modules once `code` has run in a new interpreter."""
    probe = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\n"
        f"print(*[m for m in {modules!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_help_loads_nothing_heavy():
    assert loaded_by("from quiz.cli import main; main(['--help'])", *HEAVY, "pathlib", "json") == set()


@pytest.mark.parametrize("side", ["quiz.classroom.plain_join", "quiz.classroom.seats", "quiz.tui.lesson.join"])
def test_a_pupil_s_install_has_no_server(side: str) -> None:
    assert loaded_by(f"import {side}", "starlette", "uvicorn", "segno", "spacy", "weasyprint") == set()


def test_study_loads_neither_screens_nor_the_making_wing():
    assert loaded_by("import quiz.study.session, quiz.study.history", "spacy", "textual", "pydantic", "babel") == set()


def test_plain_play_needs_no_screen():
    assert loaded_by("import quiz.plain", "spacy", "textual", "pydantic", "babel") == set()


def test_screens_need_no_making_wing():
    assert loaded_by("import quiz.tui.app", "spacy", "babel", "deep_translator", "trafilatura", "quiz.facts") == set()


@pytest.mark.parametrize(
    "module", ["quiz.cli", "quiz.commands", "quiz.study.history", "quiz.tui.app", "quiz.deck_format"]
)
def test_importing_creates_nothing(module, tmp_path):
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}"],
        env={"QUIZ_HOME": str(home), "HOME": str(tmp_path), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        check=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert list(tmp_path.iterdir()) == []
