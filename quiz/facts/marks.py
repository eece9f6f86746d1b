"""Finds the stretches of a text that stand between quotation marks, whatever the marks and however badly they pair up.

Knows marks and blocks, not speakers: whether a stretch is speech, a title or a word held with tongs is decided in
`quotations`. Where a mark is missing its partner, the partner's place is guessed and the stretch is not `certain`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.articles.article import Block
from quiz.facts.speech import find_incise

Style = Literal["guillemets", "curly", "straight", "single", "dash", "block"]

OPENERS = {"«": "guillemets", "“": "curly", "„": "curly", "‹": "single"}
CLOSERS = {"»": "guillemets", "”": "curly", "›": "single"}
_FAR_BACK = 3000
"""Characters over which a missing opening mark is looked for."""
_LOOK_AHEAD = 5
"""Blocks a quotation of several paragraphs may run over."""


@dataclass(frozen=True, slots=True)
class Marked:
    """`text[start:end]` are the words, trimmed; `text[outer_start:outer_end]` holds their marks too."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    style: Style
    certain: bool = True


@dataclass(slots=True)
class _Open:
    at: int
    style: str


@dataclass(slots=True)
class _Pair:
    """Marks at `start` and `stop` (both offsets of a mark); `depth` 0 stands inside no other pair."""

    start: int
    stop: int
    style: str
    depth: int
    certain: bool = True
    opened: bool = True
    closed: bool = True


def find_marked(text: str, blocks: Sequence[Block]) -> tuple[Marked, ...]:
    """All marked stretches outside one another, in text order. Headings and furniture are read too."""
    found: list[Marked] = []
    skip_to = 0
    for number, block in enumerate(blocks):
        start = max(block.start, skip_to)
        if start >= block.end:
            continue
        pairs, still_open = _pairs(text, start, block.end)
        if still_open is not None:
            across = _close_later(text, blocks, number, still_open)
            pairs = [pair for pair in pairs if pair.stop < still_open.at] + (
                [across] if across else _guess_end(text, still_open, block.end, pairs)
            )
            if across:
                skip_to = across.stop + 1
                reached = next(b for b in blocks if b.start <= across.stop < b.end)
                more, _ = _pairs(text, skip_to, reached.end)
                pairs += more
                skip_to = reached.end
        elif not pairs:
            pairs = _dialogue(text, block)
        found += [_marked(text, pair) for pair in pairs if pair.depth == 0]
        if not pairs and block.kind == "blockquote" and not re.match(r"[—–-]", text[block.start :]):
            found.append(_trimmed(text, block.start, block.end, block.start, block.end, "block", True))
    out: list[Marked] = []
    for mark in sorted((m for m in found if m.end > m.start), key=lambda m: (m.outer_start, -m.outer_end)):
        if not out or mark.outer_start >= out[-1].outer_end:
            out.append(mark)
    return tuple(out)


def marks_in(marked: Sequence[Marked], start: int, end: int) -> Sequence[Marked]:
    """The stretches that overlap `start` to `end`, of stretches in text order that do not overlap one another."""
    first = bisect_right(marked, start, key=lambda m: m.outer_end)
    after = bisect_left(marked, end, key=lambda m: m.outer_start)
    return marked[first : max(first, after)]


def _marked(text: str, pair: _Pair) -> Marked:
    start = pair.start + 1 if pair.opened else pair.start
    outer_end = pair.stop + 1 if pair.closed else pair.stop
    style: Style = pair.style  # type: ignore[assignment]
    return _trimmed(text, start, pair.stop, pair.start, outer_end, style, pair.certain)


def _trimmed(text: str, start: int, end: int, outer_start: int, outer_end: int, style: Style, certain: bool) -> Marked:
    while start < end and (text[start].isspace() or text[start] in "«“”»"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",«“"):
        end -= 1
    return Marked(start, end, outer_start, outer_end, style, certain)


def _side(text: str, at: int, start: int, end: int) -> str:
    """Which way a straight mark faces, by its neighbours: "open", "close", "either", or "none" where it is no mark.

    « un écran de 27" », « l"eau » : after a digit it counts inches or seconds, between letters it is a slip.
    """
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return "none"
    space_before = before.isspace() or before in "([{«“'’-–—/"
    space_after = after.isspace() or after in ")]}.,;:!?…»”-–—/"
    if before.isdigit():
        return "close-or-inch"
    if space_before and not space_after:
        return "open"
    if space_after and not space_before:
        return "close"
    return "either"


def _pairs(text: str, start: int, end: int) -> tuple[list[_Pair], _Open | None]:
    """The pairs of one block, and the outermost mark that the block leaves open."""
    pairs: list[_Pair] = []
    stack: list[_Open] = []
    for at in range(start, end):
        char = text[at]
        if char in OPENERS:
            if not (stack and text[stack[-1].at + 1 : at].strip() == "" and stack[-1].style == OPENERS[char]):
                stack.append(_Open(at, OPENERS[char]))
        elif char in CLOSERS:
            _close(text, start, at, CLOSERS[char], stack, pairs)
        elif char == '"':
            _straight(text, start, end, at, stack, pairs)
        elif char == "‘" and _single_closes(text, at, end) and not (at > start and text[at - 1].isalnum()):
            stack.append(_Open(at, "single"))
        elif char == "’" and stack and stack[-1].style == "single" and not text[at + 1 : at + 2].isalnum():
            _close(text, start, at, "single", stack, pairs)
    if not stack:
        return pairs, None
    if stack[0].style == "straight" and not any(text[o.at] in OPENERS for o in stack):
        return pairs, (stack[0] if len(text[stack[0].at : end].split()) >= 5 else None)
    outer = next(o for o in stack if o.style != "straight")
    for pair in pairs:
        if pair.start > outer.at:
            pair.depth = max(0, pair.depth - 1)
    return pairs, outer


def _single_closes(text: str, at: int, end: int) -> bool:
    """Does a ‘ stand for a quotation mark? Only where a ’ that no letter follows closes it soon."""
    return re.match(r"‘[^‘«»“”\n]{2,400}?[\w.!?…]’(?!\w)", text[at:end]) is not None


def _close(text: str, start: int, at: int, style: str, stack: list[_Open], pairs: list[_Pair]) -> None:
    same = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].style == style), None)
    if same is None and stack and stack[-1].style in ("guillemets", "curly"):
        same = len(stack) - 1
    if same is not None:
        opened = stack[same]
        del stack[same:]
        pairs.append(_Pair(opened.at, at, opened.style, depth=len(stack)))
        return
    if stack or style == "single":
        return
    floor = _floor(start, pairs)
    if at - floor > _FAR_BACK or (not text[floor:at].strip(" .,;…!?»”") and pairs):
        return
    colon = text.rfind(": ", floor, at)
    guess = colon + 1 if colon >= 0 else floor if floor == start else None
    if guess is not None:
        pairs.append(_Pair(guess, at, style, depth=0, certain=False, opened=False))


def _floor(start: int, pairs: Sequence[_Pair]) -> int:
    """Where the last pair outside others ends; pairs stand in the order of their closing marks."""
    return next((pair.stop + 1 for pair in reversed(pairs) if pair.depth == 0), start)


def _straight(text: str, start: int, end: int, at: int, stack: list[_Open], pairs: list[_Pair]) -> None:
    side = _side(text, at, start, end)
    opened = bool(stack) and stack[-1].style == "straight"
    if side == "none" or (side == "close-or-inch" and not opened):
        return
    if opened and side != "open":
        mark = stack.pop()
        pairs.append(_Pair(mark.at, at, "straight", depth=len(stack)))
    elif opened:
        stack[-1] = _Open(at, "straight")
    elif side in ("open", "either"):
        stack.append(_Open(at, "straight"))
    elif not stack:
        floor = max(_floor(start, pairs), at - _FAR_BACK)
        colon = text.rfind(": ", floor, at)
        if colon >= 0:
            pairs.append(_Pair(colon + 1, at, "straight", depth=0, certain=False, opened=False))


def _close_later(text: str, blocks: Sequence[Block], number: int, opened: _Open) -> _Pair | None:
    """The mark that closes a quotation of several paragraphs; each of them may begin with its own opening mark."""
    if opened.style == "single":
        return None
    for later in range(number + 1, min(number + _LOOK_AHEAD, len(blocks))):
        block = blocks[later]
        if block.kind in ("heading", "title", "byline"):
            return None
        for at in range(block.start, block.end):
            char = text[at]
            if char in OPENERS and OPENERS[char] == opened.style and text[block.start : at].strip():
                return None
            closes = CLOSERS.get(char) == opened.style
            if opened.style == "straight" and char == '"' and text[block.start : at].strip():
                if _side(text, at, block.start, block.end) == "open":
                    return None
                closes = True
            if closes and text[block.start : at].strip():
                return _Pair(opened.at, at, opened.style, depth=0)
    return None


def _guess_end(text: str, opened: _Open, end: int, pairs: Sequence[_Pair]) -> list[_Pair]:
    """Where a quotation that nothing closes ends: before the next one, before an inserted clause, else with its block.

    « Il y a de l'espoir. Qu'en faire ? il a insisté.
    """
    inner = [pair for pair in pairs if pair.start > opened.at]
    stop = min([end] + [pair.start for pair in inner])
    incise = find_incise(text, opened.at, stop)
    at = stop if incise is None else incise + (1 if text[incise] in "?!.…" else 0)
    guess = _Pair(opened.at, at, opened.style, depth=0, certain=False, closed=False)
    return ([guess] if opened.style != "straight" else []) + inner


def _dialogue(text: str, block: Block) -> list[_Pair]:
    """— Nous partirons à l'aube, répond-elle. : a paragraph that begins with a dash and holds an inserted clause."""
    lead = re.match(r"[—–]\s+(?=\w)", text[block.start : block.end])
    if lead is None:
        return []
    incise = find_incise(text, block.start + lead.end(), block.end)
    if incise is None:
        return []
    stop = incise + (1 if text[incise] in "?!.…" else 0)
    return [_Pair(block.start, stop, "dash", depth=0, certain=False, closed=False)]
