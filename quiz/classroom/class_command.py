"""`quiz class`: the lessons kept on this machine, what they came to, and their removal."""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from pathlib import Path

from quiz.classroom import lessons, reports_files
from quiz.classroom.ledger import Kept, read
from quiz.classroom.lesson import replay
from quiz.classroom.reports import Report, report
from quiz.errors import QuizError
from quiz.files import write_atomic
from quiz.language import Lang, Words
from quiz.phrases import local_title
from quiz.study.history import History
from quiz.typography import safe_text

CLASS = "classe"
"""Under this name the history has what a class thought of a question."""


def class_(args: argparse.Namespace, home: Path, now: datetime, lang: Lang) -> int:
    """List the lessons, report on one, or remove them. Raises QuizError."""
    words = Words(lang, "classroom")
    if args.action == "report":
        return _report(args, home, words)
    if args.action == "purge":
        before = now - timedelta(days=args.older or 0)
        gone = lessons.purge(home, int(before.timestamp() * 1000) + (0 if args.older else 1))
        print(words.say("class.purged", n=len(gone)))
        return 0
    kept = lessons.kept_lessons(home)
    for one in kept:
        print(safe_text(_line(one, words)))
    if not kept:
        print(words.say("class.none"))
    return 0


def _line(kept: Kept, words: Words) -> str:
    lesson = replay(kept.name, kept.deck.cards, kept.rules, kept.acts)
    going = words.say("class.going") if lesson.phase != "ended" else ""
    title = local_title(kept.deck.title, words.lang)
    return (
        words.say("class.line", name=kept.name, title=title, pupils=len(lesson.present), n=len(lesson.counted()))
        + going
    )


def _report(args: argparse.Namespace, home: Path, words: Words) -> int:
    found = lessons.kept_lessons(home)
    if args.lesson:
        path = lessons.path_of(home, args.lesson)
        if not path.is_file():
            raise QuizError("no-lesson")
        kept = read(path)
    elif found:
        kept = found[0]
    else:
        raise QuizError("no-lesson")
    lesson = replay(kept.name, kept.deck.cards, kept.rules, kept.acts)
    told = report(lesson, local_title(kept.deck.title, words.lang), kept.begun)
    _flag(told, home, words)
    if args.output is None:
        _print(told, words)
        return 0
    written = Path(args.output)
    ending = written.suffix.lower()
    if ending == ".csv":
        text = "\ufeff" + reports_files.as_csv(told, words)  # the mark by which a spreadsheet knows UTF-8
    elif ending == ".json":
        text = reports_files.as_json(told)
    elif ending in (".html", ".htm"):
        text = reports_files.as_html(told, words)
    else:
        raise QuizError("report-ending", file=written)
    write_atomic(written, text)
    print(words.say("class.written", file=safe_text(str(written))))
    return 0


def _print(told: Report, words: Words) -> None:
    print(safe_text(f"{told.title} ({told.lesson})"))
    for one in told.asked:
        share = "-" if one.share is None else f"{100 * one.share:.0f} %"
        seconds = "-" if one.seconds is None else reports_files.decimal(f"{one.seconds:.1f}", words) + "\u00a0s"
        print(safe_text(f"{one.number}. {one.card.question.said(words.lang)}"))
        why = ", ".join(words.say(f"suspect.{why}") for why in one.suspects)
        line = words.say("class.question", share=share, answered=one.answered, seconds=seconds)
        print(f"   {line}{' ' + why if why else ''}")
    for squad in told.teams:
        print(words.say("host.team-share", team=squad.number, share=round(100 * squad.share)))
    for pupil in sorted(told.pupils, key=lambda one: (-one.right, one.name)):
        print(safe_text(f"{pupil.name}: {pupil.right} / {pupil.questions}"))


def _flag(told: Report, home: Path, words: Words) -> None:
    """Tell the desk (`quiz review-deck`) of questions that the answers speak against, once a lesson."""
    suspects = [one for one in told.asked if one.suspects]
    if not suspects:
        return
    with History.open(home / "history.sqlite", learner=CLASS) as history:
        before = {(one.card, one.text) for one in history.reports()}
        for one in suspects:
            why = ", ".join(words.say(f"suspect.{reason}") for reason in one.suspects)
            text = f"{told.lesson}: {why}"
            if (one.card.id, text) not in before:
                history.report(one.card.id, "other", text)
