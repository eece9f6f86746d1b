"""How an older history becomes one of today: an ordered list of named steps, each run once, inside one transaction.

The first step is the whole schema. A later change of the schema is a new function at the end of `STEPS`; nothing that
has been released is ever edited.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path


def lay_the_tables(db: sqlite3.Connection) -> None:
    """Version 1: the tables of schema.sql."""
    schema = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8")
    statement = ""
    for line in schema.splitlines(keepends=True):  # `executescript` would commit on its own account
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def note_reasons_and_origins(db: sqlite3.Connection) -> None:
    """Version 2: an event may have a note (why a question was reported, what was fitted), and one that came from
    another machine says from which and which one it was there."""
    db.execute("CREATE TABLE origin (id INTEGER PRIMARY KEY, collection TEXT NOT NULL UNIQUE) STRICT")
    db.execute("ALTER TABLE event ADD COLUMN note TEXT")
    db.execute("ALTER TABLE event ADD COLUMN origin INTEGER REFERENCES origin (id)")
    db.execute("ALTER TABLE event ADD COLUMN origin_seq INTEGER")
    db.execute("DROP VIEW event_whole")
    db.execute(
        "CREATE VIEW event_whole AS SELECT e.seq, l.name AS learner, e.at, e.day, e.kind, e.card, e.target, e.form, "
        "e.given, e.verdict, e.seconds, e.help, e.auto, e.rating, coalesce(p.after, 'null') AS before, e.after, "
        "coalesce(e.note, '') AS note, o.collection AS origin, e.origin_seq, e.learner AS learner_id "
        "FROM event e JOIN learner l ON l.id = e.learner LEFT JOIN event p ON p.seq = e.prior "
        "LEFT JOIN origin o ON o.id = e.origin"
    )


def pack_what_was_left(db: sqlite3.Connection) -> None:
    """Version 3: the memory an event left in a quarter of the room (`memory.packed`). Rows from before keep their
    `after`; the others leave it empty."""
    db.execute("ALTER TABLE event ADD COLUMN left BLOB")
    db.execute("DROP VIEW event_whole")
    db.execute(
        "CREATE VIEW event_whole AS SELECT e.seq, l.name AS learner, e.at, e.day, e.kind, e.card, e.target, e.form, "
        "e.given, e.verdict, e.seconds, e.help, e.auto, e.rating, p.left AS before_left, p.after AS before_after, "
        "p.at AS before_at, p.day AS before_day, e.left, e.after, coalesce(e.note, '') AS note, "
        "o.collection AS origin, e.origin_seq, e.learner AS learner_id, "
        "coalesce(CAST(substr(p.left, 1, 1) AS TEXT), substr(p.after, 2, 1), '') AS stage_before "
        "FROM event e JOIN learner l ON l.id = e.learner LEFT JOIN event p ON p.seq = e.prior "
        "LEFT JOIN origin o ON o.id = e.origin"
    )


def find_what_is_rare(db: sqlite3.Connection) -> None:
    """Version 4: the few events among many that are looked for by their kind, some of them while a learner waits."""
    for kind, column in (("fit", "learner"), ("retention", "learner"), ("report", "card"), ("settle", "card")):
        db.execute(f"CREATE INDEX event_{kind} ON event ({column}) WHERE kind = '{kind}'")


def tell_each_thing_once(db: sqlite3.Connection) -> None:
    """Version 5: the same events in half the room. What an event left is not written where the next on its card says
    what it found; cards, kinds and answers stand in few bytes (see `rows`); what few events have is in a table of its
    own.

    It writes through `rows`: whoever changes the tables again gives this step the `rows` of today to keep.
    """
    from quiz.study import older, rows

    for table in ("event", "memory"):
        db.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    for statement in _FIFTH:
        db.execute(statement)
    rows.add(db, older.events_of(db))
    db.execute("DROP VIEW event_whole")
    for table in ("event", "memory"):
        db.execute(f"DROP TABLE old_{table}")


_FIFTH = (
    "CREATE TABLE event ("
    "seq INTEGER PRIMARY KEY, "  # 1, 2, 3... without gaps
    "learner INTEGER NOT NULL REFERENCES learner (id), "
    "at INTEGER NOT NULL, "  # as the clock said, also where it was set back
    "day INTEGER NOT NULL, "  # the learning day, counted from the day in UTC
    "kind INTEGER NOT NULL, "
    "card ANY NOT NULL, "
    "target INTEGER, "  # the event an undo or a regrade is about
    "given TEXT, "  # from here to `ms`: answers only
    "marks ANY, "  # form, verdict, help, the policy's rating and the one that counted
    "ms ANY, "  # as measured, before any cap
    "before BLOB, "  # the memory it found; none: there was none
    "left BLOB"  # the memory it left, where neither the next event on its card nor `memory` says; empty: none
    ") STRICT",
    # The few that are no answers are looked for by what they are, some of them while a learner waits.
    "CREATE INDEX event_rare ON event (kind, target) WHERE kind > 1",
    "CREATE TABLE told (seq INTEGER PRIMARY KEY, note TEXT, origin INTEGER REFERENCES origin (id), origin_seq INTEGER) "
    "STRICT",
    "CREATE TABLE memory ("
    "learner INTEGER NOT NULL REFERENCES learner (id), "
    "card ANY NOT NULL, "
    "stage INTEGER NOT NULL, "  # 0 new, 1 learning, 2 review, 3 relearning
    "suspended INTEGER NOT NULL, buried INTEGER NOT NULL, day INTEGER NOT NULL, due INTEGER NOT NULL, "
    "age INTEGER NOT NULL, "  # days from the first answer to the last, which was on `day`
    "wait INTEGER NOT NULL, "  # from the last answer to when it is due: twice the milliseconds, or twice the days + 1
    "step INTEGER NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL, "
    "reps INTEGER NOT NULL, lapses INTEGER NOT NULL, leech INTEGER NOT NULL, "
    "event INTEGER NOT NULL, "  # the last on this card
    "PRIMARY KEY (learner, card)) STRICT, WITHOUT ROWID",
)


def keep_the_day_ready(db: sqlite3.Connection) -> None:
    """Version 6: what a day needs of all that is remembered stands in a place of its own (see `agenda`), made anew now
    and then. Nothing follows from it, and an empty one is as good as any."""
    db.execute(
        "CREATE TABLE agenda ("
        "learner INTEGER PRIMARY KEY REFERENCES learner (id), "
        "seq INTEGER NOT NULL, "  # the last event it knows of
        "day INTEGER NOT NULL, "  # the learning day it was made on
        "whole INTEGER NOT NULL, "  # whether it lists all reviews
        "cards TEXT NOT NULL"  # JSON: the first reviews, how long after each other they are due, other cards to look at
        ") STRICT"
    )


def bring_memory_up_later(db: sqlite3.Connection) -> None:
    """Version 7: an answer is written in one place, its own row, with what it left; `memory` is brought up from there
    when somebody reads it (see `lag`). The one row here is up to which event that was done."""
    db.execute("CREATE TABLE brought_up (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL) STRICT")
    db.execute("INSERT INTO brought_up SELECT 1, coalesce(max(seq), 0) FROM event")


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    lay_the_tables,
    note_reasons_and_origins,
    pack_what_was_left,
    find_what_is_rare,
    tell_each_thing_once,
    keep_the_day_ready,
    bring_memory_up_later,
)
VERSION = len(STEPS)


def migrate(db: sqlite3.Connection) -> bool:
    """Bring the open database, in the caller's transaction, to `VERSION`; whether there was anything to do."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return False  # writing the same number again would cost a sync at every start
    for step in STEPS[version:]:
        step(db)
    db.execute(f"PRAGMA user_version = {VERSION}")
    return True
