"""`quiz host --check`: can another machine of this network reach this one? Only another machine can tell."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from quiz.classroom.network import called, serving


async def reached(bind: str, port: int, seconds: float, told: Callable[[str], None]) -> str | None:
    """Serve one line until another machine asks for it; gives that machine's address, or None after `seconds`. `told`
    hears how to call this machine. Raises QuizError "port-taken"."""
    guest: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def hello(request: Request) -> Response:
        address = request.client.host if request.client else ""
        own = request.scope.get("server") or ("", 0)
        if address and address != own[0] and not address.startswith("127.") and address != "::1" and not guest.done():
            guest.set_result(address)
        return PlainTextResponse("quiz : cette machine est joignable. / this machine can be reached.\n")

    async with serving(Starlette(routes=[Route("/", hello)]), bind, port) as taken:
        told(called(bind, taken))
        try:
            return await asyncio.wait_for(asyncio.shield(guest), seconds)
        except TimeoutError:
            return None
