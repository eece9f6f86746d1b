"""The desk itself: one card open, the list beside it where there is room, and the decisions.

It turns keys into what the review does and shows what came of it. It refuses to know how a deck is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets._input import Input

from quiz import phrases
from quiz.deck import Card
from quiz.deck_edit import Name, Operation, Rebased, same_to_see
from quiz.errors import QuizError
from quiz.tui.desk import keys, pages
from quiz.tui.desk.panel import Panel
from quiz.tui.desk.review import ALL, Review
from quiz.tui.desk.widgets import CardList, DeskFoot, DeskHead, Notice
from quiz.tui.layout import Block, clip, para, run
from quiz.tui.screens.base import TALL, QuizScreen
from quiz.tui.widgets.bars import Hint
from quiz.tui.widgets.sheet import COLUMN, Sheet
from quiz.typography import cell_width

if TYPE_CHECKING:
    from quiz.tui.desk.window import DeskApp

WIDE = 112
"""Columns from which the list stands beside the card."""
_LIST = (34, 60)
_FRAME = 5
"""Rows that are not the card: the head and the air under it (3), the notice and the foot (2)."""
HASTE = 0.25
"""Seconds a card must have been open before it can be decided on: a key held down decides on one card, not on all."""


class CardsScreen(QuizScreen):
    """Card by card."""

    desk_place: keys.Place = "cards"

    def __init__(self, review: Review, speech: pages.Speech) -> None:
        super().__init__()
        self._review, self._speech = review, speech
        self._opened = -HASTE

    def compose(self) -> ComposeResult:
        """The frame, the list and the card, and the field for a search."""
        yield DeskHead()
        with Horizontal(id="desk"):
            yield CardList(id="list")
            yield Sheet(id="sheet")
        yield Notice()
        yield Input(placeholder=self._speech.desk.say("seek.placeholder"), select_on_focus=False, id="seek")
        yield DeskFoot()
        yield Sheet(id="small")

    def on_mount(self) -> None:
        """The field is away until it is asked for."""
        field = self.query_one("#seek", Input)
        field.cursor_blink = False
        field.disabled = True
        field.display = False

    @property
    def desk(self) -> DeskApp:
        """The app this screen belongs to."""
        return cast("DeskApp", self.app)

    @property
    def review(self) -> Review:
        """What is on the desk."""
        return self._review

    @property
    def room(self) -> int:
        """Rows the card may take."""
        more = self.query_one(Notice).rows - 1
        return max(1, self.size.height - _FRAME - more - (2 if self.size.height >= TALL else 0))

    # Showing

    def draw(self) -> None:
        """The head, the list and the card."""
        review, width = self._review, self.size.width
        wide = width >= WIDE
        for bar in (self.query_one(DeskHead), self.query_one(DeskFoot), self.query_one(Notice)):
            bar.wide = wide
        self.query_one(Notice).fit(width)
        self._draw_head()
        aside = max(_LIST[0], min(_LIST[1], width - COLUMN - 8)) if wide else 0
        list_ = self.query_one(CardList)
        list_.display = wide
        self.query_one("#desk").styles.height = self.room
        if wide:
            list_.styles.width = aside
            cards, here = review.in_sight, review.place
            list_.show(
                lambda at: pages.row(cards[at], review.findings(cards[at]), here=at == here, width=aside - 1),
                count=len(cards),
                cursor=here,
                width=aside - 1,
                room=self.room,
            )
        self.sheet.styles.width = width - aside
        self.sheet.show(self._page, width=width - aside, room=self.room, keep_place=True)

    def _draw_head(self) -> None:
        review, say = self._review, self._speech.desk.say
        counts = review.decided
        title = phrases.local_title(review.deck.title, self._speech.lang)
        tally = say("counts", approved=counts["approved"], rejected=counts["rejected"], draft=counts["draft"])
        at, n = review.place + 1, len(review.in_sight)
        named = [] if review.filter == ALL else [pages.filter_name(review.filter, self._speech)]
        named += [say("sought", what=review.sought)] if review.sought else []
        place = say("place", at=at, n=n)
        if named:
            place = say("place-filtered", filter=say("list-separator").join(named), at=at, n=n)
        share = (counts["approved"] + counts["rejected"]) / max(1, len(review.deck.cards))
        head = self.query_one(DeskHead)
        room = head.column_for(self.size.width) - cell_width(tally) - cell_width(place) - 6
        head.show(run(f"{clip(title, room)}   {tally}", "dim"), place, share)

    def _page(self, _width: int) -> Sequence[Block]:
        card = self._review.card
        if card is None:
            key = "nothing-in-sight" if self._review.deck.cards else "empty"
            return [para(run(self._speech.desk.say(key)))]
        return pages.card_page(card, self._review.deck, self._review.findings(card), self._speech)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say = self._speech.desk.say
        if self.desk_place == "seek":
            return [
                Hint(say("key.enter"), say("key.keep"), "seek-keep"),
                Hint("↑ ↓", say("key.move"), "down"),
                Hint(say("key.escape"), say("key.clear"), "clear"),
            ]
        read = [Hint(say("key.space"), say("key.read"), "page-down", 4)] if self.sheet.overflows else []
        return [
            Hint("a", say("key.approve"), "approve"),
            Hint("r", say("key.reject"), "reject"),
            Hint("e", say("key.edit"), "edit", 2),
            Hint("u", say("key.undo"), "undo", 3),
            *read,
            Hint("j", say("key.move"), "down", 8),
            Hint("n", say("key.undecided"), "undecided", 7),
            Hint("f", say("key.filter"), "filter", 5),
            Hint("/", say("key.seek"), "seek", 6),
            Hint("?", say("key.help"), "help", 1),
            Hint("q", say("key.quit"), "leave"),
        ]

    def say(self, text: str, look: str = "dim") -> None:
        """Say what has happened, and show it."""
        self.query_one(Notice).show(text, look)
        self.redraw()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Turn a key into a command; one that has none does nothing here (nor what it does on other screens)."""
        event.prevent_default()
        command = keys.command(self.desk_place, event.key, event.character)
        if command is not None:
            event.stop()
            self.command(command)

    def act(self, command: str) -> None:
        """Do what a key or a click asked for."""
        review = self._review
        if command in ("approve", "reject", "draft"):
            self._decide(cast("Name", command))
        elif command in ("down", "up"):
            self._move(lambda: review.step(1 if command == "down" else -1))
        elif command in ("first", "last"):
            self._move(lambda: review.go(0 if command == "first" else len(review.in_sight) - 1))
        elif command == "undecided":
            self._undecided()
        elif command == "undo":
            self._undo()
        elif command == "edit":
            self._edit()
        elif command == "filter":
            self._choose_filter()
        elif command == "seek":
            self._seek()
        elif command == "seek-keep":
            self._close_seek()
        elif command == "clear":
            self._clear()
        elif command == "leave":
            self.app.exit(0)

    @on(CardList.Picked)
    def _row_picked(self, event: CardList.Picked) -> None:
        event.stop()
        self._move(lambda: self._review.go(event.at))

    def _move(self, go: Callable[[], object]) -> None:
        before = self._review.card
        go()
        if self._review.card is not before:
            self._open()
        self.say("")

    def _open(self) -> None:
        """Another card lies open: from its top, and not to be decided on before it can have been read."""
        self._opened = self.desk.stopwatch()
        self.sheet.scroll_to(0, 0, animate=False)

    # Decisions

    def _decide(self, name: Name) -> None:
        now = self.desk.stopwatch()
        if now - self._opened < HASTE:
            self._opened = now
            return
        card = self._review.card
        if card is None:
            return
        operation = self._try(lambda: self._review.decide(name), again=lambda: self._again(card, name))
        if operation is not None:
            self._decided(operation)
        elif card.status == {"approve": "approved", "reject": "rejected", "draft": "draft"}[name]:
            self.say(self._speech.desk.say(f"said.already-{name}"))

    def _decided(self, operation: Operation) -> None:
        """Say what was done and open the next draft; where none is left, say that too."""
        said = pages.done(operation, self._speech)
        look = {"approve": "good", "reject": "bad"}.get(operation.name, "note")
        if operation.name in ("approve", "reject"):
            if self._review.next_undecided():
                self._open()
            elif not self._review.decided["draft"]:
                said += "  " + self._speech.desk.say("said.all-decided")
        self.say(said, look)

    def _undecided(self) -> None:
        card = self._review.card
        if self._review.next_undecided():
            self._open()
            self.say("")
        elif card is None or card.status != "draft":
            key = "none-here" if self._review.decided["draft"] else "all-decided"
            self.say(self._speech.desk.say(f"said.{key}"))

    def _undo(self) -> None:
        operation = self._try(self._review.undo)
        if operation is not None:
            self._open()
            self.say(pages.done(operation, self._speech, undone=True), "note")
        elif operation is None and not self._review.done:
            self.say(self._speech.desk.say("undone.nothing"))

    def _try(self, act: Callable[[], Operation | None], again: Callable[[], None] | None = None) -> Operation | None:
        """Do something that is saved at once. Where it could not be saved, say why; where somebody else changed the
        file, offer to read it again, and then to do it `again`."""
        try:
            return act()
        except QuizError as error:
            if error.key in ("desk-changed", "desk-gone"):
                self.desk.resolve(error, lambda rebased: self._resolved(rebased, again), editing=False)
            else:
                self.say("✗ " + self.desk.sentence(error), "bad")
            return None

    def _resolved(self, rebased: Rebased | None, again: Callable[[], None] | None) -> None:
        self._open()
        said = self.desk.reloaded(rebased)
        self.say(said, "note")
        if again is not None:
            self._opened = -HASTE
            again()
            if rebased and (rebased.redone or rebased.clashed):
                self.say(f"{said} {self.query_one(Notice).text}", "note")

    def _again(self, seen: Card, name: Name) -> None:
        """Decide on a card once more after the file was read again, if it is still the card that was seen."""
        now = next((card for card in self._review.deck.cards if card.id == seen.id), None)
        if now is None:
            self.say(self._speech.desk.say("reloaded.gone-card"), "note")
            return
        self._review.open(now.id)
        if not same_to_see(now, seen):
            self.say(self._speech.desk.say("reloaded.changed-card"), "note")
        else:
            self._decide(name)

    # Correcting

    def _edit(self) -> None:
        card = self._review.card
        if card is None:
            return
        try:
            self._review.own()
        except QuizError as error:
            self.say("✗ " + self.desk.sentence(error), "bad")
            return
        from quiz.tui.desk.editor import EditorScreen

        editor = EditorScreen(self._review, card, self._speech)

        def edited(how: str | None) -> None:
            said = self._speech.desk.say("said.unchanged") if how == "saved" else ""
            self.say(pages.done(editor.operation, self._speech) if editor.operation else said, "note")

        self.app.push_screen(editor, edited)

    # What is in sight

    def _choose_filter(self) -> None:
        rows = self._review.filters()
        at = next((at for at, (which, _) in enumerate(rows) if which == self._review.filter), 0)

        def chosen(picked: int | None) -> None:
            if picked is not None:
                self._move(lambda: self._review.show(rows[picked][0]))

        self.app.push_screen(
            Panel(lambda cursor: pages.filter_page(rows, cursor, self._speech), rows=len(rows), cursor=at), chosen
        )

    def _seek(self) -> None:
        field = self.query_one("#seek", Input)
        with field.prevent(Input.Changed):
            field.value = self._review.sought
        self.desk_place = "seek"
        self.query_one(Notice).show("")
        field.disabled = False
        field.display = True
        field.focus()
        self.redraw()

    def _close_seek(self) -> None:
        field = self.query_one("#seek", Input)
        self.desk_place = "cards"
        field.display = False
        field.disabled = True
        self.set_focus(None)
        self.redraw()

    @on(Input.Changed, "#seek")
    def _seek_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._move(lambda: self._review.seek(event.value))

    @on(Input.Submitted, "#seek")
    def _seek_kept(self, event: Input.Submitted) -> None:
        event.stop()
        self._close_seek()

    def _clear(self) -> None:
        """First what is searched for goes, then the filter."""
        review = self._review
        if self.desk_place == "seek":
            self._close_seek()
        if review.sought:
            review.seek("")
        else:
            review.show(ALL)
        self.say("")
