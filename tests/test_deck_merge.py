"""A rebuild keeps what people did and every id that still means something."""

import json
from dataclasses import replace

import pytest

from quiz.deck import Bilingual, to_json
from quiz.deck_format import flaws_of
from quiz.deck_merge import GONE, merge
from tests.decks import TEXT, card, cloze, deck

TEXTS = {"tri": TEXT}


def merged(old, new, texts=None):
    return merge(old, new, TEXTS if texts is None else texts)


def test_an_approved_card_stays_as_it_was_seen():
    old = deck(card(status="approved", question=Bilingual("Combien trient ?")))
    (kept,) = merged(old, deck(card())).deck.cards
    assert kept.status == "approved"
    assert kept.question.fr == "Combien trient ?"


def test_a_rejected_card_stays_rejected():
    (kept,) = merged(deck(card(status="rejected")), deck(card())).deck.cards
    assert kept.status == "rejected"


def test_only_the_edited_fields_stay():
    old = deck(card(question=Bilingual("La mienne ?"), edited=("question",), score=0.1))
    (kept,) = merged(old, deck(card(score=0.9))).deck.cards
    assert kept.question.fr == "La mienne ?"
    assert kept.edited == ("question",)
    assert kept.score == 0.9


def test_an_unedited_draft_takes_the_new_wording():
    (kept,) = merged(deck(card(question=Bilingual("Vieille ?"))), deck(card())).deck.cards
    assert kept == card()


def test_a_corrected_sentence_keeps_the_cards_id():
    fixed = replace(card().evidence, text=card().evidence.text.replace("déchets", "ordures"))
    (kept,) = merged(deck(card("old")), deck(card("new", evidence=fixed))).deck.cards
    assert kept.id == "old"
    assert kept.evidence.text == fixed.text


def test_another_answer_is_another_card():
    new = card("new", answer=Bilingual("52\u00a0%"))
    (kept,) = merged(deck(card("old")), deck(new)).deck.cards
    assert kept.id == "new"


def test_a_decided_card_that_is_not_made_any_more_stays_while_its_sentence_stands():
    result = merged(deck(card("mine", status="approved")), deck(cloze()))
    assert [c.id for c in result.deck.cards] == ["c2", "mine"]
    assert result.orphans == ()


def test_its_offsets_follow_the_sentence():
    result = merged(deck(card("mine", status="approved")), deck(cloze()), {"tri": "Ajout. " + TEXT})
    evidence = result.deck.cards[1].evidence
    assert ("Ajout. " + TEXT)[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("status", ["approved", "rejected"])
def test_a_decided_card_whose_sentence_is_gone_is_set_aside_and_named(status):
    result = merged(deck(card("mine", status=status)), deck(cloze()), {"tri": "Rien."})
    assert result.orphans == ("mine",)
    assert result.deck.cards[1].status == status
    assert GONE in result.deck.cards[1].tags


def test_it_comes_back_with_its_sentence():
    once = merged(deck(card("mine", status="approved")), deck(cloze()), {"tri": "Rien."})
    again = merged(once.deck, deck(cloze()))
    assert GONE not in again.deck.cards[1].tags
    remade = merged(once.deck, deck(card("mine")))
    assert remade.deck.cards[0].status == "approved"
    assert GONE not in remade.deck.cards[0].tags


def two_sources(*cards):
    made = deck(*cards)
    return replace(made, sources=(*made.sources, replace(made.sources[0], id="copie", file="copie.txt")))


def test_a_decision_moves_to_the_copy_of_its_sentence():
    copy = replace(card().evidence, source="copie")
    old = two_sources(card("mine", status="approved", also=(copy,)))
    new = deck(cloze())
    new = replace(new, sources=(replace(new.sources[0], id="copie"),), cards=())
    (kept,) = merged(old, new, {"copie": TEXT}).deck.cards
    assert (kept.evidence.source, kept.status, kept.also) == ("copie", "approved", ())


def test_no_card_names_a_source_that_has_gone():
    copy = replace(card().evidence, source="copie")
    old = two_sources(card("mine", status="rejected", also=(copy,)))
    result = merged(old, deck(cloze()))
    assert result.deck.cards[1].also == ()
    assert flaws_of(json.loads(to_json(result.deck))) == []


def test_building_one_article_of_a_deck_leaves_the_others_cards_alone():
    other = card("theirs", evidence=replace(card().evidence, source="copie"))
    old = two_sources(card("mine", status="approved"), other)
    result = merge(old, deck(card("mine")), TEXTS, partial=True)
    assert [(c.id, c.status) for c in result.deck.cards] == [("mine", "approved"), ("theirs", "draft")]
    assert {s.id for s in result.deck.sources} == {"tri", "copie"}


def test_an_undecided_card_that_is_not_made_any_more_goes():
    assert [c.id for c in merged(deck(card("old")), deck(cloze())).deck.cards] == ["c2"]


def test_the_source_of_a_kept_card_is_kept_with_it():
    old = deck(card("mine", status="approved"))
    new = replace(deck(cloze("other")), cards=(), sources=())
    assert [s.id for s in merged(old, new).deck.sources] == ["tri"]


def test_merging_twice_changes_nothing_more():
    old = deck(card("mine", status="approved"), cloze("c9"))
    once = merged(old, deck(card("new"), cloze()))
    assert merged(once.deck, deck(card("new"), cloze())).deck == once.deck


def test_a_card_that_lost_its_sentence_is_not_lost_at_the_next_rebuild():
    once = merged(deck(card("mine", status="approved")), deck(cloze()), {"tri": "Rien."})
    assert "mine" in {c.id for c in merged(once.deck, deck(cloze()), {"tri": "Rien."}).deck.cards}
