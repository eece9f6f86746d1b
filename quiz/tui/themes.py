"""The colours: ink on paper by day, paper on ink by night. Contrast is at least 4.5 to 1 for any text, 7 for prose."""

from __future__ import annotations

from textual.theme import Theme

NIGHT = Theme(
    name="nuit",
    dark=True,
    primary="#8fb8e8",
    secondary="#b9a7e0",
    accent="#8fb8e8",
    foreground="#ece7db",
    background="#15171c",
    surface="#1d2027",
    panel="#262a33",
    success="#9fd39a",
    warning="#e8c779",
    error="#f29d8b",
    variables={"quiet": "#a09b90", "faint": "#5a5d66", "band": "#26303f", "marker": "#3d3a1f", "marked": "#f4e3a1"},
)
DAY = Theme(
    name="papier",
    dark=False,
    primary="#1d4f91",
    secondary="#5b3f91",
    accent="#1d4f91",
    foreground="#22201c",
    background="#fbf8f1",
    surface="#f3eee3",
    panel="#e9e2d3",
    success="#1f6b2e",
    warning="#7d5200",
    error="#a12c1a",
    variables={"quiet": "#665f53", "faint": "#b5ac9b", "band": "#e3e9f2", "marker": "#fbe8a6", "marked": "#3b2c00"},
)
THEMES = (NIGHT, DAY)
