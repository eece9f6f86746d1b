"""What a learner does to a card during a sitting besides answering, and undo of all of it."""

from dataclasses import replace

import pytest

from quiz import deck_format
from quiz.deck import to_json
from quiz.deck_edit import Text, wording
from quiz.errors import QuizError
from quiz.study.acts import Report
from quiz.study.history import History
from quiz.study.memory import milliseconds
from quiz.study.session import Counts, Session
from tests.decks import card, cloze, deck
from tests.study.samples import Clock, many, opened, play


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(tmp_path, clock):
    with opened(tmp_path, clock) as one:
        yield one


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """The path of a deck file of two cards."""
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    path = tmp_path / "tri.json"
    path.write_text(
        to_json(
            deck(
                card("c1"),
                replace(cloze("c2"), evidence=replace(card().evidence, start=900, end=900 + len(card().evidence.text))),
            )
        )
    )
    return path


def begun(history, shelf):
    return Session.begin(history, [deck_format.read_deck(shelf)])


def of(shelf, name):
    return next(card for card in deck_format.read_deck(shelf).cards if card.id == name)


def reworded(card, question):
    return replace(wording(card), question=Text(question, "How much?"))


@pytest.mark.parametrize("name", ["bury", "suspend", "reset", "reject"])
def test_the_question_goes_and_comes_back(history, name):
    session = Session.begin(history, [many(4)])
    question = session.question()
    getattr(session, name)()
    assert session.undoable == (name, question.card)
    assert session.question().card.id != question.card.id
    assert session.question().remaining == Counts(new=3)
    assert session.undo() == name
    assert session.question() == question
    assert history.memory(question.card.id) is None
    assert session.undo() is None


@pytest.mark.parametrize("name", ["bury", "suspend", "reset", "reject"])
def test_the_card_just_answered_goes_too_and_the_next_question_stays(history, clock, name):
    session = Session.begin(history, [many(4)])
    answered = session.answer("faux").card
    question = session.question()
    known = history.memory(answered.id)
    getattr(session, name)(answered)
    assert session.question().card == question.card
    assert session.question().remaining == Counts(new=3)
    clock.pass_(minutes=2)
    assert answered.id not in play(session, clock)
    while session.undoable[0] == "answer":
        session.undo()
    assert session.undo() == name
    assert history.memory(answered.id) == known
    assert session.question().remaining == Counts(new=3, learning=1)
    assert session.undo() == "answer"
    assert session.question().card == answered


def test_everything_is_undone_from_the_end(history, clock, shelf):
    session = begun(history, shelf)
    first = session.question()
    text = to_json(deck_format.read_deck(shelf))
    session.report("unclear", "lequel ?")
    session.edit(reworded(first.card, "Combien d’habitants trient ?"))
    session.answer(0 if first.choices else "44 %")
    session.regrade(4)
    session.suspend()
    assert session.question() is None
    undone = []
    while name := session.undo():
        undone.append(name)
    assert undone == ["suspend", "answer", "edit", "report"]
    assert session.question() == first
    assert shelf.read_text() == text
    assert history.reports() == []
    assert history.verify() == []


def test_a_report_says_why_and_leaves_the_question(history, clock):
    session = Session.begin(history, [many(2)])
    question = session.question()
    session.report("several", "aussi 45")
    assert session.question() == question
    assert history.reports() == [Report(question.card.id, "several", "aussi 45", "moi", milliseconds(clock.now))]
    assert session.undo() == "report"
    assert history.reports() == []


def test_an_edit_is_on_screen_and_in_the_file_and_keeps_what_was_learnt(history, clock, shelf):
    play(begun(history, shelf), clock)
    clock.pass_(days=4)
    session = begun(history, shelf)
    question = session.question()
    known = history.memory(question.card.id)
    text = "Combien font _____ ?" if question.card.form == "cloze" else "Combien ?"
    edited = session.edit(reworded(question.card, text))
    assert session.question().card == edited == of(shelf, edited.id)
    assert edited.edited == ("question",)
    assert history.memory(edited.id) == known
    assert all(edited in one.cards for one in session.decks)
    outcome = session.answer(0 if question.choices else "44 %")
    assert outcome.card == edited


def test_the_card_just_answered_can_be_edited_and_graded_after(history, clock, shelf):
    session = begun(history, shelf)
    card = session.question().card
    session.answer(0 if card.choices else "44 %")
    text = "Combien font _____ ?" if card.form == "cloze" else "Combien ?"
    session.edit(reworded(card, text), card)
    assert session.regrade(4).rating == 4
    assert session.current(card).question.fr.startswith("Combien")


def test_nothing_changed_is_nothing_done(history, shelf):
    session = begun(history, shelf)
    card = session.question().card
    assert session.edit(wording(card)) == card
    assert session.undoable is None


def test_what_is_no_card_is_refused(history, shelf):
    session = begun(history, shelf)
    with pytest.raises(ValueError):
        session.edit(reworded(session.question().card, ""))
    assert session.undoable is None


def test_an_edit_never_goes_over_somebody_elses(history, shelf):
    session = begun(history, shelf)
    mine = session.question().card
    there = deck_format.read_deck(shelf)
    theirs = replace(mine, topic=replace(mine.topic, fr="Autre"))
    deck_format.write_deck(shelf, replace(there, cards=tuple(theirs if c.id == mine.id else c for c in there.cards)))
    text = shelf.read_text()
    for change in (
        lambda: session.edit(reworded(mine, "Combien _____ ?" if mine.form == "cloze" else "Combien ?")),
        session.reject,
    ):
        with pytest.raises(QuizError) as caught:
            change()
        assert caught.value.key == "desk-changed"
    assert shelf.read_text() == text
    assert session.undoable is None
    assert list(history.log()) == []


def test_other_cards_of_the_file_may_change_meanwhile(history, shelf):
    session = begun(history, shelf)
    mine = session.question().card
    there = deck_format.read_deck(shelf)
    theirs = [c if c.id == mine.id else replace(c, status="approved") for c in there.cards]
    deck_format.write_deck(shelf, replace(there, cards=tuple(theirs)))
    session.edit(reworded(mine, "Combien _____ ?" if mine.form == "cloze" else "Combien ?"))
    now = deck_format.read_deck(shelf)
    assert {c.id: c.status for c in now.cards if c.id != mine.id} == {
        c.id: "approved" for c in there.cards if c.id != mine.id
    }
    assert of(shelf, mine.id).question.fr.startswith("Combien")


def test_a_deck_without_a_file_cannot_be_edited(history):
    session = Session.begin(history, [many(2)])
    with pytest.raises(QuizError) as caught:
        session.edit(reworded(session.question().card, "Combien ?"))
    assert caught.value.key == "edit-nowhere"


def test_a_deck_deleted_meanwhile_is_played_on_and_not_written(history, clock, shelf):
    session = begun(history, shelf)
    shelf.unlink()
    with pytest.raises(QuizError) as caught:
        session.reject()
    assert caught.value.key == "deck-missing"
    assert len(set(play(session, clock))) == 2
    assert not shelf.exists()


def test_reject_says_so_in_the_file(history, clock, shelf):
    session = begun(history, shelf)
    card = session.question().card
    session.reject()
    assert of(shelf, card.id).status == "rejected"
    assert card.id not in play(begun(history, shelf), clock)
    while session.undo() != "reject":
        pass
    assert of(shelf, card.id).status == "draft"


def test_what_the_history_refuses_is_not_in_the_file_either(history, shelf, tmp_path):
    import sqlite3

    with History.open(tmp_path / "history.sqlite", busy_seconds=0.01) as quick:
        session = begun(quick, shelf)
        text = shelf.read_text()
        other = sqlite3.connect(tmp_path / "history.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(QuizError) as caught:
            session.reject()
        assert caught.value.key == "history-busy"
        other.execute("ROLLBACK")
        other.close()
        assert shelf.read_text() == text


def test_a_parked_card_is_fetched_back(history, clock):
    decks = [many(1)]
    for _ in range(40):
        session = Session.begin(history, decks)
        question = session.question()
        if question and question.state == "review" and session.answer("faux").leech:
            session.unsuspend(question.card)
            assert not history.memory("m0").suspended
            assert session.undo() == "unsuspend"
            assert history.memory("m0").leech
            return
        play(session, clock)
        clock.pass_(days=30)
    raise AssertionError("never parked")


def test_no_question_and_no_card_named(history, clock):
    session = Session.begin(history, [many(1)])
    play(session, clock)
    for act in (session.bury, session.suspend, session.reset, session.reject, session.report):
        with pytest.raises(LookupError):
            act()
