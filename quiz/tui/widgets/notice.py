"""A line below a page for what has just happened. It draws what it is given and refuses to know what that was."""

from __future__ import annotations

from textual.strip import Strip

from quiz.tui.frame import column_of
from quiz.tui.layout import Line, Run, clip, run
from quiz.tui.widgets.canvas import Canvas
from quiz.typography import wrap

MARGIN = 2


def column_in(width: int, *, wide: bool) -> tuple[int, int]:
    """Where a bar begins and how wide it is: as the text column, or (`wide`) over the whole window."""
    return (MARGIN, max(8, width - 2 * MARGIN)) if wide else column_of(width)


class Notice(Canvas):
    """What has just happened, on one line, or on as many as it takes."""

    wide = False
    MOST = 3

    def __init__(self) -> None:
        super().__init__()
        self._said = Run("")
        self._lines: list[str] = [""]

    @property
    def text(self) -> str:
        """What it says."""
        return self._said.text

    @property
    def rows(self) -> int:
        """How many lines it takes."""
        return len(self._lines)

    def show(self, text: str, look: str = "dim") -> None:
        """Say this instead of what it said."""
        self._said = run(text, look)
        self.refresh()

    def fit(self, width: int) -> None:
        """Lay what it says out for a window `width` cells wide."""
        _, column = column_in(width, wide=self.wide)
        lines = wrap(self._said.text, column)
        self._lines = [*lines[: self.MOST - 1], clip(" ".join(lines[self.MOST - 1 :]), column)][: len(lines)]
        if self.styles.height is None or self.styles.height.value != self.rows:
            self.styles.height = self.rows
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        left, column = column_in(self.size.width, wide=self.wide)
        text = self._lines[y] if y < len(self._lines) else ""
        return self.strip(Line((Run(text, self._said.look),)), left, column, self.size.width)
