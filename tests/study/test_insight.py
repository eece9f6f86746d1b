"""What the log says of a card and of a learner, in figures."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from quiz.deck import Source
from quiz.study.insight import SECONDS, DayCount, Hour, Insight, Month, card_past
from quiz.study.session import Help, Limits, Session
from quiz.study.stats import stats
from tests.study.samples import Clock, card, deck, many, opened, play


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(tmp_path, clock):
    with opened(tmp_path, clock) as one:
        yield one


def test_a_card_never_answered_has_no_past(history):
    past = card_past(history, "m0")
    assert (past.memory, past.answers, past.acts, past.recall, past.curve) == (None, (), (), None, ())


def test_the_past_of_a_card_is_told_in_order_and_what_was_taken_back_is_marked(history, clock):
    decks = [deck(card("c1"))]
    session = Session.begin(history, decks)
    session.answer("faux", 7.0, Help(hint=True))
    session.undo()
    clock.pass_(seconds=5)
    session.answer("44 %", 3.0)
    session.regrade(4)
    session.report("unclear", "?", decks[0].cards[0])
    history.suspend("c1")
    past = card_past(history, "c1")
    wrong, right = past.answers
    assert (wrong.verdict, wrong.undone, wrong.seconds, wrong.help.hint, wrong.rating) == ("wrong", True, 7.0, True, 1)
    assert (right.verdict, right.undone, right.rating, right.stage, right.given) == ("right", False, 4, "new", "44 %")
    assert right.day == date(2026, 3, 2)
    assert right.stability == history.memory("c1").stability
    assert [(act.kind, act.note) for act in past.acts] == [("report", "unclear ?"), ("suspend", "")]
    assert past.memory.suspended


def test_the_curve_falls_between_answers_and_leaps_at_each(history, clock):
    decks = [deck(card("c1"))]
    for _ in range(4):
        play(Session.begin(history, decks), clock)
        due = datetime.fromtimestamp(history.memory("c1").due / 1000, UTC)
        clock.now = max(clock.now, due) + timedelta(hours=1)
    past = card_past(history, "c1")
    assert past.curve[0] == (0.0, 1.0)
    assert all(0 < point.recall <= 1 for point in past.curve)
    assert all(one.days <= other.days for one, other in pairwise(past.curve))
    leaps = [other for one, other in pairwise(past.curve) if other.recall > one.recall]
    assert len(leaps) >= 3
    assert all(leap.recall == 1.0 for leap in leaps)
    assert past.recall == pytest.approx(0.9, abs=0.03)
    assert 0 < past.now < past.curve[-1].days


def test_a_card_begun_again_has_a_curve_from_there_on(history, clock):
    decks = [deck(card("c1"))]
    play(Session.begin(history, decks), clock)
    clock.pass_(days=10)
    history.reset("c1")
    assert card_past(history, "c1").curve == ()
    play(Session.begin(history, decks), clock)
    assert card_past(history, "c1").now < 1


def test_what_is_due_in_the_days_to_come(history, clock):
    decks = [many(8)]
    play(Session.begin(history, decks, Limits(new=5)), clock)
    history.suspend("m0")
    rows = Insight(history, decks).forecast(10)
    assert rows[0].day == date(2026, 3, 2)
    assert (rows[0].n, sum(row.n for row in rows)) == (0, 4)
    clock.pass_(days=60)
    assert Insight(history, decks).forecast(3) == [
        DayCount(date(2026, 5, 1), 4), DayCount(date(2026, 5, 2), 0), DayCount(date(2026, 5, 3), 0)
    ]  # fmt: skip
    history.bury("m1")
    assert [row.n for row in Insight(history, decks).forecast(3)] == [3, 1, 0]


def test_the_year_day_by_day(history, clock):
    play(Session.begin(history, [many(3)]), clock)
    clock.pass_(days=2)
    year = Insight(history).heatmap()
    assert len(year) == 371
    assert [row.n for row in year[-4:]] == [0, 6, 0, 0]
    assert year[-1].day == date(2026, 3, 4)


def test_true_retention_is_that_of_reviews_alone_month_by_month(history, clock):
    decks = [many(4)]
    play(Session.begin(history, decks), clock)
    clock.pass_(days=40)
    session = Session.begin(history, decks)
    session.answer("faux")
    session.answer(session.question().card.answer.fr)
    months = Insight(history, decks).months(3)
    assert months == [Month(date(2026, 2, 1), 0, 0), Month(date(2026, 3, 1), 0, 0), Month(date(2026, 4, 1), 2, 1)]
    assert Insight(history, decks).retention() == 0.5


def test_over_a_new_year(history, clock):
    clock.now = datetime(2026, 1, 15, 9, tzinfo=UTC)
    assert [month.month for month in Insight(history).months(3)] == [
        date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)
    ]  # fmt: skip


def test_times_and_hours(tmp_path, clock):
    home = timezone(timedelta(hours=2))
    with opened(tmp_path, clock, zone=home) as history:
        session = Session.begin(history, [many(4)])
        for seconds in (1.0, 2.0, 9.0, 3000.0):
            session.answer(session.question().card.answer.fr, seconds)
        insight = Insight(history)
        assert insight.times() == [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1]
        assert len(insight.times()) == len(SECONDS) + 1
        assert insight.hours()[11] == Hour(11, 4, 4)
        assert insight.median_seconds() == 9.0


def test_per_deck_and_source(history, clock):
    one = deck(card("a1", source="s1"), card("a2", source="s2"), name="un")
    one = deck(*one.cards, name="un")
    named = one.__class__(one.id, one.title, (Source("s1", "s1.txt", "Le tri", None, ""),), one.cards)
    other = deck(card("b1", source="s3"), name="deux")
    play(Session.begin(history, [named]), clock, wrong=["a2"])
    insight = Insight(history, [named, other])
    first, second = insight.by_deck()
    assert (first.name, first.cards, second) == ("un", 2, ("deux", 0, 0, 0.0, 0))
    assert first.answered == first.right + 1
    assert {group.name for group in insight.by_source()} == {"Le tri", "s2"}


def test_the_weakest(history, clock):
    cards = [
        card(f"q{n}", str(n), kind="quote", fact={"speaker": name, "attribute": "rôle" if n % 2 else None})
        for n, name in enumerate(["Ada Morin", "Ada Morin", "Basile Roux", "Basile Roux", "Cléo Petit"])
    ]
    decks = [deck(*cards)]
    play(Session.begin(history, decks), clock, wrong=["q0", "q1", "q2"])
    insight = Insight(history, decks)
    assert [group.name for group in insight.weakest_speakers()] == ["Ada Morin", "Basile Roux"]
    assert [group.name for group in insight.weakest_attributes()] == ["rôle"]
    assert insight.weakest_speakers(1)[0].share < 0.7


def test_all_of_it_is_in_the_json(history, clock):
    decks = [many(4)]
    play(Session.begin(history, decks), clock)
    figures = json.loads(json.dumps(stats(history, decks, limits=Limits(retention=0.85))))
    assert figures["target"] == 0.85
    assert figures["heatmap"] == {"2026-03-02": 8}
    assert sum(figures["forecast"].values()) == 4
    assert figures["months"][-1] == {"month": "2026-03", "answered": 0, "right": 0}
    assert figures["times"][-1]["seconds"] is None
    assert figures["decks"] == [{"name": "m", "answered": 8, "right": 8, "seconds": 32.0, "cards": 4}]
    assert {"hours", "sources", "speakers", "attributes"} <= set(figures)


def test_answers_to_a_card_rejected_since_count_on_every_page(history, clock):
    cards = [card("c1", source="s1"), card("c2", source="s1")]
    play(Session.begin(history, [deck(*cards)]), clock)
    after = [deck(replace(cards[0], status="rejected"), cards[1])]
    figures = stats(history, after)
    assert figures["decks"][0]["answered"] == figures["sources"][0]["answered"] == figures["reviews"] == 4
    assert sum(figures["forecast"].values()) == 1, "it does not come again"


def test_what_has_too_few_answers_is_neither_weak_nor_strong(history, clock):
    decks = [deck(card("q1", kind="quote", fact={"speaker": "Ada Morin"}))]
    session = Session.begin(history, decks)
    session.question()
    session.answer("44 %", 3.0)
    assert Insight(history, decks).judged() == (0, 0)
    clock.pass_(days=1)
    while Insight(history, decks).answers[2:] == []:
        play(Session.begin(history, decks), clock)
        clock.pass_(days=30)
    assert Insight(history, decks).judged() == (1, 0)
    assert Insight(history, decks).weakest_speakers() == []
