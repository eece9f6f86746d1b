"""What may be wrong with what a deck file holds, in sentences of ours, and how its text is made safe to show.

It reads no file and knows no whole deck: both ways of reading one, at once and piece by piece, ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.deck import FORMAT
from quiz.errors import QuizError

if TYPE_CHECKING:
    from pydantic import ValidationError

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


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a deck file: where (`cards.12.answer.fr`, or "") and what, as a sentence."""

    where: str
    what: QuizError


def flaws_in(error: ValidationError, *within: str | int) -> list[Flaw]:
    """What pydantic has found, each with its place in the file; `within`: where what was checked stands itself."""
    rows = error.errors(include_url=False, include_input=False)
    return [Flaw(".".join(map(str, (*within, *row["loc"]))), _flaw(row["type"], row.get("ctx", {}))) for row in rows]


def _flaw(kind: str, context: dict[str, Any]) -> QuizError:
    """pydantic's name for what is wrong, as a sentence of ours."""
    if kind.startswith("deck-"):
        return QuizError(kind, **context)
    if kind in _KNOWN:
        return QuizError(_KNOWN[kind], **context)
    return QuizError("flaw-type")


def check_format(body: dict[str, Any], path: Path) -> None:
    """Raise QuizError where this is no deck of ours, or one of a newer program."""
    if not str(body.get("format", "")).startswith("quiz-deck/"):
        raise QuizError("deck-not-a-deck", file=path)
    if body["format"] != FORMAT:
        raise QuizError("deck-newer", file=path, format=str(body["format"])[:40])


def made_safe(value: Any) -> Any:
    """Parsed JSON with all of its text as a terminal may have it."""
    from quiz.typography import safe_text

    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, list):
        return [made_safe(item) for item in value]
    if isinstance(value, dict):
        return {safe_text(key): made_safe(item) for key, item in value.items()}
    return value
