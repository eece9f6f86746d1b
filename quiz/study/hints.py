"""A little help before answering, a little more at each asking. Pure: a card and a step in, a sentence out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from quiz.deck import Bilingual, Card
from quiz.language import Lang, Words
from quiz.study.direction import FRENCH, Side

_NUMBER = re.compile(r"\d+(?:[\s\u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_HIDDEN = "…"


def hint(card: Card, choices: Sequence[Bilingual], step: int, lang: Lang, side: Side = FRENCH) -> str:
    """The hint number `step` (from 0) for the question, or "" where there is no more to say without saying it all.
    `lang` is that of the sentence, `side` says in which language the card is shown."""
    words = Words(lang, "study")
    if card.form == "choice":
        out = struck(card, choices)
        if step >= len(out):
            return ""
        choice = choices[out[step]]
        return words.say("hint-struck", choice=choice.said(side.choices))
    if card.form == "true-false":
        return words.say("hint-before", text=card.evidence.before) if step == 0 and card.evidence.before else ""
    steps = _of_number(card.answer.fr, words) or _of_words(card.answer.said(side.answer), words)
    return steps[step] if step < len(steps) else ""


def struck(card: Card, choices: Sequence[Bilingual]) -> list[int]:
    """Which wrong choices hints strike out, one after another; the last one stays beside the key."""
    wrong = [place for place, choice in enumerate(choices) if choice.fr != card.answer.fr]
    wrong.sort(key=lambda place: crc32(f"{card.id}\0{choices[place].fr}".encode("utf-8", "replace")))
    return wrong[:-1]


def _of_number(answer: str, words: Words) -> list[str]:
    """How large a figure is, then how it begins: « 44 % » lies between 10 and 100, and begins with 4."""
    found = _NUMBER.search(answer)
    if found is None:
        return []
    figure = re.sub(r"[\s\u00a0\u202f]", "", found[0]).replace(",", ".")
    whole = figure.partition(".")[0].lstrip("0")
    low = 10 ** (len(whole) - 1) if whole else 0
    steps = [words.say("hint-between", low=_grouped(low), high=_grouped(10 ** len(whole)))]
    if len(figure) > 1:
        steps.append(words.say("hint-begins", letters=found[0][0] + _HIDDEN))
    return steps


def _of_words(answer: str, words: Words) -> list[str]:
    """The first letter of each word, then as much as half of it: « Ashton Kutcher » is A… K…, then Ash… Kut…"""
    steps = []
    for share in (0.0, 0.34, 0.5):
        shown = _WORD.sub(lambda found, part=share: _begun(found[0], part), answer)  # type: ignore[misc]
        if shown != answer and shown not in steps:
            steps.append(shown)
    return [words.say("hint-begins", letters=shown) for shown in steps]


def _begun(word: str, part: float) -> str:
    kept = max(1, int(len(word) * part))
    return word if len(word) == 1 else word[:kept] + _HIDDEN


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")
