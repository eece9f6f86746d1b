"""What one learner remembers of one card, as plain values. It knows neither the scheduler nor the disk, so that the
queue can be built before either is loaded.

Times are integers: `at`, `due` and `last` in milliseconds since 1970 (UTC), days as ordinals of the learner's *learning
day*, which begins at 4 h local time, so that a sitting after midnight still belongs to the evening before.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from struct import Struct
from typing import Any, Literal, NamedTuple

Stage = Literal["new", "learning", "review", "relearning"]
STAGES: tuple[Stage, ...] = ("new", "learning", "review", "relearning")
DAY_STARTS = timedelta(hours=4)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_DAY = 86_400_000
_REALS = Struct(">dd")
_HEAD = Struct(">BBdd")
_DIGITS: dict[Stage, int] = {stage: 48 + number for number, stage in enumerate(STAGES)}


class Memory(NamedTuple):
    """The schedule of one card and whether it is put aside. A tuple, since one is made at every answer.

    `stage` "new" with no repetitions is a card that has been put aside before it was ever asked. `step` is the learning
    step, -1 where there is none. `stability` is in days. `day` is the learning day of the last answer, `first` that of
    the first. `buried` is the last learning day on which the card stays hidden, 0 where it is not buried.
    """

    stage: Stage = "new"
    step: int = -1
    stability: float = 0.0
    difficulty: float = 0.0
    due: int = 0
    last: int = 0
    day: int = 0
    first: int = 0
    reps: int = 0
    lapses: int = 0
    suspended: bool = False
    leech: bool = False
    buried: int = 0


def to_text(memory: Memory | None) -> str:
    """One line that `from_text` reads back to the same value."""
    if memory is None:
        return "null"
    return "[" + ",".join(map(repr, to_row(memory))) + "]"  # numbers alone, which Python writes as JSON does


def from_row(row: Sequence[Any]) -> Memory:
    """The memory a database row or a decoded line holds, fields in the order of the class. Raises on another shape."""
    stage, step, stability, difficulty, due, last, day, first, reps, lapses, suspended, leech, buried = row
    return Memory(
        STAGES[stage],
        step,
        stability,
        difficulty,
        due,
        last,
        day,
        first,
        reps,
        lapses,
        bool(suspended),
        bool(leech),
        buried,
    )


def to_row(memory: Memory) -> tuple[int | float, ...]:
    """The values for a database row, in the order of the class; truth as 1 and 0."""
    m = memory
    return (
        STAGES.index(m.stage), m.step, m.stability, m.difficulty, m.due, m.last, m.day, m.first, m.reps, m.lapses,
        int(m.suspended), int(m.leech), m.buried,
    )  # fmt: skip


def from_text(text: str) -> Memory | None:
    """What `to_text` wrote. Raises ValueError on anything else."""
    row = json.loads(text)
    return None if row is None else from_row(row)


def packed(memory: Memory, at: int, day: int) -> bytes:
    """The memory that an event at `at` on `day` left, in about twenty bytes that `unpacked` reads back to the same
    value: the stage as a digit, then step and truths, the two reals, and the whole numbers told from what comes before
    them, seven bits a byte, with the zeros at the end left out."""
    stage, step, stability, difficulty, due, last, rested, first, reps, lapses, suspended, leech, buried = memory
    days, rest = divmod(due - last, _DAY)
    wait = 2 * (due - last) if rest else 2 * days + 1
    out = bytearray(_HEAD.pack(_DIGITS[stage], (step + 1) << 2 | leech << 1 | suspended, stability, difficulty))
    for number in (last - at, wait, reps, lapses, rested - day, rested - first, buried):
        number = number << 1 if number >= 0 else ~number << 1 | 1
        while number > 127:
            out.append(number & 127 | 128)
            number >>= 7
        out.append(number)
    return bytes(out.rstrip(b"\0"))


def unpacked(data: bytes, at: int, day: int) -> Memory:
    """What `packed` wrote. Raises ValueError or IndexError on anything else."""
    flags = data[1] if len(data) > 1 else 0
    stability, difficulty = _REALS.unpack(data[2:18].ljust(16, b"\0"))
    whole, number, shift = [], 0, 0
    for byte in data[18:]:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            whole.append(~(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    last, wait, reps, lapses, later, age, buried = (*whole, 0, 0, 0, 0, 0, 0, 0)[:7]
    last, later = at + last, day + later
    due = last + (wait // 2 * _DAY if wait & 1 else wait // 2)
    return Memory(
        STAGES[data[0] - 48], (flags >> 2) - 1, stability, difficulty, due, last, later, later - age, reps, lapses,
        bool(flags & 1), bool(flags & 2), buried,
    )  # fmt: skip


def milliseconds(moment: datetime) -> int:
    """A moment as it is stored. Raises ValueError where it does not say its time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return (moment - _EPOCH) // _MILLISECOND


def moment_of(stored: int) -> datetime:
    """The moment, in UTC, that was stored."""
    return _EPOCH + stored * _MILLISECOND


def learning_day(moment: datetime, zone: tzinfo | None = None) -> int:
    """The learning day of a moment, as a date ordinal; `zone` is the learner's, by default this machine's."""
    return (moment.astimezone(zone) - DAY_STARTS).date().toordinal()


def day_ends(day: int, zone: tzinfo | None = None) -> int:
    """When a learning day ends (the next begins), as stored milliseconds."""
    midnight = datetime.combine(date.fromordinal(day + 1), datetime.min.time()) + DAY_STARTS
    return milliseconds(midnight.replace(tzinfo=zone) if zone is not None else midnight.astimezone())
