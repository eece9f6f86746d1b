"""`quiz play` on the full screen: the only module that starts Textual. Screens coordinate, widgets draw, the session
decides; the app holds what they share and knows which screen comes first.
"""

from __future__ import annotations

import gc
import os
import select
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.language import Lang, Words, of_locale
from quiz.settings import Settings, save
from quiz.study.history import History
from quiz.study.session import Limits, Session
from quiz.tui import ownkeys, start
from quiz.tui.looks import theme_of
from quiz.tui.quiet import QuietApp
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.setup import Setup
from quiz.tui.themes import themes
from quiz.tui.today import Today, look_up
from quiz.typography import safe_text

if TYPE_CHECKING:
    from quiz.tui.deeds import Deeds
    from quiz.tui.translation import Translation


class QuizApp(QuietApp):
    """The home screen, and what all screens need: decks, history, words, clock."""

    CSS_PATH = "app.tcss"
    TITLE = "quiz"
    COMMAND_PALETTE_BINDING = "ctrl+backslash"  # ours is in the keymap
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
        setup: Setup | None = None,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.animation_level = "none"
        self.history, self.decks, self.limits, self.cram = history, tuple(decks), limits, cram
        self.clock = clock or history.clock
        self.zone = history.zone
        self.words = Words(lang, "tui")
        self.stopwatch = stopwatch
        self.setup = setup or Setup()
        self.settings, self.keys = self.setup.settings, self.setup.keys
        self.looked_up: Today | None = None
        self._notice = self.setup.notice
        self.answered = 0
        self.hushed = False
        self._deeds: Deeds | None = None
        self._translation: Translation | None = None
        for theme in themes():
            self.register_theme(theme)
        self.theme = theme_of(self.settings.theme, os.environ)

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

    async def on_event(self, event: events.Event) -> None:
        """Any key stops what is being read aloud."""
        if isinstance(event, events.Key) and self.setup.voice is not None:
            self.hushed = self.setup.voice.stop()
        await super().on_event(event)

    def get_default_screen(self) -> HomeScreen:
        """The home screen is the first one."""
        return HomeScreen()

    def today(self) -> Today:
        """How the decks stand now; at the start, as it has been looked up already."""
        known, self.looked_up = self.looked_up, None
        return known or look_up(self.history, self.decks, self.limits, self.clock())

    def notice(self) -> str:
        """What there is to say of the files this was started with, once."""
        told, self._notice = self._notice, ""
        return told

    def begin(self, decks: Sequence[Deck], *, cram: bool) -> Session:
        """A sitting over some of the decks."""
        from_english = self.settings.from_english or self.setup.from_english
        return Session.begin(self.history, decks, self.limits, self.clock, cram, self.words.lang, from_english)

    def exit(self, *args: Any, **options: Any) -> None:
        """End; what works in the background stops with it, and keeps what it has done."""
        self.away()
        super().exit(*args, **options)

    def _handle_exception(self, error: Exception) -> None:
        self.away()
        super()._handle_exception(error)

    # Beside the sitting

    @property
    def more(self) -> Words:
        """The words of the screens that are opened now and then."""
        return Words(self.words.lang, "screens")

    @property
    def deeds(self) -> Deeds:
        """What was done to cards outside of an answer."""
        if self._deeds is None:
            from quiz.tui.deeds import Deeds

            self._deeds = Deeds(self.history, self.put)
        return self._deeds

    @property
    def deeds_done(self) -> int:
        """How many of them; that there are none is known without loading what does them."""
        return len(self._deeds.done) if self._deeds is not None else 0

    @property
    def translation(self) -> Translation:
        """Decks put into English behind the home screen."""
        if self._translation is None:
            from quiz.tui.translation import Translation

            self._translation = Translation(self)
        return self._translation

    def offers_english(self, then: Callable[[], None]) -> bool:
        """Whether English that was missing is offered now; `then` what goes on afterwards."""
        return self._translation is not None and self._translation.offer(then)

    def at_home(self) -> None:
        """The home screen is on top: what waits for a quiet moment goes on."""
        if self._translation is not None and isinstance(self.screen, HomeScreen):
            self._translation.at_home()

    def away(self) -> None:
        """Cards are about to be played: what works in the background makes way."""
        if self._translation is not None:
            self._translation.pause()

    @property
    def background(self) -> str:
        """What there is to say of the work in the background."""
        return self._translation.said if self._translation is not None else ""

    def said_at_home(self) -> None:
        """Something in the background has news for the home screen."""
        if isinstance(self.screen, HomeScreen):
            self.screen.look_again()

    def put(self, deck: Deck) -> None:
        """A deck as somebody has corrected it takes the place of the former one. A copy of it in another file stays."""
        where = deck.id, deck.path
        self.decks = tuple(deck if (other.id, other.path) == where else other for other in self.decks)

    # What is set

    def set(self, settings: Settings) -> None:
        """Let other settings hold from now on, and keep them. Raises QuizError where they cannot be kept; they hold
        all the same."""
        before, self.settings = self.settings, settings
        if settings.lang != before.lang:
            self.words = Words(settings.lang or of_locale(), "tui")
        day = {"new": settings.new, "reviews": settings.reviews, "retention": settings.retention}
        changed = {name: value for name, value in day.items() if value != getattr(before, name)}
        if changed:  # what was asked for this run alone stays
            self.limits = replace(self.limits, **changed)  # type: ignore[arg-type]
        if settings.theme != before.theme:
            self.theme = theme_of(settings.theme, os.environ)
        if self.setup.home is not None:
            save(self.setup.home, settings)

    def next_theme(self) -> None:
        """The next palette, which stays for the next time."""
        super().next_theme()
        with suppress(QuizError):  # a disk that refuses is no reason to refuse a colour
            self.set(replace(self.settings, theme=self.theme))

    def sentence(self, error: QuizError) -> str:
        """What went wrong, as the command line would say it."""
        return error.sentence(self.words.lang)

    # Over every screen

    def show_help(self) -> None:
        """All keys, over the present screen."""
        place = self.screen.place if isinstance(self.screen, QuizScreen) else "home"
        own = safe_text(str(self.setup.home / ownkeys.FILE)) if self.setup.home else ""
        self.push_screen(HelpScreen(self.words, place, self.keys, own))

    def action_command_palette(self) -> None:
        """What can be done here, to be found by its name."""
        if isinstance(self.screen, QuizScreen):
            from quiz.tui.palette import Palette

            self.push_screen(Palette(self.words))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the present screen, and those that open others."""
        from quiz.tui.palette import commands

        return commands(self, screen)


def play(history: History, decks: Sequence[Deck], **options: Any) -> int:
    """As `start.play`, which is quicker to show something."""
    return start.play(history, decks, **options)


def _collect_garbage() -> None:
    gc.freeze()
    gc.enable()
