"""A deck file that is read piece by piece holds the same deck, and is refused for the same reasons, as one read at
once."""

import json
import os
from dataclasses import asdict, replace
from datetime import UTC

import pytest

from quiz import deck_finding, deck_format, deck_kept, deck_large, paths
from quiz.deck import Bilingual, Source, to_json
from quiz.deck_format import read_deck
from quiz.deck_kept import KeptCards
from quiz.deck_words import words_of
from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.order import Limits
from quiz.study.session import Session
from quiz.study.standing import plan_cram
from quiz.study.stats import stats
from quiz.tui.catalog import DIMENSIONS, Catalog, Moment
from tests.study.samples import Clock, card, choice, deck


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(deck_kept, "SMALL", 5)


@pytest.fixture
def piecewise(monkeypatch):
    """Every file is too large to be held at once, and read a few bytes at a time."""
    monkeypatch.setattr(deck_format, "_AT_ONCE", 0)
    monkeypatch.setattr(deck_large, "PIECE", 13)


def several():
    """Cards of three articles in turn, one rejected, one with two proofs, one with a fact; curly and accented text."""
    cards = [
        card(f"m{n}", f"{n},5 %", source="abc"[n * n % 3], start=n // 2 * 10, question=f"Combien d’œuvres en {n} ?")
        for n in range(9)
    ]
    cards += [choice("m9", "Élodie", source="c"), replace(cards[0], id="m10", status="rejected")]
    cards[3] = replace(cards[3], fact={"id": "f1", "values": [1, 2.5, -3e4, None, True, {"à": "\\u00e9"}]})
    cards[4] = replace(cards[4], also=(cards[5].evidence,), tags=("x",), score=0.125)
    articles = tuple(Source(name, f"{name}.txt", None, None, "0" * 64) for name in "abc")
    return replace(deck(*cards), title=Bilingual("Jeu « d’essai »", "A deck", "reviewed"), sources=articles)


def written(path, text):
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 10**14))
    return path


@pytest.mark.parametrize("piece", [1, 13, 1 << 20])
def test_it_is_the_same_deck(tmp_path, piecewise, monkeypatch, piece):
    monkeypatch.setattr(deck_large, "PIECE", piece)
    one = several()
    for text in (to_json(one), "\ufeff" + json.dumps(json.loads(to_json(one)), indent=None)):
        path = written(tmp_path / "deck.json", text)
        first, again = read_deck(path), read_deck(path)
        assert first == again == replace(one, path=path)
        cards = again.cards
        assert isinstance(cards, KeptCards)
        assert cards.is_large
        assert cards.askable == 10
        for slip in cards.slips([other.id for other in one.cards]):
            (other,) = [other for other in one.cards if other.id == slip.id]
            assert cards.at(slip.rank) == other
            assert (slip.source, slip.start, slip.barred) == (
                other.evidence.source,
                other.evidence.start,
                other.id == "m10",
            )
        assert [look.words for look in cards.looks()] == [words_of(other) for other in one.cards]
        assert [name for name, _ in cards.listed()] == [other.id for other in one.cards]


def test_fields_may_come_in_any_order(tmp_path, piecewise):
    one = several()
    body = json.loads(to_json(one))
    path = written(tmp_path / "deck.json", json.dumps(dict(reversed(body.items()))))
    assert read_deck(path) == replace(one, path=path)


def test_what_is_no_text_for_a_terminal_is_made_safe(tmp_path, piecewise, monkeypatch):
    body = json.loads(to_json(several()))
    body["cards"][1]["question"]["fr"] = "Bon\x1b]0;titre\x07jour\u202e \u2028 fin e\u0301\u0301\u0301\u0301"
    body["cards"][1]["fact"] = {"\x1b[2J": ["\x9b2J"]}
    body["title"]["fr"] = "Un\x07 titre"
    path = written(tmp_path / "deck.json", json.dumps(body))
    large = read_deck(path)
    whole = large.cards.whole
    path.unlink()
    monkeypatch.setattr(deck_format, "_AT_ONCE", 1 << 30)
    other = read_deck(written(tmp_path / "other.json", json.dumps(body)))
    assert whole == other.cards[:]
    assert large.title == other.title == Bilingual("Un titre", "A deck", "reviewed")
    assert "\x1b" not in repr(asdict(whole[1]))


def change(body, where, value):
    *path, last = where
    for step in path:
        body = body[step]
    if value is None:
        del body[last]
    else:
        body[last] = value


CHANGES = [
    (("format",), None),
    (("format",), "quiz-deck/2"),
    (("format",), 7),
    (("id",), ""),
    (("title", "fr"), 3),
    (("more",), 1),
    (("cards",), None),
    (("cards",), {}),
    (("cards",), []),
    (("sources",), None),
    (("sources",), []),
    (("sources", 1, "sha256"), "x"),
    (("cards", 4), "no card"),
    (("cards", 4, "answer", "origin"), "rule"),
    (("cards", 4, "question", "fr"), "x" * 20_001),
    (("cards", 9, "answer", "fr"), "Nobody"),
    (("cards", 4, "id"), "m3"),
    (("cards", 4, "evidence", "source"), "elsewhere"),
]


@pytest.mark.parametrize(("where", "value"), CHANGES)
def test_it_is_refused_for_the_same_reason(tmp_path, monkeypatch, where, value):
    body = json.loads(to_json(several()))
    change(body, where, value)
    path = written(tmp_path / "deck.json", json.dumps(body))
    found = []
    for at_once in (1 << 30, 0):
        monkeypatch.setattr(deck_format, "_AT_ONCE", at_once)
        try:
            found.append(len(read_deck(path).cards))
            for file in (paths.cache() / "decks").glob("*"):
                file.unlink()
        except QuizError as error:
            found.append(error.sentence("en"))
    assert found[0] == found[1]
    assert not list((paths.cache() / "decks").glob("*"))


SHAPES = {
    "nothing": b"",
    "a list": b"[" * 200,
    "nested": b'{"format": "quiz-deck/1", "cards": [' + b"[" * 200_000,
    "nested elsewhere": b'{"format": "quiz-deck/1", "id": ' + b'{"a":' * 200_000,
    "cut off": to_json(several()).encode()[:-40],
    "more after it": to_json(several()).encode() + b"{}",
    "a field twice": b'{"format": "quiz-deck/1", "id": "a", "id": "b"}',
    "cards twice": b'{"format": "quiz-deck/1", "cards": [], "cards": []}',
    "a comma too many": b'{"format": "quiz-deck/1", "cards": [1,]}',
    "no name": b"{1: 2}",
    "Latin-1": '{"format": "quiz-deck/1", "id": "é"}'.encode("latin-1"),
    "a long number": b'{"format": "quiz-deck/1", "id": ' + b"1" * 5000 + b"}",
    "a text without end": b'{"format": "quiz-deck/1", "id": "' + b"x" * 3_000_000,
    "an endless entry": b'{"format": "quiz-deck/1", "cards": [{"id": "' + b"x" * 3_000_000,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_no_json_is_refused(tmp_path, monkeypatch, shape):
    monkeypatch.setattr(deck_format, "_AT_ONCE", -1)
    path = written(tmp_path / "deck.json", SHAPES[shape])
    with pytest.raises(QuizError) as caught:
        read_deck(path)
    assert caught.value.key == "deck-not-json"
    assert str(path) in caught.value.sentence("fr")


def test_too_many_articles_are_refused(tmp_path, piecewise, monkeypatch):
    monkeypatch.setattr(deck_large, "SOURCES", 2)
    body = json.loads(to_json(several()))
    for fields in (body, dict(reversed(body.items()))):
        with pytest.raises(QuizError) as caught:
            read_deck(written(tmp_path / "deck.json", json.dumps(fields)))
        assert (caught.value.key, caught.value.details["where"]) == ("deck-invalid", "sources")


def test_it_is_read_where_nothing_can_be_kept(tmp_path, piecewise, monkeypatch):
    (tmp_path / "home").write_text("no folder")
    path = written(tmp_path / "deck.json", to_json(several()))
    assert read_deck(path) == replace(several(), path=path)


def test_a_damaged_cache_of_it_is_made_again(tmp_path, piecewise):
    path = written(tmp_path / "deck.json", to_json(several()))
    cards = read_deck(path).cards
    (place,) = (paths.cache() / "decks").glob("*.sqlite")
    place.write_bytes(place.read_bytes()[:4096])
    assert read_deck(path) == replace(several(), path=path)
    assert cards.at(0) == several().cards[0]


def test_a_file_that_is_too_large_to_be_changed_says_what_to_do(tmp_path, monkeypatch):
    path = written(tmp_path / "deck.json", to_json(several()))
    monkeypatch.setattr(deck_format, "_TO_EDIT", 100)
    with pytest.raises(QuizError, match="deck-large") as caught:
        deck_format.parse(path)
    assert "several files" in caught.value.sentence("en")
    monkeypatch.setattr(deck_format, "_LARGEST", 200)
    with pytest.raises(QuizError, match="deck-too-large"):
        read_deck(path)


def test_whoever_waits_for_a_large_deck_is_told_once(tmp_path, piecewise):
    path = written(tmp_path / "deck.json", to_json(several()))
    told = []
    for _ in range(2):
        assert deck_finding.find([str(path)], told.append).decks == (replace(several(), path=path),)
    assert told == [path]


def test_the_cards_of_a_large_deck_are_gone_through_a_few_at_a_time(tmp_path, piecewise, monkeypatch):
    path = written(tmp_path / "deck.json", to_json(several()))
    cards = read_deck(path).cards
    assert isinstance(cards, KeptCards)
    monkeypatch.setattr(deck_kept, "_PAGE", 3)
    assert tuple(cards) == several().cards
    assert cards._whole is None
    assert [slip.id for slip in cards.every()] == [card.id for card in several().cards]
    assert {card.id for card in cards.met(["m1", "m2", "m3", "m4", "m10", "m99"])} == {"m1", "m2", "m3", "m4", "m10"}
    assert cards.holds("m10")
    assert not cards.holds("m99")


def test_a_list_of_the_cards_of_a_large_deck_says_what_one_in_memory_says(tmp_path, piecewise):
    path = written(tmp_path / "deck.json", to_json(several()))
    lists = [Catalog([one], {}, Moment(739_000, 10**12)) for one in (several(), read_deck(path))]
    for word in ("œuvres", "combien en 7", "elodie", "nowhere", ""):
        here, there = lists
        for one in lists:
            one.seek(word)
        assert [item.id for item in here.in_sight] == [item.id for item in there.in_sight]
        for dimension in DIMENSIONS:
            assert here.choices(dimension) == there.choices(dimension)
    assert not any(item._card for item in lists[1].in_sight)
    assert [item.card for item in lists[1].in_sight] == list(several().cards)


def test_what_is_due_and_what_was_answered_of_a_large_deck_is_said_without_holding_it(tmp_path, piecewise):
    path = written(tmp_path / "deck.json", to_json(several()))
    said = []
    for number, one in enumerate((several(), read_deck(path))):
        clock = Clock()
        with History.open(tmp_path / f"{number}.sqlite", clock, zone=UTC) as history:
            session = Session.begin(history, [one])
            for _ in range(4):
                session.answer(session.question().card.answer.fr, 3.0)
                clock.pass_(seconds=30)
            session.suspend()
            practised = [entry.id for entry in plan_cram(history, [one], Limits()).reviews]
            figures = stats(history, [one])
            said.append((session.summary(), practised, figures))
            assert getattr(one.cards, "_whole", None) is None
    assert said[0] == said[1]
