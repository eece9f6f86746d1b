"""`quiz play` on the full screen: the only module that starts Textual. Screens coordinate, widgets draw, the session
decides; the app holds what they share and knows which screen comes first.
"""

from __future__ import annotations

import gc
import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.language import Lang, Words
from quiz.study.history import History
from quiz.study.session import Limits, Session
from quiz.tui import start
from quiz.tui.looks import theme_of_terminal
from quiz.tui.quiet import QuietApp
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.themes import themes
from quiz.tui.today import Today, look_up


class QuizApp(QuietApp):
    """The home screen, and what all screens need: decks, history, words, clock."""

    CSS_PATH = "app.tcss"
    TITLE = "quiz"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False, priority=True),
    ]

    def __init__(
        self,
        history: History,
        decks: Sequence[Deck],
        *,
        lang: Lang,
        limits: Limits,
        cram: bool = False,
        clock: Callable[[], datetime] | None = None,
        settings: Any = None,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.animation_level = "none"
        self.history, self.decks, self.limits, self.cram = history, tuple(decks), limits, cram
        self.clock = clock or history.clock
        self.zone = history.zone
        self.words = Words(lang, "tui")
        self.stopwatch = stopwatch
        self.settings = settings
        self.looked_up: Today | None = None
        self.answered = 0
        for theme in themes():
            self.register_theme(theme)
        self.theme = getattr(settings, "theme", None) or theme_of_terminal(os.environ)

    def on_mount(self) -> None:
        """Once the first screen is painted, collect garbage again; and keep an eye on the terminal."""
        self.set_timer(0.3, _collect_garbage)
        if not self.is_headless:
            self.set_interval(2, self._leave_a_closed_terminal)

    def _leave_a_closed_terminal(self) -> None:
        """End where the terminal has gone without a signal: Textual would go on reading, and use a whole core."""
        try:
            watch = select.poll()
            watch.register(sys.__stdin__.fileno(), select.POLLHUP)  # type: ignore[union-attr]
            gone = any(happened & select.POLLHUP for _, happened in watch.poll(0))
        except (AttributeError, OSError, ValueError):  # no poll on this system, no standard input
            return
        if gone:
            self.exit()

    def get_default_screen(self) -> HomeScreen:
        """The home screen is the first one."""
        return HomeScreen()

    def today(self) -> Today:
        """How the decks stand now; at the start, as it has been looked up already."""
        known, self.looked_up = self.looked_up, None
        return known or look_up(self.history, self.decks, self.limits, self.clock())

    def begin(self, decks: Sequence[Deck], *, cram: bool) -> Session:
        """A sitting over some of the decks."""
        return Session.begin(self.history, decks, self.limits, self.clock, cram, self.words.lang)

    def sentence(self, error: QuizError) -> str:
        """What went wrong, as the command line would say it."""
        return Words(self.words.lang, "errors").say(error.key, None, **error.details)

    def show_help(self) -> None:
        """All keys, over the present screen."""
        place = self.screen.place if isinstance(self.screen, QuizScreen) else "home"
        self.push_screen(HelpScreen(self.words, place))


def play(history: History, decks: Sequence[Deck], **options: Any) -> int:
    """As `start.play`, which is quicker to show something."""
    return start.play(history, decks, **options)


def _collect_garbage() -> None:
    gc.freeze()
    gc.enable()
