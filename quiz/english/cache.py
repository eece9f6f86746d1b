"""What translators have answered, kept on this machine under language pair, translator and text, so that nothing is
asked twice. A cache: it can be deleted at any time, and one that is damaged or cannot be written is done without.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from quiz.typography import safe_text

FILE = "english.sqlite"
PAIR = "fr-en"
_APPLICATION = 0x71_75_69_7A  # "quiz"
_VERSION = 1
_TABLE = """
CREATE TABLE IF NOT EXISTS translation (
    pair TEXT NOT NULL, provider TEXT NOT NULL, text TEXT NOT NULL, english TEXT NOT NULL,
    PRIMARY KEY (pair, provider, text)
) WITHOUT ROWID
"""


def normalised(text: str) -> str:
    """What two spellings of one text share: composed letters, straight apostrophes, every run of spaces one space."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
    return " ".join(safe_text(text).split())


class Cache:
    """The answers of all translators. Each is on disk once `keep` has returned, as far as the disk allows."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, folder: Path) -> Cache:
        """The cache in `folder`; a damaged or foreign file is put aside for a new one, and where nothing can be written
        this one lives as long as the program."""
        with suppress(OSError, sqlite3.Error):
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / FILE
            for _ in range(2):
                found = _opened(path)
                if found is not None:
                    return cls(found)
                for name in (path, path.with_name(f"{FILE}-wal"), path.with_name(f"{FILE}-shm")):
                    name.unlink(missing_ok=True)
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.execute(_TABLE)
        return cls(connection)

    def get(self, provider: str, text: str, pair: str = PAIR) -> str | None:
        """What this translator answered for this text, whatever its spaces; None where it was never asked."""
        with suppress(sqlite3.Error):
            row = self._connection.execute(
                "SELECT english FROM translation WHERE pair = ? AND provider = ? AND text = ?",
                (pair, provider, normalised(text)),
            ).fetchone()
            return safe_text(row[0]) if row and isinstance(row[0], str) else None
        return None

    def keep(self, provider: str, text: str, english: str, pair: str = PAIR) -> None:
        """Keep an answer, in the place of an earlier one."""
        with suppress(sqlite3.Error), self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO translation VALUES (?, ?, ?, ?)", (pair, provider, normalised(text), english)
            )

    def __len__(self) -> int:
        with suppress(sqlite3.Error):
            return int(self._connection.execute("SELECT count(*) FROM translation").fetchone()[0])
        return 0

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file as a cache of this version; None where it is none."""
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not empty and (application, version) != (_APPLICATION, _VERSION):
            connection.close()
            return None
        with connection:
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
            connection.execute(_TABLE)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT english FROM translation LIMIT 1").fetchone()
    except sqlite3.OperationalError:  # locked, or a folder that cannot be written
        connection.close()
        raise
    except sqlite3.DatabaseError:
        connection.close()
        return None
    return connection
