"""What happens in a lesson, one act at a time: the only thing that is kept, and enough to make the lesson again.

A happening is a plain row, so that the file of a lesson is a table and a replay needs no interpreter of old formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "seated",  # seat, text: name, token: digest of the seat's token, number: team
    "renamed",  # seat, text
    "kicked",  # seat
    "banned",  # seat; text: the address of its machine, where it is known
    "locked",
    "unlocked",
    "opened",  # round (free pace: none, every round at once)
    "answered",  # seat, round, number: the client's own count of its answers; choice or text
    "closed",  # round
    "skipped",  # round: it does not count
    "shown",  # round: back to one that is closed
    "settled",  # seat, round: free pace, the seat asks for the key
    "advanced",  # seat: free pace, on to the next
    "paused",
    "resumed",
    "ended",
]


@dataclass(frozen=True, slots=True)
class Happening:
    """One act. `at` is milliseconds since 1970 UTC; fields that an act has no use for are None."""

    kind: Kind
    at: int
    seat: int | None = None
    round: int | None = None
    number: int | None = None
    choice: int | None = None
    text: str | None = None
    token: str | None = None
