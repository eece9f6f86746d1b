"""The page in the middle of every screen: blocks of text in one centred column, some of which can be chosen.

It lays out, draws, scrolls and says which row was clicked. It refuses to know what a row means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from quiz.tui.frame import COLUMN as COLUMN
from quiz.tui.frame import column_of as column_of
from quiz.tui.frame import margin_mark
from quiz.tui.layout import Block, Line, lay_out
from quiz.tui.widgets.canvas import Canvas

Page = Callable[[int], Sequence[Block]]
"""A page is made for a width, since tables need to know it."""


class Sheet(Canvas):
    """Shows one page at a time; a longer one scrolls."""

    @dataclass
    class Picked(Message):
        """A row that can be chosen was clicked."""

        pick: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._lit: tuple[int, Line] | None = None
        self._page: Page = lambda _width: ()
        self._width = 0
        self._room = 0
        self._fit = False

    @property
    def lines(self) -> Sequence[Line]:
        """What is drawn, line by line, without the margins."""
        return self._lines

    @property
    def overflows(self) -> bool:
        """Whether some of the page is out of sight."""
        return len(self._lines) > self._room

    def show(
        self, page: Page, *, width: int, room: int, air: int = 0, fit: bool = False, keep_place: bool = False
    ) -> None:
        """Draw `page` for a screen `width` cells wide and at most `room` lines, with `air` empty lines above where they
        are to spare. `fit` makes the widget as high as its text; `keep_place` keeps the scroll position."""
        self._page, self._width, self._room, self._fit = page, width, max(1, room), fit
        _, column = column_of(width)
        lines = lay_out(page(column), column, self._room)
        top = min(air, max(0, self._room - len(lines)))
        self._lines = [Line()] * top + lines
        self._lit = None
        height = min(self._room, max(1, len(self._lines))) if fit else self._room
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        # Never less than the window, so that a page that fits follows another without a new layout.
        self.virtual_size = Size(width, max(height, len(self._lines)))
        if not keep_place:
            self.scroll_to(0, 0, animate=False)
        self.refresh()

    def find(self, anchor: str) -> int | None:
        """The line a named block begins on."""
        return next((at for at, line in enumerate(self._lines) if line.anchor == anchor), None)

    def light(self, at: int | None, line: Line | None = None) -> None:
        """Draw line `at` as `line` (the same text in other looks) and bring it into sight; None: none is lit."""
        self._lit = None if at is None or line is None else (at, line)
        if at is not None and not self.scroll_offset.y <= at < self.scroll_offset.y + self._room:
            self.scroll_to(0, max(0, at - self._room // 2), animate=False)
        self.refresh()

    def reveal(self, pick: int) -> None:
        """Scroll so that a row is in sight."""
        rows = [at for at, line in enumerate(self._lines) if line.pick == pick]
        if not rows:
            return
        top, bottom = rows[0], rows[-1]
        if top < self.scroll_offset.y:
            self.scroll_to(0, top, animate=False)
        elif bottom >= self.scroll_offset.y + self._room:
            self.scroll_to(0, bottom - self._room + 1, animate=False)

    def bring(self, anchor: str) -> None:
        """Scroll so that a named block is in sight, now and once the page has its new height."""
        self._bring(anchor)
        self.call_after_refresh(self._bring, anchor)

    def _bring(self, anchor: str) -> None:
        first = self.find(anchor)
        if first is None:
            return
        last = next((at for at in range(first + 1, len(self._lines)) if self._ends(at)), len(self._lines)) - 1
        top = self.scroll_offset.y
        if first < top or last >= top + self._room:
            self.scroll_to(0, min(first, max(0, last - self._room + 1)), animate=False)

    def _ends(self, at: int) -> bool:
        """Whether a line is no more of the block above it."""
        line = self._lines[at]
        return not line.runs or bool(line.anchor) or line.pick is not None

    def scroll_by(self, lines: int) -> None:
        """Move the page under the window by `lines` (negative: back)."""
        self.scroll_to(0, self.scroll_offset.y + lines, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        at = y + self.scroll_offset.y
        left, column = column_of(self._width or self.size.width)
        line = self._lines[at] if at < len(self._lines) else None
        if self._lit is not None and self._lit[0] == at:
            line = self._lit[1]
        strip = self.strip(line, left, column, self.size.width)
        mark = margin_mark(y, self.scroll_offset.y, self._room, len(self._lines))
        return Strip.join([Strip([Segment(mark, self.rich_style)]), strip.crop(1)]) if mark else strip

    def on_click(self, event: events.Click) -> None:
        """A click on a row that can be chosen chooses it."""
        at = event.y + self.scroll_offset.y
        pick = self._lines[at].pick if at < len(self._lines) else None
        if pick is not None:
            event.stop()
            self.post_message(self.Picked(pick))
