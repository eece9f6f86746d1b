"""What the desk draws beside a page: the list of cards, a head and a foot as wide as both, a line for what was done.

They draw what they are given. They refuse to know what a card is worth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from quiz.tui.layout import Line, Run, clip, run
from quiz.tui.widgets.bars import Foot, Head
from quiz.tui.widgets.canvas import Canvas
from quiz.tui.widgets.sheet import column_of
from quiz.typography import wrap

MARGIN = 2


def _column(width: int, *, wide: bool) -> tuple[int, int]:
    return (MARGIN, max(8, width - 2 * MARGIN)) if wide else column_of(width)


class DeskHead(Head):
    """The head of the desk; `wide` spans both columns."""

    wide = False

    def column_for(self, width: int) -> int:
        """How wide it is in a window `width` cells wide."""
        return _column(width, wide=self.wide)[1]

    @property
    def column(self) -> tuple[int, int]:
        """The whole width, or the page's."""
        return _column(self.size.width, wide=self.wide)


class DeskFoot(Foot):
    """The foot of the desk; `wide` spans both columns."""

    wide = False

    @property
    def column(self) -> tuple[int, int]:
        """The whole width, or the page's."""
        return _column(self.size.width, wide=self.wide)


class Notice(Canvas):
    """What has just happened, on one line, or on as many as it takes."""

    wide = False
    MOST = 3

    def __init__(self) -> None:
        super().__init__()
        self._said = Run("")
        self._lines: list[str] = [""]

    @property
    def text(self) -> str:
        """What it says."""
        return self._said.text

    @property
    def rows(self) -> int:
        """How many lines it takes."""
        return len(self._lines)

    def show(self, text: str, look: str = "dim") -> None:
        """Say this instead of what it said."""
        self._said = run(text, look)
        self.refresh()

    def fit(self, width: int) -> None:
        """Lay what it says out for a window `width` cells wide."""
        _, column = _column(width, wide=self.wide)
        lines = wrap(self._said.text, column)
        self._lines = [*lines[: self.MOST - 1], clip(" ".join(lines[self.MOST - 1 :]), column)][: len(lines)]
        if self.styles.height is None or self.styles.height.value != self.rows:
            self.styles.height = self.rows
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        left, column = _column(self.size.width, wide=self.wide)
        text = self._lines[y] if y < len(self._lines) else ""
        return self.strip(Line((Run(text, self._said.look),)), left, column, self.size.width)


class CardList(Canvas):
    """Any number of rows, of which only those in the window are drawn; one of them is the cursor's."""

    @dataclass
    class Picked(Message):
        """A row was clicked."""

        at: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._row: Callable[[int], tuple[Run, ...]] = lambda _: ()
        self._count, self._cursor, self._room = 0, -1, 1

    def show(self, row: Callable[[int], tuple[Run, ...]], *, count: int, cursor: int, width: int, room: int) -> None:
        """`row` gives the runs of a row (0 to `count` - 1), `width` cells wide; the cursor’s is scrolled into sight."""
        self._row, self._count, self._cursor, self._room = row, count, cursor, max(1, room)
        self.virtual_size = Size(width, count)
        top = self.scroll_offset.y
        if cursor < top or cursor >= top + self._room:
            self.scroll_to(0, max(0, cursor - self._room // 2), animate=False, force=True, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the window."""
        at, width = y + self.scroll_offset.y, self.size.width
        if at >= self._count:
            return self.strip(None, 0, width, width)
        ground = "chosen" if at == self._cursor else ""
        return self.strip(Line(self._row(at), ground=ground), 0, width, width)

    def on_click(self, event: events.Click) -> None:
        """A click on a row opens its card."""
        at = event.y + self.scroll_offset.y
        if at < self._count:
            event.stop()
            self.post_message(self.Picked(at))
