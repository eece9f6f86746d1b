"""What a careful editor would say of a valid deck: findings, each a line of `quiz check`. Changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from quiz.deck import BLANK, Card, Deck
from quiz.typography import fold

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: the card's id, how grave it is, the key of its sentence in the catalogue of the command line, and
    what somebody said of it in their own words."""

    card: str
    level: Level
    key: str
    detail: str = ""


def lint(deck: Deck) -> Iterator[Finding]:
    """Findings in the order of the cards. Rejected cards are left alone: nobody will be asked them."""
    asked = repeated(deck)
    for card in deck.cards:
        yield from lint_card(card)
        if card.id in asked:
            yield Finding(card.id, "warning", "lint.asked-twice")


def lint_card(card: Card) -> tuple[Finding, ...]:
    """What there is to say of one card without looking at the others; nothing of a rejected one."""
    if card.status == "rejected":
        return ()
    return tuple(Finding(card.id, level, key) for key, level in _of(card))


def repeated(deck: Deck) -> frozenset[str]:
    """The ids of cards that ask, under the same topic and in the same form, what an earlier card asks already."""
    seen: set[tuple[str, str, str]] = set()
    again: set[str] = set()
    for card in deck.cards:
        if card.status == "rejected":
            continue
        asked = (card.form, _folded(card.topic.fr), _folded(card.question.fr))
        if asked in seen:
            again.add(card.id)
        seen.add(asked)
    return frozenset(again)


@lru_cache(maxsize=1 << 14)
def _folded(text: str) -> str:
    """Kept, since at the desk the deck is looked through again at every decision."""
    return fold(text)


def _of(card: Card) -> Iterator[tuple[str, Level]]:
    question, answer = fold(card.question.fr), fold(card.answer.fr)
    if card.evidence.end - card.evidence.start != len(card.evidence.text):
        yield "lint.offsets", "error"
    if "evidence-gone" in card.tags:
        yield "lint.evidence-gone", "warning"
    if card.form in ("number", "text", "cloze") and not card.accept:
        yield "lint.nothing-accepted", "error"
    if card.form != "true-false" and _holds(question, answer):
        yield "lint.answer-in-question", "error"
    if card.form not in ("cloze", "true-false", "flip") and not card.question.fr.rstrip().endswith("?"):
        yield "lint.no-question-mark", "warning"
    if re.search(r"«(?!\u00a0)|(?<!\u00a0)»|[^\u00a0\u202f][;!?]|[^\u00a0]:(?!\d)", _own_words(card)):
        yield "lint.typography", "warning"
    if card.kind == "vocabulary":
        yield from _of_word(card)
    if not _proven(card):
        yield "lint.not-in-evidence", "warning"
    if _dangling(card):
        yield "lint.pronoun", "warning"
    if any(_doubled(text) for text in (_unquoted(card), card.answer.fr, *(choice.fr for choice in card.choices))):
        yield "lint.doubled-word", "warning"
    if len(card.question.fr.split()) > LONGEST_QUESTION:
        yield "lint.long-question", "warning"
    if card.form == "choice":
        yield from _of_choices(card)


def _of_word(card: Card) -> Iterator[tuple[str, Level]]:
    """A word card: its word stands where it says, in the sentence, and a noun that is typed has its article."""
    fact: dict[str, Any] = card.fact or {}
    written = fact.get("written")
    if isinstance(written, str) and not _holds(fold(card.evidence.text), fold(written)):
        yield "lint.word-not-in-evidence", "error"
    if card.form == "text" and fact.get("pos") == "noun" and not re.match(r"une? ", card.answer.fr):
        yield "lint.noun-without-article", "warning"


# Choices


def _of_choices(card: Card) -> Iterator[tuple[str, Level]]:
    if len(card.choices) < 3:
        yield "lint.two-choices", "warning"
    shown = [choice.fr for choice in card.choices]
    if len({_compact(text) for text in shown}) < len(shown):
        yield "lint.choices-same", "error"
    if any(len({bool(re.search(shape, text)) for text in shown}) > 1 for shape in _SHAPES):
        yield "lint.choices-unlike", "warning"
    others = [len(text) for text in shown if text != card.answer.fr]
    if len(card.answer.fr) > 20 and len(card.answer.fr) > 2 * max(others, default=0):
        yield "lint.key-longest", "warning"


_SHAPES = (r"\d", "%", "[€$£¥]|euro|dollar", "[A-ZÀ-Ý]", r"^\W*«")
"""What all choices have or none has, lest the odd one be told by its looks: figures, a per-cent sign, money, a capital
(names among common nouns), guillemets."""


# The answer and its proof


def _proven(card: Card) -> bool:
    """Whether the answer stands in the sentence: itself, in another accepted writing, or as the fact says it stands
    there (« il » for a name, "deux tiers" for a share)."""
    if card.form in ("true-false", "flip") or card.kind == "vocabulary":
        return True
    fact: dict[str, Any] = card.fact or {}
    written = [fact.get(name) for name in ("value", "speaker_as_written", "as_written")]
    ways = [card.answer.fr, *card.accept, *(text for text in written if isinstance(text, str))]
    sentence = _compact(card.evidence.text)
    return any(_holds(sentence, _compact(way)) for way in ways)


def _compact(text: str) -> str:
    """Folded, without the spaces that some put inside figures and some do not: « 12 000 € », "12000€"."""
    return re.sub(r"(?<=\d) (?=[\d%‰€$£¥])", "", fold(text))


def _holds(text: str, part: str) -> bool:
    return bool(part) and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


# The wording

LONGEST_QUESTION = 60
"""Words after which a question, with whatever it quotes, is long for a card: teachers stop at forty quoted ones."""
_TRUE_FALSE = re.compile(r"^vrai ou faux ?[?:]? ?")
_PRONOUN = re.compile(
    r"(?:selon (?:lui|elle|eux|elles)\b"
    r"|(?:il|ils|elle|elles|celui-ci|celle-ci|ceux-ci|celles-ci|celui-la|celle-la)\b"
    r"|(?:ce dernier|cette derniere|ces derniers|ces dernieres|cela|ceci)\b"
    r"|(?:son|sa|ses|leur|leurs)\b)"
)
_IMPERSONAL = re.compile(
    r"il (?:n'?(?:y|en)? ?)?(?:y (?:a|avait|aura|aurait|eut)|faut|fallait|faudra|faudrait|fallut|s'agit|s'agissait|"
    r"existe|existait|reste|restait|suffit|suffisait|convient|semble|pleut|neige|a fallu|"
    r"(?:est|etait|sera|serait) (?:possible|impossible|difficile|facile|interdit|prevu|question|vrai|temps|\d+))\b"
)


def _dangling(card: Card) -> bool:
    """Whether the question begins with a pronoun nobody has named anything for: « Elle emploie _____ personnes. », but
    not « Il y a _____ bornes. » nor « Il faut _____ jours. »."""
    stem = _TRUE_FALSE.sub("", fold(card.question.fr))
    return bool(_PRONOUN.match(stem)) and not _IMPERSONAL.match(stem)


_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b")
_MAY_DOUBLE = frozenset({"nous", "vous"})
"""« Nous nous sommes réunis. »"""


def _doubled(text: str) -> bool:
    """« quelle part de de la population »; not « nous nous », nor names (Duran Duran)."""
    return any(
        found[1].islower() and found[1] not in _MAY_DOUBLE for found in _DOUBLED.finditer(" ".join(text.split()))
    )


def _unquoted(card: Card) -> str:
    """The question without what it quotes: the article's own words stay as they are."""
    return re.sub(r"«.*»", "«»", card.question.fr, flags=re.S)


def _own_words(card: Card) -> str:
    """The question without what it quotes: the article's own typography stays as it is."""
    if card.form in ("cloze", "true-false"):
        return ""
    return re.sub(r"«\u00a0.*\u00a0»", "", card.question.fr.replace(BLANK, ""), flags=re.S)
