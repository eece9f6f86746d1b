"""Lessons for the screens of a class: the teacher's app over a lesson at some moment, a pupil's at a server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from quiz.classroom.client import Call, Client
from quiz.classroom.happening import Happening
from quiz.classroom.ledger import Kept, Ledger
from quiz.classroom.lesson import Lesson, Rules
from quiz.classroom.network import serving
from quiz.classroom.server import Host
from quiz.deck import Card, Deck
from quiz.language import Lang
from quiz.tui.lesson.host import HostApp
from quiz.tui.lesson.join import JoinApp
from tests.tui.conftest import screen_text
from tests.tui.samples import CLOZE, QUOTE, SHARE, SOURCES, TRAMWAY, TRUE_FALSE

NOW = 1_741_685_400_000
CODE = "KWHRZA"
CARDS = (QUOTE, SHARE, TRUE_FALSE, CLOZE)
NAMES = ("Loutre bleue", "Geai vif", "Ada", "Koala fier", "Hibou doux")


def taught(*moves: str, cards: Sequence[Card] = CARDS, pupils: int = 5, **rules: Any) -> Lesson:
    """A lesson after some moves: "open", "close", "skip", "pause", "end", "lock"; "answers" lets all but the last
    answer the open question, the first two rightly; "free" sends the first pupil on to the second question."""
    lesson = Lesson("essai", cards, Rules(**rules))
    for at, name in enumerate(NAMES[:pupils]):
        lesson.apply(lesson.seating(name, f"t{at}", NOW))
    for move in moves:
        _move(lesson, move)
    return lesson


def _move(lesson: Lesson, move: str) -> None:
    plain: dict[str, Callable[[], Happening]] = {
        "open": lambda: lesson.opening(NOW), "close": lambda: lesson.closing(NOW), "skip": lambda: lesson.skipping(NOW),
        "pause": lambda: Happening("paused", NOW), "end": lambda: Happening("ended", NOW),
        "lock": lambda: Happening("locked", NOW),
    }  # fmt: skip
    if move in plain:
        lesson.apply(plain[move]())
    elif move == "free":
        lesson.apply(answer(lesson, 0, 0, right=True))
        for kind in ("settled", "advanced"):
            act = lesson.going_on(0, 0, NOW)
            assert act is not None
            assert act.kind == kind
            lesson.apply(act)
    else:
        assert lesson.at is not None
        for seat in lesson.present[:-1]:
            lesson.apply(answer(lesson, seat.id, lesson.at, right=seat.id < 2))


def answer(lesson: Lesson, seat: int, at: int, *, right: bool) -> Happening:
    """A pupil's answer to a question, right or wrong."""
    asked = lesson.rounds[at]
    key = asked.card.answer.fr
    value: int | str = key if right else "je ne sais pas"
    if asked.choices:
        value = [choice.fr == key for choice in asked.choices].index(right)
    act = lesson.answering(seat, at, 1, value, NOW + 4000)
    assert act is not None
    return act


@contextmanager
def hosted(
    folder: Path, lesson: Lesson, lang: Lang = "fr", clock: Callable[[], int] = lambda: NOW
) -> Iterator[HostApp]:
    """The teacher's app, not running yet."""
    deck = Deck("tramway", TRAMWAY.title, SOURCES, tuple(one.card for one in lesson.rounds))
    ledger = Ledger.create(folder / "essai.sqlite", Kept("essai", CODE, NOW, deck, lesson.rules, ()))
    try:
        yield HostApp(Host(lesson, ledger, CODE, deck.title, lambda: NOW), "127.0.0.1", 0, lang=lang)
    finally:
        ledger.close()


def pupil(lang: Lang = "fr", name: str = "Ada", code: str = CODE) -> JoinApp:
    """A pupil's app that will find its lesson once `beside` has a server for it."""
    return JoinApp(Client(Call("127.0.0.1:1", code, name)), lang=lang)


@asynccontextmanager
async def beside(app: JoinApp, folder: Path, lesson: Lesson) -> AsyncIterator[Host]:
    """A server for the pupil's app, in the same loop."""
    deck = Deck("tramway", TRAMWAY.title, SOURCES, tuple(one.card for one in lesson.rounds))
    ledger = Ledger.create(folder / "essai.sqlite", Kept("essai", CODE, NOW, deck, lesson.rules, ()))
    host = Host(lesson, ledger, CODE, deck.title)
    try:
        async with serving(host.application()) as port:
            app.client.call.address = f"127.0.0.1:{port}"
            yield host
    finally:
        ledger.close()


async def until(pilot: Pilot[int], true: Callable[[], object]) -> None:
    """Let the app go on until something holds."""
    async with asyncio.timeout(10):
        while not true():
            await pilot.pause(0.02)
    await pilot.pause()


def shown(app: Any) -> str:
    """What can be read, every space an ordinary one."""
    return " ".join(screen_text(app).replace("▎", " ").split())
