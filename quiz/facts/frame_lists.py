"""Frames of figures that stand in a list, or are a part of the figure before: « quatre policiers et deux passants ont
été blessés », « 300 personnes ont été arrêtées, dont 44 mineurs ».

What is said of all is said of each; the verb bends to the one that is asked. See `value_frames` for what the pieces of
a frame mean. Refuses lists whose verb is not sure to be theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quiz.facts.clause_pieces import Piece, following, piece
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.frame_subjects import lead_of, when_and_where
from quiz.facts.measures import Measure, measure
from quiz.facts.names import person_noun
from quiz.facts.numerals import COLLECTIVES
from quiz.facts.quantities import find_quantities
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_pronouns import verb_and_rest
from quiz.facts.value_who import counts_others, noun_start, without_brackets
from quiz.facts.value_words import words
from quiz.facts.verbs import participle

NO_FRAME = Frame()
_LONGEST = 28
"""Tokens between a member of a list and the verb of them all."""
_WITHIN = frozenset({"noun", "name", "adj", "adp", "det", "num", "comma", "and", "part", "adv", "open", "close"})


def listed_subject_frame(m: Measure, context: Context) -> Frame:
    """« À Metz, quatre policiers et deux passants ont été blessés », « 120 agents, pompiers et secouristes, seront
    mobilisés »: each member of the list asked with the verb of them all."""
    shape = m.shape
    if m.quantity.dimension != "count" or m.noun is None or m.preposition or m.quantity.role or counts_others(m):
        return NO_FRAME
    population, core = counted_core(m)
    bound = " ".join(t.lower_ for t in shape.tokens[core : core + 2])
    bound = bound if bound in ("au moins", "au total") else ""
    core += 2 if bound else 0
    group = next((g for g in shape.groups if g.first >= core), None)
    if group is None or group.number != "p" or group.negated or group.mood == "cond" or group.inverted:
        return NO_FRAME
    if group.first - core > _LONGEST or core >= len(shape.cats):
        return NO_FRAME
    if _one_number(shape, core, group.first):
        whole_list = [
            i
            for i in without_brackets(shape, noun_start(m), group.first)
            if i != group.first - 1 or shape.cats[i] != "comma"
        ]
        if len(whole_list) > _ALL_OF_THEM or "autres" in {shape.tokens[i].lower_ for i in whole_list}:
            return NO_FRAME
        population = piece(shape, whole_list)  # « 700 policiers, gendarmes et militaires »: of all of them
    told = next((i for i in range(core, group.first) if shape.cats[i] == "ger"), None)
    if told is not None:  # « douze élèves ayant choisi le latin | ont été refusés »
        inside = {shape.cats[i] for i in range(core, group.first) if shape.tokens[i].lower_ != "alors"}
        if "comma" in inside or not inside <= _WITHIN | {"ger", "inf"}:
            return NO_FRAME
        population = piece(shape, without_brackets(shape, noun_start(m), group.first))
    else:
        if group.first > core and shape.cats[core] not in ("comma", "and", "open"):
            return NO_FRAME
        if not set(shape.cats[core : group.first]) <= _WITHIN or _closes_elsewhere(shape, core, group.first):
            return NO_FRAME
    if bound:  # « Sept personnes au moins ont péri »
        population = replace(population, text=f"{population.text} {bound}")
    start = _list_start(m)
    lead = _placed(shape, start) if start is not None else None
    if start is None or lead is None:
        return NO_FRAME
    verb, rest, whole = verb_and_rest(shape, group, context)
    said = bent(verb.text, group, shape, m.noun)
    if said is None or any(shape.cats[i] == "clit" for i in range(group.first, group.finite) if not _own(shape, i)):
        return NO_FRAME
    return Frame(
        construction="count-subject",
        lead=lead.text,
        verb=said,
        rest=rest.text,
        population=population.text,
        resolved=all(p.stands for p in (lead, population, rest, verb)),
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )


_ALL_OF_THEM = 10
"""Tokens of a list that one number counts."""


def _one_number(shape: Shape, core: int, stop: int) -> bool:
    """« 700 policiers, gendarmes et militaires »: whether what follows the noun is counted by the same number."""
    if core >= stop or shape.cats[core] not in ("comma", "and"):
        return False
    after = core + 1
    while after < stop and shape.cats[after] in ("adv", "adp") and not _number(shape, after):
        after += 1
    return after < stop and shape.cats[after] != "det" and not _number(shape, after) and not _number(shape, after + 1)


def _own(shape: Shape, i: int) -> bool:
    return shape.tokens[i].lower_ in ("se", "s'", "n'", "ne")


def _closes_elsewhere(shape: Shape, start: int, stop: int) -> bool:
    """Whether the noun right before the verb is in a phrase led in by a preposition after the last comma: « 40 agents,
    à la suite des incidents ont… »."""
    last = max((i for i in range(start, stop) if shape.cats[i] in ("comma", "and")), default=start)
    plain = [i for i in range(start, stop) if i > last]
    return bool(plain) and shape.cats[plain[0]] == "adp" and shape.tokens[plain[0]].lower_ not in ("de", "d'", "des")


def _list_start(m: Measure) -> int | None:
    """Where the list of counted things that a member belongs to begins; the member itself where it is the first."""
    shape, start = m.shape, m.first
    i = m.first - 1
    while i >= 0 and shape.cats[i] in _WITHIN:
        i -= 1
    for k in range(i + 1, m.first):
        opens = k == 0 or shape.cats[k - 1] in ("comma", "stop", "and")
        members = [k, *(j + 1 for j in range(k, m.first) if shape.cats[j] in ("comma", "and"))]
        if opens and all(_counts(shape, j) for j in members if j < m.first):
            start = k
            break
    if start and shape.cats[start - 1] == "and":
        return None  # what comes first in the list is no number
    return start


def _counts(shape: Shape, i: int) -> bool:
    """Whether a member of a list begins here: a number, or « un », with what bends it."""
    if shape.cats[i] == "adp" or shape.tokens[i + 1].lower_ in words("time_words"):
        return False
    near = range(i, min(i + 3, len(shape.cats)))
    return any(_number(shape, j) or shape.tokens[j].lower_ in ("un", "une", "plusieurs") for j in near)


def _number(shape: Shape, i: int) -> bool:
    word = shape.tokens[i].lower_
    return shape.cats[i] == "num" or word in COLLECTIVES or word in words("number_words") - {"un", "une", "neuf"}


def _placed(shape: Shape, first: int) -> Piece | None:
    """What leads in, also without a comma: « À Metz quatre policiers »."""
    if first and shape.cats[first - 1] == "name" and shape.tokens[0].lower_ in ("à", "a", "en", "au", "aux"):
        return piece(shape, range(first)) if set(shape.cats[1:first]) <= {"name", "noun", "adp"} else None
    return lead_of(shape, first)


def bent(verb: str, group: VerbGroup, shape: Shape, noun: int) -> str | None:
    """The verb with its participle in the feminine where what is counted is surely feminine: « usines et ateliers ont
    été détruits », of the factories alone « ont été détruites ». None where that cannot be written."""
    word = shape.tokens[group.main].text
    passive = group.auxiliary.startswith("être") or word == "été"
    if not passive or not surely_feminine(shape, noun) or word.endswith("es"):
        return verb
    head, found, tail = verb.rpartition(word)
    if word == "été" or not found or not word.endswith(("és", "us", "ts")):
        return None  # « saisis » is of « saisi », « pris » of « pris »
    return head + word[:-1] + "es" + tail


_FEMININE = ("tions", "sions", "ances", "ences", "ettes", "esses", "ités", "elles", "ennes", "euses", "trices", "ades")


def surely_feminine(shape: Shape, noun: int) -> bool:
    """Whether a noun in the plural is feminine by its ending or by the list: what a model thinks is not enough."""
    word = shape.tokens[noun].lower_
    if word.removesuffix("s") in words("odd_genders"):
        return False
    return word.endswith(_FEMININE) or word.removesuffix("s") in words("feminine_nouns")


Framed = Callable[[Measure, Context], Frame]
_ASKED = ("count-subject", "object", "there-are", "gerund")
_SERIOUS = {"grièvement": "graves", "légèrement": "légers"}


def part_frame(m: Measure, context: Context, framed: Framed) -> Frame:
    """« 300 personnes ont été arrêtées, dont 44 mineurs », « … a fait 86 blessés, dont 12 parmi les pompiers », « …,
    dont 46 grièvement »: what is said of all of them, asked of the part."""
    shape = m.shape
    if m.quantity.dimension != "count" or m.first < 3 or shape.tokens[m.first - 1].lower_ != "dont":
        return NO_FRAME
    whole = _whole_before(m, context)
    if whole is None:
        return NO_FRAME
    frame = framed(whole, context)
    if frame.construction not in _ASKED or not frame.population or frame.preposition:
        return NO_FRAME
    group = shape.group_of(m.phrase_stop if m.noun is not None else m.stop)
    if group is not None:
        return _what_they_do(m, group, frame, context)
    if m.noun is not None and m.noun - m.stop <= 2:
        return _of_a_kind(m, whole, frame)
    return _somewhere(m, frame)


def _whole_before(m: Measure, context: Context) -> Measure | None:
    """The count that « dont » takes a part of: the last one before it, with nothing else counted between."""
    sentence, shape = m.shape.sentence, m.shape
    found = find_quantities(context.reading.article.text, sentence.start, sentence.end, m.quantity.span.source)
    before = [q for q in found if q.span.end < m.quantity.outer[0]]
    if not before or before[-1].dimension != "count" or before[-1].low <= m.quantity.high:
        return None
    whole = measure(shape, before[-1])
    between = shape.cats[whole.stop : m.first] if whole is not None else ()
    return None if {"stop", "sub", "rel"} & set(between[:-1]) else whole


def _of_a_kind(m: Measure, whole: Measure, frame: Frame) -> Frame:
    """« dont 44 mineurs »."""
    population, core = counted_core(m)
    gender = counted_gender(m)
    if m.noun is None or _told_of_how(m.shape.tokens[m.noun].lower_):
        return NO_FRAME
    after = m.shape.cats[core] if core < len(m.shape.cats) else "stop"
    if (
        after not in ("comma", "stop", "and", "close", "mark")
        or not gender
        or _kind(frame.population) == population.text
    ):
        return NO_FRAME
    verb = frame.verb
    if frame.construction != "count-subject":
        return _of_the_hit(m, frame, population.text) if population.stands else NO_FRAME
    if frame.construction == "count-subject":
        group = whole.group
        said = bent(verb, group, m.shape, m.noun) if group is not None else None
        if said is None or group is None:
            return NO_FRAME
        word = m.shape.tokens[group.main].text
        manly = gender == "m" and not surely_feminine(m.shape, m.noun) and word.endswith(("ées", "ues", "tes"))
        if manly and group.auxiliary.startswith("être"):
            said = said.replace(word, f"{word[:-2]}s")
        verb = said
    return replace(
        frame,
        verb=verb,
        population=population.text,
        asked_gender=gender,
        resolved=frame.resolved and population.stands,
        time="",
    )


def _told_of_how(word: str) -> bool:
    """« neuf hérons sont morts, dont trois électrocutés »: a participle says how they died, not what they were."""
    return word.endswith(("és", "ées")) and participle(word) is not None and person_noun(word) is None


_HIT = {"blessés": ("ont été blessés", "ont été blessées"), "morts": ("sont morts", "sont mortes")}
_HIRED = frozenset({"personnes", "salariés", "employés", "membres", "manifestants", "passagers"})


def _of_the_hit(m: Measure, frame: Frame, population: str) -> Frame:
    """« a fait 86 blessés, dont 12 policiers »: so many policemen were hurt."""
    hit = _HIT.get(frame.population)
    if hit is None or m.noun is None:
        plain = frame.population in _HIRED and not re.search(r"\bfait", f"{frame.finite} {frame.tail}")
        return replace(frame, population=population, asked_gender=counted_gender(m), time="") if plain else NO_FRAME
    return Frame(
        construction="count-subject",
        lead=frame.lead,
        verb=hit[1] if surely_feminine(m.shape, m.noun) else hit[0],
        rest=frame.rest,
        population=population,
        resolved=frame.resolved,
        asked_gender=counted_gender(m),
    )


def _kind(population: str) -> str:
    return population.split(" ")[0]


def _somewhere(m: Measure, frame: Frame) -> Frame:
    """« dont 2 100 à Paris », « dont 12 parmi les pompiers », « dont 46 grièvement »."""
    shape = m.shape
    if m.noun is not None or m.stop >= len(shape.cats):
        return NO_FRAME
    word = shape.tokens[m.stop].lower_
    if word in _SERIOUS and frame.population in ("blessés", "personnes"):
        hurt = re.search(r"\bblessée?s\b", frame.verb)
        if frame.population == "blessés":
            return replace(frame, population=f"blessés {_SERIOUS[word]}", time="")
        return (
            replace(frame, verb=frame.verb.replace(hurt.group(), f"{word} {hurt.group()}"), time="")
            if hurt
            else NO_FRAME
        )
    if word not in ("à", "en", "dans", "parmi", "au", "aux", "chez"):
        return NO_FRAME
    tokens, _ = following(shape, m.stop)
    where = piece(shape, tokens)
    if not where.text or (frame.rest and word != "parmi") or len(tokens) > 9:
        return NO_FRAME
    if word == "en" and "name" not in {shape.cats[i] for i in tokens}:
        return NO_FRAME  # « dont deux en urgence absolue »
    return replace(frame, rest=f"{frame.rest} {where.text}".strip(), resolved=frame.resolved and where.stands, time="")


def _what_they_do(m: Measure, group: VerbGroup, frame: Frame, context: Context) -> Frame:
    """« …, dont trois sont dans un état grave »."""
    shape = m.shape
    if m.noun is not None or group.number != "p" or group.negated or group.mood == "cond":
        return NO_FRAME
    verb, rest, whole = verb_and_rest(shape, group, context)
    return Frame(
        construction="count-subject",
        lead=frame.lead,
        verb=verb.text,
        rest=rest.text,
        population=frame.population,
        resolved=frame.resolved and verb.stands and rest.stands,
        asked_gender=frame.asked_gender,
        time="" if whole else "cut",
    )


def agreeing_frame(m: Measure, frame: Frame) -> Frame:
    """« Cinq usines et trois ateliers ont été détruits »: of the factories, « ont été détruites »."""
    if frame.construction != "count-subject" or m.noun is None or m.group is None:
        return frame
    other = re.search(r" et (?:des|plusieurs|une?|les) (?!autres)", frame.population)
    if other is not None:  # « 1 800 écoles et des dizaines de chantiers »
        frame = replace(frame, population=frame.population[: other.start()])
    if "and" not in m.shape.cats[m.noun : m.group.first]:
        return frame  # the article's own agreement is the better witness
    said = bent(frame.verb, m.group, m.shape, m.noun)
    if said is None and frame.verb.endswith(" été"):
        return replace(frame, rest=re.sub(r"^(\w+[éut])s\b", r"\1es", frame.rest))
    return replace(frame, verb=said) if said is not None else frame


def placed_frame(m: Measure, frame: Frame) -> Frame:
    """« À Metz, 400 personnes ont marché et douze ont été interpellées »: the place that opens the sentence is the
    place of its second statement too, where that names none."""
    shape = m.shape
    colon = next((i for i in range(m.first) if shape.tokens[i].text == ":"), None)
    if frame.construction and not frame.lead and colon is not None:
        comma = next((i for i in range(colon) if shape.cats[i] == "comma"), 0)
        opening = when_and_where(shape, comma + 1)
        return replace(frame, lead=opening.text) if opening is not None and opening.stands else frame
    if (
        not frame.construction
        or frame.lead
        or frame.place
        or shape.tokens[0].lower_ not in ("à", "a", "en", "au", "aux")
    ):
        return frame
    comma = next((i for i, cat in enumerate(shape.cats) if cat == "comma"), 0)
    if not 1 < comma < m.first or comma > _OPENING or shape.cats[1] != "name":
        return frame
    if set(shape.cats[1:comma]) - {"name", "noun", "adp", "open", "close", "det", "num"}:
        return frame
    said = " ".join((frame.subject, frame.rest, frame.population))
    if re.search(r"(?<![\w'’])(?:à|au|aux|en|dans|sur) [^,]*[A-ZÀ-Þ]", f" {said}"):
        return frame
    stops = {"stop", "sub"} & set(shape.cats[comma : m.first])
    return frame if stops else replace(frame, lead=piece(shape, range(comma)).text)


_OPENING = 7
"""Tokens of the place a sentence opens with."""
