"""Interviews set out in turns: « Le Courrier : … ? », then « Anne Roy : … ». The answers are her words, without marks.

Sure of nothing but the form: where lines do not alternate between a name and whoever asks it questions, this is no
interview. Knows nothing of marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.facts.entities import Entity
from quiz.facts.fact import Quotation
from quiz.facts.reading import Reading
from quiz.facts.voices import tidy_role

_NAME = r"[A-ZÀ-Ý][\w'-]*(?:\.(?=[A-ZÀ-Ý]))?"
_TURN = re.compile(
    rf"(?:\*\*|[-–—•]\s*)?(?P<head>{_NAME}(?: ?(?:de |du |d'|la |le )?{_NAME}){{0,3}})\.?\s?(?:\*\*)?\s*:\s*"
    r"(?:\*\*)?(?P<words>\S.{2,})",
    re.DOTALL,
)
_QUESTION = ("Q", "Question")
_ANSWER = ("R", "Réponse")
_LEAST_TURNS = 2
"""Turns that each side must have."""


@dataclass(frozen=True, slots=True)
class _Turn:
    head: str
    start: int
    end: int
    asks: bool


def interview_answers(reading: Reading) -> list[Quotation]:
    """The answers of an interview in turns, as quotations of the person named before them; none elsewhere."""
    turns = list(_turns(reading))
    count = Counter(turn.head for turn in turns)
    asking = Counter(turn.head for turn in turns if turn.asks)
    askers = {h for h in count if h in _QUESTION or (asking[h] >= _LEAST_TURNS and asking[h] * 3 >= count[h] * 2)}
    if not any(count[head] >= _LEAST_TURNS for head in askers):
        return []
    out: list[Quotation] = []
    for turn in turns:
        person = (
            None
            if turn.head in askers or count[turn.head] < _LEAST_TURNS
            else _person(reading, turn.head, turns[0].start)
        )
        if person is not None:
            out.append(_fact(reading, turn, person))
    return out


def _turns(reading: Reading) -> Iterator[_Turn]:
    for block in reading.article.blocks:
        if block.kind not in ("prose", "list", "heading"):
            continue
        match = _TURN.match(reading.flat, block.start, block.end)
        if match is not None:
            words = match["words"].rstrip(" *")
            end = match.start("words") + len(words)
            yield _Turn(match["head"], match.start("words"), end, words.endswith("?"))


def _person(reading: Reading, head: str, opening: int) -> Entity | None:
    """Who a turn's name is: a person of the article, by name or by initials; « R. » is the one person whom the title or
    the lines before the first turn name. Two newspapers' desks that answer each other name nobody: no one is said to
    have spoken."""
    if head in _ANSWER:
        named = {m.entity.name for m in reading.entities.mentions if m.entity.kind == "person" and m.start < opening}
        return reading.entities.lookup(named.pop()) if len(named) == 1 else None
    found = reading.entities.lookup(head)
    if found is not None:
        return found if found.kind == "person" else None
    letters = re.sub(r"[^A-ZÀ-Ý]", "", head)
    if len(letters) < 2 or len(head) > 6:
        return None
    initials = [p for p in reading.entities.people() if "".join(w[0] for w in re.split(r"[ -]", p.name)) == letters]
    return initials[0] if len(initials) == 1 else None


def _fact(reading: Reading, turn: _Turn, person: Entity) -> Quotation:
    article = reading.article
    words = article.text[turn.start : turn.end]
    return Quotation(
        evidence=article.span(turn.start, turn.end),
        answer=article.span(turn.start, turn.end),
        rule="quote-interview",
        confidence=0.8,
        words=words,
        place=article.span(turn.start, turn.end),
        speaker=person.name,
        speaker_as_written=turn.head,
        role=tidy_role(person.roles[0].text) or None if person.roles else None,
        step="full-name",
        gender=person.gender,
        speaker_kind="person",
        aliases=person.aliases,
        features={"words": float(len(words.split())), "certain_marks": 0.0, "named": 1.0},
    )
