"""Small mends of a frame that is right but would be asked in bad French: a rate, an agreement, the « à » of a price.

Each mend is a named rule that changes words and never what is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_words import words


def mended(m: Measure, frame: Frame) -> Frame:
    """A frame with all that applies to it mended."""
    return _agreeing_part(m, _priced(m, _per_unit(m, _of_one_kind(m, frame))))


_OTHERS_TOO = re.compile(r"^(?P<kind>(?:(?!\b(?:de|du|des)\b|\bd['’]).)+?) et (?:des|plusieurs|une?|les) ")


def _of_one_kind(m: Measure, frame: Frame) -> Frame:
    """« a utilisé deux blindés et des autopompes »: two of the first; and no « même » in « ont même atteint »."""
    said = _OTHERS_TOO.match(frame.population) if m.quantity.dimension == "count" else None
    tail = frame.tail.removeprefix("même ")
    return replace(frame, population=said["kind"] if said is not None else frame.population, tail=tail)


_ONE_OF_THEM = re.compile(r"^(?:le |la |l['’])(?P<unit>[a-zà-ÿ]{3,})(?=$|,| (?:en|au|aux|à|dans|depuis)\b)")


_SO_MANY = re.compile(r"^les (?P<bulk>(?:cent|mille|\d+) (?:litres|kilos|kilogrammes|grammes|kilomètres|tonnes))\b")


def _per_unit(m: Measure, frame: Frame) -> Frame:
    """« un courtier évoque 85 euros la dose »: what sum *per dose*."""
    if m.quantity.dimension != "money" or frame.construction not in ("object", "amounts-to") or frame.preposition:
        return frame
    at = m.shape.tokens[m.stop].lower_ if m.stop < len(m.shape.tokens) else ""
    bulk = _SO_MANY.match(frame.rest) if at == "les" else None
    if bulk is not None:  # « 480 euros les mille litres »
        return replace(frame, rest=f"pour {bulk['bulk']}{frame.rest[bulk.end() :]}")
    said = _ONE_OF_THEM.match(frame.rest) if at in ("le", "la", "l'") else None
    return replace(frame, rest=f"par {said['unit']}{frame.rest[said.end() :]}") if said is not None else frame


def _priced(m: Measure, frame: Frame) -> Frame:
    """« Chaque place est facturée 3 euros », « proposée entre 10 et 20 euros »: at what price."""
    group = m.group
    if group is None or not group.passive or group.lemma not in words("pricing_verbs"):
        return frame
    plain = frame.construction == "object" and not frame.preposition and not frame.population
    return replace(frame, preposition="à") if plain and m.quantity.dimension == "money" else frame


def _agreeing_part(m: Measure, frame: Frame) -> Frame:
    """« Un tiers de la somme avait été réuni »: asked of « quelle part », which is feminine."""
    group = m.group
    if frame.construction != "share-of" or group is None or group.number == "p" or m.quantity.unit != "fraction":
        return frame
    passive = group.auxiliary.startswith("être")
    bare = passive and re.search(r"(?:é|i|u|t|is)$", frame.verb) and not frame.verb.endswith(" été")
    return replace(frame, verb=f"{frame.verb}e") if bare else frame
