"""What an app is started with beside the history and the decks: what was set on this machine, and where that is kept.
Values alone, so that the first screen can be drawn by them before Textual is there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from quiz.language import Lang
from quiz.settings import Settings
from quiz.tui.keymap import USUAL, Keys

if TYPE_CHECKING:
    from quiz.gloss import Lookup
    from quiz.speech import Voice


class Translator(Protocol):
    """What puts a deck into English: see `english/translate_offer.py`."""

    def __call__(
        self, deck_path: Path, settings: Settings, report: Callable[[Any], None], stop: Callable[[], bool], /
    ) -> None:
        """Translate what the deck's file lacks, telling how far it is, until `stop` says so."""
        ...

    def notice(self, settings: Settings, lang: Lang) -> str | None:
        """Who would get what. Raises QuizError where the translator that is set cannot be used."""
        ...


@dataclass(frozen=True, slots=True)
class Setup:
    """`home` is where settings are kept (None: they hold for this run alone); `translate` puts a deck into English in
    the background, where that can be had."""

    settings: Settings = field(default_factory=Settings)
    home: Path | None = None
    keys: Keys = USUAL
    translate: Translator | None = None
    lookup: Lookup | None = None
    voice: Voice | None = None
    from_english: bool = False
    notice: str = ""
    """What there is to say of the files this was started with, on the first home screen."""
