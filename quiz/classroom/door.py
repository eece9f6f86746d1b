"""Who may come in by the code: wrong codes and seats are counted for each machine, so that one bored pupil shuts out
nobody else. It knows addresses and numbers, no sockets; the rules of a lesson are the lesson's.

There is no count over all machines: six letters of twenty-three are millions of minutes away for one machine, and a
count that others can fill would be a way to lock a class out.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from quiz.classroom.lesson import Lesson, Refused

_MINUTE = 60.0


class Door:
    """Counts for one lesson. An address is a machine; a class behind one address needs a larger `per_machine`."""

    def __init__(self, tries: int, per_machine: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        """`tries` wrong codes a minute and `per_machine` seats (None: any number) are one machine's. `clock` counts
        seconds."""
        self.tries, self.per_machine = tries, per_machine
        self._clock = clock
        self._wrong: dict[str, list[float]] = {}
        self._places: dict[int, str] = {}

    def knock(self, address: str, *, right: bool) -> None:
        """A code was typed. Raises Refused "slow" after too many wrong ones of this machine's, "code" for one more."""
        now = self._clock()
        self._wrong = {one: times for one, times in self._wrong.items() if now - times[-1] < _MINUTE}
        mine = [at for at in self._wrong.get(address, []) if now - at < _MINUTE]
        if len(mine) >= self.tries:
            raise Refused("slow")
        if not right:
            self._wrong[address] = [*mine, now]
            raise Refused("code")

    def room(self, address: str, lesson: Lesson) -> None:
        """A new seat is wanted. Raises Refused "banned", or "machine" where this one has all the seats it may have; a
        seat that nobody holds any more is still its own."""
        if address in lesson.banned:
            raise Refused("banned")
        mine = sum(self._places.get(seat.id) == address for seat in lesson.present)
        if self.per_machine is not None and mine >= self.per_machine:
            raise Refused("machine")

    def entered(self, seat: int, address: str) -> None:
        """A seat is held from this machine now."""
        self._places[seat] = address

    def place(self, seat: int) -> str | None:
        """The machine a seat was last held from."""
        return self._places.get(seat)
