"""What `quiz host` and `quiz join` do: a lesson opened, served and shown; a seat taken."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.language import Lang, Words

if TYPE_CHECKING:
    from quiz.classroom.client import Client
    from quiz.classroom.server import Host

    Show = Callable[[Host, str, int], None]
    """Draws a lesson served on an address and a port until it is left."""

SEATS_A_MACHINE = 4
"""For a machine of the network, unless the teacher says otherwise; on loopback, every pupil has the same address."""
_NEEDED = ("starlette", "uvicorn", "websockets", "segno")


def host(args: argparse.Namespace, decks: list[Deck], home: Path, lang: Lang, show: Show | None) -> int:
    """Play a lesson with a class: on the screen that `show` draws, or line by line. Raises QuizError."""
    _need(_NEEDED)
    from quiz.classroom import lessons
    from quiz.classroom.guest import Bounds
    from quiz.classroom.lesson import Rules
    from quiz.classroom.network import is_loopback
    from quiz.classroom.server import Host

    if args.check:
        return _check(args, lang)
    rules = Rules(
        pace=args.pace,
        seconds=args.seconds,
        late=not args.no_late,
        free_names=args.free_names,
        teams=args.teams,
        seats=args.seats,
    )
    broken: list[QuizError] = []
    serving: list[Host] = []

    def failed(error: QuizError) -> None:
        broken.append(error)
        for one in serving:
            one.ledger_failed()

    if args.resume is not None:
        opened = lessons.resume(home, args.resume or None, failed)
    else:
        opened = lessons.begin(home, decks, rules, datetime.now(UTC), args.limit, failed)
    seats = args.per_machine or (None if is_loopback(args.bind) else SEATS_A_MACHINE)
    bounds = Bounds(per_machine=seats)
    hosted = Host(opened.lesson, opened.ledger, opened.kept.code, opened.kept.deck.title, bounds=bounds)
    serving.append(hosted)
    hosted.broken = bool(broken)
    try:
        if show is not None:
            show(hosted, args.bind, args.port)
        else:
            asyncio.run(_plain(hosted, args.bind, args.port, lang))
    finally:
        opened.ledger.close()
    if broken:
        raise broken[0]
    print(Words(lang, "classroom").say("host.kept", name=opened.kept.name))
    return 0


def _check(args: argparse.Namespace, lang: Lang) -> int:
    """Whether another machine can reach this one; where none did, paper is what remains."""
    from quiz.classroom.check import reached

    words = Words(lang, "classroom")
    bind = "0.0.0.0" if args.bind == "127.0.0.1" else args.bind  # of itself it would only reach itself
    seconds = args.seconds or 60

    def told(address: str) -> None:
        print(words.say("check.open", address=address, seconds=seconds), flush=True)

    guest = asyncio.run(reached(bind, args.port, seconds, told))
    print(words.say("check.reached", address=guest) if guest else words.say("check.nobody"))
    return 0 if guest else 1


async def _plain(hosted: Host, bind: str, port: int, lang: Lang) -> None:
    from quiz.classroom.network import called, serving
    from quiz.classroom.plain_host import PlainHost

    async with serving(hosted.application(), bind, port) as taken:
        await PlainHost(hosted, Words(lang, "classroom"), sys.stdin, sys.stdout).run(called(bind, taken))
        await hosted.settled()


def join(args: argparse.Namespace, home: Path, lang: Lang, show: Callable[[Client], int] | None) -> int:
    """Take a seat in a lesson, on the screen that `show` draws, or line by line. Raises QuizError for an address that
    is none."""
    _need(("websockets",))
    from quiz.classroom import seats
    from quiz.classroom.client import Call, Client
    from quiz.classroom.plain_join import PlainJoin

    call = Call(args.address, args.code, args.name or "")
    _ = call.url  # an address that is none is told before the screen changes
    seat = seats.find(home, call.url, args.code, call.name)
    call.token = seat.token
    client = Client(call, seated=seat.keep)
    try:
        if show is not None:
            return show(client)
        return asyncio.run(PlainJoin(client, Words(lang, "classroom"), sys.stdin, sys.stdout).run())
    finally:
        seat.close()


def full_screen(plain: bool) -> bool:
    """Whether there is a terminal to draw on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return not plain and os.environ.get("TERM") != "dumb" and all(stream.isatty() for stream in streams)


def _need(modules: tuple[str, ...]) -> None:
    for module in modules:
        if find_spec(module) is None:
            raise QuizError("class-extra-missing", module=module)
