"""The pages made of figures: the home, with what is due, and the summary, with what was done.

Pure, as `pages` is. It refuses to know keys, colours and Textual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from quiz import phrases
from quiz.deck import BLANK
from quiz.language import Words, grouped
from quiz.study.direction import side_of
from quiz.study.history import DeckStatus
from quiz.study.session import Summary
from quiz.tui.frame import Hint
from quiz.tui.layout import Block, Run, clip, first_words, pad, para, run
from quiz.tui.pages import NEIGHBOUR, topic
from quiz.tui.today import Today
from quiz.typography import cell_width

ROOMY = 24
"""Rows of the page from which a summary draws what it otherwise says in a sentence."""
LONGEST_BAR = 24
"""Cells of the longest bar of what comes; where every day has fewer cards, a cell is a card."""


def home_page(
    rows: Sequence[DeckStatus],
    together: DeckStatus,
    words: Words,
    *,
    now: datetime,
    zone: tzinfo | None,
    cram: bool,
    cursor: int,
    note: str,
    width: int,
) -> list[Block]:
    """The first screen: what is due today, deck by deck. Row 0 stands for all decks (`together`) where there are
    several."""
    blocks = _headline(together, words, now=now, zone=zone, cram=cram)
    if not rows:
        return blocks
    narrow = width < 60
    columns = ["due", "new"] if narrow else ["due", "learning", "new", "total"]
    wide = [max(8, len(words.say(f"home.column-{name}")) + 2) for name in columns]
    name_width = width - sum(wide) - 4
    head = "".join(
        pad(words.say(f"home.column-{name}"), cells, right=True) for name, cells in zip(columns, wide, strict=True)
    )
    blocks.append(Block((Run(" " * (3 + name_width) + head + " ", "dim"),), fixed=True, gap=2, tight=1))
    shown = list(rows)
    titles = [phrases.local_title(row.deck.title, words.lang) for row in rows]
    marks = phrases.told_apart([row.deck for row in rows], words.lang)
    if len(rows) > 1:
        shown.insert(0, together)
        titles.insert(0, words.say("home.all"))
        marks.insert(0, "")
    for at, (row, title, mark) in enumerate(zip(shown, titles, marks, strict=True)):
        chosen = at == cursor
        figures = {"due": row.due, "learning": row.learning, "new": row.new, "total": row.total}
        name = pad(_named(run(title).text, run(mark).text, name_width), name_width)
        cells = [
            Run(" › " if chosen else "   ", "cursor"),
            Run(name, "strong" if at == 0 and len(rows) > 1 else "choice"),
        ]
        if not (row.due or row.learning or row.new) and not cram:
            said = words.say("home.done")
            if row.next_due:
                said += ", " + phrases.due_in_words(row.next_due, now, words, zone)
            cells.append(Run(pad("✓ " + said, sum(wide), right=True) + " ", "dim"))
        else:
            for column, cells_wide in zip(columns, wide, strict=True):
                number = figures[column]
                look = "dim" if not number or column == "total" else "figure"
                cells.append(Run(pad(grouped(number, words.lang) if number else "·", cells_wide, right=True), look))
            cells.append(Run(" "))
        gap = 1 if at == 1 and len(rows) > 1 else 0
        blocks.append(
            Block(tuple(cells), fixed=True, pick=at, ground="chosen" if chosen else "", gap=gap, anchor="row")
        )
    if note:
        blocks.append(para(run(note, "note"), gap=2, tight=1))
    return blocks


def _named(title: str, mark: str, cells: int) -> str:
    """A title and what tells it from another of its name. Where room is short each keeps half of it, and the mark its
    end, where two files of one folder differ."""
    if not mark:
        return title
    room = max(cells // 2, cells - 3 - cell_width(title))
    if cell_width(mark) > room:
        mark = "…" + mark[-(room - 1) :]
    return f"{clip(title, cells - 3 - cell_width(mark))} · {mark}"


def home_hints(today: Today, words: Words, *, cram: bool) -> list[Hint]:
    """The keys of the home screen."""
    say = words.say
    hints = []
    if today.together.total:
        begins = bool(today.waiting or cram)
        start, practice = Hint(say("key.enter"), say("key.start"), "go"), Hint("p", say("key.practice"), "practice", 4)
        hints += [start, practice] if begins else [replace(practice, spare=0)]
    if len(today.rows) > 1:
        hints.append(Hint(say("key.arrows"), say("key.select"), "down", 6))
    return [
        *hints,
        Hint("b", say("key.browse"), "browse", 2),
        Hint("s", say("key.stats"), "stats", 3),
        Hint("o", say("key.settings"), "settings", 3),
        Hint("c", say("key.theme"), "theme", 5),
        Hint("?", say("key.help"), "help", 1),
        Hint("q", say("key.quit"), "leave"),
    ]


def _headline(together: DeckStatus, words: Words, *, now: datetime, zone: tzinfo | None, cram: bool) -> list[Block]:
    if not together.total:
        return [para(run(words.say("home.empty"), "question"))]
    hour = now.astimezone(zone).hour
    hello = words.say("home.greeting-morning" if 5 <= hour < 18 else "home.greeting-evening")
    waiting = together.due + together.learning + together.new
    if cram:
        return [para(run(hello, "question")), para(run(words.say("home.cram"), "dim"))]
    if waiting:
        minutes = words.say("home.minutes", n=max(1, round(waiting / 4)))
        return [para(run(f"{hello} {words.say('home.waiting', n=waiting)}", "question")), para(run(minutes, "dim"))]
    when = phrases.due_in_words(together.next_due, now, words, zone) if together.next_due else None
    coming = words.say("home.next", when=when) if when else words.say("home.never")
    return [
        para(run(f"{hello} {words.say('home.nothing')}", "question")),
        para(run(coming, "")),
        para(run(words.say("home.practice-offer"), "dim")),
    ]


def summary_page(
    summary: Summary,
    words: Words,
    *,
    left: int,
    now: datetime,
    zone: tzinfo | None,
    cram: bool,
    note: str,
    width: int,
    room: int,
) -> list[Block]:
    """A sitting in figures: score, kinds, what comes and what was missed, with `room` rows to say it in."""
    title = "summary.title-cram" if cram else "summary.title"
    if left:
        title = "summary.title-left-cram" if cram else "summary.title-left"
    blocks = [para(run(words.say(title), "question"))]
    if note:
        blocks.append(para(run(note, "note")))
    if left:
        kept = words.say("summary.kept-cram" if cram else "summary.kept")
        blocks.append(para(run(f"{words.say('summary.left', n=left)} {kept}", "dim")))
    if not summary.answered:
        return [*blocks, para(run(words.say("summary.none")), gap=1, tight=1)]
    share = summary.right / summary.answered
    score = words.say("summary.score", n=summary.right, total=summary.answered)
    percent = words.say("summary.percent", n=round(100 * share))
    bar = max(8, min(30, width - 50))
    full = round(bar * share)
    spent = _spent(summary, words)
    meter = (Run("━" * full, "meter"), Run("─" * (bar - full), "rule"))
    said = run(f"  {percent}{f', {spent}' if spent else ''}", "dim")
    blocks.append(Block((run(f"{score}   ", "strong"), *meter, said), fixed=True, gap=1, tight=1))
    blocks.append(_kinds(summary, words))
    blocks += _coming(summary, words, now=now, zone=zone, drawn=room >= ROOMY)
    blocks += _missed(summary, words)
    if summary.leeches:
        blocks.append(para(run(words.say("summary.leeches", n=len(summary.leeches)), "note"), gap=1, tight=0))
    return blocks


def _spent(summary: Summary, words: Words) -> str:
    seconds = round(summary.seconds)
    if seconds < 1:
        return ""
    said = words.say("summary.minutes", m=seconds // 60, s=f"{seconds % 60:02}") if seconds >= 60 else words.say(
        "summary.seconds", s=seconds
    )  # fmt: skip
    return words.say("summary.time", time=said)


def _kinds(summary: Summary, words: Words) -> Block:
    runs: list[Run] = []
    for kind, (right, answered) in summary.by_kind.items():
        counts = words.say("summary.by-kind", n=answered, right=right).replace(" ", "\u00a0")
        runs += [Run(" · ", "dim")] if runs else []
        runs += [Run(words.say(f"kind.{kind}") + "\u00a0"), Run(counts, "dim")]
    return Block(tuple(runs))


def _missed(summary: Summary, words: Words) -> list[Block]:
    if not summary.missed:
        if summary.answered < 3:
            return []
        return [para(run("✓ " + words.say("summary.flawless"), "good"), gap=1, tight=1)]
    blocks = [para(run(words.say("summary.missed"), "heading"), gap=1, tight=1)]
    above = ""
    for card in sorted(summary.missed, key=lambda card: card.topic.fr):
        if card.topic.fr != above:
            blocks.append(replace(topic(card, words), indent=2))
            above = card.topic.fr
        side = side_of(card, words.lang)
        asked = card.question.said(side.asked).replace(BLANK, "…")
        answer = (Run("→\u00a0", "dim"), run(card.answer.said(side.answer), "answer"))
        brief = (run(first_words(asked, 2 * NEIGHBOUR) + " "), *answer)
        blocks.append(Block((run(asked + " "), *answer), first=(Run("✗ ", "bad"),), brief=brief))
    return blocks


def _coming(summary: Summary, words: Words, *, now: datetime, zone: tzinfo | None, drawn: bool) -> list[Block]:
    """The cards of the coming days: a bar a day where there is room, else in a sentence."""
    blocks = [para(run(words.say("summary.next"), "heading"), gap=1, tight=1)]
    today = phrases.study_day(now, zone)
    merged: dict[str, int] = {}
    for day, n in summary.next_due[:6]:
        said = phrases.day_in_words(max(day, today), today, words)
        merged[said] = merged.get(said, 0) + n
    if not merged:
        return [*blocks, para(run(words.say("summary.nothing-next"), "dim"))]
    cards = {said: words.say("summary.cards", n=n) for said, n in merged.items()}
    if not drawn:
        runs: list[Run] = []
        for said, count in cards.items():
            runs += [Run(" · ", "dim")] if runs else []
            runs += [Run(f"{said} "), Run(count.replace(" ", "\u00a0"), "dim")]
        return [*blocks, Block(tuple(runs))]
    most, wide = max(merged.values()), max(map(len, merged)) + 3
    for said, n in merged.items():
        length = n if most <= LONGEST_BAR else max(1, round(LONGEST_BAR * n / most))
        bar = Run("▪" * length, "meter")
        blocks.append(Block((Run(pad(said, wide)), bar, Run(f"  {cards[said]}", "dim")), fixed=True))
    return blocks
