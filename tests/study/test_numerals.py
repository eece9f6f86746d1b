"""Number words, held against an independent writer of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.numerals import digit_readings, number_words, ordinal_words

NAMES = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
SMALL = NAMES.split()
FRANCE = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
ABROAD = FRANCE | {7: "septante", 8: "huitante", 9: "nonante"}


def below_100(n: int, abroad: bool) -> str:
    if n < 20:
        return SMALL[n]
    tens, one = divmod(n, 10)
    if not abroad and tens in (7, 9):
        tens, one = tens - 1, one + 10
    word = "quatre-vingt" if tens == 8 and not abroad else ABROAD[tens]
    if one == 0:
        return word + ("s" if word == "quatre-vingt" else "")
    joint = " et " if one in (1, 11) and word != "quatre-vingt" else "-"
    return word + joint + SMALL[one]


def below_1000(n: int, abroad: bool) -> str:
    hundreds, rest = divmod(n, 100)
    parts = []
    if hundreds:
        parts.append("cent" if hundreds == 1 else f"{SMALL[hundreds]} cent" + ("" if rest else "s"))
    if rest or not hundreds:
        parts.append(below_100(rest, abroad))
    return " ".join(parts)


def written(n: int, abroad: bool = False) -> str:
    """A whole number in words as a schoolbook writes it."""
    if n == 0:
        return "zero"
    parts = []
    for scale, word in ((10**9, "milliard"), (10**6, "million"), (1000, "mille")):
        count, n = divmod(n, scale)
        if not count:
            continue
        if word == "mille":
            parts.append("mille" if count == 1 else f"{below_1000(count, abroad)} mille")
        else:
            parts.append(f"{below_1000(count, abroad)} {word}" + ("s" if count > 1 else ""))
    if n:
        parts.append(below_1000(n, abroad))
    return " ".join(parts)


def read(text: str) -> float | None:
    """What the whole text is worth."""
    words = text.replace("-", " ").split()
    found = number_words(words)
    return found[0] if found and found[1] == len(words) else None


@given(st.integers(0, 10**12 - 1), st.booleans())
def test_every_whole_number_in_words_is_read_back(number, abroad):
    assert read(written(number, abroad)) == number


@given(st.integers(0, 999_999))
def test_the_hyphens_of_1990_change_nothing(number):
    assert read(written(number).replace(" ", "-")) == number


@pytest.mark.parametrize("number", range(100))
def test_below_a_hundred(number):
    assert read(below_100(number, abroad=False)) == read(below_100(number, abroad=True)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("octante-deux", 82),
        ("dix-neuf cent quatre-vingt-quatre", 1984),
        ("deux mille milliards", 2e12),
        ("zero virgule cinq", 0.5),
        ("trois virgule zero cinq", 3.05),
        ("une", 1),
        ("forty-four", 44),
        ("two hundred and seven thousand", 207_000),
        ("a million", 1e6),
        ("two billion", 2e9),
        ("deux billions", 2e12),
        ("three point one four", 3.14),
    ],
)
def test_numbers_in_words(text, value):
    assert read(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["vingt trente", "cent mille cent mille", "quatre vingt vingt", "million mille", "dix quatre", "et un", "virgule"],
)
def test_what_is_no_number_is_not_read_as_one(text):
    assert read(text) is None


@given(
    st.lists(
        st.sampled_from([*SMALL[:10], "vingt", "cent", "mille", "million", "et", "virgule", "soixante"]), max_size=9
    )
)
def test_no_jumble_of_number_words_breaks_the_reader(jumble):
    found = number_words(jumble)
    assert found is None or 0 < found[1] <= len(jumble)


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("1 200 000", None, {1_200_000}),
        ("1,2", None, {1.2}),
        ("1.2", None, {1.2}),
        ("1,200", None, {1.2, 1200}),
        ("1,200", "fr", {1.2}),
        ("1,200", "en", {1200}),
        ("1.200", "fr", {1200}),
        ("1,234,567", None, {1_234_567}),
        ("1.234,5", None, {1234.5}),
        ("1,234.5", None, {1234.5}),
        ("0,200", None, {0.2}),
        ("1,2,3", None, set()),
        ("2.0.1", None, set()),
    ],
)
def test_digits_of_both_languages(text, lang, values):
    assert set(digit_readings(text, lang)) == values


@given(st.integers(0, 10**15))
def test_grouped_digits_are_the_number(number):
    assert number in digit_readings(f"{number:,}".replace(",", " "))
    assert float(number) in digit_readings(f"{number:,}")


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("premier", 1),
        ("deuxieme", 2),
        ("quatrieme", 4),
        ("neuvieme", 9),
        ("vingt et unieme", 21),
        ("third", 3),
        ("sixth", 6),
    ],
)
def test_ranks_in_words(text, rank):
    words = text.split()
    assert ordinal_words(words) == (rank, len(words))
