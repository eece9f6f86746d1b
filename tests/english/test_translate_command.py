"""`quiz translate`, `quiz models` and the doctor's lines as a user meets them: what is said, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.deck import Bilingual
from quiz.deck_format import read_deck, write_deck
from quiz.english.memory import Memory
from quiz.english.providers_doctor import rows
from quiz.language import Words
from tests import decks
from tests.english.servers import KEY, Server, serving
from tests.english.test_translate import ENGLISH

SECRETS = ("Le compost gagne", "Compost is", KEY)


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(("DEEPL_", "MICROSOFT_", "LIBRETRANSLATE_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        found.answer = lambda text: ENGLISH.get(text, "The words are other ones here")
        yield found


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    card = replace(decks.card(), question=Bilingual("Le compost gagne du terrain."))
    other = replace(decks.card("c2"), question=Bilingual("Awa Diop se félicite."))
    write_deck(tmp_path / "tri.json", decks.deck(card, other))
    return tmp_path / "tri.json"


def run(*argv: object) -> int:
    return main([str(word) for word in argv])


def test_a_deck_is_filled_and_it_is_said_who_gets_what(
    deck: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("translate", deck, "--provider", "libretranslate", "--url", server.url) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].endswith(
        "3 French texts (106 characters) go to LibreTranslate (127.0.0.1), sentence by sentence, and nothing else."
    )
    assert out[1].endswith("English reviewed 1, by rule 3, by machine 3, rough 0; none 0.")
    assert out[2:] == ["  3 texts translated now (0 more known from before).", "  Nothing is left without English."]
    assert read_deck(deck).cards[0].question.en == "Compost is gaining ground."


def test_without_a_provider_nothing_is_sent_and_it_is_said_what_is_left(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("translate", deck) == 0
    assert "3 texts are left: no translator was named (--provider NAME)." in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_dry_run_without_a_provider_says_what_would_come_of_it(
    deck: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = deck.read_bytes()
    assert run("translate", deck, "--dry-run", "--lang", lang) == 0
    say = Words("fr" if lang == "fr" else "en", "translate").say
    assert capsys.readouterr().out.splitlines() == [
        say("would-be", file=deck, reviewed=1, rule=3, machine=0, rough=0, none=3),
        say("left-no-provider", n=3),
    ]
    assert deck.read_bytes() == before


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("way", "key"),
    [("portal", "blocked"), ("full", "quota"), ("key", "key-refused"), ("413", "too-long"), ("none", "bad-reply")],
)
def test_each_failure_gives_its_sentence_and_nothing_of_the_text(
    way: str, key: str, lang: str, deck: Path, server: Server, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("DEEPL_API_KEY", KEY)
    server.way = way
    status = run("translate", deck, "--provider", "deepl", "--url", server.url, "--lang", lang)
    told = "".join(capsys.readouterr())
    assert Words("fr" if lang == "fr" else "en", "errors").say(f"translate-{key}", provider="DeepL") in told
    assert status == (0 if key == "too-long" else 1)
    for secret in (*SECRETS, str(server.server_port)):
        assert secret not in told


def test_a_translator_that_fails_is_not_asked_again_for_the_next_deck(
    deck: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("second.json").write_bytes(deck.read_bytes())
    server.way = "portal"
    assert run("translate", deck, "second.json", "--provider", "libretranslate", "--url", server.url) == 1
    assert len(server.seen) == 1
    assert capsys.readouterr().out.count("3 texts are left: LibreTranslate is blocked here") == 2


def test_no_network_is_told_in_less_than_two_seconds(deck: Path) -> None:
    start = time.monotonic()
    command = [sys.executable, "-m", "quiz", "translate", deck, "--lang", "en"]
    done = subprocess.run(
        [*command, "--provider", "libretranslate", "--url", "https://no-such-host.invalid"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert time.monotonic() - start < 2
    assert done.returncode == 1
    assert done.stderr == "LibreTranslate cannot be reached: no network, or no server at this address.\n"
    assert "3 texts are left: LibreTranslate cannot be reached" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_keeps_what_was_done(deck: Path, server: Server) -> None:
    server.ways = ["well"]
    server.way = "silent"
    child = subprocess.Popen(
        [sys.executable, "-m", "quiz", "translate", deck, "--lang", "en", "--provider", "libretranslate",
         "--url", server.url],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.hanging.wait(20)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=20)
    assert (child.returncode, err) == (130, "Interrupted.\n")
    assert "Stopped; what was done is kept." in out
    first, second = read_deck(deck).cards
    assert (first.question.en, second.question.en) == ("Compost is gaining ground.", None)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_kill_loses_no_answer_and_leaves_the_deck_whole(deck: Path, server: Server) -> None:
    before = deck.read_bytes()
    server.ways = ["well", "well"]
    server.way = "silent"
    command = [sys.executable, "-m", "quiz", "translate", deck, "--provider", "libretranslate", "--url", server.url]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert server.hanging.wait(20)
    child.kill()
    child.wait(20)
    assert deck.read_bytes() == before
    server.way = "well"
    server.seen.clear()
    assert run("translate", deck, "--provider", "libretranslate", "--url", server.url) == 0
    assert server.texts == ["Awa Diop se félicite."]
    assert not [path for path in deck.parent.iterdir() if path.suffix == ".tmp"]


def test_a_dry_run_says_what_would_go_and_sends_nothing(
    deck: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    before = deck.read_bytes()
    assert run("translate", deck, "--provider", "libretranslate", "--url", server.url, "--dry-run") == 0
    assert "3 French texts (106 characters) would go to LibreTranslate (127.0.0.1)." in capsys.readouterr().out
    assert (server.seen, deck.read_bytes()) == ([], before)


def test_reviewed_english_goes_out_and_into_another_deck_as_tmx(
    deck: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there" / "other.json"
    there.parent.mkdir()
    there.write_bytes(deck.read_bytes())
    reviewed = replace(
        read_deck(deck).cards[0], question=Bilingual("Le compost gagne du terrain.", "So it is.", "reviewed")
    )
    write_deck(deck, decks.deck(reviewed))
    assert run("translate", deck, "--export-tmx", tmp_path / "ours.tmx") == 0
    assert "2 reviewed texts." in capsys.readouterr().out
    assert dict(Memory.load_tmx([tmp_path / "ours.tmx"]).pairs())["Le compost gagne du terrain."] == "So it is."
    before = there.read_bytes()
    assert run("translate", deck, "--export-tmx", there) == 1  # a deck is not written over
    assert "there already" in capsys.readouterr().err
    assert there.read_bytes() == before
    assert run("translate", there, "--tmx", tmp_path / "ours.tmx") == 0
    question = read_deck(there).cards[0].question
    assert (question.en, question.origin) == ("So it is.", "reviewed")


@pytest.mark.parametrize(
    ("options", "status", "key"),
    [
        (["--provider", "babelfish"], 2, "provider-unknown"),
        (["--provider", "deepl"], 1, "provider-key-missing"),
        (["--provider", "libretranslate"], 1, "provider-url-missing"),
        (["--provider", "libretranslate", "--url", "nonsense"], 1, "provider-url-invalid"),
        (["--url", "http://127.0.0.1"], 2, "provider-url-alone"),
        (["--tmx", "none.tmx"], 1, "memory-unreadable"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    options: list[str], status: int, key: str, deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("translate", deck, *options) == status
    template = re.escape(Words("en", "errors").say_raw(key))
    assert re.fullmatch(re.sub(r"\\{\w+\\}", ".+", template) + "\n", capsys.readouterr().err)


def test_a_deck_that_is_none_leaves_the_others(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.json").write_text("{", encoding="utf-8")
    assert run("translate", "bad.json", deck) == 1
    told = capsys.readouterr()
    assert "bad.json" in told.err
    assert "3 texts are left" in told.out


def test_the_provider_that_is_set_is_used(
    deck: Path, tmp_path: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").mkdir()
    kept = {"provider": "libretranslate", "provider_url": server.url}
    (tmp_path / "home" / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    assert run("translate", deck) == 0
    assert len(server.seen) == 3


def test_a_build_translates_and_a_rebuild_keeps_it(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("spacy")
    monkeypatch.setenv("LIBRETRANSLATE_URL", server.url)
    server.answer = lambda text: re.sub(r"\b[a-zà-ÿ]+\b", "word", text)  # names, figures and marks survive
    article = (
        "Le tri progresse à Rennes\n\nPublié le 3 mars 2024\n\nSelon la métropole, 44 % des habitants de la ville"
        " trient leurs déchets, contre 31 % il y a deux ans. L’usine emploie 85 personnes et traite 12 000 tonnes de"
        " déchets par an. « Nous n’avons jamais fait mieux en dix ans de collecte », a déclaré Awa Diop, directrice"
        " générale de Rennes Propreté.\n"
    )
    (tmp_path / "tri").mkdir()
    (tmp_path / "tri" / "tri.txt").write_text(article, encoding="utf-8")
    assert run("build-deck", "tri", "--provider", "libretranslate") == 0
    assert "go to LibreTranslate (127.0.0.1)" in capsys.readouterr().out
    built = Path("decks/tri.json").read_bytes()
    for options in (["--provider", "libretranslate"], [], ["--explain"]):
        run("build-deck", "tri", *options)
        assert Path("decks/tri.json").read_bytes() == built
    assert b'"origin": "machine"' in built


# The doctor


def test_the_doctor_says_what_each_translator_wants(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor") == 0
    out = capsys.readouterr().out
    assert "✓ translator google: translate.google.com" in out
    assert "✗ translator deepl: set DEEPL_API_KEY" in out
    assert "✗ translator libretranslate: set LIBRETRANSLATE_URL or --url" in out


def test_the_doctor_asks_only_when_told_and_says_who_answers(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy"):  # so that nothing of this test can leave the machine
        monkeypatch.setenv(name, server.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    environ = {"LIBRETRANSLATE_URL": server.url}
    server.answer = lambda text: {"Bonjour.": "Hello."}[text]
    quiet = dict(zip(("google", "mymemory", "libretranslate"), rows("en", False, environ), strict=False))
    assert quiet["libretranslate"] == (True, "translator libretranslate: 127.0.0.1")
    assert server.seen == []
    asked = dict(zip(("google", "mymemory", "libretranslate"), rows("en", True, environ), strict=False))
    assert asked["libretranslate"] == (True, "translator libretranslate: 127.0.0.1 answers")
    assert not asked["google"][0]
    assert asked["google"][1].startswith("translator google: Google is blocked here")
