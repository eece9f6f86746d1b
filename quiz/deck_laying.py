"""How the cache holds a deck: its tables, and how they are filled from a deck that was validated.

It writes into an empty database it is given, and refuses to know where that is and whether it can be trusted later:
that is `deck_kept`'s business.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict

from quiz.deck import Card, Deck

_TABLES = (
    "CREATE TABLE deck (about TEXT, sources TEXT, stamp TEXT, hash TEXT)",
    # `rank` counts the cards source by source, in the order of the deck within each.
    "CREATE TABLE card (rank INTEGER PRIMARY KEY, place INTEGER, id TEXT, start INTEGER, fact TEXT, barred INTEGER, "
    "body TEXT)",
    "CREATE TABLE marks (owner TEXT PRIMARY KEY, note TEXT, marks BLOB)",
)


def lay(db: sqlite3.Connection, deck: Deck, stamp: str, hashed: str) -> str:
    """Lay out a deck in an empty database; the hash, as it was given."""
    groups: dict[str, list[tuple[int, Card]]] = {}
    for at, card in enumerate(deck.cards):
        groups.setdefault(card.evidence.source, []).append((at, card))
    sources: list[tuple[str, int, int]] = []
    rows: list[tuple[object, ...]] = []
    for name, cards in groups.items():
        sources.append((name, len(rows), len(rows) + len(cards)))
        for at, card in cards:
            named = card.fact.get("id") if card.fact else None
            fact = named if isinstance(named, str) and named else None
            barred = card.status == "rejected" or "evidence-gone" in card.tags
            body = json.dumps(asdict(card), ensure_ascii=False, separators=(",", ":"))
            rows.append((len(rows), at, card.id, card.evidence.start, fact, barred, body))
    tables(db)
    db.executemany("INSERT INTO card VALUES (?,?,?,?,?,?,?)", rows)
    db.execute("CREATE INDEX card_id ON card (id)")
    entitle(db, deck, sources, sum(not row[5] for row in rows), stamp, hashed)
    return hashed


def tables(db: sqlite3.Connection) -> None:
    """Begin an empty database of a deck; `entitle` ends it."""
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("BEGIN")
    for statement in _TABLES:
        db.execute(statement)


def entitle(
    db: sqlite3.Connection,
    deck: Deck,
    sources: Sequence[tuple[str, int, int]],
    askable: int,
    stamp: str,
    hashed: str,
    *,
    large: bool = False,
) -> None:
    """Write what is said of a deck as a whole, its cards being laid out, and have it all on the disk."""
    about = {
        "id": deck.id,
        "title": asdict(deck.title),
        "language": deck.language,
        "sources": [asdict(source) for source in deck.sources],
        "askable": askable,
        "large": large,
    }
    db.execute("INSERT INTO deck VALUES (?,?,?,?)", (json.dumps(about), json.dumps(sources), stamp, hashed))
    db.execute("COMMIT")
