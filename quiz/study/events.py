"""What a learner did, as values: one `Event` an act, and the line of the journal that holds it.

It knows neither database nor file, so that a journal from elsewhere can be read and replayed without either.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, cast, get_args
from zlib import crc32

from quiz.study.memory import Memory, from_row, to_text

EventKind = Literal[
    "review", "cram", "regrade", "undo", "bury", "unbury", "suspend", "unsuspend", "restore", "reset", "edit",
    "reject", "report", "settle", "fit", "retention", "merge",
]  # fmt: skip
"""What can happen. "report" is a learner saying that a question is bad and "settle" somebody having looked at it;
"fit" and "retention" are about no card and change how the scheduler counts from then on; "merge" is what a card comes
to where two machines' answers to it meet, and follows from the others."""
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)
FORMAT = "quiz-history/1"


@dataclass(frozen=True, slots=True)
class Help:
    """What was used before answering: a hint, the English, a second try, the meaning of a word. `standing`: English
    stood below the question because the learner has set it so, which is noted and is no help."""

    hint: bool = False
    english: bool = False
    retry: bool = False
    gloss: bool = False
    standing: bool = False

    @property
    def used(self) -> bool:
        """Whether any help was."""
        return self.hint or self.english or self.retry or self.gloss

    @property
    def bits(self) -> int:
        """As it is stored."""
        return self.hint + 2 * self.english + 4 * self.retry + 8 * self.gloss + 16 * self.standing


class Answer(NamedTuple):
    """The part of an event that only answers have. `seconds` is as measured; `auto` is the rating of the grading
    policy and `rating` the one that counted."""

    form: str
    given: str
    verdict: str
    seconds: float
    help: Help
    auto: int
    rating: int


class Event(NamedTuple):
    """One act of one learner on one card. `before` and `after` are the memory around it (None: there was none);
    `target` is the event an undo or a regrade is about; `note` the reason of a report, or what was fitted; `origin` the
    collection and the number it has there, for an event that was merged from elsewhere. `card` is "" where it is about
    none."""

    seq: int
    learner: str
    at: int
    day: int
    kind: EventKind
    card: str
    before: Memory | None
    after: Memory | None
    target: int | None = None
    answer: Answer | None = None
    note: str = ""
    origin: tuple[str, int] | None = None


def to_line(event: Event) -> bytes:
    """The journal's line: one JSON array, then its checksum, ending in a newline."""
    answer = event.answer
    row = [
        event.seq,
        event.learner,
        event.at,
        event.day,
        event.kind,
        event.card,
        event.target,
        None
        if answer is None
        else [answer.form, answer.given, answer.verdict, answer.seconds, answer.help.bits, answer.auto, answer.rating],
    ]
    # The memories are JSON already; a card id or an answer may hold anything, so it stays escaped ASCII.
    head = json.dumps(row, separators=(",", ":"))
    more = ""
    if event.note or event.origin:
        more = "," + json.dumps([event.note, *(event.origin or ())], separators=(",", ":"))
    return sealed(f"{head[:-1]},{to_text(event.before)},{to_text(event.after)}{more}]")


def sealed(text: str) -> bytes:
    """A line with its checksum."""
    body = text.encode("ascii")
    return body + b" %08x\n" % crc32(body)


def is_sealed(line: bytes) -> bool:
    """Whether a line is whole and has the checksum it was written with."""
    return len(line) > 10 and line[-1:] == b"\n" and line[-10:-9] == b" " and line[-9:-1] == b"%08x" % crc32(line[:-10])


def opened(line: bytes) -> Any:
    """What a sealed line holds. Raises ValueError where it is cut, altered or no line of ours."""
    if not is_sealed(line):
        raise ValueError("a line that is cut or altered")
    return json.loads(line[:-10])


def from_line(line: bytes) -> Event:
    """The event a journal line holds. Raises ValueError where the line is cut, altered or of another kind."""
    row = opened(line)
    if not isinstance(row, list) or len(row) not in (10, 11) or row[4] not in EVENT_KINDS:
        raise ValueError("not an event")
    seq, learner, at, day, kind, card, target, answer, before, after = row[:10]
    note, *origin = row[10] if len(row) == 11 else ("",)
    return Event(
        seq, learner, at, day, cast(EventKind, kind), card,
        None if before is None else from_row(before), None if after is None else from_row(after), target,
        None if answer is None else answer_of(answer), str(note), (str(origin[0]), int(origin[1])) if origin else None,
    )  # fmt: skip


def answer_of(row: Iterable[Any]) -> Answer:
    """An answer from its stored values."""
    form, given, verdict, seconds, bits, auto, rating = row
    used = Help(
        hint=bool(bits & 1),
        english=bool(bits & 2),
        retry=bool(bits & 4),
        gloss=bool(bits & 8),
        standing=bool(bits & 16),
    )
    return Answer(form, given, verdict, float(seconds), used, auto, rating)


def memories(events: Iterable[Event]) -> dict[tuple[str, str], Memory]:
    """What follows from a log: the memory of every (learner, card), which is the one its last event left."""
    out: dict[tuple[str, str], Memory] = {}
    for event in events:
        if event.after is None:
            out.pop((event.learner, event.card), None)
        else:
            out[event.learner, event.card] = event.after
    return out
