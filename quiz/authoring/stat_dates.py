"""Years for dates that a page leaves without one: « le 22 septembre dernier » in a page of October 2017 is « le 22
septembre 2017 », « actuellement » is « en octobre 2017 ».

Plain text in, plain text out; leaves alone what the page's own date does not decide.
"""

from __future__ import annotations

import re
from datetime import timedelta

from quiz.articles.article import full_day
from quiz.authoring.dates import may_be_ahead
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
    text = with_weekend(text, iso)
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


_WEEKEND = re.compile(r"\b(?:ce|le) week-?end(?! (?:du|des|de|dernier|prochain|prolongé|suivant))\b")
_MONDAY, _THURSDAY, _SATURDAY = 0, 3, 5


def with_weekend(text: str, iso: str) -> str:
    """« ce week-end » of Monday 5 March 2018 is « le week-end des 3 et 4 mars 2018 »; of a Thursday or Friday it may be
    either and stays."""
    found = _WEEKEND.search(text)
    day = full_day(iso)
    if found is None or day is None or not found.group().startswith("ce"):
        return text
    if _THURSDAY <= day.weekday() < _SATURDAY or may_be_ahead(text):
        return text
    back = day.weekday() - _SATURDAY if day.weekday() >= _SATURDAY else day.weekday() + 2
    first = day - timedelta(days=back)
    last = first + timedelta(days=1)
    if first.month == last.month:
        when = f"des {first.day if first.day > 1 else '1er'} et {french_date(last.isoformat())}"
    else:
        when = f"du {french_date(first.isoformat())}"
    return text[: found.start()] + f"le week-end {when}" + text[found.end() :]


_TODAY = re.compile(r" (?:actuellement|aujourd['’]hui|à l['’]heure actuelle)\b")
_DONE = re.compile(
    r"\b(?:a|ont|est|sont|s['’]est|se sont)(?:-t-(?:il|elle|on)|-(?:ils|elles))? (?:été )?\w+(?:[éiu]s?|its?|is|ées?)\b"
)


def with_today(text: str, iso: str | None, *, opens: bool) -> str:
    """« Le Mali possède actuellement 300 ruches » of 5 August 2017 is « Au 5 août 2017, le Mali possède 300 ruches »:
    what was so on that day is not said of its whole month, unless the page has no day.

    Beside something done, it stays in its place (« a grimpé, porté au 5 août 2017 à 12 »), and « aujourd'hui » is the
    day itself. `opens`: the text is a whole statement with its capital; else it is a stem in small letters. Left alone
    where it has a year of its own.
    """
    found = _TODAY.search(text)
    if not iso or iso.count("-") < 1 or found is None or re.search(r"\b(?:19|20)\d\d\b", text):
        return text
    if _DONE.search(text):
        on_the_day = "aujourd" in found.group() or iso.count("-") < 2
        return text if on_the_day else _TODAY.sub(f" au {french_date(iso)}", text)
    when = f"au {french_date(iso)}" if iso.count("-") == 2 else f"en {french_date(iso)}"
    rest = _TODAY.sub("", text)
    return f"{when[0].upper()}{when[1:]}, {lower_first(rest)}" if opens else f"{when}, {rest}"


def on_the_day(text: str, iso: str | None) -> str:
    """« On compte 15 blessés à l'heure actuelle » of 8 April 2017 counts them « au 8 avril 2017 »; pages without a day
    and texts with a year are left alone."""
    if not iso or iso.count("-") < 2 or re.search(r"\b(?:19|20)\d\d\b", text):
        return text
    return re.sub(r" (?:actuellement|à l['’]heure actuelle)\b", f" au {french_date(iso)}", text)


_OF_THE_YEAR = re.compile(
    r"\b(?P<which>(?:début|fin|cours|milieu|reste|mois|moitié|trimestre|semestre) de l['’]année)\b"
    r"(?! (?:\d|der|proch|préc|scol|suiv|univ|civil|pass|en cours))"
)
_UNDER_WAY = re.compile(r"\bl['’]année en cours\b")


def with_the_year(text: str, iso: str | None) -> str:
    """« depuis le début de l'année » of a page of 2017 is « depuis le début de l'année 2017 », « pour l'année en
    cours » is « pour l'année 2017 ». Left alone where the text has a year of its own."""
    if not iso or re.search(r"\b(?:19|20)\d\d\b", text):
        return text
    text = _UNDER_WAY.sub(f"l'année {iso[:4]}", text)
    return _OF_THE_YEAR.sub(lambda m: f"{m['which']} {iso[:4]}", text)
