"""An app that ends quietly: leaving is what `q` does wherever the keys go, and an error closes the screen and is kept
for whoever ran the app. Knows nothing of what is shown."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from textual.app import App

from quiz.errors import QuizError
from quiz.settings import load_or_usual, save
from quiz.tui import keymap
from quiz.tui.looks import PALETTES
from quiz.tui.screens.base import QuizScreen


class QuietApp(App[int]):
    """What the quiz and the teacher's desk have in common."""

    keys: keymap.Keys = keymap.USUAL
    """Which key does what; a learner may have changed some."""

    @property
    def failure(self) -> Exception | None:
        """What ended the app before its time."""
        return self._exception

    def action_leave(self) -> None:
        """Ctrl+Q, and Ctrl+C where it is bound: what `q` does."""
        if isinstance(self.screen, QuizScreen):
            self.screen.command("leave")
        else:
            self.pop_screen()

    def _handle_exception(self, error: Exception) -> None:
        """Close the screen and leave the error to the caller, never to a traceback with what memory holds."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def next_theme(self) -> None:
        """Dark to light and back."""
        names = list(PALETTES)
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        if isinstance(self.screen, QuizScreen):
            self.screen.redraw()

    def keep_theme(self, home: Path | None) -> None:
        """Have the present palette stay for the next time, wherever cards are shown; nowhere without a `home`."""
        if home is not None:
            with suppress(QuizError):  # a disk that refuses is no reason to refuse a colour
                save(home, replace(load_or_usual(home)[0], theme=self.theme))
