"""LibreTranslate itself, with an untrained model of a few kilobytes: what it is sent it takes, and what it refuses is
understood. Runs where QUIZ_LIBRETRANSLATE names a Python that has `libretranslate` and `spacy` installed.
"""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.english.providers import provider
from quiz.english.providers_failures import Failure, TranslationFailed

PYTHON = os.environ.get("QUIZ_LIBRETRANSLATE")
pytestmark = pytest.mark.skipif(not PYTHON, reason="QUIZ_LIBRETRANSLATE names no Python with LibreTranslate")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A LibreTranslate that asks for right keys and takes fifty characters."""
    assert PYTHON
    folder = tmp_path_factory.mktemp("libretranslate")
    subprocess.run([PYTHON, Path(__file__).with_name("toy_model.py"), folder], check=True, timeout=120)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {
        **os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "PYTHONUNBUFFERED": "1",
        "ARGOS_PACKAGES_DIR": str(folder / "packages"), "ARGOS_CHUNK_TYPE": "SPACY",
    }  # fmt: skip
    start = "from libretranslate.main import main; main()"
    options = ["--host", "127.0.0.1", "--port", str(port), "--load-only", "fr,en", "--disable-web-ui",
               "--disable-files-translation", "--api-keys", "--api-keys-db-path", str(folder / "keys.db"),
               "--char-limit", "50"]  # fmt: skip
    server = subprocess.Popen(
        [PYTHON, "-c", start, *options], env=environ, cwd=folder, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        assert any(line.startswith("Running on") for line in server.stdout)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.stdout.close()
        server.wait(20)


def failure(url: str, environ: dict[str, str], sentence: str) -> Failure:
    with pytest.raises(TranslationFailed) as caught:
        provider("libretranslate", url, environ).translate(sentence)
    return caught.value.failure


def test_a_sentence_is_taken_and_answered(url: str) -> None:
    assert provider("libretranslate", url, {}).translate("Le tram transporte 12 000 voyageurs.")


def test_a_key_it_does_not_know_is_refused(url: str) -> None:
    assert failure(url, {"LIBRETRANSLATE_KEY": "unknown"}, "Le tram.") is Failure.KEY_REFUSED


def test_a_sentence_over_its_limit_is_too_long(url: str) -> None:
    assert failure(url, {}, "Le tram transporte 12 000 voyageurs par jour. " * 2) is Failure.TOO_LONG
