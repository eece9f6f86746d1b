"""The screens beside the sitting: a card, the statistics, the settings, the help, the palette."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, date
from math import ceil
from pathlib import Path

import pytest

from quiz.english.providers import NAMES
from quiz.errors import QuizError
from quiz.language import Lang, Words, catalogue
from quiz.settings import Settings, load
from quiz.study.insight import CardPast, Point
from quiz.study.stats import stats
from quiz.tui import charts, keymap, ownkeys, setting_pages
from quiz.tui.browse_pages import Speech
from quiz.tui.card_pages import _curve
from quiz.tui.looks import PALETTES
from quiz.tui.screens.statistics import StatisticsScreen
from quiz.tui.stat_pages import PAGES, stat_page
from quiz.typography import french
from tests.tui.samples import NOW, QUOTE
from tests.tui.seat import Learner, make, seated
from tests.tui.terminal import Terminal

# A card


async def test_a_card_that_was_never_asked_says_so(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        shown = await learner.press("b", "enter")
        assert "jamais demandée" in shown
        assert "Comment elle s’oublie" not in shown
        assert "maire de la ville depuis 2014" in (await _read_to_the_end(learner))


async def test_a_card_tells_its_memory_its_fading_and_every_answer(tmp_path: Path) -> None:
    async with seated(tmp_path, past=6, size=(80, 90)) as learner:
        await learner.press("b", "enter")
        shown = learner.text
        answers = [event for event in learner.app.history.log(QUOTE.id) if event.kind == "review"]
        assert len(answers) >= 3
        for said in ("Ce qui est retenu", "stabilité", "difficulté", "Comment elle s’oublie", "Son histoire"):
            assert said in shown
        assert shown.count(" · bien · →") + shown.count(" · à revoir · →") + shown.count(" · difficile · →") == len(
            answers
        )
        assert "« Marc Teyssier »" in shown or all(event.answer.verdict == "right" for event in answers if event.answer)
        assert any(0x2800 < ord(char) < 0x2900 for char in shown)


async def test_what_was_taken_back_is_not_in_the_history_of_a_card(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("b", "enter", "s", "u")
        assert "suspendue" not in await _read_to_the_end(learner)
        await learner.press("s")
        assert "• suspendue" in await _read_to_the_end(learner)


async def test_the_english_of_a_card_at_a_key(tmp_path: Path) -> None:
    async with seated(tmp_path, size=(80, 40)) as learner:
        await learner.press("b", "enter")
        assert "money pit" not in learner.text
        assert "money pit" in (await learner.press("t"))


async def _read_to_the_end(learner: Learner) -> str:
    """The page of a card from its top to its end, each line once."""
    lines: list[str] = []
    await learner.press("home")
    for _ in range(12):
        lines += [line for line in learner.screen.splitlines()[3:-3] if line not in lines]
        await learner.press("pagedown")
    return " ".join(" ".join(lines).replace("▎", " ").split())


# Drawings


def test_a_curve_is_as_wide_and_high_as_asked_and_falls_where_its_values_do() -> None:
    lines = charts.curve([1.0, 1.0, 0.5, 0.5, 0.0, 0.0], {0: "0 %", 1: "100 %"}, {3: "now"}, cells=12, rows=4)
    assert [len(line) for line in lines] == [charts.SCALE + 12] * 6
    assert lines[0].startswith("100 %┤")
    assert lines[3].startswith("  0 %┤")
    assert lines[0][charts.SCALE] != " "
    assert lines[0][-1] == " "
    assert lines[3][-1] != " "
    assert "now" in lines[5]


def test_columns_stand_on_whole_cells_also_wider_than_the_terminal() -> None:
    lines = charts.columns([7] * 50, {0: "today", 49: "last"}, rows=3, step=4)
    assert lines[0] == "    7┤" + "███ " * 50
    assert [line[charts.SCALE :] for line in lines[1:3]] == ["███ " * 50] * 2
    assert "today" in lines[4]
    assert charts.columns([0, 0], {}, rows=2, step=1)[0].strip() == "0┤"


def test_what_is_more_than_nothing_is_seen() -> None:
    lines = charts.columns([0, 1, 1000], {}, rows=2, step=1)
    assert [line[charts.SCALE :] for line in lines[:2]] == ["  █", " ▄█"]
    assert charts.bars([1, 0, 1000], 1000, 10) == ["━", "", "━" * 10]
    assert [charts.shade(n, 8) for n in (0, 1, 3, 5, 7, 8, 99)] == ["·", "░", "▒", "▓", "█", "█", "█"]


# Statistics


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_every_page_of_the_statistics_can_be_read(tmp_path: Path, lang: Lang, size: tuple[int, int]) -> None:
    say = Words(lang, "screens").say
    async with seated(tmp_path, size=size, lang=lang, past=40) as learner:
        await learner.press("s")
        for at, page in enumerate(PAGES, start=1):
            assert say(f"stats.{page}") in learner.screen
            assert say("stats.place", at=at, n=len(PAGES)) in learner.screen
            if size != (40, 12):
                assert not learner.app.screen.sheet.overflows, page  # type: ignore[attr-defined]
            await learner.press("right")
        assert say("stats.place", at=1, n=len(PAGES)) in learner.screen


def test_drawings_and_their_scales_are_whole_at_every_width(tmp_path: Path) -> None:
    app = make(tmp_path, past=5)
    figures = stats(app.history, app.decks, NOW, app.limits)
    figures["hours"][9]["answered"] = 1372
    speech = Speech("fr", Words("fr", "screens"), Words("fr", "tui"), NOW, app.zone)
    for width in (36, 46, 60, 76, 88):
        for name in ("coming", "year", "hours"):
            page = stat_page(name, figures, speech, today=date(2025, 3, 11), width=width, room=17)
            lines = ["".join(part.text for part in block.runs) for block in page]
            assert not any("…" in line for line in lines), (name, width)
            if name == "hours":
                assert any(line.lstrip().startswith("1372┤") for line in lines)
                assert any(line.split() == ["0", "6", "12", "18"] or "21" in line.split() for line in lines)
    app.history.close()


def test_the_numbers_are_those_of_the_command_line(tmp_path: Path) -> None:
    app = make(tmp_path, past=40)
    figures = json.loads(json.dumps(stats(app.history, app.decks, NOW, app.limits)))
    speech = Speech("fr", Words("fr", "screens"), Words("fr", "tui"), NOW, app.zone)

    def said(page: str) -> str:
        blocks = stat_page(page, figures, speech, today=date(2025, 3, 11), width=76, room=30)
        return " ".join("".join(run.text for run in block.runs) for block in blocks).replace("\u00a0", " ")

    month = next(month for month in figures["months"] if month["answered"])
    assert f"{month['right']} sur {month['answered']}" in said("kept")
    assert f"{sum(figures['heatmap'].values())} réponses en un an" in said("year")
    assert f"{sum(figures['forecast'].values())} en trente" in said("coming")
    assert f"prennent {ceil(figures['median_seconds'])} s au plus" in said("times")
    for row in figures["times"]:
        assert f"{row['answers']}  {round(100 * row['answers'] / figures['reviews'])} %" in said("times")
    for row in figures["sources"]:
        assert f"{row['answered']}" in said("places")
    for row in figures["speakers"]:
        assert row["name"] in said("weak")
    app.history.close()


def test_the_weak_page_says_where_there_are_too_few_answers_to_tell(tmp_path: Path) -> None:
    app = make(tmp_path, past=1)
    figures = stats(app.history, app.decks, NOW, app.limits)
    speech = Speech("fr", Words("fr", "screens"), Words("fr", "tui"), NOW, app.zone)

    def said(judged: int) -> str:
        shown = figures | {"speakers": [], "attributes": [], "judged": {"speakers": judged, "attributes": judged}}
        blocks = stat_page("weak", shown, speech, today=date(2025, 3, 11), width=76, room=30)
        return " ".join("".join(run.text for run in block.runs) for block in blocks)

    assert said(0).count("Pas encore assez de réponses pour le dire.") == 2
    assert said(1).count("Rien de faible ici.") == 2
    app.history.close()


@pytest.mark.parametrize(
    ("planned", "ruler"), [(90, r"↑ maintenant +dans 3 mois ↑$"), (1, r"↑ \d+ janvier 2025 .*↑ maintenant$")]
)
def test_the_curve_of_a_card_says_how_long_it_is(planned: float, ruler: str) -> None:
    speech = Speech("fr", Words("fr", "screens"), Words("fr", "tui"), NOW, UTC)
    past = CardPast(None, (), (), 0.9, tuple(Point(days, 0.9) for days in (0.0, 45.0, 45.0 + planned)), 45.0)
    lines = ["".join(part.text for part in block.runs) for block in _curve(past, speech, width=76)]
    assert any(re.search(ruler, line.replace("\u00a0", " ").rstrip()) for line in lines), lines


async def test_statistics_without_an_answer_say_so(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("s")
        assert "Aucune carte n’est prévue" in learner.text
        await learner.press("2")
        assert "Rien à compter encore" in learner.text


async def test_a_digit_turns_to_its_page(tmp_path: Path) -> None:
    async with seated(tmp_path, past=3) as learner:
        await learner.press("s", "4")
        assert isinstance(learner.app.screen, StatisticsScreen)
        assert "Le temps d’une réponse" in learner.screen


# Settings


async def test_what_is_set_holds_at_once_and_is_kept(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("o", "right")
        assert learner.settings.new == 25
        assert learner.app.limits.new == 25
        await learner.press("down", "down", "left", "left")
        assert learner.settings.retention == 0.88
        assert learner.app.limits.retention == 0.88


async def test_the_language_changes_under_the_learner(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("o", "down", "down", "down", "left")
        assert learner.settings.lang == "en"
        assert "Settings" in learner.screen
        assert "Good day" in await learner.press("q")


async def test_changes_are_undone_row_by_row(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("o", "right", "right", "down", "right", "u")
        assert "Annulé : Révisions par jour" in learner.screen
        assert learner.settings == Settings(new=30)
        await learner.press("u")
        assert learner.settings == Settings()
        assert "Rien à annuler" in await learner.press("u")


async def test_the_usual_value_at_a_key(tmp_path: Path) -> None:
    async with seated(tmp_path, settings=Settings(new=77)) as learner:
        await learner.press("o", "delete")
        assert learner.settings.new == 20


async def test_colours_stay_for_the_next_time(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("c")
        assert learner.settings.theme == "papier"
    async with seated(tmp_path, settings=load(tmp_path / "home")) as learner:
        assert learner.app.theme == "papier"


async def test_settings_that_cannot_be_kept_hold_and_say_so(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        (learner.home / "settings.json").mkdir()
        (learner.home / "settings.json.old" / "full").mkdir(parents=True)  # so it cannot be moved out of the way either
        await learner.press("o", "right")
        assert "settings.json" in learner.text.replace(" ", "")
        assert "✗" in learner.screen
        assert learner.app.limits.new == 25


def test_every_setting_goes_through_all_its_values_and_back() -> None:
    for row in setting_pages.ROWS:
        settings = Settings()
        for _ in row.values or ():
            settings = setting_pages.stepped(settings, row, 1)
        assert settings == Settings() or not row.values, row.name
    low = Settings(new=0, reviews=0, retention=0.7)
    for row in setting_pages.ROWS[:3]:
        assert setting_pages.stepped(low, row, -1) == low
    assert set(setting_pages.PROVIDERS) == {None, *NAMES}
    assert {row.name for row in setting_pages.ROWS if row.name == "theme"}
    assert set(PALETTES) < set(next(row for row in setting_pages.ROWS if row.name == "theme").values)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_value_has_a_name(lang: Lang) -> None:
    words = Words(lang, "screens")
    for row in setting_pages.ROWS:
        settings = Settings()
        for _ in row.values:
            assert setting_pages.value_in_words(settings, row, words, {})
            if row.name in ("lang", "theme", "provider"):
                assert words.has(f"settings.{row.name}-{getattr(settings, row.name)}")
            settings = setting_pages.stepped(settings, row, 1)


# Keys


def written(folder: Path, text: str) -> Path:
    (folder / "keys.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_learners_own_keys(tmp_path: Path) -> None:
    keys = ownkeys.read(written(tmp_path, 'undo = "z"\nhint = ["i", "Ctrl+Y"]\nbury = "y"\n'))
    assert keys.command("choice", "z", "z") == "undo"
    assert keys.command("choice", "Z", "Z") == "undo"
    assert keys.command("choice", "u", "u") is None
    assert keys.command("choice", "f4", None) == "undo"  # function keys stay


def test_no_file_leaves_the_usual_keys(tmp_path: Path) -> None:
    assert ownkeys.read(tmp_path) is keymap.USUAL


@pytest.mark.parametrize(
    ("text", "key", "named"),
    [
        ("undo = ", "keys-line", "ligne 1"),
        ('# mine\nundo = "z"\nhint = i\n', "keys-line", "ligne 3"),
        ('undo = "z"\nhint = "i', "keys-line", "ligne 2"),
        ('fly = "z"', "keys-unknown", "fly"),
        ('undo = "zz"', "keys-key", "zz"),
        ('undo = "1"', "keys-key", "1"),
        ('undo = "é"', "keys-key", "é"),  # a digit on AZERTY
        ("undo = 7", "keys-key", "7"),
        ("undo = []", "keys-key", "[]"),
        ('undo = "ctrl+q"', "keys-key", "ctrl+q"),
        ('undo = "h"', "keys-clash", "hint"),
        ('undo = "z"\nhint = "z"', "keys-clash", "z"),
    ],
)
def test_a_file_of_keys_that_cannot_be_is_refused_by_name(tmp_path: Path, text: str, key: str, named: str) -> None:
    with pytest.raises(QuizError) as error:
        ownkeys.read(written(tmp_path, text))
    assert error.value.key == key
    said = Words("fr", "errors").say_raw(key).format(**error.value.details)
    assert "keys.toml" in said
    assert named in said


def test_a_file_of_keys_that_cannot_be_leaves_the_usual_keys_and_is_told(tmp_path: Path) -> None:
    keys, wrong = ownkeys.read_or_usual(written(tmp_path, 'undo = "h"'))
    assert keys is keymap.USUAL
    assert wrong is not None
    assert "autre touche à «\u00a0hint\u00a0»" in wrong.sentence("fr")
    assert ownkeys.read_or_usual(written(tmp_path, 'undo = "z"'))[1] is None


async def test_what_is_wrong_with_a_file_is_on_the_first_home_screen(tmp_path: Path) -> None:
    async with seated(tmp_path, notice="keys.toml : la ligne 3 cloche.") as learner:
        assert "la ligne 3 cloche." in learner.screen


def test_two_keys_can_be_exchanged(tmp_path: Path) -> None:
    keys = ownkeys.read(written(tmp_path, 'undo = "h"\nhint = "u"'))
    assert keys.command("choice", "h", "h") == "undo"
    assert keys.command("choice", "u", "u") == "hint"


async def test_own_keys_work_and_are_shown(tmp_path: Path) -> None:
    keys = ownkeys.read(written(tmp_path, 'browse = "x"'))
    async with seated(tmp_path, keys=keys) as learner:
        assert "x cartes" in learner.screen
        assert "Toutes les cartes" in await learner.press("question_mark")
        assert any(line.split()[:3] == ["│", "x", "F2"] for line in learner.screen.splitlines())
        await learner.press("escape", "b")
        assert "Bonjour" in learner.screen
        assert "6 cartes" in await learner.press("x")


def test_letters_of_a_learners_own_are_typed_where_one_types(tmp_path: Path) -> None:
    keys = ownkeys.read(written(tmp_path, 'hint = ["i", "ctrl+k"]'))
    assert keys.command("typed", "i", "i") is None
    assert keys.command("typed", "ctrl+k", None) == "hint"


# Help and palette


@pytest.mark.parametrize("place", [place for place in keymap.KEYS if place != "help"])
def test_the_help_names_every_command_of_every_place(place: keymap.Place) -> None:
    from quiz.tui.help_pages import _SECTION_OF, _SECTIONS

    where, rows = _SECTIONS[_SECTION_OF.get(place, place)]
    named = {command.removeprefix("↑ ↓ ") for command, _ in rows} | {row for row, _ in _SECTIONS["anywhere"][1]}
    moves = {"up", "down", "page-up", "page-down", "top", "bottom", "next", "previous", "more", "less", "go"}
    assert set(keymap.KEYS[where].values()) - moves - {"leave", "hint"} <= named | moves


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_the_palette_finds_a_command_by_its_name(tmp_path: Path, lang: Lang) -> None:
    words = Words(lang, "tui")
    async with seated(tmp_path, lang=lang) as learner:
        await learner.press("ctrl+p")
        await learner.app.workers.wait_for_complete()
        assert words.say("palette.placeholder").replace("\u202f", " ") in learner.screen
        await learner.press(*words.say("palette.settings"))
        await learner.app.workers.wait_for_complete()
        await learner.press("enter", "enter")
        await learner.pilot.pause()
        assert Words(lang, "screens").say("settings.kept") in learner.screen


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_palette_has_a_name_for_every_command(lang: Lang) -> None:
    from quiz.tui.palette import _SILENT

    words = Words(lang, "tui")
    for table in keymap.KEYS.values():
        for command in set(table.values()) - _SILENT:
            assert words.has(f"palette.{command}"), command


# Words


def test_both_languages_say_the_same_of_these_screens() -> None:
    ours, theirs = catalogue("fr", "screens"), catalogue("en", "screens")
    assert ours.keys() == theirs.keys()
    for key, sentence in ours.items():
        assert french(sentence) == sentence, key
        assert "'" not in sentence, key


# A window of no size


@pytest.mark.parametrize(
    "keys",
    [
        ("b",),
        ("b", "f"),
        ("b", "slash", "t"),
        ("b", "enter"),
        ("b", "e"),
        ("s", "2"),
        ("o", "down"),
        ("question_mark",),
    ],
    ids=["browse", "filter", "search", "card", "editor", "statistics", "settings", "help"],
)
async def test_a_window_shrunk_to_nothing_says_so_and_loses_nothing(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with seated(tmp_path, past=3) as learner:
        before = await learner.press(*keys)
        standings = learner.app.history.standings()
        for size in ((1, 1), (2, 1), (30, 5), (300, 2)):
            await learner.pilot.resize_terminal(*size)
            await learner.press("s", "r", "exclamation_mark", "right")
        await learner.pilot.resize_terminal(80, 24)
        await learner.pilot.pause()
        assert learner.app.is_running
        if keys[-1] not in ("f", "question_mark", "e", "t"):  # those take any key
            assert learner.screen == before
        assert learner.app.history.standings() == standings
        assert learner.settings == Settings()


def test_a_file_of_keys_that_cannot_be_is_told_on_the_home_screen_and_keeps_nobody_from_playing(tmp_path: Path) -> None:
    home = written(tmp_path, 'fly = "z"')
    command = ["env", f"QUIZ_HOME={home}", sys.executable, "-m", "quiz", "play", "--lang", "en"]
    with Terminal(command) as terminal:
        terminal.until("usual keys")
        terminal.send("q")
        assert terminal.close() == 0
        said = terminal.raw.decode()
    assert "keys.toml" in said
    assert "“fly” is no action" in said
    assert "Traceback" not in said


async def test_the_desk_takes_the_colours_that_were_chosen_and_keeps_its_own(tmp_path: Path) -> None:
    from quiz.deck_format import write_deck
    from quiz.deck_shelf import Shelf
    from quiz.tui.desk.review import Review
    from quiz.tui.desk.window import DeskApp
    from quiz.tui.setup import Setup
    from tests.tui.samples import TRAMWAY

    write_deck(tmp_path / "deck.json", TRAMWAY)
    setup = Setup(Settings(theme="papier", new=7), tmp_path)
    app = DeskApp(Review(Shelf(tmp_path / "deck.json")), lang="fr", setup=setup)
    async with app.run_test() as pilot:
        assert app.theme == "papier"
        await pilot.press("c")
        await pilot.pause()
        assert load(tmp_path).theme == app.theme == "contraste"
