"""Years for dates that a page leaves without one: « le 22 septembre dernier » in a page of October 2017 is « le 22
septembre 2017 », « actuellement » is « en octobre 2017 ».

Plain text in, plain text out; leaves alone what the page's own date does not decide.
"""

from __future__ import annotations

import re

from quiz.authoring.french import MONTHS, french_date, lower_first

_DATE = re.compile(
    rf"\b(?P<day>1er |\d{{1,2}} )?(?P<month>{'|'.join(MONTHS)}) (?P<which>dernier|prochain)\b(?! \d)", re.IGNORECASE
)


def with_years(text: str, iso: str | None) -> str:
    """The text with a year in place of « dernier » and « prochain » after a month, counted from the day `iso`.

    A month of the same name as the article's is decided by its day only; without one it is left alone.
    """
    if not iso or iso.count("-") < 1:
        return text
    year, month, *rest = (int(part) for part in iso.split("-"))
    today = (month, rest[0] if rest else 0)

    def dated(found: re.Match[str]) -> str:
        said = (MONTHS.index(found["month"].lower()) + 1, int(re.sub(r"\D", "", found["day"] or "") or 0))
        if said[0] == today[0] and not (said[1] and today[1]):
            return found.group()
        before = said < today
        if found["which"] == "dernier":
            when = year if before else year - 1
        else:
            when = year + 1 if before else year
        return f"{found['day'] or ''}{found['month']} {when}"

    return _DATE.sub(dated, text)


_TODAY = re.compile(r" (?:actuellement|aujourd['’]hui|à l['’]heure actuelle)\b")


def with_today(text: str, iso: str | None, *, opens: bool) -> str:
    """« Le Mali possède actuellement 300 ruches » of August 2017 is « En août 2017, le Mali possède 300 ruches ».

    `opens`: the text is a whole statement with its capital; else it is a stem in small letters. Left alone where it has
    a year of its own.
    """
    if not iso or iso.count("-") < 1 or not _TODAY.search(text) or re.search(r"\b(?:19|20)\d\d\b", text):
        return text
    month = french_date("-".join(iso.split("-")[:2]))
    rest = _TODAY.sub("", text)
    return f"En {month}, {lower_first(rest)}" if opens else f"en {month}, {rest}"
