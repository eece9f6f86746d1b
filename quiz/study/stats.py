"""How study is going, in figures for `quiz stats` and its JSON, whose names stay once they are released."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from quiz.deck import Deck
from quiz.study.history import History
from quiz.study.insight import SECONDS, Group, Insight
from quiz.study.order import Limits
from quiz.study.standing import Day, askable

RETENTION_DAYS = 30


def stats(
    history: History, decks: Sequence[Deck] = (), now: datetime | None = None, limits: Limits | None = None
) -> dict[str, Any]:
    """The learner's figures, over `decks` where they are about cards.

    `reviews` counts all answers (cram and answers taken back left out) and `right` those that were; `due` is what can
    be asked today, learning cards included, and `new` the new cards on top; `unseen`, `suspended` and `leeches` count
    cards; `streak` is the days in a row with an answer, up to today or yesterday; `retention` the share of due review
    cards known in the last 30 days, None before the first, and `target` what it should be; `days` the answers of each
    of these days, oldest first. The rest is `insight`'s: `forecast` and `heatmap` by ISO date, `months`, `times` (the
    upper end in seconds of each class, None for the last), `median_seconds`, `hours`, `decks`, `sources`, `speakers`,
    `attributes`, and `judged`, how many speakers and attributes have answers enough to be among them.
    """
    insight = Insight(history, decks, now)
    today, rows = insight.today, insight.answers
    recent = [row for row in rows if row.day > today - RETENTION_DAYS]
    retention = insight.retention(RETENTION_DAYS)
    limits = limits or Limits()
    standings = history.standings()
    mine = askable(decks)
    known = {card: standing for card, standing in standings.items() if card in mine}
    plan = Day(history, limits, now).plan(decks)
    days = {row.day for row in rows}
    speakers, attributes = insight.judged()
    return {
        "learner": history.learner,
        "reviews": len(rows),
        "right": sum(row.right for row in rows),
        "reviews_today": sum(1 for row in rows if row.day == today),
        "seconds_today": round(sum(row.seconds for row in rows if row.day == today)),
        "due": len(plan.learning) + len(plan.reviews),
        "learning": len(plan.learning),
        "new": len(plan.new),
        "cards": len(mine),
        "unseen": len(mine) - sum(1 for standing in known.values() if standing.stage != "new"),
        "suspended": sum(1 for standing in known.values() if standing.suspended),
        "leeches": sum(1 for standing in known.values() if standing.leech),
        "streak": _streak(days, today),
        "retention": None if retention is None else round(retention, 3),
        "target": limits.retention,
        "days": [sum(1 for row in recent if row.day == day) for day in range(today - RETENTION_DAYS + 1, today + 1)],
        "forecast": {day.isoformat(): n for day, n in insight.forecast()},
        "heatmap": {day.isoformat(): n for day, n in insight.heatmap() if n},
        "months": [
            {"month": f"{month.month:%Y-%m}", "answered": month.answered, "right": month.right}
            for month in insight.months()
        ],
        "times": [{"seconds": most, "answers": n} for most, n in zip((*SECONDS, None), insight.times(), strict=True)],
        "median_seconds": insight.median_seconds(),
        "hours": [{"hour": hour.hour, "answered": hour.answered, "right": hour.right} for hour in insight.hours()],
        "decks": [_row(group) for group in insight.by_deck()],
        "sources": [_row(group) for group in insight.by_source()],
        "speakers": [_row(group) for group in insight.weakest_speakers()],
        "attributes": [_row(group) for group in insight.weakest_attributes()],
        "judged": {"speakers": speakers, "attributes": attributes},
    }


def _row(group: Group) -> dict[str, Any]:
    return group._asdict()


def _streak(days: set[int], today: int) -> int:
    """Days in a row: a day that has only begun does not break it."""
    day = today if today in days else today - 1
    length = 0
    while day - length in days:
        length += 1
    return length
