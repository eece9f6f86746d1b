"""What a history says of what has been: how every card stands, what was done and answered, by whom, what was complained
of: the part of `History` that statistics, lists and reports are made from. It writes nothing, and knows no deck.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import Any, NamedTuple

from quiz.deck import Form
from quiz.study import store
from quiz.study.acts import REASONS, Report
from quiz.study.events import Event
from quiz.study.memory import STAGES, Stage
from quiz.study.rows import (
    FIT,
    FORMS,
    NOT_UNDONE,
    REGRADE,
    REPORT,
    RETENTION,
    SETTLE,
    UNDO,
    card_of,
    day_of,
    events_where,
    key_of,
    seconds_of,
    verdict_of,
)  # fmt: skip

_LAST = "m.due - CASE WHEN m.wait & 1 THEN (m.wait >> 1) * 86400000 ELSE m.wait >> 1 END"


class Standing(NamedTuple):
    """The little an overview needs of a memory; `due` in stored milliseconds, `buried` the last learning day on which
    the card is hidden."""

    stage: Stage
    due: int
    suspended: bool
    leech: bool
    buried: int = 0


class Answered(NamedTuple):
    """The little statistics need of an answer; `stage` is the card's before it, and a near miss was right; `at` in
    stored milliseconds."""

    day: int
    stage: Stage
    right: bool
    seconds: float
    card: str = ""
    at: int = 0


class Past:
    """The part of a `History` that looks back. Raises QuizError where the disk refuses."""

    path: Path

    @property
    def db(self) -> Connection:
        """The database for reading."""
        raise NotImplementedError

    def _read(self, statement: str, *values: object) -> list[Any]:
        raise NotImplementedError

    def _number(self) -> int | None:
        raise NotImplementedError

    def standings(self) -> dict[str, Standing]:
        """How every card this learner has met stands, by card id."""
        rows = self._read("SELECT card, stage, due, suspended, leech, buried FROM memory WHERE learner = ?")
        return {
            card_of(card): Standing(STAGES[stage], due, bool(suspended), bool(leech), buried)
            for card, stage, due, suspended, leech, buried in rows
        }

    def stabilities(self) -> dict[str, float]:
        """How well every card this learner has learnt is known, by card id: the days after which nine answers of ten
        are still right."""
        rows = self._read("SELECT card, stability FROM memory WHERE learner = ? AND stage > 0")
        return {card_of(card): stability for card, stability in rows}

    def log(self, card: str | None = None) -> Iterator[Event]:
        """What this learner did, oldest first; of one card, or of all."""
        where = "e.learner = ?" + ("" if card is None else " AND e.card = ?")
        with store.sentences(self.path):
            values = () if card is None else (key_of(card),)
            return iter(events_where(self.db, where, self._number(), *values))

    def times(self, forms: frozenset[Form], count: int) -> list[float]:
        """The seconds of this learner's last `count` right answers to review cards of these forms, newest first."""
        written = [FORMS[form] for form in forms]
        marks = ",".join("?" * len(written))
        rows = self._read(
            f"SELECT ms FROM event e WHERE learner = ? AND kind = 0 AND marks >> 3 & 3 > 0 AND marks & 7 IN ({marks}) "
            "AND seq > (SELECT max(seq) FROM event) - ? AND substr(before, 1, 1) = X'32' "
            f"AND {NOT_UNDONE} ORDER BY seq DESC LIMIT ?",
            *written,
            20 * count,  # far enough back, and no further: this is read while a learner waits
            count,
        )
        return [seconds_of(ms) for (ms,) in rows]

    def answers(self) -> list[Answered]:
        """Every answer that was not taken back, oldest first; cram left out. A regrade does not change whether it was
        right, but on a flipped card, which the learner judges."""
        rows = self._read(
            "SELECT e.day, CAST(substr(e.before, 1, 1) AS TEXT), coalesce((SELECT r.marks FROM event r "
            f"WHERE r.kind > 1 AND r.kind = {REGRADE} AND r.target = e.seq ORDER BY r.seq DESC LIMIT 1), e.marks), "
            f"e.ms, e.card, e.at FROM event e WHERE e.learner = ? AND e.kind = 0 AND {NOT_UNDONE} ORDER BY e.seq"
        )
        return [
            Answered(
                day_of(day, at),
                STAGES[int(stage)] if stage else "new",
                verdict_of(marks) != "wrong",
                seconds_of(ms),
                card_of(card),
                at,
            )
            for day, stage, marks, ms, card, at in rows
        ]

    @property
    def retention(self) -> float:
        """The share of due cards this learner last wanted to know, as the log has it."""
        rows = self._read(
            "SELECT note FROM event e JOIN told t ON t.seq = e.seq "
            f"WHERE learner = ? AND kind > 1 AND kind = {RETENTION} ORDER BY at DESC LIMIT 1"
        )
        return float(rows[0][0]) if rows else 0.9

    @property
    def last_fit(self) -> Event | None:
        """The last fit to this learner that was not taken back."""
        rows = self._read(
            f"SELECT seq FROM event e WHERE learner = ? AND kind > 1 AND kind = {FIT} AND {NOT_UNDONE} "
            "ORDER BY at DESC, seq DESC LIMIT 1"
        )
        return events_where(self.db, "e.seq = ?", rows[0][0])[0] if rows else None

    @property
    def known(self) -> bool:
        """Whether anything was ever written of this learner here."""
        with store.sentences(self.path):
            return self._number() is not None

    def learners(self) -> list[str]:
        """Everybody who has a history in this file, by name, who played last first."""
        with store.sentences(self.path):
            rows = self.db.execute(
                "SELECT l.name FROM learner l LEFT JOIN memory m ON m.learner = l.id GROUP BY l.id "
                f"ORDER BY max(coalesce({_LAST}, 0)) DESC, l.name"
            ).fetchall()
        return [name for (name,) in rows]

    def reports(self) -> list[Report]:
        """The complaints about questions that nobody has settled yet, of every learner of this machine, oldest first;
        cards that were forgotten too often and put aside for it come last."""
        with store.sentences(self.path):
            told = self.db.execute(
                "SELECT e.card, coalesce(t.note, ''), l.name, e.at FROM event e JOIN learner l ON l.id = e.learner "
                f"LEFT JOIN told t ON t.seq = e.seq WHERE e.kind > 1 AND e.kind = {REPORT} AND {NOT_UNDONE} "
                f"AND NOT EXISTS (SELECT 1 FROM event s WHERE s.kind > 1 AND s.kind = {SETTLE} AND s.card = e.card "
                "AND (s.at, s.seq) > (e.at, e.seq) AND NOT EXISTS (SELECT 1 FROM event u "
                f"WHERE u.kind > 1 AND u.kind = {UNDO} AND u.target = s.seq)) ORDER BY e.seq"
            ).fetchall()
            leeches = self.db.execute(
                f"SELECT m.card, l.name, {_LAST} FROM memory m JOIN learner l ON l.id = m.learner "
                f"WHERE m.leech = 1 AND m.suspended = 1 ORDER BY {_LAST}, m.card"
            ).fetchall()
        reports = []
        for key, note, learner, at in told:
            card = card_of(key)
            named, _, text = note.partition(" ")
            reports.append(Report(card, next((one for one in REASONS if one == named), "other"), text, learner, at))
        return [*reports, *(Report(card_of(card), "leech", "", learner, at) for card, learner, at in leeches)]
