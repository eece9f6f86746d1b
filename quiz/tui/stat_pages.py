"""The statistics, a page a question: what comes, the year, how much is kept, how long answers take, when, where, and
what is weakest. Every number is one of `quiz stats --json`, and every drawing says its numbers beside it.

Pure: those figures and words in, blocks out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

from quiz import phrases
from quiz.language import grouped
from quiz.tui import charts
from quiz.tui.browse_pages import Speech
from quiz.tui.layout import Block, Run, clip, pad, para, run

PAGES = ("coming", "year", "kept", "times", "hours", "places", "weak")
Figures = dict[str, Any]
SCALE = charts.SCALE


def stat_page(name: str, figures: Figures, speech: Speech, *, today: date, width: int, room: int) -> list[Block]:
    """One of `PAGES`, for a column `width` cells wide and `room` rows high."""
    if not figures["reviews"] and name != "coming":
        return [_title(name, speech), para(run(speech.here.say("stats.nothing-yet"), "dim"), gap=1, tight=1)]
    if name == "coming":
        return _coming(figures, speech, today=today, width=width, room=room)
    if name == "year":
        return _year(figures, speech, today=today, width=width)
    if name == "kept":
        return _kept(figures, speech, width=width)
    if name == "times":
        return _times(figures, speech, width=width)
    if name == "hours":
        return _hours(figures, speech, width=width, room=room)
    return _places(figures, speech, width=width) if name == "places" else _weak(figures, speech, width=width)


def _title(name: str, speech: Speech) -> Block:
    return para(run(speech.here.say(f"stats.{name}"), "question"))


def _percent(share: float, speech: Speech) -> str:
    return speech.here.say("percent", n=round(100 * share))


def _facts(pairs: Sequence[tuple[str, str]]) -> Block:
    """Labels and figures on one line, wrapped where they must."""
    runs: list[Run] = []
    for label, figure in pairs:
        runs += [Run(" · ", "dim")] if runs else []
        runs += [run(figure.replace(" ", "\u00a0"), "figure"), run(f"\u00a0{label}".replace(" ", "\u00a0"), "dim")]
    return Block(tuple(runs))


# What comes


def _coming(figures: Figures, speech: Speech, *, today: date, width: int, room: int) -> list[Block]:
    say = speech.here.say
    minutes, learnt = round(figures["seconds_today"] / 60), figures["cards"] - figures["unseen"]
    blocks = [_title("coming", speech)]
    blocks.append(
        _facts([
            (say("stats.answered-today", n=figures["reviews_today"]), grouped(figures["reviews_today"], speech.lang)),
            (say("stats.minutes-today", n=minutes), f"{minutes}"),
            (say("stats.streak"), say("stats.days", n=figures["streak"])),
        ])
    )  # fmt: skip
    blocks.append(
        _facts([
            (say(f"stats.{what}", n=count), grouped(count, speech.lang))
            for what, count in (
                ("cards", figures["cards"]), ("learnt", learnt), ("unseen", figures["unseen"]),
                ("suspended", figures["suspended"]), ("leeches", figures["leeches"]),
            )
        ])
    )  # fmt: skip
    counts = list(figures["forecast"].values())
    blocks.append(para(run(say("stats.forecast"), "heading"), gap=1, tight=1))
    if not any(counts):
        return [*blocks, para(run(say("stats.none-coming"), "dim"))]
    step = 2 if width >= 2 * len(counts) + SCALE else 1
    ruler = {0: say("stats.today")}
    for at in range(14 // step, len(counts), 14 // step):
        ruler[at] = _short(today.fromordinal(today.toordinal() + at), speech)
    blocks += _columns(counts, ruler, rows=max(3, min(8, room - 14)), step=step, width=width)
    week, month = sum(counts[:7]), sum(counts)
    blocks.append(para(run(say("stats.coming-said", today=counts[0], week=week, month=month)), gap=1, tight=0))
    return blocks


def _months(speech: Speech) -> list[str]:
    """The months, short."""
    return speech.here.say("stats.months").split(",")


def _short(day: date, speech: Speech) -> str:
    month = _months(speech)[day.month - 1]
    return f"{day.day}\u00a0{month}" if speech.lang == "fr" else f"{month}\u00a0{day.day}"


def _columns(
    values: Sequence[float], ruler: dict[int, str], *, rows: int, step: int, width: int, most: float | None = None
) -> list[Block]:
    """Columns with the highest value named on the left, `step` cells from one to the next."""
    lines = [clip(line, width) for line in charts.columns(values, ruler, rows=rows, step=step, most=most)]
    drawn = [Block((run(line[:SCALE], "dim"), Run(line[SCALE:], "meter")), fixed=True) for line in lines[:rows]]
    return drawn + [Block((run(line, "dim"),), fixed=True) for line in lines[rows:]]


# The year


def _year(figures: Figures, speech: Speech, *, today: date, width: int) -> list[Block]:
    """A week a column, a day a cell, darker the more was answered."""
    say = speech.here.say
    answered = {date.fromisoformat(day): n for day, n in figures["heatmap"].items()}
    weeks = min(53, width - SCALE - 1)
    monday = today.toordinal() - today.weekday() - 7 * (weeks - 1)
    ranked = sorted(answered.values())
    most = ranked[int(0.95 * (len(ranked) - 1))] if ranked else 0  # one long day does not make all others pale
    blocks = [_title("year", speech)]
    months = say("stats.months-tiny").split(",")
    ruler, before = "", 0
    for week in range(weeks):
        day = date.fromordinal(monday + 7 * week)
        name = months[day.month - 1]
        if day.month != before and len(ruler) <= week <= width - SCALE - len(name):
            ruler = pad(ruler, week) + name + " "
            before = day.month
    blocks.append(Block((Run(" " * SCALE), run(ruler.rstrip(), "dim")), fixed=True, gap=1, tight=1))
    names = speech.screens.say("date.weekdays").split(",")
    for weekday in range(7):
        cells = ""
        for week in range(weeks):
            day = date.fromordinal(monday + 7 * week + weekday)
            cells += " " if day > today else charts.shade(answered.get(day, 0), most)
        label = names[weekday][:3] if weekday in (0, 2, 4, 6) else ""
        blocks.append(Block((run(pad(label, SCALE), "dim"), Run(cells, "meter")), fixed=True))
    legend = (
        run(say("stats.less") + " ", "dim"),
        Run(" ".join(charts.SHADES), "meter"),
        run(" " + say("stats.more"), "dim"),
    )
    blocks.append(Block((Run(" " * SCALE), *legend), fixed=True, gap=1, tight=1))
    total, days = sum(answered.values()), len(answered)
    best = max(answered, key=lambda day: (answered[day], day)) if answered else None
    blocks.append(para(run(say("stats.year-said", n=total, days=say("stats.days", n=days))), gap=1, tight=1))
    if best is not None:
        when = phrases.date_in_words(best.isoformat(), speech.screens)
        blocks.append(para(run(say("stats.best-day", day=when, n=answered[best]))))
    blocks.append(para(run(say("stats.streak-said", days=say("stats.days", n=figures["streak"])))))
    return blocks


# What is kept


def _kept(figures: Figures, speech: Speech, *, width: int) -> list[Block]:
    """True retention month by month, with the target as a mark on every bar."""
    say, target = speech.here.say, figures["target"]
    blocks = [_title("kept", speech), para(run(say("stats.kept-help", target=_percent(target, speech)), "dim"))]
    room = max(10, min(40, width - 46))
    goal = min(room - 1, round(room * target))
    shares = [month["right"] / month["answered"] if month["answered"] else 0 for month in figures["months"]]
    bars = charts.bars(shares, 1, room)
    gap = 1
    for month, share, bar in zip(figures["months"], shares, bars, strict=True):
        name = run(pad(phrases.date_in_words(month["month"], speech.screens), 16), "dim")
        if not month["answered"]:
            blocks.append(Block((name, run("·", "dim")), fixed=True, gap=gap, tight=gap))
        else:
            line = bar.ljust(room, "─")
            line = line[:goal] + "│" + line[goal + 1 :]
            runs = (
                name, Run(line[: len(bar)], "meter"), Run(line[len(bar) :], "dim"),
                Run(pad(_percent(share, speech), 7, right=True), "figure"),
                run("  " + say("stats.right-of", n=month["right"], total=month["answered"]), "dim"),
            )  # fmt: skip
            blocks.append(Block(runs, fixed=True, gap=gap, tight=gap))
        gap = 0
    recent = figures["retention"]
    if recent is not None:
        said = say("stats.recent", share=_percent(recent, speech), target=_percent(target, speech))
        judged = "above" if recent >= target else "below"
        blocks.append(para(run(said), run(" " + say(f"stats.{judged}")), gap=1, tight=0))
    return blocks


# How long, and when


def _times(figures: Figures, speech: Speech, *, width: int) -> list[Block]:
    say, rows = speech.here.say, figures["times"]
    total = sum(row["answers"] for row in rows) or 1
    most = max(row["answers"] for row in rows)
    blocks = [_title("times", speech), para(run(say("stats.times-help"), "dim"))]
    gap = 1
    bars = charts.bars([row["answers"] for row in rows], most, max(8, width - 34))
    for row, bar in zip(rows, bars, strict=True):
        label = say("stats.up-to", n=row["seconds"]) if row["seconds"] else say("stats.longer")
        runs = (
            run(pad(label, 14), "dim"), Run(bar + " " if bar else "", "meter"), Run(f"{row['answers']}", "figure"),
            run(f"  {_percent(row['answers'] / total, speech)}", "dim"),
        )  # fmt: skip
        blocks.append(Block(runs, fixed=True, gap=gap, tight=gap))
        gap = 0
    if figures["median_seconds"] is not None:
        blocks.append(para(run(say("stats.half", n=ceil(figures["median_seconds"]))), gap=1, tight=0))
    return blocks


def _hours(figures: Figures, speech: Speech, *, width: int, room: int) -> list[Block]:
    say, hours = speech.here.say, figures["hours"]
    blocks = [_title("hours", speech), para(run(say("stats.hours-help"), "dim"))]
    counts = [hour["answered"] for hour in hours]
    blocks.append(para(run(say("stats.hours-answers"), "heading"), gap=1, tight=0))
    step = 3 if width >= 24 * 3 + SCALE else 2 if width >= 24 * 2 + SCALE else 1
    every = 3 if step > 1 else 6
    ruler = {hour["hour"]: f"{hour['hour']}" for hour in hours if hour["hour"] % every == 0}
    rows = max(2, min(6, (room - 12) // 2))
    blocks += _columns(counts, ruler, rows=rows, step=step, width=width)
    blocks.append(para(run(say("stats.hours-right"), "heading"), gap=1, tight=0))
    shares = [100 * hour["right"] / hour["answered"] if hour["answered"] else 0 for hour in hours]
    blocks += _columns(shares, ruler, rows=rows, step=step, width=width, most=100)
    busy = [hour for hour in hours if hour["answered"] >= 20]
    if len(busy) >= 3:  # the best of one or two hours says nothing
        best = max(busy, key=lambda hour: hour["right"] / hour["answered"])
        share = _percent(best["right"] / best["answered"], speech)
        blocks.append(para(run(say("stats.best-hour", hour=best["hour"], share=share)), gap=1, tight=0))
    return blocks


# Where, and what is weakest


def _places(figures: Figures, speech: Speech, *, width: int) -> list[Block]:
    titles = figures.get("titles", {})
    blocks = [_title("places", speech)]
    for name in ("decks", "sources"):
        blocks.append(
            para(run(speech.here.say(f"stats.by-{name}"), "heading"), gap=1, tight=1 if name == "decks" else 0)
        )
        blocks += _table(figures[name], speech, width=width, titles=titles if name == "decks" else {})
    return blocks


def _weak(figures: Figures, speech: Speech, *, width: int) -> list[Block]:
    blocks = [_title("weak", speech), para(run(speech.here.say("stats.weak-help"), "dim"))]
    for name in ("speakers", "attributes"):
        blocks.append(para(run(speech.here.say(f"stats.by-{name}"), "heading"), gap=1, tight=0))
        if figures[name]:
            blocks += _table(figures[name], speech, width=width, titles={})
        else:
            none = "stats.none-weak" if figures["judged"][name] else "stats.too-few"
            blocks.append(para(run(speech.here.say(none), "dim")))
    return blocks


def _table(rows: Sequence[dict[str, Any]], speech: Speech, *, width: int, titles: dict[str, str]) -> list[Block]:
    """A row a group: its name, how many answers, the share that was right, the seconds an answer took on average."""
    say = speech.here.say
    heads = [say("stats.column-answers"), say("stats.column-right"), say("stats.column-seconds")]
    wide = [max(9, len(head) + 2) for head in heads]
    name_width = max(10, width - sum(wide))
    head = " " * name_width + "".join(pad(text, cells, right=True) for text, cells in zip(heads, wide, strict=True))
    blocks = [Block((run(head, "dim"),), fixed=True)]
    for row in rows:
        n = row["answered"]
        cells = [
            grouped(n, speech.lang) if n else "·", _percent(row["right"] / n, speech) if n else "·",
            say("seconds", n=round(row["seconds"] / n)) if n else "·",
        ]  # fmt: skip
        figures = "".join(pad(text, size, right=True) for text, size in zip(cells, wide, strict=True))
        name = pad(run(titles.get(row["name"], row["name"])).text, name_width)
        blocks.append(Block((Run(name), run(figures, "figure" if n else "dim")), fixed=True))
    return blocks
