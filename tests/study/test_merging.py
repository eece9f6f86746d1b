"""Two machines' histories in one, in any order and any number of times; and the same by way of an export."""

import json
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.events import memories
from quiz.study.export import read_export, write_export
from quiz.study.history import History
from quiz.study.merging import Merged, log_in, log_of, merge
from quiz.study.replay import Schedulers, fingerprints, replayed
from quiz.study.scheduler import BOUNDS
from quiz.study.session import Limits, Session
from tests.study.samples import MORNING, Clock, many, opened, play

DECK = many(4, 2)


@pytest.fixture
def clock():
    return Clock()


def state(history):
    """What tells two histories apart: the acts of people, by name, and what is remembered."""
    log = log_of(history)
    names = fingerprints(log.events, log.collection)
    return {names[e.seq] for e in log.events if e.kind != "merge"}, memories(log.events)


def reviews(history):
    return sorted((e.at, e.card, e.answer.given, e.answer.seconds) for e in history.log() if e.kind == "review")


def test_what_was_answered_there_is_known_here(tmp_path, clock):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        play(Session.begin(here, [DECK], Limits(new=2)), clock)
        clock.pass_(minutes=40)
        play(Session.begin(there, [many(8, 2)], Limits(new=6)), clock)
        answered = len(reviews(here)) + len(reviews(there))
        assert merge(here, log_of(there)) == Merged(12, 0, 2)
        assert len(reviews(here)) == answered
        assert merge(here, log_of(there)) == Merged(0, 12, 0)
        assert len(here.standings()) == 6
        assert here.memory("m5") == there.memory("m5")
        assert here.memory("m0").reps == 4
        assert here.verify() == []
        assert here.today() in {answer.day for answer in here.answers()}
    with opened(tmp_path / "a", clock) as here:
        assert len(reviews(here)) == answered
        assert here.notices == ()


def test_a_merged_history_can_be_made_again_from_its_journal(tmp_path, clock):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        for history in (here, there, here):
            play(Session.begin(history, [DECK]), clock)
            clock.pass_(days=5)
        merge(here, log_of(there))
        expected = list(here.log())
    (tmp_path / "a" / "history.sqlite").unlink()
    with opened(tmp_path / "a", clock) as here:
        assert list(here.log()) == expected


def test_a_copied_folder_that_went_on_for_itself(tmp_path, clock):
    """The commonest second machine: the folder was copied, and both went on."""
    with opened(tmp_path / "a", clock) as here:
        play(Session.begin(here, [DECK]), clock)
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    clock.pass_(days=3)
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        play(Session.begin(here, [DECK]), clock)
        clock.pass_(hours=2)
        play(Session.begin(there, [DECK]), clock)
        (one, other) = (len(reviews(here)), len(reviews(there)))
        merged = merge(here, log_of(there))
        assert merged.added == other - 8
        assert len(reviews(here)) == one + other - 8
        assert merge(there, log_of(here)).reckoned == 0
        assert state(here) == state(there)


def test_undone_there_is_undone_here(tmp_path, clock):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        session = Session.begin(there, [DECK])
        session.answer("faux")
        session.undo()
        session.answer("juste", 3.0)
        there.suspend("m3")
        merge(here, log_of(there))
        assert [right for _, _, right, *_ in here.answers()] == [False]
        assert here.memory("m3").suspended
        assert len(here.answers()) == 1


def test_reports_and_learners_come_along(tmp_path, clock):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock, learner="Ada") as there:
        there.report("m1", "unclear", "quoi ?")
        play(Session.begin(there, [DECK]), clock)
        merge(here, log_of(there))
        assert here.reports() == there.reports()
        assert here.answers() == []
    with opened(tmp_path / "a", clock, learner="Ada") as ada:
        assert len(ada.answers()) == 8


def test_the_later_fit_holds_and_the_later_settling_settles_on_whichever_side(tmp_path, clock):
    early, late = [low for low, _ in BOUNDS], [high for _, high in BOUNDS]
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        here.report("m1", "wrong")
        there.fit(early)
        clock.pass_(hours=1)
        here.fit(late)
        there.settle("m1")
        logs = log_of(here), log_of(there)
        merge(here, logs[1])
        merge(there, logs[0])
        assert here.parameters == there.parameters == tuple(map(float, late))
        assert here.reports() == there.reports() == []


ACTS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(
            ["right", "wrong", "right", "suspend", "unsuspend", "bury", "reset", "undo", "regrade", "report"]
        ),
        st.integers(0, 3),
        st.integers(-3, 200),
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=ACTS, after=ACTS, copied=st.booleans())
def test_merging_is_commutative_associative_and_idempotent(before, after, copied):
    folder = Path(tempfile.mkdtemp())
    try:
        clock = Clock()
        if copied:  # the machines have a past in common
            with opened(folder / "a", clock) as one:
                lived({"a": one}, [("a", *rest) for _, *rest in before], clock)
            for name in "bc":
                shutil.copytree(folder / "a", folder / name)
        clock.pass_(hours=5)
        with opened(folder / "a", clock) as a, opened(folder / "b", clock) as b, opened(folder / "c", clock) as c:
            lived({"a": a, "b": b, "c": c}, after, clock)
            logs = {"a": log_of(a), "b": log_of(b), "c": log_of(c)}
        results = []
        for order in ("abc", "cba", "bac", "bcab", "accbb"):
            work = folder / f"work-{order}"
            shutil.copytree(folder / order[0], work)
            with opened(work, clock) as history:
                for name in order[1:]:
                    merge(history, logs[name])
                results.append(state(history))
                assert history.verify() == []
                assert again(history) == memories(log_of(history).events)
        with opened(folder / "b", clock) as b, opened(folder / "a", clock) as a:
            merge(b, logs["c"])  # a with (b with c)
            merge(a, log_of(b))
            merge(b, log_of(a))
            results += [state(a), state(b)]
            assert merge(b, log_of(a)).added == 0
        assert all(result == results[0] for result in results)
        acts = [e for log in logs.values() for e in log.events]
        names = {name for log in logs.values() for name in fingerprints(log.events, log.collection).values()}
        assert results[0][0] == names
        assert copied or len(names) == len(acts)
    finally:
        shutil.rmtree(folder)


def lived(histories, acts, clock):
    """Some people's acts on some machines, each with a while after it; on every machine the clock is its own."""
    sessions = {}
    for machine, act, card, hours in acts:
        history = histories[machine]
        if machine not in sessions:
            sessions[machine] = Session.begin(history, [DECK], Limits(retention=0.85 if machine == "b" else 0.9))
        session = sessions[machine]
        if act in ("right", "wrong"):
            if session.question() is None:
                sessions[machine] = session = Session.begin(history, [DECK])
            if session.question() is not None:
                session.answer(session.question().card.answer.fr if act == "right" else "faux", 4.0)
        elif act == "undo":
            with suppress(QuizError):  # the card was put aside meanwhile, outside of the sitting
                session.undo()
        elif act == "regrade":
            with suppress(LookupError, QuizError):
                session.regrade(card + 1)
        else:
            getattr(history, act)(f"m{card}")
        clock.pass_(hours=hours, seconds=1)


def again(history):
    """The memories, by reading the whole log again."""
    log = log_of(history)
    by_card = {}
    for event in log.events:
        if event.card and event.kind != "merge":
            by_card.setdefault((event.learner, event.card), []).append(event)
    schedulers = Schedulers(log.events, log.collection)
    found = {about: replayed(events, log.collection, schedulers.at) for about, events in by_card.items()}
    return {about: memory for about, memory in found.items() if memory is not None}


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(ACTS)
def test_a_replay_of_the_log_gives_the_same_memory(acts):
    """Also without believing what each event says it left, where one machine's clock went forward."""
    folder = Path(tempfile.mkdtemp())
    try:
        clock = Clock()
        with opened(folder, clock) as history:
            lived({"a": history}, [("a", act, card, abs(hours)) for _, act, card, hours in acts], clock)
            log = log_of(history)
            assert again(history) == memories(log.events)
            schedulers = Schedulers(log.events, log.collection)
            cards = {event.card for event in log.events if event.card}
            for card in cards:
                events = list(history.log(card))
                assert replayed(events, log.collection, schedulers.at, trust=False) == history.memory(card)
    finally:
        shutil.rmtree(folder)


# Export


def exported(history, path):
    write_export(path, log_of(history))
    return path


def test_an_export_read_back_is_the_log(tmp_path, clock):
    with opened(tmp_path, clock) as history:
        lived(
            {"a": history},
            [
                ("a", act, n % 4, 9)
                for n, (act) in enumerate(
                    ["right", "wrong", "undo", "suspend", "report", "right", "regrade", "reset", "bury"]
                )
            ],
            clock,
        )
        path = exported(history, tmp_path / "mine.jsonl")
        assert read_export(path) == log_of(history) == log_in(path) == log_in(tmp_path)
        head, first, *_ = map(json.loads, path.read_text().splitlines())
        assert head["format"] == "quiz-history-export/1"
        assert first["at"] == "2026-03-02T09:00:00.000+00:00"
        assert first["answer"]["verdict"] == "right"
        assert first["after"]["stage"] == "learning"
        assert merge(history, log_in(path)).added == 0


def test_the_journal_alone_can_be_merged(tmp_path, clock):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        play(Session.begin(there, [DECK]), clock)
        there.close()
        assert merge(here, log_in(tmp_path / "b" / "history.journal")).added == 8


def test_under_another_name(tmp_path, clock):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        play(Session.begin(there, [DECK]), clock)
        log = log_of(there).of("moi").by("Ada")
        assert merge(here, log).added == 8
        assert merge(here, log).added == 0
        assert here.answers() == []
        assert log_of(here).of("moi").events == ()
        assert len(log_of(here).of("Ada").events) == 8


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (lambda text: "", "history-empty"),
        (lambda text: "bonjour\n", "merge-foreign"),
        (lambda text: "[]\n", "merge-foreign"),
        (lambda text: text.replace("export/1", "export/2"), "merge-newer"),
        (lambda text: text[:-40], "import-line"),
        (lambda text: text[: text.rindex("\n", 0, -1) + 1], "import-line"),
        (lambda text: text.replace('"right"', '"good"', 1), "import-line"),
        (lambda text: text.replace('"rating": 3', '"rating": 7', 1), "import-line"),
        (lambda text: text.replace('"moi"', '"m\\u001b[31moi"', 1), "import-line"),
        (lambda text: text.replace('"seq": 2', '"seq": 1', 1), "import-line"),
        (lambda text: text.replace('"kind": "review"', '"kind": "delete"', 1), "import-line"),
        (lambda text: text.replace('"stability": 2.3065', '"stability": "x"', 1), "import-line"),
        (lambda text: text.replace('"reps": 1', '"reps": 1e400', 1), "import-line"),
        (lambda text: text.replace('"day": "2026', '"day": "9026x', 1), "import-line"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_whole(tmp_path, clock, spoil, key):
    with opened(tmp_path / "a", clock) as here, opened(tmp_path / "b", clock) as there:
        play(Session.begin(there, [DECK]), clock)
        path = exported(there, tmp_path / "x.jsonl")
        spoilt = spoil(path.read_text())
        assert spoilt != path.read_text()
        path.write_text(spoilt)
        with pytest.raises(QuizError) as caught:
            merge(here, log_in(path))
        assert caught.value.key == key
        assert str(path) in str(caught.value.details["file"])
        assert list(here.log()) == []


def test_what_is_not_there(tmp_path):
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(QuizError) as caught:
            log_in(path)
        assert caught.value.key == "merge-missing"


def test_ten_thousand_answers_are_merged_in_a_few_seconds(tmp_path, clock):
    from time import perf_counter

    from tests.study.samples import deck_played

    here = deck_played(tmp_path / "a", 2500, MORNING, "1" * 32)
    there = deck_played(tmp_path / "b", 2500, MORNING + timedelta(days=2), "2" * 32)
    with History.open(here, clock) as one, History.open(there, clock) as other:
        start = perf_counter()
        merged = merge(one, log_of(other))
        assert merged.added == 5000
        assert perf_counter() - start < 20
