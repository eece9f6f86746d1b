"""The seats this machine has in lessons, so that a `quiz join` begun again finds its own: a token each, kept for a day.

A file a program, locked while it runs: two pupils at one machine keep two seats.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.classroom import locks

_DAY = 86_400


@dataclass(slots=True)
class KeptSeat:
    """A seat's file, held until `close`; `token` is "" for a seat not taken yet."""

    path: Path | None
    held: int | None
    place: dict[str, str]
    token: str = ""

    def keep(self, token: str) -> None:
        """Remember the token of the seat; "" forgets it. A disk that refuses is no reason to refuse a lesson."""
        self.token = token
        if self.path is not None:
            with suppress(OSError):
                self.path.write_text(json.dumps(self.place | {"token": token}), encoding="utf-8")

    def close(self) -> None:
        """Leave the seat to whoever joins from here next."""
        if self.path is not None and not self.token:
            self.path.unlink(missing_ok=True)
        if self.held is not None:
            os.close(self.held)
            self.held = None


def find(home: Path, address: str, code: str, name: str) -> KeptSeat:
    """The seat that a program which is gone had at this address under this name, or a file for a new one."""
    folder = home / "seats"
    place = {"address": address, "code": "".join(code.split()).replace("-", "").upper(), "name": name}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(folder.glob("*.json")):
            if time.time() - path.stat().st_mtime > _DAY:
                path.unlink(missing_ok=True)
            elif found := _take(path, place):
                return found
        path = folder / f"{os.getpid()}-{time.time_ns()}.json"
        held = locks.take(path)
    except OSError:
        return KeptSeat(None, None, place)
    return KeptSeat(path if held is not None else None, held, place)


def _take(path: Path, place: dict[str, str]) -> KeptSeat | None:
    try:
        held = locks.take(path)
    except BlockingIOError:
        return None
    if held is None:
        return None
    with suppress(OSError, ValueError):
        body = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(body, dict) and place.items() <= body.items() and isinstance(body.get("token"), str):
            return KeptSeat(path, held, place, body["token"])
    os.close(held)
    return None
