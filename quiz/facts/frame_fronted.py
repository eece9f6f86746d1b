"""Frames of how long, how far ahead or how high something was done, where an object or a place stands between the verb
and the figure: « remporte son premier titre en 5 h 18 », « s'impose avec deux minutes d'avance sur sa rivale ».

Comes after the stricter readings, and asks with the preposition in front. Refuses another clause, a comma or a list
between verb and figure, and a time of which only the sentences before say what it is of.
"""

from __future__ import annotations

from typing import Literal

from quiz.facts.clause_pieces import Piece, following, piece
from quiz.facts.fact import Frame
from quiz.facts.frame_subjects import known_subject, stated
from quiz.facts.measures import Measure
from quiz.facts.value_adjuncts import without_connectors
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_who import verb_pieces
from quiz.facts.value_words import words

NO_FRAME = Frame()
_TIED = frozenset({"comma", "rel", "ger", "open", "sub", "verb", "mark", "stop", "neg"})
_LONGEST = 16
"""Words between a verb and what it took."""


def fronted_frame(m: Measure, context: Context) -> Frame:
    """« En combien de temps Ada Morin a-t-elle remporté son titre ? », « Avec combien de minutes d'avance… »."""
    group, shape = m.group, m.shape
    if group is None or not stated(group) or m.place != "object" or not m.preposition or m.quantity.role:
        return NO_FRAME
    if group.tense == "fut" or m.quantity.dimension not in ("duration", "length") or m.quantity.bound == "range":
        return NO_FRAME
    population, core = counted_core(m)
    start = group.stop
    while start < m.first - 1 and (shape.cats[start] == "inf" or shape.tokens[start].lower_ in ("de", "d'", "à", "se")):
        start += 1
    if start > group.stop and shape.cats[start - 1] != "inf":
        start = group.stop
    link = m.first - 1
    between = without_connectors(shape, list(range(start, link)))
    if len(between) > _LONGEST or _TIED & {shape.cats[i] for i in between}:
        return NO_FRAME
    if any(shape.cats[i] == "inf" for i in between) or (between and shape.cats[between[-1]] in ("adp", "det", "and")):
        return NO_FRAME
    if not _asked(m, population.text, {shape.tokens[i].lower_ for i in between} | {group.lemma}):
        return NO_FRAME
    who = known_subject(m, group, context)
    if who is None:
        return NO_FRAME
    tokens, whole = following(shape, core)
    if tokens and shape.cats[tokens[0]] in ("and", "noun", "name", "num", "adj", "verb"):
        return NO_FRAME
    middle, rest = piece(shape, between, owner=group.number), piece(shape, tokens, owner=group.number)
    label = population.text
    clitics, finite, tail, _ = verb_pieces(m, group, start)
    if label.startswith(_AHEAD) and not rest.stands:
        rest = Piece("")  # « sur ses poursuivantes »
    ahead = rest.text if label.startswith(_AHEAD) else ""
    gender: Literal["m", "f", ""] = counted_gender(m)
    return Frame(
        construction="object",
        lead=who.lead.text,
        subject=who.text,
        population=f"{label} {ahead}".strip(),
        rest=" ".join(text for text in (middle.text, "" if ahead else rest.text) if text),
        resolved=who.stands and all(p.stands for p in (who.lead, population, middle, rest)),
        preposition=m.preposition,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,
        asked_gender=gender,
        verb=group.tense,
        time="" if whole else "cut",
    )


_AHEAD = ("avance", "retard", "écart")


def _asked(m: Measure, population: str, around: set[str]) -> bool:
    """Whether the preposition and the figure say how long or how far on their own: a time that a title or a race was
    won in, an advance, a height."""
    if m.quantity.dimension == "length":
        return m.preposition == "à" and population in ("altitude", "profondeur", "hauteur")
    if m.preposition == "avec":
        return population.startswith(_AHEAD)
    if m.preposition == "en":
        return not population and bool(around & words("timed_things"))
    return False


__all__ = ["fronted_frame"]
