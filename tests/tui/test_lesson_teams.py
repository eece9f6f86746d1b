"""The game between teams on one screen: turns, buzzing, answers said aloud, undo and the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.classroom.teams import Game
from quiz.language import Lang, Words
from quiz.tui.big import big_lines
from quiz.tui.lesson import team_pages
from quiz.tui.lesson.teams import TeamsApp
from tests.tui.lessons import CARDS, shown
from tests.tui.samples import QUOTE, SHARE, TRUE_FALSE


class Players:
    def __init__(self, app: TeamsApp, pilot: Any) -> None:
        self.app, self.pilot, self.game = app, pilot, app.game

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return shown(self.app)

    def key(self, *, right: bool) -> str:
        assert self.game.card is not None
        return str([one.fr == self.game.card.answer.fr for one in self.game.choices].index(right) + 1)


@asynccontextmanager
async def playing(
    *cards: Any, teams: int = 2, buzz: bool = False, lang: Lang = "fr", size: tuple[int, int] = (80, 24), **more: Any
) -> AsyncIterator[Players]:
    app = TeamsApp(Game(cards or CARDS, teams, buzz=buzz, seed="x"), title="Villes", lang=lang, **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Players(app, pilot)


async def test_a_whole_round_of_two_teams() -> None:
    async with playing(QUOTE, TRUE_FALSE) as both:
        assert "À l’équipe 1 de répondre." in shown(both.app)
        told = await both.press(both.key(right=True))
        assert "Réponse : Odile Fabre" in told
        assert "se félicite" in told
        assert "Équipe 1 : 1 · Équipe 2 : 0" in told
        assert "À l’équipe 2 de répondre." in await both.press("enter")
        await both.press(both.key(right=False))
        over = await both.press("enter")
        assert "Fin du jeu" in over
        assert "1. Équipe 1 : 1" in over
        await both.press("ctrl+q")
    assert both.app.return_code == 0


async def test_an_answer_said_aloud_is_judged_and_undone() -> None:
    async with playing(SHARE) as both:
        assert "à voix haute" in shown(both.app)
        assert "Équipe 1 : 1" in await both.press("plus")
        assert "Équipe 1 : 0" in await both.press("backspace")
        assert "✗ Équipe 1" in await both.press("minus")


async def test_buzzing_by_the_sides_of_the_keyboard() -> None:
    async with playing(QUOTE, buzz=True, teams=3) as all_:
        asked = shown(all_.app)
        assert "Équipe 1 : à gauche du clavier (A Z E Q S D)" in asked
        assert "Équipe 3 : au milieu du clavier" in asked
        await all_.press("1")
        assert all_.game.now.phase == "asked", "nobody has buzzed yet"
        assert "À l’équipe 2" in await all_.press("m", "a")
        again = await all_.press(all_.key(right=False))
        assert "Équipe 1 : à gauche" in again
        assert "Équipe 2 : à droite" not in again, "it has had its turn"
        assert "À l’équipe 1" in await all_.press("p", "a")
        assert "Équipe 1 : 1" in await all_.press(all_.key(right=True))


async def test_letters_choose_in_turns_and_wrong_keys_do_nothing() -> None:
    async with playing(QUOTE) as both:
        await both.press("z", "9", "h", "plus", "minus", "left", "f5")
        assert both.game.now.phase == "asked"
        await both.press("b")
        assert both.game.now.phase == "told"


async def test_the_timer_tells_when_it_is_over() -> None:
    ticks = count(step=9.0)
    async with playing(QUOTE, seconds=20, stopwatch=lambda: next(ticks)) as both:
        for _ in range(40):
            if both.game.now.phase == "told":
                break
            await both.pilot.pause(0.1)
        assert both.game.now.phase == "told"


async def test_for_the_back_row_question_and_choices_are_large() -> None:
    async with playing(TRUE_FALSE, projector=True, size=(160, 50)) as both:
        screen = shown(both.app)
        assert TRUE_FALSE.question.fr not in screen, "it is drawn"
        assert (big_lines("A Vrai", 80) or [""])[3].split()[0] in screen


async def test_the_help_is_of_the_game() -> None:
    async with playing(QUOTE, lang="en", size=(80, 40)) as both:
        assert "ask to answer" in await both.press("question_mark")


@given(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.integers(2, 4))
def test_every_letter_is_on_somebodys_side(letter: str, teams: int) -> None:
    zone = team_pages.zone_of(letter, teams)
    assert zone is not None
    assert zone < teams


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("teams", [2, 3, 4])
def test_the_letters_said_are_those_that_buzz(teams: int, lang: Lang) -> None:
    for team in range(teams):
        said = team_pages.side(team, teams, Words(lang, "classroom")).rsplit("(", 1)[1].rstrip(")")
        assert {team_pages.zone_of(letter, teams) for letter in said.lower().split()} == {team}
