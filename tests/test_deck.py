"""Deck files: what goes in comes out, what is not a deck is refused by name, and what is hostile is made safe."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck import Bilingual, from_json, to_bytes, to_json
from quiz.deck_format import flaws_of, parse, read_deck, schema, write_deck
from quiz.deck_lint import lint
from quiz.errors import QuizError
from tests.decks import card, cloze, deck


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))


def test_a_deck_comes_back_as_it_was_written(tmp_path):
    write_deck(tmp_path / "d.json", deck())
    assert read_deck(tmp_path / "d.json") == deck()


def test_it_comes_back_the_same_from_the_cache(tmp_path):
    path = tmp_path / "d.json"
    write_deck(path, deck())
    first = read_deck(path)
    assert list((tmp_path / "home" / "cache" / "decks").iterdir())
    assert read_deck(path) == first


def test_a_damaged_cache_is_made_again(tmp_path):
    path = tmp_path / "d.json"
    write_deck(path, deck())
    read_deck(path)
    (kept,) = (tmp_path / "home" / "cache" / "decks").iterdir()
    kept.write_text('{"id": "half')
    assert read_deck(path) == deck()


def test_the_file_is_utf8_indented_and_ends_in_a_newline():
    text = to_json(deck())
    assert text.startswith('{\n "format": "quiz-deck/1",\n "id": "tri"')
    assert text.endswith("}\n")
    assert "déchets" in text


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.tuples(TEXTS, PLAIN, st.floats(0, 1), st.lists(TEXTS, max_size=3)), max_size=4), TEXTS)
def test_a_deck_is_written_as_the_library_writes_json(rows, text):
    cards = [
        replace(card(f"c{n}"), topic=Bilingual(said, text), fact={"held": held}, score=score, accept=tuple(accept))
        for n, (said, held, score, accept) in enumerate(rows)
    ]
    one, texts = replace(deck(*cards), title=Bilingual(text)), {}
    for turn in (one, replace(one, cards=(*cards[1:], *(replace(other, tags=(text,)) for other in cards[:1])))):
        body = json.loads(to_json(turn))
        assert to_json(turn) == json.dumps(body, ensure_ascii=False, indent=1) + "\n"
        assert to_bytes(turn, texts) == to_json(turn).encode(), "also where it was written before"
        assert from_json(body).cards == tuple(replace(other, score=round(other.score, 3)) for other in turn.cards)


def test_what_is_written_agrees_with_the_schema_that_is_printed():
    jsonschema.validate(json.loads(to_json(deck())), schema())


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "deck-not-json"),
        (b"\x00\xff\xfe", "deck-not-json"),
        (b"[" * 100_000, "deck-not-json"),
        (b"[1, 2]", "deck-not-a-deck"),
        (b'{"cards": []}', "deck-not-a-deck"),
        (b'{"format": "quiz-deck/2", "cards": []}', "deck-newer"),
        (b'{"format": "quiz-deck/1", "cards": "many"}', "deck-invalid"),
    ],
)
def test_what_is_no_deck_is_refused_by_name(tmp_path, content, key):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(QuizError) as caught:
        read_deck(path)
    assert caught.value.key == key
    assert caught.value.details["file"] == path


def test_a_missing_deck_is_named(tmp_path):
    with pytest.raises(QuizError) as caught:
        read_deck(tmp_path / "none.json")
    assert caught.value.key == "deck-missing"


@pytest.mark.parametrize(
    "broken",
    [
        card(choices=(Bilingual("52 %"), Bilingual("31 %"))),
        card(choices=(Bilingual("44\u00a0%"), Bilingual("44\u00a0%"), Bilingual("3 %"))),
        card(choices=()),
        card(form="cloze"),
        card(form="true-false", answer=Bilingual("Oui")),
        card(question=Bilingual("Combien ?", None, "reviewed")),
        card(question=Bilingual("")),
        card(evidence=replace(card().evidence, source="elsewhere")),
        card(score=1.5),
        card(status="maybe"),
    ],
)
def test_a_card_that_cannot_be_played_is_a_flaw(broken):
    assert flaws_of(json.loads(to_json(deck(broken))))


def test_a_flaw_is_said_in_both_languages():
    body = json.loads(to_json(deck(card(score=1.5), card("b", choices=()))))
    body["cards"][0]["colour"] = "red"
    del body["cards"][0]["form"]
    said = {flaw.where: (flaw.what.sentence("fr"), flaw.what.sentence("en")) for flaw in flaws_of(body)}
    assert said["cards.0.score"] == ("ce nombre est trop grand (au plus 1.0)", "this number is too large (at most 1.0)")
    assert said["cards.0.colour"][0] == "ce champ n’existe pas dans ce format"
    assert said["cards.0.form"][1] == "this field is missing"
    assert said["cards.1"][0] == "une carte à choix a au moins deux choix"


def test_a_deck_that_is_none_is_named_with_its_flaw_in_one_sentence(tmp_path):
    path = tmp_path / "d.json"
    write_deck(path, deck(card(form="cloze")))
    with pytest.raises(QuizError) as caught:
        read_deck(path)
    assert caught.value.sentence("fr").startswith(f"{path} : jeu de cartes invalide à l’endroit cards.0 : un texte à")


def test_two_cards_with_one_id_are_a_flaw():
    assert flaws_of(json.loads(to_json(deck(card("a"), card("a")))))


def test_hostile_text_is_made_safe_where_the_deck_enters(tmp_path):
    path = tmp_path / "d.json"
    write_deck(path, deck(card(question=Bilingual("Qui\x1b]52;c;aGk=\x07 \u202eparle\x1b[2J ?"))))
    question = read_deck(path).cards[0].question.fr
    assert not {"\x1b", "\x07", "\u202e"} & set(question)
    assert "parle" in question


def test_a_failed_write_leaves_the_old_file_and_nothing_beside(tmp_path):
    path = tmp_path / "d.json"
    write_deck(path, deck())
    before = path.read_bytes()
    (tmp_path / "file").write_text("x")
    with pytest.raises(QuizError, match="write-failed"):
        write_deck(tmp_path / "file" / "d.json", deck())
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d.json", "file"]


def test_lint_says_what_an_editor_would():
    def keys(one):
        return {finding.key for finding in lint(deck(one))}

    assert keys(card()) == set()
    assert keys(cloze()) == set()
    assert "lint.answer-in-question" in keys(card(question=Bilingual("Pourquoi 44\u00a0% ?")))
    assert "lint.no-question-mark" in keys(card(question=Bilingual("La part des habitants")))
    assert "lint.typography" in keys(card(question=Bilingual("Quelle part ?")))
    assert "lint.nothing-accepted" in keys(card(form="number", accept=()))
    assert "lint.offsets" in keys(card(evidence=replace(card().evidence, end=3)))
    assert "lint.two-choices" in keys(card(choices=card().choices[:2]))


def test_lint_leaves_rejected_cards_alone():
    assert list(lint(deck(card(form="number", accept=(), status="rejected")))) == []


def test_parse_and_from_json_agree_with_read(tmp_path):
    path = tmp_path / "d.json"
    write_deck(path, deck())
    assert from_json(parse(path)) == read_deck(path)
