"""What learners report, on the desk of whoever reviews the deck."""

from dataclasses import replace

import pytest

from quiz.deck import to_json
from quiz.deck_edit import Text, wording
from quiz.deck_lint import Finding
from quiz.deck_shelf import Shelf
from quiz.study.history import History
from quiz.tui.desk import app
from quiz.tui.desk.review import Filter, Review
from tests.decks import card, cloze, deck
from tests.study.samples import Clock


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    file = tmp_path / "tri.json"
    file.write_text(to_json(deck(card("c1"), cloze("c2"))))
    with History.open(tmp_path / "home" / "history.sqlite", Clock()) as history:
        history.report("c2", "several", "52 aussi")
    return file


def test_reported_cards_are_a_filter_of_their_own(path):
    review = Review(Shelf(path), app.reports("fr"))
    assert (Filter("reported"), 1) in review.filters()
    review.show(Filter("reported"))
    assert [one.id for one in review.in_sight] == ["c2"]
    assert review.findings(review.card)[0] == Finding("c2", "warning", "reported.several", "52 aussi")
    assert not [which for which, _ in Review(Shelf(path)).filters() if which.name == "reported"]


def test_a_report_is_settled_once_its_card_was_seen_to(path):
    review = Review(Shelf(path), app.reports("fr"))
    review.open("c1")
    review.decide("approve")
    assert review.seen_to == ()
    review.open("c2")
    review.correct(review.card, replace(wording(review.card), question=Text("Combien font _____ ?")))
    assert review.seen_to == ("c2",)
    app.settle(review.seen_to, "fr")
    assert app.reports("fr") == []


def test_in_a_pipe_a_report_is_one_field_more(path, capsys):
    assert app.review(path, lang="fr") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [len(line.split("\t")) for line in lines] == [5, 6]
    assert lines[1].endswith("\treported.several 52 aussi")


def test_a_history_that_cannot_be_read_keeps_nobody_from_reviewing(path, capsys, tmp_path):
    (tmp_path / "home" / "history.sqlite").write_bytes(b"")
    assert app.review(path, lang="en") == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert "this file is empty" in told.err
