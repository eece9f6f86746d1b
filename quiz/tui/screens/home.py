"""The first screen: what is due today. It starts a session over one deck or all of them, or a practice round."""

from __future__ import annotations

from collections.abc import Sequence

from quiz import phrases
from quiz.study.history import DeckStatus
from quiz.tui import pages
from quiz.tui.layout import Run
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.widgets.bars import Head, Hint


class HomeScreen(QuizScreen):
    """What waits, deck by deck; Enter begins."""

    place = "home"

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[DeckStatus] = []
        self._together: DeckStatus | None = None
        self._cursor = 0

    def on_mount(self) -> None:
        """Look up what is due."""
        self._look_up()

    def on_screen_resume(self) -> None:
        """What is due has changed if a session has been played."""
        self._look_up()
        super().on_screen_resume()

    def _look_up(self) -> None:
        self._rows, self._together = self.quiz.overview()

    @property
    def _last(self) -> int:
        return len(self._rows) - (len(self._rows) < 2)

    def draw(self) -> None:
        """The head and the table."""
        app = self.quiz
        now = app.clock()
        today = phrases.study_day(now, app.zone)
        said = phrases.date_in_words(today.isoformat(), self.words, weekday=True)
        self.query_one(Head).show(Run(self.words.say("home.title"), "brand"), said)
        rows, together = self._rows, self._together
        if together is None:
            return
        self.sheet.show(
            lambda width: pages.home_page(
                rows, together, self.words, now=now, zone=app.zone, cram=app.cram, cursor=self._cursor, width=width
            ),
            width=self.size.width,
            room=self.room,
            air=self.air,
            keep_place=True,
        )
        self.sheet.reveal(self._cursor)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say = self.words.say
        waiting = any(row.due or row.learning or row.new for row in self._rows)
        hints = []
        if self._rows:
            start = Hint(say("key.enter"), say("key.start"), "go")
            practice = Hint("p", say("key.practice"), "practice")
            hints += [start, practice] if waiting or self.quiz.cram else [practice]
        if self._last > 0:
            hints.append(Hint(say("key.arrows"), say("key.select"), "down", 2))
        hints += [
            Hint("c", say("key.theme"), "theme", 3),
            Hint("?", say("key.help"), "help", 1),
            Hint("q", say("key.quit"), "leave"),
        ]
        return hints

    def act(self, command: str) -> None:
        """Move, begin or quit."""
        if command == "leave":
            self.app.exit()
        elif command in ("up", "down"):
            self._cursor = max(0, min(self._last, self._cursor + (1 if command == "down" else -1)))
            self.redraw()
        elif command == "go":
            self._start(cram=self.quiz.cram)
        elif command == "practice":
            self._start(cram=True)

    def pick(self, at: int) -> None:
        """A click on a deck chooses it, a second one begins."""
        if self._cursor == at:
            self._start(cram=self.quiz.cram)
        else:
            self._cursor = at
            self.redraw()

    def _start(self, *, cram: bool) -> None:
        if not self._rows:
            return
        several = len(self._rows) > 1
        chosen = self._rows[self._cursor - several :][:1] if self._cursor or not several else self._rows
        session = self.quiz.begin([row.deck for row in chosen], cram=cram)
        if session.question() is not None:
            self.app.push_screen(PlayScreen(session))
