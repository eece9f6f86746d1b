"""Study against Anki, in one run: PyPI `anki` and this program on as many cards, both with FSRS memory state, all cards
due, limits out of the way, histories on the same disk, both synced in full at every answer.

What is compared. Opening: the decks and the history from their files and the first card in hand, the first time in a
process, imports left out (Anki: `Collection` and `get_queued_cards`; here: `read_deck`, `History.open`, planning the
day, the question with its choices). Answering: the next card and its answer, on disk when it returns (Anki: queue,
card, `build_answer`, `answer_card`, one fsync each, as strace shows; here: `question` and `answer`, which also judges
what was typed and grades it by the time taken; one fdatasync each). `memory` is told of our answers when somebody reads
it, after five hundred at the latest: "mean, all told" has its share of that. Our question comes with its texts and
Anki's card does not: "texts rendered" is the same with `render_output`, as its reviewer has it. The sides take turns,
eight answers at a time, with the least any of them could do: one small write, synced. Size: the databases with two
answers a card in both logs. Anki's holds the cards' texts (a line of question, a word of answer), here they are in the
deck's file; ours holds the memory each answer found, Anki's does not. Run with the interpreter of an environment that
has Anki named in QUIZ_ANKI_PYTHON (python3 -m venv X; X/bin/pip install anki).
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from statistics import mean, median, quantiles
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

from bench_study import Clock, deck_of, played

from quiz.deck import Deck
from quiz.deck_format import read_deck, write_deck
from quiz.study.history import History
from quiz.study.order import Limits
from quiz.study.session import Session

COUNTS = [1_000, 10_000, 100_000]
ROUNDS, ANSWERS, OPENINGS = 40, 8, 7
FLOOR = 1 << 20
GOALS = {"open": 0.1, "answer": 0.8, "size": 0.4}


class Anki:
    """Anki in a process of its own."""

    def __init__(self, python: str) -> None:
        side = Path(__file__).with_name("anki_side.py")
        self._process = subprocess.Popen([python, str(side)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def do(self, *words: object) -> list[float]:
        """One command, and what it measured."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(*words, file=self._process.stdin, flush=True)
        return list(json.loads(self._process.stdout.readline()))

    def end(self) -> None:
        """Let it go."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def compare(count: int, folder: Path, anki: Anki, python: str) -> None:
    """Print the three ratios for so many cards."""
    theirs, ours = folder / f"{count}.anki2", folder / f"{count}.sqlite"
    clock, deck = Clock(), deck_of(count)
    anki.do("make", theirs, count)
    played(ours, deck, clock)
    shelved(ours, deck)
    opens: tuple[list[float], list[float]] = ([], [])
    for _ in range(OPENINGS):
        alone = subprocess.run([sys.executable, __file__, "open", ours], stdout=subprocess.PIPE, check=True)
        opens[0].append(float(alone.stdout))
        other = Anki(python)
        opens[1].extend(other.do("open", theirs))
        other.end()
    sizes = ours.stat().st_size, anki.do("size", theirs)[0]
    times: dict[str, list[float]] = {"here": [], "answer": [], "show": [], "sync": []}
    anki.do("play", theirs)
    file = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY)
    os.write(file, b"x" * FLOOR)
    os.fsync(file)

    def synced(at: int) -> float:
        start = perf_counter()
        os.pwrite(file, b"y" * 400, at * 400 % FLOOR)
        os.fdatasync(file)
        return (perf_counter() - start) * 1000

    with History.open(ours, clock) as history:
        session = Session.begin(history, [deck], Limits(count, count))
        session.warm()

        def answer() -> float:
            start = perf_counter()
            question = session.question()
            assert question is not None
            right = question.card.answer.fr
            session.answer([c.fr for c in question.choices].index(right) if question.choices else right, 6.0)
            return (perf_counter() - start) * 1000

        answer(), anki.do("answer", 1)
        for _ in range(min(ROUNDS, count // (3 * ANSWERS))):
            times["here"].extend(answer() for _ in range(ANSWERS))
            times["sync"].extend(map(synced, range(ANSWERS)))
            for what in ("answer", "show"):
                times[what].extend(anki.do(what, ANSWERS))
        start = perf_counter()
        with history.writing():
            pass
        later = (perf_counter() - start) * 1000 / len(times["here"])
    anki.do("close")

    def line(what: str, mine: float, other: float, unit: str, goal: float = 9) -> str:
        ratio = mine / other
        verdict = "" if goal == 9 else "  ok" if ratio <= goal else f"  wanted {goal}"
        return f"  {what:<22} {mine:>9.2f} {other:>9.2f} {unit}   {ratio:5.2f} x{verdict}"

    mine = times["here"]
    print(f"{count:,} cards{'':20} here     Anki")
    print(line("open", median(opens[0]), median(opens[1]), "ms", GOALS["open"]))
    print(line("answer", median(mine), median(times["answer"]), "ms", GOALS["answer"]))
    print(line("  (lower quartile)", quartile(mine), quartile(times["answer"]), "ms"))
    print(line("  (mean, all told)", mean(mine) + later, mean(times["answer"]), "ms"))
    print(line("answer, texts rendered", median(mine), median(times["show"]), "ms"))
    print(line("one write and its sync", median(times["sync"]), median(times["answer"]), "ms"))
    if median(times["sync"]) > GOALS["answer"] * median(times["answer"]):
        print("  (no answer could be quicker: the disk is held back, and all of them wait for it alone; try later)")
    print(line("size", sizes[0] / 1e6, sizes[1] / 1e6, "MB", GOALS["size"]), flush=True)


def quartile(values: list[float]) -> float:
    """A quarter of the values are less."""
    return quantiles(values, n=4)[0]


def alone(path: Path) -> None:
    """Open the decks and the history beside them and pose the first question, once, in this process; print the
    milliseconds."""
    clock = Clock()
    clock.now += timedelta(days=3)
    gc.disable()  # as the program itself does until its first screen is painted
    start = perf_counter()
    deck = read_deck(path.with_suffix(".json"))
    with History.open(path, clock) as history:
        question = Session.begin(history, [deck]).question()
        assert question is not None
        assert question.card.question.fr
        print((perf_counter() - start) * 1000)


def shelved(path: Path, deck: Deck) -> None:
    """Write the deck beside the history and read it once, as whoever played yesterday has done: what is measured is the
    second time."""
    file = path.with_suffix(".json")
    write_deck(file, deck)
    os.utime(file, (1_700_000_000, 1_700_000_000))
    read_deck(file)


def main() -> None:
    """Compare at each size, or at those named."""
    if sys.argv[1:2] == ["open"]:
        alone(Path(sys.argv[2]))
        return
    python = os.environ.get("QUIZ_ANKI_PYTHON")
    if not python:
        print("skipped: name an interpreter that has PyPI anki in QUIZ_ANKI_PYTHON")
        return
    anki = Anki(python)
    with tempfile.TemporaryDirectory() as name:
        os.environ["QUIZ_HOME"] = name
        for count in map(int, sys.argv[1:] or COUNTS):
            compare(count, Path(name), anki, python)
    anki.end()


if __name__ == "__main__":
    main()
