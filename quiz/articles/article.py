"""What an article is once it has been read: text, blocks and where it came from. Refuses to know how it was read."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["title", "heading", "prose", "list", "blockquote", "byline", "furniture"]
"""What a run of lines is. Only prose, list and blockquote hold statements of the article; furniture is everything a
page puts around an article (menus, comment forms, embedded posts, captions, "Voir aussi", licence notes)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like run of the text, `text[start:end]`; blocks are in order and do not overlap."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Span:
    """An exact stretch of one article: `article.text[start:end] == text`. `source` is the article's id."""

    source: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One source text as read.

    `id` is the file's name without its ending, made safe for a JSON id and unique in a deck; `doc` the file's name
    without its ending, as it stands; `file` the name with its ending (never a folder). `date` is ISO 8601, in full or
    cut short ("2024-06-07", "2024-06", "2024"), of publication, where the page tells it. `text` is decoded and cleaned
    one character for one (see `cleaning`), apostrophes and no-break spaces left as they were. `sha256` is the hex
    digest of `text` in UTF-8.
    """

    id: str
    doc: str
    file: str
    title: str | None
    date: str | None
    language: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str

    @property
    def day(self) -> datetime.date | None:
        """The day of publication, where the page tells it in full."""
        return full_day(self.date)

    @property
    def month(self) -> int | None:
        """The month of publication, 1 to 12, where the page tells it."""
        return int(self.date[5:7]) if self.date is not None and len(self.date) > 4 else None

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` to `end`, as evidence."""
        return Span(self.id, start, end, self.text[start:end])


def full_day(told: str | None) -> datetime.date | None:
    """The day of a date as `Article.date` has it; None where it is cut short or not told."""
    return datetime.date.fromisoformat(told) if told is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", told) else None
