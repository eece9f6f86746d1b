"""Whose clause a figure stands in, read more loosely than `value_who` does, what leads in before it, and the frame of
something acted upon.

Knows grammar and the names of the article; refuses a subject that neither a name, its length nor the title makes known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import Piece, Pronoun, following, gender_of, lowered, piece, pronoun_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.numerals import COLLECTIVES
from quiz.facts.value_context import Context, antecedent
from quiz.facts.value_cores import counted_core, counted_gender
from quiz.facts.value_who import Who, ends_with_a_country, verb_pieces, without_brackets
from quiz.facts.value_words import words

NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a clause is about, and what leads in before it."""

    text: str
    pronoun: Pronoun
    stands: bool
    lead: Piece


def stated(group: VerbGroup | None) -> bool:
    """Whether a verb states what it says: no denial, no conditional, no question."""
    return group is not None and not group.negated and group.mood != "cond" and not group.inverted


def clause_subject(m: Measure, group: VerbGroup, context: Context) -> Subject | None:
    """The subject of a verb as its clause writes it, or what « qui » stands for."""
    shape = m.shape
    before = group.first - 1
    if before > 0 and shape.cats[before] == "rel":
        return _antecedent(m, group, before, context)
    return _long_phrase(m, group, context)


def known_subject(m: Measure, group: VerbGroup, context: Context) -> Subject | None:
    """The subject as the strict reading resolves it, else as its clause writes it."""
    who = Who(m, group, context)
    lead = lead_of(m.shape, who.first)
    if who.text and lead is not None and not who.impersonal:
        return Subject(who.text, who.pronoun, who.stands, lead)  # type: ignore[arg-type]
    return clause_subject(m, group, context)


def _long_phrase(m: Measure, group: VerbGroup, context: Context) -> Subject | None:
    """« Un homme armé d'un couteau et d'une barre de fer | a blessé sept passants »: all that fills the clause up to
    its verb."""
    shape, last = m.shape, _before_insertion(m.shape, group.first)
    first = last
    outside = set(without_brackets(shape, 0, group.first))
    while first > 0 and (
        shape.cats[first - 1] in _PHRASE or first - 1 not in outside or shape.tokens[first - 1].lower_ in _PASSING
    ):
        first -= 1
    inside = [i for i in range(first, last) if i in outside]
    if not inside or not _opens_phrase(shape, inside[0]) or shape.cats[inside[-1]] in ("adp", "det", "and", "num"):
        return None
    head = next((i for i in inside if shape.cats[i] in ("noun", "name")), None)
    if head is None or head - inside[0] > 4 or shape.tokens[head].lower_ in words("time_words"):
        return None
    if first and shape.cats[first - 1] in ("rel", "verb", "clit", "inf", "ger", "pron"):
        return None
    gathered = len(inside) > 1 and shape.tokens[inside[1]].lower_ in COLLECTIVES
    counted = gathered or shape.cats[inside[0]] in ("num", "adv") or shape.tokens[inside[0]].lower_ == "plus"
    several = counted or shape.tokens[inside[0]].lower_ in ("les", "des")
    joined = not several and "and" in {shape.cats[i] for i in inside}
    if several != (group.number == "p") and not (joined and group.number == "p"):
        return None
    lead = lead_of(shape, first)
    if lead is None:
        return None
    said = piece(shape, inside)
    pronoun = pronoun_of(shape, head, group, context.reading)
    if counted:
        head = (
            next((i for i in inside if i > inside[1] and shape.cats[i] in ("noun", "name")), head) if gathered else head
        )
        gender = gender_of(shape, head)
        pronoun = {"f": "elles", "m": "ils"}.get(gender, "")  # type: ignore[assignment]
        text = said.text[:1].lower() + said.text[1:] if inside[0] == 0 else said.text
        return Subject(text, pronoun, said.stands, lead)
    return Subject(lowered(shape, inside[0], said.text), pronoun, said.stands, lead)


def _before_insertion(shape: Shape, verb: int) -> int:
    """« Un homme, qui visait une gare, | a blessé… »: where the phrase before what is set apart ends."""
    if verb < 4 or shape.cats[verb - 1] != "comma":
        return verb
    opening = next((i for i in range(verb - 2, 0, -1) if shape.cats[i] == "comma"), None)
    while opening is not None and shape.cats[opening + 1] not in ("rel", "part", "det", "adj", "adp", "ger", "num"):
        opening = next((i for i in range(opening - 1, 0, -1) if shape.cats[i] == "comma"), None)
    if opening is None:
        return verb - 1  # a stray comma: « Le candidat Luc Roux (PL) , a été élu »
    if "stop" in shape.cats[opening:verb]:
        return verb
    verbs = "verb" in shape.cats[opening:verb]
    return opening if not verbs or shape.cats[opening + 1] == "rel" else verb


_PASSING = frozenset({"près", "plus", "environ"})
_PHRASE = frozenset({"noun", "name", "adj", "adp", "det", "part", "num", "and"})


def _opens_phrase(shape: Shape, i: int) -> bool:
    word = shape.tokens[i].lower_
    if word in ("le", "la", "l'", "les", "un", "une") or (shape.cats[i] == "name" and i == 0):
        return True
    return shape.cats[i] == "num" or (word == "plus" and shape.tokens[i + 1].lower_ in ("de", "d'"))


def _antecedent(m: Measure, group: VerbGroup, relative: int, context: Context) -> Subject | None:
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
    if ends_with_a_country(shape, head, stop):
        return None  # « l'appui de la France, qui fournira 40 camions »
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
    return Subject(joined, pronoun, said.stands, opening)


def _silent(text: str) -> bool:
    """Whether « le » loses its vowel before a word of the language: « l'explosion », « l'incendie »."""
    return re.match(r"[aeiouyàâéèêëîïôûœ]|hom|hab|hiv|hô|hu[im]|hist", text.lower()) is not None


def lead_of(shape: Shape, first: int) -> Piece | None:
    """What leads in; « Arrivé sur Mars en 2012, le robot… » and « Premier pays à voter, l'Inde… » only describe who
    follows, and are left out."""
    earlier = [g for g in shape.groups if g.stop <= first]
    said = leading(shape, first, earlier)
    if said is not None or earlier or not first or shape.cats[first - 1] != "comma":
        return said
    placed = when_and_where(shape, first)
    if placed is not None:
        return placed
    inside = set(shape.cats[: first - 1])
    opens = 1 if shape.cats[0] == "adv" and first > 2 else 0  # « Bien préparée, … »
    described = shape.cats[opens] in ("part", "adj") or (shape.cats[0] == "noun" and shape.cats[1] in ("adp", "adj"))
    return Piece("") if described and not {"verb", "rel", "sub", "stop", "mark", "open"} & inside else None


def when_and_where(shape: Shape, first: int) -> Piece | None:
    """« Samedi, aux alentours de 3h30, près de Vaugris (Isère), »: stretches of time and place, each led in by a
    preposition."""
    if first < _SHORTEST:
        return None
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


_LEAD, _SHORTEST = 26, 2


def object_of(m: Measure, group: VerbGroup, who: Subject, middle: list[int], preposition: str) -> Frame:
    """« S + verb + [middle] + [preposition] N + rest », N being what is asked for."""
    shape = m.shape
    population, core = counted_core(m)
    tokens, whole = following(shape, core)
    if tokens and shape.cats[tokens[0]] in ("and", "noun", "name", "num"):
        return NO_FRAME
    verb = next((place for place, i in enumerate(tokens) if shape.cats[i] == "verb"), None)
    if verb is not None and not {"rel", "sub"} & {shape.cats[i] for i in tokens[:verb]}:
        return NO_FRAME  # the clause of another subject goes on
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


MIDDLE = 9
"""Words between a verb and its object that may follow it as well."""
