"""Frames of values that stand after their verb: objects, amounts, changes, gerunds, nouns that hold a figure.

See `value_frames` for what the pieces mean.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from quiz.facts.clause_leads import leading
from quiz.facts.clause_pieces import Piece, following, gender_of, piece
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_adjuncts import adjunct_frame, says_where_or_how, second_sentence, time_first, without_connectors
from quiz.facts.value_context import Context
from quiz.facts.value_cores import counted_core, counted_gender, with_second_place
from quiz.facts.value_shared import after_other_objects
from quiz.facts.value_who import Who, counts_others, leans_on_known, verb_pieces
from quiz.facts.value_words import words
from quiz.facts.verbs import verb_forms

NO_FRAME = Frame()


def _chain(m: Measure, group: VerbGroup) -> int | None:
    """Where the verb ends with its infinitives (« peut générer », « permet de former »); None where something else
    governs.
    """
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
    if governor is not None and shape.tokens[governor].lower_ == "partir":
        governor = None  # « à partir d'une altitude de 19 km »
    return None if governor is not None and governor >= end else end


def _between(m: Measure, start: int) -> list[int]:
    """The tokens between the verb and the asked phrase, its preposition left out."""
    stop = m.first - (1 if m.preposition else 0)
    between = list(range(start, max(start, stop)))
    last = between[-1] if between else 0
    limited = bool(between) and m.shape.cats[last] in ("sub", "rel") and m.shape.tokens[last].lower_ in ("que", "qu'")
    return between[:-1] if limited else between  # « n'atteint que 41 % »


def _set_apart(shape: Shape, between: list[int], commas: list[int]) -> bool:
    """« On a arrêté, *dans le cadre de l'enquête*, trois employés »: one stretch of time or place between commas, right
    after the verb, can follow the object."""
    if len(commas) != 2 or len(between) > _APART or between[0] != commas[0] or between[-1] != commas[1]:
        return False
    inside = [shape.cats[i] for i in between[1:-1]]
    return inside[0] == "adp" and not {"rel", "part", "ger", "open", "and", "sub", "verb", "inf"} & set(inside)


_APART = 12


def object_frame(m: Measure, context: Context) -> Frame:
    """« Morin a marqué 40 buts… », « le robot peut filmer jusqu'à une heure de jeu… », « sont estimés à 6
    milliards ».
    """
    group = m.group
    assert group is not None
    shape = m.shape
    chain = _chain(m, group)
    if chain is None or group.inverted or (m.noun is not None and counts_others(m)):
        return NO_FRAME
    who = Who(m, group, context)
    if not who.text:
        return NO_FRAME
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if lead is None:
        return NO_FRAME
    to_amount = group.lemma in words("sentencing_verbs") or (
        group.lemma in words("amounting_verbs") and not group.passive
    )
    to_amount = to_amount or (m.quantity.dimension == "money" and group.lemma in words("pricing_verbs"))
    if m.holder is not None and m.holder >= chain and m.holder not in without_connectors(shape, _between(m, chain)):
        m = replace(m, holder=None)  # « se réduit en revanche de 3 % »
    again = second_sentence(m, group, chain)
    if again and m.preposition == "":
        m = replace(m, preposition="à")
    sentenced = m.preposition == "à" and to_amount
    if m.holder is not None and m.noun is None and not sentenced and not _tells(m):
        how = adjunct_frame(m, group, chain, who, lead)
        return how if how.construction else _held(m, group, chain, who, lead)
    between = [] if again else without_connectors(shape, _between(m, chain))
    when = between[: time_first(shape, between)]
    between = between[len(when) :]
    if _tells(m):
        chain, between = m.first - 1, []
    if m.preposition == "" and after_other_objects(shape, between):
        first = shape.tokens[between[0]].lower_  # « souffle à 148 km/h à Lens, 144 km/h à Metz »
        m = replace(m, preposition=first) if first in ("à", "de") and m.quantity.dimension in _SHARING else m
        between = []
    if m.quantity.dimension == "length" and shape.tokens[m.first - 1].lower_ in ("le", "du", "au"):
        return NO_FRAME  # « le 100 mètres » is a race
    commas = [i for i in between if shape.cats[i] == "comma"]
    if _set_apart(shape, between, commas):
        when, between, commas = [*when, *between[1:-1]], [], []
    if len(commas) == 2 and not any(shape.cats[i] in ("rel", "part", "ger") for i in between):
        between = [i for i in between if i not in commas]  # « arrive, fin 2014, à… »
    start = chain + len(when)
    acted_on = m.holder is not None and m.noun is not None and _simple_object(shape, start, m.holder, between)
    if any(shape.tokens[i].lower_ in ("moins", "plus", "jusqu'", "jusque") for i in between):
        return NO_FRAME
    share_of = shape.tokens[m.stop].lower_ if m.stop < len(shape.tokens) else ""
    if m.quantity.dimension == "share" and m.quantity.unit != "percent" and share_of not in ("de", "d'", "des", "du"):
        return NO_FRAME  # « un neuvième titre »
    if m.preposition == "sur" and m.quantity.dimension == "duration":
        return NO_FRAME
    if m.preposition == "en" and m.quantity.dimension == "duration" and group.lemma not in words("completing_verbs"):
        return NO_FRAME  # « conforte son rang en 59 minutes »: in the race, which the sentence has not told
    beside = m.preposition == "" and says_where_or_how(shape, between)
    if m.preposition == "" and not beside and any(shape.cats[i] in ("noun", "name", "num") for i in between):
        return NO_FRAME
    if len(between) > (12 if m.preposition == "avec" else 9) or any(
        shape.cats[i] in ("comma", "rel", "part", "ger", "open", "num", "and") for i in between
    ):
        return NO_FRAME
    if m.preposition not in ("", *words("asked_prepositions")):
        return NO_FRAME
    ahead = shape.tokens[m.stop + 1].lower_ if m.stop + 1 < len(shape.tokens) else ""
    voted = m.noun is not None and shape.tokens[m.noun].lower_ in ("voix", "suffrages", "points")
    shared = (m.quantity.dimension == "share" and m.noun is not None) or voted
    if (
        m.preposition == "avec"
        and not shared
        and ahead not in ("avance", "retard")
        and m.quantity.dimension != "duration"
    ):
        return NO_FRAME
    clitics, finite, tail, agreeing = verb_pieces(m, group, chain)
    population, core = counted_core(m)
    named = core + 1 < len(shape.cats) and shape.cats[core] == "comma" and shape.cats[core + 1] == "name"
    if named and m.quantity.dimension == "count":
        return NO_FRAME  # « à trois amis, Ada Morin, Lise Roux et Odile Ferrand »
    tokens, whole = with_second_place(shape, *following(shape, core))
    another = core < len(shape.cats) and shape.cats[core] == "and" and shape.cats[core + 1] in ("part", "adv", "num")
    rivals = core + 1 < len(shape.cats) and shape.cats[core] == "comma" and shape.tokens[core + 1].lower_ in _AGAINST
    if not whole and not tokens and not rivals and m.preposition not in ("", "à") and not another:
        return NO_FRAME
    if m.first < m.start and shape.tokens[m.first].lower_ in ("les", "ses", "leurs") and not m.quantity.hedge:
        return NO_FRAME
    if tokens and shape.cats[tokens[0]] == "and" and shape.tokens[tokens[0] + 1].lower_ in ("un", "une"):
        tokens = []  # « trois coupes de Metz et un trophée »
    if tokens and shape.cats[tokens[0]] == "and":
        return NO_FRAME  # « plus de 500 galaxies et des millions d'étoiles »
    aside = next((place for place, i in enumerate(tokens) if shape.tokens[i].lower_ == "dont"), None)
    tokens = tokens[:aside] if aside == 0 else tokens
    if m.quantity.dimension == "duration":
        tokens = _without_rates(shape, tokens)
    middle = piece(shape, [*when, *between], owner=group.number)
    rest = piece(shape, tokens, owner=group.number)
    construction = "object"
    if who.impersonal:
        construction = "there-are"
    elif m.preposition in ("à", "de", "d'") and (not between or sentenced) and group.lemma in words("amounting_verbs"):
        comes_to = group.passive or group.lemma in ("élever", "monter", "établir", "être", "ressortir")
        if group.lemma == "être" and not words("measure_nouns") & set(who.text.lower().replace("'", " ").split()):
            return NO_FRAME
        construction = "amounts-to" if comes_to else "amounts-by"
    elif (
        m.preposition in ("de", "d'")
        and group.lemma in words("change_verbs")
        and m.quantity.dimension in ("share", "change", "money", "length")
    ):
        construction = "change"
    elif m.preposition in ("de", "d'") and group.lemma in words("verbs_with_de") and between:
        return NO_FRAME  # « dispose d'une courte avance de 166 points »
    elif m.preposition in ("de", "d'") and group.lemma == "être" and between:
        return NO_FRAME  # « la raison est un déficit de 2,4 % »
    elif m.preposition in ("de", "d'") and m.quantity.dimension == "share" and between:
        return NO_FRAME  # « le site a connu un déclin de 21 % du nombre de visites »
    elif m.preposition in ("de", "d'") and acted_on:
        construction = "object"  # « a causé la mort de vingt personnes »
    elif m.preposition in ("de", "d'") and not (
        group.lemma in words("amounting_verbs")
        or group.lemma in words("verbs_with_de")
        or m.quantity.dimension == "share"
        or _tells(m)
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
        asked_gender=counted_gender(m),
        time="" if whole else "cut",
    )
    if who.impersonal:
        return frame  # « il y a eu 7 blessés »: its y leans on nothing
    return frame if leans_on_known(shape, group, Piece(who.text + " x x x x")) else replace(frame, resolved=False)


_SHARING = ("speed", "count")
"""« s'est alourdi à 288 morts et plus de 900 blessés »: the word before the first figure is the second's as well."""
_AGAINST = ("face", "contre", "devant", "loin")
"""« élu avec 54 % des voix, devant Luc Petit »: whom somebody beat is told beside the figure."""


def _tells(m: Measure) -> bool:
    """« un premier bilan fait état de neuf victimes »."""
    told = m.group is not None and m.group.lemma == "faire" and m.first > 1
    return told and m.preposition in ("de", "d'") and m.shape.tokens[m.first - 2].lower_ in ("état", "mention")


_RATE = re.compile(r"\d{3,4}[pi]|[248]k", re.IGNORECASE)


def _without_rates(shape: Shape, tokens: list[int]) -> list[int]:
    """« filmer deux heures de match d'une traite en 720p à 25 images par seconde »: a length is asked without the
    figures of the picture."""
    for place, i in enumerate(tokens):
        images = i + 1 < len(shape.tokens) and shape.tokens[i + 1].lower_ in ("images", "ips", "fps")
        if _RATE.fullmatch(shape.tokens[i].text) or (images and shape.cats[i] == "num"):
            kept = tokens[:place]
            while kept and shape.cats[kept[-1]] in ("adp", "det", "comma", "and"):
                kept.pop()
            return kept
    return tokens


def _simple_object(shape: Shape, start: int, holder: int, between: list[int]) -> bool:
    """Whether the tokens between are just « la mort », « le départ »: an object the number completes."""
    if between != list(range(start, holder + 1)) or len(between) != 2 or shape.cats[start] != "det":
        return False
    noun = shape.tokens[holder].lower_
    return noun in words("action_nouns") or noun.endswith(("tion", "sion", "ture", "ement"))


_PARTICIPLES = {
    "faire": "fait", "détruire": "détruit", "produire": "produit", "perdre": "perdu", "prendre": "pris",
    "obtenir": "obtenu",
    "recueillir": "recueilli", "atteindre": "atteint", "subir": "subi", "réunir": "réuni", "inscrire": "inscrit",
}  # fmt: skip


def gerund_frame(m: Measure, context: Context) -> Frame:
    """« Morin a débuté à Metz, marquant 40 buts en 90 matchs »: the gerund of a past clause is a past."""
    group, shape, governor = m.group, m.shape, m.governor
    if group is None or governor is None:
        return NO_FRAME
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
    who = Who(m, group, context)
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not who.text or lead is None or who.impersonal:
        return NO_FRAME
    population, core = counted_core(m)
    tokens, whole = following(shape, core)
    rest = piece(shape, tokens, owner=group.number)
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


def _held(m: Measure, group: VerbGroup, chain: int, who: Who, lead: Piece) -> Frame:
    """« S a une masse de 8 tonnes » (noun-of), « S a signé un contrat de cinq ans » (made-noun-of)."""
    shape, holder = m.shape, m.holder
    assert holder is not None
    if m.preposition not in ("de", "d'") or shape.cats[holder] != "noun":
        return NO_FRAME
    start = next(
        (i for i in range(chain, min(chain + 5, holder)) if says_where_or_how(shape, list(range(chain, i)))), chain
    )
    start = start if shape.cats[start] == "det" else chain
    beside = piece(shape, range(chain, start), owner=group.number)
    head = range(start, holder + 1)
    if not head or shape.cats[start] not in ("det",) or shape.tokens[start].lower_ not in words("articles"):
        return NO_FRAME
    if any(shape.cats[i] not in ("det", "adj", "noun", "part", "adp") for i in head):
        return NO_FRAME
    opens = next((i for i in range(holder - 1, start, -1) if shape.tokens[i].lower_ in ("une", "un", "la", "le")), None)
    if opens is not None and shape.tokens[holder].lower_ in words("measure_nouns"):
        return _measure_of_object(m, group, chain, who, lead, opens)
    label = piece(shape, range(start + 1, m.first - 1))
    if any(shape.tokens[i].lower_ in ("avec", "pour", "dans", "sur") for i in head):
        return NO_FRAME  # « complète le podium avec un temps de 3 minutes »
    tokens, whole = following(shape, m.stop)
    rest = piece(shape, tokens, owner=group.number)
    clitics, finite, tail, agreeing = verb_pieces(m, group, chain)
    attribute = shape.tokens[holder].lower_ in words("measure_nouns") and group.lemma in words("having_verbs")
    gender: Literal["m", "f", ""] = gender_of(shape, holder)
    if shape.tokens[start].lower_ in ("une", "la"):
        gender = "f"
    elif shape.tokens[start].lower_ in ("un", "le"):
        gender = "m"
    plural = shape.tokens[start].lower_ in ("les", "des")
    if plural and (attribute or m.quantity.dimension not in ("duration", "money", "length")):
        return NO_FRAME
    if not gender or (not attribute and group.lemma in ("être", "avoir")):
        return NO_FRAME
    return Frame(
        construction="noun-of" if attribute else "made-noun-of",
        lead=lead.text,
        subject=who.text,
        population=label.text,
        rest=" ".join(text for text in (beside.text, rest.text) if text),
        resolved=who.stands and all(p.stands for p in (lead, label, beside, rest)),
        clitics=clitics,
        finite=finite,
        tail=tail,
        participle=agreeing,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_plural=plural,
        asked_gender=gender,
        verb=group.tense,
        time="" if whole else "cut",
    )


def _measure_of_object(m: Measure, group: VerbGroup, chain: int, who: Who, lead: Piece, opens: int) -> Frame:
    """« S peut filmer des matchs d'une durée maximale d'une heure »: the measure of what S acts upon."""
    shape, holder = m.shape, m.holder
    linked = opens > chain + 1 and shape.tokens[opens - 1].lower_ in ("de", "d'")
    if holder is None or not linked:
        return NO_FRAME
    thing = piece(shape, range(chain + 1, opens - 1))
    label = piece(shape, range(opens + 1, m.first - 1))
    first = shape.tokens[chain].lower_
    article = {"des": "les ", "un": "le ", "une": "la "}.get(first, first if first == "l'" else f"{first} ")
    tokens, whole = following(shape, m.stop)
    rest = piece(shape, tokens, owner=group.number)
    clitics, finite, tail, agreeing = verb_pieces(m, group, chain)
    gender: Literal["m", "f"] = "f" if shape.tokens[opens].lower_ in ("une", "la") else "m"
    return Frame(
        construction="measure-of",
        lead=lead.text,
        subject=who.text,
        population=label.text,
        acted_on=article + thing.text,
        rest=rest.text,
        resolved=who.stands and all(p.stands for p in (lead, label, rest, thing)),
        clitics=clitics,
        finite=finite,
        tail=tail,
        participle=agreeing,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender=gender,
        asked_plural=first in ("des", "les"),
        time="" if whole else "cut",
    )
