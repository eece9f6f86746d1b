"""Which decks a command is about: those that were named, else all in ./decks, else those that ship with the package.
One that cannot be read stops a command only where a person named it. It refuses to know what is done with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz import paths
from quiz.deck import Deck
from quiz.errors import QuizError


@dataclass(frozen=True, slots=True)
class Found:
    """The decks, each with its `path`, and a sentence for each file that was passed over."""

    decks: tuple[Deck, ...]
    aside: tuple[QuizError, ...] = ()


def find(named: Sequence[str], before: Callable[[Path], None] | None = None) -> Found:
    """Read the decks. `before` is told of each that takes long to read, once. Raises QuizError where one that is named
    cannot be read, or none at all can."""
    from quiz.deck_format import read_deck, takes_long

    decks: list[Deck] = []
    wrong: list[QuizError] = []
    for path in files(named):
        try:
            if before is not None and takes_long(path):
                before(path)
            decks.append(read_deck(path))
        except QuizError as error:
            if named:
                raise
            wrong.append(error)
    if not decks:
        raise wrong[0]
    return Found(tuple(decks), tuple(QuizError("deck-aside", what=error) for error in wrong))


def files(named: Sequence[str]) -> list[Path]:
    """The files of those decks, none of them opened; one that is named twice is there once. Raises QuizError
    "decks-none", and "deck-guess" where one is not there and the name of another is near."""
    local = sorted(Path("decks").glob("*.json"))
    shipped = sorted(paths.shipped_decks().glob("*.json"))
    if named:
        by_name = {path.stem: path for path in (*shipped, *local)}
        wanted = [by_name.get(name, Path(name)) if not Path(name).is_file() else Path(name) for name in named]
        for path in wanted:
            check_named(path, by_name)
        found = list({path.resolve(): path for path in reversed(wanted)}.values())[::-1]
    else:
        found = local or shipped
    if not found:
        raise QuizError("decks-none")
    return found


def check_named(path: Path, names: Iterable[str]) -> None:
    """Raise QuizError "deck-guess" where there is no such file and it reads like a slip of one of the decks' names, or
    of a deck beside it."""
    if path.exists():
        return
    from quiz.guessing import nearest

    beside = {other.stem: str(other) for other in path.parent.glob("*.json")}
    near = nearest(path.stem, beside)
    guess = beside[near] if near else nearest(path.stem, names)
    if guess is not None:
        raise QuizError("deck-guess", status=2, file=path, guess=guess)
