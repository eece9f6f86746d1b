"""What each run of lines in an article is: title, heading, prose, list, byline or furniture.

Works on the layout and on a few fixed phrases; refuses to know what a sentence means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.articles.article import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and the title and the date they give away."""

    title: str | None
    date: str | None
    blocks: tuple[Block, ...]


_TERMINAL = re.compile(r"[.!?…:;,»”\"]\s*$")


def blocks_of(text: str) -> Layout:
    """The blocks of `text`, in order; they cover everything that is not blank."""
    blocks: list[Block] = []
    title: str | None = None
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        kind: BlockKind = "prose"
        if len(line) < 150 and not _TERMINAL.search(line):
            kind = "heading" if blocks else "title"
            if not blocks:
                title = line.strip()
        if re.match(r"\s*[-*•]\s", line):
            kind = "list"
        blocks.append(Block(start, end, kind))
    return Layout(title, None, tuple(blocks))
