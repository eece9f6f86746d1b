"""Frames of figures that a second clause holds: what was done by it (« …, tuant 12 passants »), got by it (« en
récoltant 56 % des voix »), reached meanwhile, measured at the opening, or stood against it the year before.

See `value_frames` for what the pieces mean. Refuses a second clause whose subject may be another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quiz.facts.clause_pieces import Pronoun, following, gender_of, piece
from quiz.facts.fact import Frame
from quiz.facts.frame_subjects import MIDDLE, known_subject, lead_of, object_of, stated
from quiz.facts.measures import Measure, measure
from quiz.facts.quantities import find_quantities
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_pronouns import restored
from quiz.facts.value_who import Who, counts_others
from quiz.facts.value_words import words
from quiz.facts.verbs import verb_forms

NO_FRAME = Frame()


_DONE = {
    "faire": "fait", "tuer": "tué", "blesser": "blessé", "causer": "causé", "provoquer": "provoqué",
    "entraîner": "entraîné", "détruire": "détruit", "endommager": "endommagé", "toucher": "touché",
}  # fmt: skip


def result(m: Measure, context: Context) -> Frame:
    """« Un camion a percuté la foule à Metz, tuant 12 passants », « …, causant la mort de 12 passants »: what the
    subject has done by it."""
    shape, group, i = m.shape, m.group, m.governor
    if group is None or i is None or not stated(group) or group.passive or m.noun is None or counts_others(m):
        return NO_FRAME
    told = group.tense in ("pres", "past") or group.auxiliary in ("avoir", "être")
    if shape.cats[i] != "ger" or not told:
        return NO_FRAME
    if shape.tokens[i].lower_ == "touchant" and shape.cats[i - 1] in ("noun", "adj"):
        return NO_FRAME  # « a enregistré des pannes touchant 300 clients »: the failures do
    lemma = next((f.lemma for f in verb_forms(shape.tokens[i].text) if f.mood == "ger"), "")
    past = _DONE.get(lemma, "")
    between = [shape.tokens[k].lower_ for k in range(i + 1, m.first)]
    if between == ["la", "mort", "de"] or between == ["la", "mort", "d'"] or between == ["le", "décès", "de"]:
        past = "tué" if past in ("causé", "provoqué", "entraîné") else ""
    elif between:
        return NO_FRAME
    if not past or any(shape.cats[k] in ("sub", "rel", "stop") for k in range(group.stop, i)):
        return NO_FRAME
    subject = known_subject(m, group, context)
    if subject is None:
        return NO_FRAME
    where, _ = following(shape, group.stop)
    placed = bool(where) and shape.cats[where[0]] == "adp" and len(where) <= _WHERE
    placed = placed and "name" in {shape.cats[k] for k in where} and "num" not in {shape.cats[k] for k in where}
    population, core = counted_core(m)
    tokens, _ = following(shape, core)
    middle, rest = piece(shape, where if placed else [], owner=group.number), piece(shape, tokens, owner=group.number)
    return Frame(
        construction="object",
        lead=subject.lead.text,
        subject=subject.text,
        population=population.text,
        rest=" ".join(text for text in (rest.text, middle.text) if text),
        resolved=subject.stands and subject.lead.stands and all(p.stands for p in (population, middle, rest)),
        finite="ont" if group.number == "p" else "a",
        tail=past,
        participle=past,
        pronoun=subject.pronoun,
        asked_gender=gender_of(shape, m.noun),
        verb="past",
    )


_WHERE = 9
"""Words of the place that the main clause of a result may name."""


_OBTAINED = {
    "récolter": "récolté", "obtenir": "obtenu", "recueillir": "recueilli", "remporter": "remporté", "réunir": "réuni",
    "totaliser": "totalisé", "rassembler": "rassemblé", "inscrire": "inscrit", "marquer": "marqué",
}  # fmt: skip


def by_getting(m: Measure, context: Context) -> Frame:
    """« Ada Morin a été élue en récoltant 56 % des suffrages »: what she got by it."""
    shape, group, i = m.shape, m.group, m.governor
    if group is None or i is None or not stated(group) or m.noun is None or i != m.first - 1 or m.preposition:
        return NO_FRAME
    if shape.cats[i] != "ger" or (shape.tokens[i - 1].lower_ != "en" and shape.cats[i - 1] != "comma"):
        return NO_FRAME
    lemma = next((f.lemma for f in verb_forms(shape.tokens[i].text) if f.mood == "ger"), "")
    past = _OBTAINED.get(lemma, "")
    between = set(shape.cats[group.stop : i])
    who = known_subject(m, group, context) if past and not {"sub", "rel", "stop", "ger"} & between else None
    if who is None:
        return NO_FRAME
    frame = object_of(m, group, who, [], "")
    finite = "ont" if group.number == "p" else "a"
    return replace(frame, clitics="", finite=finite, tail=past, participle=past, verb="past")


def having(m: Measure, context: Context) -> Frame:
    """« Paris est touché, le niveau de la Seine ayant atteint 6 m »: a clause of its own."""
    del context
    shape, i = m.shape, m.first - 2
    if m.preposition or i < 3 or shape.tokens[i].lower_ != "ayant" or shape.cats[i + 1] != "part":
        return NO_FRAME
    start = next((k for k in range(i - 1, -1, -1) if shape.cats[k] in ("comma", "stop")), None)
    if start is None or shape.tokens[start + 1].lower_ not in ("le", "la", "l'", "les") or i - start > MIDDLE:
        return NO_FRAME
    inside = range(start + 1, i)
    if set(shape.cats[start + 1 : i]) - {"det", "noun", "name", "adj", "adp"}:
        return NO_FRAME
    head = next(k for k in inside if shape.cats[k] in ("noun", "name", "adj", "adp"))
    several = shape.tokens[start + 1].lower_ == "les"
    gender = gender_of(shape, head)
    if not gender:
        return NO_FRAME
    population, core = counted_core(m)
    tokens, _ = following(shape, core)
    said, rest = piece(shape, inside), piece(shape, tokens)
    word = shape.tokens[i + 1].text
    pronoun: Pronoun = ("elles" if several else "elle") if gender == "f" else ("ils" if several else "il")
    return Frame(
        construction="object",
        subject=said.text,
        population=population.text,
        rest=rest.text,
        resolved=said.stands and population.stands and rest.stands,
        finite="ont" if several else "a",
        tail=word,
        participle=word,
        pronoun=pronoun,
        asked_gender=counted_gender(m),
        verb="past",
    )


def late(m: Measure, context: Context) -> Frame:
    """« Le décès d'Ada Morin à l'âge de 92 ans a été annoncé »: at what age she died."""
    if m.quantity.dimension not in ("age", "duration") or m.quantity.unit not in (None, "year"):
        return NO_FRAME
    shape = m.shape
    opens = next((i for i in range(m.first) if shape.tokens[i].lower_ in ("décès", "mort")), None)
    if (
        opens is None
        or shape.tokens[opens - 1].lower_ not in ("le", "la")
        or shape.tokens[opens + 1].lower_ not in ("de", "d'")
    ):
        return NO_FRAME
    if not re.search(r"\bà (?:l' ?âge de|l' ?âge d')? ?$", f"{m.before(4)} ".replace("  ", " ")):
        return NO_FRAME
    sentence = shape.sentence
    start, end = sentence.at(shape.tokens[opens + 2]), sentence.end_of(shape.tokens[m.first - 1])
    people = [x for x in context.reading.entities.within(start, end) if x.entity.kind == "person"]
    if len(people) != 1 or not people[0].entity.gender or {"verb", "stop"} & set(shape.cats[opens : m.first]):
        return NO_FRAME
    person = people[0].entity
    feminine = person.gender == "f"
    return Frame(
        construction="age-at",
        subject=person.name,
        resolved=" " in person.name,
        finite="est",
        tail="décédée" if feminine else "décédé",
        pronoun="elle" if feminine else "il",
    )


def opening_measure(m: Measure, context: Context) -> Frame:
    """« D'une superficie de 300 hectares, le parc de Vaugris accueille… »: what the main subject measures."""
    shape = m.shape
    opens = 1 if shape.tokens[0].lower_ in ("d'", "de", "avec") else None
    if opens is None or shape.tokens[1].lower_ not in ("un", "une") or m.preposition not in ("de", "d'"):
        return NO_FRAME
    if m.first > MIDDLE or not words("measure_nouns") & {shape.tokens[i].lower_ for i in range(2, m.first)}:
        return NO_FRAME
    comma = next((i for i in range(m.stop, len(shape.cats)) if shape.cats[i] == "comma"), None)
    group = next((g for g in shape.groups if comma is not None and g.first > comma), None)
    if comma is None or group is None or not stated(group) or comma - m.stop > MIDDLE:
        return NO_FRAME
    who = Who(m, group, context)
    if not who.text or who.impersonal or who.first != comma + 1 or not who.stands:
        return NO_FRAME
    label = piece(shape, range(2, m.first - 1))
    feminine = shape.tokens[1].lower_ == "une"
    return Frame(
        construction="noun-of",
        subject=who.text,
        population=label.text,
        resolved=label.stands,
        finite="est",
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender="f" if feminine else "m",
    )


_PAST = {
    "compte": "comptait", "comptent": "comptaient", "est": "était", "sont": "étaient", "établit": "établissait",
    "élève": "élevait", "atteint": "atteignait", "dénombre": "dénombrait", "a": "avait", "ont": "avaient",
    "représente": "représentait", "représentent": "représentaient", "situe": "situait", "était": "était",
    "étaient": "étaient", "emploie": "employait", "regroupe": "regroupait",
}  # fmt: skip


_THEN = re.compile(
    r"(?:en|au|lors de|lors du|durant|pendant|à|fin|début|pour)\b.*\b(?:19|20)\d\d\b"
    r"|(?:un an|une année) (?:plus tôt|auparavant)"
)


def against_frame(m: Measure, context: Context, framed: Callable[[Measure, Context], Frame]) -> Frame:
    """« On compte 300 naissances en 2016, contre 350 naissances en 2015 »: the same, asked of the other year."""
    shape = m.shape
    if m.first < 4 or shape.tokens[m.first - 1].lower_ != "contre":
        return NO_FRAME
    sentence = shape.sentence
    found = find_quantities(context.reading.article.text, sentence.start, sentence.end, m.quantity.span.source)
    before = [q for q in found if q.span.end < m.quantity.outer[0] and q.dimension == m.quantity.dimension]
    main = measure(shape, before[-1]) if before else None
    stop = m.phrase_stop if m.noun is not None else m.stop
    tokens, _ = following(shape, min(stop, len(shape.cats)))
    then = piece(shape, tokens)
    own = m.stop if m.noun is None else m.noun + 1
    if m.noun is not None and not then.text:
        tokens, _ = following(shape, own)
        then = piece(shape, tokens)
    if main is None or not _THEN.match(then.text) or {"sub", "rel", "stop"} & set(shape.cats[main.stop : m.first]):
        return NO_FRAME
    frame = framed(main, context)
    finite = _PAST.get(frame.finite, "")
    if (
        frame.construction not in ("there-are", "object", "amounts-to")
        or not finite
        or (frame.tail and finite == frame.finite)
    ):
        return NO_FRAME
    return replace(frame, lead="", finite=finite, rest=then.text, verb="impf", resolved=frame.resolved and then.stands)


_HOLDS = {
    "transportant": "transport", "regroupant": "regroup", "rassemblant": "rassembl", "employant": "employ",
    "comptant": "compt", "visant": "vis", "abritant": "abrit", "hébergeant": "héberge",
}  # fmt: skip
_MADE_OF = frozenset({"composé", "composée", "constitué", "constituée", "formé", "formée"})


def subject_holding(m: Measure, context: Context) -> Frame:
    """« Un train transportant 600 personnes a déraillé près de Metz », « Un groupe composé de 12 marcheurs a atteint le
    col »: how many the train that derailed carried, how many the group was made of."""
    shape = m.shape
    if m.quantity.dimension != "count" or m.noun is None or counts_others(m):
        return NO_FRAME
    said = shape.tokens[m.first - 1].lower_ if m.first else ""
    made = m.first > 1 and said in ("de", "d'") and shape.tokens[m.first - 2].lower_ in _MADE_OF
    stem = _HOLDS.get(said, "")
    if not (made or stem):
        return NO_FRAME
    hold = m.first - (2 if made else 1)
    first = hold
    while first > 0 and shape.cats[first - 1] in ("noun", "adj", "name", "det"):
        first -= 1
    article = {"un": "le", "une": "la", "le": "le", "la": "la", "l'": "l'"}.get(shape.tokens[first].lower_)
    if article is None or shape.cats[first + 1] != "noun" or "det" in shape.cats[first + 1 : hold]:
        return NO_FRAME
    population, core = counted_core(m)
    after = core + 1 if core < len(shape.cats) and shape.cats[core] == "comma" else core
    group = next((g for g in shape.groups if g.first >= core), None)
    if group is None or group.first != after or not stated(group) or group.number == "p":
        return NO_FRAME
    lead = lead_of(shape, first)
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, _ = following(shape, group.stop)
    rest = restored(shape, tokens, context, group.number)
    if lead is None or len(tokens) < _KNOWN:
        return NO_FRAME
    name = piece(shape, range(first + 1, hold))
    holder = f"l'{name.text}" if article == "l'" or _vowel(name.text) else f"{article} {name.text}"
    past = bool(group.auxiliary) or group.tense in ("impf", "past")
    whole = f"{holder} qui {verb.text} {rest.text}"
    stands = all(p.stands for p in (lead, verb, rest, name, population))
    if made:
        return Frame(
            construction="count-subject",
            lead=lead.text,
            verb="composaient" if past else "composent",
            rest=whole,
            population=population.text,
            resolved=stands,
            asked_gender=counted_gender(m),
        )
    return Frame(
        construction="object",
        lead=lead.text,
        subject=whole,
        population=population.text,
        resolved=stands,
        finite=f"{stem}{'ait' if past else 'e'}".replace("ee", "e"),
        asked_gender=counted_gender(m),
    )


_KNOWN = 2
"""Words after a verb from which what a thing did tells which thing it is."""


def _vowel(text: str) -> bool:
    """Whether « le » loses its vowel before a word of the language."""
    return re.match(r"[aeiouyàâéèêëîïôûœ]|hom|hab|hiv|hô|hu[im]|hist", text.lower()) is not None
