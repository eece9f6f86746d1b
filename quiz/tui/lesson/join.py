"""`quiz join` on the full screen: a pupil's side. It shows what the server says and sends what is picked."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, cast

from textual import events, on
from textual.app import App, ComposeResult

from quiz.classroom.client import Client
from quiz.language import Lang, Words
from quiz.study.class_cards import LETTERS
from quiz.tui import keymap
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, Run, para, run
from quiz.tui.lesson.app import LessonApp
from quiz.tui.pages import question_runs
from quiz.tui.screens.base import QuizScreen
from quiz.tui.setup import Setup
from quiz.tui.widgets.answer import Answer
from quiz.tui.widgets.bars import Foot, Head
from quiz.tui.widgets.sheet import Sheet


class JoinApp(LessonApp):
    """One pupil, from the door to the end."""

    def __init__(self, client: Client, *, lang: Lang, setup: Setup | None = None) -> None:
        super().__init__(lang, setup)
        self.client = client

    def get_default_screen(self) -> JoinScreen:
        """The lesson."""
        return JoinScreen(self.client)

    def on_mount(self) -> None:
        """Call the teacher's machine."""
        self.run_worker(self.client.run())


class JoinScreen(QuizScreen):
    """What one pupil sees."""

    place: keymap.Place = "pupil"

    def __init__(self, client: Client) -> None:
        super().__init__()
        self._client = client
        self._cursor: int | None = None
        self._round: object = None
        self._timed: object = None
        self._ends = 0.0

    def compose(self) -> ComposeResult:
        """The frame, with the field for typed answers."""
        yield Head()
        yield Sheet(id="sheet")
        yield Answer()
        yield Foot()
        yield Sheet(id="small")

    @property
    def _app(self) -> JoinApp:
        return cast(JoinApp, cast("App[int]", self.app))

    @property
    def _words(self) -> Words:
        return self._app.lesson_words

    @property
    def _state(self) -> dict[str, Any]:
        return self._client.state

    def on_mount(self) -> None:
        """Follow what the server says, and the clock where there is one."""
        self._client.changed = self._changed
        self.set_interval(0.5, self._tick)

    def _tick(self) -> None:
        if self._seconds is not None and not self.hidden:
            self._head()

    @property
    def _seconds(self) -> int | None:
        """The whole seconds left to answer, counted from when the server last said so; None without a timer."""
        state = self._state
        if not self._open or state.get("left") is None:
            return None
        if self._timed is not state:
            self._timed, self._ends = state, time.monotonic() + state["left"] / 1000
        return max(0, int(self._ends - time.monotonic() + 0.999))

    def _changed(self) -> None:
        if self.is_running:
            self.call_later(self.redraw)

    @property
    def _open(self) -> bool:
        state = self._state
        return state.get("phase") == "open" and "key" not in state and not state.get("paused") and not state.get("done")

    def redraw(self) -> None:
        """As everywhere; the field is there while an answer is to be typed."""
        state, field = self._state, self.query_one(Answer)
        mark = (state.get("round"), self._open)
        typed = self._open and state.get("round") is not None and not state.get("choices")
        if mark != self._round:
            self._round, self._cursor = mark, None
            if typed:
                field.open(self._words.say("page.answer"))
                given = self._client.given
                field.value = given if isinstance(given, str) else ""
            else:
                field.close()
        self.place = "pupil-typed" if typed else "pupil"
        super().redraw()
        if typed:
            self.set_focus(None if self.hidden else field)

    # ---- what is shown

    def draw(self) -> None:
        """The head and the page for the present state."""
        self._head()
        field = self.query_one(Answer)
        field.fit(self.size.width)
        rows = Answer.rows(self.size.height) if field.display else 0
        self.sheet.show(
            self._page, width=self.size.width, room=max(1, self.room + 2 - rows), air=self.air, fit=field.display,
            keep_place=True,
        )  # fmt: skip

    def _head(self) -> None:
        """The deck; the time left, the name, the question."""
        state, words = self._state, self._words
        title = state.get("title", {})
        left = str(title.get("en") if words.lang == "en" and title.get("en") else title.get("fr", "quiz"))
        right = self._client.name
        if state.get("round") is not None:
            number, total = state["round"] + 1, state["total"]
            right = f"{right}   {words.say('host.question', number=number, total=total)}"
        if self._seconds is not None:
            right = f"{self._seconds} s   {right}"
        self.query_one(Head).show(run(left, "brand"), right)

    def _page(self, width: int) -> Sequence[Block]:
        del width
        state, client, words = self._state, self._client, self._words
        if client.link == "over" and client.refusal:
            key = f"refused.{client.refusal}"
            return [para(run(words.say(key if words.has(key) else "refused.bad"), "bad"))]
        if not state and client.trouble:
            return [para(run(words.say(f"join.{client.trouble}", address=client.call.address), "bad"))]
        if not state:
            return [para(run(words.say("page.calling"), "dim"))]
        phase = state.get("phase")
        blocks: list[Block] = []
        if state.get("round") is not None and phase in ("open", "closed"):
            blocks = self._key() if "key" in state else self._question()
        if phase in ("lobby", "ended") and client.name:
            team = state.get("you", {}).get("team")
            squad = "" if team is None else f" · {words.say('page.team', team=team + 1)}"
            blocks.append(para(run(words.say("join.seated", name=client.name) + squad, "strong")))
        look = "note" if client.link == "lost" or self._refused else "dim"
        blocks.append(para(run(self._standing(), look), gap=1 if blocks else 0))
        if phase == "ended":
            blocks += [
                para(run(words.say("host.team-share", team=at, share=round(100 * share))))
                for at, share in enumerate(state.get("shares") or [], start=1)
            ]
        return blocks

    @property
    def _refused(self) -> bool:
        """Whether the last thing sent was not taken."""
        return self._client.refusal in ("closed", "paused", "bad", "broken")

    def _said(self, both: dict[str, Any]) -> str:
        return str((both.get("en") if self._words.lang == "en" else None) or both.get("fr") or "")

    def _question(self) -> list[Block]:
        state = self._state
        blocks = [
            para(run(self._said(state["topic"]), "topic"), keep=1),
            para(*question_runs(self._said(state["question"])), gap=1, tight=1, anchor="question"),
        ]
        given = self._client.given
        for at, choice in enumerate(state["choices"]):
            on = self._cursor == at
            sign = "● " if given == at else "  "
            lead = (Run(" › " if on else "   ", "cursor"), Run(LETTERS[at], "key"), Run(f" {sign}", "good"))
            text = run(self._said(choice), "strong" if given == at else "choice")
            ground = "chosen" if on else "row"
            blocks.append(Block((text,), first=lead, pick=at, ground=ground, gap=1 if at else 2, tight=0 if at else 1))
        return blocks

    def _key(self) -> list[Block]:
        state, words = self._state, self._words
        right = state.get("you", {}).get("right")
        sign, look = {True: ("✓ ", "good"), False: ("✗ ", "bad")}.get(right, ("", "dim"))
        said = "join.none" if right is None else "join.right" if right else "join.wrong"
        if state.get("skipped"):
            sign, look, said = "", "note", "host.skipped"
        blocks = [
            para(run(self._said(state["topic"]), "topic"), keep=1),
            para(*question_runs(self._said(state["question"])), gap=1, tight=1, keep=3),
            para(run(sign + words.say(said), look), gap=1),
            para(run(words.say("host.key", answer=self._said(state["key"])), "strong")),
        ]
        bar = (Run("▎ ", "bar"),)
        blocks.append(Block((run(str(state["evidence"]["fr"]), "evidence"),), first=bar, rest=bar, gap=1))
        if words.lang == "en" and state["evidence"].get("en"):
            blocks.append(Block((run(str(state["evidence"]["en"]), "english"),), first=bar, rest=bar))
        return blocks

    def _standing(self) -> str:
        state, client, words = self._state, self._client, self._words
        you = state.get("you", {})
        if state.get("phase") == "ended":
            return words.say("join.ended", score=you.get("score", 0), total=you.get("of", 0))
        if client.refusal == "broken":
            return words.say("refused.broken")
        if client.link == "lost":
            return words.say("join.lost")
        if self._refused:
            return words.say(f"refused.{client.refusal}")
        if state.get("phase") == "lobby":
            return words.say("join.lobby")
        if state.get("paused"):
            return words.say("host.paused")
        if state.get("done"):
            return words.say("join.done")
        if "key" in state:
            return words.say("page.score", score=you.get("score", 0))
        if client.unheard:
            return words.say("page.sending")
        heard = "join.heard-free" if state.get("pace") == "free" else "join.heard"
        return words.say(heard) if "answer" in you else ""

    def hints(self) -> Sequence[Hint]:
        """What the pupil can do now."""
        say, state = self._words.say, self._state
        leave = Hint("Ctrl+Q" if self.place == "pupil-typed" else "q", say("key.leave"), "leave")
        language = Hint("F3", say("key.language"), "english", 2)
        about = Hint("F1" if self.place == "pupil-typed" else "?", say("key.help"), "help", 3)
        if self._goes_on:
            name = say("key.next" if "key" in state else "key.settle")
            return [Hint("Tab", name, "go-on"), language, about, leave]
        if self._open:
            choices = state.get("choices") or []
            keys = f"A–{LETTERS[len(choices) - 1]}" if choices else say("key.enter")
            return [Hint(keys, say("key.answer"), "" if choices else "submit"), language, about, leave]
        return [language, about, leave]

    @property
    def _goes_on(self) -> bool:
        """Whether it is the pupil who goes on, to the key or the next question."""
        state = self._state
        free = state.get("pace") == "free" and state.get("phase") == "open" and not state.get("done")
        return free and ("key" in state or (self._client.given is not None and not self._client.unheard))

    # ---- what is done

    def act(self, command: str) -> None:
        """A key of the pupil's."""
        choices = self._state.get("choices") or []
        if command == "leave":
            self.run_worker(self._client.leave())
            self.app.exit(0)
        elif command == "english":
            self._app.speak("en" if self._words.lang == "fr" else "fr")
            self.redraw()
        elif command == "submit":
            self._submit(self.query_one(Answer).value)
        elif command == "go-on":
            self.run_worker(self._client.go_on())
        elif command in ("up", "down") and choices:
            on = {"down": -1, "up": len(choices)}[command] if self._cursor is None else self._cursor
            self._cursor = max(0, min(len(choices) - 1, on + (1 if command == "down" else -1)))
            self.redraw()
        elif command == "go" and self._goes_on and self._cursor in (None, self._client.given):
            self.run_worker(self._client.go_on())  # what the cursor is on is answered already
        elif command == "go" and self._cursor is not None:
            self.pick(self._cursor)

    def key(self, event: events.Key) -> None:
        """A letter chooses while there is something to choose."""
        letter = (event.character or "").upper()
        if len(letter) == 1 and letter in LETTERS[: len(self._state.get("choices") or [])] and not self.hidden:
            event.stop()
            self.pick(LETTERS.index(letter))
            return
        super().key(event)

    def number(self, number: int) -> None:
        """A digit chooses."""
        self.pick(number - 1)

    def pick(self, at: int) -> None:
        """Choose, or change the choice."""
        if self._open and 0 <= at < len(self._state.get("choices") or []):
            self._cursor = at
            self.run_worker(self._client.answer(at))
            self.redraw()

    @on(Answer.Submitted)
    def _typed(self, event: Answer.Submitted) -> None:
        event.stop()
        self._submit(event.value)

    def _submit(self, value: str) -> None:
        if self._goes_on and " ".join(value.split()) == self._client.given:
            self.run_worker(self._client.go_on())
        elif self._open and value.strip():
            self.run_worker(self._client.answer(value.strip()))


def show(client: Client, *, lang: Lang, setup: Setup) -> int:
    """Draw a pupil's side until it is left. The exit status: 1 where the door stayed shut. Raises what went wrong
    inside, the screen put back first."""
    app = JoinApp(client, lang=lang, setup=setup)
    app.run()
    if app.failure is not None:
        raise app.failure
    return 0 if client.name else 1
