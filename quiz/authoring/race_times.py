"""Other times of the same race: what the clock might have shown, in the notation of the article.

Knows times said in two numbers or more (« 1 heure, 19 minutes et 26 secondes »); refuses to know the race.
"""

from __future__ import annotations

import re

from quiz.authoring.dice import dice_of

_NUMBER = re.compile(r"\d+")
_STEPS = ((2, 17), (-3, 38), (4, 51), (-2, 24), (3, 8))
_SIXTY = 60


def near_times(text: str, seed: str) -> list[str]:
    """Other times near a time of several numbers: « 1 h 19 min 26 s » -> « 1 h 21 min 43 s », « 1 h 16 min 4 s »; none
    for a time of one number, nor where a unit would leave its plural."""
    found = list(_NUMBER.finditer(text))
    if len(found) < 2 or any(int(number.group()) >= _SIXTY for number in found[1:]):
        return []
    first, out = next(dice_of(seed)) % len(_STEPS), []
    for by_large, by_small in (*_STEPS[first:], *_STEPS[:first]):
        large, small = int(found[-2].group()) + by_large, (int(found[-1].group()) + by_small) % _SIXTY
        if not 2 <= large < _SIXTY or small < 2 or small == int(found[-1].group()):
            continue
        width = len(found[-1].group()) if found[-1].group().startswith("0") else 1
        minutes = f"{large:0{len(found[-2].group())}d}" if found[-2].group().startswith("0") else str(large)
        between = text[found[-2].end() : found[-1].start()]
        out.append(text[: found[-2].start()] + minutes + between + f"{small:0{width}d}" + text[found[-1].end() :])
    return out
