"""The gate on sentences from late in an article that are shown with their figure left out or changed.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows the doubts that the
ranker weighs one by one; refuses what has too many of them at once.
"""

from __future__ import annotations

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.context import leaning
from quiz.authoring.gates.truth import event_scope, quantity_of
from quiz.authoring.scene import Scene

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
    if seen.get("unnamed_subject") or found.get("unnamed_subject"):
        return "a subject without a name, late"
    doubts = [name for name in _TOLD if seen.get(name)] + list(found)
    doubts += ["scope"] if event_scope(candidate, scene) else []
    doubts += ["long"] if len(candidate.fact.evidence.text.split()) >= _LONG_SENTENCE else []
    return "three doubts, late" if len(doubts) >= _DOUBTED else None


_LISTED_AT_MOST = 5
