"""Noun phrases that no noun with its adjectives makes: races by their length, the so many best, « vol » by what else is
spoken of.

Refuses to choose where the question does not tell.
"""

from __future__ import annotations

import re

from quiz.english import lexicon, rules
from quiz.english.numerals import read
from quiz.english.texts import Phrase, Text

VOL = frozenset({("vol",), ("vols",)})
_FLYING = frozenset({"aérien", "aérienne", "aériens", "aériennes", "aéroport", "aéroports", "avion", "avions", "annulé",
                     "annulés", "retardés", "pilote", "passagers", "atterrir", "décollage", "décollé", "compagnie",
                     "transports", "Airbus", "Boeing"})  # fmt: skip
_STEALING = frozenset({"condamné", "condamnée", "condamnés", "arrêté", "arrêtés", "interpellé", "interpellés", "jugé",
                       "jugés", "accusé", "accusés", "soupçonné", "soupçonnés", "voleur", "voleurs", "police",
                       "plainte", "plaintes", "commis", "prison", "tribunal", "cambriolages",
                       "violence"})  # fmt: skip


def flight_or_theft(text: Text, at: int) -> lexicon.Noun | None:
    """« vol » by what else the question speaks of; none where it speaks of neither, or of both."""
    flown, stolen = bool(_FLYING & set(text.words)), bool(_STEALING & set(text.words))
    if flown == stolen:
        return None
    one, many = ("flight", "flights") if flown else ("theft", "thefts")
    return lexicon.Noun(one, many, text.words[at] == "vols")


def employment(text: Text, start: int, end: int) -> Phrase | None:
    """« le soutien à l'emploi »: employment, where no job is told: « l'emploi de Lou Petit » is one."""
    following = text.words[end : end + 1]
    if text.words[start:end] != ("l'", "emploi") or following in (("de",), ("que",), ("qui",)):
        return None
    return Phrase("employment")


def ranked(text: Text, start: int, end: int) -> Phrase | None:
    """« les six meilleurs », « les 50 premières »: so many at the head or the end, nothing named."""
    if end - start != 3 or text.words[start] != "les":
        return None
    number, said = read(text.words[start + 1]), _PLACES.get(text.words[start + 2].rstrip("s"))
    if number is None or said is None:
        return None
    return Phrase(f"the {said} {number.english()}" if said != "best" else f"the {number.english()} best", plural=True)


_PLACES = {"meilleur": "best", "meilleure": "best", "premier": "first", "première": "first", "dernier": "last",
           "dernière": "last"}  # fmt: skip


def distance(text: Text, start: int, end: int) -> Phrase | None:
    """« le 10 km », « le 100 mètres dos »: a race by its length."""
    if text.words[start] != "le" or end - start < 2 or not text.words[start + 1][0].isdigit():
        return None
    style, stop = "", end
    for words, said in _STYLES.items():
        if text.words[end - len(words) : end] == words:
            style, stop = said, end - len(words)
    length = rules.english(text.span(start + 1, stop))
    if not length or not re.search(r"\d ?(?:k?m|meters|kilometers)$", length):
        return None
    return Phrase(" ".join(part for part in ("the", length, style) if part))


_STYLES = {("nage", "libre"): "freestyle", ("dos",): "backstroke", ("brasse",): "breaststroke",
           ("papillon",): "butterfly", ("haies",): "hurdles", ("quatre", "nages"): "medley",
           ("steeple",): "steeplechase"}  # fmt: skip
