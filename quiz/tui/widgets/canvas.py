"""What the drawing widgets share: the looks of the text, and how a laid-out line becomes a strip of cells.

Segments are built directly, so nothing a deck says is ever read as markup. It refuses to know what is drawn.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quiz.tui.layout import Line
from quiz.typography import cell_width

LOOKS = (
    "answer", "answer-diff", "asked", "bad", "bar", "blank", "brand", "choice", "context", "cursor", "dim", "english",
    "evidence", "figure", "filled", "given-diff", "good", "heading", "hint", "hot", "key", "label", "mark", "meter",
    "near", "note", "question", "rule", "source", "strong", "struck", "topic",
)  # fmt: skip


class Canvas(ScrollView, can_focus=False):
    """A widget that draws lines of runs. Its looks are component classes, given their colours in `app.tcss`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"look--{look}" for look in LOOKS} | {"look--chosen", "look--row"}
    ALLOW_SELECT = False
    ALLOW_MAXIMIZE = False

    def look(self, name: str) -> Style:
        """The style of a look, to lay over the widget's own."""
        return self.get_component_rich_style(f"look--{name}", partial=True) if name else Style.null()

    def strip(self, line: Line | None, left: int, column: int, width: int) -> Strip:
        """A line drawn at `left` in `width` cells; one with a ground is banded over its whole `column`."""
        base = self.rich_style
        if line is None or not line.runs:
            return Strip.blank(width, base)
        inner = base + self.look(line.ground) if line.ground else base
        segments = [Segment(" " * left, base)]
        used = 0
        for run in line.runs:
            segments.append(Segment(run.text, inner + self.look(run.look)))
            used += cell_width(run.text)
        if column > used:
            segments.append(Segment(" " * (column - used), inner))
        return Strip(segments).adjust_cell_length(width, base)
