"""The day of a paragraph carried over to a count of people that has none of its own: « Le 28 mars, le port ferme. On
compte 900 manifestants à Thiès » is asked of March 28.

Knows the sentence before and how it opens; refuses to carry a day over a sentence that has its own time, or from
farther away.
"""

from __future__ import annotations

import re

from quiz.authoring.dates import DAYS
from quiz.authoring.french import MONTHS, lower_first

_CROWD = re.compile(
    r"\b(?:manifestants?|participants?|marcheurs|grévistes|protestataires)\b"
    r".*\b(?:manifest|défil|rassembl|mobilis|réuni|march|particip|compt|dénombr|recens)"
    r"|\b(?:compt|dénombr|recens)\w*(?:-\w+)* .*\b(?:manifestants|participants|marcheurs|grévistes|protestataires)\b"
    r"|\bpersonnes\b.*\b(?:manifest|défil|rassembl|interpell|arrêté|gardes? à vue)",
    re.IGNORECASE,
)
"""People counted at some happening, of which there are many in the days an article tells of."""
_MEETING = ("manif", "rassembl", "march", "cortège", "mobilis", "grève", "defil", "protest", "journee", "conge", "fete")
_TIMED = re.compile(
    rf"\b(?:(?:19|20)\d\d|(?:{'|'.join(DAYS)})|(?:{'|'.join(MONTHS)})|veille|lendemain|jour|journée|soir|matin|nuit"
    r"|heures?|semaines?|mois|ans?|années?|depuis|chaque|lors d\w*|pendant|durant|après|avant|au cours)\b"
    r"|\d ?h(?:\d|\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"(?P<when>(?:Le |Ce )?(?:(?:{'|'.join(DAYS)}) )?(?:1er|\d{{1,2}}) (?:{'|'.join(MONTHS)})(?: \d{{4}})?)"
    r"(?=,| [a-zà-ÿ])",
    re.IGNORECASE,
)


def crowd_of_no_day(text: str) -> bool:
    """« Combien de manifestants comptait-on à Thiès ? »: on which day?"""
    return _CROWD.search(text) is not None and _TIMED.search(text) is None


def day_before(before: str) -> str:
    """The day a sentence opens with, with its article: « le 28 mars », "" where it opens with none."""
    found = _OPENS.match(before)
    if found is None:
        return ""
    when = re.sub(r"^(?:Le|Ce|le|ce) ", "", found["when"])
    return f"le {lower_first(when)}"


def with_the_day(text: str, before: str) -> str:
    """« Combien de manifestants comptait-on à Thiès ? » behind « Le 28 mars, … »: « Le 28 mars, combien … »."""
    when = day_before(before) if crowd_of_no_day(text) else ""
    return f"{when[0].upper()}{when[1:]}, {lower_first(text)}" if when else text


_A_DAY_S_PAGE = re.compile(rf"\b(?:{'|'.join(DAYS)})\b.*\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


def told_elsewhere(topic: str, *, placed: bool = False) -> bool:
    """Whether the topic line is about no meeting of people: then a crowd is one of another day, but on a page of one
    day (« Grève : mardi 4 juin ») where the question has its place."""
    if placed and _A_DAY_S_PAGE.search(topic):
        return False
    flat = topic.lower().replace("ê", "e").replace("é", "e").replace("è", "e")
    return not any(kin.replace("è", "e") in flat for kin in _MEETING)
