"""The list of all cards: found, filtered, put aside, reported, corrected, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.deck import Bilingual, Card, Deck
from quiz.deck_format import read_deck, write_deck
from quiz.deck_kept import KeptCards
from quiz.deck_words import folded
from quiz.language import Lang, Words
from quiz.study.past import Standing
from quiz.tui.catalog import DAY, Catalog, Moment, Order
from quiz.typography import fold
from tests.tui.samples import CLOZE, DECKS, HIVES, NOW, QUOTE, SHARE, SOURCES, SPEAKER, TRAMWAY
from tests.tui.seat import seated

NOON = Moment(100, 1_000_000_000)


def catalog(*cards: Card, **standings: Standing) -> Catalog:
    return Catalog([Deck("d", TRAMWAY.title, SOURCES, cards)], standings, NOON)


@given(st.text(max_size=40) | st.text("éœÀç’ø ſﬁß\u00a0abc\n", max_size=20))
@example("\U0001e000\u0483\u05d0\u0591ǿ")
def test_text_to_be_searched_is_folded_as_all_comparisons_are(text: str) -> None:
    assert folded(text) == fold(text)


def test_words_are_found_in_any_order_without_accents_or_case() -> None:
    cards = catalog(QUOTE, SHARE, SPEAKER)
    cards.seek("MARCHANCON elodie")
    assert [item.card.id for item in cards.in_sight] == [SPEAKER.id]
    cards.seek("gouffre nerac")
    assert [item.card.id for item in cards.in_sight] == [QUOTE.id]


def test_a_letter_more_finds_what_a_fresh_search_would() -> None:
    for sought in ("tramway ner", "ruche", "x", "44", " fabre "):
        typed, fresh = catalog(QUOTE, SHARE, SPEAKER), catalog(QUOTE, SHARE, SPEAKER)
        for end in range(1, len(sought) + 1):
            typed.seek(sought[:end])
        fresh.seek(sought)
        assert [item.id for item in typed.in_sight] == [item.id for item in fresh.in_sight], sought
        typed.seek("")
        assert len(typed.in_sight) == 3


def test_filters_hold_together_and_count_what_each_would_show() -> None:
    due = Standing("review", NOON.ends - 1, False, False)
    cards = Catalog(DECKS, {QUOTE.id: due, SHARE.id: due._replace(suspended=True)}, NOON)
    assert dict(cards.choices("state")) == {"new": 4, "review": 1, "suspended": 1}
    assert cards.choices("due") == [("today", 1)]
    cards.choose("deck", "tramway")
    assert dict(cards.choices("state")) == {"new": 1, "review": 1, "suspended": 1}
    cards.choose("state", "suspended")
    assert [item.card.id for item in cards.in_sight] == [SHARE.id]
    assert dict(cards.choices("deck")) == {"tramway": 1}
    cards.choose("state", "suspended")  # once more takes it away
    assert len(cards.in_sight) == 3


def test_cards_are_sorted_and_what_is_not_planned_comes_last_in_its_order() -> None:
    cards = catalog(QUOTE, SHARE, SPEAKER, CLOZE)
    soon, late = (Standing("review", NOON.ends + wait, False, False) for wait in (5, 9))
    cards.standings = {SPEAKER.id: soon, SHARE.id: late, QUOTE.id: soon._replace(due=0, suspended=True)}

    def sorted_by(order: Order) -> list[str]:
        cards.sort(order, {SPEAKER.id: 30.0, SHARE.id: 2.5})
        return [item.card.id for item in cards.in_sight]

    assert sorted_by("due") == [SPEAKER.id, SHARE.id, QUOTE.id, CLOZE.id]
    assert sorted_by("weak") == [SHARE.id, SPEAKER.id, QUOTE.id, CLOZE.id]
    cards.seek("nerac")
    assert [item.card.id for item in cards.in_sight] == [SHARE.id, QUOTE.id]
    cards.seek("")
    assert sorted_by("deck") == [QUOTE.id, SHARE.id, SPEAKER.id, CLOZE.id]


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        (None, "new"),
        (Standing("learning", 0, False, False), "learning"),
        (Standing("relearning", 0, False, False), "learning"),
        (Standing("review", 0, False, False, buried=99), "review"),
        (Standing("review", 0, False, False, buried=100), "buried"),
        (Standing("review", 0, True, False), "suspended"),
        (Standing("review", 0, True, True), "leech"),
    ],
)
def test_what_keeps_a_card_away_is_its_state(standing: Standing | None, state: str) -> None:
    cards = catalog(QUOTE, **({} if standing is None else {"x": standing}))
    cards.standings = {QUOTE.id: standing} if standing else {}
    assert cards.state(QUOTE) == state
    assert cards.state(replace(QUOTE, status="rejected")) == "rejected"


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_b_at_home_lists_every_card(tmp_path: Path, lang: Lang) -> None:
    say = Words(lang, "screens").say
    async with seated(tmp_path, lang=lang) as learner:
        shown = await learner.press("b")
        assert say("browse.title") in shown
        assert say("count", n=6) in shown
        assert shown.count(say("state.new")) == 6
        assert "→ Odile Fabre" in shown


@pytest.mark.parametrize("lang", ["fr", "en"])
async def test_a_key_puts_the_cards_in_the_next_order_and_says_which(tmp_path: Path, lang: Lang) -> None:
    say = Words(lang, "screens").say
    async with seated(tmp_path, lang=lang, past=6) as learner:
        await learner.press("b", "down", "down")
        for order in ("due", "weak"):
            shown = await learner.press("o")
            assert shown.count(say(f"sort.{order}")) == 2  # in the head, and as what was done
            first = learner.app.screen.item  # type: ignore[attr-defined]
            known = learner.app.history.memory(first.card.id)
            others = [m for c in DECKS for card in c.cards if (m := learner.app.history.memory(card.id))]
            key = (lambda m: m.due) if order == "due" else (lambda m: m.stability)
            assert key(known) == min(map(key, others))
            assert " › " in shown.splitlines()[3]
        shown = await learner.press("O")
        assert say("browse.title") in shown
        assert say("sort.deck") in shown


async def test_of_two_copies_of_a_deck_one_is_corrected_and_the_other_left(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=DECKS[:1]) as learner:
        copy = tmp_path / "copie.json"
        copy.write_bytes((tmp_path / "tramway.json").read_bytes())
        learner.app.decks = (*learner.app.decks, read_deck(copy))
        await learner.press("b", "x")
        assert [deck.cards[0].status for deck in learner.app.decks] == ["rejected", "draft"]
        assert learner.screen.count("rejetée") == 1
        await learner.press("u")
        assert [deck.cards[0].status for deck in learner.app.decks] == ["draft", "draft"]
        assert [deck.path for deck in learner.app.decks] == [tmp_path / "tramway.json", copy]


async def test_searching_as_one_types_and_back(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("b", "slash")
        shown = await learner.press(*"elodie")
        assert "1 carte sur 6" in shown
        assert "Élodie Marchançon" in shown
        await learner.press("enter")
        assert "« elodie »" in learner.screen
        await learner.press("q")  # first what is searched for goes, then the screen
        assert "6 cartes" in learner.screen
        assert "Bonjour" in await learner.press("q")


async def test_letters_are_no_commands_while_searching(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("b", "slash", *"qsbre")
        assert "« qsbre »" in learner.screen
        assert not learner.app.history.standings()
        await learner.press("escape")
        assert "6 cartes" in learner.screen


async def test_a_filter_is_chosen_shown_and_taken_away(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("b", "f")
        assert "Villes et tramways" in learner.screen
        await learner.press("enter")
        assert "3 cartes sur 6" in learner.screen
        assert "Villes et tramways" in learner.screen.splitlines()[0]
        await learner.press("escape")
        assert "6 cartes" in learner.screen


async def test_suspending_burying_and_starting_over_are_undone_by_name(tmp_path: Path) -> None:
    async with seated(tmp_path, past=3) as learner:
        await learner.press("b")
        history = learner.app.history
        before = history.memory(QUOTE.id)
        assert before is not None
        await learner.press("s")
        assert "Suspendue" in learner.text
        assert history.standings()[QUOTE.id].suspended
        await learner.press("b")
        assert "Écartée jusqu’à demain" in learner.text
        await learner.press("r")
        assert history.memory(QUOTE.id) is None
        await learner.press("u")
        assert "Annulé, ce qui était appris est de retour" in learner.text
        await learner.press("u")
        assert "n’est plus écartée" in learner.text
        await learner.press("u")
        assert "n’est plus suspendue" in learner.text
        assert history.memory(QUOTE.id) == before
        await learner.press("u")
        assert "Rien à annuler" in learner.text


async def test_a_card_put_aside_is_taken_back_with_the_same_key(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("b", "s")
        assert "s reprendre" in learner.screen
        await learner.press("s")
        assert "Reprise" in learner.text
        assert QUOTE.id not in learner.app.history.standings()


async def test_a_bad_question_is_reported_with_a_reason(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        await learner.press("b", "exclamation_mark")
        assert "Qu’est-ce qui ne va pas" in learner.text
        await learner.press("2")
        assert "Signalée" in learner.text
        assert [(one.card, one.reason) for one in learner.app.history.reports()] == [(QUOTE.id, "several")]
        await learner.press("u")
        assert learner.app.history.reports() == []


async def test_a_correction_is_in_the_file_and_undone_there(tmp_path: Path) -> None:
    async with seated(tmp_path, past=2) as learner:
        await learner.press("b")
        learnt = learner.app.history.memory(QUOTE.id)
        await learner.press("e")
        assert "Modifier la carte" in learner.screen
        await learner.press(*"Dites", "ctrl+s", "ctrl+s")
        assert "Modifiée, progrès gardés" in learner.text
        assert learner.deck().cards[0].question.fr.endswith("?Dites")
        assert learner.app.history.memory(QUOTE.id) == learnt
        await learner.press("u")
        assert learner.deck().cards[0].question.fr == QUOTE.question.fr


async def test_a_correction_over_somebody_elses_is_refused_with_the_file(tmp_path: Path) -> None:
    from quiz.deck_format import write_deck

    async with seated(tmp_path) as learner:
        await learner.press("b", "e", *"Dites")
        other = replace(QUOTE, question=Bilingual("Une tout autre question ?"))
        write_deck(tmp_path / "tramway.json", replace(TRAMWAY, cards=(other, *TRAMWAY.cards[1:])))
        await learner.press("ctrl+s", "ctrl+s")
        assert "tramway.json" in learner.text.replace(" ", "")  # a long path is broken
        assert learner.deck().cards[0].question.fr == "Une tout autre question ?"


async def test_enter_opens_a_card_and_the_list_follows_to_its_neighbour(tmp_path: Path) -> None:
    async with seated(tmp_path) as learner:
        shown = await learner.press("b", "enter")
        assert "carte 1 sur 6" in shown
        await learner.press("right", "right")
        assert "carte 3 sur 6" in learner.screen
        await learner.press("q")
        row = next(line for line in learner.screen.splitlines() if line.strip().startswith("›"))
        assert "Quelle part des habitants" in row


async def test_ten_thousand_cards_are_searched_and_walked_at_once(tmp_path: Path) -> None:
    cards = tuple(
        replace(
            SHARE,
            id=f"c{n}",
            question=Bilingual(f"Quelle part de la commune {n} prend le tramway ?"),
            evidence=replace(SHARE.evidence, start=200 * n),
        )
        for n in range(10_000)
    )
    decks = (Deck("many", TRAMWAY.title, SOURCES, cards),)
    async with seated(tmp_path, decks=decks) as learner:
        assert "10 000 cartes" in await learner.press("b")
        await learner.press("end")
        assert "commune 9999" in learner.screen
        await learner.press("slash", *"commune 77")
        assert "280 cartes sur 10 000" in learner.screen


async def test_an_empty_list_says_so_and_takes_no_harm(tmp_path: Path) -> None:
    async with seated(tmp_path, decks=(Deck("none", HIVES.title, SOURCES, ()),), now=NOW) as learner:
        shown = await learner.press("b")
        assert "Aucune carte dans ces jeux" in shown
        await learner.press("enter", "s", "b", "e", "exclamation_mark", "r", "down", "f", "escape")
        assert learner.app.history.standings() == {}


def test_a_kept_deck_is_listed_as_the_same_deck_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("quiz.deck_kept.SMALL", 5)
    cards = tuple(replace(QUOTE if at % 3 else SHARE, id=f"c{at}") for at in range(60))
    one = replace(TRAMWAY, cards=cards)
    write_deck(tmp_path / "deck.json", one)
    read_deck(tmp_path / "deck.json")
    kept = read_deck(tmp_path / "deck.json")
    assert isinstance(kept.cards, KeptCards)
    standings = {card.id: Standing("review", at * DAY, at % 7 == 0, False) for at, card in enumerate(one.cards[:40])}

    def ids(act: Callable[[Catalog], object]) -> tuple[list[str], list[str]]:
        seen = []
        for deck in (one, kept):
            catalog = Catalog([deck], standings, Moment(1, DAY))
            act(catalog)
            assert [item.card.id for item in catalog.in_sight] == [item.id for item in catalog.in_sight]
            seen.append([f"{item.id} {catalog.state(item.card)}" for item in catalog.in_sight])
        return seen[0], seen[1]

    some = one.cards[3]
    acts: list[Callable[[Catalog], object]] = [
        lambda catalog: None,
        lambda catalog: catalog.seek(some.question.fr[:12]),
        lambda catalog: catalog.choose("kind", some.kind),
        lambda catalog: catalog.choose("state", "suspended"),
        lambda catalog: catalog.sort("due", {}),
    ]
    for act in acts:
        mine, theirs = ids(act)
        assert mine == theirs
        assert mine
