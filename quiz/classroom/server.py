"""A lesson on the network: seats, answers and states over websockets, and the page. The server alone knows the keys.

Everything happens in one event loop, so the lesson needs no lock; only the ledger writes from a thread of its own. The
lesson stands here twice: as the teacher has it, and as it is on disk, and pupils hear of the second alone, so that a
machine that dies takes back nothing it has said. A client gets the whole state whenever something changed for it, the
newest in place of one it has not read yet: a slow client costs one state of memory and delays nobody.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from functools import partial
from random import SystemRandom
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from quiz.classroom import messages, names
from quiz.classroom.door import Door
from quiz.classroom.guest import Bounds, Client
from quiz.classroom.happening import Happening
from quiz.classroom.ledger import Ledger
from quiz.classroom.lesson import Lesson, Refused, Seat
from quiz.classroom.page import page
from quiz.deck import Bilingual


class Host:
    """The lesson being played. The teacher's screen calls the methods and hears of changes through `changed`."""

    def __init__(
        self,
        lesson: Lesson,
        ledger: Ledger,
        code: str,
        title: Bilingual,
        clock: Callable[[], int] | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        """`clock` gives milliseconds since 1970; by default the machine's, which never goes back meanwhile."""
        self.lesson = lesson
        self.told = deepcopy(lesson)
        """The lesson as it is on disk: all that pupils hear of."""
        self.ledger = ledger
        self.code = code
        self.title = title
        self.bounds = bounds or Bounds()
        self._door = Door(self.bounds.tries_a_minute, self.bounds.per_machine)
        self.clients: set[Client] = set()
        self.changed: Callable[[], None] = lambda: None
        self._clock = clock or _steady_clock()
        self._random = SystemRandom()
        self._timer: asyncio.TimerHandle | None = None
        self._stale = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self.broken = False
        """Whether the ledger has failed: nothing happens any more."""

    # ---- the teacher's side; each raises Refused where the rules do not grant it

    def go_on(self) -> None:
        """Begin, or ask the next question."""
        self._take(self.lesson.opening(self._clock()))

    def close(self) -> None:
        """No more answers: the key."""
        self._take(self.lesson.closing(self._clock()))

    def skip(self) -> None:
        """Leave this question out."""
        self._take(self.lesson.skipping(self._clock()))

    def back(self) -> None:
        """Show the question before once more."""
        self._take(self.lesson.going_back(self._clock()))

    def pause(self) -> None:
        """Stop answers and the timer, or let them go on."""
        if self.lesson.phase != "open":
            raise Refused("closed")
        self._take(Happening("paused" if self.lesson.paused_at is None else "resumed", self._clock()))

    def lock(self) -> None:
        """Let nobody new in, or let them in again."""
        self._take(Happening("unlocked" if self.lesson.locked else "locked", self._clock()))

    def rename(self, seat: int) -> None:
        """Give a pupil another name than the one shown."""
        name = names.given([one.name for one in self.lesson.present], self._random)
        self._take(Happening("renamed", self._clock(), seat=seat, text=name))

    def kick(self, seat: int, *, ban: bool = False) -> None:
        """Send a pupil out; with `ban`, nobody new comes in from the machine of that seat. Who sits there stays."""
        address = self._door.place(seat) if ban else None
        self._take(Happening("banned" if ban else "kicked", self._clock(), seat=seat, text=address))
        for client in self.clients:
            if client.seat is not None and client.seat.id == seat:
                client.leave(4003, "banned" if ban else "kicked")

    def end(self) -> None:
        """The lesson is over."""
        self._take(Happening("ended", self._clock()))

    async def settled(self) -> None:
        """Wait until what has happened is on disk and pupils are being told; two seconds at most."""
        done = asyncio.Event()
        self._when_kept(done.set)
        with suppress(TimeoutError):
            async with asyncio.timeout(2):
                await done.wait()

    def online(self) -> set[int]:
        """The seats that have a socket now."""
        return {client.seat.id for client in self.clients if client.seat is not None}

    def seconds_left(self) -> int:
        """The whole seconds before the open question closes by itself; 0 without a timer."""
        deadline = self.lesson.deadline
        return 0 if deadline is None else max(0, -((self._clock() - deadline) // 1000))

    def ledger_failed(self) -> None:
        """Nothing can be kept any more: no answer is acknowledged, and everybody is told. From any thread."""
        self.broken = True
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has closed: nobody is left to hear it
                self._loop.call_soon_threadsafe(self._tell_broken)

    def _tell_broken(self) -> None:
        for client in self.clients:
            client.leave(1011, "broken")
        self.changed()

    # ---- what happens

    def _take(self, act: Happening, then: Callable[[], None] | None = None) -> None:
        """Let it happen: at once for the teacher, and for the pupils once it is on disk, `then` last."""
        if self.broken:
            raise Refused("broken")
        self.lesson.apply(act)
        self._when_kept(partial(self._kept, act, then), act)
        if act.kind in ("opened", "closed", "skipped", "paused", "resumed", "ended"):
            self._set_timer()
        self.changed()

    def _when_kept(self, call: Callable[[], None], act: Happening | None = None) -> None:
        """Call, in this loop, once the act and all before it are on disk."""
        loop = self._loop = asyncio.get_running_loop()

        def safe() -> None:
            with suppress(RuntimeError):  # the loop has closed: nobody is left to hear it
                loop.call_soon_threadsafe(call)

        if act is None:
            self.ledger.after(safe)
        else:
            self.ledger.write(act, safe)

    def _kept(self, act: Happening, then: Callable[[], None] | None) -> None:
        self.told.apply(act)
        if act.kind not in ("seated", "answered", "settled", "advanced"):
            self._tell_all()
        if then is not None:
            then()

    def _set_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        deadline = self.lesson.deadline
        if deadline is not None:
            seconds = max(0.0, (deadline - self._clock()) / 1000)
            self._timer = asyncio.get_running_loop().call_later(seconds, self._time_is_up)

    def _time_is_up(self) -> None:
        deadline = self.lesson.deadline
        if deadline is not None and deadline <= self._clock():
            with suppress(Refused):  # nothing can be kept any more
                self.close()
        else:
            self._set_timer()

    def _tell_all(self) -> None:
        """Send everybody the state, once for all that changes in this turn of the loop."""
        if not self._stale:
            self._stale = True
            asyncio.get_running_loop().call_soon(self._send_states)

    def _send_states(self) -> None:
        self._stale = False
        shared = self._shared()
        for client in self.clients:
            self._send_state(client, shared)

    def _shared(self) -> str:
        return messages.dump(messages.shared(self.told, self.title, self._clock()))

    def _send_state(self, client: Client, shared: str | None = None) -> None:
        seat = None if client.seat is None else self.told.seats.get(client.seat.id)
        if seat is None:
            return
        own = messages.dump(messages.mine(self.told, seat))
        client.state = f"{(shared or self._shared())[:-1]},{own[1:]}"
        client.wake.set()

    # ---- a socket

    async def serve(self, socket: WebSocket) -> None:
        """A client from its first byte to its last."""
        address = socket.client.host if socket.client else ""
        if not _same_origin(socket):
            await socket.close(1008)
            return
        waiting = [client.address for client in self.clients if client.seat is None]
        await socket.accept()
        mine = max(self.bounds.waiting_a_machine, self.bounds.per_machine or 0)
        if len(waiting) >= self.bounds.waiting_sockets or waiting.count(address) >= mine:
            with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
                async with asyncio.timeout(1):
                    await socket.send_text(messages.dump(messages.no("busy")))
                    await socket.close(1013)
            return
        client = Client(socket, address)
        self.clients.add(client)
        sender = asyncio.create_task(self._send(client))
        try:
            if await self._seat(client):
                await self._listen(client)
        except (WebSocketDisconnect, RuntimeError, TimeoutError):
            pass  # gone, or silent for too long
        finally:
            self.clients.discard(client)
            client.leave(client.leaving or 1000)
            with suppress(asyncio.CancelledError):
                await sender
            self.changed()

    async def _send(self, client: Client) -> None:
        """Write what there is to write, the newest state only. A client that does not read is cut off."""
        try:
            while True:
                await client.wake.wait()
                client.wake.clear()
                lines, client.small = client.small, []
                if client.state is not None:
                    lines.append(client.state)
                    client.state = None
                async with asyncio.timeout(self.bounds.send_seconds):
                    for line in lines:
                        await client.socket.send_text(line)
                    if client.leaving is not None:
                        await client.socket.close(client.leaving)
                        return
        except (WebSocketDisconnect, RuntimeError, TimeoutError, OSError):
            self.clients.discard(client)
            with suppress(Exception):
                async with asyncio.timeout(1):
                    await client.socket.close(1008)

    async def _receive(self, client: Client) -> str | bytes:
        message = await client.socket.receive()
        if message["type"] != "websocket.receive":
            raise WebSocketDisconnect(message.get("code", 1005))
        text, raw = message.get("text"), message.get("bytes")
        return text if text is not None else raw or b""

    async def _seat(self, client: Client) -> bool:
        """Hear a hello and give a seat, a new one or the client's own. False: the client has been told to go."""
        tries = 0
        while True:
            async with asyncio.timeout(self.bounds.hello_seconds):
                raw = await self._receive(client)
            try:
                hello = messages.parse(raw)
                if not isinstance(hello, messages.Hello):
                    raise messages.BadMessage("no hello")
            except messages.BadMessage:
                client.leave(1008, "bad")
                return False
            if hello.version != messages.VERSION:
                client.leave(1008, "version")
                return False
            if self.broken:
                client.leave(1011, "broken")
                return False
            try:
                seat, token = self._find_seat(hello, client.address)
            except Refused as refused:
                tries += 1
                if tries >= self.bounds.tries_a_socket or refused.why not in ("code", "name", "taken", "stale"):
                    client.leave(1008, refused.why)
                    return False
                client.tell(messages.no(refused.why))
                continue
            for other in [one for one in self.clients if one.seat is seat]:
                other.seat = None
                other.leave(4001, "elsewhere")
            client.seat = seat
            self._door.entered(seat.id, client.address)
            self._when_kept(partial(self._welcome, client, seat.id, token))
            self.changed()
            return True

    def _welcome(self, client: Client, seat: int, token: str) -> None:
        client.tell(messages.welcome(self.told.seats[seat], token))
        self._send_state(client)

    def _find_seat(self, hello: messages.Hello, address: str) -> tuple[Seat, str]:
        """The seat a hello asks for, with the token that finds it again. A token of another lesson is no guess at the
        code, and opens no way to one: the code that came with it is not looked at. Raises Refused."""
        if hello.token:
            digest = _digest(hello.token)
            for seat in self.lesson.seats.values():
                if secrets.compare_digest(seat.token, digest):
                    if seat.gone:
                        raise Refused("kicked")
                    return seat, hello.token
            raise Refused("stale")
        self._door.knock(address, right=names.same_code(hello.code, self.code))
        self._door.room(address, self.lesson)
        name = names.cleaned(hello.name) if self.lesson.rules.free_names else ""
        if self.lesson.rules.free_names and hello.name and not name:
            raise Refused("name")
        name = name or names.given([seat.name for seat in self.lesson.present], self._random)
        token = secrets.token_urlsafe(18)
        act = self.lesson.seating(name, _digest(token), self._clock())
        self._take(act)
        return self.lesson.seats[act.seat or 0], token

    async def _listen(self, client: Client) -> None:
        """Take what a seated client sends, at a pace that fingers can reach."""
        allowance, last, bad = float(self.bounds.burst), time.monotonic(), 0
        while client.seat is not None:
            raw = await self._receive(client)
            now = time.monotonic()
            allowance = min(self.bounds.burst, allowance + (now - last) * self.bounds.messages_a_second) - 1
            last = now
            if allowance < 0:
                client.leave(1008, "slow")
                return
            try:
                self._hear(client, messages.parse(raw))
            except messages.BadMessage:
                bad += 1
                if bad >= self.bounds.bad_messages:
                    client.leave(1008, "bad")
                    return
                client.tell(messages.no("bad"))
            except Refused as refused:
                client.tell(messages.no(refused.why))

    def _hear(self, client: Client, message: messages.Hello | messages.Answer | messages.GoOn) -> None:
        seat = client.seat
        if seat is None or isinstance(message, messages.Hello):
            raise messages.BadMessage("hello again")
        if isinstance(message, messages.GoOn):
            tell = partial(self._send_state, client)
            act = self.lesson.going_on(seat.id, message.round, self._clock())
        else:
            tell = partial(client.tell, messages.ack(message.round, message.number))
            act = self.lesson.answering(seat.id, message.round, message.number, message.value, self._clock())
        if self.broken:
            raise Refused("broken")
        if act is None:
            self._when_kept(tell)
        else:
            self._take(act, tell)

    # ---- plain requests

    def application(self) -> Starlette:
        """The page and the socket."""
        return Starlette(routes=[Route("/", _page), WebSocketRoute("/play", self.serve)])


async def _page(request: Request) -> Response:
    return page(request.headers.get("host", ""))


def _same_origin(socket: WebSocket) -> bool:
    """Whether the page that opened the socket is ours; a program sends no origin."""
    origin = socket.headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == socket.headers.get("host")
    except ValueError:  # an origin that is none
        return False


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _steady_clock() -> Callable[[], int]:
    """Milliseconds since 1970, counted on from now by a clock that nobody sets."""
    begun, start = time.time(), time.monotonic()
    return lambda: int((begun + time.monotonic() - start) * 1000)
