"""Other scores of the same match: what it might have ended with, with the same winner.

Knows two numbers with a mark between them; refuses to know the sport but for how high its scores go.
"""

from __future__ import annotations

import re

from quiz.authoring.dice import dice_of

_SCORE = re.compile(r"^(?P<one>\d{1,2})(?P<mark> (?:buts|points|sets) à | ?[-–à] ?)(?P<other>\d{1,2})$")
_SEVERAL = 2
"""Goals from which their noun is a plural."""
_GOALS = 9
"""A score up to which sides score one by one, as in football."""


def near_scores(text: str, seed: str) -> list[str]:
    """Other scores with the same winner: 3-1 -> 2-1, 3-0, 3-2, 2-0; 28-25 -> 27-24, 31-25, 29-26; none for a draw."""
    found = _SCORE.match(text)
    if found is None:
        return []
    one, other = int(found["one"]), int(found["other"])
    steps = [(-1, 0), (0, 1), (0, -1), (1, 0), (1, 1)]
    if max(one, other) > _GOALS:
        steps = [(-1, -1), (3, 0), (1, 1), (-2, 1), (2, -2)]
    if one < other:
        steps = [(b, a) for a, b in steps]
    first, out = next(dice_of(seed)) % len(steps), []
    for by_one, by_other in (*steps[first:], *steps[:first]):
        new = (one + by_one, other + by_other)
        if "s à" in found["mark"] and new[0] < _SEVERAL:
            continue  # « 1 buts à 0 »
        if min(new) >= 0 and (new[0] > new[1]) == (one > other) and (new[0] == new[1]) == (one == other):
            out.append(f"{new[0]}{found['mark']}{new[1]}")
    return out
