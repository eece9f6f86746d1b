"""Dates in words: other dates in the same notation, and what "hier" or "cette année" meant on the article's day.

Knows the calendar and the French for it; refuses to guess a day where the article has only a month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from quiz.authoring.dice import dice_of
from quiz.authoring.figures import turned
from quiz.authoring.french import MONTHS, french_date

_DATE = re.compile(
    rf"(?P<day>\d{{1,2}}|1er)(?P<gap>[ \u00a0])(?P<month>{'|'.join(MONTHS)})(?P<rest>(?:[ \u00a0]\d{{4}})?)",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<year>1[0-9]\d\d|20\d\d)\b")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
"""From the first, as `date.weekday` counts."""
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(DAYS)})\b", re.IGNORECASE)


def near_dates(text: str, seed: str, latest: int | None = None) -> list[str]:
    """Other dates in the same notation: 7 juin 2024 -> 12 mai 2024, mars -> juin, 2019 -> 2017, lundi -> jeudi.

    `latest` is the last year that can be meant (the article's own, for what has happened).
    """
    dice = dice_of(seed)
    out: list[str] = []
    if _DATE.search(text):
        out += _days_around(text, next(dice))
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
        found = _DATE.search(text)
        assert found is not None
        day = int(found["day"].removesuffix("er"))
        for step in turned([-5, 3, -8, 6, -3, 9, -11, 12], next(dice)):  # of its own month, where no other can be
            said = f"{text[: found.start()]}{day + step}{text[found.end('day') :]}"
            if 2 <= day + step <= 28 and said not in out:
                out.append(said)
        return out
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
        at = DAYS.index(found["day"].lower())
        for step in turned([1, 3, -2, -1, 2], next(dice)):
            out.append(text[: found.start()] + DAYS[(at + step) % 7] + text[found.end() :])
    return out


_AROUND = [-4, 3, -7, -2, 6, -10, 9, -13]


def _days_around(text: str, turn: int) -> list[str]:
    """Days within a fortnight of a date: beside « 3 mars », told on March 5, « 7 janvier » gives itself away. None for
    a span of days, nor for what would be another year."""
    found = _DATE.search(text)
    if found is None or _WEEKDAY.search(text) or re.search(r"\d", text[: found.start()]):
        return []
    told = _YEAR.search(text)
    try:
        month = MONTHS.index(found["month"].lower()) + 1
        day = date(int(told["year"]) if told else _ANY_YEAR, month, int(found["day"].removesuffix("er")))
    except ValueError:
        return []
    others = [day + timedelta(days=step) for step in turned(_AROUND, turn)]
    return [
        f"{text[: found.start()]}{_numbered(other)}{found['gap']}{MONTHS[other.month - 1]}{text[found.end('month') :]}"
        for other in others
        if other.year == day.year
    ]


_ANY_YEAR = 2023


def _numbered(day: date) -> str:
    return "1er" if day.day == 1 else str(day.day)


_RELATIVE = re.compile(
    r"\b(?:(?P<day>avant-hier|hier|aujourd['’]hui|demain)"
    r"|(?P<year>cette année|l['’]an(?:née)? (?:dernier|dernière|passée?|prochaine?))"
    r"|(?P<month>ce mois(?:-ci)?|le mois (?:dernier|prochain))"
    rf"|(?:ce )?(?P<weekday>{'|'.join(DAYS)})(?P<which> dernier| prochain)?"
    r"|ce(?= (?:matin|soir|midi)\b(?!-))|cet(?= après-midi\b(?!-)))"
    r"(?P<part>[ \u00a0](?:matin|soir|après-midi|midi|\d))?\b(?!-(?:là|ci))(?! (?:dernier|prochain)\b)",
    re.IGNORECASE,
)
_NEEDS_MORE = re.compile(
    r"(?:\b(?:de|à|pour|du|au|en|le|un|même|autre|premier|dernier|chaque|tous les|nuit de|d['’]ici(?: à)?)|d['’]"
    r"|\d(?:er|re|e|è|ème|ième)|\w+ième)$"
)
_FUTURE = re.compile(r"(?<![\w-])[a-zà-ÿ]\w*(?<!opé)(?<!camé)r(?:a|ont)\b")
_PAST = re.compile(
    r"\b(?:a|ont|avai(?:t|ent)|est|sont|étai(?:t|ent)|fut|furent) (?:été |aussi )?"
    r"(?!\w*ment\b)\w+(?:[éiu]|ée?s?|it|is|us|ert)\b"
)


_TO_BE = re.compile(
    r"\b(?:est|sont)(?:-(?:ils?|elles?))? (?:aussi )?(?:attendu|convoqué|prévu|programmé)e?s?\b"
    r"|\b(?:doi(?:t|vent)|devrai(?:t|ent)|pourrai(?:t|ent))\b"
)
"""What is said now of a day to come: « est attendu lundi », « devrait jouer samedi »."""
_FIXTURE = re.compile(
    r"(?<!\bla )(?<!\bune )(?<!\bcette )(?<!\bsa )\b(?:reçoi(?:t|vent)|(?:affronte|accueille|défie|dispute|joue"
    r"|rencontre|retrouve|se déplace)(?:nt)?|devai(?:t|ent))\b"
)
"""« Metz reçoit Lens dimanche », « devait fermer lundi »: the next one, or the last one; nobody can be sure."""
_SET = re.compile(
    r"\b(?:s['’](?:ouvre|envole)|débute|commence|démarre|rouvre|se rend)(?:nt)?\b|\b(?:reprend|reprennent|votent)\b"
    r"|\bse (?:réuni(?:t|ssent)|tien(?:t|nent))\b|\bentre(?:nt)? en vigueur\b"
    r"|\b(?!(?:aur|ser|devr|pourr)ai)[a-zà-ÿ]{2,}rai(?:t|ent)\b"
)
"""« Le procès s'ouvre lundi », « a dit que le pont rouvrirait lundi »: most often the next one."""
_JUST_DONE = re.compile(r"\b(?!attend|convoqu|pr[ée]v|programm|report|annonc|fix)[a-zà-ÿ]{2,}ée?s? (?:ce )?$")
"""« un sondage publié dimanche », whatever it asks of."""
_ITS_HOUR = re.compile(rf"(?:{'|'.join(DAYS)}) \(\d{{1,2}} ?h", re.IGNORECASE)
"""« dimanche (12 h 30) »: nobody gives the hour of a meeting that is over."""


def _ahead(text: str, at: int) -> bool | None:
    """Whether a weekday at a place of the text is one to come: « il partira lundi », « lundi, le pont fermera »,
    « dimanche (12 h 30) », but not « lundi, le maire a dit qu'il partira ». The verb before it decides, or the first
    of all; None where that is in the present of what is set (« Metz reçoit Lens dimanche »)."""
    if _ITS_HOUR.match(text, text.find(" ", at) + 1 if text[at : at + 3].lower() in ("ce ", "le ") else at):
        return True
    if _JUST_DONE.search(text[:at]):
        return False
    told: dict[int, bool | None] = {m.start(): False for m in _PAST.finditer(text)}
    told |= {m.start(): None for pattern in (_FIXTURE, _SET) for m in pattern.finditer(text)}
    told |= {m.start(): True for pattern in (_FUTURE, _TO_BE) for m in pattern.finditer(text)}
    marks = sorted(told)
    before = [told[start] for start in marks if start < at]
    return before[-1] if before else told[marks[0]] if marks else False


def may_be_ahead(text: str) -> bool:
    """Whether a text tells of what is to come, or of a meeting that may be: « fermera », « doit jouer », « reçoit »."""
    return any(pattern.search(text) for pattern in (_FUTURE, _TO_BE, _FIXTURE))


_MONTH_BESIDE = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}}|1er)[ \u00a0])?\b(?P<month>{'|'.join(MONTHS)}) (?P<which>dernier|prochain)\b",
    re.IGNORECASE,
)


def with_years(text: str, iso: str | None) -> str:
    """« le 24 mai dernier » and « en décembre dernier » with the year that was meant on the article's day.

    A month without a day that is the article's own is the one of a year before (or after, « prochain »).
    """
    parts = [int(part) for part in (iso or "").split("-") if part]
    if len(parts) < 3:
        return text

    def dated(match: re.Match[str]) -> str:
        month = MONTHS.index(match["month"].lower()) + 1
        day = int(match["day"].removesuffix("er")) if match["day"] else 0
        here, there = (parts[1], parts[2] if day else 0), (month, day)
        if match["which"] == "dernier":
            year = parts[0] - (there >= here)
        else:
            year = parts[0] + (there <= here)
        return match.group().removesuffix(match["which"]) + str(year)

    return _MONTH_BESIDE.sub(dated, text)


_DAY_OF_WHAT = re.compile(
    rf"(?P<open>\b(?:le |ce |du |au |de |et |à |\d )|[’'-])?\b(?P<name>{'|'.join(DAYS)}) "
    r"(?P<day>1er|\d{1,2})(?=[ \u00a0]?(?:[,.;?)]|$)"
    r"| (?:à|aux?|en|dans|sur|par|pour|lors|contre|près|devant|depuis|chez|avec|derni|vers|dès|que|qui|matin|soir)\b)"
    rf"(?! (?:au|à) (?:\d|{'|'.join(DAYS)}|\w+ {'|'.join(MONTHS)}))",
    re.IGNORECASE,
)


def day_near(name: str, number: int, today: date) -> date | None:
    """« samedi 3 »: the day nearest to today that is both, None where none lies within a month."""
    for step in sorted(range(-31, 32), key=abs):
        day = today + timedelta(days=step)
        if day.day == number and day.weekday() == DAYS.index(name):
            return day
    return None


def with_months(text: str, iso: str | None) -> str:
    """« samedi 3 » of an article of 4 September 2016 is « le samedi 3 septembre 2016 »; as it stands where no such day
    lies within a month of the article's own."""
    parts = [int(part) for part in (iso or "").split("-") if part]
    if len(parts) < 3:
        return text
    today = date(*parts)

    def whole(found: re.Match[str]) -> str:
        name, number = found["name"], int(found["day"].removesuffix("er"))
        day = day_near(name.lower(), number, today)
        if day is None:
            return found.group()
        before = "le " if found["open"] in (None, "ce ") else found["open"]
        before = "au " if found["open"] == "à " else before
        before = "Le " if name[0].isupper() and found["open"] is None else before
        before = "Le " if found["open"] == "Ce " else before
        return f"{before}{name.lower()} {french_date(day.isoformat())}"

    return _DAY_OF_WHAT.sub(whole, text)


@lru_cache(4096)
def resolved_dates(text: str, iso: str | None) -> str:
    """The text with relative dates made absolute where the article's date allows.

    With 2024-06-07 (a Friday), "hier" is "le 6 juin 2024", "mardi" "le mardi 4 juin 2024", "cette année" "en 2024",
    "le 3 mai dernier" "le 3 mai 2024", "l'an dernier" "en 2023", "le mois dernier" "en mai 2024", "hier soir" "le 6
    juin 2024 au soir", "à ce jour" "au 7 juin 2024". A weekday is the one before the article's day, or the one after
    where the text speaks of the future.
    """
    parts = [int(part) for part in (iso or "").split("-") if part]
    text = _nights(with_years(text, iso), parts)
    if len(parts) == 3:
        text = _SO_FAR.sub(lambda m: _until(m.group(), french_date(iso or "")), text)
    out: list[str] = []
    at = 0
    for match in _RELATIVE.finditer(text):
        hour = (match["part"] or "").strip(" \u00a0").lower()
        ahead = _ahead(text, match.start())
        unsure = ahead is None and match["weekday"] and not match["which"]
        new = None if hour.isdigit() or unsure else _absolute(match, parts, bool(ahead))
        if new is not None and hour:
            new = f"{new} {_PART_OF_DAY[hour]}" if match["day"] or match["weekday"] or not match["year"] else None
        if new is None or _NEEDS_MORE.search(text[: match.start()].rstrip().lower()):
            continue
        if re.match(r"(?:,? le)?[ \u00a0]\d", text[match.end() :]) and not _said_again(text[match.end() :], new):
            continue  # « samedi [le] 22 décembre » on a page of the 15th is another Saturday
        out += [text[at : match.start()], new[:1].upper() + new[1:] if match.group()[0].isupper() else new]
        at = match.end() + _said_again(text[match.end() :], new)
    return "".join([*out, text[at:]])


def _absolute(match: re.Match[str], parts: list[int], future: bool) -> str | None:
    """What one relative date means on the article's day, None where the day is not known well enough."""
    lower = match.group().lower().removesuffix((match["part"] or "").lower())
    ahead = "prochain" in lower
    if lower in ("ce", "cet"):
        return f"le {french_date(date(*parts).isoformat())}" if len(parts) == 3 else None
    if match["day"] or match["weekday"]:
        if len(parts) < 3:
            return None
        today = date(*parts)
        if match["day"]:
            day = today + timedelta(days={"avant-hier": -2, "hier": -1, "demain": 1}.get(lower, 0))
            return f"le {french_date(day.isoformat())}"
        name = match["weekday"].lower()
        back = (today.weekday() - DAYS.index(name)) % 7
        if match["which"] and back == 0:
            back = 7
        shift = (7 - back if back or match["which"] else 0) if ahead or (future and not match["which"]) else -back
        return f"le {name} {french_date((today + timedelta(days=shift)).isoformat())}"
    if match["year"] and parts:
        return f"en {parts[0] + (0 if lower.startswith('cette') else 1 if ahead else -1)}"
    if match["month"] and len(parts) > 1:
        months = parts[0] * 12 + parts[1] - 1 + (0 if lower.startswith("ce") else 1 if ahead else -1)
        return f"en {MONTHS[months % 12]} {months // 12}"
    return None


_PART_OF_DAY = {"matin": "au matin", "soir": "au soir", "après-midi": "dans l'après-midi", "midi": "à midi"}
_NIGHT = re.compile(
    rf"\bla nuit de (?P<eve>{'|'.join(DAYS)}) à (?P<day>{'|'.join(DAYS)})\b(?! (?:\d|dernier|prochain))",
    re.IGNORECASE,
)


def _nights(text: str, parts: list[int]) -> str:
    """« dans la nuit de lundi à mardi » of Friday 7 June 2024 is « dans la nuit du 3 au 4 juin 2024 »."""

    def dated(match: re.Match[str]) -> str:
        eve, day = (DAYS.index(match[name].lower()) for name in ("eve", "day"))
        today = date(*parts)
        if (eve + 1) % 7 != day or _ahead(text, match.start()):
            return match.group()
        morning = today - timedelta(days=(today.weekday() - day) % 7)
        evening = morning - timedelta(days=1)
        before = french_date(evening.isoformat())
        if evening.month == morning.month:
            before = before.split(" ")[0]
        elif evening.year == morning.year:
            before = before.rpartition(" ")[0]
        return f"la nuit du {before} au {french_date(morning.isoformat())}"

    return _NIGHT.sub(dated, text) if len(parts) == 3 else text


_SO_FAR = re.compile(r"\bà ce jour\b|\bjusqu['’](?:à présent|ici)\b", re.IGNORECASE)


def _until(said: str, day: str) -> str:
    """« au 7 juin 2024 » for « à ce jour », « jusqu'au 7 juin 2024 » for « jusqu'ici »; the capital is kept."""
    new = f"au {day}" if said.lower().startswith("à") else f"jusqu'au {day}"
    return new[:1].upper() + new[1:] if said[:1].isupper() else new


def _said_again(rest: str, new: str) -> int:
    """How many characters after a date say it once more: « hier, le 6 juin, » -> « le 6 juin 2024, »."""
    day = re.sub(r"^le (?:[a-z]+ )?(?=\d)| \d{4}$", "", new)
    if day not in rest:
        return 0
    again = re.match(rf",? (?:le )?(?:(?:{'|'.join(DAYS)}) )?{re.escape(day)}(?: \d{{4}})?\b", rest)
    return again.end() if again else 0
