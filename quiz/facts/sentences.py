"""Cuts an article into sentences around its quotations, and writes each one as the parser should see it.

A quotation never ends a sentence in its middle: to the parser it is one word, « cela », so that the frame around it
parses; a few words between marks (a title, a scare quote) only lose their marks. Every character of what the parser
sees keeps the offset it has in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quiz.articles.article import Block, BlockKind
from quiz.facts.marks import Marked, marks_in
from quiz.facts.parsing import Doc, Token

UPPER = "A-ZÀ-ÖØ-ÞŒŠŽ"
MASK = "cela"
_GLANCE = 60
"""Characters looked at beyond a mark to tell whether a sentence ends there."""
_LONGEST = 3000
"""A sentence of more characters is cut at a space: nothing that long is one."""
_WORD = 80
"""Characters without a space after which the parser is given one: its tokenizer is slow on what is no word."""
_SHORT = 5
"""A marked stretch of fewer words, with no mark of a sentence of its own, is parsed as if it had no marks."""

_ABBREVIATED = re.compile(
    r"(?:\b(?:M|MM|Mr|Mrs|Ms|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Cie|cf|p|pp|av|ap|art|al|chap|ed|éd|env|ex|fig|hab|max|min"
    r"|no|nos|n°|op|réf|rev|suiv|tél|vol|vs|janv|févr|avr|juil|juill|sept|oct|nov|déc|Jr|Sr|Lt|Col|Gal|Gén|Cdt|adj|c\.-à-d"
    rf"|i\.e|e\.g|a\.m|p\.m|J\.-C)|(?<![\w'])[{UPPER}](?:\.-?[{UPPER}])*)$"
)
_LETTERED = re.compile(
    r"\b(?:bombe|catégorie|classe|équipe|formule|gare|groupe|hépatite|ligne|liste|plan|poule|porte|série|type|vitamine|zone)"
    rf" [{UPPER}]$"
)
"""A letter that is a name, and abbreviates nothing: « la bombe H. La Corée »."""
_OPENS = re.compile(r"\s+(?:L[ae]s?|L'|Une?|Des|Il|Elle|Ils|Elles|Ce(?:tte|t|s)?|En|Au|À|Selon|Mais|Pour) ?(?=\w)")
_SPEAKING: tuple[BlockKind, ...] = ("prose", "list", "blockquote", "title", "heading")


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence before it is parsed: its place, the kind of its block, and the parser's text with its offsets."""

    start: int
    end: int
    kind: BlockKind
    passage: int
    """The number of its passage: a paragraph, or blocks that a line break cut inside a sentence."""
    text: str
    offsets: tuple[int, ...]
    """`offsets[i]` is the article's offset of `text[i]`; one more entry holds the end."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence. `doc` is its parse with quotations of five words and more as the one word « cela » and the marks of
    shorter ones left out, so `doc.text` differs from `text`: use `at`, `end_of` and `span` to come back.
    """

    start: int
    end: int
    kind: BlockKind
    passage: int
    """Sentences of one paragraph share this number."""
    number: int
    """Place among the article's sentences."""
    text: str
    """Verbatim."""
    doc: Doc
    offsets: tuple[int, ...]

    def at(self, token: Token) -> int:
        """The article's offset of a token's first character."""
        return self.offsets[token.idx]

    def end_of(self, token: Token) -> int:
        """The article's offset after a token's last character (for a masked quotation, after its closing mark)."""
        return self.offsets[token.idx + len(token.text) - 1] + 1

    def span(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """From the first to the last of some tokens, whatever their order, in the article."""
        first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
        return self.at(first), self.end_of(last)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap a stretch of the article; a masked quotation counts as its whole stretch."""
        starts, ends = _extents(self)
        return list(self.doc[bisect_right(ends, start) : bisect_left(starts, end)])

    def masks(self, token: Token) -> bool:
        """Does the token stand for a quotation?"""
        last = token.idx + len(token.text) - 1  # as `end_of` and `at` say it; asked of nearly every word
        return self.offsets[last] - self.offsets[token.idx] > last - token.idx


@lru_cache(256)
def _extents(sentence: Sentence) -> tuple[list[int], list[int]]:
    """Where the tokens of a sentence start and end in the article, in order."""
    return [sentence.at(token) for token in sentence.doc], [sentence.end_of(token) for token in sentence.doc]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as sentences see it."""

    start: int
    end: int
    kind: BlockKind


def passages(text: str, blocks: Sequence[Block], marked: Sequence[Marked]) -> tuple[Passage, ...]:
    """Blocks that hold sentences, glued where a quotation runs over several or a line breaks inside a sentence.

    « Il y voit
    « une chance historique »
    , selon son entourage. » is one sentence on three lines.
    """
    out: list[Passage] = []
    for block in blocks:
        if block.kind not in _SPEAKING:
            continue
        last = out[-1] if out else None
        if last and last.kind == "prose" and block.kind == "prose" and _runs_on(text, last, block, marked):
            out[-1] = Passage(last.start, block.end, last.kind)
        else:
            mark = _MARK.match(text, block.start, block.end) if block.kind in ("list", "blockquote") else None
            out.append(Passage(mark.end() if mark else block.start, block.end, block.kind))
    return tuple(out)


_MARK = re.compile(r"(?:>[ \t]*)*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?(?=\S)")
"""What an item of a list or a quoted block begins with, which no sentence holds."""


def _runs_on(text: str, last: Passage, block: Block, marked: Sequence[Marked]) -> bool:
    if any(m.outer_start < last.end for m in marks_in(marked, block.start, block.start + 1)):
        return True
    if text.count("\n", last.end, block.start) > 1:
        return False
    before, after = text[last.end - 8 : last.end].rstrip()[-1:], text[block.start : block.start + 8].lstrip()[:1]
    if after in "«“" and (before.isalnum() or before == ","):
        return True
    return before in "»”" and (after in ",;.)(" or after.islower())


def cut(text: str, flat: str, blocks: Sequence[Block], marked: Sequence[Marked]) -> Iterator[Cut]:
    """The sentences of an article in order. `flat` is `text` made plain, one character for one."""
    for number, passage in enumerate(passages(text, blocks, marked)):
        inside = marks_in(marked, passage.start, passage.end)
        for start, end in pairwise([passage.start, *_ends(flat, passage, inside)]):
            stretch = flat[start:end]
            start, end = end - len(stretch.lstrip()), start + len(stretch.rstrip())
            if start >= end:
                continue
            held = [m for m in marks_in(inside, start, end) if m.outer_start >= start]
            seen, offsets = written_for_parser(flat, start, end, held)
            if re.search(r"\w", seen):
                yield Cut(start, end, passage.kind, number, seen, offsets)


def _ends(flat: str, passage: Passage, marked: Sequence[Marked]) -> list[int]:
    """Where the sentences of a passage end."""
    ends: list[int] = []
    at = start = passage.start
    ahead = iter(marked)
    mark = next(ahead, None)
    last = passage.start + len(flat[passage.start : passage.end].rstrip())
    while at < passage.end:
        while mark is not None and mark.outer_end <= at:
            mark = next(ahead, None)
        if mark is not None and mark.outer_start <= at:
            at = min(mark.outer_end, passage.end)
            if _ends_after(flat, mark, at, passage.end):
                ends.append(at)
                start = at
            continue
        if flat[at] in ".!?…":
            stop = at + 1
            while stop < passage.end and flat[stop] in ".!?…)]":
                stop += 1
            if stop >= last or _full_stop(flat, start, at, stop, passage.end):
                ends.append(stop)
                start = stop
            at = stop
            continue
        at += 1
        if at - start > _LONGEST and (flat[at - 1].isspace() or at - start > 2 * _LONGEST):
            ends.append(at)
            start = at
    if not ends or ends[-1] < passage.end:
        ends.append(passage.end)
    return ends


_GOES_ON_AT_ONCE = re.compile(rf"\[\d+\]|[{UPPER}][a-zà-ÿ']+ |[»”\"]")
_NEW_SENTENCE = re.compile(rf"\s*(?:[{UPPER}0-9«“\"(\[—–•-]|[dl]'[{UPPER}]|\n)")


def _full_stop(flat: str, start: int, at: int, stop: int, end: int) -> bool:
    rest = flat[stop : min(end, stop + _GLANCE)]
    if not rest[:1].isspace():
        return bool(_GOES_ON_AT_ONCE.match(rest)) and flat[at - 1 : at].islower()
    if flat[at] == "." and stop == at + 1 and _ABBREVIATED.search(flat[max(start, at - 12) : at]):
        return _LETTERED.search(flat[max(start, at - 24) : at]) is not None and _OPENS.match(rest) is not None
    return bool(_NEW_SENTENCE.match(rest)) or "\n" in rest[:2]


def _ends_after(flat: str, mark: Marked, at: int, end: int) -> bool:
    """Does a sentence end with this quotation? « … jamais ! » Il a ajouté: yes; « … jamais ! » demande-t-il: no."""
    if mark.style == "dash" or at >= end:
        return False
    rest = flat[at : min(end, at + _GLANCE)]
    inner = flat[mark.start : mark.end].rstrip(' »”"')
    if inner[-1:] in ".?!…" and re.match(rf"\s+(?:[{UPPER}]|«|“|\"|\()", rest) and len(inner.split()) > 3:
        return True
    if re.match(r"\s*[«“]", rest) and len(inner.split()) > 6 and inner[:1].isupper():
        return True
    return bool(re.match(r"\s*\n", rest)) and not re.match(r"\s*[,;.)(a-zà-ÿ«“]", rest)


def masked(mark: Marked, flat: str) -> bool:
    """Is the marked stretch one word to the parser? Not a few words that may be a name or a word held with tongs."""
    words = flat[mark.start : mark.end].split()
    return len(words) >= _SHORT or (flat[mark.end - 1] in ".?!…" and len(words) >= 2) or mark.style in ("dash", "block")


_UNEVEN = re.compile(rf"[^\S ]| [ ,.)]|[('] |\[|^ | $|[^ ]{{{_WORD + 1}}}")
"""What of a sentence without quotations is not written for the parser as it is."""


def written_for_parser(flat: str, start: int, end: int, marked: Sequence[Marked]) -> tuple[str, tuple[int, ...]]:
    """The sentence as the parser sees it, and the article's offset of each of its characters.

    Besides masking: spaces are single, none stands after an apostrophe or before a comma or full stop
    (« l' eau , ici . »), and note calls (« [3] ») are left out.
    """
    even = flat[start:end]
    if not any(mark.outer_start < end and mark.outer_end > start for mark in marked) and not _UNEVEN.search(even):
        return even, tuple(range(start, end + 1))
    chars: list[str] = []
    offsets: list[int] = []
    run = [0]

    def put(char: str, at: int) -> None:
        if char.isspace():
            if not chars or chars[-1] in " (" or (chars[-1] == "'" and len(chars) > 1 and chars[-2].isalpha()):
                return
            char = " "
        elif char in ",.)" and chars and chars[-1] == " ":
            chars.pop()
            offsets.pop()
        run[0] = 0 if char == " " else run[0] + 1
        if run[0] > _WORD:
            run[0] = 1
            chars.append(" ")
            offsets.append(at)
        chars.append(char)
        offsets.append(at)

    at = start
    waiting = iter(marked)
    mark = next(waiting, None)
    while at < end:
        while mark is not None and mark.outer_end <= at:
            mark = next(waiting, None)
        if mark is not None and mark.outer_start == at and masked(mark, flat):
            stop = min(mark.outer_end, end)
            if chars and chars[-1].isalnum():
                put(" ", at)
            for n, char in enumerate(MASK):
                put(char, stop - 1 if n == len(MASK) - 1 else mark.outer_start)
            at = stop
            if at < end and flat[at].isalnum():
                put(" ", at)
            continue
        note = re.match(r"\[(?:\d{1,3}|note \d+)\]", flat[at : at + 12]) if flat[at] == "[" else None
        if note:
            at += note.end()
            continue
        edge = mark is not None and (mark.outer_start <= at < mark.start or mark.end <= at < mark.outer_end)
        if not (edge and flat[at] in '«»“”"‹›„'):
            put(flat[at], at)
        elif flat[at] in "«»“”" and chars and chars[-1].isalnum() and flat[at + 1 : at + 2].isalnum():
            put(" ", at)
        at += 1
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return "".join(chars), (*offsets, end)
