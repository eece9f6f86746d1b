"""Tools that somebody says they use, from inside a quotation: « nous utilisons simplement Volute », with who says it.

Only where the speaker is known; the purpose is kept where the quotation opens with it ("Pour les décors, …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.fact import Frame, Quotation
from quiz.facts.reading import Reading
from quiz.facts.spec_scene import Found

_USING = re.compile(
    r"\b(?:(?:j'utilise|nous utilisons|on utilise|je me sers|nous nous servons|je travaille avec|nous travaillons avec)"
    r"(?: (?:simplement|surtout|toujours|souvent|aussi|déjà|désormais|régulièrement|principalement))?(?: d[e'])? ?)"
    r"(?P<tool>[A-ZÉ][\w-]*(?: [A-Z][\w-]*){0,2})"
)
_FOR = re.compile(r"(?P<goal>[Pp]our (?:les?|la|l'|nos|mes) ?[^,.;:«»]{4,60}),")


def used_facts(reading: Reading, quotations: list[Quotation]) -> Iterator[tuple[Found, tuple[int, int], str]]:
    """Each tool, with the sentence it stands in (offsets) and who says so."""
    for quotation in quotations:
        if not quotation.speaker or quotation.speaker_kind != "person" or quotation.quote_type != "direct":
            continue
        start = reading.article.text.find(quotation.words, quotation.evidence.start)
        end = start + len(quotation.words)
        if start < 0:
            continue
        for match in _USING.finditer(reading.flat, start, end):
            first = max(start, *(reading.flat.rfind(mark, start, match.start()) + 1 for mark in ".!?"))
            goal = _FOR.search(reading.flat, first, match.start())
            yield (
                Found(
                    attribute="used",
                    entity=quotation.speaker,
                    entity_kind="person",
                    entity_gender=quotation.gender,
                    start=match.start("tool"),
                    end=match.end("tool"),
                    rule="says-they-use",
                    certainty=0.75,
                    frame=Frame(
                        construction="used",
                        subject=quotation.speaker,
                        lead=match["tool"],
                        rest=goal["goal"][0].lower() + goal["goal"][1:] if goal else "",
                        population="product",
                    ),
                ),
                (quotation.evidence.start, quotation.evidence.end),
                quotation.speaker,
            )


def may_use(reading: Reading) -> bool:
    """Is there such a sentence at all? Quotations are attributed only where it pays."""
    return _USING.search(reading.flat) is not None
