"""All cards of some decks as a list to be searched and filtered: which there are, how each stands, which are in sight.

Pure, and quick enough for ten thousand cards at every letter typed. It refuses to know how a row is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from quiz.deck import Card, Deck
from quiz.deck_kept import KeptCards
from quiz.deck_words import words_of
from quiz.study.order import may_be_asked
from quiz.study.past import Standing
from quiz.typography import fold

State = Literal["new", "learning", "review", "buried", "suspended", "leech", "rejected"]
STATES: tuple[State, ...] = ("new", "learning", "review", "buried", "suspended", "leech", "rejected")
Horizon = Literal["today", "week", "month", "later"]
HORIZONS: tuple[Horizon, ...] = ("today", "week", "month", "later")
Dimension = Literal["deck", "kind", "source", "state", "due"]
DIMENSIONS: tuple[Dimension, ...] = ("deck", "kind", "source", "state", "due")
Order = Literal["deck", "due", "weak"]
ORDERS: tuple[Order, ...] = ("deck", "due", "weak")
"""As they stand in their decks; the soonest due first; the least known first. What is not planned, or was never
learnt, comes after all that is."""
DAY = 86_400_000


class Item:
    """A card and the deck it stands in. The card of a kept deck is read when somebody looks at it; of one in a large
    deck, `kind`, `source` and `barred` are known before."""

    __slots__ = ("_barred", "_card", "_kind", "deck", "id", "rank")

    def __init__(self, deck: Deck, card: Card | None, name: str = "", rank: int = -1) -> None:
        self.deck, self._card, self.rank = deck, card, rank
        self.id = name if card is None else card.id
        self._kind, self._barred = "", False

    def note(self, kind: str, *, barred: bool) -> None:
        """What is known of the card without reading it."""
        self._kind, self._barred = kind, barred

    @property
    def kind(self) -> str:
        """The card's kind."""
        return self._kind or self.card.kind

    @property
    def source(self) -> str:
        """The article its proof is in."""
        if self._kind and isinstance(self.deck.cards, KeptCards):
            return self.deck.cards.source_of(self.rank)
        return self.card.evidence.source

    @property
    def barred(self) -> bool:
        """Whether it may not be asked."""
        return self._barred if self._kind else not may_be_asked(self.card)

    @property
    def card(self) -> Card:
        """The card itself."""
        if self._card is None:
            assert isinstance(self.deck.cards, KeptCards)
            self._card = self.deck.cards.at(self.rank)
        return self._card

    def give(self, card: Card) -> None:
        """Let this be the card, read together with others."""
        self._card = card


@dataclass(frozen=True, slots=True)
class Moment:
    """The present, as the history counts it: the learning day, and when it ends (stored milliseconds)."""

    today: int
    ends: int


class Catalog:
    """The cards of `decks`, each once, in their order. `standings` says how each is remembered."""

    def __init__(self, decks: Sequence[Deck], standings: Mapping[str, Standing], moment: Moment) -> None:
        self.standings, self.moment = standings, moment
        self.chosen: dict[Dimension, str] = {}
        self.sought = ""
        self.order: Order = "deck"
        self._stabilities: Mapping[str, float] = {}
        self._items: dict[str, Item] = {}
        self._decks = list(decks)
        self._unread: list[Deck] = []
        for deck in decks:
            if isinstance(deck.cards, KeptCards):
                self._unread.append(deck)
                for name, rank in deck.cards.listed():
                    self._items.setdefault(name, Item(deck, None, name, rank))
                continue
            for card in deck.cards:
                self._items.setdefault(card.id, Item(deck, card))
        self._all = list(self._items.values())
        self._texts: dict[str, str] = {}
        self.in_sight: list[Item] = self._all

    def __len__(self) -> int:
        return len(self._all)

    def read(self) -> None:
        """Read all cards of kept decks at once, before they are gone through."""
        for deck in self._unread:
            if isinstance(deck.cards, KeptCards) and deck.cards.is_large:
                self._look(deck, deck.cards)
                continue
            for card in deck.cards:
                item = self._items[card.id]
                if item.deck is deck:
                    item.give(card)
        self._unread.clear()

    def _look(self, deck: Deck, cards: KeptCards) -> None:
        """What lists and searches have to know of a deck too large to be held at once."""
        for slip, look in zip(cards.every(), cards.looks(), strict=True):
            item = self._items[slip.id]
            if item.deck is deck:
                item.note(look.kind, barred=slip.barred)
                self._texts[slip.id] = look.words

    def item(self, card: str) -> Item | None:
        """The card with an id."""
        return self._items.get(card)

    def place(self, card: str) -> int:
        """Where a card stands among those in sight; -1 where it does not."""
        return next((at for at, item in enumerate(self.in_sight) if item.id == card), -1)

    # How a card stands

    def state(self, card: Card) -> State:
        """What keeps a card from being asked, else how far it is learnt."""
        return self._state(card.id, barred=not may_be_asked(card))

    def _state(self, name: str, *, barred: bool) -> State:
        if barred:
            return "rejected"
        standing = self.standings.get(name)
        if standing is None:
            return "new"
        if standing.suspended:
            return "leech" if standing.leech else "suspended"
        if standing.buried >= self.moment.today:
            return "buried"
        stage = standing.stage
        return stage if stage in ("new", "review") else "learning"

    def is_buried(self, card: Card) -> bool:
        """Whether a card was put off until tomorrow, suspended or not."""
        standing = self.standings.get(card.id)
        return standing is not None and standing.buried >= self.moment.today

    def horizon(self, card: Card) -> Horizon | None:
        """How soon a card is due; None where it is not planned."""
        return self._horizon(card.id, self.state(card))

    def _horizon(self, name: str, state: State) -> Horizon | None:
        standing = self.standings.get(name)
        if standing is None or standing.stage == "new" or state not in ("learning", "review", "buried"):
            return None
        wait = standing.due - self.moment.ends
        return "today" if wait < 0 else "week" if wait < 6 * DAY else "month" if wait < 30 * DAY else "later"

    # What is in sight

    def value(self, item: Item, dimension: Dimension) -> str | None:
        """Where a card belongs in one dimension."""
        if dimension == "deck":
            return item.deck.id
        if dimension == "kind":
            return item.kind
        if dimension == "source":
            return f"{item.deck.id}\0{item.source}"
        state = self._state(item.id, barred=item.barred)
        return state if dimension == "state" else self._horizon(item.id, state)

    def choices(self, dimension: Dimension) -> list[tuple[str, int]]:
        """The values a dimension has among the cards that pass all the other filters, with how many each would show."""
        self.read()
        others = {name: value for name, value in self.chosen.items() if name != dimension}
        counts = Counter(self.value(item, dimension) for item in self._found(others))
        counts.pop(None, None)
        order = {"state": STATES, "due": HORIZONS}.get(dimension)
        named = [(value, n) for value, n in counts.items() if value is not None]
        return sorted(named, key=lambda pair: order.index(pair[0])) if order else named

    def choose(self, dimension: Dimension, value: str) -> None:
        """Show only the cards with this value, or, chosen again, no longer only them."""
        if self.chosen.get(dimension) == value:
            del self.chosen[dimension]
        else:
            self.chosen[dimension] = value
        self.refresh()

    def clear(self) -> bool:
        """Take away the search, or, where nothing is searched for, the filters; whether there was anything."""
        if self.sought:
            self.sought = ""
        elif self.chosen:
            self.chosen.clear()
        else:
            return False
        self.refresh()
        return True

    def seek(self, text: str) -> None:
        """Show only the cards that hold all these words, accents and case aside."""
        before, self.sought = fold(self.sought), text.strip()
        now = fold(self.sought)
        if before and now.startswith(before) and " " not in now[len(before) :]:  # a letter more: fewer cards
            self.in_sight = [item for item in self.in_sight if self._holds(item, now.split())]
        else:
            self.refresh()

    def refresh(self) -> None:
        """Look again at which cards are in sight."""
        self.in_sight = self._found(self.chosen)

    def _found(self, chosen: Mapping[Dimension, str]) -> list[Item]:
        found = self._all
        if chosen or self.sought or self.order != "deck":
            self.read()
        for dimension, value in chosen.items():
            found = [item for item in found if self.value(item, dimension) == value]
        needles = fold(self.sought).split()
        found = [item for item in found if self._holds(item, needles)] if needles else found
        return found if self.order == "deck" else sorted(found, key=self._rank)

    # In which order

    def sort(self, order: Order, stabilities: Mapping[str, float]) -> None:
        """Put the cards in another order; `stabilities` says in days how well each is known."""
        self.order, self._stabilities = order, stabilities
        self.refresh()

    def _rank(self, item: Item) -> float:
        if self.order == "weak":
            return self._stabilities.get(item.id, inf)
        planned = self._horizon(item.id, self._state(item.id, barred=item.barred)) is not None
        return self.standings[item.id].due if planned else inf

    def _holds(self, item: Item, needles: Sequence[str]) -> bool:
        text = self._texts.get(item.id)
        if text is None:
            text = self._texts[item.id] = words_of(item.card)
        return all(needle in text for needle in needles)

    # What changes

    def renew(self, standings: Mapping[str, Standing], moment: Moment) -> None:
        """How the cards stand now. The cards in sight stay so until something else is looked for: what has just been
        put aside does not vanish under the cursor."""
        self.standings, self.moment = standings, moment

    def put(self, deck: Deck) -> None:
        """A deck as somebody has corrected it, its cards in the places of the former ones."""
        if any(deck is known for known in self._decks):
            return
        self.read()
        self._decks = [deck if (one.id, one.path) == (deck.id, deck.path) else one for one in self._decks]
        for card in deck.cards:
            known = self._items.get(card.id)
            if known is not None and (known.deck.id, known.deck.path) == (deck.id, deck.path):
                self._items[card.id] = Item(deck, card)
                if card is not known.card:
                    self._texts.pop(card.id, None)
        self._all = list(self._items.values())
        self.in_sight = [self._items[item.id] for item in self.in_sight]
