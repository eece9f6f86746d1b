"""Figures that a participle beside the subject holds: « L'étude, menée auprès de 1 200 patients, montre… », «
Valorisé à 3 milliards, Filou inquiète… ».

See `value_frames` for what the pieces of a frame mean. Asks of the subject of the main verb only, and refuses a
participle with a clause or a list of its own.
"""

from __future__ import annotations

from quiz.facts.clause_pieces import piece
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_who import Who, counts_others
from quiz.facts.value_words import words
from quiz.facts.verbs import participle

NO_FRAME = Frame()
_APART = frozenset({"comma", "rel", "ger", "open", "num", "sub", "verb", "mark", "stop", "and", "inf", "clit"})
_PREPOSITIONS = frozenset({"à", "de", "d'", "pour", "par", "en", "dans", "avec", "sur"})


def hosted_frame(m: Measure, context: Context) -> Frame:
    """« Auprès de combien de patients l'étude a-t-elle été menée ? », « À combien Filou est-il valorisé ? »."""
    shape = m.shape
    link = m.first - 1 if m.preposition else m.first
    preposition = m.preposition
    if preposition in ("de", "d'") and link > 0 and shape.tokens[link - 1].lower_ == "auprès":
        link, preposition = link - 1, "auprès de"
    if preposition not in _PREPOSITIONS | {"auprès de"} or (m.noun is not None and counts_others(m)):
        return NO_FRAME
    host = next((i for i in range(link - 1, -1, -1) if shape.cats[i] in ("part", "comma", "stop", "mark")), None)
    host = 0 if host is None else host  # the first word is often read as a noun or a name
    if (host > 0 and shape.cats[host] != "part") or participle(shape.tokens[host].text.lower()) is None:
        return NO_FRAME
    opens = host == 0 or shape.cats[host - 1] == "comma"
    between = list(range(host + 1, link))
    if not opens or len(between) > 6 or any(shape.cats[i] in _APART for i in between):
        return NO_FRAME
    population, core = counted_core(m)
    priced = m.quantity.dimension == "money" and preposition == "à"
    if core >= len(shape.cats) or shape.cats[core] != "comma":
        return NO_FRAME
    group = next((g for g in shape.groups if g.first > core), None)
    if group is None or any(g.first <= core for g in shape.groups) or group.mood == "cond":
        return NO_FRAME
    who = Who(m, group, context)
    beside = who.first == core + 1 if host == 0 else who.first < host and group.first == core + 1
    if not who.text or not who.pronoun or who.impersonal or not beside or (who.first > 0 and host != 0):
        return NO_FRAME
    said, feminine = shape.tokens[host].lower_, who.pronoun.startswith("elle")
    if said.rstrip("s").endswith("e") != feminine or said.endswith("s") != who.pronoun.endswith("s"):
        return NO_FRAME  # it bends to something else
    state = said.rstrip("s").removesuffix("e") in words("state_participles")
    several = who.pronoun.endswith("s")
    finite = ("sont" if several else "est") if state else ("ont" if several else "a")
    if state and (group.tense in ("impf", "past") or (group.auxiliary and not group.passive)):
        finite = "étaient" if several else "était"
    if priced and not state and said.rstrip("s").removesuffix("e") not in words("sold"):
        return NO_FRAME
    middle = piece(shape, between)
    return Frame(
        construction="amounts-to" if state and preposition == "à" else "object",
        subject=who.text,
        population=population.text,
        rest=middle.text,
        resolved=who.stands and population.stands and middle.stands,
        preposition=preposition,
        finite=finite,
        tail=said if state else f"été {said}",
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender=counted_gender(m),
    )
