"""Agents and partners that only an adjective of nationality names: « arrêtés par des soldats iraniens », « par le
parlement malien ».

Knows nouns of people, of troops and of what a state has; of another noun it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.event import Event, Slot
from quiz.facts.event_openings import ARTICLES, Opening, goes_on
from quiz.facts.event_pairs import Pairing
from quiz.facts.event_words import nations, words
from quiz.facts.names import person_noun


class Nations(Pairing):
    """A clause and the countries that its adjectives name."""

    def _of_a_nation(self, phrase: Sequence[int]) -> str | None:
        """« des chercheurs japonais », « une équipe de chercheurs japonais », « deux navires iraniens »: the country;
        None where the adjective is not that of people, or of what a state has."""
        cats, word = self.clause.seen.cats, self.scene.word
        country = nations().get(word(phrase[-1]))
        if country is None or country in words("no_countries") or len(phrase) < 3 or len(phrase) > 7:
            return None
        if any(self.scene.doc[i].text[:1].isupper() for i in phrase[1:]):
            return None  # « les Forces démocratiques maliennes »
        if any(cats[i] not in ("det", "num", "noun", "adj", "adp") for i in phrase) or cats[phrase[0]] not in (
            "det",
            "num",
        ):
            return None
        noun = next((i for i in reversed(phrase[:-1]) if cats[i] == "noun"), None)
        if noun is None or self.scene.doc[phrase[-1]].text[:1].isupper():
            return None
        plural = word(noun).endswith(("s", "x"))
        people = person_noun(word(noun)) is not None or word(noun).rstrip("sx") in words("of_nations")
        return country if people and (plural or word(noun) in words("of_nations")) else None

    def _by_a_nation(self) -> Iterator[Event]:
        """« arrêtés par des soldats iraniens », « battu par les joueurs maliens »: by those of which country."""
        clause, cats, word = self.clause, self.clause.seen.cats, self.scene.word
        for i in clause.rest:
            if word(i) not in ("par", "contre", "avec") or cats[i] != "adp":
                continue
            end = i + 1
            while (
                end in clause.rest and cats[end] in ("det", "num", "noun", "adj", "adp") and word(end) not in nations()
            ):
                end += 1
            if end not in clause.rest or word(end) not in nations() or goes_on(clause, end + 1):
                continue
            phrase = range(i + 1, end + 1)
            stated = len(phrase) == 3 and word(phrase[0]) in (*ARTICLES, "du") and word(phrase[1]) in words("of_states")
            country = nations()[word(end)] if stated else self._of_a_nation(phrase)
            country = None if country in words("no_countries") else country
            if country is not None and self.definite() and self.tells():
                slot: Slot = "by" if word(i) == "par" and clause.group.passive else "with"
                if word(i) != "par" or slot == "by":
                    opening = Opening(tuple(range(i, end)), of=True)
                    yield self.named(slot, self.sorts.country(country), (end,), opening, self.without(i, end + 1))
