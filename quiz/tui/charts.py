"""Figures drawn with characters: a curve in dots of braille, columns in eighths, shades from light to dark.

Pure: numbers in, lines of text out. It refuses to know what the numbers mean; whoever shows them says so in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

EIGHTHS = " ▁▂▃▄▅▆▇█"
SHADES = "·░▒▓█"
"""From nothing to much, to be told apart without colour."""
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a braille cell, from the top row down, left and right."""


def curve(values: Sequence[float | None], rows: int) -> list[str]:
    """A line through `values` (0 to 1, None: nothing there), two to a cell, `rows` cells high. Where two neighbours lie
    apart, the dots between them are drawn too, so that a fall is seen as one."""
    cells = [[0] * ((len(values) + 1) // 2) for _ in range(rows)]
    dots = 4 * rows - 1
    before: int | None = None
    for at, value in enumerate(values):
        if value is None:
            before = None
            continue
        y = round((1 - min(1.0, max(0.0, value))) * dots)
        top, bottom = (y, y) if before is None else (min(y, before), max(y, before))
        if before is not None and top != bottom:
            top, bottom = (top + 1, bottom) if y > before else (top, bottom - 1)
        for dot in range(top, bottom + 1):
            cells[dot // 4][at // 2] |= _DOTS[dot % 4][at % 2]
        before = y
    return ["".join(chr(0x2800 + bits) if bits else " " for bits in row) for row in cells]


def columns(values: Sequence[float], rows: int, most: float | None = None) -> list[str]:
    """A column a value, `rows` lines high; the highest (or `most`) fills them. What is more than nothing is always
    seen."""
    most = max(values, default=0) if most is None else most
    heights = [0 if value <= 0 or most <= 0 else max(1, round(8 * rows * min(1.0, value / most))) for value in values]
    return [
        "".join(EIGHTHS[min(8, max(0, height - 8 * (rows - 1 - row)))] for height in heights) for row in range(rows)
    ]


def bar(value: float, most: float, cells: int) -> str:
    """A bar lying down, at most `cells` long; what is more than nothing is always seen."""
    if value <= 0 or most <= 0:
        return ""
    return "▪" * max(1, round(cells * min(1.0, value / most)))


def shade(value: float, most: float) -> str:
    """One character for how much of `most` a value is."""
    if value <= 0 or most <= 0:
        return SHADES[0]
    return SHADES[max(1, min(4, ceil(4 * value / most)))]
