from dataclasses import replace

from quiz.deck import Bilingual, Card
from quiz.study.class_cards import class_cards
from tests.classroom.made import card, deck


def of_fact(made: Card, fact: str) -> Card:
    return replace(made, fact={"id": fact})


def test_one_card_a_fact_and_choices_before_typing() -> None:
    cards = (of_fact(card(1, "text"), "a"), of_fact(card(2, "choice"), "a"), of_fact(card(3, "cloze"), "b"))
    asked = class_cards([replace(deck(0), cards=cards)], 1)
    assert {one.id for one in asked} == {cards[1].id, cards[2].id}


def test_what_was_rejected_or_is_only_turned_over_is_not_asked() -> None:
    cards = (replace(card(1), status="rejected"), replace(card(2), form="flip", choices=()), card(3))
    assert [one.id for one in class_cards([replace(deck(0), cards=cards)], 1)] == [cards[2].id]


def test_a_limit_takes_approved_cards_first() -> None:
    cards = tuple(replace(card(number), status="approved" if number > 7 else "draft") for number in range(10))
    asked = class_cards([replace(deck(0), cards=cards)], 1, 2)
    assert {one.status for one in asked} == {"approved"}


def test_the_seed_decides_the_order() -> None:
    made = [deck(12)]
    assert class_cards(made, 1) == class_cards(made, 1)
    assert class_cards(made, 1) != class_cards(made, 2)
    assert Bilingual("Autun", "Autun", "rule") in class_cards(made, 1)[0].choices
