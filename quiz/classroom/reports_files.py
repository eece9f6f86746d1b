"""A lesson's report written down: a table for a spreadsheet, JSON for a program, a page to print. Figures come from
`reports`; nothing here reckons.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import asdict
from datetime import datetime
from html import escape
from typing import Any

from quiz.classroom.reports import Asked, Report
from quiz.language import Words
from quiz.typography import safe_text


def as_json(report: Report) -> str:
    """The whole report: `questions`, `pupils`, `teams`, with null where too few took part."""
    body: dict[str, Any] = {
        "format": "quiz-report/1",
        "lesson": report.lesson,
        "title": report.title,
        "begun": report.begun,
        "questions": [_question(one) for one in report.asked],
        "pupils": [asdict(one) for one in report.pupils],
        "teams": [asdict(one) for one in report.teams],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _question(one: Asked) -> dict[str, Any]:
    return {
        "number": one.number,
        "card": one.card.id,
        "question": one.card.question.fr,
        "answer": one.card.answer.fr,
        "answered": one.answered,
        "right": one.right,
        "share": one.share,
        "choices": [{"choice": choice, "chosen": n} for choice, n in zip(one.choices, one.chosen, strict=True)],
        "typed": [{"text": text, "count": n} for text, n in one.typed],
        "seconds": one.seconds,
        "facility": one.facility,
        "discrimination": one.discrimination,
        "suspects": list(one.suspects),
    }


def as_csv(report: Report, words: Words) -> str:
    """Two tables, questions and pupils, an empty line between them; for a spreadsheet: no cell begins a formula, and
    the marks are those that a spreadsheet in this language expects, in French a semicolon and a decimal comma."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";" if words.lang == "fr" else ",", lineterminator="\r\n")

    def number(value: float | None) -> str:
        return "" if value is None else decimal(f"{value:.3f}".rstrip("0").rstrip("."), words)

    rows.writerow([words.say(f"report.{name}") for name in _QUESTION_COLUMNS])
    for one in report.asked:
        chosen = " | ".join(f"{choice}: {n}" for choice, n in zip(one.choices, one.chosen, strict=True))
        typed = " | ".join(f"{text}: {n}" for text, n in one.typed)
        rows.writerow(
            [
                one.number, _cell(one.card.question.fr), _cell(one.card.answer.fr), one.answered, one.right,
                number(one.share), number(one.seconds), number(one.facility), number(one.discrimination),
                _cell(chosen or typed), _cell(", ".join(words.say(f"suspect.{why}") for why in one.suspects)),
            ]
        )  # fmt: skip
    rows.writerow([])
    rows.writerow([words.say(f"report.{name}") for name in _PUPIL_COLUMNS])
    for pupil in report.pupils:
        team = "" if pupil.team is None else pupil.team
        rows.writerow([_cell(pupil.name), team, pupil.right, pupil.answered, pupil.questions, number(pupil.seconds)])
    for squad in report.teams:
        rows.writerow([words.say("report.team-row", team=squad.number), squad.number, number(squad.share)])
    return out.getvalue()


_QUESTION_COLUMNS = (
    "number", "question", "answer", "answered", "right", "share", "seconds", "facility", "discrimination", "chosen",
    "suspects",
)  # fmt: skip
_PUPIL_COLUMNS = ("pupil", "team", "right", "answered", "questions", "seconds")


_FORMULA = re.compile(r"""(^\s*|[;,|"]\s*)(?=[=+\-@|%])""")


def _cell(text: str) -> str:
    """A text as a cell: a spreadsheet runs what begins with one of these signs, be it after a mark at which it splits
    a line that is not its own."""
    text = safe_text(text).replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return _FORMULA.sub(r"\1'", text)


def decimal(figure: str, words: Words) -> str:
    """A figure with the decimal mark of the language."""
    return figure.replace(".", words.say("report.decimal"))


def as_html(report: Report, words: Words) -> str:
    """A page to print, without colour."""
    lang = words.lang
    questions = "".join(
        "<tr>"
        + _cells(
            one.number,
            one.card.question.said(lang),
            one.card.answer.said(lang),
            _share(one.share),
            _seconds(one.seconds, words),
            _share(one.facility),
            "" if one.discrimination is None else decimal(f"{one.discrimination:.2f}", words),
            "; ".join(f"{choice} {n}" for choice, n in zip(one.choices, one.chosen, strict=True))
            or "; ".join(f"{text} {n}" for text, n in one.typed[:4]),
            ", ".join(words.say(f"suspect.{why}") for why in one.suspects),
        )
        + "</tr>\n"
        for one in report.asked
    )
    pupils = "".join(
        "<tr>"
        + _cells(one.name, one.team or "", f"{one.right} / {one.questions}", one.answered, _seconds(one.seconds, words))
        + "</tr>\n"
        for one in sorted(report.pupils, key=lambda one: (-one.right, one.name))
    )
    teams = "".join(
        f"<p>{escape(words.say('report.team-row', team=t.number))} {_share(t.share)}</p>" for t in report.teams
    )
    when = datetime.fromtimestamp(report.begun / 1000).strftime("%Y-%m-%d %H:%M")
    columns = ("number", "question", "answer", "share", "seconds", "facility", "discrimination", "chosen", "suspects")
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{_text(report.title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n<h1>{_text(report.title)}</h1>\n"
        f"<p>{when} · {_text(report.lesson)}</p>\n"
        f"{teams}<table><thead><tr>{_heads(columns, words)}</tr></thead>\n<tbody>{questions}</tbody></table>\n"
        f"<table><thead><tr>{_heads(('pupil', 'team', 'right', 'answered', 'seconds'), words)}</tr></thead>\n"
        f"<tbody>{pupils}</tbody></table>\n</body>\n</html>\n"
    )


def _heads(names: tuple[str, ...], words: Words) -> str:
    return "".join(f"<th>{_text(words.say(f'report.{name}'))}</th>" for name in names)


def _cells(*values: object) -> str:
    return "".join(f"<td>{_text(str(value))}</td>" for value in values)


def _text(text: str) -> str:
    return escape(safe_text(text).replace("\n", " "))


def _share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.0f}\u00a0%"


def _seconds(value: float | None, words: Words) -> str:
    return "" if value is None else decimal(f"{value:.1f}", words) + "\u00a0s"


_STYLE = """
@page { size: A4 landscape; margin: 14mm; }
body { font: 10pt/1.35 "DejaVu Sans", Arial, sans-serif; color: #000; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: 0 0 8mm; }
th, td { border: .5pt solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
"""
