"""The page of one card: what it asks, what is remembered of it and how that fades, all that was ever answered, and the
sentence that proves it.

Pure: values and words in, blocks out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from quiz import phrases
from quiz.study.direction import side_of
from quiz.study.insight import CardPast, PastAct, PastAnswer
from quiz.study.memory import moment_of
from quiz.tui import charts, pages
from quiz.tui.browse_pages import Speech, standing
from quiz.tui.catalog import Catalog, Item
from quiz.tui.layout import Block, Run, pad, para, run

HEIGHT = 5
"""Rows of the curve."""
LONGEST = 60
"""Events listed at most: the last ones."""


def card_page(
    catalog: Catalog, item: Item, past: CardPast, speech: Speech, *, width: int, other: bool
) -> list[Block]:  # fmt: skip
    """Everything about a card a learner may want to see, for a column `width` cells wide; with `other`, in the other
    language, too."""
    card, screens = item.card, speech.screens
    blocks = [_standing(catalog, item, speech), pages.topic(card, screens)]
    side = side_of(card, speech.lang)
    blocks.append(para(*pages.question_runs(card.question.said(side.asked)), gap=1, tight=0))
    if other and side.asked == "en":
        blocks.append(pages.french(card.question.fr, screens))
    elif other or (speech.lang == "en" and side.asked == "fr"):
        blocks.append(pages.english(card.question, screens))
    for choice in card.choices:
        right = choice.fr == card.answer.fr
        lead = (Run(" ✓ " if right else "   ", "good"),)
        blocks.append(Block((run(choice.said(side.choices), "answer" if right else ""),), first=lead))
    if not card.choices:
        blocks.append(Block((run(card.answer.said(side.answer), "answer"),), first=(Run(" → ", "dim"),)))
    blocks += _memory(past, speech, planned=catalog.state(card) not in ("suspended", "leech", "rejected"))
    if past.curve:
        blocks += _curve(past, speech, width=width)
    blocks += _history(past, speech)
    blocks.append(para(run(speech.here.say("card.proof"), "heading"), gap=1, tight=1))
    proof = pages.evidence(card, item.deck, screens, shown_english=other or speech.lang == "en")
    return [*blocks, *(replace(block, brief=None, gap=0, tight=0) for block in proof)]


def _standing(catalog: Catalog, item: Item, speech: Speech) -> Block:
    card, say = item.card, speech.here.say
    state = catalog.state(card)
    stands = standing(catalog, card, speech) if state == "review" else say(f"state.{state}")
    if state in ("suspended", "leech") and catalog.is_buried(card):
        stands += f" · {say('card.put-off')}"
    what = [
        phrases.local_title(item.deck.title, speech.lang), speech.screens.say(f"kind.{card.kind}"),
        say(f"form.{card.form}"),
    ]  # fmt: skip
    if card.edited:
        what.append(say("card.edited"))
    return Block((run(" · ".join(what), "dim"),), first=(run(stands + "   ", "strong"),))


def _memory(past: CardPast, speech: Speech, *, planned: bool) -> list[Block]:
    """What is remembered of a card; when it comes back only where it is `planned` to."""
    say, memory = speech.here.say, past.memory
    blocks = [para(run(say("card.memory"), "heading"), gap=1, tight=1)]
    if memory is None or not memory.reps:
        return [*blocks, para(run(say("memory.never"), "dim"))]
    due = phrases.due_in_words(moment_of(memory.due), speech.now, speech.screens, speech.zone)
    ago = phrases.date_in_words(date.fromordinal(memory.day).isoformat(), speech.screens)
    lapses = [(say("card.lapses"), f"{memory.lapses}")] if memory.lapses else []
    when = [*([(say("card.due"), due)] if planned else []), (say("card.last"), ago)]
    rows = [
        (say("card.stability"), say("card.days", days=_days(memory.stability, speech))),
        (say("card.difficulty"), say("card.of-ten", share=_tenths(memory.difficulty, speech))),
        (say("card.answers"), f"{memory.reps}"), *lapses,
    ]  # fmt: skip
    return [*blocks, _facts(when), _facts(rows)]


def _facts(pairs: Sequence[tuple[str, str]]) -> Block:
    """Labels and what they are of, on one line where there is room."""
    runs: list[Run] = []
    for label, said in pairs:
        runs += [Run(" · ", "dim")] if runs else []
        runs += [run(f"{label}\u00a0".replace(" ", "\u00a0"), "dim"), run(said.replace(" ", "\u00a0"))]
    return Block(tuple(runs))


def _days(days: float, speech: Speech) -> str:
    return _tenths(days, speech) if days < 10 else str(round(days))


def _tenths(number: float, speech: Speech) -> str:
    return f"{number:.1f}".replace(".", speech.screens.say("decimal"))


def _ahead(days: float, speech: Speech) -> str:
    """So far from now, in words: « dans 9 jours »."""
    say = speech.screens.say
    if days < 1:
        return say("due.hours", n=max(1, round(24 * days)))
    if days < 1.5:
        return say("due.tomorrow")
    if days < 60:
        return say("due.days", n=round(days))
    if days < 365:
        return say("due.months", n=round(days / 30.4))
    return say("due.years", n=round(days / 365.25))


def _ruler(past: CardPast, now: int, end: float, cells: int, speech: Speech) -> dict[int, str]:
    """The present under a curve, and how far off its end is; where that has no room, when it began."""
    say = speech.here.say
    ruler, half = {now: say("card.now")}, len(say("card.now")) // 2 + 2
    then = say("card.then", when=_ahead(end - past.now, speech))
    if now // 2 + half + len(then) <= cells:
        ruler[2 * cells - 1] = then
    else:
        began = say("card.began", day=_day(speech.now - timedelta(days=past.now), speech))
        if len(began) + half <= now // 2:
            ruler[0] = began
    return ruler


def _curve(past: CardPast, speech: Speech, *, width: int) -> list[Block]:
    """How well the card was known since it was learnt, and how it will fade if nothing is done."""
    say = speech.here.say
    end = past.curve[-1].days or 1.0
    cells = max(10, width - charts.SCALE)
    values, at = [], 0
    for step in range(2 * cells):
        days = end * step / (2 * cells - 1)
        while at + 1 < len(past.curve) and past.curve[at + 1].days <= days:
            at += 1
        values.append(past.curve[at].recall)
    floor = 0.5 if min(values) >= 0.5 else 0.0
    scale = {share: say("percent", n=round(100 * share)) for share in (floor, (1 + floor) / 2, 1.0)}
    now = min(2 * cells - 1, round(2 * cells * past.now / end))
    lines = charts.curve(values, scale, _ruler(past, now, end, cells, speech), cells=cells, rows=HEIGHT)
    mark = charts.SCALE + now // 2
    blocks = [para(run(say("card.curve"), "heading"), gap=1, tight=1)]
    for line in lines[:HEIGHT]:
        drawn = Run(line[charts.SCALE : mark], "meter"), Run(line[mark:], "dim")
        blocks.append(Block((run(line[: charts.SCALE], "dim"), *drawn), fixed=True))
    blocks += [Block((run(line, "dim"),), fixed=True) for line in lines[HEIGHT:]]
    known = say("percent", n=round(100 * (past.recall or 0)))
    blocks.append(para(run(say("card.known", share=known)), run(" " + say("card.fades"), "dim")))
    return blocks


def _history(past: CardPast, speech: Speech) -> list[Block]:
    events: list[PastAnswer | PastAct] = [*past.answers, *past.acts]
    events = sorted((event for event in events if not event.undone), key=lambda event: event.at)[-LONGEST:]
    if not events:
        return []
    blocks = [para(run(speech.here.say("card.history"), "heading"), gap=1, tight=1)]
    for event in reversed(events):
        when = run(pad(_day(event.at, speech), 19), "dim")
        said = _answered(event, speech) if isinstance(event, PastAnswer) else _acted(event, speech)
        blocks.append(Block(said, first=(when,)))
    return blocks


def _day(at: datetime, speech: Speech) -> str:
    return phrases.date_in_words(phrases.study_day(at, speech.zone).isoformat(), speech.screens)


def _acted(act: PastAct, speech: Speech) -> tuple[Run, ...]:
    say = speech.here.say
    name = f"event.{act.kind}"
    said = say(name) if speech.here.has(name) else act.kind
    if act.kind == "report":
        said += " " + say("card.because", why=say(f"reason.{act.note.partition(' ')[0] or 'other'}"))
    return (Run("• ", "dim"), run(said, "dim"))


def _answered(answer: PastAnswer, speech: Speech) -> tuple[Run, ...]:
    """One answer in words, its sign in front."""
    say = speech.here.say
    sign, look = {"right": ("✓", "good"), "near": ("≈", "near")}.get(answer.verdict, ("✗", "bad"))
    parts = [say(f"verdict.{answer.verdict}"), say("seconds", n=round(answer.seconds))]
    if answer.cram:
        parts.append(say("event.cram"))
    else:
        parts.append(phrases.grade_name(answer.rating, speech.screens))
        if answer.due is not None:
            parts.append("→\u00a0" + phrases.interval(answer.due - answer.at, speech.screens))
    if answer.help.used:
        parts.append(say("card.helped"))
    marks = ("“", "”") if speech.lang == "en" else ("«\u00a0", "\u00a0»")
    given = answer.given if answer.verdict != "right" and answer.given else ""
    quoted = given.join(marks)
    return (Run(sign + " ", look), run(" · ".join(parts)), run(f"  {quoted}" if given else "", "dim"))
