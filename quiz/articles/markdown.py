"""Markdown read as text: its marks inside a line become spaces, one for one, and what they told is kept.

Refuses to be a Markdown parser: headings, quotes and lists are left for the blocks, which know their marks.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from quiz.articles.dates import first_date


@dataclass(frozen=True, slots=True)
class Markdown:
    """The text with its inline marks blanked (same length), the spans that are no prose at all (front matter, code),
    and the title and date of the front matter."""

    text: str
    holes: tuple[tuple[int, int], ...]
    title: str | None
    date: str | None


_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t\r]*\n(.{0,20000}?)\n\1[ \t\r]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|titre|date|published|datePublished|publish_date)[ \t]*[:=][ \t]*(.+?)[ \t\r]*$", re.MULTILINE
)
_FENCE = re.compile(r"^[ ]{0,3}(```|~~~)[^\n]*$", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"(\[)([^\]\[\n]{1,1000})(\]\([^)\n]{0,2000}\)|\]\[[^\]\n]{0,200}\])")
_STRONG_LINK = re.compile(r"(?<!\\)[*_]{1,3}(?=\[[^\]\[\n]{1,1000}\][(\[])|(?<=[)\]])[*_]{1,3}")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>\s]{1,2000}>")
_NOTE_MARK = re.compile(r"\[\^[^\]\n]{1,40}\](?!:)")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\s[^<>\n]{0,500})?/?>")
_STRONG = re.compile(
    r"(?<![\\*\w])(\*{1,3})(?=[^\s*])|(?<=[^\s*\\])(\*{1,3})(?![*\w])|(?<=[^\s*\\])(\*\*)(?=\w)|(?<=\w)(\*\*)(?=[^\s*])"
)
_UNDER = re.compile(r"(?<![\\\w])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)")
_QUOTE_LINES = re.compile(r"^[ ]{0,3}>[^\n]*[^\s>][^\n]*(?:\n[ ]{0,3}>[^\n]*[^\s>][^\n]*)+", re.MULTILINE)
_NEXT_QUOTED = re.compile(r"\n[ ]{0,3}>[ ]?(?!\s*(?:[-*+•]|\d{1,2}[.)])[ \t])")
_CAPTION = re.compile(
    r"^!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)[ \t\r]*\n[ \t]*([*_])[^\n]{1,400}\1[ \t\r]*$", re.MULTILINE
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_CODE = re.compile(r"`+")
_STRIKE = re.compile(r"~~")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def read_markdown(text: str) -> Markdown:
    """Markdown with its links, emphasis and tags blanked: « **44 %** des [usines](http://x) » keeps its words where
    they stand."""
    holes: list[tuple[int, int]] = []
    title = date = None
    front = _FRONT.match(text)
    if front:
        holes.append((front.start(1), front.end()))
        for field in _FIELD.finditer(front.group(2)):
            value = field.group(2).strip(" \"'")
            if field.group(1) in ("title", "titre"):
                title = title or value or None
            else:
                date = date or first_date(value)
    holes += _fences(text, front.end() if front else 0)
    for caption in _CAPTION.finditer(text):
        holes.append(caption.span())
    holes.sort()
    pieces: list[str] = []
    at = 0
    for start, end in [*holes, (len(text), len(text))]:
        if start < at:  # inside a fence
            continue
        pieces.append(_blank(text[at:start]))
        pieces.append(text[start:end])
        at = end
    return Markdown("".join(pieces), tuple(holes), title, date)


def _fences(text: str, start: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opened is None:
            opened = match
        elif match.group(1) == opened.group(1):
            spans.append((opened.start(), match.end()))
            opened = None
    return spans


def _blank(text: str) -> str:
    def spaces(match: re.Match[str]) -> str:
        return " " * len(match.group())

    def link(match: re.Match[str]) -> str:
        return " " + match.group(2) + " " * len(match.group(3))

    text = _QUOTE_LINES.sub(lambda match: _NEXT_QUOTED.sub(spaces, match.group()), text)
    text = _DEFINITION.sub(spaces, text)
    text = _IMAGE.sub(spaces, text)
    text = _STRONG_LINK.sub(spaces, text)
    text = _LINK.sub(link, text)
    for pattern in (_AUTOLINK, _NOTE_MARK, _TAG, _CODE, _STRIKE):
        text = pattern.sub(spaces, text)
    lines = text.split("\n")
    text = "\n".join(line if _is_rule(line) else _UNDER.sub(spaces, _STRONG.sub(spaces, line)) for line in lines)
    return _ENTITY.sub(_entity, _ESCAPE.sub(" ", text))


def _entity(match: re.Match[str]) -> str:
    """A sign written as an entity, filled up with spaces; a letter would be torn from its word and stays."""
    sign = html.unescape(match.group())
    return match.group() if len(sign) != 1 or sign.isalnum() else sign + " " * (len(match.group()) - 1)


def _is_rule(line: str) -> bool:
    return not line.strip(" \t\r*_-=")
