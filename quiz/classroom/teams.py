"""Teams on one screen: whose turn it is, who was first, what it scored, and every step undoable. Values only.

Teams take turns, or the first to buzz answers; a buzz that was wrong leaves the question to the others. Nothing is
timed here, and speed scores nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quiz.deck import Bilingual, Card
from quiz.study.class_cards import choices_of

Phase = Literal["asked", "buzzed", "told", "over"]
MOST = 4


@dataclass(frozen=True, slots=True)
class Try:
    """What a team answered: a place among the choices, None for an answer said aloud; and whether it was right."""

    team: int
    choice: int | None
    right: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The game at one moment. `turn` is the team that answers (with buzzing: that buzzed), None while anybody may."""

    at: int = 0
    phase: Phase = "asked"
    turn: int | None = None
    scores: tuple[int, ...] = ()
    tries: tuple[Try, ...] = ()

    @property
    def out(self) -> frozenset[int]:
        """The teams that have answered this question."""
        return frozenset(one.team for one in self.tries)


class Game:
    """Two to four teams over some cards. A step that the moment does not allow does nothing and gives False."""

    def __init__(self, cards: Sequence[Card], teams: int, *, buzz: bool = False, seed: object = "") -> None:
        """`teams` from 2 to `MOST`. `seed` decides the order of the choices."""
        if not 2 <= teams <= MOST:
            raise ValueError(teams)
        self.cards = tuple(cards)
        self.teams, self.buzzing = teams, buzz
        self._choices = [choices_of(card, seed) for card in self.cards]
        self._steps = [Standing(turn=None if buzz else 0, scores=(0,) * teams, phase="asked" if cards else "over")]

    @property
    def now(self) -> Standing:
        """The present moment."""
        return self._steps[-1]

    @property
    def card(self) -> Card | None:
        """The question on screen; None at the end."""
        return None if self.now.phase == "over" else self.cards[self.now.at]

    @property
    def choices(self) -> tuple[Bilingual, ...]:
        """The choices of the question on screen, () for an answer said aloud."""
        return () if self.now.phase == "over" else self._choices[self.now.at]

    @property
    def ranks(self) -> list[tuple[int, int]]:
        """The first three: team and score, best first; equals in their own order."""
        return sorted(enumerate(self.now.scores), key=lambda pair: (-pair[1], pair[0]))[:3]

    def buzz(self, team: int) -> bool:
        """A team wants to answer; the first one may."""
        now = self.now
        if not self.buzzing or now.phase != "asked" or not 0 <= team < self.teams or team in now.out:
            return False
        return self._step(replace(now, phase="buzzed", turn=team))

    def choose(self, choice: int) -> bool:
        """The team whose turn it is takes a choice."""
        card = self.card
        if card is None or not 0 <= choice < len(self.choices):
            return False
        return self._answered(choice, self.choices[choice].fr == card.answer.fr)

    def judge(self, right: bool) -> bool:
        """The teacher says whether what the team said aloud is right."""
        return not self.choices and self._answered(None, right)

    def tell(self) -> bool:
        """Show the key, whoever has answered."""
        now = self.now
        return now.phase in ("asked", "buzzed") and self._step(replace(now, phase="told"))

    def go_on(self) -> bool:
        """The next question, the turn of the next team; or the end."""
        now = self.now
        if now.phase != "told":
            return False
        following = now.at + 1
        if following >= len(self.cards):
            return self._step(replace(now, phase="over", turn=None))
        turn = None if self.buzzing else following % self.teams
        return self._step(Standing(following, "asked", turn, now.scores))

    def undo(self) -> bool:
        """Take the last step back, whatever it was."""
        if len(self._steps) == 1:
            return False
        self._steps.pop()
        return True

    def _answered(self, choice: int | None, right: bool) -> bool:
        now = self.now
        if now.turn is None or now.phase not in ("asked", "buzzed"):
            return False
        tries = (*now.tries, Try(now.turn, choice, right))
        scores = tuple(score + (right and team == now.turn) for team, score in enumerate(now.scores))
        everybody = len({one.team for one in tries}) == self.teams
        if right or not self.buzzing or everybody:
            return self._step(replace(now, phase="told", scores=scores, tries=tries))
        return self._step(replace(now, phase="asked", turn=None, tries=tries))

    def _step(self, after: Standing) -> bool:
        self._steps.append(after)
        return True
