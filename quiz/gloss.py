"""What is known of one French word, and where the words of a text are. Both wings know these values: the screens show
them, and what finds meanings (`english.glossary`) is handed to the screens from outside. Refuses to know any meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

PartOfSpeech = Literal[
    "noun", "name", "verb", "adjective", "adverb", "preposition", "pronoun", "conjunction", "article", "number",
    "interjection", "phrase", "",
]  # fmt: skip
Gender = Literal["m", "f", "mf", ""]
WhereFrom = Literal["deck", "freedict", "quiz"]


@dataclass(frozen=True, slots=True)
class Gloss:
    """The meaning of a word as it stands in a text.

    `words` is how many words of the text it explains, from `first` on (several for an expression); `lemma` is the form
    a dictionary has it under; `english` holds the meanings, those of one sense separated by commas, senses by
    semicolons; `source` says whose they are: the deck's own reviewed
    English, the FreeDict dictionary, or the short lists of this program.
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
