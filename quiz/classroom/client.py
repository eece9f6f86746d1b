"""A pupil's side of a lesson: the connection kept up, and answers kept until they are acknowledged. It knows no screen.

A drop is nobody's fault: the client comes back by itself with its token, and what it had not heard of is sent again.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, WebSocketException

from quiz.classroom.messages import VERSION
from quiz.errors import QuizError
from quiz.typography import safe_text

Link = Literal["calling", "seated", "lost", "over"]
Trouble = Literal["", "nobody", "stranger"]
_FINAL = frozenset(
    {
        "version",
        "full",
        "machine",
        "locked",
        "late",
        "banned",
        "kicked",
        "elsewhere",
        "ended",
        "bad",
        "name",
        "taken",
        "code",
        "slow",
    }
)
"""Refusals that calling again would not change."""
_PASSING = frozenset({"closed", "paused", "bad"})
"""Refusals of one answer: said until something else is on screen."""
_LONGEST = 1_000_000
_PAUSES = (0.2, 0.5, 1, 2, 3)
"""Seconds before each new call, the last one again and again."""


@dataclass(slots=True)
class Call:
    """Where to, and as whom."""

    address: str
    code: str
    name: str = ""
    token: str = ""

    @property
    def url(self) -> str:
        """The socket's address: « 192.168.1.4:8800 », a whole URL or a bare host all do. Raises QuizError."""
        return socket_url(self.address)


@dataclass(slots=True)
class Client:
    """One pupil. `changed` is called when `link`, `state`, `refusal`, `trouble` or `unheard` changed."""

    call: Call
    changed: Callable[[], None] = lambda: None
    seated: Callable[[str], None] = lambda _: None
    """Told the token of the seat, and "" once the seat is no more."""
    link: Link = "calling"
    refusal: str = ""
    trouble: Trouble = ""
    """Why the last call did not come through: nobody answers there, or something that is no lesson does."""
    name: str = ""
    state: dict[str, Any] = field(default_factory=dict)
    unheard: dict[int, tuple[int, int | str]] = field(default_factory=dict)
    """By round, the answer that the server has not yet said it has: its number and its value."""
    _number: int = 0
    _socket: ClientConnection | None = None
    _gone: bool = False

    async def run(self) -> None:
        """Stay in the lesson until it is over, or the door is shut. Returns then; `refusal` says why it was shut."""
        tries = 0
        while not self._gone:
            try:
                async with connect(self.call.url, max_size=_LONGEST, compression=None, open_timeout=5) as socket:
                    self._socket, self.trouble = socket, ""
                    await self._hello()
                    async for raw in socket:
                        await self._hear(raw)
                        tries = 0 if self.link == "seated" else tries
                        if self._shut:
                            break  # the door is shut: no need to wait for the server to say so again
            except (OSError, TimeoutError, UnicodeError):  # an odd name of a host is a UnicodeError
                self.trouble = "nobody"
            except InvalidHandshake:
                self.trouble = "stranger"
            except (WebSocketException, ValueError):
                pass  # the line broke, or a server that is none of ours said something odd
            self._socket = None
            if self._gone or self._shut or self.state.get("phase") == "ended":
                break
            self.link = "lost" if self.call.token else "calling"
            self.changed()
            await asyncio.sleep(_PAUSES[min(tries, len(_PAUSES) - 1)])
            tries += 1
        self.link = "over"
        self.changed()

    async def answer(self, value: int | str) -> None:
        """Answer the question on screen, or change the answer. It is kept and sent again until it is acknowledged."""
        round_ = self.state.get("round")
        if round_ is None:
            return
        self._number = max(self._number, int(self.state.get("you", {}).get("n", 0))) + 1
        self.unheard[round_] = (self._number, value)
        self.refusal = ""
        self.changed()
        await self._send(type="answer", round=round_, n=self._number, value=value)

    async def go_on(self) -> None:
        """Free pace: show the key, then the next question."""
        if self.state.get("round") is not None:
            self.refusal = ""
            await self._send(type="go-on", round=self.state["round"])

    async def leave(self) -> None:
        """Go."""
        self._gone = True
        if self._socket is not None:
            await self._socket.close()

    @property
    def _shut(self) -> bool:
        """Whether calling again would change nothing; one message that was not understood shuts no door."""
        return self.refusal in _FINAL and not (self.refusal == "bad" and self.call.token)

    @property
    def given(self) -> int | str | None:
        """The pupil's answer to the question on screen, acknowledged or not."""
        waiting = self.unheard.get(self.state.get("round", -1))
        return waiting[1] if waiting else self.state.get("you", {}).get("answer")

    async def _send(self, **body: object) -> None:
        if self._socket is None:
            return
        with suppress(OSError, WebSocketException):  # the loop of `run` sees the drop and calls again
            await self._socket.send(json.dumps(body, ensure_ascii=False))

    async def _hello(self) -> None:
        await self._send(type="hello", v=VERSION, code=self.call.code, name=self.call.name, token=self.call.token)

    async def _answer_again(self) -> None:
        for round_, (number, value) in list(self.unheard.items()):
            await self._send(type="answer", round=round_, n=number, value=value)

    async def _hear(self, raw: str | bytes) -> None:
        body = json.loads(raw)
        if not isinstance(body, dict):
            return
        match body.get("type"):
            case "welcome":
                self.link, self.refusal = "seated", ""
                self.call.token, self.name = str(body["token"]), safe_text(str(body["name"]))
                if self.state:  # whatever comes now is so, be it older: a host begun again counts anew
                    self.state["seq"] = -1
                self.seated(self.call.token)
                await self._answer_again()
            case "state":
                if int(body.get("seq", 0)) >= int(self.state.get("seq", 0)):
                    before, paused, self.state = _scene(self.state), self.state.get("paused"), _safe(body)
                    self.name = str(self.state.get("you", {}).get("name") or self.name)
                    if self.refusal in _PASSING and before != _scene(self.state):
                        self.refusal = ""
                    current = self.state.get("round")
                    closed = self.state.get("phase") != "open"
                    self.unheard = {k: v for k, v in self.unheard.items() if k == current and not closed}
                    if paused and not self.state.get("paused"):
                        await self._answer_again()
            case "ack":
                waiting = self.unheard.get(int(body.get("round", -1)))
                if waiting is not None and waiting[0] <= int(body.get("n", 0)):
                    number, value = self.unheard.pop(int(body["round"]))
                    if self.state.get("round") == body["round"]:
                        self.state.setdefault("you", {}).update(answer=value, n=number)
            case "no":
                self.refusal = str(body.get("why", ""))
                if self.refusal in ("kicked", "banned", "stale"):
                    self.seated("")
                if self.refusal == "stale":  # another lesson is played there: enter it by the code
                    self.call.token, self.refusal, self.state = "", "", {}
                    self.unheard.clear()
                    await self._hello()
                if self.refusal in ("closed", "bad") and self.link == "seated":
                    self.unheard.clear()  # one given in a pause is sent again after it
        self.changed()


def socket_url(address: str) -> str:
    """« 192.168.1.4:8800 » or « [fe80::1]:8800 » as a socket's URL. Raises QuizError "address-odd"."""
    bare = address.strip().removeprefix("http://").removeprefix("ws://").rstrip("/")
    if bare.count(":") > 1 and not bare.startswith("["):
        bare = f"[{bare}]"
    found = re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[^\[\]/?#@:\s]+)(?::([0-9]{1,5}))?", bare)
    host, port = (found[1], found[2] or "8800") if found else ("", "0")
    if not 0 < int(port) < 65536:
        raise QuizError("address-odd", address=safe_text(address))
    return f"ws://{host}:{port}/play"


def _scene(state: dict[str, Any]) -> tuple[object, ...]:
    """What is on screen, as far as a refused answer is concerned."""
    return state.get("round"), state.get("paused"), state.get("phase") == "ended"


def _safe(value: Any) -> Any:
    """Every text of a message as a terminal may have it: the server is somebody else's machine."""
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, list):
        return [_safe(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _safe(one) for key, one in value.items()}
    return value
