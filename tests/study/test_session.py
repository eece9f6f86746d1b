"""A sitting, as a learner lives it."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.memory import moment_of
from quiz.study.session import Counts, Help, Limits, Session
from quiz.study.stats import stats
from tests.study.samples import Clock, card, choice, deck, many, opened, play


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def history(tmp_path, clock):
    with opened(tmp_path, clock) as one:
        yield one


def test_a_first_morning(history, clock):
    session = Session.begin(history, [many(30)])
    question = session.question()
    assert question is session.question() or question == session.question()
    assert (question.number, question.state, question.due) == (1, "new", None)
    assert question.remaining == Counts(new=20)
    outcome = session.answer(question.card.answer.fr, 5.0)
    assert (outcome.verdict, outcome.correct, outcome.rating, outcome.automatic) == ("right", True, 3, 3)
    assert outcome.due == clock.now + timedelta(minutes=10)
    assert outcome.previews[1] == timedelta(minutes=1)
    assert set(outcome.previews) == {1, 2, 3, 4}
    assert session.question().remaining == Counts(new=19, learning=1)


def test_twenty_new_cards_are_learnt_and_the_sitting_ends(history, clock):
    session = Session.begin(history, [many(30)])
    asked = play(session, clock)
    assert Counter(Counter(asked).values()) == {2: 20}  # two steps each
    assert session.question() is None
    assert Session.begin(history, [many(30)]).question() is None


def test_what_is_due_comes_before_what_is_new(history, clock):
    play(Session.begin(history, [many(30)]), clock)
    clock.pass_(days=3)
    session = Session.begin(history, [many(30)])
    states = []
    while question := session.question():
        states.append(question.state)
        session.answer(question.card.answer.fr, 3.0)
        clock.pass_(seconds=5)
    firsts = [state for state in states if state != "learning"]
    assert firsts == ["review"] * 20 + ["new"] * 10


def test_a_wrong_answer_comes_back_in_the_same_sitting(history, clock):
    session = Session.begin(history, [many(8)])
    first = session.question().card.id
    outcome = session.answer("faux", 3.0)
    assert (outcome.verdict, outcome.rating) == ("wrong", 1)
    clock.pass_(seconds=61)
    session.answer(session.question().card.answer.fr, 3.0)  # already chosen before the minute was over
    assert session.question().card.id == first


def test_the_last_card_alone_still_comes_back(history, clock):
    session = Session.begin(history, [deck(card("a1"))])
    session.answer("faux")
    assert session.question().card.id == "a1"


def test_limit_is_how_many_questions_are_asked(history, clock):
    session = Session.begin(history, [many(30)], Limits(limit=3))
    assert session.question().remaining.total == 3
    assert len(play(session, clock)) == 3
    assert session.summary().answered == 3


def test_limits_of_the_day_hold_over_sittings(history, clock):
    limits = Limits(new=5)
    assert len(set(play(Session.begin(history, [many(30)], limits), clock))) == 5
    assert Session.begin(history, [many(30, name="other")], limits).question() is None
    clock.pass_(days=1)
    assert len(set(play(Session.begin(history, [many(30, name="other")], limits), clock))) >= 5


def test_a_day_of_study_ends_at_four_in_the_morning(tmp_path):
    clock = Clock(datetime(2026, 3, 2, 23, tzinfo=UTC))
    home = timezone(timedelta(hours=-3))  # where it is eight in the evening
    with opened(tmp_path, clock, zone=home) as history:
        play(Session.begin(history, [many(40)], Limits(new=5)), clock)
        clock.now = datetime(2026, 3, 3, 6, 59, tzinfo=UTC)
        assert Session.begin(history, [many(40)], Limits(new=5)).question() is None
        clock.now = datetime(2026, 3, 3, 7, 1, tzinfo=UTC)
        assert Session.begin(history, [many(40)], Limits(new=5)).question() is not None


def test_an_evening_review_may_be_answered_the_next_morning_it_is_due(history, clock):
    clock.now = clock.now.replace(hour=20)
    play(Session.begin(history, [deck(card("a1"))]), clock, wrong=["a1"], most=1)
    play(Session.begin(history, [deck(card("a1"))]), clock)
    due = history.memory("a1").due
    clock.now = datetime.fromtimestamp(due / 1000, UTC).replace(hour=7)
    assert Session.begin(history, [deck(card("a1"))]).question().state == "review"


def test_a_closed_terminal_loses_nothing(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        play(Session.begin(history, [many(6)]), clock, most=4)
    with opened(tmp_path, clock) as history:
        session = Session.begin(history, [many(6)])
        assert session.question().remaining == Counts(new=2, learning=4)


def test_siblings_wait_for_another_day(history, clock):
    family = deck(*(card(f"a{n}", source="s", start=1) for n in range(3)), card("b1", source="s", start=9))
    asked = play(Session.begin(history, [family]), clock)
    assert set(asked) == {"a0", "b1"}
    assert Session.begin(history, [family]).question() is None
    clock.pass_(days=1)
    assert "a1" in play(Session.begin(history, [family], Limits(reviews=0)), clock)


def test_siblings_are_never_neighbours(history, clock):
    family = deck(*(card(f"{name}{n}", source=name, start=n // 2) for name in "ab" for n in range(8)))
    cram = Session.begin(history, [family], cram=True)
    asked = play(cram, clock)
    sentence = {one.id: (one.evidence.source, one.evidence.start) for one in family.cards}
    assert all(sentence[one] != sentence[other] for one, other in pairwise(asked))


def test_choices_are_shuffled_the_same_for_one_showing_and_not_for_the_next(history, clock):
    asked = deck(*(choice(f"c{n}", source=f"s{n}") for n in range(12)))
    orders = []
    for _ in range(2):
        session = Session.begin(history, [asked])
        orders.append([choice.fr for choice in session.question().choices])
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == ["Ada Morin", "Basile Roux", "Cléo Petit"]
    first_place = set()
    while question := session.question():
        place = [choice.fr for choice in question.choices].index("Ada Morin")
        first_place.add(place)
        session.answer(place, 2.0)
        clock.pass_(seconds=5)
    assert first_place == {0, 1, 2}


def test_a_choice_is_judged_by_what_it_says(history):
    session = Session.begin(history, [deck(choice("c1"))])
    question = session.question()
    wrong = next(n for n, one in enumerate(question.choices) if one.fr != "Ada Morin")
    outcome = session.answer(wrong, 2.0)
    assert (outcome.verdict, outcome.given, outcome.expected.fr) == ("wrong", question.choices[wrong].fr, "Ada Morin")


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_there_is_no_such_choice(history, place):
    session = Session.begin(history, [deck(choice("c1"))])
    with pytest.raises(LookupError):
        session.answer(place)
    assert session.question() is not None
    assert list(history.log()) == []


def test_true_or_false(history):
    session = Session.begin(history, [deck(card("v1", "Faux", form="true-false"))])
    assert [choice.fr for choice in session.question().choices] == ["Vrai", "Faux"]
    assert session.answer(1).correct


def test_help_makes_it_hard_and_is_logged(history):
    session = Session.begin(history, [many(3)])
    session.hint()
    outcome = session.answer(session.question().card.answer.fr, 2.0, Help(hint=True, english=True, gloss=True))
    assert outcome.rating == 2
    (event,) = history.log()
    assert event.answer.help == Help(hint=True, english=True, gloss=True)


def test_everything_about_an_answer_is_logged(history):
    session = Session.begin(history, [deck(card("a1", "44 %"))])
    session.answer("  quarante-quatre ", 2.5)
    session.regrade(4)
    answer, regrade = history.log()
    assert (answer.card, answer.kind, answer.before, answer.learner) == ("a1", "review", None, "moi")
    assert (answer.answer.given, answer.answer.verdict, answer.answer.seconds) == ("quarante-quatre", "right", 2.5)
    assert (answer.answer.auto, answer.answer.rating) == (3, 3)
    assert (regrade.target, regrade.answer.auto, regrade.answer.rating) == (answer.seq, 3, 4)
    assert (regrade.before, regrade.after) == (answer.after, history.memory("a1"))


def test_the_learner_overrules_the_grade(history, clock):
    session = Session.begin(history, [many(3)])
    outcome = session.answer(session.question().card.answer.fr, 2.0)
    for rating in (4, 1, 2):
        again = session.regrade(rating)
        assert (again.rating, again.automatic) == (rating, 3)
        assert again.due - clock.now == outcome.previews[rating]
    assert session.question().remaining == Counts(new=2, learning=1)
    session.regrade(4)  # known: it need not come back today
    assert session.question().remaining == Counts(new=2)


def test_a_flipped_card_is_judged_by_the_learner(history):
    session = Session.begin(history, [deck(card("f1", form="flip"))])
    session.answer("")
    assert not session.regrade(1).correct
    assert session.summary().right == 0


def test_slow_reviews_become_hard_once_the_pace_is_known(history, clock):
    play(Session.begin(history, [many(8)]), clock)
    clock.pass_(days=3)
    session = Session.begin(history, [many(8)])
    ratings = []
    for seconds in (4, 5, 4, 5, 4, 20, 5):
        ratings.append(session.answer(session.question().card.answer.fr, seconds).rating)
    assert ratings == [3, 3, 3, 3, 3, 2, 3]


def test_undo_brings_the_question_back_as_it_was(history, clock):
    session = Session.begin(history, [deck(*(choice(f"c{n}", source=f"s{n}") for n in range(3)))])
    before = session.question()
    session.answer(0, 2.0)
    after = history.memory(before.card.id)
    assert session.undo() == "answer"
    assert session.question() == before
    assert history.memory(before.card.id) is None
    session.answer(0, 2.0)
    assert history.memory(before.card.id) == after
    assert [event.kind for event in history.log()] == ["review", "undo", "review"]


def test_undo_works_from_the_summary_back_to_the_start(history, clock):
    session = Session.begin(history, [many(4)])
    asked = play(session, clock, wrong=["m1"])
    assert session.question() is None
    back = []
    while session.undo():
        back.append(session.question().card.id)
    assert back == asked[::-1]
    assert history.standings() == {}
    assert session.summary().answered == 0
    assert session.question().remaining == Counts(new=4)


def test_undo_takes_a_regrade_back_with_its_answer(history):
    session = Session.begin(history, [many(3)])
    session.answer(session.question().card.answer.fr)
    session.regrade(4)
    assert session.undo() == "answer"
    assert history.memory("m0") is None
    assert session.undo() is None


def test_bury_and_suspend_put_aside_and_can_be_undone(history, clock):
    decks = [many(3)]
    session = Session.begin(history, decks)
    first = session.question().card.id
    session.bury()
    second = session.question().card.id
    session.suspend()
    assert session.undo() == "suspend"
    assert session.question().card.id == second
    session.suspend()
    third = session.question().card.id
    assert len({first, second, third}) == 3
    assert [q.card.id for q in [Session.begin(history, decks).question()]] == [third]
    clock.pass_(days=1)
    tomorrow = Session.begin(history, decks)
    assert set(play(tomorrow, clock)) == {first, third}


def test_a_leech_is_parked_and_told(history, clock):
    only = deck(card("a1"))
    play(Session.begin(history, [only]), clock)
    leeches = []
    for _ in range(12):
        clock.now = datetime.fromtimestamp(history.memory("a1").due / 1000, UTC) + timedelta(hours=1)
        session = Session.begin(history, [only])
        if session.question() is None:
            break
        leeches.append(session.answer("faux", 3.0).leech)
        last = session
        play(session, clock)
    assert leeches == [False, False, False, True]
    assert history.memory("a1").lapses == 4
    clock.pass_(days=30)
    assert Session.begin(history, [only]).question() is None
    last.undo()
    assert not history.memory("a1").suspended


def test_cram_changes_no_schedule(history, clock):
    decks = [many(6)]
    play(Session.begin(history, decks), clock)
    before = {name: history.memory(name) for name in history.met()}
    session = Session.begin(history, decks, cram=True)
    asked = play(session, clock, wrong=[], most=50)
    assert sorted(asked) == sorted(one.id for one in decks[0].cards)
    assert {name: history.memory(name) for name in history.met()} == before
    assert Session.begin(history, decks).question() is None


def test_cram_asks_again_until_it_is_right(history, clock):
    session = Session.begin(history, [many(3)], cram=True)
    assert session.answer("faux").previews == {}
    missed = session.summary().missed[0].id
    assert Counter(play(session, clock)) == {"m0": 1, "m1": 1, "m2": 1}
    assert session.undo() == "answer"
    assert session.question().card.id == missed
    assert history.standings() == {}


def test_rejected_cards_are_never_asked(history, clock):
    played = play(Session.begin(history, [deck(card("a1", status="rejected"), card("a2"))]), clock)
    assert set(played) == {"a2"}


def test_the_summary_says_what_comes(history, clock):
    session = Session.begin(history, [deck(card("a1"), card("b1", kind="quote", form="text", answer="Ada Morin"))])
    play(session, clock, wrong=["a1"], most=3)
    summary = session.summary()
    assert (summary.answered, summary.right) == (3, 2)
    assert summary.by_kind == {"stat": (1, 2), "quote": (1, 1)}
    assert [one.id for one in summary.missed] == ["a1"]
    assert summary.seconds == 12.0
    assert summary.next_due == ((date(2026, 3, 2), 2),)


def test_the_overview_of_the_decks(history, clock):
    one, two = many(30, name="x"), deck(card("a1"), card("a2", status="rejected"), name="small")
    assert [(s.due, s.learning, s.new, s.total) for s in history.overview([one, two])] == [
        (0, 0, 20, 30),
        (0, 0, 1, 1),
    ]
    play(Session.begin(history, [one]), clock)
    (status,) = history.overview([one])
    first = min(history.memory(card).due for card in history.standings())
    assert (status.due, status.learning, status.new) == (0, 0, 0)
    assert status.next_due == moment_of(first) > clock.now
    later = history.overview([one], clock.now + timedelta(days=30))[0]
    assert later.due == 20


def test_two_learners_do_not_share_a_memory(tmp_path, clock):
    with opened(tmp_path, clock, learner="Ada") as ada, opened(tmp_path, clock, learner="Basile") as basile:
        play(Session.begin(ada, [many(3)]), clock)
        assert Session.begin(ada, [many(3)]).question() is None
        assert Session.begin(basile, [many(3)]).question().state == "new"


def test_learners_are_named_who_played_last_first(tmp_path, clock):
    for name in ("Ada", "Basile", "Ada"):
        with opened(tmp_path, clock, learner=name) as history:
            Session.begin(history, [many(4)]).answer("x")
        clock.pass_(hours=1)
    with opened(tmp_path, clock, learner="Cléo") as history:
        assert history.learners() == ["Ada", "Basile"]


def test_another_process_may_answer_in_between(tmp_path, clock):
    with opened(tmp_path, clock) as one, opened(tmp_path, clock) as other:
        here, there = Session.begin(one, [many(3)]), Session.begin(other, [many(3)])
        here.answer("0")
        there.answer("0")
        assert one.memory("m0").reps == 2
        with pytest.raises(QuizError) as error:
            here.undo()
        assert error.value.key == "history-moved-on"
        assert there.undo() == "answer"
        assert here.undo() == "answer"


def test_two_processes_play_one_deck_and_no_answer_of_either_is_lost(tmp_path, clock):
    """Each knows what it has read and written; what the other did meanwhile is noticed when it writes."""
    draw = random.Random(4)
    with opened(tmp_path, clock) as one, opened(tmp_path, clock) as other:
        sessions = [Session.begin(history, [many(12)]) for history in (one, other)]
        answered = 0
        for _ in range(60):
            session = draw.choice(sessions)
            question = session.question()
            if question is None:
                break
            before = one.memory(question.card.id)
            session.answer(question.card.answer.fr if draw.random() < 0.7 else "999")
            answered += 1
            assert one.memory(question.card.id).reps == (before.reps if before else 0) + 1
            clock.pass_(minutes=2)
        assert [event.seq for event in one.log()] == list(range(1, answered + 1))
        assert one.verify() == other.verify() == []


def test_nonsense_from_a_keyboard_is_kept_out_of_the_log(history):
    session = Session.begin(history, [many(1)])
    session.answer("\x1b[31m\udcff" + "a" * 5000, float("nan"))
    (event,) = history.log()
    assert event.answer.given.startswith("\ufffda")
    assert len(event.answer.given) <= 500
    assert event.answer.seconds == 0.0


ACTS = st.lists(
    st.sampled_from(
        ["right", "right", "wrong", "again", "good", "easy", "undo", "undo", "bury", "suspend", "wait", "sleep"]
    ),
    max_size=40,
)


@given(ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_the_log_tells_the_whole_story(tmp_path_factory, acts):
    """Replaying the log, and making the database again from the journal, give the state that was."""
    folder, clock = tmp_path_factory.mktemp("acts"), Clock()
    with opened(folder, clock) as history:
        session = Session.begin(history, [many(5)])
        for act in acts:
            do(session, clock, act)
        assert history.verify() == []
        story, state = list(history.log()), {name: history.memory(name) for name in history.standings()}
    (folder / "history.sqlite").unlink()
    with opened(folder, clock) as history:
        assert list(history.log()) == story
        assert {name: history.memory(name) for name in history.standings()} == state
    assert replayed(story) == state


def do(session: Session, clock: Clock, act: str) -> None:
    """One thing a learner may do."""
    question = session.question()
    if act in ("right", "wrong") and question:
        session.answer(question.card.answer.fr if act == "right" else "faux", 3.0)
        clock.pass_(seconds=7)
    elif act in ("again", "good", "easy") and session._done and session._done[-1].outcome:
        session.regrade({"again": 1, "good": 3, "easy": 4}[act])
    elif act == "undo":
        session.undo()
    elif act in ("bury", "suspend") and question:
        getattr(session, act)()
    elif act == "wait":
        clock.pass_(minutes=12)
    elif act == "sleep":
        clock.pass_(days=1)


def replayed(story):
    """The state that scheduling every answer of the log again gives."""

    from quiz.study.scheduler import Scheduler

    scheduler, state, past = Scheduler(), {}, {}
    for event in story:
        before = state.get(event.card)
        past[event.seq] = (before, event)
        if event.kind == "review":
            after = scheduler.review(event.card, before, event.answer.rating, event.at, event.day)
        elif event.kind == "regrade":
            earlier, answered = past[event.target]
            after = scheduler.review(event.card, earlier, event.answer.rating, answered.at, answered.day)
        elif event.kind == "undo":
            after = past[event.target][0]
        else:
            after = event.after
        if after is None:
            state.pop(event.card, None)
        else:
            state[event.card] = after
    return state


def test_the_first_card_waits_for_no_scheduler(tmp_path):
    """What judges, grades and schedules is loaded with the first answer only."""
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from tests.study.samples import *\n"
        "from quiz.study.session import Session\n"
        f"history = opened(Path({str(tmp_path)!r}), Clock())\n"
        "assert Session.begin(history, [many(3)]).question()\n"
        "late = ('fsrs', 'quiz.study.answers', 'tomllib', 'pydantic', 'textual')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_history_is_of_somebody():
    with pytest.raises(QuizError) as error:
        History.open(None, learner=" \u200b ")  # type: ignore[arg-type]
    assert error.value.key == "learner-empty"


def test_progress_grows_with_every_answer_and_ends_whole(history, clock):
    session = Session.begin(history, [many(6)])
    shares = [session.progress]
    while question := session.question():
        session.answer("faux" if len(shares) in (2, 5) else question.card.answer.fr, 4.0)
        shares.append(session.progress)
        clock.pass_(seconds=10)
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert shares[1] > 0
    assert shares[-1] == 1


def test_progress_towards_a_limit(history, clock):
    session = Session.begin(history, [many(20)], Limits(limit=4))
    play(session, clock)
    assert session.progress == 1


def test_a_card_whose_sentence_is_gone_is_never_asked(history, clock):
    kept, gone = card("kept"), replace(card("gone"), tags=("evidence-gone",))
    one = deck(kept, gone)
    for cram in (False, True):
        session = Session.begin(history, [one], cram=cram)
        assert set(play(session, clock)) == {"kept"}
    (row,) = history.overview([one])
    assert (row.total, row.new) == (1, 0)
    assert stats(history, [one])["cards"] == 1
