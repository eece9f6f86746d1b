"""The first screen: what is due today. It starts a session over one deck or all of them, or a practice round."""

from __future__ import annotations

from collections.abc import Sequence

from quiz import phrases
from quiz.errors import QuizError
from quiz.study.history import DeckStatus
from quiz.study.session import Session
from quiz.tui import figures
from quiz.tui.frame import Hint
from quiz.tui.layout import Run
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.today import Today
from quiz.tui.widgets.bars import Head


class HomeScreen(QuizScreen):
    """What waits, deck by deck; Enter begins."""

    place = "home"

    def __init__(self) -> None:
        super().__init__()
        self._today: Today | None = None
        self._cursor = 0
        self._note = ""
        self._sittings: list[tuple[Session, int]] = []
        """Those that were played, and how much had been done on other screens before each."""

    def on_screen_resume(self) -> None:
        """Look up what is due: it has changed if a session has been played."""
        self._today, self._note = self.quiz.today(), self.quiz.notice()
        super().on_screen_resume()
        self.quiz.at_home()

    def look_again(self) -> None:
        """Something has changed behind this screen: a deck, or what there is to say."""
        self._today = self.quiz.today()
        self.redraw()

    @property
    def _rows(self) -> Sequence[DeckStatus]:
        return self._today.rows if self._today else ()

    @property
    def _last(self) -> int:
        return len(self._rows) - (len(self._rows) < 2)

    def draw(self) -> None:
        """The head and the table."""
        app, today = self.quiz, self._today
        if today is None:
            return
        now = app.clock()
        date = phrases.date_in_words(phrases.study_day(now, app.zone).isoformat(), self.words, weekday=True)
        self.query_one(Head).show(Run(self.words.say("home.title"), "brand"), date)
        self.sheet.show(
            lambda width: figures.home_page(
                today.rows,
                today.together,
                self.words,
                now=now,
                zone=app.zone,
                cram=app.cram,
                cursor=self._cursor,
                note=self._note or self.quiz.background,
                width=width,
            ),
            width=self.size.width,
            room=self.room,
            air=self.air,
            keep_place=True,
        )

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        return figures.home_hints(self._today, self.words, cram=self.quiz.cram) if self._today else ()

    def act(self, command: str) -> None:
        """Move, begin or quit."""
        if command == "leave":
            self.app.exit()
        elif command in ("up", "down"):
            self._note = ""
            self._cursor = max(0, min(self._last, self._cursor + (1 if command == "down" else -1)))
            self.redraw()
            self.sheet.reveal(self._cursor)
        elif command == "go":
            self._start(cram=self.quiz.cram)
        elif command == "practice":
            self._start(cram=True)
        elif command == "undo":
            self._undo()
        elif command == "browse":
            from quiz.tui.screens.browse import BrowseScreen

            self.app.push_screen(BrowseScreen())
        elif command == "stats":
            from quiz.tui.screens.statistics import StatisticsScreen

            self.app.push_screen(StatisticsScreen())
        elif command == "settings":
            from quiz.tui.screens.settings import SettingsScreen

            self.app.push_screen(SettingsScreen())

    def pick(self, at: int) -> None:
        """A click on a deck chooses it, a second one begins."""
        if self._cursor == at:
            self._start(cram=self.quiz.cram)
        else:
            self._cursor = at
            self.redraw()

    def _undo(self) -> None:
        """Take back what was last done: to a card on another screen, or in a sitting."""
        from quiz.tui.browse_pages import one_line

        while self._sittings and self._sittings[-1][0].undoable is None:
            self._sittings.pop()
        deeds = self.quiz.deeds
        if self._sittings and len(deeds.done) <= self._sittings[-1][1]:
            self._undo_in(self._sittings[-1][0])
            return
        try:
            deed = deeds.undo()
        except QuizError as error:
            self._note = self.quiz.sentence(error)
        else:
            what = one_line(deed.item.card, self.words.lang) if deed else ""
            self._note = self.quiz.more.say(f"undone.{deed.name}" if deed else "undone.nothing", what=what)
            self._today = self.quiz.today()
        self.redraw()

    def _undo_in(self, session: Session) -> None:
        """Take back the last thing done in a sitting that is over."""
        from quiz.tui.browse_pages import one_line

        last = session.undoable
        assert last is not None
        name, card = last
        try:
            session.undo()
        except QuizError as error:
            self._note = self.quiz.sentence(error)
        else:
            self.quiz.answered -= name == "answer"
            for deck in session.decks if name in ("edit", "reject") else ():
                self.quiz.put(deck)
            what = one_line(session.current(card), self.words.lang)
            self._note = self.quiz.more.say(f"undone.{name}", what=what)
            self._today = self.quiz.today()
        self.redraw()

    def _start(self, *, cram: bool) -> None:
        if not self._rows:
            return
        several = len(self._rows) > 1
        chosen = self._rows[self._cursor - several :][:1] if self._cursor or not several else self._rows
        try:
            session = self.quiz.begin([row.deck for row in chosen], cram=cram)
            question = session.question()
        except QuizError as error:
            self._note = self.quiz.sentence(error)
        else:
            if question is not None:
                self.quiz.away()
                self._sittings.append((session, self.quiz.deeds_done))
                self.app.push_screen(PlayScreen(session))
                return
            self._note = self.words.say("home.nothing-here")
        self.redraw()
