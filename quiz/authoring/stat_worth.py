"""Which figures are asked for plainly at all: none that is guessed, cut out of a pair, told by its title or of another
event than its sentence's own.

Knows a fact and its frame; refuses to know how it would be worded, and leaves whatever is only doubtful to the ranker.
"""

from __future__ import annotations

import re

from quiz.facts.fact import Frame, Quantity, Specification, Statistic
from quiz.facts.lexicon import bag


def worth_asking(fact: Statistic | Specification, quantity: Quantity) -> bool:
    """One or two of something is guessed, a range and a part of a pair are better left in their sentence."""
    passes = fact.frame.construction == "passes-to"
    if quantity.dimension == "rank" and _ELSEWHERE.search(
        fact.evidence.text[: fact.answer.start - fact.evidence.start]
    ):
        return False
    if (quantity.role in ("from", "to", "whole") and not passes) or quantity.vague:
        return False
    if quantity.dimension in ("count", "factor") and quantity.high <= 2:
        return False
    slipped = fact.features.get("slip") and fact.frame.verb != "known"  # whose words are ours
    if slipped or fact.features.get("in_title"):
        return False
    if fact.features.get("others") and " et " not in fact.evidence.text:
        return False
    if fact.features.get("whole_set") and quantity.dimension == "count":
        return False
    if counted_off(fact, quantity) and fact.frame.construction == "object":
        return False  # « La compétition comporte quatre épreuves : … »
    if fact.evidence.text.rstrip().endswith(":") and quantity.dimension == "count" and quantity.high <= _LISTED:
        return False
    frame = fact.frame
    if quantity.dimension == "count" and quantity.high <= _FEW and _IN_THE_RACE.search(f"{frame.verb} {frame.rest}"):
        return False
    if frame.construction == "object" and _REPORTS.match(frame.subject) and _SHOWS.match(frame.finite):
        return False
    nameless = _NAMELESS.fullmatch(frame.subject) and fact.features.get("unnamed_subject")
    if nameless and quantity.dimension in ("share", "money", "change"):
        return False
    if fact.frame.construction in ("change", "passes-to") and not TIMED.search(f"{fact.frame.lead} {fact.frame.rest}"):
        return False
    return fact.modality in ("asserted", "attributed", "past", "forecast", "conditional")


_REPORTS = re.compile(r"(?:l[ae]s? |l['’]|une? )(?:\w+ )?(?:rapport|étude|enquête|sondage|bilan|chiffre|résultat)s?\b")
_SHOWS = re.compile(r"(?:montr|indiqu|révèl|représent|confirm|annonc)\w*$")
"""« Quel pourcentage le dernier rapport montre-t-il ? »: of what, is lost; a report is no part of anything."""
_ELSEWHERE = re.compile(r"\b(?:où|ou|dont|lorsqu\w*['’ ]?|quand) [^,;]{0,60}$")
"""« sans égaler sa course de Metz où elle finit à la 6e place »: a place in another race than the article's."""


_NAMELESS = re.compile(r"(?:les|ces) [a-zà-ÿ]+s")
"""« Les parts ont perdu 4 % »: whose, the sentence before says."""


def counted_off(fact: Statistic | Specification, quantity: Quantity) -> bool:
    """« Quatre épreuves sont courues : le sprint, la côte, le relais et le fond. »"""
    after = fact.evidence.text[fact.answer.end - fact.evidence.start :]
    return quantity.dimension == "count" and quantity.high <= _FEW and _COUNTED_OFF.search(after) is not None


_PETTY = bag(
    "arbre bougie bouteille chaise chambre couvert discipline engin étage exemplaire fauteuil lit marche page panneau "
    "passager place poteau sac siège table tasse véhicule voiture wagon"
)


def petty(frame: Frame) -> bool:
    """« Combien de bouteilles le domaine produit-il ? »: a detail of the scenery, which few learn: for the ranker."""
    counted = re.match(r"[\w-]+", frame.population)
    return counted is not None and counted.group().lower().removesuffix("s") in _PETTY


_FEW = 5
_IN_THE_RACE = re.compile(
    r"\b(?:pren(?:nent|ait|aient)|pris) la tête\b|\bs['’](?:échapp|accroch)|\bse détach|\bpeloton\b|\bde tête\b"
)
"""« Quatre coureuses prennent la tête »: the course of a race, of which nobody keeps the figures."""
_COUNTED_OFF = re.compile(r"^[^:.]{1,80} : [^:.]+, [^:.]+ et [^:.]+")
_LISTED = 12
"""« À midi, trois groupes occupent la ville : »: what the lines below count off nobody learns as a number."""


TIMED = re.compile(
    r"\d|\b(?:ans?|années?|mois|trimestre|semestre|semaines?|jours?|journées?|depuis|par rapport|janvier|février|mars"
    r"|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|heures?|entre)\b"
)
"""A change has happened within some time: « De combien le budget a-t-il augmenté ? » asks nothing."""
