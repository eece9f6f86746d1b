"""A learner in front of the app, with a home folder and deck files of their own: strikes keys, reads the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from quiz.deck import Deck
from quiz.deck_format import read_deck, write_deck
from quiz.language import Lang
from quiz.settings import Settings, load
from quiz.study.history import History
from quiz.study.session import Limits, Session
from quiz.tui.app import QuizApp
from quiz.tui.keymap import USUAL, Keys
from quiz.tui.setup import Setup
from tests.tui.conftest import Watch, screen_text
from tests.tui.samples import DECKS, NOW


class Learner:
    """Strikes keys and reads what is on screen and on disk."""

    def __init__(self, app: QuizApp, pilot: Any, home: Path) -> None:
        self.app, self.pilot, self.home = app, pilot, home

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.screen

    @property
    def screen(self) -> str:
        """What can be read, every space an ordinary one."""
        return screen_text(self.app).replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def text(self) -> str:
        """The screen as one paragraph."""
        return " ".join(self.screen.replace("▎", " ").split())

    @property
    def settings(self) -> Settings:
        return load(self.home)

    def deck(self, at: int = 0) -> Deck:
        """What the file of a deck now holds."""
        path = self.app.decks[at].path
        assert path is not None
        return read_deck(path)


def make(
    folder: Path,
    decks: Sequence[Deck] = DECKS,
    lang: Lang = "fr",
    now: datetime = NOW,
    settings: Settings | None = None,
    keys: Keys = USUAL,
    past: int = 0,
    notice: str = "",
    **more: Any,
) -> QuizApp:
    """The app over copies of `decks` in `folder`, where the first `past` cards have been learnt over the last days."""
    home = folder / "home"
    there = []
    for deck in decks:
        path = folder / f"{deck.id}.json"
        if not path.exists():
            write_deck(path, deck)
        there.append(replace(read_deck(path), path=path))
    if past:
        _live(home, there, now, past)
    history = History.open(home / "history.sqlite", clock=lambda: now, zone=UTC)
    setup = Setup(settings or Settings(), home, keys, notice=notice)
    return QuizApp(history, there, lang=lang, limits=Limits(), stopwatch=Watch(), setup=setup, **more)


def _live(home: Path, decks: Sequence[Deck], now: datetime, days: int) -> None:
    """A session a day, every fourth answer wrong."""
    moment = now - timedelta(days=days, hours=1)
    history = History.open(home / "history.sqlite", clock=lambda: moment, zone=UTC)
    count = 0
    for _ in range(days):
        session = Session.begin(history, decks, Limits())
        while (question := session.question()) is not None and count < 1000:
            count += 1
            right = count % 4 != 0
            if question.choices:
                answers = [choice.fr == question.card.answer.fr for choice in question.choices]
                session.answer(answers.index(right), 4.0 + count % 9)
            else:
                session.answer(question.card.answer.fr if right else "je ne sais plus", 4.0 + count % 9)
            moment += timedelta(seconds=40)
        moment += timedelta(days=1) - timedelta(seconds=40 * count % 80_000)
    history.close()


@asynccontextmanager
async def seated(folder: Path, size: tuple[int, int] = (80, 24), **options: Any) -> AsyncIterator[Learner]:
    """The app running, closed at the end."""
    app = make(folder, **options)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Learner(app, pilot, folder / "home")
    finally:
        app.history.close()
