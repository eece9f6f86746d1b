"""The line mode: what a pipe, a test or a screen reader gets, and what it can say."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path

import pytest

from quiz import plain
from quiz.deck import Deck
from quiz.language import Lang, Words
from quiz.study.history import History
from quiz.study.session import Limits
from tests.tui.hostile import DECK as HOSTILE
from tests.tui.samples import CLOZE, DECKS, HIVES, NOW, QUOTE, SHARE, SOURCES, TRAMWAY, TRUE_FALSE

QUOTE_DECK = Deck("q", TRAMWAY.title, SOURCES, (QUOTE,))
SHARE_DECK = Deck("s", TRAMWAY.title, SOURCES, (SHARE,))


def play(
    tmp_path: Path,
    lines: str,
    *,
    decks: Sequence[Deck] = (QUOTE_DECK,),
    lang: Lang = "fr",
    cram: bool = False,
    limits: Limits = Limits(),  # noqa: B008
) -> str:
    out = io.StringIO()
    with History.open(tmp_path / "history.db", clock=lambda: NOW, zone=UTC) as history:
        status = plain.play(
            history, decks, lang=lang, limits=limits, cram=cram, clock=lambda: NOW, stdin=io.StringIO(lines), stdout=out
        )
    assert status == 0
    return out.getvalue()


def number_of(answer: str, tmp_path: Path) -> str:
    """The number in front of an answer, found by asking without answering."""
    asked = play(tmp_path, "")
    return next(line for line in asked.splitlines() if line.endswith(f". {answer}"))[0]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_question_its_answer_the_proof_and_the_sum(tmp_path: Path, lang: Lang) -> None:
    say = Words(lang, "tui").say
    said = play(tmp_path, number_of("Odile Fabre", tmp_path) + "\n", lang=lang)
    assert {"fr": "Qui a dit", "en": "Who said"}[lang] in said
    assert "✓ " + say("feedback.right") in said
    assert say("plain.answer", answer="Odile Fabre") in said
    assert "se félicite Odile Fabre, maire de la ville depuis 2014. Son prédécesseur" in said
    assert "dix ans plus tard" in said
    assert say("plain.end") in said
    assert say("summary.score", n=1, total=1) in said
    assert say("home.saved", n=1) in said


def test_the_end_of_the_input_ends_it_cleanly_with_everything_saved(tmp_path: Path) -> None:
    play(tmp_path, "1\n")
    with History.open(tmp_path / "history.db", clock=lambda: NOW, zone=UTC) as history:
        assert history.memory(QUOTE.id) is not None
    assert "Aucune réponse" in play(tmp_path, "")


def test_it_writes_no_escape_sequence_and_one_paragraph_a_line(tmp_path: Path) -> None:
    said = play(tmp_path, "t\n1\nt\n\n" * 4, decks=(HOSTILE,))
    assert not any(ord(char) < 32 and char != "\n" for char in said)
    assert not any(char in said for char in "\u202e\u2066\u200f\u200b\u2028\x9b")
    assert "[@click=app.quit()]" in said


def test_lone_letters_are_commands_before_a_choice(tmp_path: Path) -> None:
    said = play(tmp_path, "t\nh\nh\n?\nu\nzut\n9\nq\n1\n")
    assert "(anglais relu)" in said
    assert "Who said" in said
    assert "Indice" in said
    assert "Pas d’autre indice." in said
    assert "t\u00a0: l’autre langue" in said
    assert "Rien à annuler." in said
    assert said.count("Répondez par un nombre de 1 à 3") == 2
    assert "✓" not in said
    assert "✗" not in said


def test_a_choice_can_be_answered_by_its_words(tmp_path: Path) -> None:
    assert "✓" in play(tmp_path, "odile fabre\n")


def test_commands_wear_a_colon_where_the_answer_is_typed(tmp_path: Path) -> None:
    said = play(tmp_path, ":t\n:h\n44\n\n", decks=(SHARE_DECK,))
    assert "What share" in said
    assert "Indice" in said
    assert "✓" in said
    assert "Note\u00a0: difficile" in said


def test_a_letter_that_is_an_answer_is_one(tmp_path: Path) -> None:
    from dataclasses import replace

    from quiz.deck import Bilingual

    card = replace(CLOZE, answer=Bilingual("h"), accept=())
    assert "✓" in play(tmp_path, "h\n", decks=(Deck("c", HIVES.title, SOURCES, (card,)),))
    assert "Indice" in play(tmp_path, "h\n", decks=(SHARE_DECK,))


def test_help_used_counts_and_the_grade_can_be_corrected(tmp_path: Path) -> None:
    number = number_of("Odile Fabre", tmp_path)
    said = play(tmp_path, f"t\n{number}\n4\nbof\n\n")
    assert "Note\u00a0: difficile." in said
    assert "Nouvelle note\u00a0: facile. Cette carte revient dans" in said
    assert "Commande inconnue\u00a0: bof." in said


def test_azerty_keys_without_shift_answer_and_grade(tmp_path: Path) -> None:
    key = '&é"'[int(number_of("Odile Fabre", tmp_path)) - 1]
    said = play(tmp_path, f"{key}\n'\n\n")
    assert "✓" in said
    assert "Nouvelle note\u00a0: facile" in said


def test_undo_asks_again(tmp_path: Path) -> None:
    said = play(tmp_path, "1\nu\nq\n")
    assert said.count("Qui a dit") == 2
    assert "Annulé" in said
    assert "Aucune réponse" in said


def test_english_where_there_is_none_is_said_so(tmp_path: Path) -> None:
    said = play(tmp_path, "t\n", decks=(Deck("f", HIVES.title, SOURCES, (TRUE_FALSE,)),))
    assert "Pas d’anglais pour ce texte" in said
    assert "2. False" in said


def test_nothing_due_says_what_comes(tmp_path: Path) -> None:
    number = number_of("Odile Fabre", tmp_path)
    play(tmp_path, f"{number}\n4\n")
    said = play(tmp_path, "")
    assert "tout est à jour" in said
    assert "Prochaine carte\u00a0: dans" in said


def test_practice_leaves_the_schedule_alone(tmp_path: Path) -> None:
    said = play(tmp_path, "1\n3\n\n", cram=True)
    assert "ne change pas le calendrier" in said
    with History.open(tmp_path / "history.db", clock=lambda: NOW, zone=UTC) as history:
        assert history.memory(QUOTE.id) is None


def test_all_of_two_decks(tmp_path: Path) -> None:
    said = play(tmp_path, "1\n\n" * 60, decks=DECKS, limits=Limits(limit=6))
    assert said.count("\nQuestion ") == 6
    assert "_____" in said


def command(tmp_path: Path) -> list[str]:
    code = (
        "import sys; from pathlib import Path; from quiz import plain; from quiz.study.history import History; "
        "from quiz.study.session import Limits; from tests.tui.samples import DECKS; "
        f"h = History.open(Path({str(tmp_path / 'history.db')!r})); "
        "sys.exit(plain.play(h, DECKS, lang='fr', limits=Limits(), stdin=sys.stdin, stdout=sys.stdout))"
    )
    return [sys.executable, "-c", code]


def test_bytes_that_are_no_letters_and_a_terminal_without_them(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run(command(tmp_path), input=b"\xff\xfe\n1\n\n", capture_output=True, env=env)
    assert done.returncode == 0, done.stderr
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command(tmp_path), input=b"\xff\xfe\n1\n\n", capture_output=True, env=env)
    assert done.returncode == 0, done.stderr


def test_at_a_terminal_lines_are_wrapped_and_ctrl_c_sums_up(tmp_path: Path) -> None:
    parent, child = pty.openpty()
    process = subprocess.Popen(command(tmp_path), stdin=child, stdout=child, stderr=child, start_new_session=True)
    os.close(child)
    os.write(parent, b"1\n")
    said = b""
    while b"continuer" not in said.partition(b"La r")[2]:
        said += os.read(parent, 4096)
    process.send_signal(2)
    try:
        while got := os.read(parent, 4096):
            said += got
    except OSError:
        pass
    os.close(parent)
    assert process.wait(10) == 0
    text = said.decode()
    assert "réponse enregistrée" in text
    assert "Traceback" not in text
    assert max(len(line) for line in text.splitlines()) < 80
