"""The date of publication, where a line of the page gives it away.

Reads date lines, datelines and "publié le": refuses to take a date out of a sentence of the article.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_MONTH_FORMS = {name: number for number, name in enumerate(MONTHS, 1)} | {
    "fevrier": 2, "aout": 8, "decembre": 12, "janv": 1, "févr": 2, "fév": 2, "fevr": 2, "avr": 4, "juil": 7, "sept": 9,
    "oct": 10, "nov": 11, "déc": 12, "dec": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTH_FORMS, key=len, reverse=True))
_WORDS_DATE = rf"(?:(?P<day>\d{{1,2}})(?:er)?\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b"
_ISO_DATE = r"(?P<iso>\d{4}-\d{2}(?:-\d{2})?)(?:T[\d:.+Z-]*)?\b"
_NUMERIC_DATE = r"\b(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})\b"
_DAY_AND_MONTH = re.compile(rf"\b\d{{1,2}}(?:er)?\s+(?:{_MONTH})\b", re.IGNORECASE)
_DATE = re.compile(rf"(?<![\w-])(?:{_WORDS_DATE}|{_ISO_DATE}|{_NUMERIC_DATE})", re.IGNORECASE)

# Words that may stand around the date in a line that is nothing but a date line.
_DRESSING_WORDS = (
    "à", "à jour", "actualisée?", "actualités?", "agence", "am", "analyse", "article", "avec", "billet",
    "blog(?:ue)?", "brève", "bulletin", "by", "cest", "cet", "chronique", "commentaires?", "communiqué",
    "communiqué de presse", "compte[ -]rendu", "correspondance", "correspondante?s?", "créé", "critique", "culture",
    "date", "de", "décryptage", "dépêche", "dernière mise à jour", "dernière modification", "dim", "dimanche",
    "direct", "dossier", "du", "durée", "économie", "écrit", "édition", "édito", "éditorial", "en ligne", "enquête",
    "entretien", "envoyée?s? spéciale?s?", "et", "exclusif", "gmt", "h", "hebdomadaire", "heure locale", "heures?",
    "il y a", "internationale?", "interview", "jeu", "jeudi", "journal", "l", "la", "la rédaction", "le", "lecture",
    "lettre d['’]information", "locale?", "lun", "lundi", "magazine", "mar", "mardi", "mensuel", "mer", "mercredi",
    "min", "minutes?", "mise à jour", "mise?", "modifiée?", "monde", "municipal", "nationale?", "newsletter", "notre",
    "numéro", "n°", "on", "opinion", "par", "parue?", "parution", "photos?", "pm", "politique", "portrait", "postée?",
    "pour", "presse", "propos recueillis", "publication", "publiée?", "published", "quotidien", "réalisée?", "récit",
    "recueillis?", "rédaction", "rédigé", "régionale?", "reportage", "rubrique", "sam", "samedi", "service",
    "société", "spéciale?", "sports?", "temps", "texte", "tribune", "updated?", "utc", r"utc\+\d+", "ven", "vendredi",
    "vidéo",
)  # fmt: skip
_DRESSING = re.compile(rf"\b(?:{'|'.join(sorted(_DRESSING_WORDS, key=len, reverse=True))})\b\.?", re.IGNORECASE)
_TIME = re.compile(
    r"\b\d{1,2}\s*[h:]\s*(?:\d{2})?(?::\d{2})?\b|\b\d{1,3}\s*(?:min|minutes?|commentaires?)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|du|des|la|le|d|l)(?:[\s’',|/&-]+(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|de|du|des|la|le|d|l))*"
)
_LOWER_START = re.compile(r"(?:publi|mis|le |date|posté|par |\w+di |dimanche )")
_PUBLISHED = re.compile(
    r"(?:article )?(?:publiée?|postée?|parue?|mise? en ligne)\s*:?\s*(?:le\s+)?(?:\w+di\s+|dimanche\s+)?", re.IGNORECASE
)
_LABEL = re.compile(r"\s*date\s*:?\s*(?=\d)", re.IGNORECASE)
_DATELINE = re.compile(
    rf"(?:[A-ZÀ-ÖØ-Þ][\w’' .()-]{{1,40}}?,\s*)?(?:le\s+)?"
    rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
    rf"(?:{_WORDS_DATE})(?:\s*,\s*\d{{1,2}}\s*h\s*\d{{0,2}}(?:\s*UTC(?:\+\d+)?)?)?(?:\s*,\s*[A-ZÀ-ÖØ-Þ][\w’'-]{{1,30}})?"
    r"\s*(?:\([\w /.,-]{2,40}\)\s*)?\.?\s*[–—-]\s+(?=\S)"
)  # fmt: skip
_SOURCE = re.compile(
    r"\s*(?:source|publiée?|parue?|mise? en ligne|date|article publié|première publication)\b", re.IGNORECASE
)
_TRAILING = re.compile(r"(?:[,(|–—-]|\ble|\bpublié|\bparu)\s*$", re.IGNORECASE)


_WAS_PUBLISHED = re.compile(r"(?:publiée?|postée?|parue?|mise? en ligne|published)\D*$", re.IGNORECASE)
_SET_APART = re.compile(r"(?:[–—|:•·]|\s-)\s+(?:publiée?|mise? en ligne)\s", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:n°|n[o°]\.?|numéro) ?\d+", re.IGNORECASE)
_BETWEEN = re.compile(r"[()|·•●►©,–—]|(?<=\w)\.(?=\s)|(?<=\s)[.-](?=\s)")
_A_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-ÖØ-Þ]|[.!?]$|\b(?:a|ont|est|sont|qui|que)\b")
_FEW = 5


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date found, ISO 8601 in full or cut short, and how many characters of the paragraph were nothing but it."""

    date: str
    length: int


def iso_date(match: re.Match[str]) -> str | None:
    """The ISO form of a date, or None where the calendar has no such day."""
    part = match.groupdict()
    if part["iso"]:
        year, *rest = (int(piece) for piece in part["iso"].split("-"))
    elif part["y2"]:
        year, rest = int(part["y2"]), [int(part["m2"]), int(part["d2"])]
    else:
        year, rest = int(part["year"]), [_MONTH_FORMS[part["month"].lower()]]
        if part["day"]:
            rest.append(int(part["day"]))
    if not 1700 <= year <= 2100:
        return None
    try:
        day = datetime.date(year, rest[0], rest[1] if len(rest) > 1 else 1)
    except ValueError:
        return None
    return day.isoformat()[: 10 if len(rest) > 1 else 7]


def first_date(text: str) -> str | None:
    """The first date written in `text`, wherever it stands."""
    for match in _DATE.finditer(text):
        found = iso_date(match)
        if found:
            return found
    return None


def date_line(text: str) -> DateLine | None:
    """The date of a paragraph that opens as a date line: « 3 mai 2021 . – », « Publié le 7 juin 2024 à 10h12 »,
    « Lyon, le 2 avril 2023 », « date 2024-03 Le studio annonce… ». None for a sentence that holds a date."""
    label = _LABEL.match(text)
    if label:
        match = _DATE.match(text, label.end())
        year = re.compile(r"\d{4}\b").match(text, label.end())
        if match and iso_date(match):
            return DateLine(iso_date(match) or "", _dash_after(text, match.end()))
        if year and 1700 <= int(year.group()) <= 2100:
            return DateLine(year.group(), _dash_after(text, year.end()))
    if len(text) <= 160:
        found = _whole_line(text)
        if found:
            return DateLine(found, len(text))
    dateline = _DATELINE.match(text)
    if dateline:
        day = iso_date(_with_groups(dateline))
        if day:
            return DateLine(day, dateline.end())
    return None


def source_date(text: str) -> str | None:
    """The date that ends a source line at the end of an article: « Source : l'agence, 3 mars 2024 ». One that belongs
    to a source (« un message du 7 juin 2024 ») is not the article's."""
    if len(text) > 200 or not _SOURCE.match(text):
        return None
    for match in _DATE.finditer(text):
        ends = not text[match.end() :].strip(" .)")
        if ends and (_TRAILING.search(text[: match.start()]) or match.start() < 30) and iso_date(match):
            return iso_date(match)
    return None


def _dash_after(text: str, end: int) -> int:
    match = re.compile(r"\s*[.:|–—-]*\s*").match(text, end)
    return match.end() if match else end


def _with_groups(match: re.Match[str]) -> re.Match[str]:
    inner = _DATE.search(match.group())
    assert inner is not None
    return inner


def _whole_line(text: str) -> str | None:
    """The date of a line that holds a date, a time, names and words of publishing, and no more; or of one that opens
    with « Publié le » and a date."""
    opened = _PUBLISHED.match(text)
    if opened and not re.search(r"[.!?]\s+[A-ZÀ-ÖØ-Þ]|[.!?]$", text):
        day = _DATE.match(text, opened.end())
        if day and iso_date(day):
            return iso_date(day)
    dates = [(match, found) for match in _DATE.finditer(text) if (found := iso_date(match))]
    if not dates:
        return None
    rest = _DATE.sub(" ", text)
    rest = _TIME.sub(" ", _DAY_AND_MONTH.sub(" ", _NUMBERED.sub(" ", rest)))
    rest = _DRESSING.sub(" ", rest)
    rest = re.sub(r"\s+", " ", _BETWEEN.sub(" ", rest))  # « Kiev (AFP) – », « Lyon, le 2 avril 2023. Par Odile Fortin »
    rest = rest.strip(" \u00a0\t.,;:–—-|/·•()[]*_’'")
    told = next((found for match, found in dates if _WAS_PUBLISHED.search(text[: match.start()])), None)
    if told and _SET_APART.search(text) and len(rest.split()) <= _FEW and not _A_SENTENCE.search(text):
        return told  # « infos avec AFP – Publié le 09/10/2024 13:37 »
    if rest and (len(rest.split()) > 6 or not _NAMES.fullmatch(rest)):
        return None
    if text[0].islower() and not _LOWER_START.match(text):
        return None
    return told or dates[0][1]
