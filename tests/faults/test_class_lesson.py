"""A lesson of thirty-five: terminals, browsers, programs and raw sockets together, five dropped, the teacher's machine
killed in the middle of a question; and at the end every answer that was acknowledged stands in the report once.
"""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect

from quiz.classroom.client import Call, Client
from quiz.deck_format import write_deck
from tests.classroom.browser import CHROMIUM, Tab, browser
from tests.classroom.made import deck
from tests.classroom.test_server import Pupil
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.slow
TERMINALS, TABS, PROGRAMS, RAW = 3, 2, 15, 15
WAIT = 30


class Teacher:
    """`quiz host --plain`, a process that can be killed and started again."""

    def __init__(self, home: Path, port: int, *args: str) -> None:
        command = [sys.executable, "-m", "quiz", "host", *args, "--plain", "--port", str(port), "--lang", "fr"]
        env = os.environ | {"QUIZ_HOME": str(home)}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=env
        )
        assert self.process.stdout is not None
        found = re.search(r"Code\s:\s(\w+)", self.process.stdout.readline())
        assert found is not None
        self.code = found[1]

    def press(self, line: str = "") -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        self.process.wait(20)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()


class Raw:
    """A pupil that speaks the protocol by hand, and sees for itself that it comes back."""

    def __init__(self, url: str, code: str) -> None:
        self.url, self.code = url, code
        self.stack = AsyncExitStack()
        self.me: dict[str, Any] = {}

    async def enter(self) -> dict[str, Any]:
        socket_ = await self.stack.enter_async_context(connect(self.url))
        self.pupil = Pupil(socket_)
        await self.pupil.send(type="hello", v=1, code=self.code, token=self.me.get("token", ""))
        self.me = await self.pupil.until("welcome")
        return await self.pupil.until("state")

    async def answer(self, number: int, place: int) -> None:
        await self.pupil.send(type="answer", round=number, n=number + 1, value=place)
        await self.pupil.until("ack", round=number)


async def soon(true: Any) -> None:
    async with asyncio.timeout(WAIT):
        while not true():
            await asyncio.sleep(0.02)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (apt-get install chromium)")
async def test_a_lesson_of_thirty_five_loses_and_doubles_nothing(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = deck(4)
    write_deck(tmp_path / "deck.json", made)
    teacher = Teacher(tmp_path, port, str(tmp_path / "deck.json"))
    address = f"127.0.0.1:{port}"
    answered: dict[str, list[int]] = {}
    shown: list[list[str]] = []
    async with AsyncExitStack() as stack:
        chromium = await stack.enter_async_context(browser())
        tabs: list[Tab] = []
        for _ in range(TABS):
            tab = await stack.enter_async_context(chromium.tab(f"http://{address}/#{teacher.code}"))
            await tab.js("document.querySelector('#door button').click()")
            await tab.until("document.getElementById('who').textContent !== ''")
            tabs.append(tab)
        join = [sys.executable, "-m", "quiz", "join", address, teacher.code, "--lang", "fr"]
        terminals = [stack.enter_context(Terminal(join)) for _ in range(TERMINALS)]
        seen = [await asyncio.to_thread(terminal.until, "Attendez") for terminal in terminals]
        programs = [Client(Call(address, teacher.code)) for _ in range(PROGRAMS)]
        running = [asyncio.create_task(program.run()) for program in programs]
        raw = [Raw(f"ws://{address}/play", teacher.code) for _ in range(RAW)]
        for one in raw:
            await one.enter()
        await soon(lambda: all(program.state for program in programs))
        names = [
            *[str(await tab.js("document.getElementById('who').textContent")) for tab in tabs],
            *[re.search(r"Vous êtes\s: (.+?)\s+Attendez", text)[1] for text in seen],  # type: ignore[index]
            *[program.name for program in programs],
            *[str(one.me["name"]) for one in raw],
        ]
        assert len(set(names)) == TERMINALS + TABS + PROGRAMS + RAW == 35

        def place(name: str, number: int) -> int:
            """What this pupil answers to this question, for the count that knows nothing of the server."""
            at = (names.index(name) * 7 + number) % 3
            answered.setdefault(name, []).append(at)
            return at

        async def everybody(number: int, present: list[Raw]) -> None:
            await soon(lambda: all(program.state.get("round") == number for program in programs))
            shown.append([choice["fr"] for choice in programs[0].state["choices"]])
            of = iter(names)
            for tab in tabs:
                await tab.until(
                    "document.getElementById('choices').children.length === 3 && !document.querySelector('.key')"
                )
                await tab.press("abc"[place(next(of), number)])
            for terminal in terminals:
                await asyncio.to_thread(terminal.until, f"Question {number + 1} sur 4")
                terminal.send("abc"[place(next(of), number)])
            for program in programs:
                await program.answer(place(next(of), number))
            for one in present:
                await one.answer(number, place(str(one.me["name"]), number))
            for tab in tabs:
                await tab.until("document.getElementById('state').textContent.startsWith('Réponse reçue')")
            for terminal in terminals:
                await asyncio.to_thread(terminal.until, "Réponse reçue")
            await soon(lambda: not any(program.unheard for program in programs))

        teacher.press()
        await everybody(0, raw)
        teacher.press()
        await soon(lambda: all("key" in program.state for program in programs))
        dropped, stayed = raw[:5], raw[5:]
        for one in dropped:
            await one.stack.aclose()
        teacher.press()
        await everybody(1, stayed)
        for one in dropped:  # back with their seat and their score, in the middle of the question
            name = one.me["name"]
            state = await one.enter()
            assert one.me["name"] == name
            assert state["you"]["score"] == int(shown[0][answered[name][0]] == "Autun")
            await one.answer(1, place(name, 1))
        teacher.press()
        await soon(lambda: all("key" in program.state for program in programs))
        teacher.press()
        await everybody(2, raw)
        teacher.kill()
        teacher = Teacher(tmp_path, port, "--resume")
        for one in raw:
            state = await one.enter()
            assert state["you"]["answer"] == answered[str(one.me["name"])][2], "acknowledged, so it is there"
        await soon(lambda: all(program.link == "seated" for program in programs))
        teacher.press()
        await soon(lambda: all("key" in program.state for program in programs))
        for terminal in terminals:
            await asyncio.to_thread(terminal.until, "Bonnes réponses")
        teacher.press()
        await everybody(3, raw)
        teacher.press()
        await soon(lambda: all("key" in program.state for program in programs))
        teacher.press("q")
        teacher.close()
        await soon(lambda: all(program.state.get("phase") == "ended" for program in programs))
        for terminal in terminals:
            await asyncio.to_thread(terminal.until, "La leçon est finie")
        for tab in tabs:
            await tab.until("document.getElementById('state').textContent.startsWith('La leçon est finie')")
            assert not tab.errors or all("ERR_CONNECTION_REFUSED" in error for error in tab.errors)
        await asyncio.gather(*running)
        for one in raw:
            await one.stack.aclose()
    told = tmp_path / "report.json"
    subprocess.run(
        [sys.executable, "-m", "quiz", "class", "report", "-o", str(told)],
        env=os.environ | {"QUIZ_HOME": str(tmp_path)}, check=True, capture_output=True,
    )  # fmt: skip
    report = json.loads(told.read_text(encoding="utf-8"))
    own = {name: sum(shown[k][at] == "Autun" for k, at in enumerate(places)) for name, places in answered.items()}
    assert {pupil["name"]: (pupil["right"], pupil["answered"]) for pupil in report["pupils"]} == {
        name: (right, 4) for name, right in own.items()
    }
    for number, question in enumerate(report["questions"]):
        counts = [sum(places[number] == at for places in answered.values()) for at in range(3)]
        assert [choice["chosen"] for choice in question["choices"]] == counts
        assert question["answered"] == 35
