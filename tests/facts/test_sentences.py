from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.articles.article import Block
from quiz.facts.marks import find_marked
from quiz.facts.parsing import plain
from quiz.facts.sentences import MASK, Cut, cut

from .reading_of import reading


def cuts(text: str, kind: str = "prose") -> list[Cut]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    return list(cut(text, plain(text), blocks, find_marked(text, blocks)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("M. Roy est venu. Mme Diop aussi.", 2),
        ("Le Dr. Petit, né en 60 av. J.-C., dort.", 1),
        ("J. R. Roy a signé. Puis rien.", 2),
        ("Il coûte 3.5 euros. C'est peu.", 2),
        ("« Jamais ! Jamais ! » crie-t-elle.", 1),
        ("« Nous ne viendrons jamais ici ! » Il part.", 2),
        ("Elle a vu « Demain ? » hier soir.", 1),
        ("Vraiment ? Oui… Peut-être !", 3),
        ("Le total (3 M. d'euros) surprend.", 1),
    ],
)
def test_sentences_end_where_they_do(text: str, count: int) -> None:
    assert len(cuts(text)) == count


def test_a_letter_that_names_something_ends_its_sentence() -> None:
    assert len(cuts("Tous craignent la bombe H. La Vallonie a protesté. J. K. Rowe, elle, se tait.")) == 3


def test_a_quotation_on_its_own_line_belongs_to_the_sentence_around_it() -> None:
    (one,) = cuts("Il y voit\n« une chance historique pour la ville »\n, selon son entourage.")
    assert one.text == f"Il y voit {MASK}, selon son entourage."


def test_long_quotations_are_one_word_and_short_ones_lose_their_marks() -> None:
    (one,) = cuts("Le film « Demain » plaît, dit-il : « nous en sommes tous très contents ».")
    assert one.text == f"Le film Demain plaît, dit-il : {MASK}."


def test_loose_spaces_and_note_calls_are_left_out() -> None:
    (one,) = cuts("L' eau , ici [3] , est « claire » .")
    assert one.text == "L'eau, ici, est claire."


def test_headings_stand_apart() -> None:
    assert [c.text for c in cuts("Un titre court\nUne phrase suit.", kind="heading")] == [
        "Un titre court",
        "Une phrase suit.",
    ]


def test_tokens_come_back_to_the_article() -> None:
    text = "Selon l' ONU , « rien ne va plus dans ce pays » , dit M. Roy ."
    r = reading(text)
    sentence = r.sentences[-1]
    roy = next(t for t in sentence.doc if t.text == "Roy")
    assert r.article.text[sentence.at(roy) : sentence.end_of(roy)] == "Roy"
    mask = next(t for t in sentence.doc if sentence.masks(t))
    assert r.article.text[sentence.at(mask) : sentence.end_of(mask)] == "« rien ne va plus dans ce pays »"


@given(st.text(alphabet=st.sampled_from("abÉ é.,!?:;'’«»“”\"()[]1-\n"), max_size=150))
@settings(max_examples=200, deadline=None)
def test_every_character_the_parser_sees_stands_where_it_is_said_to(text: str) -> None:
    flat = plain(text)
    for one in cuts(text):
        assert len(one.offsets) == len(one.text) + 1
        assert list(one.offsets) == sorted(one.offsets)
        for char, at in zip(one.text, one.offsets, strict=False):
            assert one.start <= at < one.end
            assert char == flat[at] or char == " " or char in MASK


@pytest.mark.parametrize("kind", ["list", "blockquote"])
@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12) ", "> ", "> - ", ">> "])
def test_the_mark_of_an_item_is_no_part_of_its_sentence(kind: str, mark: str) -> None:
    (one,) = cuts(f"{mark}Le tram roule à 40 km/h", kind)
    assert one.text == "Le tram roule à 40 km/h"
    assert one.start == len(mark)


def test_a_dash_of_prose_stays() -> None:
    (one,) = cuts("- Il roule, dit-elle.")
    assert one.text.startswith("- Il")
