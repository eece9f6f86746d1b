"""How near the English made by rule comes to the English a person reviewed: chrF over the decks that ship.

    python tests/gold/english_chrf.py [DECK.json...]

Takes every question, answer and choice with reviewed English, and what the translation memories of the seeds hold,
makes its English again by rule alone, and compares those there is a rule for. Needs sacrebleu, which is no dependency
of quiz: without it, says so and ends with status 0.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def reviewed(deck: dict) -> Iterator[tuple[str, str, str]]:
    """Role, French and reviewed English of each text of a deck."""
    for card in deck["cards"]:
        texts = [("question", card["question"]), ("answer", card["answer"])]
        for role, text in [*texts, *(("choice", choice) for choice in card["choices"])]:
            if text["origin"] == "reviewed" and text["en"]:
                yield role, text["fr"], text["en"]


def ruled(french: str) -> str | None:
    """The English rules alone give."""
    from quiz.english.questions import phrase, question
    from quiz.english.rules import english

    return english(french) or (question(french) if french.rstrip().endswith("?") else phrase(french))


def main() -> int:
    """Print the figures. The exit status."""
    try:
        from sacrebleu.metrics import CHRF
    except ImportError:
        print("skipped: sacrebleu is not installed (pip install sacrebleu)")
        return 0
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "decks").glob("*.json"))
    decks = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    from quiz.english.memory import Memory

    memory = Memory.load_tmx(sorted((ROOT / "seeds").glob("*.tmx")))
    rows = sorted({row for deck in decks for row in reviewed(deck)} | {("memory", *pair) for pair in memory.pairs()})
    for role in ("question", "answer", "choice", "memory", "all"):
        mine = [row for row in rows if role in (row[0], "all")]
        pairs = [(said, row[2]) for row in mine if (said := ruled(row[1])) is not None]
        if pairs:
            score = CHRF(word_order=0).corpus_score([one for one, _ in pairs], [[other for _, other in pairs]])
            print(f"{role:9} chrF {score.score:5.1f} over {len(pairs)} of {len(mine)} reviewed texts")
    for _role, french, english in rows:
        said = ruled(french)
        if said is not None and said != english:
            print(f"- {french}\n    reviewed: {english}\n    by rule:  {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
