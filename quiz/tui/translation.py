"""Decks that lack English, translated behind the home screen: offered once a deck, between two cards, where somebody
asked for English that is not there and a translator is set. It pauses while cards are played, so that no key waits.

It refuses to know how a text is translated; that is handed to the app.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from quiz import paths, phrases
from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.tui.layout import Block, Run, pad, para, run

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


class Translation:
    """What is to be translated, and how far it is."""

    def __init__(self, app: QuizApp) -> None:
        self._app = app
        self._asked: set[str] = set()
        self._lacking: dict[str, Deck] = {}
        self._waiting: dict[str, Deck] = {}
        self._running: Deck | None = None
        self._stop = Event()
        self.said = ""

    # Asking

    def lacks(self, deck: Deck) -> None:
        """Somebody looked for English in this deck and found none. One that comes with the program stays so."""
        if deck.id not in self._asked and deck.path is not None and not paths.ships(deck.path):
            self._lacking[deck.id] = deck

    def offer(self, then: Callable[[], None]) -> bool:
        """Ask, once a deck, whether it is to be translated, and go on with `then`; False where there is nothing to ask.
        A translator that is set and cannot be used says why, in `said`."""
        app = self._app
        if not self._lacking or app.settings.provider is None or app.setup.translate is None:
            return False
        deck = self._lacking.pop(next(iter(self._lacking)))
        self._asked.add(deck.id)
        try:
            notice = app.setup.translate.notice(app.settings, app.words.lang)
        except QuizError as error:
            self.said = app.sentence(error)
            return False
        from quiz.tui.desk.panel import Panel

        def chosen(at: int | None) -> None:
            if at == 0:
                self._waiting[deck.id] = deck
            then()

        page = lambda cursor: self._page(deck, notice, cursor)  # noqa: E731
        app.push_screen(Panel(page, rows=2, letters={"1": 0, "&": 0, "2": 1, "é": 1}), chosen)
        return True

    def _page(self, deck: Deck, notice: str | None, cursor: int) -> Sequence[Block]:
        say = self._app.more.say
        title = phrases.local_title(deck.title, self._app.words.lang)
        provider = say(f"settings.provider-{self._app.settings.provider}")
        blocks = [
            para(run(say("translation.offer", deck=title), "question")),
            para(run(notice or say("translation.here"), "dim"), gap=1, tight=0),
        ]
        for at, said in enumerate((say("translation.yes", provider=provider), say("translation.no"))):
            here = at == cursor
            lead = (Run(" › " if here else "   ", "cursor"), Run(pad(f"{at + 1}", 3), "key"))
            gap = 0 if at else 1
            blocks.append(Block((run(said),), first=lead, pick=at, ground="chosen" if here else "", gap=gap, tight=gap))
        return blocks

    # Working

    def at_home(self) -> None:
        """The home screen is on top: go on with what is waiting."""
        if self._running is None and self._waiting:
            deck = self._running = next(iter(self._waiting.values()))
            self._stop = Event()
            work = partial(self._work, deck, self._stop)
            self._app.run_worker(work, thread=True, exit_on_error=False, group="translation")

    def pause(self) -> None:
        """Cards are about to be played, or the app ends: what is done by now is kept."""
        self._stop.set()

    def _work(self, deck: Deck, stop: Event) -> None:
        translate = self._app.setup.translate
        assert translate is not None
        assert deck.path is not None
        translate(deck.path, self._app.settings, partial(self._tell, deck, stop), stop.is_set)

    def _tell(self, deck: Deck, stop: Event, report: Any) -> None:
        # Handed over without waiting: an app that ends must not be waited for by what it waits for.
        self._app.call_later(self._told, deck, stop, report)

    def _told(self, deck: Deck, stop: Event, report: Any) -> None:
        """In the app's own thread: say how far it is, and take in the deck once it is written."""
        app, say = self._app, self._app.more.say
        title = phrases.local_title(deck.title, app.words.lang)
        if not report.ended:
            self.said = say("translation.going", deck=title, done=report.done, total=report.total)
        else:
            self._running = None
            if not stop.is_set():
                self._waiting.pop(deck.id, None)
            self._take_in(deck)
            if report.error is not None:
                self.said = app.sentence(report.error)
            elif stop.is_set():
                self.said = say("translation.paused", deck=title)
            else:
                key = "translation.left" if report.left else "translation.done"
                self.said = say(key, deck=title, left=report.left)
        app.said_at_home()
        if report.ended and not stop.is_set():
            app.at_home()

    def _take_in(self, deck: Deck) -> None:
        from quiz.deck_format import read_deck

        if deck.path is not None:
            try:
                self._app.put(read_deck(deck.path))
            except QuizError as error:
                self.said = self._app.sentence(error)
