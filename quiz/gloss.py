"""What is known of one French word, and where the words of a text are. Both wings know these values: the screens show
them, and what finds meanings (`english.glossary`) is handed to the screens from outside. Refuses to know any meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.deck import BLANK, Bilingual, Card
from quiz.language import Words

PartOfSpeech = Literal[
    "noun", "name", "verb", "adjective", "adverb", "preposition", "pronoun", "conjunction", "article", "determiner",
    "number", "interjection", "phrase", "",
]  # fmt: skip
Gender = Literal["m", "f", "mf", ""]
WhereFrom = Literal["deck", "freedict", "quiz", "both"]


@dataclass(frozen=True, slots=True)
class Gloss:
    """The meaning of a word as it stands in a text.

    `words` is how many words of the text it explains, from `first` on (several for an expression); `lemma` is the form
    a dictionary has it under; `english` holds the meanings, those of one sense separated by commas, senses by
    semicolons; `source` says whose they are: the deck's own reviewed
    English, the FreeDict dictionary, the short lists of this program, or both of these.
    """

    lemma: str
    english: str
    source: WhereFrom
    pos: PartOfSpeech = ""
    gender: Gender = ""
    first: int = 0
    words: int = 1


Lookup = Callable[[Sequence[str], int], Gloss | None]
"""Words that follow one another in a text and the place of one of them -> what it means there; None: no entry."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, `text[start:end]`. `bare`: it only leans on the next one (l', qu'), and is not stopped at."""

    start: int
    end: int
    text: str
    bare: bool = False


_WORD = re.compile(
    r"(?:aujourd|presqu|quelqu|prud|entr)['’ʼ](?:hui|île|une?s?|homm?es?|homie|aider?|ouvert\w*)(?!\w)"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*['’ʼ]?",
    re.IGNORECASE,
)


def words_of(text: str) -> list[Word]:
    """The words of a French text in order, figures and marks left out.

    « L’hiver, aujourd’hui » has three: « L’ » (bare), « hiver » and « aujourd’hui », which is whole.
    """
    return [Word(found.start(), found.end(), found[0], bare=found[0][-1] in "'’ʼ") for found in _WORD.finditer(text)]


def explained(asked: str, texts: Sequence[str], lookup: Lookup) -> Gloss | None:
    """The meaning of a word somebody names, where it stands in one of `texts` if it does, else by itself."""
    named = [word.text for word in words_of(asked)]
    if not named:
        return None
    for text in texts:
        said = [word.text for word in words_of(text)]
        for at, word in enumerate(said):
            if word.casefold() == named[-1].casefold():
                return lookup(said, at)
    return lookup(named, len(named) - 1)


def asked_for(card: Card) -> tuple[str, ...]:
    """The words whose meaning is what a vocabulary card asks, as its fact and its article have them."""
    if card.kind != "vocabulary" or not card.fact:
        return ()
    told = (card.fact.get("lemma"), card.fact.get("written"))
    return tuple(text for text in told if isinstance(text, str) and text)


def kind_of(gloss: Gloss, words: Words) -> str:
    """« nom féminin », « verbe », in the words of the room "gloss"; "" where the entry does not say."""
    if gloss.pos == "noun" and gloss.gender:
        return words.say(f"noun-{gloss.gender}")
    return words.say(f"pos-{gloss.pos}") if gloss.pos else ""


def spoken(card: Card, choices: Sequence[Bilingual], *, answered: bool) -> str:
    """The French of a card that is read aloud: the question and its choices, each a sentence of its own so that a voice
    pauses after it; once it is answered, the sentence that proves it."""
    if answered:
        return card.evidence.text
    said = [card.question.fr.replace(BLANK, "…")]
    for choice in choices if card.kind != "vocabulary" else ():
        said.append(choice.fr if choice.fr.endswith((".", "!", "?", "…")) else f"{choice.fr}.")
    return " ".join(said)
