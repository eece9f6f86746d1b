"""Frames of counts that share the verb of the count before them: « Un bilan fait état de quatre morts et 27 blessés »,
« On dénombre douze morts et au moins 36 disparus ».

Puts the second count into the frame of the first. Refuses whatever stands between the two but « et », a comma and what
bends the number, and a first count that is no frame itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quiz.facts.clause_pieces import following, piece
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure, measure
from quiz.facts.quantities import find_quantities
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_who import counts_others
from quiz.facts.value_words import words

NO_FRAME = Frame()
_SHARED = ("object", "there-are", "gerund", "amounts-to")
_HELD = frozenset({"det", "adj", "part", "adp", "and", "adv", "noun", "comma"})


def joined_frame(m: Measure, context: Context, framed: Callable[[Measure, Context], Frame]) -> Frame:
    """« … fait état de quatre morts et 27 blessés »: the frame of « quatre morts » asked of « blessés »."""
    shape = m.shape
    if m.quantity.dimension != "count" or m.noun is None or counts_others(m) or m.quantity.role or m.quantity.vague:
        return NO_FRAME
    if m.quantity.low <= _FEW and not m.quantity.digits:
        return NO_FRAME
    sentence = shape.sentence
    found = find_quantities(context.reading.article.text, sentence.start, sentence.end, m.quantity.span.source)
    before = [q for q in found if q.outer[1] <= m.quantity.outer[0]]
    first = measure(shape, before[-1]) if before else None
    if first is None or first.quantity.dimension != "count" or first.noun is None or first.quantity.role:
        return NO_FRAME
    link = m.first - (1 if m.preposition else 0) - 1
    if link <= first.noun or shape.cats[link] not in ("and", "comma") or m.preposition not in ("", first.preposition):
        return NO_FRAME
    between = range(first.noun + 1, link)
    if len(between) > _TELLING or {shape.cats[i] for i in between} - _HELD:
        return NO_FRAME
    if shape.tokens[first.noun].lower_ == shape.tokens[m.noun].lower_:
        return NO_FRAME
    frame = framed(first, context)
    if frame.construction not in _SHARED or not frame.population:
        return NO_FRAME
    if frame.construction == "amounts-to" and shape.tokens[m.noun].lower_ not in words("victim_nouns"):
        return NO_FRAME
    population, core = counted_core(m)
    tokens, whole = following(shape, core)
    if tokens and shape.cats[tokens[0]] in ("and", "noun", "name", "num", "verb"):
        return NO_FRAME
    rest = piece(shape, tokens)
    own = piece(shape, tokens).text or frame.rest
    return replace(
        frame,
        population=population.text,
        rest=own,
        resolved=frame.resolved and population.stands and rest.stands,
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )


_TELLING = 4
"""Words that may tell what the first count counts: « 12 personnes blessées et hospitalisées et 36 morts »."""
_FEW = 2
