"""Line by line, too, a card is put aside, reported and taken back, and one learns how one stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from io import StringIO
from pathlib import Path

import pytest

from quiz import paths, plain
from quiz.deck import Card, Deck
from quiz.deck_format import read_deck, write_deck
from quiz.language import Lang, Words
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


# Correcting


def _on_disk(folder: Path, *cards: Card) -> tuple[Deck, ...]:
    path = folder / "jeu.json"
    write_deck(path, Deck("jeu", TRAMWAY.title, SOURCES, cards))
    return (replace(read_deck(path), path=path),)


def _saved(folder: Path) -> Card:
    return read_deck(folder / "jeu.json").cards[0]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_card_is_corrected_and_asked_as_it_now_reads(tmp_path: Path, lang: Lang) -> None:
    sitting = Sitting(
        tmp_path,
        ":e\n1\nhabitants => gens\n2\nWhat share of the people?\n3\n45 %\n4\n45%\n\n:q\n",
        _on_disk(tmp_path, SHARE),
        lang,
    )
    saved = _saved(tmp_path)
    assert saved.question.fr == SHARE.question.fr.replace("habitants", "gens")
    assert (saved.question.en, saved.question.origin) == ("What share of the people?", "reviewed")
    assert (saved.answer.fr, saved.answer.en) == ("45\u00a0%", "45%")
    say = Words(lang, "screens").say
    assert say("done.edit", what="")[:12] in sitting.said
    asked = {"fr": "Quelle part des gens", "en": "What share of the people?"}[lang]
    assert asked in sitting.said[sitting.said.index(say("done.edit", what="")[:12]) :].partition("\n")[2]


def test_what_an_editor_would_say_is_said_while_correcting(tmp_path: Path) -> None:
    sitting = Sitting(
        tmp_path, ":e\n1\n-\n\n1\nQuelle part, 99 %, prend le tram ?\n3\n99 %\n\n\n:q\n", _on_disk(tmp_path, SHARE)
    )
    assert sitting.said.count("✗ le sujet et la question ne peuvent pas être vides") == 2
    assert "le français a changé, pas l’anglais : question" in sitting.said
    assert "! erreur : la réponse est dans la question" in sitting.said
    assert "L’anglais n’a pas suivi" in sitting.said
    assert _saved(tmp_path).answer.fr == "99\u00a0%"


def test_a_choice_and_which_is_right_are_corrected(tmp_path: Path) -> None:
    Sitting(tmp_path, "e\n5\nOdette Fabre\n9\n2\n\n\nq\n", _on_disk(tmp_path, QUOTE))
    saved = _saved(tmp_path)
    assert [choice.fr for choice in saved.choices] == ["Odile Fabre", "Odette Fabre", "Inès Caradec"]
    assert saved.answer.fr == "Odette Fabre"


@pytest.mark.parametrize(
    "script", ["e\n\nq\n", "e\n1\nAutre chose ?\nx\nq\n", "e\n1\n\n99\nzzz\n\nq\n", "e\n1\nabsent => là\n\nq\n"]
)
def test_leaving_or_changing_nothing_leaves_the_card(tmp_path: Path, script: str) -> None:
    decks = _on_disk(tmp_path, QUOTE)
    before = (tmp_path / "jeu.json").read_bytes()
    assert "Rien n’a été modifié" in Sitting(tmp_path, script, decks).said
    assert (tmp_path / "jeu.json").read_bytes() == before


@pytest.mark.parametrize("answered", [False, True])
def test_a_correction_is_taken_back(tmp_path: Path, answered: bool) -> None:
    sitting = Sitting(
        tmp_path, ("1\n" if answered else "") + "e\n1\nDites qui ?\n\n\nu\nq\n", _on_disk(tmp_path, QUOTE)
    )
    assert "Annulé, le texte est comme avant" in sitting.said
    assert _saved(tmp_path).question == QUOTE.question


def test_a_card_that_came_from_no_file_cannot_be_corrected(tmp_path: Path) -> None:
    assert "✗" in Sitting(tmp_path, "e\nq\n").said.partition("Qui a dit")[2]


def test_a_bad_question_is_rejected_in_its_file_and_back(tmp_path: Path) -> None:
    decks = _on_disk(tmp_path, QUOTE, LONG)
    assert "Rejetée" in Sitting(tmp_path, "x\nq\n", decks).said
    assert [card.status for card in read_deck(tmp_path / "jeu.json").cards].count("rejected") == 1


def test_a_rejection_is_taken_back(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path, ":x\nu\nq\n", _on_disk(tmp_path, QUOTE, LONG))
    assert "n’est plus rejetée" in sitting.said
    assert {card.status for card in read_deck(tmp_path / "jeu.json").cards} == {"draft"}


@pytest.mark.parametrize("command", ["x", "e"])
def test_a_deck_that_comes_with_the_program_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    decks = _on_disk(tmp_path, QUOTE, LONG)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    before = (tmp_path / "jeu.json").read_bytes()
    sitting = Sitting(tmp_path, f"{command}\nq\n", decks)
    assert "livré avec le programme et reste tel quel : s met la carte de côté, r la signale" in sitting.said
    assert (tmp_path / "jeu.json").read_bytes() == before
    assert sitting.standings == {}
