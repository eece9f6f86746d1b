"""A real headless Chromium for the tests of the page, spoken to by its DevTools protocol over a websocket."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Tab:
    """One page. `errors` are what its script threw or wrote as an error, `requests` every address it asked for."""

    def __init__(self, socket: ClientConnection, session: str) -> None:
        self._socket, self._session = socket, session
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.errors: list[str] = []
        self.requests: list[str] = []
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        with suppress(ConnectionClosed):
            await self._read_all()

    async def _read_all(self) -> None:
        async for raw in self._socket:
            body = json.loads(raw)
            if body.get("id") in self._waiting:
                self._waiting.pop(body["id"]).set_result(body)
            match body.get("method"):
                case "Runtime.exceptionThrown":
                    self.errors.append(str(body["params"]["exceptionDetails"].get("text")))
                case "Log.entryAdded" if body["params"]["entry"]["level"] == "error":
                    self.errors.append(str(body["params"]["entry"]["text"]))
                case "Network.requestWillBeSent":
                    self.requests.append(body["params"]["request"]["url"])
                case "Network.webSocketCreated":
                    self.requests.append(body["params"]["url"])

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._numbers)
        future: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        message = {"id": number, "method": method, "params": params, "sessionId": self._session}
        await self._socket.send(json.dumps(message))
        body = await asyncio.wait_for(future, 20)
        assert "error" not in body, body["error"]
        result: dict[str, Any] = body["result"]
        return result

    async def js(self, expression: str) -> Any:
        """What a line of JavaScript gives."""
        result = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    async def until(self, expression: str) -> None:
        """Wait until a line of JavaScript is true."""
        async with asyncio.timeout(15):
            while not await self.js(expression):
                await asyncio.sleep(0.03)

    async def press(self, key: str) -> None:
        """A key as a keyboard gives it."""
        codes = {"Enter": 13, "Tab": 9, " ": 32}
        typed = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        code = codes.get(key, ord(key.upper()) if len(key) == 1 else 0)
        for kind in ("keyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code,
                **({"text": typed} if typed and kind == "keyDown" else {}),
            )  # fmt: skip

    async def type(self, text: str) -> None:
        """Letters into whatever has the focus."""
        await self.call("Input.insertText", text=text)

    async def picture(self, path: Path) -> None:
        """A screenshot, for eyes."""
        shot = await self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(shot["data"]))

    async def names(self) -> list[tuple[str, str]]:
        """Role and name of everything that a screen reader meets, in its order."""
        tree = await self.call("Accessibility.getFullAXTree")
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in tree["nodes"]
            if not node.get("ignored") and "role" in node
        ]

    async def stop(self) -> None:
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """A Chromium of its own profile, ended by its own process id."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0",
            "--disable-background-networking", "--disable-dev-shm-usage", f"--user-data-dir={profile}",
            "about:blank", stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            assert process.stderr is not None
            async with asyncio.timeout(60):
                while "DevTools listening on" not in (line := (await process.stderr.readline()).decode()):
                    assert line, "Chromium did not start"
            yield Browser(line.split()[-1])
        finally:
            process.terminate()
            await process.wait()


class Browser:
    def __init__(self, url: str) -> None:
        self._url = url

    @asynccontextmanager
    async def tab(self, url: str, width: int = 390, height: int = 800, **media: str) -> AsyncIterator[Tab]:
        """A page in a window of its own kind (its storage is nobody else's)."""
        async with connect(self._url, max_size=None, compression=None) as socket:
            context = await _ask(socket, 1, "Target.createBrowserContext")
            made = await _ask(
                socket, 2, "Target.createTarget", url="about:blank", browserContextId=context["browserContextId"]
            )
            session = await _ask(socket, 3, "Target.attachToTarget", targetId=made["targetId"], flatten=True)
            tab = Tab(socket, session["sessionId"])
            for domain in ("Runtime", "Log", "Network", "Page", "Accessibility"):
                await tab.call(f"{domain}.enable")
            await tab.call(
                "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=True
            )
            agent = await tab.js("navigator.userAgent")
            await tab.call("Emulation.setUserAgentOverride", userAgent=agent, acceptLanguage="fr")
            if media:
                features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
                await tab.call("Emulation.setEmulatedMedia", features=features)
            await tab.call("Page.navigate", url=url)
            await tab.until("document.readyState === 'complete'")
            yield tab
            await tab.stop()


async def _ask(socket: ClientConnection, number: int, method: str, **params: Any) -> dict[str, Any]:
    await socket.send(json.dumps({"id": number, "method": method, "params": params}))
    while True:
        body = json.loads(await socket.recv())
        if body.get("id") == number:
            result: dict[str, Any] = body["result"]
            return result
