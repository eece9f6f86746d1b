"""A review of a deck: which card lies open, which are in sight, what was decided. Every decision is on disk before it
counts. It knows no screen: the desk's screens ask and show, a test can do the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.deck import Card, Deck
from quiz.deck_edit import Ledger, Name, Operation, Rebased, Wording, correct, decide, rebase
from quiz.deck_lint import Finding, lint_card, repeated
from quiz.deck_shelf import Shelf
from quiz.typography import fold

FilterName = Literal["all", "draft", "approved", "rejected", "findings", "reported", "kind", "form", "finding"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which cards are in sight: all, those of a status, with findings, reported by learners, or those
    of one kind, form or finding."""

    name: FilterName = "all"
    value: str = ""


ALL = Filter()


class Review:
    """One deck on the desk. What `deck` says is what the file holds; `reports` are what learners say of its cards."""

    def __init__(self, shelf: Shelf, reports: Iterable[Finding] = ()) -> None:
        self._shelf = shelf
        self._reports: dict[str, tuple[Finding, ...]] = {}
        for report in reports:
            self._reports[report.card] = (*self._reports.get(report.card, ()), report)
        copy = shelf.read()
        self._ledger, self._mark = Ledger(copy.deck), copy.mark
        self._findings: dict[str, tuple[Card, tuple[Finding, ...]]] = {}
        self._haystacks: dict[str, tuple[Card, str]] = {}
        self._repeated: tuple[Deck | None, frozenset[str]] = (None, frozenset())
        self._filter, self._sought = ALL, ""
        # Whoever comes back goes on where something is left to decide.
        self._at = next((card.id for card in (*self._drafts(), *self.deck.cards)), "")
        self._sight: tuple[tuple[object, ...], tuple[Card, ...]] = ((), ())

    # What there is to see

    @property
    def deck(self) -> Deck:
        """The deck as it now stands."""
        return self._ledger.deck

    @property
    def done(self) -> tuple[Operation, ...]:
        """What was done and can be taken back, the last last."""
        return self._ledger.done

    @property
    def card(self) -> Card | None:
        """The card that lies open; None where none is in sight."""
        cards = self.in_sight
        return next((card for card in cards if card.id == self._at), cards[0] if cards else None)

    @property
    def filter(self) -> Filter:
        """Which cards are in sight."""
        return self._filter

    @property
    def sought(self) -> str:
        """What is searched for; "" for nothing."""
        return self._sought

    @property
    def in_sight(self) -> tuple[Card, ...]:
        """The cards that pass the filter and the search, in the deck's order. The open card stays in sight until it is
        left, whatever was decided on it."""
        asked = (self.deck, self._filter, self._sought, self._at)
        if self._sight[0] == () or any(a is not b for a, b in zip(self._sight[0], asked, strict=True)):
            needles = fold(self._sought).split()
            cards = tuple(
                card
                for card in self.deck.cards
                if card.id == self._at or (self._holds(card, needles) and self._passes(card))
            )
            self._sight = (asked, cards)
        return self._sight[1]

    @property
    def place(self) -> int:
        """Where the open card stands among those in sight, from 0; -1 where there is none."""
        card = self.card
        return -1 if card is None else next(at for at, other in enumerate(self.in_sight) if other.id == card.id)

    def findings(self, card: Card) -> tuple[Finding, ...]:
        """What there is to say of a card, in its deck."""
        kept = self._findings.get(card.id)
        if kept is None or kept[0] is not card:
            kept = self._findings[card.id] = (card, lint_card(card))
        if self._repeated[0] is not self.deck:
            self._repeated = (self.deck, repeated(self.deck))
        twice = (Finding(card.id, "warning", "lint.asked-twice"),) if card.id in self._repeated[1] else ()
        return (*self._reports.get(card.id, ()), *kept[1], *twice)

    @property
    def seen_to(self) -> tuple[str, ...]:
        """The ids of reported cards that were decided on or corrected since, and left so."""
        return tuple(dict.fromkeys(one.card for one in self.done if one.card in self._reports and one.name != "draft"))

    def _drafts(self) -> list[Card]:
        return [card for card in self.deck.cards if card.status == "draft"]

    @property
    def decided(self) -> Counter[str]:
        """How many cards have each status."""
        return Counter(card.status for card in self.deck.cards)

    def filters(self) -> list[tuple[Filter, int]]:
        """All filters that make sense for this deck, with how many cards each would show."""
        cards = self.deck.cards
        named = {card.id: {finding.key for finding in self.findings(card)} for card in cards}
        status, kinds, forms = self.decided, Counter(c.kind for c in cards), Counter(c.form for c in cards)
        reported = sum(card.id in self._reports for card in cards)
        keys = Counter(key for found in named.values() for key in found)
        return [
            (ALL, len(cards)),
            (Filter("draft"), status["draft"]),
            (Filter("findings"), sum(map(bool, named.values()))),
            *([(Filter("reported"), reported)] if reported else []),
            (Filter("approved"), status["approved"]),
            (Filter("rejected"), status["rejected"]),
            *[(Filter("kind", kind), n) for kind, n in sorted(kinds.items())],
            *[(Filter("form", form), n) for form, n in sorted(forms.items())],
            *[(Filter("finding", key), n) for key, n in keys.most_common()],
        ]

    def _passes(self, card: Card) -> bool:
        name, value = self._filter.name, self._filter.value
        if name in ("draft", "approved", "rejected"):
            return card.status == name
        if name == "kind":
            return card.kind == value
        if name == "form":
            return card.form == value
        if name == "reported":
            return card.id in self._reports
        if name == "findings":
            return bool(self.findings(card))
        return name == "all" or any(finding.key == value for finding in self.findings(card))

    def _holds(self, card: Card, needles: Sequence[str]) -> bool:
        """Whether all words that are searched for stand somewhere in the card, accents and case aside."""
        if not needles:
            return True
        kept = self._haystacks.get(card.id)
        if kept is None or kept[0] is not card:
            texts = [card.id, card.evidence.text, card.evidence.en or "", *card.accept, *card.tags]
            for text in (card.topic, card.question, card.answer, *card.choices):
                texts += [text.fr, text.en or ""]
            kept = self._haystacks[card.id] = (card, fold("\n".join(texts)))
        return all(needle in kept[1] for needle in needles)

    # Going about

    def go(self, at: int) -> None:
        """Open the card at a place among those in sight, or the nearest there is."""
        cards = self.in_sight
        if cards:
            self._at = cards[max(0, min(len(cards) - 1, at))].id

    def step(self, by: int) -> None:
        """Open the card so many places further on, or back."""
        self.go(self.place + by)

    def next_undecided(self) -> bool:
        """Open the next draft in sight after this card, or from the beginning; whether there is one."""
        cards, at = self.in_sight, self.place
        for card in (*cards[at + 1 :], *cards[: max(0, at)]):
            if card.status == "draft":
                self._at = card.id
                return True
        return False

    def show(self, which: Filter) -> None:
        """Put the cards that pass a filter in sight, and open the first of them unless the open one is among them."""
        self._filter = which
        self._settle()

    def seek(self, text: str) -> None:
        """Keep in sight the cards that hold all these words, accents and case aside."""
        self._sought = text.strip()
        self._settle()

    def _settle(self) -> None:
        card = next((card for card in self.deck.cards if card.id == self._at), None)
        if card is None or not (self._passes(card) and self._holds(card, fold(self._sought).split())):
            self._at = ""
        here = self.card
        self._at = here.id if here else ""

    def open(self, card_id: str) -> None:
        """Open a card wherever it is, the filter and the search put aside if they hide it."""
        self._at = card_id
        if all(card.id != card_id for card in self.in_sight):
            self._filter, self._sought = ALL, ""

    # Deciding

    def own(self) -> None:
        """Raise QuizError "deck-shipped" where the deck came with the program and stays as it is."""
        self._shelf.own()

    def decide(self, name: Name) -> Operation | None:
        """Approve, reject or leave open the open card; None where it is that already. Raises QuizError where it could
        not be saved; then nothing has changed."""
        card = self.card
        return self._do(decide(card, name)) if card else None

    def correct(self, card: Card, new: Wording) -> Operation | None:
        """Correct the texts of a card; None where nothing changes. Raises ValueError where they are no card
        (`deck_edit.flaws`) or the card is not in the deck any more, and QuizError where it could not be saved."""
        return self._do(correct(card, new, keep_english=True))

    def _do(self, operation: Operation | None) -> Operation | None:
        if operation is not None:
            self._keep(self._ledger.apply(operation))
            self._at = operation.card
        return operation

    def undo(self) -> Operation | None:
        """Take back the last thing done and open its card; None where there is none. Raises QuizError as above."""
        undone = self._ledger.undo()
        if undone is None:
            return None
        self._keep(undone[0])
        self.open(undone[1].card)
        return undone[1]

    def _keep(self, ledger: Ledger) -> None:
        """Save first; only what is on disk counts."""
        self._mark = self._shelf.write(ledger.deck, over=self._mark).mark
        self._ledger = ledger

    def reload(self) -> Rebased:
        """Read the file again, with somebody else's changes, and do again what was done here and is not in it. Raises
        QuizError where it cannot be read or written; then nothing has changed here."""
        copy = self._shelf.read()
        rebased = rebase(self._ledger, copy.deck)
        mark = copy.mark
        if rebased.redone:
            mark = self._shelf.write(rebased.ledger.deck, over=mark).mark
        self._ledger, self._mark = rebased.ledger, mark
        self._settle()
        return rebased

    def write_anew(self) -> None:
        """Write the deck again where its file has gone. Raises QuizError where that cannot be."""
        self._mark = self._shelf.write(self.deck, over="").mark
