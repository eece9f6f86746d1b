"""The pupil's screen of a class, before a real server in the same loop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from quiz.classroom.lesson import Lesson
from quiz.classroom.server import Host
from quiz.language import Lang
from quiz.tui.lesson.join import JoinApp
from tests.tui.lessons import CARDS, beside, pupil, shown, taught, until
from tests.tui.samples import QUOTE, SHARE


class Pupil:
    def __init__(self, app: JoinApp, pilot: Any, host: Host) -> None:
        self.app, self.pilot, self.host = app, pilot, host

    async def press(self, *keys: str) -> str:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.screen

    @property
    def screen(self) -> str:
        return shown(self.app)

    async def sees(self, text: str) -> str:
        try:
            await until(self.pilot, lambda: text in self.screen)
        except TimeoutError:
            raise AssertionError(f"{text!r} never came: {self.screen}") from None
        return self.screen

    @property
    def given(self) -> object:
        """What the server has of this pupil's answer to the question on screen."""
        given = self.host.lesson.rounds[self.app.client.state["round"]].answers.get(0)
        return None if given is None else given.text if given.choice is None else given.choice


@asynccontextmanager
async def sitting(
    folder: Path,
    lesson: Lesson | None = None,
    lang: Lang = "fr",
    code: str = "KWHRZA",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Pupil]:
    app = pupil(lang, code=code)
    async with (
        beside(app, folder, lesson or taught(pupils=0, free_names=True)) as host,
        app.run_test(size=size) as pilot,
    ):
        yield Pupil(app, pilot, host)
        await app.client.leave()
        await until(pilot, lambda: app.client.link == "over")


async def test_a_choice_is_made_changed_and_told(tmp_path: Path) -> None:
    async with sitting(tmp_path) as one:
        assert "Attendez que la leçon commence" in await one.sees("Vous êtes : Ada")
        one.host.go_on()
        await one.sees("Qui a dit")
        await one.press("enter")
        assert one.given is None, "no cursor, no answer"
        await one.press("c")
        await until(one.pilot, lambda: one.given == 2)
        await one.press("1")
        await until(one.pilot, lambda: one.given == 0)
        await one.press("down", "enter")
        await until(one.pilot, lambda: one.given == 1)
        await one.press("z", "9", "h", "s")
        assert "Vous pouvez la changer" in await one.sees("●")
        assert "se félicite" not in one.screen
        one.host.close()
        told = await one.sees("Réponse : Odile Fabre")
        assert "se félicite Odile Fabre" in told
        right = one.host.lesson.rounds[0].choices[1].fr == "Odile Fabre"
        assert ("✓ Juste." if right else "✗ Faux.") in told
        one.host.end()
        assert f"{int(right)} sur 1" in await one.sees("La leçon est finie")


async def test_a_typed_answer_is_sent_and_replaced(tmp_path: Path) -> None:
    lesson = taught(cards=(SHARE,), pupils=0, free_names=True)
    async with sitting(tmp_path, lesson) as one:
        await one.sees("Vous êtes")
        one.host.go_on()
        await one.sees("Votre réponse")
        await one.press("enter", *"qt 4", "enter")
        await until(one.pilot, lambda: one.given == "qt 4")
        await one.press(*["backspace"] * 4, *"44", "enter")
        await until(one.pilot, lambda: one.given == "44")
        one.host.close()
        await one.sees("Bonnes réponses")


async def test_english_at_a_key_and_back(tmp_path: Path) -> None:
    async with sitting(tmp_path, lang="en") as one:
        await one.sees("You are: Ada")
        one.host.go_on()
        await one.sees("Who said")
        assert "Qui a dit" in await one.press("f3")
        assert "Who said" in await one.press("t")


async def test_a_wrong_code_is_said_at_once(tmp_path: Path) -> None:
    async with sitting(tmp_path, code="ZZZZZZ") as one:
        await one.sees("Ce code n’est pas le bon")
        assert not one.host.lesson.seats
        await one.press("q")
    assert one.app.return_code == 0


async def test_a_pupil_sent_out_is_told(tmp_path: Path) -> None:
    async with sitting(tmp_path) as one:
        await one.sees("Vous êtes")
        one.host.kick(0)
        await one.sees("Le professeur a renvoyé cette place")


async def test_a_lost_server_is_said_and_found_again(tmp_path: Path) -> None:
    app = pupil()
    lesson = taught(pupils=0, free_names=True)
    async with app.run_test(size=(80, 24)) as pilot:
        async with beside(app, tmp_path / "1", lesson) as host:
            await until(pilot, lambda: "Vous êtes" in shown(app))
            host.go_on()
            await until(pilot, lambda: "Qui a dit" in shown(app))
        await until(pilot, lambda: "Connexion perdue" in shown(app))
        await pilot.press("b")
        async with beside(app, tmp_path / "2", lesson):
            await until(pilot, lambda: lesson.rounds[0].answers)
            await until(pilot, lambda: "Réponse reçue" in shown(app))
            await app.client.leave()
            await until(pilot, lambda: app.client.link == "over")
    assert len(lesson.seats) == 1


async def test_a_pause_takes_no_answer_and_the_time_is_shown(tmp_path: Path) -> None:
    lesson = taught(pupils=0, free_names=True, seconds=90)
    async with sitting(tmp_path, lesson) as one:
        await one.sees("Vous êtes")
        one.host.go_on()
        await one.sees("90 s")
        one.host.pause()
        assert "90 s" not in await one.sees("Pause.")
        await one.press("a")
        one.host.pause()
        await one.sees(" s ")
        assert one.given is None


async def test_at_ones_own_pace(tmp_path: Path) -> None:
    lesson = taught("open", cards=CARDS[:2], pupils=0, free_names=True, pace="free")
    async with sitting(tmp_path, lesson) as one:
        await one.sees("Qui a dit")
        await one.press("tab")
        assert "Réponse : " not in one.screen, "no answer, no key"
        await one.press("a")
        await one.sees("Tab voir la réponse")
        await one.press("tab")
        await one.sees("Réponse : Odile Fabre")
        await one.press("tab")
        await one.sees("Question 2 sur 2")
        await one.press(*"44", "enter")
        await one.sees("Réponse reçue")
        await one.press("tab")
        await one.sees("Bonnes réponses")
        await one.press("tab")
        await one.sees("Vous avez tout fait")


async def test_at_ones_own_pace_enter_goes_on_too(tmp_path: Path) -> None:
    lesson = taught("open", cards=CARDS[:2], pupils=0, free_names=True, pace="free")
    async with sitting(tmp_path, lesson) as one:
        await one.sees("Qui a dit")
        await one.press("a")
        assert "jusqu’à la fermeture" not in await one.sees("Réponse reçue")
        await one.press("down", "enter")
        assert "Réponse : " not in one.screen, "another choice is another answer"
        await until(one.pilot, lambda: one.given == 1 and not one.app.client.unheard)
        await one.press("enter")
        await one.sees("Réponse : Odile Fabre")
        await one.press("enter")
        await one.sees("Question 2 sur 2")
        await one.press(*"44", "enter")
        await one.sees("Réponse reçue")
        await one.press("enter")
        await one.sees("Bonnes réponses")
        await one.press("enter")
        await one.sees("Vous avez tout fait")


async def test_nobody_at_the_address_is_said_at_once_and_found_later(tmp_path: Path) -> None:
    app = pupil()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Personne ne répond à l’adresse 127.0.0.1:1" in shown(app))
        async with beside(app, tmp_path, taught(pupils=0, free_names=True)):
            await until(pilot, lambda: "Vous êtes" in shown(app))
            await app.client.leave()
            await until(pilot, lambda: app.client.link == "over")


async def test_a_server_of_somebody_else_puts_no_escape_on_the_screen(tmp_path: Path) -> None:
    lesson = taught("open", cards=(QUOTE,), pupils=0, free_names=True)
    async with sitting(tmp_path, lesson, size=(50, 14)) as one:
        await one.sees("Qui a dit")
        await one.app.client._hear('{"type":"state","seq":99,"phase":"ended","title":{"fr":"\\u001b[2Jx"},"you":{}}')
        assert "\x1b" not in await one.sees("x")


async def test_help_says_a_pupils_keys(tmp_path: Path) -> None:
    async with sitting(tmp_path, size=(80, 40)) as one:
        await one.sees("Vous êtes")
        screen = await one.press("question_mark")
        assert "répondre, ou changer de réponse" in screen
        assert "Tab" in screen
        assert "exclure" not in screen
