"""What a history says of a day: what was answered, what is in its steps, what is due, and what was never asked: the
part of `History` that plans are made from. It reads little more than a day holds, and writes nothing but its agenda.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import datetime, tzinfo
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection, Error
from typing import Any, NamedTuple

from quiz.study import agenda, store
from quiz.study.memory import day_ends, learning_day
from quiz.study.rows import KEY_LENGTH, card_of

_BY_DUE = itemgetter(1, 0)


class DayRead(NamedTuple):
    """What all cards say of a day: those answered today, and whether each was new; those in their learning steps and
    not put aside, by due time (stored milliseconds); `reviews` the review cards that fall due before the day ends, by
    due time too, read as they are wanted; `aside` those put aside before they were ever asked. An answer taken back
    does not count."""

    answered: dict[str, bool]
    learning: list[tuple[str, int]]
    reviews: Iterator[tuple[str, int]]
    aside: set[str]


def _falls_due(met: agenda.Met, today: int, ends: int) -> bool:
    return met.stage == 2 and met.due < ends and met.day < today and not met.suspended and met.buried < today


class Days:
    """The part of a `History` that knows what a day is made of. Raises QuizError where the disk refuses."""

    path: Path
    clock: Callable[[], datetime]
    zone: tzinfo | None
    _newest: int | None
    _agenda: agenda.Agenda | None
    _ready: int | None

    @property
    def db(self) -> Connection:
        """The database for reading."""
        raise NotImplementedError

    def _read(self, statement: str, *values: object) -> list[Any]:
        raise NotImplementedError

    def _rows(self, statement: str, *values: object) -> list[Any]:
        raise NotImplementedError

    def _number(self) -> int | None:
        raise NotImplementedError

    def met(self, now: datetime | None = None, among: Collection[str] | None = None) -> set[str]:
        """The ids of the cards that are not to be asked as new ones: asked before, or put aside; of all there are, or
        `among` some, which costs what these cost."""
        if among is not None:
            today = self.today(now)
            with store.sentences(self.path):
                cards = agenda.looked_at(self.db, self._number(), among)
                return {met.card for met in cards if met.stage or met.suspended or met.buried >= today}
        # One value is fetched many times as fast as its ten thousand parts. Keys that are bytes (`rows.key_of`), which
        # come after all text, need nothing between them; control characters are in no card's id.
        met: set[str] = set()
        for which, between in ((">=", "''"), ("<", "char(31)")):
            ((keys,),) = self._read(
                f"SELECT CAST(group_concat(card, {between}) FILTER (WHERE stage > 0 OR suspended = 1 OR buried >= ?2) "
                f"AS BLOB) FROM memory WHERE learner = ?1 AND card {which} X''",
                self.today(now),
            )
            if keys:
                met.update((keys.decode() if between != "''" else keys.hex("\x1f", KEY_LENGTH)).split("\x1f"))
        return met

    def answered_today(self, now: datetime | None = None) -> dict[str, bool]:
        """The cards answered today, and whether each was new. An answer taken back does not count."""
        return self.day(now).answered

    def reviews(self, now: datetime | None = None, among: Collection[str] | None = None) -> Iterator[tuple[str, int]]:
        """The review cards that fall due before the day ends, by due time (stored milliseconds); of all there are, or
        `among` some, which costs what these cost."""
        if among is None:
            return self.day(now).reviews
        today, ends = self.today(now), self.today_ends(now)
        with store.sentences(self.path):
            cards = agenda.looked_at(self.db, self._number(), among)
            return iter(sorted(((met.card, met.due) for met in cards if _falls_due(met, today, ends)), key=_BY_DUE))

    def day(self, now: datetime | None = None) -> DayRead:
        """What a plan of the day needs to know of all cards."""
        today, ends = self.today(now), self.today_ends(now)
        with store.sentences(self.path):
            learner = self._number()
            day, anew = self._agenda or agenda.kept(self.db, learner, today), set[str]()
            if day is not None:
                anew = agenda.touched(self.db, learner, day.seq).union(day.others)
            if day is None or day.day > today or len(anew) > agenda.STALE:
                day = self._agenda = agenda.made(self.db, learner, today)
                anew = set(day.others)
            cards = tuple(agenda.looked_at(self.db, learner, anew))
        due = [(card, at) for card, at in day.reviews if at < ends and card not in anew]
        due += ((met.card, met.due) for met in cards if _falls_due(met, today, ends))
        steps = [
            (met.card, met.due) for met in cards if met.stage in (1, 3) and not met.suspended and met.buried < today
        ]
        self._ready = day.seq
        return DayRead(
            {met.card: met.age == 0 for met in cards if met.day == today},
            sorted(steps, key=_BY_DUE),
            self._due(sorted(due, key=_BY_DUE), None if day.whole else day.reviews[-1][1], today, ends),
            {met.card for met in cards if met.stage == 0 and (met.suspended or met.buried >= today)},
        )

    def coming(
        self, now: datetime | None = None, *, among: Collection[str] | None = None, most: int = -1
    ) -> list[tuple[str, int]]:
        """The review cards that fall due after the day has ended, by due time (stored milliseconds); of all there are,
        and then no more than `most` of them, or `among` some."""
        ends = self.today_ends(now)
        if among is not None:
            with store.sentences(self.path):
                cards = agenda.looked_at(self.db, self._number(), among)
                later = [(m.card, m.due) for m in cards if m.stage == 2 and not m.suspended and m.due >= ends]
            return sorted(later, key=_BY_DUE)
        rows = self._read(
            "SELECT card, due FROM memory WHERE learner = ? AND stage = 2 AND suspended = 0 AND due >= ? "
            "ORDER BY due, card LIMIT ?",
            ends, most,
        )  # fmt: skip
        return [(card_of(card), due) for card, due in rows]

    @property
    def collection(self) -> str:
        """The name of the history in this file, unlike any other's."""
        ((name,),) = self._rows("SELECT collection FROM sentinel")
        return str(name)

    @property
    def newest(self) -> int:
        """The number of the last event; 0 where there is none."""
        ((seq,),) = self._rows("SELECT coalesce(max(seq), 0) FROM event")
        return int(seq)

    def moment(self, seq: int) -> int | None:
        """When an event happened (stored milliseconds); None where there is none of this number."""
        rows = self._rows("SELECT at FROM event WHERE seq = ?", seq)
        return rows[0][0] if rows else None

    def touched(self, seq: int) -> set[str]:
        """The cards that something has happened to since an event."""
        with store.sentences(self.path):
            return agenda.touched(self.db, self._number(), seq)

    def asked_of(self, cards: Collection[str]) -> set[str]:
        """Those of these cards that were asked before."""
        with store.sentences(self.path):
            return {met.card for met in agenda.looked_at(self.db, self._number(), cards) if met.stage}

    def _due(
        self, listed: list[tuple[str, int]], horizon: int | None, today: int, ends: int
    ) -> Iterator[tuple[str, int]]:
        """The reviews that an agenda lists up to its horizon, and those beyond."""
        yield from (pair for pair in listed if horizon is None or pair[1] < horizon)
        if horizon is not None and horizon < ends:
            rows = self._read(
                "SELECT card, due FROM memory WHERE learner = ? AND stage = 2 AND due >= ? AND due < ? AND day < ? "
                "AND suspended = 0 AND buried < ?",
                horizon, ends, today, today,
            )  # fmt: skip
            yield from sorted(((card_of(card), due) for card, due in rows), key=_BY_DUE)

    def today(self, now: datetime | None = None) -> int:
        """The learning day it is, as a date ordinal."""
        return learning_day(now or self.clock(), self.zone)

    def today_ends(self, now: datetime | None = None) -> int:
        """When the learning day ends, as stored milliseconds."""
        return day_ends(self.today(now), self.zone)

    def _keep_agenda(self) -> None:
        """Leave an agenda for the next time, where there is none or much has happened since."""
        with suppress(OSError, ValueError, Error):
            learner, ready = self._number(), self._agenda
            if learner is None:
                return
            if self._ready is not None and (self._newest or 0) - self._ready >= agenda.WORN:
                ready = agenda.made(self.db, learner, self.today())
            if ready is not None:
                with store.transaction(self.db):
                    agenda.keep(self.db, learner, ready)
                self._agenda = None
