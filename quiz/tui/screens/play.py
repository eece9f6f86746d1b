"""Question, answer, feedback, and on to the next: the screen where the learner spends the time.

It passes keys to the session and shows what comes back. What is asked, and what an answer is worth, is the session's.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult

from quiz import phrases
from quiz.errors import QuizError
from quiz.study.session import Help, Outcome, Question, Session
from quiz.tui import keymap, pages
from quiz.tui.bursts import QUICK, Bursts
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, cut_to_fit, run
from quiz.tui.play_hints import grade_cells, play_hints
from quiz.tui.screens import helping
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.helping import Asked
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.widgets.answer import Answer
from quiz.tui.widgets.bars import Foot, Grades, Head
from quiz.tui.widgets.sheet import Sheet

HASTE = 0.35
"""Seconds within which the key that gave an answer, held or struck twice, is not also read as a grade or a "go on"."""
_HANDLED = frozenset({"bury", "suspend", "report", "reject", "edit"})
"""Commands of `handling`, which is loaded when one of them is wanted."""


class PlayScreen(QuizScreen):
    """One card at a time: `place` says whether it is asked (choice, typed, flip) or answered (feedback)."""

    place: keymap.Place = "choice"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        question = session.question()
        assert question is not None, "a session without a question has no screen"
        self._asked = Asked(question, 0.0)
        self._covered = False
        self._short = False
        self._bursts, self._aside_at = Bursts(), -1.0

    def compose(self) -> ComposeResult:
        """The frame, with the field for typed answers and the grades."""
        yield Head()
        yield Sheet(id="sheet")
        yield Answer()
        yield Grades()
        yield Foot()
        yield Sheet(id="small")

    def on_mount(self) -> None:
        """Ask the first question."""
        self._ask(self._asked.question)
        self.call_after_refresh(self._session.warm)

    # Asking

    def _ask(self, question: Question, note: str = "") -> None:
        always = helping.stands_in_english(self, question)
        self._asked = Asked(question, self.quiz.stopwatch(), note=note, other=always)
        self.place = "choice" if question.choices else "flip" if question.card.form == "flip" else "typed"
        field_ = self.query_one(Answer)
        if self.place == "typed":
            key = (
                "type-text"
                if self.size.width < 60
                else {"number": "type-number", "cloze": "type-cloze"}.get(question.card.form, "type-text")
            )
            field_.open(self.words.say(f"question.{key}"))
        else:
            field_.close()
        self.redraw()

    def redraw(self) -> None:
        """As everywhere; the field has the keys only while it can be seen."""
        super().redraw()
        if self.place == "typed":
            self.set_focus(None if self.hidden else self.query_one(Answer))

    def draw(self) -> None:
        """The head, the page and the grades, for the card as it now stands."""
        question = self._asked.question
        place = self.words.say("question.place", number=question.number, n=question.remaining.total)
        if self._session.cram:
            place = f"{self.words.say('question.cram')} · {place}"
        title = phrases.local_title(question.deck.title, self.words.lang)
        self.query_one(Head).show(run(title, "dim"), place, self._session.progress)
        typed = self.place == "typed"
        self.query_one(Answer).fit(self.size.width)
        self.sheet.show(
            self._page,
            width=self.size.width,
            room=self._page_room,
            air=self.air,
            fit=typed,
            keep_place=True,
        )
        self._draw_grades()

    @property
    def room(self) -> int:
        """Rows of the page: also those of the grades while there is nothing to grade, unless something lies on them."""
        spare = 2 if self._asked.outcome is None and not self._covered else 0
        return max(1, super().room + spare)

    @property
    def _page_room(self) -> int:
        """Rows of the page: an answer that is typed needs some of them."""
        return max(1, self.room - (Answer.rows(self.size.height) if self.place == "typed" else 0))

    def cover(self) -> None:
        """Something is about to lie on the lowest rows: the page leaves them free."""
        self._covered = True
        self.redraw()

    def uncover(self) -> None:
        """The lowest rows are free again."""
        self._covered = False
        self.redraw()

    def _page(self, width: int) -> Sequence[Block]:
        asked = self._asked
        if asked.outcome is None or self.place == "flip":
            blocks = pages.question_page(
                asked.question,
                self.words,
                shown_other=asked.other,
                hints=asked.hints,
                struck=self._session.struck,
                note=asked.note,
                cursor=asked.cursor,
            )
            if not self.quiz.settings.big:
                fitting = cut_to_fit(blocks, width, self._page_room, "question") if self.place == "choice" else blocks
                self._short = fitting is not blocks
                return blocks if asked.whole else fitting
            from quiz.tui.big import enlarged

            return enlarged(blocks, width, self._page_room)
        return pages.feedback_page(
            asked.question,
            asked.outcome,
            self.words,
            shown_other=asked.other,
            note=asked.note,
        )

    def _coming(self, outcome: Outcome) -> str:
        when = phrases.due_in_words(outcome.due, self.quiz.clock(), self.words, self.quiz.zone)
        if outcome.rating == outcome.automatic:
            return self.words.say("feedback.next", when=when)
        return self.words.say("feedback.graded", grade=phrases.grade_name(outcome.rating, self.words), when=when)

    def _draw_grades(self) -> None:
        outcome, grades = self._asked.outcome, self.query_one(Grades)
        grades.display = outcome is not None
        if outcome is None:
            grades.show("")
        elif self._session.cram:
            grades.show(self.words.say("feedback.cram"))
        else:
            grades.show(self._coming(outcome), grade_cells(outcome, self.words), outcome.rating)

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot, for the card as it now stands."""
        question, cram = self._asked.question, self._session.cram
        return play_hints(self.place, question, self.words, cram=cram, overflows=self._short or self.sheet.overflows)

    # Commands

    def act(self, command: str) -> None:
        """Do what a key asked for, where it makes sense now."""
        if command == "undo":
            self._undo()
        elif command == "leave":
            self._summary()
        elif command in ("up", "down"):
            self._move(1 if command == "down" else -1)
        elif command in helping.COMMANDS:
            helping.handle(self, self._session, command)
        elif command in _HANDLED:
            from quiz.tui.screens import handling

            handling.handle(self, self._session, command)
            if command in ("bury", "suspend", "reject"):
                self._aside_at = self.quiz.stopwatch()
        elif command == "submit":
            self._submit()
        elif command == "go":
            self._go()

    def command(self, command: str) -> None:
        """As everywhere; but a text that was cut short for its choices is first shown whole, and at its top cut
        again."""
        whole = self._asked.whole
        if self.place == "choice" and self._short and not whole and command in ("page-down", "bottom"):
            self._asked.whole = True
            self.redraw()
        elif self.place == "choice" and whole and command in ("page-up", "top") and not self.sheet.scroll_offset.y:
            self._asked.whole = False
            self.redraw()
        else:
            super().command(command)

    def number(self, number: int) -> None:
        """A digit chooses an answer, or grades the one given."""
        asked = self._asked
        if self.place == "choice" and 1 <= number <= len(asked.question.choices):
            self.pick(number - 1)
        elif self.place == "feedback" and number in phrases.GRADES:
            self._grade(number)

    def pick(self, at: int) -> None:
        """Answer with the choice at `at`."""
        if self.place == "choice" and at in self._session.struck:
            self.note(self.quiz.more.say("done.struck"))
        elif self.place == "choice" and at < len(self._asked.question.choices):
            self._answer(at)

    def _move(self, step: int) -> None:
        asked = self._asked
        if self.place != "choice":
            self.sheet.scroll_by(step)
            return
        last = len(asked.question.choices) - 1
        asked.cursor = (0 if step > 0 else last) if asked.cursor is None else max(0, min(last, asked.cursor + step))
        self.redraw()
        self.sheet.reveal(asked.cursor)

    def _go(self) -> None:
        asked = self._asked
        if self.place == "choice":
            if asked.cursor is not None:
                self.pick(asked.cursor)
        elif self.place == "flip":
            self._answer(asked.question.card.answer.fr)
        elif not self._hasty():
            self.go_on()

    def _hasty(self) -> bool:
        """Whether the answer is so fresh that this key still belongs to it; each such key puts the moment off."""
        now = self.quiz.stopwatch()
        hasty = now - self._asked.answered_at < HASTE
        if hasty:
            self._asked.answered_at = now
        return hasty

    @on(Grades.Pressed)
    def _grade_clicked(self, event: Grades.Pressed) -> None:
        event.stop()
        self._grade(event.rating)

    @on(Answer.Submitted)
    def _submitted(self, event: Answer.Submitted) -> None:
        event.stop()
        self._submit()

    @on(Answer.Changed)
    def _changed(self, event: Answer.Changed) -> None:
        event.stop()
        if self._asked.passing:
            self._asked.passing, self._asked.note = False, ""
            self.redraw()

    def _submit(self) -> None:
        asked = self._asked
        if self.place != "typed":
            return
        typed = self.query_one(Answer).value.strip()
        if typed or (asked.passing and not self._hasty()):
            self._answer(typed)
        elif not asked.passing:
            asked.passing, asked.note = True, self.words.say("question.empty")
            asked.answered_at = self.quiz.stopwatch()
            self.redraw()

    def _answer(self, response: int | str) -> None:
        """Give an answer to the session, which has it on disk before it returns, and show what it was worth."""
        asked = self._asked
        seconds = max(0.0, self.quiz.stopwatch() - asked.since)
        used = Help(
            hint=bool(asked.hints),
            english=asked.helped_by_english,
            gloss=asked.helped_by_gloss,
            standing=helping.stands_in_english(self, asked.question),
        )
        try:
            outcome = self._session.answer(response, seconds, used)
        except QuizError as error:
            asked.note = self.quiz.sentence(error)
            self.redraw()
            return
        self.quiz.answered += 1
        asked.outcome, asked.other, asked.note = (
            outcome,
            self.quiz.settings.english_always and asked.question.side.asked == "fr",
            "",
        )
        asked.answered_at = self.quiz.stopwatch()
        if asked.question.card.form == "flip":
            asked.note = self.words.say("feedback.flip-ask")
        self.place = "feedback"
        self.query_one(Answer).close()
        self.sheet.scroll_to(0, 0, animate=False)
        self.redraw()

    def _grade(self, rating: int) -> None:
        asked = self._asked
        flip = asked.question.card.form == "flip"
        if asked.outcome is None or self._hasty() or (self._session.cram and not flip):
            return
        try:
            asked.outcome, asked.note = self._session.regrade(rating), ""
        except QuizError as error:
            asked.note = self.quiz.sentence(error)
        self.redraw()

    def _undo(self) -> None:
        from quiz.tui.screens import handling

        handling.undo(self, self._session)

    def go_on(self, note: str = "") -> None:
        """The next question, with something said below it; or the end. Before it, English that was missing is
        offered."""
        if not self.quiz.offers_english(lambda: self._go_on(note)):
            self._go_on(note)

    def _go_on(self, note: str) -> None:
        question = self._session.question()
        if question is None:
            self._summary()
        else:
            self._ask(question, note)

    def note(self, said: str) -> None:
        """Say something below the page."""
        self._asked.note = said
        self.redraw()

    @property
    def asked(self) -> Asked:
        """The question on screen, and what became of it."""
        return self._asked

    # Leaving

    def _summary(self) -> None:
        if not self._session.summary().answered and self._session.undoable is None:
            self.dismiss("home")
            return
        self.app.push_screen(SummaryScreen(self._session), self._after_summary)

    def _after_summary(self, wish: str | None) -> None:
        """`wish` is "undo", "resume" or "home"."""
        if wish == "undo":
            self._undo()
        elif wish == "resume":
            if self._asked.outcome is not None:
                self.go_on()
        else:
            self.dismiss("home")

    def key(self, event: events.Key) -> None:
        """As everywhere; but a letter that comes here while an answer is typed was typed before the field was there."""
        if self.place == "typed" and event.is_printable and event.character:
            event.stop()
            if not self.hidden:
                self.query_one(Answer).insert_text_at_cursor(event.character)
        elif self._bursts.takes("\n" if event.key == "enter" else event.character, self.quiz.stopwatch()):
            event.stop()
            self._typed_in_vain()
        else:
            super().key(event)

    def _typed_in_vain(self) -> None:
        """Somebody types a word where letters are commands: nothing more of it is obeyed, and what its first letter
        put aside comes back."""
        now = self.quiz.stopwatch()
        if 0 <= now - self._aside_at < QUICK:
            self._aside_at = -1.0
            self._undo()
        self.note(self.quiz.more.say("done.typed"))

    def on_paste(self, event: events.Paste) -> None:
        """Text pasted outside the answer field goes nowhere."""
        event.stop()
