"""The looks of the text and the colours they take: ink on paper by day, paper on ink by night.

Pure data, for whatever draws. Contrast with the ground is at least 4.5 to 1 for any text (rules and meters apart), and
no look means anything that a word or a sign beside it does not also say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Colours by their name in a palette ("" for what is there already), and how the letters stand."""

    color: str = ""
    ground: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


LOOKS: dict[str, Look] = {
    "": Look(),
    "answer": Look(bold=True),
    "answer-diff": Look("good", bold=True, underline=True),
    "asked": Look(),
    "bad": Look("bad", bold=True),
    "bar": Look("accent"),
    "big": Look(),
    "blank": Look("accent", "band", bold=True),
    "brand": Look("accent", bold=True),
    "choice": Look(),
    "chosen": Look("", "band", bold=True),
    "context": Look("quiet"),
    "cursor": Look("accent", bold=True),
    "dim": Look("quiet"),
    "english": Look("english", italic=True),
    "evidence": Look(),
    "figure": Look(bold=True),
    "filled": Look("accent", bold=True, underline=True),
    "given-diff": Look("bad", bold=True, underline=True),
    "good": Look("good", bold=True),
    "heading": Look("accent", bold=True),
    "hint": Look("near"),
    "hot": Look(bold=True),
    "key": Look("accent", bold=True),
    "label": Look("quiet", bold=True),
    "mark": Look("marked", "marker", bold=True, underline=True),
    "meter": Look("accent"),
    "near": Look("near", bold=True),
    "note": Look("near"),
    "qr": Look("qr-ink", "qr-paper"),
    "question": Look(bold=True),
    "row": Look("", "surface"),
    "rule": Look("faint"),
    "source": Look("quiet", italic=True),
    "strong": Look(bold=True),
    "struck": Look("quiet", strike=True),
    "topic": Look("accent"),
    "word": Look("paper", "accent", bold=True, underline=True),
}

PALETTES: dict[str, dict[str, str]] = {
    "nuit": {
        "text": "#ece7db",
        "paper": "#15171c",
        "surface": "#1d2027",
        "panel": "#262a33",
        "quiet": "#a09b90",
        "faint": "#5a5d66",
        "accent": "#8fb8e8",
        "english": "#b9a7e0",
        "band": "#26303f",
        "good": "#9fd39a",
        "near": "#e8c779",
        "bad": "#f29d8b",
        "marker": "#3d3a1f",
        "marked": "#f4e3a1",
        "qr-ink": "#000000",
        "qr-paper": "#ffffff",
    },
    "papier": {
        "text": "#22201c",
        "paper": "#fbf8f1",
        "surface": "#f3eee3",
        "panel": "#e9e2d3",
        "quiet": "#665f53",
        "faint": "#b5ac9b",
        "accent": "#1d4f91",
        "english": "#5b3f91",
        "band": "#e3e9f2",
        "good": "#1f6b2e",
        "near": "#7d5200",
        "bad": "#a12c1a",
        "marker": "#fbe8a6",
        "marked": "#3b2c00",
        "qr-ink": "#000000",
        "qr-paper": "#ffffff",
    },
    # Nothing on it below 7 to 1, on black.
    "contraste": {
        "text": "#ffffff",
        "paper": "#000000",
        "surface": "#101010",
        "panel": "#1c1c1c",
        "quiet": "#d0d0d0",
        "faint": "#9a9a9a",
        "accent": "#7fd4ff",
        "english": "#e2c6ff",
        "band": "#10243a",
        "good": "#7dff8a",
        "near": "#ffe14d",
        "bad": "#ffa59a",
        "marker": "#3a3200",
        "marked": "#fff3a0",
        "qr-ink": "#000000",
        "qr-paper": "#ffffff",
    },
    # Right, near and wrong are blue, yellow and vermilion, which stay apart for those who see no red or no green.
    "daltonien": {
        "text": "#eceae4",
        "paper": "#14161a",
        "surface": "#1c1f25",
        "panel": "#252932",
        "quiet": "#a3a09a",
        "faint": "#5c6068",
        "accent": "#c9b8f0",
        "english": "#bfc7cf",
        "band": "#2a2a40",
        "good": "#6cb8ff",
        "near": "#f5e663",
        "bad": "#f08a3c",
        "marker": "#3c3a16",
        "marked": "#f7eda6",
        "qr-ink": "#000000",
        "qr-paper": "#ffffff",
    },
}
DARK, LIGHT = "nuit", "papier"
DARK_GROUNDS = frozenset({"nuit", "contraste", "daltonien"})
"""The palettes that are light on dark."""


def theme_of(setting: str, environ: Mapping[str, str]) -> str:
    """The palette a person has chosen; what is none of them (nothing was chosen) is left to the terminal."""
    return setting if setting in PALETTES else theme_of_terminal(environ)


def theme_of_terminal(environ: Mapping[str, str]) -> str:
    """The palette that goes with the terminal's own ground, where it tells (`COLORFGBG`); else the dark one."""
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if ground in ("7", "15") else DARK
