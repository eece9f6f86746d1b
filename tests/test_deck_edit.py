"""What an editor does to a deck: decisions, corrections, taking them back, and meeting somebody else's changes."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck import BLANK, Bilingual, from_json, to_json
from quiz.deck_edit import Ledger, Text, carried, correct, decide, flaws, rebase, stale_english, wording
from quiz.deck_format import flaws_of
from quiz.deck_merge import merge
from tests.decks import SENTENCE, TEXT, card, cloze, deck, evidence

NUMBER = card("c3", form="number", choices=())
TRUE = card(
    "c4",
    form="true-false",
    question=Bilingual("Vrai ou faux\u202f? 44\u00a0% des habitants trient."),
    choices=(),
    answer=Bilingual("Vrai", "True", "rule"),
    accept=(),
)
DECK = deck(card(), cloze(), NUMBER, TRUE)

words = st.text(alphabet="aé «»:?_ \n\t\u00a0\u202e\x1b44%", max_size=12)
texts = st.builds(Text, words, words)


@st.composite
def wordings(draw, base):
    """A correction that changes some of the texts, and may leave the card unfit."""
    new = wording(base)
    if draw(st.booleans()):
        new = replace(new, question=draw(texts))
    if draw(st.booleans()):
        new = replace(new, answer=draw(st.one_of(texts, st.sampled_from([Text("Vrai"), Text("Faux"), Text("45 %")]))))
    if draw(st.booleans()):
        choices = draw(st.lists(texts, max_size=5))
        new = replace(new, choices=tuple(choices), key=draw(st.integers(-1, 5)))
    if draw(st.booleans()):
        new = replace(new, accept=tuple(draw(st.lists(words, max_size=3))))
    return replace(new, evidence_en=draw(st.one_of(st.just(new.evidence_en), words)))


def act(ledger, data):
    """One thing an editor might do to some card of the deck; None where it would do nothing."""
    now = data.draw(st.sampled_from(ledger.deck.cards))
    name = data.draw(st.sampled_from(["approve", "reject", "draft", "edit"]))
    if name != "edit":
        return decide(now, name)
    new = data.draw(wordings(now))
    return None if flaws(now, new) else correct(now, new)


@given(st.data())
def test_as_many_undos_as_operations_give_the_deck_back(data):
    ledger = Ledger(DECK)
    done = []
    for _ in range(data.draw(st.integers(0, 8))):
        operation = act(ledger, data)
        if operation:
            done.append(operation)
            ledger = ledger.apply(operation)
    assert [operation.name for operation in ledger.done] == [operation.name for operation in done]
    while done:
        ledger, undone = ledger.undo()
        assert undone == done.pop()
    assert ledger == Ledger(DECK)
    assert ledger.undo() is None


@given(st.data())
def test_a_correction_without_flaws_gives_a_deck_that_can_be_read(data):
    operation = act(Ledger(DECK), data)
    if operation:
        body = json.loads(to_json(Ledger(DECK).apply(operation).deck))
        assert flaws_of(body) == []
        assert from_json(body) == Ledger(DECK).apply(operation).deck


@pytest.mark.parametrize("one", DECK.cards, ids=lambda one: one.form)
def test_what_nobody_changed_is_no_correction(one):
    assert correct(one, wording(one)) is None


def test_deciding_again_is_nothing():
    assert decide(card(status="approved"), "approve") is None
    assert decide(card(status="approved"), "reject").after.status == "rejected"


def test_an_operation_on_a_card_that_is_not_as_it_was_seen_is_refused():
    operation = decide(card(), "approve")
    with pytest.raises(ValueError):
        Ledger(deck(card(score=0.5))).apply(operation)
    with pytest.raises(ValueError):
        Ledger(deck(cloze())).apply(operation)


def test_a_correction_names_the_fields_and_english_written_is_reviewed():
    new = replace(
        wording(NUMBER),
        question=Text("Quelle part des gens trie : combien ?", "What share of people sort?"),
        evidence_en="According to the town hall, 44% sort.",
    )
    after = correct(NUMBER, new).after
    assert after.question == Bilingual(
        "Quelle part des gens trie\u00a0: combien\u202f?", "What share of people sort?", "reviewed"
    )
    assert after.evidence == replace(NUMBER.evidence, en="According to the town hall, 44% sort.", origin="reviewed")
    assert after.edited == ("question", "evidence")


def test_fields_edited_before_stay_named():
    first = correct(NUMBER, replace(wording(NUMBER), accept=("44", "quarante-quatre"))).after
    second = correct(first, replace(wording(first), answer=Text("45 %", "45%"))).after
    assert second.edited == ("answer", "accept")


def test_the_key_of_a_choice_card_is_a_choice():
    new = wording(card())
    assert new.key == 0
    other = correct(card(), replace(new, key=1)).after
    assert other.answer == Bilingual("52\u00a0%", "52%", "rule")
    assert other.choices == card().choices
    corrected = correct(card(), replace(new, choices=(Text("45 %", "45%"), *new.choices[1:]))).after
    assert corrected.answer == corrected.choices[0] == Bilingual("45\u00a0%", "45%", "reviewed")
    assert corrected.edited == ("choices", "answer")


def test_an_emptied_choice_goes_and_a_new_one_comes():
    new = wording(card())
    fewer = correct(card(), replace(new, choices=(*new.choices[:2], Text("")))).after
    assert [choice.fr for choice in fewer.choices] == ["44\u00a0%", "52\u00a0%"]
    more = correct(card(), replace(new, choices=(*new.choices, Text("48 %")))).after
    assert more.choices[3] == Bilingual("48\u00a0%")


def test_english_that_is_emptied_is_none():
    after = correct(NUMBER, replace(wording(NUMBER), answer=Text("44\u00a0%", " "))).after
    assert after.answer == Bilingual("44\u00a0%", None, "none")


@pytest.mark.parametrize(
    ("one", "changes", "flaw"),
    [
        (card(), {"question": Text(" ")}, "empty"),
        (card(), {"topic": Text("\x1b[2J")}, "empty"),
        (NUMBER, {"answer": Text("")}, "no-answer"),
        (card(), {"key": -1}, "no-key"),
        (card(), {"choices": (Text(""), Text("a"), Text("b"))}, "no-key"),
        (card(), {"choices": (Text("44 %"), Text(""))}, "two-choices"),
        (card(), {"choices": (Text("44 %"), Text("a"), Text("a "))}, "same-choices"),
        (card(), {"choices": tuple(Text(letter) for letter in "abcde")}, "many-choices"),
        (cloze(), {"question": Text("Sans trou.")}, "one-blank"),
        (cloze(), {"question": Text(f"{BLANK} et {BLANK}")}, "one-blank"),
        (TRUE, {"answer": Text("Peut-être")}, "true-or-false"),
        (NUMBER, {"answer": Text("4" * 20_001)}, "too-long"),
        (NUMBER, {"accept": ("4" * 20_001,)}, "too-long"),
    ],
)
def test_what_would_be_no_card_is_refused_by_name(one, changes, flaw):
    new = replace(wording(one), **changes)
    assert flaw in flaws(one, new)
    with pytest.raises(ValueError, match=flaws(one, new)[0]):
        correct(one, new)


def test_a_true_false_card_turns_round_in_both_languages():
    after = correct(TRUE, replace(wording(TRUE), answer=Text("Faux", "True"))).after
    assert after.answer == Bilingual("Faux", "False", "rule")


def test_english_left_behind_goes_with_the_french_it_was_the_english_of():
    new = replace(wording(NUMBER), question=Text("Combien d’écoles ?", NUMBER.question.en))
    assert correct(NUMBER, new).after.question == Bilingual("Combien d’écoles\u202f?")
    written = replace(new, question=Text("Combien d’écoles ?", "How many schools?"))
    assert correct(NUMBER, written).after.question.en == "How many schools?"


def test_a_mended_accent_or_mark_leaves_the_english_as_it_was():
    one = replace(NUMBER, question=Bilingual("Combien d'eleves .", "How many pupils?", "machine"))
    mended = correct(one, replace(wording(one), question=Text("Combien d’élèves ?", "How many pupils?"))).after
    assert mended.question == Bilingual("Combien d’élèves\u202f?", "How many pupils?", "machine")
    more = replace(NUMBER, answer=Bilingual("1,5 %", "1.5%", "rule"))
    assert correct(more, replace(wording(more), answer=Text("15 %", "1.5%"))).after.answer.en is None


def test_english_left_behind_is_pointed_out_and_kept_as_reviewed_where_a_person_says_so():
    new = replace(wording(NUMBER), question=Text("Combien ?", NUMBER.question.en))
    assert stale_english(NUMBER, new) == ("question",)
    machine = replace(NUMBER, question=replace(NUMBER.question, origin="machine"))
    assert correct(machine, new, keep_english=True).after.question.origin == "reviewed"
    assert stale_english(NUMBER, replace(new, question=Text("Combien ?", "How many?"))) == ()
    assert stale_english(NUMBER, replace(new, question=Text("Combien ?", ""))) == ()


def test_nothing_hostile_is_typed_into_a_deck():
    after = correct(NUMBER, replace(wording(NUMBER), question=Text("A\x1b]0;x\x07\u202eb\nc ?"))).after
    assert after.question.fr == "Ab c\u202f?"


def test_what_is_lost_is_done_again_and_what_others_changed_is_theirs():
    ledger = Ledger(DECK)
    for one in DECK.cards[:3]:
        ledger = ledger.apply(decide(one, "approve"))
    theirs = replace(DECK.cards[1], question=Bilingual(f"Autre chose\u00a0: {BLANK}."))
    fresh = replace(DECK, cards=(DECK.cards[0], theirs, ledger.deck.cards[2], DECK.cards[3]))
    rebased = rebase(ledger, fresh)
    assert rebased.redone == ("c1",)
    assert rebased.clashed == ("c2",)
    assert [one.status for one in rebased.ledger.deck.cards] == ["approved", "draft", "approved", "draft"]
    assert rebased.ledger.deck.cards[1] is theirs
    assert [operation.card for operation in rebased.ledger.done] == ["c1", "c3"]


def test_a_decision_stands_on_a_card_whose_score_or_place_has_changed():
    ledger = Ledger(DECK).apply(decide(DECK.cards[0], "approve")).apply(decide(DECK.cards[1], "reject"))
    scored = [replace(one, score=0.7, evidence=replace(one.evidence, start=1, end=58)) for one in ledger.deck.cards]
    lost = replace(scored[1], status="draft")
    rebased = rebase(ledger, replace(DECK, cards=(scored[0], lost, *scored[2:])))
    assert (rebased.redone, rebased.clashed) == (("c2",), ())
    assert [one.status for one in rebased.ledger.deck.cards[:2]] == ["approved", "rejected"]
    assert {one.score for one in rebased.ledger.deck.cards} == {0.7}
    back, _ = rebased.ledger.undo()
    back, _ = back.undo()
    assert [one.status for one in back.deck.cards] == ["draft"] * 4
    assert {one.score for one in back.deck.cards} == {0.7}


@given(st.data())
def test_what_a_rebase_keeps_can_be_undone(data):
    """Afterwards each card is as the other deck had it, or as it was before but for what another person changed."""
    ledger = Ledger(DECK)
    for _ in range(data.draw(st.integers(0, 6))):
        operation = act(ledger, data)
        ledger = ledger.apply(operation) if operation else ledger
    kept = data.draw(st.lists(st.sampled_from([*DECK.cards, *ledger.deck.cards]), unique_by=lambda one: one.id))
    theirs = [replace(one, topic=Bilingual("Autre")) if data.draw(st.booleans()) else one for one in kept]
    rebased = rebase(ledger, replace(DECK, cards=tuple(theirs)))
    assert [one.topic for one in rebased.ledger.deck.cards] == [one.topic for one in theirs]
    left = rebased.ledger
    while (undone := left.undo()) is not None:
        left, operation = undone
        assert operation.card not in rebased.clashed
    before = {one.id: one for one in DECK.cards}
    for one, other in zip(left.deck.cards, theirs, strict=True):
        assert one == (other if one.id in rebased.clashed else replace(before[one.id], topic=other.topic))


def test_a_correction_begun_is_carried_over_to_the_card_as_it_has_become():
    old = wording(card())
    mine = replace(old, question=Text("Mine ?"), key=1)
    theirs = replace(old, question=Text("Theirs ?"), topic=Text("Their topic"), choices=old.choices[:2])
    assert carried(old, mine, theirs) == replace(
        old, question=Text("Mine ?"), topic=Text("Their topic"), choices=old.choices, key=1
    )
    assert carried(old, old, theirs) == theirs


def test_a_rebuild_keeps_corrections_of_drafts():
    """The choices and the answer stay together, and so does reviewed English with its sentence."""
    new = replace(wording(card()), choices=(Text("44,0 %"), *wording(card()).choices[1:]), evidence_en="As in 44%.")
    before = correct(card(), new).after
    moved = replace(evidence(), start=99, end=99 + len(SENTENCE))
    made_again = card(evidence=moved, choices=tuple(map(Bilingual, ("44 %", "9 %"))), answer=Bilingual("44 %"))
    kept = merge(deck(before), deck(made_again), {"tri": TEXT}).deck.cards[0]
    assert (kept.choices, kept.answer) == (before.choices, before.answer)
    assert kept.evidence == replace(moved, en="As in 44%.", origin="reviewed")
