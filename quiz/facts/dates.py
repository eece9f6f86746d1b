"""Dates and times of day as French text writes them, read from a run of tokens.

A date becomes one number, yyyymmdd with zeros for what is not said (20 février = 220, février 2016 = 20160200), so that
dates compare within what they say. Refuses to know what happened then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.facts.numerals import NUMBER_WORDS, Number, Token, glued, read_number
from quiz.facts.value_words import words

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
}  # fmt: skip
DAYS = words("weekdays")
_BEFORE_YEAR = words("before_year")
_BEFORE_MONTH = words("before_month")


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date (or a span of dates) in tokens[first:stop]; `high` differs from `low` for a span."""

    low: float
    high: float
    first: int
    stop: int


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _day(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """A day of the month at `i` ("1er", "20") and the token after it."""
    if i >= len(tokens):
        return None
    token = tokens[i]
    if token.kind == "num" and token.text.isdigit() and 1 <= int(token.text[:4]) <= 31 and len(token.text) <= 2:
        stop = i + 1
        if _word(tokens, stop) == "er":
            stop += 1
        return int(token.text), stop
    return (1, i + 1) if token.lower == "premier" and _word(tokens, i + 1) in MONTHS else None


def is_year(token: Token) -> bool:
    """Four figures from 1000 to 2199, nothing else."""
    return token.kind == "num" and len(token.text) == 4 and token.text.isdigit() and 1000 <= int(token.text) < 2200


def _full(tokens: Sequence[Token], i: int) -> tuple[int, int, int, int] | None:
    """(day, month, year, stop) of « [lundi] 20 février [2018] » or « février 2018 » at `i`; 0 for what is not said."""
    j = i + 1 if _word(tokens, i) in DAYS else i
    day = _day(tokens, j)
    if day is not None and _word(tokens, day[1]) in MONTHS:
        month, stop = MONTHS[_word(tokens, day[1])], day[1] + 1
        if stop < len(tokens) and _word(tokens, stop) == "dernier":
            return day[0], month, 0, stop
        if stop < len(tokens) and is_year(tokens[stop]) and not _counts(tokens, stop):
            return day[0], month, int(tokens[stop].text), stop + 1
        return day[0], month, 0, stop
    if j == i and _word(tokens, i) in MONTHS and i + 1 < len(tokens) and is_year(tokens[i + 1]):
        return 0, MONTHS[_word(tokens, i)], int(tokens[i + 1].text), i + 2
    return None


def _days(tokens: Sequence[Token], i: int) -> DateRead | None:
    """« 3-4 mars », « 19–22 septembre 2018 »."""
    first, last = _day(tokens, i), _full(tokens, i + 2)
    if first is None or first[1] != i + 1 or last is None or not last[0] or last[0] <= first[0]:
        return None
    return DateRead(_number(first[0], *last[1:3]), _number(*last[:3]), i, last[3])


def _counts(tokens: Sequence[Token], i: int) -> bool:
    """« le 3 mai 1500 personnes »: a plain noun follows the four figures at once."""
    after = _word(tokens, i + 1)
    return after in words("people_and_money")


def _number(day: int, month: int, year: int) -> float:
    return float(year * 10000 + month * 100 + day)


def _numeric(tokens: Sequence[Token], i: int) -> DateRead | None:
    """« 20/10/2013 », « 2013-10-20 », « 15.04.2013 »; « 8-1-1 » is a number to call."""
    if i + 4 < len(tokens) and all(tokens[k].kind == "num" for k in (i, i + 2, i + 4)):
        marks = {tokens[i + 1].text, tokens[i + 3].text}
        parts = [tokens[k].text for k in (i, i + 2, i + 4)]
        if (
            marks in ({"/"}, {"-"})
            and all(glued(tokens, k) for k in range(i + 1, i + 5))
            and all(p.isdigit() for p in parts)
        ):
            if marks == {"-"} and len(parts[0]) == 4:
                parts.reverse()
            day, month, year = (int(p[:4]) for p in parts)
            if len(parts[2]) > 1 and 1 <= day <= 31 and 1 <= month <= 12 and (year < 100 or 1000 <= year < 2200):
                value = _number(day, month, year if year > 99 else 2000 + year)
                return DateRead(value, value, i, i + 5)
    return None


def read_date(tokens: Sequence[Token], i: int) -> DateRead | None:
    """The date at token `i`, spans included: « 7 juin 2024 », « du 19 au 22 septembre », « années 2020 »."""
    if tokens[i].lower in ("du", "entre", "de") and (span := _span(tokens, i)) is not None:
        return span
    if i + 2 < len(tokens) and tokens[i + 1].text in "-–" and (days := _days(tokens, i)) is not None:
        return days
    full = _full(tokens, i)
    if full is not None:
        value = _number(*full[:3])
        return DateRead(value, value, i, full[3])
    if tokens[i].lower in ("année", "années") and i + 1 < len(tokens) and tokens[i + 1].kind == "num":
        said = tokens[i + 1].text
        if is_year(tokens[i + 1]):
            low = int(said) * 10000.0
            last = low + 90000.0 if tokens[i].lower == "années" and said.endswith("0") else low
            return DateRead(low, last, i, i + 2)
        if tokens[i].lower == "années" and said in ("20", "30", "40", "50", "60", "70", "80", "90"):
            return DateRead((1900 + int(said)) * 10000.0, (1909 + int(said)) * 10000.0, i, i + 2)
    if tokens[i].lower in MONTHS and _word(tokens, i - 1) in _BEFORE_MONTH and _word(tokens, i + 1) != "suivant":
        if tokens[i].lower in ("mars", "mai") and _word(tokens, i - 1) in ("de", "à", "au", "-", "ce"):
            return None
        value = MONTHS[tokens[i].lower] * 100.0
        return DateRead(value, value, i, i + 1)
    return _numeric(tokens, i) or _year(tokens, i)


def _year(tokens: Sequence[Token], i: int) -> DateRead | None:
    """A bare year after a word that asks for one, or a season « 2014-15 », « 2016/2017 »."""
    if i + 1 < len(tokens) and glued(tokens, i + 1) and tokens[i + 1].kind == "word":
        return None  # 1080p
    if not is_year(tokens[i]) or (glued(tokens, i) and _word(tokens, i - 1) not in ("'", "(", ",", "-", "/")):
        return None
    low = int(tokens[i].text) * 10000.0
    if i + 2 < len(tokens) and tokens[i + 1].text in "-/–" and glued(tokens, i + 1) and glued(tokens, i + 2):
        other = tokens[i + 2].text
        if tokens[i + 2].kind == "num" and other.isdigit() and len(other) in (2, 4):
            high = int(other) if len(other) == 4 else int(tokens[i].text[:2] + other)
            if 0 < high - int(tokens[i].text) < 100:
                return DateRead(low, high * 10000.0, i, i + 3)
    before, after = _word(tokens, i - 1), _word(tokens, i + 1)
    if before in ("-", "/") and glued(tokens, i):
        return None
    if before in words("year_is_sure_after"):
        return DateRead(low, low, i, i + 1)
    closes = i + 1 >= len(tokens) or tokens[i + 1].kind == "sign" or after in ("et", "à", "au", "ou", "par", "pour")
    if before in _BEFORE_YEAR and closes and after not in ("%", "€", "$", "£", "°"):
        return DateRead(low, low, i, i + 1)
    if (
        closes
        and before not in ("", *NUMBER_WORDS)
        and after not in ("%", "€", "$", "£", "°", "*")
        and before in words("event_nouns")
    ):
        return DateRead(low, low, i, i + 1)
    named = i > 0 and tokens[i - 1].kind == "word" and tokens[i - 1].text[0].isupper() and i > 1
    if named and (closes or after in ("de", "d", "du", "des", "a", "est", "qui", "en", "dans", "sur", "avec", "ont")):
        return DateRead(low, low, i, i + 1)  # « l'Euro 2016 de football »
    return None


def _span(tokens: Sequence[Token], i: int) -> DateRead | None:
    """« du 19 au 22 septembre », « entre le 29 mars et 9 avril 2018 », « entre 2010 et 2015 », « de 1998 à 2003 »."""
    j = i + 1
    if _word(tokens, j) in ("le", "la"):
        j += 1
    first = _full(tokens, j)
    if first is None:
        day = _day(tokens, j + 1 if _word(tokens, j) in DAYS else j)
        if day is not None:
            first = (day[0], 0, 0, day[1])
        elif j < len(tokens) and is_year(tokens[j]):
            first = (0, 0, int(tokens[j].text), j + 1)
        elif _word(tokens, j) in MONTHS:
            first = (0, MONTHS[_word(tokens, j)], 0, j + 1)
    if first is None or _word(tokens, first[3]) not in ("au", "et", "à"):
        return None
    k = first[3] + 1
    if _word(tokens, k) in ("le", "la"):
        k += 1
    last = _full(tokens, k)
    if last is None and first[0] == 0 and k < len(tokens):
        if first[2] and is_year(tokens[k]):
            last = (0, 0, int(tokens[k].text), k + 1)
        elif _word(tokens, k) in MONTHS and not first[2]:
            last = (0, MONTHS[_word(tokens, k)], 0, k + 1)
    if last is None or (first[2] and not last[2]):
        return None
    low = _number(first[0], first[1] or last[1], first[2] or last[2])
    return DateRead(low, _number(*last[:3]), i, last[3])


@dataclass(frozen=True, slots=True)
class ClockRead:
    """A time of day or a composite duration in tokens[first:stop]; `seconds` since midnight or in all."""

    seconds: float
    first: int
    stop: int
    of_day: bool


_CLOCK_BEFORE = words("before_clock")
_PARTS = {
    "h": 3600, "heure": 3600, "heures": 3600, "min": 60, "mn": 60, "minute": 60, "minutes": 60, "s": 1, "sec": 1,
    "seconde": 1, "secondes": 1, "'": 60, '"': 1, "''": 1,
}  # fmt: skip


def _race_time(tokens: Sequence[Token], i: int) -> ClockRead | None:
    """A sprinter's time: « 9"81 », « 1'43"5 »."""
    j, seconds = i, 0.0
    minutes = j + 2 < len(tokens) and tokens[j + 1].text == "'" and glued(tokens, j + 1) and glued(tokens, j + 2)
    if minutes and tokens[j].text.isdigit() and tokens[j + 2].text.isdigit():
        seconds, j = int(tokens[j].text[:4]) * 60.0, j + 2
    if not tokens[j].text.isdigit() or j + 2 >= len(tokens) or tokens[j + 1].text != '"' or not glued(tokens, j + 1):
        return None
    part = tokens[j + 2]
    if not (part.kind == "num" and glued(tokens, j + 2) and part.text.isdigit() and len(part.text) <= 3):
        return None
    return ClockRead(seconds + float(f"{tokens[j].text[:4]}.{part.text}"), i, j + 3, False)


_LONG_PARTS = {
    "an": 365,
    "ans": 365,
    "année": 365,
    "années": 365,
    "mois": 30,
    "semaine": 7,
    "semaines": 7,
    "jour": 1,
    "jours": 1,
}


def read_composite(tokens: Sequence[Token], i: int) -> ClockRead | None:
    """A duration in several units: « une minute et vingt secondes », « 1 h 32 min », « deux ans et trois mois »."""
    if tokens[i].kind == "num" and (found := _race_time(tokens, i)) is not None:
        return found
    long = False
    total, parts, j, last = 0.0, 0, i, 10**9
    while j < len(tokens):
        k = j
        if parts and tokens[k].lower in ("et", ","):
            k += 1
        number = read_number(tokens, k) if k < len(tokens) else None
        if number is not None and parts == 1 and _bare_rest(tokens, number, k == j) and last == 60:
            total, parts, j = total + number.value * last / 60, 2, number.stop
            break
        if number is None or number.stop >= len(tokens):
            break
        name = tokens[number.stop].lower
        table = _LONG_PARTS if name in _LONG_PARTS else _PARTS
        if name not in table or (parts and table is _LONG_PARTS and not long):
            break
        if name in "'\"" and not (glued(tokens, number.stop) and number.digits):
            break
        long, worth = table is _LONG_PARTS, table[name] * (86400 if table is _LONG_PARTS else 1)
        if worth >= last:
            break
        total, parts, last, j = total + number.value * worth, parts + 1, worth, number.stop + 1
    return ClockRead(total, i, j, False) if parts >= 2 else None


def _bare_rest(tokens: Sequence[Token], number: Number, beside: bool) -> bool:
    """« trois minutes 30 d'avance », « neuf minutes trente. »: the seconds without their name, and nothing counted."""
    if not beside or not 0 < number.value < 60 or number.value != int(number.value):
        return False
    after = _word(tokens, number.stop)
    return after in ("", ",", ".", ";", ")", "d", "d'", "de", "sur", "et", "devant", "après", "derrière", "pour")


def read_clock(tokens: Sequence[Token], i: int) -> ClockRead | None:
    """A time of day: « 12 h 30 », « 20h », « à 20 heures », « 3 heures du matin »; or « 1 h 56 » as a duration.

    What `of_day` says is decided by the word before: « en 1 h 56 », « pendant 2 h 30 » are durations.
    """
    if tokens[i].kind != "num" or not tokens[i].text.isdigit() or int(tokens[i].text[:6]) > 24 or i + 1 >= len(tokens):
        return None
    hours, unit = int(tokens[i].text), tokens[i + 1].lower
    if (
        unit == ":"
        and glued(tokens, i + 1)
        and i + 2 < len(tokens)
        and glued(tokens, i + 2)
        and tokens[i + 2].kind == "num"
    ):
        minutes = tokens[i + 2].text
        return (
            ClockRead(hours * 3600.0 + int(minutes) * 60, i, i + 3, True)
            if len(minutes) == 2 and minutes.isdigit()
            else None
        )
    if unit not in ("h", "heure", "heures"):
        return None
    stop, minutes_said = i + 2, False
    seconds = hours * 3600.0
    if (
        stop < len(tokens)
        and tokens[stop].kind == "num"
        and len(tokens[stop].text) == 2
        and tokens[stop].text.isdigit()
    ):
        follows = _word(tokens, stop + 1)
        if int(tokens[stop].text) < 60 and (unit == "h" or follows not in ("%", "€")):
            seconds, stop, minutes_said = seconds + int(tokens[stop].text) * 60, stop + 1, True
    before, after = _word(tokens, i - 1), _word(tokens, stop)
    if before == "a" and tokens[i - 1].text == "A":
        before = "à"  # « A 17 heures, le maire… »
    if before == "de" and _word(tokens, i - 2) == "partir":
        return ClockRead(seconds, i, stop, True)
    duration = before in words("before_duration")
    if minutes_said:
        return ClockRead(seconds, i, stop, before not in ("en", "pendant", "durant", "dure", "temps"))
    of_day = before in _CLOCK_BEFORE and not (duration and after in ("de", "d'"))
    of_day = of_day and after not in ("de", "d", "plus", "sur") and (hours, before) != (24, "en")
    if after in ("du",) and _word(tokens, stop + 1) in ("matin", "soir"):
        of_day = True
    if before in DAYS or (before in ("est", "indiqué", "était") and after in (".", ",", "")):
        of_day = True
    if unit == "h" and before not in ("en", "pendant", "durant", "de", "les", "des", "d", "que", "ou", "moins", "plus"):
        of_day = True
    return ClockRead(seconds, i, stop, True) if of_day else None
