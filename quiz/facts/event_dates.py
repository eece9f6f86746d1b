"""Absolute dates among the tokens of a clause. Knows the notation of dates and nothing of what happened then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from quiz.facts.clauses import Shape
from quiz.facts.event_words import words
from quiz.facts.value_words import words as value_words

_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_NUMBER = re.compile(r"\d{1,2}|1er")
_CLOCK = re.compile(r"\d{1,2}(?: ?h(?:\d\d)?|:\d\d)?$")
_LONGEST = 9
"""Tokens of the longest date: « du samedi 1 er au dimanche 2 mai 2015 » is left alone."""


def date_in(seen: Shape, tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens of an absolute date among some, () without one: « le 3 mai 2014 », « le 1 er mai », « en 2012 », « en
    mars 2009 », « samedi 13 mai », « du 9 au 11 mai 2015 », « les 4 et 5 juin »."""
    for at in range(len(tokens)):
        run = list(tokens[at : at + _LONGEST])
        said = [seen.tokens[k].lower_ for k in run] + [""] * _LONGEST
        size = _in_a_year(said) or _on_a_day(said) or _over_days(said)
        if size:
            return tuple(run[:size]) if _whole(seen, run, size) else ()
    return ()


_NO_DAY = frozenset(
    ("à", "au", "avant", "après", "chaque", "d'", "de", "dès", "depuis", "du", "en", "et", "jusqu'", "le", "les", "ou",
     "pour", "prévu", "prévue", "tous", "un", "une", "vers")
)  # fmt: skip
"""What stands before a weekday that is no day of the past week."""


def weekday_in(seen: Shape, tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens of a weekday that stands alone among some, () without one: « mercredi », « ce mercredi »."""
    days = value_words("weekdays")
    for k in tokens:
        if seen.tokens[k].lower_ not in days:
            continue
        after = seen.tokens[k + 1].lower_ if k + 1 < len(seen.tokens) else "."
        start = k - 1 if k and seen.tokens[k - 1].lower_ == "ce" else k
        before = seen.tokens[start - 1].lower_ if start else ""
        hanging = before in _NO_DAY or after[:1].isdigit() or after in ("-", "dernier", "prochain", "et", "ou", "soir")
        return () if hanging or after == "1er" else tuple(range(start, k + 1))
    return ()


def day_before(weekday: str, iso: str | None) -> str:
    """The last such weekday before a day: « mercredi 29 mars »; "" where the article has no full date, and for the day
    before, beside which no later day could be offered."""
    try:
        today = date.fromisoformat(iso or "")
    except ValueError:
        return ""
    if weekday not in _WEEK:
        return ""
    back = (today.weekday() - _WEEK.index(weekday)) % 7
    if back < 2:
        return ""
    day = today - timedelta(days=back)
    return f"{weekday} {'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]}"


_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


def _in_a_year(said: Sequence[str]) -> int:
    """Tokens of « en 2012 », « en mars 2009 », « en mars dernier », « en mars »; 0 for anything else."""
    if said[0] != "en":
        return 0
    if _YEAR.fullmatch(said[1]):
        return 2
    if said[1] not in words("months"):
        return 0
    return 3 if _YEAR.fullmatch(said[2]) or said[2] in ("dernier", "prochain") else 2


def _on_a_day(said: Sequence[str]) -> int:
    """Tokens of « le 3 mai 2014 », « ce samedi 13 mai », « le 11 mai dernier »; 0 for anything else."""
    days = value_words("weekdays")
    at = 1 if said[0] in ("le", "ce") else 0
    if said[at] in days:
        at += 1
    elif not at:
        return 0  # « 13 mai » of a table
    size = _numbered(said, at)
    if not size or said[at + size] not in words("months"):
        return 0
    return _with_its_year(said, at + size + 1)


def _over_days(said: Sequence[str]) -> int:
    """Tokens of « du 9 au 11 mai », « du 27 mai au 2 juin », « les 4 et 5 juin 2015 »; 0 for anything else."""
    joint = {"du": "au", "les": "et"}.get(said[0])
    first = _numbered(said, 1)
    if first and said[1 + first] in words("months") and said[0] == "du" and said[2 + first] == "au":
        last = _numbered(said, 3 + first)
        month = 3 + first + last
        return _with_its_year(said, month + 1) if last and said[month] in words("months") else 0
    if joint is None or not first or said[1 + first] != joint:
        return 0
    second = _numbered(said, 2 + first)
    month = 2 + first + second
    return _with_its_year(said, month + 1) if second and said[month] in words("months") else 0


def _numbered(said: Sequence[str], at: int) -> int:
    """Tokens of the number of a day: « 3 », « 1er », « 1 er »."""
    if not _NUMBER.fullmatch(said[at]):
        return 0
    return 2 if said[at] == "1" and said[at + 1] == "er" else 1


def _with_its_year(said: Sequence[str], size: int) -> int:
    return size + 1 if _YEAR.fullmatch(said[size]) or said[size] in ("dernier", "prochain") else size


def _whole(seen: Shape, run: Sequence[int], size: int) -> bool:
    """Is the date in one piece, with no « et 2014 », « - 2014 », « à 2015 » behind it? « le 3 mai à Dakar » and « le 3
    mai à 14 heures » are."""
    after = run[size - 1] + 1
    word = seen.tokens[after].lower_ if after < len(seen.tokens) else "."
    if word == "à":
        then = seen.tokens[after + 1].lower_ if after + 1 < len(seen.tokens) else ""
        known = then in words("months") | value_words("weekdays") or _YEAR.fullmatch(then)
        return not known and list(run[:size]) == list(range(run[0], run[0] + size))
    return word not in ("et", "-", "–", "ou") and list(run[:size]) == list(range(run[0], run[0] + size))


def clock_after(seen: Shape, found: Sequence[int]) -> tuple[int, ...]:
    """The hour right behind a date, which nobody asks for: « le 3 mai | à 3 heures du matin », « | vers 14h »."""
    at = found[-1] + 1
    if at < len(seen.tokens) and seen.cats[at] == "comma":
        at += 1
    said = [token.lower_ for token in seen.tokens[at : at + 5]] + [""] * 5
    if said[0] not in ("à", "vers") or not _CLOCK.match(said[1]):
        return ()
    size = 3 if said[2] in ("heures", "heure", "h") else 2
    if size == 2 and said[1].isdigit():
        return ()
    if size == 3 and said[3].isdigit():
        size += 1  # « à 21 h 00 »
    if said[size] == "du" and said[size + 1] in ("matin", "soir"):
        size += 2
    return tuple(range(at, at + size))
