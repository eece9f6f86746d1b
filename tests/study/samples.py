"""Small decks and a clock to study them by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from quiz.deck import Bilingual, Card, Deck, Evidence, Form, Kind, Status
from quiz.study.events import Answer, Event, Help
from quiz.study.history import History
from quiz.study.journal import Header, Journal
from quiz.study.memory import Memory, learning_day, milliseconds
from quiz.study.session import Session
from quiz.study.store import journal_of

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **span: float) -> None:
        """Let time go by: `clock.pass_(days=1)`."""
        self.now += timedelta(**span)


def card(
    name: str = "c1",
    answer: str = "44 %",
    *,
    form: Form = "number",
    kind: Kind = "stat",
    choices: Sequence[str] = (),
    accept: Sequence[str] = (),
    english: str | None = None,
    source: str = "article",
    start: int | None = None,
    fact: dict[str, Any] | None = None,
    status: Status = "draft",
    question: str = "Quelle part des ateliers a fermé ?",
    before: str = "",
) -> Card:
    """A card; its evidence starts somewhere of its own unless `start` says where."""
    place = sum(map(ord, name)) * 1000 + int("".join(c for c in name if c.isdigit()) or 0) if start is None else start
    return Card(
        id=name,
        kind=kind,
        form=form,
        topic=Bilingual("Les ateliers de la ville (mars 2026)"),
        question=Bilingual(question),
        choices=tuple(map(Bilingual, choices)),
        answer=Bilingual(answer, english, "rule" if english else "none"),
        accept=tuple(accept),
        evidence=Evidence(source, place, place + 40, "Près de la moitié des ateliers ont fermé.", before),
        fact=fact,
        status=status,
    )


def choice(name: str = "c1", answer: str = "Ada Morin", *others: str, **rest: Any) -> Card:
    """A choice card, the right answer first."""
    others = others or ("Basile Roux", "Cléo Petit")
    return card(name, answer, form="choice", choices=(answer, *others), **rest)


def deck(*cards: Card, name: str = "essai") -> Deck:
    """A deck of these cards."""
    return Deck(name, Bilingual(f"Jeu {name}"), (), tuple(cards))


def many(count: int, sources: int = 3, name: str = "m") -> Deck:
    """A deck of typed cards with distinct facts, sources in turn."""
    return deck(*(card(f"{name}{n}", str(n), source=f"{name}-s{n % sources}") for n in range(count)), name=name)


def opened(folder: Path, clock: Clock, **options: Any) -> History:
    """A history in a folder, for a learner who lives at Greenwich."""
    return History.open(folder / "history.sqlite", clock, **({"zone": UTC} | options))


def play(session: Session, clock: Clock, wrong: Sequence[str] = (), most: int = 1000) -> list[str]:
    """Answer until the end, wrongly the first time where the card's id is in `wrong`; the ids in the order asked."""
    asked: list[str] = []
    while (question := session.question()) and len(asked) < most:
        miss = question.card.id in wrong and question.card.id not in asked
        asked.append(question.card.id)
        session.answer("je ne sais pas" if miss else question.card.answer.fr, 4.0)
        clock.pass_(seconds=10)
    return asked


def deck_played(folder: Path, count: int, begun: datetime, collection: str) -> Path:
    """The path of a history in which each of so many cards was answered twice."""
    folder.mkdir(parents=True)
    path = folder / "history.sqlite"
    at, day = milliseconds(begun), learning_day(begun, UTC)
    events, answer = [], Answer("number", "44", "right", 6.0, Help(), 3, 3)
    for number in range(count):
        first, second = at + 20_000 * number, at + 20_000 * number + 600_000
        learning = Memory("learning", 1, 2.3065, 2.118103970459016, second, first, day, day, 1)
        review = Memory("review", -1, 2.3065, 2.111214235785395, second + 2 * 86_400_000, second, day, day, 2)
        name = f"m{number}"
        events.append(Event(2 * number + 1, "moi", first, day, "review", name, None, learning, None, answer))
        events.append(Event(2 * number + 2, "moi", second, day, "review", name, learning, review, None, answer))
    Journal(journal_of(path)).create(Header(collection, at), events)
    History.open(path, Clock(begun)).close()
    return path
