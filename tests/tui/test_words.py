"""Word by word over a page: what stands where, and what the keys do."""

from __future__ import annotations

import pytest

from quiz.deck import Bilingual, Deck, Evidence, Source
from quiz.english.freedict import FreeDict
from quiz.english.glossary import Glossary
from quiz.gloss import Gloss
from quiz.language import Words
from quiz.settings import Settings
from quiz.speech import Voice
from quiz.study.history import History
from quiz.study.session import Limits
from quiz.tui.app import QuizApp
from quiz.tui.frame import column_of
from quiz.tui.layout import Line, Run, lay_out, para
from quiz.tui.screens.play import PlayScreen
from quiz.tui.screens.words import WordScreen
from quiz.tui.setup import Setup
from quiz.tui.widgets.answer import Answer
from quiz.tui.widgets.gloss import GlossBar
from quiz.tui.words import beside, lit, said_of, spots
from tests.decks import card
from tests.dictionaries import write_dictionary
from tests.tui.conftest import Watch, screen_text
from tests.tui.samples import NOW

LINES = lay_out(
    [
        para(Run("Le port de Nérac", "topic")),
        para(Run("Les dockers ont voté la grève, l’été dernier.", "question"), gap=1),
        para(Run("un navire", "choice"), pick=0, first=(Run("1 ", "key"),)),
    ],
    30,
)
PLACE = "Les dockers ont voté la grève du port, et la cargaison attend sur le quai."


def strike(form: str = "choice", **changes: object):
    fields = {
        "form": form,
        "question": Bilingual("Qu’ont voté les dockers ?", "What did the dockworkers vote for?", "reviewed"),
        "choices": (Bilingual("la grève"), Bilingual("la marche"), Bilingual("un livre")) if form == "choice" else (),
        "answer": Bilingual("la grève"),
        "accept": ("la grève", "grève"),
        "evidence": Evidence("port", 0, len(PLACE), PLACE),
    }
    return card(**(fields | changes))


def port(*cards) -> Deck:
    return Deck("port", Bilingual("Le port"), (Source("port", "port.txt", "Le port", None, "0" * 64),), cards)


@pytest.fixture
def start(tmp_path):
    opened = []

    def make(*cards, lang="fr", settings=None, voice=None) -> QuizApp:
        history = History.open(tmp_path / "history.db", clock=lambda: NOW)
        opened.append(history)
        dictionary = FreeDict.installed([write_dictionary(tmp_path / "dictd")])
        setup = Setup(settings or Settings(), lookup=Glossary({}, dictionary).lookup, voice=voice)
        app = QuizApp(history, [port(*cards)], lang=lang, limits=Limits(), stopwatch=Watch(), setup=setup)
        app.kept = history
        return app

    yield make
    for history in opened:
        history.close()


def bar(app: QuizApp) -> str:
    return app.screen.query_one(GlossBar).shown


def helped(app: QuizApp):
    (event,) = app.kept.log()
    return event.answer.help, event.answer.rating


def test_words_are_found_where_they_are_drawn():
    found = spots(LINES, {"question", "choice"})
    assert [spot.text for spot in found] == [
        "Les", "dockers", "ont", "voté", "la", "grève", "été", "dernier", "un", "navire",
    ]  # fmt: skip
    for spot in found:
        assert LINES[spot.line].text[spot.start : spot.end] == spot.text
    assert found[6].around[found[6].at - 1] == "l’", "what leans on a word is still known to stand before it"
    assert "un" not in found[7].around, "a choice is no part of the question"


def test_going_down_lands_on_the_word_below():
    found = spots(LINES, {"question", "choice"})
    below = found[beside(found, 0, 1)]
    assert below.line == found[0].line + 1
    assert beside(found, 0, -1) == 0
    assert beside(found, len(found) - 1, 1) == len(found) - 1


def test_a_lit_line_reads_the_same():
    line = Line((Run("ab", "question"), Run("cdef", "mark")), pick=2)
    changed = lit(line, 1, 4)
    assert changed.text == line.text
    assert [(run.text, run.look) for run in changed.runs] == [
        ("a", "question"), ("b", "word"), ("cd", "word"), ("ef", "mark"),
    ]  # fmt: skip
    assert changed.pick == 2


@pytest.mark.parametrize("cells", [20, 36, 76])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_said_of_a_word_fits_its_line(lang, cells):
    (spot,) = spots([Line((Run("abaissement", "question"),))], {"question"})
    for gloss in (None, Gloss("abaissement", "lowering, abatement; " * 8, "freedict", "noun", "m")):
        assert len(said_of(spot, gloss, Words(lang, "gloss"), cells).text) <= cells


@pytest.mark.parametrize("size", [(80, 24), (132, 44), (40, 12)])
async def test_a_word_is_looked_up_and_counts_as_help(start, size):
    app = start(strike())
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "w")
        assert isinstance(app.screen, WordScreen)
        for _ in range(12):
            if "grève" in bar(app) or "strike" in bar(app):
                break
            await pilot.press("right")
        await pilot.pause()
        assert "strike" in bar(app)
        assert "strike" in screen_text(app)
        await pilot.press("escape")
        assert isinstance(app.screen, PlayScreen)
        at = [choice.fr for choice in app.screen._asked.question.choices].index("la grève")
        await pilot.press(str(at + 1))
    used, rating = helped(app)
    assert used.gloss
    assert not used.english
    assert rating == 2


async def test_after_the_answer_it_is_no_help(start):
    app = start(strike())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        at = [choice.fr for choice in app.screen._asked.question.choices].index("la grève")
        await pilot.press(str(at + 1), "w")
        assert isinstance(app.screen, WordScreen)
        await pilot.press("escape")
    used, rating = helped(app)
    assert not used.gloss
    assert rating == 3


async def test_a_word_without_an_entry_is_no_help(start):
    app = start(strike(question=Bilingual("Zorglub ?"), choices=(Bilingual("la grève"), Bilingual("Bulgroz"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w")
        assert bar(app) == "«\u00a0Zorglub\u00a0»\u00a0: pas d’entrée."
        await pilot.press("escape", "1")
    assert not helped(app)[0].gloss


@pytest.mark.parametrize("key", ["f12", "ctrl+l"])
async def test_while_an_answer_is_typed_a_function_key_does_it(start, key):
    app = start(strike("text"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w", key)
        assert isinstance(app.screen, WordScreen)
        await pilot.press("x", "right", "escape")
        assert app.screen.query_one(Answer).value == "w", "a letter is typed, and what is typed over there is not"
        await pilot.press("v")
        assert app.screen.query_one(Answer).value == "wv"


@pytest.mark.parametrize("keys", [("q",), ("w",), ("enter",), ("ctrl+q",), ("right", "escape"), ("9", "z", "escape")])
async def test_leaving_goes_back_to_the_question(start, keys):
    app = start(strike())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w", *keys)
        assert isinstance(app.screen, PlayScreen)
        assert app.screen._asked.outcome is None
        assert app.screen.sheet._lit is None


async def test_it_ends_at_the_edges_and_survives_a_new_size(start):
    app = start(strike())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w", "left", "up", "home", "left")
        first = bar(app)
        await pilot.press("end", "right", "down")
        assert bar(app) != first
        last = bar(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert bar(app) == last
        await pilot.resize_terminal(20, 5)
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)


async def test_the_word_a_vocabulary_card_asks_is_not_given_away(start):
    asked = strike(
        kind="vocabulary",
        question=Bilingual("Que veut dire « la grève » ?"),
        fact={"lemma": "grève", "written": "grève"},
    )
    app = start(asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w")
        said = []
        for _ in range(8):
            said.append(bar(app))
            await pilot.press("right")
    assert "«\u00a0grève\u00a0»\u00a0: c’est le mot demandé." in said
    assert not any("strike" in one for one in said)


async def test_english_asked_for_always_is_there_and_is_noted(start):
    app = start(strike(), settings=Settings(english_always=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert "What did the dockworkers vote for?" in screen_text(app)
        at = [choice.fr for choice in app.screen._asked.question.choices].index("la grève")
        await pilot.press(str(at + 1))
    used, rating = helped(app)
    assert used.standing
    assert not used.used
    assert rating == 3


class Loud(Voice):
    """A voice that keeps what it was given, and says nothing."""

    def __init__(self) -> None:
        super().__init__(lambda: None)
        self.said: list[str] = []
        self.on = False

    def say(self, text: str) -> bool:
        self.said.append(text)
        self.on = True
        return True

    def stop(self) -> bool:
        was, self.on = self.on, False
        return was


async def test_the_voice_reads_what_is_shown_and_the_next_key_stops_it(start):
    voice = Loud()
    app = start(strike(), voice=voice)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "v")
        assert voice.said[0].startswith("Qu’ont voté les dockers ?")
        assert voice.on
        await pilot.press("y")
        assert not voice.on
        await pilot.press("v", "v")
        assert not voice.on, "the same key stops it"
        await pilot.press("1", "v")
        assert voice.said[-1] == PLACE
        await pilot.press("w", "v")
        assert len(voice.said[-1].split()) == 1


async def test_without_a_voice_it_is_said(start):
    app = start(strike(), voice=Voice(lambda: None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "v")
        assert "Pas de voix sur cette machine" in screen_text(app).replace("\u00a0", " ")


async def test_a_click_goes_to_a_word_and_help_opens_over_it(start):
    app = start(strike())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w")
        screen = app.screen
        assert isinstance(screen, WordScreen)
        spot = next(spot for spot in screen._spots if spot.text == "grève")
        sheet = screen._sheet
        left = column_of(80)[0]
        await pilot.click(offset=(left + spot.cell, sheet.region.y + spot.line - sheet.scroll_offset.y))
        await pilot.pause()
        assert bar(app).startswith("grève")
        await pilot.press("f1")
        assert "D’un mot" in screen_text(app) or "d’un mot" in screen_text(app)
        await pilot.press("x")
        assert isinstance(app.screen, WordScreen)


async def test_what_an_article_hides_in_its_words_never_reaches_the_terminal(start):
    evil = strike(question=Bilingual("Le [red]port[/] \u202e\x1b]0;x\x07 [@click=app.quit()]grève[/] ?"))
    app = start(evil)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w", *["right"] * 8)
        shown = screen_text(app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[red]port" in shown, "markup is text"
        assert isinstance(app.screen, WordScreen)


async def test_an_english_question_is_passed_over(start):
    app = start(strike(), lang="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "w")
        assert isinstance(app.screen, WordScreen)
        assert "dockworkers" not in [spot.text for spot in app.screen._spots]
