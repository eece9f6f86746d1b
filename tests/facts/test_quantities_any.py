"""Quantities from any number in any dress, and from any text at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.facts.quantities import find_quantities

GROUPINGS = [" ", "\u00a0", "\u202f", "."]
DRESSES = [
    ("{} personnes", 1, None),
    ("{} %", 1, "percent"),
    ("{}%", 1, "percent"),
    ("{} pour cent", 1, "percent"),
    ("{} €", 1, "EUR"),
    ("{}€", 1, "EUR"),
    ("{} euros", 1, "EUR"),
    ("{} millions d'euros", 1e6, "EUR"),
    ("{} milliards de dollars", 1e9, "USD"),
    ("{} M€", 1e6, "EUR"),
    ("{} F CFA", 1, "XOF"),
    ("{} kilomètres", 1, "kilometer"),
    ("{} km/h", 1, "kilometer-per-hour"),
    ("{} tonnes", 1, "tonne"),
    ("{} minutes", 1, "minute"),
]
_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]


def grouped(n: int, mark: str) -> str:
    return f"{n:,}".replace(",", mark)


def below_hundred(n: int, belgian: bool) -> str:
    if n < 17:
        return _UNITS[n]
    if n < 20:
        return f"dix-{_UNITS[n - 10]}"
    tens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]
    ten, one = divmod(n, 10)
    if ten < 7:
        head = tens[ten]
    elif ten in (7, 9) and belgian:
        head = "septante" if ten == 7 else "nonante"
    else:
        head, one = ("soixante", n - 60) if ten == 7 else ("quatre-vingt", n - 80)
    if one == 0:
        return "quatre-vingts" if head == "quatre-vingt" else head
    if one in (1, 11) and head != "quatre-vingt":
        return f"{head} et {below_hundred(one, belgian)}"
    return f"{head}-{below_hundred(one, belgian)}"


def in_words(n: int, belgian: bool) -> str:
    if n < 100:
        return below_hundred(n, belgian)
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        head = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent"
        return (head + ("s" if hundreds > 1 else "")) if not rest else f"{head} {below_hundred(rest, belgian)}"
    thousands, rest = divmod(n, 1000)
    many = in_words(thousands, belgian)
    many = many[:-1] if many.endswith(("cents", "vingts")) else many
    head = "mille" if thousands == 1 else f"{many} mille"
    return head if not rest else f"{head} {in_words(rest, belgian)}"


@given(st.integers(10_000, 999_999_999), st.sampled_from(GROUPINGS), st.sampled_from(DRESSES))
def test_thousands_parted_in_any_way_are_read(n: int, mark: str, dress: tuple[str, float, str | None]) -> None:
    written, scale, unit = dress
    found = find_quantities(f"On compte {written.format(grouped(n, mark))} en tout.")
    assert [(q.low, q.unit) for q in found] == [(pytest.approx(n * scale), unit)]


@given(st.integers(2, 999), st.integers(1, 99), st.sampled_from(DRESSES))
def test_decimals_are_read(n: int, part: int, dress: tuple[str, float, str | None]) -> None:
    written, scale, unit = dress
    found = find_quantities(f"On compte {written.format(f'{n},{part}')} en tout.")
    assert [(q.low, q.unit) for q in found] == [(pytest.approx(float(f"{n}.{part}") * scale), unit)]


@given(st.integers(2, 99_999), st.booleans())
def test_numbers_in_words_are_read(n: int, belgian: bool) -> None:
    found = find_quantities(f"On compte {in_words(n, belgian)} euros.")
    assert [(q.low, q.unit, q.digits) for q in found] == [(n, "EUR", False)]


@given(st.text(alphabet="0123456789 ,.'-–/%€$£°:()etàdeuxmillionscentquatrevingtoufoisan\u00a0\u202f\n", max_size=300))
@settings(max_examples=300)
def test_any_text_gives_spans_in_order_and_inside(text: str) -> None:
    at = 0
    for q in find_quantities(text):
        assert at <= q.span.start < q.span.end <= len(text)
        assert text[q.span.start : q.span.end] == q.span.text
        assert q.outer[0] <= q.span.start
        assert q.outer[1] >= q.span.end
        at = q.span.end


@pytest.mark.parametrize(
    "seed",
    [
        "1 ",
        "12-",
        "un ",
        "(1, 2 et 3) ",
        "quatre-vingt-",
        "1 234 ",
        "entre 1 et ",
        "de 3 à ",
        "$",
        "1/",
        "1 fois sur ",
        "plus de ",
    ],
)
def test_a_long_hostile_text_is_read_in_no_time(seed: str) -> None:
    text = seed * (60_000 // len(seed))
    start = time.perf_counter()
    find_quantities(text)
    assert time.perf_counter() - start < 20  # about a second; a pattern that looks back and forth takes minutes
