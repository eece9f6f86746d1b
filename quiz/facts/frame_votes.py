"""What was voted on, where the count of the votes stands before it: « a adopté mardi, par 209 voix contre 108, le
texte ».

Knows the verbs of voting and the shape of the sentence; refuses a vote on nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.clause_pieces import following, piece
from quiz.facts.clauses import Shape
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure

_VOTING = frozenset(
    {
        "accepter",
        "adopter",
        "approuver",
        "désigner",
        "entériner",
        "élire",
        "ratifier",
        "refuser",
        "rejeter",
        "valider",
        "voter",
    }
)
_WHEN = re.compile(
    r"^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir|après-midi|définitivement|largement"
    r"|le|ce|cette|nuit|\d+(?:er)?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|\d{4}|finalement|en|dans|la|au|à|première|seconde|deuxième|lecture)(?:[ ,]+|$))*$",
    re.IGNORECASE,
)


def voted_frame(m: Measure, frame: Frame) -> Frame:
    """The frame with what was voted on, found after the votes; no frame where it is not found.

    « Les habitants ont rejeté dimanche, par 54 % des voix, *le crédit de 2 millions de francs* ».
    """
    if not _voted_on_nothing(m, frame):
        return frame
    start = _object_after(m.shape, m.stop)
    tokens = following(m.shape, start)[0] if start is not None else []
    told = piece(m.shape, tokens)
    if len(tokens) < _SAID or not told.stands or "verb" in {m.shape.cats[i] for i in tokens[:2]}:
        return Frame()  # « le texte », « le projet de loi « … » »: which one?
    return replace(frame, rest=f"{frame.rest} {told.text}".strip())


def _voted_on_nothing(m: Measure, frame: Frame) -> bool:
    group = m.group
    if group is None or group.lemma not in _VOTING or group.passive or frame.preposition not in ("par", "avec", "à"):
        return False
    leaning = any(m.shape.cats[i] == "clit" for i in range(group.first, group.finite))
    return not leaning and _WHEN.match(frame.rest) is not None


def _object_after(shape: Shape, stop: int) -> int | None:
    """Where what was voted on begins: the article after the votes, those against and those who abstained."""
    for i in range(stop, min(stop + _VOTES_TOLD, len(shape.tokens) - 1)):
        word = shape.tokens[i].lower_
        if shape.cats[i] in ("verb", "rel", "sub", "stop", "open", "ger"):
            return None
        if shape.cats[i] == "det" and word in ("le", "la", "l'", "les", "un", "une"):
            return i if shape.cats[i + 1] in ("noun", "adj", "name", "num") else None
    return None


_SAID = 4
"""Tokens of a thing voted on that says which it is."""
_VOTES_TOLD = 13
