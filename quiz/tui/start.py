"""Where `quiz play` begins on the full screen: the home is drawn first, and Textual imported behind it."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from datetime import datetime

from quiz.deck import Deck
from quiz.language import Lang, Words
from quiz.study.history import History
from quiz.study.session import Limits
from quiz.tui import early
from quiz.tui.looks import theme_of
from quiz.tui.setup import Setup
from quiz.tui.today import look_up


def play(
    history: History,
    decks: Sequence[Deck],
    *,
    lang: Lang,
    limits: Limits,
    cram: bool = False,
    clock: Callable[[], datetime] | None = None,
    setup: Setup | None = None,
) -> int:
    """Play until the learner leaves. The exit status: 0. Raises QuizError, and what went wrong inside, the terminal put
    back first."""
    clock = clock or history.clock
    now = clock()
    today = look_up(history, decks, limits, now)
    words = Words(lang, "tui")
    setup = setup or Setup()
    theme = theme_of(setup.settings.theme, os.environ)
    gc.disable()  # nothing made before the first screen is garbage; the app turns it on again once that is painted
    try:
        with early.quiet_keys():
            with early.home(
                today, words, now=now, zone=history.zone, cram=cram, theme=theme, keys=setup.keys, note=setup.notice
            ):
                from quiz.tui.app import QuizApp

                app = QuizApp(history, decks, lang=lang, limits=limits, cram=cram, clock=clock, setup=setup)
                app.looked_up = today
            app.run()
    finally:
        gc.enable()
    if app.failure is not None:
        raise app.failure
    if app.answered > 0:
        print(words.say("home.saved", n=app.answered))
    return app.return_code or 0
