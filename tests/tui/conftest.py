from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz.deck import Deck
from quiz.language import Lang
from quiz.study.history import History
from quiz.study.session import Limits
from quiz.tui.app import QuizApp
from quiz.tui.setup import Setup
from tests.tui.samples import DECKS, NOW

MakeApp = Callable[..., QuizApp]


class Watch:
    """A stopwatch on which two seconds pass at every look, so that no key is taken for an echo of the last one."""

    def __init__(self, step: float = 2.0) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    opened: list[History] = []

    def make(
        lang: Lang = "fr",
        decks: Sequence[Deck] = DECKS,
        cram: bool = False,
        limits: Limits = Limits(),  # noqa: B008
        now: datetime = NOW,
        watch: Watch | None = None,
        notice: str = "",
    ) -> QuizApp:
        history = History.open(tmp_path / "history.db", clock=lambda: now, zone=UTC)
        opened.append(history)
        watch, setup = watch or Watch(), Setup(notice=notice)
        return QuizApp(history, decks, lang=lang, limits=limits, cram=cram, stopwatch=watch, setup=setup)

    yield make
    for history in opened:
        history.close()


def screen_text(app: QuizApp) -> str:
    """What the terminal shows, line by line."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
