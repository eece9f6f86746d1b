"""Days, weeks and years that a page tells from its own day behind a preposition: « jusqu'à samedi », « la soirée
d'hier », « de l'an dernier », « la semaine dernière », made absolute.

Plain text in, plain text out. Adverbs of time that stand free are `dates`' business; where the words do not say whether
a day is past or to come, it is left alone and a gate drops the question.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from quiz.authoring.dates import DAYS
from quiz.authoring.french import MONTHS, french_date

_WEEKDAYS = "|".join(DAYS)
_PARTS = {"matin": " au matin", "soir": " au soir", "après-midi": " dans l'après-midi", "midi": " à midi"}
_PART = r"(?: (?P<part>matin|soir|après-midi|midi))?\b(?! (?:\d|dernier|prochain))(?!-)"
_WEEK = 7


@lru_cache(4096)
def placed_days(text: str, iso: str | None) -> str:
    """The text with what a preposition stands before made absolute, counted from the article's day `iso`.

    With 2024-06-07 (a Friday): « la soirée d'hier » is « la soirée du 6 juin 2024 », « que l'an dernier » « qu'en
    2023 », « la semaine dernière » « la semaine du 27 mai 2024 », « prévues pour mardi » « … pour le mardi 11 juin
    2024 ». Pages without a day are left alone, but for years.
    """
    parts = [int(part) for part in (iso or "").split("-") if part]
    if not parts:
        return text
    text = _YEAR_BEHIND.sub(lambda found: _year_of(found, parts[0]), text)
    text = _THESE_YEARS.sub(r"au cours des \g<span>", text)
    if len(parts) < 3:
        return text
    today = date(*parts)
    text = _OF_A_DAY.sub(lambda found: _of_a_day(found, today), text)
    text = _DAY_AND_DATE.sub(lambda found: _day_and_date(found, today), text)
    text = _NIGHT_AND_DATE.sub(lambda found: _night_and_date(found, today), text)
    text = _OF_A_WEEKDAY.sub(lambda found: _of_a_weekday(found, today), text)
    text = _UNTIL.sub(lambda found: _until(found, today), text)
    text = _WEEK_OF.sub(lambda found: _week_of(found, today), text)
    text = _LAST_NIGHT.sub(lambda found: _last_night(found, today), text)
    text = _NIGHT_OF.sub(r"la nuit de \g<eve> à \g<day>", text)
    text = _TO_COME.sub(lambda found: _to_come(found, today), text)
    return _FROM_DAY_TO_DAY.sub(lambda found: _span(found, today), text)


_YEAR_BEHIND = re.compile(
    r"(?P<before>\b(?:de |à |pour |sur |avec |que )|\b[dq]u?['’])"
    r"(?P<said>l['’]an(?:née)? (?:derni(?:er|ère)|passée?|prochaine?)|cette année)\b(?! (?:scolaire|sportive|\d))",
    re.IGNORECASE,
)


def _year_of(found: re.Match[str], year: int) -> str:
    """« par rapport à l'année dernière » of 2016 is « par rapport à 2015 », « que l'an dernier » « qu'en 2015 »."""
    said = found["said"].lower()
    year += 0 if said.startswith("cette") else 1 if "proch" in said else -1
    before = found["before"]
    if before.lower().strip() in ("que", "qu'", "qu’"):
        return f"qu'en {year}"
    return f"{'de ' if before.lower().startswith('d') else before}{year}"


_THESE_YEARS = re.compile(
    r"\b(?:(?:pendant|durant|sur|dans|depuis) ces|au cours de ces) "
    r"(?P<span>(?:\w+ )?derni(?:ères années|ers mois))\b"
)
"""« pendant ces quatre dernières années »: under a dated topic line the last four years are known."""
_DAY_PARTS = r"soirée|journée|matinée|nuit|après-midi"
_HAPPENED = (
    "résultat|match|vote|scrutin|séance|victoire|défaite|manifestation|attaque|attentat|rencontre|réunion|étape|course"
    "|décision|annonce|finale|explosion|fusillade|séisme|accident|drame|incendie|élection|audience|cérémonie|mobilisation"
)
_OF_A_DAY = re.compile(
    rf"(?P<noun>\b(?:{_DAY_PARTS}|{_HAPPENED})s?) d['’](?P<day>avant-hier|hier|aujourd['’]hui)"
    r"(?: (?P<part>matin|soir))?\b"
)


def _of_a_day(found: re.Match[str], today: date) -> str:
    """« la soirée d'hier », « le résultat d'aujourd'hui »; « les jeunes d'aujourd'hui » are of no one day."""
    back = {"avant-hier": 2, "hier": 1}.get(found["day"], 0)
    day = french_date((today - timedelta(days=back)).isoformat())
    return f"{found['noun']} du {day}{_PARTS[found['part']] if found['part'] else ''}"


_STRUCK = "attaque|attentat|explosion|fusillade|séisme|accident|drame|incendie|tuerie|effondrement|crash|déraillement"
_OF_A_WEEKDAY = re.compile(
    rf"\b(?P<noun>(?:{_STRUCK})s?(?: [a-zà-ÿ]{{4,}})?|premières heures) d(?:e|u) (?P<day>{_WEEKDAYS}){_PART}"
)


def _last(name: str, today: date) -> date:
    """The last such day up to the article's own."""
    return today - timedelta(days=(today.weekday() - DAYS.index(name)) % _WEEK)


def _of_a_weekday(found: re.Match[str], today: date) -> str:
    """« l'attaque chimique de mardi » of Friday 7 June 2024 is « … du mardi 4 juin 2024 »: what struck has struck."""
    part = _PARTS[found["part"]] if found["part"] else ""
    return f"{found['noun']} du {found['day']} {french_date(_last(found['day'], today).isoformat())}{part}"


_UNTIL = re.compile(
    rf"(?P<before>\b(?:a|ont) été (?:privé|fermé|coupé|bloqué|interrompu|suspendu|retenu)e?s?\b[^.;,]{{0,40}}?)"
    rf" jusqu['’]à (?P<day>{_WEEKDAYS}){_PART}"
)


def _until(found: re.Match[str], today: date) -> str:
    """« ont été privés d'eau jusqu'à mardi matin »: what is over was so until the last such day."""
    part = _PARTS[found["part"]] if found["part"] else ""
    day = french_date(_last(found["day"], today).isoformat())
    return f"{found['before']} jusqu'au {found['day']} {day}{part}"


_DAY_AND_DATE = re.compile(
    rf"\b(?:(?P<at>[Aa]u|[Ll]e|[Cc]e) )?(?P<day>{_WEEKDAYS}) (?P<part>matin|soir|après-midi|midi),? "
    rf"(?P<number>1er|\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?\b",
    re.IGNORECASE,
)


def _day_and_date(found: re.Match[str], today: date) -> str:
    """« Au samedi soir 6 octobre » is « Le samedi 6 octobre 2018 au soir »."""
    day = _on(found["number"], found["month"], found["year"], today)
    if day is None:
        return found.group()
    the = "Le" if found.group()[0].isupper() else "le"
    return f"{the} {found['day'].lower()} {french_date(day.isoformat())}{_PARTS[found['part'].lower()]}"


def _on(number: str, month: str, year: str | None, today: date) -> date | None:
    """A day without its year as the one nearest to the article's; None where there is no such day."""
    told = MONTHS.index(month.lower()) + 1
    years = [int(year)] if year else [today.year, today.year - 1, today.year + 1]
    try:
        days = [date(each, told, int(number.removesuffix("er"))) for each in years]
    except ValueError:
        return None
    return min(days, key=lambda day: abs(day - today))


_NIGHT_AND_DATE = re.compile(
    rf"\bla nuit d(?:e|u) (?:{_WEEKDAYS}) (?:à|au) (?:{_WEEKDAYS}) (?P<number>1er|\d{{1,2}}) "
    rf"(?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?\b"
)


def _night_and_date(found: re.Match[str], today: date) -> str:
    """« la nuit de vendredi à samedi 1er juin » is « la nuit du 31 mai au 1er juin 2024 »."""
    morning = _on(found["number"], found["month"], found["year"], today)
    return f"la nuit {_eve_and(morning)}" if morning is not None else found.group()


def _eve_and(morning: date) -> str:
    eve = morning - timedelta(days=1)
    first = french_date(eve.isoformat()).rpartition(" ")[0]
    first = first.split(" ")[0] if eve.month == morning.month else first
    return f"du {first} au {french_date(morning.isoformat())}"


_WEEK_OF = re.compile(
    r"\b(?P<the>[Cc]ette|[Ll]a) semaine(?P<which> dernière| passée| prochaine)?\b(?! (?:de|du|d['’]))"
)


def _week_of(found: re.Match[str], today: date) -> str:
    """« La semaine dernière » of Saturday 24 March 2018 is « La semaine du 12 mars 2018 », its Monday."""
    this = found["the"].lower() == "cette"
    if this == bool(found["which"]):
        return found.group()  # « la semaine » says nothing, « cette semaine dernière » is not French
    shift = 0 if this else _WEEK if "proch" in found["which"] else -_WEEK
    monday = today - timedelta(days=today.weekday() - shift)
    the = "La" if found["the"][0].isupper() else "la"
    return f"{the} semaine du {french_date(monday.isoformat())}"


_LAST_NIGHT = re.compile(
    r"\b(?P<before>[Dd]ans |[Aa]u cours de |[Dd]urant |[Pp]endant )?(?P<the>[Ll])a nuit (?:dernière|passée)\b"
)


def _last_night(found: re.Match[str], today: date) -> str:
    """« La nuit dernière » of 19 November 2018 is « Dans la nuit du 18 au 19 novembre 2018 »."""
    before = found["before"] or ("Dans " if found["the"] == "L" else "dans ")
    return f"{before}la nuit {_eve_and(today)}"


_NIGHT_OF = re.compile(rf"\bla nuit du (?P<eve>{_WEEKDAYS}) (?:à|au) (?P<day>{_WEEKDAYS})\b(?! \d)")
_TO_COME = re.compile(
    rf"\b(?P<before>(?:prévu|annoncé|attendu|programmé|convoqué|fixé)e?s? (?:pour|à)"
    rf"|(?:reconduction|reporté|prolongé|report)(?:e?s?| [\w' ]{{0,24}}) (?:jusqu['’]à|à)) (?P<day>{_WEEKDAYS}){_PART}"
)


def _to_come(found: re.Match[str], today: date) -> str:
    """« 58 annulations sont prévues pour mardi », « la reconduction du blocage jusqu'à samedi »: the next such day."""
    ahead = (DAYS.index(found["day"]) - today.weekday()) % _WEEK or _WEEK
    part = _PARTS[found["part"]] if found["part"] else ""
    when = f"{found['day']} {french_date((today + timedelta(days=ahead)).isoformat())}{part}"
    before = found["before"]
    return f"{before} le {when}" if before.endswith("pour") else f"{before.removesuffix('à')}au {when}"


_FROM_DAY_TO_DAY = re.compile(
    rf"(?<!nuit )\b(?:de (?P<first>{_WEEKDAYS}) à|du (?P<one>{_WEEKDAYS}) au) (?P<last>{_WEEKDAYS})\b"
    r"(?! (?:\d|matin|soir|dernier|prochain))(?!-)"
)
_DONE = re.compile(r"\b(?:a|ont|avait|avaient|est|sont|fut|furent)\b")
_COMING = re.compile(r"\b[a-zà-ÿ]+r(?:a|ont)\b|\b(?:prévu|chaque|tous les|ouvert)e?s?\b")


def _span(found: re.Match[str], today: date) -> str:
    """« Albane a frappé l'île de dimanche à mercredi »: the last such days, where something is done and over."""
    if not _DONE.search(found.string) or _COMING.search(found.string):
        return found.group()
    last = today - timedelta(days=(today.weekday() - DAYS.index(found["last"])) % _WEEK)
    opening = found["first"] or found["one"]
    first = last - timedelta(days=(last.weekday() - DAYS.index(opening)) % _WEEK)
    told = french_date(first.isoformat()).rsplit(" ", 1 if first.year == last.year else 0)[0]
    if first.month == last.month:
        told = told.split(" ")[0]
    return f"du {told} au {french_date(last.isoformat())}"
