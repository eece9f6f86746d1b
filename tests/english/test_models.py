"""The offline translator's models: taken from a folder, checked, carried on, loaded only when a sentence is asked for.

Mozilla's models cannot be had in a test: the files here are stand-ins, and so is the engine. Where fxtranslate is
installed, it runs a model of our own making (`toy_firefox.py`), through the same commands.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.deck import Bilingual
from quiz.deck_format import read_deck, write_deck
from quiz.english import providers_offline as offline
from quiz.english.providers import provider
from quiz.english.providers_failures import Failure, TranslationFailed
from quiz.errors import QuizError
from tests import decks
from tests.english import toy_firefox

FILES = {"model.fren.intgemm.alphas.bin": b"MODEL", "vocab.fren.spm": b"VOCAB"}
ENGINE = """
class Translator:
    def __init__(self, model, source, target):
        if model != b"MODEL":
            raise ValueError("unsupported model version")
        assert (source, target) == (b"VOCAB", b"VOCAB")
    def translate_long(self, text):
        if text == "!":
            raise PanicException(text)
        return "" if text == "?" else f"English of {text}"

class PanicException(BaseException):
    pass
"""
real = pytest.mark.skipif(find_spec("fxtranslate") is None, reason="fxtranslate is not installed")
none = pytest.mark.skipif(find_spec("fxtranslate") is not None, reason="fxtranslate is installed")


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "lex.50.50.fren.s2t.bin").write_text("not needed")
    return folder


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A stand-in for the program that runs a model."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "fxtranslate.py").write_text(ENGINE)
    monkeypatch.syspath_prepend(tmp_path / "lib")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "lib"))
    for name in [name for name in sys.modules if name.split(".")[0] == "fxtranslate"]:
        monkeypatch.delitem(sys.modules, name)
    yield
    sys.modules.pop("fxtranslate", None)


def refused(key: str, *args: object) -> None:
    with pytest.raises(QuizError) as caught:
        offline.add(*args)  # type: ignore[arg-type]
    assert caught.value.key == key


@pytest.mark.usefixtures("engine")
def test_a_model_is_taken_from_a_folder_and_translates(stick: Path) -> None:
    made, tried = offline.add("fr-en", stick)
    assert tried
    assert sorted(made.checksums) == sorted(FILES)
    assert made.is_whole()
    assert sorted(path.name for path in made.folder.iterdir()) == sorted([*FILES, offline.LIST])
    found = provider("offline")
    assert (found.online, found.host) == (False, "")
    assert found.translate(" Le  tram ") == "English of Le tram"
    for silent in "?!":
        with pytest.raises(TranslationFailed) as caught:
            found.translate(silent)
        assert caught.value.failure is Failure.BAD_REPLY


@pytest.mark.usefixtures("engine")
def test_the_folder_can_be_carried_on(stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = offline.add("fr-en", stick)
    for home, source in (("second", made.folder), ("third", made.folder.parent)):  # the folder, or the one it is in
        monkeypatch.setenv("QUIZ_HOME", str(tmp_path / home))
        again, _ = offline.add("fr-en", source)
        assert again.checksums == made.checksums


@pytest.mark.usefixtures("engine")
def test_one_wrong_byte_is_found_on_the_way_and_at_home(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = offline.add("fr-en", stick)
    (made.folder / "vocab.fren.spm").write_bytes(b"VOCAc")
    with pytest.raises(QuizError) as caught:
        provider("offline")
    assert caught.value.key == "offline-model-damaged"
    home = made.folder
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "second"))
    refused("offline-model-damaged", "fr-en", home)
    assert offline.model() is None


@pytest.mark.usefixtures("engine")
def test_a_model_that_does_not_load_leaves_the_one_there_is(stick: Path) -> None:
    made, _ = offline.add("fr-en", stick)
    (stick / "model.fren.intgemm.alphas.bin").write_bytes(b"JUNK")
    refused("offline-model-damaged", "fr-en", stick)
    assert made.is_whole()
    assert [path.name for path in offline.models_folder().iterdir()] == ["fr-en"]


def test_a_folder_without_a_model_is_told(stick: Path, tmp_path: Path) -> None:
    refused("offline-model-unknown", "fr-de", stick)
    refused("offline-model-unfit", "fr-en", tmp_path / "none")
    (stick / "vocab.fren.spm").unlink()
    refused("offline-model-unfit", "fr-en", stick)
    assert offline.model() is None


@pytest.mark.usefixtures("engine")
def test_a_list_that_points_out_of_its_folder_is_not_believed(stick: Path) -> None:
    made, _ = offline.add("fr-en", stick)
    listing = made.folder / offline.LIST
    listing.write_text(listing.read_text().replace("vocab.fren.spm", "../vocab.fren.spm"))
    assert offline.model() is None


@none
def test_without_the_program_the_model_is_kept_and_it_is_said(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "add", "fr-en", "--from", str(stick)]) == 0
    out = capsys.readouterr().out
    assert "fr-en: 2 files, 0.0 MB" in out
    assert "not tried, since “quiz-articles[offline]” is not installed" in out
    assert main(["models"]) == 0
    assert "fr-en: 0.0 MB, checked, in " in capsys.readouterr().out
    assert main(["models", "add"]) == 1
    expected = "The offline translator is not installed: install “quiz-articles[offline]”.\n"
    assert capsys.readouterr().err.endswith(expected)
    assert main(["translate", "x.json", "--provider", "offline"]) == 1
    assert capsys.readouterr().err == expected


@pytest.mark.usefixtures("engine")
def test_no_model_is_one_clear_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list"]) == 0
    assert capsys.readouterr().out.startswith("No model here.")
    assert main(["translate", "x.json", "--provider", "offline", "--lang", "fr"]) == 1
    assert "n’a pas de modèle « fr-en »" in capsys.readouterr().err.replace("\u00a0", " ")


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    folder = tmp_path / "toy" / "fr-en"
    folder.mkdir(parents=True)
    for name, content in toy_firefox.files().items():
        (folder / name).write_bytes(content)
    return folder


@real
def test_the_real_program_runs_a_model_through_our_commands(
    toy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "add", "fr-en", "--from", str(toy.parent)]) == 0
    assert "not tried" not in capsys.readouterr().out
    deck = tmp_path / "tri.json"
    card = replace(
        decks.card(),
        question=Bilingual("Le tram est en chemin."),
        evidence=replace(decks.evidence(), en="So", origin="reviewed"),
    )
    write_deck(deck, decks.deck(card))
    assert main(["translate", str(deck), "--provider", "offline"]) == 0
    assert "1 French text is translated on this machine." in capsys.readouterr().out
    question = read_deck(deck).cards[0].question
    assert (question.en, question.origin) == (" ".join(toy_firefox.WORDS), "machine")


@real
@pytest.mark.parametrize("name", sorted(toy_firefox.files()))
def test_the_real_program_refuses_what_is_no_model(name: str, toy: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (toy / name).write_bytes(b"junk")
    refused("offline-model-damaged", "fr-en", toy)
    assert capfd.readouterr().err == ""


@real
def test_fetching_without_a_network_is_told_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import socket

    with socket.socket() as taken:  # nobody listens here
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"http://127.0.0.1:{taken.getsockname()[1]}/records")
        refused("translate-offline", "fr-en")
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "https://no-such-host.invalid/records")
    refused("translate-offline", "fr-en")
    assert list(offline.models_folder().iterdir()) == []
    assert capfd.readouterr().err == ""
