"""The head and the foot of the desk, which are as wide as the list and the page together. They draw what they are
given.
"""

from __future__ import annotations

from quiz.tui.widgets.bars import Foot, Head
from quiz.tui.widgets.cardlist import CardList as CardList
from quiz.tui.widgets.notice import Notice as Notice
from quiz.tui.widgets.notice import column_in


class DeskHead(Head):
    """The head of the desk; `wide` spans both columns."""

    wide = False

    def column_for(self, width: int) -> int:
        """How wide it is in a window `width` cells wide."""
        return column_in(width, wide=self.wide)[1]

    @property
    def column(self) -> tuple[int, int]:
        """The whole width, or the page's."""
        return column_in(self.size.width, wide=self.wide)


class DeskFoot(Foot):
    """The foot of the desk; `wide` spans both columns."""

    wide = False

    @property
    def column(self) -> tuple[int, int]:
        """The whole width, or the page's."""
        return column_in(self.size.width, wide=self.wide)
