"""A date as people type it, in figures or in words of either language: « 7 juin 2024 », 07/06/2024, "June 7, 2024".

Day before month, as in French, wherever both are figures. It compares nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.study.numerals import number_words
from quiz.typography import fold

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "janvier janv jan january", "fevrier fevr fev february feb", "mars march mar", "avril avr april apr",
            "mai may", "juin june jun", "juillet juil july jul", "aout august aug", "septembre sept september sep",
            "octobre oct october", "novembre nov november", "decembre dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_LEAD = re.compile(rf"^(?:(?:le|la|en|au|du|des|depuis|ce|on|in|the|since|of|mois de|{_WEEKDAYS})\b[ ,]*|l'annee )+")
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(rf"(\d{{1,2}}|[a-z -]+?) ?(?:(?<=\d)(?:er|e|st|nd|rd|th))? (?:of )?({_MONTH})\.?(?:,? (.+))?")
_MONTH_DAY = re.compile(rf"({_MONTH})\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?:,? (.+))?")
_MONTH_YEAR = re.compile(rf"({_MONTH})\.?(?: (?:de |of )?(.+))?")


@dataclass(frozen=True, slots=True)
class Day:
    """A date, in full or in part. At least the month is known."""

    month: int
    day: int | None = None
    year: int | None = None


def date_of(text: str) -> Day | None:
    """The date that the whole text is, or None. A year alone is a number, not a date."""
    text = _LEAD.sub("", fold(text).strip(" .,"))
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
        return _checked(month, day, year)
    if found := _FIGURES.fullmatch(text):
        return _checked(int(found[2]), int(found[1]), _year(found[3]), bool(found[3]))
    if found := _MONTH_DAY.fullmatch(text):
        return _checked(_MONTHS[found[1]], int(found[2]), _year(found[3]), bool(found[3]))
    if found := _DAY_MONTH.fullmatch(text):
        day_read = 1.0 if found[1] in ("premier", "first") else _number(found[1])
        if day_read is not None:
            return _checked(_MONTHS[found[2]], int(day_read), _year(found[3]), bool(found[3]))
    if found := _MONTH_YEAR.fullmatch(text):
        return _checked(_MONTHS[found[1]], None, _year(found[2]), bool(found[2]))
    return None


def _checked(month: int, day: int | None, year: int | None, year_said: bool = False) -> Day | None:
    sound = 1 <= month <= 12 and (day is None or 1 <= day <= 31) and not (year_said and year is None)
    return Day(month, day, year) if sound else None


def _year(said: str | None) -> int | None:
    value = _number(said) if said else None
    if value is None or value != int(value):
        return None
    year = int(value)
    if said and said.isdigit() and len(said) == 2:
        return 2000 + year if year < 70 else 1900 + year
    return year if 1000 <= year <= 2999 else None


def _number(said: str) -> float | None:
    if said.isdigit() and len(said) <= 4:
        return float(said)
    words = said.replace("-", " ").split()
    read = number_words(words)
    return read[0] if read and read[1] == len(words) else None
