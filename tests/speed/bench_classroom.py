"""A class over the network on loopback: how soon an answer is acknowledged, and what the server takes.

    python tests/speed/bench_classroom.py [PUPILS...]

The server is `quiz host --plain`, a process of its own; the pupils are raw sockets in this one. Acknowledged means on
disk, synced. Stalled pupils have taken a seat and read nothing any more.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect

sys.path.insert(0, str(Path(__file__).parents[2]))

from quiz.deck_format import write_deck
from tests.classroom.made import deck


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def until(socket: ClientConnection, type_: str, **wanted: object) -> dict[str, object]:
    while True:
        body: dict[str, object] = json.loads(await socket.recv())
        if body["type"] == type_ and all(body.get(name) == value for name, value in wanted.items()):
            return body


async def lesson(pupils: int, stalled: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.json"
        write_deck(path, deck(3))
        server = subprocess.Popen(
            [sys.executable, "-m", "quiz", "host", str(path), "--plain", "--port", "0", "--seats", "2000"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            env=os.environ | {"QUIZ_HOME": folder, "LC_ALL": "en_US.UTF-8"},
        )  # fmt: skip
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            found = re.search(r"Address: (\S+) +Code: (\w+)", server.stdout.readline())
            assert found is not None
            address, code = found.groups()
            sockets = []
            hello = json.dumps({"type": "hello", "v": 1, "code": code})
            for _ in range(pupils + stalled):
                socket = await connect(f"ws://{address}/play", compression=None, max_queue=4)
                await socket.send(hello)
                await until(socket, "welcome")
                sockets.append(socket)
            active = sockets[:pupils]
            for socket in sockets[pupils:]:
                socket.transport.pause_reading()
            print(f"{pupils} pupils, {stalled} stalled", end=": ", flush=True)
            begun = time.perf_counter()
            server.stdin.write("\n")
            heard = await asyncio.gather(*(when_open(socket) for socket in active))
            print(f"question out p99 {1000 * (percentile(heard, 0.99) - begun):.0f} ms", end=", ")
            took = await asyncio.gather(*(answer(socket) for socket in active))
            p50, p99 = (1000 * percentile(list(took), share) for share in (0.5, 0.99))
            print(f"answer to acknowledgement p50 {p50:.1f} ms, p99 {p99:.1f} ms", end=", ")
            status = Path(f"/proc/{server.pid}/status")
            if status.exists():
                size = re.search(r"VmHWM:\s+(\d+)", status.read_text())
                print(f"server {int(size[1]) / 1024:.0f} MB" if size else "")
            else:
                print()
            await asyncio.gather(*(socket.close() for socket in active))
            for socket in sockets[pupils:]:
                socket.transport.abort()
        finally:
            server.stdin.close()
            server.wait(20)


async def when_open(socket: ClientConnection) -> float:
    await until(socket, "state", phase="open")
    return time.perf_counter()


async def answer(socket: ClientConnection) -> float:
    await asyncio.sleep(random.random())
    begun = time.perf_counter()
    await socket.send(json.dumps({"type": "answer", "round": 0, "n": 1, "value": random.randrange(3)}))
    await until(socket, "ack")
    return time.perf_counter() - begun


if __name__ == "__main__":
    for count in [int(arg) for arg in sys.argv[1:]] or [35, 200, 1000]:
        asyncio.run(lesson(count, 20 if count == 200 else 0))
