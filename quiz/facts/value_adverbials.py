"""Figures beside a clause: before it, in a quoted end of it, said with another measure, from one time to the next.

The last resorts of `value_naming`: each refuses what it was not made for.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import shape as shape_of
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, Named, subject_span
from quiz.facts.value_dimensions import measuring
from quiz.facts.value_holders import leads_in
from quiz.facts.value_owners import subject_of
from quiz.facts.value_phrases import bare, complement, joined, said, which
from quiz.facts.value_portions import predicate
from quiz.facts.value_words import words


def fronted(m: Measure, context: Context) -> Named | None:
    """« Au bout de 18 mois, l'application disparaît », « En cinq minutes, j'ai fini »: a figure before its clause."""
    shape, link = m.shape, leads_in(m)
    if not link or m.noun is not None:
        return None
    first = m.first - len(link.split())
    opening = shape.tokens[first - 3].lower_ if first > 2 else ""
    if first > 0 and shape.tokens[first - 1].lower_ in ("maximum", "minimum", "moyenne") and opening in ("en", "dans"):
        first, link = first - 3, opening  # « en un maximum de deux minutes »
    if first > 0 and shape.cats[first - 1] not in ("comma", "mark", "stop", "sub", "and"):
        return None
    group = next((g for g in shape.groups if g.first > m.stop and not g.inverted), None)
    if group is None or "sub" in shape.cats[m.stop : group.first] or group.first - m.stop > 16:
        return None
    subject, span, resolved, sure = subject_of(m, group, context)
    if span is None or span[0] < m.stop:
        return None
    word, gender = measuring(m, link)
    who = said(shape, range(*span)) if span[1] - span[0] <= 8 else ""
    if not who:
        return None
    label = f"{word} {which(link, gender, False)} {who} {predicate(m, group)}".replace("' ", "'")
    return Named("fronted", context.standing(subject), label, 0.65 if sure else 0.5, {}, span, resolved)


def since(m: Measure, context: Context) -> Named | None:
    """« Cela fait 40 ans que la ville est jumelée à Metz »: how long something has been so."""
    shape = m.shape
    if m.quantity.dimension != "duration" or not re.search(
        r"\b(?:cela|ça) (?:fait|faisait|fera)(?: \w+)?$", m.before(3)
    ):
        return None
    group = next((g for g in shape.groups if g.first > m.stop), None)
    if group is None or shape.tokens[m.stop].lower_ not in ("que", "qu'"):
        return None
    subject, span, resolved, sure = subject_of(m, group, context)
    label = joined("durée depuis laquelle", said(shape, range(m.stop + 1, group.first)), predicate(m, group))
    if not subject:
        return None
    return Named("since", context.standing(subject), label, 0.65 if sure else 0.5, {}, span, resolved)


def fragment(m: Measure, context: Context) -> Named | None:
    """« Le remède est « vendu 41 000 euros » »: a measure in words the reporter quotes as the end of his own clause."""
    if context.sentence is None or m.shape.sentence is context.sentence or m.noun is not None:
        return None
    outer, start = shape_of(context.sentence), m.quantity.outer[0]
    group = next((g for g in reversed(outer.groups) if context.sentence.at(outer.tokens[g.first]) < start), None)
    span = subject_span(outer, group) if group is not None else None
    if span is None or outer.tokens[span[0]].lower_ in words("pronouns") | words("relatives"):
        return None
    word = measuring(m)[0]
    label = f"{word} ({said(m.shape, range(m.first))})" if 0 < m.first < 8 else word
    return Named("quoted", context.standing(bare(said(outer, range(*span)))), label, 0.45)


def every(m: Measure, context: Context) -> Named | None:
    """« un phénomène qui ne se produit qu'une fois tous les 40 ans »: how long from one time to the next."""
    shape = m.shape
    if m.quantity.dimension != "duration" or not re.search(r"\bfois tou(?:s|tes)(?: les)?$", m.before(3)):
        return None
    group = next((g for g in reversed(shape.groups) if g.stop <= m.first), None)
    if group is None:
        return None
    subject, span, resolved, _ = subject_of(m, group, context)
    return Named("every", context.standing(subject), "intervalle entre deux fois", 0.6, {}, span, resolved)


def alongside(m: Measure, context: Context) -> Named | None:
    """« filme en 1080p et à 30 images par seconde »: another measure of what was just measured."""
    shape, i = m.shape, m.first - 1 - bool(m.preposition)
    if context.last is None or m.noun is not None or i < 1 or shape.tokens[i].lower_ not in ("et", ","):
        return None
    last, named = context.last
    if last.shape is not shape or any(cat in ("verb", "stop", "sub") for cat in shape.cats[last.stop : i]):
        return None
    if last.quantity.dimension == m.quantity.dimension or m.quantity.dimension in ("count", "share", "duration"):
        return None
    rest = said(shape, complement(shape, m.stop))
    return Named("attached", named.entity, joined(measuring(m)[0], rest), 0.5, {}, named.subject)
