"""The full screens of a class, handed to the commands as functions: what draws is loaded when it is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.language import Lang
from quiz.settings import Settings
from quiz.tui.setup import Setup

if TYPE_CHECKING:
    from quiz.classroom.client import Client
    from quiz.classroom.server import Host


def host(lang: Lang, settings: Settings, home: Path) -> Callable[[Host, str, int], None]:
    """Draws the teacher's side: a lesson served on an address and a port."""

    def draw(served: Host, bind: str, port: int) -> None:
        from quiz.tui.lesson.host import show

        show(served, bind, port, lang=lang, setup=Setup(settings, home))

    return draw


def join(lang: Lang, settings: Settings, home: Path) -> Callable[[Client], int]:
    """Draws a pupil's side; gives the exit status."""

    def draw(client: Client) -> int:
        from quiz.tui.lesson.join import show

        return show(client, lang=lang, setup=Setup(settings, home))

    return draw
