"""Figures drawn with characters, by textual-plotext: columns over a ruler, bars lying down, a curve in dots of braille;
and shades from light to dark for a calendar, which it has not.

Pure: numbers in, lines of text out, without colour, so that every theme gives them its own. It refuses to know what the
numbers mean; whoever shows them says so in words. Imported by the pages that draw, and by nothing at the start.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from rich.text import Text
from textual_plotext.plot import Plot

SCALE = 6
"""Cells left of a drawing for its scale."""
SHADES = "·░▒▓█"
"""From nothing to much, to be told apart without colour."""


def columns(
    values: Sequence[float], ruler: Mapping[int, str], *, rows: int, step: int, most: float | None = None
) -> list[str]:
    """A column a value, `step` cells from one to the next, `rows` lines high, over a ruler that names some of them; the
    highest (or `most`) fills them and is named on the left. What is more than nothing is always seen. A column is half
    a line exact: `SCALE + step * len(values)` cells wide, with an axis and the ruler below."""
    top = max(values, default=0) if most is None else most
    wide = max(1, step - 1)
    plot = _plot(SCALE + step * len(values), rows + (2 if ruler else 1))
    # Half a cell is the unit: the columns then stand on whole cells, all of one width.
    middles = [2 * step * at + wide - 0.5 for at in range(len(values))]
    plot.bar(middles, list(values), width=(2 * wide - 1) / (2 * step), marker="hd", minimum=0)
    plot.xlim(0, 2 * step * len(values) - 1)
    plot.ylim(0, top or 1)
    plot.yticks([0, top or 1], [_scale("0"), _scale(_count(top))])
    plot.xticks([2 * step * at for at in ruler], list(ruler.values()))
    return _lines(plot)


def curve(
    values: Sequence[float], scale: Mapping[float, str], ruler: Mapping[int, str], *, cells: int, rows: int
) -> list[str]:
    """A line through `values` as far apart as `cells` allow, with some heights named on the left (the lowest and the
    highest of them are the edges) and some places below: `SCALE + cells` wide, two lines more than `rows`."""
    plot = _plot(SCALE + cells, rows + 2)
    plot.plot(list(range(len(values))), list(values), marker="braille")
    plot.xlim(0, max(1, len(values) - 1))
    plot.ylim(min(scale), max(scale))
    plot.yticks(list(scale), [_scale(label) for label in scale.values()])
    plot.xticks(list(ruler), list(ruler.values()))
    return _lines(plot)


def bars(values: Sequence[float], most: float, cells: int) -> list[str]:
    """A bar lying down a value, one a line; `most` would be `cells` long. What is more than nothing is always seen."""
    plot = _plot(cells, len(values))
    # A bar takes the cell it ends in as well: one cell less is drawn than it is to have, and never quite none.
    unit = (most or 1) / max(1, cells - 1)
    shown = [max(0.1, round(cells * value / most) - 1) * unit if value > 0 else 0 for value in values]
    lines = list(range(len(values)))
    plot.bar(lines[::-1], shown, orientation="horizontal", width=0.1, marker="━", minimum=0)
    plot.xlim(0, most or 1)
    plot.ylim(0, max(1, len(values) - 1))
    plot.xaxes(False, False)
    plot.yaxes(False, False)
    plot.xticks([])
    plot.yticks([])
    return [line.rstrip() for line in _lines(plot)]


def shade(value: float, most: float) -> str:
    """One character for how much of `most` a value is."""
    if value <= 0 or most <= 0:
        return SHADES[0]
    return SHADES[max(1, min(4, ceil(4 * value / most)))]


def _plot(width: int, height: int) -> Plot:
    """An empty drawing of so many cells, with an axis on the left and one below."""
    plot = Plot()
    plot.theme("clear")
    # Plotext cuts a drawing to the terminal it believes to be in; its widget sets the size past that as well.
    plot._set_size(width, height)
    plot.xaxes(True, False)
    plot.yaxes(True, False)
    return plot


def _count(number: float) -> str:
    return f"{round(number)}" if number < 100_000 else f"{round(number / 1000)}k"


def _scale(label: str) -> str:
    return label.rjust(SCALE - 1)


def _lines(plot: Plot) -> list[str]:
    return Text.from_ansi(plot.build()).plain.splitlines()
