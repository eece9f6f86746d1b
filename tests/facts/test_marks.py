from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.articles.article import Block
from quiz.facts.marks import find_marked, marks_in


def words(text: str, kind: str = "prose") -> list[str]:
    """What stands between marks, lines being blocks."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    return [text[m.start : m.end] for m in find_marked(text, blocks)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit « oui » puis « non ».", ["oui", "non"]),
        ("Il dit “oui” puis «non».", ["oui", "non"]),
        ('Il dit "oui" puis "non".', ["oui", "non"]),
        ("Il dit ‘tout va bien’ et part.", ["tout va bien"]),
        ("Il dit “oui », sûr de lui.", ["oui"]),
        ("L’été, l’eau, aujourd’hui : rien.", []),
        ("‘L’eau monte’, dit-il.", ["L’eau monte"]),
        ('Un écran de 27" et un de 32".', []),
        ('« Le film "Demain" est long », dit-il.', ['Le film "Demain" est long']),
        ("« Il a dit « oui » hier », dit-elle.", ["Il a dit « oui » hier"]),
    ],
)
def test_marks_of_every_style_pair_up(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_quotation_may_run_over_paragraphs_each_with_its_own_opening_mark() -> None:
    assert words("Elle écrit : « Un.\n« Deux.\n« Trois. »\nFin.") == ["Un.\n« Deux.\n« Trois."]


def test_a_closing_mark_that_nothing_opened_reaches_back_to_the_colon() -> None:
    text = "Il répond : nous irons tous », sans rire."
    (mark,) = find_marked(text, [Block(0, len(text), "prose")])
    assert (text[mark.start : mark.end], mark.certain) == ("nous irons tous", False)


def test_an_opening_mark_that_nothing_closes_stops_before_the_inserted_clause() -> None:
    assert words("« Il y a de l'espoir. Qu'en faire ? il a insisté.") == ["Il y a de l'espoir. Qu'en faire ?"]


def test_two_openings_make_two_quotations_where_only_the_second_is_closed() -> None:
    assert words("« Venez tous, dit le maire. Puis « revenez » encore.")[-1] == "revenez"


def test_a_dash_opens_a_line_of_dialogue_where_somebody_speaks_in_it() -> None:
    assert words("— Nous partirons à l'aube, répond-elle.") == ["Nous partirons à l'aube"]
    assert words("— Un tiret de liste ordinaire") == []


def test_a_block_quote_without_marks_is_quoted_whole() -> None:
    assert words("Rien ne presse.", kind="blockquote") == ["Rien ne presse."]


@given(st.text(alphabet=st.sampled_from("ab .,:'’‘«»“”\"-—\n"), max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_mess_of_marks_gives_stretches_in_order_that_do_not_overlap(text: str) -> None:
    blocks = [Block(0, len(text), "prose")]
    marked = find_marked(text, blocks)
    for one, other in pairwise(marked):
        assert one.outer_end <= other.outer_start
    assert all(0 <= m.outer_start <= m.start < m.end <= m.outer_end <= len(text) for m in marked)


def test_ten_thousand_stray_marks_take_no_time_at_all() -> None:
    text = "mot » " * 10_000 + "« mot " * 10_000
    assert len(find_marked(text, [Block(0, len(text), "prose")])) < 10_001


def test_marks_in_finds_what_overlaps() -> None:
    text = "« un » et « deux » et « trois »"
    marked = find_marked(text, [Block(0, len(text), "prose")])
    assert [text[m.start : m.end] for m in marks_in(marked, 8, 20)] == ["deux"]
    assert len(marks_in(marked, 0, len(text))) == 3
    assert not marks_in(marked, 7, 9)
