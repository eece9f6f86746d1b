"""What a low window shows, a word typed where letters are commands, and taking an answer back from home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.deck import Bilingual, Deck
from quiz.settings import Settings
from tests.tui.conftest import Watch
from tests.tui.samples import LONG, QUOTE, SHARE, SOURCES, SPEAKER
from tests.tui.seat import seated

LOW = (50, 14)


def deck(*cards):
    return (Deck("un", Bilingual("Un jeu"), SOURCES, cards),)


async def test_an_answer_is_taken_back_from_home(tmp_path):
    async with seated(tmp_path, decks=deck(QUOTE, SHARE)) as learner:
        await learner.press("enter")
        await learner.press("1")
        await learner.press("enter")
        await learner.press("escape")
        await learner.press("escape")
        text = await learner.press("u")
        assert "Réponse annulée" in text
        assert not list(learner.app.history.standings())
        assert "Rien à annuler" in await learner.press("u")


async def test_the_choices_of_a_long_question_are_in_view(tmp_path):
    async with seated(tmp_path, LOW, decks=deck(LONG)) as learner:
        await learner.press("enter")
        for number in "123":
            assert any(line.strip().startswith(number) for line in learner.screen.splitlines()), learner.screen
        assert "… Pg↓" in learner.text
        assert "q arrêter" in learner.text
        assert "u annuler" in learner.text
        await learner.press("pagedown")
        assert "… Pg↓" not in learner.text
        assert "↓" in learner.screen
        assert "… Pg↓" in " ".join((await learner.press("pageup")).split())


async def test_a_low_window_shows_the_typed_question_and_the_hint(tmp_path):
    asked = replace(
        SPEAKER, question=Bilingual(SPEAKER.question.fr, "Who said: “A hive that loses weight, I know it”?", "rule")
    )
    async with seated(tmp_path, LOW, decks=deck(asked)) as learner:
        await learner.press("enter")
        assert "avant de l’ouvrir" in learner.text
        assert "Votre réponse" in learner.text
        await learner.press("f3")
        assert "I know it" in learner.text, learner.screen
        await learner.press("f2")
        assert "Indice" in learner.text, learner.screen
        await learner.press("f2")
        assert learner.text.count("Indice") >= 1


@pytest.mark.parametrize("width", [60, 100, 120, 160])
async def test_the_field_stands_under_the_question(tmp_path, width):
    async with seated(tmp_path, (width, 40), decks=deck(SHARE)) as learner:
        lines = (await learner.press("enter")).splitlines()
        asked = next(line for line in lines if "Quelle part" in line)
        field = next(line for line in lines if "╭" in line)
        assert field.index("╭") == asked.index("Quelle")
        await learner.pilot.resize_terminal(90, 30)
        lines = (await learner.press()).splitlines()
        assert next(line for line in lines if "╭" in line).index("╭") == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("size", [(40, 12), LOW, (64, 20)])
async def test_the_foot_of_a_typed_question_shows_the_way_out(tmp_path, size, lang):
    async with seated(tmp_path, size, decks=deck(SHARE), lang=lang) as learner:
        foot = [line for line in (await learner.press("enter")).splitlines() if line.strip()][-1]
        assert foot.endswith({"fr": "Échap arrêter", "en": "Esc stop"}[lang])
        assert {"fr": "F1 aide", "en": "F1 help"}[lang] in foot


async def test_a_word_typed_on_a_choice_does_nothing(tmp_path):
    async with seated(tmp_path, decks=deck(QUOTE, LONG)) as learner:
        await learner.press("enter")
        learner.app.stopwatch = Watch(0.01)
        await learner.press(*"Caspers")
        assert "lettres sont des commandes" in learner.text
        assert not any(one.suspended for one in learner.app.history.standings().values())
        learner.app.stopwatch = Watch(0.01)
        learner.app.stopwatch.now = 100.0
        await learner.press(*"Sauvage 2")
        assert not any(one.suspended for one in learner.app.history.standings().values())
        assert learner.app.screen.place == "choice"


async def test_the_grades_fit_a_narrow_window(tmp_path):
    async with seated(tmp_path, LOW, decks=deck(QUOTE)) as learner:
        await learner.press("enter")
        await learner.press("1")
        line = next(line for line in learner.screen.splitlines() if "▸" in line)
        assert all(f"{rating} " in line for rating in (1, 2, 3, 4)), line


async def test_english_that_always_stands_by_is_logged_and_lowers_no_grade(tmp_path):
    async with seated(tmp_path, decks=deck(SHARE), settings=Settings(english_always=True)) as learner:
        await learner.press("enter")
        assert "What share" in learner.text
        await learner.press(*"44", "enter")
        (event,) = learner.app.history.log(SHARE.id)
        assert event.answer.help.standing
        assert not event.answer.help.used
        assert event.answer.rating == 3


async def test_a_palette_that_finds_nothing_says_so(tmp_path):
    async with seated(tmp_path, LOW) as learner:
        await learner.press("ctrl+p")
        await learner.press(*"zzzz")
        for _ in range(20):
            if "Rien de ce nom" in learner.screen:
                break
            await learner.pilot.pause(0.05)
        assert "Rien de ce nom" in learner.text
        assert "tramways" not in learner.text


async def test_a_choice_the_hint_has_struck_out_is_not_taken(tmp_path):
    async with seated(tmp_path, decks=deck(QUOTE)) as learner:
        await learner.press("enter")
        await learner.press("h")
        (struck,) = learner.app.screen._session.struck
        await learner.press(str(struck + 1))
        assert learner.app.screen.place == "choice"
        assert "L’indice a écarté" in learner.text


async def test_w_on_a_question_in_english_shows_the_french_to_walk_in(tmp_path):
    async with seated(tmp_path, decks=deck(SHARE), lang="en") as learner:
        await learner.press("enter")
        assert "Quelle part" not in learner.text
        text = await learner.press("f12")
        assert "Quelle part" in text
        assert "No French word" not in text


async def test_a_word_as_the_sentence_has_it_is_right(tmp_path):
    asked = replace(
        SPEAKER,
        kind="vocabulary",
        question=Bilingual("« Elle est […] » Comment dit-on en français « launch » ?"),
        answer=Bilingual("lancer", "lancer", "rule"),
        accept=("lancer",),
        fact={"lemma": "lancer", "written": "lancée"},
    )
    async with seated(tmp_path, decks=deck(asked)) as learner:
        await learner.press("enter")
        text = await learner.press(*"lancée", "enter")
        assert "Bonne réponse, sous la forme du texte" in text
        assert "lancer" in text
