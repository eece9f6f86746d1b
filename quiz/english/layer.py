"""English put beside the French of a deck: reviewed where a memory has it, else by rule, else none.

What a person edited is never overridden, and English of a better origin is never replaced by one of a worse.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.deck import Bilingual, Card, Deck, Evidence, Origin
from quiz.english.memory import Memory
from quiz.english.rules import english

_SENTENCES = re.compile(r"(?<=[.!?…])(?:[\s\u00a0\u202f]*[»”\"])?\s+(?=[«“\"A-ZÀ-ÖØ-Þ0-9])")
_DATED = re.compile(r"(.+) \(([^()]+)\)")
_WEAK: tuple[Origin, ...] = ("machine", "rough", "none")
_NAME_WORDS = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ0-9][\w.'’&-]*|de|du|des|la|le|van|von|der|ben|bin|al|el|of|and|the|da|di|do|dos|&)"
    r"(?: (?:[A-ZÀ-ÖØ-Þ0-9][\w.'’&-]*|de|du|des|la|le|van|von|der|ben|bin|al|el|of|and|the|da|di|do|dos|&))*"
)


def fill(deck: Deck, memory: Memory) -> Deck:
    """`deck` with English wherever a memory or a rule gives it."""
    names = kept_names(deck)
    cards = tuple(_card(card, memory, names) for card in deck.cards)
    return replace(deck, title=_filled(deck.title, memory, names), cards=cards)


def kept_names(deck: Deck) -> frozenset[str]:
    """The names that the facts of a deck are about: people, makers, products. They stay as they are in English."""
    names: set[str] = set()
    for card in deck.cards:
        fact = card.fact or {}
        for field in ("speaker", "entity", "subject"):
            name = fact.get(field)
            if isinstance(name, str) and _NAME_WORDS.fullmatch(name):
                names.add(name)
        value = fact.get("value")  # a maker, an author: two capitalised words are a name in both languages
        if isinstance(value, str) and " " in value and _NAME_WORDS.fullmatch(value):
            names.add(value)
        if card.kind == "quote" and card.form == "choice" and card.answer.fr == fact.get("speaker"):
            names |= {choice.fr for choice in card.choices if _NAME_WORDS.fullmatch(choice.fr)}
    return frozenset(names)


def _card(card: Card, memory: Memory, names: frozenset[str]) -> Card:
    def kept(field: str, text: Bilingual) -> Bilingual:
        return text if field in card.edited else _filled(text, memory, names)

    choices = card.choices if "choices" in card.edited else tuple(_filled(c, memory, names) for c in card.choices)
    answer = kept("answer", card.answer)
    if answer.en is None and "answer" not in card.edited:  # the answer stands among the choices: one text, one English
        answer = next((choice for choice in choices if choice.fr == answer.fr and choice.en is not None), answer)
    return replace(
        card,
        topic=kept("topic", card.topic),
        question=kept("question", card.question),
        choices=choices,
        answer=answer,
        evidence=card.evidence if "evidence" in card.edited else _evidence(card.evidence, memory),
        also=card.also if "also" in card.edited else tuple(_evidence(one, memory) for one in card.also),
    )


def _filled(text: Bilingual, memory: Memory, names: frozenset[str]) -> Bilingual:
    reviewed = memory.lookup(text.fr)
    if reviewed is not None:
        return Bilingual(text.fr, *reviewed)
    dated = _DATED.fullmatch(text.fr)  # a topic line: a title and its date
    if dated and text.en is None:
        title, date = memory.lookup(dated[1]), english(dated[2])
        if title is not None and date is not None:
            return Bilingual(text.fr, f"{title[0]} ({date})", title[1])
    if text.en is not None and text.origin not in _WEAK:
        return text
    ruled = english(text.fr, names)
    return Bilingual(text.fr, ruled, "rule") if ruled is not None else text


def _evidence(evidence: Evidence, memory: Memory) -> Evidence:
    """Evidence with the reviewed English of its text, whole or sentence by sentence."""
    reviewed = memory.lookup(evidence.text)
    if reviewed is None:
        found = [
            memory.lookup(sentence) for sentence in _SENTENCES.split(evidence.text) if sentence and sentence.strip()
        ]
        known = [one[0] for one in found if one is not None]
        if found and len(known) == len(found):
            reviewed = (" ".join(known), "reviewed")
    return replace(evidence, en=reviewed[0], origin=reviewed[1]) if reviewed is not None else evidence
