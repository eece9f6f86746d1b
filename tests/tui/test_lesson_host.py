"""The teacher's screen of a class: what it shows at each moment, and what its keys do."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from quiz.classroom.ledger import read
from quiz.classroom.lesson import Lesson
from quiz.language import Lang
from quiz.tui.lesson.host import HostApp
from tests.tui.lessons import CODE, hosted, shown, taught, until


class Teacher:
    def __init__(self, app: HostApp, pilot: Any) -> None:
        self.app, self.pilot = app, pilot
        self.lesson = app.host.lesson

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.screen

    @property
    def screen(self) -> str:
        return shown(self.app)


@asynccontextmanager
async def teaching(
    folder: Path, lesson: Lesson, size: tuple[int, int] = (80, 24), lang: Lang = "fr"
) -> AsyncIterator[Teacher]:
    with hosted(folder, lesson, lang) as app:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: app.address)
            yield Teacher(app, pilot)


async def test_the_lobby_says_how_to_come_in(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught()) as teacher:
        screen = teacher.screen
        assert f"http://{teacher.app.address}" in screen
        assert f"quiz join {teacher.app.address}" in screen
        assert " ".join(CODE) in screen
        assert "5 élèves sont là" in screen
        assert "Loutre bleue, Geai vif, Ada" in screen
        assert "--bind 0.0.0.0" in screen, "on loopback nobody else comes in"
        assert "█▀▀▀▀▀█" in screen, "the square to photograph"


@pytest.mark.parametrize("size", [(50, 14), (80, 24), (160, 50)])
async def test_the_way_in_is_read_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    async with teaching(tmp_path, taught(), size) as teacher:
        assert teacher.app.address in teacher.screen
        assert " ".join(CODE) in teacher.screen
        assert "5 élèves sont là" in teacher.screen


async def test_a_round_with_one_key(tmp_path: Path) -> None:
    lesson = taught()
    async with teaching(tmp_path, lesson) as teacher:
        asked = await teacher.press("enter")
        assert "Qui a dit" in asked
        assert "0 sur 5 ont répondu" in asked
        assert "se félicite" not in asked, "the sentence that tells comes after the close"
        told = await teacher.press("enter")
        assert "✓" in told
        assert "0 bonne réponse sur 0" in told
        assert "se félicite Odile Fabre" in told
        for _ in range(3):
            await teacher.press("enter", "enter")
        assert "La leçon est finie" in await teacher.press("enter"), "after the last question"
    assert [act.kind for act in read(tmp_path / "essai.sqlite").acts].count("opened") == 4


async def test_the_spread_counts_each_choice(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught("open", "answers", "close")) as teacher:
        assert re.search(r"✓ [ABC] Odile Fabre ━+ 2 ", teacher.screen)
        assert "2 bonnes réponses sur 4" in teacher.screen


async def test_skip_back_pause_and_lock(tmp_path: Path) -> None:
    lesson = taught("open", "close", "open")
    async with teaching(tmp_path, lesson) as teacher:
        assert "Pause" in await teacher.press("p")
        assert "Pause" not in await teacher.press("p")
        await teacher.press("p", "enter")
        assert (lesson.phase, lesson.paused_at) == ("open", None), "what comes after a break is the question"
        assert "ne compte pas" in await teacher.press("s")
        assert "Qui a dit" in await teacher.press("b")
        assert "plus de question" in await teacher.press("b")
        await teacher.press("l")
        assert lesson.locked
        await teacher.press("l", "enter")
        assert not lesson.locked
        assert lesson.at == 2


async def test_one_key_too_many_ends_no_lesson(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught("open")) as teacher:
        assert "Encore une fois" in await teacher.press("q")
        assert "Encore une fois" not in await teacher.press("p")
        await teacher.press("p", "q")
        assert teacher.lesson.phase == "open"
        assert "La leçon est finie" in await teacher.press("q")
        await teacher.press("q")
    assert teacher.app.return_code == 0


async def test_pupils_are_renamed_sent_out_and_banned(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught("open", "answers", teams=2)) as teacher:
        listed = await teacher.press("w")
        assert "› Loutre bleue absent équipe 1 1 / 1" in listed
        assert "Loutre bleue" not in await teacher.press("r")
        await teacher.press("down", "k")
        assert [seat.id for seat in teacher.lesson.present] == [0, 2, 3, 4]
        await teacher.press("up", "up", "x")
        assert [seat.id for seat in teacher.lesson.present] == [2, 3, 4]
        for _ in range(4):
            await teacher.press("k")
        assert not teacher.lesson.present
        assert "0 élève" in teacher.screen
        assert "Qui a dit" in await teacher.press("w")


async def test_the_end_has_three_names_and_no_more(tmp_path: Path) -> None:
    lesson = taught("open", "answers", "close", "end", teams=2)
    async with teaching(tmp_path, lesson, lang="en") as teacher:
        assert "1. Loutre bleue 1 out of 1" in teacher.screen
        assert "Geai vif" in teacher.screen
        assert "Koala fier" not in teacher.screen, "who had nothing right is not named"
        assert "Team 1" in teacher.screen


async def test_at_a_free_pace_the_class_is_seen_and_no_one_in_it(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught("open", "free", pace="free")) as teacher:
        assert re.search(r"1 ━+ 1 2 0 3 0 4 0", teacher.screen)
        assert "Loutre" not in teacher.screen
        assert "Pause" in await teacher.press("p")
        assert "La leçon est finie" in await teacher.press("p", "enter")


async def test_the_time_left_is_shown(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught("open", seconds=45)) as teacher:
        assert "45 s" in teacher.screen


async def test_a_disk_that_fails_is_said_and_ends_nothing_else(tmp_path: Path) -> None:
    async with teaching(tmp_path, taught("open")) as teacher:
        await teacher.press("p", "p")
        teacher.app.host.ledger_failed()
        await until(teacher.pilot, lambda: "Plus rien ne peut être enregistré" in teacher.screen)
        assert "ne peut plus rien enregistrer" in await teacher.press("enter")
        assert teacher.lesson.phase == "open"
        await teacher.press("q")
    assert teacher.app.return_code == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_help_is_of_the_lesson_only_and_the_palette_opens(tmp_path: Path, lang: Lang) -> None:
    async with teaching(tmp_path, taught("open"), (80, 40), lang) as teacher:
        screen = await teacher.press("question_mark")
        assert {"fr": "revoir la question précédente", "en": "see the question before again"}[lang] in screen
        assert {"fr": "indice", "en": "hint"}[lang] not in screen
        await teacher.press("escape", "ctrl+p")
        await teacher.pilot.pause(0.2)
        await teacher.press(*{"fr": "sauter", "en": "skip"}[lang])
        await until(teacher.pilot, lambda: {"fr": "Sauter cette", "en": "Skip this"}[lang] in teacher.screen)
        await teacher.press("enter", "enter")
        await until(teacher.pilot, lambda: teacher.lesson.rounds[0].skipped)


async def test_keys_that_mean_nothing_do_nothing(tmp_path: Path) -> None:
    lesson = taught("open")
    async with teaching(tmp_path, lesson) as teacher:
        before = lesson.changed
        await teacher.press("z", "1", "9", "r", "k", "x", "up", "down", "f5", "tab", "escape", "n")
        assert (lesson.changed, lesson.phase) == (before, "open")


async def test_a_window_too_small_says_so_and_closes_nothing(tmp_path: Path) -> None:
    lesson = taught("open")
    async with teaching(tmp_path, lesson, (30, 8)) as teacher:
        assert "trop petite" in teacher.screen
        await teacher.press("enter", "s")
        assert lesson.phase == "open"
