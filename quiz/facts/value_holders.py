"""Figures held by a noun, a participle or an adjective: « un budget de 3 millions », « valorisé à 2 milliards »,
« longue de 5 km », « les vidéos en 1080p ».

Refuses nouns that only lead a figure in (« au bout de », « à hauteur de »).
"""

from __future__ import annotations

import re

from quiz.facts.clauses import Shape
from quiz.facts.lexicon import bag
from quiz.facts.measures import Measure
from quiz.facts.names import person_noun
from quiz.facts.value_context import Context, Named
from quiz.facts.value_cores import core_stop
from quiz.facts.value_dimensions import measuring
from quiz.facts.value_owners import subject_of
from quiz.facts.value_phrases import (
    Gender,
    bare,
    complement,
    gender_at,
    joined,
    noun_tokens,
    number_of,
    of,
    phrase_before,
    said,
)
from quiz.facts.value_words import words
from quiz.facts.verbs import participle

_LOCUTIONS = bag(
    "bout hauteur cours moins partir raison issue ordre terme base fin début milieu delà auprès aide occasion"
    " provenance faveur présence compagnie"
)
"""« au bout d'une semaine », « à hauteur de 72 % »: nouns that only lead a figure in."""


IN_ALL = bag("moyenne total tout maximum minimum")


def leads_in(m: Measure) -> str:
    """The preposition of a figure with all its words: « au bout de », « à hauteur de »."""
    shape = m.shape
    if m.preposition in ("de", "d'") and m.first > 2 and shape.tokens[m.first - 2].lower_ in _LOCUTIONS:
        if shape.tokens[m.first - 3].lower_ in ("au", "à", "en", "aux"):
            return f"{shape.tokens[m.first - 3].lower_} {shape.tokens[m.first - 2].lower_} de"
        if shape.tokens[m.first - 3].lower_ == "l'" and m.first > 3:
            return f"{shape.tokens[m.first - 4].lower_} l'{shape.tokens[m.first - 2].lower_} de"
    if not m.preposition and re.match(r"à\b", m.quantity.hedge.replace("’", "'")):
        return "à"
    return m.preposition


_MEASURES = bag(
    "record temps chrono délai rythme score moyenne âge vitesse part repli bond rebond effondrement envolée"
    " ralentissement essor réduction manque niveau"
)


def measure_noun(word: str) -> bool:
    """« taux », « record », « budget »: a noun that says itself what its figure measures."""
    return bool({word, word.removesuffix("s")} & (words("measure_nouns") | _MEASURES))


def held(m: Measure, context: Context) -> Named | None:
    """« un budget de 3 millions », « une masse de 8 tonnes », « des films à 3 millions de dollars »."""
    if m.holder is None or (m.noun is not None and m.quantity.dimension == "count" and m.preposition == "à"):
        return None
    shape = m.shape
    if leads_in(m) != m.preposition or shape.tokens[m.holder].lower_ in _LOCUTIONS:
        return None
    if shape.tokens[m.first - 2].lower_ in HOLDING or shape.cats[m.first - 2] == "part":
        return None  # « une étape longue de 162 km », « un groupe composé de quatre coureurs »
    made = shape.tokens[m.holder - 1].lower_ in ("fait", "font", "faisait", "faisaient") if m.holder else False
    if made and shape.tokens[m.holder].lower_ in ("état", "part", "mention"):
        return None  # « fait état de 4 morts »
    if m.holder > 0 and shape.tokens[m.holder].lower_ in IN_ALL and shape.cats[m.holder - 1] == "adp":
        return None  # « a augmenté en moyenne de 22 % »
    loose = m.preposition == "à" and (
        shape.cats[m.holder] == "name" or m.quantity.dimension in ("share", "length", "duration")
    )
    if loose and not measure_noun(shape.tokens[_measure_above(shape, m.holder)].lower_):
        return None  # « bat Ada Morin à 3 km de l'arrivée », « approuve la réforme à 52 % »
    top = m.holder
    while top > 1 and shape.tokens[top - 1].lower_ in ("de", "d'") and shape.cats[top - 2] in ("noun", "adj"):
        top -= 2
    top = _measure_above(shape, top)
    end = m.stop if m.noun is None or m.quantity.dimension != "count" else core_stop(shape, m.noun)
    across = (
        _SIZES.get(shape.tokens[end + 1].lower_[:5]) if m.after(1) == "de" and end + 1 < len(shape.tokens) else None
    )
    if across is not None and m.quantity.dimension == "length":
        end += 2  # « une cheminée de 60 mètres de haut »
    label = bare(said(shape, noun_tokens(shape, top, (m.first - 1, end))))
    base = bare(said(shape, noun_tokens(shape, top, (m.first - 1, len(shape.tokens)))))
    subject, span, resolved, sure = subject_of(m, m.group, context) if m.group is not None else ("", None, None, False)
    if m.group is not None and m.group.lemma in words("impersonal_verbs") and subject in ("il", context.scope):
        subject = ""  # « il faut une croissance de 1,5 % »
    aged = m.quantity.unit == "year" and m.preposition != "à" and person_noun(shape.tokens[m.holder].text) is not None
    capital = shape.tokens[m.holder].text[:1].isupper() and m.holder > 0 and m.quantity.digits
    aged = aged or (capital and m.quantity.unit == "year" and m.preposition != "à" and m.quantity.high < 110)
    if aged and not measure_noun(shape.tokens[m.holder].lower_):
        return Named("age", context.standing(beside(m, context) or label), "âge", 0.6)
    entity = context.standing(subject or label)
    if context.last is not None and top > 1 and shape.tokens[top - 2].lower_ == "soit":
        told = context.last[1]  # « 3 000 naissances de plus, soit une hausse de 5 % »
        if shape.tokens[top].lower_ not in _MOVES:
            return Named("noun-of", told.entity, label, 0.6, {}, told.subject, None, base)
        whose = f"du {told.attribute}" if told.attribute.startswith("nombre") else f"({told.attribute})"
        return Named("noun-of", told.entity, joined(label, whose), 0.65, {}, told.subject, None, base)
    measures = any(measure_noun(shape.tokens[i].lower_) for i in range(top, m.holder + 1))
    if m.noun is not None and m.quantity.dimension == "count":
        stop = core_stop(shape, m.noun)
        own, rest = number_of(said(shape, range(m.noun, stop))), said(shape, complement(shape, stop))
        holder = bare(said(shape, [i for i in noun_tokens(shape, top, (m.first - 1, stop)) if i < m.first]))
        several = shape.tokens[top].lower_ in words("collections")
        label = joined(f"{own} {_of_the(shape, top, holder)}" if several else f"{own} ({holder})", rest)
        entity = context.standing(subject or holder)
        base = ""
    elif m.noun is None and m.quantity.dimension == "count" and not measures:
        label = base
    elif m.noun is not None and m.quantity.dimension == "share":
        end = core_stop(shape, m.noun)
        base = bare(said(shape, noun_tokens(shape, top, (m.first - 1, len(shape.tokens)))))
        label = f"{base} (part {said(shape, range(m.stop, end))})"
    elif not measures:
        word = across or ("longueur" if m.quantity.dimension == "length" else measuring(m)[0])
        label, base = f"{word} {_of_the(shape, top, label)}", f"{word} {_of_the(shape, top, base)}"
    return Named("noun-of", entity, label, 0.75 if sure else 0.6, {}, span, resolved, base)


_MOVES = bag(
    "hausse baisse augmentation diminution recul progression chute croissance réduction repli bond déclin écart"
)


def _measure_above(shape: Shape, top: int) -> int:
    """« une *augmentation* des salaires de 3 % »: what is of three per cent is the rise."""
    i = top - 1
    if i > 0 and shape.tokens[i].lower_ in ("la", "le", "l'") and shape.tokens[i - 1].lower_ == "de":
        i -= 1
    if i < 1 or shape.tokens[i].lower_ not in ("de", "d'", "du", "des"):
        return top
    return i - 1 if measure_noun(shape.tokens[i - 1].lower_) else top


def beside(m: Measure, context: Context) -> str:
    """« Le tireur de 26 ans, Luc Roy, »: the name set beside an age."""
    shape = m.shape
    if m.stop + 1 >= len(shape.cats) or shape.cats[m.stop] not in ("comma", "name"):
        return ""
    i = m.stop + (shape.cats[m.stop] == "comma")
    at = shape.sentence.at(shape.tokens[i])
    found = next((x for x in context.reading.entities.within(at, shape.sentence.end) if x.start == at), None)
    return found.entity.name if found is not None else ""


def _of_the(shape: Shape, head: int, label: str) -> str:
    """« du mandat », « de la série », « des contrats »: a holder with the article its noun takes."""
    word = shape.tokens[head].lower_
    before = shape.tokens[head - 1].lower_ if head else ""
    if shape.cats[head] == "name":
        return of(label)
    if before in ("les", "des", "ses", "leurs", "ces", "aux") or (
        word.endswith(("s", "x")) and shape.cats[head] == "noun" and before not in ("le", "la", "un", "une")
    ):
        return f"des {label}"
    elided = of(label)
    if elided.startswith("d'"):
        return f"de l'{label}"
    gender: Gender = "f" if before in ("la", "une") else "m" if before in ("le", "un") else gender_at(shape, head)
    return f"de la {label}" if gender == "f" else f"du {label}"


def hosted(m: Measure, context: Context) -> Named | None:
    """« Gazouillis, valorisé à 2 milliards », « une étoile située à 40 années-lumière », « longue de 5 km »: what a
    participle or an adjective beside a noun says of it."""
    shape = m.shape
    link = leads_in(m)
    i = m.first - 1 - (len(link.split()) if m.preposition else 0)
    if not link or i < 0:
        return None
    while i > 0 and (shape.cats[i] in ("adv",) or shape.tokens[i].lower_ in ("alors", "désormais", "aujourd'hui")):
        i -= 1
    host = next((k for k in range(i, max(-1, i - 7), -1) if _may_host(shape, k) and _bends(shape, k, i)), None)
    if host is None or (link == "avec" and m.group is not None) or any(g.first <= host < g.stop for g in shape.groups):
        return None
    if shape.tokens[host - 1].lower_ == "été":
        return None
    if m.group is not None and shape.cats[host - 1] == "and":
        return None  # « a été arrêté et condamné à 30 ans de prison »
    split = (g for g in shape.groups if 0 <= host - g.stop <= 3 and g.lemma in ("avoir", "être") and g.main == g.finite)
    if next(split, None) is not None and shape.cats[host] == "part" and m.group is not None:
        return None  # « ont en effet vu leur capacité croître de 130 GW »
    timed = link == "en" and m.quantity.dimension == "duration"
    if m.group is not None and m.group.stop <= host and (timed or (host < i and shape.cats[host] == "ger")):
        return None  # « accroche un titre manquant à son palmarès en 2 h 47 »
    j = host - 1
    while j > 0 and shape.cats[j] in ("comma", "adv", "adj", "part", "and", "mark", "close"):
        j -= 1
    if m.group is not None and j < m.group.stop and shape.cats[j] not in ("noun", "name"):
        return None
    rest = said(shape, complement(shape, m.stop if m.noun is None else core_stop(shape, m.noun)))
    word = measuring(m)[0]
    if m.noun is not None and m.quantity.dimension == "count":
        word = number_of(said(shape, range(m.noun, core_stop(shape, m.noun))))
    elif m.noun is not None:
        word = f"part {said(shape, range(m.stop, core_stop(shape, m.noun)))}"
    state = said(shape, range(host, i + 1))
    word = _SIZES.get(shape.tokens[host].lower_.rstrip("s").rstrip("e")[:5], word) if m.noun is None else word
    plain = (link in ("à", "au") and m.quantity.dimension == "length") or shape.tokens[host].lower_ in HOLDING
    made = shape.tokens[host].lower_.rstrip("s").removesuffix("e") in _MADE_UP and m.quantity.dimension == "count"
    label = joined(word, rest) if plain or made else f"{word} ({joined(state, rest)})"
    if shape.cats[host - 1] in ("noun", "name", "adj"):
        j = host - 1
    before = next((g for g in reversed(shape.groups) if g.stop < host), None)
    if shape.cats[host] == "ger" and shape.cats[host - 1] == "comma" and before is not None:
        # « sont descendus sur la voie, bloquant un train pendant une heure »
        subject = subject_of(m, before, context)[0]
        return Named("hosted", context.standing(subject), label, 0.6) if subject else None
    if j >= 0 and shape.cats[j] in ("noun", "name", "adj"):
        held_by = phrase_before(shape, j, near=True)
        if host == i and j == host - 1 and _measure_in(shape, held_by) and link in ("de", "d'"):
            label = bare(said(shape, [*held_by, host]))  # « après des pertes cumulées de 12 milliards »
        if shape.tokens[host].lower_ in HOLDING and _measure_in(shape, held_by):
            label = bare(said(shape, held_by))  # « une température de l'eau supérieure à 23 degrés »
        return Named("hosted", context.standing(bare(said(shape, held_by))), label, 0.65)
    main = next((g for g in shape.groups if g.first > m.stop), None)
    subject = subject_of(m, main, context)[0] if main is not None and j < 1 else ""
    return Named("hosted", context.standing(subject), label, 0.6) if subject else None


_MADE_UP = bag("composé constitué doté formé muni équipé")


HOLDING = bag(
    "long longue longs longues large larges haut haute hauts hautes profond profonde distant distante distants"
    " distantes éloigné éloignée supérieur supérieure supérieurs supérieures inférieur inférieure inférieurs"
    " inférieures égal égale"
    " équivalent équivalente fort forte proche voisin voisine riche vieux vieille"
)


_SIZES = {"long": "longueur", "longu": "longueur", "larg": "largeur", "haut": "hauteur", "profo": "profondeur",
          "vieux": "âge", "vieill": "âge"}  # fmt: skip


def _measure_in(shape: Shape, tokens: list[int]) -> bool:
    """Whether a phrase has a noun that measures; « une étape de *moyenne* montagne » has none."""
    return any(measure_noun(shape.tokens[i].lower_) and shape.tokens[i].lower_ != "moyenne" for i in tokens)


def _may_host(shape: Shape, k: int) -> bool:
    """A participle, or an adjective of size or distance."""
    done = shape.cats[k] == "part" and participle(shape.tokens[k].text.lower()) is not None
    return done or shape.cats[k] == "ger" or (shape.cats[k] == "adj" and shape.tokens[k].lower_ in HOLDING)


def _bends(shape: Shape, host: int, last: int) -> bool:
    """Whether nothing but complements stands from a participle to the figure's preposition."""
    inside = shape.cats[host + 1 : last + 1]
    return all(cat in ("adp", "det", "noun", "name", "adj", "adv", "part") for cat in inside)


ACROSS = bag("altitude profondeur hauteur longueur largeur distance dénivelé épaisseur")
"""« à 4 000 m d'altitude »: the noun after a length that says which."""


def set_beside(m: Measure, context: Context, preposition: str) -> str:
    """« … vers la ville d'Eyreval, à environ 200 km au nord de Metz »: the place a distance is set beside."""
    shape, i = m.shape, m.first - 1 - bool(m.preposition)
    if m.quantity.dimension != "length" or preposition != "à" or i < 1:
        return ""
    if shape.cats[i] != "comma" and (
        not shape.tokens[i].text[:1].isupper()
        or m.stop >= len(shape.tokens)
        or shape.tokens[m.stop].lower_ not in ("au", "à", "de", "du", "d'")
    ):
        return ""
    end = shape.sentence.end_of(shape.tokens[i - (shape.cats[i] == "comma")])
    near = [x for x in context.reading.entities.within(end - 60, end) if x.end == end]
    if near or shape.cats[i] != "comma" or shape.cats[i - 1] not in ("noun", "adj"):
        return near[0].entity.name if near else ""
    return bare(said(shape, phrase_before(shape, i - 1, near=True)))  # « vers le supermarché, à dix kilomètres »


def attached(m: Measure, context: Context) -> Named | None:
    """« les enregistrements vidéo en 1080p », « un bassin sur 3 hectares »: a measure tied to the noun before it."""
    shape, link = m.shape, m.first - 1
    if m.noun is not None or not m.preposition or link < 1 or shape.cats[link - 1] not in ("noun", "name", "adj"):
        return None
    phrase = bare(said(shape, phrase_before(shape, link - 1)))
    if len(phrase) < 3 or m.quantity.dimension in ("count", "share", "duration", "rank", "score"):
        return None
    return Named("attached", context.standing(phrase), measuring(m)[0], 0.55)
