"""Takes the pictures of the README: one sitting over the deck that ships, at a fixed hour and after a fixed past,
written to `docs/*.svg`. The same deck gives the same bytes. The pictures fetch nothing and name no host.

Run it with `make pictures`. It knows the session only through the keys a learner would press.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from quiz.classroom.client import Call, Client
from quiz.classroom.ledger import Kept, Ledger
from quiz.classroom.lesson import Lesson, Rules
from quiz.classroom.network import serving
from quiz.classroom.server import Host
from quiz.deck import Card, Deck
from quiz.deck_format import read_deck
from quiz.english.glossary import Glossary, of_decks
from quiz.language import Lang
from quiz.study.history import History
from quiz.study.session import Limits, Question, Session
from quiz.tui.app import QuizApp
from quiz.tui.lesson.host import HostApp
from quiz.tui.lesson.join import JoinApp
from quiz.tui.screens.play import PlayScreen
from quiz.tui.setup import Setup
from quiz.tui.widgets.answer import Answer
from quiz.tui.widgets.gloss import GlossBar

HERE = Path(__file__).parent
DECK = HERE.parent / "decks" / "seeds.json"
NOW = datetime(2025, 3, 18, 8, 40, tzinfo=UTC)
SIZE = (80, 24)
ASKED = 12
"""Questions of the sitting."""
PAST = 14
"""Cards learnt in the days before."""
WANTED = ("Dave Clark ne dit pas autre chose", "la personne qui utilise ces outils")
"""What the sentence of the card on the pictures holds, best first: a speaker named in it, an answer to mark."""
EXPLAINED = "outil"
"""The word of the question that is explained on a picture."""
PUPILS = ("Loutre bleue", "Geai vif", "Koala fier", "Hibou doux", "Cigogne calme", "Panda sage", "Lynx agile",
          "Fourmi gaie", "Merle bleu", "Girafe rose", "Renard poli", "Mésange vive")  # fmt: skip
"""A class, by names that the program makes up."""
ADDRESS = "192.0.2.20"
"""An address that documents may name: it is nobody's."""
MILLISECONDS = int(NOW.timestamp() * 1000)
MONTHS_OF_DAYS = 150
"""Days the learner of the statistics has studied for."""
LEFT_OUT = frozenset(range(96, 108))
"""Days of a holiday in them."""
CELL = 12.2
"""Width of a character in the pictures as Textual draws them."""
FONTS = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace'
_SPACES = "\u00a0 \n"
_PIECE = re.compile(r'(<text [^>]*?)x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*>)([^<]*)</text>')

Take = Callable[[str], None]


def main() -> None:
    """All pictures, in French, and the English shown once more in the English interface."""
    for name in ("NO_COLOR", "COLORFGBG"):
        os.environ.pop(name, None)
    deck = read_deck(DECK)
    asyncio.run(_sitting(deck, "fr", {name: name for name in ("home", "question", "feedback", "english", "summary")}))
    asyncio.run(_sitting(deck, "en", {"english": "english-interface"}))
    asyncio.run(_beside(deck))
    asyncio.run(_sitting(deck, "fr", {"word": "word"}, explained=True))
    asyncio.run(_class(deck))


async def _sitting(deck: Deck, lang: Lang, wanted: dict[str, str], *, explained: bool = False) -> None:
    """Play once and write the pictures wanted: name of the moment -> name of the file. `explained`: the English and the
    meaning of a word are looked up before the answer."""
    shown = card_to_show(deck)
    with tempfile.TemporaryDirectory() as folder:
        history = _past(Path(folder) / "history.sqlite", deck, shown)
        try:
            # No dictionary: the pictures must not depend on what this machine has.
            setup = Setup(lookup=Glossary(of_decks([deck])).lookup)
            ticks = count(step=6.0)  # six seconds go by at every look at the stopwatch
            app = QuizApp(
                history, [deck], lang=lang, limits=Limits(limit=ASKED), setup=setup, stopwatch=lambda: next(ticks)
            )

            def take(moment: str) -> None:
                if moment in wanted:
                    picture = standing_alone(app.export_screenshot(title="quiz"))
                    (HERE / f"{wanted[moment]}.svg").write_text(picture, encoding="utf-8", newline="\n")

            async with app.run_test(size=SIZE) as pilot:
                await _play(pilot, shown, take, explained=explained)
        finally:
            history.close()


async def _beside(deck: Deck) -> None:
    """The screens beside the sitting, in French, after some months of study."""
    with tempfile.TemporaryDirectory() as folder:
        history = _months(Path(folder) / "history.sqlite", deck)
        try:
            app = QuizApp(history, [deck], lang="fr", limits=Limits())
            pages = {
                "browse": ("b", "down", "down"),
                "card": ("enter", "down", "down"),
                "year": ("q", "q", "s", "2"),
                "kept": ("3",),
                "settings": ("q", "o", "down", "down"),
            }
            async with app.run_test(size=SIZE) as pilot:
                for name, keys in pages.items():
                    await pilot.press(*keys)
                    await pilot.pause()
                    picture = standing_alone(app.export_screenshot(title="quiz"))
                    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")
        finally:
            history.close()


async def _class(deck: Deck) -> None:
    """A lesson with a class, in French: the door, a question once it is closed, and what a pupil sees of it."""
    shown = card_to_show(deck)
    lesson = Lesson("2025-03-18-0840-seeds", [shown, *[card for card in deck.cards if card != shown][:11]], Rules())
    for number, name in enumerate(PUPILS):
        lesson.apply(lesson.seating(name, f"t{number}", MILLISECONDS))
    with tempfile.TemporaryDirectory() as folder:
        kept = Kept(lesson.id, "KWHRZA", MILLISECONDS, deck, lesson.rules, ())
        ledger = Ledger.create(Path(folder) / "lesson.sqlite", kept)
        try:
            host = Host(lesson, ledger, kept.code, deck.title, lambda: MILLISECONDS)
            teacher = HostApp(host, "127.0.0.1", 0, lang="fr")
            async with teacher.run_test(size=SIZE) as pilot:
                while not teacher.address:
                    await pilot.pause(0.02)
                teacher.address = f"{ADDRESS}:8800"
                teacher.screen.redraw()  # type: ignore[attr-defined]
                await pilot.pause()
                _write("class-lobby", teacher)
                await pilot.press("enter")
                key = [choice.fr for choice in lesson.rounds[0].choices].index(shown.answer.fr)
                for seat in range(len(PUPILS)):
                    value = key if seat % 4 else (key + 1 + seat % 3 % 2) % len(lesson.rounds[0].choices)
                    act = lesson.answering(seat, 0, 1, value, MILLISECONDS + 9000)
                    if act is not None:
                        lesson.apply(act)
                await pilot.press("enter")
                await pilot.pause()
                _write("class-key", teacher)
            await _pupil(deck, host)
        finally:
            ledger.close()


async def _pupil(deck: Deck, teacher: Host) -> None:
    """What one pupil sees of the same question while it is open."""
    lesson = Lesson(teacher.lesson.id, [one.card for one in teacher.lesson.rounds], Rules(free_names=True))
    host = Host(lesson, teacher.ledger, teacher.code, deck.title, lambda: MILLISECONDS)
    async with serving(host.application()) as port:
        pupil = JoinApp(Client(Call(f"127.0.0.1:{port}", host.code, PUPILS[0])), lang="fr")
        async with pupil.run_test(size=SIZE) as pilot:
            while not pupil.client.state:
                await pilot.pause(0.02)
            host.go_on()
            while pupil.client.state.get("phase") != "open":
                await pilot.pause(0.02)
            await pilot.pause()
            await pilot.press("b")
            while pupil.client.unheard:
                await pilot.pause(0.02)
            await pilot.pause()
            _write("class-pupil", pupil)
            await pupil.client.leave()


def _write(name: str, app: App[int]) -> None:
    picture = standing_alone(app.export_screenshot(title="quiz"))
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")


def _months(path: Path, deck: Deck) -> History:
    """A learner who has studied most evenings of the last months, nine answers in ten right."""
    now = NOW - timedelta(days=MONTHS_OF_DAYS)
    history = History.open(path, clock=lambda: now, zone=UTC)
    count_ = 0
    for day in range(MONTHS_OF_DAYS):
        if (day * 7) % 11 in (3, 6) or day in LEFT_OUT:
            now += timedelta(days=1)
            continue
        session = Session.begin(history, [deck], Limits(new=2, reviews=40))
        began = now
        while (question := session.question()) is not None:
            count_ += 1
            right = (count_ * 13) % 29 > 3
            if question.choices:
                session.answer([choice.fr == question.card.answer.fr for choice in question.choices].index(right), 7.0)
            else:
                session.answer(question.card.answer.fr if right else "je ne sais plus", 11.0)
            now += timedelta(seconds=45)
        now = began + timedelta(days=1, minutes=(day * 17) % 23 - 11)
    now = NOW
    return history


async def _play(pilot: Pilot[int], shown: Card, take: Take, *, explained: bool) -> None:
    """From the home to the summary; every fifth answer is wrong, the one on the pictures right."""
    app = pilot.app
    take("home")
    await pilot.press("enter")
    for number in range(ASKED):
        screen = app.screen
        assert isinstance(screen, PlayScreen), "the sitting ended before its time"
        question = screen._asked.question
        pictured = question.card.id == shown.id
        if pictured:
            await pilot.press("down")
            take("question")
            if explained:
                await _explain(pilot)
                take("word")
                await pilot.press("escape")
        await _answer(pilot, question, right=pictured or number % 5 != 3)
        if pictured:
            take("feedback")
            await pilot.press("t")
            take("english")
        await pilot.press("enter")
    take("summary")


async def _explain(pilot: Pilot[int]) -> None:
    """Show the English, then go to the word to be explained."""
    await pilot.press("t", "w")
    bar = pilot.app.screen.query_one(GlossBar)
    for _ in range(80):
        if bar.shown.startswith(EXPLAINED):
            return
        await pilot.press("right")
    raise LookupError("the word to be explained is not on the page")


async def _answer(pilot: Pilot[int], question: Question, *, right: bool) -> None:
    """Answer as a learner would: a digit, or something typed and Enter."""
    expected = question.card.answer.fr
    if question.choices:
        at = [choice.fr == expected for choice in question.choices].index(right)
        await pilot.press(str(at + 1))
    else:
        pilot.app.screen.query_one(Answer).value = expected if right else "je ne sais plus"
        await pilot.press("enter")


def card_to_show(deck: Deck) -> Card:
    """A choice whose evidence holds one of the `WANTED`, else the best choice of the deck."""
    choices = [card for card in deck.cards if card.form == "choice" and len(card.choices) > 2]
    for words in WANTED:
        for card in choices:
            if words in card.evidence.text:
                return card
    return max(choices, key=lambda card: card.score)


def _past(path: Path, deck: Deck, shown: Card) -> History:
    """A learner who began some days ago and has the card on the pictures to review today."""
    now = NOW
    history = History.open(path, clock=lambda: now, zone=UTC)
    known = [shown, *(card for card in deck.cards if card.evidence.start != shown.evidence.start)][:PAST]
    for at, card in enumerate(known):
        now = NOW - timedelta(days=5 - at % 4, minutes=at)
        for seconds in (9.0, 7.0, 6.0):  # the learning steps, on the same evening
            session = Session.begin(history, [replace(deck, cards=(card,))], Limits(new=99))
            question = session.question()
            if question is not None:
                session.answer(card.answer.fr if not question.choices else _key(question.choices, card), seconds)
            now += timedelta(minutes=11)
    now = NOW
    return history


def _key(choices: Sequence[object], card: Card) -> int:
    return [getattr(choice, "fr", "") for choice in choices].index(card.answer.fr)


def standing_alone(svg: str) -> str:
    """The picture without what would be fetched or names a host: the reader's own fonts, no comment, no link. Spaces
    around a piece of text become its place, since not every viewer draws them."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", FONTS).replace("font-family: arial", "font-family: sans-serif")
    svg = svg.replace("        font-variant-east-asian: full-width;\n", "")
    svg = _PIECE.sub(_placed, svg)
    return "\n".join(line.rstrip() for line in svg.strip().splitlines()) + "\n"


def _placed(match: re.Match[str]) -> str:
    """One piece of text, put where its first letter stands; nothing where it is empty."""
    head, x, y, tail, text = match.groups()
    written = html.unescape(text)
    inner = written.strip(_SPACES)
    if not inner:
        return ""
    left, width = float(x) + CELL * (len(written) - len(written.lstrip(_SPACES))), CELL * len(inner)
    shown = html.escape(inner, quote=False)
    return f'{head}x="{left:.1f}" y="{y}" textLength="{width:.1f}"{tail}{shown}</text>'


if __name__ == "__main__":
    main()
