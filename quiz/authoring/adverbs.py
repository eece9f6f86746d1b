"""Adverbs that tie a sentence to the one before it, or to the day it was written on, taken out or given their date: in
a question they point at nothing.

Plain text in (without quotations), plain text out. Leaves every adverb that is part of the claim (« de nouveau »,
« encore », « déjà » of a count).
"""

from __future__ import annotations

import re

from quiz.authoring.dates import DAYS
from quiz.authoring.french import french_date, lower_first
from quiz.authoring.stat_dates import with_today

_BE = r"(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|sera|seront)(?:-(?:t-)?(?:ils?|elles?|on))?"
_JOINING = (
    r"également|par ailleurs|en outre|en revanche|en effet|finalement|d['’]ailleurs|pourtant|toutefois|cependant"
    r"|néanmoins"
)
_OPENING = re.compile(
    rf"^(?:(?:De plus|Malgré tout|Ainsi|(?:Tout )?[Dd]['’]abord|Enfin|Surtout|De même|Or|(?i:{_JOINING})"
    r"|En attendant|Du coup|À l['’]inverse|Au passage|À la base|De fait),|À la base(?= l)|(?:Problème|Résultat) ?:)"
    r" (?P<first>\w)"
)
_TIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bd['’]ores et déjà\b"), "déjà"),
    (re.compile(r"(?<=\w),? (?:malgré tout|quand même|tout de même)\b,?(?= )"), ""),
    (re.compile(r"(?<=\w),? (?:de (?:son|leur) côté|à (?:son|leur) tour)\b,?(?= )"), ""),
    (re.compile(r"(?<=\w) (?:lui|elle|eux|elles) aussi(?= \w)(?<!c['’]est lui aussi)"), ""),
    (re.compile(rf"(?P<verb>\b{_BE}) (?:{_JOINING})(?= \w)"), r"\g<verb>"),
    (
        re.compile(rf"(?P<verb>\b{_BE}) (?:alors|ainsi)(?= (?:été |\w+ment )?\w+(?:[éiust]|ée?s?)\b)(?! qu)"),
        r"\g<verb>",
    ),
    (re.compile(r"(?P<verb>\b\w+ant) alors(?= \w)(?! qu)"), r"\g<verb>"),
    (re.compile(r"(?P<verb>\b[a-zà-ÿ]{3,}) en revanche(?= (?:à|de|d['’]))"), r"\g<verb>"),
    (re.compile(r"(?P<just>\bven(?:ait|aient|ant)(?:-\w+)?) là(?= d[e'’])"), r"\g<just>"),
    (re.compile(r"(?P<open>^[Cc]['’](?:est|était)) (?:finalement|alors|ainsi|donc)(?= \w)"), r"\g<open>"),
    (_OPENING, r"\g<first>"),
)
"""What only joins a sentence to its neighbours."""
_NOW = re.compile(r"(?<=\w) (?:désormais|maintenant|à présent|dorénavant)(?! que\b)(?= \w|[,.]| \?)")
_PAST = re.compile(r"\b(?:a|ont|est|sont|s['’]est|se sont)(?:-t-\w+|-\w+)? (?:été )?\w+(?:[éiu]s?|its?|is|ées?)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def untied(text: str) -> str:
    """« Onze accords ont malgré tout été trouvés », « Quel pays est lui aussi touché ? », « C'est finalement Ada Morin
    qui l'emporte » without what joins them to another sentence."""
    for pattern, instead in _TIES:
        text = pattern.sub(instead, text)
    return text[:1].upper() + text[1:] if text[:1].islower() and not re.match(r"[a-z]+[A-Z]", text) else text


def with_their_day(text: str, iso: str | None) -> str:
    """« Qui fait maintenant face à un procès ? » of 26 September 2017 is « Au 26 septembre 2017, qui fait face à un
    procès ? »; beside something done (« a désormais fermé ») or a year the adverb goes."""
    found = _NOW.search(text)
    if found is None or not text:
        return text
    if _PAST.search(text) or _YEAR.search(text) or not iso:
        return _NOW.sub("", text)
    return with_today(_NOW.sub(" actuellement", text, count=1), iso, opens=True)


_SO_FAR = re.compile(r"\b(?:a|ont|est|sont)(?:-t-\w+|-\w+)? (?:pas )?déjà (?:été )?\w+(?:[éiu]e?s?|its?|is|ert)\b")
_TIMED = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b(?:depuis|jusqu|à ce jour|semaine|mois|nuit|hier|{'|'.join(DAYS)})|\bAu \d"
    r"|^(?:Alors|Après|Avant|Si|Comme|Bien) ",
    re.IGNORECASE,
)


def counted_so_far(text: str, iso: str | None) -> str:
    """« Combien de décrets Ada Morin a-t-elle déjà signés ? » of 7 June 2024 is « Au 7 juin 2024, combien … »: what had
    been counted by then goes on growing."""
    if not text.rstrip().endswith("?"):
        return text  # a sentence of the article's is shown under its date
    if not iso or iso.count("-") < _WHOLE_DAY or _TIMED.search(text) or _SO_FAR.search(text) is None:
        return text
    return f"Au {french_date(iso)}, {lower_first(text)}"


_WHOLE_DAY = 2
"""Hyphens of a date that has its day."""
