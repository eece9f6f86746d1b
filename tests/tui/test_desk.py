"""The desk as its editor meets it: keys struck, what the screen says, what the file holds."""

from dataclasses import replace

import pytest

from quiz import paths
from quiz.deck import Bilingual
from quiz.deck_edit import decide
from quiz.deck_format import write_deck
from quiz.deck_shelf import Shelf
from quiz.settings import load
from quiz.tui.desk.review import Review
from quiz.tui.setup import Setup
from quiz.typography import cell_width
from tests.decks import card, deck
from tests.tui.desk_help import NEWS, desk_app, seated


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.json"


# Deciding


@pytest.mark.parametrize(
    ("lang", "approved", "rejected", "undone"),
    [("fr", "Approuvée", "Rejetée", "Rejet annulé"), ("en", "Approved", "Rejected", "Rejection undone")],
)
async def test_approve_reject_and_undo_are_saved_named_and_lead_on(path, lang, approved, rejected, undone):
    async with seated(path, lang=lang) as desk:
        await desk.press("a")
        assert desk.statuses == {"q-0001": "approved"}
        assert desk.open == "q-0002"
        assert approved in desk.notice
        await desk.press("r")
        assert desk.statuses == {"q-0001": "approved", "q-0002": "rejected"}
        assert rejected in desk.notice
        await desk.press("u")
        assert desk.statuses == {"q-0001": "approved"}
        assert desk.open == "q-0002"
        assert undone in desk.notice
        await desk.press("u", "u")
        assert desk.statuses == {}
        assert desk.notice == ("Rien à annuler." if lang == "fr" else "Nothing to undo.")


async def test_a_decided_card_can_be_a_draft_again(path):
    async with seated(path) as desk:
        await desk.press("a", "k", "d")
        assert desk.statuses == {}
        assert desk.open == "q-0001"
        await desk.press("d")
        assert "déjà un brouillon" in desk.notice


async def test_when_all_is_decided_it_says_so(path):
    async with seated(path) as desk:
        await desk.press(*"aaaara")
        assert len(desk.statuses) == 6
        assert "Tout est décidé" in desk.notice
        await desk.press("n")
        assert "Tout est décidé" in desk.notice


async def test_a_key_held_down_decides_on_one_card(path):
    now = [10.0]
    async with seated(path, stopwatch=lambda: now[0]) as desk:
        for _ in range(8):
            await desk.press("a")
            now[0] += 0.03
        assert list(desk.statuses) == ["q-0001"]
        now[0] += 1
        await desk.press("a")
        assert list(desk.statuses) == ["q-0001", "q-0002"]


async def test_quitting_needs_no_saving(path):
    async with seated(path) as desk:
        await desk.press("a", "q")
    assert desk.app.return_code == 0
    assert desk.statuses == {"q-0001": "approved"}


# Going about


@pytest.mark.parametrize(("on", "back"), [("j", "k"), ("down", "up"), ("right", "left")])
async def test_cards_are_turned_like_pages(path, on, back):
    async with seated(path) as desk:
        await desk.press(on, on, back)
        assert desk.open == "q-0002"
        assert "carte 2 sur 6" in desk.screen
        await desk.press("G")
        assert desk.open == "q-0006"
        await desk.press("g")
        assert desk.open == "q-0001"


async def test_a_long_card_can_be_read_on_and_the_next_begins_at_its_top(path):
    async with seated(path) as desk:
        await desk.press("j")
        assert "7\u00a0mars 2025" in desk.screen
        assert "La chambre de commerce" not in desk.screen
        await desk.press("space", "space")
        assert "La chambre de commerce" in desk.screen
        await desk.press("j")
        assert "brouillon" in desk.screen.splitlines()[3]


async def test_filters_show_fewer_cards_and_escape_all_of_them(path):
    async with seated(path) as desk:
        await desk.press("f", "down", "down", "enter")
        assert [one.id for one in desk.app.review.in_sight] == ["q-0002"]
        assert "avec remarques : 1 sur 1" in desk.screen.replace("\u00a0", " ")
        await desk.press("escape")
        assert "carte 2 sur 6" in desk.screen
        await desk.press("f", "escape")
        assert "carte 2 sur 6" in desk.screen


async def test_next_undecided_stays_within_the_filter(path):
    async with seated(path) as desk:
        await desk.press("a", "f", "down", "down", "down", "enter")
        assert "approuvées" in desk.screen
        await desk.press("n")
        assert "Plus de brouillon parmi ces cartes" in desk.notice


async def test_search_as_one_types_and_no_letter_is_a_command(path):
    async with seated(path) as desk:
        await desk.press("slash", *"ruche")
        assert desk.open == "s-0004"
        await desk.press("down")
        assert desk.open == "f-0005"
        await desk.press("enter", "a")
        assert desk.statuses == {"f-0005": "approved"}
        await desk.press("slash", *" qui zz")
        assert "Aucune carte" in desk.screen
        await desk.press("escape")
        assert "sur 6" in desk.screen
        await desk.press("u")
        assert desk.statuses == {}


async def test_help_and_its_way_out(path):
    async with seated(path, lang="en", size=(80, 40)) as desk:
        await desk.press("question_mark")
        assert "The keys of the desk" in desk.screen
        assert "make this choice the right answer" in desk.screen
        await desk.press("a")
        assert "The keys of the desk" not in desk.screen
        assert desk.statuses == {}


async def test_by_day_and_by_night_and_without_colour(path, monkeypatch):
    async with seated(path) as desk:
        before = desk.screen
        await desk.press("c")
        assert desk.app.theme == "papier"
        assert desk.screen == before
    monkeypatch.setenv("NO_COLOR", "1")
    async with seated(path) as desk:
        assert desk.screen == before


async def test_colours_are_kept_also_over_settings_that_cannot_be_read(path, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.json").write_text('{"new": "many"', "utf-8")
    app = desk_app(path, setup=Setup(home=home))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
    assert load(home).theme == app.theme
    assert (home / "settings.json.old").read_text("utf-8") == '{"new": "many"'


# What is shown


async def test_a_card_shows_everything_an_editor_must_see(path):
    async with seated(path, size=(80, 40)) as desk:
        for part in (
            "· brouillon",
            "citation · à choix · note 0,00",
            "Le tramway de Nérac · 7 mars 2025",
            "EN  The Nérac tramway",
            "✓ Odile Fabre",
            "  Marc Teyssier",
            "(anglais relu)",
            "Les opposants d’hier se font discrets.",
            "Son prédécesseur, lui, n’a pas",
            "« Le tramway de Nérac, dix ans plus tard », 7 mars 2025",
        ):
            assert part in desk.screen.replace("\u00a0", " "), part
        await desk.press("j")
        assert "! avis  la bonne réponse est bien plus longue" in desk.screen
        await desk.press("j")
        assert "Accepté  44 | quarante-quatre pour cent" in desk.screen.replace("\u2002", " ")
        await desk.press("j")
        assert "traduction approximative" in desk.screen
        assert "________" in desk.screen


async def test_english_that_is_the_same_is_not_said_twice(path):
    names = (
        Bilingual("Awa Diop", "Awa Diop", "rule"),
        Bilingual("la mairie"),
        Bilingual("le maire", "the mayor", "machine"),
    )
    one = card(answer=names[0], choices=names)
    async with seated(path, deck(one), size=(80, 40)) as desk:
        assert "✓ Awa Diop · idem (par règle)" in desk.screen
        assert "la mairie · pas d’anglais" in desk.screen
        assert "le maire · the mayor (machine)" in desk.screen


async def test_the_answer_is_marked_in_its_sentence_by_more_than_colour(path):
    async with seated(path, size=(80, 40)) as desk:
        strips = desk.app.screen._compositor.render_strips()
        marked = [
            part for strip in strips for part in strip if part.style and part.style.underline and "Odile" in part.text
        ]
        assert marked
        assert all(part.style.bold for part in marked)


async def test_two_columns_where_there_is_room_and_one_where_there_is_not(path):
    async with seated(path, size=(140, 40)) as desk:
        rows = [line for line in desk.screen.splitlines() if "▕" in line]
        assert rows[0].startswith(" › · Qui a dit")
        assert "!" in rows[1].partition("▕")[0]
        await desk.press("a", "r")
        assert "   ✓ Qui a dit" in desk.screen
        assert "   ✗ Qui a dit" in desk.screen
        assert " › · Quelle part" in desk.screen
        await desk.pilot.click("#list", offset=(10, 4))
        assert desk.open == "f-0005"
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert "▕" not in desk.screen
        assert "Le capteur pèse" in desk.screen


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("size", [(40, 12), (50, 14), (64, 20)])
async def test_the_foot_of_a_narrow_window_ends_with_the_way_out(path, lang, size):
    async with seated(path, lang=lang, size=size) as desk:
        foot = next(line for line in reversed(desk.screen.splitlines()) if line.strip())
        assert foot.endswith({"fr": "q quitter", "en": "q quit"}[lang])
        assert "r " in foot
        if size[0] >= 50:
            assert {"fr": "? aide", "en": "? help"}[lang] in foot


async def test_a_window_too_small_says_so(path):
    async with seated(path, size=(30, 8)) as desk:
        assert "trop petite" in desk.screen.replace("\n", " ")
        await desk.press("a")
        assert desk.statuses == {}


async def test_no_line_is_wider_than_the_window(path):
    for size in ((41, 13), (80, 24), (113, 30)):
        async with seated(path, size=size) as desk:
            await desk.press("j", "e")
            await desk.press("escape", "question_mark")
            assert max(map(cell_width, desk.screen.splitlines())) <= size[0]


async def test_nothing_in_a_deck_is_markup_or_a_command(path):
    hostile = card(
        question=Bilingual("[b]Gras[/b] [@click=app.quit()]clic[/] [/] quelle part\u202f?"),
        topic=Bilingual("[red]Sujet"),
        answer=Bilingual("[/a]"),
        choices=(Bilingual("[/a]"), Bilingual("[b]"), Bilingual("[link=x]c")),
        tags=("[blink]",),
    )
    async with seated(path, deck(hostile), size=(140, 40)) as desk:
        assert "[b]Gras[/b] [@click=app.quit()]clic[/] [/] quelle part" in desk.screen
        assert "[blink]" in desk.screen
        await desk.press("a", "u", "e")
        assert "[link=x]c" in desk.screen
        await desk.press("escape", "slash", *"[/]", "enter", "question_mark")
    assert desk.statuses == {}


async def test_an_empty_deck_is_said_to_be_empty(path):
    async with seated(path, replace(deck(), cards=()), lang="en") as desk:
        assert "This deck has no card." in desk.screen
        await desk.press(*"areunjkf", "escape", "slash", "x", "enter")
        assert desk.app.is_running


# Somebody else at the same file


async def test_another_change_is_noticed_and_the_decision_done_again_on_it(path):
    async with seated(path) as desk:
        other = Review(Shelf(path))
        other.go(3)
        other.decide("reject")
        await desk.press("a")
        assert desk.statuses == {"s-0004": "rejected"}
        assert "Le fichier a changé" in desk.screen
        await desk.press("r")
        assert desk.statuses == {"q-0001": "approved", "s-0004": "rejected"}
        assert desk.open == "q-0002"
        assert "Approuvée" in desk.notice


async def test_one_may_leave_a_changed_file_alone(path):
    async with seated(path) as desk:
        Review(Shelf(path)).decide("reject")
        await desk.press("a", "escape")
        assert desk.statuses == {"q-0001": "rejected"}
        assert "· brouillon" in desk.screen
        assert "n’est pas enregistrée" in desk.notice


async def test_a_card_that_was_changed_is_not_decided_on_unseen(path):
    async with seated(path, lang="en") as desk:
        new = replace(NEWS.cards[0], question=Bilingual("Autre question\u202f?"))
        write_deck(path, replace(NEWS, cards=(new, *NEWS.cards[1:])))
        await desk.press("a", "enter")
        assert desk.statuses == {}
        assert desk.open == "q-0001"
        assert "Autre question" in desk.screen
        assert "changed meanwhile" in desk.notice


async def test_decisions_a_rebuild_lost_come_back_with_the_reload(path):
    async with seated(path) as desk:
        await desk.press("a", "a")
        write_deck(path, NEWS)
        await desk.press("r", "r")
        assert desk.statuses == {"q-0001": "approved", "q-0002": "approved", "s-0003": "rejected"}
        assert "remises" in desk.notice


async def test_a_file_that_has_gone_is_written_again_if_wanted(path):
    async with seated(path) as desk:
        await desk.press("a")
        path.unlink()
        await desk.press("a")
        assert "n’est plus là" in desk.screen
        await desk.press("r")
        assert desk.statuses == {"q-0001": "approved", "q-0002": "approved"}


async def test_a_file_that_is_no_deck_any_more_is_named_and_left(path):
    async with seated(path) as desk:
        path.write_text("[]")
        await desk.press("a", "r")
        assert "n’est pas un jeu de cartes" in desk.notice.replace("\u00a0", " ")
        assert path.read_text() == "[]"


async def test_a_folder_that_cannot_be_written_is_named(path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    async with seated(path) as desk:
        with monkeypatch.context() as broken:
            broken.setattr("os.fsync", full)
            await desk.press("a")
        assert "No space left" in desk.notice
        assert desk.statuses == {}
        assert desk.open == "q-0001"
        await desk.press("a")
        assert desk.statuses == {"q-0001": "approved"}


# As pictures


def test_picture_at_80_by_24(path, snap_compare):
    app = desk_app(path)

    async def before(pilot):
        await pilot.press("a")

    assert snap_compare(app, terminal_size=(80, 24), run_before=before)


def test_picture_of_two_columns(path, snap_compare):
    cards = tuple(
        decide(one, name).after if name else one
        for one, name in zip(NEWS.cards, ["approve", None, "reject", None, None, None], strict=True)
    )
    app = desk_app(path, replace(NEWS, cards=cards), lang="en")
    assert snap_compare(app, terminal_size=(140, 40))


@pytest.mark.parametrize("key", ["a", "r", "e"])
async def test_a_deck_that_comes_with_the_program_is_read_and_not_changed(path, monkeypatch, key):
    async with seated(path) as desk:
        monkeypatch.setattr(paths, "PACKAGE", path.parent)
        before = path.read_bytes()
        await desk.press(key)
        assert "livré avec le programme et reste tel quel" in desk.notice
        assert path.read_bytes() == before
        assert desk.open == "q-0001"
