import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from quiz.classroom.client import Call, Client, socket_url
from quiz.classroom.guest import Bounds
from quiz.classroom.ledger import Ledger
from quiz.classroom.lesson import replay
from quiz.classroom.network import serving
from quiz.classroom.server import Host
from quiz.errors import QuizError
from tests.classroom.test_server import CODE, playing


async def soon(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.01)


async def test_a_round_with_a_changed_answer(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE.lower()))
        running = asyncio.create_task(client.run())
        await soon(lambda: client.state.get("phase") == "lobby")
        class_.host.go_on()
        await soon(lambda: client.state.get("phase") == "open")
        await client.answer(0)
        await client.answer(1)
        await soon(lambda: not client.unheard)
        assert client.given == 1
        class_.host.close()
        await soon(lambda: client.state.get("phase") == "closed")
        class_.host.end()
        await soon(lambda: client.state.get("phase") == "ended")
        await client.leave()
        await running


async def test_a_host_that_dies_is_called_again_and_the_answer_sent_again(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE))
        running = asyncio.create_task(client.run())
        await soon(lambda: client.link == "seated")
        class_.host.go_on()
        await soon(lambda: client.state.get("phase") == "open")
        port = class_.port
    await soon(lambda: client.link == "lost")
    await client.answer(2)
    assert client.unheard
    ledger, kept = Ledger.resume(class_.path)
    host = Host(replay(kept.name, kept.deck.cards, kept.rules, kept.acts), ledger, kept.code, kept.deck.title)
    async with serving(host.application(), port=port):
        await soon(lambda: not client.unheard)
        assert host.lesson.rounds[0].answers[0].choice == 2
        assert len(host.lesson.seats) == 1
        await client.leave()
        await running
    ledger.close()


async def test_a_host_that_lost_what_came_last_is_believed(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE))
        running = asyncio.create_task(client.run())
        class_.host.told.changed += 50
        await soon(lambda: client.state.get("phase") == "lobby")
        class_.host.told.changed -= 50
        class_.host.go_on()
        for one in class_.host.clients:
            one.leave(1001)
        await soon(lambda: client.state.get("phase") == "open")
        await client.leave()
        await running


async def test_a_new_name_is_shown_and_a_late_answer_forgotten(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE))
        running = asyncio.create_task(client.run())
        class_name = lambda: class_.host.lesson.seats[0].name  # noqa: E731
        await soon(lambda: client.state)
        class_.host.rename(0)
        await soon(lambda: client.name == class_name())
        class_.host.go_on()
        await soon(lambda: client.state.get("phase") == "open")
        class_.host.close()
        await client.answer(0)
        await soon(lambda: client.refusal == "closed" and client.state.get("phase") == "closed")
        class_.host.go_on()
        await soon(lambda: client.state.get("phase") == "open")
        assert client.refusal == ""
        await client.leave()
        await running


async def test_an_answer_that_a_pause_caught_is_sent_again_after_it(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE))
        running = asyncio.create_task(client.run())
        await soon(lambda: client.state)
        class_.host.go_on()
        await soon(lambda: client.state.get("phase") == "open")
        class_.host.pause()
        await client.answer(1)
        await soon(lambda: client.state.get("paused"))
        assert client.given == 1
        class_.host.pause()
        await soon(lambda: not client.unheard)
        assert class_.host.lesson.rounds[0].answers[0].choice == 1
        await client.leave()
        await running


async def test_a_full_doorway_is_tried_again(tmp_path: Path) -> None:
    async with playing(tmp_path, Bounds(waiting_a_machine=1, hello_seconds=0.5)) as class_, connect(class_.url):
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE))
        running = asyncio.create_task(client.run())
        await soon(lambda: client.refusal == "busy")
        await soon(lambda: client.link == "seated")
        assert client.refusal == ""
        await client.leave()
        await running


async def test_another_lesson_at_the_address_is_entered_by_the_code(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        kept: list[str] = []
        client = Client(Call(f"127.0.0.1:{class_.port}", CODE, token="of another"), seated=kept.append)
        running = asyncio.create_task(client.run())
        await soon(lambda: client.link == "seated")
        assert kept == ["", client.call.token]
        await client.leave()
        await running


async def test_a_wrong_code_is_said_once(tmp_path: Path) -> None:
    async with playing(tmp_path) as class_:
        client = Client(Call(f"127.0.0.1:{class_.port}", "ZZZZZZ"))
        running = asyncio.create_task(client.run())
        await soon(lambda: client.refusal == "code")
        await client.leave()
        await running
        assert not class_.host.lesson.seats


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("192.168.1.4:8800", "ws://192.168.1.4:8800/play"),
        ("http://salle-3:9000/", "ws://salle-3:9000/play"),
        (" 10.0.0.2 ", "ws://10.0.0.2:8800/play"),
        ("[fe80::1]:9000", "ws://[fe80::1]:9000/play"),
        ("http://[::1]/", "ws://[::1]:8800/play"),
        ("fe80::1", "ws://[fe80::1]:8800/play"),
    ],
)
def test_an_address_as_people_type_it(typed: str, url: str) -> None:
    assert socket_url(typed) == url


@pytest.mark.parametrize(
    "typed", ["", ":", "salle:porte", "a/b:80", "user@host:80", "h:0", "h:99999", "[::1", "[x]:80", "h:8²"]
)
def test_an_address_that_is_none(typed: str) -> None:
    with pytest.raises(QuizError):
        socket_url(typed)
