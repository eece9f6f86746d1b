"""The glossary of the decks being played, opened at the first word that is looked up: starting costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck import Deck
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.english.glossary import Glossary
    from quiz.gloss import Gloss


class AtHand:
    """A `Lookup` over what `decks` bring with them, the reviewed words in the dictionaries' folder, and the dictionary
    this machine has."""

    def __init__(self, decks: Sequence[Deck], home: Callable[[], Path]) -> None:
        self._decks, self._home = tuple(decks), home
        self._glossary: Glossary | None = None

    def __call__(self, words: Sequence[str], at: int) -> Gloss | None:
        """What `words[at]` means, or None."""
        if self._glossary is None:
            from quiz.english.freedict import FreeDict, places
            from quiz.english.glossary import Glossary, of_decks

            folders = places(self._home())
            self._glossary = Glossary(_kept(folders[0]) | of_decks(self._decks), FreeDict.installed(folders))
        return self._glossary.lookup(words, at)


def _kept(folder: Path) -> dict[str, Gloss]:
    """The words of the translation memories in a folder: a glossary that a teacher hands out. One that cannot be read
    has none."""
    from quiz.english.glossary import of_pairs
    from quiz.english.memory import Memory

    found: dict[str, Gloss] = {}
    for path in sorted(folder.glob("*.tmx")):
        with suppress(QuizError):
            found |= of_pairs(Memory.load_tmx([path]).pairs())
    return found
