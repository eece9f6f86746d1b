"""`quiz play --plain`: the same session line by line, for screen readers, pipes and tests. No escape sequence, no sign
that needs colour; it reads lines from one stream, writes lines to another and refuses to know what a screen is.

Before a choice a number answers and a lone letter is a command; where the answer is typed, a command wears a colon.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from quiz import phrases
from quiz.deck import BLANK, Bilingual, Card, Deck
from quiz.gloss import Lookup
from quiz.language import Lang, Words
from quiz.plain_acts import CardActs
from quiz.plain_words import WordHelp
from quiz.study.direction import side_of
from quiz.study.history import History
from quiz.study.session import Help, Limits, Outcome, Question, Session
from quiz.typography import fold, safe_text, wrap

if TYPE_CHECKING:
    from quiz.speech import Voice

COMMANDS = {"t": "english", "h": "hint", "q": "quit", "?": "help"}
WIDTH = 80


def _is_answer(card: Card, typed: str) -> bool:
    """Whether a card's own answer is what was typed, so that it cannot be meant as a command."""
    return fold(typed) in {fold(text) for text in (card.answer.fr, card.answer.en or "", *card.accept)}


def _number(typed: str) -> int:
    """The number a line holds, also when typed without shift on AZERTY; 0 where there is none."""
    key = phrases.digit(typed)
    return key or 0 if key is not None else int(typed) if typed.isdecimal() and len(typed) < 9 else 0


class _Ended(Exception):
    """The input has ended, or the learner has asked to stop."""


class _Onwards(Exception):
    """The question makes way: it was put aside, or a former one has come back."""


def play(
    history: History,
    decks: Sequence[Deck],
    *,
    lang: Lang,
    limits: Limits,
    cram: bool = False,
    from_english: bool = False,
    english_always: bool = False,
    lookup: Lookup | None = None,
    voice: Voice | None = None,
    clock: Callable[[], datetime] | None = None,
    stdin: TextIO,
    stdout: TextIO,
) -> int:
    """Play until nothing is left, `q`, or the end of the input, all of which end with a summary. The exit status: 0.
    Raises QuizError where the history cannot be written; what was acknowledged is on disk."""
    for stream in (stdin, stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a byte that is no letter, a letter the terminal lacks: never a crash
    session = Session.begin(history, decks, limits, clock, cram, lang, from_english)
    player = Player(session, Words(lang, "tui"), stdin, stdout)
    player.english_always, player.word_help.lookup, player.word_help.voice = english_always, lookup, voice
    return player.play()


class Player:
    """One sitting on two streams."""

    def __init__(
        self,
        session: Session,
        words: Words,
        stdin: TextIO,
        stdout: TextIO,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session, self._words, self._in, self._out = session, words, stdin, stdout
        self._stopwatch = stopwatch
        self.english_always = False
        self.word_help = WordHelp(words, self._line)
        self._acts = CardActs(session, words, self._line, self._read)
        # Wrapped for a person at a terminal; one paragraph a line for whatever reads a pipe.
        self._wrap = stdout.isatty()
        self._echo = not stdin.isatty()

    def play(self) -> int:
        """The whole sitting, and its summary."""
        self._overview()
        try:
            while (question := self._session.question()) is not None:
                with suppress(_Onwards):
                    self._ask(question)
                if self._wrap and not self._echo and self._session.question() is None:
                    self._last_word()
        except _Ended as end:
            for said in end.args:
                self._line(said)
        except KeyboardInterrupt:
            self._line("")
        self._summary()
        return 0

    def _overview(self) -> None:
        session = self._session
        self._line(self._words.say("plain.intro"))
        if session.cram:
            self._line(self._words.say("home.cram"))
            return
        rows = session.history.overview(session.decks, session.clock(), session.limits)
        names = phrases.deck_names([row.deck for row in rows], self._words.lang)
        for row, title in zip(rows, names, strict=True):
            counts = {"due": row.due, "learning": row.learning, "n": row.new, "total": row.total}
            self._line(self._words.say("plain.deck", title=title, **counts))
        if session.question() is None:
            self._line(self._words.say("home.nothing"))
            coming = [row.next_due for row in rows if row.next_due]
            if coming:
                self._line(self._words.say("home.next", when=self._when(min(coming))))

    # One card

    def _ask(self, question: Question) -> None:
        words, card = self._words, question.card
        self._line("")
        place = words.say("question.place", number=question.number, n=question.remaining.total)
        self._line(place[:1].upper() + place[1:])
        self._line(words.say("plain.topic", topic=self._own(card.topic)))
        asked = card.question.said(question.side.asked).replace(BLANK, "_____")
        english = question.side.asked == "en"
        self._line(f"{asked} ({words.say(f'origin.{card.question.origin}')})" if english else asked)
        if words.lang == "en" and not english:
            self._line(words.say("plain.no-english"))
        for at, choice in enumerate(question.choices, start=1):
            self._line(f"{at}. {choice.said(question.side.choices)}", hang=3)
        help_used = {"hint": False, "english": False, "gloss": False}
        if self.english_always and not english and card.question.en and card.kind != "vocabulary":
            help_used["standing"] = True
            self._other(question)
        began = self._stopwatch()
        while True:
            response = self._response(question, help_used)
            if response is not None:
                break
        outcome = self._session.answer(response, max(0.0, self._stopwatch() - began), Help(**help_used))
        self._feedback(question, outcome)

    def _response(self, question: Question, used: dict[str, bool]) -> int | str | None:
        """What the next line answers, or None where it was a command (done) or could not be read."""
        words, choices = self._words, question.choices
        flip = question.card.form == "flip"
        prompt = words.say("plain.choose", n=len(choices)) if choices else words.say(
            "plain.reveal" if flip else "plain.type"
        )  # fmt: skip
        typed = self._read(prompt)
        bare = bool(choices) or flip
        if self.word_help.done(typed, question, used, bare=bare) or self._acted(typed, question, bare=bare):
            return None
        command = self._command(typed, bare=bool(choices) or flip or not _is_answer(question.card, typed))
        if command == "english":
            used["english"] = used["english"] or self._session.other_is_help
            self._other(question)
        elif command == "hint":
            said = self._session.hint()
            used["hint"] = used["hint"] or bool(said)
            self._line(words.say("plain.hint", text=said) if said else words.say("question.no-hint"))
        elif command is not None:
            self._common(command, "plain.help-choice")
        elif flip:
            return ""
        elif not choices:
            return typed
        elif 1 <= (number := _number(typed)) <= len(choices):
            return number - 1
        else:
            side = question.side.choices
            matching = [at for at, one in enumerate(choices) if typed and one.said(side).casefold() == typed.casefold()]
            if len(matching) == 1:
                return matching[0]
            self._line(words.say("plain.not-a-choice", n=len(choices)))
        return None

    def _feedback(self, question: Question, outcome: Outcome) -> None:
        words, card = self._words, question.card
        if card.form != "flip":
            sign = {"right": "✓", "near": "≈", "wrong": "✗"}[outcome.verdict]
            why = f", {words.say(f'feedback.note-{outcome.note}')}" if outcome.note else ""
            self._line(f"{sign} {words.say(f'feedback.{outcome.verdict}')}{why}.")
        side = question.side.choices if question.choices else question.side.answer
        given = next((one.said(side) for one in question.choices if one.fr == outcome.given), outcome.given)
        self._line(words.say("plain.answer", answer=outcome.expected.said(side)))
        if given and given != outcome.expected.said(side):
            self._line(words.say("plain.given", given=given))
        proof = card.evidence
        self._line(words.say("plain.evidence", text=" ".join(filter(None, (proof.before, proof.text, proof.after)))))
        if words.lang == "en" and proof.en:
            self._english_of(*phrases.english_of(proof))
        self._line(words.say("plain.source", source=phrases.source_in_words(question.deck, proof.source, words)))
        if outcome.leech:
            self._line(words.say("feedback.leech"))
        self._graded(outcome)
        while True:
            typed = self._read(words.say("plain.after"))
            if not typed:
                return
            if self.word_help.done(typed, question, None, bare=True) or self._acted(typed, question, answered=True):
                continue
            command = self._command(typed, bare=True)
            if command == "english" and (words.lang == "en" or question.side.asked == "en"):
                self._french("".join(phrases.filled(card)))
                if outcome.expected.said(side) != outcome.expected.fr:
                    self._french(outcome.expected.fr)
                if words.lang == "fr":
                    self._english_of(*phrases.english_of(proof))
            elif command == "english":
                self._english_of(*phrases.english_of(proof))
            elif command == "hint":
                self._line(words.say("question.no-hint"))
            elif command is not None:
                self._common(command, "plain.help-after")
            elif _number(typed) in phrases.GRADES and (outcome.previews or card.form == "flip"):
                outcome = self._session.regrade(_number(typed))
                grade = phrases.grade_name(outcome.rating, words)
                self._line(words.say("plain.regraded", grade=grade, next=self._next(outcome)))
            else:
                self._line(words.say("plain.unknown", what=typed))

    def _graded(self, outcome: Outcome) -> None:
        words = self._words
        self._line(self._next(outcome))
        if outcome.previews:
            grades = ", ".join(
                f"{rating} {phrases.grade_name(rating, words)} {phrases.interval(outcome.previews[rating], words)}"
                for rating in phrases.GRADES
                if rating in outcome.previews
            )
            self._line(words.say("plain.grades", grade=phrases.grade_name(outcome.rating, words), grades=grades))

    def _next(self, outcome: Outcome) -> str:
        if self._session.cram:
            return self._words.say("feedback.cram")
        return self._words.say("feedback.next", when=self._when(outcome.due))

    # Commands

    def _command(self, typed: str, *, bare: bool) -> str | None:
        """The command a line holds: `:t` anywhere, `t` alone where an answer cannot be a letter."""
        if typed.startswith(":"):
            return COMMANDS.get(typed[1:].strip().casefold(), "help")
        return COMMANDS.get(typed.casefold()) if bare or typed == "?" else None

    def _common(self, command: str, help_key: str) -> None:
        if command == "quit":
            raise _Ended
        self._line(self._words.say(help_key))

    def _acted(self, typed: str, question: Question, *, answered: bool = False, bare: bool = True) -> bool:
        """Whether a line did something to the card besides answering it."""
        came = self._acts.done(typed, question, answered=answered, bare=bare)
        if came in ("next", "again"):
            raise _Onwards
        return came == "stay"

    def _last_word(self) -> None:
        """Before a sitting ends at a terminal, its last answer can still be taken back."""
        if self._read(self._words.say("plain.last")).casefold() in ("u", ":u"):
            self._acts.undo(answered=False)

    def _other(self, question: Question) -> None:
        """The question and its choices in the language they are not asked in."""
        if question.side.asked == "en":
            self._french(question.card.question.fr.replace(BLANK, "_____"))
        else:
            self._english(question.card.question)
        other: Lang = "fr" if question.side.choices == "en" else "en"
        for at, choice in enumerate(question.choices, start=1):
            if choice.said(other) != choice.said(question.side.choices):
                self._line(f"{at}. {choice.said(other)}", hang=3)

    def _french(self, text: str) -> None:
        self._line(self._words.say("plain.french", text=text))

    def _english(self, text: Bilingual) -> None:
        said, origin = phrases.english_of(text)
        self._english_of(said.replace(BLANK, "_____") if said else None, origin)

    def _english_of(self, said: str | None, origin: str) -> None:
        words = self._words
        if said is None:
            self._line(words.say("plain.no-english"))
        else:
            self._line(words.say("plain.english", text=said, origin=words.say(f"origin.{origin}")))

    # The end

    def _summary(self) -> None:
        words, summary = self._words, self._session.summary()
        self._line("")
        if not summary.answered:
            self._line(words.say("summary.none"))
            return
        share = words.say("summary.percent", n=round(100 * summary.right / summary.answered))
        self._line(f"{words.say('summary.score', n=summary.right, total=summary.answered)} ({share}).")
        for kind, (right, answered) in summary.by_kind.items():
            self._line(words.say("plain.kind", kind=words.say(f"kind.{kind}"), right=right, n=answered))
        above = ""
        for card in sorted(summary.missed, key=lambda card: card.topic.fr):
            if card.topic.fr != above:
                above = card.topic.fr
                self._line(words.say("plain.topic", topic=self._own(card.topic)))
            side = side_of(card, words.lang)
            asked = card.question.said(side.asked)
            self._line(
                words.say("plain.missed", question=asked.replace(BLANK, "…"), answer=card.answer.said(side.answer))
            )
        today = phrases.study_day(self._session.clock(), self._session.history.zone)
        for day, n in summary.next_due[:6]:
            when = phrases.day_in_words(max(day, today), today, words)
            self._line(words.say("plain.coming", when=when, cards=words.say("summary.cards", n=n)))
        self._line(words.say("home.saved", n=summary.answered))

    # Lines in and out

    def _when(self, due: datetime) -> str:
        return phrases.due_in_words(due, self._session.clock(), self._words, self._session.history.zone)

    def _own(self, text: Bilingual) -> str:
        return text.said(self._words.lang)

    def _read(self, prompt: str) -> str:
        """The next line, trimmed. A prompt ends without a line break for a person, with one for a pipe."""
        self._out.write(prompt + ("\n" if self._echo else " "))
        self._out.flush()
        line = self._in.readline()
        self.word_help.hush()
        if not line:
            if not self._echo:
                self._out.write("\n")
            raise _Ended(self._words.say("plain.end"))
        return " ".join(safe_text(line).split())

    def _line(self, text: str, hang: int = 0) -> None:
        """One paragraph, safe for a terminal."""
        clean = " ".join(safe_text(text).splitlines()).replace("\t", " ")
        lines = wrap(phrases.unbroken(clean), WIDTH - 1 - hang) if self._wrap else [clean]
        for at, line in enumerate(lines):
            self._out.write((" " * hang if at and self._wrap else "") + line + "\n")
