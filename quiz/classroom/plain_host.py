"""`quiz host --plain`: the teacher's side line by line, for a screen reader, a pipe or a terminal that cannot draw."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TextIO

from quiz.classroom.lesson import Refused, Round
from quiz.classroom.lines import read_lines
from quiz.classroom.messages import key, right_choice
from quiz.classroom.server import Host
from quiz.language import Words
from quiz.study.class_cards import LETTERS
from quiz.typography import safe_text


class PlainHost:
    """One lesson on two streams. An empty line does what comes next: begin, close, go on."""

    def __init__(self, host: Host, words: Words, stdin: TextIO, stdout: TextIO) -> None:
        self._host, self._words, self._in, self._out = host, words, stdin, stdout
        self._seen: tuple[object, ...] = ()
        self._finished = asyncio.Event()
        self._told = False

    async def run(self, where: str) -> None:
        """Serve commands until the end of the lesson or of the input. `where` is what the pupils type."""
        self._say("host.where", address=where, code=self._host.code)
        self._say("host.plain-keys")
        self._host.changed = self._changed
        lines: asyncio.Queue[str | None] = asyncio.Queue()
        read_lines(self._in, lines)
        self._changed()
        while not self._finished.is_set():
            line = await lines.get()
            if line is None:
                break
            self._do(line.strip().lower())

    def _do(self, typed: str) -> None:
        word, _, rest = typed.partition(" ")
        host = self._host
        acts: dict[str, Callable[[], None]] = {
            "": self._next, "n": self._next, "s": host.skip, "b": host.back, "p": host.pause, "l": host.lock,
            "k": lambda: host.kick(self._seat(rest)), "x": lambda: host.kick(self._seat(rest), ban=True),
            "r": lambda: host.rename(self._seat(rest)), "w": self._who, "q": self._quit,
        }  # fmt: skip
        act = acts.get(word)
        if act is None:
            self._say("host.plain-keys")
            return
        try:
            act()
        except Refused as refused:
            self._say(f"refused.{refused.why}")

    def _next(self) -> None:
        if self._host.lesson.paused_at is not None:
            self._host.pause()
        elif self._host.lesson.phase == "open":
            self._host.close() if self._host.lesson.rules.pace == "teacher" else self._host.end()
        else:
            self._host.go_on()

    def _seat(self, typed: str) -> int:
        number = int(typed) - 1 if typed.isdecimal() and len(typed) < 6 else -1
        if not any(seat.id == number for seat in self._host.lesson.present):
            raise Refused("nobody")
        return number

    def _who(self) -> None:
        online = self._host.online()
        for seat in self._host.lesson.present:
            here = self._words.say("host.here" if seat.id in online else "host.away")
            self._line(f"{seat.id + 1}. {seat.name} ({here}, {self._host.lesson.score(seat.id)})")

    def _quit(self) -> None:
        if self._host.lesson.phase != "ended" and not self._host.broken:
            self._host.end()
        self._finished.set()

    def _changed(self) -> None:
        lesson = self._host.lesson
        if self._host.broken and not self._told:
            self._told = True
            self._say("host.broken")
        now = (lesson.phase, lesson.at, lesson.paused_at, lesson.locked, len(lesson.present))
        if now == self._seen:
            return
        before, self._seen = self._seen, now
        if before and now[4] != before[4]:
            self._say("host.present", n=len(lesson.present))
        if before and now[:3] == before[:3]:
            return
        if lesson.paused_at is not None:
            self._say("host.paused")
        elif lesson.phase == "open" and lesson.at is not None:
            self._question(lesson.rounds[lesson.at], lesson.at)
        elif lesson.phase == "closed" and lesson.at is not None:
            self._key(lesson.rounds[lesson.at])
        elif lesson.phase == "ended":
            self._standing()

    def _question(self, asked: Round, number: int) -> None:
        lang = self._words.lang
        self._line("")
        self._say("host.question", number=number + 1, total=len(self._host.lesson.rounds))
        self._line(asked.card.topic.said(lang))
        self._line(asked.card.question.said(lang))
        for letter, choice in zip(LETTERS, asked.choices, strict=False):
            self._line(f"{letter}. {choice.said(lang)}")

    def _key(self, asked: Round) -> None:
        lang = self._words.lang
        place = right_choice(asked)
        letter = "" if place is None else f"{LETTERS[place]}. "
        if asked.skipped:
            self._say("host.skipped")
        self._say("host.key", answer=letter + key(asked).said(lang))
        for number in range(len(asked.choices)):
            count = sum(given.choice == number for given in asked.answers.values())
            self._line(f"{LETTERS[number]}: {count}")
        right = sum(given.right for given in asked.answers.values())
        self._say("host.right", n=right, answered=len(asked.answers))
        self._line(asked.card.evidence.text)

    def _standing(self) -> None:
        self._say("host.ended")
        lesson = self._host.lesson
        if lesson.rules.teams:
            for number, share in enumerate(lesson.team_shares()):
                self._say("host.team-share", team=number + 1, share=round(100 * share))
        best = sorted(lesson.present, key=lambda seat: (-lesson.score(seat.id), seat.id))[:3]
        for seat in best:
            self._line(f"{seat.name}: {lesson.score(seat.id)} / {lesson.put_to(seat.id)}")

    def _say(self, key: str, **blanks: object) -> None:
        self._line(self._words.say(key, **blanks))  # type: ignore[arg-type]

    def _line(self, text: str) -> None:
        print(safe_text(text), file=self._out, flush=True)
