"""The line at the bottom that says what a word means, under a rule with its place. Draws what it is given."""

from __future__ import annotations

from textual.strip import Strip

from quiz.tui.frame import column_of
from quiz.tui.layout import Line, Run, clip, run
from quiz.tui.widgets.canvas import Canvas
from quiz.typography import cell_width


class GlossBar(Canvas):
    """Two rows, where the grades stand otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._caption, self._line = "", Line()

    @property
    def shown(self) -> str:
        """What it says, without its looks."""
        return self._line.text

    def show(self, caption: str, line: Line) -> None:
        """Say this of the present word."""
        self._caption, self._line = caption, line
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The rule with its caption, then the word."""
        width = self.size.width
        left, column = column_of(width)
        if y:
            return self.strip(self._line, left, column, width)
        caption = clip(self._caption, column - 6)
        rest = column - cell_width(caption) - 4
        rule = (Run("── ", "rule"), run(caption, "dim"), Run(" " + "─" * max(0, rest), "rule"))
        return self.strip(Line(rule), left, column, width)
