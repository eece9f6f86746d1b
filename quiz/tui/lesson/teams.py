"""`quiz play --teams`: two to four teams before one screen. Keys go to the game, and it says what happened."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import cast

from textual import events
from textual.app import App

from quiz.classroom.teams import Game
from quiz.language import Lang, Words
from quiz.study.class_cards import LETTERS
from quiz.tui import keymap
from quiz.tui.big import projected
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, run
from quiz.tui.lesson import team_pages as pages
from quiz.tui.lesson.app import LessonApp
from quiz.tui.screens.base import QuizScreen
from quiz.tui.setup import Setup
from quiz.tui.widgets.bars import Head


class TeamsApp(LessonApp):
    """One game."""

    def __init__(
        self,
        game: Game,
        *,
        title: str,
        lang: Lang,
        projector: bool = False,
        seconds: int | None = None,
        setup: Setup | None = None,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(lang, setup)
        self.game, self.title_shown, self.projector, self.seconds = game, title, projector, seconds
        self.stopwatch = stopwatch

    def get_default_screen(self) -> TeamsScreen:
        """The game."""
        return TeamsScreen(self.game)


class TeamsScreen(QuizScreen):
    """What both teams and the teacher see."""

    place: keymap.Place = "teams"

    def __init__(self, game: Game) -> None:
        super().__init__()
        self._game = game
        self._since = 0.0
        self._seen: object = None

    @property
    def _app(self) -> TeamsApp:
        return cast(TeamsApp, cast("App[int]", self.app))

    @property
    def _words(self) -> Words:
        return self._app.lesson_words

    def on_mount(self) -> None:
        """Count the seconds where a timer is wanted."""
        if self._app.seconds:
            self.set_interval(0.5, self._tick)

    # ---- what is shown

    def draw(self) -> None:
        """The head with the scores, and the page."""
        game = self._game
        if self._seen != (game.now.at, game.now.phase, game.now.turn):
            self._seen = (game.now.at, game.now.phase, game.now.turn)
            self._since = self._app.stopwatch()
        self._head()
        self.sheet.show(self._page, width=self.size.width, room=self.room + 2, air=self.air, keep_place=True)

    def _head(self) -> None:
        game = self._game
        right = pages.scores(game, self._words)
        if self._app.seconds and game.now.phase in ("asked", "buzzed"):
            right = f"{self._left()} s   {right}"
        where = self._words.say("host.question", number=game.now.at + 1, total=len(game.cards))
        left = run(where if game.now.phase != "over" else self._app.title_shown, "brand")
        share = 1.0 if game.now.phase == "over" else game.now.at / len(game.cards)
        self.query_one(Head).show(left, right, share)

    def _left(self) -> int:
        gone = self._app.stopwatch() - self._since
        return max(0, int((self._app.seconds or 0) - gone + 0.999))

    def _tick(self) -> None:
        if self._game.now.phase in ("asked", "buzzed"):
            if self._left() == 0:
                self._game.tell()
                self.redraw()
            else:
                self._head()

    def _page(self, width: int) -> Sequence[Block]:
        game, words = self._game, self._words
        if game.now.phase == "over":
            return pages.over(game, words, width, projector=self._app.projector)
        blocks = pages.told(game, words) if game.now.phase == "told" else pages.question(game, words)
        return projected(blocks, width, self.room + 2) if self._app.projector else blocks

    def hints(self) -> Sequence[Hint]:
        """What can be done now."""
        say, game = self._words.say, self._game
        enter, undo = say("key.enter"), Hint("⌫", say("key.undo"), "undo", 2)
        leave = Hint("Ctrl+Q", say("key.leave"), "leave")
        undo_leave = [undo, Hint("?", say("key.help"), "help", 3), leave]
        now = game.now
        if now.phase == "over":
            return undo_leave
        if now.phase == "told":
            return [Hint(enter, say("key.next"), "go"), *undo_leave]
        tell = Hint(enter, say("key.settle"), "go")
        if now.turn is None:
            return [tell, *undo_leave]
        if game.choices:
            return [Hint("1–" + str(len(game.choices)), say("key.answer"), ""), tell, *undo_leave]
        return [Hint("+", say("key.right"), "right"), Hint("−", say("key.wrong"), "wrong"), tell, *undo_leave]

    # ---- what is done

    def key(self, event: events.Key) -> None:
        """A letter buzzes or chooses; the rest as everywhere."""
        letter = (event.character or "").lower()
        now = self._game.now
        if len(letter) == 1 and letter.isalpha() and not self.hidden:
            event.stop()
            if self._game.buzzing and now.phase == "asked":
                team = pages.zone_of(letter, self._game.teams)
                done = team is not None and self._game.buzz(team)
            else:
                done = not self._game.buzzing and self._game.choose(LETTERS.find(letter.upper()))
            if done:
                self.redraw()
            return
        super().key(event)

    def number(self, number: int) -> None:
        """A digit chooses."""
        self.pick(number - 1)

    def pick(self, at: int) -> None:
        """A choice was taken."""
        if self._game.choose(at):
            self.redraw()

    def act(self, command: str) -> None:
        """A key of the teacher's."""
        game = self._game
        if command == "leave":
            self.app.exit(0)
        elif command == "go":
            _ = game.go_on() or game.tell()
        elif command == "undo":
            game.undo()
        elif command in ("right", "wrong"):
            game.judge(command == "right")
        self.redraw()


def show(game: Game, *, title: str, lang: Lang, projector: bool, seconds: int | None, setup: Setup) -> int:
    """Draw a game until it is left. Raises what went wrong inside, the screen put back first."""
    app = TeamsApp(game, title=title, lang=lang, projector=projector, seconds=seconds, setup=setup)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
