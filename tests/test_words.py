"""The catalogues of interface words: both languages complete, with the same blanks."""

import re
import tomllib
from pathlib import Path

import pytest

from quiz.language import Words, catalogue, of_locale
from quiz.typography import french

FOLDER = Path(__file__).parents[1] / "quiz" / "words"
ROOMS = sorted(path.stem for path in (FOLDER / "fr").glob("*.toml"))


def test_both_languages_have_the_same_rooms():
    assert sorted(path.stem for path in (FOLDER / "en").glob("*.toml")) == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_both_languages_have_the_same_sentences_with_the_same_blanks(room):
    def blanks(lang):
        ours = {key: text for key, text in catalogue(lang, room).items() if not key.startswith("argparse.")}
        return {key: sorted(re.findall(r"\{(\w*)", text)) for key, text in ours.items()}

    assert blanks("fr") == blanks("en")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.toml")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_catalogue_says_what_its_toml_says(path):
    def flat(table, prefix=""):
        parts = [flat(v, f"{prefix}{k}.") if isinstance(v, dict) else {prefix + k: v} for k, v in table.items()]
        return {key: text for part in parts for key, text in part.items()}

    assert catalogue(path.parent.name, path.stem) == flat(tomllib.loads(path.read_text(encoding="utf-8")))


def test_one_and_many_follow_the_language():
    # None of something is singular in French and plural in English.
    assert Words("fr", "cli").say("built", n=0, file="d", articles=1).endswith("0 carte, 1 article(s).")
    assert Words("en", "cli").say("built", n=0, file="d", articles=1).endswith("0 cards, 1 article(s).")


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "fr"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, "fr"),
    ],
)
def test_the_locale_chooses_the_language(environ, lang):
    assert of_locale(environ) == lang


def test_every_gate_and_every_form_has_a_name_for_whoever_builds():
    from typing import get_args

    from quiz.authoring.gates import GATES
    from quiz.deck import Form

    words = Words("fr", "cli")
    for gate in (*(gate.__name__ for gate in GATES), "no_twin", "ranking", "mixture"):
        assert words.say("gate-" + gate.replace("_", "-"))
    for form in get_args(Form):
        assert words.say(f"built-form-{form}")


@pytest.mark.parametrize("room", ["gloss"])
def test_french_sentences_have_their_no_break_spaces(room):
    for key, sentence in catalogue("fr", room).items():
        assert french(sentence) == sentence, key


def test_large_numbers_are_set_in_groups_of_three() -> None:
    assert Words("fr", "screens").say("count", n=9999) == "9999 cartes"
    assert (
        Words("fr", "screens").say("count-of", n=10_050, total=1_234_567)
        == "10\u00a0050 cartes sur 1\u00a0234\u00a0567"
    )
    assert Words("en", "screens").say("count", n=10_050) == "10,050 cards"
