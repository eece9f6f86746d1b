"""A translation server on loopback that speaks the protocol of each online translator, and misbehaves on demand."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

ENGLISH = {
    "Le tram transporte 12 000 voyageurs par jour.": "The tram carries 12,000 passengers a day.",
    "Combien de voyageurs le tram transporte-t-il chaque jour ?": "How many passengers does the tram carry each day?",
    "La ville compte trois gares.": "The town has three stations.",
    "Bonjour.": "Hello.",
}
KEY = "k3y-Of-The-Test"
PORTAL = "<!DOCTYPE html><html><body><form>Please sign in to the school's network</form></body></html>"
QUOTA = "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN 11 HOURS"


class Server(ThreadingHTTPServer):
    """What the tests set and read: `way` is how the next requests are answered, `seen` what arrived."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.way = "well"
        self.ways: list[str] = []
        """Used up first, one a request; then `way` holds."""
        self.answer: Callable[[str], str | None] = lambda text: ENGLISH.get(text, f"English of it: {len(text)}")
        self.seen: list[dict[str, str]] = []
        self.release = threading.Event()
        self.hanging = threading.Event()
        """Set once somebody waits for a silent answer."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def texts(self) -> list[str]:
        return [request["text"] for request in self.seen]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that gave up has closed its end; that is what some of these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        self._serve("google" if self.path.startswith("/m?") else "mymemory", query.get("q", ""))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        if "json" in self.headers.get("content-type", ""):
            return self._serve("microsoft", json.loads(body)[0]["text"])
        form = {name: values[0] for name, values in parse_qs(body).items()}
        if self.path.startswith("/v2/"):
            return self._serve("deepl", form.get("text", ""), body)
        return self._serve("libretranslate", form.get("q", ""), body)

    def _serve(self, service: str, text: str, body: str = "") -> None:
        way = self.server.ways.pop(0) if self.server.ways else self.server.way
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.seen.append({"service": service, "text": text, "path": self.path, "body": body, **headers})
        if way == "silent":
            self.server.hanging.set()
            self.server.release.wait(30)
            self.close_connection = True
        elif way == "drip":
            self._head(200, "application/json", 100_000)
            while not self.server.release.wait(0.05):
                self.wfile.write(b" ")
            self.close_connection = True
        elif way in ("429", "500", "503", "413", "456", "407", "511"):
            self._send(int(way), "application/json", '{"error": "no"}', {"Retry-After": "2"} if way == "429" else {})
        elif way == "redirect":
            self._send(302, "text/html", PORTAL, {"Location": "http://portal.invalid/login"})
        elif way == "portal":
            self._send(200, "text/html; charset=utf-8", PORTAL)
        elif way == "key":
            self._refuse_key(service)
        elif way == "full":
            self._full(service)
        elif way == "garbage":
            self._send(200, "application/json" if service != "google" else "text/html", '{"responseData": 3}')
        elif way in ("half", "cut"):  # cut: the length was not told, so only the end that is missing shows it
            kind, whole = _reply(service, self.server.answer(text))
            self._head(200, kind, len(whole.encode()) if way == "half" else None)
            self.wfile.write(whole.encode()[: len(whole.encode()) // 2])
            self.close_connection = True
        else:
            told = {"well": self.server.answer(text), "quota": QUOTA, "empty": "", "none": None}[way]
            self._send(200, *_reply(service, told))

    def _refuse_key(self, service: str) -> None:
        if service == "microsoft":
            self._send(401, "application/json", '{"error": {"code": 401000, "message": "not authorized"}}')
        elif service == "mymemory":
            self._send(403, "application/json", '{"responseStatus": "200"}')
        else:
            self._send(403, "application/json", '{"error": "Invalid API key", "message": "Wrong"}')

    def _full(self, service: str) -> None:
        """The quota is used up, in the words of each service."""
        if service == "microsoft":
            self._send(403, "application/json", '{"error": {"code": 403001, "message": "exceeded its free quota"}}')
        elif service == "mymemory":
            body = {"responseData": {"translatedText": QUOTA}, "quotaFinished": True, "responseStatus": 429}
            self._send(429, "application/json", json.dumps(body))
        else:
            self._send(456, "application/json", '{"message": "Quota Exceeded"}')

    def _send(self, status: int, kind: str, body: str, headers: dict[str, str] | None = None) -> None:
        self._head(status, kind, len(body.encode()), headers)
        self.wfile.write(body.encode())

    def _head(self, status: int, kind: str, length: int | None, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        told = {"Content-Length": str(length)} if length is not None else {"Connection": "close"}
        for name, value in {"Content-Type": kind, **told, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()


def _reply(service: str, english: str | None) -> tuple[str, str]:
    """A reply of a service, as its kind and its text."""
    bodies: dict[str, object] = {
        "mymemory": {"responseData": {"translatedText": english}, "responseStatus": 200, "matches": []},
        "libretranslate": {"translatedText": english},
        "deepl": {"translations": [{"detected_source_language": "FR", "text": english}]},
        "microsoft": [{"translations": [{"text": english, "to": "en"}]}],
    }
    if service == "google":
        page = f'<html><body><div class="result-container">{escape(english or "")}</div></body></html>'
        return "text/html; charset=UTF-8", page
    return "application/json; charset=utf-8", json.dumps(bodies[service], ensure_ascii=False)


@contextmanager
def serving() -> Iterator[Server]:
    """A server in a thread, stopped at the end."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.release.set()
        server.shutdown()
        server.server_close()
        thread.join()
