"""A deck whose every text tries something; run as a module it is played on the terminal it finds."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from quiz.deck import Bilingual, Card, Deck, Evidence, Source
from tests.tui.samples import NOW

ESCAPES = "\x1b]0;PWNED\x07\x1b]52;c;UFdORUQ=\x07\x1b[2J\x1b[31m\x9b31m\x1bc\x1bPq\x1b\\\x07\x08\x00"
BIDI = "\u202egnp.exe\u2066\u200f\u200b"
MARKUP = "[/b] [red]rouge[/red] [@click=app.quit()]clic[/] [link=file:///etc/passwd]lien[/link] prix [/€]"
NASTY = f"{ESCAPES}{MARKUP}{BIDI}\u2028\r\n\ttab"


def _nasty(text: str) -> Bilingual:
    return Bilingual(f"{text} {NASTY}", f"{text} in English {NASTY}", "reviewed")


CHOICE = Card(
    id="h\x1b[31m-1",
    kind="quote",
    form="choice",
    topic=_nasty("Sujet"),
    question=_nasty("Question"),
    choices=tuple(_nasty(name) for name in ("Un", "Deux", "Trois")),
    answer=_nasty("Un"),
    accept=(),
    evidence=Evidence("s", 0, 10, f"Preuve {NASTY}", f"Avant {NASTY}", f"Après {NASTY}", f"Proof {NASTY}", "reviewed"),
    also=(Evidence("t", 0, 10, "x"),),
    fact={"value": NASTY, "answer": {"start": -5, "end": "x"}},
)
TYPED = replace(CHOICE, id="h-2", form="text", choices=(), evidence=replace(CHOICE.evidence, start=50))
EMPTY = replace(
    CHOICE, id="h-3", form="cloze", choices=(), question=Bilingual(""), topic=Bilingual(""), answer=Bilingual("")
)
SOURCES = tuple(Source(key, f"f{NASTY}.txt", title, f"2024-{NASTY}", "0") for key, title in (("s", NASTY), ("t", None)))
DECK = Deck("h", _nasty("Jeu"), SOURCES, (CHOICE, TYPED, EMPTY))


def main(folder: str) -> None:
    from quiz.study.history import History
    from quiz.study.session import Limits
    from quiz.tui.app import play

    with History.open(Path(folder) / "history.db", clock=lambda: NOW, zone=UTC) as history:
        sys.exit(play(history, (DECK,), lang="fr", limits=Limits()))


if __name__ == "__main__":
    main(sys.argv[1])
