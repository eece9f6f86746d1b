import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from quiz.classroom.guest import Bounds
from quiz.classroom.ledger import Kept, Ledger, read
from quiz.classroom.lesson import Lesson, Refused, Rules
from quiz.classroom.network import serving
from quiz.classroom.server import Host
from tests.classroom.made import NOW, deck

CODE = "ABCDEF"


class Class_:
    """A lesson served on loopback, with raw clients."""

    def __init__(self, host: Host, port: int, path: Path) -> None:
        self.host, self.port, self.path = host, port, path
        self.url = f"ws://127.0.0.1:{port}/play"

    @asynccontextmanager
    async def pupil(self, *, token: str = "", name: str = "") -> AsyncIterator["Pupil"]:
        async with connect(self.url) as socket:
            pupil = Pupil(socket)
            await pupil.send(type="hello", v=1, code=CODE, token=token, name=name)
            pupil.me = await pupil.until("welcome")
            yield pupil


class Pupil:
    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.me: dict[str, Any] = {}

    async def send(self, **body: object) -> None:
        await self.socket.send(json.dumps(body))

    async def until(self, type_: str, **wanted: object) -> dict[str, Any]:
        async with asyncio.timeout(5):
            while True:
                body: dict[str, Any] = json.loads(await self.socket.recv())
                if body["type"] == type_ and all(body.get(key) == value for key, value in wanted.items()):
                    return body


@asynccontextmanager
async def playing(
    path: Path,
    bounds: Bounds | None = None,
    cards: int = 4,
    forms: tuple[str, ...] = ("choice",),
    port: int = 0,
    **rules: Any,
) -> AsyncIterator[Class_]:
    made = deck(cards, forms)
    kept = Kept("essai", CODE, NOW, made, Rules(**rules), ())
    file = path / "essai.sqlite"
    ledger = Ledger.create(file, kept)
    host = Host(Lesson("essai", made.cards, kept.rules), ledger, CODE, made.title, bounds=bounds)
    try:
        async with serving(host.application(), port=port) as port:
            yield Class_(host, port, file)
    finally:
        ledger.close()


async def knock(class_: Class_, **said: object) -> str:
    """What a new socket hears first: "welcome", or why not."""
    async with connect(class_.url) as socket:
        with suppress(ConnectionClosed):  # the door may be shut before anything is said
            await Pupil(socket).send(**{"type": "hello", "v": 1, "code": CODE} | said)
        body = json.loads(await asyncio.wait_for(socket.recv(), 5))
        return str(body.get("why", body["type"]))


async def test_a_question_an_answer_and_the_key(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil() as one:
        assert (await one.until("state"))["phase"] == "lobby"
        class_.host.go_on()
        asked = await one.until("state", phase="open")
        assert "key" not in asked
        right = next(k for k, choice in enumerate(asked["choices"]) if choice["fr"] == "Autun")
        await one.send(type="answer", round=0, n=1, value=right)
        await one.until("ack", round=0, n=1)
        assert [act.kind for act in read(class_.path).acts][-1] == "answered", "acknowledged, so it is on disk"
        class_.host.close()
        told = await one.until("state", phase="closed")
        assert (told["key"]["fr"], told["you"]["right"], told["you"]["score"], told["spread"]) == (
            "Autun",
            True,
            1,
            [int(k == right) for k in range(3)],
        )


async def test_a_dropped_pupil_comes_back_with_score_and_answer(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        async with class_.pupil() as one:
            class_.host.go_on()
            asked = await one.until("state", phase="open")
            await one.send(type="answer", round=0, n=7, value=1)
            await one.until("ack")
            token, name = one.me["token"], one.me["name"]
        async with class_.pupil(token=token) as again:
            state = await again.until("state")
            assert (again.me["name"], state["you"]["answer"], state["you"]["n"]) == (name, 1, 7)
            assert state["question"] == asked["question"]
            await again.send(type="answer", round=0, n=7, value=1)
            await again.until("ack", n=7)
        assert sum(act.kind == "answered" for act in read(class_.path).acts) == 1
        assert len(class_.host.lesson.seats) == 1


async def test_a_second_screen_takes_the_seat_over(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil() as one, class_.pupil(token=one.me["token"]):
        assert (await one.until("no"))["why"] == "elsewhere"


async def test_wrong_codes_are_counted(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(tries_a_minute=5)) as class_:
        for _ in range(2):
            async with connect(class_.url) as socket:
                pupil = Pupil(socket)
                whys = []
                with suppress(ConnectionClosed):
                    while True:
                        await pupil.send(type="hello", v=1, code="ZZZZZZ")
                        whys.append((await pupil.until("no"))["why"])
        assert whys == ["code", "code", "slow"]
        assert not class_.host.lesson.seats


async def test_a_page_of_somebody_else_may_not_open_a_socket(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        with pytest.raises(InvalidStatus):
            async with connect(class_.url, origin="http://evil.example"):  # type: ignore[arg-type]
                pass
        async with connect(class_.url, origin=f"http://127.0.0.1:{class_.port}"):  # type: ignore[arg-type]
            pass


async def test_a_banned_machine_does_not_come_back(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil() as one:
        class_.host.kick(0, ban=True)
        assert (await one.until("no"))["why"] == "banned"
        assert await knock(class_) == "banned"


@pytest.mark.parametrize(
    "raw",
    ["", "[]", "{", '{"type":"hello","v":"1"}', '{"type":"answer","round":-1,"n":1,"value":0}', "\x00", b"\xff\xfe"],
)
async def test_a_message_that_is_none_takes_no_seat(tmp_path: Path, raw: str | bytes) -> None:
    async with playing(tmp_path) as class_:
        async with connect(class_.url) as socket:
            await socket.send(raw)
            assert (await Pupil(socket).until("no"))["why"] == "bad"
            await asyncio.wait_for(socket.wait_closed(), 5)
        assert not class_.host.lesson.seats


async def test_a_pupil_who_says_nothing_is_let_go(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(hello_seconds=0.05)) as class_, connect(class_.url) as socket:
        with pytest.raises(ConnectionClosed):
            await asyncio.wait_for(socket.recv(), 5)


async def test_a_timer_closes_by_itself(tmp_path: Path) -> None:
    async with playing(tmp_path, seconds=1) as class_, class_.pupil() as one:
        class_.host.go_on()
        assert (await one.until("state", phase="open"))["left"] <= 1000
        await one.until("state", phase="closed")


async def test_names_are_given_unless_they_are_free(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil(name="Zorro") as one:
        assert one.me["name"] != "Zorro"
    async with playing(tmp_path / "2", free_names=True) as class_, class_.pupil(name=" Zorro\x1b[2J ") as one:
        assert one.me["name"] == "Zorro"


async def test_everybody_goes_at_their_own_pace(tmp_path: Path) -> None:
    async with playing(tmp_path, cards=2, pace="free") as class_, class_.pupil() as one, class_.pupil() as two:
        class_.host.go_on()
        first = await one.until("state", phase="open")
        assert first["round"] == 0
        await one.send(type="go-on", round=0)
        assert (await one.until("no"))["why"] == "bad", "an answer first"
        await one.send(type="answer", round=0, n=1, value=0)
        await one.until("ack")
        await one.send(type="go-on", round=0)
        told = await one.until("state")
        while "key" not in told:
            told = await one.until("state")
        await one.send(type="answer", round=0, n=2, value=1)
        assert (await one.until("no"))["why"] == "closed", "the key has been seen"
        await one.send(type="go-on", round=0)
        await one.until("state", round=1)
        await two.send(type="answer", round=0, n=1, value=1)
        await two.until("ack", round=0)
        assert class_.host.lesson.seats[1].at == 0
        await one.send(type="answer", round=1, n=3, value=1)
        await one.until("ack", round=1)
        await one.send(type="go-on", round=1)
        await one.send(type="go-on", round=1)
        await one.until("state", done=True)


async def test_a_pause_takes_no_answers_and_gives_the_time_back(tmp_path: Path) -> None:
    async with playing(tmp_path, seconds=60) as class_, class_.pupil() as one:
        class_.host.go_on()
        await one.until("state", phase="open")
        class_.host.pause()
        assert (await one.until("state", paused=True))["left"] is None
        await one.send(type="answer", round=0, n=1, value=0)
        assert (await one.until("no"))["why"] == "paused"
        class_.host.pause()
        assert (await one.until("state", paused=False))["left"] > 50_000
        await one.send(type="answer", round=0, n=1, value=0)
        await one.until("ack")


async def test_who_was_sent_out_may_come_back_as_somebody_else(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        async with class_.pupil() as one:
            token = one.me["token"]
            before = await one.until("state")
            class_.host.rename(0)
            after = await one.until("state", seq=before["seq"] + 1)
            assert before["you"]["name"] != after["you"]["name"] == class_.host.lesson.seats[0].name
            class_.host.kick(0)
            assert (await one.until("no"))["why"] == "kicked"
        async with connect(class_.url) as socket:
            pupil = Pupil(socket)
            await pupil.send(type="hello", v=1, code=CODE, token=token)
            assert (await pupil.until("no"))["why"] == "kicked"
        async with class_.pupil() as again:
            assert again.me["seat"] == 1


async def test_a_latecomer_sees_the_open_question_or_is_told(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        class_.host.go_on()
        async with class_.pupil() as late:
            assert (await late.until("state"))["phase"] == "open"
    async with playing(tmp_path / "2", late=False) as class_:
        class_.host.go_on()
        async with connect(class_.url) as socket:
            await Pupil(socket).send(type="hello", v=1, code=CODE)
            assert (await Pupil(socket).until("no"))["why"] == "late"


async def test_twenty_who_do_not_read_delay_nobody(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(send_seconds=0.5), cards=30) as class_, class_.pupil() as one:
        stalled = []
        for _ in range(20):
            reader, writer = await asyncio.open_connection("127.0.0.1", class_.port, limit=1024)
            writer.write(
                b"GET /play HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
            )
            await reader.readuntil(b"\r\n\r\n")
            hello = json.dumps({"type": "hello", "v": 1, "code": CODE}).encode()
            writer.write(bytes([0x81, 0x80 | len(hello)]) + b"\0\0\0\0" + hello)
            stalled.append(writer)
        async with asyncio.timeout(5):
            while len(class_.host.lesson.present) < 21:
                await asyncio.sleep(0.01)
        for number in range(30):
            class_.host.go_on()
            asked = await one.until("state", phase="open")
            while asked["round"] != number:
                asked = await one.until("state", phase="open")
            await one.send(type="answer", round=number, n=number + 1, value=0)
            await one.until("ack", round=number)
            class_.host.close()
        for writer in stalled:
            writer.transport.abort()
    assert class_.host.lesson.score(0) == sum(asked.answers[0].right for asked in class_.host.lesson.rounds)


async def test_a_disk_that_fails_is_told_to_all_and_nothing_more_is_acknowledged(tmp_path: Path) -> None:
    made = deck(2)
    path = tmp_path / "essai.sqlite"
    hosts: list[Host] = []
    ledger = Ledger.create(path, Kept("essai", CODE, NOW, made, Rules(), ()), lambda _: hosts[0].ledger_failed())
    hosts.append(Host(Lesson("essai", made.cards, Rules()), ledger, CODE, made.title))
    async with serving(hosts[0].application()) as port:
        class_ = Class_(hosts[0], port, path)
        async with class_.pupil() as one, class_.pupil() as two:
            class_.host.go_on()
            await one.until("state", phase="open")
            with closing(sqlite3.connect(path)) as other:
                other.execute(
                    "CREATE TRIGGER full BEFORE INSERT ON happening "
                    "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
                )
            await one.send(type="answer", round=0, n=1, value=0)
            for pupil in (one, two):
                heard = []
                with suppress(ConnectionClosed):
                    while True:
                        heard.append(json.loads(await asyncio.wait_for(pupil.socket.recv(), 5)))
                assert [body["why"] for body in heard if body["type"] == "no"] == ["broken"]
                assert not [body for body in heard if body["type"] == "ack"]
        with pytest.raises(Refused):
            hosts[0].close()
        async with connect(class_.url) as socket:
            await Pupil(socket).send(type="hello", v=1, code=CODE)
            assert (await Pupil(socket).until("no"))["why"] == "broken"
    ledger.close()
    assert "answered" not in [act.kind for act in read(path).acts]
