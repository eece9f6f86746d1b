"""Where a word or a name stands in a text by itself, and what stands beside it. Plain search: a pattern made for each
name costs more than all the looking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def everywhere(part: str, text: str) -> Iterator[int]:
    """Where `part` begins in `text`, within a word too."""
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def between(before: re.Pattern[str] | None, part: str, behind: re.Pattern[str] | None, text: str) -> bool:
    """Whether `part` stands somewhere in `text` with what `before` tells directly before it (the pattern must end with
    `\\Z`, and what it finds within a hundred characters) and what `behind` tells directly behind it."""
    return any(
        (before is None or before.search(text, max(0, at - 100), at) is not None)
        and (behind is None or behind.match(text, at + len(part)) is not None)
        for at in everywhere(part, text)
    )


def words_back(text: str, at: int, count: int) -> int:
    """Where the `count` words before `at` begin, each with one space behind it."""
    for _ in range(count + 1):
        space = text.rfind(" ", 0, at)
        if space < 0:
            return 0
        at = space
    return at + 1


def told_beside(part: str, text: str, before: re.Pattern[str], behind: re.Pattern[str], count: int) -> Iterator[str]:
    """At each place of `part`, what `before` finds in the `count` words before it, else what `behind` finds behind it:
    the group "told" of either. `before` must end where the text ends (`\\Z`)."""
    for at in everywhere(part, text):
        end = at + len(part)
        whole = not (end < len(text) and _joins(text[end], "-"))
        found = (before.search(text, words_back(text, at, count), at) if whole else None) or behind.match(text, end)
        if found is not None:
            yield found["told"]


def around(part: str, text: str, far: int) -> Iterator[str]:
    """The stretches of `text` within `far` characters of `part`, those that touch as one. A pattern that has to look at
    the words before a name is tried there only: at every word of a long text it costs more than all else."""
    start = stop = -1
    for at in everywhere(part, text):
        if start >= 0 and at - far > stop:
            yield text[start:stop]
            start = -1
        start, stop = max(0, at - far) if start < 0 else start, at + len(part) + far
    if start >= 0:
        yield text[start:stop]


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
