"""The whole history as JSON Lines, for another machine, another program or a drawer: one object that says what it is,
then one an act, every field by its name.

What is read back is from outside and trusted in nothing: a line that is not as this module writes it stops the import,
and nothing of the file is taken over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from quiz.errors import QuizError
from quiz.files import write_new
from quiz.study.events import EVENT_KINDS, Answer, Event, Help
from quiz.study.history import learner_name
from quiz.study.memory import STAGES, Memory, milliseconds, moment_of
from quiz.study.merging import Log
from quiz.typography import safe_text

FORMAT = "quiz-history-export/1"
_LARGEST = 1 << 30
_NUMBERS = {name: type(default).__name__ for name, default in Memory._field_defaults.items()}


def write_export(path: Path, log: Log) -> int:
    """Write a log to a new file, whole or not at all; how many acts it holds. Raises QuizError: "file-exists" where
    anything is there already, "folder-missing", "write-failed"."""
    write_new(path, "".join(line + "\n" for line in lines(log)))
    return len(log.events)


def lines(log: Log) -> Iterator[str]:
    """The lines of an export, without their ends."""
    yield json.dumps({"format": FORMAT, "collection": log.collection, "acts": len(log.events)})
    for event in log.events:
        yield json.dumps(_row(event), ensure_ascii=False)


def _row(event: Event) -> dict[str, Any]:
    row: dict[str, Any] = {
        "seq": event.seq,
        "at": moment_of(event.at).isoformat(timespec="milliseconds"),
        "day": date.fromordinal(event.day).isoformat(),
        "learner": event.learner,
        "kind": event.kind,
        "card": event.card,
    }
    if event.target is not None:
        row["target"] = event.target
    if event.note:
        row["note"] = event.note
    if event.answer is not None:
        row["answer"] = {**event.answer._asdict(), "help": asdict(event.answer.help)}
    row["before"], row["after"] = _remembered(event.before), _remembered(event.after)
    if event.origin is not None:
        row["origin"] = list(event.origin)
    return row


def _remembered(memory: Memory | None) -> dict[str, Any] | None:
    return None if memory is None else memory._asdict()


def read_export(path: Path) -> Log:
    """The log in an export. Raises QuizError, naming the file: "merge-foreign" where it is none, "merge-newer" where a
    newer version wrote it, "import-line" with the number of the first line that is not as it should be."""
    number = 1
    try:
        if path.stat().st_size > _LARGEST:
            raise QuizError("merge-foreign", file=path)
        with path.open(encoding="utf-8") as stream:
            head = json.loads(stream.readline())
            if not isinstance(head, dict) or not str(head.get("format", "")).startswith("quiz-history-export/"):
                raise QuizError("merge-foreign", file=path)
            if head["format"] != FORMAT:
                raise QuizError("merge-newer", file=path)
            events = []
            for line in stream:
                number += 1
                events.append(_event(json.loads(line)))
        collection = _text(head["collection"])
        if len(events) != head["acts"]:
            raise ValueError("cut")
        _check_order(events)
    except OSError as error:
        raise QuizError("merge-unreadable", file=path, reason=error.strerror or type(error).__name__) from error
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        if number == 1:
            raise QuizError("merge-foreign", file=path) from error
        raise QuizError("import-line", file=path, line=number) from error
    return Log(collection, tuple(events))


def _check_order(events: Iterable[Event]) -> None:
    """Refuse numbers that do not rise, and an undo of what is not there before it."""
    seen: set[int] = set()
    last = 0
    for event in events:
        if event.seq <= last or (event.target is not None and event.target not in seen):
            raise ValueError("order")
        seen.add(event.seq)
        last = event.seq


def _event(row: dict[str, Any]) -> Event:
    if row["kind"] not in EVENT_KINDS:
        raise ValueError(row["kind"])
    origin = row.get("origin")
    told = row.get("answer")
    return Event(
        seq=_whole(row["seq"]),
        learner=_learner(row["learner"]),
        at=milliseconds(datetime.fromisoformat(row["at"])),
        day=date.fromisoformat(row["day"]).toordinal(),
        kind=row["kind"],
        card=_text(row["card"]),
        before=_memory(row["before"]),
        after=_memory(row["after"]),
        target=None if row.get("target") is None else _whole(row["target"]),
        answer=None if told is None else _answer(told),
        note=_text(row.get("note", "")),
        origin=None if origin is None else (_text(origin[0]), _whole(origin[1])),
    )


def _answer(row: dict[str, Any]) -> Answer:
    ratings = row["auto"], row["rating"]
    if row["verdict"] not in ("right", "near", "wrong") or not all(rating in (1, 2, 3, 4) for rating in ratings):
        raise ValueError("answer")
    if row["form"] not in ("choice", "number", "cloze", "true-false", "text", "flip"):
        raise ValueError("form")
    used = {name: _truth(value) for name, value in row["help"].items()}
    seconds = float(row["seconds"])
    if not 0 <= seconds < 86_400:
        raise ValueError("seconds")
    return Answer(row["form"], _text(row["given"]), row["verdict"], seconds, Help(**used), *ratings)


def _memory(row: dict[str, Any] | None) -> Memory | None:
    if row is None:
        return None
    memory = Memory(**row)
    if memory.stage not in STAGES:
        raise ValueError("stage")
    for name, kind in _NUMBERS.items():
        value = getattr(memory, name)
        if kind == "int":
            _whole(value)
        elif kind == "bool":
            _truth(value)
        elif kind == "float" and not (isinstance(value, float | int) and 0 <= value < 1e9):
            raise ValueError(name)
    return memory


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -(1 << 53) < value < 1 << 53:
        raise ValueError(value)
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or safe_text(value) != value:
        raise ValueError(value)
    return value


def _learner(value: Any) -> str:
    if learner_name(_text(value)) != value:
        raise ValueError(value)
    return str(value)
