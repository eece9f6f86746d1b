"""Two machines' histories in one: every act of both, each once, and for a card that both have touched the memory that
all of its answers lead to.

It adds and never takes away. What comes out does not depend on which history was merged into which, nor how often.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from quiz.errors import QuizError
from quiz.study import rows, store
from quiz.study.events import Event, memories
from quiz.study.history import History
from quiz.study.journal import Journal
from quiz.study.memory import learning_day, milliseconds


@dataclass(frozen=True, slots=True)
class Log:
    """A history as a list of acts, oldest first, and the name of the collection they are of."""

    collection: str
    events: tuple[Event, ...]

    def of(self, learner: str | None) -> Log:
        """The acts of one learner (None: of all)."""
        return self if learner is None else Log(self.collection, tuple(e for e in self.events if e.learner == learner))

    def by(self, learner: str | None) -> Log:
        """The same acts as if one learner had done them (None: as they are)."""
        return (
            self if learner is None else Log(self.collection, tuple(e._replace(learner=learner) for e in self.events))
        )


@dataclass(frozen=True, slots=True)
class Merged:
    """How a merge ended: acts that came in, acts that were here already, cards whose memory was reckoned again because
    both sides had touched them."""

    added: int
    known: int
    reckoned: int


def log_of(history: History) -> Log:
    """All that a history holds, of every learner."""
    with store.sentences(history.path):
        (collection,) = history.db.execute("SELECT collection FROM sentinel").fetchone()
        return Log(collection, tuple(rows.events_after(history.db, 0)))


def log_in(path: Path) -> Log:
    """The log in a file: a history (or the folder it stands in), a journal, or what `export` wrote. Raises QuizError,
    naming the file."""
    from quiz.study.export import read_export

    file = path / store.FILE if path.is_dir() else path
    try:
        with file.open("rb") as stream:
            head = stream.read(16)
    except FileNotFoundError as error:
        raise QuizError("merge-missing", file=file) from error
    except OSError as error:
        raise QuizError("merge-unreadable", file=file, reason=error.strerror or type(error).__name__) from error
    if head.startswith(b"SQLite format 3\0") or not head:
        db = store.open_to_read(file)
        try:
            with store.sentences(file):
                (collection,) = db.execute("SELECT collection FROM sentinel").fetchone()
                return Log(collection, tuple(rows.events_after(db, 0)))
        finally:
            db.close()
    if head.startswith(b'["quiz-history/'):
        contents = Journal(file).read()
        if contents.header is None or contents.lost:
            raise QuizError("merge-damaged", file=file)
        return Log(contents.header.collection, contents.events)
    return read_export(file)


def merge(history: History, other: Log) -> Merged:
    """Take another log's acts into a history, all or none. Raises QuizError (disk)."""
    from quiz.study.replay import Schedulers, fingerprints, replayed

    now = history.clock()
    at, day = milliseconds(now), learning_day(now, history.zone)
    with store.sentences(history.path), history.writing() as db:
        mine = log_of(history)
        known = {name: seq for seq, name in fingerprints(mine.events, mine.collection).items()}
        names = fingerprints(other.events, other.collection)
        new = [event for event in other.events if names[event.seq] not in known]
        if not new:
            return Merged(0, len(other.events), 0)
        touched = _take_in(db, mine, other, names, known)
        whole = list(rows.events_after(db, 0))
        remembered = memories(whole)
        seq, reckoned = whole[-1].seq, 0
        learners = {learner for learner, _ in touched}
        schedulers = {
            learner: Schedulers((e for e in whole if e.learner == learner), mine.collection) for learner in learners
        }
        for learner, card in sorted(touched):
            events = [event for event in touched[learner, card] if event.kind != "merge"]
            before = remembered.get((learner, card))
            after = replayed(events, mine.collection, schedulers[learner].at)
            if after != before:
                seq, reckoned = seq + 1, reckoned + 1
                left = Event(seq, learner, at, day, "merge", card, before, after)
                rows.put(db, rows.learner_id(db, learner, at), left)
    history.renew()
    return Merged(len(new), len(other.events) - len(new), reckoned)


def _take_in(
    db: Connection, mine: Log, other: Log, names: dict[int, str], known: dict[str, int]
) -> dict[tuple[str, str], list[Event]]:
    """Write the acts that are new here under numbers of ours; all acts there now are of the cards they are about."""
    seq = mine.events[-1].seq if mine.events else 0
    number: dict[int, int] = {}  # theirs: ours
    added: list[Event] = []
    for event in other.events:
        ours = known.get(names[event.seq])
        if ours is None:
            seq += 1
            ours = seq
            taken = event._replace(
                seq=ours,
                target=None if event.target is None else number.get(event.target),
                origin=event.origin or (other.collection, event.seq),
            )
            rows.put(db, rows.learner_id(db, event.learner, event.at), taken)
            added.append(taken)
        number[event.seq] = ours
    touched: dict[tuple[str, str], list[Event]] = {(event.learner, event.card): [] for event in added if event.card}
    for event in _both(mine.events, added):
        if (event.learner, event.card) in touched:
            touched[event.learner, event.card].append(event)
    return touched


def _both(mine: Sequence[Event], added: Iterable[Event]) -> Iterable[Event]:
    yield from mine
    yield from added
