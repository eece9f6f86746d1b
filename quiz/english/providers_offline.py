"""The translator that needs no network: Firefox's model for French to English, run by fxtranslate.

The only importer of fxtranslate, and that when a model is tried or used. A model is a folder with a list of its files
and their checksums, which can be carried to another machine as it is. It refuses to know who asks.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
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
from quiz.english.providers_transport import reach, within
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
_FORMAT = "quiz-model/1"
_ROLES = {
    "model": re.compile(r"model\..*\.bin"),
    "vocab": re.compile(r"vocab\..*\.spm"),
    "source": re.compile(r"srcvocab\..*\.spm"),
    "target": re.compile(r"trgvocab\..*\.spm"),
    "short": re.compile(r"lex\..*\.bin"),
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
    """Whether the model was loaded once; False where there is nothing to load it with."""
    if not has_engine():
        return False
    try:
        _engine(folder)
    except ValueError as error:
        raise QuizError("offline-model-damaged", folder=named) from error
    return True


def _engine(folder: Path) -> Any:
    """The model, loaded. Raises ValueError where the files are none, OSError where they cannot be read."""
    files = _files(folder)
    content = {role: (folder / name).read_bytes() for role, name in files.items()}
    if "model" not in content or not ("vocab" in content or {"source", "target"} <= content.keys()):
        raise ValueError("not a model")
    source, target = content.get("source", content.get("vocab")), content.get("target", content.get("vocab"))
    return import_module("fxtranslate").Translator(content["model"], source, target, content.get("short"))


def _fetched(pair: str, folder: Path) -> Path:
    """The model fetched into a folder. fxtranslate compares its files with the checksums that Mozilla publishes."""
    if not has_engine():
        raise QuizError("offline-extra-missing")
    discovery: Any = import_module("fxtranslate").discovery
    source, target = pair.split("-")
    failure: Failure | None = None
    try:
        reach(discovery.records_url())
        within(FETCH_SECONDS, lambda: discovery.add_models(source, target, cache_dir=str(folder)), Failure.TIMEOUT)
    except TranslationFailed as error:
        failure = error.failure
    except ValueError as error:  # its text holds the address: only what kind it is goes further
        told = str(error)
        failure = Failure.OFFLINE if re.search(r"Dns Failed|Connect error", told) else Failure.BAD_REPLY
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
        english = ""
        with suppress(ValueError, OSError):  # their text may hold the sentence
            if self._engine is None:
                self._engine = _engine(self._model.folder)
            english = safe_text(self._engine.translate(sentence)).strip()
        if not english:
            raise TranslationFailed(Failure.BAD_REPLY)
        return english
