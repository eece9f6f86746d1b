"""The table of misfortunes: what befalls a learner's files, what `quiz play` says and does then, and what is left once
that has been followed. Kills and power cuts have tests of their own beside this one (`test_kill`, `test_power_cut`), a
terminal resized has its among the screens.

`make faults` prints the table with what the learner saw.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz import commands
from quiz.cli import main
from quiz.deck import Source, to_json
from quiz.deck_format import read_deck
from quiz.language import catalogue
from quiz.study import migrations
from quiz.study.history import History
from tests.study.samples import deck_played, many

ROOT = Path(__file__).parents[2]
DECK = replace(many(10, 1), sources=(Source("m-s0", "m.txt", "Les ateliers", None, "0" * 64),))
NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
BEFORE = 8
"""Answers in the history before the misfortune."""


@dataclass
class Home:
    """The folder of a learner: a history, a deck."""

    folder: Path
    now: datetime = NOW

    @property
    def database(self) -> Path:
        return self.folder / "history.sqlite"

    @property
    def journal(self) -> Path:
        return self.folder / "history.journal"

    @property
    def deck(self) -> Path:
        return self.folder / "deck.json"

    def answers(self) -> int:
        with History.open(self.database, lambda: self.now) as history:
            assert history.verify() == []
            return len(history.answers())


@dataclass(frozen=True)
class Misfortune:
    """What happens, what is said of it (a key of the catalogue of errors, "" for none), whether one can play on as it
    is, and what the sentence tells the learner to do."""

    name: str
    spoil: Callable[[Home], object]
    said: str = ""
    plays: bool = False
    cure: Callable[[Home], object] = lambda home: None
    kept: int = BEFORE


def cut(path: Path, share: float) -> None:
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


def flip(path: Path, at: int, count: int) -> None:
    data = bytearray(path.read_bytes())
    data[at : at + count] = bytes(byte ^ 0x5A for byte in data[at : at + count])
    path.write_bytes(bytes(data))


def away(path: Path) -> None:
    path.rename(path.with_name(path.name + ".away"))


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE other (a)")
    db.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


def back_again(home: Home) -> None:
    with sqlite3.connect(home.database) as db:
        db.execute(f"PRAGMA user_version = {migrations.VERSION}")
    db.close()


def older_database(home: Home) -> None:
    """A copy of the database from before the last two answers, put back beside today's journal."""
    with sqlite3.connect(home.database) as db:
        db.execute("DELETE FROM event WHERE seq > 6")
        db.execute("DELETE FROM memory WHERE card NOT IN (SELECT card FROM event)")
    db.close()


def other_story(home: Home) -> None:
    """The journal of the same history as it went on somewhere else."""
    line = home.journal.read_bytes()
    with History.open(home.database, lambda: home.now) as history:
        history.suspend("m1")
    home.journal.write_bytes(line)
    with sqlite3.connect(home.database) as db:
        db.execute("DELETE FROM event WHERE seq > 8")
        db.execute("UPDATE event SET card = 'elsewhere' WHERE seq = 8")
    db.close()


def clock(**span: int) -> Callable[[Home], None]:
    def turn(home: Home) -> None:
        home.now += timedelta(**span)

    return turn


TABLE = (
    Misfortune("nothing", lambda home: None, plays=True),
    Misfortune("the database is gone", lambda h: h.database.unlink(), "history-rebuilt", plays=True),
    Misfortune("the database has no length", lambda h: h.database.write_bytes(b""), "history-empty",
               cure=lambda h: away(h.database)),
    Misfortune("the database is cut short", lambda h: cut(h.database, 0.4), "history-damaged",
               cure=lambda h: away(h.database)),
    Misfortune("the database is damaged", lambda h: flip(h.database, 100, 30_000), "history-damaged",
               cure=lambda h: away(h.database)),
    Misfortune("the database is another program's", lambda h: foreign(h.database), "history-foreign",
               cure=lambda h: away(h.database)),
    Misfortune("the database is a newer quiz's", lambda h: newer(h.database), "history-newer", cure=back_again),
    Misfortune("the database is an older copy", older_database, plays=True),
    Misfortune("the journal is gone", lambda h: h.journal.unlink(), plays=True),
    Misfortune("the journal has no length", lambda h: h.journal.write_bytes(b""), plays=True),
    Misfortune("the journal is cut short", lambda h: cut(h.journal, 0.7), plays=True),
    Misfortune("the journal is damaged in its middle", lambda h: flip(h.journal, 900, 200), plays=True),
    Misfortune("the journal is damaged at its beginning", lambda h: flip(h.journal, 3, 9), "history-journal-damaged",
               cure=lambda h: away(h.journal)),
    Misfortune("the journal tells another story", other_story, "history-diverged", cure=lambda h: away(h.database)),
    Misfortune("both are gone but for noise", lambda h: (h.database.unlink(), h.journal.write_bytes(b"\0" * 300)),
               "history-journal-alone", cure=lambda h: away(h.journal), kept=0),
    Misfortune("a folder stands in the database's place", lambda h: (h.database.unlink(), h.database.mkdir()),
               "history-foreign", cure=lambda h: away(h.database)),
    Misfortune("the clock is set back by a year", clock(days=-366), plays=True),
    Misfortune("the clock leaps by ten years", clock(days=3660), plays=True),
    Misfortune("the deck is gone", lambda h: away(h.deck), "deck-missing",
               cure=lambda h: h.folder.joinpath("deck.json.away").rename(h.deck)),
    Misfortune("the deck is cut short", lambda h: cut(h.deck, 0.5), "deck-not-json",
               cure=lambda h: h.deck.write_text(to_json(DECK))),
    Misfortune("the settings are damaged", lambda h: (h.folder / "settings.json").write_text("{"), "settings-damaged",
               plays=True, cure=lambda h: (h.folder / "settings.json").unlink()),
)  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    monkeypatch.setenv("QUIZ_HOME", str(folder))
    deck_played(folder, BEFORE // 2, NOW - timedelta(days=7), "1" * 32)
    place = Home(folder)
    place.deck.write_text(to_json(DECK))
    monkeypatch.setattr(commands, "_now", lambda: place.now)
    monkeypatch.setattr("quiz.study.history.utc_now", lambda: place.now)
    return place


def play(home, monkeypatch, capsys, *lines, lang="en"):
    """The exit status of a sitting of so many lines typed, and what was said on standard error."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in lines)))
    status = main(["play", str(home.deck), "--plain", "--lang", lang])
    return status, capsys.readouterr().err.strip()


def begins(sentence, key, lang):
    """Whether a sentence is that of a key, whatever its blanks were filled with."""
    pieces = [piece.split("}")[-1] for piece in catalogue(lang, "errors")[key].replace("}", "}\0").split("{")]
    fixed = [text.strip("\0") for text in pieces]
    return all(text in sentence for text in fixed)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("misfortune", TABLE, ids=lambda row: row.name)
def test_what_is_said_and_what_is_left(misfortune, lang, home, monkeypatch, capsys):
    misfortune.spoil(home)
    before = sorted(path.name for path in home.folder.iterdir())
    status, said = play(home, monkeypatch, capsys, "1", "q", lang=lang)
    assert begins(said, misfortune.said, lang) if misfortune.said else said == "", said
    assert said.count("\n") == 0
    assert (status == 0) == misfortune.plays, said
    if not misfortune.plays:
        assert sorted(path.name for path in home.folder.iterdir() if not path.name.startswith("cache")) == [
            name for name in before if not name.startswith("cache")
        ], "what could not be used was left as it is"
        misfortune.cure(home)
        status, said = play(home, monkeypatch, capsys, "1", "q", lang=lang)
        assert status == 0, said
    assert home.answers() == misfortune.kept + 1


def test_a_second_quiz_that_holds_the_lock(home, monkeypatch, capsys):
    """It waits, says so, and plays once the other is through; nothing was recorded in between."""
    from quiz.study import history

    monkeypatch.setattr(history.History.open.__func__, "__kwdefaults__",
                        {**history.History.open.__kwdefaults__, "busy_seconds": 0.05})  # fmt: skip
    other = sqlite3.connect(home.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    status, said = play(home, monkeypatch, capsys, "1", "q")
    assert (status, begins(said, "history-busy", "en")) == (1, True)
    other.execute("ROLLBACK")
    other.close()
    assert play(home, monkeypatch, capsys, "1", "q") == (0, "")
    assert home.answers() == BEFORE + 1


def test_two_quizzes_side_by_side_share_one_history(home):
    with History.open(home.database, lambda: home.now) as one, History.open(home.database, lambda: home.now) as other:
        for number in range(30):
            here = one if number % 3 else other
            here.suspend(f"x{number}")
            here._follow()
            assert not here._journal._pending
        assert len([event for event in one.log() if event.kind == "suspend"]) == 30
    assert home.answers() == BEFORE


def test_a_disk_without_room(home, monkeypatch, capsys):
    """The answer is refused with its sentence, the question stands, and the ones before it are kept."""
    usual = History.open.__func__

    def full(cls, *args, **options):
        history = usual(cls, *args, **options)
        if history._journal is not None:
            history.db.execute(f"PRAGMA max_page_count = {history.db.execute('PRAGMA page_count').fetchone()[0]}")
        return history

    with monkeypatch.context() as patch:
        patch.setattr(History, "open", classmethod(full))
        home.deck.write_text(to_json(replace(DECK, cards=many(60, 1).cards)))
        status, said = play(home, patch, capsys, *["x" * 450, ""] * 60)
    assert (status, begins(said, "history-full", "en")) == (1, True)
    kept = home.answers()
    assert kept > BEFORE
    assert play(home, monkeypatch, capsys, "1", "q") == (0, "")
    assert home.answers() == kept + 1


def test_a_deck_deleted_or_changed_under_a_sitting(home):
    """What is being played is what was loaded; the file is looked at again only when it is written to."""
    from quiz.study.session import Session

    with History.open(home.database, lambda: home.now) as history:
        session = Session.begin(history, [read_deck(home.deck)])
        home.deck.unlink()
        assert session.answer(session.question().card.answer.fr).correct
        home.deck.write_text(to_json(replace(DECK, cards=DECK.cards[:1])))
        assert session.answer(session.question().card.answer.fr).correct
    assert home.answers() == BEFORE + 2


@pytest.mark.skipif(os.name != "posix", reason="folders are not read-only there")
def test_a_folder_that_cannot_be_written(home):
    """As another user, since root may write everywhere: playing is refused, looking is not."""
    above = Path(tempfile.mkdtemp())
    code = (
        "import os, sys; from pathlib import Path\n"
        "from quiz.study.history import History; from quiz.errors import QuizError; from quiz.study import store\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        f"path = Path({str(above / 'home' / 'history.sqlite')!r})\n"
        "try: History.open(path)\n"
        "except QuizError as error: print(error.key)\n"
        "with History.open(path, read_only=True) as history: print(len(history.answers()))\n"
    )
    try:
        shutil.copytree(home.folder, above / "home")
        for path in (above / "home").iterdir():
            path.chmod(0o444)
        above.chmod(0o755)
        (above / "home").chmod(0o555)
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.stdout.split() == ["history-readonly", str(BEFORE)], done.stderr
    finally:
        (above / "home").chmod(0o755)
        shutil.rmtree(above)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals that hang up")
@pytest.mark.parametrize("how", ["SIGHUP", "SIGTERM", "SIGINT", "end of input"])
def test_the_terminal_is_closed(home, how):
    """Every answer that was acknowledged is kept, and the next sitting goes on from there."""
    player = subprocess.Popen(
        [sys.executable, "-m", "quiz", "play", str(home.deck), "--plain"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    player.stdin.write("1\n\n1\n\n")
    player.stdin.flush()
    told, until = "", time.monotonic() + 20
    while told.count("Question") < 3 and time.monotonic() < until:
        told += player.stdout.readline()
    if how == "end of input":
        player.stdin.close()
    else:
        player.send_signal(getattr(signal, how))
    player.wait(20)
    for pipe in (player.stdin, player.stdout, player.stderr):
        pipe.close()
    assert home.answers() == BEFORE + 2


@pytest.mark.slow
def test_the_table_with_what_the_learner_saw(tmp_path_factory, monkeypatch, capsys):
    rows = []
    for misfortune in TABLE:
        folder = tmp_path_factory.mktemp("m") / "home"
        monkeypatch.setenv("QUIZ_HOME", str(folder))
        deck_played(folder, BEFORE // 2, NOW - timedelta(days=7), "1" * 32)
        place = Home(folder)
        place.deck.write_text(to_json(DECK))
        misfortune.spoil(place)
        _, said = play(place, monkeypatch, capsys, "1", "q")
        rows.append(f"  {misfortune.name:<42} {said.replace(str(folder), '~') or '(nothing: plays on)'}")
    with capsys.disabled():
        print("\n" + "\n".join(rows))
    assert len(rows) == len(TABLE)
