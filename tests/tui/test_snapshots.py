"""How the screens look, kept as pictures: each at 80 by 24 in the dark theme, some at 120 by 40 on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from quiz.deck import Card, Deck
from quiz.language import Lang
from tests.tui.conftest import MakeApp
from tests.tui.samples import CLOZE, DECKS, LONG, QUOTE, SHARE, SOURCES, SPEAKER, TRAMWAY

Compare = Callable[..., bool]
SMALL, LARGE = (80, 24), (120, 40)


def deck(*cards: Card) -> tuple[Deck]:
    return (Deck("d", TRAMWAY.title, SOURCES, cards),)


SCREENS: dict[str, tuple[tuple[Deck, ...], tuple[str, ...]]] = {
    "home": (DECKS, ("down",)),
    "question": (deck(QUOTE), ("enter", "down")),
    "long": (deck(LONG), ("enter", "t")),
    "typed": (deck(SHARE), ("enter", "f2", "f3", *"44")),
    "cloze": (deck(CLOZE), ("enter",)),
    "feedback": (deck(QUOTE), ("enter", "1")),
    "english": (deck(QUOTE), ("enter", "1", "t")),
    "aligned": (deck(SPEAKER), ("enter", *"Amelie Marchandon", "enter")),
    "summary": (DECKS, ("enter", "1", "enter", *"7", "enter", "q")),
    "help": (deck(QUOTE), ("enter", "question_mark")),
}


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_at_80_by_24(snap_compare: Compare, make_app: MakeApp, name: str, lang: Lang) -> None:
    decks, keys = SCREENS[name]
    assert snap_compare(make_app(lang, decks=decks), press=keys, terminal_size=SMALL)


@pytest.mark.parametrize("name", ["home", "question", "typed", "english", "summary"])
def test_at_120_by_40_on_paper(snap_compare: Compare, make_app: MakeApp, name: str) -> None:
    decks, keys = SCREENS[name]

    async def day(pilot: Pilot[int]) -> None:
        pilot.app.theme = "papier"
        await pilot.pause()

    assert snap_compare(make_app(decks=decks), press=keys, terminal_size=LARGE, run_before=day)
