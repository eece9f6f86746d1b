"""A rebuilt deck takes over what people did to the old one: approvals, edits, rejections, and every card's id.

A card is the same card when its id is, or, where an article or the program changed, when it asks the same kind of
thing, with the same answer, of a sentence that is nearly the same. Knows decks only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quiz.deck import Card, Deck, Evidence
from quiz.typography import fold

_GONE = "evidence-gone"
_ALIKE = 0.6
"""Share of common words from which two sentences are taken for one that was edited."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The deck to write, and the ids of cards a person had decided on whose sentence no longer stands in any source."""

    deck: Deck
    orphans: tuple[str, ...]


def merge(old: Deck, new: Deck, texts: dict[str, str]) -> Merged:
    """`new` with the decisions of `old`. `texts` are the articles' texts by source id.

    An approved or rejected card stays as the person saw it, an edited one keeps the edited fields. A card a person
    decided on that is not made any more stays as long as its sentence stands in its article; else it becomes a draft,
    tagged "evidence-gone", and its id is among the orphans. The title a deck has is kept.
    """
    left = {card.id: card for card in old.cards}
    matched: dict[str, Card] = {}
    for card in new.cards:
        if card.id in left:
            matched[card.id] = left.pop(card.id)
    cards: list[Card] = []
    for card in new.cards:
        before = matched.get(card.id)
        if before is None:
            before = _same_but_edited(card, left.values())
            if before is not None:
                del left[before.id]
        cards.append(card if before is None else _decided(before, card))
    orphans: list[str] = []
    for card in left.values():
        if card.status == "draft" and not card.edited and _GONE not in card.tags:
            continue
        kept = _still_standing(card, texts)
        if kept is None:
            orphans.append(card.id)
            kept = replace(card, status="draft", tags=tuple(sorted({*card.tags, _GONE})))
        cards.append(kept)
    known = {source.id for source in new.sources}
    needed = {card.evidence.source for card in cards} - known
    sources = new.sources + tuple(source for source in old.sources if source.id in needed)
    return Merged(replace(new, id=old.id, title=old.title, sources=sources, cards=tuple(cards)), tuple(orphans))


def _decided(before: Card, now: Card) -> Card:
    """The new card under the old id, with what a person decided about the old one."""
    if before.status != "draft":
        return replace(before, evidence=_with_english(before.evidence, now.evidence))
    names = set(before.edited) - {"id", "edited", "evidence"}  # of the evidence, only the English can be edited
    if names & {"choices", "answer"}:
        names |= {"choices", "answer"}  # the choices hold the answer
    kept = {name: getattr(before, name) for name in names if hasattr(before, name)}
    evidence = _with_english(before.evidence, now.evidence)
    return replace(now, id=before.id, edited=before.edited, evidence=evidence, **kept)


def _with_english(before: Evidence, now: Evidence) -> Evidence:
    """The sentence as it stands now; English somebody reviewed stays with the sentence it was made for."""
    if before.origin == "reviewed" and before.text == now.text:
        return replace(now, en=before.en, origin=before.origin)
    return now


def _same_but_edited(card: Card, others: Iterable[Card]) -> Card | None:
    """The old card that asked the same of the same sentence before somebody corrected a word of it."""
    words = _words(card.evidence.text)
    for other in others:
        if (other.kind, other.form, other.evidence.source) != (card.kind, card.form, card.evidence.source):
            continue
        if fold(other.answer.fr) != fold(card.answer.fr):
            continue
        theirs = _words(other.evidence.text)
        if len(words & theirs) >= _ALIKE * len(words | theirs):
            return other
    return None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def _still_standing(card: Card, texts: dict[str, str]) -> Card | None:
    text = texts.get(card.evidence.source, "")
    evidence = card.evidence
    if text[evidence.start : evidence.end] == evidence.text:
        return card
    start = text.find(evidence.text)
    if start < 0:
        return None
    return replace(card, evidence=replace(evidence, start=start, end=start + len(evidence.text)))
