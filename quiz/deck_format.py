"""Where a deck file enters and leaves: validation, the JSON Schema, the cache of what has been validated.

Everything in a deck from outside is untrusted: it is validated field by field, its text is made safe to show, and only
then kept in the cache (`deck_kept`), from where it is read with the standard library alone.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from quiz import paths
from quiz.deck import Deck, from_json, to_json
from quiz.deck_flaws import Flaw, check_format, made_safe
from quiz.errors import QuizError
from quiz.files import write_atomic

_AT_ONCE = 16 << 20
"""Bytes of a deck file that is read at once; a larger one is read piece by piece."""
_TO_EDIT = 64 << 20
_LARGEST = 512 << 20
"""Bytes of a deck file that can be worked on, and studied: a hundred thousand cards take about 220 million."""


def read_deck(path: Path) -> Deck:
    """The deck in a file. Raises QuizError naming the file: missing, unreadable, not JSON, newer, or not a deck."""
    from quiz import deck_kept

    place = deck_kept.place_of(path, paths.cache() / "decks")
    if deck := deck_kept.kept(path, place, _laid):
        return deck
    if _size_of(path, _LARGEST) > _AT_ONCE:
        return _read_large(path, place)
    raw = _bytes_of(path)
    hashed = sha256(raw).hexdigest()
    if deck := deck_kept.kept(path, place, _laid, hashed):
        return deck
    deck = validated(raw, path)
    from quiz.deck_laying import lay

    with suppress(OSError, sqlite3.Error):  # a cache that cannot be written costs time, nothing else
        deck_kept.keep(path, place, lambda db, _, stamp: lay(db, deck, stamp, hashed))
        return deck_kept.kept(path, place, _laid, hashed) or replace(deck, path=path)
    return replace(deck, path=path)


def takes_long(path: Path) -> bool:
    """Whether a deck is so large, and was never read as it is now, that somebody will wait for it."""
    from quiz import deck_kept

    try:
        if path.stat().st_size <= _AT_ONCE:
            return False
    except OSError:
        return False
    return deck_kept.kept(path, deck_kept.place_of(path, paths.cache() / "decks"), _laid) is None


def _read_large(path: Path, place: Path) -> Deck:
    """The deck in a file that is too large to be held at once."""
    from quiz import deck_kept

    try:
        with path.open("rb") as file:
            hashed = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise QuizError("deck-unreadable", file=path, reason=error.strerror or type(error).__name__) from error
    if deck := deck_kept.kept(path, place, _laid, hashed):
        return deck
    with suppress(OSError, sqlite3.Error):
        deck_kept.keep(path, place, _laid)
        if deck := deck_kept.kept(path, place, _laid, hashed):
            return deck
    try:
        return deck_kept.beside(path, place, _laid)
    except (OSError, sqlite3.Error) as error:
        raise QuizError("deck-unreadable", file=path, reason=str(error)) from error


def _laid(db: sqlite3.Connection, path: Path, stamp: str) -> str:
    """What `deck_kept` asks for: the deck of a file in an empty database, and the hash of the file."""
    if _size_of(path, _LARGEST) > _AT_ONCE:
        from quiz.deck_large import lay_large

        return lay_large(db, path, stamp)
    from quiz.deck_laying import lay

    raw = _bytes_of(path)
    return lay(db, validated(raw, path), stamp, sha256(raw).hexdigest())


def as_written(path: Path) -> Deck:
    """The deck in a file that is known to be as this program wrote it: nothing of it is checked again."""
    return replace(from_json(parse(path)), path=path)


def source_ids(path: Path) -> set[str]:
    """The ids of the articles a deck file names, whatever else is in it. Raises QuizError where it is no JSON."""
    rows = parse(path).get("sources")
    ids = [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {name for name in ids if isinstance(name, str)}


def write_deck(path: Path, deck: Deck) -> None:
    """Write the deck's file whole or not at all. Raises QuizError "write-failed"."""
    write_atomic(path, to_json(deck))


def validated(raw: bytes, path: Path) -> Deck:
    """The deck in `raw`, every field checked and every text made safe. Raises QuizError naming `path`."""
    body = _parsed(raw, path)
    flaws = flaws_of(body)
    if flaws:
        raise QuizError("deck-invalid", file=path, where=flaws[0].where or "-", what=flaws[0].what, n=len(flaws))
    return from_json(made_safe(body))


def parse(path: Path) -> dict[str, Any]:
    """The JSON object in a deck file, its format number checked and nothing else. Raises QuizError."""
    return _parsed(_bytes_of(path), path)


def flaws_of(body: dict[str, Any]) -> list[Flaw]:
    """What keeps parsed JSON from being a deck; empty where it is one."""
    from pydantic import ValidationError

    from quiz.deck_flaws import flaws_in
    from quiz.deck_models import DeckFile

    try:
        DeckFile.model_validate(body)
    except ValidationError as error:
        return flaws_in(error)
    return []


def schema() -> dict[str, Any]:
    """The JSON Schema of a deck file."""
    from quiz.deck_models import DeckFile

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **DeckFile.model_json_schema()}


def _size_of(path: Path, largest: int) -> int:
    """How many bytes a deck file has. Raises QuizError where that is too many, or it is none."""
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise QuizError("deck-missing", file=path) from error
    except OSError as error:
        raise QuizError("deck-unreadable", file=path, reason=error.strerror or type(error).__name__) from error
    if size > largest:
        raise QuizError("deck-too-large" if largest == _LARGEST else "deck-large", file=path, n=largest >> 20)
    return size


def _bytes_of(path: Path) -> bytes:
    _size_of(path, _TO_EDIT)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise QuizError("deck-missing", file=path) from error
    except OSError as error:
        raise QuizError("deck-unreadable", file=path, reason=error.strerror or type(error).__name__) from error


def _parsed(raw: bytes, path: Path) -> dict[str, Any]:
    try:
        body = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise QuizError("deck-not-json", file=path) from error
    if not isinstance(body, dict):
        raise QuizError("deck-not-a-deck", file=path)
    check_format(body, path)
    return body
