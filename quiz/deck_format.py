"""Where a deck file enters and leaves: validation, the JSON Schema, the cache of what has been validated.

Everything in a deck from outside is untrusted: it is validated field by field, its text is made safe to show, and only
then kept in the cache (`deck_kept`), from where it is read with the standard library alone.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quiz import paths
from quiz.deck import FORMAT, Deck, from_json, to_json
from quiz.errors import QuizError
from quiz.files import write_atomic

_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a deck file: where (`cards.12.answer.fr`, or "") and what, as a sentence."""

    where: str
    what: QuizError


def read_deck(path: Path) -> Deck:
    """The deck in a file. Raises QuizError naming the file: missing, unreadable, not JSON, newer, or not a deck."""
    from quiz import deck_kept

    place = deck_kept.place_of(path, paths.cache() / "decks")
    if deck := deck_kept.kept(path, place, validated):
        return deck
    raw = _bytes_of(path)
    if deck := deck_kept.kept(path, place, validated, raw):
        return deck
    deck = validated(raw, path)
    with suppress(OSError, sqlite3.Error):  # a cache that cannot be written costs time, nothing else
        deck_kept.keep(deck, path, place, raw)
        return deck_kept.kept(path, place, validated, raw) or replace(deck, path=path)
    return replace(deck, path=path)


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
    return from_json(_safe(body))


def parse(path: Path) -> dict[str, Any]:
    """The JSON object in a deck file, its format number checked and nothing else. Raises QuizError."""
    return _parsed(_bytes_of(path), path)


def flaws_of(body: dict[str, Any]) -> list[Flaw]:
    """What keeps parsed JSON from being a deck; empty where it is one."""
    from pydantic import ValidationError

    from quiz.deck_models import DeckFile

    try:
        DeckFile.model_validate(body)
    except ValidationError as error:
        rows = error.errors(include_url=False, include_input=False)
        return [Flaw(".".join(map(str, row["loc"])), _flaw(row["type"], row.get("ctx", {}))) for row in rows]
    return []


_KNOWN = {
    "missing": "flaw-missing",
    "extra_forbidden": "flaw-unknown",
    "literal_error": "flaw-literal",
    "string_too_short": "flaw-empty",
    "string_too_long": "flaw-long",
    "string_pattern_mismatch": "flaw-pattern",
    "too_long": "flaw-many",
    "greater_than_equal": "flaw-small",
    "less_than_equal": "flaw-large",
}


def _flaw(kind: str, context: dict[str, Any]) -> QuizError:
    """pydantic's name for what is wrong, as a sentence of ours."""
    if kind.startswith("deck-"):
        return QuizError(kind, **context)
    if kind in _KNOWN:
        return QuizError(_KNOWN[kind], **context)
    return QuizError("flaw-type")


def schema() -> dict[str, Any]:
    """The JSON Schema of a deck file."""
    from quiz.deck_models import DeckFile

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **DeckFile.model_json_schema()}


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise QuizError("deck-too-large", file=path)
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
    if not isinstance(body, dict) or not str(body.get("format", "")).startswith("quiz-deck/"):
        raise QuizError("deck-not-a-deck", file=path)
    if body["format"] != FORMAT:
        raise QuizError("deck-newer", file=path, format=str(body["format"])[:40])
    return body


def _safe(value: Any) -> Any:
    from quiz.typography import safe_text

    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, list):
        return [_safe(item) for item in value]
    if isinstance(value, dict):
        return {safe_text(key): _safe(item) for key, item in value.items()}
    return value
