"""Line by line, too, a card is put aside, reported and taken back, and one learns how one stands."""

from __future__ import annotations

from datetime import UTC
from io import StringIO
from pathlib import Path

import pytest

from quiz import plain
from quiz.deck import Deck
from quiz.language import Lang
from quiz.study.history import History
from quiz.study.session import Limits
from tests.tui.samples import LONG, NOW, QUOTE, SHARE, SOURCES, TRAMWAY

TWO = (Deck("two", TRAMWAY.title, SOURCES, (QUOTE, LONG)),)
TYPED = (Deck("typed", TRAMWAY.title, SOURCES, (SHARE,)),)


class Sitting:
    """What was said to a script of lines, and the history it left."""

    def __init__(self, folder: Path, script: str, decks: tuple[Deck, ...] = TWO, lang: Lang = "fr") -> None:
        out = StringIO()
        self.history = History.open(folder / "history.sqlite", clock=lambda: NOW, zone=UTC)
        plain.play(
            self.history, decks, lang=lang, limits=Limits(), clock=lambda: NOW, stdin=StringIO(script), stdout=out
        )
        self.said = out.getvalue().replace("\u00a0", " ").replace("\u202f", " ")
        self.standings = self.history.standings()
        self.reports = self.history.reports()
        self.history.close()


def test_a_card_put_aside_makes_way_for_the_next(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, "b\ns\n")
    assert "Écartée jusqu’à demain" in sitting.said
    assert "Suspendue" in sitting.said
    assert sorted((one.buried > 0, one.suspended) for one in sitting.standings.values()) == [
        (False, True),
        (True, False),
    ]


def test_what_was_put_aside_comes_back(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, "b\nu\nq\n")
    assert "n’est plus écartée" in sitting.said
    assert sitting.standings == {}


def test_undo_says_what_it_took_back(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, "1\ns\nu\nu\nq\n")
    assert sitting.said.index("Suspendue") < sitting.said.index("n’est plus suspendue")
    assert sitting.said.index("n’est plus suspendue") < sitting.said.index("Annulé. La question revient.")
    assert sitting.standings == {}


@pytest.mark.parametrize("script", ["r\n3\nq\n", "r 3\nq\n", 'r "\nq\n', "1\nr 3\nq\n"])
def test_a_bad_question_is_reported_with_a_reason(tmp_path: Path, script: str) -> None:
    sitting = Sitting(tmp_path, script)
    assert "Signalée" in sitting.said
    assert [one.reason for one in sitting.reports] == ["unclear"]


def test_no_reason_is_no_report(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, "r\n\nr 9\nq\n")
    assert sitting.said.count("Rien n’a été signalé") == 2
    assert sitting.reports == []


def test_a_report_is_taken_back_and_the_question_stays(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, "r 1\nu\nq\n")
    assert "n’est plus signalée" in sitting.said
    assert sitting.reports == []


def test_where_an_answer_is_typed_these_letters_are_answers(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, "b\n\nq\n", TYPED)
    assert "Vous aviez répondu : b" in sitting.said
    sitting = Sitting(tmp_path / "other", ":b\n", TYPED)
    assert "Écartée" in sitting.said


@pytest.mark.parametrize(("lang", "line"), [("fr", "réponses : 1"), ("en", "1")])
def test_how_one_stands(tmp_path: Path, lang: Lang, line: str) -> None:
    sitting = Sitting(tmp_path, "1\nn\nq\n", lang=lang)
    assert line in sitting.said
    assert "moi" in sitting.said
