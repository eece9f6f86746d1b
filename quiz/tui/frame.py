"""Where things stand on every screen: the text column, the head, the foot, and the rows left for the page between.

Pure, so that a screen can be drawn before Textual is there (`early`) and lands on the same cells afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.tui.layout import Line, Run, pad
from quiz.typography import cell_width

COLUMN = 88
"""Cells of the text column at most: longer lines are hard to read."""
SMALLEST = (40, 12)
"""Columns and rows below which a question cannot be read."""
FRAME = 7
"""Rows that are not the page: the head (2), the air under it (1), the grades (2) and the foot with air above it (2)."""
LOW = 18
"""Rows below which every row counts: fields have no frame."""
TALL = 32
"""Rows from which there is air at the top and the bottom of the window, too."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key that works now: what is printed on it, what it does in words, the command it stands for, and how soon it
    makes way when the line is too short (0: never)."""

    key: str
    label: str
    command: str
    spare: int = 0

    @property
    def cells(self) -> int:
        """How wide it is drawn."""
        return cell_width(f"{self.key} {self.label}")


def column_of(width: int) -> tuple[int, int]:
    """Where the text column begins and how wide it is, on a screen `width` cells wide."""
    column = max(8, min(COLUMN, width - 4))
    return max(0, (width - column) // 2), column


def room_of(height: int) -> int:
    """Rows the page may take in a window `height` rows high."""
    return max(1, height - FRAME - (2 if height >= TALL else 0))


def air_of(height: int) -> int:
    """Empty rows above the page where the window is tall, so that the text does not cling to its top."""
    return max(0, min(10, (height - 24) // 3))


def too_small(width: int, height: int) -> bool:
    """Whether the window cannot hold a question."""
    return width < SMALLEST[0] or height < SMALLEST[1]


def margin_mark(y: int, top: int, room: int, length: int) -> str:
    """The arrow at row `y` of a page's window where the page, `length` lines of which those from `top` are in sight,
    goes on out of sight: on the first row, or the last."""
    if y == room - 1 and top + room < length:
        return "↓"
    return "↑" if y == 0 and top > 0 else ""


def head_lines(left: Run, right: Run, share: float, column: int) -> tuple[Line, Line]:
    """A title and a place, and a rule of which `share` (0 to 1) is filled."""
    title = pad(left.text, max(0, column - cell_width(right.text) - 2))
    full = round(column * max(0.0, min(1.0, share)))
    rule = (Run("━" * full, "meter"), Run("─" * (column - full), "rule"))
    return Line((Run(title, left.look), Run("  "), right)), Line(rule)


def foot_line(hints: Sequence[Hint], column: int) -> tuple[Line, list[tuple[int, int, str]]]:
    """The keys, the spare ones gone first where there is no room; and where each stands (start, end, command)."""
    kept = list(hints)
    gap = 3 if _length(kept, 3) <= column else 2
    while _length(kept, gap) > column and any(hint.spare for hint in kept):
        kept.remove(max(kept, key=lambda hint: hint.spare))
    runs: list[Run] = []
    places: list[tuple[int, int, str]] = []
    at = 0
    for hint in kept:
        runs += [Run(hint.key, "key"), Run(f" {hint.label}", "dim"), Run(" " * gap)]
        places.append((at, at + hint.cells, hint.command))
        at += hint.cells + gap
    return Line(tuple(runs)), places


def _length(hints: Sequence[Hint], gap: int) -> int:
    return sum(hint.cells for hint in hints) + gap * (len(hints) - 1)
