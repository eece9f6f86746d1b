"""The keys, and the sentences of both languages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import phrases
from quiz.language import catalogue
from quiz.tui import keymap
from quiz.tui.looks import LOOKS, PALETTES, theme_of_terminal
from quiz.typography import french

BLANKS = re.compile(r"\{(\w+)\}")
SOURCES = sorted(Path(keymap.__file__).parent.rglob("*.py"))


def test_digits_are_read_shifted_or_not() -> None:
    assert [phrases.digit(key) for key in "1234567890"] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    assert [phrases.digit(key) for key in "&é\"'(-è_çà"] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    assert [phrases.digit(key) for key in ("a", "", None, "12", "!")] == [None] * 5


def test_letters_are_no_commands_while_an_answer_is_typed() -> None:
    for letter in "thuqcp?1 ":
        assert keymap.command("typed", letter, letter) is None
    for key, command in {"f1": "help", "f2": "hint", "f3": "english", "f4": "undo", "escape": "leave"}.items():
        assert keymap.command("typed", key, None) == command


@pytest.mark.parametrize("place", keymap.KEYS)
def test_help_and_leaving_work_everywhere(place: keymap.Place) -> None:
    assert "help" in keymap.KEYS[place].values()
    assert "leave" in keymap.KEYS[place].values()


def test_both_languages_have_the_same_sentences_with_the_same_blanks() -> None:
    french_ones, english_ones = catalogue("fr", "tui"), catalogue("en", "tui")
    assert french_ones.keys() == english_ones.keys()
    for key, sentence in french_ones.items():
        there, here = set(BLANKS.findall(english_ones[key])), set(BLANKS.findall(sentence))
        assert there == here or (key.endswith(".one") and there | here <= {"n", *there}), key


def test_french_sentences_have_their_no_break_spaces() -> None:
    for key, sentence in catalogue("fr", "tui").items():
        assert french(sentence) == sentence, key
        assert "'" not in sentence.replace("& é \" '", ""), key


def test_every_sentence_is_said_somewhere() -> None:
    package = SOURCES[0].parents[1]
    places = (*SOURCES, package / "plain.py", package / "plain_acts.py", package / "phrases.py")
    source = "".join(path.read_text(encoding="utf-8") for path in places)
    families = (
        "grade.",
        "kind.",
        "origin.",
        "home.column-",
        "question.type-",
        "feedback.note-",
        "help.",
        "feedback.",
        "key.",
        "palette.",
    )
    for key in catalogue("fr", "tui"):
        key = key.removesuffix(".one").removesuffix(".other")
        assert f'"{key}"' in source or f"'{key}'" in source or key.startswith(families), key


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("theme", PALETTES)
def test_every_text_stands_out_from_its_ground(theme: str) -> None:
    colors = PALETTES[theme]
    for name, look in LOOKS.items():
        if name in ("rule", "meter", "bar"):
            continue
        grounds = [look.ground] if look.ground else ["paper", "surface", "band"]
        for ground in grounds:
            pair = sorted((luminance(colors[look.color or "text"]), luminance(colors[ground])), reverse=True)
            assert (pair[0] + 0.05) / (pair[1] + 0.05) >= 4.5, (name, ground)


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_on_the_high_contrast_theme_every_text_stands_out_seven_to_one() -> None:
    colors = PALETTES["contraste"]
    for name, look in LOOKS.items():
        if name not in ("rule", "meter", "bar"):
            assert contrast(colors[look.color or "text"], colors[look.ground or "paper"]) >= 7, name


# How the three signals look to somebody without red, green or blue cones (Viénot 1999, Brettel's plane for the third).
_SEEN_BY = {
    "red": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "green": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "blue": ((1.0, 0.1461, -0.1461), (0.0, 0.8592, 0.1408), (0.0, 0.8592, 0.1408)),
}


@pytest.mark.parametrize("without", _SEEN_BY)
def test_right_near_and_wrong_stay_apart_without_one_of_the_cones(without: str) -> None:
    def seen(color: str) -> list[float]:
        linear = [(int(color[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
        rows = _SEEN_BY[without]
        return [max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))) ** (1 / 2.2) for row in rows]

    colors = PALETTES["daltonien"]
    signals = [seen(colors[name]) for name in ("good", "near", "bad")]
    for at, one in enumerate(signals):
        for other in signals[at + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.2


@pytest.mark.parametrize("module", ["quiz.tui", "quiz.tui.pages", "quiz.tui.start", "quiz.plain"])
def test_textual_is_loaded_by_the_full_screen_alone(module: str) -> None:
    code = f"import sys, {module}; sys.exit(any(m.split('.')[0] in ('textual', 'rich') for m in sys.modules))"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_theme_follows_the_ground_of_the_terminal() -> None:
    assert theme_of_terminal({"COLORFGBG": "0;15"}) == "papier"
    assert theme_of_terminal({"COLORFGBG": "0;default;7"}) == "papier"
    assert theme_of_terminal({"COLORFGBG": "15;0"}) == "nuit"
    assert theme_of_terminal({}) == "nuit"
