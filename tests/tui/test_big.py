"""Questions in big letters, where they fit."""

from __future__ import annotations

import json
from pathlib import Path

from quiz.deck import Bilingual, Deck
from quiz.settings import Settings
from quiz.tui.big import HIGH, WIDE, big_lines, glyph
from quiz.typography import cell_width
from tests.tui.samples import LONG, SHARE, SOURCES, TRAMWAY
from tests.tui.seat import seated

ROOT = Path(__file__).parents[2]


def test_every_letter_of_french_and_english_is_drawn_and_unlike_the_others() -> None:
    letters = (
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ.,;:!?'«»()-%…"
    )
    drawn = {letter: glyph(letter) for letter in letters}
    assert all(drawn.values())
    assert len(set(drawn.values())) == len(letters)
    for rows in drawn.values():
        assert rows is not None
        assert [len(row) for row in rows] == [5] * 8


def test_a_letter_is_three_cells_wide_and_four_lines_high() -> None:
    lines = big_lines("Il", 80)
    assert lines is not None
    assert len(lines) == HIGH
    assert max(map(cell_width, lines)) <= 2 * WIDE
    assert lines[0].startswith("▝▛▘") or lines[0].strip()


def test_words_are_wrapped_whole() -> None:
    lines = big_lines("un deux trois", 8 * WIDE)
    assert lines is not None
    assert len(lines) == 2 * HIGH
    assert all(cell_width(line) <= 8 * WIDE for line in lines)


def test_what_is_not_drawn_is_left_alone() -> None:
    assert big_lines("日本", 80) is None
    assert big_lines("tram \u0301\u0301", 80) is None


async def test_a_question_that_fits_is_big_and_one_that_does_not_stays(tmp_path: Path) -> None:
    short = (Deck("s", TRAMWAY.title, SOURCES, (SHARE,)),)
    async with seated(tmp_path, decks=short, settings=Settings(big=True), size=(120, 40)) as learner:
        shown = await learner.press("enter")
        assert "Quelle part" not in shown
        assert "▌" in shown
        await learner.press(*"44")
        assert "44" in learner.screen
    long = (Deck("l", TRAMWAY.title, SOURCES, (LONG,)),)
    async with seated(tmp_path, decks=long, settings=Settings(big=True)) as learner:
        assert "Qui a dit" in await learner.press("enter")


def test_most_questions_of_the_deck_that_ships_can_be_written_big() -> None:
    deck = json.loads((ROOT / "decks" / "seeds.json").read_text(encoding="utf-8"))
    questions = [Bilingual(card["question"]["fr"]).fr for card in deck["cards"]]
    assert sum(big_lines(question, 88) is not None for question in questions) > 0.95 * len(questions)
