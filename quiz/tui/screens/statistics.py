"""How study is going, a page a question; left and right lead from one to the next. The figures are read once, when the
screen opens: they are those of `quiz stats --json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quiz import phrases
from quiz.errors import QuizError
from quiz.study.stats import stats
from quiz.tui import keymap, stat_pages
from quiz.tui.browse_pages import Speech
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, Run, para, run
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.bars import Head


class StatisticsScreen(QuizScreen):
    """Pages to be turned."""

    place: keymap.Place = "stats"

    def __init__(self, page: int = 0) -> None:
        super().__init__()
        self._at = page
        self._figures: stat_pages.Figures = {}
        self._said = ""

    def on_mount(self) -> None:
        """Read the figures."""
        app = self.quiz
        try:
            self._figures = stats(app.history, app.decks, app.clock(), app.limits)
        except QuizError as error:
            self._said = app.sentence(error)
        # A deck is known to the figures by its id, and to a reader by its title.
        names = phrases.deck_names(app.decks, app.words.lang)
        self._figures["titles"] = {deck.id: name for deck, name in zip(app.decks, names, strict=True)}

    @property
    def _pages(self) -> Sequence[str]:
        """The pages that have something to show: before the first answer, only the one on what comes."""
        return stat_pages.PAGES if self._figures.get("reviews") else stat_pages.PAGES[:1]

    @property
    def room(self) -> int:
        """Rows of a page: there is nothing to grade below it."""
        return super().room + 2

    def draw(self) -> None:
        """The head and the page."""
        app, more = self.quiz, self.quiz.more
        name, pages = self._pages[min(self._at, len(self._pages) - 1)], len(self._pages)
        place = more.say("stats.place", at=self._at + 1, n=pages) if pages > 1 else ""
        self.query_one(Head).show(Run(more.say("stats.title"), "brand"), place, (self._at + 1) / pages)
        now = app.clock()
        speech = Speech(app.words.lang, more, app.words, now, app.zone)
        today = date.fromordinal(app.history.today(now))

        def page(width: int) -> Sequence[Block]:
            if self._said:
                return [para(run(self._said, "bad"))]
            blocks = stat_pages.stat_page(name, self._figures, speech, today=today, width=width, room=self.room)
            none = [para(run(more.say("stats.nothing-yet"), "dim"), gap=1, tight=1)] if pages == 1 else []
            return [*blocks, *none]

        self.sheet.show(page, width=self.size.width, room=self.room)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say, more = self.words.say, self.quiz.more.say
        several = len(self._pages) > 1
        scroll = [Hint(say("key.arrows"), say("key.scroll"), "page-down", 1)] if self.sheet.overflows else []
        return [
            *([Hint("→", more("key.next"), "next"), Hint("←", more("key.previous"), "previous")] if several else []),
            *scroll,
            Hint("c", say("key.theme"), "theme", 2),
            Hint("?", say("key.help"), "help", 1),
            Hint("q", more("key.back"), "leave"),
        ]

    def act(self, command: str) -> None:
        """Turn the page, scroll it, or go back."""
        if command in ("next", "previous"):
            self._at = (self._at + (1 if command == "next" else -1)) % len(self._pages)
            self.redraw()
        elif command in ("up", "down"):
            self.sheet.scroll_by(1 if command == "down" else -1)
        elif command == "leave":
            self.dismiss("home")

    def number(self, number: int) -> None:
        """A digit opens its page."""
        if 1 <= number <= len(self._pages):
            self._at = number - 1
            self.redraw()
