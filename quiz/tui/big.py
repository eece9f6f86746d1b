"""Text in big letters: a letter is three cells wide and four lines high, for eyes that want it so.

Pure: text in, lines of block characters out. A text with a letter that is not drawn here stays as it was.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from quiz.tui.layout import Block, Run, lay_out
from quiz.typography import wrap

Glyph = tuple[str, ...]
WIDE, HIGH = 3, 4
"""Cells a letter takes, the gap beside it included."""
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By which of its four quarters are filled: top left 1, top right 2, bottom left 4, bottom right 8."""
_MARGIN = "   "
_MARKS = {"\u0301": "acute", "\u0300": "grave", "\u0302": "circumflex", "\u0308": "diaeresis", "\u0303": "tilde"}
_OVER_CAPITALS = {"acute": "...#.", "grave": ".#...", "circumflex": "..#..", "diaeresis": ".#.#.", "tilde": ".##.#"}
_ALIKE = {"’": "'", "‘": "'", "“": '"', "”": '"', "—": "–", "‑": "-", "\u00a0": " ", "\u202f": " "}


@cache
def _drawn() -> dict[str, Glyph]:
    """The letters of `letters.txt`."""
    path = Path(__file__).with_name("letters.txt")
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# "))
    return {name: tuple(rows) for name, *rows in lines}


@cache
def glyph(char: str) -> Glyph | None:
    """Eight rows of five dots; None where the letter is not drawn."""
    drawn = _drawn()
    char = _ALIKE.get(char, char)
    if char == " ":
        return (".....",) * 8
    if char in drawn and len(char) == 1:
        return drawn[char]
    base, *marks = list(unicodedata.normalize("NFD", char))
    if len(marks) != 1 or base not in drawn:
        return None
    rows = list(drawn[base])
    if marks[0] == "\u0327":
        return (*rows[:7], drawn["cedilla"][0])
    if marks[0] not in _MARKS:
        return None
    over = drawn[_MARKS[marks[0]]]
    if base.isupper():  # a capital makes room for its mark by a row
        return (_OVER_CAPITALS[_MARKS[marks[0]]], rows[0], *rows[2:])
    return (*over, *rows[2:])


def big_lines(text: str, cells: int) -> list[str] | None:
    """The text in big letters, lines of at most `cells` cells, `HIGH` of them to a line of text; None where it cannot
    be written so."""
    text = " ".join(text.split(" "))
    lines: list[str] = []
    for line in wrap(text, max(2, cells // WIDE)):
        glyphs = [glyph(char) for char in line]
        if any(one is None for one in glyphs):
            return None
        for top in range(0, 8, 2):
            drawn = ""
            for one in glyphs:
                assert one is not None
                upper, lower = one[top] + ".", one[top + 1] + "."
                for left in range(0, 6, 2):
                    dots = (upper[left], upper[left + 1], lower[left], lower[left + 1])
                    drawn += _QUARTERS[sum(bit << at for at, bit in enumerate(dot == "#" for dot in dots))]
            lines.append(drawn.rstrip())
    return lines


def projected(blocks: Sequence[Block], width: int, room: int) -> list[Block]:
    """A page for the back row: question and choices in big letters where all of it fits, else the question alone, else
    as it was."""
    page: list[Block] = []
    for block in blocks:
        page += (block.ground == "row" and _big_row(block, width)) or [block]
    larger = enlarged(page, width, room)
    if len(larger) > len(page) > len(blocks):
        return larger
    return enlarged(blocks, width, room)


def _big_row(block: Block, width: int) -> list[Block]:
    """A choice in big letters, a block to each line; [] for one that cannot be, or is struck out."""
    if any(run.look == "struck" for run in block.runs):
        return []
    text = "".join(run.text for run in (*block.first, *block.runs))
    lines = big_lines(" ".join(text.split()), width - len(_MARGIN)) or []
    first = replace(block, runs=(Run(_MARGIN), Run(lines[0], "big")), first=(), fixed=True, tight=0) if lines else None
    return [] if first is None else [
        first, *(replace(first, runs=(Run(_MARGIN), Run(line, "big")), gap=0) for line in lines[1:])
    ]  # fmt: skip


def enlarged(blocks: Sequence[Block], width: int, room: int) -> list[Block]:
    """A page with its question in big letters, where the whole page still fits; else as it was."""
    for at, block in enumerate(blocks):
        if block.anchor == "question":
            lines = big_lines("".join(run.text for run in block.runs), width)
            if lines is None:
                break
            first = Block((Run(lines[0], "big"),), fixed=True, gap=block.gap, tight=block.tight, anchor="question")
            rest = [replace(first, runs=(Run(line, "big"),), gap=0, tight=0, anchor="") for line in lines[1:]]
            page = [*blocks[:at], first, *rest, *blocks[at + 1 :]]
            if len(lay_out(page, width, room)) <= room:
                return page
    return list(blocks)
