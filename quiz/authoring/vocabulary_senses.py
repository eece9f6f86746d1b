"""What a word of an article means, where one meaning is sure: what reviewed English has, or FreeDict under one sense
that something else confirms. Where nothing does, the name of the gate that drops the word. Knows no card.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from quiz.authoring.vocabulary_words import Occurrence
from quiz.deck import Origin
from quiz.english.freedict import Entry, FreeDict
from quiz.english.glossary import Glossary
from quiz.gloss import Gender, Gloss, PartOfSpeech
from quiz.typography import fold

ASKED: tuple[PartOfSpeech, ...] = ("noun", "verb", "adjective", "adverb")
"""What is asked: words with a meaning of their own."""
MOST_GLOSSES = 3
"""English words of one sense beyond which nobody knows which one is meant."""
ALIKE = 0.72
"""How much a French word and its English may have in common before the answer can be read off the question."""
HALF = 0.55
"""The same where they begin alike: « risque », "risk"."""
WIDEST = 20
"""Characters of the English that is shown: more of one choice than of the others would give it away."""
_PLAIN = re.compile(r"[a-z]{2,14}(?: [a-z]{2,8})?")
HYPHEN = re.compile("[\u2010\u2011]")


@dataclass(frozen=True, eq=False)
class Books:
    """FreeDict's two dictionaries, each of which is asked whether the other is right."""

    forth: FreeDict
    back: FreeDict

    def agreed(self, entry: Entry) -> tuple[str, ...]:
        """The English of an entry of one sense, the commoner words first, where the other dictionary agrees: each word
        it has leads back to the entry, and one of them, having one sense itself, to little else.

        « usine » is "factory, mill", and both are « usine » again; « plate-forme » is "bed" there, which is mostly
        another thing: nothing.
        """
        senses: dict[str, int] = {}
        sure = False
        for gloss in entry.senses[0]:
            if not _PLAIN.fullmatch(gloss):
                return ()
            others = self.back.entries(gloss)
            led = [[fold(HYPHEN.sub("-", text)) for text in sense] for other in others for sense in other.senses]
            if led and not any(fold(entry.headword) in sense for sense in led):
                return ()
            senses[gloss] = len(led)
            sure = sure or (len(led) == 1 and len(led[0]) <= MOST_GLOSSES)
        return tuple(sorted(senses, key=lambda gloss: -senses[gloss])) if sure else ()

    def also(self, english: str) -> tuple[str, ...]:
        """Every French word that has this meaning, as the dictionary of the other direction has it."""
        return tuple(text for entry in self.back.entries(english) for sense in entry.senses for text in sense)


@dataclass(frozen=True, slots=True)
class Sense:
    """A word with its one safe meaning."""

    lemma: str
    pos: PartOfSpeech
    gender: Gender
    glosses: tuple[str, ...]
    source: str
    origin: Origin

    @property
    def english(self) -> str:
        """All of the one sense, so that the meaning in the article is among it: "factory, mill", "to launch"."""
        return english_of(self.pos, self.glosses)

    @property
    def shown(self) -> str:
        """With its article where it is a noun: « une grève »."""
        return {"m": "un ", "f": "une "}.get(self.gender, "") + self.lemma if self.pos == "noun" else self.lemma


def safe_sense(place: Occurrence, glossary: Glossary, books: Books | None) -> Sense | str:
    """What a word means, where one meaning is sure; else the name of the gate that drops it.

    « grève » has one entry of one sense; « livre » is a book or a pound, « tour » a tower or a turn: no card.
    """
    if place.pos not in ASKED or fold(place.lemma) in _words("first_words"):
        return "vocabulary_easy"
    if place.pos == "adverb" and not place.lemma.endswith("ment"):
        return "vocabulary_easy"  # « très », « désormais »: grammar rather than vocabulary
    gloss = glossary.reviewed(place.lemma)
    if gloss is not None:
        return _reviewed_sense(place, gloss)
    if books is None:
        return "vocabulary_no_entry"
    entries = books.forth.entries(place.lemma)
    if not entries:
        return "vocabulary_no_entry"
    listed = glossary.listed(place.lemma, place.pos)
    if len(entries) > 1 or len(entries[0].senses) > 1 or len(entries[0].senses[0]) > MOST_GLOSSES:
        return "vocabulary_one_sense"
    entry = entries[0]
    if entry.pos != place.pos:
        return "vocabulary_part_of_speech"
    if entry.pos == "noun" and entry.gender not in ("m", "f"):
        return "vocabulary_gender"
    glosses = entry.senses[0]
    if any(transparent(entry.headword, text) for text in glosses):
        return "vocabulary_transparent"
    if listed in glosses:  # the program's own list has the meaning of the news: no need to ask further
        return Sense(entry.headword, entry.pos, entry.gender, (listed,), "freedict", "rule")
    if fold(place.lemma) in _words("unsafe_entries"):
        return "vocabulary_unsafe"
    glosses = books.agreed(entry)
    if not glosses:
        return "vocabulary_agreement"
    return Sense(entry.headword, entry.pos, entry.gender, glosses, "freedict", "rule")


def _reviewed_sense(place: Occurrence, gloss: Gloss) -> Sense | str:
    """The deck's own reviewed meaning."""
    gender = gloss.gender or place.gender
    if place.pos == "noun" and gender not in ("m", "f"):
        return "vocabulary_gender"
    if transparent(gloss.lemma, gloss.english):
        return "vocabulary_transparent"
    return Sense(gloss.lemma, place.pos, gender, (gloss.english,), "deck", "reviewed")


@cache
def _words(name: str) -> frozenset[str]:
    """A list of words beside the code, folded."""
    lines = (Path(__file__).parent / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


def transparent(word: str, english: str) -> bool:
    """Whether the English can be read off the French: « attaque », "attack"; « public », "public"."""
    one, other = fold(word), fold(english)
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return one[:4] == other[:4] or alike > (ALIKE if one[:3] != other[:3] else HALF)


def english_of(pos: PartOfSpeech, glosses: Sequence[str]) -> str:
    """Glosses as they are shown, as many as there is room for: a verb with its "to"."""
    shown = ("to " if pos == "verb" else "") + glosses[0]
    for gloss in glosses[1:]:
        if len(shown) + len(gloss) + 2 <= WIDEST:
            shown += f", {gloss}"
    return shown
