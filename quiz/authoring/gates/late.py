"""The gates and doubts on sentences that are shown with their figure left out or changed: late ones, and with slips.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows the doubts that the
ranker weighs one by one; refuses what has too many of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.context import leaning
from quiz.authoring.gates.figures import beside
from quiz.authoring.gates.text import names_in
from quiz.authoring.gates.truth import event_scope, quantity_of
from quiz.authoring.lists import words
from quiz.authoring.scene import Scene
from quiz.typography import fold

_TOLD = ("unnamed_subject", "aside", "clock_lead", "chronicle")
_DOUBTED = 3
_LONG_SENTENCE = 38
"""Words of a sentence from which a figure in it is hard to find again."""


def late_sentences(candidate: Candidate, scene: Scene) -> str | None:
    """A sentence from the later half of an article's news, shown with its figure left out or changed: with two or three
    of something, with a subject that the title does not know, or with three doubts of any kind, nobody wants it back.
    « Les habitants découvrirent les corps de _____ marins »: which ones? One of the first sentences is let through."""
    quantity = quantity_of(candidate.fact)
    seen = candidate.fact.features
    if quantity is None or candidate.form not in ("cloze", "true-false") or seen.get("early"):
        return None
    if quantity.dimension == "count" and quantity.high <= _LISTED_AT_MOST:
        return "a few of something, late"
    found = leaning(candidate, scene)
    if not found and _stands_by_names(candidate, scene):
        return None
    if seen.get("unnamed_subject") or found.get("unnamed_subject"):
        return "a subject without a name, late"
    doubts = [name for name in _TOLD if seen.get(name)] + list(found)
    doubts += ["scope"] if event_scope(candidate, scene) else []
    doubts += ["long"] if len(candidate.fact.evidence.text.split()) >= _LONG_SENTENCE else []
    return "three doubts, late" if len(doubts) >= _DOUBTED else _away_from_the_news(candidate, scene)


def _stands_by_names(candidate: Candidate, scene: Scene) -> bool:
    """« Luc Roux est aussi condamné à _____ euros d'amende », late: a sum, a share or a number of ten and more, in a
    short sentence with a name of its own and no other figure (a share may have one); a mere number only where the
    title has the matter. « Ce sont 6 millions qui sont inscrits » and what somebody says are left."""
    quantity, seen = quantity_of(candidate.fact), candidate.fact.features
    if quantity is None or candidate.form != "cloze" or any(seen.get(name) for name in ("aside", *_TIMED)):
        return False
    large = quantity.dimension == "count" and quantity.high >= _TEN
    if not ((large and _on_title(candidate, scene)) or quantity.dimension in ("share", "money")):
        return False
    text = candidate.question.fr
    short = beside(candidate) <= (quantity.dimension == "share") and len(text.split()) < _LONG_SENTENCE
    return short and bool(names_in(text)) and not _RACED.search(text) and not _LOOSE.search(text)


_TEN = 10
_TIMED = ("clock_lead", "chronicle")
_RACED = re.compile(r"\b(?:places?|arrêts|points|tirs|touches|buts|peloton|podium|écart)\b")
"""The course of a match or a race, of which nobody keeps the figures in passing."""
_LOOSE = re.compile(
    r"«|^(?:Ce sont|C['’]est|Pour rappel|Les chiffres|À sa|Leur)\b|\b(?:jugée?s|à sa surface|leurs?)\b"
    r"|\b(?:celui|celle|ceux|auquel)\b"
)
"""Somebody's words, and what leans on the sentence before."""
_LISTED_AT_MOST = 5
_LATER_HALF = 0.5
"""Part of an article behind which strangers kept little more than half the figures left out or changed."""


def _away_from_the_news(candidate: Candidate, scene: Scene) -> str | None:
    """In the later half only a figure by itself in a sentence on what the title speaks of is worth leaving out, and a
    share alone worth changing; before that, a figure left out stands beside no other and is about the title's matter.
    « À Metz, un hangar avait brûlé » under « Vaugris : la fête du bois » is an aside."""
    fact = candidate.fact
    share = (quantity := quantity_of(fact)) is not None and quantity.dimension == "share"
    titled = _on_title(candidate, scene)
    if fact.evidence.start > _LATER_HALF * len(scene.article.text):
        if not (titled and fact.features.get("alone")):
            return "in the later half"
        return "changed in the later half" if candidate.form == "true-false" and not share else None
    if candidate.form != "cloze":
        return None
    if beside(candidate) and not fact.features.get("alone"):
        return "beside another figure, not early"
    return None if titled or fact.features.get("named_subject") else "not of the title's matter"


def _on_title(candidate: Candidate, scene: Scene) -> bool:
    """Does the sentence share a full word with the topic line?"""
    above = {w for w in re.findall(r"[a-z]{4,}", fold(scene.topic(candidate))) if w not in words("empty")}
    return bool(above & set(re.findall(r"[a-z]{4,}", fold(candidate.question.fr))))


_SLIPS = (
    (
        re.compile(r"^(?:La|Une|L['’](?:explosion|attaque|augmentation|opération)) [^.]* est dû\b"),
        "« est dû » of a feminine",
    ),
    (re.compile(r"\bpersonnes ont augmenté le nombre\b"), "people who raise a number"),
)
_PARTED = re.compile(
    r"^(?:Une?|L[ae]s?|L['’]\w+) (?!\d)[^,;:()«»]{12,90}, "
    r"(?:a|ont|est|sont|était|étaient|avait|avaient|\w{4,}(?:ait|aient)) "
)
_OPENS_TIME = re.compile(
    r"^(?:L[ae]|L['’]an) ?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|jour|lendemain|veille"
    r"|année|mois)\b"
)


def shown_slips(candidate: Candidate, scene: Scene) -> str | None:
    """A sentence of the article shown as it is, with a slip no editor lets through: « Un groupe de douze marcheurs, a
    atteint le col » parts the subject from its verb, « L'explosion est dû à une fuite » does not agree."""
    del scene
    if candidate.form not in ("cloze", "true-false") or quantity_of(candidate.fact) is None:
        return None
    text = candidate.question.fr
    for slip, name in _SLIPS:
        if slip.search(text):
            return name
    parted = _PARTED.match(text) and not _OPENS_TIME.match(text)
    return "a comma between subject and verb" if parted else None


_DOUBTS = ("aside", "unnamed_subject", "leans_definite", "leans_demonstrative", "no_scope")


def late_doubt(candidate: Candidate, doubts: Mapping[str, float]) -> dict[str, float]:
    """What weighs on a figure beside its own features: a doubt told late in the article (what « le navire » is, the
    first sentences have said along with the title), and the other figures shown beside it."""
    seen = candidate.fact.features
    if quantity_of(candidate.fact) is None:
        return {}
    more = {"beside": float(beside(candidate))} if beside(candidate) else {}
    late = not seen.get("early") and any(doubts.get(name) or seen.get(name) for name in _DOUBTS)
    return more | ({"late_doubt": 1.0} if late else {})
