"""A deck file that is being worked on, at the desk or during study: read, and written at every decision, never over
somebody else's change. It refuses to know what a decision is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quiz import paths
from quiz.deck import Deck, Texts, to_bytes
from quiz.deck_edit import Ledger, Operation, rebase
from quiz.deck_format import read_deck
from quiz.errors import QuizError
from quiz.files import write_atomic


@dataclass(frozen=True, slots=True)
class Copy:
    """A deck, and the mark of the file it was read from or written to: its content's hash."""

    deck: Deck
    mark: str


class Shelf:
    """A deck file. It remembers nothing of it but how its cards were last written, which spares the time: whoever
    writes says which file they mean to replace."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # A link stays a link: what is replaced is the file it leads to.
        self._file = path.resolve()
        self._texts: Texts = {}

    def read(self) -> Copy:
        """The deck as the file holds it now. Raises QuizError, as `read_deck` does."""
        while True:
            before = self._now()
            deck = read_deck(self.path)
            if self._now() == before:  # else somebody wrote in between, and we do not know which of the two was read
                return Copy(deck, before)

    def write(self, deck: Deck, *, over: str) -> Copy:
        """Write the deck whole over the file marked `over` ("": where there is none). The file stays as it is where
        this raises QuizError: "desk-changed" where it is another than that, "desk-gone" where it is no more,
        "desk-busy" where another desk is writing, "write-failed" where the disk refuses, "deck-shipped" as `own`."""
        self.own()
        content = to_bytes(deck, self._texts)
        with self._alone():
            now = self._now()
            if now != over:
                raise QuizError("desk-changed" if now else "desk-gone", file=self.path)
            write_atomic(self._file, content)
        return Copy(deck, _mark(content))

    def own(self) -> None:
        """Raise QuizError "deck-shipped" where the file is part of the installed program, which every learner shares
        and the next version replaces: it is never written to."""
        if paths.ships(self._file):
            raise QuizError("deck-shipped", file=self.path)

    def apply(self, operation: Operation) -> Deck:
        """Do one thing to one card of the file as it now is, and give the deck with it done. Raises QuizError as `read`
        and `write` do, and "desk-changed" where the card is another by now or gone; then nothing was written."""
        copy = self.read()
        rebased = rebase(Ledger(copy.deck, (operation,)), copy.deck)
        if rebased.clashed:
            raise QuizError("desk-changed", file=self.path)
        return self.write(rebased.ledger.deck, over=copy.mark).deck

    def _now(self) -> str:
        """The mark of what the file holds; "" where there is none to be read."""
        try:
            return _mark(self._file.read_bytes())
        except OSError:
            return ""

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One desk at a time between comparing and writing, where the system has such locks; no file is left behind."""
        try:
            import fcntl

            held = os.open(self._file.parent, os.O_RDONLY)
        except (ImportError, OSError):
            yield
            return
        try:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise QuizError("desk-busy", file=self.path) from error
            except OSError:
                pass  # a file system without locks: the comparison alone must do
            yield
        finally:
            os.close(held)


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
