"""What travels between the server and its clients: JSON objects of a version, small, checked where they enter.

A client says hello, answers, and at a free pace asks to go on. The server says welcome, ack, no, and the whole state
each time something changed: a client that misses one has lost nothing. `page/index.html` speaks the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from quiz.classroom.lesson import Lesson, Round, Seat
from quiz.deck import Bilingual
from quiz.study.class_cards import place_of_key

VERSION = 1
"""A client of another version is told so and refused."""
LONGEST_MESSAGE = 4096
"""Bytes of a message that a client may send."""
_LARGEST = 2**53
"""Numbers beyond this do not survive in a browser."""


class BadMessage(ValueError):
    """A message that is not one of the protocol; the text says what is wrong, for a log and never for a screen."""


@dataclass(frozen=True, slots=True)
class Hello:
    """A seat is wanted: anew by `code` (with a `name`, where names are free), or again by `token`."""

    version: int
    code: str
    name: str
    token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a round. `number` counts the client's answers: the same number twice is the same answer."""

    round: int
    number: int
    value: int | str


@dataclass(frozen=True, slots=True)
class GoOn:
    """Free pace: show the key of this round, or leave it."""

    round: int


def parse(raw: str | bytes) -> Hello | Answer | GoOn:
    """A client's message. Raises BadMessage for anything else, whatever it is."""
    if len(raw) > LONGEST_MESSAGE:
        raise BadMessage("too long")
    try:
        body: Any = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadMessage("no JSON") from error
    if not isinstance(body, dict):
        raise BadMessage("no object")
    match body.get("type"):
        case "hello":
            return Hello(
                _count(body, "v"),
                _text(body, "code", 32),
                _text(body, "name", 200),
                _text(body, "token", 64),
            )
        case "answer":
            value = body.get("value")
            if isinstance(value, bool) or not isinstance(value, int | str):
                raise BadMessage("no value")
            value = _count(body, "value") if isinstance(value, int) else _text(body, "value", LONGEST_MESSAGE)
            return Answer(_count(body, "round"), _count(body, "n"), value)
        case "go-on":
            return GoOn(_count(body, "round"))
        case _:
            raise BadMessage("no such type")


def _count(body: dict[str, Any], name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise BadMessage(f"no {name}")
    return value


def _text(body: dict[str, Any], name: str, longest: int) -> str:
    value = body.get(name) or ""
    if not isinstance(value, str) or len(value) > longest or any("\ud800" <= char <= "\udfff" for char in value):
        raise BadMessage(f"no {name}")  # half a character can be neither hashed nor kept
    return value


def dump(body: dict[str, Any]) -> str:
    """A message as it travels."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def welcome(seat: Seat, token: str) -> dict[str, Any]:
    """The seat is taken; the token takes it again after a drop."""
    return {"type": "welcome", "v": VERSION, "seat": seat.id, "name": seat.name, "token": token}


def ack(round: int, number: int) -> dict[str, Any]:  # noqa: A002
    """The answer is on disk."""
    return {"type": "ack", "round": round, "n": number}


def no(why: str) -> dict[str, Any]:
    """What was asked is refused, in a word: version, code, stale (the token), slow, busy (call again),
    machine (no more seats for it), full, locked, late, taken, name, banned, kicked, ended, closed, paused, bad,
    broken."""
    return {"type": "no", "v": VERSION, "why": why}


# ---- the state


def shared(lesson: Lesson, title: Bilingual, now: int) -> dict[str, Any]:
    """What everybody may know now: never an answer before its round is closed."""
    body: dict[str, Any] = {
        "type": "state",
        "v": VERSION,
        "seq": lesson.changed,
        "title": both(title),
        "phase": lesson.phase,
        "pace": lesson.rules.pace,
        "paused": lesson.paused_at is not None,
        "total": len(lesson.rounds),
        "present": len(lesson.present),
        "teams": lesson.rules.teams,
    }
    if lesson.rules.pace == "teacher" and lesson.at is not None:
        body |= asked(lesson, lesson.at, closed=lesson.phase == "closed")
        body["left"] = None if lesson.deadline is None else max(0, lesson.deadline - now)
    if lesson.phase == "ended" and lesson.rules.teams:
        body["shares"] = [round(share, 3) for share in lesson.team_shares()]
    return body


def mine(lesson: Lesson, seat: Seat) -> dict[str, Any]:
    """What one pupil may know besides: the own name, answer and score; at a free pace the own question."""
    you: dict[str, Any] = {"seat": seat.id, "name": seat.name, "team": seat.team, "score": lesson.score(seat.id)}
    body: dict[str, Any] = {"you": you}
    at = lesson.at
    closed = lesson.phase == "closed"
    if lesson.rules.pace == "free" and lesson.phase == "open":
        at, closed = (seat.at if seat.at < len(lesson.rounds) else None), seat.settled
        body |= {"round": None, "done": True} if at is None else asked(lesson, at, closed=closed)
    if at is None:
        if lesson.phase == "ended":
            you["of"] = lesson.put_to(seat.id)
        return body
    given = lesson.rounds[at].answers.get(seat.id)
    if given is not None:
        you |= {"n": given.number, "answer": given.text if given.choice is None else given.choice}
        if closed:
            you["right"] = given.right
    return body


def asked(lesson: Lesson, number: int, *, closed: bool) -> dict[str, Any]:
    """A question as a screen needs it, with the key and its evidence only once it is closed."""
    one = lesson.rounds[number]
    card = one.card
    body: dict[str, Any] = {
        "round": number,
        "form": card.form,
        "topic": both(card.topic),
        "question": both(card.question),
        "choices": [{"fr": choice.fr, "en": choice.en} for choice in one.choices],
        "skipped": one.skipped,
    }
    if closed:
        evidence = card.evidence
        body["right_choice"] = right_choice(one)
        body["key"] = both(key(one))
        body["evidence"] = {"before": evidence.before, "fr": evidence.text, "after": evidence.after, "en": evidence.en}
        body["answered"] = len(one.answers)
        body["right"] = sum(given.right for given in one.answers.values())
        body["spread"] = [
            sum(given.choice == k for given in one.answers.values()) for k in range(len(one.choices))
        ]  # how many chose each
    return body


def right_choice(one: Round) -> int | None:
    """The place of the right choice among those shown."""
    return place_of_key(one.card, one.choices)


def key(one: Round) -> Bilingual:
    """The right answer as it stands among the choices, or as the card has it."""
    place = right_choice(one)
    return one.card.answer if place is None else one.choices[place]


def both(text: Bilingual) -> dict[str, Any]:
    """A text in both languages, the English with where it is from."""
    return {"fr": text.fr, "en": text.en, "origin": text.origin}
