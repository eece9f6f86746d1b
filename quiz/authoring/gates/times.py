"""The gate on time: « hier », « cette année », a crowd of no day and a past before another mean nothing in a year.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate; makes relative dates absolute
for the repairs, which come before it. Refuses to guess a day that the article's own does not tell.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.carried import crowd_of_no_day, told_elsewhere
from quiz.authoring.dates import resolved_dates
from quiz.authoring.french import MONTHS
from quiz.authoring.gates.text import QUOTED, names_in, own_words
from quiz.authoring.scene import Scene
from quiz.authoring.tenses import unanchored_past
from quiz.authoring.told_days import placed_days
from quiz.facts.fact import Statistic

_RELATIVE = re.compile(
    r"\b(?:avant-hier|hier|aujourd'hui|demain|cette (?:année|semaine|nuit|saison|fois)"
    r"|ce (?:mois|matin|soir|week-end)(?:-ci)?"
    r"|l'an(?:née)? (?:derni|pass|proch)\w+|(?:le mois|la semaine|la saison|l'été|l'hiver|le week-end|la nuit) "
    r"(?:derni|pass|proch)\w+|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: (?:dernier|prochain|matin|soir|après-midi))?(?! \d)|il y a (?:\w+ )?(?:jours?|semaines?|mois|ans?|heures?)"
    r"|tout à l'heure|la veille|le lendemain|ce jour-là|à l'époque|depuis (?:hier|peu)|récemment|dernièrement"
    r"|prochainement|bientôt|à ce jour|depuis lors|à cette date|pour l'heure|jusqu'à présent|jusqu'ici"
    r"|en (?:début|fin) d'année"
    r"|(?:au début|à la fin|au milieu) (?:de l'année|du mois|de la semaine)(?! de \w| \d)"
    r"|(?:au cours des|dans les|ces|les) (?:\w+ )?(?:derni|proch)\w+ (?:jours|semaines|mois|années|heures))\b"
)
_SOFT = re.compile(
    r"\b(?:récemment|dernièrement|bientôt|prochainement|jusqu'à présent|(?:au cours des|dans les|ces) (?:\w+ )?"
    r"(?:derni|proch)\w+ (?:jours|semaines|mois|années|heures)|il y a (?:\w+ )?(?:ans?|années))\b"
)


def dated(candidate: Candidate, scene: Scene) -> str | None:
    """« hier », « cette année », « lundi » mean nothing to who reads the card in a year.

    The repairs have already written « le 6 juin 2024 » where the article's date allows; what is left goes. A span
    counted from the article's day (« au cours des trois prochaines années ») is fine under a dated topic line.
    """
    if _asks_of_no_year(candidate, scene):
        return "a day or a month of no year"
    hanging = _hangs_in_time(candidate, scene)
    if hanging:
        return hanging
    text = own_words(candidate.question.fr).lower()
    text = _BESIDE_ITS_DAY.sub(r"\g<day>", text)
    found = _RELATIVE.search(text) or re.match(r"(?:depuis|désormais|alors|ensuite|auparavant),", text)
    if not found:
        return None
    if _SOFT.search(found.group()) and (
        scene.article.date or not re.search(r"récemment|bientôt|il y a", found.group())
    ):
        return None
    return f"relative date: {found.group()}"


def _hangs_in_time(candidate: Candidate, scene: Scene) -> str | None:
    """A count of a crowd under a topic line on something else, without its day; a figure of before another past."""
    if not isinstance(candidate.fact, Statistic):
        return None
    text = own_words(candidate.question.fr)
    if crowd_of_no_day(text) and told_elsewhere(scene.topic(candidate), placed=bool(names_in(text))):
        return "a crowd of no day"
    hangs = candidate.form in ("choice", "number") and unanchored_past(text)
    return "a past before another, without its day" if hangs else None


_BESIDE_ITS_DAY = re.compile(
    rf"(?P<day>\b(?:1er|\d{{1,2}}) (?:{'|'.join(MONTHS)})"
    r"\b[^.;]*) (?:le lendemain|la veille)\b"
)
"""« Le 20 décembre, ils annoncent leur départ et partent le lendemain »: its day stands before it."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


_MONTH_SAID = re.compile(
    rf"\b(?:1er|\d{{1,2}}) (?:{'|'.join(MONTHS)})\b|\b(?:en|entre|depuis|fin|début|de|d'|dès) (?:{'|'.join(MONTHS)})\b"
)


def _asks_of_no_year(candidate: Candidate, scene: Scene) -> bool:
    """« En quel mois la foire a-t-elle ouvert ? », août, « Combien de toits sont tombés entre mai et juin ? », of an
    article without a date: of which year?"""
    if scene.article.date is not None:
        return False
    asked = re.match(r"(?:En quel mois|Quel jour|À quelles? dates?)\b", candidate.question.fr)
    said = _MONTH_SAID.search(own_words(candidate.question.fr).replace("d' ", "d'"))
    told = (candidate.question.fr, candidate.answer.fr, scene.topic(candidate))
    return bool(asked or said) and not any(_YEAR.search(text) for text in told)


def mended_dates(text: str, iso: str | None) -> str:
    """The question with relative dates made absolute outside its quotations."""
    out, at = [], 0
    for match in QUOTED.finditer(text):
        out += [_on_their_days(text[at : match.start()], iso), match.group()]
        at = match.end()
    return _said_once("".join([*out, _on_their_days(text[at:], iso)]), text)


def _on_their_days(text: str, iso: str | None) -> str:
    return resolved_dates(placed_days(text, iso), iso)


def _said_once(made: str, before: str) -> str:
    """« décédé le mardi 4 mai 2021 …, a annoncé sa famille » instead of the same day twice, where a repair wrote it."""
    for day in re.findall(r"\ble (?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \w+ \w+ \d{4}\b", made):
        if made.count(day) > 1 and before.count(day) <= 1:
            first = made.index(day) + len(day)
            made = made[:first] + re.sub(rf" ?{re.escape(day)}", "", made[first:])
    return re.sub(r"(?<=\b[12]\d\d\d)[ -]ci\b", "", made)
