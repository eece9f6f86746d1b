"""Where a word or a name stands in a text by itself. Plain search: a pattern made for each name costs more than all the
looking.
"""

from __future__ import annotations

from collections.abc import Iterator


def everywhere(part: str, text: str) -> Iterator[int]:
    """Where `part` begins in `text`, within a word too."""
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def places(part: str, text: str, beside: str = "") -> Iterator[int]:
    """Where `part` begins in `text` with no letter or digit next to it, nor a character of `beside`.

    « port » stands once in « le port, les ports, l'aéroport », and with "-" as `beside` not at all in « avant-port ».
    """
    at = text.find(part) if part else -1
    while at >= 0:
        end = at + len(part)
        if not (at and _joins(text[at - 1], beside)) and not (end < len(text) and _joins(text[end], beside)):
            yield at
        at = text.find(part, at + 1)


def stands_in(part: str, text: str, beside: str = "") -> bool:
    """Whether `part` stands in `text` by itself."""
    return next(places(part, text, beside), None) is not None


def begins_in(part: str, text: str) -> bool:
    """Whether a word of `text` begins with `part`: « port » begins one in « les ports », none in « l'aéroport »."""
    at = text.find(part)
    while at > 0 and _joins(text[at - 1], ""):
        at = text.find(part, at + 1)
    return at >= 0


def _joins(char: str, beside: str) -> bool:
    return char.isalnum() or char == "_" or char in beside
