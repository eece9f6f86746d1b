"""The command palette: what can be done on the present screen, and where else one can go, found by its name.

Textual's own, with our commands in the language of the interface. It refuses to know what a command does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.widgets.option_list import Option

from quiz.language import Words
from quiz.tui.keymap import printed
from quiz.tui.screens.base import QuizScreen

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp

_SILENT = frozenset({
    "up", "down", "page-up", "page-down", "top", "bottom", "go", "submit", "palette", "keep", "clear", "more", "less",
    "unset", "next", "previous",
})  # fmt: skip
"""Commands that are nothing without the key they stand on."""


class Palette(CommandPalette):
    """Textual's palette, its sentences ours."""

    def __init__(self, words: Words) -> None:
        super().__init__(placeholder=words.say("palette.placeholder"), id="--command-palette")
        self._nothing = words.say("palette.none")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say at once, in our words, that nothing was found."""
        if search_value:
            self.query_one(CommandList).add_option(Option(self._nothing, disabled=True, id=self._NO_MATCHES))
            self._list_visible = True


def commands(app: QuizApp, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """Everything the keys of the present screen do, in words, each with its key."""
    if not isinstance(screen, QuizScreen):
        return
    place, say = screen.place, app.words.say
    keys: dict[str, str] = {}
    for key, command in app.keys.tables[place].items():
        # The letter is named where there is one, and the first of the others where there is none.
        if command not in keys or (len(key) == 1 and len(keys[command]) > 1):
            keys[command] = key
    for command, key in keys.items():
        if command not in _SILENT:
            title = say(f"palette.{command}")
            yield SystemCommand(f"{title} ({_named(key, app.words)})", "", _run(screen, command))


def _named(key: str, words: Words) -> str:
    """A key as a reader knows it."""
    return words.say(f"key.{key}") if key in ("enter", "escape", "space", "delete") else printed(key)


def _run(screen: QuizScreen, command: str) -> Any:
    return lambda: screen.command(command)
