"""A week of study, half an hour a day, struck key by key into the real app on a clock of its own: what the learner did
is what the history holds, every day and at the end, and every day asks what is due.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot

from quiz.deck import Bilingual, Card, Deck
from quiz.deck_format import read_deck, write_deck
from quiz.settings import load
from quiz.study.history import History
from quiz.study.session import Limits
from quiz.study.stats import stats
from quiz.tui.app import QuizApp
from quiz.tui.screens.play import PlayScreen
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.setup import Setup
from quiz.tui.widgets.answer import Answer
from tests.tui.samples import CLOZE, QUOTE, SHARE, SOURCES, SPEAKER, TRUE_FALSE

MONDAY = datetime(2025, 3, 10, 18, 30, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
CARDS = 160


def deck() -> Deck:
    """Cards of every form about invented towns, each with a sentence of its own."""
    forms = (QUOTE, SHARE, CLOZE, TRUE_FALSE, SPEAKER)

    def card(n: int) -> Card:
        like = forms[n % len(forms)]
        asked = Bilingual(f"{like.question.fr} ({n})", like.question.en, like.question.origin)
        evidence = replace(like.evidence, start=1000 * n, end=1000 * n + len(like.evidence.text))
        return replace(like, id=f"week-{n:03}", question=asked, evidence=evidence)

    return Deck("week", Bilingual("Une semaine"), SOURCES, tuple(map(card, range(CARDS))))


class Day:
    """One evening in front of the app."""

    def __init__(self, folder: Path, begins: datetime, chance: Random) -> None:
        self.now, self.ends, self.chance = begins, begins + HALF_AN_HOUR, chance
        self.answered: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self.home = folder / "home"
        self.history = History.open(self.home / "history.sqlite", clock=lambda: self.now, zone=UTC)
        deck_file = folder / "week.json"
        settings = load(self.home)
        self.app = QuizApp(
            self.history,
            [replace(read_deck(deck_file), path=deck_file)],
            lang="fr",
            limits=Limits(new=settings.new, reviews=settings.reviews),
            stopwatch=lambda: (self.now - begins).total_seconds(),
            setup=Setup(settings, self.home),
        )

    async def study(self) -> None:
        """Play until the half hour is over or nothing is left, look at the other screens, and leave."""
        async with self.app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await self._press(pilot, "enter")
            while isinstance(pilot.app.screen, PlayScreen) and self.now < self.ends:
                await self._card(pilot, pilot.app.screen)
            if isinstance(pilot.app.screen, PlayScreen):
                await self._press(pilot, "escape")
            if isinstance(pilot.app.screen, SummaryScreen):
                await self._press(pilot, "escape")
            await self._press(pilot, "s", "right", "right", "q", "b", "down", "enter", "right", "q", "q")
        self.history.close()

    async def _press(self, pilot: Pilot[int], *keys: str) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        self.now += timedelta(seconds=1)

    async def _card(self, pilot: Pilot[int], screen: PlayScreen) -> None:
        card, chance = screen.asked.question.card, self.chance
        self.now += timedelta(seconds=chance.uniform(3, 16))
        what = chance.random()
        if what < 0.02:
            await self._press(pilot, "f6")
            self.acts["bury"] += 1
            return
        if what < 0.04:
            await self._press(pilot, "f8", "2")
            self.acts["report"] += 1
        elif what < 0.12:
            await self._press(pilot, "f2" if what < 0.08 else "f3")
        await self._answer(pilot, screen, card, right=chance.random() < 0.85)
        self.answered[card.id] += 1
        if what > 0.97:
            await self._press(pilot, "f4")
            self.answered[card.id] -= 1
            self.acts["undo"] += 1
        else:
            if what > 0.9:
                await self._press(pilot, "2")
            await self._press(pilot, "enter")

    async def _answer(self, pilot: Pilot[int], screen: PlayScreen, card: Card, *, right: bool) -> None:
        choices = screen.asked.question.choices
        if choices:
            struck = screen._session.struck  # what a hint has struck out is taken for no answer
            meant = [
                n for n, choice in enumerate(choices) if (choice.fr == card.answer.fr) is right and n not in struck
            ]
            await self._press(pilot, str(meant[0] + 1))
        else:
            screen.query_one(Answer).value = card.answer.fr if right else "je ne sais plus"
            await self._press(pilot, "enter")


@pytest.mark.slow
async def test_a_week_of_half_hours_is_in_the_history_answer_for_answer(tmp_path: Path) -> None:
    write_deck(tmp_path / "week.json", deck())
    chance, answered, acts = Random(7), Counter[str](), Counter[str]()
    for day in range(7):
        evening = Day(tmp_path, MONDAY + timedelta(days=day), chance)
        before = len(evening.history.answers())
        await evening.study()
        answered += evening.answered
        acts += evening.acts
        assert sum(evening.answered.values()) > 20, "an evening holds more than a few cards"
        with History.open(tmp_path / "home" / "history.sqlite", clock=lambda now=evening.now: now, zone=UTC) as history:  # type: ignore[misc]
            assert len(history.answers()) == before + sum(evening.answered.values())
            assert history.verify() == []
            told = Counter(event.card for event in history.log() if event.kind == "review")
            taken_back = [event.target for event in history.log() if event.kind == "undo"]
            for event in history.log():
                if event.kind == "review" and event.seq in taken_back:
                    told[event.card] -= 1
            assert +told == +answered
            figures = stats(history, [deck()], evening.now)
            assert figures["streak"] == day + 1
            assert figures["reviews"] == sum(answered.values())
            assert sum(figures["heatmap"].values()) == figures["reviews"]
            known = history.standings()
            assert all(known[card].due > 0 for card, n in answered.items() if n)
            new_today = sum(history.answered_today(evening.now).values())
            assert new_today <= 20
    assert acts["bury"]
    assert acts["undo"]
    assert acts["report"]
    assert len([card for card, n in answered.items() if n]) > 60, "twenty new cards a day"
