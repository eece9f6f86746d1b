"""Any number of rows, of which only those in the window are drawn: ten thousand cost no more than twenty. It refuses to
know what a row says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from quiz.tui.layout import Line, Run
from quiz.tui.widgets.canvas import Canvas


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
