"""`quiz print`: decks onto paper."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quiz.deck import Deck
from quiz.errors import QuizError
from quiz.exchange import paper
from quiz.language import Lang, Words
from quiz.study.class_cards import class_cards
from quiz.typography import safe_text


def print_decks(args: argparse.Namespace, decks: Sequence[Deck], lang: Lang) -> int:
    """Write one quiz over the decks' cards, with its key. Raises QuizError."""
    cards = class_cards(decks, args.seed, args.limit)
    if not cards:
        raise QuizError("no-class-card")
    sources = {source.id: source for deck in decks for source in deck.sources}
    deck = replace(decks[0], cards=tuple(cards), sources=tuple(sources.values()))
    sheet = paper.Sheet(args.versions, args.large, args.english, args.seed)
    path = Path(args.output or f"{decks[0].id}.html")
    paper.write(path, paper.page(deck, cards, sheet, lang))
    words = Words(lang, "paper")
    print(words.say("written", file=safe_text(str(path)), n=len(cards), versions=sheet.versions))
    return 0
