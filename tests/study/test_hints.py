"""Hints: a little more each time, and never the whole answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.hints import hint, struck
from quiz.study.session import Session
from tests.study.samples import Clock, card, choice, deck, opened


def all_hints(asked, choices=(), lang="fr"):
    """Every hint there is for a card."""
    found = []
    while said := hint(asked, choices, len(found), lang):
        found.append(said)
    return found


def test_a_choice_loses_wrong_ones_until_two_are_left():
    asked = choice("c1", "Ada Morin", "Basile Roux", "Cléo Petit", "Dora Lenoir")
    said = all_hints(asked, asked.choices)
    assert len(said) == 2
    assert not any("Ada Morin" in one for one in said)
    assert [asked.choices[place].fr in one for place, one in zip(struck(asked, asked.choices), said, strict=False)] == [
        True
    ] * 2


@pytest.mark.parametrize(
    ("answer", "low", "high", "begins"),
    [("44 %", "10", "100", "4…"), ("1\u202f200 emplois", "1\u202f000", "10\u202f000", "1…"), ("0,5 %", "0", "1", "0…")],
)
def test_a_figure_is_told_by_its_size_and_then_its_beginning(answer, low, high, begins):
    first, second = all_hints(card(answer=answer))
    assert first == f"Entre {low} et {high}"
    assert second.endswith(begins)


def test_a_name_is_told_letter_by_letter():
    assert all_hints(card(answer="Ada Morin", form="text"), lang="en") == [
        "Begins like this: A… M…",
        "Begins like this: A… Mo…",
    ]


def test_true_or_false_shows_the_sentence_before():
    asked = card(answer="Vrai", form="true-false", before="La ville comptait trente ateliers.")
    assert len(all_hints(asked)) == 1
    assert "trente ateliers" in all_hints(asked)[0]
    assert all_hints(card(answer="Vrai", form="true-false")) == []


@given(st.text(alphabet="abé ’-%0123456789,", min_size=1, max_size=30))
def test_no_hint_is_the_answer(answer):
    for said in all_hints(card(answer=answer, form="text")):
        assert said.removeprefix("Commence ainsi\u00a0: ") != answer


def test_a_session_strikes_out_what_its_hints_name(tmp_path):
    with opened(tmp_path, Clock()) as history:
        session = Session.begin(history, [deck(choice("c1"))])
        question = session.question()
        assert session.struck == frozenset()
        said = session.hint()
        (place,) = session.struck
        assert question.choices[place].fr in said
        assert question.choices[place].fr != "Ada Morin"
        assert session.hint() == ""
        assert session.struck == {place}
