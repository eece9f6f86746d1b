"""What a learner does to cards besides answering: put aside, fetch back, begin again, report, reject. Each has a name,
is on disk before it returns and can be taken back by that name.

It knows cards by their ids alone, and neither their texts nor the files; `History` is what does it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quiz.errors import QuizError
from quiz.study.events import Answer, Event, EventKind
from quiz.study.memory import Memory
from quiz.typography import safe_text

ActName = Literal["bury", "unbury", "suspend", "unsuspend", "reset", "reject", "report", "settle", "fit"]
Reason = Literal["wrong", "several", "unclear", "language", "obvious", "outdated", "other"]
REASONS: tuple[Reason, ...] = ("wrong", "several", "unclear", "language", "obvious", "outdated", "other")
"""Why a question is bad: its answer is wrong, several are right, it cannot be understood, its French or English is
faulty, it gives itself away, it is out of date, something else."""
NOTE_LENGTH = 300
Decision = tuple[Memory | None, Answer | None]
_ASIDE = Memory()


class Job(NamedTuple):
    """One event to be written: `decide` is given what is remembered of the card and says what is remembered after. With
    `idle`, nothing is written where that is the same."""

    kind: EventKind
    card: str
    decide: Callable[[Memory | None], Decision]
    target: int | None = None
    note: str = ""
    idle: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to one card or to several at once, and the events it is made of."""

    name: ActName
    events: tuple[Event, ...]

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the cards it changed; none where all were so already."""
        return tuple(event.card for event in self.events)


@dataclass(frozen=True, slots=True)
class Report:
    """A learner's complaint about a question: why (`text` in the learner's own words, or ""), whose, when (stored
    milliseconds). A card put aside because it was forgotten too often counts as one, for the reason "leech"."""

    card: str
    reason: Reason | Literal["leech"]
    text: str
    learner: str
    at: int


class Acts:
    """The acts of a history. Each takes the ids of the cards, one or many, which are written together or not at all,
    and raises QuizError where the disk refuses."""

    acts: list[Act]
    """What was done here since the history was opened and can be taken back, the last last."""

    def write(self, jobs: Sequence[Job]) -> tuple[Event, ...]:
        """Write some events, all or none."""
        raise NotImplementedError

    def today(self) -> int:
        """The learning day it is."""
        raise NotImplementedError

    def bury(self, *cards: str) -> Act:
        """Hide cards until tomorrow."""
        today = self.today()
        return self._act("bury", cards, lambda memory: (memory or _ASIDE)._replace(buried=today))

    def unbury(self, *cards: str) -> Act:
        """Fetch back cards that were to be hidden until tomorrow."""
        return self._act("unbury", cards, lambda memory: _unless_untouched(memory, buried=0))

    def suspend(self, *cards: str) -> Act:
        """Put cards aside for good, until `unsuspend`."""
        return self._act("suspend", cards, lambda memory: (memory or _ASIDE)._replace(suspended=True))

    def unsuspend(self, *cards: str) -> Act:
        """Fetch back cards that were put aside, also for being forgotten too often."""
        return self._act("unsuspend", cards, lambda memory: _unless_untouched(memory, suspended=False, leech=False))

    def reset(self, *cards: str) -> Act:
        """Forget what was learnt of cards: they are new again. Their past stays in the log."""
        return self._act("reset", cards, lambda _: None)

    def reject(self, *cards: str) -> Act:
        """Ask these bad questions never again. In the history alone; `Session.reject` rejects in the deck too."""
        return self._act("reject", cards, lambda memory: (memory or _ASIDE)._replace(suspended=True))

    def report(self, card: str, reason: Reason = "other", text: str = "") -> Act:
        """Say that a question is bad, for the desk to see (`reports`). The card is asked as before."""
        return self._told("report", card, complaint(reason, text))

    def settle(self, card: str) -> Act:
        """Say that the reports about a card have been looked at."""
        return self._told("settle", card, "")

    def fit(self, parameters: Sequence[float] = ()) -> Act:
        """Let the scheduler count with these parameters from now on (none: with its own). What is already planned stays
        as it is until its next answer."""
        return self._told("fit", "", " ".join(map(repr, parameters)))

    def undo(self, act: Act | None = None) -> Act | None:
        """Take an act back, by default the last of `acts`; None where there is none. Raises QuizError, having changed
        nothing: "history-moved-on" where one of its cards has been answered or changed since, else as the disk does."""
        if act is None:
            if not self.acts:
                return None
            act = self.acts[-1]
        self.write([undoing(event) for event in reversed(act.events)])
        if act in self.acts:
            self.acts.remove(act)
        return act

    def _act(self, name: ActName, cards: Sequence[str], change: Callable[[Memory | None], Memory | None]) -> Act:
        kind: EventKind = name
        jobs = [Job(kind, card, lambda before: (change(before), None), idle=True) for card in dict.fromkeys(cards)]
        return self._keep(Act(name, self.write(jobs)))

    def _told(self, name: ActName, card: str, note: str) -> Act:
        kind: EventKind = name
        return self._keep(Act(name, self.write([Job(kind, card, lambda before: (before, None), note=note)])))

    def _keep(self, act: Act) -> Act:
        if act.events:
            self.acts.append(act)
        return act


def complaint(reason: Reason, text: str = "") -> str:
    """A report's reason and words as its event notes them. Raises ValueError where there is no such reason."""
    if reason not in REASONS:
        raise ValueError(reason)
    return f"{reason} {' '.join(safe_text(text[:NOTE_LENGTH]).split())}".strip()


def fitted(note: str) -> tuple[float, ...] | None:
    """The parameters that a "fit" notes; none where somebody went back to the scheduler's own."""
    return tuple(map(float, note.split())) or None


def undoing(event: Event, standing: Memory | Literal["as left"] | None = "as left") -> Job:
    """What takes an event back: its card is remembered as before it. Where that is not (any more) as the event left it,
    or as in `standing`, the job raises QuizError "history-moved-on". What changed no memory can always be taken back.
    """
    left = event.after if standing == "as left" else standing
    if standing == "as left" and event.before == event.after:
        return Job("undo", event.card, lambda before: (before, None), event.seq)

    def decide(before: Memory | None) -> Decision:
        if before != left:
            raise QuizError("history-moved-on")
        return event.before, None

    return Job("undo", event.card, decide, event.seq)


def _unless_untouched(memory: Memory | None, **changes: bool | int) -> Memory | None:
    """The memory with changes; a card that was only ever put aside is as if it had never been touched."""
    changed = None if memory is None else memory._replace(**changes)  # type: ignore[arg-type]
    return None if changed == _ASIDE else changed
