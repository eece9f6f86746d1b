"""Dates, waits and comparisons in words, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz import phrases
from quiz.deck import Bilingual, Deck, Source
from quiz.language import Words
from tests.tui.samples import HIVES, LONG, NOW, QUOTE, SHARE, TRAMWAY, TRUE_FALSE

FR, EN = Words("fr", "tui"), Words("en", "tui")


@pytest.mark.parametrize(
    ("iso", "fr", "en"),
    [
        ("2024-06-07", "7 juin 2024", "June 7, 2024"),
        ("2024-03-01", "1er mars 2024", "March 1, 2024"),
        ("2024-06", "juin 2024", "June 2024"),
        ("2024", "2024", "2024"),
        ("2024-06-07T10:00", "7 juin 2024", "June 7, 2024"),
        ("2024-02-31", "2024-02-31", "2024-02-31"),
        ("2024-13", "2024-13", "2024-13"),
        ("hier", "hier", "hier"),
        (None, "", ""),
    ],
)
def test_dates(iso: str | None, fr: str, en: str) -> None:
    assert phrases.date_in_words(iso, FR) == fr
    assert phrases.date_in_words(iso, EN) == en


@pytest.mark.parametrize(
    ("wait", "fr", "en"),
    [
        (timedelta(minutes=-5), "tout de suite", "right away"),
        (timedelta(minutes=1), "dans une minute", "in a minute"),
        (timedelta(minutes=10), "dans 10 minutes", "in 10 minutes"),
        (timedelta(hours=3), "dans 3 heures", "in 3 hours"),
        (timedelta(days=1), "demain", "tomorrow"),
        (timedelta(days=3), "dans 3 jours (vendredi)", "in 3 days (Friday)"),
        (timedelta(days=8), "dans 8 jours (19 mars)", "in 8 days (March 19)"),
        (timedelta(days=90), "dans 3 mois (9 juin)", "in 3 months (June 9)"),
        (timedelta(days=730), "dans 2 ans (11 mars 2027)", "in 2 years (March 11, 2027)"),
    ],
)
def test_when_a_card_comes_back(wait: timedelta, fr: str, en: str) -> None:
    assert phrases.due_in_words(NOW + wait, NOW, FR, UTC) == fr
    assert phrases.due_in_words(NOW + wait, NOW, EN, UTC) == en


def test_the_day_of_study_ends_at_four() -> None:
    late = datetime(2025, 3, 12, 1, 0, tzinfo=UTC)
    assert phrases.study_day(late, UTC) == NOW.date()
    assert phrases.due_in_words(late + timedelta(hours=14), late, FR, UTC) == "demain"


@pytest.mark.parametrize(
    ("wait", "fr", "en"),
    [
        (timedelta(seconds=20), "1\u00a0min", "1 min"),
        (timedelta(hours=6), "6\u00a0h", "6 h"),
        (timedelta(days=8), "8\u00a0j", "8 d"),
        (timedelta(days=90), "3\u00a0mois", "3 mo"),
        (timedelta(days=500), "1,4\u00a0an", "1.4 y"),
        (timedelta(days=1461), "4\u00a0ans", "4 y"),
    ],
)
def test_intervals_have_room_on_a_button(wait: timedelta, fr: str, en: str) -> None:
    assert phrases.interval(wait, FR) == fr
    assert phrases.interval(wait, EN) == en


def test_the_answer_is_marked_where_it_stands() -> None:
    assert phrases.mark_answer(QUOTE).answer == "Odile Fabre"
    assert phrases.mark_answer(SHARE).answer == "44\u00a0%"
    # In full, or else as the article names the speaker.
    assert phrases.mark_answer(LONG).answer.startswith("Marc Teyssier, président")
    surname = LONG.evidence.start + LONG.evidence.text.index("Teyssier")
    other = replace(LONG, answer=Bilingual("M. A. Teyssier"), fact={"start": surname, "end": surname + 8})
    assert phrases.mark_answer(other).answer == "Teyssier"
    # Accents, case and the kind of space do not matter; another word does.
    assert phrases.mark_answer(replace(QUOTE, answer=Bilingual("ODILE\u00a0FABRÉ"))).answer == "Odile Fabre"
    assert phrases.mark_answer(replace(QUOTE, answer=Bilingual("Fab"))).answer == ""
    # The fact tells which of two equal figures it is, however it is spaced.
    text = "De 44% hier à 44% demain."
    twice = replace(SHARE, evidence=replace(SHARE.evidence, text=text, start=500), fact={"start": 514, "end": 517})
    assert phrases.mark_answer(twice).before == "De 44% hier à "
    # A statement's verdict is no word of the sentence; its value is.
    assert phrases.mark_answer(TRUE_FALSE).answer == "60 grammes"
    # What is no place in the sentence is left alone.
    for fact in ({"start": 1, "end": 4}, {"start": "x", "end": None}, {"start": 10**9, "end": 10**9 + 1}):
        assert phrases.mark_answer(replace(QUOTE, fact=fact)).answer == "Odile Fabre"
    marked = phrases.mark_answer(QUOTE)
    assert marked.before + marked.answer + marked.after == QUOTE.evidence.text


def test_a_source_is_named_by_its_title_and_date() -> None:
    assert (
        phrases.source_in_words(TRAMWAY, "tramway", FR)
        == "«\u00a0Le tramway de Nérac, dix ans plus tard\u00a0», 7 mars 2025"
    )
    assert phrases.source_in_words(TRAMWAY, "abeilles", EN) == "“Des capteurs dans les ruches”, February 2025"
    assert phrases.source_in_words(TRAMWAY, "ailleurs", FR) == "ailleurs"
    quoting = Source("q", "q.txt", "Elle a dit «\u00a0non\u00a0»", None, "0")
    assert phrases.source_in_words(replace(TRAMWAY, sources=(quoting,)), "q", FR) == quoting.title
    assert phrases.source_in_words(replace(TRAMWAY, sources=(replace(quoting, title=None),)), "q", FR) == "q.txt"


def test_typed_and_expected_are_set_letter_under_letter() -> None:
    aligned = phrases.align("Élodie Marchançon", "Elodi marchançon")
    top, bottom = ("".join(text for text, _ in row) for row in (aligned.expected, aligned.given))
    assert len(top) == len(bottom)
    assert top == "Élodie Marchançon"
    assert bottom == "Elodi· marchançon"
    assert [text for text, same in aligned.given if not same] == ["E", "·"]
    far = phrases.align("44 %", "quarante-trois")
    assert far.given == (("quarante-trois", True),)


def test_decks_of_one_title_are_told_apart_by_their_files() -> None:
    def at(path: str) -> Deck:
        return replace(TRAMWAY, path=Path(path))

    other = replace(HIVES, path=Path("decks/ruches.json"))
    assert phrases.told_apart([at("decks/mars.json"), at("decks/avril.json"), other], "fr") == ["mars", "avril", ""]
    assert phrases.told_apart([at("a/x/mars.json"), at("b/x/mars.json")], "fr") == ["a/x/mars", "b/x/mars"]
    assert phrases.told_apart([at("x/mars.json"), at("mars.json")], "fr") == ["x/mars", "mars"]
    assert phrases.told_apart([TRAMWAY, replace(TRAMWAY, id="t2")], "fr") == ["tramway", "t2"]
    assert phrases.deck_names([at("mars.json"), at("avril.json")], "en") == [
        "Towns and trams (mars)",
        "Towns and trams (avril)",
    ]
