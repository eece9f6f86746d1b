"""Every online translator against a real server on loopback: well behaved, and misbehaving in every way we know."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import quiz
from quiz.english.providers import NAMES, SERVICES, provider
from quiz.english.providers_failures import Failure, TranslationFailed
from quiz.english.providers_transport import Timeouts, reach, within
from quiz.errors import QuizError
from quiz.language import Words
from tests.english.servers import ENGLISH, KEY, Server, serving

ONLINE = sorted(SERVICES)
ENVIRON = {"DEEPL_API_KEY": KEY, "MICROSOFT_TRANSLATOR_KEY": KEY, "LIBRETRANSLATE_KEY": KEY}
QUICK = Timeouts(connect=0.5, read=0.3, whole=0.6)
SENTENCE = "Le tram transporte 12 000 voyageurs par jour."


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def failure(name: str, server: Server, way: str, sentence: str = SENTENCE) -> TranslationFailed:
    server.way = way
    with pytest.raises(TranslationFailed) as caught:
        provider(name, server.url, ENVIRON, QUICK).translate(sentence)
    return caught.value


@pytest.mark.parametrize("name", ONLINE)
def test_a_sentence_goes_out_and_its_english_comes_back(name: str, server: Server) -> None:
    found = provider(name, server.url, ENVIRON, QUICK)
    assert found.translate(SENTENCE) == ENGLISH[SENTENCE]
    assert (found.online, found.quality, found.host) == (True, "machine", "127.0.0.1")
    (request,) = server.seen  # one sentence, one request: no list of languages is fetched first
    assert request["service"] == name
    assert request["text"] == SENTENCE


@pytest.mark.parametrize("name", ONLINE)
@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("silent", Failure.TIMEOUT),
        ("429", Failure.RATE_LIMITED),
        ("500", Failure.BAD_REPLY),
        ("503", Failure.BAD_REPLY),
        ("half", Failure.BAD_REPLY),
        ("cut", Failure.BAD_REPLY),
        ("portal", Failure.BLOCKED),
        ("redirect", Failure.BLOCKED),
        ("407", Failure.BLOCKED),
        ("511", Failure.BLOCKED),
        ("413", Failure.TOO_LONG),
        ("456", Failure.QUOTA),
        ("full", Failure.QUOTA),
        ("quota", Failure.QUOTA),
        ("none", Failure.BAD_REPLY),
        ("empty", Failure.BAD_REPLY),
    ],
)
def test_every_misbehaviour_is_one_of_eight_failures(name: str, way: str, expected: Failure, server: Server) -> None:
    assert failure(name, server, way).failure is expected


@pytest.mark.parametrize("name", ["deepl", "microsoft", "libretranslate"])
def test_a_key_that_is_refused(name: str, server: Server) -> None:
    assert failure(name, server, "key").failure is Failure.KEY_REFUSED


@pytest.mark.parametrize("name", ["google", "mymemory"])
def test_who_takes_no_key_and_forbids_is_blocked(name: str, server: Server) -> None:
    assert failure(name, server, "key").failure is Failure.BLOCKED


@pytest.mark.parametrize("name", ["deepl", "microsoft", "mymemory", "libretranslate"])
def test_json_that_is_something_else_is_a_bad_reply(name: str, server: Server) -> None:
    assert failure(name, server, "garbage").failure is Failure.BAD_REPLY


@pytest.mark.parametrize("name", ONLINE)
def test_nobody_at_the_address_is_offline(name: str) -> None:
    with socket.socket() as taken:  # a port that is ours and that nobody listens on
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(TranslationFailed) as caught:
            provider(name, url, ENVIRON, QUICK).translate(SENTENCE)
    assert caught.value.failure is Failure.OFFLINE


def test_a_reply_that_drips_for_ever_is_late_as_well(server: Server) -> None:
    start = time.monotonic()
    assert failure("libretranslate", server, "drip").failure is Failure.TIMEOUT
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("name", ONLINE)
@pytest.mark.parametrize("way", ["silent", "429", "500", "half", "portal", "full", "none", "key", "garbage"])
def test_no_failure_holds_the_text_the_address_or_the_key(name: str, way: str, server: Server) -> None:
    error: BaseException | None = failure(name, server, way)
    told = ""
    while error is not None:  # what it chains would be printed by --debug
        told += repr(error) + str(error) + repr(vars(error))
        error = error.__cause__ or error.__context__
    for secret in (SENTENCE, "tram", KEY, "127.0.0.1", str(server.server_port)):
        assert secret not in told


@pytest.mark.parametrize("name", ["deepl", "libretranslate"])
def test_text_and_key_travel_in_no_address(name: str, server: Server) -> None:
    provider(name, server.url, ENVIRON, QUICK).translate(SENTENCE)
    (request,) = server.seen
    assert KEY not in request["path"]
    assert "tram" not in request["path"]
    assert (request.get("authorization") == f"DeepL-Auth-Key {KEY}") == (name == "deepl")
    assert ("api_key" in request["body"]) == (name == "libretranslate")


def test_a_server_of_one_s_own_without_a_key_gets_none(server: Server) -> None:
    environ = {"LIBRETRANSLATE_URL": f"{server.url}/"}
    assert provider("libretranslate", None, environ, QUICK).translate("Bonjour.") == "Hello."
    assert "api_key" not in server.seen[0]["body"]


def test_microsoft_gets_its_region(server: Server) -> None:
    environ = ENVIRON | {"MICROSOFT_TRANSLATOR_REGION": "westeurope"}
    provider("microsoft", server.url, environ, QUICK).translate("Bonjour.")
    assert server.seen[0]["ocp-apim-subscription-region"] == "westeurope"


def test_deepl_s_free_keys_have_a_host_of_their_own() -> None:
    assert provider("deepl", environ={"DEEPL_API_KEY": f"{KEY}:fx"}).host == "api-free.deepl.com"
    assert provider("deepl", environ={"DEEPL_API_KEY": KEY}).host == "api.deepl.com"


@pytest.mark.parametrize(("name", "length"), [("google", 5000), ("mymemory", 260), ("libretranslate", 2001)])
def test_what_is_too_long_is_not_sent(name: str, length: int, server: Server) -> None:
    assert failure(name, server, "well", "é" * length).failure is Failure.TOO_LONG
    assert server.seen == []


def test_a_pause_that_is_asked_for_is_told(server: Server) -> None:
    found = failure("deepl", server, "429")
    assert (found.again, found.wait) == (True, 2.0)
    assert not failure("deepl", server, "key").again


@pytest.mark.parametrize(
    ("name", "url", "environ", "key"),
    [
        ("babelfish", None, {}, "provider-unknown"),
        ("deepl", None, {}, "provider-key-missing"),
        ("microsoft", None, {"MICROSOFT_TRANSLATOR_KEY": " "}, "provider-key-missing"),
        ("libretranslate", None, {}, "provider-url-missing"),
        ("libretranslate", "translate.example", {}, "provider-url-invalid"),
        ("libretranslate", "ftp://translate.example", {}, "provider-url-invalid"),
        ("libretranslate", "http://[", {}, "provider-url-invalid"),
        ("google", "http://:80", {}, "provider-url-invalid"),
        ("deepl", None, {"DEEPL_API_KEY": "clé\n"}, "translate-key-refused"),
    ],
)
def test_what_cannot_be_used_is_told_before_anything_is_sent(
    name: str, url: str | None, environ: dict[str, str], key: str
) -> None:
    with pytest.raises(QuizError) as caught:
        provider(name, url, environ)
    assert caught.value.key == key


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("kind", Failure)
def test_every_failure_has_one_sentence(lang: str, kind: Failure) -> None:
    said = Words("fr" if lang == "fr" else "en", "errors").say(kind.key, provider="DeepL")
    assert "DeepL" in said
    assert said.endswith(".")


def test_no_way_out_of_the_machine_is_told_at_once() -> None:
    start = time.monotonic()
    with pytest.raises(TranslationFailed) as caught:
        reach("https://no-such-host.invalid")
    assert caught.value.failure is Failure.OFFLINE
    assert time.monotonic() - start < 1.8


def test_what_hangs_is_left_alone_and_keyboard_and_errors_come_through() -> None:
    import threading

    never = threading.Event()
    with pytest.raises(TranslationFailed):
        within(0.05, never.wait, Failure.TIMEOUT)
    never.set()
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0, Failure.TIMEOUT)


def test_a_sentence_about_quotas_is_no_quota_that_is_used_up(server: Server) -> None:
    server.answer = lambda text: "The fishing quota falls; the API key is lost."
    assert "quota" in provider("google", server.url, {}).translate("Le quota de pêche baisse ; la clé est perdue.")


def test_two_at_once_do_not_mix_up_their_answers(server: Server) -> None:
    from concurrent.futures import ThreadPoolExecutor

    server.answer = lambda text: f"Number {text.split()[-1]}"
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(provider("google", server.url, {}).translate, f"Le nombre {n}") for n in range(40)]
    assert [future.result() for future in asked] == [f"Number {n}" for n in range(40)]


@pytest.mark.parametrize(
    "code",
    [
        "from quiz.cli import main; main(['--help'])",
        "import quiz.plain, quiz.tui.app",
        "from quiz.english.providers import provider; provider('google')",
        "import quiz.english.translate_run, quiz.english.translate_command",
    ],
)
def test_nothing_of_the_network_is_imported_before_a_sentence_is_sent(code: str) -> None:
    heavy = "[m for m in ('deep_translator', 'requests', 'urllib3', 'fxtranslate', 'bs4') if m in sys.modules]"
    probe = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint({heavy}, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr.strip() == "[]"


def test_every_translator_has_a_name() -> None:
    assert set(NAMES) == {"google", "mymemory", "libretranslate", "deepl", "microsoft", "offline"}


@pytest.mark.parametrize(
    ("package", "door"),
    [
        ("deep_translator", "providers.py"),
        ("requests", "providers_transport.py"),
        ("fxtranslate", "providers_offline.py"),
    ],
)
def test_each_package_has_one_importer(package: str, door: str) -> None:
    room = Path(quiz.__file__).parent
    imports = re.compile(rf"^\s*(?:import|from) {package}\b|import_module\(f?\"{package}\b", re.MULTILINE)
    assert [path.name for path in room.rglob("*.py") if imports.search(path.read_text("utf-8"))] == [door]
