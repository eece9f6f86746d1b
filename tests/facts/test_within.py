from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from quiz.facts.within import around, begins_in, between, everywhere, places, stands_in, told_beside, words_back

texts = st.text("ab -'é_1", max_size=20)
parts = st.text("abé1", min_size=1, max_size=3)


@given(parts, texts)
def test_a_word_stands_where_a_pattern_made_for_it_would_find_it(part: str, text: str) -> None:
    by_itself = re.compile(rf"(?<!\w){part}(?!\w)")
    assert list(places(part, text)) == [found.start() for found in by_itself.finditer(text)]
    assert stands_in(part, text, "-") == bool(re.search(rf"(?<![\w-]){part}(?![\w-])", text))
    assert begins_in(part, text) == bool(re.search(rf"\b{part}", text))
    assert list(everywhere(part, text)) == [found.start() for found in re.finditer(part, text)]


def test_a_name_inside_another_word_is_not_it() -> None:
    assert stands_in("Roux", "Ada Roux, Rouxel")
    assert not stands_in("Roux", "Rouxel")
    assert not stands_in("Roux", "Ada Morin-Roux", "-")
    assert not stands_in("", "Ada Roux")
    assert stands_in("la la", "voilà la la")


def test_what_stands_around_a_name_is_cut_once_where_two_stand_close() -> None:
    assert list(around("Roux", "ah, Ada Roux et Roux. Puis rien d'autre, sauf Roux", 4)) == [
        "Ada Roux et Roux. Pu",
        "auf Roux",
    ]
    assert list(around("Roux", "personne", 4)) == []


def test_words_before_a_name_are_counted_by_their_spaces() -> None:
    text = "hier le maire de Brest Paul Roux est parti"
    at = text.index("Paul")
    assert text[words_back(text, at, 2) : at] == "de Brest "
    assert text[words_back(text, at, 9) : at] == "hier le maire de Brest "


def test_what_is_told_beside_a_name_stands_before_it_else_behind_it() -> None:
    before, behind = re.compile(r"(?P<told>(?:\w+ ){1,2})\Z"), re.compile(r", (?P<told>\w+)")
    text = "le maire Paul Roux, élu. (Paul Roux, battu. le préfet Paul Roux-Morin"
    assert list(told_beside("Paul Roux", text, before, behind, 2)) == ["le maire ", "battu"]


def test_a_name_stands_between_what_leads_to_it_and_what_follows() -> None:
    at, bracket = re.compile(r"\bà \Z"), re.compile(r" \(")
    assert between(at, "Volmont", bracket, "Volmont, puis à Volmont (Somme)")
    assert not between(at, "Volmont", bracket, "de Volmont (Somme) à Volmont, puis voilà Volmont (Somme)")
    assert between(None, "Volmont", bracket, "Volmont (Somme)")
    assert between(at, "Volmont", None, "à Volmont")
    assert not between(None, "", bracket, " (Somme)")
