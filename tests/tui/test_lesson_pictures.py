"""How the screens of a class look, kept as pictures: in French small and dark, in English large and on paper, and some
in all four ways."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from quiz.classroom.lesson import Lesson
from quiz.classroom.teams import Game
from quiz.deck import Card
from quiz.language import Lang
from quiz.tui.lesson.teams import TeamsApp
from tests.tui.lessons import beside, hosted, pupil, shown, taught, until
from tests.tui.samples import CLOZE, LONG, QUOTE, SHARE, TRUE_FALSE

Compare = Callable[..., bool]
WAYS: list[tuple[Lang, tuple[int, int], str]] = [("fr", (80, 24), "nuit"), ("en", (120, 40), "papier")]
ALL = [*WAYS, ("en", (80, 24), "nuit"), ("fr", (120, 40), "papier")]

TEACHER: dict[str, tuple[Callable[[], Lesson], tuple[str, ...]]] = {
    "lobby": (lambda: taught("lock"), ()),
    "choice": (lambda: taught("open"), ()),
    "long": (lambda: taught("open", cards=(LONG,)), ()),
    "typed": (lambda: taught("open", cards=(SHARE,), seconds=45), ()),
    "true-false": (lambda: taught("open", cards=(TRUE_FALSE,)), ()),
    "cloze": (lambda: taught("open", cards=(CLOZE,)), ()),
    "key": (lambda: taught("open", "answers", "close", teams=2), ()),
    "key-typed": (lambda: taught("open", "answers", "close", cards=(SHARE,)), ()),
    "paused": (lambda: taught("open", "answers", "pause"), ()),
    "pupils": (lambda: taught("open", "answers", teams=2), ("w", "down")),
    "free": (lambda: taught("open", "free", pace="free"), ()),
    "sure": (lambda: taught("open"), ("q",)),
    "ended": (lambda: taught("open", "answers", "close", "end"), ()),
    "ended-teams": (lambda: taught("open", "answers", "close", "end", teams=2), ()),
}
WANTED = [(name, *way) for name in TEACHER for way in (ALL if name in ("lobby", "choice", "key") else WAYS)]


@pytest.mark.parametrize(("name", "lang", "size", "theme"), WANTED)
def test_the_teacher(
    snap_compare: Compare, tmp_path: Path, name: str, lang: Lang, size: tuple[int, int], theme: str
) -> None:
    make, keys = TEACHER[name]
    with hosted(tmp_path, make(), lang) as app:

        async def dress(pilot: Pilot[int]) -> None:
            await until(pilot, lambda: app.address)
            app.address, app.theme = "192.168.1.20:8800", theme
            await pilot.press(*keys)
            app.screen.redraw()  # type: ignore[attr-defined]
            await pilot.pause()

        assert snap_compare(app, terminal_size=size, run_before=dress)


PUPIL: dict[str, tuple[dict[str, Any], tuple[str, ...], str]] = {
    # what the lesson is like, the keys and moves (« ! » before a move of the teacher's), what is waited for
    "lobby": ({"teams": 2}, (), "Ada"),
    "choice": ({}, ("!go_on", "down"), "›"),
    "answered": ({}, ("!go_on", "b"), "●"),
    "typed": ({"cards": (SHARE,)}, ("!go_on", *"44"), "44"),
    "right": ({"cards": (SHARE,)}, ("!go_on", *"44", "enter", "!close"), "✓"),
    "wrong": ({"cards": (SHARE,)}, ("!go_on", *"12", "enter", "!close"), "✗"),
    "ended": ({}, ("!go_on", "b", "!close", "!end"), "1"),
    "refused": ({"code": "ZZZZZZ"}, (), "code"),
}


@pytest.mark.parametrize("name", PUPIL)
@pytest.mark.parametrize(("lang", "size", "theme"), WAYS)
def test_the_pupil(
    snap_compare: Compare, tmp_path: Path, name: str, lang: Lang, size: tuple[int, int], theme: str
) -> None:
    rules, moves, wanted = PUPIL[name]
    rules = dict(rules)
    app = pupil(lang, code=rules.pop("code", "KWHRZA"))

    async def live(pilot: Pilot[int]) -> None:
        app.theme = theme
        lesson = taught(pupils=0, free_names=True, **{"cards": (QUOTE,), **rules})
        ready: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        async def serve() -> None:
            async with beside(app, tmp_path, lesson) as host:
                ready.set_result(host)
                await asyncio.Event().wait()

        app.serving = asyncio.create_task(serve())  # type: ignore[attr-defined]  # ended with the loop
        host = await ready
        await until(pilot, lambda: app.client.link != "calling" and (app.client.state or app.client.refusal))
        for move in moves:
            if move.startswith("!"):
                seen = app.client.state["seq"]
                getattr(host, move[1:])()
                await until(pilot, lambda seen=seen: app.client.state["seq"] > seen)  # type: ignore[misc]
            else:
                await pilot.press(move)
                await until(pilot, lambda: not app.client.unheard)
        await until(pilot, lambda: wanted in shown(app))

    assert snap_compare(app, terminal_size=size, run_before=live)


TEAMS: dict[str, tuple[Sequence[Card], dict[str, Any], tuple[str, ...]]] = {
    "turn": ((QUOTE,), {}, ()),
    "aloud": ((SHARE,), {}, ()),
    "buzz": ((QUOTE,), {"buzz": True, "teams": 4}, ()),
    "struck": ((QUOTE,), {"buzz": True}, ("a", "1")),
    "told": ((QUOTE,), {}, ("b",)),
    "over": ((QUOTE,), {}, ("b", "enter")),
}


@pytest.mark.parametrize("name", TEAMS)
@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize(("lang", "size", "theme"), WAYS)
def test_the_teams(
    snap_compare: Compare, name: str, projector: bool, lang: Lang, size: tuple[int, int], theme: str
) -> None:
    cards, rules, keys = TEAMS[name]
    game = Game(cards, rules.get("teams", 2), buzz=rules.get("buzz", False), seed="x")
    app = TeamsApp(game, title="Villes et tramways", lang=lang, projector=projector)

    async def dress(pilot: Pilot[int]) -> None:
        app.theme = theme
        await pilot.press(*keys)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=dress)
