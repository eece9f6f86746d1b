"""What the three apps of a class have in common: colours, words in both vocabularies, the help and the palette of the
place one is in. Knows nothing of lessons.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.language import Lang, Words
from quiz.tui.looks import theme_of
from quiz.tui.quiet import QuietApp
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.help import HelpScreen
from quiz.tui.setup import Setup
from quiz.tui.themes import themes

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


class LessonApp(QuietApp):
    """`words` are those of every screen, `lesson_words` those of a class."""

    CSS_PATH = "../app.tcss"
    TITLE = "quiz"
    COMMAND_PALETTE_BINDING = "ctrl+backslash"  # ours is in the keymap
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+c", "leave", show=False, priority=True),
    ]

    def __init__(self, lang: Lang, setup: Setup | None) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.animation_level = "none"
        self.setup = setup or Setup()
        for theme in themes():
            self.register_theme(theme)
        self.theme = theme_of(self.setup.settings.theme, os.environ)
        self.speak(lang)

    def speak(self, lang: Lang) -> None:
        """Show everything in this language from the next drawing on."""
        self.words, self.lesson_words = Words(lang, "tui"), Words(lang, "classroom")

    def show_help(self) -> None:
        """The keys of the present screen."""
        if isinstance(self.screen, QuizScreen):
            self.push_screen(HelpScreen(self.words, self.screen.place, self.keys))

    def action_command_palette(self) -> None:
        """What can be done here, to be found by its name."""
        if isinstance(self.screen, QuizScreen):
            from quiz.tui.palette import Palette

            self.push_screen(Palette(self.words))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the present screen."""
        from quiz.tui.palette import commands

        return commands(cast("QuizApp", self), screen)

    def next_theme(self) -> None:
        """The next palette, which stays for the next time."""
        super().next_theme()
        self.keep_theme(self.setup.home)
