"""The frame of every screen: a head that says where one is, a foot that says which keys work now, the grades.

All three draw what they are given and report clicks. They refuse to know what a key does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from quiz.tui.frame import Hint as Hint
from quiz.tui.frame import column_of, foot_line, head_lines
from quiz.tui.layout import Line, Run, clip, run
from quiz.tui.widgets.canvas import Canvas
from quiz.typography import cell_width


class Head(Canvas):
    """Two lines: a title and a place, and a rule that fills as the session goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right, self._share = Run(""), Run(""), 0.0

    @property
    def column(self) -> tuple[int, int]:
        """Where the head begins and how wide it is: as the page below it."""
        return column_of(self.size.width)

    def show(self, left: Run, right: str, share: float = 0.0) -> None:
        """`left` and `right` end the first line; `share` (0 to 1) of the rule is filled."""
        self._left, self._right, self._share = left, run(right, "dim"), share
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The title line, or the rule."""
        left, column = self.column
        lines = head_lines(self._left, self._right, self._share, column)
        return self.strip(lines[min(y, 1)], left, column, self.size.width)


class Foot(Canvas):
    """One line of keys, each of which can be clicked; the spare ones go first where there is no room."""

    @dataclass
    class Pressed(Message):
        """A key in the foot was clicked."""

        command: str

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[Hint, ...] = ()
        self._places: list[tuple[int, int, str]] = []

    @property
    def column(self) -> tuple[int, int]:
        """Where the foot begins and how wide it is: as the page above it."""
        return column_of(self.size.width)

    def show(self, hints: Sequence[Hint]) -> None:
        """Draw these keys."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The keys, as many as fit."""
        del y
        left, column = self.column
        line, self._places = foot_line(self._hints, column)
        return self.strip(line, left, column, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does."""
        for start, end, command in self._places:
            if start <= event.x - self.column[0] < end:
                self.post_message(self.Pressed(command))


class Grades(Canvas):
    """A rule that says when the card comes back, and the four grades with the wait each gives, the one in force marked.
    Empty while there is nothing to grade."""

    @dataclass
    class Pressed(Message):
        """A grade was clicked."""

        rating: int

    def __init__(self) -> None:
        super().__init__()
        self._caption = ""
        self._cells: tuple[tuple[str, str], ...] = ()
        self._current = 0

    def show(self, caption: str, cells: Sequence[tuple[str, str]] = (), current: int = 0) -> None:
        """`cells` are the four grades in words with the wait of each, `current` is 1 to 4; no caption empties the
        widget. Where there is no room, only the grade in force is named."""
        if (caption, tuple(cells), current) != (self._caption, self._cells, self._current):
            self._caption, self._cells, self._current = caption, tuple(cells), current
            self.refresh()

    @property
    def _texts(self) -> list[str]:
        """The cells as they are drawn: a name and a wait, or less where that is too wide."""
        _, column = column_of(self.size.width)
        whole = [f"{name} {wait}" for name, wait in self._cells]
        waits = [text if at == self._current else self._cells[at - 1][1] for at, text in enumerate(whole, start=1)]
        bare = [wait for _, wait in self._cells]
        for texts in (whole, waits):
            if sum(cell_width(text) + 4 for text in texts) - 1 <= column:
                return texts
        return bare

    def _starts(self) -> list[int]:
        """Where each cell begins in the column."""
        _, column = column_of(self.size.width)
        lengths = [cell_width(text) + 3 for text in self._texts]
        gap = max(1, min(5, (column - sum(lengths)) // max(1, len(lengths) - 1)))
        return [sum(lengths[:at]) + gap * at for at in range(len(lengths))]

    def render_line(self, y: int) -> Strip:
        """The rule with its caption, then the grades."""
        width = self.size.width
        left, column = column_of(width)
        if not self._caption:
            return Strip.blank(width, self.rich_style)
        if y == 0:
            caption = clip(self._caption, column - 6)
            rest = column - cell_width(caption) - 4
            rule = (Run("── ", "rule"), run(caption, "dim"), Run(" " + "─" * max(0, rest), "rule"))
            return self.strip(Line(rule), left, column, width)
        runs: list[Run] = []
        at = 0
        for rating, (start, text) in enumerate(zip(self._starts(), self._texts, strict=True), start=1):
            on = rating == self._current
            runs += [Run(" " * (start - at)), Run("▸" if on else " ", "cursor"), Run(str(rating), "key")]
            runs.append(Run(f" {text}", "hot" if on else "dim"))
            at = start + 3 + cell_width(text)
        return self.strip(Line(tuple(runs)), left, column, width)

    def on_click(self, event: events.Click) -> None:
        """A click on a grade gives it."""
        left, _ = column_of(self.size.width)
        for rating, (start, text) in enumerate(zip(self._starts(), self._texts, strict=True), start=1):
            if start <= event.x - left < start + 3 + cell_width(text):
                self.post_message(self.Pressed(rating))
