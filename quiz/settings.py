"""What a person has set on this machine, in one small file of the home folder. Knows values and their bounds, and
nothing of what they change; keys are remapped in a file of their own, which only the app reads.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from quiz.errors import QuizError
from quiz.files import write_atomic

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with what holds where nobody has set anything."""

    new: int = 20
    """New cards a day, 0 to 9999."""
    reviews: int = 200
    """Cards seen before that may come due a day, 0 to 9999."""
    retention: float = 0.9
    """The share of answers that should be right when a card is due, 0.7 to 0.99."""
    lang: Literal["fr", "en"] | None = None
    """The language of the interface; None: that of the machine."""
    theme: str = "dark"
    """A palette's name; the app takes its first one where it knows no such name."""
    english_always: bool = False
    """English is shown with every question, which counts as help."""
    big: bool = False
    """Questions in big letters."""
    from_english: bool = False
    """Cards are asked in English and answered in French where they have both."""
    provider: str | None = None
    """Who translates what has no English; None: nobody, and nothing leaves the machine."""
    provider_url: str | None = None
    """The address of a translation server of one's own."""
    learner: str | None = None
    """The pseudonym that plays where none is named."""


_BOUNDS: dict[str, tuple[float, float]] = {"new": (0, 9999), "reviews": (0, 9999), "retention": (0.7, 0.99)}
_TEXTS = ("theme", "provider", "provider_url", "learner")
_MAY_BE_UNSET = ("lang", "provider", "provider_url", "learner")


def load(home: Path) -> Settings:
    """The settings kept in `home`; those of a machine where nothing was ever set are the defaults.

    A name this version does not know is passed over, so that an older quiz can open a newer one's file. Raises
    QuizError "settings-damaged" where the file is not what `save` writes, "settings-value" with the field where a
    value is out of its bounds.
    """
    path = home / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError("settings-damaged", file=path) from error
    try:
        told = json.loads(text)
    except ValueError as error:
        raise QuizError("settings-damaged", file=path) from error
    if not isinstance(told, dict):
        raise QuizError("settings-damaged", file=path)
    known = {f.name: told[f.name] for f in fields(Settings) if f.name in told}
    for name, value in known.items():
        if not _fits(name, value):
            raise QuizError("settings-value", file=path, field=name)
    return Settings(**known)


def load_or_usual(home: Path) -> tuple[Settings, QuizError | None]:
    """The settings kept in `home`, or the defaults and a sentence on why: a slip in a file of settings is no reason
    not to study."""
    try:
        return load(home), None
    except QuizError as error:
        return Settings(), QuizError("settings-aside", what=error)


def save(home: Path, settings: Settings) -> None:
    """Keep `settings` in `home`, replacing the file whole; one that could not be read stays beside it, under the name
    `settings.json.old`. Raises QuizError "write-failed" where it cannot."""
    if load_or_usual(home)[1] is not None:
        with suppress(OSError):
            (home / FILE).replace(home / f"{FILE}.old")
    write_atomic(home / FILE, json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n")


def _fits(name: str, value: Any) -> bool:
    """Whether a value read from the file is of its setting's type and within its bounds."""
    if value is None:
        return name in _MAY_BE_UNSET
    if name in _BOUNDS:
        low, high = _BOUNDS[name]
        right = (int, float) if name == "retention" else int
        return isinstance(value, right) and not isinstance(value, bool) and low <= value <= high
    if name == "lang":
        return value in ("fr", "en")
    return isinstance(value, str) if name in _TEXTS else isinstance(value, bool)
