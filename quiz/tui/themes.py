"""Our palettes as Textual themes, for what its own widgets (the answer field, the scroll bar) draw themselves."""

from __future__ import annotations

from textual.theme import Theme

from quiz.tui.looks import DARK_GROUNDS, PALETTES


def themes() -> list[Theme]:
    """One a palette, the dark one first."""
    return [
        Theme(
            name=name,
            dark=name in DARK_GROUNDS,
            primary=colors["accent"],
            secondary=colors["english"],
            accent=colors["accent"],
            foreground=colors["text"],
            background=colors["paper"],
            surface=colors["surface"],
            panel=colors["panel"],
            success=colors["good"],
            warning=colors["near"],
            error=colors["bad"],
            variables={"quiet": colors["quiet"], "faint": colors["faint"]},
        )
        for name, colors in PALETTES.items()
    ]
