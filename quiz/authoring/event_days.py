"""Wrong days, months and spans beside the date of an event: near it, on its side of the article's own day, and so that
the right one is not always the latest.

Knows the calendar. What is asked of a date, and how, is the business of `event_questions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quiz.articles.article import Article
from quiz.authoring.candidate import ruled
from quiz.authoring.dice import chance
from quiz.authoring.french import MONTHS
from quiz.deck import Bilingual

DAY = re.compile(r"(?P<day>\d{1,2}|1er) (?P<rest>\D+?(?: \d{4})?)")
_DAYS = re.compile(
    r"(?P<open>du|les) (?P<first>\d{1,2}|1er) (?P<joint>au|et) (?P<last>\d{1,2}) (?P<rest>\D+?(?: \d{4})?)"
)
_MONTH_OF_A_YEAR = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})")
_MONTHS_APART = re.compile(
    r"du (?P<first>\d{1,2}|1er) (?P<from>\w+) au (?P<last>\d{1,2}|1er) (?P<to>\w+)(?P<year> \d{4})?"
)
_LATELY = 9
"""Days from the article's own within which a wrong day has to be as near: « 19 février » beside « 3 mars » is no
choice, on 6 March."""


def near_days(answer: str, article: Article, seed: str, *, this_year: bool = False) -> tuple[Bilingual, ...]:
    """Wrong dates in the notation of the answer, best first; of a month of the article's own year, months before it."""
    spread = _DAYS.fullmatch(answer)
    if spread is not None:
        return tuple(_other_weeks(spread))
    if answer in MONTHS:
        months = tuple(_near_months(answer, article))
        own = article.month - 1 if article.month else 0
        return tuple(month for month in months if MONTHS.index(month.fr) < own) if this_year else months
    of_a_year = _MONTH_OF_A_YEAR.fullmatch(answer)
    if of_a_year is not None:
        return tuple(_months_before(of_a_year, article, seed))
    apart = _MONTHS_APART.fullmatch(answer)
    if apart is not None:
        return tuple(_weeks_apart(apart))
    if re.fullmatch(r"\d{4}", answer):
        return tuple(_years_to_come(int(answer), article, seed))
    said = DAY.fullmatch(answer)
    return tuple(_other_days(said, article, seed)) if said is not None else ()


def _years_to_come(year: int, article: Article, seed: str) -> Iterator[Bilingual]:
    """Beside a year after the article's own, others after it; of those behind it `dates.near_dates` knows."""
    own = int(article.date[:4]) if article.date else year
    steps = (1, 2, -1, 3, 5)
    turn = chance(seed, 2)
    for step in (*steps[turn:], *steps[:turn]):
        if own < year and own < year + step:
            yield ruled(str(year + step), None)


def is_date(answer: str) -> bool:
    """Whether the answer is one day or one month, which may be typed: « 12 mai », « mai », « mai 2015 »."""
    said = DAY.fullmatch(answer)
    day = said is not None and said["rest"].partition(" ")[0] in MONTHS
    return day or answer in MONTHS or _MONTH_OF_A_YEAR.fullmatch(answer) is not None


def with_year(answer: str, article: Article, *, ahead: bool = False) -> tuple[str, ...]:
    """The day or the month with its year, as some will type it, behind or `ahead` of the article; nothing where the
    answer has one, or the article has no date to tell it by."""
    if not article.date or article.month is None or re.search(r"\d{4}$", answer) or not is_date(answer):
        return ()
    month = MONTHS.index(answer.split()[-1]) + 1
    year, own = int(article.date[:4]), article.month
    return (f"{answer} {year + (month < own) if ahead else year - (month > own)}",)


def _other_days(said: re.Match[str], article: Article, seed: str) -> Iterator[Bilingual]:
    """« 17 février » beside « 12 février » and « 20 février »; of the last days, days as near on either side."""
    month, _, year = said["rest"].partition(" ")
    shown = article.day
    if month not in MONTHS:
        return
    own_year = int(year) if year else shown.year if shown is not None else 2015
    try:
        key = date(own_year, MONTHS.index(month) + 1, int(said["day"].removesuffix("er")))
        if shown is not None and not year and (key - shown).days > 180:
            key = key.replace(year=own_year - 1)  # « le 24 décembre », told in January
    except ValueError:
        return
    apart = abs((shown - key).days) if shown is not None else 99
    steps = (2, -2, -3, 1, -1, 3, -4, 4, -6) if apart <= _LATELY else (-5, 3, -8, 6, -3, 9, -11, 12)
    turn = chance(seed, 4 if apart <= _LATELY else len(steps))
    for step in (*steps[turn:], *steps[:turn]):
        other = key + timedelta(days=step)
        if shown is not None and ((other < shown) != (key < shown) or other == shown):
            continue
        if other.year != key.year and not year:
            continue
        day = "1er" if other.day == 1 else str(other.day)
        yield ruled(f"{day} {MONTHS[other.month - 1]}{f' {other.year}' if year else ''}", None)


def _months_before(said: re.Match[str], article: Article, seed: str) -> Iterator[Bilingual]:
    """« novembre 2014 » beside « février 2015 », none after the article's own month where the right one lies before."""
    at = int(said["year"]) * 12 + MONTHS.index(said["month"])
    own = int(article.date[:4]) * 12 + article.month - 1 if article.date and article.month else None
    steps = (-2, 3, -4, 2, -3, 5)
    turn = chance(seed, len(steps))
    for step in (*steps[turn:], *steps[:turn]):
        other = at + step
        if own is None or ((other < own) == (at < own) and other != own):
            yield ruled(f"{MONTHS[other % 12]} {other // 12}", None)


def _near_months(answer: str, article: Article) -> Iterator[Bilingual]:
    """Months around one, none of them the article's own nor between it and that."""
    at = MONTHS.index(answer)
    own = article.month - 1 if article.month else at
    steps = (-2, -1, -3, -4, 1, 2) if (own - at) % 12 <= 6 else (2, 1, 3, 4, -1, -2)
    for step in steps:
        if (at + step) % 12 != own:
            yield ruled(MONTHS[(at + step) % 12], None)


def _weeks_apart(said: re.Match[str]) -> Iterator[Bilingual]:
    """« du 29 novembre au 4 décembre » beside « du 27 novembre au 2 décembre »: as many days, in those two months."""
    if said["from"] not in MONTHS or said["to"] not in MONTHS:
        return
    year = int(said["year"] or 2015)
    over = MONTHS.index(said["to"]) < MONTHS.index(said["from"])
    first = date(year - over, MONTHS.index(said["from"]) + 1, int(said["first"].removesuffix("er")))
    last = date(year, MONTHS.index(said["to"]) + 1, int(said["last"].removesuffix("er")))
    for days in (-3, 2, -2, 3, -1, 1):
        one, other = first + timedelta(days), last + timedelta(days)
        if (one.month, other.month) != (first.month, last.month):
            continue
        ends = [f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]}" for day in (one, other)]
        yield ruled(f"du {ends[0]} au {ends[1]}{said['year'] or ''}", None)


def _other_weeks(said: re.Match[str]) -> Iterator[Bilingual]:
    """« du 2 au 4 mai » and « du 16 au 18 mai » beside « du 9 au 11 mai », then those of the month before."""
    first, last = int(said["first"].removesuffix("er")), int(said["last"])
    month, _, year = said["rest"].partition(" ")
    at = MONTHS.index(month) if month in MONTHS else 0
    before = f"{MONTHS[at - 1]} {year}".strip() if at else ""
    for step in (-7, 7, -14) if month in MONTHS else ():  # « les 28 et 29 mai » beside « les 4 et 5 juin »
        year_of = int(year or 2015)
        one, other = (date(year_of, at + 1, min(day, 28)) + timedelta(days=step) for day in (first, last))
        if max(first, last) <= 28 and one.month == other.month and (one.month != at + 1) and one.year == year_of:
            day = "1er" if one.day == 1 else str(one.day)
            rest = f"{MONTHS[one.month - 1]} {year}".strip()
            yield ruled(f"{said['open']} {day} {said['joint']} {other.day} {rest}", None)
    for rest, steps in ((said["rest"], (-7, 7, -14, 14)), (before, (0, 7, -7))):
        for step in steps if rest else ():
            if 2 <= first + step < last + step <= 28:
                yield ruled(f"{said['open']} {first + step} {said['joint']} {last + step} {rest}", None)
