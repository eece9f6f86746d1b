"""Help with words line by line."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from quiz import plain
from quiz.deck import Deck
from quiz.gloss import Gloss
from quiz.study.events import Answer, Help
from quiz.study.history import History
from quiz.study.session import Limits
from tests.decks import card, cloze, deck
from tests.tui.samples import NOW


def sort(words: Sequence[str], at: int) -> Gloss | None:
    return Gloss("trier", "sort, separate", "freedict", "verb") if words[at] in ("trie", "trient") else None


def play(tmp_path: Path, lines: str, played: Deck, *, english_always: bool = False) -> tuple[str, Answer]:
    """What was said, and the one answer as it was kept."""
    out = io.StringIO()
    with History.open(tmp_path / "history.db", clock=lambda: NOW) as history:
        plain.play(
            history,
            [played],
            lang="fr",
            limits=Limits(limit=1),
            english_always=english_always,
            lookup=sort,
            stdin=io.StringIO(lines),
            stdout=out,
        )
        (answer,) = [event.answer for event in history.log() if event.answer is not None]
    return out.getvalue(), answer


def test_a_word_is_explained_and_counts_as_help(tmp_path: Path) -> None:
    said, answer = play(tmp_path, "w trie\nw zorglub\nw\nv\n1\n\n", deck(card()))
    assert "trie\u00a0: trier (verbe), sort, separate (FreeDict)" in said
    assert "«\u00a0zorglub\u00a0»\u00a0: pas d’entrée." in said
    assert "Dites quel mot" in said
    assert "Pas de voix sur cette machine" in said
    assert answer.help == Help(gloss=True)


def test_after_the_answer_it_is_no_help(tmp_path: Path) -> None:
    said, answer = play(tmp_path, "1\nw trient\n\n", deck(card()))
    assert "trient\u00a0: trier (verbe)" in said
    assert answer.help == Help()


def test_where_an_answer_is_typed_the_commands_wear_a_colon(tmp_path: Path) -> None:
    said, answer = play(tmp_path, ":w habitants\nw habitants\n\n", deck(cloze()))
    assert "«\u00a0habitants\u00a0»\u00a0: pas d’entrée." in said
    assert (answer.given, answer.help) == ("w habitants", Help())


def test_english_asked_for_always_is_said_and_noted(tmp_path: Path) -> None:
    said, answer = play(tmp_path, "1\n\n", deck(card()), english_always=True)
    assert "According to the town hall" in said
    assert answer.help == Help(standing=True)
