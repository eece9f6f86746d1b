"""What somebody does for a living: « Quelle est la profession d'Odile Fortin ? », with trades of the same field.

Refuses athletes and whoever the article names once: nobody takes a skier for a notary, and a witness's trade is no
knowledge. A trade that the article speaks of anywhere is no wrong choice.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import of
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked
from quiz.authoring.spec_worth import in_title, leaks, mentions
from quiz.facts.fact import Specification
from quiz.facts.roles import role_nouns
from quiz.typography import fold

_GONE = re.compile(r"\b(?:mort|décès|décède|décédée?|meurt|disparition|obsèques)\b", re.IGNORECASE)
_STAGE = re.compile(r"(?:Cinéma|Musique|Médias|Télévision|Littérature|Théâtre|Édition)\b")


_PASSING = 2
"""Times an article names somebody whom it only quotes."""


@cache
def _fields() -> dict[str, list[list[str]]]:
    fields: dict[str, list[list[str]]] = stock()["trade"]
    return fields


def trade_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """The trade of somebody whom the article comes back to, as a choice."""
    frame = fact.frame
    name, gender = frame.subject, fact.entity_gender or frame.asked_gender
    titled = in_title(name, article)
    if frame.population != "trade" or frame.rest or frame.time != "present" or " " not in name or not gender:
        return []
    if re.search(r"[,;]| et ", fact.value) or not (titled or mentions(name, article) > _PASSING):
        return []
    after = fact.evidence.text[fact.answer.end - fact.evidence.start :]
    more = re.match(r"\s*(?:,|et)\s+([\w-]+)", after)
    if more is not None and more[1].lower() in role_nouns():
        return []  # « un poète, romancier et chanteur »: one of several
    if _STAGE.match(article.title or ""):
        return []  # « Cinéma : … » tells that it is an actor
    column = 1 if gender == "f" else 0
    found = next(
        (
            (rows, row)
            for rows in _fields().values()
            for row in rows
            if fold(row[column]) == fold(frame.verb) or fold(row[0]) == fold(frame.verb)
        ),
        None,
    )
    if found is None or leaks(found[1][column], article.title or ""):
        return []
    told = fold(article.text)
    wrong = [row for row in found[0] if fold(row[0])[:6] not in told and fold(row[1])[:6] not in told]
    if len(wrong) < 2:
        return []
    turn = hashlib.sha256(name.encode()).digest()[0] % len(wrong)
    was = titled and _GONE.search(article.title or "") is not None
    worded = Worded(
        f"quelle {'était' if was else 'est'} la profession {of(name)}",
        f"What {'was' if was else 'is'} {name}'s profession?",
    )
    return [
        Candidate(
            fact=replace(fact, frame=replace(frame, resolved=True)),  # a trade needs no body
            form="choice",
            construction="profession-of",
            question=asked(worded),
            answer=ruled(found[1][column], found[1][2]),
            distractor_type="words",
            suggested=tuple(ruled(row[column], row[2]) for row in (*wrong[turn:], *wrong[:turn])),
            focus=(name,),
            hint=0.2,
            features={"titled": float(titled), "mentions": float(min(5, mentions(name, article)))},
        )
    ]
