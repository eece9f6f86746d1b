"""The order of a sitting: due before new, sources mixed, siblings kept for another day."""

from collections import Counter
from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.order import Entry, draw, interleave, plan, playable, siblings
from tests.study.samples import card, deck, many


def entries(cards, state="new"):
    """Entries of one deck."""
    home = deck(*cards)
    return [Entry(home, one, state, n) for n, one in enumerate(cards)]


def of(source, count, name=None):
    """Cards of one source."""
    return [card(f"{name or source}{n}", source=source) for n in range(count)]


def planned(new=(), reviews=(), learning=(), answered=(), new_left=20, reviews_left=200):
    """The ids of the three queues."""
    made = plan(
        entries(learning, "learning"),
        entries(reviews, "review"),
        entries(new),
        entries(answered),
        new_left,
        reviews_left,
        seed=1,
    )
    return [[entry.card.id for entry in queue] for queue in (made.learning, made.reviews, made.new)]


def test_sources_are_mixed_and_each_keeps_its_order():
    order = list(interleave(entries([*of("a", 3), *of("b", 3), *of("c", 2)])))
    sources = [entry.card.evidence.source for entry in order]
    assert all(one != other for one, other in pairwise(sources))
    assert [e.card.id for e in order if e.card.evidence.source == "a"] == ["a0", "a1", "a2"]


@given(st.lists(st.integers(1, 8), min_size=1, max_size=6))
def test_neighbours_share_a_source_only_where_nothing_else_is_left(sizes):
    cards = [one for n, size in enumerate(sizes) for one in of(f"s{n}", size)]
    order = [entry.card.evidence.source for entry in interleave(entries(cards))]
    assert sorted(order) == sorted(one.evidence.source for one in cards)
    touching = sum(one == other for one, other in pairwise(order))
    assert touching == max(0, 2 * max(sizes) - sum(sizes) - 1)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from([None, "x", "y"])), min_size=1, max_size=30))
def test_of_one_source_the_first_that_is_no_sibling_comes_next(drawn):
    waiting = [card(f"c{n}", start=start, fact=fact and {"id": fact}) for n, (start, fact) in enumerate(drawn)]
    last = None
    for entry in list(interleave(entries(waiting))):
        free = [one for one in waiting if last is None or not siblings(one, last)]
        assert entry.card is (free or waiting)[0]
        waiting.remove(entry.card)
        last = entry.card


def test_siblings_share_a_sentence_or_a_fact():
    one, same = card("a1", start=10), card("a2", start=10)
    other, named = card("b1", start=50, fact={"id": "x"}), card("c1", start=90, source="elsewhere", fact={"id": "x"})
    assert siblings(one, same)
    assert siblings(other, named)
    assert not siblings(one, other)
    assert not siblings(card("d1", start=10, source="one"), card("d2", start=10, source="two"))


def test_of_two_siblings_one_is_asked():
    _, reviews, new = planned(
        reviews=[card("r1", start=1), card("r2", start=1)],
        new=[card("n1", start=1), card("n2", start=2), card("n3", start=2)],
    )
    assert (reviews, new) == (["r1"], ["n2"])


def test_the_sibling_of_a_card_answered_today_waits():
    _, reviews, new = planned(
        reviews=[card("r1", start=1)], new=[card("n2", start=2)], answered=[card("x1", start=1), card("x2", start=2)]
    )
    assert (reviews, new) == ([], [])


def test_learning_cards_finish_their_steps_although_they_were_answered_today():
    started = card("l1", start=1)
    learning, _, new = planned(learning=[started], new=[card("n1", start=1)], answered=[started])
    assert (learning, new) == (["l1"], [])


def test_limits_hold_and_the_longest_due_come_first():
    reviews = of("a", 4) + of("b", 4)
    _, asked, new = planned(reviews=reviews, new=of("c", 5), new_left=2, reviews_left=3)
    assert set(asked) == {"a0", "a1", "a2"}
    assert len(new) == 2
    assert planned(new=of("c", 5), new_left=-3)[2] == []


def test_the_day_shuffles_reviews_the_same_way_each_time():
    cards = of("a", 30)
    first, again = planned(reviews=cards)[1], planned(reviews=cards)[1]
    assert first == again != [one.id for one in cards]


def test_every_order_of_three_choices_comes_up_about_as_often():
    orders = Counter(
        tuple(sorted(("un", "dx", "tr"), key=lambda one: draw(one, "card", showing))) for showing in range(3000)
    )
    assert len(orders) == 6
    assert min(orders.values()) > 400


def test_rejected_cards_and_doubles_are_not_played():
    twice = card("a1")
    decks = [deck(twice, card("a2", status="rejected"), name="one"), deck(twice, card("a3"), name="two")]
    assert [(home.id, one.id) for home, one in playable(decks)] == [("one", "a1"), ("two", "a3")]


def test_a_large_deck_is_mixed_in_no_time():
    assert len(list(interleave(Entry(home, one, "new") for home in [many(5000, 300)] for one in home.cards))) == 5000


def test_ten_thousand_cards_of_one_sentence_are_put_in_order():
    cards = [card(f"c{n}", start=7) for n in range(10_000)]
    began = process_time()
    assert len(list(interleave(entries(cards)))) == 10_000
    assert process_time() - began < 5  # a minute where each looks through all the others
