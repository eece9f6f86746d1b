"""The ways a number stands with its neighbours: units, money, ranges, ratios, scores, factors, changes, labels.

Each reader looks at the tokens from `i` on, a bounded number of them, and returns the phrases it understands or None.
What the phrase measures is not its business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quiz.facts.fact import Bound, Dimension
from quiz.facts.numerals import (
    COLLECTIVES,
    SCALES,
    SHORT_SCALES,
    Number,
    Token,
    glued,
    read_fraction,
    read_number,
    read_plain_number,
    value_of_digits,
)
from quiz.facts.units import Unit, read_unit
from quiz.facts.value_words import stems, words

Role = Literal["", "from", "to", "part", "whole", "label"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A quantity in tokens[first:stop], before hedges are looked for."""

    first: int
    stop: int
    low: float
    high: float
    bound: Bound
    dimension: Dimension
    unit: str | None
    role: Role = ""
    digits: bool = True
    vague: bool = False


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The word at `i` in small letters, "" outside the text."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def after_de(tokens: Sequence[Token], i: int) -> int:
    """The token after a « de » or « d' » at `i`, or `i`."""
    if word_at(tokens, i) == "de":
        return i + 1
    if word_at(tokens, i) == "d" and word_at(tokens, i + 1) == "'":
        return i + 2
    return i


_NOT_FOR_ONE = words("not_for_one")


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number and its unit (None: a bare count)."""

    number: Number
    value: float
    unit: Unit | None
    stop: int


def _measured(tokens: Sequence[Token], i: int) -> _Measured | None:
    """A number with the unit after it: « 44 % », « 1,2 milliard d'euros », « 3 M€ », « un an et demi », « 1080p »."""
    number = read_number(tokens, i)
    if number is None:
        return None
    j, value = number.stop, number.value
    alone = not number.digits and number.scale == 1 and value == 1
    if j < len(tokens) and tokens[j].text in SHORT_SCALES:
        currency = read_unit(tokens, after_de(tokens, j + 1)) if j + 1 < len(tokens) else None
        if currency is not None and currency[0].dimension == "money":
            return _Measured(number, value * SHORT_SCALES[tokens[j].text], currency[0], currency[1])
    at = after_de(tokens, j) if number.scale > 1 else j
    found = read_unit(tokens, at) if at < len(tokens) else None
    if found is not None and found[0].name in ("scan-line", "kilo-pixel-wide"):
        found = found if _is_definition(tokens, number, found[0]) else None
    if found is not None and not number.digits and tokens[at].text.islower() and len(tokens[at].text) == 1:
        found = None  # deux m, trois s: no unit after a word
    if found is not None and alone and (found[0].name in _NOT_FOR_ONE or found[0].dimension in ("share",)):
        found = None
    if found is not None and found[0].name == "pound-money" and value < 1e6:
        found = None  # 200 livres are books
    if found is None:
        return None if alone else _Measured(number, value, None, j)
    unit, stop = found
    if word_at(tokens, stop) == "et" and word_at(tokens, stop + 1) in ("demi", "demie"):
        value, stop = value + 0.5 * number.scale, stop + 2
    elif unit.name == "meter" and tokens[stop - 1].text == "m" and value < 10 and _two_figures(tokens, stop):
        value, stop = value + int(tokens[stop].text) / 100, stop + 1  # 1 m 85
    return _Measured(number, value, unit, stop)


def _two_figures(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].kind == "num" and len(tokens[i].text) == 2 and tokens[i].text.isdigit()


def _is_definition(tokens: Sequence[Token], number: Number, unit: Unit) -> bool:
    """1080p and 4K are picture definitions only when glued and of a known size."""
    if not number.digits or not glued(tokens, number.stop):
        return False
    if unit.name == "kilo-pixel-wide":
        return number.value in (2, 4, 5, 6, 8, 10, 12, 16)
    return 144 <= number.value <= 4320


def _phrase(
    first: int, found: _Measured, *, low: float | None = None, bound: Bound = "exact", role: Role = ""
) -> Phrase:
    dimension: Dimension = found.unit.dimension if found.unit is not None else "count"
    return Phrase(
        first,
        found.stop,
        found.value if low is None else low,
        found.value,
        bound,
        dimension,
        found.unit.name if found.unit is not None else None,
        role,
        found.number.digits,
    )


def read_simple(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """Any number with its unit, or bare; « une demi-heure », « un demi-milliard », « un quart d'heure »."""
    if tokens[i].lower in ("un", "une") and word_at(tokens, i + 1) == "demi" and word_at(tokens, i + 2) == "-":
        if word_at(tokens, i + 3) in SCALES:
            at = after_de(tokens, i + 4)
            unit = read_unit(tokens, at) if at > i + 4 else None
            half = SCALES[word_at(tokens, i + 3)] / 2
            if unit is not None:
                return [Phrase(i, unit[1], half, half, "exact", unit[0].dimension, unit[0].name, digits=False)]
            return [Phrase(i, i + 4, half, half, "exact", "count", None, digits=False)]
        unit = read_unit(tokens, i + 3) if i + 3 < len(tokens) else None
        if unit is not None:
            return [Phrase(i, unit[1], 0.5, 0.5, "exact", unit[0].dimension, unit[0].name, digits=False)]
    found = _measured(tokens, i)
    if found is None:
        if tokens[i].lower in ("million", "millions", "milliards", "milliers", "centaines", "dizaines"):
            return _vague(tokens, i)
        return None
    return [_phrase(i, found)]


def _vague(tokens: Sequence[Token], i: int) -> list[Phrase]:
    """« des milliers », « plusieurs dizaines de millions d'euros »: nobody can be asked how many."""
    j = i + 1
    at = after_de(tokens, j)
    if at > j and word_at(tokens, at) in SCALES:
        j = at + 1
        at = after_de(tokens, j)
    unit = read_unit(tokens, at) if at > j and at < len(tokens) else None
    if unit is not None:
        return [Phrase(i, unit[1], 0, 0, "about", unit[0].dimension, unit[0].name, digits=False, vague=True)]
    return [Phrase(i, j, 0, 0, "about", "count", None, digits=False, vague=True)]


def read_collective(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« une dizaine », « une trentaine de millions d'euros », « un millier »: about so many."""
    if tokens[i].lower not in ("un", "une", "la", "cette") or word_at(tokens, i + 1) not in COLLECTIVES:
        return None
    if tokens[i].lower in ("la", "cette"):
        return None
    value, stop = float(COLLECTIVES[word_at(tokens, i + 1)]), i + 2
    at = after_de(tokens, stop)
    if at > stop and word_at(tokens, at) in SCALES:
        value, stop = value * SCALES[word_at(tokens, at)], at + 1
        at = after_de(tokens, stop)
    unit = read_unit(tokens, at) if at > stop and at < len(tokens) else None
    if unit is not None:
        return [Phrase(i, unit[1], value, value, "about", unit[0].dimension, unit[0].name, digits=False)]
    return [Phrase(i, stop, value, value, "about", "count", None, digits=False)]


def read_share(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« la moitié », « le quart », « deux tiers »; « trois quarts d'heure » is a duration."""
    found = read_fraction(tokens, i)
    if found is None:
        return None
    at = after_de(tokens, found.stop)
    unit = read_unit(tokens, at) if at > found.stop and at < len(tokens) else None
    if unit is not None and unit[0].dimension == "duration":
        return [Phrase(i, unit[1], found.value, found.value, "exact", "duration", unit[0].name, digits=False)]
    return [Phrase(i, found.stop, found.value, found.value, "exact", "share", "fraction", digits=False)]


def read_out_of(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« 8 malades sur 10 », « un Français sur trois » are one share; « 31 des 195 candidats » are two counts."""
    part = read_number(tokens, i)
    if part is None:
        return None
    j = part.stop
    while (
        j < len(tokens)
        and j < part.stop + 4
        and tokens[j].kind == "word"
        and tokens[j].lower not in ("sur", "des", "parmi")
    ):
        if tokens[j].lower in _VERBISH:
            return None
        j += 1
    if word_at(tokens, j) == "sur":
        k = j + 1
        split = word_at(tokens, k) in ("les", "un", "une", "ses", "leurs") and read_number(tokens, k + 1) is not None
        whole = read_number(tokens, k + 1 if split else k) if k + 1 < len(tokens) or not split else None
        if whole is None or whole.value < part.value or whole.value < 2 or (part.value < 1):
            return None
        unit = read_unit(tokens, after_de(tokens, whole.stop)) if whole.stop < len(tokens) else None
        if unit is not None and unit[0].dimension != "money":
            return None
        following = word_at(tokens, whole.stop)
        if (
            not split
            and following.endswith(("s", "x"))
            and following not in ("dans", "pas", "plus", "ans", "sans", "mais", "depuis", "alors")
        ):
            return None  # un moratoire sur trois mesures
        if split or unit is not None or part.scale > 1 or whole.scale > 1:
            if j > part.stop + 2:
                return None
            return [_count(part, "part"), _count(whole, "whole")]
        share = part.value / whole.value
        return [Phrase(i, whole.stop, share, share, "exact", "share", "ratio", digits=part.digits)]
    if j == part.stop and word_at(tokens, j) == "des" and j + 1 < len(tokens):
        whole = read_number(tokens, j + 1)
        measured = whole is not None and whole.stop < len(tokens) and read_unit(tokens, whole.stop) is not None
        lone = part.value == 1 and not part.digits  # l'un des deux
        if whole is not None and whole.value > part.value and not measured and not lone:
            return [_count(part, "part"), _count(whole, "whole")]
    return None


_VERBISH = words("verbish")


def _count(number: Number, role: Role) -> Phrase:
    return Phrase(number.first, number.stop, number.value, number.value, "exact", "count", None, role, number.digits)


_CHANGE_STEMS = stems("change_stems")


def read_pair(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """Two numbers of one thing: « entre 10 et 15 % », « 10 à 15 % », « 10 ou 15 secondes », « passe de 3 à 5 ».

    A rise or fall has two quantities (from, to); anything else is one range. « respectivement 50 et 7 fois » are two.
    """
    between = tokens[i].lower == "entre"
    at = i + 1 if between else i
    if at >= len(tokens):
        return None
    first = _measured(tokens, at)
    if first is None and tokens[at].lower in ("un", "une"):
        first = _one(tokens, at)
    if first is None or first.stop >= len(tokens):
        return None
    link = word_at(tokens, first.stop)
    if link not in (("et",) if between else ("à", "ou", "-", "–", "et")):
        return None
    hyphen = link in "-–"
    if hyphen and not (first.number.digits and glued(tokens, first.stop)):
        return None
    second_at = first.stop + 1
    if link == "à" and word_at(tokens, second_at) in ("environ", "près", "plus", "quelque"):
        second_at += 2 if word_at(tokens, second_at) in ("près", "plus") else 1
    second = _measured(tokens, second_at) if second_at < len(tokens) else None
    if second is None:
        return None
    if hyphen and not glued(tokens, second_at):
        return None
    if link == "et" and not between:
        return _shared_unit(tokens, i, first, second)
    changing = link == "à" and word_at(tokens, i - 1) == "de" and _changes(tokens, i - 1)
    if first.unit is not None and second.unit is not None and first.unit.dimension != second.unit.dimension:
        return None
    if first.unit is not None and second.unit is None and not changing:
        return None
    low, high = _scaled_low(first, second), second.value
    if changing or (link == "à" and word_at(tokens, i - 1) == "de" and low > high):
        start = replace(first, unit=first.unit or second.unit)
        return [
            replace(_phrase(i, start, low=low, role="from"), high=low),
            _phrase(second.number.first, second, role="to"),
        ]
    if low > high or (low == high and (not between or first.unit == second.unit)):
        return None
    if link == "ou" and (
        (high > 3 * low and high - low > 3) or (second.unit is None and first.number.digits != second.number.digits)
    ):
        return None
    unit = second.unit or first.unit
    return [_phrase(i, replace(second, unit=unit), low=low, bound="range")]


def _one(tokens: Sequence[Token], i: int) -> _Measured | None:
    """« un à deux ans », « une ou deux personnes »: the one of a range."""
    if (
        word_at(tokens, i + 1) in ("à", "ou")
        and read_plain_number(tokens, i + 2 if i + 2 < len(tokens) else i) is not None
    ):
        return _Measured(Number(1.0, i, i + 1, False), 1.0, None, i + 1)
    return None


def _scaled_low(first: _Measured, second: _Measured) -> float:
    """« 3 à 5 millions » begins at three million, « 25 à 30 000 » at twenty-five thousand."""
    if first.number.scale == 1 and second.number.scale > 1 and first.value < 1000:
        return first.value * second.number.scale
    if first.number.digits and first.value < second.value / 100 and second.value % 1000 == 0 and first.value < 1000:
        return first.value * 1000
    return first.value


def _changes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of rising or falling stands within four tokens before « de »."""
    return any(tokens[k].lower.startswith(_CHANGE_STEMS) for k in range(max(0, i - 4), i))


def _shared_unit(tokens: Sequence[Token], i: int, first: _Measured, second: _Measured) -> list[Phrase] | None:
    """« respectivement 50 et 7 fois », « 12 et 15 % respectivement »: two numbers, one unit."""
    nearby = [word_at(tokens, k) for k in (*range(max(0, i - 3), i), *range(second.stop, second.stop + 4))]
    if first.unit is not None or "respectivement" not in nearby:
        return None
    if second.unit is None and word_at(tokens, second.stop) == "fois":
        one = Phrase(i, first.stop, first.value, first.value, "exact", "factor", "times", digits=first.number.digits)
        two = Phrase(second.number.first, second.stop + 1, second.value, second.value, "exact", "factor", "times")
        return [one, two]
    return [_phrase(i, replace(first, unit=second.unit)), _phrase(second.number.first, second)]


def read_factor(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« trois fois », « 70 fois », « deux à trois fois »."""
    number = read_number(tokens, i)
    if number is None or word_at(tokens, number.stop) != "fois" or number.value <= 1:
        return None
    stop = number.stop + 1
    return [Phrase(i, stop, number.value, number.value, "exact", "factor", "times", digits=number.digits)]


def read_signed(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« +18,15 % », « - 3 % », « moins 20 degrés », « -5 °C »: a change or a temperature with its sign."""
    sign = tokens[i].text
    if sign not in ("+", "-", "–") and tokens[i].lower != "moins":
        return None
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "num":
        return None
    before = tokens[i - 1] if i > 0 else None
    if sign in "-–" and before is not None and (before.end == tokens[i].start and before.text != "("):
        return None
    found = _measured(tokens, i + 1)
    if found is None or found.unit is None:
        return None
    cold = found.unit.dimension == "temperature"
    if (tokens[i].lower == "moins" and not cold) or (found.unit.dimension != "share" and not cold and sign != "+"):
        return None
    value = found.value if sign == "+" else -found.value
    dimension: Dimension = "temperature" if cold else "change"
    return [Phrase(i, found.stop, value, value, "exact", dimension, found.unit.name)]


def read_money_prefix(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« £100m », « $3.5 billion », « US$ 2,500 », « € 12 millions »: the sign first, as in English."""
    found = (
        read_unit(tokens, i)
        if tokens[i].text in ("$", "€", "£", "¥", "₹", "US", "EUR", "USD", "GBP", "CHF", "CA")
        else None
    )
    if found is None or found[0].dimension != "money" or found[1] >= len(tokens) or tokens[found[1]].kind != "num":
        return None
    if i > 0 and glued(tokens, i) and tokens[i - 1].kind == "num":
        return None
    unit, j = found
    number = read_number(tokens, j)
    if number is None:
        return None
    value, stop = number.value, number.stop
    if number.stop == j + 1:
        value = value_of_digits(tokens[j].text, english=True)
    if stop < len(tokens) and glued(tokens, stop) and tokens[stop].text in SHORT_SCALES:
        value, stop = value * SHORT_SCALES[tokens[stop].text], stop + 1
    elif word_at(tokens, stop) == "billion" and number.scale > 1:
        value = value / 1000  # an English billion
    return [Phrase(i, stop, value, value, "exact", "money", unit.name)]
