"""`quiz host` on the full screen: the lesson served and shown in one loop, so that what a key does is done at once.

The screen is projected. It shows the host's lesson and passes keys on; the rules are the lesson's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual.app import App

from quiz.classroom.lesson import Refused
from quiz.classroom.network import called, serving
from quiz.classroom.server import Host
from quiz.errors import QuizError
from quiz.language import Lang, Words
from quiz.tui import keymap
from quiz.tui.big import projected
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, Run, para, run
from quiz.tui.lesson import pages
from quiz.tui.lesson.app import LessonApp
from quiz.tui.screens.base import QuizScreen
from quiz.tui.setup import Setup
from quiz.tui.widgets.bars import Head

if TYPE_CHECKING:
    from textual.timer import Timer

_EVERY = 0.15
"""Seconds between two drawings at least, however many pupils answer meanwhile."""


class HostApp(LessonApp):
    """One lesson, from the open door to the end."""

    def __init__(self, host: Host, bind: str, port: int, *, lang: Lang, setup: Setup | None = None) -> None:
        super().__init__(lang, setup)
        self.host, self._bind, self._port = host, bind, port
        self.address = ""

    def get_default_screen(self) -> HostScreen:
        """The lesson."""
        return HostScreen(self.host)

    def on_mount(self) -> None:
        """Open the door."""
        self.run_worker(self._serve(), exit_on_error=True)

    async def _serve(self) -> None:
        from asyncio import Event

        try:
            async with serving(self.host.application(), self._bind, self._port) as port:
                self.address = called(self._bind, port)
                cast(HostScreen, self.screen_stack[0]).redraw()
                await Event().wait()
        except QuizError as error:
            self._handle_exception(error)


class HostScreen(QuizScreen):
    """What the class sees."""

    place: keymap.Place = "lesson"

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._say = ""
        self._listing = False
        self._cursor = 0
        self._due: Timer | None = None
        self._leaving = False
        """Whether the key that ends the lesson was struck once."""

    @property
    def _app(self) -> HostApp:
        return cast(HostApp, cast("App[int]", self.app))

    @property
    def _words(self) -> Words:
        return self._app.lesson_words

    def on_mount(self) -> None:
        """Draw whatever changes, a few times a second at most, and the clock."""
        self._host.changed = self._changed  # from now on
        self.set_interval(0.5, self._tick)

    def _changed(self) -> None:
        if self._due is None and self.is_running:
            self._due = self.set_timer(_EVERY, self._show_change)

    def _show_change(self) -> None:
        self._due = None
        self.redraw()

    def _tick(self) -> None:
        if self._host.lesson.deadline is not None:
            self._head()

    # ---- what is shown

    def draw(self) -> None:
        """The page for the present state."""
        self._head()
        self.sheet.show(self._page, width=self.size.width, room=self.room + 2, air=self.air, keep_place=True)
        if self._listing:
            self.sheet.reveal(self._cursor)

    def _head(self) -> None:
        lesson, words = self._host.lesson, self._words
        title = self._host.title.said(words.lang)
        where = ""
        if lesson.at is not None:
            where = words.say("host.question", number=lesson.at + 1, total=len(lesson.rounds))
        if lesson.phase == "open":
            where = f"{self._answered()}   {where}".rstrip()
            if lesson.deadline is not None:
                where = f"{self._host.seconds_left()} s   {where}"
        asked = sum(one.closed for one in lesson.rounds)
        self.query_one(Head).show(Run(title, "brand"), where, asked / max(1, len(lesson.rounds)))

    def _answered(self) -> str:
        lesson = self._host.lesson
        if lesson.rules.pace == "free":
            done = sum(seat.at >= len(lesson.rounds) for seat in lesson.present)
            return self._words.say("host.done", n=done, of=len(lesson.present))
        answers = lesson.rounds[lesson.at].answers if lesson.at is not None else {}
        here = {seat.id for seat in lesson.present}
        return self._words.say("host.answered", n=len(here & set(answers)), of=len(here))

    def _page(self, width: int) -> Sequence[Block]:
        lesson, words = self._host.lesson, self._words
        room = self.room + 2
        paused = [para(run(words.say("host.paused"), "note"), gap=1)] if lesson.paused_at is not None else []
        if self._listing:
            blocks = pages.seats(lesson, lesson.present, self._host.online(), self._cursor, words, width)
        elif lesson.phase == "lobby":
            blocks = pages.lobby(lesson, self._app.address, self._host.code, self._qr(), words, width, room)
        elif lesson.phase == "ended":
            blocks = pages.ended(lesson, words)
        elif lesson.at is None:
            blocks = [*pages.free(lesson, words, width), *paused]
        elif lesson.phase == "open":
            blocks = projected([*pages.question(lesson.rounds[lesson.at], words), *paused], width, room)
        else:
            blocks = pages.key(lesson, lesson.rounds[lesson.at], words, width)
        if self._host.broken:
            blocks = [para(run(words.say("host.broken"), "bad"), gap=1), *blocks]
        if self._say:
            blocks = [*blocks, para(run(self._say, "note"), gap=1)]
        return blocks

    def _qr(self) -> list[str]:
        if not self._app.address:
            return []
        import segno

        matrix = segno.make(f"http://{self._app.address}/#{self._host.code}", error="l", micro=False, boost_error=False)
        rows = [list(row) for row in matrix.matrix_iter(border=2)]
        rows += [[0] * len(rows[0])] * (len(rows) % 2)
        signs = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
        return [
            "".join(
                signs[int(bool(upper)), int(bool(lower))] for upper, lower in zip(rows[at], rows[at + 1], strict=True)
            )
            for at in range(0, len(rows), 2)
        ]

    def hints(self) -> Sequence[Hint]:
        """What the teacher can do now."""
        say, lesson = self._words.say, self._host.lesson
        leave = Hint("q", say("key.end" if lesson.phase != "ended" else "key.leave"), "leave")
        who = Hint("w", say("key.who"), "who", 2)
        if self._listing:
            return [
                Hint("r", say("key.rename"), "rename"),
                Hint("k", say("key.kick"), "kick"),
                Hint("x", say("key.ban"), "ban"),
                Hint("w", say("key.back-to-lesson"), "who"),
            ]
        pause = Hint("p", say("key.pause"), "pause", 3)
        skip, back = Hint("s", say("key.skip"), "skip", 4), Hint("b", say("key.back"), "back", 5)
        lock = Hint("l", say("key.unlock" if lesson.locked else "key.lock"), "lock", 6)
        enter, about = say("key.enter"), Hint("?", say("key.help"), "help", 7)
        match lesson.phase:
            case "lobby":
                return [Hint(enter, say("key.begin"), "go"), who, lock, about, leave]
            case "open":
                close = say("key.close" if lesson.rules.pace == "teacher" else "key.finish")
                if lesson.paused_at is not None:
                    close = say("key.resume")
                return [
                    Hint(enter, close, "go"),
                    *([pause] if lesson.paused_at is None else []),
                    *([skip] if lesson.at is not None else []),
                    who,
                    lock,
                    about,
                    leave,
                ]
            case "closed":
                return [Hint(enter, say("key.next"), "go"), back, skip, who, lock, about, leave]
            case _:
                return [who, about, leave]

    # ---- what is done

    def act(self, command: str) -> None:
        """A key of the teacher's."""
        self._say, before, self._leaving = "", self._leaving, command == "leave" and not self._listing
        try:
            self._do(command, sure=before)
        except Refused as refused:
            self._say = self._words.say(f"refused.{refused.why}")
        self.redraw()

    def _do(self, command: str, *, sure: bool) -> None:
        host, lesson = self._host, self._host.lesson
        present = lesson.present
        if command == "who":
            self._listing = not self._listing
            self._cursor = min(self._cursor, max(0, len(present) - 1))
        elif self._listing:
            if command in ("up", "down"):
                self._cursor = max(0, min(len(present) - 1, self._cursor + (1 if command == "down" else -1)))
            elif command == "leave":
                self._listing = False
            elif command in ("rename", "kick", "ban") and present:
                seat = present[min(self._cursor, len(present) - 1)].id
                acts: dict[str, Callable[[], None]] = {
                    "rename": lambda: host.rename(seat), "kick": lambda: host.kick(seat),
                    "ban": lambda: host.kick(seat, ban=True),
                }  # fmt: skip
                acts[command]()
                self._cursor = min(self._cursor, max(0, len(lesson.present) - 1))
        elif command == "go":
            self._go()
        elif command == "leave":
            if lesson.phase == "ended" or host.broken:
                self.app.exit(0)
            elif sure:
                host.end()
                self._leaving = False
            else:
                self._say = self._words.say("host.once-more")
        else:
            plain: dict[str, Callable[[], None]] = {
                "skip": host.skip, "back": host.back, "pause": host.pause, "lock": host.lock,
            }  # fmt: skip
            if command in plain:
                plain[command]()

    def _go(self) -> None:
        host, lesson = self._host, self._host.lesson
        if lesson.paused_at is not None:
            host.pause()  # what comes next after a break is the question itself
            return
        if lesson.phase == "open":
            host.close() if lesson.rules.pace == "teacher" else host.end()
            return
        try:
            host.go_on()
        except Refused as refused:
            if refused.why != "no-more":
                raise
            host.end()

    def pick(self, at: int) -> None:
        """A pupil's row was clicked."""
        if self._listing:
            self._cursor = at
            self.redraw()


def show(host: Host, bind: str, port: int, *, lang: Lang, setup: Setup) -> None:
    """Serve and draw a lesson until the teacher leaves it. Raises what went wrong inside, the screen put back first."""
    app = HostApp(host, bind, port, lang=lang, setup=setup)
    app.run()
    if app.failure is not None:
        raise app.failure
