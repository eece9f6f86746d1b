"""What a learner has answered and what is due: every change goes through here, and is on disk before it returns.

It knows cards by their id and never by their wording, and neither the scheduler nor any screen. The files are
`store`'s; this module is the questions asked of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from sqlite3 import Connection, Error, IntegrityError, OperationalError
from typing import Any

from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.study import agenda, store
from quiz.study.acts import Act, Acts, Decision, Job, fitted
from quiz.study.days import Days
from quiz.study.events import Event, EventKind
from quiz.study.journal import Journal
from quiz.study.memory import Memory, learning_day, milliseconds
from quiz.study.order import Limits
from quiz.study.past import Past
from quiz.study.rows import MEMORY, is_behind, key_of, learner_id, memory_of, put, put_answer, remembered
from quiz.typography import safe_text

Clock = Callable[[], datetime]
DEFAULT_LEARNER = "moi"
_UNREAD = (0.0,)
_BEHIND = 500
"""Of how many answers in a row `memory` is told at the latest, whether anybody reads it or not."""
_QUARTER = 900_000  # clocks are set forward and back, and days begin, at full quarters of an hour
NAME_LENGTH = 32


@dataclass(frozen=True, slots=True)
class DeckStatus:
    """How one deck stands for one learner now.

    `due` review cards and `learning` cards can be asked today, and so can `new` ones, within the limits of the day and
    siblings left aside; `total` leaves out cards that may not be asked; where nothing can be asked now, `next_due` is
    when the earliest card comes that is not due yet.
    """

    deck: Deck
    due: int
    learning: int
    new: int
    total: int
    next_due: datetime | None


def utc_now() -> datetime:
    """The clock of this machine, in UTC."""
    return datetime.now(UTC)


def learner_name(text: str) -> str:
    """A pseudonym as it is kept: NFC, without escape sequences, controls and doubled spaces, not longer than
    `NAME_LENGTH` letters. Raises QuizError where nothing is left."""
    text = safe_text("".join(" " if c.isspace() else c for c in text))
    shown = (" " if c.isspace() else c for c in text if c.isspace() or not unicodedata.category(c).startswith("C"))
    name = " ".join(unicodedata.normalize("NFC", "".join(shown)).split())[:NAME_LENGTH].strip()
    if not name:
        raise QuizError("learner-empty", status=2)
    return name


class History(Days, Past, Acts):
    """The history of one learner, in one file of this machine. Use `open`; close it, or use it as a context.

    `clock` gives the time in UTC; `zone` is where the learner lives (None: as this machine is set). `notices` are
    sentences on what was mended while opening; `db` and `writing` are for the modules of this room alone.
    """

    def __init__(
        self, path: Path, db: Connection, journal: Journal | None, clock: Clock, learner: str, zone: tzinfo | None
    ) -> None:
        self.path = path
        self.clock = clock
        self.learner = learner
        self.zone = zone
        self.notices: tuple[QuizError, ...] = ()
        self.acts: list[Act] = []
        self._db = db
        self._journal = journal
        self._learner_id: int | None = None
        self._fit: tuple[float, ...] | None = _UNREAD
        self._newest: int | None = None
        self._seen: dict[str, Memory | None] = {}  # as it was when `_newest` was the last event
        self._quarter = (-1, 0)
        self._copy: Connection | None = None
        self._copied = 0  # the last event in it
        self._behind = 0
        self.written_at = (0, 0)
        """When what is being written happens, for `Job.decide`: stored milliseconds, and the learning day."""
        self._agenda: agenda.Agenda | None = None  # made here, and not kept yet
        self._ready: int | None = None  # the last event that the agenda in use knows of

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock | None = None,
        *,
        learner: str = DEFAULT_LEARNER,
        zone: tzinfo | None = None,
        read_only: bool = False,
        busy_seconds: float = 5.0,
    ) -> History:
        """The history in the file `path`, made where there is none, made again where only its journal is left.

        With `read_only` nothing is made or mended, and `change` is not to be called. `busy_seconds` is how long to
        wait for another process. Raises QuizError where a file is empty, foreign, damaged or cannot be written.
        """
        learner = learner_name(learner)
        clock = clock or utc_now
        if read_only:
            return cls(path, store.open_to_read(path), None, clock, learner, zone)
        db, journal, notices = store.open_store(path, milliseconds(clock()), busy_seconds)
        history = cls(path, db, journal, clock, learner, zone)
        history.notices = tuple(notices)
        return history

    @staticmethod
    def rebuild(path: Path) -> tuple[int, int]:
        """Make the database again from the journal beside it, as `open` does where the database is gone: (events found,
        events lost to damage). What stood in its place is kept under another name. Raises QuizError."""
        return store.rebuild(path)

    def close(self) -> None:
        """Let go of the files."""
        try:
            if self._journal:
                self._follow()
                self._bring_up()
                self._keep_agenda()
                with suppress(OSError):
                    self._journal.close()
        finally:
            if self._copy is not None:
                self._copy.close()
            self._db.close()

    def __enter__(self) -> History:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def change(
        self,
        kind: EventKind,
        card: str,
        decide: Callable[[Memory | None], Decision],
        target: int | None = None,
        note: str = "",
    ) -> Event:
        """Do one thing to one card: `decide` is given what is remembered of it now and returns what is remembered
        after, with the answer where there was one. On disk when this returns; nothing has changed where it raises.
        Raises QuizError."""
        return self.write([Job(kind, card, decide, target, note)])[0]

    def write(self, jobs: Sequence[Job]) -> tuple[Event, ...]:
        """Write some events, all or none. On disk when this returns; nothing has changed where it raises."""
        assert self._journal is not None, "opened for reading"
        at, day = self.written_at = self.instant()
        try:
            done = self._answered(jobs[0], at, day) if len(jobs) == 1 else None
            events = [done] if done else self._written(jobs, at, day)
        except IntegrityError:  # another process has written since we last looked: look again
            self._forget()
            with store.sentences(self.path):
                events = self._written(jobs, at, day)
        except (Error, OSError) as error:
            raise store.told(error, self.path) from error
        self._journal.note(events)
        if self._journal.waiting:
            self._follow()
        if self._behind >= _BEHIND:
            self._bring_up()
        return tuple(events)

    def _written(self, jobs: Sequence[Job], at: int, day: int) -> list[Event]:
        """Write some events in one transaction. What we know of is not read again: an event's number is taken where
        another process has been quicker, and the database then refuses ours (IntegrityError)."""
        db, events, seen = self._db, list[Event](), dict[str, Memory | None]()
        with store.transaction(db):
            store.current(db)
            newest = self._newest
            if newest is None:
                (newest,) = db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
                self._seen.clear()
            learner = self._learner_id or learner_id(db, self.learner, at)
            for kind, card, decide, target, note, idle in jobs:
                known = seen if card in seen else self._seen
                before = known[card] if card in known else remembered(db, learner, card)
                after, answer = decide(before)
                if idle and after == before:
                    continue
                newest += 1
                event = Event(newest, self.learner, at, day, kind, card, before, after, target, answer, note)
                put(db, learner, event, follows=True)
                seen[card] = after
                events.append(event)
                if kind in ("fit", "undo"):
                    self._fit = _UNREAD
        self._learner_id, self._newest = learner, newest
        self._seen.update(seen)
        return events

    def _answered(self, job: Job, at: int, day: int) -> Event | None:
        """Write an answer to a card of which all is known, as nearly every answer is; None where it is not."""
        kind, card, decide, target, note, _ = job
        learner, newest = self._learner_id, self._newest
        if kind != "review" or learner is None or newest is None or card not in self._seen:
            return None
        before = self._seen[card]
        after, answer = decide(before)
        if after is None or answer is None or target or note:
            return None
        event = Event(newest + 1, self.learner, at, day, kind, card, before, after, None, answer)
        put_answer(self._db, learner, event)
        self._newest = newest + 1
        self._seen[card] = after
        self._behind += 1
        return event

    def ahead(self, cards: Iterable[str]) -> None:
        """Read what is remembered of cards that will soon be asked, all at once, so that no answer waits for it."""
        keys = {key_of(card): card for card in cards if card not in self._seen}
        if not keys or self._journal is None:
            return
        blanks = ",".join("?" * len(keys))
        with store.sentences(self.path):
            # Cards we have answered are in mind, whatever `memory` has been told of them; where another process has
            # answered since, it has taken the number of our next event, and all is read again.
            db = self._db if self._newest is not None else self.db
            if self._newest is None:
                self._seen.clear()
                (self._newest,) = db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
            what = f"SELECT card, {MEMORY} FROM memory WHERE learner = ? AND card IN ({blanks})"
            rows = db.execute(what, (self._number(), *keys)).fetchall()
        self._seen.update(dict.fromkeys(keys.values()))
        self._seen.update((keys[row[0]], memory_of(row[1:])) for row in rows)

    @property
    def db(self) -> Connection:
        """The database for reading, its `memory` brought up to the log; a copy of it where nothing can be written."""
        if self._journal is not None:
            with suppress(OperationalError):
                store.current(self._db)
                return self._db
        if not is_behind(self._db):
            return self._db
        (newest,) = self._db.execute("SELECT max(seq) FROM event").fetchone()
        if self._copy is None or self._copied != newest:
            if self._copy is not None:
                self._copy.close()
            self._copy, self._copied = store.copied(self._db), newest
        return self._copy

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The same for writing, all or nothing."""
        with store.transaction(self._db):
            store.current(self._db)
            yield self._db

    def warm(self) -> None:
        """Make ready what the next answers will be written to."""
        if self._journal is not None:
            store.roomy(self._db, self.path)

    def seen(self, card: str) -> Memory | None:
        """What is remembered of a card as far as this process knows, which is enough to show it."""
        if card not in self._seen:
            self.ahead((card,))
        return self._seen[card] if card in self._seen else self.memory(card)

    def knows(self, card: str) -> bool:
        """Whether what is remembered of a card has been read."""
        return card in self._seen

    def instant(self) -> tuple[int, int]:
        """Now, as stored milliseconds, and the learning day it is."""
        now = self.clock()
        at = milliseconds(now)
        if at // _QUARTER != self._quarter[0]:
            self._quarter = at // _QUARTER, learning_day(now, self.zone)
        return at, self._quarter[1]

    def _forget(self) -> None:
        self._newest, self._learner_id, self._fit = None, None, _UNREAD
        self._seen.clear()

    def renew(self) -> None:
        """After something was written to `db` that did not come through `write`: bring the journal up, and read anew
        what is kept in mind."""
        self._forget()
        if self._journal:
            with suppress(OSError, ValueError, Error):
                store.follow(self._db, self._journal)

    def _bring_up(self) -> None:
        """Tell `memory` of the answers it has yet to be told of; where that cannot be, who reads it will see to it."""
        self._behind = 0
        with suppress(Error):
            store.current(self._db)

    def _follow(self) -> None:
        # The event is safe in the database by now; a journal that cannot follow is brought up at the next start, which
        # also says what is wrong with it if it still cannot.
        if self._journal:
            with suppress(OSError, ValueError, Error):
                if not self._journal.catch_up():
                    store.follow(self._db, self._journal)

    def memory(self, card: str) -> Memory | None:
        """What is remembered of one card."""
        row = self._read(f"SELECT {MEMORY} FROM memory WHERE learner = ? AND card = ?", key_of(card))
        return memory_of(row[0]) if row else None

    @property
    def parameters(self) -> tuple[float, ...] | None:
        """The scheduler's parameters as fitted to this learner; None where none were, or the fit was taken back."""
        if self._fit is _UNREAD:
            last = self.last_fit
            self._fit = None if last is None else fitted(last.note)
        return self._fit

    def verify(self) -> list[QuizError]:
        """What is wrong with the files: none, or sentences that say so. Reads all of both."""
        assert self._journal is not None, "opened for reading"
        with store.sentences(self.path):
            return store.verify(self.db, self._journal, self.path)

    def overview(
        self, decks: Sequence[Deck], now: datetime | None = None, limits: Limits | None = None
    ) -> list[DeckStatus]:
        """How each deck stands, in the order given."""
        from quiz.study.standing import overview

        return overview(self, decks, limits or Limits(), now)

    def _read(self, statement: str, *values: object) -> list[Any]:
        """The rows of a statement whose first blank is the learner."""
        with store.sentences(self.path):
            return self.db.execute(statement, (self._number(), *values)).fetchall()

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with store.sentences(self.path):
            return self.db.execute(statement, values).fetchall()

    def _number(self) -> int | None:
        """The number of the learner in this file; None where nothing is known of them."""
        if self._learner_id is None:
            row = self._db.execute("SELECT id FROM learner WHERE name = ?", (self.learner,)).fetchone()
            self._learner_id = None if row is None else row[0]
        return self._learner_id
