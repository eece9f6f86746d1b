"""The other side of `bench_anki.py`: PyPI `anki` doing the same work, run by an interpreter that has it installed.

Reads one command a line on standard input and answers with one line of JSON: `make PATH COUNT` (a collection of cards
with FSRS memory state and two answers each, all due, limits out of the way), `open PATH` (open, first card, close:
milliseconds), `play PATH` (open and stay open), `answer N` (milliseconds of each of so many next cards with their
answers), `show N` (the same, each card's question and answer rendered, as a reviewer shows them), `close`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from anki.collection import Card, Collection
from anki.scheduler.v3 import CardAnswer


def make(path: str, count: int) -> list[float]:
    col = Collection(path)
    col.set_config("fsrs", True)
    deck = col.decks.get_config(1)
    deck["rev"]["perDay"] = 9999
    deck["new"]["perDay"] = 9999
    col.decks.update_config(deck)
    kind = col.models.by_name("Basic")
    deck_id = col.decks.id("Default")
    for number in range(count):
        note = col.new_note(kind)
        note["Front"], note["Back"] = f"Quelle part, dans le cas {number} ?", f"{number} %"
        col.add_note(note, deck_id)
    today = col.sched.today
    data = '{"s":2.3065,"d":2.111,"dr":0.9}'
    col.db.execute(
        "update cards set type = 2, queue = 2, ivl = 2, factor = 2500, reps = 2, due = ?, data = ?", today - 1, data
    )
    log = "insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type) "
    log += "values (?, ?, -1, 3, ?, ?, 2500, 6000, ?)"
    first = 1_700_000_000_000
    for place, card in enumerate(col.db.list("select id from cards")):
        col.db.execute(log, first + 2 * place, card, -600, -60, 0)
        col.db.execute(log, first + 2 * place + 1, card, 2, -600, 0)
    col.close()
    return []


def opened(path: str) -> tuple[Collection, float]:
    start = perf_counter()
    col = Collection(path)
    assert col.sched.get_queued_cards(fetch_limit=1).cards
    return col, (perf_counter() - start) * 1000


def answers(col: Collection, count: int, *, shown: bool) -> Iterator[float]:
    for _ in range(count):
        start = perf_counter()
        queued = col.sched.get_queued_cards(fetch_limit=1).cards[0]
        card = Card(col, backend_card=queued.card)
        if shown:
            card.render_output()
        card.start_timer()
        rating = CardAnswer.GOOD
        col.sched.answer_card(col.sched.build_answer(card=card, states=queued.states, rating=rating))
        yield (perf_counter() - start) * 1000


def main() -> None:
    col = None
    for line in sys.stdin:
        command, *rest = line.split()
        done: list[float] = []
        if command == "make":
            make(rest[0], int(rest[1]))
        elif command == "open":
            other, milliseconds = opened(rest[0])
            other.close()
            done = [milliseconds]
        elif command == "play":
            col, _ = opened(rest[0])
        elif command in ("answer", "show") and col is not None:
            done = list(answers(col, int(rest[0]), shown=command == "show"))
        elif command == "size":
            done = [Path(rest[0]).stat().st_size]
        elif command == "close" and col is not None:
            col.close()
        print(json.dumps(done), flush=True)


if __name__ == "__main__":
    main()
