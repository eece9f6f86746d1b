"""One text being corrected: Textual's text area without what would surprise, broken where French is.

It refuses to know what the text is for.
"""

from __future__ import annotations

import re

from textual import _wrap, events
from textual.widgets._text_area import TextArea

from quiz.typography import safe_text

# Textual breaks lines at any white space, which leaves a lone "?" or "»" at the start of a line, and wraps through this
# one pattern: words are what stands between ordinary spaces.
_wrap.re_chunk = re.compile(r"[^ \t]+[ \t]*|[ \t]+")


class Field(TextArea):
    """A text of one line, however often it is wrapped, or of `several`. Enter, up and down lead to its neighbours."""

    def __init__(self, text: str, *, id: str, several: bool = False, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(text, id=id, compact=True, highlight_cursor_line=False, placeholder=placeholder)
        self._several = several
        self.cursor_blink = False

    def on_key(self, event: events.Key) -> None:
        """Enter ends a line only where there can be several."""
        if event.key == "enter" and not self._several:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is made fit to be shown."""
        text = safe_text(event.text)
        event.text = text if self._several else " ".join(text.split("\n"))

    def action_cursor_up(self, select: bool = False) -> None:
        """Up from the first line leads to the field above."""
        if self.wrapped_document.location_to_offset(self.cursor_location).y == 0 and not select:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Down from the last line leads to the field below."""
        last = self.wrapped_document.height - 1
        if self.wrapped_document.location_to_offset(self.cursor_location).y == last and not select:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)
