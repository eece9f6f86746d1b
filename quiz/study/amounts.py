"""A typed or written value as it counts: how much, of what unit. « deux minutes » and "120 s" are the same amount.

A text that can be read in several ways gives several readings ("1,200" is 1.2 or 1200). It knows no cards: whether a
reading answers a question is for `answers` to say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from quiz.study.numerals import (
    ABBREVIATED,
    COLLECTIVES,
    DIGITS,
    EN_SCALES,
    FR_SCALES,
    NUMBER_WORDS,
    digit_readings,
    fraction_words,
    number_words,
    ordinal_words,
)
from quiz.typography import fold

_TOKEN = re.compile(rf"(?P<number>{DIGITS.pattern})|(?P<word>[^\W\d_]+)|(?P<sign>\S)")
_JOINING = re.compile(r"(?<=[^\W\d_])[-‐‑](?=[^\W_])|(?<=\d)[-‐‑](?=[^\W\d_])")
_DASHES = frozenset("-–—")
_MORE = ("au moins", "plus de", "more than", "at least", "over", "superieur a", ">")
_LESS = ("au plus", "moins de", "less than", "at most", "under", "jusqu'a", "up to", "inferieur a", "<")
_ABOUT = (
    "a peu pres", "about", "almost", "approximately", "around", "aux alentours de", "autour de", "environ", "nearly",
    "pres de", "presque", "quelque", "quelques", "roughly", "un peu", "~", "≈", "=",
)  # fmt: skip
_FILLERS = ("le", "la", "les", "l'", "en", "in", "the", "c'est", "il y a", "it's", "a", "au", "on", "depuis", "since")
_STOP = frozenset({"de", "d", "des", "du", "la", "le", "les", "l", "of", "the", "et", "en", "a"})
_CURRENCIES = frozenset({"$", "€", "£", "¥", "us", "ca"})
"""How a value may begin that has its currency before it."""
_ARTICLES = frozenset({"un", "une", "a", "one"})


class Unit(NamedTuple):
    """A unit by its CLDR-like name, what it measures, and what one is worth in the dimension's first unit."""

    name: str
    dimension: str
    factor: float


@dataclass(frozen=True, slots=True)
class Amount:
    """One reading of a value: `low` to `high` (equal but for a range) in `unit` (None: a bare number, or one of
    `noun`). `per` is what it is counted by ("euros par mois"); `bound` is 1 for "more than", -1 for "less than";
    `digits` the significant digits as written."""

    low: float
    high: float
    unit: Unit | None = None
    per: str = ""
    noun: str = ""
    bound: int = 0
    digits: int = 1

    @property
    def based(self) -> tuple[float, float]:
        """The ends of it in the first unit of the dimension."""
        factor = self.unit.factor if self.unit else 1.0
        return self.low * factor, self.high * factor


class _Token(NamedTuple):
    kind: str
    text: str


class _Read(NamedTuple):
    """A number or a measure read from tokens, the place after it, the scale word it was under, the digits given."""

    value: float
    place: int
    scale: float = 1.0
    digits: int = 1
    unit: Unit | None = None
    part: bool = False


@cache
def _forms() -> dict[tuple[str, ...], Unit]:
    body = tomllib.loads((Path(__file__).parent / "units.toml").read_text(encoding="utf-8"))
    return {
        tuple(token.text for token in _tokens(form)): Unit(name, dimension, float(factor))
        for dimension, units in body.items()
        for name, (factor, *forms) in units.items()
        for form in forms
    }


@cache
def _units() -> dict[str, Unit]:
    return {unit.name: unit for unit in _forms().values()}


@cache
def _longest() -> int:
    return max(map(len, _forms()))


def unit_named(name: str) -> Unit | None:
    """The unit of a CLDR-like name, as a fact names it, or None."""
    return _units().get(name)


@cache
def known_words() -> tuple[str, ...]:
    """Every word of more than three letters that numbers and units are made of, for finding the one a slip of the
    fingers was meant to be."""
    words = {word for form in _forms() for word in form} | NUMBER_WORDS
    return tuple(sorted(word for word in words if len(word) > 3 and word.isalpha()))


def plain(text: str) -> str:
    """The text folded for reading values: no accents, small letters, hyphens inside words open."""
    return _JOINING.sub(" ", fold(text)).replace("⁄", "/")


def amounts(text: str, lang: str | None = None) -> tuple[Amount, ...]:
    """Every way to read the whole text as one amount, the likeliest first; empty where it is none. `lang` settles
    what French and English write differently."""
    tokens = _tokens(text)
    if not tokens or len(text) > 200:
        return ()
    start, bound = _lead(tokens)
    found = [replace(amount, bound=bound) for amount in _ranges(tokens, start, lang)]
    for read in _measures(tokens, start, lang):
        end = _end(tokens, read.place)
        if end is not None:
            unit = unit_named("part") if read.part and read.unit is None else read.unit
            found.append(Amount(read.value, read.value, unit, *end, bound, read.digits))
    return tuple(dict.fromkeys(found))


def _tokens(text: str) -> list[_Token]:
    return [_Token(found.lastgroup or "sign", found[0]) for found in _TOKEN.finditer(plain(text))]


def _texts(tokens: Sequence[_Token], start: int = 0) -> list[str]:
    return [token.text for token in tokens[start:]]


def _text(tokens: Sequence[_Token], place: int) -> str:
    return tokens[place].text if place < len(tokens) else ""


@cache
def _phrase(said: str) -> tuple[str, ...]:
    return tuple(_texts(_tokens(said)))


def _lead(tokens: Sequence[_Token]) -> tuple[int, int]:
    """What stands before the value and says nothing of how much it is, and which way a bound points."""
    texts, start, bound = _texts(tokens), 0, 0
    while True:
        for phrases, way in ((_MORE, 1), (_LESS, -1), (_ABOUT, 0), (_FILLERS, 0)):
            for said in phrases:
                size = len(_phrase(said))
                if tuple(texts[start : start + size]) == _phrase(said) and start + size < len(texts):
                    if fraction_words(texts, start) or number_words(texts, start):  # « la moitié », "a million"
                        return start, bound
                    start, bound = start + size, bound or way
                    break
            else:
                continue
            break
        else:
            return start, bound


def _ranges(tokens: Sequence[_Token], start: int, lang: str | None) -> Iterator[Amount]:
    """entre 10 et 15 % | de 2 à 3 millions | 10-15 ans."""
    texts = _texts(tokens)
    opening = _text(tokens, start)
    between = opening in ("entre", "between")
    if between or opening in ("de", "from", "d"):
        start += 1
        if _text(tokens, start) == "'":
            start += 1
    if opening == "de" and between:
        return
    joints = {"et", "and"} if between else {"a", "to", *_DASHES}
    for low in _measures(tokens, start, lang):
        if low.place >= len(texts) or texts[low.place] not in joints:
            continue
        for high in _measures(tokens, low.place + 1, lang):
            end = _end(tokens, high.place)
            if end is None:
                continue
            factor = high.scale if low.unit is None and low.scale == 1.0 and low.value < 1000 else 1.0
            unit = high.unit or low.unit
            if low.unit and high.unit and low.unit.dimension == high.unit.dimension:
                factor = low.unit.factor / high.unit.factor
            yield Amount(low.value * factor, high.value, unit, *end, 0, max(low.digits, high.digits))


def _measures(tokens: Sequence[_Token], start: int, lang: str | None) -> Iterator[_Read]:
    """A number with its unit, and what follows of the same kind: 1 h 30 | 2 minutes et 30 secondes | $2.5 million."""
    sign, after = _unit_at(tokens, start)
    if sign and tokens[start].text in _CURRENCIES:
        for read in _numbers(tokens, after, lang, money=True):
            yield read._replace(unit=sign)
        return
    for read in _numbers(tokens, start, lang):
        if _text(tokens, read.place) == ":" and read.place + 1 < len(tokens) and read.digits <= 2:
            minutes = tokens[read.place + 1]
            if minutes.kind == "number" and len(minutes.text) == 2 and float(minutes.text) < 60:
                hours = _afternoon(tokens, read.place + 2, read.value + float(minutes.text) / 60)
                yield _Read(hours[0], hours[1], 1.0, 4, unit_named("hour"))
            continue
        place = read.place
        if _text(tokens, place) in ("de", "d", "of"):
            place += 2 if _text(tokens, place + 1) == "'" else 1
        unit, place = _unit_at(tokens, place)
        if read.unit is not None:
            yield read
            continue
        if unit is None:
            hours = _afternoon(tokens, read.place, read.value)
            if hours[1] > read.place:
                yield _Read(hours[0], hours[1], 1.0, read.digits, unit_named("hour"))
            yield read
            continue
        yield _compound(tokens, read._replace(unit=unit, place=place), lang)
        if unit.name in ("kilo-pixel-wide", "meter"):  # k and m are scales too
            yield read


def _afternoon(tokens: Sequence[_Token], place: int, hours: float) -> tuple[float, int]:
    """2:30 pm is half past fourteen."""
    half = "".join(_texts(tokens, place)).replace(".", "")
    if half in ("am", "pm") and 0 < hours < 13:
        return (hours % 12) + (12 if half == "pm" else 0), len(tokens)
    return hours, place


def _compound(tokens: Sequence[_Token], read: _Read, lang: str | None) -> _Read:
    """The smaller parts that follow: « une heure et demie », « 1 h 30 », « 2 min 30 s », « 5 ans et 3 mois »."""
    unit, place = read.unit, read.place
    assert unit is not None
    joined = _text(tokens, place) in ("et", "and")
    at = place + joined
    if joined and _text(tokens, at) in ("demi", "demie", "half"):
        return read._replace(value=read.value + 0.5, place=at + 1)
    if joined and _text(tokens, at) in ("a", "un") and _text(tokens, at + 1) in ("half", "quart"):
        part = 0.5 if _text(tokens, at + 1) == "half" else 0.25
        return read._replace(value=read.value + part, place=at + 2)
    if unit.dimension not in ("duration", "months", "length", "mass"):
        return read
    for more in _numbers(tokens, at, lang):
        smaller, after = _unit_at(tokens, more.place)
        if smaller is None and unit.name in ("hour", "minute") and more.place == len(tokens) and more.value < 60:
            smaller, after = unit_named("minute" if unit.name == "hour" else "second"), more.place
        if smaller and smaller.dimension == unit.dimension and smaller.factor < unit.factor:
            value = read.value + more.value * smaller.factor / unit.factor
            return _compound(tokens, read._replace(value=value, place=after, digits=read.digits + more.digits), lang)
    return read


def _unit_at(tokens: Sequence[_Token], place: int) -> tuple[Unit | None, int]:
    """The longest unit that stands at `place`, and the place after it."""
    forms = _forms()
    for size in range(min(_longest(), len(tokens) - place), 0, -1):
        unit = forms.get(tuple(token.text for token in tokens[place : place + size]))
        if unit is not None:
            return unit, place + size
    return None, place


def _numbers(tokens: Sequence[_Token], start: int, lang: str | None, money: bool = False) -> Iterator[_Read]:
    """Every reading of the number at `start`: digits or words, with the scales that follow."""
    if start >= len(tokens):
        return
    texts = _texts(tokens)
    token = tokens[start]
    if token.kind == "number":
        if _text(tokens, start + 1) == "/" and start + 2 < len(tokens) and tokens[start + 2].kind == "number":
            above, below = digit_readings(token.text)[:1], digit_readings(texts[start + 2])[:1]
            if above and below and below[0]:
                yield _Read(above[0] / below[0], start + 3, 1.0, 1, None, True)
            return
        if texts[start + 1 : start + 2] in (["sur"], ["out"], ["in"]):
            yield from _one_in(tokens, start, lang)
        for value in digit_readings(token.text, lang):
            # « 1,2 billion » is French and a million millions, "1.2 billion" is English and a thousand millions.
            decimal = not value.is_integer() and token.text.count(",") + token.text.count(".") == 1
            lang = lang or (("fr" if "," in token.text else "en") if decimal else None)
            yield from _scaled(tokens, start + 1, value, _significant(token.text), lang, money)
        return
    rank = ordinal_words(texts, start)
    if rank:
        yield _Read(rank[0], rank[1], 1.0, 9, unit_named("rank"))
        return
    part = fraction_words(texts, start)
    if part and part[1] > start + (texts[start] in ("la", "le")):
        yield _Read(part[0], part[1], 1.0, 1, None, True)
    read = number_words(texts, start)
    if read:
        yield from _one_in(tokens, start, lang)
        yield from _scaled(tokens, read[1], read[0], 9, lang, money)


def _one_in(tokens: Sequence[_Token], start: int, lang: str | None) -> Iterator[_Read]:
    """« un sur trois », "one in three", "2 out of 3": a share."""

    def number(place: int) -> tuple[float, int] | None:
        if place < len(tokens) and tokens[place].kind == "number":
            values = digit_readings(tokens[place].text, lang)
            return (values[0], place + 1) if values else None
        return number_words(_texts(tokens), place)

    above = number(start)
    if above is None:
        return
    for joint in ("sur", "out of", "in"):
        size = len(_phrase(joint))
        if tuple(_texts(tokens)[above[1] : above[1] + size]) == _phrase(joint):
            below = number(above[1] + size)
            if below and below[0] > above[0]:
                yield _Read(above[0] / below[0], below[1], 1.0, 1, None, True)


def _scaled(
    tokens: Sequence[_Token], place: int, value: float, digits: int, lang: str | None, money: bool
) -> Iterator[_Read]:
    scale = 1.0
    english = scale
    while True:
        word = _text(tokens, place)
        if word in ("de", "d") and scale > 1 and _text(tokens, place + 1) in FR_SCALES:
            place += 1
            continue
        following, _ = _unit_at(tokens, place + 1)
        short = word in ABBREVIATED and (money or word not in ("k", "m") or _is_money(following))
        if word in FR_SCALES or word in EN_SCALES:
            plural = word.endswith("s")
            french = FR_SCALES.get(word, EN_SCALES.get(word, 1.0))
            other = EN_SCALES.get(word, french) if not plural else french
            scale, english = scale * french, english * other
        elif word in COLLECTIVES or short:
            step = COLLECTIVES.get(word) or ABBREVIATED[word]
            scale, english = scale * step, english * step
        else:
            break
        place += 1
    if _text(tokens, place) == "et" and _text(tokens, place + 1) in ("demi", "demie") and scale > 1:
        value, place = value + 0.5, place + 2
    readings = {"fr": (scale,), "en": (english,)}.get(lang or "", (english, scale) if english != scale else (scale,))
    for factor in readings:
        yield _Read(value * factor, place, factor, digits)


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.name.isupper()


def _end(tokens: Sequence[_Token], place: int) -> tuple[str, str] | None:
    """What follows a measure: what it is counted by, and the noun it counts. None where more figures follow, or a
    second answer."""
    rest = tokens[place:]
    texts = _texts(rest)
    for at, token in enumerate(rest):
        second = token.text in ("ou", "or", "sur", "demi", "demie") or (at > 0 and token.text == "/")
        if second or token.kind == "number" or (token.text not in _ARTICLES and number_words(texts, at)):
            return None
        if at == 0 and fraction_words(texts, at):
            return None
    words = [token.text for token in rest if token.kind == "word" or token.text in ("/", "%")]
    per = ""
    if len(words) > 1 and words[0] in ("par", "per", "/"):
        unit = _forms().get((words[1],))
        per, words = (unit.name if unit else words[1]), words[2:]
    if len(words) > 6 or "%" in words:
        return None
    return per, " ".join(word for word in words if word not in _STOP)


def _significant(said: str) -> int:
    """How many digits of a written number mean something: 31 221 has five, 31 000 two, 44,0 three."""
    bare = re.sub(r"\D", "", said).lstrip("0")
    return max(1, len(bare if re.search(r"[.,]\d{1,2}$", said) else bare.rstrip("0")))
