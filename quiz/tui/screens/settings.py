"""What can be set: left and right change a value, which holds and is kept at once; every change can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.errors import QuizError
from quiz.settings import FILE, Settings
from quiz.tui import keymap, ownkeys
from quiz.tui import setting_pages as pages
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, Run, para, run
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.bars import Head
from quiz.typography import safe_text


class SettingsScreen(QuizScreen):
    """Rows to be changed."""

    place: keymap.Place = "settings"

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._note: tuple[str, str] = ("", "")
        self._done: list[tuple[pages.Row, Settings]] = []

    @property
    def _row(self) -> pages.Row:
        return pages.ROWS[self._at]

    @property
    def room(self) -> int:
        """Rows of the page: there is nothing to grade below it."""
        return super().room + 2

    def draw(self) -> None:
        """The head and the rows."""
        app, more = self.quiz, self.quiz.more
        self.query_one(Head).show(Run(more.say("settings.title"), "brand"), more.say("settings.kept"))
        home = app.setup.home
        files = {
            "keys": safe_text(str(home / ownkeys.FILE)) if home else more.say("settings.nowhere"),
            "home": safe_text(str(home / FILE)) if home else more.say("settings.nowhere"),
        }

        def page(width: int) -> Sequence[Block]:
            blocks = pages.settings_page(app.settings, self._at, more, files, width=width)
            said, look = self._note
            return [*blocks[:-1], para(run(said, look), gap=1, tight=1)] if said else blocks

        self.sheet.show(page, width=self.size.width, room=self.room, keep_place=True)
        self.sheet.reveal(self._at)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say, more = self.words.say, self.quiz.more.say
        return [
            Hint("↑ ↓", more("key.move"), "down"),
            Hint("← →", say("key.edit"), "more"),
            Hint(say("key.delete"), more("key.usual"), "unset", 2),
            Hint("u", say("key.undo"), "undo"),
            Hint("?", say("key.help"), "help", 1),
            Hint("q", more("key.back"), "leave"),
        ]

    def act(self, command: str) -> None:
        """Move, change, take back, go back."""
        if command in ("up", "down"):
            self._go(self._at + (1 if command == "down" else -1))
        elif command in ("more", "less", "go"):
            self._set(pages.stepped(self.quiz.settings, self._row, -1 if command == "less" else 1))
        elif command == "unset":
            self._set(pages.unset(self.quiz.settings, self._row))
        elif command == "undo":
            self._undo()
        elif command == "leave":
            self.dismiss("home")

    def command(self, command: str) -> None:
        """As everywhere; but the ends are the rows'."""
        if command in ("top", "bottom"):
            self._go(0 if command == "top" else len(pages.ROWS) - 1)
        else:
            before = self.quiz.settings
            super().command(command)
            if command == "theme" and self.quiz.settings != before:
                self._done.append((next(row for row in pages.ROWS if row.name == "theme"), before))

    def pick(self, at: int) -> None:
        """A click chooses a row, a second one changes it."""
        if at == self._at:
            self.act("more")
        else:
            self._go(at)

    def _go(self, at: int) -> None:
        self._at, self._note = max(0, min(len(pages.ROWS) - 1, at)), ("", "")
        self.redraw()

    def _set(self, settings: Settings) -> None:
        before = self.quiz.settings
        if settings == before:
            return
        if not (self._done and self._done[-1][0] == self._row):  # a run of changes to one row is one change
            self._done.append((self._row, before))
        self._note = ("", "")
        self._apply(settings)

    def _undo(self) -> None:
        if not self._done:
            self._note = (self.quiz.more.say("undone.nothing"), "dim")
            self.redraw()
            return
        row, before = self._done.pop()
        self._at, self._note = pages.ROWS.index(row), ("", "")
        self._apply(before)
        if not self._note[0]:
            name = self.quiz.more.say(f"settings.{row.name}")
            self._note = (self.quiz.more.say("settings.undone", what=name), "note")
            self.redraw()

    def _apply(self, settings: Settings) -> None:
        try:
            self.quiz.set(settings)
        except QuizError as error:
            self._note = ("✗ " + self.quiz.sentence(error), "bad")
        self.redraw()
