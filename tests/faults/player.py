"""A learner who answers as fast as a machine can, and says on standard output which answers have returned.

Run as `python -m tests.faults.player FOLDER STEP`: STEP 1 is the product as it is; with more, answers are committed
that many at a time, which is the control the kill test must be able to see losing some. Each line is a card's id,
written after `answer` has returned.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from quiz.study import store
from quiz.study.history import History
from quiz.study.order import Limits
from quiz.study.session import Session
from tests.study.samples import many

CARDS = 10_000


class Lazy(History):
    """A history that commits every so many answers and keeps no journal: the control."""

    step, count = 10, 0

    def write(self, jobs):
        if self.count % self.step == 0:
            self.db.execute("BEGIN IMMEDIATE")
        self.count += 1
        done = super().write(jobs)
        if self.count % self.step == 0:
            self.db.execute("COMMIT")
        return done

    def _follow(self) -> None:
        pass


@contextmanager
def sharing(lazy: bool) -> Iterator[None]:
    """Inside of this, the answers of a batch share one transaction, if `lazy`."""
    usual = store.transaction
    if lazy:
        store.transaction = lambda _: nullcontext()
    try:
        yield
    finally:
        store.transaction = usual


def main() -> None:
    """Play until killed."""
    folder, step = Path(sys.argv[1]), int(sys.argv[2])
    kind = History if step == 1 else Lazy
    history = kind.open(folder / "history.sqlite")
    with sharing(step > 1):
        answers(history)


def answers(history: History) -> None:
    """Answer until the end, and say so."""
    deck = many(CARDS, 7)
    session = Session.begin(history, [deck], Limits(new=CARDS, reviews=CARDS))
    session.question()
    session.warm()
    os.write(1, b"ready\n")
    while question := session.question():
        session.answer(question.card.answer.fr, 1.0)
        os.write(1, f"{question.card.id}\n".encode())


if __name__ == "__main__":
    main()
