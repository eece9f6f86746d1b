"""A deck that lacks English is offered to the translator that is set, once, and worked on behind the home screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event as ThreadEvent
from typing import Any

import pytest

from quiz import paths
from quiz.deck import Bilingual, Deck
from quiz.deck_format import read_deck, write_deck
from quiz.english.translate_run import Report
from quiz.errors import QuizError
from quiz.language import Lang
from quiz.settings import Settings
from tests.tui.samples import LONG, QUOTE, SOURCES, TRAMWAY
from tests.tui.seat import Learner, seated

FRENCH = (
    Deck(
        "french",
        Bilingual("Sans anglais"),
        SOURCES,
        (
            replace(QUOTE, question=Bilingual(QUOTE.question.fr)),
            replace(LONG, question=Bilingual(LONG.question.fr)),
        ),
    ),
)


class Interpreter:
    """A translator that says the same of everything."""

    def __init__(self, notice: str | QuizError | None = None, error: QuizError | None = None) -> None:
        self.told, self.error, self.calls = notice, error, 0

    def notice(self, settings: Settings, lang: Lang) -> str | None:
        if isinstance(self.told, QuizError):
            raise self.told
        return self.told

    def __call__(self, path: Path, settings: Settings, report: Callable[[Any], None], stop: Callable[[], bool]) -> None:
        self.calls += 1
        deck = read_deck(path)
        report(Report(0, len(deck.cards)))
        english = [
            replace(card, question=Bilingual(card.question.fr, "What was said?", "machine")) for card in deck.cards
        ]
        if self.error is None:
            write_deck(path, replace(deck, cards=tuple(english)))
        report(Report(len(english), len(english), ended=True, error=self.error))


async def asks(learner: Learner, translate: Interpreter, provider: str | None = "deepl") -> None:
    """Look for English on the first question, answer and go on."""
    learner.app.setup = replace(learner.app.setup, translate=translate)
    learner.app.settings = replace(learner.app.settings, provider=provider)
    await learner.press("enter", "t", "1", "enter")


async def test_a_deck_that_comes_with_the_program_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    translate = Interpreter()
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, translate)
        assert "Mettre « Sans anglais »" not in learner.text
        await learner.press("q")
    assert translate.calls == 0


async def test_english_that_is_missing_is_offered_between_two_cards_and_made_at_home(tmp_path: Path) -> None:
    translate = Interpreter("Les phrases partent chez DeepL.")
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, translate)
        assert "Mettre « Sans anglais » en anglais ?" in learner.text
        assert "Les phrases partent chez DeepL." in learner.text
        await learner.press("1")
        assert "Qui a dit" in learner.screen, "the sitting goes on"
        assert translate.calls == 0, "nothing is translated while cards are played"
        await learner.press("q", "escape")
        await learner.app.workers.wait_for_complete()
        await learner.pilot.pause()
        assert translate.calls == 1
        assert "« Sans anglais » est en anglais." in learner.text
        assert learner.deck().cards[0].question.en == "What was said?"
        await learner.press("enter", "t")
        assert "What was said?" in learner.screen


async def test_no_is_an_answer_and_is_asked_for_once(tmp_path: Path) -> None:
    translate = Interpreter()
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, translate)
        assert "rien ne la quitte" in learner.text
        await learner.press("escape", "t", "1", "enter")
        assert "Mettre" not in learner.screen
        await learner.press("q", "escape")
        await learner.app.workers.wait_for_complete()
        assert translate.calls == 0


async def test_without_a_translator_nothing_is_offered(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, Interpreter(), provider=None)
        assert "Mettre" not in learner.screen


async def test_a_deck_that_has_its_english_is_not_offered(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=(Deck("e", TRAMWAY.title, SOURCES, (QUOTE, LONG)),)) as learner:
        await asks(learner, Interpreter())
        assert "Mettre" not in learner.screen


async def test_a_translator_that_cannot_be_used_says_why_at_home(tmp_path: Path) -> None:
    wrong = QuizError("provider-key-missing", provider="DeepL", variable="DEEPL_API_KEY")
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, Interpreter(wrong))
        assert "Mettre" not in learner.screen
        await learner.press("q", "escape")
        assert "DEEPL_API_KEY" in learner.screen


async def test_what_goes_wrong_in_the_background_is_said_at_home(tmp_path: Path) -> None:
    translate = Interpreter(error=QuizError("unexpected", what="Boom"))
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, translate)
        await learner.press("enter", "q", "escape")
        await learner.app.workers.wait_for_complete()
        await learner.pilot.pause()
        assert "Boom" in learner.screen


class Slow(Interpreter):
    """A translator that goes on until it is stopped."""

    def __call__(self, path: Path, settings: Settings, report: Callable[[Any], None], stop: Callable[[], bool]) -> None:
        self.calls += 1
        report(Report(0, 2))
        for _ in range(2000):
            if stop():
                break
            self.waited.wait(0.01)
        self.stopped = stop()
        report(Report(1, 2, ended=True, left=1))

    waited = ThreadEvent()
    stopped = False


async def test_playing_pauses_it_and_home_goes_on(tmp_path: Path) -> None:
    translate = Slow()
    async with seated(tmp_path, decks=FRENCH) as learner:
        await asks(learner, translate)
        await learner.press("1", "q", "escape")
        assert "0 sur 2" in learner.text
        await learner.press("enter")
        await learner.app.workers.wait_for_complete()
        assert translate.stopped
        await learner.press("escape", "escape")
        assert translate.calls == 2, "at home it goes on"
    assert translate.stopped, "and it ends with the app"
