"""A desk on a deck file of its own, for tests: every form, one card with a finding, time that passes by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from quiz.deck import Deck
from quiz.deck_format import read_deck, write_deck
from quiz.deck_shelf import Shelf
from quiz.tui.desk.cards import CardsScreen
from quiz.tui.desk.review import Review
from quiz.tui.desk.widgets import Notice
from quiz.tui.desk.window import DeskApp
from quiz.tui.setup import Setup
from tests.tui.samples import HIVES, TRAMWAY

NEWS = replace(TRAMWAY, cards=TRAMWAY.cards + HIVES.cards)
"""Six drafts: q-0001, q-0002 (a finding), s-0003, s-0004, f-0005, q-0006."""


def desk_app(
    path: Path,
    deck: Deck = NEWS,
    lang: str = "fr",
    stopwatch: Callable[[], float] | None = None,
    setup: Setup | None = None,
) -> DeskApp:
    """The app over `deck`, written to `path`. Between two looks at the time, a second passes."""
    write_deck(path, deck)
    seconds = count()
    stopwatch = stopwatch or (lambda: float(next(seconds)))
    return DeskApp(Review(Shelf(path)), lang=lang, stopwatch=stopwatch, setup=setup)  # type: ignore[arg-type]


class Seated:
    """An editor at the desk: strikes keys, reads the screen and the file."""

    def __init__(self, app: DeskApp, pilot: Any, path: Path) -> None:
        self.app, self.pilot, self.path = app, pilot, path

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def screen(self) -> str:
        """What can be read on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in strips)

    @property
    def notice(self) -> str:
        return self.app.screen.query_one(Notice).text

    @property
    def open(self) -> str:
        """The id of the open card."""
        card = self.app.review.card
        return card.id if card else ""

    @property
    def saved(self) -> Deck:
        return read_deck(self.path)

    @property
    def statuses(self) -> dict[str, str]:
        """Decided cards in the file, by id."""
        return {card.id: card.status for card in self.saved.cards if card.status != "draft"}

    def field(self, name: str) -> Any:
        return self.app.screen.query_one(f"#{name}")


@asynccontextmanager
async def seated(path: Path, deck: Deck = NEWS, *, lang: str = "fr", size: tuple[int, int] = (80, 24), **options: Any):
    app = desk_app(path, deck, lang, **options)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CardsScreen)
        yield Seated(app, pilot, path)
    if app.failure is not None:
        raise app.failure
