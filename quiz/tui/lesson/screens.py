"""The full screens of a class, handed to the commands as functions: what draws is loaded when it is called."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck import Deck
from quiz.errors import QuizError
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


def teams(decks: Sequence[Deck], args: Namespace, settings: Settings, home: Path, lang: Lang, seed: str) -> int:
    """Two to four teams over the decks' cards, in an order that the seed decides. Raises QuizError "no-class-card"."""
    from quiz.classroom.teams import Game
    from quiz.phrases import local_title
    from quiz.study.class_cards import class_cards
    from quiz.tui.lesson.teams import show

    cards = class_cards(decks, seed, args.limit)
    if not cards:
        raise QuizError("no-class-card")
    return show(
        Game(cards, args.teams, buzz=args.buzz, seed=seed),
        title=local_title(decks[0].title, lang),
        lang=lang,
        projector=args.projector,
        seconds=args.seconds,
        setup=Setup(settings, home),
    )
