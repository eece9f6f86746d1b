"""The end of a session, or a pause in it: the figures, and the ways on. Undo works here too."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.study.session import Session
from quiz.tui import figures
from quiz.tui.frame import Hint
from quiz.tui.layout import Run
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.bars import Head


class SummaryScreen(QuizScreen):
    """Closes with a wish: "undo", "resume" or "home"."""

    place = "summary"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        question = session.question()
        self._left = question.remaining.total if question else 0
        self._note = ""

    def draw(self) -> None:
        """The head and the figures."""
        app, summary = self.quiz, self._session.summary()
        share = self._session.progress if self._left else 1.0
        self.query_one(Head).show(Run(self.words.say("home.title"), "brand"), "", share)
        now = app.clock()
        self.sheet.show(
            lambda width: figures.summary_page(
                summary,
                self.words,
                left=self._left,
                now=now,
                zone=app.zone,
                cram=self._session.cram,
                note=self._note,
                width=width,
                room=self.room,
            ),
            width=self.size.width,
            room=self.room,
            air=self.air,
            keep_place=True,
        )

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say = self.words.say
        last = self._session.undoable
        undo = self.quiz.more.say(f"undo.{last[0]}") if last else say("key.undo")
        go = say("key.resume" if self._left else "key.home")
        scroll = [Hint(say("key.arrows"), say("key.scroll"), "page-down", 1)] if self.sheet.overflows else []
        return [
            Hint(say("key.enter"), go, "go"),
            *([Hint(say("key.escape"), say("key.home"), "home", 1)] if self._left else []),
            Hint("u", undo, "undo"),
            *scroll,
            Hint("?", say("key.help"), "help", 2),
            Hint("q", say("key.quit"), "leave"),
        ]

    def act(self, command: str) -> None:
        """Go on, take back or quit."""
        if command == "go":
            self.dismiss("resume" if self._left else "home")
        elif command == "home":
            self.dismiss("home")
        elif command == "undo":
            if self._session.undoable is not None:
                self.dismiss("undo")
            else:
                self._note = self.words.say("question.no-undo")
                self.redraw()
        elif command == "leave":
            self.app.exit()
        elif command in ("up", "down"):
            self.sheet.scroll_by(1 if command == "down" else -1)
