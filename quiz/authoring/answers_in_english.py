"""The English of an answer: by rule, or the name itself where English keeps it."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.authoring.candidate import Candidate, ruled
from quiz.facts.fact import Quantity


def english_of(text: str, dimension: str | None = None) -> str | None:
    """The English of a value by rule, None where there is none."""
    from quiz.english.rules import english

    return english(text, (), dimension)


_FRENCH_NAME = re.compile(r"\b(?:d[eu]|des|l[ae]s?|et|pour|aux?|sur)\b|\b[dl]['’]|[éèêàçôîù]", re.IGNORECASE)
"""What makes a name one that English may say otherwise (Organisation mondiale de la santé)."""


def with_english(candidate: Candidate) -> Candidate:
    """The candidate with the English of its answer, where a rule has it."""
    answer = candidate.answer
    if answer.en is not None or candidate.form == "true-false":
        return candidate
    kind = candidate.distractor_type.split(":")[0]
    foreign = kind in ("organisation", "product", "work") and not _FRENCH_NAME.search(answer.fr)
    if kind == "person" or (foreign and answer.fr[:1].isupper()):
        return replace(candidate, answer=ruled(answer.fr, answer.fr))
    quantity = getattr(candidate.fact, "quantity", None)
    dimension = quantity.dimension if isinstance(quantity, Quantity) else None
    return replace(candidate, answer=ruled(candidate.answer.fr, english_of(candidate.answer.fr, dimension)))
