"""When cards come back: golden intervals, and what must hold for any history."""

import random
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.study.memory import (
    Memory,
    from_text,
    learning_day,
    milliseconds,
    moment_of,
    packed,
    to_text,
    unpacked,
)
from quiz.study.scheduler import BOUNDS, DAY, Scheduler

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE = 60_000
HISTORIES = st.lists(st.tuples(st.sampled_from([1, 2, 3, 4]), st.integers(0, 400)), min_size=1, max_size=12)


def run(history, scheduler=None, name="card", start=START):
    """The memories after each (rating, days since the last answer)."""
    scheduler = scheduler or Scheduler()
    now, memory, out = start, None, []
    for rating, days in history:
        now += timedelta(days=days, minutes=11)
        memory = scheduler.review(name, memory, rating, milliseconds(now), learning_day(now, UTC))
        out.append(memory)
    return out


def due_in(memory: Memory) -> timedelta:
    """How long until the card comes back."""
    return timedelta(milliseconds=memory.due - memory.last)


def test_the_first_steps_are_a_minute_and_ten():
    previews = Scheduler(fuzz=False).previews("card", None, milliseconds(START), learning_day(START, UTC))
    assert {rating: due_in(memory) for rating, memory in previews.items()} == {
        1: timedelta(minutes=1),
        2: timedelta(minutes=5, seconds=30),
        3: timedelta(minutes=10),
        4: timedelta(days=8),
    }


def test_golden_intervals():
    """Answered Good the day it is due, forgotten once: the intervals of FSRS-6 with its default parameters, no fuzz."""
    scheduler, memory, now, days = Scheduler(fuzz=False), None, START, []
    for rating in (3, 3, 3, 3, 3, 1, 3, 3, 3, 4):
        memory = scheduler.review("card", memory, rating, milliseconds(now), learning_day(now, UTC))
        days.append(round((memory.due - memory.last) / DAY, 3))
        now = moment_of(memory.due)
    assert days == [0.007, 2, 11, 46, 163, 0.007, 5, 12, 28, 87]
    assert (memory.reps, memory.lapses, memory.stage) == (10, 1, "review")


@given(HISTORIES)
@settings(max_examples=60, deadline=None)
def test_it_is_fsrs(history):
    """The same stabilities and intervals as the library alone, where an answer comes at the same hour of the day."""
    plain, card = fsrs.Scheduler(enable_fuzzing=False), fsrs.Card(card_id=1, due=START)
    now, memory, scheduler = START, None, Scheduler(fuzz=False)
    for rating, days in history:
        now += timedelta(days=days)
        card, _ = plain.review_card(card, fsrs.Rating(rating), now)
        memory = scheduler.review("card", memory, rating, milliseconds(now), learning_day(now, UTC))
        assert memory.stability == card.stability
        assert memory.difficulty == card.difficulty
        assert moment_of(memory.due) == card.due
        assert memory.stage == card.state.name.lower()


@given(
    HISTORIES,
    st.lists(st.floats(0, 1), min_size=21, max_size=21),
    st.floats(0.7, 0.97),
    st.sampled_from([(), (1,), (1, 10), (2, 7, 30)]),
    st.sampled_from([(), (10,), (5, 20)]),
)
@settings(max_examples=150, deadline=None)
def test_it_is_fsrs_with_any_parameters_and_steps(history, shares, retention, steps, again):
    parameters = [low + (high - low) * share for (low, high), share in zip(BOUNDS, shares, strict=True)]
    minutes = [tuple(timedelta(minutes=count) for count in counts) for counts in (steps, again)]
    plain = fsrs.Scheduler(parameters, retention, *minutes, enable_fuzzing=False)
    scheduler = Scheduler(retention, parameters, *minutes, fuzz=False)
    now, memory, card = START, None, fsrs.Card(card_id=1, due=START)
    for rating, days in history:
        now += timedelta(days=days)
        card, _ = plain.review_card(card, fsrs.Rating(rating), now)
        memory = scheduler.review("card", memory, rating, milliseconds(now), learning_day(now, UTC))
        assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
        assert (moment_of(memory.due), memory.stage) == (card.due, card.state.name.lower())
        chance = plain.get_card_retrievability(card, now + timedelta(days=3))
        assert scheduler.recall(memory.stability, 3) == chance


@given(HISTORIES)
@settings(max_examples=60, deadline=None)
def test_the_same_answers_give_the_same_days_and_leave_randomness_alone(history):
    random.seed(7)
    before = random.getstate()
    assert run(history) == run(history)
    assert random.getstate() == before


@given(HISTORIES, st.sampled_from([1, 2, 3, 4]))
@settings(max_examples=60, deadline=None)
def test_undo_and_redo_give_the_same_day(history, rating):
    *_, before = run(history)
    again = [Scheduler().review("card", before, rating, before.due + DAY, before.day + 1) for _ in range(2)]
    assert again[0] == again[1]
    assert Scheduler().previews("card", before, before.due + DAY, before.day + 1)[rating] == again[0]


@given(HISTORIES)
@settings(max_examples=60, deadline=None)
def test_a_memory_survives_being_written(history):
    for memory in run(history):
        assert from_text(to_text(memory)) == memory


NUMBERS = st.integers(-5, 2**45)


@given(
    st.builds(
        Memory, st.sampled_from(["new", "learning", "review", "relearning"]), st.integers(-1, 5), st.floats(0, 1e5),
        st.floats(0, 10), NUMBERS, NUMBERS, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**5),
        st.integers(0, 100), st.booleans(), st.booleans(), st.integers(0, 10**6),
    ),
    NUMBERS, st.integers(0, 10**6),
)  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_a_memory_survives_being_packed(memory, at, day):
    assert unpacked(packed(memory, at, day), at, day) == memory
    assert unpacked(packed(Memory(), 0, 0), 0, 0) == Memory()


@given(HISTORIES)
@settings(max_examples=60, deadline=None)
def test_fuzz_stays_near_and_better_answers_wait_longer(history):
    *_, memory = run(history)
    at, day = memory.due + DAY, memory.day + 400
    fuzzed = Scheduler().previews("card", memory, at, day)
    exact = Scheduler(fuzz=False).previews("card", memory, at, day)
    for rating in (1, 2, 3, 4):
        wanted, got = exact[rating].due - at, fuzzed[rating].due - at
        assert abs(got - wanted) <= max(DAY, 0.15 * wanted + 2 * DAY)
    assert fuzzed[2].due <= fuzzed[3].due <= fuzzed[4].due


def test_fuzz_parts_cards_that_were_learnt_together():
    days = {run([(4, 0), (3, 8), (3, 40)], name=f"card-{n}")[-1].due // DAY for n in range(40)}
    assert len(days) > 5


@pytest.mark.parametrize("back", [timedelta(minutes=5), timedelta(days=1), timedelta(days=4000)])
def test_a_clock_set_back_never_puts_a_card_in_the_past(back):
    memory = run([(3, 0), (3, 0), (3, 3)])[-1]
    now = moment_of(memory.last) - back
    after = Scheduler().review("card", memory, 3, milliseconds(now), learning_day(now, UTC))
    assert after.last == memory.last
    assert after.due > memory.last
    assert after.day == memory.day


def test_an_evening_and_the_next_morning_are_a_day_apart():
    evening, morning = START.replace(hour=21), START.replace(hour=8) + timedelta(days=1)
    scheduler, memory = Scheduler(fuzz=False), None
    for now in (evening, evening, morning):
        memory = scheduler.review("card", memory, 3, milliseconds(now), learning_day(now, UTC))
    a_day_later = scheduler.review("card", run_twice(scheduler, evening), 3, milliseconds(evening) + DAY, memory.day)
    assert memory.stability == a_day_later.stability


def run_twice(scheduler, now):
    """A card learnt in one go."""
    memory = None
    for _ in range(2):
        memory = scheduler.review("card", memory, 3, milliseconds(now), learning_day(now, UTC))
    return memory


def test_what_is_known_fades():
    scheduler, memory = Scheduler(), run([(3, 0), (3, 0)])[-1]
    chances = [scheduler.recall(memory.stability, days) for days in (0, 1, 5, 50)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1.0
    assert scheduler.recall(Memory().stability, 7) == 0.0


@pytest.mark.parametrize(("hour", "days"), [(3, -1), (4, 0), (12, 0), (23, 0)])
def test_the_learning_day_begins_at_four(hour, days):
    now = START.replace(hour=hour)
    assert learning_day(now, UTC) == START.date().toordinal() + days


def test_three_thousand_histories_are_reckoned_as_the_other_implementation_does():
    """FSRS exists twice, in Python (which schedules here) and in Rust (which fits here): both must mean the same."""
    rust = pytest.importorskip("fsrs_rs_python")
    chance, scheduler, worst = random.Random(11), Scheduler(fuzz=False), 0.0
    items, ours = [], []
    for _ in range(3000):
        length = chance.randint(1, 14)
        history = [(chance.choices((1, 2, 3, 4), (2, 1, 6, 1))[0], chance.choice((0, 0, 1, 2, 5, 12, 40, 200)))
                   for _ in range(length)]  # fmt: skip
        history[0] = (history[0][0], 0)
        items.append(rust.FSRSItem([rust.FSRSReview(rating, days) for rating, days in history]))
        ours.append(days_run(history, scheduler))
    theirs = rust.FSRS(list(rust.DEFAULT_PARAMETERS)).memory_state_batch(items)
    for memory, state in zip(ours, theirs, strict=True):
        worst = max(worst, abs(memory.stability / state.stability - 1), abs(memory.difficulty - state.difficulty))
    assert worst < 1e-4


def days_run(history, scheduler):
    """The memory after answers so many days apart, all at nine in the morning."""
    now, memory = START, None
    for rating, days in history:
        now += timedelta(days=days)
        memory = scheduler.review("card", memory, rating, milliseconds(now), learning_day(now, UTC))
    return memory
