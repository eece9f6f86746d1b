"""Whom the pronoun that opens a figure's sentence stands for, so that the sentence can be shown without the ones before
it: « Il a remporté neuf titres » is « Ada Morin a remporté neuf titres ».

Only where the article makes it sure; what stays unsure is marked, and nothing is replaced inside quotation marks.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import Shape
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, subject_span
from quiz.facts.value_subjects import resolve_pronoun
from quiz.facts.value_words import words

Restated = tuple[tuple[int, int, str], ...]
"""What to put instead of the article's characters from, to: (start, end, name)."""


def restated(m: Measure, context: Context) -> Restated:
    """The first subject pronoun of the sentence with the name it stands for, where no name of the sentence is before
    it."""
    i = opening_pronoun(m.shape)
    if i is None:
        return ()
    name = resolve_pronoun(m, i, context)
    if name is None or not re.match(r"[A-ZÀ-Þ]", name):
        return ()
    token = m.shape.tokens[i]
    return ((m.shape.sentence.at(token), m.shape.sentence.end_of(token), name),)


def opening_pronoun(shape: Shape) -> int | None:
    """The token of the first verb's subject, where it is « il » or « elle » and stands for somebody or something."""
    for group in shape.groups:
        span = subject_span(shape, group)
        if span is None or span[1] - span[0] != 1:
            if span is not None and any(shape.cats[i] == "name" for i in range(*span)):
                return None
            continue
        word = shape.tokens[span[0]].lower_
        leaning = [shape.tokens[k].lower_ for k in range(group.first, group.finite)]
        there = (group.lemma == "avoir" and "y" in leaning) or group.lemma in words("impersonal_verbs")
        if word in ("il", "elle", "ils", "elles") and not (word == "il" and (there or _says_that(shape, group.stop))):
            return span[0]
        if word not in words("pronouns"):
            return None
    return None


def _says_that(shape: Shape, stop: int) -> bool:
    """« il est possible que », « il est prévu de »: nobody."""
    ahead = [t.lower_ for t in shape.tokens[stop : stop + 3]]
    return any(word in ("que", "qu'", "de", "d'") for word in ahead[:2]) and shape.tokens[stop - 1].lower_ in (
        "est",
        "était",
        "possible",
        "prévu",
        "question",
    )


def loose_possessive(shape: Shape) -> bool:
    """« 77 % des électeurs étaient favorables à son départ »: whose, another sentence says."""
    for i, token in enumerate(shape.tokens):
        if token.lower_ not in ("son", "sa", "ses") or shape.cats[i] != "det":
            continue
        before = range(i)
        owner = any(shape.cats[k] == "name" for k in before) or any(
            shape.tokens[k].lower_ in ("le", "la", "l'", "un", "une", "du", "au", "chaque") for k in before
        )
        if not owner:
            return True
    return False
