"""What letters stand for: « Que signifie le sigle CML ? », the noun at the head of the name changed for others with its
first letter in the wrong choices.

Asks only for letters that the topic line shows or the article comes back to, and for none that everybody reads daily.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked, words
from quiz.facts.fact import Specification
from quiz.typography import fold

_OFTEN = 3
"""Mentions from which letters are no passing thing."""


@cache
def _heads() -> list[list[str]]:
    rows: list[list[str]] = stock()["head"]["rows"]
    return rows


def acronym_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """The name behind letters as a choice."""
    letters = fact.entity
    name = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.value)).strip()
    titled = re.search(rf"(?<![\w-]){letters}(?![\w-])", article.title or "") is not None
    often = len(re.findall(rf"(?<![\w-]){letters}(?![\w-])", article.text))
    if not (titled or often >= _OFTEN) or letters in words("acronyms_known") or fold(name) in fold(article.title or ""):
        return []
    wrong = _others(name, article)
    if len(wrong) < 2:
        return []
    shown = name[0].upper() + name[1:]
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="acronym-of",
            question=asked(
                Worded(f"que signifie le sigle {letters}", f"What does the abbreviation {letters} stand for?")
            ),
            answer=ruled(shown, None),
            distractor_type="words",
            suggested=tuple(ruled(other, None) for other in wrong),
            focus=(letters,),
            hint=0.2,
            features={"titled": float(titled), "mentions": float(min(5, often))},
        )
    ]


def _others(name: str, article: Article) -> list[str]:
    """The name with another noun of its first letter, gender and number at its head: none the article has."""
    head, _, rest = name.partition(" ")
    row = next((row for row in _heads() if fold(head) in [fold(noun) for noun in row]), [])
    told = fold(article.text)
    free = [noun for noun in row if fold(noun) != fold(head) and fold(f"{noun} {rest}") not in told]
    turn = hashlib.sha256(name.encode()).digest()[0] % max(1, len(free))
    return [f"{noun} {rest}" for noun in (*free[turn:], *free[:turn])]
