"""One open socket of a lesson as the server sees it, and what it puts up with from all of them. It decides nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from starlette.websockets import WebSocket

from quiz.classroom import messages
from quiz.classroom.lesson import Seat


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the server puts up with; the defaults suit a school. `tries_a_minute`, `waiting_a_machine` and
    `per_machine` (seats; None for any number) are one address's."""

    hello_seconds: float = 10.0
    send_seconds: float = 10.0
    tries_a_socket: int = 3
    tries_a_minute: int = 10
    messages_a_second: float = 10.0
    burst: int = 40
    bad_messages: int = 5
    waiting_sockets: int = 200
    waiting_a_machine: int = 20
    per_machine: int | None = None


@dataclass(slots=True, eq=False)
class Client:
    """One open socket. `state` is what it has still to be sent, the newest only; `small` are short replies."""

    socket: WebSocket
    address: str
    seat: Seat | None = None
    state: str | None = None
    small: list[str] = field(default_factory=list)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    leaving: int | None = None

    def tell(self, body: dict[str, Any]) -> None:
        """Queue a short reply. A client that reads none of a hundred is let go."""
        self.small.append(messages.dump(body))
        if len(self.small) > 100:
            self.leaving = 1008
        self.wake.set()

    def leave(self, code: int, why: str | None = None) -> None:
        """Say why, and close."""
        if why:
            self.tell(messages.no(why))
        self.leaving = code
        self.wake.set()
