import asyncio
import os
import time
from pathlib import Path

from quiz.classroom import seats
from quiz.classroom.client import Call, Client
from tests.classroom.test_client import soon
from tests.classroom.test_server import CODE, Class_, playing


def test_a_program_begun_again_finds_its_seat_and_a_second_one_gets_its_own(tmp_path: Path) -> None:
    first = seats.find(tmp_path, "ws://x/play", "ABC DEF", "")
    first.keep("one")
    second = seats.find(tmp_path, "ws://x/play", "abcdef", "")
    assert second.token == "", "the first is still sitting there"
    first.close()
    again = seats.find(tmp_path, "ws://x/play", "abc-def", "")
    assert again.token == "one"
    for other in (("ws://y/play", "ABCDEF", ""), ("ws://x/play", "ABCDEG", ""), ("ws://x/play", "ABCDEF", "Ada")):
        assert seats.find(tmp_path, *other).token == ""


def test_a_seat_that_is_no_more_or_old_or_damaged_is_forgotten(tmp_path: Path) -> None:
    seat = seats.find(tmp_path, "ws://x/play", "ABCDEF", "")
    seat.keep("one")
    seat.keep("")
    seat.close()
    assert not list((tmp_path / "seats").iterdir())
    seat = seats.find(tmp_path, "ws://x/play", "ABCDEF", "")
    seat.keep("two")
    seat.close()
    (tmp_path / "seats" / "0.json").write_text("[")
    (path,) = [path for path in (tmp_path / "seats").iterdir() if path.name != "0.json"]
    os.utime(path, (time.time() - 90_000,) * 2)
    assert seats.find(tmp_path, "ws://x/play", "ABCDEF", "").token == ""


def test_a_home_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / "seats").write_text("")
    seat = seats.find(tmp_path, "ws://x/play", "ABCDEF", "")
    seat.keep("one")
    seat.close()


async def test_a_pupil_whose_program_died_sits_where_they_sat(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        names = [await _visit(class_, tmp_path / "home") for _ in range(2)]
        assert names[0] == names[1]
        class_.host.kick(0)
        assert await _visit(class_, tmp_path / "home") == "", "the seat is gone, and said so"
        assert await _visit(class_, tmp_path / "home"), "and the next time there is a new one"
        assert len(class_.host.lesson.present) == 1


async def _visit(class_: Class_, home: Path) -> str:
    """Join as `quiz join` does, and go."""
    seat = seats.find(home, class_.url, CODE, "")
    client = Client(Call(f"127.0.0.1:{class_.port}", CODE, token=seat.token), seated=seat.keep)
    running = asyncio.create_task(client.run())
    await soon(lambda: client.state or client.refusal)
    await client.leave()
    await running
    seat.close()
    return client.name
