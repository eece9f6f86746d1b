"""What somebody died of: « De quoi est morte Odile Fortin ? ». Wrong choices are other illnesses and accidents.

Refuses a cause that the topic line tells.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked, english
from quiz.authoring.spec_worth import leaks
from quiz.facts.fact import Specification
from quiz.typography import fold

_HEART = ("cardiaque", "coeur", "infarctus", "cardio", "vasculaire", "avc", "embolie", "malaise")
"""Words of one sort of cause: no two of them are told apart by a reader."""


@cache
def _causes() -> list[list[str]]:
    causes: list[list[str]] = stock()["death"]["causes"]
    return causes


def death_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """The cause of death of the person an article is about, as a choice."""
    cause = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.value)).strip()
    if leaks(cause, article.title or "") or not fact.entity_gender:
        return []
    words = {word[:5] for word in re.findall(r"\w{4,}", fold(cause))}
    heart = any(part in fold(cause) for part in _HEART)
    wrong = [
        row
        for row in _causes()
        if not words & {word[:5] for word in re.findall(r"\w{4,}", fold(row[0]))}
        and not (heart and any(part in fold(row[0]) for part in _HEART))
    ]
    turn = hashlib.sha256(fact.entity.encode()).digest()[0] % max(1, len(wrong))
    dead = "morte" if fact.entity_gender == "f" else "mort"
    known = next((row[1] for row in _causes() if fold(row[0]) == fold(cause)), None)
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="cause-of-death",
            question=asked(Worded(f"de quoi est {dead} {fact.entity}", f"What did {fact.entity} die of?")),
            answer=ruled(f"d'{cause}", f"of {known or english(cause)}" if known or english(cause) else None),
            distractor_type="words",
            suggested=tuple(ruled(f"d'{row[0]}", f"of {row[1]}") for row in (*wrong[turn:], *wrong[:turn])),
            focus=(fact.entity,),
            hint=0.3,
        )
    ]
