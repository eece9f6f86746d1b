"""The help a question screen gives before an answer, and what of it counts: hints, the other language, words, the
voice. It knows the card on screen and what was used on it; it refuses to judge what help is worth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.study.session import Outcome, Question, Session

if TYPE_CHECKING:
    from quiz.tui.screens.play import PlayScreen

COMMANDS = frozenset({"hint", "english", "words", "speak"})


@dataclass(slots=True)
class Asked:
    """A question on screen and what has been used on it. `whole`: all of a long text is shown, not only what leaves
    room for the choices."""

    question: Question
    since: float
    cursor: int | None = None
    hints: list[str] = field(default_factory=list)
    other: bool = False
    helped_by_english: bool = False
    helped_by_gloss: bool = False
    passing: bool = False
    whole: bool = False
    note: str = ""
    outcome: Outcome | None = None
    answered_at: float = 0.0


def handle(screen: PlayScreen, session: Session, command: str) -> None:
    """Do one of `COMMANDS`."""
    if command == "hint":
        _hint(screen, session)
    elif command == "english":
        _english(screen, session)
    elif command == "words":
        _words(screen, session)
    else:
        _speak(screen)


def stands_in_english(screen: PlayScreen, question: Question) -> bool:
    """Whether English is to stand beside this question from the start: never where it would be what is asked for."""
    always, side = screen.quiz.settings.english_always, question.side
    shown = question.card.question.en is not None and question.card.kind != "vocabulary"
    return always and side.asked == "fr" and shown


def _hint(screen: PlayScreen, session: Session) -> None:
    asked = screen.asked
    if asked.outcome is not None:
        return
    said = session.hint()
    if said and said not in asked.hints:
        asked.hints.append(said)
        asked.note = ""
    elif not said:
        asked.note = screen.words.say("question.no-hint")
    screen.redraw()
    screen.sheet.bring("hint" if said else "note")


def _english(screen: PlayScreen, session: Session) -> None:
    asked = screen.asked
    asked.other = not asked.other
    lacking = asked.question.card.question if asked.outcome is None else asked.question.card.evidence
    if asked.other and lacking.en is None:
        screen.quiz.translation.lacks(asked.question.deck)
    if asked.other and asked.outcome is None and session.other_is_help:
        asked.helped_by_english = True
    screen.redraw()
    if asked.other:
        screen.sheet.bring("other")


def _words(screen: PlayScreen, session: Session) -> None:
    """Word by word over the page; of a question in English, over the French that is shown for it."""
    from quiz.tui.wordhelp import open_words

    asked, answered = screen.asked, screen.asked.outcome is not None
    if asked.question.side.asked == "en" and not (answered or asked.other) and asked.question.card.kind != "vocabulary":
        _english(screen, session)

    def seen() -> None:
        asked.helped_by_gloss = asked.helped_by_gloss or not answered

    open_words(screen, asked.question, answered=answered, other=lambda: asked.other, seen=seen, left=screen.uncover)


def _speak(screen: PlayScreen) -> None:
    """Read the French aloud."""
    from quiz.tui.wordhelp import read_aloud

    said = read_aloud(screen, screen.asked.question, answered=screen.asked.outcome is not None)
    if said:
        screen.note(said)
