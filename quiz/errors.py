"""What can go wrong at the border, as one sentence for the user. The sentence itself lives in the word catalogues."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.language import Lang


class QuizError(Exception):
    """Something the user can understand and mend.

    `key` names a sentence in `quiz/words/*/errors.toml` and `details` fill its blanks; the command line prints
    it, in the interface's language, as one line on standard error and exits with `status` (1: could not be done,
    2: wrong usage).
    """

    def __init__(self, key: str, status: int = 1, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.status = status
        self.details = details

    def sentence(self, lang: Lang) -> str:
        """What went wrong, in one line that is safe to show whatever a file was called.

        A detail that is a QuizError itself is said in the same language.
        """
        from quiz.language import Words
        from quiz.typography import safe_text

        details = {
            name: value.sentence(lang) if isinstance(value, QuizError) else safe_text(str(value))
            for name, value in self.details.items()
        }
        return " ".join(Words(lang, "errors").say_raw(self.key).format(**details).split("\n"))


def complain(error: QuizError, lang: Lang) -> None:
    """Print the error's sentence as one line on standard error."""
    print(error.sentence(lang), file=sys.stderr)
