"""Frames of figures whose clause the strict readings leave: a long subject, a clause with « qui », « ce sont 12 usines
qui ferment », « …, tuant 12 passants », « à quinze reprises », « par 385 voix ».

Comes after all other readings. See `value_frames` for what the pieces of a frame mean. Refuses a clause with another
clause, a list or a bracket between its verb and its figure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.clause_pieces import following, gender_of, piece
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.frame_counts import cleft, reported, unit_subject, where_clause
from quiz.facts.frame_results import by_getting, having, late, opening_measure, result, subject_holding
from quiz.facts.frame_subjects import MIDDLE, Subject, clause_subject, known_subject, object_of, stated
from quiz.facts.measures import Measure
from quiz.facts.value_adjuncts import says_where_or_how, time_first, without_connectors
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core
from quiz.facts.value_who import counts_others, verb_pieces
from quiz.facts.value_words import words
from quiz.facts.verbs import verb_forms

NO_FRAME = Frame()


def loose_frame(m: Measure, context: Context) -> Frame:
    """The first of these readings that the clause allows."""
    if m.quantity.role or m.quantity.vague or m.shape.sentence.masks(m.shape.tokens[m.first]):
        return NO_FRAME
    for read in _READINGS:
        frame = read(m, context)
        if frame.construction:
            return frame
    return NO_FRAME


def _clause(m: Measure, context: Context) -> Frame:
    """« Un homme armé d'un couteau a blessé sept passants à Metz »: subject, verb, figure, rest."""
    group, shape = m.group, m.shape
    if group is None or not stated(group) or m.place != "object":
        return NO_FRAME
    if m.quantity.dimension not in ("count", "money", "length", "area", "mass", "share"):
        return NO_FRAME
    if m.noun is not None and counts_others(m):
        return NO_FRAME
    if m.quantity.dimension in ("count", "share") and m.noun is None:
        return NO_FRAME
    if m.quantity.dimension == "share" and m.quantity.unit != "percent" and m.after() not in ("de", "d'", "des", "du"):
        return NO_FRAME  # « un neuvième titre »
    if (m.governor is not None and m.governor >= group.stop) or m.preposition not in ("", "dans", "sur", "à", "avec"):
        return NO_FRAME
    if m.preposition in ("à", "avec") and not _costs_lives(m) and not _with_votes(m):
        return NO_FRAME
    if m.first > 0 and shape.tokens[m.first - 1].lower_ in ("le", "la", "les", "du", "au", "ses", "leurs"):
        return NO_FRAME
    if group.lemma == "être" and not m.preposition:
        return NO_FRAME
    between = without_connectors(shape, list(range(group.stop, m.first - (1 if m.preposition else 0))))
    when = between[: time_first(shape, between)]
    between = between[len(when) :]
    voted = _with_votes(m) and not {"comma", "rel", "verb", "ger", "num", "sub", "open"} & {
        shape.cats[i] for i in between
    }
    if between and not _costs_lives(m) and not voted and not _complements(shape, between):
        return NO_FRAME
    who = known_subject(m, group, context) if m.governor is None else clause_subject(m, group, context)
    if who is None:
        return NO_FRAME
    return object_of(m, group, who, [*when, *between], m.preposition)


def _costs_lives(m: Measure) -> bool:
    """« a coûté la vie à douze passants »."""
    return m.preposition == "à" and m.before(3).removesuffix(" à").endswith("la vie")


def _with_votes(m: Measure) -> bool:
    """« a été élue présidente avec 55 % des suffrages »."""
    noun = m.shape.tokens[m.noun].lower_ if m.noun is not None else ""
    return m.preposition == "avec" and noun in ("voix", "suffrages", "votes")


def _complements(shape: Shape, between: list[int]) -> bool:
    """« a blessé *au couteau, vers minuit* six passants »: how, when and where, and nothing that is acted upon."""
    if says_where_or_how(shape, between):
        return True
    first = shape.tokens[between[0]].lower_
    opens = shape.cats[between[0]] == "adp" and first not in ("de", "d'", "du", "des")
    timed = first in ("cette", "ce", "chaque") and shape.tokens[between[0] + 1].lower_ in words("time_words")
    if len(between) > MIDDLE or not (opens or timed or shape.cats[between[0]] == "adv"):
        return False
    if shape.cats[between[-1]] in ("adp", "det"):
        return False
    return not {"comma", "rel", "part", "ger", "open", "num", "and", "verb", "inf", "sub", "mark"} & {
        shape.cats[i] for i in between
    }


def _second_verb(m: Measure, context: Context) -> Frame:
    """« Elle a réuni 300 marcheurs et fait douze blessés », « Un homme entre dans la gare et tue 19 voyageurs »: the
    second of two verbs that share a subject, and an auxiliary."""
    group, shape, i = m.group, m.shape, m.governor
    if group is None or i is None or not stated(group) or m.preposition or m.quantity.dimension != "count":
        return NO_FRAME
    others = m.after() in ("autres", "autre") and (m.noun is None or m.noun > m.stop + 1)
    if not others and (m.noun is None or counts_others(m)):
        return NO_FRAME
    if i != m.first - 1 or i < 2 or shape.cats[i - 1] not in ("and", "comma"):
        return NO_FRAME
    if {"rel", "sub", "stop", "ger"} & set(shape.cats[group.stop : i]):
        return NO_FRAME
    word = shape.tokens[i].text
    shared = group.auxiliary == "avoir" and shape.cats[i] == "part" and re.search(r"(?:é|i|u|t|s)$", word)
    form = next(
        (f for f in verb_forms(word) if f.mood == "ind" and f.tense == "pres" and f.number == group.number), None
    )
    if not shared and (form is None or group.tense != "pres" or group.auxiliary):
        return NO_FRAME
    who = known_subject(m, group, context)
    if who is None:
        return NO_FRAME
    frame = object_of(m, group, who, [], "") if not others else _of_others(m, group, who)
    if not frame.construction:
        return NO_FRAME
    if not shared:
        return replace(frame, clitics="", finite=word, tail="", participle="")
    finite = shape.tokens[group.finite].text
    return replace(frame, clitics="", finite=finite, tail=word, participle=word)


def _of_others(m: Measure, group: VerbGroup, who: Subject) -> Frame:
    """« a tué 91 passagers et blessé 150 autres à Metz »: of the same noun."""
    shape = m.shape
    before = [i for i in range(group.stop, m.first) if shape.cats[i] == "noun" and shape.cats[i - 1] in ("num", "adp")]
    if not before or not shape.tokens[before[0]].lower_.endswith("s"):
        return NO_FRAME
    tokens, whole = following(shape, m.stop + 1)
    rest = piece(shape, tokens, owner=group.number)
    gender = gender_of(shape, before[0])
    return Frame(
        construction="object",
        lead=who.lead.text,
        subject=who.text,
        population=shape.tokens[before[0]].text,
        rest=rest.text,
        resolved=who.stands and who.lead.stands and rest.stands and bool(gender),
        pronoun=who.pronoun,
        asked_gender=gender,
        verb=group.tense,
        time="" if whole else "cut",
    )


def _times(m: Measure, context: Context) -> Frame:
    """« La sonde Filou a survolé Vaugris à quinze reprises », « … trois fois »: how often."""
    shape, group = m.shape, m.group
    if group is None or not stated(group) or m.place != "object":
        return NO_FRAME
    reprises = m.noun is not None and shape.tokens[m.noun].lower_ == "reprises" and m.preposition == "à"
    fois = m.quantity.dimension == "factor" and not m.preposition
    stop = m.noun + 1 if reprises and m.noun is not None else m.stop
    after = shape.tokens[stop].lower_ if stop < len(shape.tokens) else "."
    if not (reprises or fois) or after in (
        "plus",
        "moins",
        "le",
        "la",
        "l'",
        "les",
        "supérieur",
        "supérieure",
        "par",
        "de",
    ):
        return NO_FRAME
    governor = m.governor
    if governor is not None and governor >= group.stop:
        return NO_FRAME
    who = known_subject(m, group, context)
    if who is None:
        return NO_FRAME
    between = range(group.stop, m.first - (1 if m.preposition else 0))
    if {"comma", "rel", "ger", "open", "sub"} & {shape.cats[i] for i in between}:
        return NO_FRAME
    tokens, whole = following(shape, stop)
    if not tokens and stop < len(shape.cats) and shape.cats[stop] == "det":
        tokens, whole = following(shape, stop)
    middle, rest = piece(shape, list(between), owner=group.number), piece(shape, tokens, owner=group.number)
    clitics, finite, tail, _ = verb_pieces(m, group, group.stop)
    return Frame(
        construction="object",
        lead=who.lead.text,
        subject=who.text,
        population="fois",
        rest=" ".join(text for text in (middle.text, rest.text) if text),
        resolved=who.stands and who.lead.stands and middle.stands and rest.stands,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,
        asked_gender="f",
        verb=group.tense,
        time="" if whole else "cut",
    )


def _by_votes(m: Measure, context: Context) -> Frame:
    """« Le texte a été adopté par 385 voix contre 2 »: by how many."""
    noun = m.shape.tokens[m.noun].lower_ if m.noun is not None else ""
    if m.preposition != "par" or noun not in ("voix", "votes", "suffrages", "députés", "sénateurs", "élus"):
        return NO_FRAME
    between = m.shape.cats[m.group.stop : m.first - 1] if m.group is not None else ("rel",)
    if not stated(m.group) or {"rel", "verb", "sub"} & set(between):
        return NO_FRAME
    who = known_subject(m, m.group, context) if m.group is not None else None
    if m.group is None or who is None:
        return NO_FRAME
    return object_of(m, m.group, who, list(range(m.group.stop, m.first - 1)), "par")


_SLOPES = frozenset({"baisse", "hausse", "recul", "progression", "augmentation", "diminution", "repli", "retrait"})


def _slope(m: Measure, context: Context) -> Frame:
    """« Les exportations sont en baisse de 2 % », « Le nombre d'inscrits augmente de 93 500 »: by how much."""
    shape, group = m.shape, m.group
    if group is None or not stated(group) or m.preposition not in ("de", "d'") or m.governor is not None:
        return NO_FRAME
    if m.quantity.dimension not in ("share", "change", "money", "length", "count"):
        return NO_FRAME
    sloping = (
        group.lemma in ("être", "rester")
        and m.holder == m.first - 2
        and m.holder == group.stop + 1
        and shape.tokens[m.holder].lower_ in _SLOPES
        and shape.tokens[group.stop].lower_ == "en"
    )
    between = without_connectors(shape, list(range(group.stop, m.first - 1)))
    compared = (
        group.lemma == "être"
        and between
        and shape.tokens[between[-1]].lower_.rstrip("es") in ("supérieur", "inférieur")
    )
    changing = (
        len(between) == 1
        if compared
        else group.lemma in words("change_verbs") and all(shape.cats[i] == "adv" for i in between)
    )
    if not (sloping or changing):
        return NO_FRAME
    who = known_subject(m, group, context)
    if who is None:
        return NO_FRAME
    population, core = counted_core(m)
    tokens, whole = following(shape, core)
    tokens = [] if tokens and shape.cats[tokens[0]] == "and" else tokens
    rest = piece(shape, tokens, owner=group.number)
    clitics, finite, tail, _ = verb_pieces(m, group, m.first - 1 if sloping or compared else group.stop)
    return Frame(
        construction="change",
        lead=who.lead.text,
        subject=who.text,
        population=population.text if m.quantity.dimension == "count" else "",
        rest=rest.text,
        resolved=who.stands and who.lead.stands and rest.stands,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,
        verb=group.tense,
        time="" if whole else "cut",
    )


_LEADING = frozenset({"devancer", "dépasser", "battre", "distancer"})


def _ahead(m: Measure, context: Context) -> Frame:
    """« Le oui devance le non de 12 000 voix »: by how many."""
    shape, group = m.shape, m.group
    if group is None or not stated(group) or m.preposition not in ("de", "d'") or m.noun is None or counts_others(m):
        return NO_FRAME
    between = list(range(group.stop, m.first - 1))
    if group.lemma not in _LEADING or m.quantity.dimension not in ("count", "duration") or len(between) > MIDDLE:
        return NO_FRAME
    if not between or {"comma", "verb", "rel", "num", "sub", "and"} & {shape.cats[i] for i in between}:
        return NO_FRAME
    who = known_subject(m, group, context)
    return object_of(m, group, who, between, "de") if who is not None else NO_FRAME


def _second_measure(m: Measure, context: Context) -> Frame:
    """« La station a une masse de 400 tonnes et une envergure de 109 mètres »: the second measure of a thing."""
    shape, group, holder = m.shape, m.group, m.holder
    if group is None or holder is None or not stated(group) or m.preposition not in ("de", "d'") or holder < 3:
        return NO_FRAME
    if group.lemma not in words("having_verbs") or shape.tokens[holder].lower_ not in words("measure_nouns"):
        return NO_FRAME
    det = shape.tokens[holder - 1].lower_
    before = shape.cats[group.stop : holder - 1]
    if det not in ("un", "une") or not before or before[-1] != "and" or "num" not in before or "comma" in before:
        return NO_FRAME
    who = known_subject(m, group, context)
    if who is None:
        return NO_FRAME
    return Frame(
        construction="noun-of",
        lead=who.lead.text,
        subject=who.text,
        population=shape.tokens[holder].text,
        resolved=who.stands and who.lead.stands,
        pronoun=who.pronoun,
        asked_gender="f" if det == "une" else "m",
        verb=group.tense,
    )


_READINGS = (
    opening_measure, cleft, _times, _by_votes, reported, result, by_getting, having, _ahead, late, subject_holding,
    where_clause, _second_verb, _second_measure, unit_subject, _slope, _clause,
)  # fmt: skip
