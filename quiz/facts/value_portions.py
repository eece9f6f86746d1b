"""Figures that are the subject of a verb: shares of a population and counts, with what is said of them.

Keeps the population of a series of shares in the context; refuses a count of nothing said.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import VerbGroup
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, Named, bare_phrase, subject_span
from quiz.facts.value_dimensions import measuring
from quiz.facts.value_owners import subject_of
from quiz.facts.value_phrases import bare, clause_tokens, joined, noun_tokens, number_of, of, said
from quiz.facts.value_words import words


def of_them(population: str) -> str:
    """« des firmes », « de la population »: a population after « part », whose article is gone."""
    head = population.split(" ")[0]
    return f"des {population}" if head.endswith(("s", "x", "z")) else of(population)


def predicate(m: Measure, group: VerbGroup) -> str:
    """The verb after a figure that is its subject, with the rest of its clause."""
    stop = group.stop
    while stop < len(m.shape.tokens) and m.shape.tokens[stop].lower_ in ("alors", "ainsi", "aussi"):
        stop += 1
    return said(m.shape, [*range(group.first, group.stop), *clause_tokens(m.shape, stop)])


def share_subject(m: Measure, context: Context) -> Named | None:
    """« 44 % des firmes l'utilisent », « 39 % s'en servent » (the population said before), « un sur trois… »."""
    if m.quantity.dimension != "share" or m.place != "subject" or m.group is None:
        return None
    told = predicate(m, m.group)
    ratio = re.fullmatch(r"\S+ (?P<who>\D+?) sur \S+", " ".join(m.quantity.text.split()))
    if m.noun is None and ratio is not None:
        context.population, context.population_link = ratio["who"], ""
        several = ratio["who"] if ratio["who"].endswith(("s", "x")) else f"{ratio['who']}s"
        return Named("share-of", context.standing(ratio["who"]), f"part des {several} qui {told}", 0.9)
    if m.noun is None and m.quantity.unit != "ratio":
        population, sure = context.population, 0.85 if context.population else 0.55
        link = context.population_link or (of_them(population) if population else "")
        label = joined("part", link, "qui", told)
        return Named("share-of", context.standing(population), label, sure, {"inherited": 1.0})
    if m.noun is None:
        return Named("share-of", context.standing(context.population), f"part qui {told}", 0.6)
    tokens = [i for i in noun_tokens(m.shape, m.noun) if i < m.group.first]
    population = bare(said(m.shape, tokens))
    context.population_link = m.shape.text(m.stop, m.phrase_stop)
    context.population = bare_phrase(m.shape, m.noun)
    link = said(m.shape, [*range(m.stop, tokens[0]), *tokens])
    return Named("share-of", context.standing(population), f"part {link} qui {told}", 0.9)


def they_are(m: Measure, context: Context) -> Named | None:
    """« Elles sont 38 % à vouloir tailler les haies »: a share of those said before who do what follows."""
    shape = m.shape
    group = next((g for g in reversed(shape.groups) if 0 <= m.first - g.stop <= 2), None)
    after = m.stop + 1
    if m.quantity.dimension != "share" or group is None or group.lemma != "être" or after >= len(shape.cats):
        return None
    inside = set(shape.cats[m.stop + 1 : m.stop + 4])
    if m.noun is not None or shape.tokens[m.stop].lower_ != "à" or "inf" not in inside:
        return None
    subject = subject_of(m, group, context)[0]
    span = subject_span(shape, group)
    pointed = span is None or shape.tokens[span[0]].lower_ in words("pronouns")
    population = context.population if pointed else subject
    label = joined("part", of_them(population) if population else "", said(shape, clause_tokens(shape, m.stop)))
    return Named("share-of", context.standing(population), label, 0.6, {"inherited": 1.0})


def count_subject(m: Measure, context: Context) -> Named | None:
    """« 52 personnes ont été tuées »: a count that is the subject of the verb after it."""
    if m.place != "subject" or m.group is None:
        return None
    told = predicate(m, m.group)
    if m.noun is None and m.quantity.dimension in ("duration", "age"):
        return None  # « trois hommes âgés de 26 et 48 ans ont été arrêtés »
    if m.noun is None:
        word = measuring(m)[0] if m.quantity.dimension != "count" else "nombre"
        what = context.counted.split(" (")[0] if word == "nombre" else ""
        if word == "nombre" and not what and m.first > 0:
            return None  # « des commandes de Boeing 737 et 777 sont… »
        label = f"{number_of(what)} qui {told}" if what else f"{word} : {told}"
        return Named("count-subject", context.standing(context.counted), label, 0.6, {"inherited": 1.0})
    what = bare(said(m.shape, [i for i in noun_tokens(m.shape, m.noun) if i < m.group.first]))
    context.counted = what
    return Named("count-subject", context.standing(what), f"{number_of(what)} qui {told}", 0.9)
