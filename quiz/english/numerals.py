"""Numbers as French writes them, in figures or words, and as English does.

Source of the rules: the French and English grammars of numerals; `milliard` is billion and `billion` is trillion.
Refuses a number it cannot read to its last character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SPACES = "  \u00a0\u202f\u2009"

FIGURES = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+|\.\d+)?"
"""A number in figures: thousands set off by spaces or points, decimals by a comma (or a point)."""

_UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_ENGLISH_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {
    "million": "million", "millions": "million", "milliard": "billion", "milliards": "billion", "billion": "trillion",
    "billions": "trillion", "billiard": "quadrillion", "billiards": "quadrillion", "trillion": "quintillion",
    "trillions": "quintillion",
}  # fmt: skip
"""Scale words of the long scale, as English of today says them."""
WORD = "|".join(sorted([*_UNITS, *_TENS, "cent", "cents", "mille"], key=len, reverse=True))
NUMBER_WORDS = rf"(?:{WORD})(?:(?:[ -]et[ -]|[ -])(?:{WORD}))*"
"""A number in words below a million; what matches may still be no number, which `read` tells."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with how it was written: `whole` and the digits of its decimals ("" where there are none); `in_words`
    for « vingt-deux »; `scale` for « 1,2 milliard » (whole 1, decimals "2")."""

    whole: int
    decimals: str = ""
    in_words: bool = False
    scale: str = ""
    grouped: bool = False

    @property
    def one(self) -> bool:
        """Whether English puts the thing counted in the singular."""
        return self.whole == 1 and not self.decimals and not self.scale

    def english(self) -> str:
        """The number in English, in figures where French had figures."""
        if self.in_words and not self.decimals:
            said = spelled(self.whole)
        else:
            said = figures(self.whole) + (f".{self.decimals}" if self.decimals else "")
        return f"{said} {SCALES[self.scale]}" if self.scale else said


_NUMBER = re.compile(rf"({FIGURES}|{NUMBER_WORDS})(?:[ -]({'|'.join(SCALES)}))?")


def read(text: str) -> Number | None:
    """The number that `text` is, scale word included, or None."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    body, scale = match.group(1), match.group(2) or ""
    if body[0].isdigit():
        return _figures_read(body, scale)
    value = _words_read(body)
    return None if value is None else Number(value, in_words=True, scale=scale)


def _figures_read(body: str, scale: str) -> Number | None:
    grouped = re.search(rf"\d[{SPACES}]\d{{3}}|^\d{{1,3}}(?:\.\d{{3}})+(?:,|$)", body) is not None
    body = re.sub(f"[{SPACES}]", "", body)
    if grouped and "." in body:
        body = body.replace(".", "")
    whole, _, decimals = body.replace(",", ".").partition(".")
    if len(whole) > 15 or (len(whole) > 1 and whole[0] == "0"):
        return None
    return Number(int(whole), decimals, scale=scale, grouped=grouped)


def _words_read(text: str) -> int | None:
    """The value of number words below a million: « quatre-vingt-dix-sept », « deux mille trois cent un »."""
    tokens = [token for token in re.split("[ -]", text) if token != "et"]
    if tokens.count("mille") > 1:
        return None
    if "mille" in tokens:
        at = tokens.index("mille")
        thousands = _below_thousand(tokens[:at]) if at else 1
        rest = _below_thousand(tokens[at + 1 :]) if tokens[at + 1 :] else 0
        return None if not thousands or rest is None else thousands * 1000 + rest
    return _below_thousand(tokens)


def _below_thousand(tokens: list[str]) -> int | None:
    for at, token in enumerate(tokens):
        if token in ("cent", "cents"):
            hundreds = _below_hundred(tokens[:at]) if at else 1
            rest = _below_hundred(tokens[at + 1 :]) if tokens[at + 1 :] else 0
            return None if not hundreds or hundreds > 9 or rest is None else hundreds * 100 + rest
    return _below_hundred(tokens)


def _below_hundred(tokens: list[str]) -> int | None:
    if not tokens or len(tokens) > 4:
        return None
    if tokens[0] == "quatre" and len(tokens) > 1 and tokens[1] in ("vingt", "vingts"):
        rest = _below_hundred(tokens[2:]) if tokens[2:] else 0
        return None if rest is None or rest > 19 else 80 + rest
    if tokens[0] in _TENS:
        tens = _TENS[tokens[0]]
        rest = _below_hundred(tokens[1:]) if tokens[1:] else 0
        return None if rest is None or rest > (19 if tens == 60 else 9) else tens + rest
    if tokens[0] == "dix" and len(tokens) == 2 and tokens[1] in ("sept", "huit", "neuf"):
        return 10 + _UNITS[tokens[1]]
    return _UNITS.get(tokens[0]) if len(tokens) == 1 else None


def figures(number: int) -> str:
    """`number` in figures as English groups them (CLDR, through Babel)."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale="en"))


def spelled(number: int) -> str:
    """`number`, below a million, in English words: "two", "ninety-seven", "three hundred and one"."""
    if number < 20:
        return _ENGLISH_UNITS[number]
    if number < 100:
        ten, rest = divmod(number, 10)
        return _ENGLISH_TENS[ten - 2] + (f"-{_ENGLISH_UNITS[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ENGLISH_UNITS[hundreds]} hundred" + (f" and {spelled(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joined = f" and {spelled(rest)}" if 0 < rest < 100 else f" {spelled(rest)}" if rest else ""
    return f"{spelled(thousands)} thousand{joined}"


_ORDINAL_WORDS = {
    "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
    "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11,
    "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16, "dix-septième": 17,
    "dix-huitième": 18, "dix-neuvième": 19, "vingtième": 20, "centième": 100, "millième": 1000,
}  # fmt: skip
_ENGLISH_ORDINALS = {
    1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
    10: "tenth", 11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth",
    17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twentieth", 100: "hundredth", 1000: "thousandth",
}  # fmt: skip
ORDINAL = rf"\d{{1,4}} ?(?:er|re|ère|ème|eme|e|nd|nde)|{'|'.join(_ORDINAL_WORDS)}"
"""A rank, in figures or in a word up to twenty."""


def ordinal(text: str) -> str | None:
    """A French rank in English: « 3e » is 3rd, « douzième » twelfth."""
    if text in _ORDINAL_WORDS:
        return _ENGLISH_ORDINALS[_ORDINAL_WORDS[text]]
    if text.endswith("ième"):  # « trente-septième »
        base = text.removesuffix("ième")
        base = base[:-1] + "f" if base.endswith("neuv") else base.removesuffix("u") if base.endswith("cinqu") else base
        found = next((value for whole in (base, base + "e") if (value := _words_read(whole)) is not None), None)
        return nth(found) if found is not None else None
    match = re.fullmatch(r"(\d{1,4}) ?(?:er|re|ère|ème|eme|e|nd|nde)", text)
    return nth(int(match.group(1))) if match else None


def nth(number: int) -> str:
    """A rank in English figures: 1st, 22nd, 13th."""
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{figures(number)}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


ROMAN = re.compile(r"(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})")


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to twenty-nine, as centuries are written."""
    match = ROMAN.fullmatch(text)
    if match is None:
        return None
    small = {"IX": 9, "IV": 4}.get(match.group(2))
    if small is None:
        small = 5 * match.group(2).count("V") + match.group(2).count("I")
    return 10 * len(match.group(1)) + small
