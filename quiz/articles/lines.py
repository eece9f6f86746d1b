"""Lines of a text put together into paragraphs: hard-wrapped lines, and sentences that a quotation has broken.

Knows layout only (lengths, first and last characters); refuses to know what a paragraph is about.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

SENTENCE_END = re.compile(r"[.!?…][\s»”\"')\]*_]*$")
"""The end of a line that ends a sentence, closing marks and emphasis included."""
LIST_MARK = re.compile(r"(?:[-*+•‣◦▪▫●○■□►➤→✓✔·]|[–—](?=[^\n]*;?$)|\d{1,2}[.)°]|[a-z]\))\s+(?=\S)")
"""What opens an item of a list. A dash opens a line of dialogue too, which is a paragraph of its own either way."""

_OPEN_QUOTE = '«“"‘'
_CONTINUES = re.compile(r"[,;)»”…]|\.(?!\.)")
_DANGLING = re.compile(
    r"(?:\b(?:à|au|aux|avec|car|chez|comme|contre|dans|de|des|dont|du|elle|en|entre|et|il|la|le|les|lequel|mais|ni|on|ou|où|par"
    r"|pour|qu|que|quand|quel|quelle|qui|sans|se|selon|si|soit|sur|un|une|vers|son|sa|ses|leur|leurs|ce|cette|ces)|[’'(«“,-])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text[start:end]`, without the spaces around it. `gap`: blank lines before it (a
    hole counts as two); `indent`: spaces before it."""

    start: int
    end: int
    text: str
    gap: int
    indent: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. `wide`: how many lines; `gap`: blank lines before it."""

    start: int
    end: int
    text: str
    gap: int
    indent: int
    lines: int


def lines_of(text: str, holes: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """The lines of `text` that are not blank; `holes`, sorted spans of something else, count as line ends."""
    lines: list[Line] = []
    gap = 0
    for start, end, broken in _pieces(text, holes):
        gap += 2 if broken else 0
        raw = text[start:end]
        bare = raw.strip()
        if not bare:
            gap += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        lines.append(Line(start + indent, start + indent + len(bare), bare, gap, indent))
        gap = 0
    return lines


def _pieces(text: str, holes: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, bool]]:
    """The lines of `text` outside the holes; true with the first one after a hole."""
    cuts = [*holes, (len(text), len(text))]
    at = 0
    broken = False
    for hole_start, hole_end in cuts:
        while at < hole_start:
            newline = text.find("\n", at, hole_start)
            end = hole_start if newline < 0 else newline
            yield at, end, broken
            broken = False
            at = end + 1 if newline >= 0 else hole_start
        at, broken = max(at, hole_end), True


def paragraphs_of(lines: Sequence[Line], alone: Container[int] = ()) -> list[Paragraph]:
    """Lines put together where one goes on in the next; those that start at an offset in `alone` stay alone."""
    width = wrap_width(lines)
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        apart = line.start in alone or (at > 0 and lines[at - 1].start in alone)
        if groups and not apart and _goes_on(groups[-1], line, following, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph(
            group[0].start,
            group[-1].end,
            " ".join(line.text for line in group),
            group[0].gap,
            group[0].indent,
            len(group),
        )
        for group in groups
    ]


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The column at which a text is hard-wrapped, or None where a line is a paragraph.

    Wrapped text has short lines, and most lines inside a paragraph could not have taken one word more.
    """
    inner = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and not LIST_MARK.match(b.text)]
    if len(inner) < 3:
        return None
    longest = max(len(a.text) + a.indent for a, _ in inner)
    if not 35 <= longest <= 110:
        return None
    full = sum(_is_full(a, b, longest) for a, b in inner)
    mid = sum(not SENTENCE_END.search(a.text) for a, _ in inner)
    return longest if full >= 0.6 * len(inner) and mid >= 0.5 * len(inner) else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    word = following.text.split(" ", 1)[0]
    return len(line.text) + line.indent + 1 + len(word) > width - 4


def _goes_on(group: list[Line], line: Line, following: Line | None, width: int | None) -> bool:
    previous = group[-1]
    if line.gap > 1 or (LIST_MARK.match(line.text) and not line.text.startswith("– ")):
        return False
    if line.text.startswith(("#", ">", "|", "![", "```", "~~~")) or previous.text.startswith(("#", "|", "![")):
        return False
    if line.gap == 0 and width is not None:
        return _is_full(previous, line, width) or _mid_sentence(previous.text, line.text, 0)
    return _mid_sentence(previous.text, line.text, line.gap) or _quoted_inside(previous, line, following)


def _mid_sentence(previous: str, line: str, gap: int) -> bool:
    """A line that opens in lower case or with a closing mark goes on the sentence before it, if that is still open:
    « … le studio a promis » / « un film par an » / « , selon son directeur. » Across a blank line only punctuation
    does, or what follows a quotation."""
    if SENTENCE_END.search(previous):
        return line[0] in ",;)" and not previous.endswith(":")
    if _CONTINUES.match(line):
        return True
    if gap > 0 and previous[-1] not in "»”":
        return False
    if line[0] == "(":
        return previous[-1] in '»”"' and len(previous) < 400
    return line[0].islower() and previous[-1] not in ":;" and not line.startswith(("http", "www."))


def _quoted_inside(previous: Line, line: Line, following: Line | None) -> bool:
    """A quotation alone on its line belongs to the sentence before it where that sentence hangs in the air, or where
    the next line goes on after it: « Le robot marche » / « « comme un chat » » / « , dit le laboratoire. »"""
    if line.text[0] not in _OPEN_QUOTE or SENTENCE_END.search(previous.text) or previous.text[-1] in ":;":
        return False
    if _DANGLING.search(previous.text) and line.gap == 0:
        return True
    closed = line.text[-1] in '»”"’'
    return (
        closed
        and following is not None
        and following.gap <= 1
        and _mid_sentence(line.text, following.text, following.gap)
    )


def without(paragraph: Paragraph, offset: int) -> Paragraph:
    """`paragraph` from `offset` characters on, the spaces there left out."""
    rest = paragraph.text[offset:]
    bare = rest.lstrip()
    start = paragraph.start + offset + len(rest) - len(bare)
    return replace(paragraph, start=start, text=bare, gap=0)
