"""Frames of counts that are the subject of their own clause, outside the plain main clause: « ce sont six usines qui
ferment », « il a déclaré que six passants… », « où 400 marcheurs… », « 411 kg de cannelle ont été saisis ».

See `value_frames` for what the pieces mean. Refuses a doubt, a denial and a count of « others ».
"""

from __future__ import annotations

import re

from quiz.facts.clause_pieces import following, piece
from quiz.facts.clauses import Shape
from quiz.facts.fact import Frame
from quiz.facts.frame_subjects import known_subject, lead_of, stated
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_pronouns import restored, verb_and_rest
from quiz.facts.value_who import counts_others, noun_start, without_brackets
from quiz.facts.value_words import words

NO_FRAME = Frame()


def cleft(m: Measure, context: Context) -> Frame:
    """« Ce sont six usines qui ferment à Metz » says that six usines ferment."""
    shape = m.shape
    if m.quantity.dimension != "count" or m.noun is None or counts_others(m):
        return NO_FRAME
    is_it = next((g for g in shape.groups if g.stop <= m.first and m.first - g.stop <= 2), None)
    if is_it is None or shape.tokens[is_it.finite].lower_ not in ("sont", "est", "étaient", "était"):
        return NO_FRAME
    opens = is_it.first - 1 if shape.tokens[is_it.first].lower_ not in ("ce", "c'") else is_it.first
    if opens < 0 or shape.tokens[opens].lower_ not in ("ce", "c'"):
        return NO_FRAME
    who = next((i for i in range(m.noun + 1, len(shape.cats)) if shape.tokens[i].lower_ == "qui"), None)
    group = next((g for g in shape.groups if who is not None and g.first == who + 1), None)
    if who is None or group is None or not stated(group) or group.number != "p":
        return NO_FRAME
    if not set(shape.cats[m.noun : who]) <= {"noun", "name", "adj", "adp", "det", "part"}:
        return NO_FRAME
    lead = lead_of(shape, opens)
    if lead is None:
        return NO_FRAME
    population = piece(shape, range(noun_start(m), who))
    verb, rest, whole = verb_and_rest(shape, group, context)
    return Frame(
        construction="count-subject",
        lead=lead.text,
        verb=verb.text,
        rest=rest.text,
        population=population.text,
        resolved=all(p.stands for p in (lead, population, verb, rest)),
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )


def reported(m: Measure, context: Context) -> Frame:
    """« Un porte-parole de la police a déclaré que six passants ont été blessés »: so many, according to him."""
    shape, group = m.shape, m.group
    if m.place != "subject" or group is None or not stated(group) or m.noun is None or counts_others(m):
        return NO_FRAME
    share = m.quantity.dimension == "share" and m.quantity.unit == "percent"
    if not (share or m.quantity.dimension == "count") or group.number != "p" or m.first < 3:
        return NO_FRAME
    said = next((g for g in shape.groups if g.stop == m.first - 1), None)
    if shape.tokens[m.first - 1].lower_ not in ("que", "qu'") or said is None or said.negated or said.mood == "cond":
        return NO_FRAME
    teller = known_subject(m, said, context) if said.lemma in words("saying_verbs") else None
    if teller is None or teller.text in ("il", "elle", "ils", "elles", "on", "cela"):
        return NO_FRAME
    start = m.stop if share else noun_start(m)
    population = piece(shape, without_brackets(shape, start, m.phrase_stop))
    verb, rest, whole = verb_and_rest(shape, group, context)
    apposed = _name_before(shape, said.first)
    source = f"selon {teller.text}" + (f", {apposed}" if apposed and apposed not in teller.text else "")
    lead = ", ".join(text for text in (source, teller.lead.text) if text)
    return Frame(
        construction="share-of" if share else "count-subject",
        lead=lead,
        verb=verb.text,
        rest=rest.text,
        population=population.text,
        resolved=teller.stands and teller.lead.stands and all(p.stands for p in (population, verb, rest)),
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )


_TELLING = 4
"""Words after a verb from which what it says is known without its place."""


def where_clause(m: Measure, context: Context) -> Frame:
    """« …, où environ 400 marcheurs demandaient le départ du maire »: a clause that only says where."""
    shape, group = m.shape, m.group
    if m.place != "subject" or group is None or not stated(group) or m.noun is None or counts_others(m):
        return NO_FRAME
    if (
        m.quantity.dimension != "count"
        or group.number != "p"
        or m.first < 2
        or shape.tokens[m.first - 1].lower_ != "où"
    ):
        return NO_FRAME
    population = piece(shape, without_brackets(shape, noun_start(m), m.phrase_stop))
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, whole = following(shape, group.stop)
    rest = restored(shape, tokens, context, group.number)
    told = len(tokens) > _TELLING and "verb" not in {shape.cats[i] for i in tokens}
    if not told:
        return NO_FRAME  # « où une centaine de joueurs s'affrontent »
    return Frame(
        construction="count-subject",
        verb=verb.text,
        rest=rest.text,
        population=population.text,
        resolved=told and all(p.stands for p in (population, verb, rest)),
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )


_UNITS = ("mass", "volume", "area")


def unit_subject(m: Measure, context: Context) -> Frame:
    """« 411 kg de cannelle ont été saisis à Metz en 2015 »: so many kilograms of it."""
    shape = m.shape
    if m.quantity.dimension not in _UNITS or m.preposition or m.quantity.hedge or m.stop + 1 >= len(shape.cats):
        return NO_FRAME
    if shape.tokens[m.stop].lower_ not in ("de", "d'") or shape.cats[m.stop + 1] not in ("noun", "name"):
        return NO_FRAME
    population, core = counted_core(m)
    group = shape.group_of(core)
    unit = re.sub(r"^.*\d\W*", "", m.quantity.text)
    if group is None or group.first != core or not stated(group) or group.number != "p" or not unit.isalpha():
        return NO_FRAME
    lead = lead_of(shape, m.first)
    if lead is None:
        return NO_FRAME
    verb, rest, whole = verb_and_rest(shape, group, context)
    linked = shape.text(m.stop, m.stop + 1)
    joined = f"{unit} {linked}{'' if linked.endswith(chr(39)) else ' '}{population.text}"
    return Frame(
        construction="count-subject",
        lead=lead.text,
        verb=verb.text,
        rest=rest.text,
        population=joined,
        resolved=all(p.stands for p in (lead, population, verb, rest)),
        time="" if whole else "cut",
    )


def _name_before(shape: Shape, verb: int) -> str:
    """« le chef de police, *Luc Roux*, a déclaré »: the name set apart before a verb, or ""."""
    if verb < 3 or shape.cats[verb - 1] != "comma":
        return ""
    first = verb - 1
    while first > 0 and shape.cats[first - 1] == "name":
        first -= 1
    return shape.text(first, verb - 1) if first < verb - 1 and shape.cats[first - 1] == "comma" else ""
