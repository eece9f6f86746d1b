"""Figures that share a verb or a noun: the second object of a verb, a count that takes up the noun of the one before,
what a thing was beside what it has become.

Knows the shape of the sentence; refuses to guess where something else stands between the two.
"""

from __future__ import annotations

import re

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import Piece, following, piece
from quiz.facts.clauses import Shape
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.numerals import COLLECTIVES
from quiz.facts.value_context import Context
from quiz.facts.value_who import Who
from quiz.facts.value_words import words
from quiz.facts.verbs import participle

_WITHIN = ("det", "adj", "noun", "name", "num", "adv", "part", "and", "comma")


def after_other_objects(shape: Shape, between: list[int]) -> bool:
    """« a fait [deux morts et] plus de 150 blessés », « transportait [55 passagers et] 7 mousses »: what stands between
    the verb and the figure are its other objects, all of them counted."""
    if len(between) < 3 or shape.cats[between[-1]] not in ("and", "comma"):
        return False
    first = shape.tokens[between[0]].lower_
    counted = any(_number(shape, i) for i in between[:4]) and (_number(shape, between[0]) or first in _HEDGES)
    inside = all(
        shape.cats[i] in _WITHIN or shape.tokens[i].lower_ in ("de", "d'", "des", "à", "au", "près") for i in between
    )
    return counted and inside and len(between) <= 16


_HEDGES = frozenset(["plus", "moins", "près", "environ", "au", "quelque", "d'", "un", "une", "à"])


def _number(shape: Shape, i: int) -> bool:
    word = shape.tokens[i].lower_
    return shape.cats[i] == "num" or word in COLLECTIVES or word in words("number_words")


def same_noun(m: Measure) -> str:
    """« 34 personnes ont été tuées et 187 ont été blessées »: the noun of the count before, in the same sentence."""
    shape = m.shape
    if m.noun is not None or m.quantity.dimension != "count" or m.first < 4 or shape.cats[m.first - 1] not in _LINKS:
        return ""
    earlier = [g for g in shape.groups if g.stop <= m.first]
    if not earlier or earlier[-1].number != "p":
        return ""
    return _counted_before(shape, earlier[-1].first)


_LINKS = ("and", "comma", "stop")


def passage_frame(m: Measure, context: Context) -> Frame:
    """« La population est passée de 400 000 à 1,2 million d'habitants », « Le taux progresse, passant de 20 à 21 % »:
    what was is told, what has become of it is asked."""
    shape, group = m.shape, m.group
    if group is None or m.quantity.role != "to" or group.inverted or m.quantity.dimension not in _PASSING:
        return Frame()
    start = next((i for i in range(m.first - 2, -1, -1) if shape.tokens[i].lower_ in ("de", "d'")), 0)
    verb = start - 1
    gerund = verb >= 0 and shape.tokens[verb].lower_ == "passant"
    if not gerund and not (group.lemma == "passer" and group.stop >= start - 3 and m.governor is None):
        return Frame()
    if gerund and shape.cats[verb - 1] != "comma":
        return Frame()  # « la baisse se voit à Metz, le chômage passant de 9 à 8 % »
    who = Who(m, group, context)
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not who.text or lead is None or who.impersonal or not who.pronoun:
        return Frame()
    origin = shape.text(start + 1, m.first - 1)
    if m.quantity.unit == "percent" and not re.search(r"%|pour cent", origin):
        origin += " %"
    unit = re.search(r"\d(?:\s|\u00a0|\u202f)*(?P<unit>[^\d\s.,](?:.*\D)?)$", m.quantity.text)
    if unit is not None and m.noun is None and re.fullmatch(r"[\d\s.,\u00a0\u202f]+", origin):
        one = re.match(r"(?:0|1)(?:,\d+)?$", origin) is not None and unit["unit"].isalpha()
        origin += f" {unit['unit'].removesuffix('s') if one else unit['unit']}"  # « passe de 15 à 18 € »: both euros
    after = m.noun + 1 if m.noun is not None else m.stop
    tokens, whole = following(shape, after)
    middle = [] if gerund else list(range(group.stop, start))
    rest = piece(shape, [*middle, *tokens], owner=group.number)
    timed = (
        _WITHIN_WHICH.search(shape.text(group.stop, verb)) if gerund and not _WITHIN_WHICH.search(lead.text) else None
    )
    if timed is not None and not rest.text:
        rest = Piece(timed.group(), rest.whole, rest.stands)  # « a reculé entre 2010 et 2014, passant de… »
    among = _AMONG_WHOM.search(shape.text(group.stop, verb)) if gerund else None
    if among is not None and among.group() not in f"{lead.text} {who.text} {rest.text}":
        rest = Piece(f"{among.group()} {rest.text}".strip(), rest.whole, rest.stands)
    ending = ("e" if who.pronoun.startswith("elle") else "") + ("s" if who.pronoun.endswith("s") else "")
    past = gerund or group.auxiliary == "être"
    plural = who.pronoun.endswith("s")
    return Frame(
        construction="passes-to",
        lead=lead.text,
        subject=who.text,
        population=str(shape.tokens[m.noun].text) if m.noun is not None else "",
        rest=rest.text,
        acted_on=origin,
        resolved=who.stands and lead.stands and rest.stands,
        finite=("sont" if plural else "est") if past else shape.tokens[group.finite].text,
        tail=f"passé{ending}" if past else "",
        pronoun=who.pronoun,  # type: ignore[arg-type]
        time="" if whole else "cut",
    )


_WITHIN_WHICH = re.compile(
    r"\b(?:entre (?:le |la )?[^,;]{3,30} et (?:le |la )?[^,;]{3,20}\d"
    r"|en (?:un|deux|trois|quatre|cinq|dix) (?:ans?|mois)"
    r"|(?:en|au mois d['e]|début|fin) ?(?:[a-zà-ÿ]+ )?(?:19|20)\d\d|depuis [^,;]{3,30})(?=$|[ ,])",
    re.IGNORECASE,
)
"""The time in which something has become what it is."""
_AMONG_WHOM = re.compile(r"\b(?:chez|parmi) (?:les|la|le|l['’]) ?[^,;]{3,40}(?=$|[ ,])")
"""« Le chômage recule chez les jeunes, passant de 22 à 21 % »: theirs, and nobody else's."""
_PASSING = ("share", "count", "money", "length", "mass", "area", "rate", "duration", "temperature", "speed", "power")


def elliptic_frame(m: Measure, context: Context) -> Frame:
    """« Cinq personnes ont été tuées et environ 30 autres blessées dans un attentat »: the auxiliary and the noun are
    those of the count before."""
    del context
    shape = m.shape
    i = m.stop
    while i < len(shape.cats) and shape.tokens[i].lower_ in ("autres", "personnes", "de", "d'"):
        i += 1
    if i >= len(shape.cats) or shape.cats[i] not in ("part", "adj") or not shape.tokens[i].lower_.endswith("s"):
        return Frame()
    before = next((g for g in reversed(shape.groups) if g.stop <= m.first), None)
    if before is None or before.auxiliary != "être+été" or before.number != "p" or before.negated:
        return Frame()
    between = shape.cats[before.stop : m.first]
    if "and" not in between or any(cat in ("verb", "rel", "sub", "stop") for cat in between):
        return Frame()
    noun = _counted_before(shape, before.first)
    if not noun or not noun.endswith("s") or participle(shape.tokens[i].text) is None:
        return Frame()
    auxiliary = " ".join(shape.tokens[k].text for k in range(before.finite, before.main))
    tokens, whole = following(shape, i + 1)
    rest = piece(shape, tokens, owner="p")
    return Frame(
        construction="count-subject",
        population=noun,
        verb=f"{auxiliary} {shape.tokens[i].text}",
        rest=rest.text,
        resolved=rest.stands,
        time="" if whole else "cut",
    )


def shared_rest(shape: Shape, stop: int) -> list[int]:
    """« 34 personnes ont été tuées et 187 blessées *à Metz* »: the place both share, for the first of them."""
    if stop + 1 >= len(shape.cats) or shape.cats[stop] != "and":
        return []
    first = next((k for k in range(stop + 1, min(stop + 5, len(shape.cats))) if _number(shape, k)), None)
    if first is None or any(shape.cats[k] not in ("adv", "adp", "det", "num") for k in range(stop + 1, first)):
        return []
    last = next((k for k in range(first + 1, min(first + 7, len(shape.cats))) if shape.cats[k] == "part"), None)
    if last is not None and last + 1 < len(shape.cats) and shape.cats[last + 1] == "part":
        last += 1  # « ont été blessées »
    if last is None or any(shape.cats[k] in ("comma", "sub", "rel", "stop") for k in range(first, last)):
        return []
    if last + 1 >= len(shape.cats) or shape.cats[last + 1] not in ("adp",):
        return []
    return following(shape, last + 1)[0]


def _counted_before(shape: Shape, stop: int) -> str:
    for i in range(stop - 1, 0, -1):
        if shape.tokens[i].lower_ in COLLECTIVES or shape.tokens[i].lower_.rstrip("s") in (
            "millier",
            "million",
            "milliard",
        ):
            continue
        if shape.cats[i] == "noun" and (_number(shape, i - 1) or shape.tokens[i - 1].lower_ in ("de", "d'")):
            return str(shape.tokens[i].text)
    return ""


def inhabited_frame(m: Measure, context: Context) -> Frame:
    """« Vaugris (40 000 habitants) »: how many live in the place named just before the bracket."""
    shape = m.shape
    if m.noun is None or shape.tokens[m.noun].lower_ not in ("habitants", "âmes") or m.first < 2:
        return Frame()
    end = shape.sentence.end_of(shape.tokens[m.first - 2])
    place = context.reading.entities.at(shape.sentence.at(shape.tokens[m.first - 2]), end)
    if place is None or place.kind == "person" or shape.cats[m.first - 2] != "name":
        return Frame()
    return Frame(construction="object", subject=place.name, population="habitants", finite="compte", asked_gender="m")
