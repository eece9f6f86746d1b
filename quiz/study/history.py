"""What a learner has answered and what is due: the only module that touches the history on disk.

It knows cards by their id and never by their wording, and it knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from quiz.deck import Deck

Clock = Callable[[], datetime]
DEFAULT_LEARNER = "moi"


@dataclass(frozen=True, slots=True)
class DeckStatus:
    """How one deck stands for one learner: `due` review cards and `learning` cards now, `new` ones allowed today."""

    deck: Deck
    due: int
    learning: int
    new: int
    total: int
    next_due: datetime | None


@dataclass(slots=True)
class Memory:
    """Thin stand-in: what is remembered of one card."""

    state: str = "new"
    due: datetime | None = None
    reps: int = 0
    lapses: int = 0


@dataclass(slots=True)
class History:
    """Thin in-memory version; the names stay."""

    path: Path | None
    clock: Clock
    learner: str = DEFAULT_LEARNER
    zone: tzinfo | None = None
    cards: dict[str, Memory] = field(default_factory=dict)

    @classmethod
    def open(
        cls, path: Path, clock: Clock | None = None, *, learner: str = DEFAULT_LEARNER, zone: tzinfo | None = None
    ) -> History:
        """The history in the file `path` (made where there is none). Raises QuizError."""
        return cls(path, clock or utc_now, learner, zone)

    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> History:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def overview(self, decks: Sequence[Deck], now: datetime | None = None) -> list[DeckStatus]:
        """How each deck stands now."""
        now = now or self.clock()
        out = []
        for deck in decks:
            known = [self.cards[c.id] for c in deck.cards if c.id in self.cards]
            dues = [m.due for m in known if m.due]
            out.append(
                DeckStatus(
                    deck,
                    sum(1 for m in known if m.state == "review" and m.due and m.due <= now + timedelta(hours=12)),
                    sum(1 for m in known if m.state == "learning"),
                    min(20, sum(1 for c in deck.cards if c.id not in self.cards and c.status != "rejected")),
                    len(deck.cards),
                    min(dues) if dues else None,
                )
            )
        return out


def utc_now() -> datetime:
    """The clock of this machine, in UTC."""
    return datetime.now(UTC)
