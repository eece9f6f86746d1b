"""What can be done to the card of a sitting besides answering it: put it aside, report it, correct it, and take
anything back by its name. The session does it; this asks, and shows what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz.deck import Card, Deck
from quiz.deck_edit import Operation, Wording
from quiz.deck_kept import holds
from quiz.errors import QuizError
from quiz.study.session import Session
from quiz.tui.browse_pages import Speech, one_line
from quiz.tui.screens.cardwork import ask_reason, editor

if TYPE_CHECKING:
    from quiz.study.acts import Reason
    from quiz.tui.screens.play import PlayScreen

COMMANDS = frozenset({"bury", "suspend", "report", "reject", "edit"})


class _Pen:
    """Corrects a card of the sitting."""

    def __init__(self, session: Session, deck: Deck, card: Card) -> None:
        self._session, self.deck, self._card = session, deck, card
        self.written: Card | None = None

    def correct(self, card: Card, new: Wording) -> Operation | None:
        """Save a correction; what was learnt of the card stays."""
        after = self._session.edit(new, self._session.current(self._card))
        if after == card:
            return None
        self.written = after
        return Operation("edit", card, after)


def handle(screen: PlayScreen, session: Session, command: str) -> None:
    """Do one of `COMMANDS` to the card on screen, asked or answered."""
    card = session.current(screen.asked.question.card)
    if command == "edit":
        _edit(screen, session, card)
    elif command == "report":
        _report(screen, session, card)
    else:
        outcome = screen.asked.outcome
        back = command == "suspend" and outcome is not None and outcome.leech
        name = "unsuspend" if back else command
        act: dict[str, Callable[[], None]] = {
            "bury": lambda: session.bury(card),
            "suspend": lambda: session.suspend(card),
            "unsuspend": lambda: session.unsuspend(card),
            "reject": lambda: session.reject(card),
        }
        if _try(screen, act[name]):
            if name == "reject":
                _read_again(screen, session)
            _shown(screen, name, card, onwards=outcome is None)
            if back and outcome is not None:
                screen.asked.outcome = outcome._replace(leech=False)
                screen.redraw()


def undo(screen: PlayScreen, session: Session) -> None:
    """Take back the last thing done in the sitting, and say what it was. The screen stays where it is where that was
    done to the card on it, or changed no question; else the question of then comes back."""
    last = session.undoable
    if not _try(screen, session.undo):
        return
    if last is None:
        screen.note(screen.words.say("question.no-undo"))
        return
    name, card = last
    if name == "answer":
        screen.quiz.answered -= 1
        screen.go_on(screen.words.say("question.undone"))
        return
    if name in ("edit", "reject"):
        _read_again(screen, session)
    said = screen.quiz.more.say(f"undone.{name}", what=one_line(session.current(card), screen.words.lang))
    if name in ("report", "edit", "unsuspend") or screen.asked.outcome is not None:
        screen.note(said)
    else:
        screen.go_on(said)


def _try(screen: PlayScreen, act: Callable[[], object]) -> bool:
    try:
        act()
    except QuizError as error:
        screen.note(screen.quiz.sentence(error))
        return False
    return True


def _shown(screen: PlayScreen, name: str, card: Card, *, onwards: bool) -> None:
    """Say what was done; a question put aside makes way for the next."""
    said = screen.quiz.more.say(f"done.{name}", what=one_line(card, screen.words.lang))
    if onwards:
        screen.go_on(said)
    else:
        screen.note(said)


def _report(screen: PlayScreen, session: Session, card: Card) -> None:
    app, began = screen.quiz, screen.quiz.stopwatch()
    speech = Speech(app.words.lang, app.more, app.words, app.clock(), app.zone)

    def chosen(reason: Reason | None, text: str) -> None:
        screen.asked.since += app.stopwatch() - began
        if reason is not None and _try(screen, lambda: session.report(reason, text, card=card)):
            _shown(screen, "report", card, onwards=False)

    ask_reason(app, card, speech, chosen)


def _edit(screen: PlayScreen, session: Session, card: Card) -> None:
    app, began = screen.quiz, screen.quiz.stopwatch()
    deck = next(deck for deck in session.decks if holds(deck, card.id))
    if not _try(screen, lambda: session.editable(card)):
        return
    pen = _Pen(session, deck, card)

    def edited(how: str | None) -> None:
        screen.asked.since += app.stopwatch() - began
        if pen.written is not None:
            _read_again(screen, session)
            _shown(screen, "edit", pen.written, onwards=False)
        else:
            screen.note(app.more.say("done.unchanged") if how == "saved" else "")

    editor(app, card, pen, edited)


def _read_again(screen: PlayScreen, session: Session) -> None:
    """Show the card as it now reads, here and on the other screens."""
    for deck in session.decks:
        screen.quiz.put(deck)
    asked = screen.asked
    card = session.current(asked.question.card)
    if asked.outcome is not None:
        asked.question = asked.question._replace(card=card)
        asked.outcome = asked.outcome._replace(card=card, expected=card.answer)
    else:
        asked.question = session.question() or asked.question
    screen.redraw()
