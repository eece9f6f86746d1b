from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.classroom import messages
from quiz.classroom.happening import Happening
from quiz.classroom.lesson import Lesson, Refused, Rules, replay
from quiz.deck import Bilingual
from tests.classroom.made import NOW, card, deck, lesson

TITLE = Bilingual("Foires", "Fairs", "reviewed")


def refused(why: str, wish: Callable[[], object]) -> None:
    with pytest.raises(Refused) as caught:
        wish()
    assert caught.value.why == why


def place(of: Lesson, number: int, key: str = "Autun") -> int:
    return next(k for k, choice in enumerate(of.rounds[number].choices) if choice.fr == key)


def answer(of: Lesson, seat: int, number: int, value: object, n: int = 1, at: int = NOW + 1000) -> None:
    act = of.answering(seat, number, n, value, at)
    if act is not None:
        of.apply(act)


def test_a_round_from_the_lobby_to_the_key() -> None:
    class_ = lesson(pupils=2)
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0))
    answer(class_, 1, 0, place(class_, 0, "Lens"))
    class_.apply(class_.closing(NOW + 9000))
    assert [class_.score(seat) for seat in (0, 1)] == [1, 0]
    assert class_.rounds[0].answers[0].seconds == 1


def test_an_answer_can_be_changed_until_the_close_and_not_after() -> None:
    class_ = lesson(pupils=1)
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0, "Lens"), n=1)
    answer(class_, 0, 0, place(class_, 0), n=2)
    class_.apply(class_.closing(NOW))
    refused("closed", lambda: answer(class_, 0, 0, place(class_, 0, "Lens"), n=3))
    assert class_.score(0) == 1


def test_the_same_message_twice_is_one_answer() -> None:
    class_ = lesson(pupils=1)
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, 0, n=5)
    assert class_.answering(0, 0, 5, 1, NOW) is None, "sent again after a drop"
    assert class_.answering(0, 0, 4, 1, NOW) is None, "an older one that was overtaken"


@pytest.mark.parametrize("value", [-1, 3, True, "Autun", None, 1.0, [0]])
def test_an_answer_that_is_no_choice_is_refused(value: object) -> None:
    class_ = lesson(pupils=1)
    class_.apply(class_.opening(NOW))
    refused("bad", lambda: class_.answering(0, 0, 1, value, NOW))


def test_a_typed_answer_is_judged_as_in_study() -> None:
    class_ = lesson(pupils=2, forms=("text",))
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, "  autun\x1b[2J ")
    answer(class_, 1, 0, "Lens")
    class_.apply(class_.closing(NOW))
    assert (class_.score(0), class_.score(1)) == (1, 0)
    assert class_.rounds[0].answers[0].text == "autun"


def test_a_timer_closes_for_answers_and_a_pause_stops_it() -> None:
    class_ = lesson(pupils=1, seconds=30)
    class_.apply(class_.opening(NOW))
    assert class_.deadline == NOW + 30_000
    class_.apply(Happening("paused", NOW + 10_000))
    refused("paused", lambda: answer(class_, 0, 0, 0, at=NOW + 12_000))
    class_.apply(Happening("resumed", NOW + 70_000))
    assert class_.deadline == NOW + 90_000
    refused("closed", lambda: answer(class_, 0, 0, 0, at=NOW + 90_001))
    answer(class_, 0, 0, 0, at=NOW + 80_000)
    assert class_.rounds[0].answers[0].seconds == 20


def test_who_may_sit_down() -> None:
    class_ = lesson(pupils=2, seats=3, late=False)
    refused("taken", lambda: class_.seating("pupille 1", "x", NOW))
    class_.apply(Happening("locked", NOW))
    refused("locked", lambda: class_.seating("Ada", "x", NOW))
    class_.apply(Happening("unlocked", NOW))
    class_.apply(class_.seating("Ada", "x", NOW))
    refused("full", lambda: class_.seating("Luc", "y", NOW))
    class_.apply(Happening("kicked", NOW, seat=0))
    class_.apply(class_.opening(NOW))
    refused("late", lambda: class_.seating("Luc", "y", NOW))
    class_.apply(Happening("ended", NOW))
    refused("ended", lambda: class_.seating("Luc", "y", NOW))


def test_a_skipped_question_does_not_count() -> None:
    class_ = lesson(pupils=1)
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0))
    class_.apply(class_.skipping(NOW))
    class_.apply(class_.opening(NOW))
    assert class_.at == 1
    assert class_.score(0) == 0
    assert class_.counted() == []


def test_back_shows_a_closed_question_and_next_goes_on_where_it_was() -> None:
    class_ = lesson(pupils=1)
    for _ in range(2):
        class_.apply(class_.opening(NOW))
        class_.apply(class_.closing(NOW))
    class_.apply(class_.going_back(NOW))
    assert (class_.at, class_.phase) == (0, "closed")
    refused("no-more", lambda: class_.going_back(NOW))
    class_.apply(class_.opening(NOW))
    assert class_.at == 2


def test_after_the_last_question_there_is_none() -> None:
    class_ = lesson(1)
    class_.apply(class_.opening(NOW))
    class_.apply(class_.closing(NOW))
    refused("no-more", lambda: class_.opening(NOW))


def test_teams_are_filled_evenly_and_share_their_right_answers() -> None:
    class_ = lesson(1, pupils=4, teams=2)
    assert [seat.team for seat in class_.seats.values()] == [0, 1, 0, 1]
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0))
    class_.apply(class_.closing(NOW))
    assert class_.team_shares() == [0.5, 0.0]


def test_at_a_free_pace_everybody_is_somewhere_else() -> None:
    class_ = lesson(2, pupils=2, pace="free")
    class_.apply(class_.opening(NOW))
    refused("bad", lambda: class_.going_on(0, 0, NOW))
    answer(class_, 0, 0, place(class_, 0))
    for _ in range(2):  # the key, then the next question
        act = class_.going_on(0, 0, NOW)
        assert act is not None
        class_.apply(act)
    assert class_.going_on(0, 0, NOW) is None, "the message came twice"
    assert [seat.at for seat in class_.seats.values()] == [1, 0]
    assert class_.score(0) == 1
    refused("closed", lambda: answer(class_, 1, 1, 0))
    body = messages.mine(class_, class_.seats[1])
    assert body["round"] == 0
    assert "key" not in body


_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("seat"), st.integers(0, 5)),
        st.tuples(st.just("open"), st.just(0)),
        st.tuples(st.just("answer"), st.integers(0, 59)),
        st.tuples(st.just("close"), st.just(0)),
        st.tuples(st.just("skip"), st.just(0)),
        st.tuples(st.just("back"), st.just(0)),
        st.tuples(st.just("on"), st.integers(0, 5)),
    ),
    max_size=60,
)


@given(acts=_ACTS, pace=st.sampled_from(["teacher", "free"]))
@settings(max_examples=150, deadline=None)
def test_a_replay_gives_the_same_lesson_and_no_message_tells_an_open_key(
    acts: list[tuple[str, int]], pace: str
) -> None:
    class_ = lesson(3, pace=pace, forms=("text", "choice", "true-false"))
    done: list[Happening] = []
    for at, (what, number) in enumerate(acts):
        now = NOW + at * 500
        try:
            wish = {
                "seat": lambda number=number, now=now: class_.seating(f"P{number}", "t", now),
                "open": lambda now=now: class_.opening(now),
                "answer": lambda number=number, now=now, at=at: class_.answering(
                    number % 5, number % 3, at, number % 2 if number % 3 else "Lens", now
                ),
                "close": lambda now=now: class_.closing(now),
                "skip": lambda now=now: class_.skipping(now),
                "back": lambda now=now: class_.going_back(now),
                "on": lambda number=number, now=now: class_.going_on(number, class_.seats[number].at, now),
            }[what]
            if what == "close" and pace == "free":
                continue
            act = wish()
        except (Refused, KeyError):
            continue
        if act is None:
            continue
        class_.apply(act)
        done.append(act)
        for seat in class_.seats.values():
            body = messages.shared(class_, TITLE, now) | messages.mine(class_, seat)
            asked = body.get("round")
            open_ = class_.phase == "open" and not (pace == "free" and seat.settled)
            if asked is not None and open_:
                assert not {"key", "evidence", "right_choice", "spread", "right"} & set(body)
                assert "right" not in body["you"]
                assert "comme chaque année" not in messages.dump(body)
    again = replay("essai", deck(3, ("text", "choice", "true-false")).cards, class_.rules, done)
    assert [messages.mine(again, seat) for seat in again.seats.values()] == [
        messages.mine(class_, seat) for seat in class_.seats.values()
    ]
    assert messages.shared(again, TITLE, NOW) == messages.shared(class_, TITLE, NOW)


def test_choices_stand_in_one_order_for_the_whole_class() -> None:
    orders = {tuple(c.fr for c in lesson(1).rounds[0].choices) for _ in range(3)}
    assert len(orders) == 1
    others = {tuple(c.fr for c in Lesson(str(k), [card(0)], class_rules()).rounds[0].choices) for k in range(20)}
    assert len(others) > 1, "another lesson, another order"


def class_rules() -> object:
    return lesson().rules


def test_what_the_deck_knows_of_the_key_alone_gives_it_away_to_nobody() -> None:
    """English for the key, or another origin of its English, is no difference that a class sees before the close."""
    plain = card(0)
    names = (Bilingual("le préfet", "the prefect", "reviewed"), Bilingual("le maire"), Bilingual("le notaire"))
    told = (Bilingual("Autun", "Autun", "rule"), Bilingual("Lens", "Lens", "machine"), Bilingual("Brest"))
    for choices in (names, told):
        made = Lesson("essai", [replace(plain, choices=choices, answer=choices[0])], Rules())
        made.apply(made.opening(NOW))
        sent = messages.asked(made, 0, closed=False)["choices"]
        assert len({(choice["en"] is None, *choice) for choice in sent}) == 1
        assert all("origin" not in choice for choice in sent)
        assert len({choice.origin for choice in made.rounds[0].choices}) == 1
