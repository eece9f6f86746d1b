"""When something happens, as a phrase with its preposition: « le 5 août 2016 », « vers 21 h 30 », « depuis mars ».

The dates and hours themselves are `moments`' work.
"""

from __future__ import annotations

import re

from quiz.english import moments
from quiz.english.rules import english

_DAY = re.compile(r"(?:[a-zé]+di |dimanche )?(?:\d{1,2}|1er)\b")


def when(written: str) -> str | None:
    """A date or time phrase with its preposition: "on August 5, 2016", "in May 2016", "around 9:30 p.m."."""
    if len(written) > 60 or not re.search(r"\d|midi|minuit|[a-zé]+di\b|dimanche|année|mois|hiver|été|automne|printemps|"
                                          r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|"
                                          r"novembre|décembre|siècle", written):  # fmt: skip
        return None
    written = written[0].lower() + written[1:]  # « Du 3 au 5 juin, … »
    text = re.sub(r"^(?:dans la |la )?nuit de\b", "nuit de", written)
    bare = re.sub(r"^(?:le |ce |au |du )", "", text)
    bare = re.sub(r" dernier$| prochain$", "", bare)
    day = moments.date(bare)
    if day is not None and not re.match(r"(?:du|au) ", text):
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
    night = re.fullmatch(r"nuit du (.+?) au (.+)", text)
    if night is not None:  # « dans la nuit du 15 au 16 décembre »
        last = moments.date(night[2])
        month = "" if re.search(r" [a-zéû]+$", night[1]) and re.search(r"\d", night[1]) else " " + night[2].split()[-1]
        first = moments.date(night[1]) or moments.date(f"{night[1]}{month}")
        return f"on the night of {first} to {last}" if first and last and not re.search(r"\d{4}", text) else None
    for opening, said in (
        ("en ", "in"), ("depuis le ", "since"), ("depuis ", "since"), ("dès le ", "from"), ("dès ", "from"),
        ("jusqu'au ", "until"), ("jusqu'en ", "until"), ("jusqu'à ", "until"), ("avant le ", "before"),
        ("avant ", "before"), ("après le ", "after"), ("après ", "after"), ("à partir du ", "from"),
        ("à partir de ", "from"), ("d'ici ", "by"), ("d'ici à ", "by"), ("fin ", "in late"), ("début ", "in early"),
        ("au début de ", "at the beginning of"), ("à la fin de ", "at the end of"), ("au mois de ", "in"),
        ("dans les ", "in"), ("au cours de l'année ", "during"), ("entre ", "between"), ("en fin ", "in late"),
        ("depuis la mi-", "since mid-"), ("depuis mi-", "since mid-"), ("à la mi-", "in mid-"), ("mi-", "in mid-"),
        ("pour ", "for"),
    ):  # fmt: skip
        if text.startswith(opening):
            rest = text[len(opening) :]
            if said == "between":
                low, _, high = rest.partition(" et ")
                ends = moments.date(low.removeprefix("le ")), moments.date(high.removeprefix("le "))
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
