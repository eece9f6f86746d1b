"""Clauses on events that came apart: an attribute without its noun, one year of a list, the end of a comparison, a name
cut out of a longer one, a street number without its street.

Looks at one event and its sentence, and mends nothing but a score. What is worth asking is the
business of `event_worth`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.authoring.dates import DAYS
from quiz.authoring.french import MONTHS, place_article
from quiz.facts.event import Event
from quiz.facts.lexicon import bag, is_first_name
from quiz.facts.within import between, everywhere
from quiz.typography import fold

_TO_BE = bag("couronner demeurer devenir redevenir rester sacrer titrer")
_AGE_OR_DAY = re.compile(
    rf"\b(?:à (?:\d+|[a-z-]+) ans|en|le|au|dès|depuis|hier|aujourd['’]hui|matin|soir|{'|'.join((*DAYS, *MONTHS))})\b"
)


def without_attribute(fact: Event) -> bool:
    """« est devenue samedi, à 19 ans, | la plus jeune capitaine »: when, and not what."""
    rest = _AGE_OR_DAY.sub(" ", fact.frame.rest)
    return fact.frame.verb in _TO_BE and fact.slot != "is" and not re.search(r"[^\W\d_]{3}", rest)


_MORE_YEARS = re.compile(r" ?(?:,|et|puis) ?(?:en )?(?:1[89]|20)\d\d\b")
_YEARS = re.compile(r"^(?:,|et|puis)? ?(?:en )?(?:1[89]|20)\d\d\b")
_COMPARED = re.compile(r"(?:,|\() ?contre (?:[a-z]+ ){0,2}\d[^)]*$")


def another_year(fact: Event) -> bool:
    """« a été titrée en 2009, 2011 et 2013 »: each is right; « s'établit à 12 millions, contre 15 en 2018 »: the
    year of the other figure."""
    if fact.slot != "date":
        return False
    several = _YEARS.match(fact.frame.rest) or between(
        None, fact.written or fact.value, _MORE_YEARS, fact.evidence.text
    )
    return bool(several) or _COMPARED.search(fact.frame.rest) is not None


_OPEN_NAME = re.compile(r"(?:\A|[ (])(?!(?:L[ae]|Les|Au|Aux|Du|Des|En) )[A-ZÀ-Þ][\w-]+(?: [a-zà-ÿ]{4,})? \Z")
_NO_NAME = re.compile(r"\b(?:Mais|Car|Donc|Quand|Puis|Ainsi|Alors|Selon|Contre|Pour|Avec) \Z")


def land_in_a_name(fact: Event) -> bool:
    """« Voirie nouvelle France a compté 300 ponts »: an agency called after the country, whose own name has an article
    wherever it stands for the land."""
    said = fact.written or fact.value
    if fact.value_kind != "country" or fact.slot != "agent" or said != fact.value or not place_article(said):
        return False
    text = fact.evidence.text
    return any(_OPEN_NAME.search(text[:at]) and not _NO_NAME.search(text[:at]) for at in everywhere(said, text))


_BESIDE_WHOM = re.compile(r"\bà (?:ses|leurs) côtés\b")
_STREET = re.compile(r" ?,? ?(?:rue|avenue|boulevard|place|quai|chemin|allée|cours|impasse|route) ")
_HOUSE = re.compile(r"\b(?:du|au) \d+$")


def of_somebody_unnamed(fact: Event) -> bool:
    """« a ramené les siens à deux points », « a publié une photo de lui enfant, à ses côtés », « la serrure du 14, |
    rue des Lilas »: whose, beside whom, of which street?"""
    rest = fact.frame.rest
    if _OWN_ONES.search(rest) or _OF_HIM_AS.search(rest):
        return True
    if _BESIDE_WHOM.search(rest) and not re.search(r"\bavec\b", rest):
        return True
    return _HOUSE.search(rest) is not None and between(None, rest.split()[-1], _STREET, fact.evidence.text)


_OWN_ONES = re.compile(r"\b(?:l[ea]s (?:siens|siennes|leurs)|l[ea] (?:sien|sienne))(?= |,|$)")
_OF_HIM_AS = re.compile(r"\bde (?:lui|elle) (?:enfant|jeune|petite?|bébé)\b")
_ONLY_HOW_LONG = re.compile(
    r"^(?:pendant|durant|avec|en) (?:\d+|une?|quelques|plusieurs|[a-z]+) ?(?:h|min|mn|minutes?|heures?|secondes?|s)\b"
    r"(?: ?\d+ ?(?:s|min|secondes?|minutes?)?)?(?: (?:de retard|d['’]avance))?$"
)
_ONLY_ONE = re.compile(r"^l[ea] (?:seule?|seule? joueu(?:r|se)) à [a-zà-ÿ]+(?:er|ir|re)(?: [^\W\d]\S*){1,4}$")
_PASSES = bag("effacer dépasser supplanter égaler")


def of_which_game(fact: Event) -> bool:
    """« a joué pendant 28 min », « a été le seul à tromper Jean Roy », « efface Omar Ba », « Par qui a-t-il été
    lancé ? », told beside a goal: of the match or the record that another sentence names."""
    frame = fact.frame
    if fact.slot == "by" and fact.features.get("participial") and not frame.rest and not frame.lead:
        return frame.verb in _IN_PLAY
    if fact.slot not in ("agent", "object"):
        return False
    if fact.slot == "agent" and (_ONLY_HOW_LONG.match(frame.rest) or _only_one(fact)):
        return True
    named = frame.rest if fact.slot == "agent" else ""
    return frame.verb in _PASSES and len(named.split()) < _FEW and not re.search(r"\d|\brecord", named)


_FEW = 6
_IN_PLAY = bag("alerter décaler lancer servir trouver démarquer")


def _only_one(fact: Event) -> bool:
    return fact.frame.verb == "être" and _ONLY_ONE.match(fact.frame.rest) is not None and not fact.frame.lead


def a_thing_untold(fact: Event, title: str) -> bool:
    """« Quand le prix minimal a-t-il été abandonné ? »: of what, neither the clause nor the title says."""
    frame = fact.frame
    if fact.slot != "date" or frame.rest or frame.lead or re.search(r"[A-ZÀ-Þ\d«]", frame.subject):
        return False
    own = {word[:5] for word in re.findall(r"\w{4,}", fold(frame.subject))}
    above = {word[:5] for word in re.findall(r"\w{4,}", fold(title))}
    return len(frame.subject.split()) <= _BARE_THING and not own & above


_BARE_THING = 3
_FIRST_SET = re.compile(r",? ?\b\d{1,2}-\d{1,2}$")
_MORE_SETS = re.compile(r",? (?:et )?\d{1,2}-\d{1,2}\b")


def without_first_set(fact: Event) -> Event:
    """« a balayé Awa Sow 6-2 | , 6-1 »: without the first set's score, where the second was cut off."""
    found = _FIRST_SET.search(fact.frame.rest)
    if found is None or not between(None, found.group().strip(" ,"), _MORE_SETS, fact.evidence.text):
        return fact
    return replace(fact, frame=replace(fact.frame, rest=fact.frame.rest[: found.start()].rstrip(" ,")))


_BEATS = bag("balayer battre dominer défaire écarter éliminer surclasser vaincre")


def beaten_by_whom(fact: Event) -> bool:
    """« Qui Isaure Volane a-t-il battu ? », where she beat a woman: a winner whose sex no list of names tells."""
    frame = fact.frame
    unknown = not is_first_name(frame.subject.split()[0]) if frame.subject[:1].isupper() else False
    return fact.slot == "object" and fact.value_gender == "f" and frame.pronoun == "il" and unknown and _beats(fact)


def _beats(fact: Event) -> bool:
    return fact.frame.verb in _BEATS and len(fact.frame.subject.split()) == 2


def torn(fact: Event, title: str) -> bool:
    """Whether the clause has come apart, so that its question asks another thing, or none."""
    lost = (without_attribute, another_year, land_in_a_name, of_somebody_unnamed, of_which_game, beaten_by_whom)
    return any(each(fact) for each in lost) or a_thing_untold(fact, title)
