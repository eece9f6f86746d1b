"""The glossary of the decks being played, opened at the first word that is looked up: starting costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck import Deck
from quiz.gloss import Gloss

if TYPE_CHECKING:
    from quiz.english.glossary import Glossary


class AtHand:
    """A `Lookup` over what `decks` bring with them and the dictionary this machine has."""

    def __init__(self, decks: Sequence[Deck], home: Callable[[], Path]) -> None:
        self._decks, self._home = tuple(decks), home
        self._glossary: Glossary | None = None

    def __call__(self, words: Sequence[str], at: int) -> Gloss | None:
        """What `words[at]` means, or None."""
        if self._glossary is None:
            from quiz.english.freedict import FreeDict, places
            from quiz.english.glossary import Glossary, of_decks

            self._glossary = Glossary(of_decks(self._decks), FreeDict.installed(places(self._home())))
        return self._glossary.lookup(words, at)
