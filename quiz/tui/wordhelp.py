"""What a question screen does about words: opens the word-by-word help over its page, and reads the French aloud.

Takes the screen's values, and gives back what there is to say. It refuses to know how an answer is graded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz.gloss import asked_for, spoken
from quiz.language import Words
from quiz.study.session import Question
from quiz.tui.words import french_looks

if TYPE_CHECKING:
    from quiz.tui.screens.base import QuizScreen
    from quiz.tui.screens.play import PlayScreen


def open_words(
    screen: PlayScreen,
    question: Question,
    *,
    answered: bool,
    other: Callable[[], bool],
    seen: Callable[[], None],
    left: Callable[[], None],
) -> None:
    """Put the word-by-word help over a question screen. `other` tells whether the other language is shown now; `seen`
    is called whenever a meaning is, `left` once the help is closed."""
    from quiz.tui.screens.words import WordScreen

    app, words = screen.quiz, screen.words
    say = Words(words.lang, "gloss").say
    voice = app.setup.voice
    screen.cover()
    screen.app.push_screen(
        WordScreen(
            screen.sheet,
            lambda: french_looks(
                question.side, words, answered=answered, other=other(), mixed=question.card.kind == "vocabulary"
            ),
            app.setup.lookup,
            words,
            app.keys,
            seen=seen,
            speak=None if voice is None else lambda text: "" if voice.say(text) else say("no-voice"),
            hidden=() if answered else asked_for(question.card),
            caption="" if answered else say("counts"),
        ),
        lambda _: left(),
    )


def read_aloud(screen: QuizScreen, question: Question, *, answered: bool) -> str:
    """Read the French of a card aloud: the question, or once it is answered the sentence that proves it. Gives what
    there is to say instead, "" where it is being read."""
    say = Words(screen.words.lang, "gloss").say
    if question.side.only_french and not answered:
        return say("voice-later")
    if screen.quiz.hushed:  # the key that asks for the voice has just stopped it
        return ""
    voice, text = screen.quiz.setup.voice, spoken(question.card, question.choices, answered=answered)
    return "" if voice is not None and voice.say(text) else say("no-voice")
