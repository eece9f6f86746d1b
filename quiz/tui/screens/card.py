"""One card, whole: what it asks, how well it is known, what was answered, and its sentence in the article. Left and
right lead to its neighbours in the list it was opened from; it closes with the place it has there.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from quiz.study.insight import card_past
from quiz.tui import card_pages, keymap
from quiz.tui.catalog import Catalog, Item
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, Run
from quiz.tui.screens.cardwork import COMMANDS, CardWork
from quiz.tui.widgets.bars import Foot, Head
from quiz.tui.widgets.notice import Notice
from quiz.tui.widgets.sheet import Sheet


class CardScreen(CardWork):
    """A page that scrolls."""

    place: keymap.Place = "card"

    def __init__(self, catalog: Catalog, at: int) -> None:
        super().__init__()
        self.catalog, self._at = catalog, at
        self._english = False

    def compose(self) -> ComposeResult:
        """The frame, and a line for what was done."""
        yield Head()
        yield Sheet(id="sheet")
        yield Notice()
        yield Foot()
        yield Sheet(id="small")

    @property
    def item(self) -> Item | None:
        """The card on the page."""
        cards = self.catalog.in_sight
        return cards[self._at] if 0 <= self._at < len(cards) else None

    @property
    def room(self) -> int:
        """Rows of the page."""
        return max(1, super().room + 2 - self.query_one(Notice).rows)

    def draw(self) -> None:
        """The head and the page."""
        item, more = self.item, self.quiz.more
        if item is None:
            return
        self.query_one(Notice).fit(self.size.width)
        place = more.say("card.place", at=self._at + 1, n=len(self.catalog.in_sight))
        self.query_one(Head).show(Run(more.say("card.title"), "brand"), place)
        past, speech = card_past(self.quiz.history, item.card.id, self.quiz.clock()), self.speech

        def page(width: int) -> Sequence[Block]:
            return card_pages.card_page(self.catalog, item, past, speech, width=width, other=self._english)

        self.sheet.show(page, width=self.size.width, room=self.room, keep_place=True)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say, more = self.words.say, self.quiz.more.say
        scroll = [Hint(say("key.arrows"), say("key.scroll"), "page-down", 1)] if self.sheet.overflows else []
        return [
            *scroll,
            Hint("→", more("key.next"), "next", 4),
            Hint("t", say("key.french" if self.words.lang == "en" else "key.english"), "english", 5),
            *self.card_hints(edit=0, suspend=1, undo=2, bury=3, reset=6, report=7),
            Hint("?", say("key.help"), "help", 2),
            Hint("q", more("key.back"), "leave"),
        ]

    def act(self, command: str) -> None:
        """Do what a key or a click asked for."""
        if command in COMMANDS:
            self.work(command)
        elif command in ("up", "down"):
            self.sheet.scroll_by(1 if command == "down" else -1)
        elif command in ("next", "previous"):
            last = len(self.catalog.in_sight) - 1
            self._at = max(0, min(last, self._at + (1 if command == "next" else -1)))
            self.query_one(Notice).show("")
            self.sheet.scroll_to(0, 0, animate=False)
            self.redraw()
        elif command == "english":
            self._english = not self._english
            self.redraw()
        elif command == "leave":
            self.dismiss(str(self._at))
