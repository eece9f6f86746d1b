"""The files of the history under every kind of misfortune: what is mended, what is refused, and in which words."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from string import Formatter

import pytest

from quiz.errors import QuizError
from quiz.language import catalogue
from quiz.study import migrations, store
from quiz.study.events import from_line, to_line
from quiz.study.history import History, learner_name
from quiz.study.memory import milliseconds
from quiz.study.session import Session
from tests.study.samples import Clock, deck, deck_played, many, opened, play


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def files(tmp_path, clock):
    """A history of six answers: its database and its journal, closed."""
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock, most=6)
    return tmp_path / "history.sqlite", tmp_path / "history.journal"


def story(folder, clock):
    """What the log tells, after opening."""
    with opened(folder, clock) as history:
        assert history.verify() == []
        return [(event.seq, event.kind, event.card) for event in history.log()]


SIX = [(n + 1, "review", f"m{n}") for n in range(6)]


def refused(path, clock, **options):
    """The sentence a history is refused with, in both languages, its blanks filled."""
    with pytest.raises(QuizError) as caught:
        History.open(path, clock, **options).close()
    return told(caught.value)


def told(error):
    for lang in ("fr", "en"):
        sentence = catalogue(lang, "errors")[error.key]
        blanks = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        assert blanks <= set(error.details), f"{error.key} leaves {blanks - set(error.details)} open"
    return error.key


def test_a_new_history_is_marked_as_ours_and_synced_in_full(tmp_path, clock):
    with opened(tmp_path / "deep" / "er", clock) as history:
        db = history.db
        assert db.execute("PRAGMA application_id").fetchone() == (store.APPLICATION,)
        assert db.execute("PRAGMA user_version").fetchone() == (migrations.VERSION,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute("SELECT count(*) FROM sentinel").fetchone() == (1,)
        assert history.notices == ()
    assert sorted(path.name for path in (tmp_path / "deep" / "er").iterdir()) == ["history.journal", "history.sqlite"]


def test_an_answer_is_in_the_file_before_it_returns(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(3)])
        for count in (1, 2, 3):
            session.answer(session.question().card.answer.fr)
            with sqlite3.connect(f"file:{tmp_path / 'history.sqlite'}?mode=ro", uri=True) as other:
                assert other.execute("SELECT count(*) FROM event").fetchone() == (count,)
            other.close()


def test_a_zero_length_database_is_no_empty_history(files, clock):
    path, _ = files
    path.write_bytes(b"")
    assert refused(path, clock) == "history-empty"
    assert path.read_bytes() == b""
    path.rename(path.with_suffix(".away"))
    assert story(path.parent, clock) == SIX


def test_a_file_of_another_program_is_left_alone(files, clock):
    path, _ = files
    path.write_text("Cher journal, aujourd'hui…")
    assert refused(path, clock) == "history-foreign"
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    before = path.read_bytes()
    assert refused(path, clock) == "history-foreign"
    assert path.read_bytes() == before


def test_a_newer_history_is_not_guessed_at(files, clock):
    path, _ = files
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    assert refused(path, clock) == "history-newer"


def test_a_history_without_its_sentinel_is_damaged(files, clock):
    path, _ = files
    with sqlite3.connect(path) as db:
        db.execute("DELETE FROM sentinel")
    db.close()
    assert refused(path, clock) == "history-damaged"


@pytest.mark.parametrize("keep", [0.1, 0.5])
def test_a_truncated_database_is_refused_and_made_again_once_moved(files, clock, keep):
    path, _ = files
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    assert refused(path, clock) == "history-damaged"
    path.rename(path.with_suffix(".away"))
    with opened(path.parent, clock) as history:
        assert [told(notice) for notice in history.notices] == ["history-rebuilt"]
    assert story(path.parent, clock) == SIX


def test_a_database_full_of_noise_is_refused(files, clock):
    path, _ = files
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(b ^ 0x5A for b in data[100:]))
    assert refused(path, clock) == "history-damaged"


def test_a_stale_write_ahead_log_is_not_played_into_a_new_database(files, clock, tmp_path_factory):
    path, _ = files
    elsewhere = tmp_path_factory.mktemp("other")
    with opened(elsewhere, clock) as other:
        play(Session.begin(other, [many(10, 1, name="x")]), clock, most=3)
        shutil.copy(elsewhere / "history.sqlite-wal", path.with_name("history.sqlite-wal"))
    path.unlink()
    assert story(path.parent, clock) == SIX


def test_a_database_put_back_from_a_backup_is_brought_up_from_the_journal(files, clock):
    path, _ = files
    backup = path.read_bytes()
    with opened(path.parent, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock, most=3)
        expected = [(event.seq, event.kind, event.card) for event in history.log()]
    path.write_bytes(backup)
    assert story(path.parent, clock) == expected
    assert len(expected) == 9


@pytest.mark.parametrize("loss", ["gone", "empty", "half a line", "last lines", "noise at the end"])
def test_a_journal_that_fell_behind_is_brought_up_from_the_database(files, clock, loss):
    path, journal = files
    lines = journal.read_bytes().splitlines(keepends=True)
    if loss == "gone":
        journal.unlink()
    else:
        journal.write_bytes(
            {
                "empty": b"",
                "half a line": b"".join(lines)[:-20],
                "last lines": b"".join(lines[:3]),
                "noise at the end": b"".join(lines[:4]) + b"\0" * 700 + b"\n\n[1,2] 00000000\n",
            }[loss]
        )
    assert story(path.parent, clock) == SIX
    assert journal.read_bytes() == b"".join(lines)


def test_a_damaged_line_loses_itself_alone(files, clock):
    path, journal = files
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[3] = lines[3].replace(b"review", b"reviaw")
    path.unlink()
    journal.write_bytes(b"".join(lines))
    for notices in (["history-rebuilt", "history-lost"], [], []):
        written = journal.stat().st_mtime_ns
        with opened(path.parent, clock) as history:
            assert [told(notice) for notice in history.notices] == notices
            assert history.notices == () or history.notices[1].details["n"] == 1
        assert notices or journal.stat().st_mtime_ns == written
    assert story(path.parent, clock) == [row for row in SIX if row[0] != 3]
    assert journal.with_name("history.journal.old").read_bytes() == b"".join(lines)


def test_a_damaged_line_is_mended_from_the_database(files, clock):
    path, journal = files
    good = journal.read_bytes()
    for spoilt in (good.replace(b"m2", b"m9"), good[:400] + b"\0" * 500 + good[900:]):
        assert spoilt != good
        journal.write_bytes(spoilt)
        assert story(path.parent, clock) == SIX
        assert journal.read_bytes() == good


def test_a_line_damaged_long_ago_is_found_by_looking_at_everything(tmp_path, clock):
    path = deck_played(tmp_path / "long", 500, clock.now, "1" * 32)
    journal = path.with_suffix(".journal")
    journal.write_bytes(journal.read_bytes().replace(b'"m3"', b'"m4"', 1))
    with opened(path.parent, clock) as history:
        assert [told(error) for error in history.verify()] == ["history-lost"]


@pytest.mark.parametrize("frame", [0, 2, 5])
def test_a_damaged_frame_of_the_write_ahead_log_loses_nothing(tmp_path, clock, frame):
    """SQLite drops a damaged frame and all after it without a word; the journal has what was in them."""
    home, copy = tmp_path / "home", tmp_path / "copy"
    with opened(home, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock, most=6)
        history.renew()
        shutil.copytree(home, copy)
    (copy / "history.sqlite-shm").unlink()
    log = bytearray((copy / "history.sqlite-wal").read_bytes())
    log[32 + frame * 4120 + 100] ^= 255
    (copy / "history.sqlite-wal").write_bytes(bytes(log))
    assert story(copy, clock) == SIX


def test_the_database_can_be_made_again_on_demand(files, clock):
    path, _ = files
    path.write_bytes(path.read_bytes()[:5000])
    assert History.rebuild(path) == (6, 0)
    assert path.with_name("history.sqlite.old").stat().st_size == 5000
    assert story(path.parent, clock) == SIX


@pytest.mark.parametrize("byte", range(0, 40, 3))
def test_no_altered_byte_of_a_line_goes_unseen(files, byte):
    _, journal = files
    line = bytearray(journal.read_bytes().splitlines(keepends=True)[2])
    assert to_line(from_line(bytes(line))) == bytes(line)
    line[byte] ^= 1
    with pytest.raises(ValueError):
        from_line(bytes(line))


def test_a_journal_whose_first_line_is_damaged(files, clock):
    path, journal = files
    journal.write_bytes(b"x" + journal.read_bytes())
    assert refused(path, clock) == "history-journal-damaged"
    path.unlink()
    assert story(path.parent, clock) == SIX


@pytest.mark.parametrize("content", [b"", b"\0" * 300, b"bonjour\n"])
def test_a_journal_alone_in_which_nothing_can_be_read(files, clock, content):
    path, journal = files
    path.unlink()
    journal.write_bytes(content)
    assert refused(path, clock) == "history-journal-alone"
    assert journal.read_bytes() == content
    assert not path.exists()


def test_the_journal_of_another_history_is_refused(files, clock, tmp_path_factory):
    path, journal = files
    elsewhere = tmp_path_factory.mktemp("other")
    opened(elsewhere, clock).close()
    shutil.copy(elsewhere / "history.journal", journal)
    assert refused(path, clock) == "history-journal-foreign"


def test_two_stories_of_one_history_are_not_mixed(files, clock):
    path, journal = files
    backup = path.read_bytes(), journal.read_bytes()
    with opened(path.parent, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock, most=2)
    other = journal.read_bytes()
    path.write_bytes(backup[0])
    journal.write_bytes(backup[1])
    with opened(path.parent, clock) as history:
        Session.begin(history, [many(10, 1)]).answer("faux")
    journal.write_bytes(other)
    assert refused(path, clock) == "history-diverged"
    journal.unlink()
    assert len(story(path.parent, clock)) == 7


def test_a_second_process_waits_and_then_says_so(files, clock):
    path, _ = files
    with opened(path.parent, clock, busy_seconds=0.05) as history:
        session = Session.begin(history, [many(10, 1)])
        question = session.question()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(QuizError) as caught:
            session.answer("faux")
        assert told(caught.value) == "history-busy"
        assert session.question() == question
        other.execute("ROLLBACK")
        other.close()
        session.answer("faux")
    assert len(story(path.parent, clock)) == 7


def test_a_full_disk_keeps_the_question_and_all_before_it(files, clock):
    path, _ = files
    with opened(path.parent, clock) as history:
        session = Session.begin(history, [many(200)])
        (pages,) = history.db.execute("PRAGMA page_count").fetchone()
        history.db.execute(f"PRAGMA max_page_count = {pages}")
        answered, error = 6, None
        while error is None and answered < 200:
            question = session.question()
            try:
                session.answer("x" * 400)
                answered += 1
            except QuizError as full:
                error = full
        assert told(error) == "history-full"
        assert session.question() == question
        history.db.execute("PRAGMA max_page_count = 100000")
        session.answer(question.card.answer.fr)
    assert len(story(path.parent, clock)) == answered + 1


def test_a_folder_that_cannot_be_written(clock):
    """As another user, since root may write everywhere."""
    folder = Path(tempfile.mkdtemp())
    try:
        with opened(folder, clock) as history:
            play(Session.begin(history, [many(3)]), clock)
        for path in (folder, *folder.iterdir()):
            path.chmod(0o555 if path.is_dir() else 0o444)
        code = (
            "import os, sys; from pathlib import Path\n"
            "from quiz.errors import QuizError; from quiz.study.history import History; from quiz.study import store\n"
            "if os.name == 'posix' and os.geteuid() == 0: os.setuid(65534)\n"
            f"folder = Path({str(folder)!r})\n"
            "for path in (folder / 'history.sqlite', folder / 'sub' / 'history.sqlite'):\n"
            "    try: History.open(path); print('opened')\n"
            "    except QuizError as error: print(error.key)\n"
            "with History.open(folder / 'history.sqlite', read_only=True) as history: print(len(history.answers()))\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.stdout.split() == ["history-readonly", "history-readonly", "6"], done.stderr
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_looking_makes_nothing(tmp_path, clock):
    path = tmp_path / "none" / "history.sqlite"
    with History.open(path, clock, read_only=True) as history:
        assert history.overview([many(3)])[0].new == 3
        assert list(history.log()) == []
    assert not path.parent.exists()


def test_looking_at_a_journal_alone_shows_what_it_tells(files, clock):
    path, _ = files
    path.unlink()
    with History.open(path, clock, read_only=True) as history:
        assert len(history.answers()) == 6
    assert not path.exists()


def test_a_clock_set_back_is_logged_as_it_was_and_schedules_forward(files, clock):
    path, _ = files
    with opened(path.parent, clock) as history:
        session = Session.begin(history, [many(10, 1)])
        last = clock.now
        clock.pass_(days=-400)
        outcome = session.answer(session.question().card.answer.fr)
        *_, event = history.log()
        assert event.at == milliseconds(clock.now)
        assert outcome.due > clock.now
        clock.now = last
        clock.pass_(minutes=1)
        play(Session.begin(history, [many(10, 1)]), clock)
        assert all(
            standing.due >= milliseconds(last)
            for standing in history.standings().values()
            if standing.stage == "review"
        )


def test_a_leap_of_years_loses_nothing(files, clock):
    path, _ = files
    clock.pass_(days=4000)
    with opened(path.parent, clock) as history:
        play(Session.begin(history, [many(10, 1)]), clock)
        clock.pass_(days=-4000)
        assert Session.begin(history, [many(40)]).question() is not None
        assert history.verify() == []


def test_an_older_history_is_brought_up_to_date_once(files, clock, monkeypatch):
    path, _ = files

    def note_the_weather(db):
        db.execute("ALTER TABLE event ADD COLUMN weather TEXT")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, note_the_weather))
    newer = migrations.VERSION + 1
    monkeypatch.setattr(migrations, "VERSION", newer)
    monkeypatch.setattr(store, "VERSION", newer)
    for _ in range(2):
        assert story(path.parent, clock) == SIX
    with sqlite3.connect(path) as db:
        assert "weather" in [row[1] for row in db.execute("PRAGMA table_info(event)")]
    db.close()


def test_a_history_of_the_first_version_is_opened_and_goes_on(tmp_path, clock, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        patch.setattr(migrations, "VERSION", 1)
        with sqlite3.connect(tmp_path / "history.sqlite") as db:
            db.execute(f"PRAGMA application_id = {store.APPLICATION}")
            migrations.migrate(db)
            db.execute("INSERT INTO sentinel VALUES (1, 'quiz-history/1', 'abc', 0)")
            db.execute("INSERT INTO learner VALUES (1, 'moi', 0)")
            db.execute(
                "INSERT INTO event VALUES (1, 1, 0, 1, 'suspend', 'm0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                " NULL, '[0,-1,0.0,0.0,0,0,0,0,0,0,1,0,0]')"
            )
            db.execute("INSERT INTO memory VALUES (1, 'm0', 0, -1, 0.0, 0.0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1)")
        db.close()
    with opened(tmp_path, clock) as history:
        history.report("m0", "unclear")
    assert story(tmp_path, clock) == [(1, "suspend", "m0"), (2, "report", "m0")]


def test_a_step_that_fails_leaves_the_history_as_it_was(files, clock, monkeypatch):
    path, _ = files

    def stumble(db):
        db.execute("ALTER TABLE event ADD COLUMN weather TEXT")
        raise sqlite3.OperationalError("no")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, stumble))
        newer = migrations.VERSION + 1
        patch.setattr(migrations, "VERSION", newer)
        patch.setattr(store, "VERSION", newer)
        with pytest.raises(QuizError):
            opened(path.parent, clock)
    assert story(path.parent, clock) == SIX


def test_a_folder_that_is_a_file_or_under_one_is_said_to_be_no_folder(tmp_path, clock):
    taken = tmp_path / "taken"
    taken.write_text("x")
    for folder in (taken, taken / "below", taken / "far" / "below"):
        for read_only in (False, True):
            with pytest.raises(QuizError) as caught:
                opened(folder, clock, read_only=read_only)
            assert caught.value.key == "history-folder"
            assert caught.value.details["folder"] == str(folder)
    assert taken.read_text() == "x"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada   M. ", "Ada M."),
        ("Zoe\u0301", "Zoé"),
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("x" * 90, "x" * 32),
        ("a\u202eb\tc", "ab c"),
    ],
)
def test_a_pseudonym_is_cleaned(typed, kept):
    assert learner_name(typed) == kept


def test_every_sentence_about_the_history_is_there_in_both_languages():
    keys = [
        {key for key in catalogue(lang, "errors") if key.startswith(("history-", "learner-"))} for lang in ("fr", "en")
    ]
    assert keys[0] == keys[1]
    room = Path(store.__file__).parent
    files = (*room.glob("*.py"), room.parent / "commands.py")
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    assert all(f'"{key}"' in source for key in keys[0])


def test_no_file_is_left_open(files, clock):
    path, _ = files
    before = open_files()
    with opened(path.parent, clock) as history:
        play(Session.begin(history, [deck()]), clock)
    path.write_bytes(b"")
    refused(path, clock)
    assert open_files() == before


def open_files():
    """How many files this process has open, where the system tells."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0
