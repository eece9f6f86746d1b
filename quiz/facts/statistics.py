"""Statistics: every quantity an article states, with what it measures and of whom, each with its sentence.

Starts from every quantity of every sentence, drops what a named filter refuses, and reads the rest from the structure
of
the sentence. Where no reading of the subject is supported, the value keeps the paragraph's topic and asks for no more
than
a cloze. Refuses to know how a question is worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.facts.clauses import Shape, shape
from quiz.facts.fact import Frame, Quantity, Statistic
from quiz.facts.measures import Measure, measure
from quiz.facts.modality import modality_of
from quiz.facts.noun_phrases import word_stop
from quiz.facts.quantities import find_quantities
from quiz.facts.reading import Reading, Sentence
from quiz.facts.value_claimed import claimed_modality
from quiz.facts.value_context import Context
from quiz.facts.value_filters import reason_to_drop
from quiz.facts.value_frames import frame_of
from quiz.facts.value_naming import name_measure
from quiz.facts.value_restated import Restated, opening_pronoun, restated
from quiz.facts.value_salience import weights
from quiz.facts.value_sound import slip

_ENDLESS = 250
"""Tokens beyond which a sentence is no sentence: a table run together, a hostile line."""


def statistics(reading: Reading) -> list[Statistic]:
    """The statistics of an article, in text order."""
    return _without_rivals([fact for fact, _ in _found(reading) if fact is not None])


_HELD = ("object", "gerund", "noun-of", "made-noun-of", "there-are", "amounts-to")


def _without_rivals(facts: list[Statistic]) -> list[Statistic]:
    """The facts, the frames emptied of those that another value of the same thing in the article would answer as well.

    « Ada Morin a marqué 40 buts en 90 matchs » beside « Elle a marqué 12 buts pour Metz » does not say which goals; the
    second, by the name of the club, does.
    """
    values: dict[tuple[str, str], set[float]] = {}
    for fact in facts:
        key = _measured(fact)
        if key is not None:
            values.setdefault(key, set()).add(fact.quantity.low)
    out = []
    for fact in facts:
        key = _measured(fact)
        told = re.search(r"(?<![\w'’])[A-ZÀ-Þ]|\d{4}", f"{fact.frame.lead} {fact.frame.rest} {fact.frame.population}")
        held = _HELD if fact.quantity.dimension == "count" else ("noun-of", "made-noun-of")
        rivalled = key is not None and fact.frame.construction in held and len(values[key]) > 1
        out.append(replace(fact, frame=Frame()) if rivalled and not told else fact)
    return out


def _measured(fact: Statistic) -> tuple[str, str] | None:
    """What is measured of whom: (name, noun), « MusiLab » also for « l'association MusiLab »; None where no noun says
    it."""
    said = (
        fact.quantity.unit
        if fact.quantity.dimension == "count"
        else _HELD_BY.sub("", fact.attribute)
        if fact.rule == "noun-of"
        else ""
    )
    own = re.sub(r" \([^()]*\)$", "", fact.entity)  # « chute d'un pont (Vaugris) » is not Vaugris
    name = " ".join(re.findall(r"(?<![\w'’])(?:[ld]['’])?([A-ZÀ-Þ][\w'’.-]*)", own)) or own
    return (name, f"{fact.quantity.dimension} {said.split()[0]}") if said and name else None


_HELD_BY = re.compile(
    r"^(?:somme|durée|longueur|poids|taux|part|superficie|puissance) (?:du |de la |de l'|des |de |d')"
)
"""« durée du mandat » is of the mandate."""


def dropped(reading: Reading) -> list[tuple[Quantity, str]]:
    """The quantities that were refused, each with the name of the filter that refused it."""
    return [(q, reason) for fact, (q, reason) in _found(reading) if fact is None]


def _found(reading: Reading) -> Iterator[tuple[Statistic | None, tuple[Quantity, str]]]:
    context = Context(reading)
    for sentence in reading.sentences:
        quantities = find_quantities(reading.article.text, sentence.start, sentence.end, reading.article.id)
        stated = sentence.kind in ("prose", "list", "blockquote")
        if not stated or len(sentence.doc) > _ENDLESS:
            for q in quantities:
                yield None, (q, "endless" if stated else "heading")
            continue
        context.enter(sentence)
        if not quantities:
            continue
        seen = shape(sentence)
        measures = [measure(seen, q) for q in quantities]
        slipped = slip(seen)
        for q, m in zip(quantities, measures, strict=True):
            if m is None or reading.quoted(q.span.start):
                m = _quoted(reading, q)
            if m is None:
                yield None, (q, "quoted")
                continue
            reason = reason_to_drop(m, reading)
            if reason is not None:
                yield None, (q, reason)
                continue
            fact = _statistic(reading, sentence, m, context)
            if fact is None:
                yield None, (q, "unsupported-subject")
                continue
            named = restated(m, context) if m.shape.sentence is sentence else ()
            seen_in = weights(m, reading, slipped) | _pronouns(m, named)
            yield replace(fact, features=fact.features | seen_in, restated=named), (q, "")


def _pronouns(m: Measure, named: Restated) -> dict[str, float]:
    """Whether the sentence opens with a pronoun, and whether somebody's name can stand in its place."""
    if opening_pronoun(m.shape) is None:
        return {}
    return {"restated": 1.0} if any(name for *_, name in named) else {"nobody": 1.0}


_HIT = re.compile(
    r"\bser(?:a|ont) (?:touchée?s?|vulnérables?|menacée?s?|affectée?s?|impactée?s?|concernée?s?)\b"
    r"(?! (?:par|à|aux|au(?! cours)|face)\b)"
)
"""« pensent que les luthiers seront touchés »: by what, the sentence before it says."""
_SPEAKING = frozenset({"je", "j'", "nous", "vous", "tu", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "moi"})


def _quoted(reading: Reading, q: Quantity) -> Measure | None:
    """A figure between quotation marks that is stated all the same: in a fragment the reporter quotes as his own clause
    (« le traitement est « vendu 41 000 euros » »), or of what the speaker has done (« En dix minutes, j'ai fini. »).

    Not what somebody foretells, wishes, imagines or says to somebody.
    """
    mark = next((x for x in reading.marked if x.outer_start <= q.span.start < x.outer_end), None)
    if mark is None:
        return None
    said = reading.flat[mark.start : mark.end].strip()
    words_said = set(said.lower().replace("'", "' ").split())
    whole = said[:1].isupper() or said[-1:] in ".!?…" or bool(words_said & _SPEAKING)
    if len(said.split()) > 80 or reading.flat[: mark.outer_start].rstrip().endswith((" pas de", " aucun", " aucune")):
        return None  # « n'ayant pas de « permis pour tout mur de plus de 5 m » »: the words of a rule, denied
    if whole and not (_OF_OWN.search(said) and _DONE.search(said)):
        return None  # seen before the words are parsed: nobody tells what he has done
    for sentence in reading.inside(mark):
        if sentence.start <= q.span.start < sentence.end:
            seen = shape(sentence)
            if any(g.mood == "cond" or g.tense == "fut" or g.negated for g in seen.groups):
                return None
            if whole and not (_own_past(seen) and (q.digits or q.high > 2)):
                return None
            return measure(seen, q)
    return None


_OF_OWN = re.compile(r"\b(?:je|nous)\b|\bj'", re.IGNORECASE)
_DONE = re.compile(r"\b(?:ai|avons|suis|sommes)\b", re.IGNORECASE)


def _own_past(seen: Shape) -> bool:
    """« j'ai créé », « nous avons perdu »: the speaker tells what was done."""
    first_person = any(token.lower_ in ("je", "j'", "nous") for token in seen.tokens)
    done = any(g.auxiliary and seen.tokens[g.finite].lower_ in ("ai", "avons", "suis", "sommes") for g in seen.groups)
    return first_person and done and not any(token.lower_ in ("si", "vous", "tu") for token in seen.tokens)


def _statistic(reading: Reading, sentence: Sentence, m: Measure, context: Context) -> Statistic | None:
    named = name_measure(m, context)
    if named is None:
        return None
    if named.construction != "bracket" or context.last is None or context.last[0].shape is not m.shape:
        context.last = (m, named)
    if m.shape.sentence is not sentence:
        named = replace(named, confidence=0.45)
    quantity = replace(m.quantity, counted=_counted(m), unit=m.quantity.unit or _counted_unit(m))
    modality, attribution = modality_of(sentence, m.quantity.outer)
    modality = claimed_modality(m, modality)
    if attribution is not None and attribution.lower().startswith(("leur ", "leurs ", "son ", "sa ", "ses ")):
        modality, attribution = "asserted", None  # « (les « soudeurs », selon leur mot) » is about a word
    if attribution is not None and (_listed_after(attribution, m) or _of_an_aside(attribution, m)):
        modality, attribution = "asserted", None
    if modality in ("forecast", "wished") and m.place == "subject" and m.group is not None and m.group.tense != "fut":
        modality = "asserted"  # « 33 % des soudeurs prévoient que… »: that they do is no forecast
    opening = m.shape.groups[0] if m.shape.groups else None
    doubted = m.group is None and opening is not None and opening.mood == "cond" and opening.stop <= m.first
    if doubted and modality in ("asserted", "attributed", "past"):
        modality = "conditional"  # « compterait 5 000 membres, dont 80 % de Lensois »
    if m.group is not None and m.group.mood == "cond" and modality in ("asserted", "attributed", "past"):
        modality = "forecast" if m.group.lemma == "devoir" else "conditional"  # « aurait une capacité de 115 jours »
    start, end = _value_span(m)
    article = reading.article
    frame = frame_of(m, named, context) if m.shape.sentence is sentence else Frame()
    if frame.verb == "known":
        modality, attribution = "asserted", None  # « La prochaine étape sera longue de 180 km »: it is measured already
    if _HIT.search(frame.rest):
        named = replace(named, confidence=min(named.confidence, 0.6))
    return Statistic(
        evidence=article.span(sentence.start, sentence.end),
        answer=m.quantity.span,
        rule=named.construction,
        confidence=named.confidence,
        modality=modality,
        attribution=attribution,
        topic=context.topic,
        features=named.features,
        entity=named.entity,
        attribute=named.attribute,
        quantity=quantity,
        frame=frame,
        value=article.text[start:end],
    )


def _listed_after(attribution: str, m: Measure) -> bool:
    """« Dix départements sont placés en vigilance : le Jura, la Meuse et l'Ain »: what is counted off says nothing."""
    after = str(m.shape.seen)[max(0, str(m.shape.seen).find(m.quantity.text)) :]
    listed = re.search(r" : (?P<items>.*, .*)", after)
    return listed is not None and attribution in listed["items"] and not re.search(r"\b(?:selon|d'après)\b", after)


def _of_an_aside(attribution: str, m: Measure) -> bool:
    """« onze cas ont été recensés, dont un mortel – qui ne serait pas dû au vaccin, d'après le comité »: the committee
    speaks of the one, not of the eleven."""
    seen = str(m.shape.seen).replace("’", "'")
    after = seen[max(0, seen.find(m.quantity.text.replace("’", "'"))) :]
    aside = re.search(r" (?:–|—|-|;) (?:qui|que|dont|ce qui|lequel|laquelle) (?P<said>.*)", after)
    return aside is not None and attribution.replace("’", "'") in aside["said"]


def _counted(m: Measure) -> str:
    """The counted noun phrase, verbatim."""
    return m.shape.verbatim(m.noun, m.phrase_stop) if m.noun is not None else ""


def _counted_unit(m: Measure) -> str | None:
    return str(m.shape.tokens[m.noun].lemma_) if m.noun is not None else None


def _value_span(m: Measure) -> tuple[int, int]:
    """The value as the article writes it: hedge, number, unit, and for a count its noun."""
    sentence: Sentence = m.shape.sentence
    start, end = m.quantity.outer
    plain = m.noun is not None and not any(cat == "num" for cat in m.shape.cats[m.stop : m.noun])
    if m.noun is not None and plain and m.quantity.dimension == "count" and m.noun - m.stop <= 3:
        end = sentence.end_of(m.shape.tokens[word_stop(m.shape.tokens, m.noun) - 1])
    return start, end


__all__ = ["Shape", "dropped", "statistics"]
