"""The clause of a value as a frame ready to be asked: which construction it is, and its pieces with names resolved.

A frame is made only where every piece was cut at a safe place; else its construction is empty and the sentence is fit for a
cloze at most. Refuses to word a question.

What the pieces mean, by construction (all verbatim but for resolved names):

- "share-of", "count-subject": [lead,] N of `population` + `verb` + `rest` (« 44 % | des firmes | l'utilisent | pour créer »).
- "there-are": `clitics`+`finite` of an impersonal or indefinite verb with `pronoun` (il, on), `population`, `rest`.
- "object": `subject` + `clitics` `finite` `tail` + [`preposition`] N `population` + `rest`.
- "amounts-to": the same, the number being what the subject comes to (« les coûts | sont | estimés | à N »).
- "noun-of": « S a une masse de N »: `population` is the noun that holds the number, with its adjectives.
- "made-noun-of": « S a signé un contrat de N »: the same, with `population` the thing S acted upon.
- "part-of": N of `population` (« des 195 149 candidats ») + `verb` + `rest`.
- "out-of": « sept Français sur dix | pensent | que… »: `population` is the noun, `subject` the base (« dix »).
- "age", "age-at", "rank", "score", "change": as "object", the asked phrase being an age, a place, a score, a change.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from quiz.facts.clause_pieces import CutInside, Piece, following, gender_of, leading, lowered, piece, pronoun_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.entities import Entity
from quiz.facts.fact import Frame
from quiz.facts.lexicon import is_first_name
from quiz.facts.measures import Measure
from quiz.facts.value_naming import Context, Named, antecedent, resolve_pronoun, subject_span
from quiz.facts.value_words import words
from quiz.facts.verbs import participle, verb_forms

NO_FRAME = Frame()


_LONGEST = 75
"""Tokens of a sentence beyond which its clauses are too often misread to be asked."""


def frame_of(m: Measure, named: Named, context: Context) -> Frame:
    """The frame of a quantity, `NO_FRAME` where only the whole sentence is safe."""
    if len(m.shape.tokens) > _LONGEST:
        return NO_FRAME
    try:
        frame = _framed(m, named, context)
    except CutInside:
        return NO_FRAME
    return frame if _reads_well(m, frame) else NO_FRAME


def _reads_well(m: Measure, frame: Frame) -> bool:
    """Refuses a rest that begins with a noun of its own (something was torn off it) and subjects nobody can name."""
    if frame.construction in ("", "age"):
        return True
    if frame.subject.split(" ")[0].lower() in ("certains", "certaines", "plusieurs", "quelques", "beaucoup", "chacun"):
        return False
    first = frame.rest.split(" ")[0].strip(",")
    if not first or frame.construction in ("share-of", "count-subject", "part-of", "out-of"):
        return True
    i = next((t.i for t in m.shape.tokens if t.text == first and t.i >= m.stop), None)
    return i is None or m.shape.cats[i] not in ("noun", "name", "adj") or first.lower() in words("time_words")


def _framed(m: Measure, named: Named, context: Context) -> Frame:
    """The frame of the construction a quantity stands in."""
    if (
        m.quantity.role in ("from", "to", "whole")
        or (m.group is not None
        and (m.group.negated or m.group.mood == "cond"))
    ):
        return NO_FRAME
    dimension = m.quantity.dimension
    if dimension == "age":
        return _age(m, named, context)
    if m.place == "subject" and dimension in ("share", "count"):
        return _subject(m, named, context)
    if named.construction == "bracket-share":
        return _bracket_share(m, context)
    if m.place not in ("object",) or m.group is None:
        return NO_FRAME
    if dimension == "rank":
        return _rank(m, named, context)
    if dimension == "score":
        return _score(m, named, context)
    if dimension in ("factor", "other") or m.quantity.unit == "ratio" or m.quantity.role:
        return NO_FRAME
    if m.governor is not None and m.shape.cats[m.governor] == "ger":
        return _gerund(m, context)
    return _object(m, named, context)


# Subjects --------------------------------------------------------------------------------------------------------------


def _subject(m: Measure, named: Named, context: Context) -> Frame:
    """« [En 2016,] 44 % des firmes l'utilisent pour… », « 52 personnes ont été tuées dans… »."""
    group = m.group
    assert group is not None
    shape = m.shape
    lead = leading(shape, m.first, shape.groups)
    if lead is None or (m.noun is not None and _other(m)):
        return NO_FRAME
    population = Piece("")
    if m.quantity.unit == "ratio":
        return _out_of(m, group, lead)
    if m.quantity.dimension == "count" and group.number == "s":
        return NO_FRAME
    if m.first > 1 and shape.cats[m.first - 1] == "and" and shape.cats[m.first - 2] in ("noun", "adj", "name", "part"):
        if group.auxiliary != "avoir":
            return NO_FRAME  # « cinq usines et trois ateliers ont été détruits »
    if m.noun is not None and m.quantity.role == "part":
        population = piece(shape, range(m.stop, m.phrase_stop))
        return _stated(m, group, lead, population, "part-of")
    if m.noun is not None:
        start = m.stop if m.quantity.dimension == "share" else _noun_start(m)
        joined = next(
            (i for i in range(start, m.phrase_stop) if shape.cats[i] == "and" and "num" in shape.cats[i + 1 : i + 5]),
            None,
        )
        population = piece(shape, _without_brackets(shape, start, joined or m.phrase_stop))
    elif context.population and m.quantity.dimension == "share":
        population = Piece(context.population_link or f"des {context.population}")
    elif m.quantity.dimension == "count":
        return NO_FRAME
    return _stated(m, group, lead, population, "share-of" if m.quantity.dimension == "share" else "count-subject")


def _out_of(m: Measure, group: VerbGroup, lead: Piece) -> Frame:
    """« sept Français sur dix considèrent que… »."""
    said = re.fullmatch(r"(\S+)\s(.+)\ssur\s(\S+)", m.quantity.text.replace("\u00a0", " "))
    if said is None or said[1].lower() in ("un", "une"):
        return NO_FRAME
    return replace(_stated(m, group, lead, Piece(said[2]), "out-of"), subject=said[3])


def _stated(m: Measure, group: VerbGroup, lead: Piece, population: Piece, construction: str) -> Frame:
    shape = m.shape
    verb = piece(shape, range(group.first, group.stop), own_subject=True)
    tokens, whole = following(shape, group.stop)
    rest = piece(shape, tokens, own_subject=True)
    return Frame(
        construction=construction,
        lead=lead.text,
        verb=verb.text,
        rest=rest.text,
        population=population.text,
        resolved=all(p.stands for p in (lead, population, rest)) and _leans_on_known(shape, group, population),
        asked_gender=gender_of(shape, m.noun) if m.noun is not None else "",
        time="" if whole else "cut",
    )


def _leans_on_known(shape: Shape, group: VerbGroup, population: Piece) -> bool:
    """An object pronoun on the verb (« l'utilisent ») must have its noun in the population before it."""
    leaning = [shape.tokens[i].lower_ for i in range(group.first, group.finite) if shape.cats[i] == "clit"]
    if not any(word in ("l'", "le", "la", "les", "y", "en", "lui", "leur") for word in leaning):
        return True
    if any(word in ("s'", "se") for word in leaning):
        return "en" not in leaning and "y" not in leaning
    return bool(re.search(r"\b(?:qui|ayant|utilisant)\b|(?<=\s)[A-Z]\w+", population.text))


def _other(m: Measure) -> bool:
    """« 15 autres personnes », « les 3 premiers »: counted against something said before."""
    start = m.stop
    between = [m.shape.tokens[i].lower_ for i in range(start, (m.noun or start) + 1)]
    first = [m.shape.tokens[i].lower_ for i in range(m.first, m.start)]
    return any(w in ("autres", "derniers", "dernières", "premiers", "premières", "mêmes") for w in between) or any(
        w in ("ces", "ses", "leurs", "nos", "autres") for w in first
    )


def _noun_start(m: Measure) -> int:
    """The token after the number and its « de »."""
    i = m.stop
    if i < len(m.shape.tokens) and m.shape.tokens[i].lower_ in ("de", "d'", "des"):
        i += 1
    return i


def _without_brackets(shape: Shape, start: int, stop: int) -> list[int]:
    out, depth = [], 0
    for i in range(start, stop):
        if shape.cats[i] == "open":
            depth += 1
        elif shape.cats[i] == "close":
            depth -= 1
        elif depth == 0:
            out.append(i)
    return out


def _bracket_share(m: Measure, context: Context) -> Frame:
    """« près de la moitié des firmes (47 %) envisagent d'utiliser… »: the exact figure asked of the whole statement."""
    shape = m.shape
    closing = next((k for k in range(m.stop, len(shape.cats)) if shape.cats[k] == "close"), None)
    group = shape.group_of(closing + 1) if closing is not None and closing + 1 < len(shape.cats) else None
    link = next((k for k in range(m.first - 2, -1, -1) if shape.tokens[k].lower_ in ("des", "du", "de la")), None)
    if group is None or link is None:
        return NO_FRAME
    first = link
    while first > 0 and shape.cats[first - 1] not in ("comma", "stop", "sub", "and", "mark"):
        first -= 1
    lead = leading(shape, first, [g for g in shape.groups if g.stop <= first])
    if lead is None:
        return NO_FRAME
    population = piece(shape, range(link, m.first - 1))
    context.population_link = population.text
    return _stated(m, group, lead, population, "share-of")


# Objects ---------------------------------------------------------------------------------------------------------------


class _Who:
    """The subject of a verb as a piece, with its pronoun."""

    def __init__(self, m: Measure, group: VerbGroup, context: Context) -> None:
        self.text, self.pronoun, self.stands, self.first, self.impersonal = "", "", False, group.first, False
        shape = m.shape
        span = subject_span(shape, group)
        if span is None:
            return
        self.first = span[0]
        head_word = shape.tokens[span[0]].lower_
        if span[1] - span[0] == 1 and head_word in words("pronouns"):
            self._of_pronoun(m, span[0], group, context)
            return
        if head_word in words("relatives"):
            self._of_relative(m, group, span[0], context)
            return
        aside = next((i for i in range(*span) if shape.cats[i] == "ger" and shape.tokens[i - 1].lower_ == "en"), None)
        span = (span[0], aside - 1) if aside is not None and aside - 1 > span[0] else span
        said = piece(shape, _without_brackets(shape, *span))
        head = _head_in(shape, span)
        if any(span[0] <= g.first < span[1] and "rel" not in shape.cats[span[0] : g.first] for g in shape.groups):
            return
        if shape.tokens[head].lower_ in words("time_words"):
            return
        if shape.cats[span[0]] in ("adp", "adv", "num"):
            return  # « plus de 75 000 attaques »: the subject is another number
        self.text = lowered(shape, span[0], said.text)
        self.stands = said.stands
        last = _person_just_before(shape, span[0], group.first, context)
        if last is not None and shape.cats[head] == "noun":
            self.text, self.stands = last.name, True
            self.pronoun = (
                "elle"
                if last.gender == "f"
                else "il"
                if last.gender == "m"
                else pronoun_of(shape, head, group, context.reading)
            )
            return
        if shape.cats[head] == "name":
            full = context.reading.entities.at(
                shape.sentence.at(shape.tokens[span[0]]), shape.sentence.end_of(shape.tokens[span[1] - 1])
            )
            if full is not None and full.kind == "person" and said.text in full.aliases:
                self.text = full.name
        self.pronoun = pronoun_of(shape, head, group, context.reading)

    def _of_pronoun(self, m: Measure, i: int, group: VerbGroup, context: Context) -> None:
        word = m.shape.tokens[i].lower_
        leaning = [m.shape.tokens[k].lower_ for k in range(group.first, group.finite)]
        there = group.lemma == "avoir" and "y" in leaning
        if word == "on" or (word == "il" and (there or group.lemma in words("impersonal_verbs"))):
            self.text, self.pronoun, self.stands, self.impersonal = word, word, True, True
            return
        name = resolve_pronoun(m, i, context)
        if name is not None:
            self.text, self.pronoun, self.stands = name, word, True
        else:
            self.text, self.pronoun = word, word if word in ("il", "elle", "ils", "elles") else ""

    def _of_relative(self, m: Measure, group: VerbGroup, i: int, context: Context) -> None:
        noun = antecedent(m.shape, group, i)
        if noun is None or m.shape.tokens[i].lower_ != "qui":
            return
        token = m.shape.tokens[noun]
        entity = context.reading.entities.at(m.shape.sentence.at(token), m.shape.sentence.end_of(token))
        if entity is None or m.shape.cats[noun] != "name":
            return
        self.text, self.stands = entity.name, True
        self.pronoun = {"m": "il", "f": "elle"}.get(entity.gender, "") if entity.kind == "person" else ""


def _person_just_before(shape: Shape, first: int, stop: int, context: Context) -> Entity | None:
    """« Le parolier et acteur de théâtre, de cinéma et de télévision Roger Dumas s'est éteint »: the name he ends with."""
    sentence = shape.sentence
    start, end = sentence.at(shape.tokens[first]), sentence.end_of(shape.tokens[stop - 1])
    found = [
        x for x in context.reading.entities.within(start, end) if x.entity.kind == "person" and " " in x.entity.name
    ]
    return found[0].entity if len(found) == 1 and found[0].end == end else None


def _head_in(shape: Shape, span: tuple[int, int]) -> int:
    return next((i for i in range(*span) if shape.cats[i] in ("noun", "name")), span[0])


def _verb_pieces(m: Measure, group: VerbGroup, chain: int) -> tuple[str, str, str, str]:
    """(clitics, finite form, what follows it up to token `chain`, the participle that may agree)."""
    shape = m.shape
    finite = shape.tokens[group.finite].text
    clitics = "".join(
        shape.tokens[i].text + shape.tokens[i].whitespace_ for i in range(group.first, group.finite)
    ).lower()
    after = range(group.finite + 1, max(group.stop, chain))
    tail = " ".join(piece(shape, list(after), own_subject=True).text.split())
    agreeing = ""
    if group.auxiliary == "avoir" and chain <= group.stop:
        word = shape.tokens[group.main].text
        agreeing = word if participle(word) is not None else ""
    return clitics, finite.lower() if group.first == 0 else finite, tail, agreeing


def _chain(m: Measure, group: VerbGroup) -> int | None:
    """Where the verb ends with its infinitives (« peut générer », « permet de former »); None where something else governs."""
    shape, end = m.shape, group.stop
    while True:
        i = end
        while i < m.first and (
            shape.cats[i] in ("adp", "clit", "adv") or shape.tokens[i].lower_ in ("de", "d'", "à", "se", "s'")
        ):
            i += 1
        if i < m.first and shape.cats[i] == "inf":
            end = i + 1
            continue
        break
    governor = m.governor
    return None if governor is not None and governor >= end else end


def _between(m: Measure, start: int) -> list[int]:
    """The tokens between the verb and the asked phrase, its preposition left out."""
    stop = m.first - (1 if m.preposition else 0)
    return list(range(start, max(start, stop)))


def _object(m: Measure, named: Named, context: Context) -> Frame:
    """« Neymar a marqué 105 buts… », « Kling peut générer jusqu'à deux minutes de vidéo… », « sont estimés à 6 milliards »."""
    group = m.group
    assert group is not None
    shape = m.shape
    chain = _chain(m, group)
    if chain is None or group.inverted or (m.noun is not None and _other(m)):
        return NO_FRAME
    who = _Who(m, group, context)
    if not who.text:
        return NO_FRAME
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if lead is None:
        return NO_FRAME
    if m.holder is not None and m.noun is None:
        return _held(m, group, chain, who, lead)
    between = _between(m, chain)
    commas = [i for i in between if shape.cats[i] == "comma"]
    if len(commas) == 2 and not any(shape.cats[i] in ("rel", "part", "ger") for i in between):
        between = [i for i in between if i not in commas]  # « arrive, fin 2014, à… »
    acted_on = m.holder is not None and m.noun is not None and _simple_object(shape, chain, m.holder, between)
    if m.preposition == "" and any(shape.cats[i] in ("noun", "name", "num") for i in between):
        return NO_FRAME
    if len(between) > 9 or any(shape.cats[i] in ("comma", "rel", "part", "ger", "open", "num", "and") for i in between):
        return NO_FRAME
    if m.preposition not in ("", *words("asked_prepositions")):
        return NO_FRAME
    ahead = shape.tokens[m.stop + 1].lower_ if m.stop + 1 < len(shape.tokens) else ""
    if m.preposition == "avec" and ahead not in ("avance", "retard") and m.quantity.dimension != "duration":
        return NO_FRAME
    clitics, finite, tail, agreeing = _verb_pieces(m, group, chain)
    population, core = _counted_core(m)
    tokens, whole = following(shape, core)
    if not whole and not tokens and m.preposition:
        return NO_FRAME
    if m.first < m.start and shape.tokens[m.first].lower_ in ("les", "ses", "leurs") and not m.quantity.hedge:
        return NO_FRAME
    if tokens and shape.cats[tokens[0]] == "and":
        return NO_FRAME  # « plus de 500 galaxies et des millions d'étoiles »
    middle = piece(shape, between, own_subject=True)
    rest = piece(shape, tokens, own_subject=True)
    construction = "object"
    if who.impersonal:
        construction = "there-are"
    elif m.preposition in ("à", "de", "d'") and not between and group.lemma in words("amounting_verbs"):
        comes_to = group.passive or group.lemma in ("élever", "monter", "établir", "être")
        if group.lemma == "être" and not words("measure_nouns") & set(who.text.lower().replace("'", " ").split()):
            return NO_FRAME
        construction = "amounts-to" if comes_to else "amounts-by"
    elif (
        m.preposition in ("de", "d'")
        and group.lemma in words("change_verbs")
        and m.quantity.dimension in ("share", "change")
    ):
        construction = "change"
    elif m.preposition in ("de", "d'") and acted_on:
        construction = "object"  # « a causé la mort de vingt personnes »
    elif m.preposition in ("de", "d'") and not (
        group.lemma in words("amounting_verbs") or m.quantity.dimension == "share"
    ):
        return NO_FRAME
    frame = Frame(
        construction=construction,
        lead=lead.text,
        subject=who.text,
        population=population.text,
        rest=" ".join(text for text in (middle.text, rest.text) if text),
        resolved=who.stands and all(p.stands for p in (lead, population, middle, rest)),
        preposition=m.preposition,
        clitics=clitics,
        finite=finite,
        tail=tail,
        participle=agreeing if not m.preposition else "",
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender=gender_of(shape, m.noun) if m.noun is not None else "",
        time="" if whole else "cut",
    )
    return frame if _leans_on_known(shape, group, Piece(who.text + " x x x x")) else replace(frame, resolved=False)


def _simple_object(shape: Shape, start: int, holder: int, between: list[int]) -> bool:
    """Whether the tokens between are just « la mort », « le départ »: an object the number completes."""
    if between != list(range(start, holder + 1)) or len(between) != 2 or shape.cats[start] != "det":
        return False
    noun = shape.tokens[holder].lower_
    return noun in words("action_nouns") or noun.endswith(("tion", "sion", "ture", "ement"))


_PARTICIPLES = {
    "faire": "fait", "détruire": "détruit", "produire": "produit", "perdre": "perdu", "prendre": "pris", "obtenir": "obtenu",
    "recueillir": "recueilli", "atteindre": "atteint", "subir": "subi", "réunir": "réuni", "inscrire": "inscrit",
}  # fmt: skip


def _gerund(m: Measure, context: Context) -> Frame:
    """« Neymar a fait ses débuts…, marquant 138 buts en 229 matchs »: the gerund of a past clause is a past of its own."""
    group, shape, governor = m.group, m.shape, m.governor
    assert group is not None and governor is not None
    lemma = next((f.lemma for f in verb_forms(shape.tokens[governor].text) if f.mood == "ger"), "")
    past = _PARTICIPLES.get(lemma) or (lemma[:-2] + "é" if lemma.endswith("er") else "")
    told_as_past = group.auxiliary in ("avoir", "être", "être+été") or group.tense in ("past",)
    if (
        not past
        or group.passive
        or lemma in ("avoir", "être", "compter", "porter", "laisser")
        or not told_as_past
        or m.preposition
        or m.noun is None
    ):
        return NO_FRAME
    if (
        governor != m.first - 1
        or shape.cats[governor - 1] not in ("comma",)
        or shape.tokens[governor - 1].lower_ == "en"
    ):
        return NO_FRAME
    who = _Who(m, group, context)
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not who.text or lead is None or who.impersonal:
        return NO_FRAME
    population, core = _counted_core(m)
    tokens, whole = following(shape, core)
    rest = piece(shape, tokens, own_subject=True)
    return Frame(
        construction="gerund",
        lead=lead.text,
        subject=who.text,
        population=population.text,
        rest=rest.text,
        resolved=who.stands and lead.stands and population.stands and rest.stands,
        finite="ont" if group.number == "p" else "a",
        tail=past,
        participle=past,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender=gender_of(shape, m.noun),
        time="" if whole else "cut",
    )


def _counted_core(m: Measure) -> tuple[Piece, int]:
    """The counted noun with what cannot leave it (adjectives, « de » complements, participles, relatives), and its end.

    « 138 buts en 229 matchs »: the goals are asked, « en 229 matchs » stays with the verb. For a measure, its own
    complement: « deux minutes *de vidéo* », « 20 ans *de recherche* ».
    """
    shape = m.shape
    if m.noun is None:
        start = m.stop
        if m.quantity.dimension in ("duration", "length", "mass", "volume", "money", "area", "other", "power", "data"):
            if start < len(shape.tokens) and shape.tokens[start].lower_ in ("de", "d'") and start + 1 < len(shape.cats):
                if shape.cats[start + 1] in ("noun", "name", "adj"):
                    stop = _core_stop(shape, start + 1)
                    return piece(shape, range(start + 1, stop)), stop
        return Piece(""), start
    start = m.stop if m.quantity.dimension == "share" else _noun_start(m)
    stop = _core_stop(shape, m.noun)
    return piece(shape, _without_brackets(shape, start, stop)), stop


def _core_stop(shape: Shape, noun: int) -> int:
    cats, i = shape.cats, noun + 1
    while i < len(cats):
        if cats[i] == "part":
            tokens, _ = following(shape, i)
            return tokens[-1] + 1 if tokens else i + 1
        if cats[i] in ("adj", "name"):
            i += 1
        elif (
            shape.tokens[i].lower_ in ("de", "d'", "du", "des")
            and i + 1 < len(cats)
            and cats[i + 1] in ("noun", "name", "adj", "det", "num")
        ):
            i += 2
        elif cats[i] == "noun" and (cats[i - 1] in ("det", "adp", "adj") or shape.tokens[i].text[0].isupper()):
            i += 1
        elif cats[i] == "rel" and shape.tokens[i].lower_ in ("qui", "que", "qu'"):
            tokens, _ = following(shape, i)
            return tokens[-1] + 1 if tokens else i
        else:
            break
    return i


def _held(m: Measure, group: VerbGroup, chain: int, who: _Who, lead: Piece) -> Frame:
    """« S a une masse de 8 tonnes » (noun-of), « S a signé un contrat de cinq ans » (made-noun-of)."""
    shape, holder = m.shape, m.holder
    assert holder is not None
    if m.preposition not in ("de", "d'") or shape.cats[holder] != "noun":
        return NO_FRAME
    start = chain
    head = range(start, holder + 1)
    if not head or shape.cats[start] not in ("det",) or shape.tokens[start].lower_ not in words("articles"):
        return NO_FRAME
    if any(shape.cats[i] not in ("det", "adj", "noun", "part", "adp") for i in head):
        return NO_FRAME
    label = piece(shape, range(start + 1, m.first - 1))
    tokens, whole = following(shape, m.stop)
    rest = piece(shape, tokens, own_subject=True)
    clitics, finite, tail, agreeing = _verb_pieces(m, group, chain)
    attribute = shape.tokens[holder].lower_ in words("measure_nouns") and group.lemma in words("having_verbs")
    gender: Literal["m", "f", ""] = gender_of(shape, holder)
    if shape.tokens[start].lower_ in ("une", "la"):
        gender = "f"
    elif shape.tokens[start].lower_ in ("un", "le"):
        gender = "m"
    if shape.tokens[start].lower_ in ("les", "des") or "Number=Plur" in str(shape.tokens[holder].morph):
        return NO_FRAME
    if not gender or (not attribute and group.lemma in ("être", "avoir")):
        return NO_FRAME
    return Frame(
        construction="noun-of" if attribute else "made-noun-of",
        lead=lead.text,
        subject=who.text,
        population=label.text,
        rest=rest.text,
        resolved=who.stands and all(p.stands for p in (lead, label, rest)),
        clitics=clitics,
        finite=finite,
        tail=tail,
        participle=agreeing,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender=gender,
        verb=group.tense,
        time="" if whole else "cut",
    )


# Ages, places, scores --------------------------------------------------------------------------------------------------


def _age(m: Measure, named: Named, context: Context) -> Frame:
    """« Ada Morin, 41 ans, … » (age), « Ada Morin est morte à l'âge de 74 ans » (age-at)."""
    shape = m.shape
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
    if preposition != "à":
        return NO_FRAME
    who = _Who(m, m.group, context)
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not who.text or lead is None or m.governor is not None:
        return NO_FRAME
    clitics, finite, tail, _ = _verb_pieces(m, m.group, m.group.stop)
    between = list(range(m.group.stop, first - (1 if first == m.first and m.preposition else 0)))
    if (
        (between
        and shape.tokens[between[-1]].lower_ in words("dying"))
        or any(shape.cats[i] in ("rel", "part", "ger", "open") for i in between)
    ):
        return NO_FRAME
    tokens, whole = following(shape, m.stop)
    middle, rest = piece(shape, between, own_subject=True), piece(shape, tokens, own_subject=True)
    return Frame(
        construction="age-at",
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


def _rank(m: Measure, named: Named, context: Context) -> Frame:
    """« S a terminé troisième au Ballon d'Or », « S finit à la 5e place du classement »."""
    shape = m.shape
    noun = shape.tokens[m.stop].lower_ if m.stop < len(shape.tokens) else ""
    if noun not in ("place", "rang", "position", "marche"):
        return _adverbial(m, context, "rank", words("ranking_verbs"), {"à", "la", "en", "au", "le", "une"})
    frame = _adverbial(
        m, context, "rank", None, {"la", "le", "une", "un", "bonne", "belle", "sa", "son", "cette", "l'"}
    )
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
    return replace(frame, population=noun, preposition=preposition, rest=rest)


def _score(m: Measure, named: Named, context: Context) -> Frame:
    """« Lyon a battu Metz 3-1 », « Metz s'incline (0-2) à domicile »."""
    return _adverbial(m, context, "score", words("scoring_verbs"), {"par", "sur", "le", "score", "de", "(", ")", "un"})


def _adverbial(
    m: Measure, context: Context, construction: str, verbs: frozenset[str] | None, dropped: set[str]
) -> Frame:
    group, shape = m.group, m.shape
    assert group is not None
    if m.governor is not None or (verbs is not None and group.lemma not in verbs):
        return NO_FRAME
    who = _Who(m, group, context)
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
    start = m.stop
    while start < len(shape.tokens) and shape.tokens[start].lower_ in ("place", "rang", "position", "marche", ")"):
        start += 1
    tokens, whole = following(shape, start)
    clitics, finite, tail, _ = _verb_pieces(m, group, group.stop)
    middle, rest = piece(shape, between, own_subject=True), piece(shape, tokens, own_subject=True)
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
