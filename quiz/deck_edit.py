"""What an editor's decision or correction does to a deck, each as an operation that has a name and can be taken back.

Pure: decks and words in, decks out. It refuses to know where a deck is kept, how it is shown and which key was struck.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence, Origin, Status
from quiz.typography import fold, french, safe_text

Name = Literal["approve", "reject", "draft", "edit"]
"""What an operation is called; the words for it are in the catalogue of the desk."""
STATUS_OF: dict[Name, Status] = {"approve": "approved", "reject": "rejected", "draft": "draft"}
FIELDS = ("topic", "question", "choices", "answer", "accept", "evidence")
"""The fields a person can change, as `Card.edited` names them. Of the evidence, only its English."""
MOST_CHOICES = 4
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done to one card: the card as it was, and as it became."""

    name: Name
    before: Card
    after: Card

    @property
    def card(self) -> str:
        """The id of the card it was done to."""
        return self.before.id

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields whose content it changed, in the order of `FIELDS`."""
        return tuple(name for name in FIELDS if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class Ledger:
    """A deck and what has been done to it since it was opened, the last operation last."""

    deck: Deck
    done: tuple[Operation, ...] = ()

    def apply(self, operation: Operation) -> Ledger:
        """The deck with one more thing done. Raises ValueError where the card is not (any more) as it was seen."""
        deck = _put(self.deck, operation.before, operation.after)
        return Ledger(deck, (*self.done, operation))

    def undo(self) -> tuple[Ledger, Operation] | None:
        """The deck before the last operation, and that operation; None where there is none."""
        if not self.done:
            return None
        last = self.done[-1]
        return Ledger(_put(self.deck, last.after, last.before), self.done[:-1]), last


def _put(deck: Deck, seen: Card, card: Card) -> Deck:
    for at, there in enumerate(deck.cards):
        if there.id == seen.id:
            if there != seen:
                break
            return replace(deck, cards=(*deck.cards[:at], card, *deck.cards[at + 1 :]))
    raise ValueError(seen.id)


def decide(card: Card, name: Name) -> Operation | None:
    """Approve, reject or leave open again; None where the card is that already."""
    status = STATUS_OF[name]
    return None if card.status == status else Operation(name, card, replace(card, status=status))


# Somebody else's changes


@dataclass(frozen=True, slots=True)
class Rebased:
    """What was done, on the deck as somebody else left it. `redone`: ids of cards where it was lost there and was done
    again. `clashed`: ids of cards changed on both sides, where the other deck was believed."""

    ledger: Ledger
    redone: tuple[str, ...]
    clashed: tuple[str, ...]


def same_to_see(one: Card, other: Card) -> bool:
    """Whether an editor who saw the one has seen the other: scores, tags, offsets may differ, status and texts not."""

    def seen(card: Card) -> tuple[Any, ...]:
        evidence = replace(card.evidence, start=0, end=0)
        return (card.status, card.topic, card.question, card.choices, card.answer, card.accept, evidence)

    return seen(one) == seen(other)


def rebase(ledger: Ledger, fresh: Deck) -> Rebased:
    """What the ledger did, done to `fresh`, card by card.

    Where what was changed here stands in `fresh` already, it stays; where it stands as it was before and the card looks
    as it did, it is changed again; else the card stays as somebody else left it and cannot be undone here.
    """
    done: dict[str, list[Operation]] = {}
    for operation in ledger.done:
        done.setdefault(operation.card, []).append(operation)
    carried_over: dict[str, list[Operation]] = {}
    redone: list[str] = []
    cards = []
    for card in fresh.cards:
        operations = done.get(card.id, [])
        touched = {name for operation in operations for name in _differing(operation.before, operation.after)}
        lost = operations and _differing(card, operations[-1].after) & touched
        if operations and (not lost or same_to_see(card, operations[0].before)):
            carried_over[card.id] = [_onto(operation, card, touched) for operation in operations]
        if lost and card.id in carried_over:
            redone.append(card.id)
            card = carried_over[card.id][-1].after
        cards.append(card)
    clashed = tuple(name for name in done if name not in carried_over)
    kept = [carried_over[operation.card].pop(0) for operation in ledger.done if operation.card in carried_over]
    return Rebased(Ledger(replace(fresh, cards=tuple(cards)), tuple(kept)), tuple(redone), clashed)


def _differing(one: Card, other: Card) -> set[str]:
    return {field.name for field in fields(Card) if getattr(one, field.name) != getattr(other, field.name)}


def _onto(operation: Operation, fresh: Card, touched: set[str]) -> Operation:
    """The operation as if it had been done to the card as it now is."""

    def on(card: Card) -> Card:
        return replace(fresh, **{name: getattr(card, name) for name in touched})

    return Operation(operation.name, on(operation.before), on(operation.after))


# Corrections


@dataclass(frozen=True, slots=True)
class Text:
    """A text as a person types it, in both languages; "" where there is no English."""

    fr: str
    en: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything of a card a person can correct. The answer of a choice card is the choice at `key` (-1: none of its
    choices is), so its `answer` is not looked at."""

    topic: Text
    question: Text
    answer: Text
    choices: tuple[Text, ...]
    key: int
    accept: tuple[str, ...]
    evidence_en: str


def wording(card: Card) -> Wording:
    """The card's texts, ready to be corrected."""
    shown = [choice.fr for choice in card.choices]
    return Wording(
        topic=_text(card.topic),
        question=_text(card.question),
        answer=_text(card.answer),
        choices=tuple(map(_text, card.choices)),
        key=shown.index(card.answer.fr) if card.form == "choice" and card.answer.fr in shown else -1,
        accept=card.accept,
        evidence_en=card.evidence.en or "",
    )


def carried(old: Wording, mine: Wording, fresh: Wording) -> Wording:
    """A correction begun on `old`, on the card as somebody else left it since: what was corrected here stays, the rest
    is theirs. Choices and their key are one thing."""

    def pick(name: str) -> Any:
        return getattr(fresh if getattr(mine, name) == getattr(old, name) else mine, name)

    choices = fresh if (mine.choices, mine.key) == (old.choices, old.key) else mine
    return Wording(
        topic=pick("topic"),
        question=pick("question"),
        answer=pick("answer"),
        choices=choices.choices,
        key=choices.key,
        accept=pick("accept"),
        evidence_en=pick("evidence_en"),
    )


def _text(text: Bilingual) -> Text:
    return Text(text.fr, text.en or "")


def flaws(card: Card, new: Wording) -> tuple[str, ...]:
    """What keeps a correction from being a card, as keys of the desk's catalogue; none where it is fine."""
    made = _worded(card, new)
    found = []
    texts = [made.topic, made.question, made.answer, *made.choices]
    if not made.topic.fr or not made.question.fr:
        found.append("empty")
    if not made.answer.fr:
        found.append("no-key" if card.form == "choice" else "no-answer")
    if card.form == "choice":
        shown = [choice.fr for choice in made.choices]
        if len(shown) < 2:
            found.append("two-choices")
        if len(shown) > MOST_CHOICES:
            found.append("many-choices")
        if len(set(shown)) != len(shown):
            found.append("same-choices")
    if card.form == "cloze" and made.question.fr.count(BLANK) != 1:
        found.append("one-blank")
    if card.form == "true-false" and made.answer.fr not in ("Vrai", "Faux"):
        found.append("true-or-false")
    lengths = [len(part) for text in texts for part in (text.fr, text.en or "")]
    if max(*lengths, *map(len, made.accept), len(made.evidence.en or "")) > _LONGEST:
        found.append("too-long")
    return tuple(found)


def correct(card: Card, new: Wording, *, keep_english: bool = False) -> Operation | None:
    """The correction as an operation; None where it changes nothing. Raises ValueError where `flaws` finds any.

    French that was changed gets its no-break spaces; English that was written is from then on "reviewed". English left
    behind by French that now says something else (`stale_english`) goes: no English is better than the English of
    another question. With `keep_english` it stays, as reviewed, since a person was asked and said so. Evidence stays
    verbatim, only its English can be corrected.
    """
    found = flaws(card, new)
    if found:
        raise ValueError(found[0])
    operation = Operation("edit", card, _worded(card, new, keep_english=keep_english))
    if not operation.fields:
        return None
    names = {*card.edited, *operation.fields}
    edited = tuple(name for name in FIELDS if name in names) + tuple(name for name in card.edited if name not in FIELDS)
    return replace(operation, after=replace(operation.after, edited=edited))


def stale_english(card: Card, new: Wording) -> tuple[str, ...]:
    """Where the French was changed and its English was not, so that a person should look at it: names of `FIELDS`."""
    old = wording(card)
    pairs = [("topic", old.topic, new.topic), ("question", old.question, new.question)]
    if card.form not in ("choice", "true-false"):
        pairs.append(("answer", old.answer, new.answer))
    if card.form == "choice":
        pairs += [("choices", before, after) for before, after in zip(old.choices, new.choices, strict=False)]
    found = {
        name
        for name, before, after in pairs
        if after.fr and not _alike(before.fr, after.fr) and before.en == after.en != ""
    }
    return tuple(name for name in FIELDS if name in found)


def _worded(card: Card, new: Wording, *, keep_english: bool = True) -> Card:
    """The card with the corrected texts, whether or not it is then fit to be one."""

    def _bilingual(before: Bilingual | None, text: Text) -> Bilingual:
        return _corrected(before, text, keep_english=keep_english)

    choices, answer = card.choices, _bilingual(card.answer, new.answer)
    if card.form == "choice":
        befores = (*card.choices, *[None] * len(new.choices))
        kept = [_bilingual(before, text) for before, text in zip(befores, new.choices, strict=False)]
        choices = tuple(choice for choice in kept if choice.fr)
        answer = kept[new.key] if 0 <= new.key < len(kept) else Bilingual("")
        if new.key == wording(card).key and answer == card.choices[new.key]:
            answer = card.answer
    elif card.form == "true-false" and new.answer.fr != card.answer.fr:
        english = {"Vrai": "True", "Faux": "False"}.get(answer.fr) if card.answer.en else None
        answer = Bilingual(answer.fr, english, "rule" if english else "none")
    accept = card.accept
    if new.accept != accept:
        typed = [_line(text, our_french=False) for text in new.accept]
        accept = tuple(dict.fromkeys(text for text in typed if text))
    return replace(
        card,
        topic=_bilingual(card.topic, new.topic),
        question=_bilingual(card.question, new.question),
        choices=choices,
        answer=answer,
        accept=accept,
        evidence=_evidence(card.evidence, new.evidence_en),
    )


def _corrected(before: Bilingual | None, text: Text, *, keep_english: bool) -> Bilingual:
    if before is None:
        return Bilingual(_line(text.fr, our_french=True), *_english(text.en))
    same_french, same_english = _same(text.fr, before.fr), _same(text.en, before.en or "")
    fr = before.fr if same_french else _line(text.fr, our_french=True)
    if same_english and (same_french or _alike(before.fr, text.fr)):
        return replace(before, fr=fr)
    if same_english and not keep_english:
        return Bilingual(fr)
    return Bilingual(fr, *_english(text.en))


def _alike(one: str, other: str) -> bool:
    """Whether two texts differ in accents, capitals, spaces and sentence marks at most: what mends a slip of the pen
    and changes nothing of what is said. A comma between figures, a minus and a sign are no such marks."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    bare = re.sub(r"(?<!\d)[.,](?!\d)|[.,](?!\d)|[;:!?…«»“”\"’']", "", fold(text))
    return "".join(bare.split())


def _evidence(before: Evidence, typed: str) -> Evidence:
    if _same(typed, before.en or ""):
        return before
    en, origin = _english(typed)
    return replace(before, en=en, origin=origin)


def _same(typed: str, before: str) -> bool:
    return typed == before or _line(typed, our_french=False) == before


def _english(typed: str) -> tuple[str | None, Origin]:
    """What a person wrote is reviewed; nothing written is no English."""
    line = _line(typed, our_french=False)
    return (line, "reviewed") if line else (None, "none")


def _line(typed: str, *, our_french: bool) -> str:
    """What was typed as one line, safe to show, its ends trimmed of spaces of any kind."""
    line = " ".join(part for part in safe_text(typed).replace("\t", " ").replace("\n", " ").split(" ") if part).strip()
    return french(line) if our_french else line
