"""The lessons of this machine: files in `lessons/` of the home folder, begun from a deck, gone on with, thrown away."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import SystemRandom

from quiz.classroom import ledger, names
from quiz.classroom.happening import Happening
from quiz.classroom.ledger import Kept, Ledger
from quiz.classroom.lesson import Lesson, Rules, replay
from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.study.class_cards import class_cards


@dataclass(frozen=True, slots=True)
class Opened:
    """A lesson ready to be served, with the file that keeps it."""

    lesson: Lesson
    ledger: Ledger
    kept: Kept


def begin(
    home: Path, decks: Sequence[Deck], rules: Rules, now: datetime, limit: int | None = None,
    failed: Callable[[QuizError], None] | None = None,
) -> Opened:  # fmt: skip
    """A new lesson over the decks' cards, neighbours from different articles. Raises QuizError "no-class-card" where
    nothing can be asked, "lesson-file" where it cannot be kept."""
    cards = class_cards(decks, now.isoformat(), limit)
    if not cards:
        raise QuizError("no-class-card")
    first = decks[0]
    sources = {source.id: source for deck in decks for source in deck.sources}
    deck = replace(first, cards=tuple(cards), sources=tuple(sources.values()), path=None)
    name = _name(first.id, now, home)
    kept = Kept(name, names.code(SystemRandom()), int(now.timestamp() * 1000), deck, rules, ())
    written = Ledger.create(path_of(home, name), kept, failed)
    return Opened(Lesson(name, cards, rules), written, kept)


def resume(home: Path, name: str | None, failed: Callable[[QuizError], None] | None = None) -> Opened:
    """The lesson of that name, or the latest that has not ended and that nobody plays, as it stood; a question with a
    timer begins paused. Raises QuizError "no-lesson", "lesson-busy"."""
    if name is None:
        going = [kept for kept in kept_lessons(home) if not any(act.kind == "ended" for act in kept.acts)]
        if not going:
            raise QuizError("no-lesson")
        free = [kept for kept in going if not ledger.busy(path_of(home, kept.name))]
        name = (free or going)[0].name
    if not path_of(home, name).is_file():
        raise QuizError("no-lesson")
    written, kept = Ledger.resume(path_of(home, name), failed)
    lesson = replay(kept.name, kept.deck.cards, kept.rules, kept.acts)
    if lesson.deadline is not None:  # the time that nobody could answer in is not the pupils'
        pause = Happening("paused", kept.acts[-1].at)
        lesson.apply(pause)
        written.write(pause)
    return Opened(lesson, written, kept)


def kept_lessons(home: Path) -> list[Kept]:
    """Every lesson kept on this machine that can be read, the latest first."""
    found = []
    for path in sorted((home / "lessons").glob("*.sqlite")):
        try:
            found.append(ledger.read(path))
        except QuizError:
            continue  # named when it is asked for by name
    return sorted(found, key=lambda kept: (-kept.begun, kept.name))


def path_of(home: Path, name: str) -> Path:
    """The file of a lesson. Raises QuizError "no-lesson" for a name that is no lesson's."""
    if not re.fullmatch(r"[\w.-]{1,80}", name) or name.startswith("."):
        raise QuizError("no-lesson")
    return home / "lessons" / f"{name}.sqlite"


def purge(home: Path, before: int) -> list[str]:
    """Remove every lesson begun before that time (milliseconds), names, answers and all; gives their names. One that
    is being played stays; one that cannot be read goes by the time of its file. Raises QuizError "lesson-file" for one
    that cannot be removed."""
    gone = []
    for path in sorted((home / "lessons").glob("*.sqlite")):
        if _begun(path) >= before or ledger.busy(path):
            continue
        beside = [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]
        try:
            for file in (path, ledger.lock_of(path), *beside):
                file.unlink(missing_ok=True)
        except OSError as error:
            raise QuizError("lesson-file", file=path, reason=error.strerror or type(error).__name__) from error
        gone.append(path.stem)
    return gone


def _begun(path: Path) -> int:
    try:
        return ledger.read(path).begun
    except QuizError:
        return int(path.stat().st_mtime * 1000)


def _name(deck: str, now: datetime, home: Path) -> str:
    """« 2024-06-12-1405-foires », with a number where two begin in one minute."""
    base = f"{now:%Y-%m-%d-%H%M}-{re.sub(r'[^a-z0-9]+', '-', deck.lower()).strip('-')[:40]}".rstrip("-")
    name, number = base, 2
    while path_of(home, name).exists():
        name, number = f"{base}-{number}", number + 1
    return name
