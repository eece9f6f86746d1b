"""The page for pupils without Python, in a real browser: a whole round by touch and by keyboard, in both languages."""

import re
import sqlite3
from contextlib import AsyncExitStack, closing
from pathlib import Path

import pytest

from quiz.classroom import page
from quiz.language import catalogue
from tests.classroom.browser import CHROMIUM, Tab, browser
from tests.classroom.test_server import CODE, playing

here = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt-get install chromium)")


def text() -> str:
    return bytes(page.page().body).decode()


def test_the_page_names_no_other_machine() -> None:
    assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w+", text())
    assert not re.findall(r"<(?:link|img|iframe|script)[^>]*(?:src|href)=\"(?!data:,)", text())


def test_the_page_has_every_word_in_both_languages() -> None:
    wanted = set(re.findall(r"say\(\"([\w-]+)\"", text())) | set(re.findall(r"data-say=\"([\w-]+)\"", text()))
    for lang in ("fr", "en"):
        keys = {key.removeprefix("page.") for key in catalogue(lang, "classroom") if key.startswith("page.")}
        assert {word for word in wanted if not word.startswith("refused-")} <= keys
    whys = set(re.findall(r'"(\w+)"', re.search(r"FINAL = \[(.*?)\]", text())[1]))  # type: ignore[index]
    assert {f"refused.{why}" for why in whys} <= set(catalogue("fr", "classroom"))


def test_the_policy_lets_only_the_page_s_own_script_run() -> None:
    policy = page.page().headers["content-security-policy"]
    assert "'unsafe-inline'" not in policy
    assert policy.count("sha256-") == 2
    assert "default-src 'none'" in policy


async def enter(tab: Tab) -> None:
    await tab.js("document.getElementById('code').value = ''; document.getElementById('code').focus()")
    await tab.type(CODE.lower())
    await tab.press("Enter")
    await tab.until("!document.getElementById('who').textContent === false")


@here
async def test_a_whole_round_by_touch_and_by_keyboard(tmp_path: Path) -> None:
    async with playing(tmp_path, cards=3, forms=("choice", "text", "cloze")) as class_, browser() as chromium:
        url = f"http://127.0.0.1:{class_.port}/"
        async with chromium.tab(url) as phone, chromium.tab(url + f"#{CODE}", 1100, 700) as laptop:
            await enter(phone)
            assert await laptop.js("document.getElementById('code').value") == CODE, "the square's address has it"
            await laptop.js("document.querySelector('#door button').click()")
            await laptop.until("document.getElementById('who').textContent !== ''")
            class_.host.go_on()
            for tab in (phone, laptop):
                await tab.until("document.getElementById('choices').children.length === 3")
            place = "[...document.querySelectorAll('#choices button')].findIndex(b => b.textContent.includes('Autun'))"
            right = await phone.js(place)
            assert await laptop.js(place) == right, "the letters are the same for all"
            await phone.js(f"document.querySelectorAll('#choices button')[{(right + 1) % 3}].click()")
            await phone.until("document.getElementById('state').textContent.startsWith('Réponse reçue')")
            await phone.js(f"document.querySelectorAll('#choices button')[{right}].click()")
            await laptop.press("abc"[(right + 1) % 3])
            await laptop.until("document.querySelectorAll('[aria-pressed=true]').length === 1")
            await laptop.until("document.getElementById('state').textContent.startsWith('Réponse reçue')")
            await phone.until("document.getElementById('state').textContent.startsWith('Réponse reçue')")
            assert "Autun, comme" not in await phone.js("document.body.textContent"), "the proof comes after the close"
            class_.host.close()
            await phone.until("document.getElementById('verdict').className === 'good'")
            await laptop.until("document.getElementById('verdict').className === 'bad'")
            assert "comme chaque année" in await phone.js("document.getElementById('sentence').textContent")
            class_.host.go_on()
            await laptop.until("!document.getElementById('typing').hidden")
            await laptop.js("document.getElementById('typed').focus()")
            await laptop.type("autun")
            await laptop.press("Enter")
            await laptop.until("document.getElementById('state').textContent.startsWith('Réponse reçue')")
            class_.host.close()
            await laptop.until("document.getElementById('verdict').className === 'good'")
            await phone.until("document.getElementById('verdict').textContent === 'Pas de réponse.'")
            class_.host.end()
            await phone.until("document.getElementById('state').textContent.includes('1 sur 2')")
            for tab in (phone, laptop):
                assert not tab.errors
                assert all(asked.startswith((url, url.replace("http", "ws"), "data:")) for asked in tab.requests)


@here
async def test_a_phone_that_comes_back_has_its_seat_and_its_answer(tmp_path: Path) -> None:
    async with (
        playing(tmp_path) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as tab,
    ):
        await enter(tab)
        name = await tab.js("document.getElementById('who').textContent")
        class_.host.go_on()
        await tab.until("document.getElementById('choices').children.length === 3")
        await tab.press("b")
        await tab.until("document.getElementById('state').textContent.startsWith('Réponse reçue')")
        await tab.call("Page.reload")
        await tab.until("document.querySelectorAll('[aria-pressed=true]').length === 1")
        assert await tab.js("document.getElementById('who').textContent") == name
        assert len(class_.host.lesson.seats) == 1


@here
async def test_a_screen_reader_hears_names_and_the_language_turns(tmp_path: Path) -> None:
    async with (
        playing(tmp_path) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as tab,
    ):
        assert ("textbox", "Code au tableau") in await tab.names()
        assert ("button", "Entrer") in await tab.names()
        await enter(tab)
        class_.host.go_on()
        await tab.until("document.getElementById('choices').children.length === 3")
        heard = await tab.names()
        assert ("heading", "Où se tient la foire numéro 0 ?") in heard
        assert sum(role == "button" and bool(re.match(r"[ABC]\b", name)) for role, name in heard) == 3
        assert any(role == "status" for role, _ in heard)
        await tab.js("document.getElementById('language').click()")
        await tab.until("document.documentElement.lang === 'en'")
        assert ("heading", "Where is fair 0 held?") in await tab.names()
        assert not tab.errors


STATE = "document.getElementById('state').textContent"
CHOICES = "document.getElementById('choices').children.length === 3"


@here
async def test_the_key_is_heard_and_the_focus_is_not_lost(tmp_path: Path) -> None:
    async with (
        playing(tmp_path, cards=3) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as tab,
    ):
        await enter(tab)
        class_.host.go_on()
        await tab.until(CHOICES)
        await tab.js(
            "document.querySelector('#choices button').focus(), document.querySelector('#choices button').click()"
        )
        await tab.until(f"{STATE}.startsWith('Réponse reçue')")
        class_.host.close()
        await tab.until("!document.getElementById('reveal').hidden")
        assert await tab.js("document.activeElement.id") == "question"
        told = str(await tab.js(STATE)).replace("\u00a0", " ")
        assert told.startswith(("Juste.", "Faux."))
        assert "Réponse : Autun" in told, "the only part of the page that speaks by itself"
        class_.host.rename(0)
        await tab.until(f"document.getElementById('who').textContent === '{class_.host.lesson.seats[0].name}'")


@here
async def test_an_answer_that_came_late_is_said_until_the_next_question(tmp_path: Path) -> None:
    async with (
        playing(tmp_path, cards=3) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as tab,
    ):
        await enter(tab)
        class_.host.go_on()
        await tab.until(CHOICES)
        with closing(sqlite3.connect(class_.path, isolation_level=None)) as slow:
            slow.execute("BEGIN IMMEDIATE")  # closed, and nobody has been told yet
            class_.host.close()
            await tab.js("document.querySelector('#choices button').click()")
            await tab.until(f"{STATE}.startsWith('La question est fermée')")
            slow.execute("ROLLBACK")
        await tab.until("!document.getElementById('reveal').hidden")
        await tab.until(f"{STATE}.includes('Pas de réponse') && {STATE}.startsWith('La question est fermée')")
        class_.host.go_on()
        await tab.until(f"{STATE}.startsWith('Question 2')")


@here
async def test_a_page_left_open_enters_the_next_lesson(tmp_path: Path) -> None:
    async with browser() as chromium:
        async with playing(tmp_path) as class_:
            port = class_.port
            stack = AsyncExitStack()
            tab = await stack.enter_async_context(chromium.tab(f"http://127.0.0.1:{port}/#%"))
            assert not await tab.js("document.getElementById('door').hidden"), "whatever stands behind the sign"
            await enter(tab)
            class_.host.go_on()
            await tab.until(CHOICES)
        for folder, end in (("2", True), ("3", False)):
            async with playing(tmp_path / folder, port=port) as class_:
                await tab.until("!document.getElementById('door').hidden")
                await enter(tab)
                await tab.until("!document.getElementById('who').textContent === false")
                assert len(class_.host.lesson.seats) == 1
                if end:
                    class_.host.end()
                    await tab.until(f"{STATE}.startsWith('La leçon est finie')")
        await stack.aclose()


@here
async def test_a_host_that_lost_what_came_last_is_believed(tmp_path: Path) -> None:
    async with (
        playing(tmp_path, cards=3) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as tab,
    ):
        await enter(tab)
        class_.host.go_on()
        await tab.until(CHOICES)
        class_.host.told.changed = class_.host.told.changed + 50
        class_.host.close()
        await tab.until("!document.getElementById('reveal').hidden")
        class_.host.told.changed -= 50
        for client in class_.host.clients:
            client.leave(1001)
        class_.host.go_on()
        await tab.until("document.getElementById('reveal').hidden")


@here
async def test_a_wrong_code_is_said_and_can_be_mended(tmp_path: Path) -> None:
    async with (
        playing(tmp_path) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as tab,
    ):
        await tab.js("document.getElementById('code').focus()")
        await tab.type("ZZZZZZ")
        await tab.press("Enter")
        await tab.until("document.getElementById('state').textContent.startsWith('Ce code')")
        await enter(tab)
        assert len(class_.host.lesson.seats) == 1


@here
async def test_the_time_left_and_a_pause_are_shown(tmp_path: Path) -> None:
    async with (
        playing(tmp_path, cards=1, seconds=90) as class_,
        browser() as chromium,
        chromium.tab(f"http://127.0.0.1:{class_.port}/") as phone,
    ):
        await enter(phone)
        class_.host.go_on()
        await phone.until("/^(90|8\\d) s$/.test(document.getElementById('clock').textContent.replace(/\\s/g, ' '))")
        class_.host.pause()
        await phone.until("document.getElementById('clock').textContent === ''")
        await phone.until("document.body.textContent.includes('Pause.')")
        class_.host.pause()
        await phone.until("document.getElementById('clock').textContent !== ''")
