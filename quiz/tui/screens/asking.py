"""A framed line to write a few words on, over whatever is below. Enter gives them, Escape gives none."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from quiz.tui.layout import para, run
from quiz.tui.widgets.answer import Line
from quiz.tui.widgets.sheet import Sheet

_WIDTH = 76


class AskScreen(ModalScreen[str]):
    """Closes with what was written, trimmed; "" for nothing."""

    AUTO_FOCUS = "#asked"

    def __init__(self, question: str, hint: str, longest: int) -> None:
        super().__init__()
        self._question, self._hint, self._longest = question, hint, longest

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical(id="panel"):
            yield Sheet(id="sheet")
            yield Line(placeholder=self._hint, select_on_focus=False, max_length=self._longest, id="asked")

    def on_mount(self) -> None:
        """No blinking."""
        self.query_one(Line).cursor_blink = False

    def on_resize(self) -> None:
        """Lay the question out for the new size."""
        width = max(12, min(_WIDTH, self.size.width - 4))
        panel, sheet = self.query_one("#panel"), self.query_one(Sheet)
        panel.styles.width = width
        blocks = [para(run(self._question, "question"))]
        sheet.show(lambda _: blocks, width=width - 4, room=max(1, self.size.height - 6), fit=True)
        panel.styles.height = len(sheet.lines) + 4

    def on_key(self, event: events.Key) -> None:
        """Enter gives what is written, Escape leaves without a word."""
        if event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            self.dismiss(" ".join(self.query_one(Line).value.split()) if event.key == "enter" else "")
