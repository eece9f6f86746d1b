"""The keys of the foot while cards are asked, and the four grades in words. Pure: it does not know what a key does."""

from __future__ import annotations

from quiz import phrases
from quiz.language import Words
from quiz.study.session import Outcome, Question
from quiz.tui.frame import Hint
from quiz.tui.keymap import Place


def play_hints(place: Place, question: Question, words: Words, *, cram: bool, overflows: bool) -> list[Hint]:
    """The keys for a card as it now stands; `overflows`: some of the page is out of sight."""
    say = words.say
    scroll = (
        [
            Hint(
                "Pg↓" if place == "choice" else say("key.arrows"),
                say("key.scroll"),
                "page-down",
                6 if place == "choice" else 1,
            )
        ]
        if overflows
        else []
    )
    english = question.side.asked == "en" or words.lang == "en"  # what the key shows: French where English stands
    other = say("key.french" if english else "key.english")
    if place == "typed":
        return [
            Hint(say("key.enter"), say("key.answer"), "submit"),
            Hint("F2", say("key.hint"), "hint", 1),
            Hint("F3", other, "english", 2),
            Hint("F12", say("key.words"), "words", 5),
            Hint("F4", say("key.undo"), "undo", 3),
            Hint("F5", say("key.edit"), "edit", 6),
            Hint("F8", say("key.report"), "report", 7),
            Hint("F1", say("key.help"), "help"),
            Hint(say("key.escape"), say("key.leave"), "leave"),
        ]
    tail = [
        Hint("t", other, "english", 3),
        Hint("w", say("key.words"), "words", 7),
        Hint("u", say("key.undo"), "undo", 2),
        Hint("e", say("key.edit"), "edit", 8),
        Hint("!", say("key.report"), "report", 9),
        Hint("?", say("key.help"), "help", 4),
        Hint("q", say("key.leave"), "leave", 1),
    ]
    if place == "feedback":
        grade = [] if cram else [Hint("1–4", say("key.grade"), "", 3)]
        return [Hint(say("key.enter"), say("key.continue"), "go"), *grade, *scroll, *tail]
    if place == "flip":
        return [Hint(say("key.enter"), say("key.reveal"), "go"), Hint("h", say("key.hint"), "hint", 5), *tail]
    keys = f"1–{len(question.choices)}"
    return [Hint(keys, say("key.choose"), ""), Hint("h", say("key.hint"), "hint", 5), *scroll, *tail]


def grade_cells(outcome: Outcome, words: Words) -> list[tuple[str, str]]:
    """The four grades in words, each with the wait it gives."""
    return [
        (phrases.grade_name(rating, words), phrases.interval(outcome.previews[rating], words))
        for rating in phrases.GRADES
        if rating in outcome.previews
    ]
