"""What is done to cards outside of an answer, in the app: put aside, begin again, reported, corrected. Each is on disk
before it counts and can be taken back by its name, the last first.

It refuses to know which screen asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from quiz import paths
from quiz.deck import Deck
from quiz.deck_edit import Operation, Wording, correct, decide
from quiz.errors import QuizError
from quiz.study.acts import Act, Reason
from quiz.study.history import History
from quiz.tui.catalog import Item

Name = Literal["bury", "unbury", "suspend", "unsuspend", "reset", "report", "edit", "reject"]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done to one card: an act of the history, or an operation on the deck's file."""

    name: Name
    item: Item
    act: Act | None = None
    operation: Operation | None = None


class Deeds:
    """What was done since the app began. `changed` is told of every deck that a correction has changed."""

    def __init__(self, history: History, changed: Callable[[Deck], None]) -> None:
        self._history, self._changed = history, changed
        self.done: list[Deed] = []

    # Acts

    def bury(self, item: Item, *, back: bool = False) -> Deed:
        """Hide a card until tomorrow, or (`back`) fetch it back. Raises QuizError, as all acts do."""
        act = self._history.unbury(item.card.id) if back else self._history.bury(item.card.id)
        return self._keep(Deed("unbury" if back else "bury", item, act))

    def suspend(self, item: Item, *, back: bool = False) -> Deed:
        """Put a card aside for good, or (`back`) fetch it back."""
        act = self._history.unsuspend(item.card.id) if back else self._history.suspend(item.card.id)
        return self._keep(Deed("unsuspend" if back else "suspend", item, act))

    def reset(self, item: Item) -> Deed:
        """Begin a card again from nothing."""
        return self._keep(Deed("reset", item, self._history.reset(item.card.id)))

    def report(self, item: Item, reason: Reason, text: str = "") -> Deed:
        """Say that a question is bad."""
        return self._keep(Deed("report", item, self._history.report(item.card.id, reason, text)))

    # Corrections

    def correct(self, item: Item, new: Wording) -> Deed | None:
        """Correct a card's texts in its deck's file; None where nothing changes. Raises ValueError where they are no
        card (`deck_edit.flaws`), QuizError where the file cannot be written or has another card by now."""
        operation = correct(item.card, new, keep_english=True)  # the editor has asked
        if operation is None:
            return None
        deck = self._write(item.deck, operation)
        return self._keep(Deed("edit", Item(deck, operation.after), operation=operation))

    def reject(self, item: Item) -> Deed:
        """Have a bad question asked never again: its deck's file says so, or, where it came from none, the history."""
        operation = decide(item.card, "reject")
        if operation is None or item.deck.path is None:
            return self._keep(Deed("reject", item, self._history.reject(item.card.id)))
        deck = self._write(item.deck, operation)
        return self._keep(Deed("reject", Item(deck, operation.after), operation=operation))

    def editable(self, deck: Deck) -> None:
        """Raise QuizError "edit-nowhere" where a deck came from no file, "card-shipped" where its file came with the
        program, which every learner shares."""
        if deck.path is None:
            raise QuizError("edit-nowhere")
        if paths.ships(deck.path):
            raise QuizError("card-shipped")

    def _write(self, deck: Deck, operation: Operation) -> Deck:
        self.editable(deck)
        assert deck.path is not None
        from quiz.deck_shelf import Shelf

        written = Shelf(deck.path).apply(operation)
        self._changed(written)
        return written

    # Back

    def undo(self) -> Deed | None:
        """Take back the last thing done; None where there is none. Raises QuizError where that cannot be done, and then
        it stands."""
        if not self.done:
            return None
        deed = self.done[-1]
        if deed.act is not None:
            self._history.undo(deed.act)
        elif deed.operation is not None:
            done = deed.operation
            self._write(deed.item.deck, replace(done, before=done.after, after=done.before))
        self.done.pop()
        return deed

    def _keep(self, deed: Deed) -> Deed:
        if deed.act is None or deed.act.events:
            self.done.append(deed)
        return deed
