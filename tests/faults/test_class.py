"""What a bored class may send to the teacher's machine: names to spoil the wall, and frames that are no messages."""

import asyncio
import json
import os
import random
import re
import struct
import unicodedata
from pathlib import Path

import pytest

from quiz.classroom import names
from quiz.classroom.guest import Bounds
from quiz.language import Words
from quiz.tui.layout import lay_out
from quiz.tui.lesson import pages
from tests.classroom.made import NOW, lesson
from tests.classroom.test_server import CODE, Class_, playing

pytestmark = pytest.mark.slow
MANY = 20_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")
_NASTY = [
    "\x1b[2J", "\x1b]0;titre\x07", "\x1b]52;c;bWFs\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\x00", "\r\n", "\t",
    "[/b]", "[@click=app.quit()]", "<b>", "{name}", "%s", "a\u0301\u0301\u0301", "\u1ab0", "\u200d",
    "\U0001f468\u200d\U0001f469", "学", "ﷺ", "\ue000", "\U000e0041", "=1+1", "é", " ", "Ada", "'", '"', "\\", "𒐫",
    "\u115f", "\u3164", "\ufdd0", "\uffff",
]  # fmt: skip


def test_no_name_of_twenty_thousand_puts_a_control_on_the_wall() -> None:
    draw = random.Random(11)
    class_ = lesson(2, seats=40)
    words = Words("fr", "classroom")
    for number in range(MANY):
        typed = "".join(draw.choice(_NASTY) for _ in range(draw.randrange(1, 9)))
        shown = names.cleaned(typed)
        assert not _CONTROL.search(shown), ascii(typed)
        assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn") for char in shown), ascii(typed)
        if not shown or class_.taken(shown):
            continue
        class_.apply(class_.seating(shown, str(number), NOW))
        if len(class_.present) == 40:
            for blocks in (
                pages.seats(class_, class_.present, set(), 0, words, 76),
                pages.lobby(class_, "127.0.0.1:8800", CODE, [], words, 76, 40),
            ):
                for line in lay_out(blocks, 76):
                    assert not _CONTROL.search(line.text), ascii(line.text)
            class_ = lesson(2, seats=40)


def _frame(draw: random.Random) -> bytes:
    """Some bytes after the handshake: a message that is none, or a frame that breaks the rules of websockets."""
    kind = draw.randrange(6)
    if kind == 0:
        return _masked(1, draw.randbytes(draw.randrange(60)))
    if kind == 1:
        return _masked(1, json.dumps(_body(draw)).encode())
    if kind == 2:
        return _masked(2, draw.randbytes(draw.randrange(200)))
    if kind == 3:
        return _masked(1, b'{"type":"hello","v":1,"code":"' + b"A" * draw.randrange(5000, 9000) + b'"}')
    if kind == 4:
        return draw.randbytes(draw.randrange(1, 80))  # any opcode, any length, masked or not
    return bytes([0x80 | draw.randrange(16), 0x7F]) + struct.pack(">Q", draw.getrandbits(63)) + b"x" * 20


def _body(draw: random.Random) -> object:
    values = [None, True, -1, 2**70, 1.5, "", "x" * 300, [], {}, [[[]]], "\x1b[2J"]
    if not draw.randrange(6):
        return draw.choice(values)
    body = {
        name: draw.choice(values) for name in ("v", "code", "name", "token", "round", "n", "value") if draw.randrange(2)
    }
    return body | {"type": draw.choice(["hello", "answer", "go-on", "state", "welcome", None, 3])}


def _masked(opcode: int, payload: bytes) -> bytes:
    mask = os.urandom(4)
    size = bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0xFE]) + struct.pack(">H", len(payload))
    masked = bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload))
    return bytes([0x80 | opcode]) + size + mask + masked


async def _throw(class_: Class_, draw: random.Random, how_many: int) -> int:
    thrown = 0
    for _ in range(how_many):
        reader, writer = await asyncio.open_connection("127.0.0.1", class_.port)
        writer.write(
            b"GET /play HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        writer.write(_frame(draw))
        writer.write_eof()
        await asyncio.wait_for(reader.read(), 15)
        writer.close()
        thrown += 1
    return thrown


async def test_twenty_thousand_bad_frames_take_no_seat_and_the_lesson_goes_on(tmp_path: Path) -> None:
    bounds = Bounds(hello_seconds=2, tries_a_minute=10**9, waiting_a_machine=200)
    async with playing(tmp_path, bounds) as class_:
        hands = 40
        thrown = await asyncio.gather(*(_throw(class_, random.Random(hand), MANY // hands) for hand in range(hands)))
        assert sum(thrown) == MANY
        assert not class_.host.lesson.seats
        async with class_.pupil() as one:
            assert (await one.until("state"))["phase"] == "lobby"
