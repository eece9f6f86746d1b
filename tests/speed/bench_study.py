"""What study costs, as ratios to the least it could cost in the same run: one synced write, and one bare commit.

Run by `make bench`. Each figure is a median over interleaved rounds, so that a busy machine slows both sides alike.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter

from quiz.deck import Bilingual, Card, Deck, Evidence, Source
from quiz.study.history import History
from quiz.study.order import Limits
from quiz.study.session import Session

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
ROUNDS, ANSWERS = 8, 60


class Clock:
    """Time that passes only when it is told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


def deck_of(count: int, sources: int = 40) -> Deck:
    """A deck of typed and chosen cards, each with a sentence of its own."""
    cards = []
    for number in range(count):
        answer = Bilingual(f"{number} %", f"{number}%", "rule")
        choices = (answer, Bilingual("110 001 %"), Bilingual("110 002 %")) if number % 2 else ()
        evidence = Evidence(f"source-{number % sources}", 100 * number, 100 * number + 60, "La phrase qui le prouve.")
        topic, question = Bilingual("Un article"), Bilingual(f"Quelle part, dans le cas {number} ?")
        form = "choice" if choices else "number"
        name = sha256(b"%d" % number).hexdigest()[:12]
        cards.append(Card(name, "stat", form, topic, question, choices, answer, (), evidence))
    articles = tuple(Source(f"source-{n}", f"{n}.txt", None, None, "0" * 64) for n in range(sources))
    return Deck("bench", Bilingual("Banc d'essai"), articles, tuple(cards))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def played(path: Path, deck: Deck, clock: Clock) -> None:
    """A history in which every card of the deck has been answered twice and is due again."""
    from quiz.study.events import Answer, Event, Help
    from quiz.study.journal import Header, Journal
    from quiz.study.memory import Memory, learning_day, milliseconds
    from quiz.study.store import journal_of

    at, day = milliseconds(clock.now), learning_day(clock.now)
    events, answer = [], Answer("number", "44", "right", 6.0, Help(), 3, 3)
    for number, card in enumerate(deck.cards):
        first, second = at + 20 * number, at + 20 * number + 600_000  # one sitting, however many cards it takes
        learning = Memory("learning", 1, 2.3065, 2.118103970459016, second, first, day, day, 1)
        review = Memory("review", -1, 2.3065, 2.111214235785395, second + 2 * 86_400_000, second, day, day, 2)
        events.append(Event(2 * number + 1, "moi", first, day, "review", card.id, None, learning, None, answer))
        events.append(Event(2 * number + 2, "moi", second, day, "review", card.id, learning, review, None, answer))
    journal = Journal(journal_of(path))
    journal.create(Header("0" * 32, at), events)
    clock.now += timedelta(days=3)
    History.open(path, clock).close()


def floors(folder: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """One synced write of a line; one bare commit of a row."""
    file = os.open(folder / "floor", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    db = sqlite3.connect(folder / "floor.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)")
    line = "x" * 350

    def write() -> None:
        os.write(file, line.encode())
        os.fsync(file)

    def commit() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO line (text) VALUES (?)", (line,))
        db.execute("COMMIT")

    return write, commit


def answering(folder: Path) -> None:
    """The next question and its answer on disk, for growing decks, all of them due."""
    write, commit = floors(folder)
    print("next question and answer on disk (ms, median), and its ratio to the floors")
    for count in (1_000, 10_000, 100_000):
        clock, deck, path = Clock(), deck_of(count), folder / f"{count}.sqlite"
        played(path, deck, clock)
        with History.open(path, clock) as history:
            session = Session.begin(history, [deck], Limits(count, count))
            session.warm()

            def answer(session: Session = session) -> None:
                question = session.question()
                assert question is not None
                session.answer(0 if question.choices else "44 %", 6.0)

            answer()
            figures: dict[str, list[float]] = {"answer": [], "write": [], "commit": []}
            for _ in range(ROUNDS):
                for name, work in (("answer", answer), ("write", write), ("commit", commit)):
                    figures[name].extend(timed(work) for _ in range(ANSWERS))
        ms = {name: median(values) for name, values in figures.items()}
        print(
            f"  {count:>7,} cards  {ms['answer']:.3f} ms   {ms['answer'] / ms['write']:.2f} x one fsync"
            f" ({ms['write']:.3f} ms)   {ms['answer'] / ms['commit']:.2f} x one bare commit ({ms['commit']:.3f} ms)"
        )


def opening(folder: Path) -> None:
    """From no process memory of it to the first card: open the history, plan the day, pose the question."""
    print("open and first card (ms, median of 7), database and journal")
    for count in (1_000, 10_000, 100_000):
        clock, deck, path = Clock(), deck_of(count), folder / f"{count}.sqlite"
        clock.now += timedelta(days=3)

        def first(path: Path = path, deck: Deck = deck, clock: Clock = clock) -> None:
            with History.open(path, clock) as history:
                assert Session.begin(history, [deck]).question()

        elapsed = median(timed(first) for _ in range(7))
        size, log = path.stat().st_size / 1e6, path.with_suffix(".journal").stat().st_size / 1e6
        print(f"  {count:>7,} cards  {elapsed:7.2f} ms   {size:6.2f} MB   {log:6.2f} MB ({2 * count:,} answers)")


def importing() -> None:
    """Processor time of the imports a first card needs, and of those that wait for the first answer."""
    print("imports, processor time against bare Python (median of 9)")

    def cost(code: str) -> float:
        times = []
        for _ in range(9):
            before = os.times()
            subprocess.run([sys.executable, "-c", code], check=True)
            after = os.times()
            times.append(after.children_user + after.children_system - before.children_user - before.children_system)
        return median(times)

    bare = cost("pass")
    for name in ("quiz.study.session", "quiz.study.answers", "quiz.study.scheduler"):
        print(f"  {name:<22} {cost(f'import {name}') / bare:.1f} x")


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        answering(Path(name))
        opening(Path(name))
    importing()


if __name__ == "__main__":
    main()
