"""The server on its address: what it is called, and what it does about sockets that say nothing."""

import asyncio
import logging
import subprocess
import sys

import pytest
from starlette.applications import Starlette

from quiz.classroom.client import socket_url
from quiz.classroom.network import called, is_loopback, serving
from quiz.classroom.page import page


def test_an_address_of_either_kind_can_be_called_back() -> None:
    for bind in ("::1", "192.168.1.4"):
        assert socket_url(called(bind, 9000)) == f"ws://{called(bind, 9000)}/play"
    assert called("::1", 8800) == "[::1]:8800"
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_idle_sockets_do_not_use_up_what_a_program_may_open() -> None:
    script = (
        "import asyncio, resource\n"
        "from starlette.applications import Starlette\n"
        "from quiz.classroom.network import serving\n"
        "hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))\n"
        "async def main():\n"
        "    async with serving(Starlette()) as port:\n"
        "        idle = [await asyncio.open_connection('127.0.0.1', port) for _ in range(50)]\n"
        "        reader, writer = await asyncio.open_connection('127.0.0.1', port)\n"
        "        writer.write(b'GET / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n')\n"
        "        print(await asyncio.wait_for(reader.readline(), 5))\n"
        "        for _, writer in idle:\n"
        "            writer.transport.abort()\n"
        "asyncio.run(main())\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert "404" in run.stdout, run.stderr
    assert not run.stderr


async def test_nothing_is_logged_on_the_screen_of_the_class() -> None:
    before = logging.getLogger("asyncio").getEffectiveLevel()
    async with serving(Starlette()):
        assert not logging.getLogger("asyncio").isEnabledFor(logging.CRITICAL)
        await asyncio.sleep(0)
    assert logging.getLogger("asyncio").getEffectiveLevel() == before


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("10.0.0.2:8800", True),
        ("[::1]:8800", True),
        ("x; script-src *", False),
        ("x y", False),
        ("", False),
        ("é", False),
    ],
)
def test_the_policy_names_the_server_s_own_sockets_and_nothing_a_header_slips_in(host: str, named: bool) -> None:
    policy = page(host).headers["content-security-policy"]
    assert (f"connect-src 'self' ws://{host};" in policy) is named
    assert policy.count("script-src") == 1
