"""The field an answer is typed into. Textual's own input, without what would surprise: no blinking, no suggestions,
no select-all on focus. It refuses to judge what is typed.
"""

from __future__ import annotations

from textual import events
from textual.widgets._input import Input

from quiz.tui.frame import LOW, column_of
from quiz.typography import safe_text

LONGEST = 300
"""Characters that can be typed: far more than any answer has."""


class Line(Input):
    """Textual's input for one line, which a paste cannot break in two nor make obey."""

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted on one line, a space between its lines, without what a terminal would obey."""
        event.stop()
        event.prevent_default()
        lines = [line.strip() for line in safe_text(event.text.replace("\r", "\n")).splitlines()]
        text = " ".join(filter(None, lines))[:LONGEST]
        if text:
            self.replace(text, *self.selection)


class Answer(Line):
    """Open while an answer is typed, out of the way otherwise."""

    @staticmethod
    def rows(height: int) -> int:
        """Rows it takes in a window `height` rows high, the empty one above it included: a low one has no frame."""
        return 2 if height < LOW else 4

    def __init__(self) -> None:
        super().__init__(select_on_focus=False, disabled=True, max_length=LONGEST)
        self.cursor_blink = False
        self.display = False

    def fit(self, width: int) -> None:
        """Stand under the question in a window `width` cells wide."""
        left, column = column_of(width)
        self.styles.margin = (1, left, 0, left)
        self.styles.width = column

    def open(self, placeholder: str) -> None:
        """Empty the field and give it the keys."""
        self.placeholder = placeholder
        with self.prevent(Input.Changed):
            self.value = ""
        self.disabled = False
        self.display = True
        self.screen.set_focus(self)

    def close(self) -> None:
        """Take the keys away from the field and hide it."""
        if self.display:
            self.display = False
            self.disabled = True
