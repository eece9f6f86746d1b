"""Events told of a thing that another sentence names: the sales of what, tonnes of what, the version of what, a day of
no year.

Looks at the words of one event and its article's title. What a clause lost on its way is the business of
`event_halves`.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.authoring.event_halves import asked_of
from quiz.authoring.topic import title_of
from quiz.facts.event import Event
from quiz.facts.lexicon import bag
from quiz.typography import fold

_OF_SOMETHING = (
    r"adaptation|annulation|commercialisation|cession|diffusion|fabrication|fermeture|inauguration|limite(?: maximale)?"
    r"|livraisons?|ouverture|parution|première pierre|production|publication|reprise|retrait|sortie|suppression"
    r"|tournage|transfert|tribune|ventes?|version(?: \w+)?"
)
"""Nouns that say little without what they are of."""
_BARE = re.compile(
    rf"(?:\b(?:la|le|les|du|des|aux?|de la) |\bl['’])(?P<noun>{_OF_SOMETHING})\b"
    r"(?! ?(?:d(?:e|u|es) |d['’]|dans l|à la |au |aux |à l|qu[ei]|qu['’]|[a-zà-ÿ]+(?:ale|elle|ique|aise|ienne)s?\b))"
)
_MEASURED = re.compile(
    r"\d (?:(?:millions?|milliards?) de )?(?:tonnes|barils|litres|hectolitres|hectares|exemplaires|unités)\b"
    r"(?! (?:d(?:e|u|es) |d['’]))"
)


def of_what(fact: Event, title: str) -> bool:
    """« affirme avoir suspendu les ventes », « a récolté 2 millions de tonnes »: of what, another sentence tells."""
    said = asked_of(fact)
    if fact.slot in ("agent", "of") and _MEASURED.search(f"{fact.frame.lead} {fact.frame.rest}"):
        return True
    return any(fold(found["noun"]).split()[-1][:6] not in fold(title) for found in _BARE.finditer(said))


_DAY = re.compile(r"(?:le |du |les )?(?:\w+di |dimanche )?(?:1er|\d{1,2})\b", re.IGNORECASE)
_ITS_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def of_no_year(fact: Event, article: Article) -> bool:
    """« C'est le 22 décembre que le dernier chapitre sera diffusé », of an article without a date: of what year?"""
    if fact.slot != "date" or article.date or _DAY.match(fact.value) is None:
        return False
    return not _ITS_YEAR.search(f"{fact.value} {title_of(article)} {asked_of(fact)}")


_FIXTURES = bag("accueillir affronter défier déplacer disputer jouer recevoir rencontrer retrouver")
_WEEKDAY = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
_SOME_DAY = re.compile(rf"\b{_WEEKDAY}\b(?! (?:1er|\d))")


def of_a_coming_day(fact: Event) -> bool:
    """« le club reçoit Brumelle dimanche »: the one to come, though the verb is in the present of what is over."""
    now = not fact.frame.participle and bool(fact.features.get("present"))
    return fact.frame.verb in _FIXTURES and now and _SOME_DAY.search(fact.evidence.text) is not None


_MISSED = bag("manquer rater déclarer_forfait")


def no_day_for_it(fact: Event) -> bool:
    """« Quel jour Omar Ba devait-il manquer la réception de Thiès ? »: that he does is the news, and not when."""
    return fact.slot == "date" and fact.frame.verb in _MISSED


_STATES = bag(
    "abriter compter comprendre comporter disposer détenir employer exploiter gérer posséder recenser regrouper"
    " rassembler totaliser"
)


def a_state(fact: Event) -> bool:
    """« Qui gère 21 400 logements ? », « Quel pays dispose d'une capacité … ? », « Qui faisait courir des rumeurs ? »:
    how things are, told on the way; a figure is asked for itself."""
    frame = fact.frame
    if fact.slot != "agent" or frame.participle or frame.tail:
        return False
    form = frame.finite.lower()
    if frame.verb in _STATES and not form.endswith(("a", "ont")):
        return True
    return form in ("faisait", "faisaient") and not _ITS_YEAR.search(asked_of(fact))
