"""Other places of a ranking beside a place, in the article's notation: words among words, figures among figures.

Knows ordinals up to the tenth and figures with their ending; refuses to know how many took part.
"""

from __future__ import annotations

import re

from quiz.authoring.dice import chance

_WORDS = ("deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième")
_FIGURE = re.compile(r"(?P<number>\d+)[ \u00a0]?(?P<ending>e|ème|eme|è)$")


def tidy_rank(text: str) -> str:
    """« 4 e » and « 4ème » as we write it: « 4e »."""
    found = _FIGURE.match(text)
    return f"{found['number']}e" if found is not None else text


def near_ranks(text: str, seed: str) -> list[str]:
    """Other places, nearest first: « troisième » -> « deuxième », « quatrième »…; none for the first, whose ending
    tells."""
    found = _FIGURE.match(text)
    if found is not None:
        place = int(found["number"])
        steps = [place + by for by in (1, -1, 2, -2, 3) if place + by >= 2]
        first = chance(f"{seed}/{text}", 3)
        return [f"{step}{found['ending']}" for step in (*steps[first:], *steps[:first])]
    said = text.lower()
    if re.match(r"seconde?$", said):
        return ["troisième", "quatrième", "cinquième"]
    if said not in _WORDS:
        return []
    at = _WORDS.index(said)
    near = [at + by for by in (1, -1, 2, -2, 3) if 0 <= at + by < len(_WORDS)]
    first = chance(f"{seed}/{text}", 3)
    return [_WORDS[i] for i in (*near[first:], *near[:first])]
