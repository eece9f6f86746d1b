"""What can be done to a card besides answering it, line by line: `b` until tomorrow, `s` suspend, `r` report, `e` edit,
`x` reject, `u` undo, `n` how it stands. Where an answer is typed, all wear a colon. Refuses to know streams: it is
given how to read and say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from quiz import phrases
from quiz.deck import BLANK, Card
from quiz.errors import QuizError
from quiz.language import Words
from quiz.study.direction import side_of
from quiz.study.session import Question, Session

_ASKED = re.compile(r"(?P<colon>:?)\s*(?:(?P<name>[bsunex])|r(?:\s+(?P<reason>\S))?)", re.IGNORECASE)
LONGEST = 60
"""Letters of a question that is named."""
Came = Literal["no", "stay", "next", "again"]
"""What a line came to: it was no such command; the question stays; the next one comes; a former one is back."""


class CardActs:
    """What one sitting does to its cards; `say` writes a line, `read` asks for one."""

    def __init__(self, session: Session, words: Words, say: Callable[[str], None], read: Callable[[str], str]) -> None:
        self._session, self._line, self._read = session, say, read
        self._tui, self._words = words, Words(words.lang, "screens")

    def done(self, typed: str, question: Question, *, answered: bool, bare: bool) -> Came:
        """Carry out a line, if it is one of these commands. `answered`: the card has its answer already; `bare`: a
        command needs no colon here."""
        asked = _ASKED.fullmatch(typed)
        if asked is None or not (asked["colon"] or bare):
            return "no"
        card = self._session.current(question.card)
        name = (asked["name"] or "r").lower()
        if name == "u":
            return self.undo(answered=answered)
        if name == "n":
            self._stands()
            return "stay"
        if name == "r":
            self._report(card, asked["reason"])
            return "stay"
        if name == "e":
            return self._edit(card, answered=answered)
        name, act = {
            "b": ("bury", self._session.bury),
            "s": ("suspend", self._session.suspend),
            "x": ("reject", self._session.reject),
        }[name]
        try:
            act(card)
        except QuizError as error:
            self._refused(error)
            return "stay"
        self._say("done", name, card)
        return "stay" if answered else "next"

    def undo(self, *, answered: bool) -> Came:
        """Take back the last thing done, and say what it was."""
        last = self._session.undoable
        if last is None:
            self._line(self._tui.say("question.no-undo"))
            return "stay"
        self._session.undo()
        name, card = last
        if name == "answer":
            self._line(self._tui.say("plain.undone"))
            return "again"
        self._say("undone", name, self._session.current(card))
        return "stay" if answered or name in ("report", "unsuspend") else "again"

    def _refused(self, error: QuizError) -> None:
        """Say why nothing was done, with the commands there are here: a screen has other keys."""
        here = QuizError("card-shipped-plain") if error.key == "card-shipped" else error
        self._line("✗ " + here.sentence(self._words.lang))

    def _say(self, room: str, name: str, card: Card) -> None:
        asked = side_of(card, self._session.lang, self._session.from_english).asked
        what = card.question.said(asked).replace(BLANK, "…")
        short = what if len(what) <= LONGEST else what[:LONGEST].rpartition(" ")[0] + " …"
        self._line(self._words.say(f"{room}.{name}", what=short))

    def _report(self, card: Card, reason: str | None) -> None:
        from quiz.study.acts import REASONS

        if reason is None:
            self._line(self._words.say("reason.title"))
            for at, name in enumerate(REASONS, start=1):
                self._line(f"{at}. {self._words.say(f'reason.{name}')}")
            reason = self._read(self._words.say("reason.which", n=len(REASONS)))
        number = phrases.digit(reason) or 0
        if 1 <= number <= len(REASONS):
            self._session.report(REASONS[number - 1], card=card)
            self._say("done", "report", card)
        else:
            self._line(self._words.say("reason.none"))

    def _edit(self, card: Card, *, answered: bool) -> Came:
        """Correct the card in its deck's file; a question that has no answer yet is asked again as it then reads."""
        from quiz.plain_edit import CardEdit

        after = card
        try:
            self._session.editable(card)
            wanted = CardEdit(card, self._words, self._line, self._read).wanted()
            after = self._session.edit(wanted, card) if wanted is not None else card
        except QuizError as error:
            self._refused(error)
            return "stay"
        if after == card:
            self._line(self._words.say("done.unchanged"))
            return "stay"
        self._say("done", "edit", after)
        return "stay" if answered else "again"

    def _stands(self) -> None:
        """The line of `quiz stats`."""
        from quiz.study.stats import stats

        session = self._session
        figures = stats(session.history, session.decks, session.clock(), session.limits)
        self._line(Words(self._words.lang, "cli").say("stats-line", **figures))
