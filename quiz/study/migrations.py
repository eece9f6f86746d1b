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


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (lay_the_tables,)
VERSION = len(STEPS)


def migrate(db: sqlite3.Connection) -> None:
    """Bring the open database, in the caller's transaction, to `VERSION`."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return  # writing the same number again would cost a sync at every start
    for step in STEPS[version:]:
        step(db)
    db.execute(f"PRAGMA user_version = {VERSION}")
