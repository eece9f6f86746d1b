"""Two people who did one thing together: « Awa Sow et Omar Ba ont remporté la danse », « remportée par Awa Sow et Omar
Ba ». The key is both.

Takes full names that stand side by side with « et » alone between them; of three or more it gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from quiz.facts.event import Event
from quiz.facts.event_answers import Answer
from quiz.facts.event_openings import ARTICLES, Opening, goes_on, opening_of
from quiz.facts.event_places import FEWEST, Placing
from quiz.facts.spec_scene import Name

Pair = tuple[Name, Name]


class Pairing(Placing):
    """A clause and the pairs in it."""

    def _pairs(self) -> Iterator[Event]:
        """Who both did it, and by which two it was done."""
        for pair in self._side_by_side():
            first, second = pair
            if second.end - 1 == self.clause.subject[-1] and first.start in self.clause.subject:
                if self._plain_subject(first) and len(self.clause.rest) >= FEWEST:
                    yield self._event(pair, "agent", Opening(()))
            elif first.start in self.clause.rest and second.end - 1 in self.clause.rest:
                opening = opening_of(self.clause, first)
                by = opening is not None and [self.scene.word(i) for i in opening.tokens] == ["par"]
                if opening is not None and by and self.clause.group.passive and not goes_on(self.clause, second.end):
                    yield self._event(pair, "by", opening)

    def _side_by_side(self) -> Iterator[Pair]:
        for first, second in pairwise(self.place.names):
            near = second.start == first.end + 1 and self.scene.word(first.end) == "et"
            if near and all(self._somebody(name) for name in (first, second)) and not self._third(first, second):
                yield first, second

    def _somebody(self, name: Name) -> bool:
        answer = self.place.answer(name)
        return answer is not None and answer.kind == "person" and " " in name.text

    def _third(self, first: Name, second: Name) -> bool:
        """« Awa Sow, Omar Ba et Lise Roux »: one of three."""
        cats = self.clause.seen.cats
        before = first.start - 1
        listed = before > 0 and cats[before] == "comma" and cats[before - 1] == "name"
        after = cats[second.end : second.end + 1]
        return listed or after in (("and",), ("name",))

    def _plain_subject(self, first: Name) -> bool:
        """Nothing but an article and what both are stands before the first name: « Les patineurs | Awa Sow et Omar Ba
        »."""
        before = [i for i in self.clause.subject if i < first.start]
        plain = all(self.clause.seen.cats[i] in ("det", "noun", "adj") for i in before)
        return plain and (not before or self.scene.word(before[0]) in (*ARTICLES, "deux"))

    def _event(self, pair: Pair, slot: str, opening: Opening) -> Event:
        first, second = pair
        value = f"{first.text} et {second.text}"
        answer = Answer(None, value, "person")
        left = self.clause.rest if slot == "agent" else self.without(opening.start(first), second.end)
        made = self.named("agent" if slot == "agent" else "by", answer, range(first.start, second.end), opening, left)
        others = tuple(pair for pair in self._other_pairs() if pair != value)
        return replace(made, others=others, features=made.features | {"pair": 1.0})

    def _other_pairs(self) -> Iterator[str]:
        """The pairs of people that the article names, as wrong choices."""
        text, mentions = self.scene.reading.article.text, self.scene.reading.entities.mentions
        done: set[str] = set()
        for one, other in pairwise(mentions):
            said = text[one.start : other.end]
            both = one.entity.kind == other.entity.kind == "person" and text[one.end : other.start] == " et "
            if both and said not in done and all(" " in text[m.start : m.end] for m in (one, other)):
                done.add(said)
                yield said
