"""Questions on figures whose words came apart when they were put together: half a range behind the verb, a unit without
its number, an apposition for a subject.

Plain text in, the words that are broken or None out; knows the marks that a break leaves and no grammar beyond them.
"""

from __future__ import annotations

import re

_THEY = r"-(?:t-)?(?:ils?|elles?)"
_ASKED = r"(?:[Cc]ombien d(?:e |es |')[\w' -]{2,60}?|[Qq]uel(?:le)?s? [\w' -]{2,40}?)"
_OF_ONE_NAME = r"(?:du|de la|des|de l') ?[A-ZÀ-Þ][\w'-]+"
_WITHOUT_ARTICLE = (
    "Premi|Meilleur|Derni|Deuxi|Troisi|Ancien|Seul|Principal|Numéro|Fondé|Né|Créé|Élu|Champion"  # opens an apposition
)
_BREAKS = (
    # « indiquée /mol ? »
    re.compile(r"(?:^|\s)/\w+"),
    # « quel pourcentage des face est-ce que »
    re.compile(r"\b(?:pourcentage|part|somme|combien) (?:des|du|de|d') ?(?:face|grâce|contre|dans|par|avec|depuis)\b"),
    # « Combien de coureurs de 18 l'épreuve a-t-elle réunis à 75 ans »
    re.compile(rf"{_ASKED} (?:de|à|entre) \d+(?:,\d+)? (?:l[ae]s? |l'|un |une |[A-ZÀ-Þ])"),
    # « Combien de moulins de la Bise le plan concerne-t-il du Gué et du Haut-Bois »
    re.compile(rf"{_OF_ONE_NAME}[^?]*{_THEY} {_OF_ONE_NAME}(?:,[^?]*)? et d(?:u |e la |es |e l'|')"),
    # « Combien de tonnes Premier producteur mondial a-t-il récoltées »
    re.compile(
        r"(?:[Cc]ombien d(?:e |')[\w-]+(?: d(?:e |')[\w-]+)?|[Qq]uel(?:le)?s? [\w-]+) "
        rf"(?:{_WITHOUT_ARTICLE})\w* (?:\w+ )*?[\w']+{_THEY}\b"
    ),
    # « une marge brute ajusté-t-elle supérieure »
    re.compile(rf"\b\w+[éÉ]s?{_THEY}\b"),
    # « les gens dont les murs penchent-ils pourront recevoir »
    re.compile(rf"{_THEY} (?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|ser(?:a|ont)|vont)\b"),
    # « De quelle durée est la durée maximale dont l'outil produit des vues »
    re.compile(r"\b[Qq]uel(?:le)?s? (\w{4,})s? (?:est|sont|était|étaient) (?:l[ae]s? |l')\1"),
    # a comma without its words, a preposition without its noun
    re.compile(r" ,|,,|\( | \)|\b(?:de|du|des|à|par|sur|en|le|la|les|et|ou|que|qui)(?: \?|$)"),
)


def garbled(text: str) -> str | None:
    """The first words of a question that no French sentence has, None where it looks whole."""
    for broken in _BREAKS:
        found = broken.search(text)
        if found is not None:
            return found.group().strip()
    return None
