"""A rebuild keeps what people did and every id that still means something."""

from dataclasses import replace

from quiz.deck import Bilingual
from quiz.deck_merge import merge
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


def test_a_decided_card_whose_sentence_is_gone_becomes_a_draft_and_is_named():
    result = merged(deck(card("mine", status="approved")), deck(cloze()), {"tri": "Rien."})
    assert result.orphans == ("mine",)
    assert result.deck.cards[1].status == "draft"
    assert "evidence-gone" in result.deck.cards[1].tags


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
