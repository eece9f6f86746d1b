"""In which language a card is asked and in which its answer is wanted: French, English where it has it, or from the one
to the other. Pure, and decided card by card; what is shown beside it on a key is the screens' affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.deck import Bilingual, Card
from quiz.language import Lang
from quiz.phrases import wants_english


@dataclass(frozen=True, slots=True)
class Side:
    """The language of a card's question, of its choices and of the answer it shows. `only_french`: an answer typed in
    English does not count, since French is what is practised."""

    asked: Lang = "fr"
    choices: Lang = "fr"
    answer: Lang = "fr"
    only_french: bool = False


FRENCH = Side()


def side_of(card: Card, lang: Lang, from_english: bool = False) -> Side:
    """How a card is asked of a learner whose language is `lang`.

    From English to French: the English question, French choices, a French answer; a card without an English question is
    asked as it otherwise would be. A vocabulary card has its own direction: its answer stays as it is.
    """
    asked: Lang = "en" if card.question.en and (from_english or lang == "en") else "fr"
    if from_english and asked == "en" and card.kind != "vocabulary":
        return Side("en", "fr", "fr", only_french=card.form != "true-false")
    if lang == "fr":
        return FRENCH
    if card.kind == "vocabulary":
        return Side(asked)
    return Side(asked, choices_in(card.choices), "en" if speaks_english((card.answer, *card.choices)) else "fr")


def choices_in(choices: Sequence[Bilingual]) -> Lang:
    """English where every choice can be said in it: one French choice among English ones would give itself away."""
    return "en" if speaks_english(choices) else "fr"


def alike(choices: Sequence[Bilingual]) -> tuple[Bilingual, ...]:
    """Choices as a class or a sheet of paper may have them: all with their English or none, and nothing of where it is
    from. What the deck has of the key alone would give it away."""
    english = speaks_english(choices)
    return tuple(Bilingual(one.fr, one.en or one.fr, "rule") if english else Bilingual(one.fr) for one in choices)


def speaks_english(texts: Sequence[Bilingual]) -> bool:
    """Whether each text has its English, or is a name or a figure that says itself."""
    return all(text.en or not wants_english(text.fr) for text in texts)


def judged(card: Card, side: Side) -> Card:
    """The card an answer is judged by: without its English where French alone counts."""
    if not side.only_french or card.answer.en is None:
        return card
    return replace(card, answer=Bilingual(card.answer.fr))
