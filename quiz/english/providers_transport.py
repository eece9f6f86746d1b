"""How a request leaves for a translator: to one address, within a time, without a detour, and read to its end.

The only importer of requests, and that inside a function. It repairs what deep-translator sends (a text or a key in
the address, where the service takes them in the body) and refuses to know what a translation is.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from quiz.english.providers_failures import Failure, TranslationFailed

CONNECT_SECONDS = 5.0
READ_SECONDS = 12.0
WHOLE_SECONDS = 20.0
"""A reply is here after this long or it is not one: a server that drips a byte a second would else be read for ever."""
LOOKUP_SECONDS = 1.2
"""What finding a host's address may take before this machine counts as offline."""
LARGEST = 1_000_000
"""The largest reply that is read, in bytes."""
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_NOWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses of documentation; asking for the route to one sends nothing."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to connect, between two pieces of a reply, and in all."""

    connect: float = CONNECT_SECONDS
    read: float = READ_SECONDS
    whole: float = WHOLE_SECONDS


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the part of a response that deep-translator looks at. Nothing in it names the request."""

    status_code: int
    headers: Mapping[str, str]
    text: str

    def json(self) -> Any:
        """The body as JSON. Raises TranslationFailed where it is none."""
        import json

        try:
            body = json.loads(self.text)
        except (ValueError, RecursionError):
            body = None
        if body is None:
            raise TranslationFailed(Failure.BAD_REPLY, again=True)
        return body

    def close(self) -> None:
        """The reply was read to its end already."""


@dataclass(frozen=True, slots=True)
class Transport:
    """Sends the requests of one translator to `base`, whatever address they were meant for.

    `judge` looks at every reply before anybody else does and names its failure, or None. `in_body` puts the parameters
    of a request where they belong; `headers` are added to it.
    """

    base: str
    judge: Callable[[Reply], TranslationFailed | None]
    in_body: bool = False
    drop: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    timeouts: Timeouts = Timeouts()

    def send(self, method: str, url: str, **options: Any) -> Reply:
        """The reply to one request. Raises TranslationFailed."""
        params = {name: value for name, value in (options.get("params") or {}).items() if name not in self.drop}
        headers = dict(options.get("headers") or {}) | dict(self.headers)
        if self.in_body:
            request: dict[str, Any] = {"method": "POST", "data": params}
        else:
            request = {"method": method, "params": params, "json": options.get("json")}
        request |= {"url": self._address(url), "headers": headers}
        reply = within(self.timeouts.whole, lambda: _exchange(request, self.timeouts), Failure.TIMEOUT)
        failure = self.judge(reply)
        if failure is not None:
            raise failure
        return reply

    def _address(self, url: str) -> str:
        parts = urlsplit(url)
        query = f"?{parts.query.strip()}" if parts.query else ""
        return f"{self.base.rstrip('/')}{parts.path}{query}"


def within(seconds: float, work: Callable[[], T], late: Failure) -> T:
    """What `work` gives or raises, or TranslationFailed(`late`) once the time is over. The work goes on unheard in a
    thread that keeps no program from ending; what waits here can be interrupted from the keyboard."""
    done: list[tuple[bool, Any]] = []

    def run() -> None:
        try:
            done.append((True, work()))
        except BaseException as error:
            done.append((False, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not done:
        raise TranslationFailed(late, again=late is Failure.TIMEOUT)
    good, value = done[0]
    if good:
        return value  # type: ignore[no-any-return]
    raise value


def _exchange(request: dict[str, Any], timeouts: Timeouts) -> Reply:
    """One request and its whole reply. Raises TranslationFailed, and nothing that knows the address."""
    from importlib import import_module

    requests: Any = import_module("requests")
    failed: TranslationFailed | None = None
    try:
        with requests.Session() as session:
            limits = (timeouts.connect, timeouts.read)
            with session.request(**request, timeout=limits, stream=True, allow_redirects=False) as response:
                body = _body(response, time.monotonic() + timeouts.whole)
                encoding = response.encoding if "charset" in response.headers.get("content-type", "") else "utf-8"
                text = body.decode(encoding or "utf-8", errors="replace")
                return Reply(response.status_code, {k.lower(): v for k, v in response.headers.items()}, text)
    except TranslationFailed:
        raise
    except (requests.exceptions.RequestException, LookupError, ValueError) as error:
        failed = _why(error, requests.exceptions)
    raise failed  # outside of the handler, so that it does not chain an error whose text is the whole address


def _body(response: Any, deadline: float) -> bytes:
    pieces = bytearray()
    for piece in response.iter_content(4096):
        pieces += piece
        if len(pieces) > LARGEST:
            raise TranslationFailed(Failure.BAD_REPLY)
        if time.monotonic() > deadline:
            raise TranslationFailed(Failure.TIMEOUT, again=True)
    return bytes(pieces)


def _why(error: Exception, kinds: Any) -> TranslationFailed:
    """The failure behind an error of requests, from its class and that of its reason, never from its text."""
    reason = getattr(error.args[0], "reason", error.args[0]) if error.args else None
    if isinstance(error, kinds.SSLError):  # a captive portal, or a proxy that opens what is sealed
        return TranslationFailed(Failure.BLOCKED)
    if isinstance(error, kinds.ProxyError):
        return TranslationFailed(Failure.BLOCKED)
    if isinstance(error, kinds.Timeout) or type(reason).__name__ == "ReadTimeoutError":
        return TranslationFailed(Failure.TIMEOUT, again=True)
    if isinstance(error, kinds.ChunkedEncodingError) or type(reason).__name__ == "ProtocolError":
        return TranslationFailed(Failure.BAD_REPLY, again=True)
    if isinstance(error, kinds.ConnectionError):
        return TranslationFailed(Failure.OFFLINE)
    return TranslationFailed(Failure.BAD_REPLY, again=True)


def reach(base: str, seconds: float = LOOKUP_SECONDS) -> None:
    """Raise TranslationFailed where there is plainly no way to the host of `base`: no route out of this machine, or no
    address for the name. Sends no text and costs next to nothing, so that no network is told at once."""
    host = _first_host(base)
    if host is None or host in _LOOPBACK:
        return
    if not any(_routed(family, address) for family, address in _NOWHERE):
        raise TranslationFailed(Failure.OFFLINE)

    def look_up() -> bool:
        try:
            return bool(socket.getaddrinfo(host, 443))
        except (OSError, UnicodeError):
            return False

    if not within(seconds, look_up, Failure.OFFLINE):
        raise TranslationFailed(Failure.OFFLINE)


def _first_host(base: str) -> str | None:
    """The host that is spoken to first: the proxy that this machine is set to use, else the one of the address."""
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(base)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy and parts.hostname and not proxy_bypass(parts.hostname):
        return urlsplit(proxy if "://" in proxy else f"http://{proxy}").hostname
    return parts.hostname


def _routed(family: socket.AddressFamily, address: str) -> bool:
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.connect((address, 9))
        return True
    return False


class Door:
    """Stands where a module of deep-translator expects requests: every request goes through the transport in use.

    deep-translator passes no timeout and offers no place for one; its modules are given this in place of the library.
    """

    def __init__(self) -> None:
        self._local = threading.local()

    @contextmanager
    def through(self, transport: Transport) -> Iterator[None]:
        """Within this, in this thread, requests are sent by `transport`."""
        self._local.transport = transport
        try:
            yield
        finally:
            del self._local.transport

    def get(self, url: str, **options: Any) -> Reply:
        """A GET request, as requests.get takes it."""
        return self._send("GET", url, options)

    def post(self, url: str, **options: Any) -> Reply:
        """A POST request, as requests.post takes it."""
        return self._send("POST", url, options)

    def _send(self, method: str, url: str, options: dict[str, Any]) -> Reply:
        transport: Transport = self._local.transport
        return transport.send(method, url, **options)

    def __getattr__(self, name: str) -> Any:
        """Whatever else is asked of requests, its exceptions among it."""
        from importlib import import_module

        return getattr(import_module("requests"), name)
