"""What each paragraph of an article is: title, heading, prose, list, blockquote, byline or furniture.

Works on the layout, on marks at the ends of lines and on fixed phrases; refuses to know what a sentence means. In doubt
a paragraph is prose: losing a fact costs more than reading a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from quiz.articles import furniture
from quiz.articles.article import Block, BlockKind
from quiz.articles.dates import date_line, source_date
from quiz.articles.lines import LIST_MARK, SENTENCE_END, Line, Paragraph, lines_of, paragraphs_of, without

TITLE_CHARS = 220
"""The longest title or heading, in characters."""
PARAGRAPH_CHARS = 4000
"""The longest paragraph, in characters; a longer one is taken in bites."""
HEADING_CHARS = 150
"""The longest heading inside the article; a longer line without a full stop says something."""
_TOP = 8
"""How many paragraphs at the top of a page may hold its date and its byline."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and the title and the date they give away."""

    title: str | None
    date: str | None
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Piece:
    """A paragraph on its way to be a block; `kind` is None until a rule has decided."""

    paragraph: Paragraph
    kind: BlockKind | None = None

    @property
    def text(self) -> str:
        return self.paragraph.text


_BYLINE = re.compile(
    r"(?i:par|texte|propos recueillis par|entretien avec|interview par|rédigé par|écrit par|auteure?|autrice|photos?)"
    r"\s*:?\s+[A-ZÀ-ÖØ-Þ][^.!?»]{1,100}$"
    r"|(?i:(?:par )?la rédaction|rédaction)(?:\s+[^.!?]{0,40})?$|(?i:avec) (?:l[’'])?(?:AFP|Reuters|[Aa]gences?)$"
    r"|(?:AFP|Reuters|Belga|ATS|APS|La Presse canadienne)$"
    r"|(?i:publié|mis à jour|modifié|posté|paru|mis en ligne)\b[^.]{0,90}\d[^.]{0,60}$"
)
_PERSON_LINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s+(?:de|du|des|le|la|van|von|el|al|ben)\b)?(?:\s+[A-ZÀ-ÖØ-Þ][\w’'.-]+){1,3}$"
)
_SENTENCE_START = re.compile(r"(?<=[.!?…»”\"])\s+(?=[«“\"—–]?\s?[A-ZÀ-ÖØ-Þ0-9])")
_SPOKEN = re.compile(r"[–—]\s*[«“\"]?[A-ZÀ-ÖØ-Þ]")
_SIGNATURE = re.compile(r"[—–-]{1,2}\s*[A-ZÀ-ÖØ-Þ][^.!?;]{2,120}$")
_QUESTION = re.compile(r"[?]\s*[»”\"]?$")
_MIDDLE_END = re.compile(r"[.!?…]\s+[«“\"]?[A-ZÀ-ÖØ-Þ]")
_ABBREVIATED = re.compile(r"\b(?:M|MM|Mme|Mlle|Dr|Me|Pr|St|Ste|vs|cf|no|art|[A-Z])\.\s+", re.IGNORECASE)
_WHOLLY_QUOTED = re.compile(r"[«“\"]\s*([^«»“”\"]+?)\s*[»”\"]")
_RULE = re.compile(r"[=~-]{3,}")
_UNDERLINED: BlockKind = "heading"
_HEADING_MARK = re.compile(r"#{1,6}\s+")


def blocks_of(
    text: str, known: Mapping[int, BlockKind] = MappingProxyType({}), holes: Sequence[tuple[int, int]] = ()
) -> Layout:
    """The blocks of cleaned `text`, in order; they cover everything that is not blank.

    `known` gives the kind of lines that some markup has told already, by the offset where the line starts; such lines
    are never joined to others. `holes` are sorted spans that some markup has told to be no prose.
    """
    holes = _merged([*holes, *furniture.embedded_spans(text)])
    lines = lines_of(text, holes)
    told = {line.start: _UNDERLINED for line in _underlined(lines)} | dict(known)
    pieces = [_Piece(paragraph, told.get(paragraph.start)) for paragraph in _paragraphs(lines, told)]
    date = _take_dates(pieces)
    for piece in pieces:
        if piece.kind in (None, "heading", "list") and furniture.is_furniture(piece.text):
            piece.kind = "furniture"
    _mark_sections(pieces)
    title = _mark_title(pieces)
    _mark_bylines(pieces)
    _mark_references(pieces)
    _mark_lists(pieces)
    _mark_headings(pieces)
    date = date or _date_at_end(pieces)
    blocks: list[Block] = []
    for piece in pieces:
        start, end, kind = piece.paragraph.start, piece.paragraph.end, piece.kind or "prose"
        blocks += (Block(*span, kind) for span in _bites(text, start, end))
    blocks += [Block(start, end, "furniture") for start, end in holes if text[start:end].strip()]
    return Layout(title, date, tuple(sorted(blocks, key=lambda block: block.start)))


def _bites(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph in stretches of no more than `PARAGRAPH_CHARS` or so, cut between sentences and, where possible,
    outside quotation marks: a page on one line is no paragraph, and nobody's pronouns reach across it."""
    while end - start > PARAGRAPH_CHARS:
        cut, opened = 0, 0
        for match in _SENTENCE_START.finditer(
            text, start + PARAGRAPH_CHARS // 2, min(end, start + 2 * PARAGRAPH_CHARS)
        ):
            balanced = text.count("«", start, match.start()) == text.count("»", start, match.start())
            if balanced and (match.start() - start <= PARAGRAPH_CHARS or not cut):
                cut = match.start()
            opened = opened or match.start()
            if match.start() - start > PARAGRAPH_CHARS and cut:
                break
        cut = cut or opened
        if not cut:
            break
        yield start, start + len(text[start:cut].rstrip())
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield start, end


def _underlined(lines: list[Line]) -> Iterator[Line]:
    """Lines with a rule of === or --- right under them: headings, in Markdown and in old text files."""
    for line, below in pairwise(lines):
        if (
            below.gap == 0
            and _RULE.fullmatch(below.text)
            and len(line.text) <= TITLE_CHARS
            and not _RULE.fullmatch(line.text)
        ):
            yield line


def _paragraphs(lines: list[Line], known: Mapping[int, BlockKind]) -> list[Paragraph]:
    dated = {line.start for line in lines[:_TOP] if (found := date_line(line.text)) and found.length == len(line.text)}
    return paragraphs_of(lines, dated | known.keys())


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap put together."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _take_dates(pieces: list[_Piece]) -> str | None:
    """The date in a date line near the top; a dateline before the first sentence becomes a block of its own."""
    date: str | None = None
    at = 0
    seen = 0
    while at < len(pieces) and seen < _TOP:
        piece = pieces[at]
        signed = piece.text[0] in "—–"  # « — Anne Lebrun, 3 mai 2021 » signs a quotation
        found = date_line(piece.text) if piece.kind in (None, "prose") and not signed else None
        # The first line may be a title that ends in a date; it counts as a date line where the next is no prose.
        if found and not (at == 0 and found.length == len(piece.text) and not _bare_date(piece.text)):
            if found.length < len(piece.text):
                rest = _Piece(without(piece.paragraph, found.length), piece.kind)
                start = piece.paragraph.start
                end = start + len(piece.text[: found.length].rstrip())
                head = Paragraph(start, end, piece.text[: found.length].rstrip(), piece.paragraph.gap, 0, 1)
                pieces[at : at + 1] = [_Piece(head, "byline"), rest]
            else:
                piece.kind = "byline"
            date = date or found.date
        at += 1
        seen += 1
    return date


def _bare_date(text: str) -> bool:
    return bool(re.match(r"\W*(?:date\b|publié|mis à jour|le\s+)?\W*(?:\w+di\s+|dimanche\s+)?\d", text, re.IGNORECASE))


def _date_at_end(pieces: list[_Piece]) -> str | None:
    """The date in one of the last three lines, where that is a source line or a date line."""
    for piece in reversed(pieces[-3:]):
        found = source_date(piece.text)
        if found:
            return found
        line = date_line(piece.text)
        if line and line.length == len(piece.text):
            piece.kind = "byline"
            return line.date
    return None


def _mark_sections(pieces: list[_Piece]) -> None:
    """Comment forms to the end; lists of links until prose comes again; questions to the readers while they last."""
    mode = ""
    for at, piece in enumerate(pieces):
        text = piece.text
        if furniture.opens_comments(text) and at > 0:
            for rest in pieces[at:]:
                rest.kind = "furniture"
            return
        if furniture.opens_links(text):
            piece.kind, mode = "furniture", "links"
        elif furniture.opens_questions(text):
            piece.kind, mode = "furniture", "questions"
        elif furniture.opens_section(text):
            piece.kind, mode = "furniture", "links"
        elif (
            mode
            and piece.kind != "byline"
            and (
                _QUESTION.search(text) is not None
                if mode == "questions"
                else _is_link(piece, at > 0.6 * len(pieces), pieces[at + 1 :])
            )
        ):
            piece.kind = "furniture"
        else:
            mode = ""


def _is_link(piece: _Piece, late: bool, following: list[_Piece]) -> bool:
    """Under « Voir aussi »: items, references and short lines without a full stop; near the end, longer ones too. A
    short line with prose after it is the next heading."""
    text = piece.text
    if piece.kind == "furniture" or furniture.is_reference(text):
        return True
    listed = LIST_MARK.match(text) is not None
    if listed and (late or len(text) < 150 or not SENTENCE_END.search(text)):
        return True
    if SENTENCE_END.search(text) and not listed:
        return late and bool(re.search(r"https?://|\(\d{4}\)|\bp\. ?\d|\bconsulté le\b", text))
    if not late and following and _is_sentence(following[0].text) and following[0].kind is None:
        return False
    return len(text) <= (400 if late else 160)


def _mark_title(pieces: list[_Piece]) -> str | None:
    """The first line that looks like a title, before any prose."""
    for at, piece in enumerate(pieces[: _TOP + 4]):
        if piece.kind in ("furniture", "byline"):
            continue
        text = _HEADING_MARK.sub("", piece.text).strip("*_ ")
        if furniture.is_kicker(text) and at + 1 < len(pieces):
            piece.kind = "furniture"
            continue
        label = re.match(r"titre\s*:\s*(?=\S)", text, re.IGNORECASE)
        text = text[label.end() :] if label else text
        if piece.kind == "title" or (piece.kind in (None, "heading") and _is_title(piece, text, pieces[at + 1 :])):
            piece.kind = "title"
            return " ".join(text.split())
        return None
    return None


def _is_title(piece: _Piece, text: str, following: list[_Piece]) -> bool:
    if not following or piece.paragraph.lines > 3 or not 3 <= len(text) <= TITLE_CHARS:
        return False
    if text[-1] in ".:;," and not text.endswith("...") and not _HEADING_MARK.match(piece.text):
        return False
    if text[0] in '«“"—–' and not piece.paragraph.gap and len(text) > 120:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "«“\"[’'‘¿¡("):
        return False
    return not LIST_MARK.match(text) and len(_MIDDLE_END.findall(_ABBREVIATED.sub("", text))) <= 1


def _mark_bylines(pieces: list[_Piece]) -> None:
    """Who wrote it and when, near the top or at the very end."""
    for at, piece in enumerate(pieces):
        if piece.kind is not None or len(piece.text) > 160:
            continue
        at_edge = at < _TOP or at >= len(pieces) - 3
        if (at_edge and _BYLINE.match(piece.text.strip("()[]*_ "))) or (
            _PERSON_LINE.match(piece.text) and len(piece.text) <= 50 and 0 < at < 5
        ):
            piece.kind = "byline"
    for before, piece in pairwise(pieces):
        if piece.kind is None and _SIGNATURE.match(piece.text) and before.text.rstrip(" .")[-1:] in '»”"’':
            piece.kind = "blockquote"


def _mark_references(pieces: list[_Piece]) -> None:
    """Footnotes at the end of the article, and the author's name after the last paragraph."""
    for piece in reversed(pieces):
        if piece.kind in ("furniture", "byline"):
            continue
        if furniture.is_reference(piece.text):
            piece.kind = "furniture"
        elif piece.kind is None and _PERSON_LINE.match(piece.text) and len(piece.text) <= 50 and piece is not pieces[0]:
            piece.kind = "byline"
        else:
            return


def _mark_lists(pieces: list[_Piece]) -> None:
    """Items with a mark; runs of three or more short lines that are no sentences (results, ingredients)."""
    for at, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        if piece.text.startswith("> "):
            piece.kind = "blockquote"
        elif LIST_MARK.match(piece.text):
            alone = not any(
                LIST_MARK.match(other.text) for other in pieces[max(0, at - 1) : at + 2] if other is not piece
            )
            dashed = piece.text[0] in "–—-"
            spoken = _SPOKEN.match(piece.text) is not None and SENTENCE_END.search(piece.text) is not None
            piece.kind = None if (alone and dashed) or spoken else "list"
        elif piece.text.startswith("|"):
            piece.kind = "list"
    run: list[_Piece] = []
    for piece in pieces:
        if piece.kind is None and len(piece.text) <= 80 and not _is_sentence(piece.text):
            run.append(piece)
            continue
        if len(run) >= 3:  # the last one may be the heading of what follows
            heads = piece.kind != "list" and (run[-1].paragraph.gap > 0 or piece.paragraph.gap == 0)
            for item in _items(run[:-1] if heads else run):
                item.kind = "list"
        run = []
    if len(run) >= 3:
        for item in _items(run):
            item.kind = "list"


def _items(run: list[_Piece]) -> list[_Piece]:
    """A run of short lines without the heading it may start with: « Caractéristiques », then « Masse : 210 g »…"""

    def figured(piece: _Piece) -> bool:
        return re.search(r"[\d:]", piece.text) is not None

    headed = len(run) > 3 and not figured(run[0]) and all(figured(piece) for piece in run[1:])
    return run[1:] if headed else run


def _mark_headings(pieces: list[_Piece]) -> None:
    """Short lines without a full stop that prose or a list follows."""
    for at, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        if _HEADING_MARK.match(piece.text):
            piece.kind = "heading"
            continue
        following = next((other for other in pieces[at + 1 :] if other.kind not in ("furniture", "byline")), None)
        if (
            following is not None
            and following.kind in (None, "prose", "list", "blockquote", "heading")
            and _is_heading(piece)
        ):
            piece.kind = "heading"


def _is_heading(piece: _Piece) -> bool:
    text = piece.text
    quoted = _WHOLLY_QUOTED.fullmatch(text)
    if quoted and len(text) <= 90 and piece.paragraph.gap and quoted[1][-1] not in ".!?…,":
        return True  # « Un outil parmi d'autres » between two paragraphs: words of the article that follows
    if piece.paragraph.lines > 2 or not 2 <= len(text) <= HEADING_CHARS or text[-1] in '.:;,…»”"!':
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "[(¿"):
        return False
    if _QUESTION.search(text):
        return len(text) <= 110 and not _MIDDLE_END.search(text)
    return not _MIDDLE_END.search(_ABBREVIATED.sub("", text))


def _is_sentence(text: str) -> bool:
    """A line with a sentence's end, or one too long to be anything else."""
    return len(text) > TITLE_CHARS or (SENTENCE_END.search(text) is not None and " " in text) or text.endswith(":")
