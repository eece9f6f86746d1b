"""Which cards of a kept deck were never asked: marked in the deck's own cache as of some moment of the log, and brought
up to now from what has happened since, so that nobody has to go through the deck for it.

It takes nothing for granted: marks of another history, or of a log that went another way since, are made again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection

from quiz.deck import Deck
from quiz.deck_kept import KeptCards, Slip
from quiz.study.history import History
from quiz.study.order import Entry

_MOST = 256
"""Cards that are read at once at most."""
WORN = 500
"""After how many acts the marks are written again."""


class Unasked:
    """The cards of one source of a kept deck that were never asked and may be, in the order of the deck."""

    def __init__(self, deck: Deck, asked: bytes, start: int, end: int) -> None:
        self._deck = deck
        self._asked = asked
        self._end = end
        self._left = asked.count(0, start, end)
        self._read: deque[Slip] = deque()
        self._page = 1
        self.first = self._next = asked.find(0, start, end)

    def __len__(self) -> int:
        return self._left

    def popleft(self) -> Entry:
        """The first of them, taken out."""
        if not self._read:
            self._read_on()
        self._left -= 1
        return Entry(self._deck, self._read.popleft(), "new")

    def _read_on(self) -> None:
        """Read those that come next: one at first, as often no more is wanted, then more and more of them at once."""
        assert isinstance(self._deck.cards, KeptCards)
        ranks: list[int] = []
        while len(ranks) < min(self._page, self._left):
            ranks.append(self._asked.index(0, self._next, self._end))
            self._next = ranks[-1] + 1
        self._page = min(_MOST, self._page * 4)
        self._read.extend(self._deck.cards.slips_at(ranks))


def asked(history: History, cards: KeptCards, ever: Callable[[], Collection[str]]) -> bytearray:
    """One byte a card, by rank: 1 where it was asked before or may not be asked. `ever` are all that were."""
    owner, newest = f"{history.collection}/{history.learner}", history.newest
    found = cards.marks(owner)
    seq, _, moment = found[0].partition(" ") if found else ("", "", "")
    of_this_log = seq.isdecimal() and int(seq) <= newest and str(history.moment(int(seq))) == moment
    if found is None or not of_this_log:
        known = ever()
        marks, since = bytearray(barred or name in known for name, barred in cards.ids()), None
    else:
        marks, since = bytearray(found[1]), int(seq)
        touched = history.touched(since)
        if touched:
            slips = list(cards.slips(touched))
            met = history.asked_of([slip.id for slip in slips])
            for slip in slips:
                marks[slip.rank] = slip.barred or slip.id in met
    if since is None or newest - since >= WORN:
        cards.mark(owner, f"{newest} {history.moment(newest)}", bytes(marks))
    return marks


def waiting(history: History, deck: Deck, aside: Collection[str], ever: Callable[[], Collection[str]]) -> list[Unasked]:
    """The cards of a kept deck that can be asked as new ones, source by source; none of those put aside."""
    assert isinstance(deck.cards, KeptCards)
    marks = asked(history, deck.cards, ever)
    for slip in deck.cards.slips(aside):
        marks[slip.rank] = 1
    whole = bytes(marks)
    sources = [Unasked(deck, whole, start, end) for _, start, end in deck.cards.sources] if 0 in whole else []
    sources = [source for source in sources if len(source)]
    places = deck.cards.places([source.first for source in sources])
    return sorted(sources, key=lambda source: places[source.first])
