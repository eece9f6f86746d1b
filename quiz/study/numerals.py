"""Numbers as people type them: digits the French or the English way, and number words of both languages.

The words of France, Belgium and Switzerland are all read (septante, huitante, octante, nonante), with the hyphens of
1990 or without. A grammar, not a sum: « vingt trente » is no number. It knows no units.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Read = tuple[float, int]
"""A number and the place after its last word."""

_SMALL = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
)
_FR_UNITS = {word: value for value, word in enumerate(_SMALL.split()) if "-" not in word} | {"une": 1}
_FR_TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
FR_SCALES = {
    "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "billion": 1e12,
    "billions": 1e12, "billiard": 1e15, "billiards": 1e15, "trillion": 1e18, "trillions": 1e18,
}  # fmt: skip
_EN_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_UNITS = {word: value for value, word in enumerate(_EN_SMALL.split())}
_EN_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
EN_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
COLLECTIVES = {
    "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100, "millier": 1e3,
    "milliers": 1e3, "dozen": 12, "dozens": 12,
}  # fmt: skip
ABBREVIATED = {"k": 1e3, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mln": 1e6, "mio": 1e6, "bn": 1e9, "m": 1e6}
"""Scales cut short. "m" is a million only before a currency, which the caller knows."""
_PARTS = {
    "demi": 2, "demie": 2, "moitie": 2, "tiers": 3, "quart": 4, "quarts": 4, "half": 2, "third": 3, "thirds": 3,
    "quarter": 4, "quarters": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9,
    "dixieme": 10, "centieme": 100, "fifth": 5, "tenth": 10,
}  # fmt: skip

_FIRST = {
    "premier": 1, "premiere": 1, "first": 1, "second": 2, "seconde": 2, "third": 3, "fifth": 5, "eighth": 8,
    "ninth": 9, "twelfth": 12,
}  # fmt: skip
_ORDINAL = re.compile(r"([a-z]{2,})(?:ieme|th)")
_ORDINAL_STEMS = {"un": "un", "quatr": "quatre", "cinqu": "cinq", "neuv": "neuf", "mill": "mille"}
NUMBER_WORDS = frozenset(
    {*_FR_UNITS, *_FR_TENS, *FR_SCALES, *_EN_UNITS, *_EN_TENS, *EN_SCALES, *COLLECTIVES, *_PARTS, "cent"}
)

DIGITS = re.compile(r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*")
"""A number in digits; spaces have been made plain before."""


def digit_readings(said: str, lang: str | None = None) -> tuple[float, ...]:
    """What a number in digits may be worth, as French ("fr"), English ("en") or either reads it.

    "1,200" is 1.2 in French and 1200 in English; "1.200" is 1200 in a French paper and 1.2 in English.
    """
    said = said.replace(" ", "").replace("'", "")
    marks = [char for char in said if char in ".,"]
    if not marks:
        return (float(said),)
    if len(set(marks)) == 2:  # the last one parts the decimals
        whole, _, decimals = said.rpartition(marks[-1])
        if marks[-1] in whole:
            return ()
        return (float(re.sub("[.,]", "", whole) + "." + decimals),)
    groups = re.split("[.,]", said)
    grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0] != "0"
    as_groups = float("".join(groups)) if grouped else None
    as_decimal = float(".".join(groups)) if len(groups) == 2 else None
    first, second = as_decimal, as_groups
    if as_groups is not None and as_decimal is not None:
        if lang == ("fr" if marks[0] == "," else "en"):
            second = None
        elif lang is not None:
            first = None
    return tuple(value for value in (first, second) if value is not None)


def number_words(words: Sequence[str], start: int = 0) -> Read | None:
    """The longest number in words that begins at `start`, in either language, or None. The words are folded: small
    letters, no accents, no hyphens."""
    found = [read for read in (_french(words, start), _english(words, start)) if read]
    return max(found, key=lambda read: read[1], default=None)


def fraction_words(words: Sequence[str], start: int = 0) -> Read | None:
    """« la moitié », « un tiers », « trois quarts », "two thirds": a part of one."""
    place = start
    count = 1.0
    if place < len(words) and words[place] in ("la", "le", "un", "une", "a", "one"):
        place += 1
    elif read := number_words(words, place):
        count, place = read
    if place < len(words) and words[place] in _PARTS:
        return count / _PARTS[words[place]], place + 1
    if place < len(words) and words[place].removesuffix("s") in _PARTS:
        return count / _PARTS[words[place].removesuffix("s")], place + 1
    return None


def ordinal_words(words: Sequence[str], start: int = 0) -> Read | None:
    """« premier », « troisième », « vingt et unième », "third": a rank in words."""
    for last in range(start, min(start + 5, len(words))):
        word = words[last]
        ending = _ORDINAL.fullmatch(word)
        if word in _FIRST:
            bases: tuple[str, ...] = (str(_FIRST[word]),) if last == start else ()
        elif ending:
            stem = _ORDINAL_STEMS.get(ending[1], ending[1])
            bases = (stem, f"{stem}e", f"{stem[:-1]}y")
        else:
            continue
        for base in bases:
            if base.isdigit():
                return float(base), last + 1
            read = number_words([*words[start:last], base], 0)
            if read and read[1] == last - start + 1:
                return read[0], last + 1
    return None


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def _french(words: Sequence[str], start: int) -> Read | None:
    read = _french_whole(words, start)
    if read is None:
        return None
    value, place = read
    if _at(words, place) == "virgule":
        zeros = place + 1
        while _at(words, zeros) == "zero":
            zeros += 1
        decimals = _french_below_1000(words, zeros)
        digits = "0" * (zeros - place - 1) + (f"{decimals[0]:.0f}" if decimals else "")
        if digits:
            return value + float(f"0.{digits}"), decimals[1] if decimals else zeros
    return value, place


def _french_whole(words: Sequence[str], start: int) -> Read | None:
    """Groups before falling scales: trois millions | deux cent mille | quarante."""
    return _scaled(words, start, _french_below_1000, FR_SCALES, bare=frozenset({"mille"}))


def _scaled(
    words: Sequence[str],
    start: int,
    group: Callable[[Sequence[str], int], Read | None],
    scales: dict[str, float],
    bare: frozenset[str] = frozenset(),
) -> Read | None:
    total, place, limit, found = 0.0, start, float("inf"), False
    while True:
        read = group(words, place)
        if read is None:
            if _at(words, place) not in bare or scales[words[place]] >= limit:
                break
            value, after = 1.0, place
        else:
            value, after = read
        scale, largest = 1.0, 0.0
        while scales.get(_at(words, after), 0.0) > largest:  # deux mille milliards, but un million | mille
            largest = scales[words[after]]
            scale *= largest
            after += 1
        if scale >= limit or (found and value == 0):
            break
        total, place, limit, found = total + value * scale, after, scale, True
        if scale == 1.0:
            break
    return (total, place) if found else None


def _french_below_1000(words: Sequence[str], start: int) -> Read | None:
    """cent | deux cents | deux cent trois | dix-neuf cent (as in a year) | anything below 100."""
    read = (1.0, start) if _at(words, start) == "cent" else _french_below_100(words, start)
    if read is None:
        return None
    value, place = read
    hundreds = _at(words, place) in ("cent", "cents") and (read[1] == start or 2 <= value <= 19)
    if not hundreds:
        return read
    rest = _french_below_100(words, place + 1)
    if rest is None or rest[0] == 0:
        return value * 100, place + 1
    return value * 100 + rest[0], rest[1]


def _french_below_100(words: Sequence[str], start: int) -> Read | None:
    word, after = _at(words, start), _at(words, start + 1)
    if word == "quatre" and after in ("vingt", "vingts"):
        rest = _french_below_20(words, start + 2, joined=False)
        return (80 + rest[0], rest[1]) if rest and rest[0] else (80.0, start + 2)
    if word in _FR_TENS:
        tens, top = _FR_TENS[word], 19 if word == "soixante" else 9
        joined = after == "et"
        rest = _french_below_20(words, start + 1 + joined, joined)
        if rest and 0 < rest[0] <= top:
            return tens + rest[0], rest[1]
        return float(tens), start + 1
    return _french_below_20(words, start, joined=False)


def _french_below_20(words: Sequence[str], start: int, joined: bool) -> Read | None:
    """0 to 19; after « et » only un, une and onze."""
    word = _at(words, start)
    if word not in _FR_UNITS or (joined and word not in ("un", "une", "onze")):
        return None
    if word == "dix" and _at(words, start + 1) in ("sept", "huit", "neuf"):
        return 10.0 + _FR_UNITS[words[start + 1]], start + 2
    return float(_FR_UNITS[word]), start + 1


def _english(words: Sequence[str], start: int) -> Read | None:
    read = _scaled(words, start, _english_below_1000, EN_SCALES)
    if read is None:
        return None
    value, place = read
    if _at(words, place) == "and" and value >= 1000 and (rest := _english_below_100(words, place + 1)):
        value, place = value + rest[0], rest[1]
    if _at(words, place) == "point":
        digits, place_after = "", place + 1
        while (word := _at(words, place_after)) in _EN_UNITS and _EN_UNITS[word] < 10:
            digits += str(_EN_UNITS[word])
            place_after += 1
        if digits:
            return value + float(f"0.{digits}"), place_after
    return value, place


def _english_below_1000(words: Sequence[str], start: int) -> Read | None:
    if _at(words, start) == "a" and _at(words, start + 1) in ("hundred", *EN_SCALES):
        read: Read | None = (1.0, start + 1)
    else:
        read = _english_below_100(words, start)
    if read is None or _at(words, read[1]) != "hundred" or read[0] > 19:
        return read
    place = read[1] + 1
    rest = _english_below_100(words, place + (_at(words, place) == "and"))
    return (read[0] * 100 + rest[0], rest[1]) if rest else (read[0] * 100, place)


def _english_below_100(words: Sequence[str], start: int) -> Read | None:
    word = _at(words, start)
    if word in _EN_TENS:
        rest = _EN_UNITS.get(_at(words, start + 1), 0)
        return (_EN_TENS[word] + float(rest), start + 2) if 0 < rest < 10 else (float(_EN_TENS[word]), start + 1)
    return (float(_EN_UNITS[word]), start + 1) if word in _EN_UNITS else None
