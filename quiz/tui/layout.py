"""Paragraphs laid out as lines of a terminal: wrapped where French wraps, roomy where there is room.

Pure: blocks and a size in, lines out. It refuses to know what a colour is (runs name their look) or a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.phrases import unbroken
from quiz.typography import cell_width, safe_text, wrap


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look ("", "dim", "strong", "mark"...: the classes of `app.tcss`)."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph.

    `first` stands left of its first line and `rest` left of the others (as wide as `first`, spaces by default);
    `indent` cells stand left of both. `gap` blank lines go above it when there is room and `tight` when there is not;
    where even that is too much, `keep`, if set, is how many of its lines stay (with `more` at their end), and `brief`,
    if set, is said instead of `runs`. `fixed`: runs that are already a line (a table's row), cut at the edge and never
    wrapped. `pick` numbers what a click or a key can choose; `ground` is the
    look of the band the block stands on ("row", or "chosen" where the cursor is). `anchor` names the block.
    """

    runs: tuple[Run, ...]
    first: tuple[Run, ...] = ()
    rest: tuple[Run, ...] | None = None
    indent: int = 0
    gap: int = 0
    tight: int = 0
    keep: int | None = None
    more: str = " …"
    brief: tuple[Run, ...] | None = None
    fixed: bool = False
    pick: int | None = None
    ground: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to draw. `anchor` names the block it begins, if that block has a name; `margin` is the sign at the
    window's edge, left of the column."""

    runs: tuple[Run, ...] = ()
    pick: int | None = None
    ground: str = ""
    anchor: str = ""
    margin: str = ""

    @property
    def text(self) -> str:
        """What the line reads, without its looks."""
        return "".join(run.text for run in self.runs)


def run(text: str, look: str = "") -> Run:
    """A run of text from anywhere: made safe for a terminal, on one line."""
    return Run(" ".join(safe_text(text).splitlines()).replace("\t", " "), look)


def para(*runs: Run | str, **options: object) -> Block:
    """A block from runs and plain strings."""
    made = tuple(run(part) if isinstance(part, str) else part for part in runs)
    return Block(made, **options)  # type: ignore[arg-type]


def lay_out(blocks: Sequence[Block], width: int, height: int | None = None) -> list[Line]:
    """`blocks` as lines of at most `width` cells. With a `height`, the roomiest of three settings that fits it: gaps as
    asked, gaps tight, and then the blocks that allow it cut short. What still does not fit is longer than `height`."""
    lines = _set(blocks, width, tight=False, short=False)
    if height is not None and len(lines) > height:
        lines = _set(blocks, width, tight=True, short=False)
        if len(lines) > height:
            lines = _set(blocks, width, tight=True, short=True)
    return lines


def cut_to_fit(blocks: Sequence[Block], width: int, height: int, anchor: str) -> Sequence[Block]:
    """`blocks` with the one named `anchor` cut so far that all of them fit into `height` lines, and at least two of its
    lines stay; the same object where nothing need be cut."""
    over = len(lay_out(blocks, width, height)) - height
    if over <= 0:
        return blocks
    lines = next((len(list(_lines_of(block, width))) for block in blocks if block.anchor == anchor), 0)
    if lines <= 2:
        return blocks
    if over > lines - 2:  # no blank lines either
        blocks = [replace(block, tight=0) for block in blocks]
        over = max(1, len(lay_out(blocks, width, height)) - height)
    keep = max(2, lines - over)
    return [replace(block, keep=keep, more=" … Pg↓") if block.anchor == anchor else block for block in blocks]


def _set(blocks: Sequence[Block], width: int, *, tight: bool, short: bool) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if lines:
            lines.extend([Line()] * (block.tight if tight else block.gap))
        if short and block.brief is not None:
            block = replace(block, runs=block.brief)
        made = list(_lines_of(block, width))
        if short and block.keep is not None and len(made) > block.keep:
            made = [*made[: block.keep - 1], _ellipsis(made[block.keep - 1], width, block.more)]
        lines.extend(made)
    return lines


def _lines_of(block: Block, width: int) -> Iterator[Line]:
    pad = Run(" " * block.indent)
    hang = sum(cell_width(part.text) for part in block.first)
    rest = (Run(" " * hang),) if block.rest is None else block.rest
    body = [block.runs] if block.fixed else wrap_runs(block.runs, max(8, width - block.indent - hang))
    for at, runs in enumerate(body):
        lead = block.first if at == 0 else rest
        anchor = block.anchor if at == 0 else ""
        yield Line(tuple(part for part in (pad, *lead, *runs) if part.text), block.pick, block.ground, anchor)


def _ellipsis(line: Line, width: int, more: str) -> Line:
    """The line with `more` at its end, shortened by whole words where that would not fit."""
    runs = list(line.runs)
    while runs and cell_width("".join(part.text for part in runs)) > width - cell_width(more):
        last = runs.pop()
        shorter = last.text.rstrip().rpartition(" ")[0]
        if shorter.strip():
            runs.append(Run(shorter, last.look))
    return Line((*runs, Run(more, runs[-1].look if runs else "")), line.pick, line.ground, line.anchor)


def wrap_runs(runs: Iterable[Run], width: int) -> list[tuple[Run, ...]]:
    """Runs wrapped as one text, at ordinary spaces only, each stretch keeping its look. Where an article has
    an ordinary space inside its guillemets or before a high mark, or a date between its day and its month, no line ends
    there either."""
    text, looks = "", []
    for part in runs:
        for char in part.text:
            if char == " " and text.endswith(" "):
                continue
            text += char
            looks.append(part.look)
    text = unbroken(text)
    lines: list[tuple[Run, ...]] = []
    at = 0
    for line in wrap(text, width):
        start = text.find(line, at)
        at = start + len(line)
        lines.append(_grouped(line, looks[start:at]))
    return lines


def _grouped(text: str, looks: Sequence[str]) -> tuple[Run, ...]:
    runs: list[Run] = []
    begin = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] != looks[begin]:
            runs.append(Run(text[begin:at], looks[begin]))
            begin = at
    return tuple(part for part in runs if part.text)


def clip(text: str, cells: int) -> str:
    """`text` cut to `cells` cells, with an ellipsis where something went."""
    if cell_width(text) <= cells:
        return text
    while text and cell_width(text) > cells - 1:
        text = text[:-1]
    return text.rstrip(" …") + "…" if cells > 0 else ""  # a blank that is shown as "…" is not followed by another


def last_words(text: str, cells: int) -> str:
    """The end of `text` in at most `cells` cells, with an ellipsis where something went."""
    if cell_width(text) <= cells:
        return text
    while text and cell_width(text) > cells - 2:
        text = text.partition(" ")[2]
    return f"… {text}"


def first_words(text: str, cells: int) -> str:
    """The beginning of `text` in at most `cells` cells, by whole words, with an ellipsis where something went."""
    if cell_width(text) <= cells:
        return text
    while text and cell_width(text) > cells - 2:
        text = text.rpartition(" ")[0]
    return f"{text} …"


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """`text` clipped and filled up with spaces to exactly `cells` cells; `right` sets it flush right."""
    text = clip(text, cells)
    blank = " " * (cells - cell_width(text))
    return blank + text if right else text + blank
