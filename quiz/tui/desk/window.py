"""The desk's window: what its screens share, and the question what to do when somebody else changed the file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.deck_edit import Rebased
from quiz.errors import QuizError
from quiz.language import Lang
from quiz.tui.desk import pages
from quiz.tui.desk.cards import CardsScreen
from quiz.tui.desk.panel import Panel
from quiz.tui.desk.review import Review
from quiz.tui.desk.widgets import Notice
from quiz.tui.layout import run
from quiz.tui.looks import theme_of
from quiz.tui.quiet import QuietApp
from quiz.tui.setup import Setup
from quiz.tui.themes import themes


class DeskApp(QuietApp):
    """One deck, reviewed."""

    CSS_PATH: ClassVar[list[str]] = ["../app.tcss", "desk.tcss"]  # type: ignore[assignment]
    TITLE = "quiz"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", show=False, priority=True)]

    def __init__(
        self,
        review: Review,
        *,
        lang: Lang,
        stopwatch: Callable[[], float] = time.monotonic,
        setup: Setup | None = None,
    ) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.animation_level = "none"
        self.review, self.speech, self.stopwatch = review, pages.Speech.of(lang), stopwatch
        self.words = self.speech.screens
        for theme in themes():
            self.register_theme(theme)
        self._setup = setup or Setup()
        self.theme = theme_of(self._setup.settings.theme, os.environ)

    def get_default_screen(self) -> CardsScreen:
        """The desk."""
        return CardsScreen(self.review, self.speech)

    def sentence(self, error: QuizError) -> str:
        """What went wrong, as the command line would say it."""
        return error.sentence(self.speech.desk.lang)

    def next_theme(self) -> None:
        """The next palette, which stays for the next time, here and where cards are played."""
        super().next_theme()
        self.keep_theme(self._setup.home)

    def show_help(self) -> None:
        """All keys, over the present screen."""
        self.push_screen(Panel(lambda _: pages.help_page(self.speech)))

    def resolve(self, error: QuizError, then: Callable[[Rebased | None], None], *, editing: bool) -> None:
        """Somebody else changed the file, or it has gone. Ask what to do; where the person wants that, read it again
        (or write it again) and call `then` with what came of it (None: it was written again)."""
        file = run(str(error.details.get("file", ""))).text

        def chosen(picked: int | None) -> None:
            if picked != 0:
                if not editing:
                    self._say(self.speech.desk.say("conflict.unsaved"), "bad")
                return
            try:
                if error.key == "desk-gone":
                    self.review.write_anew()
                    then(None)
                else:
                    then(self.review.reload())
            except QuizError as worse:
                self._say("✗ " + self.sentence(worse), "bad")

        page = lambda cursor: pages.conflict_page(error.key, file, self.speech, editing=editing, cursor=cursor)  # noqa: E731
        self.push_screen(Panel(page, rows=2, letters={"r": 0}), chosen)

    def _say(self, text: str, look: str) -> None:
        screen = self.screen
        if isinstance(screen, CardsScreen):
            screen.say(text, look)
        elif screen.query(Notice):
            screen.query_one(Notice).show(text, look)
            screen.query_one(Notice).fit(self.size.width)

    def reloaded(self, rebased: Rebased | None) -> str:
        """What came of reading the file again, in words."""
        say = self.speech.desk.say
        if rebased is None:
            return say("reloaded.written")
        if rebased.clashed:
            return say("reloaded.clashed", n=len(rebased.clashed))
        return say("reloaded.redone", n=len(rebased.redone)) if rebased.redone else say("reloaded.plain")
