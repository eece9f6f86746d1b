"""When something happens, as a phrase with its preposition: « le 5 août 2016 », « vers 21 h 30 », « depuis mars ».

The dates and hours themselves are `moments`' work.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.english import moments
from quiz.english.rules import english

_DAY = re.compile(r"(?:[a-zé]+di |dimanche )?(?:\d{1,2}|1er)\b")
_DAY_NAME = re.compile(r"(?:[a-zé]+di|dimanche)\b")

_TIMELY = re.compile(
    r"\d|midi|minuit|[a-zé]+di\b|dimanche|année|mois|hiver|été|automne|printemps|janvier|février|mars|avril|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre|siècle|matin|soir|nuit|journée|semaine|saison"
    r"|an (?:dernier|prochain)"
)
_RELATIVE = {
    "ce matin": "this morning", "ce soir": "this evening", "hier soir": "yesterday evening",
    "hier matin": "yesterday morning", "tôt le matin": "early in the morning", "le lendemain matin": "the next morning",
    "le lendemain soir": "the next evening", "l'an dernier": "last year", "l'année dernière": "last year",
    "le mois dernier": "last month", "la semaine dernière": "last week", "cette année": "this year",
    "ce mois-ci": "this month", "cette semaine": "this week", "l'an prochain": "next year",
    "toute la nuit": "all night", "toute la journée": "all day", "toute la semaine": "all week",
    "toute l'année": "all year", "toute la matinée": "all morning", "toute la soirée": "all evening",
    "la saison dernière": "last season", "la saison prochaine": "next season", "l'été dernier": "last summer",
    "l'hiver dernier": "last winter",
    "l'année prochaine": "next year", "le mois prochain": "next month", "la semaine prochaine": "next week",
}  # fmt: skip
_OPENINGS = (
    ("en ", "in"), ("depuis le ", "since"), ("depuis ", "since"), ("dès le ", "from"), ("dès ", "from"),
    ("jusqu'au ", "until"), ("jusqu'en ", "until"), ("jusqu'à ", "until"), ("avant le ", "before"),
    ("avant ", "before"), ("après le ", "after"), ("après ", "after"), ("à partir du ", "from"),
    ("à partir de ", "from"), ("d'ici ", "by"), ("d'ici à ", "by"), ("fin ", "in late"), ("début ", "in early"),
    ("au début de ", "at the beginning of"), ("à la fin de ", "at the end of"), ("au mois de ", "in"),
    ("dans les ", "in"), ("au cours de l'année ", "during"), ("au cours de l'", "during"),
    ("au cours du ", "during"), ("pendant l'", "during"), ("pendant le ", "during"), ("entre ", "between"),
    ("en fin ", "in late"),
    ("depuis la mi-", "since mid-"), ("depuis mi-", "since mid-"), ("à la mi-", "in mid-"), ("mi-", "in mid-"),
    ("pour ", "for"), ("sur le mois de ", "over the month of"), ("pendant le mois de ", "during the month of"),
    ("au cours du mois de ", "during the month of"), ("courant ", "during"),
    ("pendant l'été ", "during the summer of"), ("fin du mois de ", "in late"), ("au milieu de ", "in the middle of"),
    ("à la fin du mois de ", "at the end of"), ("au début du mois de ", "at the beginning of"), ("au mois d'", "in"),
)  # fmt: skip


@lru_cache(4096)  # every stretch of a question may be one
def when(written: str) -> str | None:
    """A date or time phrase with its preposition: "on August 5, 2016", "in May 2016", "around 9:30 p.m."."""
    if len(written) > 60 or not _TIMELY.search(written):
        return None
    written = written[0].lower() + written[1:]  # « Du 3 au 5 juin, … »
    text = re.sub(r"^(?:dans la |la )?nuit (?=d[eu]\b)", "nuit ", written)
    part = _part_of_day(text)
    if part is not None:
        return part
    if (dated := re.fullmatch(r"au (.+)", text)) and _DAY.match(dated[1]) and (last := moments.date(dated[1])):
        return f"as of {last}"
    bare = re.sub(r"^(?:le |ce |au |du )", "", text)
    bare = re.sub(r" dernier$| prochain$", "", bare)
    day = moments.date(bare)
    if day is not None and not re.match(r"(?:du|au) ", text):
        if text.startswith("les ") and " et " in text:  # « les 3 et 4 mai »
            return f"on {day}"
        if _DAY.match(bare) or re.fullmatch(r"(?:[a-zé]+di|dimanche)(?: .*)?", bare):
            return f"on {day}"
        return (
            None
            if not text.startswith(("en ", "fin ", "début ", "le ")) and not day.startswith("early")
            else (f"in {day}")
        )
    span = re.fullmatch(r"du (.+?) au (.+)", text)
    if span is not None and (dates := english(text)) and re.match(r"(?:from )?[A-Z][a-z]+ \d", dates):
        return f"from {dates.removeprefix('from ')}"
    night = re.fullmatch(r"nuit (?:du|de) (.+?) (?:au|à) (.+)", text)
    return _night(night[1], night[2]) if night is not None else _opened(text)


def _part_of_day(text: str) -> str | None:
    """« lundi soir », « ce jeudi après-midi », « au mardi matin », « ce matin »."""
    match = re.fullmatch(r"(?:le |ce |au )?(.+?)(?: au)? (matin|midi|après-midi|soir)", text)
    day = moments.date(match[1]) if match else None
    if match is not None and day is not None and _DAY_NAME.match(match[1]):
        weekday, _, rest = day.partition(", ")
        part = {"matin": "morning", "midi": "at noon", "après-midi": "afternoon", "soir": "evening"}[match[2]]
        return f"on {weekday} {part}{', ' + rest if rest else ''}"
    dated = re.fullmatch(
        r"(?:le )?((?:\d{1,2}|1er) .+?) (?:au|dans la|dans l') ?(matin|matinée|après-midi|soir|soirée)", text
    )
    if dated is not None and (on := moments.date(dated[1])):
        time = {"matin": "morning", "matinée": "morning", "après-midi": "afternoon"}.get(dated[2], "evening")
        return f"on the {time} of {on}"
    led = re.match(r"(dès|depuis|jusqu'à|jusqu'au|avant|après) (?=[a-z])", text)
    if led is not None and (later := _part_of_day(text[led.end() :])) is not None:
        said = {"dès": "from", "depuis": "since", "avant": "before", "après": "after"}.get(led[1], "until")
        return f"{said} {later.removeprefix('on ')}"
    season = re.fullmatch(r"(?:au|en|à l'|cet|ce|l') ?(printemps|été|automne|hiver)((?: \d{4})?)", text)
    if season is not None and (in_year := moments.date(season[1] + season[2])):
        return f"{'this' if text.startswith('ce') else 'in'} {in_year}"
    near = re.fullmatch(r"(?:en |au mois d[e'] ?)([a-zéû]+) (dernier|prochain)", text)
    if near is not None and (month := moments.date(near[1])):
        return f"{'last' if near[2] == 'dernier' else 'next'} {month}"
    most = re.fullmatch(r"(?:la majeure|la plus grande|une grande) partie (?:de |d')(?:l'année )?(.+)", text)
    if most is not None and (whole := moments.date(most[1])):
        return f"for most of {whole}"
    return _RELATIVE.get(text)


def _night(first: str, last: str) -> str | None:
    """« dans la nuit du 15 au 16 décembre », « dans la nuit de lundi à mardi »."""
    end = moments.date(last)
    month = re.search(r"\d (?:er )?([a-zéû]+(?: \d{4})?)$", last)
    start = moments.date(first) if not re.search(r"\d$", first) else None
    start = start or (moments.date(f"{first} {month[1]}") if month else None)
    if start is None or end is None:
        return None
    if year := re.search(r", (\d{4})$", end):
        start = start.removesuffix(year[0])
    return f"on the night of {start} to {end}"


def _opened(text: str) -> str | None:
    """A date behind a preposition: « depuis le 5 mai », « jusqu'en mars », « d'ici à 2030 »."""
    for opening, said in _OPENINGS:
        if text.startswith(opening):
            rest = text[len(opening) :]
            if said == "between":
                low, _, high = rest.partition(" et ")
                ends = moments.date(low.removeprefix("le ")), moments.date(high.removeprefix("le "))
                if not all(ends):  # « entre 10h et 11h30 »
                    ends = moments.clock(low), moments.clock(high)
                return f"between {ends[0]} and {ends[1]}" if all(ends) else None
            day = moments.date(rest.removeprefix("le "))
            if day is not None and not (said == "in" and _DAY.match(rest)):
                return f"{said}{day}" if said.endswith("-") else f"{said} {day}"
    return _clock(text)


def _clock(text: str) -> str | None:
    """« vers 21h30 », « à 14 h UTC », « à 6h du matin »."""
    text = re.sub(r"(?<=\d)H", "h", text)
    match = re.fullmatch(
        r"(à|vers|dès|avant|après|jusqu'à|depuis) (\d{1,2} ?(?:h|heures?)(?: ?\d\d)?|midi|minuit)"
        r"(?: (?:du|le) (?:matin|soir))?( UTC[+\d-]*|,? \(?heure locale\)?)?",
        text,
    )
    if match is None:
        return None
    time = moments.clock(match[2])
    said = {"à": "at", "vers": "around", "dès": "from", "avant": "before", "après": "after", "jusqu'à": "until",
            "depuis": "since"}[match[1]]  # fmt: skip
    zone = " local time" if match[3] and "locale" in match[3] else match[3] or ""
    return f"{said} {time}{zone}" if time else None
