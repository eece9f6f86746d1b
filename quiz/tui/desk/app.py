"""`quiz review-deck`: on a terminal the desk, elsewhere one line a card. Loads no screen where there is none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from quiz import paths
from quiz.deck_lint import Finding
from quiz.deck_shelf import Shelf
from quiz.errors import QuizError, complain
from quiz.language import Lang
from quiz.settings import load_or_usual
from quiz.study.history import History
from quiz.study.store import FILE
from quiz.tui.desk.listing import lines
from quiz.tui.desk.review import Review


def review(path: Path, *, lang: Lang) -> int:
    """Review the deck in a file until the person leaves. The exit status: 0. Raises QuizError where it is no deck,
    and what went wrong inside, the screen put back first."""
    shelf = Shelf(path)
    told = reports(lang)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        for line in lines(shelf.read().deck, told):
            print(line)
        return 0
    begun = Review(shelf, told)
    from quiz.tui.desk.window import DeskApp
    from quiz.tui.setup import Setup

    home = paths.home()
    app = DeskApp(begun, lang=lang, setup=Setup(load_or_usual(home)[0], home))
    app.run()
    settle(begun.seen_to, lang)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def reports(lang: Lang) -> list[Finding]:
    """What the learners of this machine have said of questions. A history that cannot be read is told of and keeps
    nobody from reviewing."""
    try:
        with History.open(paths.home() / FILE, read_only=True) as history:
            told = history.reports()
    except QuizError as error:
        complain(error, lang)
        return []
    return [Finding(one.card, "warning", f"reported.{one.reason}", one.text) for one in told]


def settle(cards: Sequence[str], lang: Lang) -> None:
    """Note in the history that reports about these cards have been looked at."""
    if cards:
        try:
            with History.open(paths.home() / FILE) as history:
                for card in cards:
                    history.settle(card)
        except QuizError as error:
            complain(error, lang)
