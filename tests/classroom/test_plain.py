"""The two sides of a lesson line by line: what is said, what is not understood, and the end of the input."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TextIO

import pytest

from quiz.classroom.client import Call, Client
from quiz.classroom.plain_host import PlainHost
from quiz.classroom.plain_join import PlainJoin
from quiz.language import Words
from tests.classroom.test_server import CODE, Class_, playing


class Typist:
    """Types lines into one end of a pipe and reads what was said."""

    def __init__(self) -> None:
        read, write = os.pipe()
        self.stdin: TextIO = os.fdopen(read, encoding="utf-8")
        self._keys = os.fdopen(write, "w", encoding="utf-8", buffering=1)
        self.out = io.StringIO()
        self._read = 0

    def type(self, line: str = "") -> None:
        self._keys.write(line + "\n")

    def end(self) -> None:
        self._keys.close()

    async def hears(self, text: str) -> str:
        """All that was said since the last time, once it holds the text."""
        async with asyncio.timeout(10):
            while text not in self._new():
                await asyncio.sleep(0.01)
        new = self._new()
        self._read = len(self.out.getvalue())
        return new

    def _new(self) -> str:
        return self.out.getvalue()[self._read :].replace("\u00a0", " ").replace("\u202f", " ")


@asynccontextmanager
async def teaching(folder: Path, **rules: Any) -> AsyncIterator[tuple[Typist, Class_]]:
    async with playing(folder, **rules) as class_:
        hand = Typist()
        shown = PlainHost(class_.host, Words("fr", "classroom"), hand.stdin, hand.out)
        running = asyncio.create_task(shown.run("127.0.0.1:8800"))
        try:
            await hand.hears("q : finir")
            yield hand, class_
        finally:
            hand.end()
            await asyncio.wait_for(running, 10)
            hand.stdin.close()


@asynccontextmanager
async def sitting(class_: Class_, code: str = CODE) -> AsyncIterator[tuple[Typist, asyncio.Task[int]]]:
    hand = Typist()
    client = Client(Call(f"127.0.0.1:{class_.port}", code))
    running = asyncio.create_task(PlainJoin(client, Words("fr", "classroom"), hand.stdin, hand.out).run())
    try:
        yield hand, running
    finally:
        hand.end()
        await asyncio.wait_for(running, 10)
        hand.stdin.close()


async def test_a_round_line_by_line_on_both_sides(tmp_path: Path) -> None:
    async with teaching(tmp_path) as (teacher, class_), sitting(class_) as (pupil, _):
        await pupil.hears("Attendez")
        await teacher.hears("1 élève est là")
        teacher.type()
        assert "A. " in await teacher.hears("C. ")
        asked = await pupil.hears("C. ")
        assert "Autun, comme" not in asked
        letter = next(line[0] for line in asked.splitlines() if line.endswith("Autun"))
        pupil.type("zzz")
        await pupil.hears("de 1 à 3")
        pupil.type(letter.lower())
        await pupil.hears("Réponse reçue")
        teacher.type()
        assert f"Réponse : {letter}. Autun" in await teacher.hears("1 bonne réponse sur 1")
        assert "Juste." in await pupil.hears("Autun, comme chaque année")
        pupil.type("a")
        await pupil.hears("rien à répondre")
        teacher.type("q")
        await pupil.hears("1 sur 1")


async def test_what_the_teacher_mistypes_does_nothing(tmp_path: Path) -> None:
    async with teaching(tmp_path) as (teacher, class_):
        for line, said in [("foo", "q : finir"), ("k 9", "Personne n’a ce numéro"), ("k", "Personne"), ("b", "plus de"),
                           ("p", "fermée"), ("s", "fermée"), ("x ²", "Personne")]:  # fmt: skip
            teacher.type(line)
            await teacher.hears(said)
        assert class_.host.lesson.changed == 0


async def test_who_is_there_renamed_and_sent_out(tmp_path: Path) -> None:
    async with teaching(tmp_path) as (teacher, class_), class_.pupil() as one:
        name = one.me["name"]
        teacher.type("w")
        await teacher.hears(f"1. {name} (présent, 0)")
        teacher.type("r 1")
        teacher.type("w")
        assert name not in await teacher.hears("présent")
        teacher.type("k 1")
        assert (await one.until("no"))["why"] == "kicked"
        await teacher.hears("0 élève")


async def test_the_end_of_the_input_leaves_the_lesson_to_be_gone_on_with(tmp_path: Path) -> None:
    async with teaching(tmp_path) as (teacher, class_):
        teacher.type()
        await teacher.hears("Question 1")
        teacher.end()
        await asyncio.sleep(0)
    assert class_.host.lesson.phase == "open"


@pytest.mark.parametrize(("code", "line", "status"), [(CODE, "q", 0), (CODE, None, 0), ("ZZZZZZ", None, 1)])
async def test_a_pupil_leaves(tmp_path: Path, code: str, line: str | None, status: int) -> None:
    async with playing(tmp_path) as class_, sitting(class_, code) as (pupil, running):
        await pupil.hears("Attendez" if code == CODE else "Ce code n’est pas le bon")
        if line:
            pupil.type(line)
        else:
            pupil.end()
        assert await asyncio.wait_for(running, 10) == status


async def test_at_ones_own_pace_an_empty_line_goes_on(tmp_path: Path) -> None:
    async with playing(tmp_path, pace="free", cards=2) as class_, sitting(class_) as (pupil, _):
        await pupil.hears("Attendez")
        class_.host.go_on()
        await pupil.hears("C. ")
        pupil.type("a")
        assert "jusqu’à la fermeture" not in await pupil.hears("Entrée : voir la réponse")
        pupil.type()
        await pupil.hears("Entrée : question suivante")
        pupil.type()
        await pupil.hears("Question 2 sur 2")


@pytest.mark.parametrize("address", ["127.0.0.1:1", "nulle-part.invalid:8800"])
async def test_nobody_at_the_address_is_said_once_and_called_again(address: str) -> None:
    hand = Typist()
    client = Client(Call(address, CODE))
    running = asyncio.create_task(PlainJoin(client, Words("fr", "classroom"), hand.stdin, hand.out).run())
    await hand.hears(f"Personne ne répond à l’adresse {address} ; nouvel appel…")
    assert not running.done()
    hand.type("q")
    assert await asyncio.wait_for(running, 10) == 1
    hand.end()
    hand.stdin.close()
    assert "Personne" not in hand.out.getvalue().partition("nouvel appel")[2]


async def test_what_is_no_lesson_is_said_to_be_none() -> None:
    async def rude(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(rude, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        hand = Typist()
        client = Client(Call(f"127.0.0.1:{port}", CODE))
        running = asyncio.create_task(PlainJoin(client, Words("fr", "classroom"), hand.stdin, hand.out).run())
        await hand.hears("n’est pas une leçon")
        hand.end()
        await asyncio.wait_for(running, 10)
        hand.stdin.close()
