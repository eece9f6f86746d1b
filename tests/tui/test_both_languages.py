"""An English-speaking learner's screens, and cards asked from English to French."""

from __future__ import annotations

from dataclasses import replace

from quiz.deck import Bilingual, Deck
from quiz.settings import Settings
from tests.tui.conftest import MakeApp, screen_text
from tests.tui.samples import CLOZE, QUOTE, SHARE, SOURCES, TRAMWAY, TRUE_FALSE
from tests.tui.test_play import press, right_key

QUOTE_DECK = Deck("q", TRAMWAY.title, SOURCES, (QUOTE,))
SHARE_DECK = Deck("s", TRAMWAY.title, SOURCES, (SHARE,))
HALF = replace(
    SHARE,
    form="choice",
    choices=(Bilingual("la moitié", "half", "rule"), Bilingual("un tiers", "one third", "rule")),
    answer=Bilingual("la moitié", "half", "rule"),
)


async def test_english_with_its_origin_and_french_at_a_key(make_app: MakeApp) -> None:
    app = make_app("en", decks=(QUOTE_DECK,))
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        assert "Who said" in asked
        assert "(reviewed English)" in asked
        assert "t French" in asked
        assert "Qui a dit" not in asked
        assert "FR  Qui a dit" in await press(pilot, "t")
        assert "Qui a dit" not in await press(pilot, "t")


async def test_the_sentence_of_the_article_stays_french_with_its_english_beneath(make_app: MakeApp) -> None:
    app = make_app("en", decks=(QUOTE_DECK,))
    async with app.run_test(size=(100, 40)) as pilot:
        asked = await press(pilot, "enter")
        answered = await press(pilot, right_key(asked, "Odile Fabre"))
        assert "se félicite Odile Fabre" in answered
        assert "EN  “They promised us a money pit" in answered


async def test_a_card_without_english_is_asked_in_french_and_says_so(make_app: MakeApp) -> None:
    app = make_app("en", decks=(Deck("t", TRAMWAY.title, SOURCES, (TRUE_FALSE,)),))
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        assert TRUE_FALSE.question.fr in asked.replace("\u00a0", " ")
        assert "There is no English for this text" in asked
        assert "1  True" in asked


async def test_choices_and_what_was_chosen_are_english_too(make_app: MakeApp) -> None:
    app = make_app("en", decks=(replace(SHARE_DECK, cards=(HALF,)),))
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        assert "half" in asked
        assert "moitié" not in asked
        answered = await press(pilot, right_key(asked, "one third"))
        assert "The answer:  half" in answered
        assert "You chose:   one third" in answered
        assert "half · la moitié" in await press(pilot, "t")


async def test_french_does_not_count_as_help_for_an_english_learner(make_app: MakeApp) -> None:
    app = make_app("en", decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        asked = await press(pilot, "enter", "t")
        assert "▸3" in await press(pilot, right_key(asked, "Odile Fabre"))


async def test_from_english_the_choices_are_french_and_the_french_question_is_help(make_app: MakeApp) -> None:
    app = make_app("fr", decks=(replace(SHARE_DECK, cards=(HALF,)),))
    app.settings = Settings(from_english=True)
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        assert "What share of the people" in asked
        assert "la moitié" in asked
        assert "half" not in asked
        assert "t français" in asked
        assert "FR  Quelle part" in await press(pilot, "t")
        assert "▸2" in await press(pilot, right_key(asked, "la moitié"))


async def test_from_english_a_cloze_is_filled_in_both_languages(make_app: MakeApp) -> None:
    app = make_app("fr", decks=(Deck("c", TRAMWAY.title, SOURCES, (CLOZE,)),))
    app.settings = Settings(from_english=True)
    async with app.run_test(size=(100, 40)) as pilot:
        assert "up to ________ a minute" in (await press(pilot, "enter")).replace("\n", " ")
        await press(pilot, *"1200", "enter")
        assert "Un capteur posé" in screen_text(app)
