"""Whole sittings, key by key, on a screen that is not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from quiz.deck import Card, Deck, Source
from quiz.language import Lang, Words
from quiz.study.session import Limits
from tests.tui.conftest import MakeApp, Watch, screen_text
from tests.tui.samples import CLOZE, DECKS, FLIP, HIVES, LONG, NOW, QUOTE, SHARE, SOURCES, SPEAKER, TRAMWAY, TRUE_FALSE

QUOTE_DECK = Deck("q", TRAMWAY.title, SOURCES, (QUOTE,))
LONG_DECK = Deck("l", TRAMWAY.title, SOURCES, (LONG,))
SHARE_DECK = Deck("s", TRAMWAY.title, SOURCES, (SHARE,))


def right_key(text: str, answer: str) -> str:
    """The digit in front of an answer on screen."""
    line = next(
        line for line in text.splitlines() if line.strip()[1:].strip().startswith(answer) and line.strip()[0].isdigit()
    )
    return line.strip()[0]


async def press(pilot: Pilot[int], *keys: str) -> str:
    """Press keys and give what is on screen then."""
    await pilot.press(*keys)
    await pilot.pause()
    return screen_text(pilot.app)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_from_home_to_summary_and_home_again(make_app: MakeApp, lang: Lang) -> None:
    say = Words(lang, "tui").say
    app = make_app(lang, decks=(QUOTE_DECK,))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert say("home.waiting", n=1) in screen_text(app)
        asked = await press(pilot, "enter")
        assert {"fr": "Qui a dit", "en": "Who said"}[lang] in asked
        answered = await press(pilot, right_key(asked, "Odile Fabre"))
        assert "✓ " + say("feedback.right") in answered
        assert "maire de la ville depuis 2014" in answered.replace("\n  ▎", "")
        assert say("date.day", day=7, month=say("date.months").split(",")[2], year=2025) in answered.replace(
            "\u00a0", " "
        )
        # A new card answered right is asked once more in the same sitting; the second time ends it.
        asked = await press(pilot, "enter")
        await press(pilot, right_key(asked, "Odile Fabre"))
        summary = await press(pilot, "enter")
        assert say("summary.title") in summary
        assert say("summary.score", n=2, total=2) in summary
        home = await press(pilot, "enter")
        assert say("home.nothing").split(":")[0] in home


async def test_azerty_keys_without_shift_choose_at_once(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        asked = await press(pilot, "enter")
        key = {"1": "&", "2": "é", "3": '"'}[right_key(asked, "Odile Fabre")]
        answered = await press(pilot, {"&": "ampersand", '"': "quotation_mark"}.get(key, key))
        assert "Bonne réponse" in answered


async def test_arrows_and_enter_choose_too(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        asked = await press(pilot, "enter")
        moved = await press(pilot, *["down"] * int(right_key(asked, "Odile Fabre")))
        assert any(line.strip().startswith("›") and "Odile Fabre" in line for line in moved.splitlines())
        assert "Bonne réponse" in await press(pilot, "enter")


async def test_a_click_chooses_a_choice_a_grade_and_a_key(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        row = next(y for y, line in enumerate(asked.splitlines()) if "Odile Fabre" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        answered = screen_text(app)
        assert "Bonne réponse" in answered
        y, line = next((y, line) for y, line in enumerate(answered.splitlines()) if "difficile" in line)
        await pilot.click(offset=(line.index("difficile"), y))
        await pilot.pause()
        assert "▸2 difficile" in screen_text(app)
        y, line = next((y, line) for y, line in enumerate(answered.splitlines()) if "annuler" in line)
        await pilot.click(offset=(line.index("annuler"), y))
        await pilot.pause()
        assert "la question est de retour" in screen_text(app)


async def test_wrong_keys_do_nothing(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        asked = await press(pilot, "enter")
        assert await press(pilot, "4", "9", "0", "y", "%", "tab", "shift+tab", "backspace", "delete", "enter") == asked
        answered = await press(pilot, right_key(asked, "Odile Fabre"))
        assert await press(pilot, "5", "y", "f2", "h", "tab") == answered


async def test_a_key_held_down_does_not_grade_its_own_answer(make_app: MakeApp) -> None:
    watch = Watch()
    app = make_app(decks=(QUOTE_DECK,), watch=watch)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        watch.step = 0.05
        answered = await press(pilot, "1", "1", "1", "1", "2", "2")
        watch.step = 2.0
        assert answered == await press(pilot, "y")
        current = "▸1" if "▸1" in answered else "▸3"
        assert current in answered
        assert "▸2 difficile" in await press(pilot, "2")


async def test_the_grade_is_overruled_and_taken_back_with_its_answer(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        asked = await press(pilot, "enter")
        answered = await press(pilot, right_key(asked, "Odile Fabre"))
        assert "▸3 bien" in answered
        graded = await press(pilot, "4")
        assert "▸4 facile" in graded
        assert "Notée « facile »" in graded.replace("\u00a0", " ")
        undone = await press(pilot, "u")
        assert "la question est de retour" in undone
        assert app.history.memory("q-0001") is None


async def test_english_is_shown_with_its_origin_or_said_to_be_missing(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        shown = await press(pilot, "t")
        assert "Who said" in shown
        assert "(anglais relu)" in shown
        assert "Who said" not in await press(pilot, "t")
        answered = await press(pilot, "1")
        assert "delighted" not in answered
        assert "says a delighted" in (await press(pilot, "t")).replace("\n  ▎     ", " ")
    app = make_app(decks=(Deck("b", HIVES.title, SOURCES, (TRUE_FALSE,)),))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        shown = await press(pilot, "t")
        assert "Pas d’anglais pour ce texte" in shown
        assert "· False" in shown


async def test_help_before_answering_makes_the_grade_hard(make_app: MakeApp) -> None:
    for key in ("t", "h"):
        app = make_app(decks=(QUOTE_DECK,))
        async with app.run_test() as pilot:
            await press(pilot, "enter")
            asked = await press(pilot, key)
            answered = await press(pilot, right_key(asked, "Odile Fabre"))
            assert "▸2 difficile" in answered, key
            await press(pilot, "u")


async def test_hints_strike_out_and_say_when_there_are_no_more(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert "Indice" in await press(pilot, "h")
        assert "Pas d’autre indice." in await press(pilot, "h")


async def test_a_typed_answer_takes_letters_and_function_keys_help(make_app: MakeApp) -> None:
    app = make_app(decks=(SHARE_DECK,))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        typed = await press(pilot, *"quht?1")
        assert "quht?1" in typed
        assert "Les touches" not in typed
        assert "Indice" in await press(pilot, "f2")
        assert "What share" in await press(pilot, "f3")
        assert "Les touches" in await press(pilot, "f1")
        assert "Les touches" not in await press(pilot, "x")
        await press(pilot, *["backspace"] * 6)
        answered = await press(pilot, *"44", "enter")
        assert "Bonne réponse" in answered
        assert "▸2 difficile" in answered
        asked = await press(pilot, "f4")
        assert "la question est de retour" in asked


async def test_ctrl_keys_do_what_function_keys_do(make_app: MakeApp) -> None:
    app = make_app(decks=(SHARE_DECK,))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert "What share" in await press(pilot, "ctrl+t")
        assert "Indice" in await press(pilot, "ctrl+n")
        assert "Les touches" in await press(pilot, "ctrl+g")
        await press(pilot, "escape")
        assert "Rien à annuler" in await press(pilot, "ctrl+z")
        assert "Une carte vous attend" in await press(pilot, "ctrl+q")


async def test_accents_and_pasted_no_break_spaces_arrive(make_app: MakeApp) -> None:
    app = make_app(decks=(Deck("b", HIVES.title, SOURCES, (SPEAKER,)),))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert "Bonne réponse" in await press(pilot, *"Élodie Marchançon", "enter")
    app = make_app(decks=(Deck("c", HIVES.title, SOURCES, (CLOZE,)),))
    async with app.run_test() as pilot:
        from textual import events

        await press(pilot, "enter")
        app.screen.query_one("Answer").post_message(events.Paste("1\u202f200\n"))
        assert "Bonne réponse" in await press(pilot, "enter")


async def test_pasted_lines_come_with_a_space_between_them(make_app: MakeApp) -> None:
    from textual import events

    app = make_app(decks=(Deck("b", HIVES.title, SOURCES, (SPEAKER,)),))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        app.screen.query_one("Answer").post_message(events.Paste("Élodie\r\n  Marchançon\r\n"))
        await pilot.pause()
        assert "Élodie Marchançon" in screen_text(app)


async def test_what_was_typed_stands_under_what_was_expected(make_app: MakeApp) -> None:
    app = make_app(decks=(Deck("b", HIVES.title, SOURCES, (SPEAKER,)),))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        answered = (await press(pilot, *"Amélie Marchandon", "enter")).splitlines()
        expected = next(line for line in answered if "La réponse" in line)
        typed = next(line for line in answered if "Vous aviez écrit" in line)
        assert expected.index("Marchan") == typed.index("Marchan")


async def test_nothing_typed_asks_before_it_counts_as_a_pass(make_app: MakeApp) -> None:
    app = make_app(decks=(SHARE_DECK,))
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        assert "Entrée encore une fois" in (await press(pilot, "enter")).replace("\n ", "")
        answered = await press(pilot, "enter")
        assert "✗" in answered
        assert "44\u00a0%" in answered


async def test_the_cloze_shows_its_blank_then_its_answer(make_app: MakeApp) -> None:
    app = make_app(decks=(Deck("c", HIVES.title, SOURCES, (CLOZE,)),))
    async with app.run_test() as pilot:
        assert "jusqu’à ________ par minute" in await press(pilot, "enter")
        answered = await press(pilot, *"7", "enter")
        assert "________" not in answered
        assert answered.count("1\u202f200") == 3


async def test_a_card_that_is_flipped_is_judged_by_the_learner(make_app: MakeApp) -> None:
    app = make_app(decks=(Deck("v", HIVES.title, SOURCES, (FLIP,)),), limits=Limits(limit=1))
    async with app.run_test() as pilot:
        asked = await press(pilot, "enter")
        assert "la planche d’envol" in asked
        assert "landing" not in asked
        shown = await press(pilot, "enter")
        assert "the landing board" in shown
        assert "Bonne réponse" not in shown
        assert "▸1 à revoir" in await press(pilot, "1")
        assert "0 bonne réponse sur 1" in await press(pilot, "enter")


async def test_other_articles_of_one_title_are_named_once(make_app: MakeApp) -> None:
    sources = (*SOURCES, *(Source(f"a{n}", f"a{n}.txt", "Le rail", "2025-03-07", str(n) * 64) for n in (2, 3, 4)))
    also = tuple(replace(QUOTE.evidence, source=name) for name in ("a2", "a3", "abeilles", "a4"))
    app = make_app(decks=(Deck("q", TRAMWAY.title, sources, (replace(QUOTE, also=also),)),))
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "enter")
        shown = (await press(pilot, "1")).replace("\u00a0", " ")
        assert "« Le rail », 7 mars 2025 (× 3)" in shown
        assert shown.count("Le rail") == 1
        assert "Des capteurs" in shown


async def test_a_long_quotation_and_its_choices_are_all_in_sight_at_80_by_24(make_app: MakeApp) -> None:
    app = make_app(decks=(LONG_DECK,))
    async with app.run_test(size=(80, 24)) as pilot:
        for shown in (await press(pilot, "enter"), await press(pilot, "t")):
            assert "Le tramway de Nérac · 7\u00a0mars 2025" in shown
            for words in ("Nous avons compté", "un peu plus tard", "Odile Fabre", "Inès Caradec", "Marc Teyssier"):
                assert words in shown
        answered = await press(pilot, "1")
        assert "7\u00a0mars 2025" in answered
        assert "Marc Teyssier" in answered


async def test_what_does_not_fit_scrolls(make_app: MakeApp) -> None:
    app = make_app(decks=(LONG_DECK,))
    async with app.run_test(size=(60, 16)) as pilot:
        await press(pilot, "enter")
        answered = await press(pilot, "1")
        assert "lire" in answered
        assert "dix ans plus tard" not in answered
        assert "dix ans plus tard" in await press(pilot, "end")
        assert await press(pilot, "home") == answered


async def test_leaving_in_the_middle_keeps_everything_and_can_be_taken_up_again(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        await press(pilot, "1")
        left = await press(pilot, "q")
        assert "Séance interrompue" in left
        assert "Tout est enregistré" in left
        assert "sur 1" in left
        resumed = await press(pilot, "enter")
        assert "question 2" in resumed
    assert len(list(app.history.log())) == 1


@pytest.mark.parametrize(
    ("lang", "cram", "ordinary"),
    [("fr", "un entraînement recommence du début", "reprendre plus tard"), ("en", "starts over", "come back later")],
)
async def test_a_practice_broken_off_promises_no_way_back(
    make_app: MakeApp, lang: Lang, cram: str, ordinary: str
) -> None:
    for practising, said, unsaid in ((True, cram, ordinary), (False, ordinary, cram)):
        app = make_app(lang=lang, cram=practising)
        async with app.run_test(size=(100, 30)) as pilot:
            shown = " ".join((await press(pilot, "enter", "1", "enter", "escape")).split())
            assert said in shown
            assert unsaid not in shown


async def test_undo_works_on_the_summary_and_says_when_there_is_nothing(make_app: MakeApp) -> None:
    app = make_app(decks=(QUOTE_DECK,), limits=Limits(limit=1))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "1")
        assert "Séance terminée" in await press(pilot, "enter")
        assert "la question est de retour" in await press(pilot, "u")
        assert "Rien à annuler" in await press(pilot, "u")
        assert "Une carte vous attend" in await press(pilot, "q")


@pytest.mark.parametrize("size", [(80, 24), (50, 14)])
async def test_home_tells_decks_of_one_title_apart_and_counts_a_shared_card_once(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    march = replace(TRAMWAY, path=Path("decks/nouvelles-du-tramway-mars.json"))
    april = Deck("a", TRAMWAY.title, SOURCES, (QUOTE, CLOZE), path=Path("decks/nouvelles-du-tramway-avril.json"))
    app = make_app(decks=(march, april))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows = [line for line in screen_text(app).splitlines() if "Ville" in line]
        assert "mars " in rows[0]
        assert "avril " in rows[1]
        if size[0] == 80:
            together = next(line for line in screen_text(app).splitlines() if "Tous les jeux" in line)
            assert together.split()[-1] == "4"


async def test_home_says_what_comes_when_nothing_is_due_and_offers_practice(make_app: MakeApp) -> None:
    app = make_app(limits=Limits(new=0), decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        await pilot.pause()
        home = screen_text(app)
        assert "tout est à jour" in home
        assert "s’entraîner" in home
        assert "Rien à revoir dans ce jeu" in await press(pilot, "enter")
        practice = await press(pilot, "p")
        assert "entraînement" in practice
        answered = await press(pilot, "1")
        assert "ne change pas le calendrier" in answered
        assert "difficile" not in answered


async def test_one_deck_can_be_chosen(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "down", "down", "down")
        assert "Ruches connectées" in (await press(pilot, "enter")).splitlines()[0]


async def test_no_deck_at_all_is_a_sentence(make_app: MakeApp) -> None:
    app = make_app(decks=())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Aucune carte" in screen_text(app)
        await press(pilot, "enter", "p", "down", "1")
        await press(pilot, "q")
    assert app.return_code in (0, None)


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "1"), ("enter", "1", "q"), ("enter", "question_mark")])
async def test_any_window_is_survived(make_app: MakeApp, keys: tuple[str, ...]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        before = screen_text(app)
        for size in ((30, 8), (1, 1), (39, 24), (80, 5), (300, 100), (40, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            text = screen_text(app)
            if size in ((39, 24), (30, 8)) and "question_mark" not in keys:
                assert "trop petite" in text.replace("\n ", ""), size
        assert before == text


@pytest.mark.parametrize("card", [QUOTE, SHARE])
async def test_a_question_that_cannot_be_seen_is_not_answered(make_app: MakeApp, card: Card) -> None:
    app = make_app(decks=(Deck("d", TRAMWAY.title, SOURCES, (card,)),))
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        hidden = await press(pilot, "1", "&", "down", "enter", "h", "enter", "enter")
        assert "trop petite" in hidden
        assert "Les touches" in await press(pilot, "f1")
        await press(pilot, "x")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert asked == screen_text(app)
        if card is SHARE:
            await press(pilot, *"44", "enter")
        else:
            await press(pilot, right_key(asked, "Odile Fabre"))
        assert "Bonne réponse" in screen_text(app)


async def test_the_head_counts_the_cards_to_finish_and_its_rule_never_shrinks(make_app: MakeApp) -> None:
    app = make_app(decks=(TRAMWAY,))
    filled, left = [0], [4]
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await press(pilot, "enter")
        while getattr(app.screen, "place", "") != "summary":
            assert len(filled) < 40
            head = shown.splitlines()
            filled.append(head[1].count("━"))
            left.append(int(head[0].partition(" · ")[2].strip().split()[0].replace("une", "1")))
            if getattr(app.screen, "place", "") == "typed":
                shown = await press(pilot, *"44", "enter")
            elif getattr(app.screen, "place", "") == "choice":
                answer = next(card.answer.fr for card in (QUOTE, LONG) if card.question.fr[:20] in shown)
                shown = await press(pilot, right_key(shown, answer[:20]) if len(filled) > 4 else "1")
            else:
                shown = await press(pilot, "enter")
        filled.append(shown.splitlines()[1].count("━"))
    assert filled == sorted(filled)
    assert left[1:] == sorted(left[1:], reverse=True)
    assert left[1] == 3
    assert left[-1] == 1
    assert filled[-1] == 76


async def test_a_wide_window_centres_one_column(make_app: MakeApp) -> None:
    app = make_app(decks=(LONG_DECK,))
    async with app.run_test(size=(160, 50)) as pilot:
        shown = await press(pilot, "enter")
        lines = [line for line in shown.splitlines() if line.strip()]
        assert min(len(line) - len(line.lstrip()) for line in lines) == 36
        assert max(map(len, lines)) <= 36 + 88


async def test_the_theme_changes_at_a_key(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        assert app.theme == "nuit"
        await press(pilot, "c")
        assert app.theme == "papier"
        await press(pilot, "c", "c", "c")
        assert app.theme == "nuit"


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_every_deck_of_the_samples_plays_to_its_end(make_app: MakeApp, lang: Lang) -> None:
    app = make_app(lang, decks=DECKS)
    async with app.run_test() as pilot:
        await press(pilot, "enter")
        for _ in range(60):
            place = getattr(app.screen, "place", "")
            if place == "summary":
                break
            shown = screen_text(app)
            card = next((c for deck in DECKS for c in deck.cards if c.question.said(lang)[:40] in shown), None)
            if place == "typed" and card:
                await press(pilot, *card.accept[0], "enter")
            elif place == "choice" and card:
                await press(pilot, right_key(shown, card.answer.said(lang)[:20]))
            else:
                await press(pilot, "enter")
        assert place == "summary"


async def test_no_color_still_says_everything(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(decks=(QUOTE_DECK,))
    async with app.run_test() as pilot:
        await press(pilot, "enter", "down")
        assert app.native_ansi_color
        for strip in app.screen._compositor.render_strips():
            for filter_ in app._filters:
                strip = strip.apply_filter(filter_, app.screen.background_colors[0]) if filter_.enabled else strip
            colors = [color for s in strip if s.style for color in (s.style.color, s.style.bgcolor) if color]
            assert all(color.is_default for color in colors)
        assert "›" in screen_text(app)


async def test_keys_typed_ahead_of_the_screens_arrive_where_they_were_meant(make_app: MakeApp) -> None:
    from textual import events

    app = make_app(decks=(SHARE_DECK,))
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in ("enter", "4", "4", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(5):
            await pilot.pause()
        assert "Bonne réponse" in screen_text(app)
        for key in ("q", "q"):
            app.post_message(events.Key(key, key))
        for _ in range(5):
            await pilot.pause()
    assert not app.is_running


@pytest.mark.parametrize(("hour", "hello"), [(4, "Bonsoir."), (5, "Bonjour."), (17, "Bonjour."), (18, "Bonsoir.")])
async def test_the_greeting_goes_with_the_hour(make_app: MakeApp, hour: int, hello: str) -> None:
    app = make_app(decks=(QUOTE_DECK,), now=NOW.replace(hour=hour))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert hello in screen_text(app)
