"""Articles out of web pages, through trafilatura (imported when the first page comes, for its import takes a while).

Keeps what the page's markup tells of headings, lists and quotations. Refuses to fetch anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quiz.articles.article import BlockKind
from quiz.articles.cleaning import clean
from quiz.articles.dates import first_date
from quiz.articles.lines import SENTENCE_END

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_THIN_SPACES = ("\u202f", "&#8239;", "&#x202f;", "&#x202F;")
_SPACES = re.compile("&nbsp;|&#160;|&#xa0;|&#xA0;|\u00a0|" + "|".join(_THIN_SPACES))
_FIXED, _THIN = "\ue0a0", "\ue02f"
"""What stands for the two no-break spaces while trafilatura, which knows only one space, has the page."""
_DEPTH = 200
"""How deep tags may nest before they are taken out by pattern instead: the parser's own limit is near."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p", "source", "track", "wbr")
)
_BOXLESS = frozenset(
    ("blockquote", "body", "h1", "h2", "h3", "h4", "head", "html", "li", "p", "script", "style", "title", "ul")
)


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page, a line a paragraph; `known` gives the kind of lines that markup told, by where they start."""

    text: str
    known: dict[int, BlockKind]
    title: str | None
    date: str | None


def declared_charset(data: bytes) -> str | None:
    """The encoding a page claims in its head, or None."""
    match = _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def read_html(source: str) -> Page | None:
    """The article in a page, or None where there is none."""
    if _too_deep(source):
        source = _flattened(source)
    source = _SPACES.sub(lambda match: _THIN if match.group() in _THIN_SPACES else _FIXED, source)
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        source,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or document.body is None:
        return None
    title = _one_line(document.title)
    lines = [(line, kind) for line, kind in _lines(document.body) if line]
    if not lines:
        return None
    pieces: list[str] = []
    known: dict[int, BlockKind] = {}
    at = 0
    inside = _inside_sentences(lines)
    for number, (line, kind) in enumerate(lines):
        if kind is not None and number not in inside:
            known[at] = "title" if number == 0 and kind == "heading" and line == title else kind
        listed = kind == "list" and number + 1 < len(lines) and lines[number + 1][1] == "list"
        tight = listed or number in inside or number + 1 in inside
        pieces.append(line + ("\n" if tight else "\n\n"))
        at += len(pieces[-1])
    date = document.date if isinstance(document.date, str) else None
    return Page("".join(pieces), known, title, first_date(date) if date else None)


def _restored(text: str) -> str:
    """Text of the page, cleaned, with its no-break spaces back and its soft hyphens gone."""
    return clean(text.replace(_FIXED, "\u00a0").replace(_THIN, "\u202f").replace("\u00ad", ""))


def _inside_sentences(lines: list[tuple[str, BlockKind | None]]) -> set[int]:
    """Which block quotations stand in the middle of a sentence: « Il avance en imitant » / « le pas d'un chat » /
    « , selon le laboratoire. »"""
    return {
        at
        for at in range(1, len(lines) - 1)
        if lines[at][1] == "blockquote"
        and lines[at - 1][1] is None
        and lines[at + 1][1] is None
        and not SENTENCE_END.search(lines[at - 1][0])
        and (lines[at + 1][0][0] in ",;)" or lines[at + 1][0][0].islower())
    }


def _one_line(text: object) -> str | None:
    return " ".join(_restored(text).split()) or None if isinstance(text, str) else None


def _lines(body: Any) -> Iterator[tuple[str, BlockKind | None]]:
    """The paragraphs of trafilatura's body with their kinds, in order."""
    for element in body:
        tag = element.tag
        if tag == "head":
            yield _text(element), "heading"
        elif tag == "list":
            for item in element.iter("item"):
                yield "- " + _text(item), "list"
        elif tag == "quote":
            for line in _split(element):
                yield line, "blockquote"
        elif tag == "table":
            for row in element.iter("row"):
                cells = [text for cell in row.iter("cell") if (text := _text(cell))]
                yield " | ".join(cells), "list"
        elif tag in ("graphic", "code"):
            continue
        else:
            for line in _split(element):
                yield line, None
        if element.tail and element.tail.strip():
            yield _restored(element.tail).strip(), None


def _text(element: Any) -> str:
    """All of an element's text on one line. Ordinary spaces are squeezed, no-break ones kept."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", _restored("".join(element.itertext()))).strip()


def _split(element: Any) -> list[str]:
    """An element's text, a line for each paragraph or forced line break inside it."""
    pieces: list[str] = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append(child.tail or "")
        elif child.tag in ("p", "quote"):
            pieces += ["".join(child.itertext()), child.tail or ""]
        else:
            pieces[-1] += "".join(child.itertext()) + (child.tail or "")
    lines = (re.sub(r"[ \t\r\n\f\v]+", " ", _restored(piece)).strip() for piece in pieces)
    return [line for line in lines if line]


def _too_deep(source: str) -> bool:
    depth = 0
    for match in _TAG.finditer(source):
        if match.group(2).lower() in _VOID or match.group().endswith("/>"):
            continue
        depth += -1 if match.group(1) else 1
        depth = max(depth, 0)
        if depth > _DEPTH:
            return True
    return False


def _flattened(source: str) -> str:
    """The page with its boxes taken out and its paragraphs and headings left, so that it nests no more."""
    return _TAG.sub(lambda match: match.group() if match.group(2).lower() in _BOXLESS else " ", source)
