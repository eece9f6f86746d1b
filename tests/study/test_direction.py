"""In which language a card is asked, and which answers count."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path

from quiz.deck import Bilingual
from quiz.language import Lang
from quiz.study.direction import FRENCH, judged, side_of
from quiz.study.history import History
from quiz.study.session import Session
from tests.decks import card, deck
from tests.tui.samples import NOW

BOTH = card()
ONLY_FRENCH = card(
    question=Bilingual("Quelle part des habitants trie ses déchets ?"),
    choices=(Bilingual("la moitié", "half", "rule"), Bilingual("les riverains du canal")),
    answer=Bilingual("la moitié", "half", "rule"),
)
BODY = card(
    form="text",
    choices=(),
    question=Bilingual("Quelle organisation a alerté ?", "Which organization raised the alarm?", "rule"),
    answer=Bilingual("Nations unies", "United Nations", "rule"),
    accept=(),
)


def test_a_french_learner_is_asked_in_french() -> None:
    assert side_of(BOTH, "fr") == FRENCH


def test_an_english_learner_is_asked_in_english_where_the_card_has_it() -> None:
    side = side_of(BOTH, "en")
    assert (side.asked, side.choices, side.answer, side.only_french) == ("en", "en", "en", False)


def test_one_french_choice_keeps_them_all_french_so_that_none_gives_itself_away() -> None:
    side = side_of(ONLY_FRENCH, "en")
    assert (side.asked, side.choices, side.answer) == ("fr", "fr", "fr")
    named = replace(ONLY_FRENCH, choices=(Bilingual("Odile Fabre"), Bilingual("12 %")), answer=Bilingual("12 %"))
    assert side_of(named, "en").choices == "en"


def test_from_english_asks_in_english_and_wants_french() -> None:
    for lang in ("fr", "en"):
        side = side_of(BOTH, lang, from_english=True)  # type: ignore[arg-type]
        assert (side.asked, side.choices, side.answer) == ("en", "fr", "fr")
    assert side_of(ONLY_FRENCH, "fr", from_english=True) == FRENCH


def test_a_vocabulary_card_keeps_its_own_direction() -> None:
    word = card(kind="vocabulary", form="text", choices=(), answer=Bilingual("la mairie", "town hall", "reviewed"))
    side = side_of(word, "en", from_english=True)
    assert (side.asked, side.answer, side.only_french) == ("en", "fr", False)


def test_only_the_french_answer_counts_from_english() -> None:
    assert judged(BODY, side_of(BODY, "en", from_english=True)).answer.en is None
    assert judged(BODY, side_of(BODY, "en")).answer.en == "United Nations"


def sitting(tmp_path: Path, lang: Lang, from_english: bool) -> Session:
    history = History.open(tmp_path / "h.sqlite", clock=lambda: NOW, zone=UTC)
    return Session.begin(history, (deck(BODY),), lang=lang, from_english=from_english)


def test_a_typed_answer_in_english_is_right_for_an_english_learner(tmp_path: Path) -> None:
    session = sitting(tmp_path, "en", False)
    assert session.answer("the United Nations").verdict == "right"
    session.history.close()


def test_a_typed_answer_in_english_is_wrong_where_french_is_practised(tmp_path: Path) -> None:
    session = sitting(tmp_path, "en", True)
    assert session.answer("the United Nations").verdict == "wrong"
    session.undo()
    assert session.answer("Nations unies").verdict == "right"
    session.history.close()


def test_the_french_is_help_only_where_french_is_practised(tmp_path: Path) -> None:
    for number, (lang, from_english, helps) in enumerate(
        (("fr", False, True), ("en", False, False), ("en", True, True))
    ):
        session = sitting(tmp_path / str(number), lang, from_english)  # type: ignore[arg-type]
        assert session.other_is_help == helps
        session.history.close()
