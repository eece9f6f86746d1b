"""The translator that needs no network: Firefox's model for French to English, run by fxtranslate.

The only importer of fxtranslate, and that when a model is tried or used. A model is a folder with a list of its files
and their checksums, which can be carried to another machine as it is. Fetching and trying one is done in a process of
its own, since the engine writes addresses on standard error and may end in a Rust panic. It refuses to know who asks.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from quiz import paths
from quiz.english.providers import OFFLINE, Limits
from quiz.english.providers_failures import Failure, TranslationFailed
from quiz.english.providers_transport import reach
from quiz.errors import QuizError
from quiz.files import write_atomic
from quiz.typography import safe_text

PAIR = "fr-en"
"""The one pair of languages there is use for."""
LIST = "quiz-model.json"
"""The file that names the others and their checksums."""
TITLE = "Firefox"
FETCH_SECONDS = 900.0
"""What fetching a model of some 40 MB may take."""
TRY_SECONDS = 60.0
_FORMAT = "quiz-model/1"
_ROLES = {
    "model": re.compile(r"model\..*\.bin"),
    "vocab": re.compile(r"vocab\..*\.spm"),
    "source": re.compile(r"srcvocab\..*\.spm"),
    "target": re.compile(r"trgvocab\..*\.spm"),
}
_LARGEST = 500_000_000


def models_folder() -> Path:
    """Where the models of this machine are, one folder a pair."""
    return paths.home() / "models"


def has_engine() -> bool:
    """Whether the program that runs a model is installed."""
    return find_spec("fxtranslate") is not None


@dataclass(frozen=True, slots=True)
class Model:
    """A model on disk: its pair, its folder, the checksums by file name, and its size in bytes."""

    pair: str
    folder: Path
    checksums: Mapping[str, str]
    size: int

    def is_whole(self) -> bool:
        """Whether every file is what its checksum says."""
        try:
            return all(_checksum(self.folder / name) == wanted for name, wanted in self.checksums.items())
        except OSError:
            return False


def model(pair: str = PAIR) -> Model | None:
    """The model of a pair on this machine, its files not looked into; None where there is none."""
    folder = models_folder() / pair
    checksums = _listed(folder)
    if checksums is None:
        return None
    with suppress(OSError):
        return Model(pair, folder, checksums, sum((folder / name).stat().st_size for name in checksums))
    return Model(pair, folder, checksums, 0)


def add(pair: str, source: Path | None = None) -> tuple[Model, bool]:
    """Take a model from a folder, or, with None, fetch it from Mozilla; gives it, and whether it was tried as well.

    The folder is one this function made, or one with the files as Mozilla names them, itself or under the pair's name.
    An older model gives way only to one that is whole. Raises QuizError: `offline-model-unknown`,
    `offline-model-unfit`, `offline-model-damaged`, `offline-extra-missing`, a translator's failure, or `write-failed`.
    """
    if pair != PAIR:
        raise QuizError("offline-model-unknown", status=2, name=pair, names=PAIR)
    folder = models_folder() / pair
    beside = folder.with_name(f".{pair}.{os.getpid()}.tmp")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        origin = source if source is not None else _fetched(pair, beside / "fetched")
        _copy(origin, pair, beside / pair)
        tried = _try(beside / pair, origin)
        shutil.rmtree(folder, ignore_errors=True)
        (beside / pair).rename(folder)
    except OSError as error:
        raise QuizError("write-failed", file=folder, reason=error.strerror or type(error).__name__) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    made = model(pair)
    assert made is not None
    return made, tried


def _copy(source: Path, pair: str, target: Path) -> None:
    """The files of a model and the list of their checksums, in a new folder."""
    folder = next((place for place in (source / pair, source) if _files(place)), None)
    files = _files(folder) if folder is not None else {}
    if folder is None or "model" not in files or not ("vocab" in files or {"source", "target"} <= files.keys()):
        raise QuizError("offline-model-unfit", folder=source)
    listed = _listed(folder)
    target.mkdir()
    checksums = {}
    for name in sorted(files.values()):
        shutil.copyfile(folder / name, target / name)
        checksums[name] = _checksum(target / name)
    if listed is not None and listed != checksums:
        raise QuizError("offline-model-damaged", folder=folder)
    body = {"format": _FORMAT, "pair": pair, "files": checksums}
    write_atomic(target / LIST, json.dumps(body, indent=1) + "\n")


def _files(folder: Path) -> dict[str, str]:
    """The files of a model in a folder, by what they are for; the first by name where there are several."""
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return {}
    found: dict[str, str] = {}
    for name in names:
        for role, shape in _ROLES.items():
            if shape.fullmatch(name) and (folder / name).stat().st_size <= _LARGEST:
                found.setdefault(role, name)
    return found


def _listed(folder: Path) -> dict[str, str] | None:
    """The checksums that a model's list names, only of plain names in its own folder; None where there is no list."""
    try:
        files = json.loads((folder / LIST).read_text(encoding="utf-8"))["files"]
        checksums = {str(name): str(checksum) for name, checksum in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    plain = all(any(shape.fullmatch(name) for shape in _ROLES.values()) and "/" not in name for name in checksums)
    return checksums if plain and checksums else None


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _try(folder: Path, named: Path) -> bool:
    """Whether the model was loaded once and said something; False where there is nothing to load it with."""
    if not has_engine():
        return False
    done = _apart(_TRYING, *map(str, _paths(folder)), seconds=TRY_SECONDS)
    if done is None or done.returncode or not any(char.isalpha() for char in done.stdout):
        raise QuizError("offline-model-damaged", folder=named)
    return True


def _paths(folder: Path) -> tuple[Path, Path, Path]:
    """The files of the model, of its French and of its English words. Raises QuizError where one is not there."""
    files = _files(folder)
    names = (files.get("model"), files.get("source", files.get("vocab")), files.get("target", files.get("vocab")))
    if None in names:
        raise QuizError("offline-model-unfit", folder=folder)
    model, source, target = (folder / str(name) for name in names)
    return model, source, target


_TRYING = """
import sys, fxtranslate
from pathlib import Path
engine = fxtranslate.Translator(*(Path(name).read_bytes() for name in sys.argv[1:]))
sys.stdout.buffer.write(engine.translate_long("Bonjour.").encode())
"""
_FETCHING = """
import sys, fxtranslate
fxtranslate.discovery.add_models(sys.argv[1], sys.argv[2], cache_dir=sys.argv[3], progress=False)
"""
_WHERE = "import fxtranslate; print(fxtranslate.discovery.records_url())"


def _apart(code: str, *arguments: str, seconds: float) -> subprocess.CompletedProcess[str] | None:
    """Code run by a Python of its own, what it printed kept from the screen; None where it took too long."""
    command = [sys.executable, "-c", code, *arguments]
    environ = {**os.environ, "RUST_BACKTRACE": "0", "PYTHONUTF8": "1"}
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace",
            env=environ, timeout=seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None


def _fetched(pair: str, folder: Path) -> Path:
    """The model fetched into a folder. fxtranslate compares its files with the checksums that Mozilla publishes."""
    if not has_engine():
        raise QuizError("offline-extra-missing")
    failure: Failure | None = None
    try:
        where = _apart(_WHERE, seconds=TRY_SECONDS)
        reach(where.stdout.strip() if where else "")
        done = _apart(_FETCHING, *pair.split("-"), str(folder), seconds=FETCH_SECONDS)
        if done is None:
            failure = Failure.TIMEOUT
        elif done.returncode:  # what it says holds addresses: only what kind it is goes further
            failure = Failure.OFFLINE if re.search(r"Dns Failed|Connect error", done.stderr) else Failure.BAD_REPLY
    except TranslationFailed as error:
        failure = error.failure
    if failure is not None:
        raise failure.as_error("Mozilla")
    return folder


def offline() -> Offline:
    """The translator, if this machine has it. Raises QuizError: `offline-extra-missing`, `offline-model-missing`,
    `offline-model-damaged`. The model itself is loaded with the first sentence."""
    if not has_engine():
        raise QuizError("offline-extra-missing")
    found = model()
    if found is None:
        raise QuizError("offline-model-missing", name=PAIR)
    if not found.is_whole():
        raise QuizError("offline-model-damaged", folder=found.folder)
    return Offline(found)


class Offline:
    """The offline translator, behind the protocol of all translators."""

    name = OFFLINE
    title = TITLE
    online = False
    host = ""
    quality: Literal["machine", "rough"] = "machine"
    limits = Limits(1000, 4000, 0.0)

    def __init__(self, found: Model) -> None:
        self._model = found
        self._engine: Any = None

    def check(self) -> None:
        """It is on this machine."""

    def translate(self, sentence: str) -> str:
        """The English of one sentence. Raises TranslationFailed."""
        sentence = " ".join(sentence.split())
        if len(sentence) > self.limits.characters:
            raise TranslationFailed(Failure.TOO_LONG)
        english = safe_text(self._said(sentence)).strip()
        if not english:
            raise TranslationFailed(Failure.BAD_REPLY)
        return english

    def _said(self, sentence: str) -> str:
        """What the engine says; "" where it fails, whose words may hold the sentence."""
        try:
            if self._engine is None:
                files = [path.read_bytes() for path in _paths(self._model.folder)]
                self._engine = import_module("fxtranslate").Translator(*files)
            return str(
                self._engine.translate_long(sentence)
            )  # the shorter way cuts long sentences off and says nothing
        except (ValueError, OSError, QuizError):
            return ""
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # Rust's, which is no Exception to Python
                raise
            return ""
