"""`quiz review-deck`: on a terminal the desk, elsewhere one line a card. Loads no screen where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

from quiz.deck_shelf import Shelf
from quiz.language import Lang
from quiz.tui.desk.listing import lines
from quiz.tui.desk.review import Review


def review(path: Path, *, lang: Lang) -> int:
    """Review the deck in a file until the person leaves. The exit status: 0. Raises QuizError where it is no deck,
    and what went wrong inside, the screen put back first."""
    shelf = Shelf(path)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        for line in lines(shelf.read().deck):
            print(line)
        return 0
    begun = Review(shelf)
    from quiz.tui.desk.window import DeskApp

    app = DeskApp(begun, lang=lang)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
