"""What a terminal may be given, where French breaks its lines, and how two spellings are found alike."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.typography import cell_width, fold, french, safe_text, unsafe_spans, wrap

_ANY = st.text(st.characters(codec=None, categories=None)) | st.text(
    "\x1b[]Pm;0123\x07\\\x9b\x9d\u202e\u200b\nab é", max_size=60
)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("rien à changer, l’été\u202f!", "rien à changer, l’été\u202f!"),
        ("deux\nlignes\tet", "deux\nlignes\tet"),
        ("un\x1b[31mrouge\x1b[0m", "unrouge"),
        ("\x1b]0;titre\x07suite", "suite"),
        ("\x1b]52;c;YQ==\x1b\\suite", "suite"),
        ("\x1b]0;jamais fermé", "0;jamais fermé"),
        ("\x9b2Jeffacé", "effacé"),
        ("\x1bPq#0\x1b\\dessin", "dessin"),
        ("sonne\x07 \x08nul\x00", "sonne nul"),
        ("a\u202eb\u2066c\u2069\u200f", "abc"),
        ("in\u200bvi\u00adsible\ufeff", "invisible"),
        ("ligne\u2028suivante", "ligne suivante"),
        ("perdu\udcff", "perdu\ufffd"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 3),
        ("👍 ½ œ", "👍 ½ œ"),
    ],
)
def test_safe_text_takes_out_what_moves_the_cursor_or_hides(raw: str, safe: str) -> None:
    assert safe_text(raw) == safe


@given(_ANY)
def test_safe_text_leaves_nothing_a_terminal_would_act_on(text: str) -> None:
    safe = safe_text(text)
    assert not [char for char in safe if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert not set(safe) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff\u2028"
    )
    assert safe_text(safe) == safe


@given(_ANY)
def test_unsafe_spans_are_what_safe_text_drops(text: str) -> None:
    spans = list(unsafe_spans(text))
    assert all(start < end for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui a dit : « oui » ?", "Qui a dit\u00a0: «\u00a0oui\u00a0»\u202f?"),
        ("Qui a dit: «oui»?", "Qui a dit\u00a0: «\u00a0oui\u00a0»\u202f?"),
        ("44% des 400 000 emplois", "44\u00a0% des 400\u202f000 emplois"),
        ("1 234 567 habitants", "1\u202f234\u202f567 habitants"),
        ("3 millions d'euros, 12 km, 5 €", "3\u00a0millions d'euros, 12\u00a0km, 5\u00a0€"),
        ("à 10:30 sur https://exemple.fr/?q=1", "à 10:30 sur https://exemple.fr/?q=1"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("Vrai (sûr ?) ; faux !", "Vrai (sûr\u202f?)\u202f; faux\u202f!"),
        ("appelez le 01 23 45 67 89", "appelez le 01 23 45 67 89"),
        ("en 2016 100 personnes", "en 2016 100 personnes"),
        ("le 3 mai 2021", "le 3 mai 2021"),
    ],
)
def test_french_puts_its_spaces(typed: str, printed: str) -> None:
    assert french(typed) == printed
    assert french(printed) == printed


@given(st.text("ab1 0«»:;!?%€\u00a0\u202f,.\n'(", max_size=40))
def test_french_applied_twice_changes_nothing_more(text: str) -> None:
    assert french(french(text)) == french(text)


def test_wrap_never_leaves_a_mark_or_half_a_number_alone() -> None:
    lines = wrap("Il y a «\u00a068\u00a0/\u00a0400\u202f000 emplois\u00a0» ici\u202f?", 20)
    assert lines == ["Il y a", "«\u00a068\u00a0/\u00a0400\u202f000", "emplois\u00a0» ici\u202f?"]


def test_wrap_keeps_empty_lines_and_cuts_what_does_not_fit() -> None:
    assert wrap("un\n\ndeux", 10) == ["un", "", "deux"]
    assert wrap("anticonstitutionnellement", 10) == ["anticonsti", "tutionnell", "ement"]
    assert wrap("", 10) == [""]
    assert wrap("東京都庁", 5) == ["東京", "都庁"]


@given(st.text("abcdé \u00a0\u202f東👍\u0301\n", max_size=80), st.integers(2, 30))
def test_wrap_fits_and_loses_nothing_but_spaces(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(cell_width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_cell_width_counts_cells_not_characters() -> None:
    assert [cell_width(text) for text in ("été", "e\u0301te\u0301", "東京", "a\u200b")] == [3, 3, 4, 1]


def test_fold_finds_spellings_alike() -> None:
    assert fold("Œuvre  d’Élodie\u00a0Łukasz") == fold("oeuvre d'elodie lukasz")
    assert fold("ÇA COÛTE") == "ca coute"


@pytest.mark.parametrize("piece", ["«", "\x1b]", " ", "1 000 ", "a", " :", "!", "\u0301"])
def test_a_line_of_two_hundred_thousand_characters_is_done_at_once(piece: str) -> None:
    text = (piece * 200_000)[:200_000] + "»"
    before = time.perf_counter()
    wrap(french(safe_text(text)), 40)
    assert time.perf_counter() - before < 5
