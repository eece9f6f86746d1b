"""Dice that depend on nothing but a seed, so that the same articles give the same deck everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator


def chance(seed: str, sides: int) -> int:
    """One throw: 0 to sides - 1 (256 sides at most)."""
    return hashlib.sha256(seed.encode()).digest()[0] % sides


def dice_of(seed: str) -> Iterator[int]:
    """An endless run of throws, 0 to 255."""
    block = 0
    while True:
        digest = hashlib.sha256(f"{seed}/{block}".encode()).digest()
        yield from digest
        block += 1
