"""What can be done to a card of a sitting besides answering it, on the question, on the feedback and on the summary,
and how anything that was done there is taken back.

It moves cards in the queues and writes to the history and to the deck's file. It judges and schedules nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from quiz import paths
from quiz.deck import Bilingual, Card, Deck, Form
from quiz.deck_kept import holds
from quiz.errors import QuizError
from quiz.study.acts import Decision, Reason, complaint
from quiz.study.events import Event, EventKind
from quiz.study.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.deck_edit import Operation, Wording
    from quiz.study.grading import Times
    from quiz.study.history import History
    from quiz.study.order import Entry
    from quiz.study.outcome import Outcome, Question
    from quiz.study.queues import Mark, Queues, Sight

DoneName = Literal["answer", "bury", "suspend", "unsuspend", "reset", "reject", "report", "edit"]
"""What `Session.undo` can say it has taken back."""


class Previews(Mapping[int, timedelta]):
    """How long until the card comes back, for each of the four ratings; worked out when first looked at, since most
    answers are never regraded."""

    def __init__(self, plan: Callable[[int], Memory]) -> None:
        self._plan = plan
        self._known: dict[int, Memory] = {}

    def memory(self, rating: int) -> Memory:
        """What would be remembered of the card. Raises KeyError where there is no such rating."""
        if rating not in self._known:
            if rating not in (1, 2, 3, 4):
                raise KeyError(rating)
            self._known[rating] = self._plan(rating)
        return self._known[rating]

    def __getitem__(self, rating: int) -> timedelta:
        memory = self.memory(rating)
        return timedelta(milliseconds=memory.due - memory.last)

    def __iter__(self) -> Iterator[int]:
        return iter((1, 2, 3, 4))

    def __len__(self) -> int:
        return 4


@dataclass(slots=True)
class Done:
    """One thing the learner did to a card, and what it takes to go back to before it: the event it is in the history,
    the one that stands now (its last regrade), the place in the queues, the question that was on screen, and the
    operation on the deck's file."""

    name: DoneName
    card: Card
    event: Event
    now: Event
    mark: Mark | Sight | None
    entry: Entry | None
    choices: tuple[Bilingual, ...]
    outcome: Outcome | None = None
    seconds: float = 0.0
    previews: Previews | None = None
    operation: Operation | None = None


class Handling:
    """The part of a `Session` that handles cards. Each act is about the question on screen, or about `card`, any card
    of the sitting: on the feedback, the card just answered. It is on disk before it returns and nothing has changed
    where it raises: QuizError (disk), LookupError (no question on screen and no card named)."""

    history: History
    decks: tuple[Deck, ...]
    _queues: Queues
    _done: list[Done]
    _entry: Entry | None
    _posed: Question | None
    _shown: tuple[Bilingual, ...]
    _texts: dict[str, Card]
    _answered: int
    _hints: int
    _recent: dict[Form, Times]

    def question(self) -> Question | None:
        """What to ask now."""
        raise NotImplementedError

    def _choices(self, card: Card) -> tuple[Bilingual, ...]:
        raise NotImplementedError

    def bury(self, card: Card | None = None) -> None:
        """Put a card aside until tomorrow."""
        self._aside("bury", card, lambda memory: (memory or Memory())._replace(buried=self.history.today()))

    def suspend(self, card: Card | None = None) -> None:
        """Put a card aside for good."""
        self._aside("suspend", card, lambda memory: (memory or Memory())._replace(suspended=True))

    def unsuspend(self, card: Card) -> None:
        """Fetch back a card that was put aside, as for being forgotten too often; it comes when it is due."""
        self._noted("unsuspend", card, change=lambda memory: memory and memory._replace(suspended=False, leech=False))

    def reset(self, card: Card | None = None) -> None:
        """Forget what was learnt of a card: from the next sitting on it is new again."""
        self._aside("reset", card, lambda _: None)

    def reject(self, card: Card | None = None) -> None:
        """Reject a bad question: its deck's file says so (where it has one), and it is asked never again. Raises
        QuizError "desk-changed" where somebody has changed the card in the file meanwhile, "card-shipped" as
        `editable`."""
        from quiz.deck_edit import decide

        self._aside(
            "reject", card, lambda memory: (memory or Memory())._replace(suspended=True), lambda c: decide(c, "reject")
        )

    def report(self, reason: Reason = "other", text: str = "", card: Card | None = None) -> None:
        """Say that a question is bad, for whoever reviews the deck (see `acts.REASONS`); it is asked as before."""
        self._noted("report", self._meant(card), note=complaint(reason, text))

    def edit(self, wording: Wording, card: Card | None = None) -> Card:
        """Correct a card's texts in its deck's file, as the desk does; what was learnt of it stays. The card as it now
        reads, on screen too; the same card where nothing changes. Check `deck_edit.flaws` first, and ask about
        `stale_english`, which stays: raises ValueError where they are no card, QuizError "desk-changed" where the file
        has another card by now, and as `editable`."""
        from quiz.deck_edit import correct

        card = self._meant(card)
        operation = correct(card, wording, keep_english=True)
        if operation is None:
            return card
        self.editable(card)
        self._noted("edit", card, operation=operation)
        return operation.after

    def editable(self, card: Card) -> None:
        """Raise QuizError "edit-nowhere" where the card's deck came from no file, "card-shipped" where its file came
        with the program, which every learner shares."""
        if self._file_of(card) is None:
            raise QuizError("edit-nowhere")
        self._own(card)

    def _own(self, card: Card) -> None:
        if paths.ships(self._file_of(card)):
            raise QuizError("card-shipped")

    def undo(self) -> DoneName | None:
        """Take back the last thing done in this sitting, also from the summary, and say what it was; None where there
        was nothing. The question that was on screen then is on screen again. Raises QuizError: the disk,
        "history-moved-on" where another process has reviewed the card since, "desk-changed" where somebody has changed
        it in the deck's file."""
        if not self._done:
            return None
        done = self._done[-1]
        event, standing = done.event, done.now.after

        def decide(before: Memory | None) -> Decision:
            if event.before == standing:
                return before, None  # it changed no memory
            unchanged(before, standing)
            return event.before, None

        back = done.operation and replace(done.operation, before=done.operation.after, after=done.operation.before)
        self._with_file(back, lambda: self.history.change("undo", event.card, decide, event.seq))
        self._done.pop()
        if done.mark is not None:
            self._queues.put_back(done.mark)
            self._entry, self._shown, self._hints = done.entry, done.choices, 0
        self._answered -= done.outcome is not None
        self._posed = None
        self._recent.clear()
        return done.name

    @property
    def undoable(self) -> tuple[DoneName, Card] | None:
        """What `undo` would take back, and the card it was done to."""
        return (self._done[-1].name, self.current(self._done[-1].card)) if self._done else None

    def current(self, card: Card) -> Card:
        """The card as it reads now, corrected or not."""
        return self._texts.get(card.id, card)

    def _meant(self, card: Card | None) -> Card:
        if card is None:
            question = self.question()
            if question is None:
                raise LookupError("no question")
            card = question.card
        return self.current(card)

    def _aside(
        self,
        name: Literal["bury", "suspend", "reset", "reject"],
        card: Card | None,
        change: Callable[[Memory | None], Memory | None],
        edit: Callable[[Card], Operation | None] = lambda _: None,
    ) -> None:
        """Do something after which the card does not come again in this sitting."""
        card = self._meant(card)
        kind: EventKind = name
        operation = edit(card) if self._file_of(card) is not None else None
        if operation is not None:
            self._own(card)
        event = self._with_file(
            operation, lambda: self.history.change(kind, card.id, lambda before: (change(before), None))
        )
        entry, shown = self._entry, self._shown
        self._done.append(Done(name, card, event, event, self._queues.drop(card.id), entry, shown, operation=operation))
        self._posed = None
        if entry is not None and entry.card.id == card.id:
            self._queues.last = entry.card
            self._entry, self._hints = None, 0

    def _noted(
        self,
        name: Literal["unsuspend", "report", "edit"],
        card: Card,
        change: Callable[[Memory | None], Memory | None] = lambda memory: memory,
        note: str = "",
        operation: Operation | None = None,
    ) -> None:
        """Do something that leaves the question on screen where it is."""
        kind: EventKind = name
        event = self._with_file(
            operation, lambda: self.history.change(kind, card.id, lambda before: (change(before), None), None, note)
        )
        self._done.append(Done(name, card, event, event, None, None, (), operation=operation))

    def _with_file(self, operation: Operation | None, write: Callable[[], Event]) -> Event:
        """Do something to a card in its deck's file and write the event: both, or neither."""
        path = None if operation is None else self._file_of(operation.before)
        if operation is None or path is None:
            return write()
        from quiz.deck_shelf import Shelf

        shelf = Shelf(path)
        shelf.apply(operation)
        try:
            event = write()
        except BaseException:
            with suppress(QuizError):
                shelf.apply(replace(operation, before=operation.after, after=operation.before))
            raise
        self._reads(operation.after)
        return event

    def _reads(self, card: Card) -> None:
        """From now on the card reads like this, in the decks and on screen."""
        self._texts[card.id] = card
        self.decks = tuple(
            replace(deck, cards=tuple(card if there.id == card.id else there for there in deck.cards))
            if holds(deck, card.id)
            else deck
            for deck in self.decks
        )
        if self._entry is not None and self._entry.card.id == card.id:
            self._shown, self._posed, self._hints = self._choices(card), None, 0

    def _file_of(self, card: Card) -> Path | None:
        return next((deck.path for deck in self.decks if holds(deck, card.id)), None)


def unchanged(found: Memory | None, expected: Memory | None) -> None:
    """Raise QuizError "history-moved-on" where a card is not remembered as it was left."""
    if found != expected:
        raise QuizError("history-moved-on")
