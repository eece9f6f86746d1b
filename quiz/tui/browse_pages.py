"""What the list of all cards shows: its rows, the card under the cursor in short, the menus of filters and of reasons.

Pure: values and words in, runs and blocks out. It refuses to know keys, colours and Textual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from quiz import phrases
from quiz.deck import BLANK, Card, Deck
from quiz.language import Lang, Words, grouped
from quiz.study.acts import REASONS
from quiz.study.direction import side_of
from quiz.study.memory import Memory, moment_of
from quiz.tui.catalog import DIMENSIONS, Catalog, Dimension, Item
from quiz.tui.deeds import Deed
from quiz.tui.layout import Block, Run, clip, pad, para, run

STANDING = 15
"""Cells of the column that says how a card stands."""
_LOOKS = {"new": "dim", "learning": "near", "review": "", "buried": "dim", "suspended": "dim", "leech": "bad",
          "rejected": "dim"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of these screens, and those of the rooms they borrow from; and the time."""

    lang: Lang
    here: Words
    screens: Words
    now: datetime
    zone: tzinfo | None


def one_line(card: Card, lang: Lang, cells: int = 52) -> str:
    """The card's question as a learner of that language is asked it, short enough to be named in a sentence."""
    return clip(run(card.question.said(side_of(card, lang).asked).replace(BLANK, "…")).text, cells)


def standing(catalog: Catalog, card: Card, speech: Speech) -> str:
    """How a card stands, in two words: « nouvelle », « dans 9 j », « suspendue »."""
    state = catalog.state(card)
    if state != "review":
        return speech.here.say(f"state.{state}")
    due = moment_of(catalog.standings[card.id].due)
    days = (phrases.study_day(due, speech.zone) - phrases.study_day(speech.now, speech.zone)).days
    if days <= 0:
        return speech.here.say("row.today")
    return speech.here.say("row.in", wait=phrases.interval(due - speech.now, speech.screens)) if days > 1 else (
        speech.here.say("row.tomorrow")
    )  # fmt: skip


def row(catalog: Catalog, item: Item, speech: Speech, *, here: bool, width: int) -> tuple[Run, ...]:
    """A line of the list: the cursor, the question cut short, how the card stands."""
    state = catalog.state(item.card)
    lead = Run(" › " if here else "   ", "cursor")
    side = Run(pad(standing(catalog, item.card, speech), STANDING, right=True) + " ", _LOOKS[state])
    if state == "review" and catalog.horizon(item.card) == "today":
        side = Run(side.text, "figure")
    room = max(0, width - 4 - STANDING - 1)
    text = pad(one_line(item.card, speech.lang, room), room)
    aside = state in ("suspended", "rejected", "buried")
    return (lead, Run(text, "dim" if aside else ""), Run(" "), side)


def brief(item: Item, memory: Memory | None, speech: Speech) -> list[Block]:
    """The card under the cursor in three lines: its answer, where it comes from, what is remembered of it."""
    say, card = speech.here.say, item.card
    side = side_of(card, speech.lang)
    answer = Block((run(card.answer.said(side.answer), "answer"),), first=(Run("→ ", "dim"),), keep=1)
    source = para(run(phrases.source_in_words(item.deck, card.evidence.source, speech.screens), "source"), keep=1)
    what = [speech.screens.say(f"kind.{card.kind}"), say(f"form.{card.form}"), learnt(memory, speech)]
    return [answer, source, para(run(" · ".join(filter(None, what)), "dim"), keep=1)]


def learnt(memory: Memory | None, speech: Speech) -> str:
    """How often a card was answered and missed, and how long it is remembered."""
    if memory is None or not memory.reps:
        return speech.here.say("memory.never")
    said = [speech.here.say("memory.answers", n=memory.reps)]
    if memory.lapses:
        said.append(speech.here.say("memory.lapses", n=memory.lapses))
    return " · ".join(said)


# What was done


def done(deed: Deed, speech: Speech, *, undone: bool = False) -> str:
    """What was done, or taken back, by name."""
    if deed.act is not None and not deed.act.events:
        return speech.here.say("done.nothing")
    return speech.here.say(f"{'undone' if undone else 'done'}.{deed.name}", what=one_line(deed.item.card, speech.lang))


# Filters

Choice = tuple[Dimension, str, int]


def choices(catalog: Catalog) -> list[Choice]:
    """Every filter that makes sense now: dimension, value, how many cards."""
    rows = []
    for dimension in DIMENSIONS:
        values = catalog.choices(dimension)
        if len(values) > 1 or dimension in catalog.chosen:
            rows += [(dimension, value, n) for value, n in values]
    return rows


def value_name(dimension: Dimension, value: str, decks: Sequence[Deck], speech: Speech) -> str:
    """A filter's value in words."""
    if dimension in ("deck", "source"):
        named, _, source = value.partition("\0")
        at = next(at for at, deck in enumerate(decks) if deck.id == named)
        if source:
            return phrases.source_in_words(decks[at], source, speech.screens)
        return phrases.deck_names(decks, speech.lang)[at]
    if dimension == "kind":
        return speech.screens.say(f"kind.{value}")
    return speech.here.say(f"{dimension}.{value}")


def filter_page(
    rows: Sequence[Choice], chosen: dict[Dimension, str], cursor: int, decks: Sequence[Deck], speech: Speech
) -> list[Block]:
    """The filters in groups, those that hold marked, each with how many cards it shows."""
    say = speech.here.say
    blocks = [para(run(say("filter.title"), "question"), run("   " + say("filter.help"), "dim"))]
    group = ""
    for at, (dimension, value, count) in enumerate(rows):
        if dimension != group:
            blocks.append(para(run(say(f"filter.by-{dimension}"), "heading"), gap=1, tight=0))
            group = dimension
        here = at == cursor
        mark = "✓" if chosen.get(dimension) == value else " "
        lead = (
            Run(" › " if here else "   ", "cursor"),
            Run(mark, "good"),
            Run(pad(grouped(count, speech.lang), 6, right=True) + "  ", "figure"),
        )
        name = run(value_name(dimension, value, decks, speech))
        blocks.append(Block((name,), first=lead, pick=at, ground="chosen" if here else "", keep=1))
    return blocks


def reason_page(card: Card, cursor: int, speech: Speech) -> list[Block]:
    """Why a question is bad."""
    say = speech.here.say
    blocks = [
        para(run(say("reason.title"), "question")),
        para(run(one_line(card, speech.lang, 200), "dim"), keep=2),
    ]
    for at, reason in enumerate(REASONS):
        here = at == cursor
        lead = (Run(" › " if here else "   ", "cursor"), Run(f"{at + 1}  ", "key"))
        gap = 0 if at else 1
        blocks.append(
            Block(
                (run(say(f"reason.{reason}")),), first=lead, pick=at, ground="chosen" if here else "", gap=gap,
                tight=gap,
            )
        )  # fmt: skip
    return [*blocks, para(run(say("reason.help"), "dim"), gap=1, tight=0)]
