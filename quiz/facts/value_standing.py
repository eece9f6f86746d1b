"""Frames of ages, places in a ranking and scores. See `value_frames` for what the pieces mean."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from typing import Literal

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import following, piece
from quiz.facts.fact import Frame
from quiz.facts.lexicon import is_first_name
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, Named
from quiz.facts.value_cores import core_stop
from quiz.facts.value_who import Who, verb_pieces, without_brackets
from quiz.facts.value_words import words

NO_FRAME = Frame()


def age_frame(m: Measure, named: Named, context: Context) -> Frame:
    """« Ada Morin, 41 ans, … » (age), « Ada Morin est morte à l'âge de 74 ans » (age-at)."""
    shape = m.shape
    if any(token.lower_ in words("dying") for token in shape.tokens) and not m.preposition:
        return NO_FRAME  # an age at death, said beside the name
    dead = _died_beside(m, context)
    if dead is not None:
        return dead
    if re.search(r"âgée?$", m.before(2).removesuffix(" de").removesuffix(" d'")):
        return _aged(m, context)
    if m.before(1) in (",", "(") and named.entity:
        entity = context.reading.entities.at(*shape.sentence.span([shape.tokens[m.first - 2]])) if m.first > 1 else None
        if entity is None or " " not in entity.name:
            return NO_FRAME
        if entity.kind != "person" and not (entity.kind == "other" and is_first_name(entity.name.split()[0])):
            return NO_FRAME
        pronoun: Literal["il", "elle", ""] = "elle" if entity.gender == "f" else "il" if entity.gender == "m" else ""
        return Frame(construction="age", subject=entity.name, pronoun=pronoun)
    if m.place != "object" or m.group is None:
        return NO_FRAME
    preposition = m.preposition
    first = m.first
    if m.before(4).endswith(("à l' âge de", "à l' âge d'")) or re.search(r"à l' ?âge d[e']$", m.before(5)):
        first, preposition = m.first - 4, "à"
    if preposition != "à" or m.group.lemma in words("saying_verbs") or m.group.lemma == "annoncer":
        return NO_FRAME  # « l'institut annonce sa mort à 75 ans »
    who = Who(m, m.group, context)
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not who.text or lead is None or m.governor is not None:
        return NO_FRAME
    lifeless = m.group.lemma == "être" and shape.tokens[m.group.stop].lower_ in ("mort", "morte", "décédé", "décédée")
    chain = m.group.stop + 1 if lifeless else m.group.stop  # « est mort » is read as être and an adjective
    clitics, finite, tail, _ = verb_pieces(m, m.group, chain)
    between = list(range(chain, first - (1 if first == m.first and m.preposition else 0)))
    between = [i for i in between if i in set(without_brackets(shape, between[0], between[-1] + 1))] if between else []
    if (between and shape.tokens[between[-1]].lower_ in words("dying")) or any(
        shape.cats[i] in ("rel", "part", "ger", "open") for i in between
    ):
        return NO_FRAME
    tokens, whole = following(shape, m.stop)
    middle, rest = (
        piece(shape, between, owner=m.group.number if m.group is not None else ""),
        piece(shape, tokens, owner=m.group.number if m.group is not None else ""),
    )
    return Frame(
        construction="age-at",
        lead=lead.text,
        subject=who.text,
        rest=" ".join(t for t in (middle.text, rest.text) if t),
        resolved=who.stands
        and (middle.stands or _ON_A_DAY.match(middle.text) is not None)
        and rest.stands
        and lead.stands,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        time="" if whole else "cut",
    )


_ON_A_DAY = re.compile(r"ce \d{1,2} \w+$")
"""« ce 27 décembre » is a day like any other."""


def died_at(m: Measure) -> bool:
    """« est mort, jeudi 3 août, à 81 ans »: years that are an age, since somebody died at them."""
    group, shape = m.group, m.shape
    if group is None or m.preposition != "à" or m.quantity.unit != "year" or not 5 <= m.quantity.high <= 122:
        return False
    after = shape.tokens[group.stop].lower_ if group.stop < m.first else ""
    said = {str(shape.tokens[group.main].lower_), str(after)}
    return group.lemma in ("mourir", "décéder") or bool(
        said & {"mort", "morte", "décédé", "décédée", "éteint", "éteinte"}
    )


def _died_beside(m: Measure, context: Context) -> Frame | None:
    """« Ada Morin, décédée en 1977 à 93 ans »: at what age, of the name the participle stands beside."""
    shape = m.shape
    if m.preposition != "à":
        return None
    start = next((i for i in range(m.first - 2, max(-1, m.first - 9), -1) if shape.cats[i] == "comma"), None)
    if start is None or start < 1 or shape.tokens[start + 1].lower_ not in ("décédé", "décédée", "mort", "morte"):
        return None
    before = shape.tokens[start - 1]
    entity = context.reading.entities.at(shape.sentence.at(before), shape.sentence.end_of(before))
    if entity is None or entity.kind != "person" or " " not in entity.name:
        return None
    rest = piece(shape, range(start + 2, m.first - 1))
    word = shape.tokens[start + 1].text
    return Frame(
        construction="age-at",
        subject=entity.name,
        rest=rest.text,
        resolved=rest.stands,
        finite="est",
        tail=word,
        pronoun="elle" if word.endswith("e") else "il",
    )


def _aged(m: Measure, context: Context) -> Frame:
    """« Ada Morin, âgée de 41 ans, », « âgée de 41 ans, Ada Morin… »: the person named right beside it."""
    sentence = m.shape.sentence
    start, end = m.quantity.outer
    near = [
        x
        for x in context.reading.entities.within(start - 60, end + 40)
        if x.start >= sentence.start and x.end <= sentence.end
    ]
    near = [x for x in near if not x.depends]
    people = [
        x
        for x in near
        if x.entity.kind == "person" and " " in x.entity.name and (start - x.end < 24 or 0 < x.start - end < 8)
    ]
    if len({x.entity.name for x in people}) != 1:
        return NO_FRAME
    entity = people[0].entity
    pronoun: Literal["il", "elle", ""] = "elle" if entity.gender == "f" else "il" if entity.gender == "m" else ""
    return Frame(construction="age", subject=entity.name, pronoun=pronoun)


def rank_frame(m: Measure, context: Context) -> Frame:
    """« S a terminé troisième au Ballon d'Or », « S finit à la 5e place du classement »."""
    shape = m.shape
    noun = shape.tokens[m.stop].lower_ if m.stop < len(shape.tokens) else ""
    if noun not in ("place", "rang", "position", "marche"):
        return _adverbial(m, context, "rank", words("ranking_verbs"), {"à", "la", "en", "au", "le", "une"})
    stop = core_stop(shape, m.stop)
    frame = _adverbial(m, context, "rank", None, words("before_places"), stop)
    if not frame.construction:
        return frame
    i = m.first - 1
    while i > 0 and shape.cats[i] in ("det", "adj"):
        i -= 1
    word = shape.tokens[i].lower_
    contracted = shape.tokens[m.first - 1].lower_
    preposition = (
        "à" if contracted in ("au", "aux") or word in ("au", "à", "en") else word if shape.cats[i] == "adp" else ""
    )
    rest = frame.rest
    for opening in ("à", "au", "en", "sur", "aux", "dans"):
        rest = re.sub(rf"^{opening}(?=\s|$)\s?", "", rest) if preposition and rest.split(" ")[0] == opening else rest
    return replace(frame, population=shape.text(m.stop, stop), preposition=preposition, rest=rest)


def score_frame(m: Measure, context: Context) -> Frame:
    """« Lyon a battu Metz 3-1 », « Metz s'incline (0-2) à domicile »."""
    return _adverbial(m, context, "score", words("scoring_verbs"), {"par", "sur", "le", "score", "de", "(", ")", "un"})


def _adverbial(
    m: Measure,
    context: Context,
    construction: str,
    verbs: frozenset[str] | None,
    dropped: Set[str],
    after: int | None = None,
) -> Frame:
    group, shape = m.group, m.shape
    assert group is not None
    if m.governor is not None or (verbs is not None and group.lemma not in verbs):
        return NO_FRAME
    who = Who(m, group, context)
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not who.text or lead is None:
        return NO_FRAME
    between = list(range(group.stop, m.first))
    while between and shape.tokens[between[-1]].lower_ in dropped:
        between.pop()
    commas = [i for i in between if shape.cats[i] == "comma"]
    if len(commas) == 2:
        between = [i for i in between if i not in commas]
    if any(shape.cats[i] in ("comma", "rel", "part", "ger", "open", "and") for i in between):
        return NO_FRAME
    start = m.stop if after is None else after
    if start < len(shape.tokens) and shape.tokens[start].text == ")":
        start += 1
    tokens, whole = following(shape, start)
    clitics, finite, tail, _ = verb_pieces(m, group, group.stop)
    middle, rest = (
        piece(shape, between, owner=m.group.number if m.group is not None else ""),
        piece(shape, tokens, owner=m.group.number if m.group is not None else ""),
    )
    return Frame(
        construction=construction,
        lead=lead.text,
        subject=who.text,
        rest=" ".join(t for t in (middle.text, rest.text) if t),
        resolved=who.stands and middle.stands and rest.stands and lead.stands,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        time="" if whole else "cut",
    )
