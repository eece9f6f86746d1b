"""The home screen drawn by hand while Textual is being imported, so that something is there at once.

It draws the very lines the screen itself draws a moment later, and gives the terminal back if that moment never comes.
It refuses to read a key: what is typed meanwhile waits for the screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import TextIO

from quiz import phrases
from quiz.language import Words
from quiz.tui import figures, frame
from quiz.tui.keymap import USUAL, Keys
from quiz.tui.layout import Line, Run, clip, lay_out, pad, run
from quiz.tui.looks import LOOKS, PALETTES, Look
from quiz.tui.today import Today
from quiz.typography import cell_width

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?1049l\x1b[?25h"


@contextmanager
def home(
    today: Today,
    words: Words,
    *,
    now: datetime,
    zone: tzinfo | None,
    cram: bool,
    theme: str,
    keys: Keys = USUAL,
    note: str = "",
    stream: TextIO | None = None,
) -> Iterator[None]:
    """Show the home screen while the body runs; the body ends where the app takes over. Draws nothing on what is no
    terminal."""
    stream = stream or sys.__stderr__
    if stream is None or not stream.isatty() or os.name != "posix" or os.environ.get("TERM", "dumb") == "dumb":
        yield
        return
    width, height = os.get_terminal_size(stream.fileno())
    if frame.too_small(width, height):
        yield
        return
    lines = home_lines(today, words, now=now, zone=zone, cram=cram, width=width, height=height, keys=keys, note=note)
    stream.write(_ENTER + drawn(lines, width, theme))
    stream.flush()
    try:
        yield
    except BaseException:
        stream.write(_LEAVE)
        stream.flush()
        raise


@contextmanager
def quiet_keys() -> Iterator[None]:
    """Keep what is typed before the app listens from being echoed over the screen, and Enter from becoming a line feed.
    To be held until the app has ended, since the app leaves the terminal as it found it."""
    try:
        if not sys.stdin.isatty():
            raise ValueError
        import termios

        descriptor = sys.stdin.fileno()
    except (ImportError, OSError, ValueError, AttributeError):  # Windows; standard input closed or no terminal
        yield
        return
    before = termios.tcgetattr(descriptor)
    quiet = [*before]
    quiet[0] = before[0] & ~termios.ICRNL
    quiet[3] = before[3] & ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)


def home_lines(
    today: Today,
    words: Words,
    *,
    now: datetime,
    zone: tzinfo | None,
    cram: bool,
    width: int,
    height: int,
    keys: Keys = USUAL,
    note: str = "",
) -> list[Line]:
    """Every row of the window, as the home screen first shows it."""
    _, column = frame.column_of(width)
    date = phrases.date_in_words(phrases.study_day(now, zone).isoformat(), words, weekday=True)
    head = frame.head_lines(Run(words.say("home.title"), "brand"), run(date, "dim"), 0.0, column)
    blocks = figures.home_page(
        today.rows, today.together, words, now=now, zone=zone, cram=cram, cursor=0, note=note, width=column
    )
    room = frame.room_of(height)
    page = lay_out(blocks, column, room)
    air = min(frame.air_of(height), max(0, room - len(page)))
    seen = [
        replace(line, margin=frame.margin_mark(at, 0, room, len(page) + air))
        for at, line in enumerate(page[:room], air)
    ]
    foot, _ = frame.foot_line(keys.shown("home", figures.home_hints(today, words, cram=cram)), column)
    edge = [Line()] if height >= frame.TALL else []
    top = [*edge, *head, Line(), *[Line()] * air, *seen]
    return [*top, *[Line()] * (height - len(top) - 1 - len(edge)), foot, *edge]


def drawn(lines: Sequence[Line], width: int, theme: str) -> str:
    """The lines as a terminal takes them, in colour where it says it has all of them."""
    colors = PALETTES.get(theme, {})
    if os.environ.get("NO_COLOR") or os.environ.get("COLORTERM") not in ("truecolor", "24bit"):
        colors = {}
    left, column = frame.column_of(width)
    paper = _sgr(Look("text", "paper"), colors)
    rows = []
    for at, line in enumerate(lines, start=1):
        ground = _sgr(LOOKS[line.ground], colors) if line.ground else ""
        inner, used = "", 0
        for part in line.runs:
            text = clip(part.text, width - left - used)
            inner += f"\x1b[0m{paper}{ground}{_sgr(LOOKS[part.look], colors)}{text}"
            used += cell_width(text)
        rest = f"\x1b[0m{paper}{ground}{' ' * max(0, column - used)}" if ground else ""
        filled = left + max(used, column if ground else 0)
        rows.append(
            f"\x1b[{at};1H{paper}{pad(line.margin, left)}{inner}{rest}\x1b[0m{paper}{' ' * max(0, width - filled)}"
        )
    return "".join(rows) + "\x1b[0m\x1b[1;1H"


def _sgr(look: Look, colors: dict[str, str]) -> str:
    codes = [
        code for code, on in (("1", look.bold), ("3", look.italic), ("4", look.underline), ("9", look.strike)) if on
    ]
    for prefix, name in (("38", look.color), ("48", look.ground)):
        if name in colors:
            red, green, blue = (int(colors[name][at : at + 2], 16) for at in (1, 3, 5))
            codes.append(f"{prefix};2;{red};{green};{blue}")
    return f"\x1b[{';'.join(codes)}m" if codes else ""
