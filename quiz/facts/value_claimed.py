"""Figures that a conditional or a denial does not take away: « Selon la mairie, 300 marcheurs auraient été blessés » is
asked with its source and its conditional, « 59 % des Lensois n'ont pas voté » with its denial, « n'atteint que 41 % »
without its limit.

Knows the verb of a figure and the source in its sentence; refuses a conditional of which nobody is named, and whatever
is only possible, due or supposed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.fact import Modality
from quiz.facts.measures import Measure, only_that
from quiz.facts.value_context import Context

_SOURCE = re.compile(
    r"\b(?:[Ss]elon|[Dd]['’]après) (?!(?:lui|elle|eux|elles|ses|ces|cet|cette|ce|son|sa|leurs?|certaine?s?|plusieurs"
    r"|quelques|divers\w*|une? source|des|les premiers|toute)\b)(?P<who>(?:l[ae]s? |l['’] ?|un[e]? )?\w+)"
)
_LEAST = 3
"""Words of a name or a body that is worth calling a source."""
_ONLY_POSSIBLE = frozenset({"pouvoir", "devoir", "falloir", "vouloir", "aimer", "souhaiter", "risquer", "permettre"})
_SUPPOSED = re.compile(r"\b(?:si |s['’]il|au cas où|en cas d|à condition|si l['’]on)", re.IGNORECASE)


def as_stated(m: Measure, context: Context) -> Measure:
    """The figure with a verb that counts as stated, where a source vouches for its conditional or where the denial is
    part of what is counted; else as it was."""
    group = m.group
    if group is None:
        return m
    if group.mood == "cond" and vouched(m, context):
        return replace(m, group=replace(group, mood="ind"))
    if m.place == "object" and only_that(m.shape, group, m.first) is not None and group.mood != "cond":
        return replace(m, group=replace(group, negated=False))
    return replace(m, group=replace(group, negated=False)) if counts_deniers(m) else m


def vouched(m: Measure, context: Context) -> bool:
    """« Selon la mairie, 300 marcheurs auraient été blessés », « Luc Roux aurait touché, selon Le Soir, 300 euros »."""
    group, sentence = m.group, m.shape.sentence
    if group is None or group.mood != "cond" or group.lemma in _ONLY_POSSIBLE or group.negated:
        return False
    text = context.reading.flat[sentence.start : sentence.end]
    source = _SOURCE.search(text)
    return source is not None and _SUPPOSED.search(text) is None and len(source["who"]) >= _LEAST


def counts_deniers(m: Measure) -> bool:
    """« 59 % des Lensois n'ont pas été convaincus »: so many are not, and nobody denies the number."""
    group = m.group
    if group is None or not group.negated or m.place != "subject" or group.mood == "cond":
        return False
    if m.quantity.dimension not in ("share", "count") or m.quantity.vague or m.first < m.start:
        return False
    denied = [m.shape.tokens[i].lower_ for i in range(group.first, min(group.stop + 2, len(m.shape.tokens)))]
    return "pas" in denied and "que" not in denied


def claimed_modality(m: Measure, modality: Modality) -> Modality:
    """The modality of a figure whose own verb is denied as a part of what is counted: it is stated."""
    if modality == "denied" and counts_deniers(m):
        return "asserted"
    return modality
