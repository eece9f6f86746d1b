"""Numbers as French text writes them, in figures and in words, read from a run of tokens.

Knows digits, number words, scales, fractions, collectives and ordinals; refuses to know units, dates or sentences.
Every pattern is linear: text from outside cannot make it hang.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quiz.facts.value_words import words

_PLAIN = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ",
        "\u2002": " ", "\u2003": " ", "\u2011": "-", "\u2010": "-", "−": "-", "\t": " ",
    }
)  # fmt: skip

_TOKEN = re.compile(
    r"(?P<num>\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?![\d.])(?:,\d+)?|\d{1,3}(?:'\d{3})+(?!\d)"
    r"|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+)|(?P<sign>\S)"
)


@lru_cache(maxsize=8)  # the sentences of an article ask for the same text again and again
def plain(text: str) -> str:
    """The text with apostrophes, hyphens, minus signs and spaces made plain, one character for one."""
    return text.translate(_PLAIN)


class Token(NamedTuple):
    """A numeral ("12 500,5"), a run of letters or one sign; `lower` is its plain form in small letters."""

    kind: str
    start: int
    end: int
    text: str
    lower: str


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into `text`. Spaces are the gaps between them."""
    found = _TOKEN.finditer(plain(text), start, len(text) if end is None else end)
    return [Token(match.lastgroup or "sign", *match.span(), match[0], match[0].lower()) for match in found]


def value_of_digits(said: str, *, english: bool = False) -> float:
    """What a numeral is worth: thousands by space, dot or apostrophe, decimal comma or dot.

    "1.234" is a thousand and some ("118.385 euros"), as French papers write it; "0.234" is not. With `english` (a
    currency sign before: "$2,500"), a comma before three digits parts thousands.
    """
    said = said.replace(" ", "").replace("'", "")
    if said.isdecimal():
        return float(said[:300])
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", said) or (english and re.fullmatch(r"[1-9]\d{0,2},\d{3}", said)):
        said = said.replace(",", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", said):
        said = said.replace(".", "")
    return float(said.replace(",", ".")[:300])


NUMBER_WORDS = words("number_words")
SCALES = {
    "millier": 1e3, "milliers": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
    "billion": 1e12, "billions": 1e12,
}  # fmt: skip
SHORT_SCALES = {
    "M": 1e6,
    "Md": 1e9,
    "Mds": 1e9,
    "mds": 1e9,
    "Mrd": 1e9,
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "G": 1e9,
}
"""Scales glued to a currency sign: 3 M€, 41 k$, £100m, 2 G$ (Québec)."""
COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
FRACTION_WORDS = {
    "moitié": 2, "demi": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "sixième": 6, "septième": 7,
    "huitième": 8, "neuvième": 9, "dixième": 10, "vingtième": 20, "centième": 100, "millième": 1000,
}  # fmt: skip
_FRACTION_SIGNS = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75}
ORDINAL_WORDS = {
    "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "deuxième": 2,
    "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9,
    "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16,
    "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60, "septantième": 70,
    "nonantième": 90, "centième": 100, "unième": 1,
}  # fmt: skip
_ORDINAL_ENDINGS = words("ordinal_endings")


@lru_cache(maxsize=4096)
def value_of_words(said: str) -> float | None:
    """What number words are worth ("septante-deux", "deux mille dix-huit"), or None where they make no number."""
    from text_to_num import text2num

    try:
        return float(text2num(said.lower().replace("une", "un"), "fr"))
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens[first:stop]: its value, its scale word's factor, and whether figures wrote it."""

    value: float
    first: int
    stop: int
    digits: bool
    scale: float = 1.0


def glued(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` follows the one before without a space."""
    return i > 0 and tokens[i - 1].end == tokens[i].start


_TENS = words("tens")


def _words_stop(tokens: Sequence[Token], i: int) -> int:
    """Where the run of number words that begins at `i` ends ("vingt et un", "quatre-vingt-dix", "vingt-et-un")."""
    j = i + 1
    while j < len(tokens) and j - i < 24:
        step = _next_number_word(tokens, j)
        if step == 0:
            break
        j += step
    return j


def _next_number_word(tokens: Sequence[Token], j: int) -> int:
    """How many tokens from `j` on continue a run of number words: a word, "-" and a word, "et" and "un"."""
    word, before = tokens[j].lower, tokens[j - 1].lower
    ahead = [token.lower for token in tokens[j + 1 : j + 4]]
    if word in ("un", "une"):
        return 1 if before in ("cent", "mille") or (before in _TENS and glued(tokens, j)) else 0
    if word in NUMBER_WORDS:
        return 1
    ones = ("un", "une", "onze")
    if word == "et" and before in _TENS:
        return 2 if ahead[:1] and ahead[0] in ones else 0
    if word != "-" or not glued(tokens, j):
        return 0
    if ahead[:2] == ["et", "-"] and len(ahead) == 3 and before in _TENS and ahead[2] in ones:
        return 4
    return 2 if ahead[:1] and ahead[0] in NUMBER_WORDS and glued(tokens, j + 1) else 0


def _starts_sentence(tokens: Sequence[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].text in '.!?…:«»“"(-–—*•' or tokens[i - 1].lower in ("seuls", "seules")


def read_plain_number(tokens: Sequence[Token], i: int) -> Number | None:
    """The number at token `i`, scale words left alone, or None."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "num":
        if i > 0 and glued(tokens, i) and (tokens[i - 1].kind == "word" or tokens[i - 1].text == "_"):
            return None
        return Number(value_of_digits(token.text), i, i + 1, True)
    if token.text in _FRACTION_SIGNS:
        return Number(_FRACTION_SIGNS[token.text], i, i + 1, True)
    if token.lower not in NUMBER_WORDS or (
        glued(tokens, i) and tokens[i - 1].text in "-'" and tokens[i - 1].text == "-"
    ):
        return None
    if token.text[0].isupper() and not _starts_sentence(tokens, i) and not token.text.isupper():
        return None
    stop = _words_stop(tokens, i)
    if stop < len(tokens) and tokens[stop].text == "-" and glued(tokens, stop):
        return None  # deux-points, Deux-Sèvres, quatre-quarts
    value = value_of_words(" ".join(t.lower for t in tokens[i:stop] if t.text != "-"))
    return None if value is None else Number(value, i, stop, False)


def read_number(tokens: Sequence[Token], i: int) -> Number | None:
    """The number at token `i` with its scale words: "12,5", "trois cents", "1,2 milliard", "2 millions 300 000"."""
    number = read_plain_number(tokens, i)
    if number is None:
        return None
    j = number.stop
    if j < len(tokens) and tokens[j].lower in SCALES and not glued(tokens, j):
        scale = SCALES[tokens[j].lower]
        value, j = number.value * scale, j + 1
        rest = read_plain_number(tokens, j) if j < len(tokens) else None
        if rest is not None and rest.value < scale and rest.value >= 100 and rest.value == int(rest.value):
            after = rest.stop
            if after < len(tokens) and tokens[after].lower in SCALES and SCALES[tokens[after].lower] < scale:
                value, j = value + rest.value * SCALES[tokens[after].lower], after + 1
            elif tokens[rest.first].kind != "num" or " " in tokens[rest.first].text:
                value, j = value + rest.value, after
        elif j + 1 < len(tokens) and tokens[j].lower == "de" and tokens[j + 1].lower in ("milliards", "millions"):
            value, scale, j = value * SCALES[tokens[j + 1].lower], scale * SCALES[tokens[j + 1].lower], j + 2
        if j + 1 < len(tokens) and tokens[j].lower == "et" and tokens[j + 1].lower in ("demi", "demie"):
            value, j = value + scale / 2, j + 2
        return Number(value, i, j, number.digits, scale)
    return number


def read_ordinal(tokens: Sequence[Token], i: int) -> Number | None:
    """The rank at token `i`: "3e", "1re", "troisième", "vingt-deuxième", "cent-unième"."""
    token = tokens[i]
    if token.kind == "num" and token.text.isdigit() and i + 1 < len(tokens):
        ending, spaced = tokens[i + 1].lower, tokens[i + 1].start - token.end
        # Some pages part the raised letters from the figure: « la 5 e place », « le 1 er janvier ».
        if ending in _ORDINAL_ENDINGS and (spaced == 0 or (spaced == 1 and ending in ("e", "er", "re"))):
            return Number(float(token.text[:9]), i, i + 2, True)
        return None
    if token.lower in ORDINAL_WORDS and not (glued(tokens, i) and tokens[i - 1].text == "-"):
        return Number(float(ORDINAL_WORDS[token.lower]), i, i + 1, False)
    if token.lower in NUMBER_WORDS:
        j, total = i, []
        while (
            j < len(tokens)
            and j - i < 16
            and (tokens[j].lower in NUMBER_WORDS or tokens[j].text == "-" or tokens[j].lower == "et")
        ):
            if tokens[j].lower in NUMBER_WORDS:
                total.append(tokens[j].lower)
            j += 1
        if j < len(tokens) and j > i + 1 and tokens[j].lower in ORDINAL_WORDS and tokens[j - 1].text == "-" and total:
            base = value_of_words(" ".join(total))
            if base is not None:
                return Number(base + ORDINAL_WORDS[tokens[j].lower], i, j + 1, False)
    return None


def read_fraction(tokens: Sequence[Token], i: int) -> Number | None:
    """The fraction of a whole at token `i`: "la moitié", "le quart", "deux tiers", "les trois quarts", "un cinquième".

    Refuses what is no share of anything: the half of a match ("première mi-temps"), a quarter final, a rank.
    """
    j, top = i, 1.0
    if tokens[j].lower in ("la", "le", "les", "leur", "sa") and j + 1 < len(tokens):
        j += 1
    if j >= len(tokens):
        return None
    if tokens[j].lower not in FRACTION_WORDS:
        number = read_plain_number(tokens, j)
        if number is None or number.stop >= len(tokens) or number.value > 99 or number.value != int(number.value):
            return None
        top, j = number.value, number.stop
    elif j == i:
        return None  # a bare "moitié"
    word = tokens[j].lower
    bottom = FRACTION_WORDS.get(word) or FRACTION_WORDS.get(word.removesuffix("s"))
    if bottom is None or word in ("demi",) or top >= bottom or (top > 1 and not (word.endswith("s"))):
        return None
    if j - i == 1 and tokens[i].lower in ("le", "la") and word not in ("moitié", "quart", "tiers"):
        return None  # le cinquième : a rank
    after = tokens[j + 1].lower if j + 1 < len(tokens) else ""
    if after == "-":
        return None  # les quarts-de-finale
    if word in ("quart", "quarts", "tiers", "moitié") and after in ("finale", "temps"):
        return None
    if after == "de" and j + 2 < len(tokens) and tokens[j + 2].lower in ("finale", "finales"):
        return None
    return Number(top / bottom, i, j + 1, False)
