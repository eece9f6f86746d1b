"""The clause of a value in pieces, ready to be asked."""

from __future__ import annotations

from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_naming import Context, Named


def frame_of(m: Measure, named: Named, context: Context) -> Frame:
    """The pieces of the clause (none yet)."""
    return Frame(construction="")
