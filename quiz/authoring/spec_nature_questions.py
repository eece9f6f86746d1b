"""What a thing is: « Qu'est-ce que Volute ? », with wrong natures of the key's own field.

Refuses a key that the name or the topic line gives away, and a field that has no other things like it.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked, attributed, english_name, que
from quiz.authoring.spec_worth import leaks, mentions
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.typography import fold

_POLITICAL = re.compile(r"opposition|politique|citoyen|associati|militant|défense des", re.IGNORECASE)
"""« une plate-forme d'opposition » is a body, and no software."""


@cache
def _natures() -> dict[str, list[list[str]]]:
    """Noun -> what things of its field are, French and English; a noun of no field is missing."""
    fields: dict[str, dict[str, list[Any]]] = stock()["nature"]
    return {head: field["rows"] for field in fields.values() for head in field["heads"]}


def _other_natures(fact: Specification, answer: str) -> tuple[Bilingual, ...]:
    """Natures of the key's own field, none with its noun or its words, those about as long as the key first."""
    noun = "organisation" if fact.entity_kind == "organisation" and _POLITICAL.search(answer) else fact.frame.lead
    noun = "journal" if answer.startswith("une agence de presse") else noun  # among media it is one of them
    rows = [row for row in _natures().get(noun, ()) if fact.frame.lead.split()[0] not in row[0]]
    stems = {word[:5] for word in re.findall(r"\w{5,}", fold(answer))}
    rows = [row for row in rows if not stems & {word[:5] for word in re.findall(r"\w{5,}", fold(row[0]))}]
    if len(rows) < 2:
        return ()
    turn = hashlib.sha256(fact.entity.encode()).digest()[0] % len(rows)
    turned = [*rows[turn:], *rows[:turn]]
    turned.sort(key=lambda row: len(row[0]) * 2 < len(answer))
    return tuple(ruled(row[0], row[1]) for row in turned)


def nature_candidates(fact: Specification, article: Article, name: str, features: dict[str, float]) -> list[Candidate]:
    """« Qu'est-ce que Volute ? » un jeu vidéo de stratégie | …: wrong natures are of the same field.

    `name` is the thing as a question says it.
    """
    frame = fact.frame
    value = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.value)).replace("’", "'")
    if not 2 <= len(value.split()) <= 12 or not frame.population or fold(fact.entity) in fold(value):
        return []
    answer = f"{'une' if frame.population == 'f' else 'un'} {value}"
    if re.search(r"\w+ant (?:le |la |les |l['’])", answer):
        return []  # « une filiale exploitant le véhicule »: which one?
    if leaks(answer, fact.entity, article.title or ""):
        return []
    wrong = _other_natures(fact, answer)
    if not wrong:
        return []
    name_en = english_name(fact.entity)
    worded = attributed(fact, Worded(f"qu'est-ce {que(name)}", f"What is {name_en}?" if name_en else None))
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="nature-of",
            question=asked(worded),
            answer=ruled(answer, None),
            distractor_type="words",
            suggested=wrong,
            focus=(fact.entity,),
            hint=0.3,
            features={
                **features,
                "answer_words": float(len(answer.split())),
                "mentions": float(min(5, mentions(fact.entity, article))),
            },
        )
    ]
