"""The words that ask for a quantity: « combien de buts », « quelle somme », « jusqu'à combien de temps », « quel
pourcentage de la population », with their gender and number.

Knows dimensions and units; refuses to know the clause around them.
"""

from __future__ import annotations

import re

from quiz.authoring.french import elide
from quiz.facts.fact import Frame, Quantity


def asks_for_most(quantity: Quantity) -> bool:
    """« jusqu'à », « un maximum de »: what bends the figure stands in the question (« quelle durée maximale »)."""
    return quantity.bound == "at-most"


def lower_article(population: str) -> str:
    """The population with its « des »; a bare noun gets one."""
    if re.match(r"(?:des|de|du|d['’]|de la|de l['’])\b|d['’]", population):
        return population
    return f"des {population}"


_MONEY_WORD = "quelle somme"
_WHAT: dict[str, tuple[str, str]] = {
    "money": (_MONEY_WORD, "f"),
    "speed": ("quelle vitesse", "f"),
    "temperature": ("quelle température", "f"),
    "power": ("quelle puissance", "f"),
    "area": ("quelle superficie", "f"),
    "share": ("quel pourcentage", "m"),
    "age": ("quel âge", "m"),
    "resolution": ("quelle définition", "f"),
    "frame-rate": ("quelle fréquence d'images", "f"),
}
"""What is asked for of a dimension that has a noun of its own, with its gender."""

_UNIT_WORDS = {
    "kilometer": "kilomètres", "meter": "mètres", "centimeter": "centimètres", "millimeter": "millimètres",
    "mile": "miles", "foot": "pieds", "light-year": "années-lumière", "liter": "litres", "cubic-meter": "mètres cubes",
    "barrel": "barils", "byte": "octets", "gigabyte": "gigaoctets", "megabyte": "mégaoctets", "hectare": "hectares",
    "tonne": "tonnes", "kilogram": "kilogrammes", "gram": "grammes", "milligram": "milligrammes",
}  # fmt: skip


_SUMS = {
    "amende": "f", "caution": "f", "prime": "f", "indemnité": "f", "rançon": "f", "subvention": "f", "aide": "f",
    "salaire": "m", "loyer": "m", "budget": "m", "prêt": "m", "don": "m",
}  # fmt: skip
"""Sums that have a noun of their own: « quelle amende », not « quelle somme d'amende »."""
_COSTS = re.compile(r"coût|valoir\b|vaut\b|val(?:ait|ent|aient)\b")


def _verb_of(frame: Frame) -> str:
    """The word of a frame that says what is done."""
    return frame.participle or frame.tail or frame.finite


PERIODS = {
    "year": "années",
    "month": "mois",
    "day": "jours",
    "hour": "heures",
    "week": "semaines",
    "minute": "minutes",
}


_LONG_SPANS = {"year": "f", "month": "m", "week": "f", "day": "m"}
"""« Combien d'années de recherche », with the gender of the unit; of minutes a duration is asked."""


def asked_phrase(frame: Frame, quantity: Quantity) -> tuple[str, str, bool] | None:
    """(the asked phrase, its gender, whether it is plural) or None where the dimension has no good word."""
    dimension = quantity.dimension
    most = "jusqu'à " if asks_for_most(quantity) else ""
    if dimension == "count":
        if not frame.population or re.match(r"\d", frame.population):
            return None
        return f"{most}combien {elide('de', frame.population)}", frame.asked_gender or "m", True
    if dimension == "share":
        if re.match(r"(?:d['’])?(?:avance|retard)\b", frame.population):
            return None  # « 34 centièmes d'avance » are of a second
        if frame.population:
            word = "quel pourcentage" if quantity.unit == "percent" else "quelle part"
            return f"{word} {lower_article(frame.population)}", "m" if quantity.unit == "percent" else "f", False
        return ("quel pourcentage", "m", False) if quantity.unit == "percent" else None
    if dimension == "duration" and frame.preposition == "à":
        unit = PERIODS.get(quantity.unit or "")
        if not unit or not frame.population:
            return None
        if quantity.unit in ("minute", "hour"):
            return f"quelle durée {elide('de', frame.population)}", "f", False
        return f"combien {elide('de', unit)} {elide('de', frame.population)}", "m", True
    if dimension == "duration":
        late = re.match(r"(?:retard|avance)\b", frame.population) and PERIODS.get(quantity.unit or "")
        if late:
            return f"{most}combien {elide('de', str(late))} {elide('de', frame.population)}", "m", True
        years = PERIODS.get(quantity.unit or "") if quantity.unit in _LONG_SPANS and not most else None
        if frame.population and not frame.preposition and years:
            return (
                f"combien {elide('de', years)} {elide('de', frame.population)}",
                _LONG_SPANS[quantity.unit or ""],
                True,
            )
        if frame.population and not frame.preposition:
            longest = "quelle durée maximale" if most else "quelle durée"
            return f"{longest} {elide('de', frame.population)}", "f", False
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        return f"{most}combien de temps{tail}", "m", False
    if dimension == "length" and quantity.unit in _UNIT_WORDS:
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        return f"{most}combien {elide('de', _UNIT_WORDS[quantity.unit])}{tail}", "m", True
    if (
        dimension == "money"
        and frame.preposition == "à"
        and re.search(r"\b(?:amende|dommages|caution)", frame.population)
    ):
        unit = re.sub(r"^[\d\W]*(?:(?:millions?|milliards?) (?:de |d['’]))?", "", quantity.text)
        if not unit.isalpha():
            return None
        return f"combien {elide('de', unit)} {elide('de', frame.population)}", "m", True
    if dimension == "money" and re.match(
        r"(?:baisse|hausse|augmentation|réduction|coupe|économie)s?\b", frame.population
    ):
        return None  # « quelle somme de baisse de dépenses »
    if dimension == "mass" and quantity.unit in _UNIT_WORDS:
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        return (
            f"{most}combien {elide('de', _UNIT_WORDS[quantity.unit])}{tail}",
            "f" if "tonne" in quantity.unit else "m",
            True,
        )
    if dimension == "money" and not frame.preposition and frame.population in _SUMS:
        gender = _SUMS[frame.population]
        return f"{'quelle' if gender == 'f' else 'quel'} {frame.population}", gender, False
    if dimension == "money" and not frame.preposition and not frame.population and _COSTS.match(_verb_of(frame)):
        return "combien", "m", False
    if dimension == "power" and re.search(r"Wh\b", quantity.text):
        return "quelle quantité d'énergie", "f", False
    if dimension in _WHAT:
        word, gender = _WHAT[dimension]
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        if (
            dimension == "money"
            and not frame.preposition
            and re.match(r"atte|repr|dépass|val|avoisin|frôl|totalis", _verb_of(frame))
        ):
            return f"quel montant{tail}", "m", False
        if dimension == "money" and frame.preposition in ("à", "pour"):
            word, gender = "quel montant" if frame.preposition == "pour" else "quel prix", "m"
            return f"{word}{tail}", gender, False
        return f"{word}{' maximale' if most and gender == 'f' else ' maximal' if most else ''}{tail}", gender, False
    if quantity.unit in _UNIT_WORDS:
        return f"{most}combien {elide('de', _UNIT_WORDS[quantity.unit])}", "m", True
    return None
