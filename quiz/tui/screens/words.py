"""Word by word over a page: arrows move, the line at the bottom says what the word means, Escape leaves.

It lies over the screen whose page it reads and changes nothing there but which word is lit. It refuses to know what a
look at a word is worth: whoever opened it is told of each meaning that was shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from quiz.gloss import Lookup
from quiz.language import Words
from quiz.tui.frame import TALL, Hint, column_of, too_small
from quiz.tui.keymap import Keys
from quiz.tui.layout import Line, Run, clip
from quiz.tui.screens.help import HelpScreen
from quiz.tui.widgets.bars import Foot
from quiz.tui.widgets.gloss import GlossBar
from quiz.tui.widgets.sheet import Sheet
from quiz.tui.words import Spot, beside, explained, lit, said_of, spots


class WordScreen(ModalScreen[None]):
    """The words of `sheet` that are in French `looks`.

    `seen` is called whenever a meaning is shown; `speak`, if given, reads a word aloud and gives a sentence where it
    cannot; `hidden` are words (as a dictionary has them) whose meaning is the question; `caption` stands after the
    place of the word.
    """

    AUTO_FOCUS = None

    def __init__(
        self,
        sheet: Sheet,
        looks: Callable[[], Collection[str]],
        lookup: Lookup | None,
        lang_words: Words,
        keys: Keys,
        *,
        seen: Callable[[], None],
        speak: Callable[[str], str] | None = None,
        hidden: Collection[str] = (),
        caption: str = "",
    ) -> None:
        super().__init__()
        self._sheet, self._looks, self._lookup = sheet, looks, lookup
        self._words, self._say = lang_words, Words(lang_words.lang, "gloss").say
        self._gloss_words = Words(lang_words.lang, "gloss")
        self._keys, self._seen, self._speak = keys, seen, speak
        self._hidden, self._caption = {word.casefold() for word in hidden}, caption
        self._spots: list[Spot] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        """The line of the word and the keys, over whatever is below."""
        yield GlossBar()
        yield Foot()

    def on_mount(self) -> None:
        """Begin with the first word of the page that is not only a topic."""
        self._find()
        first = next((at for at, spot in enumerate(self._spots) if self._in_question(spot)), 0)
        self._go(first)

    def _in_question(self, spot: Spot) -> bool:
        runs, at = self._sheet.lines[spot.line].runs, 0
        for part in runs:
            if at <= spot.start < at + len(part.text):
                return part.look != "topic"
            at += len(part.text)
        return True

    def on_resize(self) -> None:
        """The page below is laid out anew: find its words again and stay at the same one."""
        self.set_class(self.size.height >= TALL, "-tall")
        if too_small(*self.size):
            self._leave()
        else:
            self.call_after_refresh(self._again)

    def _again(self) -> None:
        self._find()
        self._go(min(self._at, len(self._spots) - 1))

    def _find(self) -> None:
        self._spots = spots(self._sheet.lines, self._looks())

    def _go(self, at: int) -> None:
        """Light a word, bring it into sight and say what it means."""
        self.query_one(Foot).show(self._hints())
        bar = self.query_one(GlossBar)
        if not self._spots:
            bar.show("", Line((Run(self._say("nowhere"), "dim"),)))
            return
        self._at = max(0, min(len(self._spots) - 1, at))
        spot = self._spots[self._at]
        self._sheet.light(spot.line, lit(self._sheet.lines[spot.line], spot.start, spot.end))
        self.refresh()
        place = self._say("title", at=self._at + 1, n=len(self._spots))
        bar.show(f"{place} · {self._caption}" if self._caption else place, self._said(spot))

    def _said(self, spot: Spot) -> Line:
        _, cells = column_of(self.size.width)
        gloss = explained(spot, self._lookup)
        if self._hidden & {spot.text.casefold(), gloss.lemma.casefold() if gloss else ""}:
            return Line((Run(clip(self._say("asked", word=spot.text), cells), "dim"),))
        if gloss is not None:
            self._seen()
        return said_of(spot, gloss, self._gloss_words, cells)

    def _hints(self) -> list[Hint]:
        say = self._say
        voice = [Hint("v", say("key.speak"), "speak", 1)] if self._speak else []
        return [
            Hint("← →", say("key.move"), "next"),
            Hint("↑ ↓", say("key.lines"), "down", 2),
            *voice,
            Hint(self._words.say("key.escape"), say("key.close"), "leave"),
        ]

    def on_key(self, event: events.Key) -> None:
        """Move, speak, or leave; any other key does nothing."""
        event.stop()
        event.prevent_default()
        command = self._keys.command("words", event.key, event.character)
        if command is not None:
            self._act(command)

    def _act(self, command: str) -> None:
        if command == "leave":
            self._leave()
        elif command == "help":
            self.app.push_screen(HelpScreen(self._words, "words"))
        elif command == "speak":
            self._read()
        elif self._spots:
            self._go(self._moved(command))

    def _moved(self, command: str) -> int:
        last = len(self._spots) - 1
        steps = {"next": 1, "previous": -1, "page-down": 15, "page-up": -15, "top": -last, "bottom": last}
        if command in ("up", "down"):
            return beside(self._spots, self._at, 1 if command == "down" else -1)
        return max(0, min(last, self._at + steps.get(command, 0)))

    def _read(self) -> None:
        if self._speak is None or not self._spots:
            return
        said = self._speak(self._spots[self._at].text)
        if said:
            _, cells = column_of(self.size.width)
            self.query_one(GlossBar).show("", Line((Run(clip(said, cells), "dim"),)))

    @on(Foot.Pressed)
    def _foot(self, event: Foot.Pressed) -> None:
        event.stop()
        self._act(event.command)

    def on_click(self, event: events.Click) -> None:
        """A click on a word goes to it."""
        region = self._sheet.region
        line = event.screen_y - region.y + self._sheet.scroll_offset.y
        cell = event.screen_x - column_of(self.size.width)[0]
        on_it = [at for at, spot in enumerate(self._spots) if spot.line == line]
        if region.contains(event.screen_x, event.screen_y) and on_it:
            self._go(min(on_it, key=lambda at: abs(self._spots[at].cell - cell)))

    def _leave(self) -> None:
        self._sheet.light(None)
        if self.app.screen is self:  # a window that shrinks may say so more than once
            self.dismiss(None)
