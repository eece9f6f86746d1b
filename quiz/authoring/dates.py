"""Dates in words: other dates in the same notation, and what "hier" or "cette année" meant on the article's day.

Knows the calendar and the French for it; refuses to guess a day where the article has only a month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from quiz.authoring.figures import dice_of, turned
from quiz.authoring.french import MONTHS, french_date

_DATE = re.compile(
    rf"(?P<day>\d{{1,2}}|1er)(?P<gap>[ \u00a0])(?P<month>{'|'.join(MONTHS)})(?P<rest>(?:[ \u00a0]\d{{4}})?)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<year>1[0-9]\d\d|20\d\d)\b")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(_DAYS)})\b", re.IGNORECASE)


def near_dates(text: str, seed: str, latest: int | None = None) -> list[str]:
    """Other dates in the same notation: 7 juin 2024 -> 12 mai 2024, mars -> juin, 2019 -> 2017, lundi -> jeudi.

    `latest` is the last year that can be meant (the article's own, for what has happened).
    """
    dice = dice_of(seed)
    out: list[str] = []
    if _DATE.search(text):
        for _ in range(12):
            day, month = 2 + next(dice) % 26, next(dice) % 5 - 2

            def other(match: re.Match[str], day: int = day, month: int = month) -> str:
                at = (MONTHS.index(match["month"].lower()) + month) % 12
                return f"{day}{match['gap']}{MONTHS[at]}{match['rest']}"

            said = _WEEKDAY.sub("", _DATE.sub(other, text, count=1)).strip()
            if _WEEKDAY.search(text):
                return []
            if said not in out and said != text:
                out.append(said)
        return out[:5]
    if _MONTH.search(text):
        found = _MONTH.search(text)
        assert found is not None
        at = MONTHS.index(found["month"].lower())
        for step in turned([1, 3, -2, -1, 2, 4, -3], next(dice)):
            name = MONTHS[(at + step) % 12]
            name = name.capitalize() if found["month"][0].isupper() else name
            out.append(text[: found.start()] + name + text[found.end() :])
        return out
    if _YEAR.search(text):
        found = _YEAR.search(text)
        assert found is not None
        year = int(found["year"])
        wide = 1 if year > 1990 else 7
        for step in turned([1, -2, 2, -1, -3, 3, -4], next(dice)):
            new = year + step * wide
            if latest is None or new <= latest:
                out.append(text[: found.start()] + str(new) + text[found.end() :])
        return out
    found = _WEEKDAY.search(text)
    if found:
        at = _DAYS.index(found["day"].lower())
        for step in turned([1, 3, -2, -1, 2], next(dice)):
            out.append(text[: found.start()] + _DAYS[(at + step) % 7] + text[found.end() :])
    return out


_RELATIVE = re.compile(
    r"\b(?:(?P<day>avant-hier|hier|aujourd['’]hui|demain)(?P<part> (?:matin|soir|après-midi))?"
    r"|(?P<year>cette année|l['’]an(?:née)? (?:dernier|dernière|passée?|prochaine?)|l['’]année (?:dernière|prochaine))"
    r"|(?P<month>ce mois(?:-ci)?|le mois (?:dernier|prochain)))\b",
    re.IGNORECASE,
)


def resolved_dates(text: str, iso: str | None) -> str:
    """The text with relative dates made absolute where the article's date allows: with 2024-06-07, "hier" is "le 6 juin
    2024", "cette année" "en 2024", "l'an dernier" "en 2023", "le mois dernier" "en mai 2024".

    Parts of the day ("hier soir") and weekdays are left; so is everything if the date is not precise enough.
    """

    def absolute(match: re.Match[str]) -> str:
        said = match.group(0)
        parts = [int(part) for part in (iso or "").split("-") if part]
        lower = said.lower().replace("’", "'")
        if match["day"] and len(parts) == 3 and not match["part"]:
            shift = {"avant-hier": -2, "hier": -1, "demain": 1}.get(lower, 0)
            day = date(*parts) + timedelta(days=shift)
            new = f"le {french_date(day.isoformat())}"
        elif match["year"] and parts:
            shift = 0 if lower.startswith("cette") else 1 if "prochain" in lower else -1
            new = f"en {parts[0] + shift}"
        elif match["month"] and len(parts) > 1:
            shift = 0 if lower.startswith("ce") else 1 if "prochain" in lower else -1
            months = parts[0] * 12 + parts[1] - 1 + shift
            new = f"en {MONTHS[months % 12]} {months // 12}"
        else:
            return said
        before = text[: match.start()].rstrip().lower()
        if re.search(r"(?:\b(?:de|à|depuis|dès|pour|du|en|d['’]ici)|d['’])$", before):
            return said
        return new[:1].upper() + new[1:] if said[0].isupper() else new

    return _RELATIVE.sub(absolute, text)
