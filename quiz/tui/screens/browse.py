"""All cards of the decks in one list: searched as one types, filtered, each to be opened, put aside, corrected.

It turns keys into what the catalogue and the deeds do. Ten thousand cards cost it no more than those in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets._input import Input

from quiz.tui import browse_pages as pages
from quiz.tui import frame, keymap
from quiz.tui.catalog import ORDERS, Catalog, Item, Moment
from quiz.tui.deeds import Deed
from quiz.tui.frame import TALL, Hint
from quiz.tui.layout import Block, para, run
from quiz.tui.screens.cardwork import COMMANDS, CardWork
from quiz.tui.widgets.answer import Line
from quiz.tui.widgets.bars import Foot, Head
from quiz.tui.widgets.cardlist import CardList
from quiz.tui.widgets.notice import Notice
from quiz.tui.widgets.sheet import Sheet

_SOON = 0.2
"""Seconds after the first page, which reads its own cards, until all of them are read."""
_BRIEF = 3
"""Rows for the card under the cursor in short."""
_FRAME = 5 + _BRIEF + 1
"""Rows that are not the list: the head and the air under it (3), the notice and the foot (2), the brief and its air."""


class BrowseScreen(CardWork):
    """The list; Enter opens a card."""

    place: keymap.Place = "browse"

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def compose(self) -> ComposeResult:
        """The frame, the list, the card in short, and the field for a search."""
        yield Head()
        with Horizontal(id="columns"):
            yield CardList(id="cards")
        yield Sheet(id="sheet")
        yield Notice()
        yield Line(placeholder=self.quiz.more.say("seek.placeholder"), select_on_focus=False, id="seek")
        yield Foot()
        yield Sheet(id="small")

    def on_mount(self) -> None:
        """Read how the cards stand; the field is away until it is asked for."""
        app, now = self.quiz, self.quiz.clock()
        moment = Moment(app.history.today(now), app.history.today_ends(now))
        self.catalog = Catalog(app.decks, app.history.standings(), moment)
        # By the time something is searched for, all cards are there.
        self.call_after_refresh(lambda: self.set_timer(_SOON, self.catalog.read))
        field = self.query_one("#seek", Line)
        field.cursor_blink = False
        field.disabled = True
        field.display = False

    def on_screen_resume(self) -> None:
        """A card may have been changed on its own page."""
        self.renew()
        super().on_screen_resume()

    @property
    def item(self) -> Item | None:
        """The card under the cursor."""
        cards = self.catalog.in_sight
        return cards[self._at] if 0 <= self._at < len(cards) else None

    @property
    def room(self) -> int:
        """Rows of the list."""
        more = self.query_one(Notice).rows - 1
        return max(3, self.size.height - _FRAME - more - (2 if self.size.height >= TALL else 0))

    # Showing

    def draw(self) -> None:
        """The head, the list and the card in short."""
        width = self.size.width
        left, column = frame.column_of(width)
        notice = self.query_one(Notice)
        notice.fit(width)
        self._draw_head()
        speech, catalog, here = self.speech, self.catalog, self._at
        cards = catalog.in_sight
        box, listed = self.query_one("#columns"), self.query_one(CardList)
        box.styles.height = self.room
        box.styles.margin = (0, 0, 1, left)
        box.styles.width = column + 1
        field = self.query_one("#seek", Line)
        field.styles.margin = (0, 0, 2 if self.size.height >= TALL else 1, left)
        field.styles.width = column
        listed.show(
            lambda at: pages.row(catalog, cards[at], speech, here=at == here, width=column),
            count=len(cards),
            cursor=here,
            width=column,
            room=self.room,
        )
        self.sheet.show(self._brief, width=width, room=_BRIEF)

    def _draw_head(self) -> None:
        more, catalog = self.quiz.more, self.catalog
        named = [
            pages.value_name(dimension, value, self.quiz.decks, self.speech)
            for dimension, value in catalog.chosen.items()
        ]
        named += [more.say("sought", what=catalog.sought)] if catalog.sought else []
        shown, total = len(catalog.in_sight), len(catalog)
        count = more.say("count", n=total) if shown == total else more.say("count-of", n=shown, total=total)
        parts = named or [more.say("browse.title")]
        title = " · ".join(parts if catalog.order == "deck" else [*parts, more.say(f"sort.{catalog.order}")])
        look = "strong" if named else "brand"
        self.query_one(Head).show(run(title, look), count, shown / total if total and shown < total else 0.0)

    def _brief(self, _width: int) -> Sequence[Block]:
        item = self.item
        if item is None:
            return [para(run(self.quiz.more.say("browse.none" if len(self.catalog) else "browse.empty")))]
        return pages.brief(item, self.quiz.history.memory(item.id), self.speech)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say, more = self.words.say, self.quiz.more.say
        if self.place == "seek":
            return [
                Hint(say("key.enter"), more("key.keep"), "keep"),
                Hint("↑ ↓", more("key.move"), "down"),
                Hint("F3", more("key.filter"), "filter"),
                Hint(say("key.escape"), more("key.clear"), "clear"),
            ]
        return [
            Hint(say("key.enter"), more("key.card"), "go"),
            Hint("/", more("key.seek"), "seek"),
            Hint("f", more("key.filter"), "filter", 1),
            *self.card_hints(edit=3, suspend=4, undo=5, bury=6, reset=7, report=8),
            Hint("o", more("key.sort"), "sort", 9),
            Hint("?", say("key.help"), "help", 2),
            Hint("q", say("key.home"), "leave"),
        ]

    # Keys

    def act(self, command: str) -> None:
        """Do what a key or a click asked for."""
        if command in COMMANDS:
            self.work(command)
        elif command in ("down", "up"):
            self.go(self._at + (1 if command == "down" else -1))
        elif command == "go":
            self._open()
        elif command == "filter":
            self._filter()
        elif command == "sort":
            self._sort()
        elif command == "seek":
            self._seek()
        elif command == "keep":
            self._close_field()
        elif command == "clear":
            self._clear()
        elif command == "leave":
            self._leave()

    def command(self, command: str) -> None:
        """As everywhere; but a page and the ends are the list's."""
        steps = {"page-up": -self.room, "page-down": self.room, "top": -len(self.catalog), "bottom": len(self.catalog)}
        if command in steps and not self.hidden:
            self.go(self._at + steps[command])
        else:
            super().command(command)

    def key(self, event: events.Key) -> None:
        """As everywhere; a letter that comes here while something is searched for was typed before the field was."""
        if self.place == "seek" and event.is_printable and event.character and not self.hidden:
            event.stop()
            self.query_one("#seek", Line).insert_text_at_cursor(event.character)
        else:
            super().key(event)

    def go(self, at: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        self._at = max(0, min(len(self.catalog.in_sight) - 1, at))
        self.query_one(Notice).show("")
        self.redraw()

    @on(CardList.Picked)
    def _row_picked(self, event: CardList.Picked) -> None:
        event.stop()
        if event.at == self._at:
            self._open()
        else:
            self.go(event.at)

    def went(self, deed: Deed) -> None:
        """Put the cursor on the card something was done to, wherever it is."""
        at = self.catalog.place(deed.item.id)
        self._at = at if at >= 0 else self._at

    def _open(self) -> None:
        if self.item is not None:
            from quiz.tui.screens.card import CardScreen

            self.app.push_screen(CardScreen(self.catalog, self._at), self._came_back)

    def _came_back(self, at: str | None) -> None:
        self.go(int(at or self._at))

    def _leave(self) -> None:
        """First what is searched for goes, then the filters, then the screen."""
        if not self.catalog.clear():
            self.dismiss("home")
            return
        self.go(0)

    # What is in sight

    def _filter(self) -> None:
        from quiz.tui.desk.panel import Panel

        rows, speech, decks = pages.choices(self.catalog), self.speech, self.quiz.decks
        chosen = dict(self.catalog.chosen)

        def picked(at: int | None) -> None:
            if at is not None:
                self._keeping(lambda: self.catalog.choose(rows[at][0], rows[at][1]))

        page = lambda cursor: pages.filter_page(rows, chosen, cursor, decks, speech)  # noqa: E731
        self.app.push_screen(Panel(page, rows=len(rows)), picked)

    def _sort(self) -> None:
        """The next order, from its first card, and its name."""
        following = ORDERS[(ORDERS.index(self.catalog.order) + 1) % len(ORDERS)]
        self.catalog.sort(following, self.quiz.history.stabilities())
        self.go(0)
        self.say(self.quiz.more.say("sort.said", order=self.quiz.more.say(f"sort.{following}")), "dim")

    def _keeping(self, change: Callable[[], object]) -> None:
        """Change what is in sight; the cursor stays on its card where that stays in sight."""
        item = self.item
        change()
        self.go(max(0, self.catalog.place(item.id)) if item else 0)

    def _seek(self) -> None:
        field = self.query_one("#seek", Line)
        with field.prevent(Input.Changed):
            field.value = self.catalog.sought
        self.place = "seek"
        self.query_one(Notice).show("")
        field.disabled = False
        field.display = True
        field.focus()
        self.redraw()

    def _close_field(self) -> None:
        field = self.query_one("#seek", Line)
        self.place = "browse"
        field.display = False
        field.disabled = True
        self.set_focus(None)
        self.redraw()

    @on(Input.Changed, "#seek")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.catalog.seek(event.value)
        self.go(0)

    @on(Input.Submitted, "#seek")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._close_field()

    def _clear(self) -> None:
        self.catalog.seek("")
        self._close_field()
        self.go(0)
