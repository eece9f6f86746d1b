"""The settings as rows: what each is called, which values it can take, what it means.

Pure: settings in, settings and blocks out. It refuses to know where they are kept and what they change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from quiz.language import Words
from quiz.settings import Settings
from quiz.tui.layout import Block, Run, pad, para, run
from quiz.tui.looks import PALETTES

TICK = "✓"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: the field it sets, the group it stands in, and the values it goes through (none: a number with
    steps, or a place that is only shown)."""

    name: str
    group: str
    values: tuple[Any, ...] = ()
    shown: bool = False


PROVIDERS: tuple[str | None, ...] = (None, "offline", "google", "mymemory", "libretranslate", "deepl", "microsoft")
"""Who can translate, nobody first; a test holds them to those there are."""
ROWS: tuple[Row, ...] = (
    Row("new", "day"),
    Row("reviews", "day"),
    Row("retention", "day"),
    Row("lang", "look", (None, "fr", "en")),
    Row("theme", "look", ("dark", *PALETTES)),
    Row("big", "look", (False, True)),
    Row("english_always", "english", (False, True)),
    Row("from_english", "english", (False, True)),
    Row("provider", "english", PROVIDERS),
    Row("keys", "files", shown=True),
    Row("home", "files", shown=True),
)


def stepped(settings: Settings, row: Row, by: int) -> Settings:
    """The settings with the next value of a row, or (`by` -1) the one before; a list of values goes round."""
    if row.shown:
        return settings
    now = getattr(settings, row.name)
    if row.values:
        at = row.values.index(now) if now in row.values else 0
        return replace(settings, **{row.name: row.values[(at + by) % len(row.values)]})
    if row.name == "retention":
        return replace(settings, retention=round(min(0.99, max(0.7, now + by / 100)), 2))
    step = (1 if now < 10 or (now == 10 and by < 0) else 5) if row.name == "new" else 10
    return replace(settings, **{row.name: min(9999, max(0, now + by * step))})


def unset(settings: Settings, row: Row) -> Settings:
    """The settings with a row as it is where nobody has set anything."""
    if row.shown:
        return settings
    return replace(settings, **{row.name: getattr(Settings(), row.name)})


def value_in_words(settings: Settings, row: Row, words: Words, files: dict[str, str]) -> str:
    """A row's value as a reader knows it."""
    if row.shown:
        return files.get(row.name, "")
    value, say = getattr(settings, row.name), words.say
    if isinstance(value, bool):
        return say("settings.yes" if value else "settings.no")
    if row.name == "retention":
        return say("percent", n=round(100 * value))
    if row.name in ("lang", "theme", "provider"):
        key = f"settings.{row.name}-{value}"
        return say(key) if words.has(key) else say(f"settings.{row.name}-None") if row.name != "theme" else (
            say("settings.theme-dark")
        )  # fmt: skip
    return f"{value}"


def settings_page(settings: Settings, cursor: int, words: Words, files: dict[str, str], *, width: int) -> list[Block]:
    """All rows in groups; the one under the cursor says below what it means."""
    say = words.say
    blocks: list[Block] = []
    group = ""
    wide = max(len(say(f"settings.{row.name}")) for row in ROWS) + 3
    for at, row in enumerate(ROWS):
        if row.group != group:
            gap = 1 if blocks else 0
            blocks.append(para(run(say(f"settings.group-{row.group}"), "heading"), gap=gap, tight=0))
            group = row.group
        here = at == cursor
        value = value_in_words(settings, row, words, files)
        changes = here and not row.shown
        runs = (
            Run(" › " if here else "   ", "cursor"),
            run(pad(say(f"settings.{row.name}"), wide), "strong" if here else ""),
            Run("‹ " if changes else "  ", "key"),
            run(pad(value, min(max(len(value), 1), max(8, width - wide - 8))), "figure" if not row.shown else "dim"),
            Run(" ›" if changes else "  ", "key"),
        )
        blocks.append(Block(runs, fixed=True, pick=at, ground="chosen" if here else "", anchor="row"))
    blocks.append(para(run(say(f"settings.{ROWS[cursor].name}-why"), "dim"), gap=1, tight=1, anchor="why"))
    return blocks


def changed(before: Settings, after: Settings) -> Sequence[str]:
    """The names of the fields that differ."""
    return [field.name for field in fields(Settings) if getattr(before, field.name) != getattr(after, field.name)]
