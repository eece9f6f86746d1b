"""What somebody is accused of or was sentenced for: « De quoi Odile Fortin était-elle accusée en mars 2018 ? », « Pour
quel motif Paul Roux a-t-il été condamné ? ». Wrong choices are other offences of the same sort.

Refuses an offence that the topic line tells, and choices of which the article speaks anywhere.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import agree, elide
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked, english, moment
from quiz.authoring.spec_worth import leaks, mentions
from quiz.facts.fact import Specification
from quiz.typography import fold

_ENGLISH = {
    "accusé": "accused of", "soupçonné": "suspected of", "condamné": "sentenced for", "inculpé": "charged with",
    "poursuivi": "prosecuted for", "mis en examen": "charged with", "reconnu coupable": "found guilty of",
    "arrêté": "arrested for", "jugé": "tried for",
}  # fmt: skip


@cache
def _offences() -> dict[str, list[list[str]]]:
    """Sort -> its offences, French and English."""
    sorts: dict[str, list[list[str]]] = stock()["offence"]
    return sorts


def charge_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """The offence as a choice among others of its sort."""
    frame, gender, when = fact.frame, fact.entity_gender, moment(article)
    key = re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.value)).strip()
    wrong = _others(key, article)
    if not gender or len(wrong) < 2 or leaks(key, article.title or ""):
        return []
    pronoun = "elle" if gender == "f" else "il"
    head, _, tail = frame.verb.partition(" ")
    verb = f"{agree(head, gender, False)} {tail}".strip()
    verb = "mise en examen" if verb == "mis en examen" and gender == "f" else verb
    accused = frame.verb in ("accusé", "soupçonné", "reconnu coupable")
    if accused and frame.time == "present" and frame.verb != "reconnu coupable":
        if when is None:
            return []
        fr = f"de quoi {fact.entity} était-{pronoun} {verb} {when[0]}"
        en = f"What was {fact.entity} {_ENGLISH[frame.verb]} {when[1]}?" if when[1] else None
    elif accused:
        fr = f"de quoi {fact.entity} a-t-{pronoun} été {verb}"
        en = f"What was {fact.entity} {_ENGLISH[frame.verb]}?"
    else:
        fr = f"pour quel motif {fact.entity} a-t-{pronoun} été {verb}"
        en = f"What was {fact.entity} {_ENGLISH[frame.verb]}?"
    shown = re.sub(r"\bet (?:d['’]|de )(?=\w)", "et ", key)
    key_en = next(
        (row[1] for rows in _offences().values() for row in rows if fold(row[0]) == fold(shown)), english(shown)
    )
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="charge-of",
            question=asked(Worded(fr, en)),
            answer=ruled(_said(key, accused), key_en),
            distractor_type="words",
            suggested=tuple(ruled(_said(row[0], accused), row[1]) for row in wrong),
            focus=(fact.entity,),
            hint=0.4,
            features={
                "mentions": float(min(5, mentions(fact.entity, article))),
                "answer_words": float(len(key.split())),
            },
        )
    ]


def _said(offence: str, accused: bool) -> str:
    """As the question wants it: « d'espionnage » behind « de quoi », « espionnage » behind « pour quel motif »."""
    if accused:
        return elide("de", offence)
    return re.sub(r"\b(et|,) (?:d['’]|de )(?=\w)", r"\1 ", offence)


def _others(key: str, article: Article) -> list[list[str]]:
    """Offences of the sort of the key's first, of which the article does not speak."""
    text, told = fold(article.text), fold(key)
    for sort, rows in _offences().items():
        if (sort == "morals") != (re.search(r"sexuel|mineur|viols?\b", told) is not None):
            continue
        if any(fold(row[0]).split()[0][:6] == told.split()[0][:6] for row in rows):
            free = [row for row in rows if fold(row[0])[:8] not in text and fold(row[0]).split()[0][:6] not in told]
            turn = hashlib.sha256(key.encode()).digest()[0] % max(1, len(free))
            return [*free[turn:], *free[:turn]]
    return []
