"""Specifications: attributes of named people, bodies, things and events, with the sentence that proves each.

Runs the families of rules over a reading and keeps what the article asserts. Refuses to know how a fact is asked, and
leaves every number but dates to `statistics`.
"""

from __future__ import annotations

from quiz.facts.fact import Specification
from quiz.facts.reading import Reading


def specifications(reading: Reading) -> list[Specification]:
    """The specifications of an article, in text order."""
    return []
