"""Two machines, as far as a test can make them: two network namespaces joined by a cable of the kernel's."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

NAMES = (f"quiz-a{os.getpid()}", f"quiz-b{os.getpid()}")


def ip(*args: str) -> int:
    return subprocess.run(["ip", *args], capture_output=True).returncode


@pytest.fixture
def machines() -> Iterator[tuple[str, str]]:
    if shutil.which("ip") is None or ip("netns", "add", NAMES[0]):
        pytest.skip("no network namespaces here (needs iproute2 and root)")
    ip("netns", "add", NAMES[1])
    try:
        made = [
            ip("link", "add", f"qa{os.getpid()}", "netns", NAMES[0], "type", "veth", "peer", "name", f"qb{os.getpid()}",
               "netns", NAMES[1]),
        ]  # fmt: skip
        for name, device, address in ((NAMES[0], "qa", "10.73.0.1"), (NAMES[1], "qb", "10.73.0.2")):
            cable = f"{device}{os.getpid()}"
            for args in (
                ("addr", "add", f"{address}/24", "dev", cable),
                ("link", "set", cable, "up"),
                ("link", "set", "lo", "up"),
                ("route", "add", "default", "via", address),
            ):
                made.append(ip("netns", "exec", name, "ip", *args))
        if any(made):
            pytest.skip("this kernel gives no cable between namespaces")
        yield NAMES
    finally:
        for name in NAMES:
            ip("netns", "del", name)


def check(name: str, home: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "quiz", "host", "--check", "--port", "8899", "--lang", "en", *options]
    env = os.environ | {"QUIZ_HOME": str(home)}
    return subprocess.Popen(["ip", "netns", "exec", name, *command], stdout=subprocess.PIPE, text=True, env=env)


def fetch(name: str, url: str) -> str:
    line = f"import urllib.request as r; print(r.urlopen({url!r}, timeout=10).read().decode())"
    run = subprocess.run(["ip", "netns", "exec", name, sys.executable, "-c", line], capture_output=True, text=True)
    return run.stdout


def test_another_machine_that_gets_through_is_named(machines: tuple[str, str], tmp_path: Path) -> None:
    with check(machines[0], tmp_path) as server:
        assert server.stdout is not None
        said = re.search(r"http://10\.73\.0\.1:8899", server.stdout.readline())
        assert said is not None, "the address by which the other machine calls"
        assert "can be reached" in fetch(machines[1], said[0])
        assert "10.73.0.2 has reached" in server.stdout.read()
    assert server.returncode == 0


def test_a_call_from_this_machine_proves_nothing(machines: tuple[str, str], tmp_path: Path) -> None:
    with check(machines[0], tmp_path, "--seconds", "3") as server:
        assert server.stdout is not None
        server.stdout.readline()
        assert "can be reached" in fetch(machines[0], "http://10.73.0.1:8899")
        assert "quiz print" in server.stdout.read()
    assert server.returncode == 1
