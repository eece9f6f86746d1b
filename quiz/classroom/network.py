"""The server on its address: started and stopped inside the loop that plays, and how other machines call this one."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress

import uvicorn
from starlette.applications import Starlette

from quiz.classroom.messages import LONGEST_MESSAGE
from quiz.errors import QuizError

LOOPBACK = "127.0.0.1"
_SOCKETS = 8192


@asynccontextmanager
async def serving(application: Starlette, address: str = LOOPBACK, port: int = 0) -> AsyncIterator[int]:
    """Serve while the block runs; gives the port, the system's choice for 0. Raises QuizError
    "port-taken" where the address cannot be had."""
    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="websockets-sansio",
        ws_max_size=LONGEST_MESSAGE,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=2,
        server_header=False,
    )
    _make_room()
    server = uvicorn.Server(config)
    server.capture_signals = nullcontext  # type: ignore[method-assign,assignment]  # the screen has the keyboard
    listening = _listen(address, port)
    quiet = [(logging.getLogger(name), logging.getLogger(name).level) for name in ("asyncio", "uvicorn.error")]
    for logger, _ in quiet:
        logger.setLevel(logging.CRITICAL + 1)  # the screen is the class's
    task = asyncio.create_task(server.serve([listening]))
    try:
        while not server.started and not task.done():
            await asyncio.sleep(0.01)
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        with suppress(asyncio.CancelledError):
            await task
        listening.close()
        for logger, level in quiet:
            logger.setLevel(level)


def _make_room() -> None:
    """As many sockets as the system lets this program have: idle ones are not to keep a class out."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _SOCKETS if hard == resource.RLIM_INFINITY else min(_SOCKETS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _listen(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)  # on Windows the other one lets two programs listen
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR if exclusive is None else exclusive, 1)
        listening.bind((address, port))
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise QuizError("port-taken", address=address, port=port, reason=error.strerror or "") from error
    listening.setblocking(False)
    return listening


def called(bind: str, port: int) -> str:
    """How pupils call a server that listens on `bind`: « 192.168.1.4:8800 », « [fe80::1]:8800 »."""
    everywhere = bind in ("0.0.0.0", "::")
    host = (own_address() if everywhere else None) or bind
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def is_loopback(bind: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    return bind.startswith("127.") or bind in ("localhost", "::1")


def own_address() -> str | None:
    """The address by which this network calls this machine, or None without one. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: the route is looked up, no packet leaves
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if found.startswith("127.") or found == "0.0.0.0" else found
