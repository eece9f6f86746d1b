"""Frames of figures whose clause the strict readings leave: a long subject, a clause with « qui », « ce sont 12 usines
qui ferment », « …, tuant 12 passants », « à quinze reprises », « par 385 voix ».

Comes after all other readings. See `value_frames` for what the pieces of a frame mean. Refuses a clause with another
clause, a list or a bracket between its verb and its figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import Piece, Pronoun, following, gender_of, lowered, piece, pronoun_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure, measure
from quiz.facts.quantities import find_quantities
from quiz.facts.value_adjuncts import says_where_or_how, time_first, without_connectors
from quiz.facts.value_context import Context, antecedent
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_pronouns import restored
from quiz.facts.value_who import Who, counts_others, noun_start, verb_pieces, without_brackets
from quiz.facts.value_words import words
from quiz.facts.verbs import verb_forms

NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who or what a clause is about, and what leads in before it."""

    text: str
    pronoun: Pronoun
    stands: bool
    lead: Piece


def loose_frame(m: Measure, context: Context) -> Frame:
    """The first of these readings that the clause allows."""
    if m.quantity.role or m.quantity.vague or m.shape.sentence.masks(m.shape.tokens[m.first]):
        return NO_FRAME
    for read in _READINGS:
        frame = read(m, context)
        if frame.construction:
            return frame
    return NO_FRAME


# Whose clause -------------------------------------------------------------------------------------------------------


def _stated(group: VerbGroup | None) -> bool:
    return group is not None and not group.negated and group.mood != "cond" and not group.inverted


def _subject(m: Measure, group: VerbGroup, context: Context) -> _Subject | None:
    shape = m.shape
    before = group.first - 1
    if before > 0 and shape.cats[before] == "rel":
        return _antecedent(m, group, before, context)
    return _long_phrase(m, group, context)


def _long_phrase(m: Measure, group: VerbGroup, context: Context) -> _Subject | None:
    """« Un homme armé d'un couteau et d'une barre de fer | a blessé sept passants »: all that fills the clause up to
    its verb."""
    shape, last = m.shape, _before_insertion(m.shape, group.first)
    first = last
    outside = set(without_brackets(shape, 0, group.first))
    while first > 0 and (shape.cats[first - 1] in _PHRASE or first - 1 not in outside):
        first -= 1
    inside = [i for i in range(first, last) if i in outside]
    if not inside or not _opens_phrase(shape, inside[0]) or shape.cats[inside[-1]] in ("adp", "det", "and", "num"):
        return None
    head = next((i for i in inside if shape.cats[i] in ("noun", "name")), None)
    if head is None or head - inside[0] > 4 or shape.tokens[head].lower_ in words("time_words"):
        return None
    if first and shape.cats[first - 1] in ("rel", "verb", "clit", "inf", "ger", "pron"):
        return None
    counted = shape.cats[inside[0]] in ("num", "adv") or shape.tokens[inside[0]].lower_ == "plus"
    several = counted or shape.tokens[inside[0]].lower_ in ("les", "des")
    joined = not several and "and" in {shape.cats[i] for i in inside}
    if several != (group.number == "p") and not (joined and group.number == "p"):
        return None
    lead = _lead(shape, first)
    if lead is None:
        return None
    said = piece(shape, inside)
    pronoun = pronoun_of(shape, head, group, context.reading)
    if counted:
        gender = gender_of(shape, head)
        pronoun = {"f": "elles", "m": "ils"}.get(gender, "")  # type: ignore[assignment]
        text = said.text[:1].lower() + said.text[1:] if inside[0] == 0 else said.text
        return _Subject(text, pronoun, said.stands, lead)
    return _Subject(lowered(shape, inside[0], said.text), pronoun, said.stands, lead)


def _before_insertion(shape: Shape, verb: int) -> int:
    """« Un homme, qui visait une gare, | a blessé… »: where the phrase before what is set apart ends."""
    if verb < 4 or shape.cats[verb - 1] != "comma":
        return verb
    opening = next((i for i in range(verb - 2, 0, -1) if shape.cats[i] == "comma"), None)
    while opening is not None and shape.cats[opening + 1] not in ("rel", "part", "det", "adj", "adp", "ger"):
        opening = next((i for i in range(opening - 1, 0, -1) if shape.cats[i] == "comma"), None)
    if opening is None or "stop" in shape.cats[opening:verb]:
        return verb
    verbs = "verb" in shape.cats[opening:verb]
    return opening if not verbs or shape.cats[opening + 1] == "rel" else verb


_PHRASE = frozenset({"noun", "name", "adj", "adp", "det", "part", "num", "and"})


def _opens_phrase(shape: Shape, i: int) -> bool:
    word = shape.tokens[i].lower_
    if word in ("le", "la", "l'", "les", "un", "une") or (shape.cats[i] == "name" and i == 0):
        return True
    return shape.cats[i] == "num" or (word == "plus" and shape.tokens[i + 1].lower_ in ("de", "d'"))


def _antecedent(m: Measure, group: VerbGroup, relative: int, context: Context) -> _Subject | None:
    """« la marche pour le climat, qui | a rassemblé 3 000 personnes »: the phrase before « qui », known by its name, by
    its length or by the title."""
    shape = m.shape
    if shape.tokens[relative].lower_ != "qui":
        return None
    head = antecedent(shape, group, relative)
    if head is None or shape.cats[head] != "noun":
        return None
    first = head
    while first > 0 and shape.cats[first - 1] in ("adj", "num"):
        first -= 1
    det = shape.tokens[first - 1].lower_ if first else ""
    if first > 2 and shape.cats[first - 2] == "adp" and shape.cats[first - 3] in ("noun", "name", "adj"):
        return None  # « la marche pour le climat qui a réuni »: the climate, or the march?
    stop = relative - 1 if shape.cats[relative - 1] == "comma" else relative
    inside = without_brackets(shape, first, stop)
    if not inside or {"verb", "comma", "rel", "sub", "mark"} & {shape.cats[i] for i in inside}:
        return None
    number = group.number == "p"
    article = {"le": "le", "la": "la", "l'": "l'", "les": "les", "un": "le", "une": "la", "des": "les"}.get(det)
    counted = shape.cats[first] == "num"
    if counted and det not in ("les",):
        article, first = "les", first
    if article is None or (article == "les") != number:
        return None
    said = piece(shape, inside)
    named = "name" in {shape.cats[i] for i in inside} or re.search(r"\b(?:19|20)\d\d\b", said.text)
    titled = shape.tokens[head].lower_[:6] in (context.reading.article.title or "").lower()
    if not (named or titled or len(inside) > 5):
        return None
    joined = f"{article}{said.text}" if article == "l'" else f"{article} {said.text}"
    if article in ("le", "la") and det in ("un", "une") and _silent(said.text):
        joined = f"l'{said.text}"
    pronoun = pronoun_of(shape, head, group, context.reading)
    opening = leading(shape, 0, []) or Piece("")
    return _Subject(joined, pronoun, said.stands, opening)


def _silent(text: str) -> bool:
    """Whether « le » loses its vowel before a word of the language: « l'explosion », « l'incendie »."""
    return re.match(r"[aeiouyàâéèêëîïôûœ]|hom|hab|hiv|hô|hu[im]|hist", text.lower()) is not None


def _lead(shape: Shape, first: int) -> Piece | None:
    """What leads in; « Arrivé sur Mars en 2012, le robot… » and « Premier pays à voter, l'Inde… » only describe who
    follows, and are left out."""
    earlier = [g for g in shape.groups if g.stop <= first]
    said = leading(shape, first, earlier)
    if said is not None or earlier or not first or shape.cats[first - 1] != "comma":
        return said
    placed = _when_and_where(shape, first)
    if placed is not None:
        return placed
    inside = set(shape.cats[: first - 1])
    described = shape.cats[0] in ("part", "adj") or (shape.cats[0] == "noun" and shape.cats[1] in ("adp", "adj"))
    return Piece("") if described and not {"verb", "rel", "sub", "stop", "mark", "open"} & inside else None


def _when_and_where(shape: Shape, first: int) -> Piece | None:
    """« Samedi, aux alentours de 3h30, près de Vaugris (Isère), »: stretches of time and place, each led in by a
    preposition."""
    starts = [0, *(i + 1 for i in range(first - 1) if shape.cats[i] == "comma")]
    if first > _LEAD or {"verb", "rel", "sub", "stop", "mark", "part", "ger", "inf"} & set(shape.cats[:first]):
        return None
    for i in starts:
        word = shape.tokens[i].lower_
        timed = word in words("weekdays") or (word in ("le", "ce") and shape.cats[i + 1] in ("num", "noun"))
        near = word == "près" and shape.tokens[i + 1].lower_ in ("de", "d'", "du")
        placed = shape.cats[i] == "adp" and word not in ("pour", "avec", "sans", "par", "malgré", "contre", "comme")
        if not (timed or near or placed):
            return None
    return piece(shape, range(first - 1))


_LEAD = 26


# Constructions ------------------------------------------------------------------------------------------------------


def _clause(m: Measure, context: Context) -> Frame:
    """« Un homme armé d'un couteau a blessé sept passants à Metz »: subject, verb, figure, rest."""
    group, shape = m.group, m.shape
    if group is None or not _stated(group) or m.place != "object":
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
    who = _known(m, group, context) if m.governor is None else _subject(m, group, context)
    if who is None:
        return NO_FRAME
    return _object(m, group, who, [*when, *between], m.preposition)


def _costs_lives(m: Measure) -> bool:
    """« a coûté la vie à douze passants »."""
    return m.preposition == "à" and m.before(3).removesuffix(" à").endswith("la vie")


def _with_votes(m: Measure) -> bool:
    """« a été élue présidente avec 55 % des suffrages »."""
    noun = m.shape.tokens[m.noun].lower_ if m.noun is not None else ""
    return m.preposition == "avec" and noun in ("voix", "suffrages", "votes")


_MIDDLE = 9
"""Words between a verb and its object that may follow it as well."""


def _complements(shape: Shape, between: list[int]) -> bool:
    """« a blessé *au couteau, vers minuit* six passants »: how, when and where, and nothing that is acted upon."""
    if says_where_or_how(shape, between):
        return True
    first = shape.tokens[between[0]].lower_
    opens = shape.cats[between[0]] == "adp" and first not in ("de", "d'", "du", "des")
    timed = first in ("cette", "ce", "chaque") and shape.tokens[between[0] + 1].lower_ in words("time_words")
    if len(between) > _MIDDLE or not (opens or timed or shape.cats[between[0]] == "adv"):
        return False
    if shape.cats[between[-1]] in ("adp", "det"):
        return False
    return not {"comma", "rel", "part", "ger", "open", "num", "and", "verb", "inf", "sub", "mark"} & {
        shape.cats[i] for i in between
    }


def _object(m: Measure, group: VerbGroup, who: _Subject, middle: list[int], preposition: str) -> Frame:
    shape = m.shape
    population, core = counted_core(m)
    tokens, whole = following(shape, core)
    if tokens and shape.cats[tokens[0]] in ("and", "noun", "name", "num"):
        return NO_FRAME
    between, rest = piece(shape, middle, owner=group.number), piece(shape, tokens, owner=group.number)
    clitics, finite, tail, agreeing = verb_pieces(m, group, group.stop)
    return Frame(
        construction="object",
        lead=who.lead.text,
        subject=who.text,
        population=population.text,
        rest=" ".join(text for text in (between.text, rest.text) if text),
        resolved=who.stands and who.lead.stands and all(p.stands for p in (population, between, rest)),
        preposition=preposition,
        clitics=clitics,
        finite=finite,
        tail=tail,
        participle=agreeing if not preposition else "",
        pronoun=who.pronoun,
        asked_gender=counted_gender(m),
        verb=group.tense,
        time="" if whole else "cut",
    )


def _second_verb(m: Measure, context: Context) -> Frame:
    """« Elle a réuni 300 marcheurs et fait douze blessés », « Un homme entre dans la gare et tue 19 voyageurs »: the
    second of two verbs that share a subject, and an auxiliary."""
    group, shape, i = m.group, m.shape, m.governor
    if group is None or i is None or not _stated(group) or m.preposition or m.quantity.dimension != "count":
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
    who = _known(m, group, context)
    if who is None:
        return NO_FRAME
    frame = _object(m, group, who, [], "") if not others else _of_others(m, group, who)
    if not frame.construction:
        return NO_FRAME
    if not shared:
        return replace(frame, clitics="", finite=word, tail="", participle="")
    finite = shape.tokens[group.finite].text
    return replace(frame, clitics="", finite=finite, tail=word, participle=word)


def _of_others(m: Measure, group: VerbGroup, who: _Subject) -> Frame:
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


_UNITS = ("mass", "volume", "area")


def _unit_subject(m: Measure, context: Context) -> Frame:
    """« 411 kg de cannelle ont été saisis à Metz en 2015 »: so many kilograms of it."""
    shape = m.shape
    if m.quantity.dimension not in _UNITS or m.preposition or m.quantity.hedge or m.stop + 1 >= len(shape.cats):
        return NO_FRAME
    if shape.tokens[m.stop].lower_ not in ("de", "d'") or shape.cats[m.stop + 1] not in ("noun", "name"):
        return NO_FRAME
    population, core = counted_core(m)
    group = shape.group_of(core)
    unit = re.sub(r"^.*\d\W*", "", m.quantity.text)
    if group is None or group.first != core or not _stated(group) or group.number != "p" or not unit.isalpha():
        return NO_FRAME
    lead = _lead(shape, m.first)
    if lead is None:
        return NO_FRAME
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, whole = following(shape, group.stop)
    rest = restored(shape, tokens, context, group.number)
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


def _cleft(m: Measure, context: Context) -> Frame:
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
    if who is None or group is None or not _stated(group) or group.number != "p":
        return NO_FRAME
    if not set(shape.cats[m.noun : who]) <= {"noun", "name", "adj", "adp", "det", "part"}:
        return NO_FRAME
    lead = _lead(shape, opens)
    if lead is None:
        return NO_FRAME
    population = piece(shape, range(noun_start(m), who))
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, whole = following(shape, group.stop)
    rest = restored(shape, tokens, context, group.number)
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


def _times(m: Measure, context: Context) -> Frame:
    """« La sonde Filou a survolé Vaugris à quinze reprises », « … trois fois »: how often."""
    shape, group = m.shape, m.group
    if group is None or not _stated(group) or m.place != "object":
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
    who = _known(m, group, context)
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
    if not _stated(m.group) or {"rel", "verb", "sub"} & set(between):
        return NO_FRAME
    who = _known(m, m.group, context) if m.group is not None else None
    if m.group is None or who is None:
        return NO_FRAME
    return _object(m, m.group, who, list(range(m.group.stop, m.first - 1)), "par")


_DONE = {
    "faire": "fait", "tuer": "tué", "blesser": "blessé", "causer": "causé", "provoquer": "provoqué",
    "entraîner": "entraîné", "détruire": "détruit", "endommager": "endommagé", "toucher": "touché",
}  # fmt: skip


def _result(m: Measure, context: Context) -> Frame:
    """« Un camion a percuté la foule à Metz, tuant 12 passants », « …, causant la mort de 12 passants »: what the
    subject has done by it."""
    shape, group, i = m.shape, m.group, m.governor
    if group is None or i is None or not _stated(group) or group.passive or m.noun is None or counts_others(m):
        return NO_FRAME
    told = group.tense in ("pres", "past") or group.auxiliary in ("avoir", "être")
    if shape.cats[i] != "ger" or not told:
        return NO_FRAME
    lemma = next((f.lemma for f in verb_forms(shape.tokens[i].text) if f.mood == "ger"), "")
    past = _DONE.get(lemma, "")
    between = [shape.tokens[k].lower_ for k in range(i + 1, m.first)]
    if between == ["la", "mort", "de"] or between == ["la", "mort", "d'"] or between == ["le", "décès", "de"]:
        past = "tué" if past in ("causé", "provoqué", "entraîné") else ""
    elif between:
        return NO_FRAME
    if not past or any(shape.cats[k] in ("sub", "rel", "stop") for k in range(group.stop, i)):
        return NO_FRAME
    subject = _known(m, group, context)
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


def _known(m: Measure, group: VerbGroup, context: Context) -> _Subject | None:
    who = Who(m, group, context)
    lead = _lead(m.shape, who.first)
    if who.text and lead is not None and not who.impersonal:
        return _Subject(who.text, who.pronoun, who.stands, lead)  # type: ignore[arg-type]
    return _subject(m, group, context)


_OBTAINED = {
    "récolter": "récolté", "obtenir": "obtenu", "recueillir": "recueilli", "remporter": "remporté", "réunir": "réuni",
    "totaliser": "totalisé", "rassembler": "rassemblé", "inscrire": "inscrit", "marquer": "marqué",
}  # fmt: skip


def _by_getting(m: Measure, context: Context) -> Frame:
    """« Ada Morin a été élue en récoltant 56 % des suffrages »: what she got by it."""
    shape, group, i = m.shape, m.group, m.governor
    if group is None or i is None or not _stated(group) or m.noun is None or i != m.first - 1 or m.preposition:
        return NO_FRAME
    if shape.cats[i] != "ger" or (shape.tokens[i - 1].lower_ != "en" and shape.cats[i - 1] != "comma"):
        return NO_FRAME
    lemma = next((f.lemma for f in verb_forms(shape.tokens[i].text) if f.mood == "ger"), "")
    past = _OBTAINED.get(lemma, "")
    between = set(shape.cats[group.stop : i])
    who = _known(m, group, context) if past and not {"sub", "rel", "stop", "ger"} & between else None
    if who is None:
        return NO_FRAME
    frame = _object(m, group, who, [], "")
    finite = "ont" if group.number == "p" else "a"
    return replace(frame, clitics="", finite=finite, tail=past, participle=past, verb="past")


def _having(m: Measure, context: Context) -> Frame:
    """« Paris est touché, le niveau de la Seine ayant atteint 6 m »: a clause of its own."""
    del context
    shape, i = m.shape, m.first - 2
    if m.preposition or i < 3 or shape.tokens[i].lower_ != "ayant" or shape.cats[i + 1] != "part":
        return NO_FRAME
    start = next((k for k in range(i - 1, -1, -1) if shape.cats[k] in ("comma", "stop")), None)
    if start is None or shape.tokens[start + 1].lower_ not in ("le", "la", "l'", "les") or i - start > _MIDDLE:
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


_SLOPES = frozenset({"baisse", "hausse", "recul", "progression", "augmentation", "diminution", "repli", "retrait"})


def _slope(m: Measure, context: Context) -> Frame:
    """« Les exportations sont en baisse de 2 % », « Le nombre d'inscrits augmente de 93 500 »: by how much."""
    shape, group = m.shape, m.group
    if group is None or not _stated(group) or m.preposition not in ("de", "d'") or m.governor is not None:
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
    who = _known(m, group, context)
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


def _reported(m: Measure, context: Context) -> Frame:
    """« Un porte-parole de la police a déclaré que six passants ont été blessés »: so many, according to him."""
    shape, group = m.shape, m.group
    if m.place != "subject" or group is None or not _stated(group) or m.noun is None or counts_others(m):
        return NO_FRAME
    share = m.quantity.dimension == "share" and m.quantity.unit == "percent"
    if not (share or m.quantity.dimension == "count") or group.number != "p" or m.first < 3:
        return NO_FRAME
    said = next((g for g in shape.groups if g.stop == m.first - 1), None)
    if shape.tokens[m.first - 1].lower_ not in ("que", "qu'") or said is None or said.negated or said.mood == "cond":
        return NO_FRAME
    teller = _known(m, said, context) if said.lemma in words("saying_verbs") else None
    if teller is None or teller.text in ("il", "elle", "ils", "elles", "on", "cela"):
        return NO_FRAME
    start = m.stop if share else noun_start(m)
    population = piece(shape, without_brackets(shape, start, m.phrase_stop))
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, whole = following(shape, group.stop)
    rest = restored(shape, tokens, context, group.number)
    lead = ", ".join(text for text in (f"selon {teller.text}", teller.lead.text) if text)
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


_LEADING = frozenset({"devancer", "dépasser", "battre", "distancer"})


def _ahead(m: Measure, context: Context) -> Frame:
    """« Le oui devance le non de 12 000 voix »: by how many."""
    shape, group = m.shape, m.group
    if group is None or not _stated(group) or m.preposition not in ("de", "d'") or m.noun is None or counts_others(m):
        return NO_FRAME
    between = list(range(group.stop, m.first - 1))
    if group.lemma not in _LEADING or m.quantity.dimension not in ("count", "duration") or len(between) > _MIDDLE:
        return NO_FRAME
    if not between or {"comma", "verb", "rel", "num", "sub", "and"} & {shape.cats[i] for i in between}:
        return NO_FRAME
    who = _known(m, group, context)
    return _object(m, group, who, between, "de") if who is not None else NO_FRAME


def _late(m: Measure, context: Context) -> Frame:
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


def _where_clause(m: Measure, context: Context) -> Frame:
    """« …, où environ 400 marcheurs demandaient le départ du maire »: a clause that only says where."""
    shape, group = m.shape, m.group
    if m.place != "subject" or group is None or not _stated(group) or m.noun is None or counts_others(m):
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
    return Frame(
        construction="count-subject",
        verb=verb.text,
        rest=rest.text,
        population=population.text,
        resolved=bool(rest.text) and all(p.stands for p in (population, verb, rest)),
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )


def _opening_measure(m: Measure, context: Context) -> Frame:
    """« D'une superficie de 300 hectares, le parc de Vaugris accueille… »: what the main subject measures."""
    shape = m.shape
    opens = 1 if shape.tokens[0].lower_ in ("d'", "de", "avec") else None
    if opens is None or shape.tokens[1].lower_ not in ("un", "une") or m.preposition not in ("de", "d'"):
        return NO_FRAME
    if m.first > _MIDDLE or not words("measure_nouns") & {shape.tokens[i].lower_ for i in range(2, m.first)}:
        return NO_FRAME
    comma = next((i for i in range(m.stop, len(shape.cats)) if shape.cats[i] == "comma"), None)
    group = next((g for g in shape.groups if comma is not None and g.first > comma), None)
    if comma is None or group is None or not _stated(group) or comma - m.stop > _MIDDLE:
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
    r"(?:en|au|lors de|lors du|durant|pendant|à|fin|début|pour)\b.*\b(?:19|20)\d\d\b|(?:un an|une année) (?:plus tôt|auparavant)"
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


_READINGS = (
    _opening_measure, _cleft, _times, _by_votes, _reported, _result, _by_getting, _having, _ahead, _late, _where_clause, _second_verb, _unit_subject, _slope, _clause,
)  # fmt: skip
