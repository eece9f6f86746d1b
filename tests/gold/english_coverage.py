"""How much of what decks ask has its English without any translator: characters of questions, answers and choices.

    python tests/gold/english_coverage.py DECK.json... [--missing N] [--sample N]

Quotations and sentences of the article (clozes, statements to judge) are left out of the count and told apart: French
inside an English stem is not English. `--missing` lists texts without English, `--sample` rule-made English to be read.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_REPORTED = re.compile(r"\bqu(?:e\b|['’])")


class Piece(NamedTuple):
    """One text of a card: its role ("question", "answer", "choice", or why it is not counted) and its English."""

    role: str
    family: str
    fr: str
    en: str | None
    origin: str


def pieces(card: dict) -> Iterator[Piece]:
    """The texts of a card. A question that holds somebody's words, or a sentence of the article, is not counted."""
    family = family_of(card)
    question = card["question"]
    role = "question"
    if card["form"] == "cloze" or (
        card["form"] == "true-false" and not question["fr"].startswith(("C’est ", "C'est "))
    ):
        role = "sentence"
    elif "«" in question["fr"] or (card["kind"] == "quote" and _REPORTED.search(question["fr"])):
        role = "quotation"  # word for word, or as a reported clause
    yield Piece(role, family, question["fr"], question["en"], question["origin"])
    for name, text in (("answer", card["answer"]), *(("choice", choice) for choice in card["choices"])):
        yield Piece(name, family, text["fr"], text["en"], text["origin"])


def family_of(card: dict) -> str:
    """The family a card is of: "event" where its rule says so, else its kind."""
    fact = card.get("fact") or {}
    return "event" if str(fact.get("rule", "")).startswith("event") else card["kind"]


def share(found: Iterable[Piece]) -> tuple[int, int]:
    """Characters in English, and characters in all, of the pieces that count."""
    counted = [piece for piece in found if piece.role in ("question", "answer", "choice")]
    return sum(len(piece.fr) for piece in counted if piece.en), sum(len(piece.fr) for piece in counted)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("decks", nargs="+", type=Path)
    parser.add_argument("--missing", type=int, default=0)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    cards = [card for path in args.decks for card in json.loads(path.read_text(encoding="utf-8"))["cards"]]
    found = [piece for card in cards for piece in pieces(card)]
    events = sum(family_of(card) == "event" for card in cards)
    print(f"{len(cards)} cards, {events} of them about events")
    families = sorted({piece.family for piece in found})
    for name, kept in (
        ("all", found),
        ("without events", [piece for piece in found if piece.family != "event"]),
        *((family, [piece for piece in found if piece.family == family]) for family in families),
    ):
        english, total = share(kept)
        by_role = ", ".join(
            f"{role} {100 * here[0] / here[1]:.0f} %"
            for role in ("question", "answer", "choice")
            if (here := share(piece for piece in kept if piece.role == role))[1]
        )
        print(f"{name:15} {100 * english / max(1, total):5.1f} % of {total} characters ({by_role})")
    out = Counter(piece.role for piece in found if piece.role in ("sentence", "quotation"))
    print("not counted:", ", ".join(f"{role} {n}" for role, n in sorted(out.items())))
    dice = random.Random(args.seed)
    counted = [piece for piece in found if piece.role in ("question", "answer", "choice")]
    lacking = sorted({(piece.family, piece.role, piece.fr) for piece in counted if not piece.en})
    for row in dice.sample(lacking, min(args.missing, len(lacking))):
        print("-", *row, sep="  ")
    ruled = sorted({(p.family, p.role, p.fr, p.en) for p in found if p.en and p.origin == "rule" and p.en != p.fr})
    for family, role, fr, en in dice.sample(ruled, min(args.sample, len(ruled))):
        print(f"{family} {role}: {fr}\n    {en}")


if __name__ == "__main__":
    main()
