"""Fitting the scheduler to a learner, by the log alone."""

import random
import re

import pytest

from quiz.errors import QuizError
from quiz.study.optimize import NEEDED, fit, rated
from quiz.study.scheduler import BOUNDS
from quiz.study.session import Help, Limits, Session
from tests.study.samples import Clock, card, deck, many, opened, play


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(tmp_path, clock):
    with opened(tmp_path, clock) as one:
        yield one


def forgetful(history, clock, days, seed=5):
    """Days of study by somebody who forgets more than FSRS expects of people."""
    chance = random.Random(seed)
    for _ in range(days):
        session = Session.begin(history, [many(60, 5)], Limits(new=5))
        while question := session.question():
            known = chance.random() < (0.6 if question.state == "review" else 0.8)
            session.answer(question.card.answer.fr if known else "faux", chance.uniform(2, 9))
            clock.pass_(seconds=20)
        clock.now = clock.now.replace(hour=9, minute=0)
        clock.pass_(days=1)


def test_too_few_answers_are_refused_with_their_count(history, clock):
    play(Session.begin(history, [many(20)]), clock)
    with pytest.raises(QuizError) as caught:
        fit(history.log())
    assert (caught.value.key, caught.value.details) == ("optimize-few", {"n": 40, "needed": NEEDED})


def test_many_answers_of_one_morning_say_nothing_of_forgetting(history, clock):
    play(Session.begin(history, [many(220)], Limits(new=220)), clock)
    with pytest.raises(QuizError) as caught:
        fit(history.log())
    assert caught.value.key == "optimize-young"


def test_a_fit_foretells_better_is_used_and_can_be_taken_back(history, clock):
    forgetful(history, clock, 30)
    found = fit(history.log(), history.parameters)
    assert found.answers == len(history.answers())
    assert found.better
    assert all(low <= value <= high for value, (low, high) in zip(found.parameters, BOUNDS, strict=True))

    def planned():
        session = Session.begin(history, [many(60, 5)])
        due = session.answer(session.question().card.answer.fr).due
        session.undo()
        return due

    before = planned()
    history.fit(found.parameters)
    assert history.parameters == found.parameters
    assert planned() < before
    history.undo()
    assert history.parameters is None
    assert planned() == before
    assert history.verify() == []


def test_each_learner_has_a_fit_of_their_own(tmp_path, clock):
    with opened(tmp_path, clock, learner="Ada") as ada:
        ada.fit([*(low for low, _ in BOUNDS)])
    with opened(tmp_path, clock, learner="Basile") as basile:
        assert basile.parameters is None
    with opened(tmp_path, clock, learner="Ada") as ada:
        assert ada.parameters == tuple(low for low, _ in BOUNDS)


def test_the_policy_is_replayed_and_gives_what_was_noted(history, clock):
    forgetful(history, clock, 12)
    noted = {}
    for event in history.log():
        if event.kind == "review":
            noted.setdefault(event.card, []).append(event.answer.rating)
    assert sorted([one.rating for one in found] for found in rated(history.log())) == sorted(noted.values())


def test_what_the_learner_overruled_stays_overruled(history, clock):
    decks = [deck(card("c1"))]
    session = Session.begin(history, decks)
    session.answer("44 %", 3.0, Help(hint=True))
    session.regrade(4)
    assert [[one.rating for one in found] for found in rated(history.log())] == [[4]]
    session.undo()
    session.answer("44 %", 3.0, Help(hint=True))
    assert [[one.rating for one in found] for found in rated(history.log())] == [[2]]


def test_a_card_begun_again_is_another_card(history, clock):
    decks = [deck(card("c1"))]
    play(Session.begin(history, decks), clock)
    clock.pass_(days=2)
    history.reset("c1")
    play(Session.begin(history, decks), clock)
    assert [[one.days for one in found] for found in rated(history.log())] == [[0, 0], [0, 0]]


def test_each_implementation_has_one_importer():
    """One file a third-party service: the scheduler's, and the fitter's."""
    from pathlib import Path

    import quiz

    sources = {path.name: path.read_text(encoding="utf-8") for path in Path(quiz.__file__).parent.rglob("*.py")}
    for module, home in (("fsrs", "scheduler.py"), ("fsrs_rs_python", "optimize.py")):
        pattern = re.compile(rf"^\s*(?:import|from) {module}\b", re.MULTILINE)
        assert [name for name, text in sources.items() if pattern.search(text)] == [home]
