"""Figures after their verb: what is counted or measured, with what the verb does to it as a clause on the label.

Refuses to give a figure the subject of a verb that it does not stand with.
"""

from __future__ import annotations

import re

from quiz.facts.clause_pieces import gender_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.lexicon import bag
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, Named, subject_span
from quiz.facts.value_cores import core_stop
from quiz.facts.value_dimensions import changed, measured_by_verb, measuring
from quiz.facts.value_holders import ACROSS, IN_ALL, leads_in, measure_noun, set_beside
from quiz.facts.value_owners import subject_of
from quiz.facts.value_phrases import (
    Gender,
    bare,
    clause_tokens,
    complement,
    done_by,
    joined,
    noun_tokens,
    number_of,
    phrase_before,
    relative,
    said,
    trimmed,
)
from quiz.facts.value_words import words
from quiz.facts.verbs import verb_forms


def change(m: Measure, context: Context) -> Named | None:
    """« a augmenté de 3 % », « passe de 10 à 15 % »."""
    if m.group is None or m.preposition not in ("de", "d'", "à", "") or m.governor is not None:
        return None
    if not m.group.lemma.startswith(tuple(words("change_verbs"))) or (m.noun is not None and not m.preposition):
        return None
    if m.holder is not None and m.holder >= m.group.stop and m.shape.tokens[m.holder].lower_ not in IN_ALL:
        return None  # « a perdu un procès de 3 millions »
    if m.preposition == "à" and m.quantity.dimension in ("length", "duration"):
        return None  # « a perdu la vie à 2 200 mètres d'altitude »
    shape = m.shape
    subject, span, resolved, sure = subject_of(m, m.group, context)
    role = {"from": "niveau de départ", "to": "niveau d'arrivée"}.get(m.quantity.role, "")
    if m.group.lemma == "passer" and not role:
        role = "niveau de départ" if m.preposition in ("de", "d'") else "niveau d'arrivée"
    word = role or ("niveau atteint" if m.preposition == "à" else changed(m.group.lemma))
    rest = said(shape, complement(shape, m.stop))
    what = said(shape, noun_tokens(shape, m.noun)) if m.noun is not None and m.quantity.dimension == "count" else ""
    base = joined(word, f"({number_of(what)})" if what else "")
    return Named(
        "change", context.standing(subject), joined(base, rest), 0.8 if sure else 0.5, {}, span, resolved, base
    )


def passing(m: Measure, context: Context) -> Named | None:
    """« Il monte, passant de 9,5 à 9,7 % de la population active »: what it was and what it has become."""
    shape = m.shape
    at = next((i for i in range(m.first - 1, max(-1, m.first - 8), -1) if shape.tokens[i].lower_ == "passant"), None)
    group = next((g for g in reversed(shape.groups) if at is not None and g.stop <= at), None)
    if at is None or group is None or m.quantity.role not in ("from", "to"):
        return None
    subject, span, resolved, sure = subject_of(m, group, context)
    last = m.quantity.role == "to"
    what = said(shape, complement(shape, m.stop)) if last else ""
    word = measuring(m)[0] if m.noun is None else joined("part", said(shape, range(m.stop, m.noun + 1)))
    what = what if m.noun is None else ""
    label = joined(word, "atteint" if last and word == "taux" else "après" if last else "avant", what)
    return Named("change", context.standing(subject), label, 0.7 if sure else 0.5, {}, span, resolved)


_LIGHT = bag("être avoir faire compter comporter posséder comprendre contenir disposer totaliser regrouper enregistrer")
"""Verbs that say no more of what is counted than that there is so much of it."""


def counted_object(m: Measure, context: Context) -> Named | None:
    """« Morin a marqué 40 buts », « le plan vise 600 crèches »."""
    if m.noun is None or m.quantity.dimension not in ("count", "share") or m.group is None:
        return None
    shape, share = m.shape, m.quantity.dimension == "share"
    stop = max(core_stop(shape, m.noun), m.noun + 1)
    stop = next((k for k in range(m.noun + 1, stop) if _new_clause(shape, k)), stop)
    while stop > m.noun + 1 and shape.tokens[stop - 1].lower_ in ("début", "fin", "mi", "courant"):
        stop -= 1
    first = m.noun
    while first > m.stop and shape.cats[first - 1] in ("adj", "noun", "name"):
        first -= 1
    what = bare(said(shape, trimmed(shape, list(range(first, stop)))))
    if not share:
        context.counted = what
    subject, span, resolved, sure = subject_of(m, m.group, context)
    word = f"part {said(shape, range(m.stop, stop))}" if share else number_of(what)
    there = _there(m, m.group)
    doer = _doer(m)
    subject, span = (doer, None) if doer else (subject, span)
    light = m.group.lemma in _LIGHT and leads_in(m) in ("", "de", "d'") and m.governor is None
    told = "" if light or there else _told(m, m.group, "f" if share else "m", context)
    told = agreed(told, shape, m.noun) if not share else told
    rest = said(shape, clause_tokens(shape, stop))
    head = _measured_head(m, m.group) if share else ""
    if head and (m.group.lemma in _AMOUNTING or m.group.passive) and _leads_to(m):
        word, told = f"{head} ({word})", ""
    if not subject and not there:
        return None
    entity = context.standing(what if there else subject)
    return Named(
        "count-object", entity, joined(word, told, rest), 0.75 if sure else 0.55, {}, span, resolved, joined(word, told)
    )


def _new_clause(shape: Shape, k: int) -> bool:
    """« 57 millions de certificats émis depuis 2004 | et a constaté… »."""
    return shape.cats[k] == "and" and shape.cats[k + 1 : k + 2] in (("verb",), ("clit",), ("neg",))


def _leads_to(m: Measure) -> bool:
    return leads_in(m) in ("", "à", "de", "d'")


def _there(m: Measure, group: VerbGroup) -> bool:
    """« il y a 3 blessés », « on compte 3 blessés », « ce sont 6 millions de personnes »: nobody's but theirs."""
    words_before = [m.shape.tokens[i].lower_ for i in range(max(0, group.first - 1), group.finite)]
    on = group.first > 0 and m.shape.tokens[group.first - 1].lower_ in ("on", "ce", "c'")
    there = "il" in words_before and group.lemma in words("impersonal_verbs")
    return ("y" in words_before and group.lemma == "avoir") or on or there


def _told(m: Measure, group: VerbGroup, gender: Gender, context: Context) -> str:
    """What the verb does with the figure, as a clause on its noun; « » where it cannot be said."""
    shape = m.shape
    if m.governor is not None and shape.cats[m.governor] in ("ger", "part"):
        done = done_by(shape.tokens[m.governor].lower_) if not m.preposition and _just_before(m) else ""
        return f"{done}e" if done and gender == "f" else done
    return relative(m, group, gender, False, context.reading, leads_in(m)) or ""


def _doer(m: Measure) -> str:
    """« les *entreprises* comptant au moins 11 salariés », « un syndicat ayant recueilli 8 % des voix »: whose."""
    shape, i = m.shape, m.governor
    if i is None or m.preposition or not _just_before(m):
        return ""
    at = i if shape.cats[i] == "ger" else i - 1
    if shape.cats[i] != "ger" and shape.tokens[at].lower_ != "ayant":
        return ""
    if at < 1 or shape.cats[at - 1] not in ("noun", "name", "adj"):
        return ""
    return bare(said(shape, phrase_before(shape, at - 1, near=True)))


_HAVING = bag("ayant avoir a ont avait avaient aura auront")


def _just_before(m: Measure) -> bool:
    """« touchant une quinzaine de personnes », « ayant cumulé 69 jours »: the word right before the figure."""
    if m.governor is None:
        return False
    between = range(m.governor + 1, m.first)
    if any(m.shape.cats[i] != "adv" and m.shape.tokens[i].lower_ not in ("par", "exemple") for i in between):
        return False
    ger = m.shape.cats[m.governor] == "ger"
    return ger or m.shape.tokens[m.governor - 1].lower_ in _HAVING


def agreed(told: str, shape: Shape, noun: int) -> str:
    """« nombre de personnes *tuées* », « nombre d'écoles *dans lesquelles* le film est montré »: bent to what is
    counted."""
    feminine = gender_of(shape, noun) == "f"
    several = shape.tokens[noun].lower_.endswith(("s", "x")) or shape.tokens[noun].lower_ == "point"
    if not told:
        return told
    if " " not in told and several:
        return told.removesuffix("s").removesuffix("e") + ("es" if feminine else "s") if told[-2:] != "es" else told
    bent = {"lequel": "lesquels", "auquel": "auxquels", "duquel": "desquels"} if several else {}
    if feminine:
        bent = (
            {"lequel": "lesquelles", "auquel": "auxquelles", "duquel": "desquelles"}
            if several
            else {"lequel": "laquelle", "auquel": "à laquelle", "duquel": "de laquelle"}
        )
    for one, other in bent.items():
        told = re.sub(rf"\b{one}\b", other, told, count=1)
    return told


def measured_by(m: Measure, context: Context) -> Named | None:
    """« a levé 3 millions », « a roulé à contresens pendant 22 km », « se trouve à 7 km des rives »: a measure without
    a noun, which the verb says."""
    group, shape = m.group, m.shape
    if m.noun is not None or m.place == "subject":
        return None
    beside = _measuring_beside(m, context)
    if beside is not None:
        return beside
    if group is None:
        return None
    subject, span, resolved, sure = subject_of(m, group, context)
    preposition = leads_in(m)
    word, gender = measured_by_verb(group.lemma) or measuring(m, preposition)
    stop = m.stop
    if stop + 1 < len(shape.cats) and shape.tokens[stop + 1].lower_ in ACROSS and m.quantity.dimension == "length":
        word, stop = shape.tokens[stop + 1].lower_, stop + 2
        gender = "m" if word == "dénivelé" else "f"
    else:
        word, stop = with_complement(m, word)
    if m.after(1) in ("plus", "moins") and m.quantity.dimension != "factor":
        word, gender = "écart", "m"  # « était 90 mètres plus bas qu'aujourd'hui »
    rest = said(shape, clause_tokens(shape, stop))
    if m.quantity.dimension == "count" and shape.cats[stop : stop + 1] == ("rel",) and rest.startswith("qui "):
        entity = context.standing(context.counted or subject)
        return Named("verb", entity, f"nombre de ceux {rest}", 0.55, {}, span, resolved)
    set_by = set_beside(m, context, preposition)
    if set_by:
        return Named("attached", set_by, joined(word, rest), 0.65)
    if not subject:
        return None
    if (
        preposition == "à"
        and rest
        and shape.cats[stop] == "det"
        and shape.tokens[stop].lower_ in ("le", "la", "l'", "les")
    ):
        thing = noun_tokens(shape, next((i for i in range(stop, len(shape.cats)) if shape.cats[i] == "noun"), stop))
        label = bare(said(shape, [*range(stop, thing[0]), *thing]))  # « porte à 3 583 le nombre de planètes »
        return Named("verb", context.standing(subject), label, 0.7 if sure else 0.5, {}, span, resolved)
    if (
        m.quantity.dimension == "length"
        and preposition == "à"
        and re.match(r"(?:de |du |des |d'|au (?:sud|nord))", rest)
    ):
        word, rest = joined(word, rest), ""
    before = m.first - 1 - len(preposition.split())
    compared = before > 0 and shape.tokens[before].lower_.startswith(("supérieur", "inférieur"))
    if preposition in ("de", "d'") and compared:
        return Named("verb", context.standing(subject), joined("écart", rest), 0.6, {}, span, resolved)
    head = _measured_head(m, group) if word != "écart" else ""
    if head and (group.lemma in _AMOUNTING or (group.passive and preposition == "à")):
        return Named("verb", context.standing(subject), joined(head, rest), 0.7, {}, span, resolved, head)
    if m.quantity.dimension == "factor":
        label = joined(word, rest, _apart(shape, group, m.first))
        return Named("verb", context.standing(subject), label, 0.5, {}, span, resolved)
    last = m.first - 1
    near = range(group.stop, m.first)
    object_first = any(shape.cats[i] == "det" and shape.cats[i - 1] != "adp" for i in near)
    if not preposition and object_first and shape.cats[last] in ("noun", "name", "adj"):
        whose = bare(said(shape, phrase_before(shape, last, near=True)))  # « des pointes de vent jusqu'à 300 km/h »
        return Named("attached", context.standing(whose), joined(word, rest), 0.55)
    by_noun = measured_by_verb(group.lemma) is not None and (not preposition or group.lemma == "culminer")
    placed = group.lemma in ("situer", "trouver") and m.quantity.dimension == "length"
    copula = (group.lemma in ("être", "rester", "demeurer") or placed) and m.first - group.stop <= 1 + bool(
        m.preposition
    )
    governed = m.governor is not None and shape.cats[m.governor] in ("ger", "part")
    if by_noun or copula:
        told = ""
    elif governed and not preposition and _just_before(m) and m.quantity.dimension != "duration":
        done = done_by(shape.tokens[m.governor or 0].lower_)
        told = done + ("e" if gender == "f" else "") if done else f"({shape.tokens[m.governor or 0].text})"
    elif governed and m.governor is not None:
        if m.first - m.governor > 12:
            return None
        first = m.governor
        while first > 0 and shape.tokens[first - 1].lower_ in ("avoir", "être", "ayant", "y", "en", "pas", "n'", "ne"):
            first -= 1
        last = m.first - len(preposition.split())
        last = next((i for i in range(m.governor, last) if shape.cats[i] == "comma"), last)
        told, rest = f"({joined(said(shape, range(first, last)), rest)})", ""
    else:
        found = relative(m, group, gender, False, context.reading, preposition)
        told = found or _apart(shape, group, m.first)
        if not told and not rest and m.governor is not None and shape.cats[m.governor] == "inf":
            told = f"à {shape.tokens[m.governor].text}"
    base = joined(word, told)
    by_name = sure and span is not None and m.place == "object" and "name" in shape.cats[slice(*span)]
    return Named(
        "verb", context.standing(subject), joined(base, rest), 0.75 if by_name else 0.5, {}, span, resolved, base
    )


_AMOUNTING = bag("être rester demeurer atteindre avoisiner dépasser élever établir approcher frôler situer")


def _measured_head(m: Measure, group: VerbGroup) -> str:
    """« La *taille* de ce requin avoisine 4 mètres »: the subject says itself what is measured."""
    span = subject_span(m.shape, group)
    head = next((i for i in range(*span) if m.shape.cats[i] == "noun"), None) if span is not None else None
    word = m.shape.tokens[head].lower_ if head is not None else ""
    return word if measure_noun(word) else ""


def _measuring_beside(m: Measure, context: Context) -> Named | None:
    """« deux machettes, mesurant 40 cm chacune »: a measure that a present participle gives the noun before it."""
    shape, i = m.shape, m.first - 1
    lemma = next((f.lemma for f in verb_forms(shape.tokens[i].text) if f.mood == "ger"), "") if i > 1 else ""
    named = measured_by_verb(lemma)
    if named is None or m.preposition:
        return None
    last = i - 2 if shape.cats[i - 1] == "comma" else i - 1
    if shape.cats[last] not in ("noun", "name", "adj"):
        return None
    return Named("hosted", context.standing(bare(said(shape, phrase_before(shape, last, near=True)))), named[0], 0.65)


def _apart(shape: Shape, group: VerbGroup, first: int) -> str:
    """« prévoyaient ce rejet, mais à hauteur de 54 % »: the verb of a figure that stands apart from it, in brackets."""
    stop = next((i for i in range(group.stop, first) if shape.cats[i] in ("comma", "sub", "mark", "and")), first)
    verb = said(shape, trimmed(shape, list(range(group.first, stop))))
    return f"({verb})" if len(verb.split()) <= 12 else ""


def to_do(m: Measure, context: Context) -> Named | None:
    """« s'est donné comme objectif de lever 75 000 dollars pour… », « vont déplacer 8 000 emplois »: an infinitive
    whose verb is further off."""
    shape, i = m.shape, m.first - 1
    if i < 1 or shape.cats[i] != "inf" or (m.noun is not None and m.quantity.dimension != "count"):
        return None
    group = next((g for g in reversed(shape.groups) if g.stop <= i), None)
    if group is not None and {"stop", "rel"} & set(shape.cats[group.stop : i]):
        return None
    if group is not None:
        subject, span, resolved, sure = subject_of(m, group, context)
    else:  # « Conséquence du plan visant à former 500 000 chômeurs, »
        k = next((k for k in range(i - 1, -1, -1) if shape.cats[k] in ("noun", "name")), None)
        if k is None or "comma" in shape.cats[k:i]:
            return None
        while shape.cats[k + 1] == "adj":
            k += 1
        subject, span, resolved, sure = bare(said(shape, phrase_before(shape, k, near=True))), None, None, False
    word, stop = with_complement(m, measuring(m)[0])
    if m.noun is not None:
        stop = core_stop(shape, m.noun)
        word = number_of(said(shape, range(m.noun, stop)))
    rest = said(shape, clause_tokens(shape, stop))
    if not subject:
        return None
    label = joined(word, f"à {shape.tokens[i].text}", rest)
    return Named("verb", context.standing(subject), label, 0.6 if sure else 0.5, {}, span, resolved)


def with_complement(m: Measure, word: str) -> tuple[str, int]:
    """(« somme *d'investissements étrangers* », the token after it): a measure with what it is of."""
    shape, stop = m.shape, m.stop
    if stop + 1 < len(shape.cats) and shape.tokens[stop].lower_ in ("de", "d'") and m.quantity.dimension != "length":
        apart = shape.cats[stop + 1] in ("verb", "clit", "neg", "det", "num", "inf", "pron", "adp")
        tied = stop if apart else core_stop(shape, stop + 1)
        return joined(word, said(shape, range(stop, tied))), tied
    return word, stop
