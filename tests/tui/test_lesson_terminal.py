"""A game between two teams and a lesson of one, played by the keys of real terminals."""

from __future__ import annotations

import re
import socket
import sys
from pathlib import Path

import pytest

from quiz.deck import Deck
from quiz.deck_format import write_deck
from tests.tui.samples import QUOTE, SOURCES, TRAMWAY, TRUE_FALSE
from tests.tui.terminal import Terminal

QUIZ = [sys.executable, "-m", "quiz"]


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    path = tmp_path / "villes.json"
    write_deck(path, Deck("villes", TRAMWAY.title, SOURCES, (QUOTE, TRUE_FALSE)))
    return str(path)


def test_two_teams_play_a_round(deck: str) -> None:
    with Terminal([*QUIZ, "play", deck, "--teams", "2", "--projector", "--lang", "fr"]) as game:
        game.until("l’équipe 1 de répondre")
        game.send("1")
        game.until("suivante")
        game.send("\r")
        game.until("l’équipe 2 de répondre")
        game.send("a")
        game.until("suivante")
        game.send("\x7f")
        game.until("l’équipe 2 de répondre")
        game.send("b\r")
        game.until("Fin du jeu")
        game.send("\x1b")
        assert game.close() == 0


def test_a_teacher_and_a_pupil_play_a_round(deck: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with Terminal([*QUIZ, "host", deck, "--port", str(port), "--free-names", "--lang", "fr"]) as teacher:
        shown = teacher.until("Seule cette machine")
        found = re.search(r"Code +((?:[A-Z] ){5}[A-Z])", shown)
        assert found is not None, shown
        code = found[1].replace(" ", "")
        with Terminal([*QUIZ, "join", f"127.0.0.1:{port}", code, "--name", "Ada", "--lang", "fr"]) as pupil:
            pupil.until("Attendez que")
            teacher.until("Ada")
            teacher.send("\r")
            pupil.until("Question 1 sur 2")
            pupil.send("a")
            pupil.until("Réponse reçue")
            teacher.until("1 sur 1 ont répondu")
            teacher.send("\r")
            pupil.until("Bonnes réponses")
            teacher.until("sur 1.")
            teacher.send("q")
            teacher.until("Encore une fois")
            teacher.send("q")
            pupil.until("La leçon est finie")
            pupil.send("q")
            assert pupil.close() == 0
        teacher.until("La leçon est finie")
        teacher.send("q")
        assert teacher.close() == 0
        assert "quiz class report" in teacher.raw.decode(errors="replace")
