"""The home drawn before Textual is there: the same cells, and a terminal given back whatever happens."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pyte
import pytest

from quiz.language import Lang, Words
from quiz.study.session import Limits
from quiz.tui import early, frame
from quiz.tui.today import look_up
from tests.tui.conftest import MakeApp, screen_text
from tests.tui.samples import DECKS, NOW, TRAMWAY
from tests.tui.terminal import Terminal

AMISS = "Le fichier settings.json ne peut pas être lu ; les réglages habituels sont en vigueur. " * 2


@pytest.mark.parametrize("notice", ["", AMISS], ids=["", "notice"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50), (60, 16), (50, 14), (44, 12)])
@pytest.mark.parametrize(
    ("lang", "decks", "new"), [("fr", DECKS, 20), ("en", (TRAMWAY,), 9), ("fr", DECKS, 0), ("en", (), 9)]
)
async def test_it_is_what_the_home_screen_shows(
    make_app: MakeApp, size: tuple[int, int], lang: Lang, decks: tuple, new: int, notice: str
) -> None:
    app = make_app(lang, decks=decks, limits=Limits(new=new), notice=notice)
    today = look_up(app.history, decks, Limits(new=new), NOW)
    lines = early.home_lines(
        today, Words(lang, "tui"), now=NOW, zone=UTC, cram=False, width=size[0], height=size[1], note=notice
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = screen_text(app).split("\n")
    left, column = frame.column_of(size[0])
    assert len(lines) == size[1]
    early_rows = [(line.margin.ljust(left) + line.text).rstrip() for line in lines]
    assert early_rows == [line[: left + column].rstrip() for line in shown]


def test_a_terminal_is_told_the_same_cells(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    today = look_up(make_app().history, DECKS, Limits(), NOW)
    lines = early.home_lines(today, Words("fr", "tui"), now=NOW, zone=UTC, cram=False, width=80, height=24)
    screen = pyte.Screen(80, 24)
    pyte.Stream(screen).feed(early.drawn(lines, 80, "papier"))
    assert [row.rstrip() for row in screen.display] == [("  " + line.text).rstrip() for line in lines]
    assert {cell.bg for row in screen.buffer.values() for cell in row.values()} == {"fbf8f1", "e3e9f2"}
    monkeypatch.setenv("NO_COLOR", "1")
    assert "38;2" not in early.drawn(lines, 80, "papier")


class Pretended(io.StringIO):
    """A stream that says it is a terminal."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor


def test_the_screen_is_given_back_where_the_app_does_not_come(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((80, 24)))
    today = look_up(make_app().history, DECKS, Limits(), NOW)
    stream = Pretended(1)

    def fail(then: Callable[[], None]) -> None:
        with early.home(today, Words("fr", "tui"), now=NOW, zone=UTC, cram=False, theme="nuit", stream=stream):
            then()

    with pytest.raises(ZeroDivisionError):
        fail(lambda: print(1 / 0))
    assert stream.getvalue().startswith("\x1b[?1049h")
    assert stream.getvalue().endswith("\x1b[?1049l\x1b[?25h")
    monkeypatch.setenv("TERM", "dumb")
    before = stream.getvalue()
    fail(lambda: None)
    assert stream.getvalue() == before


def test_keys_typed_before_the_app_listens_are_not_lost_and_the_terminal_is_as_before(tmp_path: Path) -> None:
    import termios

    with Terminal([sys.executable, "-m", "tests.tui.hostile", str(tmp_path)]) as terminal:
        before = termios.tcgetattr(terminal.slave)
        terminal.until("Entrée commencer")
        terminal.send("\r")
        terminal.until("Trois")
        terminal.send("qq")
        assert terminal.close() == 0
        assert termios.tcgetattr(terminal.slave) == before
        assert b"\x1b[?1049l" in terminal.raw


def test_a_terminal_that_goes_away_ends_it(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tests.tui.hostile", str(tmp_path)]) as terminal:
        terminal.until("Entrée commencer")
        terminal.send("\r")
        terminal.until("Trois")
        terminal.hang_up()
        terminal.process.wait(10)


def test_a_terminal_of_no_size_at_all_is_lived_through(tmp_path: Path) -> None:
    import fcntl
    import struct
    import termios

    with Terminal([sys.executable, "-m", "tests.tui.hostile", str(tmp_path)]) as terminal:
        terminal.until("Entrée commencer")
        for rows, columns in ((0, 0), (1, 1), (2, 300), (24, 80)):
            fcntl.ioctl(terminal.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            terminal.process.send_signal(signal.SIGWINCH)
        terminal.send("\r")
        terminal.until("Trois")
        terminal.send("qq")
        assert terminal.close() == 0


def test_ctrl_c_during_the_start_is_no_traceback(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tests.tui.hostile", str(tmp_path)]) as terminal:
        terminal.until("Entrée commencer")
        terminal.process.send_signal(signal.SIGINT)
        terminal.close()
        assert b"\x1b[?1049l" in terminal.raw
