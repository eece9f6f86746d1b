"""A card corrected line by line: its texts by number, each written anew or changed in part, with what an editor would
say of the card as it then stands. Refuses to know streams and files: it is given how to read, say and save.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from quiz.deck import Card
from quiz.deck_edit import MOST_CHOICES, Text, Wording, correct, flaws, stale_english, wording
from quiz.deck_lint import lint_card
from quiz.language import Words
from quiz.phrases import digit

_BETWEEN = " | "
"""Between the answers that are accepted, where they stand on one line."""
_BECOMES = "=>"
"""What stands between a word and the one that takes its place."""
_EMPTY = "-"


class CardEdit:
    """The correction of one card; `say` writes a line, `read` asks for one."""

    def __init__(self, card: Card, words: Words, say: Callable[[str], None], read: Callable[[str], str]) -> None:
        self._card, self._say, self._read = card, say, read
        self._words, self._desk, self._cli = words, Words(words.lang, "desk"), Words(words.lang, "cli")
        self._old = self._new = wording(card)

    def wanted(self) -> Wording | None:
        """What the card is to read, none of its flaws left; None where it stays as it was."""
        say = self._words.say
        self._say(say("edit.title"))
        for at, (label, text) in enumerate(self._texts(), start=1):
            self._say(say("edit.text", at=at, name=label, text=text))
        self._say(say("edit.how"))
        asked: Wording | None = None
        while True:
            typed = self._read(say("edit.which", n=len(list(self._texts()))))
            if typed.casefold() in ("x", ":x"):
                return None
            if typed:
                self._change(typed)
                continue
            if self._new == self._old:
                return None
            if flaws(self._card, self._new):
                self._judge()
            elif stale_english(self._card, self._new) and asked != self._new:
                asked = self._new
                self._say(say("edit.confirm"))
            else:
                return self._new

    def _change(self, typed: str) -> None:
        """Ask for one text, and say what there is to say of the card with it."""
        say, texts = self._words.say, list(self._texts())
        at = digit(typed) if len(typed) == 1 else int(typed) if typed.isdecimal() and len(typed) < 4 else None
        if at is None or not 1 <= at <= len(texts):
            self._say(say("edit.no-such", n=len(texts)))
            return
        label, before = texts[at - 1]
        line = self._read(say("edit.anew", what=label))
        if not line:
            return
        old, becomes, new = (part.strip() for part in line.partition(_BECOMES))
        if becomes:
            before = " ".join(before.split())  # what is typed has ordinary spaces; saving puts the French ones back
            if not old or old not in before:
                self._say(say("edit.not-there", what=old))
                return
            line = before.replace(old, new, 1)
        self._put(at, "" if line == _EMPTY else line)
        self._judge()

    def _texts(self) -> Iterator[tuple[str, str]]:
        """Each text that can be changed, with its name, in the order of their numbers."""
        for label, text, _ in self._fields():
            yield label, text

    def _put(self, at: int, text: str) -> None:
        self._new = list(self._fields())[at - 1][2](text)

    def _fields(self) -> Iterator[tuple[str, str, Callable[[str], Wording]]]:
        """Each text: its name, how it reads, and the wording with another in its place."""
        new, form = self._new, self._card.form
        yield from self._pair("question", self._desk.say("edit.question"), new.question)
        if form == "choice":
            for at in range(min(MOST_CHOICES, len(new.choices))):
                sign = "✓ " if at == new.key else ""
                yield from self._choice(at, sign + self._desk.say("edit.choice", n=at + 1))
            yield self._words.say("edit.key"), str(new.key + 1), lambda text: replace(new, key=_key(text))
        else:
            yield from self._pair("answer", self._desk.say("edit.answer"), new.answer, english=form != "true-false")
        if form != "true-false":
            yield (
                self._desk.say("edit.accept"),
                _BETWEEN.join(new.accept),
                lambda text: replace(
                    new, accept=tuple(part.strip() for part in text.split(_BETWEEN.strip()) if part.strip())
                ),
            )
        yield from self._pair("topic", self._desk.say("edit.topic"), new.topic)
        english = self._named(self._desk.say("edit.evidence"), "en")
        yield english, new.evidence_en, lambda text: replace(new, evidence_en=text)

    def _pair(
        self, name: str, label: str, text: Text, *, english: bool = True
    ) -> Iterator[tuple[str, str, Callable[[str], Wording]]]:
        new = self._new
        yield self._named(label, "fr"), text.fr, lambda typed: replace(new, **{name: replace(text, fr=typed)})  # type: ignore[arg-type]
        if english:
            yield self._named(label, "en"), text.en, lambda typed: replace(new, **{name: replace(text, en=typed)})  # type: ignore[arg-type]

    def _choice(self, at: int, label: str) -> Iterator[tuple[str, str, Callable[[str], Wording]]]:
        new = self._new
        text = new.choices[at]

        def put(other: Text) -> Wording:
            return replace(new, choices=(*new.choices[:at], other, *new.choices[at + 1 :]))

        yield self._named(label, "fr"), text.fr, lambda typed: put(replace(text, fr=typed))
        yield self._named(label, "en"), text.en, lambda typed: put(replace(text, en=typed))

    def _named(self, label: str, lang: str) -> str:
        return f"{label} ({self._desk.say(f'edit.{lang}')})"

    def _judge(self) -> None:
        """What keeps the texts from being a card, else what an editor would say of it."""
        wrong = flaws(self._card, self._new)
        for key in wrong:
            self._say("✗ " + self._desk.say(f"flaw.{key}"))
        if wrong:
            return
        operation = correct(self._card, self._new, keep_english=True)
        findings = lint_card(operation.after if operation else self._card)
        for finding in findings:
            level = self._cli.say(f"level-{finding.level}")
            self._say(self._words.say("edit.finding", level=level, what=self._cli.say(finding.key)))
        stale = stale_english(self._card, self._new)
        if stale:
            named = self._desk.say("list-separator").join(self._desk.say(f"field.{name}") for name in stale)
            self._say("! " + self._desk.say("edit.stale", fields=named))
        if not findings and not stale:
            self._say("✓ " + self._desk.say("edit.fine"))


def _key(typed: str) -> int:
    """Which choice is the answer, from 0; -1 where what was typed is no number."""
    return int(typed) - 1 if typed.isdecimal() and len(typed) < 3 else -1
