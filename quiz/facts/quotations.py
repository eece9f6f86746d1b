"""Quotations: who said which words. (Thin: nothing yet.)"""

from __future__ import annotations

from quiz.facts.fact import Quotation
from quiz.facts.reading import Reading


def quotations(reading: Reading) -> list[Quotation]:
    """The attributed quotations of an article, in text order."""
    return []
