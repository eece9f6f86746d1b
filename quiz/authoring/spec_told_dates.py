"""When a thing happened that a whole clause tells: « Quel jour la marine danoise a-t-elle quitté le port de Brisk ? ».

Turns the clause round its verb and nothing more. Refuses a date that the topic line shows, and a clause whose subject
the question cannot name.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import elide, inverted
from quiz.authoring.spec_forms import Worded, asked, attributed, english
from quiz.authoring.spec_worth import mentions
from quiz.facts.fact import Frame, Quantity, Specification

_MENDED = ((r"\s+([,.)])", r"\1"), (r"(['’]) ", r"\1"), (r"\( ", "("), (r"\s+", " "))


def told_candidates(fact: Specification, article: Article, lead: str, answer: str) -> list[Candidate]:
    """« Quel jour … ? » of a clause; `lead` asks for a date as precise as `answer`, which has no weekday."""
    quantity, frame = fact.quantity, fact.frame
    if quantity is None or not _sound(frame):
        return []
    lead = f"depuis {re.sub(r'^en ', '', lead)}" if frame.time == "since" else lead
    fr = _mended(f"{lead} {_clause(frame)}")
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="date-told",
            question=asked(attributed(fact, Worded(fr))),
            answer=ruled(answer, english(answer)),
            distractor_type="quantity:date",
            focus=(fact.entity,),
            hint=0.2,
            features=_features(fact, article, quantity, fr),
        )
    ]


def _features(fact: Specification, article: Article, quantity: Quantity, fr: str) -> dict[str, float]:
    return {
        "resolved": 1.0,
        "clause_words": float(len(fr.split())),
        "since": float(fact.frame.time == "since"),
        "simple_tense": float(fact.frame.lead == "simple"),
        "bare_subject": float(not re.search(r"(?<!^)[A-ZÀ-Þ]|^[A-ZÀ-Þ](?!['’aeu])", fact.frame.subject)),
        "turned": float("est-ce qu" not in fr),
        "mentions": float(min(5, mentions(fact.entity, article))),
        "year_only": float(quantity.low % 10000 == 0),
    }


def _sound(frame: Frame) -> bool:
    """Nothing half said: a subject with its marks closed, and a verb."""
    subject = frame.subject.strip()
    return len(subject) > 2 and subject.count("«") == subject.count("»") and bool(frame.finite)


def _clause(frame: Frame) -> str:
    subject = frame.subject
    if re.match(r"(?:Le|La|Les|L['’]|Un|Une|Des)\s?(?=[\w«])", subject):
        subject = subject[0].lower() + subject[1:]
    if not frame.pronoun:
        return f"{elide('est-ce que', subject)} {frame.clitics}{frame.finite} {frame.tail} {frame.rest}"
    verb = inverted(frame.finite, "f" if frame.pronoun.startswith("elle") else "m", frame.pronoun.endswith("s"))
    return f"{subject} {frame.clitics}{verb} {frame.tail} {frame.rest}"


def _mended(text: str) -> str:
    for wrong, right in _MENDED:
        text = re.sub(wrong, right, text)
    return text.strip()
