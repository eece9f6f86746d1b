"""How well a figure would do as a question: what its sentence leans on, and whether the figure is what it tells.

Numbers only, for gates and ranker to weigh; nothing is dropped here. Looks at the shape of the sentence and at the
article's title, and refuses to know how a question is worded.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.measures import Measure
from quiz.facts.names import person_noun
from quiz.facts.quantities import find_quantities
from quiz.facts.reading import Reading
from quiz.facts.value_context import subject_span
from quiz.facts.value_restated import loose_possessive
from quiz.facts.value_who import counts_others, head_in
from quiz.facts.value_words import words
from quiz.typography import fold


def weights(m: Measure, reading: Reading, slip: str) -> dict[str, float]:
    """What speaks for and against asking this figure, by name; what is not there is 0."""
    shape = m.shape
    found = {
        "slip": bool(slip),
        "verbless": not shape.groups,
        "aside": aside(m),
        "main": m.place in ("subject", "object") and not aside(m),
        "off_a_place": off_a_place(m),
        "whole_set": whole_set(m),
        "others": m.noun is not None and counts_others(m),
        "nameless_age": nameless_age(m, reading),
        "unnamed_subject": any(unnamed(shape, group, reading) for group in _told(m)),
        "named_subject": any(_named(shape, group) for group in _told(m)),
        "leaning": leaning(shape) or loose_possessive(shape),
        "in_title": told_by_title(m, reading) and not in_same_words(m, reading),
        "title_figure": told_by_title(m, reading) and in_same_words(m, reading),
        "clock_lead": bool(_CLOCK.search(shape.seen)),
        "early": shape.sentence.number <= 3,
        "opening": shape.sentence.number <= 1,
        "alone": _figures(shape) <= 1,
        "chronicle": bool(_CHRONICLE.search(reading.article.title or "")),
    }
    return {name: 1.0 for name, there in found.items() if there}


_CHRONICLE = re.compile(r": (?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \d")
"""« Gel : samedi 5 août 2017 » heads a day told by the hour."""


def _figures(shape: Shape) -> int:
    """How many figures stand in a sentence, runs of number words as one."""
    nums = [i for i, cat in enumerate(shape.cats) if cat == "num" and not _YEAR.fullmatch(shape.tokens[i].text)]
    return sum(i - 1 not in nums for i in nums)


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|%")


_CLOCK = re.compile(r"\b(?:vers|à|dès|depuis|avant|après) (?:\d{1,2} ?h(?:eures?)?(?: ?\d\d)?|midi|minuit)\b", re.I)


def _told(m: Measure) -> tuple[VerbGroup, ...]:
    """The verb the figure depends on and the first of the sentence: whose subjects a reader has to know."""
    first = m.shape.groups[:1]
    return first if m.group is None or m.group in first else (*first, m.group)


def told_by_title(m: Measure, reading: Reading) -> bool:
    """« Une centaine d'élèves recalés » above « 107 élèves »: the title gives the figure, or nearly."""
    title, q = reading.article.title or "", m.quantity
    for told in find_quantities(title, 0, len(title)):
        if told.dimension in ("date", "time") or told.role == "label":
            continue
        loose = 0.0 if told.bound == "exact" and told.digits else 0.15
        scale = 0.01 if {told.unit, q.unit} == {"fraction", "percent"} else 1.0
        low, high = told.low * (1 - loose), told.high * (1 + loose)
        if any(low <= value <= high for value in {q.low, q.low * scale}):
            return True
    return False


def in_same_words(m: Measure, reading: Reading) -> bool:
    """« Gel : 107 noyers abattus » above « 107 noyers ont été abattus »: the same figure in the same words, which a
    topic line can leave out. Not « 2 morts », which another figure of the title may round."""
    title, q = fold(reading.article.title or ""), m.quantity
    told = [x for x in find_quantities(title, 0, len(title)) if x.dimension not in ("date", "time", "rank")]
    near = [x for x in told if x.low and 0.7 <= q.low / x.low <= 1.4]
    said = re.match(r"[\d., \u00a0\u202f]*\d|[^\W\d_-]+(?:-[^\W\d_]+)*", fold(q.text))
    there = said is not None and re.search(rf"(?<![\w,.-]){re.escape(said.group())}(?![\w-]|,\d)", title) is not None
    return there and len(near) == 1 and q.dimension != "rank" and q.high > 2


def aside(m: Measure) -> bool:
    """« Hilla, située à 80 km de Bagdad, a été… », « (une voiture de 90 chevaux) », « qui compte 300 membres, »."""
    shape = m.shape
    if m.place in ("bracket", "apposition"):
        return True
    if m.quantity.dimension == "length" and m.preposition and m.first > 1 and shape.cats[m.first - 2] == "comma":
        return True  # « la ville de Metz, à environ 200 km au nord de Lyon »
    host = m.first - (2 if m.preposition else 1)
    if host > 0 and shape.cats[host] in ("part", "adj") and shape.cats[host - 1] in ("comma", "open"):
        return True
    between = range(m.group.stop if m.group is not None else 0, m.first)
    if any(shape.cats[i] == "comma" for i in between) and m.governor is not None and shape.cats[m.governor] == "part":
        return True
    led = m.group is not None and m.group.first > 0 and shape.cats[m.group.first - 1] == "rel"
    return led or (m.place == "none" and bool(shape.groups) and m.first > shape.groups[0].first)


def off_a_place(m: Measure) -> bool:
    """« à 25 km au nord de Metz », « à 100 mètres de l'arrivée »: where, for who has a map."""
    after = m.after(1)
    return (
        m.quantity.dimension == "length"
        and m.preposition == "à"
        and after in ("au", "de", "du", "d'", "des", "à", "environ", ",", ".", "")
    )


def whole_set(m: Measure) -> bool:
    """« les 28 États membres », « les 43 passagers »: known to who knows the thing."""
    first = m.shape.tokens[m.first].lower_ if m.first < m.start else ""
    reached = m.group is not None and m.group.lemma in ("dépasser", "atteindre", "franchir", "frôler", "approcher")
    if reached and m.quantity.dimension != "count":
        return False  # « a dépassé les 5,10 mètres »
    return (first == "les" or m.preposition in ("des", "aux")) and m.quantity.role == "" and m.quantity.hedge == ""


def nameless_age(m: Measure, reading: Reading) -> bool:
    """« un homme de 63 ans », « le tireur, âgé de 31 ans »: the age of somebody without a name."""
    shape = m.shape
    holder = m.holder if m.quantity.unit == "year" and m.preposition == "de" and m.quantity.high < 120 else None
    somebody = holder is not None and (
        person_noun(shape.tokens[holder].text) is not None or shape.cats[holder] == "name"
    )
    if m.quantity.dimension != "age" and not somebody:
        return False
    aged = next((i for i in range(max(0, m.first - 3), m.first) if shape.tokens[i].lower_ in ("âgé", "âgée")), None)
    if aged is not None and aged > 1:
        beside = aged - 2 if shape.cats[aged - 1] == "comma" else aged - 1
        if shape.cats[beside] == "noun":
            return True  # « un spectateur du rallye âgé de 63 ans »
    start, end = shape.sentence.start, shape.sentence.at(shape.tokens[m.first])
    return not any(x.entity.kind == "person" for x in reading.entities.within(start, end))


def _named(shape: Shape, group: VerbGroup) -> bool:
    span = subject_span(shape, group)
    return span is not None and "name" in shape.cats[slice(*span)]


def unnamed(shape: Shape, group: VerbGroup, reading: Reading) -> bool:
    """« L'échappée creuse l'écart », « La baisse s'établit à 3 % »: a definite subject that its own words do not tell,
    nor the article's title."""
    span = subject_span(shape, group)
    if span is None or shape.tokens[span[0]].lower_ not in ("le", "la", "l'", "les", "ce", "cet", "cette", "ces"):
        return False
    pointed = shape.tokens[span[0]].lower_.startswith("ce")
    head = head_in(shape, span)
    if shape.cats[head] != "noun" or any(shape.cats[i] in ("name", "rel", "num") for i in range(*span)):
        return False
    told = any(shape.cats[i] == "noun" for i in range(head + 1, span[1]))
    noun = fold(shape.tokens[head].lower_)
    title = fold(reading.article.title or "")
    if noun[:6] in title or (not pointed and noun in _known_by_itself()):
        return False
    return pointed or not told


def _known_by_itself() -> frozenset[str]:
    """Nouns of which there is one where the topic line names the country or the trade."""
    return frozenset(fold(word) for word in words("known_by_itself"))


_LEANING = re.compile(
    r"^(?:par la suite|entre autres|en plus(?! d[eu'’s])|plus exactement|plus précisément|dont|soit|ensuite|puis|là"
    r"|cela|ce qui|ceci"
    r"|une tendance|c['’]est (?:l['’]idée|le cas|ce qu|pourquoi|ainsi|aussi|donc)|d'autres?"
    r"|à son tour|ensemble|(?:le|la|les) mêmes?"
    r"|ce(?:tte|t|s)?(?! (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|matin|soir"
    r"|après-midi|nuit|mois|année|semaine|sont"
    r"|n['’]|qu)))\b",
    re.IGNORECASE,
)


def leaning(shape: Shape) -> bool:
    """« Par la suite, il développe quatre conditions »: the sentence takes up the one before it."""
    just = re.search(r"\bven(?:ait|aient) (?:de |d['’])\w+(?:er|ir|re|oir)\b", shape.seen) is not None
    just = just or re.search(r"\b(?:maintenant|pour l['’]instant|pour le moment)\b", shape.seen) is not None
    return bool(just or _LEANING.match(shape.seen.strip()) or _HEADED.match(shape.seen) or _LIKENED.search(shape.seen))


_HEADED = re.compile(
    r"\s*(?:la (?:raison|cause|conséquence)|résultat|bilan|conséquence|objectif|motif) ?:", re.IGNORECASE
)
"""« La raison : 24 soldats sont tombés malades »: of what, the sentence before says."""
_LIKENED = re.compile(
    r"\b(?:dans|durant|pendant) les (?:jours|heures|semaines|mois|années) (?:suivante?s|qui (?:suivent|suivirent))\b"
    r"|\b(?:similaires?|identiques?|susdite?s?|précités?)\b(?! (?:à|aux|au)\b)"
)
"""« des symptômes similaires »: to what, the sentence before says."""
