"""What can be done to a card of a sitting besides answering it, and how each is taken back, on the summary too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz import paths
from quiz.deck import Deck
from quiz.tui.desk.field import Field
from tests.tui.samples import LONG, QUOTE, SHARE, SOURCES, SPEAKER, TRAMWAY
from tests.tui.seat import Learner, seated

ONE = (Deck("one", TRAMWAY.title, SOURCES, (QUOTE,)),)
TWO = (Deck("two", TRAMWAY.title, SOURCES, (QUOTE, LONG)),)
TYPED = (Deck("typed", TRAMWAY.title, SOURCES, (SHARE,)),)


def asked(learner: Learner) -> str:
    return learner.app.screen.asked.question.card.id  # type: ignore[attr-defined, no-any-return]


def at_the_start(learner: Learner) -> None:
    """The cursor of the editor, which stands at the end of the question, put before it."""
    learner.app.screen.query_one("#question-fr", Field).move_cursor((0, 0))


async def test_editing_during_review_keeps_the_progress_and_shows_the_new_text(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=TYPED, past=2) as learner:
        learnt = learner.app.history.memory(SHARE.id)
        await learner.press("p", "f5")
        assert "Modifier la carte" in learner.screen
        at_the_start(learner)
        await learner.press(*"Dites ", "ctrl+s", "ctrl+s")
        assert "Dites Quelle part" in learner.screen
        assert "Modifiée, progrès gardés" in learner.text
        assert learner.deck().cards[0].question.fr.startswith("Dites Quelle part")
        assert learner.app.history.memory(SHARE.id) == learnt
        await learner.press("f4")
        assert "Annulé, le texte est comme avant" in learner.text
        assert learner.deck().cards[0].question.fr == SHARE.question.fr


@pytest.mark.parametrize("way", [("p", "f5"), ("b", "e")])
async def test_english_one_was_asked_about_stays_also_outside_the_desk(tmp_path: Path, way: tuple[str, str]) -> None:
    async with seated(tmp_path, decks=TYPED, past=2) as learner:
        await learner.press(*way)
        at_the_start(learner)
        await learner.press(*"Dites ", "ctrl+s")
        assert "L’anglais n’a pas suivi" in learner.text
        await learner.press("ctrl+s")
        saved = learner.deck().cards[0].question
        assert (saved.en, saved.origin) == (SHARE.question.en, "reviewed")


async def test_the_gates_are_alive_while_editing(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        await learner.press("enter", "e")
        assert "Rien à signaler" in learner.text
        at_the_start(learner)
        await learner.press(*["ctrl+k"] * 12)
        assert "le sujet et la question ne peuvent pas être vides" in learner.text
        await learner.press("ctrl+s")
        assert learner.deck().cards[0].question.fr == QUOTE.question.fr


async def test_leaving_the_editor_changes_nothing_and_the_clock_did_not_run(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        await learner.press("enter")
        before = learner.app.screen.asked.since  # type: ignore[attr-defined]
        await learner.press("e", "escape")
        assert learner.app.screen.asked.since > before  # type: ignore[attr-defined]
        assert "Qui a dit" in learner.screen
        await learner.press("1")
        (event,) = learner.app.history.log(QUOTE.id)
        assert event.answer is not None
        assert event.answer.seconds <= 8


async def test_a_card_edited_after_its_answer_reads_anew_and_stays_answered(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        await learner.press("enter", "1", "e")
        at_the_start(learner)
        await learner.press(*"Dites ", "ctrl+s", "ctrl+s")
        assert "Dites Qui a dit" in learner.screen
        assert "1 à revoir" in learner.screen
        await learner.press("u")
        assert "Dites" not in learner.screen.replace("Annulé", "")
        assert "1 à revoir" in learner.screen, "the answer still stands"
        await learner.press("u")
        assert "la question est de retour" in learner.text


async def test_a_deck_without_a_file_says_it_cannot_be_corrected(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        learner.app.decks = tuple(replace(deck, path=None) for deck in learner.app.decks)
        learner.app.screen._today = learner.app.today()  # type: ignore[attr-defined]
        await learner.press("enter", "e")
        assert "ne vient d’aucun fichier" in learner.text


async def test_a_question_put_aside_makes_way_and_comes_back(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=TWO) as learner:
        await learner.press("enter")
        first = asked(learner)
        await learner.press("b")
        assert "Écartée jusqu’à demain" in learner.text
        assert asked(learner) != first
        await learner.press("s")
        assert "Séance" in learner.screen, "nothing is left to ask"
        assert "annuler la suspension" in learner.screen
        await learner.press("u")
        assert "n’est plus suspendue" in learner.text
        await learner.press("u")
        assert asked(learner) == first
        assert learner.app.history.standings() == {}


@pytest.mark.parametrize("answered", [False, True])
async def test_a_bad_question_is_rejected_in_its_file_and_back(tmp_path: Path, answered: bool) -> None:
    async with seated(tmp_path, decks=TWO) as learner:
        await learner.press("enter")
        first = asked(learner)
        shown = await learner.press(*(["1"] if answered else []), "x")
        assert "Rejetée" in shown
        assert {card.id: card.status for card in learner.deck().cards}[first] == "rejected"
        assert (asked(learner) == first) == answered
        await learner.press("u")
        assert "n’est plus rejetée" in learner.text
        assert {card.status for card in learner.deck().cards} == {"draft"}
        assert asked(learner) == first
        await learner.press("X", "escape")
        assert "annuler le rejet" in learner.text, "also from the summary"


async def test_a_card_of_the_list_is_rejected_and_back(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=TWO) as learner:
        await learner.press("b")
        assert "Rejetée" in await learner.press("x")
        assert "rejetée" in learner.screen.splitlines()[3]
        assert learner.deck().cards[0].status == "rejected"
        assert "c’est déjà ainsi" in await learner.press("x")
        assert "Une carte vous attend" in await learner.press("q")
        await learner.press("u")
        assert learner.deck().cards[0].status == "draft"
        assert "n’est plus rejetée" in learner.text


async def test_an_answered_card_is_put_aside_without_leaving_it(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        await learner.press("enter", "1", "s")
        assert "Suspendue" in learner.text
        assert "La réponse" in learner.screen
        assert learner.app.history.standings()[QUOTE.id].suspended
        await learner.press("u")
        assert "n’est plus suspendue" in learner.text
        assert not learner.app.history.standings()[QUOTE.id].suspended
        assert "La réponse" in learner.screen


async def test_a_report_with_its_reason_and_back(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        await learner.press("enter", "exclamation_mark", "down", "down", "enter")
        assert "Signalée" in learner.text
        assert [one.reason for one in learner.app.history.reports()] == ["unclear"]
        assert asked(learner) == QUOTE.id, "it is asked as before"
        await learner.press("exclamation_mark", "escape", "u")
        assert "n’est plus signalée" in learner.text
        assert learner.app.history.reports() == []


async def test_a_reason_in_ones_own_words(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=ONE) as learner:
        await learner.press("enter", "exclamation_mark", "7")
        assert "Dites en quelques mots" in learner.screen
        await learner.press(*"le nom est q", "enter")
        assert "Signalée" in learner.text
        assert [(one.reason, one.text) for one in learner.app.history.reports()] == [("other", "le nom est q")]
        await learner.press("exclamation_mark", "7", "escape")
        assert [one.text for one in learner.app.history.reports()] == ["le nom est q", ""]


async def test_while_typing_function_keys_do_what_letters_do(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=TYPED) as learner:
        await learner.press("enter", *"ebs!")
        assert "ebs!" in learner.screen
        await learner.press("f8", "1")
        assert [one.reason for one in learner.app.history.reports()] == ["wrong"]
        await learner.press("f6")
        assert learner.app.history.standings()[SHARE.id].buried


async def test_undo_on_the_summary_names_what_it_takes_back(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=TWO) as learner:
        await learner.press("enter", "1", "q")
        assert "u annuler la réponse" in learner.screen
        await learner.press("u")
        assert "la question est de retour" in learner.text
        assert learner.app.history.standings() == {}


async def test_a_corrected_card_is_corrected_on_the_other_screens_too(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=(Deck("x", TRAMWAY.title, SOURCES, (SPEAKER,)),)) as learner:
        await learner.press("enter", "f5")
        at_the_start(learner)
        await learner.press(*"Dites ", "ctrl+s", "ctrl+s", "escape", "escape")
        assert "Bonjour" in learner.screen
        await learner.press("b")
        assert "Dites Qui a dit" in learner.screen


@pytest.mark.parametrize("way", [("p", "x"), ("p", "e"), ("b", "x"), ("b", "e")])
async def test_a_deck_that_comes_with_the_program_is_never_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: tuple[str, str]
) -> None:
    async with seated(tmp_path, decks=TWO) as learner:
        path = learner.app.decks[0].path
        assert path is not None
        monkeypatch.setattr(paths, "PACKAGE", path.parent)
        before = path.read_bytes()
        await learner.press(*way)
        assert "livré avec le programme et reste tel quel : s met la carte de côté, ! la signale" in learner.text
        await learner.press("ctrl+s")
        assert path.read_bytes() == before
        assert learner.app.history.standings() == {}
