"""A deck that was read before: the same cards, read one by one, of the very file that is there now."""

import os
import pickle
import sqlite3
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from quiz import deck_kept, paths
from quiz.deck import Deck, Source
from quiz.deck_format import read_deck, write_deck
from quiz.deck_kept import KeptCards
from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.memory import moment_of
from quiz.study.order import Limits
from quiz.study.session import Session
from quiz.study.standing import plan_today
from tests.study.samples import Clock, card, choice, deck, many


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(deck_kept, "SMALL", 5)


def many_sources(count=60):
    """A deck of several articles, with siblings, a rejected card and one without its proof."""
    cards = [
        card(
            f"m{n}", f"{n} %", source="abcde"[n * n % 5], start=n // 2 * 10 + n % 5 // 4, question=f"Combien, en {n} ?"
        )
        for n in range(count)
    ]
    cards[7] = replace(cards[7], status="rejected")
    cards[9] = replace(cards[9], tags=("evidence-gone",))
    cards[11] = replace(cards[11], fact={"id": "f1"})
    cards[12] = replace(cards[12], fact={"id": "f1"})
    articles = tuple(Source(name, f"{name}.txt", None, None, "0" * 64) for name in "abcde")
    return replace(deck(*cards), sources=articles)


def written(path, one, old=True):
    """The deck in its file, which is from yesterday unless it is not `old`."""
    write_deck(path, one)
    if old:
        os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 10**14))
    return path


def kept_file():
    """Where the one deck is kept."""
    (place,) = (paths.cache() / "decks").glob("*.sqlite")
    return place


def test_it_holds_the_same_deck(tmp_path):
    one = many_sources()
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    again = read_deck(path)
    assert isinstance(again.cards, KeptCards)
    assert again == one == again
    assert len(again.cards) == 60
    assert again.cards[3] == one.cards[3]
    assert again.cards[5:8] == one.cards[5:8]
    assert {slip.id for slip in again.cards.slips(["m12", "m3", "m99"])} == {"m12", "m3"}
    for slip in again.cards.slips([other.id for other in one.cards]):
        (other,) = [other for other in one.cards if other.id == slip.id]
        assert again.cards.at(slip.rank) == other
        assert (slip.source, slip.start) == (other.evidence.source, other.evidence.start)
        assert slip.barred == (other.id in ("m7", "m9"))


def test_a_small_deck_is_read_whole_and_a_large_one_can_be_sent_to_another_process(tmp_path):
    for count in (5, 6):
        path = written(tmp_path / f"{count}.json", many_sources(20))
        write_deck(path, replace(many_sources(20), cards=many_sources(20).cards[:count]))
        one = [read_deck(path) for _ in range(2)][-1]
        assert isinstance(one.cards, KeptCards) == (count > 5)
        assert pickle.loads(pickle.dumps(one)) == one


def test_it_is_opened_without_the_file_being_read(tmp_path):
    path = written(tmp_path / "deck.json", many_sources())
    read_deck(path)
    seen = path.stat()
    path.write_bytes(b" " * seen.st_size)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))  # nobody does this; it shows that nobody looks
    assert read_deck(path).cards[0].id == "m0"


@pytest.mark.parametrize("old", [True, False])
def test_a_file_that_changed_is_read_again(tmp_path, old):
    one = many_sources()
    path = written(tmp_path / "deck.json", one, old)
    assert read_deck(path) == one
    other = replace(one, cards=(replace(one.cards[0], answer=replace(one.cards[0].answer, fr="9 %")), *one.cards[1:]))
    written(path, other, old=False)
    assert read_deck(path) == other
    assert read_deck(path) == other


def test_the_same_content_under_a_new_time_is_not_validated_again(tmp_path):
    path = written(tmp_path / "deck.json", many_sources())
    read_deck(path)
    made = kept_file().stat().st_ino
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert read_deck(path) == many_sources()
    assert kept_file().stat().st_ino == made


@pytest.mark.parametrize(
    "damage", ["DROP TABLE card", "UPDATE card SET body = '{'", "UPDATE card SET body = '{}'", "DELETE FROM card"]
)
def test_a_damaged_cache_is_made_again_while_it_is_in_use(tmp_path, damage):
    one = many_sources()
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    opened = read_deck(path)
    with sqlite3.connect(kept_file()) as db:
        db.execute(damage)
    db.close()
    assert opened.cards.at(0).id == "m0"
    assert opened == read_deck(path) == one


@pytest.mark.parametrize("damage", ["DROP TABLE card", "DELETE FROM card", "DROP TABLE marks"])
def test_a_damaged_cache_that_cannot_be_made_again_stops_no_sitting(tmp_path, damage):
    one = many_sources()
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    opened = read_deck(path)
    with sqlite3.connect(kept_file()) as db:
        db.execute(damage)
    db.close()
    folder = kept_file().parent
    folder.rename(tmp_path / "away")
    folder.write_text("a file where the folder should be")
    with History.open(tmp_path / "history.sqlite", Clock()) as history:
        session = Session.begin(history, [opened], Limits(100))
        for _ in range(20):
            session.answer(session.question().card.answer.fr)
        assert len(history.day().answered) == 20
    assert opened == one


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"\0" * 4096, "tables of another version"])
def test_a_cache_of_another_shape_is_made_again(tmp_path, content):
    path = written(tmp_path / "deck.json", many_sources())
    read_deck(path)
    if isinstance(content, bytes):
        kept_file().write_bytes(content)
    else:
        with sqlite3.connect(kept_file()) as db:
            for table in ("deck", "card", "marks"):
                db.execute(f"DROP TABLE {table}")
                db.execute(f"CREATE TABLE {table} (about TEXT)")
            db.execute("INSERT INTO deck VALUES ('{}')")
        db.close()
    assert read_deck(path) == many_sources()
    assert isinstance(read_deck(path).cards, KeptCards)


def test_a_damaged_cache_of_a_small_deck_is_made_again(tmp_path, monkeypatch):
    monkeypatch.setattr(deck_kept, "SMALL", 100)
    one = many_sources()
    path = written(tmp_path / "deck.json", one)
    for damage in ("UPDATE card SET body = '{'", "DROP TABLE card", "DELETE FROM deck"):
        assert read_deck(path) == one
        with sqlite3.connect(kept_file()) as db:
            db.execute(damage)
        db.close()
    assert read_deck(path) == one


def test_a_cache_cut_short_is_made_again(tmp_path):
    one = many_sources(400)
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    place = kept_file()
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])
    assert read_deck(path) == one


def test_a_damaged_cache_of_a_deck_that_has_changed_says_so(tmp_path):
    path = written(tmp_path / "deck.json", many_sources())
    read_deck(path)
    opened = read_deck(path)
    with sqlite3.connect(kept_file()) as db:
        db.execute("DROP TABLE card")
    db.close()
    written(path, many_sources(30))
    with pytest.raises(QuizError) as error:
        opened.cards.at(0)
    assert error.value.key == "deck-unreadable"


def test_without_a_cache_a_deck_is_read_all_the_same(tmp_path):
    path = written(tmp_path / "deck.json", many_sources())
    (tmp_path / "home").write_text("a file where the folder should be")
    assert read_deck(path) == many_sources()


def days(plain: Deck, kept: Deck, folder):
    """Two learners of the same habits over some days, one with the deck in memory and one with the deck kept: their
    plans, day by day."""
    chance, clock = Random(8), Clock()
    for _ in range(14):
        clock.now += timedelta(days=chance.choice([1, 1, 2, 5]))
        acts = [chance.choice(["right", "right", "right", "wrong", "bury", "suspend", "reset"]) for _ in range(14)]
        plans = []
        for one, name in ((plain, "plain"), (kept, "kept")):
            with History.open(folder / f"{name}.sqlite", clock) as history:
                plans.append(plan_today(history, [one], Limits(7, 9)))
                session = Session.begin(history, [one], Limits(7, 9))
                for act in acts:
                    question = session.question()
                    if question is None:
                        break
                    if act in ("right", "wrong"):
                        session.answer(question.card.answer.fr if act == "right" else "nul 7")
                    else:
                        getattr(session, act)()
        yield plans


def test_a_kept_deck_is_planned_as_the_same_deck_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr("quiz.study.frontier.WORN", 20)
    one = many_sources(160)
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    kept = read_deck(path)
    assert isinstance(kept.cards, KeptCards)
    for plain, other in days(one, kept, tmp_path):
        for queue in ("learning", "reviews", "new"):
            mine, theirs = getattr(plain, queue), getattr(other, queue)
            assert [(e.id, e.due, e.state) for e in mine] == [(e.id, e.due, e.state) for e in theirs]
            assert [e.card for e in mine] == [e.card for e in theirs]


@pytest.mark.parametrize("few", [0, 10**6])
def test_home_says_the_same_of_a_kept_deck_and_of_one_in_memory(tmp_path, monkeypatch, few):
    monkeypatch.setattr("quiz.study.standing._FEW", few)
    monkeypatch.setattr("quiz.study.standing._PAGE", 3)
    one, other = many_sources(60), many(8, name="z")
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    kept, clock = read_deck(path), Clock()
    with History.open(tmp_path / "history.sqlite", clock) as history:
        for later in (0, 1, 0, 3, 1, 30, 0):
            clock.pass_(days=later, minutes=20)
            for decks in ([one], [other]):
                session = Session.begin(history, decks, Limits(20, 30))
                while question := session.question():
                    session.answer(question.card.answer.fr)
            for limits in (Limits(0, 0), Limits(9, 9)):
                mine, both = history.overview([one, other], None, limits), history.overview([kept, other], None, limits)
                assert [replace(row, deck=other) for row in both] == [replace(row, deck=other) for row in mine]
                later_ones = [
                    history.memory(card).due for card in history.standings() if card in {card.id for card in one.cards}
                ]
                later_ones = [due for due in later_ones if due >= history.today_ends()]
                if not (mine[0].due or mine[0].learning or mine[0].new):
                    assert mine[0].next_due == (moment_of(min(later_ones)) if later_ones else None)


def test_a_card_of_two_kept_decks_is_asked_once(tmp_path):
    one = many_sources(20)
    paths_ = [written(tmp_path / f"{name}.json", replace(one, id=name)) for name in "ab"]
    for path in paths_:
        read_deck(path)
    with History.open(tmp_path / "history.sqlite", Clock()) as history:
        plan = plan_today(history, [read_deck(path) for path in paths_], Limits(100))
    names = [entry.id for entry in plan.new]
    assert len(names) == len(set(names)) > 5


def test_marks_of_another_log_are_made_again(tmp_path):
    path = written(tmp_path / "deck.json", many_sources(20))
    read_deck(path)
    kept = read_deck(path)
    assert isinstance(kept.cards, KeptCards)
    clock = Clock()
    with History.open(tmp_path / "history.sqlite", clock) as history:
        session = Session.begin(history, [kept])
        session.answer("x")
        for note in ("1 12345", "99999999999999999999 None", "² None", "", "7 None"):
            kept.cards.mark(f"{history.collection}/moi", note, b"\1" * 20)
            assert plan_today(history, [kept], Limits()).new, note
        assert deck_kept.place_of(path, paths.cache() / "decks") == kept_file()


def test_a_sitting_over_a_kept_deck_asks_what_one_in_memory_asks(tmp_path):
    """Cards to come are read together, and their choices laid out before they are asked."""
    one = replace(
        deck(*(choice(f"m{n}", f"Ada {n}", f"Basile {n}", f"Cléo {n}", source="abc"[n % 3]) for n in range(60))),
        sources=tuple(Source(name, f"{name}.txt", None, None, "0" * 64) for name in "abc"),
    )
    path = written(tmp_path / "deck.json", one)
    read_deck(path)
    asked = []
    for number, whose in enumerate((one, read_deck(path))):
        with History.open(tmp_path / f"{number}.sqlite", Clock()) as history:
            session = Session.begin(history, [whose], Limits(new=50))
            asked.append([])
            while (question := session.question()) and len(asked[-1]) < 80:
                asked[-1].append((question.card, question.choices))
                session.answer(len(asked[-1]) % 3, 5.0)
                if len(asked[-1]) == 30:
                    session.undo()
            assert isinstance(whose.cards, KeptCards) is bool(number)
    assert asked[0] == asked[1]
    assert len(asked[0]) == 80
