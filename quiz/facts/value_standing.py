"""Frames of ages, places in a ranking and scores. See `value_frames` for what the pieces mean."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from typing import Literal

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import Piece, following, piece
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
    taken = placed_frame(m, context)
    taken = taken if taken.construction else falls_frame(m, context)
    if taken.construction:
        return taken
    if _ON_THE_WAY.search(shape.text(m.first, min(len(shape.tokens), m.stop + 6))):
        return NO_FRAME
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


def placed_frame(m: Measure, context: Context) -> Frame:
    """« Ada Morin, longtemps en tête, prend la troisième place de l'épreuve »: the only person named before a verb that
    takes a place, right before the rank; « de l'épreuve » is where (« dans l'épreuve »)."""
    shape = m.shape
    if m.stop >= len(shape.tokens) or shape.tokens[m.stop].lower_ not in ("place", "position", "rang", "marche"):
        return NO_FRAME
    gerund = next((i for i in range(m.first - 1, max(-1, m.first - 5), -1) if shape.cats[i] == "ger"), None)
    done = _DONE_BY.get(shape.tokens[gerund].lower_) if gerund is not None else None
    earlier = (g for g in reversed(shape.groups) if g.stop <= m.first)
    group = next(earlier, shape.groups[0] if done is not None and shape.groups else None)
    if group is None or group.negated or group.mood == "cond" or group.number != "s":
        return NO_FRAME
    if done is None and group.lemma not in words("placing_verbs"):
        return NO_FRAME
    at, opens = (gerund, gerund + 1) if done is not None and gerund is not None else (group.first, group.stop)
    between = [shape.tokens[i].lower_ for i in range(opens, m.first)]
    between = [word for word in between if word not in _TYING]
    if any(word not in words("before_places") for word in between):
        return NO_FRAME
    start, flat = shape.sentence.start, context.reading.flat
    before = context.reading.entities.within(start, shape.sentence.at(shape.tokens[at]))
    people = [x for x in before if x.start >= start and x.entity.kind == "person"]
    related = shape.tokens[group.first - 1].lower_ == "qui" and done is None
    if related and group.tense not in ("pres", "") and not shape.seen.lstrip().startswith("C'est"):
        return NO_FRAME  # « Luc Petit, qui avait terminé à la sixième place »: of another race
    if related:
        who = shape.sentence.at(shape.tokens[group.first - 1])
        people = [x for x in people if flat[x.end : who].strip() == ""]
    if len(people) != 1 or (people[0].depends and not related) or " " not in people[0].entity.name:
        return NO_FRAME
    led = flat[start : people[0].start]
    if (_BEHIND.search(led[-14:]) and not related) or shape.tokens[group.first - 1].lower_ in words("relatives") - {
        "qui"
    }:
        return NO_FRAME
    lead = _PLACED_BY.match(led) if not related else None
    entity, noun = people[0].entity, shape.tokens[m.stop].text
    place = " ".join(shape.text(m.stop + 1, core_stop(shape, m.stop)).split())
    if noun == "marche":
        noun, where = ("marche du podium", "") if place in ("", "du podium") else ("", "")
    else:
        where = _OF_EVENT.sub(_in_event, place)
    if not noun or (place and where == place) or re.search(r"\b(?:ce|cette|cet|son|sa|leur)\b", where):
        return NO_FRAME
    told = _WHERE_OR_WHEN.match(flat[shape.sentence.end_of(shape.tokens[core_stop(shape, m.stop) - 1]) :])
    where = f"{where} {told['where']}".strip() if told is not None else where
    if _ON_THE_WAY.search(where):
        return NO_FRAME
    clitics, finite, tail, agreeing = verb_pieces(m, group, group.stop)
    word = between[0] if between else ""
    preposition = {"au": "à", "à": "à", "en": "en", "sur": "sur"}.get(word, "")
    if done is not None:
        clitics, finite, tail, agreeing = "", "a", done, done
    return Frame(
        construction="rank",
        lead=lead["lead"].strip() if lead is not None else "",
        subject=entity.name,
        population=noun,
        preposition=preposition,
        rest=where,
        resolved=lead is None or not re.search(r"\b(?:cette?|ces?|son|sa|ses|leurs?)\b", lead["lead"]),
        clitics=clitics,
        finite=finite,
        tail=tail,
        participle=agreeing if not preposition else "",
        pronoun={"m": "il", "f": "elle"}.get(entity.gender, ""),  # type: ignore[arg-type]
    )


_DONE_BY = {
    "prenant": "pris", "obtenant": "obtenu", "décrochant": "décroché", "remportant": "remporté", "terminant": "terminé",
    "finissant": "fini",
}  # fmt: skip
"""« est sacré champion en prenant la cinquième place »: what somebody has done by the way."""
_WHERE_OR_WHEN = re.compile(r" (?P<where>(?:en \d{4}|(?:lors|dans|aux?|à|en|sur|chez) [\wà-ÿ'’ -]{3,50}))(?=[,.;])")
_TYING = frozenset(
    {"également", "aussi", "ainsi", "finalement", "toutefois", "enfin", "donc", "alors", "quand", "même"}
)
_PLACED_BY = re.compile(
    r"(?P<lead>(?:En|Dans|Chez|Au|Aux|Lors|Pour|À)\b [^,]{3,60}?),? (?:l[ae] |l['’] ?)?(?:[A-ZÀ-Þ][\w-]+ )?$"
)
"""« En catégorie juniors, la Belge », « Chez les femmes, »: in which race a place is taken."""


def falls_frame(m: Measure, context: Context) -> Frame:
    """« La troisième place de l'épreuve revient à l'Italienne Ada Morin »: a place and whom it falls to."""
    shape = m.shape
    noun = shape.tokens[m.stop].text if m.stop < len(shape.tokens) else ""
    stop = core_stop(shape, m.stop)
    group = next((g for g in shape.groups if g.first >= m.stop), None)
    if noun not in ("place", "position", "marche") or group is None or group.lemma != "revenir" or group.first > stop:
        return NO_FRAME
    place = " ".join(shape.text(m.stop + 1, stop).split())
    if (place or "du podium") != "du podium" and _OF_EVENT.match(place) is None:
        return NO_FRAME
    after = shape.sentence.end_of(shape.tokens[group.stop - 1])
    led = re.match(r" (?:à|au|aux) ?(?:l[ae] |l['’] ?)?(?:[A-ZÀ-Þ]?[\w-]+ )?", context.reading.flat[after : after + 60])
    within = context.reading.entities.within(after, shape.sentence.end)
    people = [x for x in within if x.entity.kind == "person" and " " in x.entity.name]
    if led is None or not people or not 0 <= people[0].start - after <= led.end() + 1 or group.negated:
        return NO_FRAME
    return Frame(
        construction="rank",
        subject=people[0].entity.name,
        population="place" if noun == "position" else "marche du podium" if noun == "marche" else noun,
        preposition="",
        rest=place if place != "du podium" else "",
        resolved=True,
        finite=shape.tokens[group.finite].text,
        verb="falls",
    )


_ON_THE_WAY = re.compile(r"\b(?:transition|natation|mi-course|mi-parcours)\b")
"""« arrive en vingtième position à la seconde transition »: a place on the way."""
_BEHIND = re.compile(r"\b(?:derrière|devant|avec|sur|par|à|de|d['’]|que|entre|et|comme) ?(?:l[ae']s? ?\w* ?)?$")
_OF_EVENT = re.compile(
    r"^(?P<of>du |de la |de l['’] ?|des )"
    r"(?P<noun>classement|championnat|tournoi|marathon|concours|relais|sprint|épreuve|étape|course|compétition|finale"
    r"|coupe|série|demi-finale)(?P<rest>(?: \w+)?)$"
)


def _in_event(found: re.Match[str]) -> str:
    """« du classement général » is « au classement général », « de la course » « dans la course »."""
    of, noun = found["of"].strip(), found["noun"] + found["rest"]
    into = {"du": "au ", "de la": "dans la ", "des": "dans les "}.get(of, "dans l'")
    return into + noun


def score_frame(m: Measure, context: Context) -> Frame:
    """« Lyon a battu Metz 3-1 », « Metz s'incline (0-2) à domicile »."""
    return _adverbial(m, context, "score", words("scoring_verbs"), {"par", "sur", "le", "score", "de", "(", ")", "un"})


_MEANS = re.compile(r"(?:Avec|Grâce à|Malgré|Après|Sans) [^,]{3,60},?\s*$")
"""« Avec une seule médaille, Vaugris se classe 78e »: what it came with need not be asked along."""


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
    if lead is None and _MEANS.match(shape.text(0, who.first)) and not any(g.stop <= who.first for g in shape.groups):
        lead = Piece("")
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
