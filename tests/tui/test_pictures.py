"""How the screens beside the sitting look, in both languages and both sizes, kept as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.language import Lang
from quiz.study.history import History
from tests.tui.seat import make

Compare = Callable[..., bool]
SIZES = {"small": (80, 24), "large": (120, 40)}
SCREENS: dict[str, tuple[str, ...]] = {
    "browse": ("b", "down"),
    "filters": ("b", "f"),
    "search": ("b", "slash", *"tram"),
    "card": ("b", "enter"),
    "coming": ("s",),
    "year": ("s", "2"),
    "kept": ("s", "3"),
    "times": ("s", "4"),
    "hours": ("s", "5"),
    "places": ("s", "6"),
    "weak": ("s", "7"),
    "settings": ("o", "down", "down"),
    "reasons": ("p", "exclamation_mark"),
}
THEMES = {"small": "nuit", "large": "papier"}


@pytest.fixture(autouse=True)
def closed() -> Iterator[list[History]]:
    opened: list[History] = []
    yield opened
    for history in opened:
        history.close()


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_picture(
    snap_compare: Compare, tmp_path: Path, closed: list[History], name: str, lang: Lang, size: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    app = make(Path(), lang=lang, past=40)
    closed.append(app.history)

    async def dress(pilot: Pilot[int]) -> None:
        pilot.app.theme = THEMES[size]
        await pilot.pause()

    assert snap_compare(app, press=SCREENS[name], terminal_size=SIZES[size], run_before=dress)


@pytest.mark.parametrize("theme", ["contraste", "daltonien"])
def test_picture_of_a_theme(
    snap_compare: Compare, tmp_path: Path, closed: list[History], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make(Path(), past=3)
    closed.append(app.history)

    async def dress(pilot: Pilot[int]) -> None:
        pilot.app.theme = theme
        await pilot.pause()

    assert snap_compare(app, press=("p", "1"), terminal_size=SIZES["small"], run_before=dress)
