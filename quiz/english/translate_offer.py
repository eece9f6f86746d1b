"""What the home screen is handed, so that it can offer to translate a deck without knowing this wing of the house:
two calls, behind which everything is imported only when they are made.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.language import Lang, Words

if TYPE_CHECKING:
    from quiz.english.translate_run import Report
    from quiz.settings import Settings


class Offer:
    """Called as `translate_run.translate_in_background` is, in a thread of the caller's."""

    def __call__(
        self,
        deck_path: Path,
        settings: Settings,
        report: Callable[[Report], None],
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        """Translate what the deck lacks; see `translate_in_background`."""
        from quiz.english.translate_run import translate_in_background

        translate_in_background(deck_path, settings, report, stop)

    def notice(self, settings: Settings, lang: Lang) -> str | None:
        """What to say before the first use: who gets what; None where nothing would leave the machine. Raises QuizError
        where the translator that is set cannot be used (a key is missing, a model is not here)."""
        from quiz.english.translate_run import notice

        found = notice(settings)
        return Words(lang, "translate").say(found[0], **found[1]) if found else None
