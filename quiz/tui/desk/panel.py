"""A framed page over the desk, with or without rows to choose from: the help, the filters, a file that has changed.

It moves the cursor, says which row was chosen, and knows nothing of what the rows mean.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from quiz.tui import keymap
from quiz.tui.layout import Block
from quiz.tui.screens.base import passed_on
from quiz.tui.widgets.sheet import Sheet

_CLOSING = ("escape", "q", "f")
_FRAME = 4
"""Cells the frame takes from the page, and the rows left around it."""


class Panel(ModalScreen[int | None]):
    """Closes with the row that was chosen, or None. Without rows, any key but those that scroll closes it."""

    AUTO_FOCUS = None

    def __init__(
        self,
        page: Callable[[int], Sequence[Block]],
        *,
        rows: int = 0,
        cursor: int = 0,
        letters: Mapping[str, int] | None = None,
        width: int = 76,
    ) -> None:
        """`page` draws the rows for a cursor; `letters` choose a row at once."""
        super().__init__()
        self._page, self._rows, self._cursor = page, rows, cursor
        self._letters, self._width = dict(letters or {}), width

    def compose(self) -> ComposeResult:
        """One framed page."""
        with Vertical(id="panel"):
            yield Sheet(id="sheet")

    def on_resize(self) -> None:
        """Lay the page out for the new size."""
        self._draw()

    def _draw(self) -> None:
        width = min(self._width, self.size.width - _FRAME)
        room = max(1, self.size.height - _FRAME)
        panel, sheet = self.query_one("#panel"), self.query_one(Sheet)
        panel.styles.width = width
        sheet.show(lambda _: self._page(self._cursor), width=width - _FRAME, room=room, fit=True, keep_place=True)
        panel.styles.height = min(len(sheet.lines), room) + 2
        if self._rows:
            sheet.reveal(self._cursor)

    def on_key(self, event: events.Key) -> None:
        """Move, scroll, choose or close. What is struck while it closes is for the screen below."""
        event.stop()
        event.prevent_default()
        if passed_on(self, event):
            return
        letter = (event.character or "").lower()
        command = keymap.command("help", event.key, event.character)
        if letter in self._letters:
            self.dismiss(self._letters[letter])
        elif self._rows and command in ("up", "down", "top", "bottom"):
            step = {"up": -1, "down": 1, "top": -self._rows, "bottom": self._rows}[command]
            self._cursor = max(0, min(self._rows - 1, self._cursor + step))
            self._draw()
        elif command in ("up", "down", "page-up", "page-down", "top", "bottom"):
            steps = {"up": -1, "down": 1, "page-up": -10, "page-down": 10, "top": -999, "bottom": 999}
            self.query_one(Sheet).scroll_by(steps[command])
        elif self._rows and event.key in ("enter", "space"):
            self.dismiss(self._cursor)
        elif not self._rows or event.key in _CLOSING or command == "leave":
            self.dismiss(None)

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        event.stop()
        self.dismiss(event.pick)

    def on_click(self, event: events.Click) -> None:
        """A click beside the rows closes the panel."""
        if event.widget is self or not self._rows:
            self.dismiss(None)
