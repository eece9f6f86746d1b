"""The door of a class: what one machine does shuts out nobody else."""

import asyncio
import json
import sqlite3
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from quiz import cli
from quiz.classroom import commands, lessons
from quiz.classroom.door import Door
from quiz.classroom.guest import Bounds
from quiz.classroom.happening import Happening
from quiz.classroom.ledger import read
from quiz.classroom.lesson import Refused, Rules, replay
from quiz.classroom.server import Host
from tests.classroom.made import NOW, deck, lesson
from tests.classroom.test_lesson import refused
from tests.classroom.test_server import CODE, knock, playing


def test_wrong_codes_are_one_machine_s_own_affair() -> None:
    now = [0.0]
    door = Door(3, None, lambda: now[0])
    for _ in range(3):
        refused("code", lambda: door.knock("10.0.0.9", right=False))
    refused("slow", lambda: door.knock("10.0.0.9", right=True))
    door.knock("10.0.0.8", right=True)
    now[0] = 61.0
    door.knock("10.0.0.9", right=True)


def test_a_machine_has_its_seats_and_no_more_also_with_nobody_on_them() -> None:
    class_, door = lesson(1, 3), Door(10, 2)
    for seat, address in ((0, "10.0.0.9"), (1, "10.0.0.9"), (2, "10.0.0.8")):
        door.entered(seat, address)
    refused("machine", lambda: door.room("10.0.0.9", class_))
    door.room("10.0.0.8", class_)
    class_.apply(Happening("kicked", NOW, seat=1))
    door.room("10.0.0.9", class_)
    class_.apply(Happening("banned", NOW, seat=2, text=door.place(2)))
    refused("banned", lambda: door.room("10.0.0.8", class_))
    Door(10, None).room("10.0.0.9", class_)


async def test_a_token_of_another_lesson_is_no_wrong_code_and_no_way_round_the_count(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(tries_a_minute=2)) as class_:
        for _ in range(5):
            assert await knock(class_, code="ZZZZZZ", token="gone") == "stale"
        assert await knock(class_, token="gone") == "stale", "whatever the code"
        assert await knock(class_) == "welcome"


async def test_one_pupil_does_not_take_every_seat(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(per_machine=2)) as class_:
        async with class_.pupil() as one:
            assert await knock(class_) == "welcome"
            assert await knock(class_) == "machine"
            token = one.me["token"]
        assert await knock(class_) == "machine", "seats that nobody holds are still its own"
        assert await knock(class_, token=token) == "welcome"


async def test_a_ban_is_for_the_machine_and_outlives_the_program(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil() as one:
        async with class_.pupil():
            pass
        class_.host.kick(1, ban=True)
        assert await knock(class_) == "banned", "of a seat nobody holds, and with somebody else at the machine"
        assert await knock(class_, token=one.me["token"]) == "welcome", "who has a seat keeps it"
    kept = read(class_.path)
    assert replay(kept.name, kept.deck.cards, kept.rules, kept.acts).banned == {"127.0.0.1"}


async def test_sockets_that_say_nothing_do_not_pass_for_a_ban(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(waiting_a_machine=3)) as class_, AsyncExitStack() as stack:
        for _ in range(3):
            await stack.enter_async_context(connect(class_.url))
        assert await knock(class_) == "busy"
        await stack.aclose()
        async with asyncio.timeout(5):
            while await knock(class_) != "welcome":
                await asyncio.sleep(0.01)


@pytest.mark.parametrize("half", ['"token":"\\ud800"', '"code":"\\ud800"', '"name":"\\udfffa"'])
async def test_half_a_character_is_no_message(tmp_path: Path, half: str) -> None:
    async with playing(tmp_path, free_names=True) as class_, connect(class_.url) as socket:
        await socket.send(f'{{"type":"hello","v":1,"code":"{CODE}",{half}}}')
        assert json.loads(await asyncio.wait_for(socket.recv(), 5))["why"] == "bad"


async def test_an_answer_with_half_a_character_breaks_nothing(tmp_path: Path) -> None:
    async with playing(tmp_path, forms=("cloze",)) as class_, class_.pupil() as one:
        class_.host.go_on()
        await one.until("state", phase="open")
        await one.socket.send('{"type":"answer","round":0,"n":1,"value":"a\\ud800b"}')
        assert (await one.until("no"))["why"] == "bad"
        await one.send(type="answer", round=0, n=2, value="Autun")
        await one.until("ack", n=2)


async def test_an_origin_that_is_none_is_turned_away(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        reader, writer = await asyncio.open_connection("127.0.0.1", class_.port)
        writer.write(
            b"GET /play HTTP/1.1\r\nHost: x\r\nOrigin: http://[x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        assert b"403" in await asyncio.wait_for(reader.readline(), 5)
        writer.close()


async def test_nobody_hears_what_is_not_on_disk(tmp_path: Path) -> None:
    """The disk is slow when the teacher closes: the screen shows it, the pupils, and one who comes in, do not."""
    async with playing(tmp_path) as class_, class_.pupil() as one:
        class_.host.go_on()
        await one.until("state", phase="open")
        with closing(sqlite3.connect(class_.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            class_.host.close()
            assert class_.host.lesson.phase == "closed"
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.3):
                    await one.socket.recv()
            other.execute("ROLLBACK")
        told = await one.until("state", phase="closed")
        kept = read(class_.path)
        assert replay(kept.name, kept.deck.cards, kept.rules, kept.acts).changed >= told["seq"]


async def test_a_host_that_ends_waits_for_its_disk(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil() as one:
        with closing(sqlite3.connect(class_.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            class_.host.end()
            ending = asyncio.create_task(class_.host.settled())
            done, _ = await asyncio.wait({ending}, timeout=0.3)
            assert not done
            other.execute("ROLLBACK")
        await ending
        await one.until("state", phase="ended")


async def test_who_comes_back_to_a_lesson_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_, class_.pupil() as one:
        class_.host.ledger_failed()
        assert await knock(class_, token=one.me["token"]) == "broken"


def test_a_question_with_a_timer_begins_paused_when_it_is_gone_on_with(tmp_path: Path) -> None:
    opened = lessons.begin(tmp_path, [deck()], Rules(seconds=20), datetime.now(UTC))
    for act in (opened.lesson.seating("Ada", "t", NOW), opened.lesson.opening(NOW)):
        opened.lesson.apply(act)
        opened.ledger.write(act)
    opened.ledger.close()
    for _ in range(2):  # killed once more before anybody went on
        again = lessons.resume(tmp_path, None)
        assert again.lesson.paused_at == NOW
        with pytest.raises(Refused, match="paused"):
            again.lesson.answering(0, 0, 1, 0, NOW + 90_000)
        again.ledger.close()
    again.lesson.apply(Happening("resumed", NOW + 90_000))
    assert again.lesson.deadline == NOW + 110_000
    assert again.lesson.answering(0, 0, 1, 0, NOW + 100_000) is not None


@pytest.mark.parametrize(
    ("typed", "seats"),
    [
        ([], None),
        (["--bind", "0.0.0.0"], 4),
        (["--bind", "0.0.0.0", "--per-machine", "30"], 30),
        (["--per-machine", "2"], 2),
    ],
)
def test_a_machine_of_the_network_has_four_seats_unless_the_teacher_says_otherwise(
    tmp_path: Path, typed: list[str], seats: int | None
) -> None:
    argv = ["host", *typed]
    args = cli._parser("fr", argv).parse_args(argv)
    shown: list[Host] = []
    commands.host(args, [deck()], tmp_path, "fr", lambda host, bind, port: shown.append(host))
    assert shown[0].bounds.per_machine == seats
