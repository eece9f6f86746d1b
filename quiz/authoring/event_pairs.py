"""Questions whose key is two people: « Par qui la danse a-t-elle été remportée ? », by choice among pairs and typed.

Knows one candidate; what a pair is, `quiz.facts.event_pairs` says.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.spec_forms import short_names
from quiz.deck import Bilingual

_FEWEST = 2
"""Wrong pairs that a choice needs."""


def of_a_pair(made: Candidate, others: tuple[str, ...]) -> list[Candidate]:
    """The candidate typed, in either order and with the surnames alone, and by choice where the article has pairs."""
    one, _, other = made.answer.fr.partition(" et ")
    names = [(name, *short_names(name, "person")) for name in (one, other)]
    both = [pair for a, b in product(*names) for pair in (f"{a} et {b}", f"{b} et {a}")]
    accept = tuple(dict.fromkeys(said for said in both if said != made.answer.fr))
    made = replace(made, answer=_in_both(made.answer.fr))
    typed = replace(made, form="text", accept=accept, suggested=(), hint=made.hint - 0.1)
    if len(others) < _FEWEST:
        return [typed]
    return [replace(made, suggested=tuple(map(_in_both, others)), distractor_type=""), typed]


def _in_both(pair: str) -> Bilingual:
    return ruled(pair, pair.replace(" et ", " and "))
