"""What the drawing widgets share: how a laid-out line becomes a strip of cells in the colours of the theme.

Segments are built directly, so nothing a deck says is ever read as markup. It refuses to know what is drawn.
"""

from __future__ import annotations

from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.tui.layout import Line
from quiz.tui.looks import DARK, LOOKS, PALETTES
from quiz.typography import cell_width


@cache
def style_of(theme: str, name: str) -> Style:
    """A look in a theme's colours, to lay over what is there."""
    look, colors = LOOKS[name], PALETTES.get(theme, PALETTES[DARK])
    return Style(
        color=colors[look.color] if look.color else None,
        bgcolor=colors[look.ground] if look.ground else None,
        bold=look.bold or None,
        italic=look.italic or None,
        underline=look.underline or None,
        strike=look.strike or None,
    )


class Canvas(ScrollView, can_focus=False):
    """A widget that draws lines of runs."""

    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False

    def strip(self, line: Line | None, left: int, column: int, width: int) -> Strip:
        """A line drawn at `left` in `width` cells; one with a ground is banded over its whole `column`."""
        base = self.rich_style
        if line is None or not line.runs:
            return Strip.blank(width, base)
        theme = self.app.theme
        inner = base + style_of(theme, line.ground) if line.ground else base
        segments = [Segment(" " * left, base)]
        used = 0
        for run in line.runs:
            segments.append(Segment(run.text, inner + style_of(theme, run.look)))
            used += cell_width(run.text)
        if column > used:
            segments.append(Segment(" " * (column - used), inner))
        return Strip(segments).adjust_cell_length(width, base)
