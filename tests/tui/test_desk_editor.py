"""Correcting a card at the desk: every field in both languages, what is said meanwhile, and nothing lost."""

from dataclasses import replace

import pytest

from quiz.deck import Bilingual
from quiz.deck_format import write_deck
from quiz.deck_shelf import Shelf
from quiz.tui.desk.editor import EditorScreen
from quiz.tui.desk.review import Review
from tests.tui.desk_help import NEWS, seated

FIRST = NEWS.cards[0]


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.json"


async def write(desk, name, text):
    """Put a text into a field as if it had been typed there."""
    desk.field(name).focus()
    desk.field(name).text = text
    await desk.pilot.pause()


def editing(desk):
    return isinstance(desk.app.screen, EditorScreen)


@pytest.mark.parametrize(
    ("lang", "said", "undone"),
    [
        ("fr", "Modifiée (question)", "Modification annulée (question)"),
        ("en", "Edited (question)", "Edit undone (question)"),
    ],
)
async def test_a_question_is_corrected_in_both_languages_and_taken_back(path, lang, said, undone):
    async with seated(path, lang=lang) as desk:
        await desk.press("e")
        await write(desk, "question-fr", "Qui a dit : « Un gouffre » ?")
        await write(desk, "question-en", "Who said: “A money pit”?")
        await desk.press("ctrl+s")
        assert not editing(desk)
        saved = desk.saved.cards[0]
        assert saved.question.fr == "Qui a dit\u00a0: «\u00a0Un gouffre\u00a0»\u202f?"
        assert (saved.question.en, saved.question.origin) == ("Who said: “A money pit”?", "reviewed")
        assert saved.edited == ("question",)
        assert said in desk.notice
        assert desk.open == "q-0001"
        await desk.press("u")
        assert desk.saved == NEWS
        assert undone in desk.notice


async def test_letters_are_letters_while_a_field_is_open(path):
    async with seated(path) as desk:
        await desk.press("e", *"arq?", "f2")
        await desk.press("f2")
        assert desk.saved.cards[0].question.fr.endswith("?arq\u202f?")
        assert desk.statuses == {}


async def test_every_field_of_every_form_can_be_corrected(path):
    async with seated(path) as desk:
        for at, one in enumerate(NEWS.cards):
            await desk.press("g", *["j"] * at, "e")
            await write(desk, "topic-fr", "Un sujet")
            await write(desk, "topic-en", "A topic")
            await write(desk, "evidence-en", "The sentence in English.")
            if one.form == "choice":
                await write(desk, "choice1-fr", "Paul Nizan")
                await write(desk, "choice3-en", "Nobody")
                await write(desk, "choice3-fr", "Personne")
            elif one.form == "true-false":
                await write(desk, "answer-fr", "Vrai")
            else:
                await write(desk, "answer-fr", "45 %")
                await write(desk, "answer-en", "45%")
                await write(desk, "accept", "45\n\nquarante-cinq")
            await desk.press("ctrl+s")
            assert not editing(desk)
            saved = desk.saved.cards[at]
            assert saved.topic == Bilingual("Un sujet", "A topic", "reviewed")
            assert (saved.evidence.en, saved.evidence.origin) == ("The sentence in English.", "reviewed")
            assert saved.evidence.text == one.evidence.text
            if one.form == "choice":
                assert saved.choices[1] == Bilingual("Paul Nizan")
                assert saved.choices[3] == Bilingual("Personne", "Nobody", "reviewed")
                assert saved.answer == one.answer
            elif one.form == "true-false":
                assert saved.answer == Bilingual("Vrai", "True", "rule")
            else:
                assert saved.answer == Bilingual("45\u00a0%", "45%", "reviewed")
                assert saved.accept == ("45", "quarante-cinq")


async def test_another_choice_becomes_the_key(path):
    async with seated(path) as desk:
        await desk.press("e")
        desk.field("choice2-fr").focus()
        await desk.press("f5")
        assert "✓ Choix 3" in desk.screen
        assert "✓ Choix 1" not in desk.screen
        await desk.press("ctrl+s")
        assert desk.saved.cards[0].answer == FIRST.choices[2]
        assert desk.saved.cards[0].edited == ("answer",)


async def test_what_an_editor_would_say_is_said_while_typing(path):
    async with seated(path) as desk:
        await desk.press("e")
        assert "Rien à signaler" in desk.screen
        await write(desk, "question-fr", "Qui est Odile Fabre")
        assert "la réponse est dans la question" in desk.screen
        assert "point d’interrogation" in desk.screen
        assert "le français a changé, pas l’anglais" in desk.screen
        await write(desk, "choice1-fr", "Odile Fabre")
        assert "deux choix sont identiques" in desk.screen


async def test_what_would_be_no_card_is_not_saved(path):
    async with seated(path) as desk:
        before = path.read_bytes()
        await desk.press("e")
        await write(desk, "question-fr", "   ")
        await desk.press("ctrl+s")
        assert editing(desk)
        assert "ne peuvent pas être vides" in desk.notice
        assert path.read_bytes() == before


async def test_english_left_behind_is_asked_about_once(path):
    async with seated(path) as desk:
        await desk.press("e")
        await write(desk, "topic-fr", "Le tram")
        await desk.press("ctrl+s")
        assert editing(desk)
        assert "L’anglais n’a pas suivi" in desk.notice
        await desk.press("ctrl+s")
        assert not editing(desk)
        assert desk.saved.cards[0].topic == Bilingual("Le tram", FIRST.topic.en, "reviewed")


async def test_saving_what_was_not_changed_says_so(path):
    async with seated(path) as desk:
        before = path.stat().st_mtime_ns
        await desk.press("e", "ctrl+s")
        assert not editing(desk)
        assert desk.notice == "Rien n’a été modifié."
        assert path.stat().st_mtime_ns == before


async def test_corrections_are_abandoned_only_when_asked_twice(path):
    async with seated(path) as desk:
        await desk.press("e", "escape")
        assert not editing(desk)
        await desk.press("e", "x", "escape")
        assert editing(desk)
        await desk.press("ctrl+q")
        assert not editing(desk)
        assert desk.app.is_running
        assert desk.saved == NEWS


async def test_tab_enter_and_arrows_go_from_field_to_field(path):
    async with seated(path) as desk:
        await desk.press("e")
        for key, there in [
            ("tab", "question-en"),
            ("enter", "choice0-fr"),
            ("down", "choice0-en"),
            ("up", "choice0-fr"),
            ("shift+tab", "question-en"),
        ]:
            await desk.press(key)
            assert desk.app.focused.id == there
        assert desk.field("question-fr").text == FIRST.question.fr


async def test_french_is_not_broken_at_its_no_break_spaces(path):
    async with seated(path, size=(60, 24)) as desk:
        await desk.press("e")
        await write(desk, "question-fr", "mot " * 10 + "fin\u202f?\u00a0! " + "mot " * 10 + "fin\u202f?")
        for line in desk.field("question-fr").wrapped_document.lines[0]:
            assert not line.startswith(("?", "!", "\u202f", "\u00a0"))


async def test_what_is_pasted_is_made_safe(path):
    from textual import events

    async with seated(path) as desk:
        await desk.press("e")
        desk.field("question-fr").text = ""
        desk.app.post_message(events.Paste("Une\nligne\x1b]0;titre\x07 \u202e?"))
        await desk.pilot.pause()
        assert desk.field("question-fr").text == "Une ligne ?"


async def test_corrections_survive_somebody_elses_change_to_another_card(path):
    async with seated(path) as desk:
        await desk.press("e")
        await write(desk, "topic-fr", "Le tram")
        await write(desk, "topic-en", "The tram")
        other = Review(Shelf(path))
        other.go(2)
        other.decide("approve")
        await desk.press("ctrl+s")
        assert "Vos corrections ne sont pas encore enregistrées" in desk.screen
        await desk.press("r")
        assert not editing(desk)
        assert desk.saved.cards[0].topic.fr == "Le tram"
        assert desk.statuses == {"s-0003": "approved"}


async def test_corrections_are_carried_over_to_a_card_somebody_else_changed(path):
    async with seated(path) as desk:
        await desk.press("e")
        await write(desk, "topic-fr", "Le tram")
        await write(desk, "topic-en", "The tram")
        theirs = replace(FIRST, status="approved", question=Bilingual("Leur question\u202f?", "Theirs?", "reviewed"))
        write_deck(path, replace(NEWS, cards=(theirs, *NEWS.cards[1:])))
        await desk.press("ctrl+s", "escape")
        assert editing(desk)
        assert desk.field("topic-fr").text == "Le tram"
        await desk.press("ctrl+s", "r")
        assert editing(desk)
        assert "reportées" in desk.notice
        assert desk.field("question-fr").text == "Leur question\u202f?"
        await desk.press("ctrl+s")
        assert desk.saved.cards[0] == replace(
            theirs, topic=Bilingual("Le tram", "The tram", "reviewed"), edited=("topic",)
        )


async def test_corrections_to_a_card_that_is_gone_stay_on_screen(path):
    async with seated(path) as desk:
        await desk.press("e")
        await write(desk, "topic-fr", "Le tram")
        await write(desk, "topic-en", "The tram")
        write_deck(path, replace(NEWS, cards=NEWS.cards[1:]))
        await desk.press("ctrl+s", "r")
        assert editing(desk)
        assert "plus dans le fichier" in desk.notice
        assert desk.field("topic-fr").text == "Le tram"
        await desk.press("ctrl+s")
        assert desk.saved == replace(NEWS, cards=NEWS.cards[1:])
        await desk.press("escape", "escape")
        assert desk.open == "q-0002"


def test_picture_of_the_editor(path, snap_compare):
    from tests.tui.desk_help import desk_app

    async def before(pilot):
        await pilot.press("e", "end", "x")

    assert snap_compare(desk_app(path), terminal_size=(80, 24), run_before=before)
