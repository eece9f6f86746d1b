"""Gates on the choices of a question: one is right, the others could be, and nothing in their looks says which.

Each takes a candidate (its choices filled) and its scene and gives None, or a short reason to drop the candidate.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.figures import numeral_of
from quiz.authoring.gates.truth import quantity_of
from quiz.authoring.likeness import alike as looks_alike
from quiz.authoring.likeness import overlaps
from quiz.authoring.scene import Scene
from quiz.deck import Bilingual
from quiz.typography import fold

MOST = 4
"""Choices at most: half of all wrong choices are never taken, and each costs reading."""


def _wrong(candidate: Candidate) -> list[Bilingual]:
    return [choice for choice in candidate.choices if choice.fr != candidate.answer.fr]


def enough_choices(candidate: Candidate, scene: Scene) -> str | None:
    """Three choices, four at most, the key once among them."""
    del scene
    if candidate.form != "choice":
        return None
    texts = [choice.fr for choice in candidate.choices]
    if texts.count(candidate.answer.fr) != 1 or len(set(texts)) != len(texts):
        return "the key is not once among the choices"
    return None if 3 <= len(texts) <= MOST else "too few good choices"


def one_key(candidate: Candidate, scene: Scene) -> str | None:
    """No wrong choice is right in other words: une minute beside 60 secondes, Google beside Google DeepMind.

    What the deck's articles also answer to this very stem counts as right.
    """
    if candidate.form != "choice":
        return None
    right = [candidate.answer.fr, *candidate.also_true]
    others = scene.rivals.get(fold(candidate.question.fr), set())
    for choice in _wrong(candidate):
        if any(overlaps(choice.fr, true) for true in right) or fold(choice.fr) in others:
            return f"a wrong choice is right: {choice.fr}"
    return None


def alike(candidate: Candidate, scene: Scene) -> str | None:
    """Choices share their type, unit, precision and grammar: « 44 % » beside « 39 % », never beside « un tiers »."""
    del scene
    if candidate.form != "choice":
        return None
    for choice in _wrong(candidate):
        if not looks_alike(choice.fr, candidate.answer.fr):
            return f"not alike: {choice.fr}"
    return None


def plausible(candidate: Candidate, scene: Scene) -> str | None:
    """A wrong amount is within a fifth and five times the key: « 3 milliards » beside « 44 » is no choice."""
    del scene
    quantity = quantity_of(candidate.fact)
    if candidate.form != "choice" or quantity is None or not candidate.distractor_type.startswith("quantity"):
        return None
    key = numeral_of(candidate.answer.fr)
    if key is None or not key.value or quantity.dimension == "date":
        return None
    for choice in _wrong(candidate):
        other = numeral_of(choice.fr)
        if other is not None and not 0.2 <= other.value / key.value <= 5:
            return f"not plausible: {choice.fr}"
    return None


def key_length(candidate: Candidate, scene: Scene) -> str | None:
    """The key is not much the longest, nor much the shortest, of its choices (words among which one must choose)."""
    del scene
    wrong = _wrong(candidate)
    if candidate.form != "choice" or not wrong or re.search(r"\d", candidate.answer.fr):
        return None
    mean = sum(len(choice.fr) for choice in wrong) / len(wrong)
    own = len(candidate.answer.fr)
    if abs(own - mean) > 14 and not 0.4 <= own / mean <= 2.5:
        return "the key's length gives it away"
    return None
