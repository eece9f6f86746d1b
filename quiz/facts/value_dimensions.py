"""The noun that says what a figure without one of its own measures: « somme », « durée », « coût » for what costs,
« hausse » for what has risen.

Knows dimensions and a few verbs, nothing of phrases.
"""

from __future__ import annotations

from quiz.facts.measures import Measure
from quiz.facts.value_phrases import Gender

_NOUNS: dict[str, tuple[str, Gender]] = {
    "share": ("part", "f"), "money": ("somme", "f"), "duration": ("durée", "f"), "count": ("nombre", "m"),
    "length": ("distance", "f"), "area": ("superficie", "f"), "volume": ("volume", "m"), "mass": ("poids", "m"),
    "speed": ("vitesse", "f"), "temperature": ("température", "f"), "power": ("puissance", "f"),
    "data": ("quantité de données", "f"), "resolution": ("définition", "f"), "age": ("âge", "m"),
    "frame-rate": ("fréquence d'images", "f"), "rank": ("rang", "m"), "score": ("score", "m"), "rate": ("taux", "m"),
    "change": ("évolution", "f"), "factor": ("nombre de fois", "m"), "other": ("valeur", "f"),
}  # fmt: skip
_OF_VERB: dict[str, tuple[str, Gender]] = {
    "coûter": ("coût", "m"), "durer": ("durée", "f"), "peser": ("poids", "m"), "mesurer": ("taille", "f"),
    "valoir": ("valeur", "f"), "culminer": ("altitude", "f"),
}  # fmt: skip
_OF_CHANGE: dict[str, str] = {
    "augmenter": "hausse", "baisser": "baisse", "bondir": "bond", "chuter": "chute", "croître": "croissance",
    "diminuer": "diminution", "décliner": "déclin", "grimper": "hausse", "progresser": "progression",
    "reculer": "recul", "réduire": "réduction", "tomber": "chute", "monter": "hausse", "ralentir": "ralentissement",
    "accroître": "hausse", "rebondir": "rebond", "gagner": "gain", "céder": "perte", "perdre": "perte",
    "plonger": "chute", "flamber": "flambée", "envoler": "envolée", "effondrer": "effondrement",
    "dévisser": "chute", "apprécier": "hausse", "déprécier": "baisse", "contracter": "contraction",
    "dégringoler": "chute", "décroître": "diminution", "enchérir": "hausse", "renchérir": "hausse",
}  # fmt: skip


def measuring(m: Measure, preposition: str = "") -> tuple[str, Gender]:
    """The noun of a figure's dimension, with its gender; a share of nothing said is a « taux »."""
    dimension = m.quantity.dimension
    if dimension == "share" and m.noun is None and m.quantity.unit == "percent":
        return "taux", "m"
    if dimension == "duration" and m.quantity.unit == "second" and m.quantity.digits and preposition == "en":
        return "temps", "m"
    if dimension == "power" and (m.quantity.unit or "").endswith("-hour"):
        return "énergie", "f"
    return _NOUNS.get(dimension, ("valeur", "f"))


def measured_by_verb(lemma: str) -> tuple[str, Gender] | None:
    """« coût » of « coûter »; None where the verb has no such noun."""
    return _OF_VERB.get(lemma)


def changed(lemma: str) -> str:
    """« hausse » of « augmenter »; « évolution » of a verb that only says that something changes."""
    return _OF_CHANGE.get(lemma, "évolution")
