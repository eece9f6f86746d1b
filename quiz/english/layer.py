"""English put beside the French of a deck: reviewed where a memory has it, else by rule, else none.

What a person edited is never overridden, and English of a better origin is never replaced by one of a worse.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.deck import Bilingual, Card, Deck, Evidence, Origin
from quiz.english import tables
from quiz.english.idioms import english_idiom
from quiz.english.memory import Memory
from quiz.english.questions import phrase, question, statement
from quiz.english.rules import english

_SENTENCES = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][»”\"])|(?<=[.!?…]\s[»”\"]))\s+(?=[«“\"A-ZÀ-ÖØ-Þ0-9])")
_DATED = re.compile(r"(.+) \(([^()]+)\)")
_QUOTING = re.compile(
    r"(?:C'est (?P<name>.+?) qui a dit|Ces mots sont d(?:e |'|u |es )(?P<whose>[^«»:]+?)"
    r"|(?P<stem>[^«»:]+?)) ?: « ?(?P<words>.+?) ?»(?: ?[?.])?"
)
"""The statement has no full stop of its own where the words end in one."""
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


_BODY = re.compile(
    r"(?:Académie|Agence|Assemblée|Association|Banque|Bureau|Centre|Chambre|Collectif|Comité|Commission|Conseil|Coupe|Cour"
    r"|Direction|École|Fédération|Gendarmerie|Institut|Ligue|Ministère|Mouvement|Observatoire|Office|Ordre|Parti|Préfecture"
    r"|Secrétariat|Service|Société|Syndicat|Tribunal|Union|Université) (?:d[eu] |des |de la |de l['’]|d['’])"
)
"""What begins the name of a body that says something in French: « Conseil de la Lecture » is no name in English."""


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
    return frozenset(name for name in names if not _BODY.match(name))


def _card(card: Card, memory: Memory, names: frozenset[str]) -> Card:
    def kept(field: str, text: Bilingual) -> Bilingual:
        return text if field in card.edited else _worded(_filled(text, memory, names), names)

    choices = card.choices
    if "choices" not in card.edited:
        choices = tuple(_worded(_filled(choice, memory, names), names) for choice in card.choices)
    answer = kept("answer", card.answer)
    if answer.en is None and "answer" not in card.edited:  # the answer stands among the choices: one text, one English
        answer = next((choice for choice in choices if choice.fr == answer.fr and choice.en is not None), answer)
    return replace(
        card,
        topic=card.topic if "topic" in card.edited else _filled(card.topic, memory, names),
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
    if text.en is not None and text.origin not in _WEAK:
        asks = text.origin == "rule" and text.fr.rstrip().endswith("?") and "«" not in text.fr
        return replace(text, en=english_idiom(_articled(text.fr, text.en))) if asks else text
    ruled = _dated(text.fr, memory) or _quoting(text.fr, memory, names) or english(text.fr, names)
    return Bilingual(text.fr, ruled, "rule") if ruled is not None else text


def _worded(text: Bilingual, names: frozenset[str]) -> Bilingual:
    """A question of ours, or a noun phrase, put into English by grammar and word lists where nothing else gave any."""
    if text.en is not None or "«" in text.fr:
        return text
    written = text.fr.rstrip()
    by = question if written.endswith("?") else statement if written.endswith(".") else phrase
    ruled = by(text.fr, names)
    return Bilingual(text.fr, ruled, "rule") if ruled is not None else text


_NAMED_WITH = re.compile(
    r"\b(?:(?P<la>de la )|du |de l['’]|au |à la |à l['’])(?P<name>[A-Z][\w&'’-]*(?: [A-Z&][\w&'’-]*)*)"
)
_TAKES_THE = re.compile(
    r"(?:Association|Bureau|Center|Centre|Committee|Council|Federation|Foundation|Institute|League|Union)$"
)
_BARE = frozenset({"NASA", "FIFA", "UEFA", "SNCF", "RATP", "NATO", "UNESCO", "UNICEF"})


def _articled(french: str, english_: str) -> str:
    """The article of a body that French names with one: « au sein de la CFDT » is "at the CFDT"."""
    for match in _NAMED_WITH.finditer(french):
        name = match["name"]
        union = match["la"] and re.fullmatch(r"[A-Z]{3,6}", name) and name not in _BARE
        if union or (" " in name and _TAKES_THE.search(name)):
            english_ = re.sub(rf"\b(at|of|for|by) {re.escape(name)}(?![\w-])", rf"\1 the {name}", english_)
    return english_


def _dated(text: str, memory: Memory) -> str | None:
    """A topic line, a title with its date, where the memory has the title: « Le tram roule (7 juin 2024) »."""
    match = _DATED.fullmatch(text)
    title, date = (memory.lookup(match[1]), english(match[2])) if match else (None, None)
    return f"{title[0]} ({date})" if title and date else None


def _quoting(text: str, memory: Memory, names: frozenset[str]) -> str | None:
    """A question or statement about who said something, where the memory has the words: « Qui a dit : « … » ? »."""
    match = _QUOTING.fullmatch(" ".join(text.replace("’", "'").split()))
    if match is None:
        return None
    words = _reviewed(match["words"].removeprefix("[…] "), memory)
    if words is None:
        return None
    said = words.strip("“” ").rstrip(".")
    if match["name"]:
        closed = said if said.endswith(("!", "?", "…")) else f"{said}."
        return f"It was {match['name']} who said: “{closed}”" if match["name"] in names else None
    if match["whose"]:
        return f"These words are {match['whose']}’s: “{said}”." if match["whose"] in names else None
    stem = tables.words("stems", "quoting").get(match["stem"]) or _asking(match["stem"], names)
    mark = "" if said.endswith("?") else "?"
    return f"{stem}: “{said}”{mark}" if stem else None


def _asking(stem: str, names: frozenset[str]) -> str | None:
    """« Qui a déclaré, lors d'un débat à Metz »: who said it, and on which occasion."""
    asked = question(f"{stem} ?", names)
    return re.sub(r"^(Who|Which \w+) declared\b", r"\1 said", asked.removesuffix("?")) if asked else None


def _reviewed(text: str, memory: Memory) -> str | None:
    """The reviewed English of a text, whole or put together from its sentences."""
    whole = memory.lookup(text)
    if whole is not None:
        return whole[0]
    sentences = [sentence for sentence in _SENTENCES.split(text) if sentence and sentence.strip()]
    found = [memory.lookup(sentence) for sentence in sentences]
    known = [one[0] for one in found if one is not None]
    return " ".join(known) if known and len(known) == len(found) else None


def _evidence(evidence: Evidence, memory: Memory) -> Evidence:
    """Evidence with the reviewed English of its text, whole or sentence by sentence."""
    reviewed = _reviewed(evidence.text, memory)
    return replace(evidence, en=reviewed, origin="reviewed") if reviewed is not None else evidence
