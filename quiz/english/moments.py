"""Dates, times and durations that CLDR writes differently in the two languages.

Takes a normalised French phrase; gives English, or None for what is no date, or may be something else.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from quiz.english.numerals import nth, roman

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_SHORT_MONTHS = {"janv.": 1, "févr.": 2, "avr.": 4, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12}
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SEASONS = {"printemps": "spring", "été": "summer", "automne": "fall", "hiver": "winter"}
_PARTS = {"début": "early", "fin": "late", "mi": "mid"}
_MONTH = "|".join((*_MONTHS, *(re.escape(short) for short in _SHORT_MONTHS)))
_YEAR = r"[12]\d{3}"
_DATE = re.compile(
    rf"(?:(?P<weekday>{'|'.join(_DAYS)}) )?(?:(?P<day>\d{{1,2}}|1er|premier) )?"
    rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?"
)
_LEADING = re.compile(r"^(?:le|l'an|l'année|en date du|du|au) (?=\d|premier|[a-zéû]+di |dimanche )")
_PLAIN_YEAR = re.compile(_YEAR)
_NUMERIC = re.compile(rf"(\d{{1,2}})[/.](\d{{1,2}})[/.]({_YEAR})")
_ISO = re.compile(rf"({_YEAR})-(\d\d)(?:-(\d\d))?")
_DECADE = re.compile(r"(?:les |des )?années (\d0|[12]\d\d0)")
_CENTURY = re.compile(r"(?:le |au )?([IVX]+)e siècle")
_SEASON = re.compile(rf"(?:le |l')?({'|'.join(_SEASONS)})(?: ({_YEAR}))?")
_PART = re.compile(rf"(?:la |le )?(début|fin|mi)(?:[ -])(?:de l'année |d'année |de )?((?:{_MONTH})?(?: ?{_YEAR})?)")
_SEVERAL = re.compile(rf"(?:les )?((?:\d{{1,2}}|1er)(?:, (?:\d{{1,2}}))*) et (\d{{1,2}}) ((?:{_MONTH})(?: {_YEAR})?)")
_CLOCK = re.compile(r"(?P<hour>\d{1,2}) ?(?:h|heures?)(?: ?(?P<minute>[0-5]\d))?")


@lru_cache(4096)
def date(text: str) -> str | None:
    """A date, whole or in part: « 7 juin 2024 », « mardi 1er mars », « juin 2024 », « 2024 », « début 2023 »,
    « années 1990 », « XXe siècle », « 03/04/2024 » (3 April: the day comes first), « les 3 et 4 mai »."""
    text = _LEADING.sub("", text)
    match = _DATE.fullmatch(text)
    if match and (match["day"] or match["year"] or not match["weekday"]):
        return _english_date(match)
    if _PLAIN_YEAR.fullmatch(text):
        return text
    if text in _DAYS:
        return _name("day", _DAYS.index(text))
    several = _SEVERAL.fullmatch(text)
    if several is not None:  # « les 3, 4 et 5 mai 2016 »
        last = date(f"{several[2]} {several[3]}")
        firsts = several[1].replace("1er", "1")
        return re.sub(r"(?<= )\d{1,2}\b", f"{firsts} and {several[2]}", last, count=1) if last else None
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _whole(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    iso = _ISO.fullmatch(text)
    if iso:
        return _whole(int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None)
    return _part_of_time(text)


def _part_of_time(text: str) -> str | None:
    decade = _DECADE.fullmatch(text)
    if decade:
        year = decade[1] if len(decade[1]) == 4 else "19" + decade[1] if decade[1] >= "20" else "20" + decade[1]
        return f"the {year}s"
    century = _CENTURY.fullmatch(text)
    if century and roman(century[1]):
        return f"the {nth(roman(century[1]) or 0)} century"
    season = _SEASON.fullmatch(text)
    if season:
        return f"{_SEASONS[season[1]]} {season[2]}" if season[2] else _SEASONS[season[1]]
    part = _PART.fullmatch(text)
    if part and part[2]:
        rest = date(part[2].strip())
        return f"{_PARTS[part[1]]}{'-' if part[1] == 'mi' else ' '}{rest}" if rest else None
    return None


def _english_date(match: re.Match[str]) -> str | None:
    month = _SHORT_MONTHS.get(match["month"]) or _MONTHS.index(match["month"]) + 1
    day = match["day"]
    number = None if day is None else 1 if day in ("1er", "premier") else int(day)
    if match["weekday"] and number is None:
        return None
    if match["year"]:
        said = _whole(int(match["year"]), month, number)
    elif number is not None:
        said = f"{_name('month', month)} {number}" if 1 <= number <= 31 else None
    else:
        said = _name("month", month)
    if said and match["weekday"]:
        return f"{_name('day', _DAYS.index(match['weekday']))}, {said}"
    return said


def _whole(year: int, month: int, day: int | None) -> str | None:
    from babel.dates import format_date

    try:
        moment = datetime.date(year, month, day or 1)
    except ValueError:
        return None
    return str(format_date(moment, "long" if day else "MMMM y", locale="en"))


def _name(kind: str, number: int) -> str:
    from babel.dates import get_day_names, get_month_names

    names = get_month_names("wide", locale="en") if kind == "month" else get_day_names("wide", locale="en")
    return str(names[number])


def clock(text: str) -> str | None:
    """A time of day: « 14 h 30 », « 9 heures », « midi »."""
    if text in ("midi", "minuit"):
        return {"midi": "noon", "minuit": "midnight"}[text]
    match = _CLOCK.fullmatch(text)
    if match is None or int(match["hour"]) > 24:
        return None
    hour, minute = int(match["hour"]) % 24, match["minute"]
    if match["hour"] == "12" and minute in (None, "00"):
        return "noon"
    half = "a.m." if hour < 12 else "p.m."
    return f"{hour % 12 or 12}{':' + minute if minute and minute != '00' else ''} {half}"


_PIECES = tuple(
    (name, re.compile(forms))
    for name, forms in (
        ("year", r"ans?|années?"), ("month", r"mois"), ("week", r"semaines?"), ("day", r"jours?|j"),
        ("hour", r"heures?|h"), ("minute", r"minutes?|min|mn"), ("second", r"secondes?|s|sec"),
    )
)  # fmt: skip


def pieces(text: str, is_duration: bool = False) -> list[tuple[str, str]] | None:
    """The number and the CLDR unit of each piece of a duration in several: « 5 h 18 min 12 s », « une minute et vingt
    secondes ». « 14 h 30 » may be a time of day, so it is read as a duration only where the caller knows it is one."""
    found: list[tuple[str, str]] = []
    rest, last = text, -1
    while rest:
        match = re.match(r"(?:, | et |,? ?et | )?((?:[\w,.-]+?))(?: )?(?P<unit>(?<=\d)[a-z]+|(?<= )[a-zé]+)\b", rest)
        if match is None:
            break
        at = next((n for n, (_, form) in enumerate(_PIECES) if form.fullmatch(match["unit"])), None)
        if at is None or at <= last:
            return None
        found.append((match.group(1), f"duration-{_PIECES[at][0]}"))
        rest, last = rest[match.end() :], at
    minutes = re.fullmatch(r" ?([0-5]\d)", rest)
    if minutes and found and found[-1][1] == "duration-hour" and is_duration:
        found.append((minutes.group(1).lstrip("0") or "0", "duration-minute"))
        rest = ""
    return found if len(found) > 1 and not rest else None
