"""What a deck says is shown as it stands: it never reaches the terminal as a command, nor the app as markup."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.hostile import DECK
from tests.tui.terminal import Terminal
from tests.tui.test_play import press


def test_no_escape_sequence_of_a_deck_reaches_the_terminal(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tests.tui.hostile", str(tmp_path)]) as terminal:
        terminal.until("Entrée commencer")
        terminal.send("\r")
        asked = terminal.until("Trois")
        assert "[/b] [red]rouge[/red] [@click=app.quit()]clic[/]" in asked
        terminal.send("t")
        terminal.until("in English")
        terminal.send("1")
        terminal.until("La réponse")
        terminal.send("q")
        terminal.until("Séance interrompue")
        terminal.send("q")
        assert terminal.close() == 0
        assert "1 réponse enregistrée." in terminal.raw.decode()
    for payload in (
        b"PWNED",
        b"UFdORUQ",
        b"\x1bc",
        b"\x1bPq",
        b"\x9b31m",
        *(c.encode() for c in "\u202e\u2066\u200f\u200b\u2028"),
    ):
        assert payload not in terminal.raw, payload


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_markup_of_a_deck_is_shown_and_does_nothing(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app(decks=(DECK,))
    async with app.run_test(size=size) as pilot:
        assert "[/b]" in await press(pilot, "down", "end")
        for keys in (("enter",), ("t",), ("h",), ("down", "down", "enter"), ("t",), ("end",), ("enter",)):
            shown = await press(pilot, *keys)
            for y, line in enumerate(shown.splitlines()):
                if "@click" in line and "1" not in line and app.screen.place == "feedback":  # type: ignore[attr-defined]
                    await pilot.click(offset=(line.index("@click") + 20, y))
        for _ in range(8):
            await press(pilot, "x", "f3", "f2", "enter", "enter")
        await press(pilot, "ctrl+q")
        assert app.is_running


def test_no_escape_sequence_reaches_the_terminal_from_the_other_screens(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tests.tui.hostile", str(tmp_path)]) as terminal:
        terminal.until("Entrée commencer")
        terminal.send("\r")
        terminal.until("Trois")
        terminal.send("1")
        terminal.until("La réponse")
        terminal.send("q")
        terminal.until("Séance interrompue")
        terminal.send("\x1b")
        terminal.until("Entrée commencer")
        terminal.send("b")
        listed = terminal.until("Toutes les cartes")
        assert "[/b] [red]rouge" in listed
        terminal.send("f")
        terminal.until("Montrer")
        terminal.send("q\r")
        terminal.until("Une carte")
        terminal.send("!")
        terminal.until("Qu’est-ce qui")
        terminal.send("1")
        terminal.until("Signalée")
        terminal.send("qq")
        terminal.until("Entrée commencer")
        for page, title in (("s", "Ce qui vient"), ("6", "Jeux et articles"), ("7", "Le moins bien su")):
            terminal.send(page)
            terminal.until(title)
        terminal.send("\x11")
        terminal.send("\x11")
        assert terminal.close() == 0
    for payload in (b"PWNED", b"UFdORUQ", b"\x1bc", b"\x1bPq", b"\x9b31m", "\u202e".encode(), "\u2066".encode()):
        assert payload not in terminal.raw, payload


async def test_text_pasted_into_an_answer_is_no_command(make_app: MakeApp) -> None:
    from textual import events

    from tests.tui.hostile import NASTY
    from tests.tui.test_play import SHARE_DECK

    app = make_app(decks=(SHARE_DECK,))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        app.screen.query_one("Answer").post_message(events.Paste(NASTY))
        typed = await press(pilot, "f2")
        answered = await press(pilot, "enter")
        for text in (typed, answered):
            assert "\x1b" not in text
            assert "\u202e" not in text
        assert "[/b]" in answered


async def test_text_pasted_into_the_search_is_no_command(make_app: MakeApp) -> None:
    from textual import events

    from tests.tui.hostile import NASTY

    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "b", "slash")
        app.screen.query_one("#seek").post_message(events.Paste(NASTY))
        shown = await press(pilot, "x")
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[/b]" in shown
