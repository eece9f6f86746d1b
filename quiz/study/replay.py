"""What follows from the log of one card when it is read again: the order in which acts of several machines happened,
which of them count, and the memory they lead to.

Pure: what it gives depends on the set of events alone, not on how they came together. It knows no file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from quiz.study.acts import fitted
from quiz.study.events import Event
from quiz.study.memory import Memory
from quiz.study.scheduler import Scheduler, reviewed


def fingerprints(events: Iterable[Event], collection: str) -> dict[int, str]:
    """A name for each event that tells it from all others, on whatever machine it is read, by its number in the log it
    is read from: where it happened first and what it was, and not what was remembered."""
    names: dict[int, str] = {}
    for event in events:
        where = event.origin or (collection, event.seq)
        answer = event.answer and [
            event.answer.form, event.answer.given, event.answer.verdict, event.answer.seconds, event.answer.help.bits,
            event.answer.auto, event.answer.rating,
        ]  # fmt: skip
        target = None if event.target is None else names.get(event.target, "")
        row = [*where, event.learner, event.at, event.kind, event.card, event.note, answer, target]
        names[event.seq] = blake2b(json.dumps(row).encode("ascii"), digest_size=12).hexdigest()
    return names


def in_order(events: Sequence[Event], collection: str) -> list[Event]:
    """Events in the order in which they happened, as well as can be told: as they were written where all are of one
    machine, also when its clock was set back; else by their clocks."""
    where = [event.origin or (collection, event.seq) for event in events]
    if len({machine for machine, _ in where}) == 1 and len(set(where)) == len(where):
        return [event for _, event in sorted(zip(where, events, strict=True), key=lambda pair: pair[0][1])]

    def place(pair: tuple[tuple[str, int], Event]) -> tuple[int, int, str, str]:
        (machine, seq), event = pair
        return event.at, seq, machine, repr((event.kind, event.note, event.answer))

    return [event for _, event in sorted(zip(where, events, strict=True), key=place)]


def counting(events: Sequence[Event]) -> list[Event]:
    """The events that count, each as it stands: none that was taken back, an answer as it was last graded."""
    back = {event.target for event in events if event.kind == "undo"}
    graded = {event.target: event for event in events if event.kind == "regrade"}
    standing = []
    for event in events:
        if event.seq in back or event.kind in ("undo", "regrade", "merge"):
            continue
        last = graded.get(event.seq)
        standing.append(event if last is None else event._replace(after=last.after, answer=last.answer))
    return standing


class Schedulers:
    """The schedulers a learner has had: which retention was wanted and which parameters were fitted, and since when."""

    def __init__(self, events: Iterable[Event], collection: str = "") -> None:
        told = [event for event in events if event.kind in ("fit", "retention", "undo") and event.card == ""]
        self._changes: list[tuple[int, float, tuple[float, ...] | None]] = []
        retention, parameters = 0.9, None
        for event in counting(in_order(told, collection)):
            if event.kind == "fit":
                parameters = fitted(event.note)
            else:
                retention = float(event.note)
            self._changes.append((event.at, retention, parameters))
        self._made: dict[tuple[float, tuple[float, ...] | None], Scheduler] = {}

    def at(self, moment: int) -> Scheduler:
        """The scheduler in force at a moment (stored milliseconds)."""
        known = [change for change in self._changes if change[0] <= moment]
        how = known[-1][1:] if known else (0.9, None)
        if how not in self._made:
            self._made[how] = Scheduler(*how)
        return self._made[how]


def replayed(
    events: Sequence[Event], collection: str, scheduler: Callable[[int], Scheduler], *, trust: bool = True
) -> Memory | None:
    """The memory that the events of one learner on one card lead to.

    An event that followed on what it now follows on leaves what it left then; one that something of another machine
    has come before is reckoned again. Without `trust`, all are.
    """
    memory: Memory | None = None
    for event in counting(in_order(events, collection)):
        memory = event.after if trust and event.before == memory else _again(event, memory, scheduler(event.at))
    return memory


def _again(event: Event, memory: Memory | None, scheduler: Scheduler) -> Memory | None:
    """What an event does to another memory than the one it was done to."""
    if event.kind == "review" and event.answer is not None:
        return reviewed(scheduler, event.card, memory, event.answer.rating, event.at, event.day)
    if event.kind == "reset":
        return None
    change: Mapping[str, bool | int]
    if event.kind == "bury":
        change = {"buried": event.after.buried if event.after else event.day}
    elif event.kind in ("suspend", "reject"):
        change = {"suspended": True}
    elif event.kind == "unbury":
        change = {"buried": 0}
    elif event.kind in ("unsuspend", "restore"):
        change = {"suspended": False, "leech": False}
    else:
        return memory
    changed = (memory or Memory())._replace(**change)  # type: ignore[arg-type]
    return None if changed == Memory() else changed
