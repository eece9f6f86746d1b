"""Where files are on this machine. Computes paths and creates nothing."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The folder for history and settings: `QUIZ_HOME`, else the platform's own."""
    named = os.environ.get("QUIZ_HOME")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("quiz", appauthor=False)


def cache() -> Path:
    """The folder for what can be made again: inside `QUIZ_HOME`, else the platform's own cache."""
    named = os.environ.get("QUIZ_HOME")
    if named:
        return Path(named) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("quiz", appauthor=False)


PACKAGE = Path(__file__).parent
"""The program itself: nothing in this folder is the learner's to change, for whoever else plays would have it too."""


def shipped_decks() -> Path:
    """The decks that came with the package (in a source checkout: the repository's `decks/`)."""
    inside = PACKAGE / "decks"
    return inside if inside.is_dir() else PACKAGE.parent / "decks"


def ships(path: Path | None) -> bool:
    """Whether a file is part of the installed program; a checkout's own `decks/` is not."""
    return path is not None and path.resolve().is_relative_to(PACKAGE.resolve())
