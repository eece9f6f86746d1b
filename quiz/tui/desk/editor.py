"""All texts of a card, in both languages, to be corrected, with what an editor would say of them as they now stand.

Nothing is saved before it is asked for, nothing typed is thrown away without asking twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets._static import Static
from textual.widgets._text_area import TextArea

from quiz.deck import Card
from quiz.deck_edit import (
    MOST_CHOICES,
    Operation,
    Rebased,
    Text,
    Wording,
    carried,
    correct,
    flaws,
    stale_english,
    wording,
)
from quiz.deck_lint import lint_card
from quiz.errors import QuizError
from quiz.tui import pages as play_pages
from quiz.tui.desk import keys, pages
from quiz.tui.desk.field import Field
from quiz.tui.desk.widgets import DeskFoot, DeskHead, Notice
from quiz.tui.layout import Block, Run, pad, para, run
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.bars import Hint
from quiz.tui.widgets.sheet import Sheet, column_of

if TYPE_CHECKING:
    from quiz.tui.desk.window import DeskApp
    from quiz.tui.screens.cardwork import Pen

_BESIDE = 2
"""Cells beside the fields for a scroll bar."""
_VERDICT = 3
"""Rows for what there is to say of the card as it now stands."""


class EditorScreen(QuizScreen):
    """Closes with "saved" (then `operation` says what was done, if anything was) or with None: left as it was."""

    CSS_PATH = "desk.tcss"

    def __init__(self, review: Pen, card: Card, speech: pages.Speech) -> None:
        super().__init__()
        self._review, self._card, self._speech = review, card, speech
        self._old = wording(card)
        self._key = self._old.key
        self._asked: tuple[str, Wording] | None = None
        self.operation: Operation | None = None

    # The fields

    def compose(self) -> ComposeResult:
        """A row a text, the French above its English."""
        say, old = self._speech.desk.say, self._old
        yield DeskHead()
        with VerticalScroll(id="fields", can_focus=False):
            yield from self._pair("topic", say("edit.topic"), old.topic)
            yield from self._pair("question", say("edit.question"), old.question)
            if self._card.form == "choice":
                for at in range(MOST_CHOICES):
                    text = old.choices[at] if at < len(old.choices) else Text("")
                    yield from self._pair(f"choice{at}", self._choice_label(at), text)
            else:
                yield from self._pair("answer", say("edit.answer"), old.answer, english=self._card.form != "true-false")
            if self._card.form != "true-false":
                yield from self._row("accept", say("edit.accept"), "", "\n".join(old.accept), several=True)
            yield Sheet(id="proof")
            yield from self._row("evidence-en", say("edit.evidence"), say("edit.en"), old.evidence_en)
        yield Sheet(id="verdict")
        yield Notice()
        yield DeskFoot()
        yield Sheet(id="small")

    def _pair(self, name: str, label: str, text: Text, *, english: bool = True) -> ComposeResult:
        yield from self._row(f"{name}-fr", label, self._speech.desk.say("edit.fr"), text.fr)
        if english:
            yield from self._row(f"{name}-en", "", self._speech.desk.say("edit.en"), text.en)

    def _row(self, name: str, label: str, lang: str, text: str, *, several: bool = False) -> ComposeResult:
        hint = self._speech.desk.say("edit.accept-hint") if several else ""
        with Horizontal(classes="row"):
            yield Static(Content(pad(label, 11) + pad(lang, 3)), id=f"label-{name}", classes="label")
            yield Field(text, id=name, several=several, placeholder=hint)

    def _choice_label(self, at: int) -> str:
        sign = "✓" if at == self._key else " "
        return f"{sign} {self._speech.desk.say('edit.choice', n=at + 1)}"

    def on_mount(self) -> None:
        """Begin with the question."""
        field = self.query_one("#question-fr", Field)
        field.move_cursor(field.document.end)
        field.focus()

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).text

    def _typed(self) -> Wording:
        """What stands in the fields; what was not touched is as the card has it."""
        old = self._old

        def pair(name: str, before: Text) -> Text:
            english = before.en if name == "answer" and self._card.form == "true-false" else self._text(f"{name}-en")
            return Text(self._text(f"{name}-fr"), english)

        choices = old.choices
        if self._card.form == "choice":
            rows = [pair(f"choice{at}", Text("")) for at in range(MOST_CHOICES)]
            while len(rows) > len(old.choices) and not (rows[-1].fr.strip() or rows[-1].en.strip()):
                rows.pop()
            choices = tuple(rows)
        accept = old.accept
        if self._card.form != "true-false" and self._text("accept") != "\n".join(old.accept):
            accept = tuple(line for line in self._text("accept").split("\n") if line.strip())
        return Wording(
            topic=pair("topic", old.topic),
            question=pair("question", old.question),
            answer=old.answer if self._card.form == "choice" else pair("answer", old.answer),
            choices=choices,
            key=self._key,
            accept=accept,
            evidence_en=self._text("evidence-en"),
        )

    def _refill(self, new: Wording) -> None:
        """Put other texts into the fields."""
        texts = {"topic": new.topic, "question": new.question, "answer": new.answer}
        blank = [Text("")] * MOST_CHOICES
        texts |= {f"choice{at}": text for at, text in enumerate([*new.choices, *blank][:MOST_CHOICES])}
        lines = {f"{name}-fr": text.fr for name, text in texts.items()}
        lines |= {f"{name}-en": text.en for name, text in texts.items()}
        lines |= {"accept": "\n".join(new.accept), "evidence-en": new.evidence_en}
        for field in self.query(Field):
            if field.text != lines[str(field.id)]:
                field.text = lines[str(field.id)]
        self._mark_key(new.key)

    def _mark_key(self, key: int) -> None:
        self._key = key
        if self._card.form == "choice":
            for at in range(MOST_CHOICES):
                label = pad(self._choice_label(at), 11) + pad(self._speech.desk.say("edit.fr"), 3)
                self.query_one(f"#label-choice{at}-fr", Static).update(Content(label))

    # Showing

    @property
    def desk(self) -> DeskApp:
        """The app this screen belongs to."""
        return cast("DeskApp", self.app)

    def draw(self) -> None:
        """The head, the sentence and what there is to say."""
        say = self._speech.desk.say
        self.query_one(Notice).fit(self.size.width)
        self.query_one(DeskHead).show(run(say("edit.title"), "brand"), self._card.id)
        left, column = column_of(self.size.width)
        fields = self.query_one("#fields")
        fields.styles.width = column + _BESIDE
        fields.styles.margin = (0, 0, 0, left)
        self.query_one("#proof", Sheet).show(self._proof, width=column + _BESIDE - 1, room=10, fit=True)
        self._judge()

    def _proof(self, _width: int) -> Sequence[Block]:
        evidence = self._card.evidence
        return [
            Block((run(evidence.text, "evidence"),), first=(play_pages.BAR,), rest=(play_pages.BAR,), gap=1, tight=1),
            para(run(self._speech.desk.say("edit.verbatim"), "dim")),
        ]

    def _judge(self) -> None:
        """What keeps the texts from being a card, else what an editor would say of it."""
        self.query_one("#verdict", Sheet).show(self._verdict, width=self.size.width, room=_VERDICT)

    def _verdict(self, _width: int) -> Sequence[Block]:
        say, new = self._speech.desk.say, self._typed()
        wrong = flaws(self._card, new)
        if wrong:
            return [Block((run(say(f"flaw.{key}")),), first=(Run("✗ ", "bad"),)) for key in wrong]
        operation = correct(self._card, new, keep_english=True)
        blocks = pages.finding_blocks(lint_card(operation.after if operation else self._card), self._speech)
        stale = stale_english(self._card, new)
        if stale:
            said = say("edit.stale", fields=self._speech.fields(stale))
            blocks.append(Block((run(said),), first=(Run("! ", "near"),)))
        return blocks or [para(Run("✓ ", "good"), run(say("edit.fine"), "dim"))]

    def hints(self) -> Sequence[Hint]:
        """The keys of the foot."""
        say = self._speech.desk.say
        key = [Hint("F5", say("key.set-key"), "set-key")] if self._card.form == "choice" else []
        return [
            Hint("Ctrl+S", say("key.save"), "save"),
            Hint(say("key.tab"), say("key.next-field"), "next-field"),
            *key,
            Hint("F1", say("key.help"), "help", 1),
            Hint(say("key.escape"), say("key.abandon"), "abandon"),
        ]

    def say(self, text: str, look: str = "note") -> None:
        """Say what has happened."""
        notice = self.query_one(Notice)
        notice.show(text, look)
        notice.fit(self.size.width)

    # Commands

    def on_key(self, event: events.Key) -> None:
        """Keys the fields leave alone; what they do on other screens they do not do here."""
        event.prevent_default()
        command = keys.command("edit", event.key, None)
        if command is not None:
            event.stop()
            self.command(command)

    def act(self, command: str) -> None:
        """Save, leave, mark the key, go on."""
        if command == "save":
            self._save()
        elif command in ("abandon", "leave"):
            self._abandon()
        elif command == "set-key":
            self._set_key()
        elif command == "next-field":
            self.focus_next()

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._judge()

    def _set_key(self) -> None:
        name = str(self.focused.id) if self.focused is not None else ""
        if name.startswith("choice"):
            self._mark_key(int(name[len("choice")]))
            self._judge()

    def _confirmed(self, question: str, new: Wording) -> bool:
        """Whether this very question was put about these very texts just before; if not, now it is."""
        if self._asked == (question, new):
            return True
        self._asked = (question, new)
        return False

    def _save(self) -> None:
        say, new = self._speech.desk.say, self._typed()
        wrong = flaws(self._card, new)
        if wrong:
            self.say("✗ " + say(f"flaw.{wrong[0]}"), "bad")
            return
        stale = stale_english(self._card, new)
        if stale and not self._confirmed("stale", new):
            self.say(say("edit.confirm"))
            return
        try:
            self.operation = self._review.correct(self._card, new)
        except ValueError:
            self.say(say("reloaded.edit-gone"), "bad")
        except QuizError as error:
            if error.key in ("desk-changed", "desk-gone") and hasattr(self.app, "resolve"):
                self.desk.resolve(error, self._resolved, editing=True)
            else:
                self.say("✗ " + self.quiz.sentence(error), "bad")
        else:
            self.dismiss("saved")

    def _resolved(self, _rebased: Rebased | None) -> None:
        """The file was read again: carry the corrections over to the card as it now is, or save them at once if it is
        the card they were made on."""
        fresh = next((card for card in self._review.deck.cards if card.id == self._card.id), None)
        if fresh is None:
            self.say(self._speech.desk.say("reloaded.edit-gone"), "bad")
        elif fresh == self._card:
            self._save()
        else:
            mine = carried(self._old, self._typed(), wording(fresh))
            self._card, self._old = fresh, wording(fresh)
            self._refill(mine)
            self.redraw()
            self.say(self._speech.desk.say("reloaded.edit-again"))

    def _abandon(self) -> None:
        new = self._typed()
        if new != self._old and not self._confirmed("abandon", new):
            self.say(self._speech.desk.say("edit.abandon"))
        else:
            self.dismiss()
