"""The clause of a value as a frame ready to be asked: which construction it is, and its pieces with names resolved.

A frame is made only where every piece was cut at a safe place; else its construction is empty and the sentence is fit
for a
cloze at most. Refuses to word a question.

What the pieces mean, by construction (all verbatim but for resolved names):

- "share-of", "count-subject": [lead,] N of `population` + `verb` + `rest` (« 44 % | des firmes | l'utilisent | pour
  créer »).
- "there-are": `clitics`+`finite` of an impersonal or indefinite verb with `pronoun` (il, on), `population`, `rest`.
- "object": `subject` + `clitics` `finite` `tail` + [`preposition`] N `population` + `rest`.
- "amounts-to": the same, the number being what the subject comes to (« les coûts | sont | estimés | à N »).
- "noun-of": « S a une masse de N »: `population` is the noun that holds the number, with its adjectives.
- "made-noun-of": « S a signé un contrat de N »: the same, with `population` the thing S acted upon.
- "measure-of": « S peut filmer des matchs d'une durée de N »: `population` is the measure, `acted_on` what has it.
- "adjunct": « S explore la côte à une vitesse de N »: `population` is the measure, `preposition` what leads it in.
- "held": « S écope d'une amende de N »: `population` is the noun with its adjectives, `preposition` what leads it in.
- "picture": « S peut filmer des matchs en 720p à N »: `population` is what S films, `preposition` « en » or « à ».
- "passes-to": `acted_on` is what S was before, N what it has become, `population` its noun.
- "part-of": N of `population` (« des 95 candidats ») + `verb` + `rest`.
- "out-of": « sept Français sur dix | pensent | que… »: `population` is the noun, `subject` the base (« dix »).
- "one-in": « un Malien sur trois souffre d'asthme »: `population` is the noun in the plural.
- "age", "age-at", "rank", "score", "change": as "object", the asked phrase being an age, a place, a score, a change.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import CutInside, Piece, following, gender_of, piece
from quiz.facts.clauses import VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.frame_faults import faulty
from quiz.facts.frame_fronted import fronted_frame
from quiz.facts.frame_joined import joined_frame
from quiz.facts.frame_lists import agreeing_frame, listed_subject_frame, part_frame, placed_frame
from quiz.facts.frame_loose import loose_frame
from quiz.facts.frame_mends import mended
from quiz.facts.frame_results import against_frame
from quiz.facts.frame_spans import span_frame
from quiz.facts.frame_texts import text_frame
from quiz.facts.frame_votes import voted_frame
from quiz.facts.measures import Measure
from quiz.facts.value_claimed import as_stated
from quiz.facts.value_context import Context, Named
from quiz.facts.value_cores import with_second_place
from quiz.facts.value_hosted import hosted_frame
from quiz.facts.value_naming import name_measure
from quiz.facts.value_objects import gerund_frame, object_frame
from quiz.facts.value_pictures import picture_frame
from quiz.facts.value_pronouns import restored
from quiz.facts.value_sentenced import sentenced_frame
from quiz.facts.value_shared import elliptic_frame, inhabited_frame, passage_frame, same_noun, shared_rest
from quiz.facts.value_standing import age_frame, died_at, falls_frame, rank_frame, score_frame
from quiz.facts.value_surveys import answers_a_survey, looks_ahead, survey_for, was_asked
from quiz.facts.value_who import counts_others, leans_on_known, noun_start, without_brackets
from quiz.facts.value_words import words

NO_FRAME = Frame()


_LONGEST = 75
"""Tokens of a sentence beyond which its clauses are too often misread to be asked."""


def frame_of(m: Measure, named: Named, context: Context) -> Frame:
    """The frame of a quantity, `NO_FRAME` where only the whole sentence is safe."""
    if len(m.shape.tokens) > _LONGEST:
        return NO_FRAME
    m = as_stated(m, context)
    try:
        frame = _framed(m, named, context)
    except CutInside:
        frame = NO_FRAME
    frame = frame if frame.construction else sentenced_frame(m, context)
    frame = frame if frame.construction or _denied(m) else _further(m, context)
    frame = agreeing_frame(m, placed_frame(m, frame))
    if frame.construction == "object":
        frame = replace(frame, rest=_BESIDES.sub("", frame.rest))
    frame = replace(
        frame, rest=_AGES.sub(r"\g<0> ans", frame.rest), population=_AGES.sub(r"\g<0> ans", frame.population)
    )
    frame = mended(m, voted_frame(m, frame))
    sound = _reads_well(m, frame) and not _leans(m, frame) and not faulty(m, frame, context)
    return frame if sound else NO_FRAME


def _denied(m: Measure) -> bool:
    return m.group is not None and (m.group.negated or m.group.mood == "cond" or _doubted(m))


def _further(m: Measure, context: Context) -> Frame:
    """What lists, parts of other figures and looser clauses allow, where the strict readings allow nothing."""
    try:
        for frame in (
            listed_subject_frame(m, context),
            part_frame(m, context, _strictly),
            against_frame(m, context, _strictly),
            loose_frame(m, context),
            fronted_frame(m, context),
            joined_frame(m, context, _anyhow),
            text_frame(m, context),
            span_frame(m, context),
        ):
            if frame.construction:
                return frame
    except CutInside:
        return NO_FRAME
    return NO_FRAME


def _strictly(m: Measure, context: Context) -> Frame:
    """The frame of the figure that « dont » takes a part of."""
    if _denied(m):
        return NO_FRAME
    named = name_measure(m, context)
    frame = _framed(m, named, context) if named is not None else NO_FRAME
    return frame if frame.construction else listed_subject_frame(m, context)


def _anyhow(m: Measure, context: Context) -> Frame:
    """The frame of the figure that another one is joined to, however loosely it is read."""
    frame = _strictly(m, context)
    return frame if frame.construction or _denied(m) else loose_frame(m, context)


_BESIDES = re.compile(r",?\s*\ben plus (?:de |du |des |d['’]).*$")
"""« condamné à 600 euros d'amende *en plus d'une peine de deux ans* »: another part of the same sentence."""
_AGES = re.compile(r"\bâgée?s? (?:de|entre) \d\d? (?:à|et) \d\d?(?=$| (?!ans|mois))")
"""« sont âgés de 18 à 24 »: years, which the article may leave out."""
_BARE_END = re.compile(r"(?:^|\s)(?:de|à|et|par) \d{1,3}$")
"""A piece that ends with a number has lost what it counts."""


def _reads_well(m: Measure, frame: Frame) -> bool:
    """Refuses a rest that begins with a noun of its own (something was torn off it) and subjects nobody can name."""
    if frame.construction in ("", "age"):
        return True
    if frame.subject.split(" ")[0].lower() in ("certains", "certaines", "plusieurs", "quelques", "beaucoup", "chacun"):
        return False
    if frame.subject.lower() in ("cela", "ça", "ce", "c'") or _BARE_END.search(f"{frame.rest or frame.population}"):
        return False
    if re.match(r"d['’]une (?:bonne|grande|petite) partie\b", frame.population):
        return False
    if re.search(r"\b(?:le|la|les)?(?:quel|quelle|quels|quelles)\b", frame.rest):
        return False  # « la constitution d'un groupe de 22 cueilleurs dans lequel se trouve… »
    if re.search(r"(?:^|\s)(?:au moins|au plus|environ)$|^(?:au moins|au plus|environ)\b", frame.rest):
        return False  # « on dénombre 193 morts au moins »
    if re.match(r"(?:plus|moins|de plus|de moins|avant(?! d[e'’] ?\w)|après)\b", frame.rest) and not frame.verb:
        return False  # « quatre kilomètres plus au sud »
    first = frame.rest.split(" ")[0].strip(",")
    if not first or frame.construction in ("share-of", "count-subject", "part-of", "out-of", "one-in"):
        return True
    i = next((t.i for t in m.shape.tokens if t.text == first and t.i >= m.stop), None)
    return (
        i is None
        or m.shape.cats[i] not in ("noun", "name", "adj", "num")
        or first.lower() in (words("time_words") | words("weekdays") | {"face", "hier"})
    )


_NAMED = re.compile(r"(?<![\w'’])(?:[ld]['’])?[A-ZÀ-Þ]|\d{4}")
"""A name or a year: something a reader can place a claim by."""
_FIGURE = re.compile(r"\bet (?:à|de|par|en|une?|sur) (?:[a-zà-ÿ]\S* ){0,3}\d")


def _leans(m: Measure, frame: Frame) -> bool:
    """Whether the question would miss what it is about, or hold a broken piece.

    « Un chalutier avait fait dix disparus »: which one? « termine à une plus lointaine 20e place »; « les 200 noyers
    ont été dépassés », « douze bûcherons ont été blessé » (left as it stands), « soit 26 jours ».
    """
    around = f"{frame.lead} {frame.rest}"
    bare = re.match(r"(?:une?|des) (?!(?:premier|dernier|nouveau|second)? ?bilan\b)", frame.subject)
    if bare and not _NAMED.search(f"{frame.subject} {around}"):
        return True
    if re.search(r"\ben plus d", frame.rest):
        return True  # « 300 dollars ont été levés en plus de 200 dollars »
    if frame.construction == "rank" and len(frame.subject.split()) > 6:
        return True  # « l'Américain Lou Morin auteur d'une belle remontée remporte… »
    if frame.construction == "rank" and not frame.preposition and re.search(r" (?:de|du|des) ", frame.population):
        return True  # « prend la troisième place de l'étape »
    if frame.construction == "rank":
        broken = re.search(r"\d [a-z]|\bau-dessus\b|\bune plus\b|^la seconde\b", frame.rest)
        return bool(broken) or " qui " in f" {frame.population} "
    toll = m.noun is not None and m.shape.tokens[m.noun].lower_ in words("victim_nouns")
    if toll and m.group is not None and m.group.lemma in ("déplorer", "compter") and not _NAMED.search(around):
        return frame.subject != "on"  # « l'Équateur déplore 21 morts »: of what?
    if frame.subject in ("il", "elle", "ils", "elles") and frame.construction not in ("there-are",):
        return True
    if re.search(r"\bsoit\b|\b(?:sur|à|dans|en|de) (?:le|la|les|un|une)$", around.strip()) or _FIGURE.search(
        frame.rest
    ):
        return True
    if frame.construction == "count-subject" and frame.population.lower() in words("bare_countables"):
        return not _NAMED.search(around)  # « 130 individus vivent à l'état sauvage »: of which kind?
    if frame.construction == "count-subject":
        first = m.shape.tokens[m.first].lower_ if m.first < m.start else m.before(1)
        passed = re.search(r"\b(?:dépassée?s|atteinte?s|franchie?s)$", frame.verb)
        unagreed = re.search(r"\b(?:été|sont) (?:\w+ )?(?!vu$)\w+(?:é|i|it|u)$", frame.verb)
        unagreed = unagreed if " que " not in frame.verb else None
        return bool((first == "les" and passed) or unagreed or re.search(r"\beu lieues?\b", frame.population + around))
    return bool(re.search(r"\beu lieues?\b", around))


def _doubted(m: Measure) -> bool:
    """« Le tireur aurait ouvert le feu dans une salle où étaient réunies 40 personnes »: what follows a conditional may
    be part of the doubt."""
    for group in m.shape.groups:
        if m.group is not None and group.first == m.group.first and m.group.mood != "cond":
            continue  # its own verb, which a source vouches for
        if group.mood == "cond" and group.stop <= m.first and group.lemma != "devoir":
            between = range(group.stop, m.first)
            if not any(m.shape.tokens[i].lower_ in (";", ".", "alors", "mais") for i in between):
                return True
    return False


def _framed(m: Measure, named: Named, context: Context) -> Frame:
    """The frame of the construction a quantity stands in."""
    if m.quantity.role == "to" and m.group is not None and not m.group.negated and m.group.mood != "cond":
        return passage_frame(m, context)
    if m.quantity.role in ("from", "to", "whole") or (
        m.group is not None and (m.group.negated or m.group.mood == "cond" or _doubted(m))
    ):
        return NO_FRAME
    dimension = m.quantity.dimension
    if dimension == "age" or (dimension == "duration" and died_at(m)):
        return age_frame(m, named, context)
    if dimension in ("count", "money", "duration") and not m.quantity.role:
        hosted = hosted_frame(m, context)
        if hosted.construction:
            return hosted
    if m.place == "subject" and dimension in ("share", "count", "money"):
        return _subject(m, context)
    if dimension == "count" and m.place != "subject":
        elliptic = elliptic_frame(m, context)
        if elliptic.construction:
            return elliptic
    if named.construction == "bracket" and dimension == "count":
        return inhabited_frame(m, context)
    if named.construction == "bracket-share":
        return _bracket_share(m, context)
    if dimension in ("resolution", "frame-rate"):
        return picture_frame(m, context)
    if dimension == "rank" and m.place != "object":
        return falls_frame(m, context)
    if m.place not in ("object",) or m.group is None:
        return NO_FRAME
    if dimension == "rank":
        return rank_frame(m, context)
    if dimension == "score":
        return score_frame(m, context)
    if dimension in ("factor", "other") or m.quantity.unit == "ratio" or m.quantity.role:
        return NO_FRAME
    if m.governor is not None and m.shape.cats[m.governor] == "ger":
        return gerund_frame(m, context)
    return object_frame(m, context)


# Subjects -----------------------------------------------------------------------------------------------------------


def _subject(m: Measure, context: Context) -> Frame:
    """« [En 2016,] 44 % des firmes l'utilisent pour… », « 52 personnes ont été tuées dans… »."""
    group = m.group
    assert group is not None
    shape = m.shape
    lead = leading(shape, m.first, shape.groups)
    if lead is None or (m.noun is not None and counts_others(m)):
        return NO_FRAME
    if m.noun is None and _other_base(m):
        return NO_FRAME
    population = Piece("")
    if m.quantity.unit == "ratio":
        return _out_of(m, group, lead, context)
    if m.quantity.dimension == "count" and group.number == "s":
        return NO_FRAME
    second = (
        m.first > 1
        and shape.cats[m.first - 1] == "and"
        and shape.cats[m.first - 2] in ("noun", "adj", "name", "part")
        and shape.group_of(m.first - 2) is None
    )
    if second and group.auxiliary != "avoir":
        return NO_FRAME  # « cinq usines et trois ateliers ont été détruits »
    if m.noun is not None and m.quantity.role == "part":
        population = piece(shape, range(m.stop, m.phrase_stop))
        return _stated(m, group, lead, population, "part-of", context)
    if m.noun is not None:
        start = m.stop if m.quantity.dimension == "share" else noun_start(m)
        joined = next(
            (i for i in range(start, m.phrase_stop) if shape.cats[i] == "and" and "num" in shape.cats[i + 1 : i + 5]),
            None,
        )
        population = piece(shape, without_brackets(shape, start, joined or m.phrase_stop))
    elif context.population and m.quantity.dimension == "share":
        population = Piece(context.population_link or f"des {context.population}")
    elif m.quantity.dimension == "money":
        scaled = re.search(r"(?:illions?|illiards?) (?:de |d['’])(\w[\w ]*)$", m.quantity.text)
        said = scaled or re.search(r"\d ([^\W\d][^\d]*)$", m.quantity.text)
        if said is None:
            return NO_FRAME
        population = Piece(said[1])
    elif m.quantity.dimension == "count":
        if not same_noun(m):
            return NO_FRAME
        population = Piece(same_noun(m))
    construction = "share-of" if m.quantity.dimension == "share" else "count-subject"
    return _stated(m, group, lead, population, construction, context)


_POINTED_BASE = re.compile(
    r"\b(?:ce|cet|cette|ces) \w+ ?-(?:là|ci)\b|\b(?:parmi|d'entre) (?:eux|elles|ceux|celles)\b|\b(?:ceux|celles)-"
)


def _other_base(m: Measure) -> bool:
    """« C'est de ce quart-là que parlent les chiffres : 44 % taillent… »: a share of what was only pointed at."""
    return bool(_POINTED_BASE.search(m.shape.text(0, m.first).lower().replace("’", "'")))


def _out_of(m: Measure, group: VerbGroup, lead: Piece, context: Context) -> Frame:
    """« sept Français sur dix considèrent que… »."""
    said = re.fullmatch(r"(\S+)\s(.+)\ssur\s(\S+)", m.quantity.text.replace("\u00a0", " "))
    if said is None:
        return NO_FRAME
    if said[1].lower() in ("un", "une"):
        return _one_in(m, group, lead, said[2], context)
    return replace(_stated(m, group, lead, Piece(said[2]), "out-of", context), subject=said[3])


def _one_in(m: Measure, group: VerbGroup, lead: Piece, noun: str, context: Context) -> Frame:
    """« un Malien sur trois | souffre | d'asthme »: asked as a proportion of them all."""
    if group.number != "s" or " " in noun or noun.endswith(("al", "ail", "au", "eu")):
        return NO_FRAME
    several = noun if noun.endswith(("s", "x", "z")) else f"{noun}s"
    return _stated(m, group, lead, Piece(several), "one-in", context)


def _stated(m: Measure, group: VerbGroup, lead: Piece, population: Piece, construction: str, context: Context) -> Frame:
    shape = m.shape
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, whole = with_second_place(shape, *following(shape, group.stop))
    tokens = tokens or shared_rest(shape, group.stop)
    rest = restored(shape, tokens, context, group.number)
    named = verb.text != piece(shape, range(group.first, group.stop)).text
    said = rest.text
    if construction == "share-of":
        said = _with_means(m, group, said, context)
        told = _means(f"{verb.text} {said}")
        context.means = told if told or m.noun is not None or not context.means else context.means
    led = _surveyed(m, group, lead.text, population.text, said, construction, context)
    if led is None:
        return NO_FRAME
    return Frame(
        construction=construction,
        lead=led[0],
        verb=verb.text,
        rest=led[1],
        population=population.text,
        resolved=all(p.stands for p in (lead, population, rest))
        and (named or leans_on_known(shape, group, population)),
        asked_gender=gender_of(shape, m.noun) if m.noun is not None else _base_gender(m, population),
        time="" if whole else "cut",
    )


def _base_gender(m: Measure, population: Piece) -> Literal["m", "f", ""]:
    """The gender of the base a share without a noun is of: « parmi les *fermes* qui ont planté des noyers, 44 %… »."""
    shape = m.shape
    if population.text:
        return ""
    base = [i for i in range(1, m.first) if shape.cats[i] == "noun" and shape.tokens[i - 1].lower_ in ("les", "des")]
    return gender_of(shape, base[0]) if base else ""


_USING = re.compile(
    r"\b(?:utilis\w+|recour\w+ à|serv\w+ (?:de |d['’])) ?"
    r"(?P<means>(?:l['’]|la |le |les |une? |des )[^,;]{2,40}?) pour (?=\w+(?:er|ir|re)\b)"
)


def _means(said: str) -> str:
    """« la tarière » of « envisagent d'utiliser la tarière pour planter »."""
    found = _USING.search(said)
    return found["means"] if found is not None else ""


def _with_means(m: Measure, group: VerbGroup, rest: str, context: Context) -> str:
    """« 35 % veulent tailler les haies » after « 47 % envisagent d'utiliser la tarière pour planter… » says what they
    want it for: « veulent utiliser la tarière pour tailler les haies »."""
    bare = (
        group.stop < len(m.shape.cats) and m.shape.cats[group.stop] == "inf" and group.lemma in words("opinion_verbs")
    )
    if m.noun is not None or not context.means or not bare or re.match(r"(?:utiliser|recourir|employer|se )", rest):
        return rest
    return f"utiliser {context.means} pour {rest}"


def _surveyed(
    m: Measure, group: VerbGroup, lead: str, population: str, rest: str, construction: str, context: Context
) -> tuple[str, str] | None:
    """(lead, rest) with the survey the figure comes from; None where people asked by nobody known would be counted, or
    a period would begin on no known day.

    « Au cours des deux prochaines années, 33 % des soudeurs interrogés prévoient que… »: the years are those of what
    they foresee.
    """
    if construction == "count-subject" and not was_asked(population):
        return lead, rest
    if not answers_a_survey(population, group):
        return lead, rest
    if looks_ahead(lead) and group.lemma in words("opinion_verbs") and "," not in lead:
        lead, rest = "", f"{rest} {lead[:1].lower()}{lead[1:]}"
    if re.search(r"\b(?:selon|d['’]après)\b", lead.lower()):
        return lead, rest
    source = survey_for(context, m.quantity.outer[0])
    if source is not None:
        return f"selon {source}" + (f", {lead[:1].lower()}{lead[1:]}" if lead else ""), rest
    undated = looks_ahead(f"{lead} {rest}") and not context.reading.article.date
    return None if undated or was_asked(population) else (lead, rest)


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
    return _stated(m, group, lead, population, "share-of", context)
