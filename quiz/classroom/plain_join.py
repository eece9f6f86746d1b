"""`quiz join --plain`: a pupil's side line by line, for a screen reader or a pipe."""

from __future__ import annotations

import asyncio
from typing import Any, TextIO

from quiz.classroom.client import Client
from quiz.classroom.lines import read_lines
from quiz.language import Words
from quiz.study.class_cards import LETTERS
from quiz.typography import safe_text


class PlainJoin:
    """One pupil on two streams: a line is an answer, an empty one goes on where everybody has a pace of their own."""

    def __init__(self, client: Client, words: Words, stdin: TextIO, stdout: TextIO) -> None:
        self._client, self._words, self._in, self._out = client, words, stdin, stdout
        self._shown: dict[str, object] = {}
        self._heard = asyncio.Event()

    async def run(self) -> int:
        """Stay until the lesson is over, or the input ends. The exit status: 1 where the door was shut."""
        lines: asyncio.Queue[str | None] = asyncio.Queue()
        read_lines(self._in, lines)
        self._client.changed = self._changed
        self._say("join.plain-keys")
        lesson = asyncio.create_task(self._client.run())
        typing = asyncio.create_task(self._type(lines))
        await asyncio.wait((lesson, typing), return_when=asyncio.FIRST_COMPLETED)
        await self._client.leave()
        typing.cancel()
        await lesson
        return 1 if not self._client.name else 0

    async def _type(self, lines: asyncio.Queue[str | None]) -> None:
        while (line := await lines.get()) is not None:
            typed = line.strip()
            state = self._client.state
            if typed.lower() in ("q", ":q"):
                return
            if not typed:
                await self._client.go_on()
            elif state.get("phase") == "open" and "key" not in state:
                await self._answer(typed, state)
            else:
                self._say("join.wait")

    async def _answer(self, typed: str, state: dict[str, Any]) -> None:
        choices = state.get("choices") or []
        if not choices:
            await self._client.answer(typed)
            return
        place = LETTERS.find(typed.upper()) if len(typed) == 1 and typed.isalpha() else -1
        place = int(typed) - 1 if typed.isdecimal() and len(typed) < 3 else place
        if 0 <= place < len(choices):
            await self._client.answer(place)
        else:
            self._say("join.which", n=len(choices))

    def _changed(self) -> None:
        client = self._client
        self._once("link", client.link, "lost" if client.state else None, "join.lost")
        trouble = "" if client.state else client.trouble  # once inside, the line is lost and that is said
        self._once("trouble", trouble, trouble or None, f"join.{trouble}", address=client.call.address)
        if client.refusal and self._shown.get("refusal") != client.refusal:
            self._say(f"refused.{client.refusal}" if self._words.has(f"refused.{client.refusal}") else "refused.bad")
        self._shown["refusal"] = client.refusal
        self._once("name", client.name, client.name or None, "join.seated", name=client.name)
        state = client.state
        now = (state.get("phase"), state.get("round"), "key" in state, state.get("paused"))
        if state and now != self._shown.get("state"):
            self._shown["state"] = now
            self._state(state)
        heard = state.get("you", {}).get("n")
        if heard and heard != self._shown.get("heard") and not client.unheard and "key" not in state:
            self._say("join.heard-free" if state.get("pace") == "free" else "join.heard")
            if state.get("pace") == "free":
                self._say("join.settle")
        self._shown["heard"] = heard

    def _once(self, what: str, value: object, told: object, key: str, **blanks: object) -> None:
        if value == told and self._shown.get(what) != value:
            self._say(key, **blanks)
        self._shown[what] = value

    def _state(self, state: dict[str, Any]) -> None:
        phase = state.get("phase")
        if phase == "lobby":
            self._say("join.lobby")
        elif phase == "ended":
            you = state.get("you", {})
            self._say("join.ended", score=you.get("score", 0), total=you.get("of", 0))
        elif state.get("paused"):
            self._say("host.paused")
        elif state.get("done"):
            self._say("join.done")
        elif "key" in state:
            self._key(state)
        else:
            self._line("")
            self._say("host.question", number=state["round"] + 1, total=state["total"])
            self._line(self._text(state["topic"]))
            self._line(self._text(state["question"]))
            for letter, choice in zip(LETTERS, state["choices"], strict=False):
                self._line(f"{letter}. {self._text(choice)}")

    def _key(self, state: dict[str, Any]) -> None:
        right = state.get("you", {}).get("right")
        self._say("join.none" if right is None else "join.right" if right else "join.wrong")
        self._say("host.key", answer=self._text(state["key"]))
        self._line(str(state["evidence"]["fr"]))
        if state.get("pace") == "free":
            self._say("join.next")

    def _text(self, both: dict[str, Any]) -> str:
        return str((both.get("en") if self._words.lang == "en" else None) or both.get("fr") or "")

    def _say(self, key: str, **blanks: object) -> None:
        self._line(self._words.say(key, **blanks))  # type: ignore[arg-type]

    def _line(self, text: str) -> None:
        print(safe_text(text), file=self._out, flush=True)
