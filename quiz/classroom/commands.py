"""What `quiz host` and `quiz join` do: a lesson opened, served and shown; a seat taken."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.language import Lang, Words

if TYPE_CHECKING:
    from quiz.classroom.lessons import Opened

_NEEDED = ("starlette", "uvicorn", "websockets", "segno")


def host(args: argparse.Namespace, decks: list[Deck], home: Path, lang: Lang) -> int:
    """Play a lesson with a class. Raises QuizError."""
    _need(_NEEDED)
    from quiz.classroom import lessons
    from quiz.classroom.lesson import Rules

    rules = Rules(
        pace=args.pace,
        seconds=args.seconds,
        late=not args.no_late,
        free_names=args.free_names,
        teams=args.teams,
        seats=args.seats,
    )
    broken: list[QuizError] = []
    if args.resume is not None:
        opened = lessons.resume(home, args.resume or None, broken.append)
    else:
        opened = lessons.begin(home, decks, rules, datetime.now(UTC), args.limit, broken.append)
    try:
        asyncio.run(_serve(args, opened, lang))
    finally:
        opened.ledger.close()
    if broken:
        raise broken[0]
    print(Words(lang, "classroom").say("host.kept", name=opened.kept.name))
    return 0


async def _serve(args: argparse.Namespace, opened: Opened, lang: Lang) -> None:
    from quiz.classroom.network import own_address, serving
    from quiz.classroom.plain_host import PlainHost
    from quiz.classroom.server import Host

    hosted = Host(opened.lesson, opened.ledger, opened.kept.code, opened.kept.deck.title)
    async with serving(hosted, args.bind, args.port) as port:
        everywhere = args.bind in ("0.0.0.0", "::")
        address = f"{(own_address() if everywhere else None) or args.bind}:{port}"
        await PlainHost(hosted, Words(lang, "classroom"), sys.stdin, sys.stdout).run(address)


def join(args: argparse.Namespace, lang: Lang) -> int:
    """Take a seat in a lesson. Raises QuizError for an address that is none."""
    _need(("websockets",))
    from quiz.classroom.client import Call, Client
    from quiz.classroom.plain_join import PlainJoin

    call = Call(args.address, args.code, args.name or "")
    _ = call.url  # an address that is none is told before the screen changes
    return asyncio.run(PlainJoin(Client(call), Words(lang, "classroom"), sys.stdin, sys.stdout).run())


def full_screen(plain: bool) -> bool:
    """Whether there is a terminal to draw on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return not plain and os.environ.get("TERM") != "dumb" and all(stream.isatty() for stream in streams)


def _need(modules: tuple[str, ...]) -> None:
    for module in modules:
        if find_spec(module) is None:
            raise QuizError("class-extra-missing", module=module)
