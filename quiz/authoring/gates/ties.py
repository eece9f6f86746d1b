"""What ties a question to a sentence that is not shown: an object pronoun of its main verb, an opening that counts from
a place or a moment told before, a definite thing that is half of a name.

Plain text in, the words that hang or None out; knows the forms of French and none of the articles. Called by the gate
on standing alone.
"""

from __future__ import annotations

import re

_OBJECT_ASKED = re.compile(
    r"\bl'(?:a|ont|avait|avaient|aura|auront)-(?:t-)?(?:ils?|elles?|on) (?!emporté|échappé)\w+"
    r"|(?<!y )\b(?:les|en) (?:a|ont|avait|avaient)-(?:t-)?(?:ils?|elles?|on) \w+"
)
_OBJECT_OF_WHO = re.compile(
    r"^(?:Qui|Quel(?:le)?s? [\w' -]{3,30}?)(?: n')? "
    r"(?:l'(?:a|ont|avait|avaient) (?!(?:\w+ment )?(?:emporté|échappé))\w+"
    r"|(?:les|en) (?:a|ont|avait|avaient) \w+(?:[éiust]|ée?s?)\b)"
)
_OBJECT_TOLD = re.compile(
    r"^(?:C'est )?(?P<who>(?:[LlUu](?:e|a|es|ne?)\b |L')?(?:[\w'’&.-]+ ){1,5}?)(?:qui )?(?:ne |n')?"
    r"(?:l'(?:a|ont|avait|avaient) (?!(?:\w+ment )?(?:emporté|échappé))|(?:en|les) (?:a|ont|avait|avaient) )"
    r"(?:\w+ment )?\w+(?:[éiu]e?s?|is|it)\b"
)
_SAID_BEFORE = re.compile(r"[^?]*, (?:et )?(?:à |de |en |par )?(?:qui|quel|combien|quand|où)")
_FINITE_BEFORE = re.compile(r"\b(?:a|ont|est|sont|et|que?|qu'\w+|où|dont|s'est|se sont)\b|,")


def object_in_the_air(text: str) -> str | None:
    """« La majorité l'a-t-elle supprimé ? », « Qui les a reçus ? », « Brumelle en a acquis les droits »: what? Only a
    subject stands before the pronoun, and « l'emporter » has none.

    « Metz a reçu dix bus et en a loué deux » has said what.
    """
    for asked in (_OBJECT_ASKED.search(text), _OBJECT_OF_WHO.search(text)):
        if asked is not None and not _SAID_BEFORE.match(text):
            return asked.group()
    told = _OBJECT_TOLD.match(text) if not text.rstrip().endswith("?") else None
    return told.group() if told is not None and not _FINITE_BEFORE.search(told["who"]) else None


_COUNTED_FROM = re.compile(
    r"^(?:Selon [^,]{3,40}, )?(?:À (?:quelques|une|deux|trois|cinq|dix|\d+|plusieurs) "
    r"(?:(?:dizaines?|centaines?|milliers?) de )?(?:mètres|kilomètres|km|pas|rues|minutes|heures)"
    r"(?: (?:de là|plus loin|à peine))?"
    r"|(?:Quelques|Deux|Trois|Cinq|Dix|\d+|Une?) "
    r"(?:minutes?|heures?|jours?|semaines?|mois|ans|années?|mètres|kilomètres) "
    r"(?:plus (?:tard|tôt|loin|haut|bas)|auparavant|après)"
    r"|Le (?:même jour|jour même)|La même (?:année|semaine|nuit)|Au même (?:moment|endroit)|Sur l'action suivante"
    r"|Peu (?:après|avant|auparavant)|Plus (?:loin|haut|bas|tard|tôt)|Non loin|À ses côtés|De là|Entre-temps"
    r"|Dans (?:la foulée|l'intervalle|la nuit suivante)|Ailleurs|Tout près|Juste (?:après|avant|à côté)|Là|Dehors)"
    r"(?: (?:à peine|seulement))?,? (?=\w)(?!d(?:e|u|es) |d')",
)
"""« À quelques centaines de mètres, … »: from where? « À dix kilomètres de Metz » says it."""


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def opening_in_the_air(text: str) -> str | None:
    """« Le même jour, combien… », « Trois ans plus tôt, qui… », « Sur l'action suivante, … »: counted from what another
    sentence tells, unless the question has its year."""
    found = _COUNTED_FROM.match(text)
    if found is None or _YEAR.search(text):
        return None
    said = found.group().strip()
    return said if said.endswith(",") or re.match(r"(?:Le même|La même|Le jour même)", said) else None


_HALVES = re.compile(
    r"\b(?:[Ll]a |de la |à la )(?P<noun>première pierre|haute juridiction|version (?:française|originale|anglaise)"
    r"|juridiction (?:suprême|administrative)|dernière ligne droite)\b(?! (?:d(?:e|u|es)\b|d'))"
)


def half_a_name(text: str, topic: str) -> str | None:
    """« La première pierre a été posée en mai », « la version française », « la haute juridiction »: of what, which?"""
    found = _HALVES.search(text)
    return found.group() if found is not None and found["noun"] not in topic.lower() else None
