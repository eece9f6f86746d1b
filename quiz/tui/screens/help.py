"""All keys, over whatever was on screen. Any key closes it but those that scroll it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from quiz.language import Words
from quiz.tui import keymap
from quiz.tui.help_pages import help_page
from quiz.tui.screens.base import passed_on
from quiz.tui.widgets.sheet import Sheet


class HelpScreen(ModalScreen[None]):
    """The keys, place by place."""

    AUTO_FOCUS = None

    def __init__(self, words: Words, place: keymap.Place, keys: keymap.Keys = keymap.USUAL, own: str = "") -> None:
        """`keys` are those that hold; `own` is the file a learner's own are written in."""
        super().__init__()
        self._words, self._place, self._keys, self._own = words, place, keys, own

    def compose(self) -> ComposeResult:
        """One framed page."""
        with Vertical(id="panel"):
            yield Sheet(id="sheet")

    def on_resize(self) -> None:
        """Lay the page out for the new size."""
        width = min(76, self.size.width - 4)
        panel = self.query_one("#panel")
        panel.styles.width = width
        sheet = self.query_one(Sheet)
        more = Words(self._words.lang, "screens")
        sheet.show(
            lambda _: help_page(self._words, more, self._keys, self._place, self._own),
            width=width - 4,
            room=max(1, self.size.height - 4),
            fit=True,
        )
        panel.styles.height = min(len(sheet.lines), max(1, self.size.height - 4)) + 2

    def on_key(self, event: events.Key) -> None:
        """Scroll, or close."""
        event.stop()
        event.prevent_default()
        if passed_on(self, event):
            return
        sheet = self.query_one(Sheet)
        command = keymap.command("help", event.key, event.character)
        steps = {"up": -1, "down": 1, "page-up": -10, "page-down": 10, "top": -999, "bottom": 999}
        if command in steps:
            sheet.scroll_by(steps[command])
        else:
            self.dismiss()

    def on_click(self) -> None:
        """A click closes it too."""
        self.dismiss()
