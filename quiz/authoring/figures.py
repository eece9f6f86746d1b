"""Other numbers in the same dress: what a figure would look like if it were another one.

Finds the numeral in a written quantity ("deux minutes", "1,2 milliard d'euros", "44 %"), and writes near, plausible
values in the same notation: words or digits, same decimals, same thousands, same roundness. Knows no article.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quiz.authoring.dice import dice_of
from quiz.facts.fact import Dimension, Quantity
from quiz.facts.numerals import COLLECTIVES, FRACTION_WORDS, read_plain_number, tokens_of

_SMALL = re.split(
    " ",
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt",
)
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_INVARIABLE = frozenset({"pour", "%", "et", "par", "en", "mille", "de", "fois"})
_ABBREVIATION = 3
"""Units of so few letters (km, min, ans is a word but ends in s) are symbols and take no plural."""

LADDERS: dict[str, tuple[int, ...]] = {
    "second": (5, 10, 15, 20, 30, 45, 60, 90, 120, 180),
    "minute": (1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90),
    "hour": (1, 2, 3, 4, 6, 8, 10, 12, 18, 24, 36, 48, 72),
    "day": (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 100),
    "week": (1, 2, 3, 4, 6, 8, 10, 12),
    "month": (1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36),
    "scan-line": (360, 480, 720, 1080, 1440, 2160),
    "kilo-pixel-wide": (2, 4, 6, 8),
    "frame-per-second": (12, 15, 24, 25, 30, 48, 50, 60, 120),
}
"""Values people expect of a unit; a distractor that nobody would use gives the key away."""

_SAME_UNIT: dict[str, tuple[str, float]] = {
    "second": ("second", 1), "minute": ("second", 60), "hour": ("second", 3600), "day": ("second", 86400),
    "week": ("second", 604800), "month": ("month", 1), "quarter": ("month", 3), "semester": ("month", 6),
    "year": ("month", 12), "decade": ("month", 120), "century": ("month", 1200), "millimeter": ("meter", 0.001),
    "centimeter": ("meter", 0.01), "meter": ("meter", 1), "kilometer": ("meter", 1000), "gram": ("gram", 1),
    "kilogram": ("gram", 1000), "tonne": ("gram", 1e6), "square-meter": ("square-meter", 1),
    "hectare": ("square-meter", 10_000), "square-kilometer": ("square-meter", 1e6), "watt": ("watt", 1),
    "kilowatt": ("watt", 1e3), "megawatt": ("watt", 1e6), "gigawatt": ("watt", 1e9), "byte": ("byte", 1),
    "kilobyte": ("byte", 1e3), "megabyte": ("byte", 1e6), "gigabyte": ("byte", 1e9), "terabyte": ("byte", 1e12),
}  # fmt: skip


def measured(quantity: Quantity) -> tuple[str, float, float]:
    """The quantity in the base unit of its kind: "une minute" and "60 secondes" are both ("second", 60, 60)."""
    base, factor = _SAME_UNIT.get(quantity.unit or "", (quantity.unit or "", 1.0))
    return base, quantity.low * factor, quantity.high * factor


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities say the same, whatever the words: une minute and 60 secondes, un quart and 25 %."""
    if {one.dimension, other.dimension} == {"share"} or one.dimension == other.dimension == "share":
        return abs(_fraction(one) - _fraction(other)) < 0.005
    base, low, high = measured(one)
    other_base, other_low, other_high = measured(other)
    return (
        base == other_base
        and math.isclose(low, other_low, rel_tol=0.02)
        and math.isclose(high, other_high, rel_tol=0.02)
    )


def _fraction(quantity: Quantity) -> float:
    return quantity.low / 100 if quantity.unit == "percent" else quantity.low


def in_words(number: int, feminine: bool = False) -> str | None:
    """A whole number from 0 to 999 999 in words: deux cents, quatre-vingt-un, soixante et onze. None outside."""
    if not 0 <= number < 1_000_000:
        return None
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "mille" if thousands == 1 else f"{_thousands(thousands)} mille"
        return head if not rest else f"{head} {in_words(rest, feminine)}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{_SMALL[hundreds]} cent"
        if not rest:
            return head + ("s" if hundreds > 1 else "")
        return f"{head} {in_words(rest, feminine)}"
    one = "une" if feminine else "un"
    if number == 1:
        return one
    if number <= 20:
        return _SMALL[number]
    if number < 70:
        tens, rest = number // 10 * 10, number % 10
        if rest == 0:
            return _TENS[tens]
        return f"{_TENS[tens]} et {one}" if rest == 1 else f"{_TENS[tens]}-{_SMALL[rest]}"
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_SMALL[number - 60]}"
    rest = number - 80
    if rest == 0:
        return "quatre-vingts"
    return f"quatre-vingt-{one if rest == 1 else _SMALL[rest]}"


def _thousands(number: int) -> str:
    words = in_words(number) or ""
    return re.sub(r"(?<=cent|ingt)s$", "", words)


@dataclass(frozen=True, slots=True)
class Numeral:
    """The number in a written quantity: where it stands and how it is dressed."""

    start: int
    end: int
    value: float
    digits: bool
    decimals: int = 0
    separator: str = ""
    mark: str = ","
    feminine: bool = False


@lru_cache(4096)
def numeral_of(text: str) -> Numeral | None:
    """The first number of a text, or None.

    A collective or a fraction (« une dizaine », « les deux tiers ») holds no number that could be another.
    """
    tokens = tokens_of(text)
    for i in range(len(tokens)):
        number = read_plain_number(tokens, i)
        if number is None:
            continue
        if any(token.lower in COLLECTIVES or token.lower in FRACTION_WORDS for token in tokens[number.stop :][:1]):
            return None
        start, end = tokens[number.first].start, tokens[number.stop - 1].end
        said = text[start:end]
        if not number.digits:
            return Numeral(start, end, number.value, False, feminine=said.lower().endswith("une"))
        grouped = re.search(r"\d([^\d,])\d{3}", said)
        fraction = re.search(r"([,.])(\d+)$", said)
        if fraction and number.value == int(number.value) and len(fraction.group(2)) == 3:
            fraction = None
        return Numeral(
            start, end, number.value, True, len(fraction.group(2)) if fraction else 0,
            grouped.group(1) if grouped else "", fraction.group(1) if fraction else ",",
        )  # fmt: skip
    return None


_GROUPED_FROM = 1000
"""From here on a number may be parted into thousands."""


def written(value: float, numeral: Numeral) -> str | None:
    """`value` in the dress of a numeral, or None where words cannot say it."""
    if not numeral.digits:
        return in_words(int(value), numeral.feminine) if value == int(value) else None
    whole, _, fraction = f"{value:.{numeral.decimals}f}".partition(".")
    if numeral.separator:
        groups: list[str] = []
        while whole:
            groups.insert(0, whole[-3:])
            whole = whole[:-3]
        whole = numeral.separator.join(groups)
    elif len(whole) > 4:
        return None if int(numeral.value) < 10_000 else whole
    elif len(whole) == 4 and numeral.value < _GROUPED_FROM:
        whole = f"{whole[0]}\u202f{whole[1:]}"  # « 900 » tells nothing of how its article writes « 1 200 »
    return whole + (numeral.mark + fraction if fraction else "")


def with_number(text: str, value: float) -> str | None:
    """The written quantity with another number in it: "une minute" with 3 is "trois minutes"; None if it cannot be."""
    numeral = numeral_of(text)
    if numeral is None or value == numeral.value:
        return None
    said = written(value, numeral)
    if said is None:
        return None
    head, tail = text[: numeral.start], text[numeral.end :]
    if value < 1 <= numeral.value and _SCALED.match(tail.strip()):
        return None  # « 0,92 million » is written 920 000
    if numeral.value < 2 <= value:
        tail = _pluralised(tail)
    elif value < 2 <= numeral.value:
        unit = _FEMININE_UNIT.match(tail) or _MASCULINE_UNIT.match(tail)
        if unit is None:
            return None
        if not numeral.digits:
            said = "une" if unit.re is _FEMININE_UNIT else "un"
        tail = unit.group(1) + tail[unit.end() :]
    if numeral.start == 0 and text[:1].isupper():
        said = said[:1].upper() + said[1:]
    return head + said + tail


_FEMININE_UNIT = re.compile(
    r"(\s+(?:minute|seconde|heure|semaine|année|journée|nuit|tonne|livre|place|fois))(?:(?<!fois)s)?\b"
)
_MASCULINE_UNIT = re.compile(
    r"(\s+(?:jour|mois|an|million|milliard|euro|dollar|mètre|kilomètre|gramme|kilo|siècle|point|pour cent))"
    r"(?:(?<!mois)s)?\b"
)
"""Units after which a plural can go back to its singular, by the gender of their "one"."""


def _pluralised(tail: str) -> str:
    """The words after a number that has left one: " minute" -> " minutes", " million d'euros" -> " millions d'euros".

    Stops at the first word that is no noun or adjective (pour cent, d'euros).
    """

    def plural(word: str) -> str:
        if len(word) <= _ABBREVIATION or word.endswith(("s", "x", "z")):
            return word + "s" if word in ("an",) else word
        return word[:-2] + "aux" if word.endswith("al") else word + "s"

    out: list[str] = []
    parts = re.split(r"(\s+)", tail)
    for at, part in enumerate(parts):
        if not part or part.isspace():
            out.append(part)
        elif part.lower() in _INVARIABLE or not part.isalpha() or part.lower().startswith("d'"):
            return "".join(out) + "".join(parts[at:])
        else:
            out.append(plural(part))
    return "".join(out)


def near(quantity: Quantity, seed: str, *, upward: bool | None = None) -> list[str]:
    """Other amounts as the article would have written them, best first.

    Near enough to be possible (half to double, but for tiny numbers), far enough to be wrong (12 %, three points).
    `upward` keeps larger (True) or smaller (False) ones only.

    Empty for dates ("date") and what cannot be rewritten.
    """
    numeral = numeral_of(quantity.text)
    if quantity.bound == "range":
        return near_ranges(quantity.text, seed)
    gathered = _gatherings(quantity.text, seed) if quantity.dimension == "count" else []
    if gathered or (numeral is None and quantity.dimension == "count"):
        return gathered
    if numeral is None or quantity.low != quantity.high or numeral.value <= 0:
        return []
    if len(re.findall(r"\d+", quantity.text.replace(numeral_text(quantity.text, numeral), ""))) > 0:
        return []
    out: list[str] = []
    rough = quantity.bound == "about" or bool(_SCALED.search(quantity.text))
    round_values = _round_values(numeral, rough, seed)
    for value in round_values or _values(numeral, quantity.dimension, quantity.unit or "", seed):
        if upward is not None and (value > numeral.value) != upward:
            continue
        said = with_number(quantity.text, value)
        if said and said not in out:
            out.append(said)
    if upward is not None and len(out) < _TWO and numeral.value >= _TEN and numeral.value == int(numeral.value):
        for by in (1.5, 2, 2.5) if upward else (0.5, 0.7, 0.8):
            value = round(numeral.value * by)
            value = value // 10 * 10 if numeral.value % 10 == 0 else value
            said = with_number(quantity.text, value)
            out += [said] if said and said not in out and (quantity.dimension != "share" or value < 99) else []
    return out


_RANGE = re.compile(r"^(?P<lead>entre |de )?(?P<one>.+?)(?P<link> et | à | ou )(?P<other>.+)$", re.IGNORECASE)
_FEW_OF_A_RANGE = 12
"""Up to which the ends of a range are moved by ones."""


def near_ranges(text: str, seed: str) -> list[str]:
    """Other ranges in the dress of a range: « entre 400 et 500 » -> « entre 200 et 300 », « entre 600 et 700 »; « deux
    à trois » -> « quatre à cinq ». Empty where one of its ends cannot be read."""
    found = _RANGE.match(text)
    if found is None:
        return []
    one, other = numeral_of(found["one"]), numeral_of(found["other"])
    if (
        one is None
        or other is None
        or found["one"][one.end :].strip()
        or one.digits != other.digits
        or one.decimals
        or other.decimals
    ):
        return []
    low, high = int(one.value), int(other.value)
    if not 0 < low < high or numeral_of(found["other"][other.end :]) is not None:
        return []
    step = 1
    while low % (step * 10) == 0 and high % (step * 10) == 0:
        step *= 10
    if high <= _FEW_OF_A_RANGE:
        pairs = [(low + by, high + by) for by in (2, -2, 4, 3) if low + by > 1]
    else:
        wide = high - low
        pairs = []
        for by in (2.0, -2.0, 3.5, -3.0, 5.0):
            start = int(round((low + by * wide) / step) * step)
            if start > low / 3:
                pairs.append((start, start + wide))
    first = next(dice_of(seed)) % max(1, len(pairs))
    out = []
    for new_low, new_high in (*pairs[first:], *pairs[:first]):
        said, also = written(new_low, one), written(new_high, other)
        if said and also:
            head = found["one"][: one.start] + said + found["one"][one.end :]
            tail = found["other"][: other.start] + also + found["other"][other.end :]
            out.append(f"{found['lead'] or ''}{head}{found['link']}{tail}")
    return out


_GATHERED = (
    (re.compile(r"\bune douzaine\b", re.IGNORECASE), ("une vingtaine", "une trentaine", "une cinquantaine")),
    (re.compile(r"\bune demi-douzaine\b", re.IGNORECASE), ("une douzaine", "une vingtaine", "une trentaine")),
    (re.compile(r"\bun millier\b", re.IGNORECASE), ("une centaine", "deux milliers", "trois milliers")),
)


def _gatherings(text: str, seed: str) -> list[str]:
    """« une douzaine » beside « une vingtaine », « un millier » beside « une centaine »."""
    for pattern, others in _GATHERED:
        if pattern.fullmatch(text):
            first = next(dice_of(seed)) % len(others)
            return [*others[first:], *others[:first]]
    return []


_TWO, _TEN = 2, 10
"""Wrong figures that are wanted on one side of a bound, and the figure from which they can be had there."""
_SCALED = re.compile(r"\b(?:millions?|milliards?)\b")


def _round_values(numeral: Numeral, rough: bool, seed: str) -> list[float]:
    """« environ 10 » and « 10 millions » beside 9 and 11 would be the only round one: 5, 15 and 20 are as round. Empty
    for any other figure."""
    if not rough or not numeral.digits or numeral.decimals or numeral.value not in (10, 20):
        return []
    steps = [15, 5, 20, 30] if numeral.value == 10 else [30, 15, 25, 10, 40]
    return [float(step) for step in turned(steps, next(dice_of(seed)))]


def numeral_text(text: str, numeral: Numeral) -> str:
    """The numeral as it stands in the text."""
    return text[numeral.start : numeral.end]


def _values(numeral: Numeral, dimension: Dimension, unit: str, seed: str) -> list[float]:
    value, dice = numeral.value, dice_of(seed)
    ladder = LADDERS.get(unit)
    if ladder and value in ladder:
        at = ladder.index(int(value))
        steps = [ladder[i] for i in (at + 1, at - 1, at + 2, at - 2) if 0 <= i < len(ladder)]
        return [float(step) for step in turned(steps, next(dice)) if value / 4 <= step <= value * 4]
    if unit == "celsius" and value > _TEN:  # « 42,5 °C »: nobody believes 27,5 °C of a heat wave
        return [value + step for step in (turned([2, -2, 4, -3], next(dice)))]
    if numeral.decimals:
        return _decimals(numeral, dimension, dice)
    if dimension == "share" and value == 100:
        return [90.0, 80.0, 75.0, 60.0]  # nothing is more than the whole
    if dimension == "share" or unit == "percent":
        return [float(v) for v in _shares(int(value), dice)]
    if value <= 12:
        steps = [int(value) + d for d in (1, -1, 2, 3, -2, 4) if 1 <= int(value) + d <= 2 * value + 1]
        return [float(step) for step in turned(steps[:4], next(dice)) + steps[4:]]
    if dimension == "age":
        steps = [int(value) + d for d in (4, -3, 7, -6, 9) if value > _OLD or value + d <= _OLD]
        return [float(v) for v in turned(steps, next(dice))]
    return [float(v) for v in _rounded(int(value), dice)]


_OLD = 99
"""An age beyond which nobody is thought to be, beside one within it."""


def turned(items: list[int], by: int) -> list[int]:
    """The list started at another place, so that the key is not always the smallest."""
    if not items:
        return []
    by %= len(items)
    return items[by:] + items[:by]


def _decimals(numeral: Numeral, dimension: Dimension, dice: Iterator[int]) -> list[float]:
    unit = 10**numeral.decimals
    whole = round(numeral.value * unit)
    top = 100 * unit if dimension == "share" else math.inf
    values = [v for v in _spread(whole, dice, lambda n: n if n % 10 else n + 3) if v < top]
    return [v / unit for v in values]


def _shares(value: int, dice: Iterator[int]) -> list[int]:
    if 2 <= value < _TEN:
        return [v for v in turned([value + 3, value - 2, value + 5, value + 2], next(dice)) if v >= 1]
    if value >= 100 or value < 1:
        return _rounded(value, dice) if value >= 100 else []
    if value % 10 == 0:
        steps = [value + d for d in (10, -10, 20, -20, 30)]
    elif value % 5 == 0:
        steps = [value + d for d in (10, -10, 20, -15, 5, -5)]
    else:
        steps = _spread(value, dice, lambda n: n if n % 5 else n + 2)
    return [s for s in turned(steps[:4], next(dice)) + steps[4:] if 1 <= s <= 98 and abs(s - value) >= min(3, value)]


def _rounded(value: int, dice: Iterator[int]) -> list[int]:
    """Values as round as the key: 300 -> 200, 400, 450; 31 221 -> 24 518, 41 376."""
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    significant = value // step
    if significant < 4 and step >= 10:
        step //= 2 if step % 2 == 0 else 1
    if step >= 5:
        return _spread(value, dice, lambda n: max(step, round(n / step) * step))
    return _spread(value, dice, lambda n: n if n % 10 else n + 3)


_PATTERNS = ((0.72, 1.33, 1.62, 0.55), (1.28, 1.6, 0.76, 0.6), (0.62, 0.8, 1.3, 1.66))
"""Factors in the order they are tried: the key comes out in the middle, the smallest or the largest of three."""


def _spread(value: int, dice: Iterator[int], shape: Callable[[float], float]) -> list[int]:
    """Whole numbers around `value`, none within 12 % of it or of each other, given their roundness by `shape`."""
    out: list[int] = []
    for factor in _PATTERNS[next(dice) % len(_PATTERNS)]:
        new = int(shape(round(value * (factor + (next(dice) % 9 - 4) / 100))))
        if new > 0 and all(abs(new - known) >= max(1, 0.12 * value) for known in (value, *out)):
            out.append(new)
    return out


# ---- the other figures of a sentence


_MONTH = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_NOT_COUNTED = re.compile(
    rf"\b(?:1er|\d{{1,2}}) et \d{{1,2}} {_MONTH}(?: \d{{4}})?|\b\d{{1,2}}(?:er)? {_MONTH}(?: \d{{4}})?|"
    r"\b(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \d{1,2}\b|"
    rf"\b\d{{1,2}} ?h(?:eures?)?(?: ?\d\d)?\b|\b(?:1[5-9]|20)\d\d\b"
    r"|\b\d+(?:e|er|re|ème)\b|\b[\w-]*[A-Za-z]\d+\b|\bune?\b",
    re.IGNORECASE,
)
_MOST_FIGURES = 8
"""Figures of a sentence that are read: more are a table."""
_LARGE = (("milliard", 1e9), ("million", 1e6))


@lru_cache(4096)
def counted(text: str) -> tuple[float, ...]:
    """The numbers of a text that count something, in order: no dates, years, hours, ranks, nor « un ».

    « 8 morts dont deux gendarmes le 3 mai 2018 » has 8 and 2; « 1,7 milliard » is 1 700 000 000.
    """
    flat = _NOT_COUNTED.sub(" … ", re.sub(r"(?<=\d)[\u00a0\u202f](?=\d{3})", " ", text))
    tokens, at = tokens_of(flat), 0
    out: list[float] = []
    while at < len(tokens) and len(out) <= _MOST_FIGURES:
        number = read_plain_number(tokens, at)
        if number is None:
            at += 1
            continue
        at = max(number.stop, at + 1)
        after = flat[tokens[at - 1].end :].lstrip().lower()
        out.append(number.value * next((by for word, by in _LARGE if after.startswith(word)), 1.0))
    return tuple(out)


def in_its_place(quantity: Quantity, wrong: str, beside: str) -> bool:
    """Whether another figure stands where the true one does among those shown beside it: of 55 passengers no 69 are
    Russians, of 29 dead no 33 are policemen, and what has fallen from 29 to 27 was no 19.

    `wrong` is the amount as it would be written, `beside` the text without the true one. True where no figure can be
    read.
    """
    other, key = numeral_of(wrong), numeral_of(quantity.text)
    if other is None or key is None or not key.value:
        return True
    scale = quantity.low / key.value
    told = [value for value in counted(beside) if value != quantity.low]
    if quantity.dimension == "share" and any(
        abs(value - quantity.low) <= _LIKE * quantity.low and abs(value - other.value) > _STILL_LIKE * value
        for value in told
    ):
        return False
    return all((value > quantity.low) == (value > other.value * scale) for value in told)


_LIKE, _STILL_LIKE = 0.12, 0.25
"""Two shares of a sentence are of the same thing twice where the one is within an eighth of the other (« 10,5 % en
France et 10,1 % en métropole »): a wrong one that is far from its like gives itself away."""
