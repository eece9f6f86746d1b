"""What can be done to a card on any screen that shows one outside a sitting: put aside, begin again, report, edit, and
back. The screen says which card it is and shows what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from quiz.deck import Card, Deck
from quiz.deck_edit import Operation, Wording
from quiz.errors import QuizError
from quiz.tui import browse_pages as pages
from quiz.tui.catalog import Catalog, Item, Moment
from quiz.tui.deeds import Deed
from quiz.tui.frame import Hint
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.notice import Notice

if TYPE_CHECKING:
    from quiz.study.acts import Reason
    from quiz.tui.app import QuizApp

COMMANDS = frozenset({"bury", "suspend", "reset", "report", "reject", "edit", "undo"})


class CardWork(QuizScreen):
    """A screen with a card of the catalogue on it."""

    catalog: Catalog

    @property
    def item(self) -> Item | None:
        """The card a key is about."""
        raise NotImplementedError

    @property
    def speech(self) -> pages.Speech:
        """The words, and the present."""
        app = self.quiz
        return pages.Speech(app.words.lang, app.more, app.words, app.clock(), app.zone)

    def card_hints(self, *, edit: int, suspend: int, undo: int, bury: int, reset: int, report: int) -> list[Hint]:
        """The keys of what can be done to the card, each with how soon it makes way; what was put aside is fetched
        back by the same key."""
        say, more = self.words.say, self.quiz.more.say
        state = self.catalog.state(self.item.card) if self.item else "new"
        aside = state in ("suspended", "leech")
        return [
            Hint("e", say("key.edit"), "edit", edit),
            Hint(
                "s",
                more("key.fetch") if aside else say("key.suspend"),
                "suspend",
                min(1, suspend) if aside else suspend,
            ),
            Hint("b", more("key.fetch") if state == "buried" else say("key.bury"), "bury", bury),
            Hint("r", more("key.reset"), "reset", reset),
            Hint("!", say("key.report"), "report", report),
            Hint("u", say("key.undo"), "undo", undo),
        ]

    def say(self, text: str, look: str = "note") -> None:
        """Say what has happened, and show it."""
        self.query_one(Notice).show(text, look)
        self.redraw()

    def work(self, command: str) -> None:
        """Do one of `COMMANDS` to the card."""
        item = self.item
        if command == "undo":
            self._undo()
        elif item is None:
            return
        elif command == "edit":
            self._edit(item)
        elif command == "report":
            report(self.quiz, item, self.speech, lambda deed: self._done(deed))
        elif command == "reject" and item.card.status == "rejected":
            self.say(self.quiz.more.say("done.nothing"))
        else:
            state = self.catalog.state(item.card)
            deeds = self.quiz.deeds
            acts: dict[str, Callable[[], Deed]] = {
                "bury": lambda: deeds.bury(item, back=state == "buried"),
                "suspend": lambda: deeds.suspend(item, back=state in ("suspended", "leech")),
                "reset": lambda: deeds.reset(item),
                "reject": lambda: deeds.reject(item),
            }
            self._try(acts[command])

    def _try(self, act: Callable[[], Deed | None], *, undone: bool = False) -> None:
        try:
            deed = act()
        except QuizError as error:
            self.say("✗ " + self.quiz.sentence(error), "bad")
            return
        if deed is not None:
            self._done(deed, undone=undone)
        else:
            self.say(self.quiz.more.say("undone.nothing"), "dim")

    def _done(self, deed: Deed, *, undone: bool = False) -> None:
        self.renew()
        self.went(deed)
        self.say(pages.done(deed, self.speech, undone=undone))

    def renew(self) -> None:
        """Look again at how the cards stand."""
        history, now = self.quiz.history, self.quiz.clock()
        self.catalog.renew(history.standings(), Moment(history.today(now), history.today_ends(now)))
        for deck in self.quiz.decks:
            self.catalog.put(deck)

    def went(self, deed: Deed) -> None:
        """Something was done, or taken back; a list shows the card it was done to."""

    def _undo(self) -> None:
        self._try(self.quiz.deeds.undo, undone=True)

    def _edit(self, item: Item) -> None:
        try:
            self.quiz.deeds.editable(item.deck)
        except QuizError as error:
            self.say("✗ " + self.quiz.sentence(error), "bad")
        else:
            edit(self.quiz, item, self._done, lambda said: self.say(said, "dim"))


def report(app: QuizApp, item: Item, speech: pages.Speech, then: Callable[[Deed], None]) -> None:
    """Ask why a question is bad, and note it."""

    def chosen(reason: Reason | None, text: str) -> None:
        if reason is not None:
            then(app.deeds.report(item, reason, text))

    ask_reason(app, item.card, speech, chosen)


def ask_reason(app: QuizApp, card: Card, speech: pages.Speech, then: Callable[[Reason | None, str], None]) -> None:
    """Ask why a question is bad (None: it is not); where none of the reasons is it, for the learner’s own words."""
    from quiz.study.acts import NOTE_LENGTH, REASONS
    from quiz.tui.desk.panel import Panel

    shifted = {key: at for at, key in enumerate("&é\"'(-è") if at < len(REASONS)}
    letters = {str(at + 1): at for at in range(len(REASONS))} | shifted
    page = lambda cursor: pages.reason_page(card, cursor, speech)  # noqa: E731
    panel = Panel(page, rows=len(REASONS), letters=letters)

    def chosen(at: int | None) -> None:
        if at is None or REASONS[at] != "other":
            then(None if at is None else REASONS[at], "")
            return
        from quiz.tui.screens.asking import AskScreen

        ask = AskScreen(speech.here.say("reason.own"), speech.here.say("reason.own-hint"), NOTE_LENGTH)
        app.push_screen(ask, lambda text: then("other", text or ""))

    app.push_screen(panel, chosen)


class Pen(Protocol):
    """What an editor writes with."""

    @property
    def deck(self) -> Deck:
        """The deck the card stands in."""
        ...

    def correct(self, card: Card, new: Wording) -> Operation | None:
        """Save a correction; None where nothing changes. Raises ValueError, QuizError."""
        ...


class _OwnPen:
    """Corrects a card outside a sitting."""

    def __init__(self, app: QuizApp, item: Item) -> None:
        self._app, self._item = app, item
        self.deed: Deed | None = None

    @property
    def deck(self) -> Deck:
        """The deck the card stands in."""
        return self._item.deck

    def correct(self, card: Card, new: Wording) -> Operation | None:
        """Save a correction among the deeds."""
        self.deed = self._app.deeds.correct(Item(self._item.deck, card), new)
        return self.deed.operation if self.deed else None


def edit(app: QuizApp, item: Item, then: Callable[[Deed], None], otherwise: Callable[[str], None]) -> None:
    """Open the desk's editor on a card; `then` what was done, or `otherwise` what there is to say of nothing."""
    pen = _OwnPen(app, item)

    def edited(how: str | None) -> None:
        if pen.deed is not None:
            then(pen.deed)
        else:
            otherwise(app.more.say("done.unchanged") if how == "saved" else "")

    editor(app, item.card, pen, edited)


def editor(app: QuizApp, card: Card, pen: Pen, then: Callable[[str | None], None]) -> None:
    """The desk's editor over the present screen, what an editor would say of the card alive beside it."""
    from quiz.tui.desk.editor import EditorScreen
    from quiz.tui.desk.pages import Speech

    app.push_screen(EditorScreen(pen, card, Speech.of(app.words.lang)), then)
