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

GONE = "evidence-gone"
"""The tag of a card whose sentence stands in no article any more; such a card is never asked."""
_ALIKE = 0.6
"""Share of common words from which two sentences are taken for one that was edited."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The deck to write, and the ids of cards a person had decided on whose sentence no longer stands in any source."""

    deck: Deck
    orphans: tuple[str, ...]


def merge(old: Deck, new: Deck, texts: dict[str, str], *, partial: bool = False) -> Merged:
    """`new` with the decisions of `old`. `texts` are the articles' texts by source id.

    An approved or rejected card stays as the person saw it, an edited one keeps the edited fields. A card a person
    decided on that is not made any more stays as long as its sentence stands in an article; else it is tagged
    "evidence-gone", is asked no more, and its id is among the orphans; it comes back with its sentence. With `partial`,
    `new` was made from some of the deck's articles only, and the cards of the others stay untouched. The title a deck
    has is kept.
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
        if partial and card.evidence.source not in texts:
            cards.append(card)
            continue
        if card.status == "draft" and not card.edited:
            continue
        kept = _still_standing(card, texts)
        if kept is None:
            orphans.append(card.id)
            kept = replace(card, tags=tuple(sorted({*card.tags, GONE})))
        cards.append(kept)
    known = {source.id for source in new.sources}
    needed = {card.evidence.source for card in cards} - known
    if partial:
        needed |= {evidence.source for card in cards for evidence in card.also} - known
    sources = new.sources + tuple(source for source in old.sources if source.id in needed)
    all_known = known | needed
    cards = [replace(card, also=tuple(e for e in card.also if e.source in all_known)) for card in cards]
    deck = replace(new, id=old.id, title=old.title, sources=sources, cards=tuple(cards))
    return Merged(deck, tuple(orphans))


def _decided(before: Card, now: Card) -> Card:
    """The new card under the old id, with what a person decided about the old one."""
    evidence = _with_english(before.evidence, now.evidence)
    tags = tuple(tag for tag in before.tags if tag != GONE)
    if before.status != "draft":
        return replace(before, evidence=evidence, also=now.also, tags=tags)
    names = set(before.edited) - {"id", "edited", "evidence"}  # of the evidence, only the English can be edited
    if names & {"choices", "answer"}:
        names |= {"choices", "answer"}  # the choices hold the answer
    kept = {name: getattr(before, name) for name in names if hasattr(before, name)}
    return replace(now, id=before.id, edited=before.edited, evidence=evidence, **kept)


def _with_english(before: Evidence, now: Evidence) -> Evidence:
    """The sentence as it stands now; English somebody reviewed stays with the sentence it was made for."""
    if before.origin == "reviewed" and before.text == now.text:
        return replace(now, en=before.en, origin=before.origin)
    return now


def _same_but_edited(card: Card, others: Iterable[Card]) -> Card | None:
    """The old card that asked the same of the same sentence before somebody corrected a word of it, or of its copy in
    an article that has gone."""
    words = _words(card.evidence.text)
    for other in others:
        if (other.kind, other.form) != (card.kind, card.form) or fold(other.answer.fr) != fold(card.answer.fr):
            continue
        theirs = _words(other.evidence.text)
        if theirs == words:
            return other
        if other.evidence.source == card.evidence.source and len(words & theirs) >= _ALIKE * len(words | theirs):
            return other
    return None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def _still_standing(card: Card, texts: dict[str, str]) -> Card | None:
    """The card with the offsets its sentence has now, in its article or in another that says the same; else None."""
    for evidence in (card.evidence, *card.also):
        text = texts.get(evidence.source, "")
        same_place = text[evidence.start : evidence.end] == evidence.text
        start = evidence.start if same_place else text.find(evidence.text)
        if start >= 0 and evidence.text:
            stands = replace(evidence, start=start, end=start + len(evidence.text))
            tags = tuple(tag for tag in card.tags if tag != GONE)
            return replace(card, evidence=stands, also=tuple(e for e in card.also if e is not evidence), tags=tags)
    return None
