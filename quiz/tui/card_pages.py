"""The page of one card: what it asks, what is remembered of it and how that fades, all that was ever answered, and the
sentence that proves it.

Pure: values and words in, blocks out; what is drawn of forgetting comes in as a function of the day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quiz import phrases
from quiz.study.events import Event
from quiz.study.memory import Memory, moment_of
from quiz.tui import charts, pages
from quiz.tui.browse_pages import Speech, standing
from quiz.tui.catalog import Catalog, Item
from quiz.tui.layout import Block, Run, pad, para, run

SCALE = 7
"""Cells left of the curve for its scale."""
HEIGHT = 5
"""Rows of the curve."""
LONGEST = 60
"""Events listed at most: the last ones."""
Recall = Callable[[Memory, int], float]
"""How likely a card with this memory is known on a learning day."""


@dataclass(frozen=True, slots=True)
class Past:
    """What happened to a card: its events, the oldest first, those taken back left out, and the memory that stands."""

    events: Sequence[Event]
    memory: Memory | None


def past_of(events: Sequence[Event], memory: Memory | None) -> Past:
    """The events that count: without those taken back, a regraded answer with its last grade."""
    gone = {event.target for event in events if event.kind == "undo"}
    regraded = {event.target: event for event in events if event.kind == "regrade" and event.seq not in gone}
    kept = []
    for event in events:
        if event.kind in ("undo", "regrade") or event.seq in gone:
            continue
        last = regraded.get(event.seq)
        kept.append(replace(event, answer=last.answer, after=last.after) if last else event)
    return Past(kept, memory)


def card_page(
    catalog: Catalog, item: Item, past: Past, recall: Recall | None, speech: Speech, *, today: int, width: int,
    english: bool,
) -> list[Block]:  # fmt: skip
    """Everything about a card a learner may want to see, for a column `width` cells wide."""
    card, screens = item.card, speech.screens
    blocks = [_standing(catalog, item, speech), pages.topic(card, screens)]
    blocks.append(para(*pages.question_runs(card.question.fr), gap=1, tight=0))
    if english:
        blocks.append(pages.english(card.question, screens))
    for choice in card.choices:
        right = choice.fr == card.answer.fr
        blocks.append(
            Block((run(choice.fr, "answer" if right else ""),), first=(Run(" ✓ " if right else "   ", "good"),))
        )
    if not card.choices:
        blocks.append(Block((run(card.answer.fr, "answer"),), first=(Run(" → ", "dim"),)))
    blocks += _memory(past, speech)
    if recall is not None and past.memory is not None and past.memory.stability:
        blocks += _curve(past, recall, speech, today=today, width=width)
    blocks += _history(past, speech)
    blocks.append(para(run(speech.here.say("card.proof"), "heading"), gap=1, tight=1))
    proof = pages.evidence(card, item.deck, screens, shown_english=english)
    return [*blocks, *(replace(block, brief=None, gap=0, tight=0) for block in proof)]


def _standing(catalog: Catalog, item: Item, speech: Speech) -> Block:
    card, say = item.card, speech.here.say
    state = catalog.state(card)
    stands = standing(catalog, card, speech) if state == "review" else say(f"state.{state}")
    what = [
        phrases.local_title(item.deck.title, speech.lang), speech.screens.say(f"kind.{card.kind}"),
        say(f"form.{card.form}"),
    ]  # fmt: skip
    if card.edited:
        what.append(say("card.edited"))
    return Block((run(" · ".join(what), "dim"),), first=(run(stands + "   ", "strong"),))


def _memory(past: Past, speech: Speech) -> list[Block]:
    say, memory = speech.here.say, past.memory
    blocks = [para(run(say("card.memory"), "heading"), gap=1, tight=1)]
    if memory is None or not memory.reps:
        return [*blocks, para(run(say("memory.never"), "dim"))]
    due = phrases.due_in_words(moment_of(memory.due), speech.now, speech.screens, speech.zone)
    ago = phrases.date_in_words(date.fromordinal(memory.day).isoformat(), speech.screens)
    rows = [
        (say("card.due"), due),
        (say("card.last"), ago),
        (say("card.stability"), say("card.days", days=_days(memory.stability, speech))),
        (say("card.difficulty"), say("card.of-ten", share=_tenths(memory.difficulty, speech))),
        (say("card.answers"), f"{memory.reps}"),
        (say("card.lapses"), f"{memory.lapses}"),
    ]
    wide = max(len(label) for label, _ in rows) + 3
    cells = [Block((run(value),), first=(run(pad(label, wide), "dim"),)) for label, value in rows]
    return [*blocks, *cells]


def _days(days: float, speech: Speech) -> str:
    return _tenths(days, speech) if days < 10 else str(round(days))


def _tenths(number: float, speech: Speech) -> str:
    return f"{number:.1f}".replace(".", speech.screens.say("decimal"))


def _curve(past: Past, recall: Recall, speech: Speech, *, today: int, width: int) -> list[Block]:
    """How well the card was known day by day since it was learnt, and how it will fade if nothing is done."""
    say = speech.here.say
    memories = [(event.day, event.after) for event in past.events if event.answer and event.after and event.after.day]
    memory = past.memory
    assert memory is not None
    memories = [(day, after) for day, after in memories if after.stability] or [(memory.day, memory)]
    first, last = memories[0][0], max(today + 1, memory.day + round(2 * memory.stability) + 1)
    last = min(last, first + 3650)
    cells = max(10, min(width - SCALE, 2 * (last - first) + 2))
    steps = 2 * cells
    values: list[float | None] = []
    now = 0
    for at in range(steps):
        day = first + (last - first) * at / (steps - 1)
        standing = next(after for since, after in reversed(memories) if since <= day or since == first)
        values.append(recall(standing, int(day)) if day > standing.day else 1.0)
        now = at if day <= today else now
    lines = charts.curve(values, HEIGHT)
    blocks = [para(run(say("card.curve"), "heading"), gap=1, tight=1)]
    for at, line in enumerate(lines):
        label = {0: say("percent", n=100), HEIGHT // 2: say("percent", n=50), HEIGHT - 1: say("percent", n=0)}.get(
            at, ""
        )
        mark = now // 2
        runs = (Run(line[: mark + 1], "meter"), Run(line[mark + 1 :], "dim"))
        blocks.append(Block((run(pad(label, SCALE - 2, right=True) + " ┤", "dim"), *runs), fixed=True))
    known = say("percent", n=round(100 * recall(memory, max(today, memory.day))))
    start, end = (phrases.date_in_words(date.fromordinal(day).isoformat(), speech.screens) for day in (first, last))
    axis = pad(start, max(0, cells - len(end))) + end
    blocks.append(Block((Run(" " * SCALE), run(axis, "dim")), fixed=True))
    blocks.append(para(run(say("card.known", share=known), ""), run(" " + say("card.fades"), "dim")))
    return blocks


def _history(past: Past, speech: Speech) -> list[Block]:
    say = speech.here.say
    if not past.events:
        return []
    blocks = [para(run(say("card.history"), "heading"), gap=1, tight=1)]
    for event in list(past.events)[-LONGEST:][::-1]:
        day = phrases.study_day(moment_of(event.at), speech.zone)
        when = run(pad(phrases.date_in_words(day.isoformat(), speech.screens), 19), "dim")
        blocks.append(Block(_said(event, speech), first=(when,)))
    return blocks


def _said(event: Event, speech: Speech) -> tuple[Run, ...]:
    """One thing that happened, in words, its sign in front."""
    say, answer = speech.here.say, event.answer
    if answer is None:
        note = ""
        if event.kind == "report":
            note = " " + say("card.because", why=say(f"reason.{event.note.partition(' ')[0] or 'other'}"))
        return (Run("• ", "dim"), run(say(f"event.{event.kind}") + note, "dim"))
    sign, look = {"right": ("✓", "good"), "near": ("≈", "near")}.get(answer.verdict, ("✗", "bad"))
    parts = [say(f"verdict.{answer.verdict}"), say("seconds", n=round(answer.seconds))]
    if event.kind == "cram":
        parts.append(say("event.cram"))
    else:
        parts.append(phrases.grade_name(answer.rating, speech.screens))
        if event.after is not None:
            wait = moment_of(event.after.due) - moment_of(event.at)
            parts.append("→ " + phrases.interval(wait, speech.screens))
    if answer.help.used:
        parts.append(say("card.helped"))
    given = answer.given if answer.verdict != "right" and answer.given else ""
    return (Run(sign + " ", look), run(" · ".join(parts)), run(f"  « {given} »" if given else "", "dim"))
