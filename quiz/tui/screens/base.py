"""What every screen does alike: keys into commands, a redraw on resize, and a sentence where the window is too small.

It refuses to know what any one command does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from quiz import phrases
from quiz.language import Words
from quiz.tui import frame, keymap
from quiz.tui.frame import TALL as TALL
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, para, run
from quiz.tui.widgets.bars import Foot, Head
from quiz.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


class QuizScreen(Screen[str]):
    """A head, a page, a foot; commands from keys and clicks go to `act`."""

    AUTO_FOCUS = None
    TITLE = None
    place: keymap.Place = "home"

    def compose(self) -> ComposeResult:
        """The frame; a screen with more in it puts it between."""
        yield Head()
        yield Sheet(id="sheet")
        yield Foot()
        yield Sheet(id="small")

    @property
    def quiz(self) -> QuizApp:
        """The app this screen belongs to."""
        return cast("QuizApp", self.app)

    @property
    def words(self) -> Words:
        """The sentences of the interface."""
        return self.quiz.words

    @property
    def sheet(self) -> Sheet:
        """The page in the middle."""
        return self.query_one("#sheet", Sheet)

    def draw(self) -> None:
        """Show everything anew for the present size."""

    def act(self, command: str) -> None:
        """Do what a key or a click asked for."""

    def pick(self, at: int) -> None:
        """A row was clicked, or its number pressed."""

    def hints(self) -> Sequence[Hint]:
        """The keys that work now, for the foot."""
        return ()

    @property
    def room(self) -> int:
        """Rows the page may take."""
        return frame.room_of(self.size.height)

    @property
    def air(self) -> int:
        """Empty rows above the page where the window is tall, so that the text does not cling to its top."""
        return frame.air_of(self.size.height)

    @property
    def hidden(self) -> bool:
        """Whether the window is too small, so that the page cannot be seen and nothing on it may be answered."""
        return self.has_class("-small")

    def redraw(self) -> None:
        """Draw, or say that the window is too small to."""
        if not self.size:
            return
        width, height = self.size
        self.set_class(height >= TALL, "-tall")
        self.set_class(height < frame.LOW, "-low")
        small = frame.too_small(width, height)
        if small != self.hidden:
            self.set_class(small, "-small")
        if small:
            least = {"min_width": frame.SMALLEST[0], "min_height": frame.SMALLEST[1]}
            said = self.words.say("small.sentence", width=width, height=height, **least)
            notice: Sequence[Block] = [para(run(said))]
            self.query_one("#small", Sheet).show(lambda _: notice, width=width, room=height)
            return
        self.draw()
        self.query_one(Foot).show(self.quiz.keys.shown(self.place, self.hints()))

    def on_resize(self) -> None:
        """Lay the page out for the new size."""
        self.redraw()

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was on top."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Turn a key into a command; a key that has none does nothing. One that was typed ahead, while the screen it is
        for was not there yet, is passed on to it."""
        if passed_on(self, event):
            event.stop()
        else:
            self.key(event)

    def key(self, event: events.Key) -> None:
        """A key that is for this screen."""
        command = self.quiz.keys.command(self.place, event.key, event.character)
        if command is None:
            number = phrases.digit(event.character)
            if number is None or self.place in ("typed", "seek"):
                return
            event.stop()
            if not self.hidden:
                self.number(number)
            return
        event.stop()
        event.prevent_default()
        self.command(command)

    def number(self, number: int) -> None:
        """A digit key (0 to 9), shifted or not."""

    def command(self, command: str) -> None:
        """What all screens answer alike, and the rest for `act`."""
        if self.hidden and command not in ("leave", "help"):
            return
        if command == "help":
            self.quiz.show_help()
        elif command == "theme":
            self.quiz.next_theme()
        elif command == "palette":
            self.quiz.action_command_palette()
        elif command in ("page-up", "page-down", "top", "bottom"):
            step = max(1, self.room - 2)
            far = 10_000
            self.sheet.scroll_by({"page-up": -step, "page-down": step, "top": -far, "bottom": far}[command])
        else:
            self.act(command)

    @on(Foot.Pressed)
    def _foot(self, event: Foot.Pressed) -> None:
        event.stop()
        self.command(event.command)

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        event.stop()
        self.pick(event.pick)


def passed_on(screen: Screen[Any], event: events.Key) -> bool:
    """Whether another screen is on top by now; then the key is given to it, if it is one that takes keys."""
    top = screen.app.screen
    if top is screen:
        return False
    if isinstance(top, (QuizScreen, ModalScreen)):
        top.post_message(events.Key(event.key, event.character))
    return True
