"""The queues of one sitting as it goes on: what is taken out, what comes back, and the way back to before.

It moves entries about and knows neither why a card comes back nor what an answer was.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from quiz.deck import Card
from quiz.study.order import Entry, Limits, Plan, siblings
from quiz.study.outcome import Counts

AHEAD = 20 * 60_000
"""Milliseconds before it is due that a learning card may come, where nothing else is left to ask."""


class Mark(NamedTuple):
    """What it takes to put the queues back as they were before an entry was taken out."""

    entry: Entry
    queue: deque[Entry] | None
    place: int
    learning: list[Entry]
    again: tuple[Entry, ...]
    last: Card | None


@dataclass(frozen=True, slots=True)
class Sight:
    """The queues whole, as they were before a card was dropped from wherever it stood."""

    learning: list[Entry]
    reviews: tuple[Entry, ...]
    new: tuple[Entry, ...]
    again: tuple[Entry, ...]
    last: Card | None


class Queues:
    """Learning cards by due time, reviews, new cards; in a cram all cards are one queue, `reviews`."""

    def __init__(self, plan: Plan) -> None:
        self.learning = list(plan.learning)
        self.reviews = deque(plan.reviews)
        self.new = deque(plan.new)
        self.again: deque[Entry] = deque()
        self.last: Card | None = None

    def next(self, now: int) -> Entry | None:
        """The entry to ask at `now`: never the card just asked, nor its sibling, while there is another."""
        if not self.learning and self.reviews:  # as it is most of the time
            entry = self.reviews[0]
            if self.last is None or not siblings(entry.card, self.last):
                return entry

        split = bisect_right(self.learning, now, key=lambda entry: entry.due)
        limit = bisect_right(self.learning, now + AHEAD, key=lambda entry: entry.due)

        def candidates() -> Iterator[Entry]:
            due, soon = islice(self.learning, split), islice(self.learning, split, limit)
            return chain(due, self.reviews, self.new, self.again, soon)

        for entry in candidates():
            if self.last is None or not siblings(entry.card, self.last):
                return entry
        return next(candidates(), None)

    def coming(self, count: int) -> Iterator[Entry]:
        """Some of those that will be asked soon."""
        return islice(chain(self.learning, self.reviews, self.new), count)

    def take(self, entry: Entry) -> Mark:
        """Take out an entry that has been asked; the mark puts it back."""
        learning = self.learning[:]
        again = tuple(self.again)
        if self.reviews and self.reviews[0] is entry:  # as it is most of the time
            self.reviews.popleft()
            return self._marked(Mark(entry, self.reviews, 0, learning, again, self.last))
        for queue in (self.reviews, self.new, self.again):
            for place, other in enumerate(queue):  # near the front, where it came from
                if other is entry:
                    del queue[place]
                    return self._marked(Mark(entry, queue, place, learning, again, self.last))
        self.learning = [other for other in learning if other is not entry]
        return self._marked(Mark(entry, None, 0, learning, again, self.last))

    def _marked(self, mark: Mark) -> Mark:
        self.last = mark.entry.card
        return mark

    def drop(self, card_id: str) -> Sight:
        """Take a card out wherever it stands, asked or not; what is given back puts it there again."""
        sight = Sight(self.learning, tuple(self.reviews), tuple(self.new), tuple(self.again), self.last)
        self.learning = [entry for entry in self.learning if entry.id != card_id]
        for queue in (self.reviews, self.new, self.again):
            _fill(queue, [entry for entry in queue if entry.id != card_id])
        return sight

    def put_back(self, mark: Mark | Sight) -> None:
        """The queues as they were when the mark was made. Marks go back in the reverse order."""
        if isinstance(mark, Sight):
            for queue, entries in ((self.reviews, mark.reviews), (self.new, mark.new), (self.again, mark.again)):
                _fill(queue, entries)
            self.learning, self.last = mark.learning, mark.last
            return
        if mark.queue is not None and mark.queue is not self.again:
            mark.queue.insert(mark.place, mark.entry)
        self.learning = mark.learning
        _fill(self.again, mark.again)
        self.last = mark.last

    def learn(self, entry: Entry) -> None:
        """Have the card come back when `entry` is due."""
        insort(self.learning, entry, key=lambda e: e.due)

    def forget(self, card: Card) -> None:
        """Have the card come back no more in this sitting."""
        self.learning = [entry for entry in self.learning if entry.id != card.id]
        _fill(self.again, [entry for entry in self.again if entry.id != card.id])

    def repeat(self, entry: Entry) -> None:
        """In a cram: have the card come back at the end."""
        self.again.append(entry)

    def remaining(self, limits: Limits, answered: int) -> Counts:
        """How many are left, no more than the sitting's own limit allows, counted in the order they are asked."""
        new, learning, review = len(self.new), len(self.learning), len(self.reviews) + len(self.again)
        if limits.limit is not None:
            left = max(0, limits.limit - answered)
            learning = min(learning, left)
            review = min(review, left - learning)
            new = min(new, left - learning - review)
        return Counts(new, learning, review)


def _fill(queue: deque[Entry], entries: Iterable[Entry]) -> None:
    """Put entries in a queue in place of what is there: marks know this very queue."""
    kept = list(entries)
    queue.clear()
    queue.extend(kept)
