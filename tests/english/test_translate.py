"""A deck's missing English, layer by layer and at last from a translator: nothing lost, nothing overridden."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz import deck_format
from quiz.deck import BLANK, Bilingual, Card, to_json
from quiz.deck_format import read_deck, write_deck
from quiz.english.cache import FILE, Cache, normalised
from quiz.english.memory import Memory
from quiz.english.providers import Provider, provider
from quiz.english.providers_failures import Failure
from quiz.english.providers_transport import Timeouts
from quiz.english.translate import English, by_machine, missing, put, reviewed, sentences, with_layers
from quiz.english.translate_offer import Offer
from quiz.english.translate_run import Report, memory_of, notice, translate_deck, translate_in_background
from quiz.errors import QuizError
from quiz.settings import Settings
from tests import decks
from tests.english.servers import Server, serving

QUICK = Timeouts(connect=0.5, read=0.3, whole=0.6)
ENGLISH = {
    "Selon la mairie, 44 % des habitants trient leurs déchets.": "According to the town hall, 44% of residents sort"
    " their waste.",
    f"Selon la mairie, {BLANK} des habitants trient leurs déchets.": f"According to the town hall, {BLANK} of"
    " residents sort their waste.",
    "Le compost gagne du terrain.": "Compost is gaining ground.",
    "Awa Diop se félicite.": "Awa Diop is pleased.",
}


def nowhere(_seconds: float) -> None:
    """A pause that does not wait."""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        found.answer = lambda text: ENGLISH.get(text, "The words are other ones here")
        yield found


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache.open(tmp_path / "cache") as found:
        yield found


def written(tmp_path: Path, *questions: str) -> Path:
    """A deck whose cards have these French questions and no English for them, nor for their sentence."""
    cards = [
        replace(decks.card(f"c{n}"), question=Bilingual(question), evidence=decks.evidence())
        for n, question in enumerate(questions)
    ]
    path = tmp_path / "deck.json"
    write_deck(path, decks.deck(*cards))
    return path


def run(
    path: Path, translator: Provider | None, cache: Cache, sleep: Callable[[float], None] = nowhere, **more: object
):
    return translate_deck(path, translator, more.pop("memory", Memory()), cache, lambda *_: None, sleep, **more)  # type: ignore[arg-type]


def libre(server: Server) -> Provider:
    return provider("libretranslate", server.url, {}, QUICK)


def test_what_is_missing_is_filled_and_labelled(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    outcome = run(path, libre(server), cache)
    first, second = read_deck(path).cards
    assert (first.question.en, first.question.origin) == ("Compost is gaining ground.", "machine")
    assert (second.evidence.en, second.evidence.origin) == (ENGLISH[decks.SENTENCE], "machine")
    assert (outcome.translated, outcome.left, outcome.failure) == (3, 0, None)
    assert sorted(server.texts) == sorted([decks.SENTENCE, "Le compost gagne du terrain.", "Awa Diop se félicite."])


def test_what_has_english_is_neither_sent_nor_changed(tmp_path: Path, server: Server, cache: Cache) -> None:
    card = replace(
        decks.card(),
        question=Bilingual("Combien ?", "How many, as I wrote it?", "reviewed"),
        evidence=replace(decks.evidence(), en="My own words.", origin="reviewed"),
        edited=("question",),
    )
    path = tmp_path / "deck.json"
    write_deck(path, decks.deck(card))
    before = path.read_bytes()
    run(path, libre(server), cache, memory=Memory({"Combien ?": "How many?", decks.SENTENCE: "Other words."}))
    assert path.read_bytes() == before
    assert server.seen == []


def test_layers_come_in_their_order(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    cache.keep("libretranslate", "Awa  Diop se félicite.", "Awa Diop is glad.")
    cache.keep("google", decks.SENTENCE, "From another translator, 44%.")
    outcome = run(path, libre(server), cache, memory=Memory({"Le compost gagne du terrain.": "Compost wins."}))
    first, second = read_deck(path).cards
    assert (first.question.en, first.question.origin) == ("Compost wins.", "reviewed")
    assert (second.question.en, second.question.origin) == ("Awa Diop is glad.", "machine")
    assert server.texts == [decks.SENTENCE]
    assert (outcome.from_cache, outcome.translated) == (1, 1)
    assert outcome.origins["rule"] > 0


def test_a_second_time_nothing_is_asked_and_nothing_written(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    run(path, libre(server), cache)
    before, stamp, asked = path.read_bytes(), path.stat().st_mtime_ns, len(server.seen)
    run(path, libre(server), cache)
    assert (path.read_bytes(), path.stat().st_mtime_ns, len(server.seen)) == (before, stamp, asked)


@pytest.mark.parametrize(
    ("way", "kind", "asked"),
    [
        ("silent", Failure.TIMEOUT, 3 * 3),  # three tries a text, and after three texts in a row the rest is left
        ("500", Failure.BAD_REPLY, 3 * 3),
        ("half", Failure.BAD_REPLY, 3 * 3),
        ("none", Failure.BAD_REPLY, 3),
        ("429", Failure.RATE_LIMITED, 3),
        ("456", Failure.QUOTA, 1),
        ("quota", Failure.QUOTA, 1),
        ("portal", Failure.BLOCKED, 1),
        ("key", Failure.KEY_REFUSED, 1),
    ],
)
def test_a_failure_ends_the_asking_and_loses_nothing(
    way: str, kind: Failure, asked: int, tmp_path: Path, server: Server, cache: Cache
) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", *(f"Le cas {n} est à part." for n in range(6)))
    server.ways = ["well"]
    server.way = way
    outcome = run(path, provider("libretranslate", server.url, {}, Timeouts(0.5, 0.05, 0.1)), cache)
    assert read_deck(path).cards[0].question.en == "Compost is gaining ground."  # what came before stands
    assert outcome.failure is kind
    assert outcome.failed == {kind: 7}
    assert outcome.left == 7
    assert len(server.seen) == 1 + asked
    server.way = "well"
    server.answer = lambda text: ENGLISH.get(text) or f"Case {text.split()[2]} is apart."
    assert run(path, libre(server), cache).left == 0  # and it goes on from there
    assert len(server.seen) == 1 + asked + 7


def test_what_passes_is_tried_again_after_a_pause(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    server.ways = ["500", "well", "429"]
    waits: list[float] = []
    assert run(path, libre(server), cache, waits.append).left == 0
    assert waits == [1.0, 2.0]  # the second is what the server asked for


def test_one_that_fails_leaves_the_others(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    server.ways = ["none"]
    outcome = run(path, libre(server), cache)
    assert (outcome.translated, outcome.failed, outcome.failure) == (2, {Failure.BAD_REPLY: 1}, None)


def test_a_blank_survives_a_translator_that_takes_underscores_out(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = tmp_path / "deck.json"
    write_deck(path, decks.deck(decks.cloze()))
    english = dict(ENGLISH)
    server.answer = lambda text: english[text.replace("XXXX", BLANK)].replace(BLANK, "xxxx").replace("_", " ")
    assert run(path, libre(server), cache).left == 0
    assert read_deck(path).cards[0].question.en == ENGLISH[decks.cloze().question.fr]


def test_requests_are_spaced(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    waits: list[float] = []
    run(path, provider("google", server.url, {}, QUICK), cache, waits.append)
    assert waits == [0.4, 0.4]


def test_what_lost_a_number_is_not_kept_anywhere(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    server.answer = lambda text: ENGLISH[text].replace("44", "54")
    outcome = run(path, libre(server), cache)
    assert outcome.refused == {"numbers": 1}
    assert read_deck(path).cards[0].evidence.en is None
    assert len(cache) == 1


def test_names_that_facts_speak_of_have_to_survive(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = tmp_path / "deck.json"
    card = replace(decks.card(), question=Bilingual("Awa Diop se félicite."), fact={"speaker": "Awa Diop"})
    write_deck(path, decks.deck(card))
    server.answer = lambda text: ENGLISH[text].replace("Awa Diop", "Awa the Deep")
    assert run(path, libre(server), cache).refused == {"names": 1}


def test_the_keyboard_interrupts_and_what_is_done_is_kept(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")

    def progress(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        translate_deck(path, libre(server), Memory(), cache, progress, nowhere)
    first, second = read_deck(path).cards
    assert first.question.en == "Compost is gaining ground."
    assert second.question.en is None


def test_a_change_made_at_the_desk_meanwhile_stays(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")

    def progress(done: int, _total: int) -> None:
        if done == 1:
            deck = read_deck(path)
            mine = replace(deck.cards[0], question=Bilingual("Le compost gagne du terrain.", "Mine.", "reviewed"))
            write_deck(path, replace(deck, cards=(mine, replace(deck.cards[1], status="approved"))))

    translate_deck(path, libre(server), Memory(), cache, progress, nowhere)
    first, second = read_deck(path).cards
    assert (first.question.en, second.status, second.question.en) == ("Mine.", "approved", "Awa Diop is pleased.")


def test_a_dry_run_sends_nothing_and_writes_nothing(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    before = path.read_bytes()
    told: list[str] = []
    outcome = run(path, libre(server), cache, announce=told.extend, dry_run=True)
    assert (path.read_bytes(), server.seen, outcome.left) == (before, [], 2)
    assert told == ["Le compost gagne du terrain.", decks.SENTENCE]


def test_what_is_sent_is_told_before(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    seen: list[int] = []
    run(path, libre(server), cache, announce=lambda texts: seen.extend((len(texts), len(server.seen))))
    assert seen == [2, 0]


def test_without_a_translator_nothing_leaves_the_machine(tmp_path: Path, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    outcome = run(path, None, cache)
    assert (outcome.left, outcome.failure) == (2, None)


def test_cards_nobody_is_asked_are_not_sent(tmp_path: Path, server: Server, cache: Cache) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    deck = read_deck(path)
    write_deck(path, replace(deck, cards=(replace(deck.cards[0], status="rejected"), deck.cards[1])))
    run(path, libre(server), cache)
    assert "Le compost gagne du terrain." not in server.texts


def test_two_choices_never_read_the_same() -> None:
    choices = (Bilingual("le maire"), Bilingual("la maire"), Bilingual("le préfet"))
    card = replace(decks.card(), choices=choices, answer=choices[0])
    filled = put(decks.deck(card), {"le maire": ("the mayor", "machine"), "la maire": ("the mayor", "machine"),
                                    "le préfet": ("the prefect", "machine")}).cards[0]  # fmt: skip
    assert [choice.en for choice in filled.choices] == [None, None, "the prefect"]
    assert filled.answer.en is None


def test_an_answer_has_the_english_of_its_choice() -> None:
    choices = (Bilingual("le maire"), Bilingual("le préfet"))
    card = replace(decks.card(), choices=choices, answer=choices[0])
    filled = put(decks.deck(card), {"le maire": ("the mayor", "machine")}).cards[0]
    assert filled.answer == filled.choices[0] == Bilingual("le maire", "the mayor", "machine")


def test_what_has_no_letter_and_what_is_a_title_is_not_asked_for() -> None:
    deck = replace(decks.deck(replace(decks.card(), question=Bilingual("44 - 52 ?"))), title=Bilingual("Le tri"))
    assert missing(deck) == (decks.SENTENCE,)


_FRENCH = st.sampled_from(["le maire", "la maire", "le préfet", "Où va-t-on ?", "44", decks.SENTENCE])
_ENGLISH = st.sampled_from(["the mayor", "the prefect", "Where to?", "44"])
_TEXTS = st.builds(
    lambda fr, known: Bilingual(fr, *known), _FRENCH,
    st.one_of(st.just((None, "none")), st.tuples(_ENGLISH, st.sampled_from(["reviewed", "rule", "machine"]))),
)  # fmt: skip
_CARDS = st.builds(
    lambda question, choices, at, status: replace(
        decks.card(), question=question, choices=tuple(choices), answer=choices[at % len(choices)], status=status
    ),
    _TEXTS,
    st.lists(_TEXTS, min_size=2, max_size=4, unique_by=lambda text: text.fr),
    st.integers(0, 3),
    st.sampled_from(["draft", "approved", "rejected"]),
)


@given(_CARDS, st.dictionaries(_FRENCH, st.tuples(_ENGLISH, st.just("machine"))))
def test_whatever_is_filled_in_stays_a_deck_and_overrides_nothing(card: Card, english: dict[str, English]) -> None:
    before = decks.deck(card)
    after = put(before, english)
    assert deck_format.flaws_of(json.loads(to_json(after))) == []
    assert put(after, english) == after
    assert set(missing(after)) <= set(missing(before))
    (filled,) = after.cards
    if card.status == "rejected":
        assert filled == card
    pairs = zip(
        (card.question, *card.choices, card.answer), (filled.question, *filled.choices, filled.answer), strict=True
    )
    assert all(old == new for old, new in pairs if old.en is not None)
    added = [
        choice.en for old, choice in zip(card.choices, filled.choices, strict=True) if old.en is None and choice.en
    ]
    assert all([choice.en for choice in filled.choices].count(en) == 1 for en in added)


def test_a_machine_s_english_is_carried_over_and_a_person_s_exported() -> None:
    card = replace(decks.card(), question=Bilingual("Combien ?", "How many?", "machine"))
    deck = decks.deck(card)
    assert by_machine(deck) == {"Combien ?": ("How many?", "machine")}
    assert reviewed(deck) == {card.topic.fr: card.topic.en}


def test_without_babel_the_memory_alone_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "babel", None)
    deck = decks.deck(replace(decks.card(), question=Bilingual("Combien ?")))
    filled = with_layers(deck, Memory({"Combien ?": "How many?"}))
    assert (filled.cards[0].question.en, filled.cards[0].question.origin) == ("How many?", "reviewed")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Une phrase. Une autre.", ["Une phrase.", "Une autre."]),
        ("M. Roche part. Il rit !", ["M. Roche part.", "Il rit !"]),
        ("Selon J. K. Morel, c’est bien.", ["Selon J. K. Morel, c’est bien."]),
        ("« Il part. Elle reste. » Puis rien.", ["« Il part. Elle reste. »", "Puis rien."]),
        ("Elle dit : « Non. » Il dit : « Si. »", ["Elle dit : « Non. »", "Il dit : « Si. »"]),
        ("Il a 3,5 ans. 44 % rient.", ["Il a 3,5 ans.", "44 % rient."]),
        ("Une (petite. Vraie.) phrase", ["Une (petite. Vraie.) phrase"]),
        ("", []),
    ],
)
def test_texts_are_sent_in_sentences(text: str, pieces: list[str]) -> None:
    assert sentences(text, 500) == pieces


def test_a_quotation_too_long_to_send_is_cut_after_all() -> None:
    assert sentences("« Il part loin. Elle reste là. »", 12) == ["« Il part loin.", "Elle reste là. »"]


# The cache


def test_the_cache_finds_a_text_whatever_its_spaces_and_only_for_its_translator(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.keep("deepl", "C’est  l’été\u00a0!", "It is summer!")
    with Cache.open(tmp_path) as cache:
        assert cache.get("deepl", "C'est l'été !") == "It is summer!"
        assert cache.get("google", "C'est l'été !") is None
        assert cache.get("deepl", "C'est l'été !", pair="fr-de") is None
    assert normalised("e\u0301te\u0301\n ") == "été"


@pytest.mark.parametrize("content", [b"not a database at all, by any means", b"", None])
def test_a_cache_that_is_damaged_or_foreign_is_made_anew(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / FILE
    if content is None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE holiday (day TEXT)")
        other.close()
    else:
        path.write_bytes(content)
    for expected in (None, "Yes"):
        with Cache.open(tmp_path) as cache:
            assert cache.get("google", "Oui") == expected
            cache.keep("google", "Oui", "Yes")


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Cache.open(tmp_path / "file" / "cache") as cache:
        cache.keep("google", "Oui", "Yes")
        assert cache.get("google", "Oui") == "Yes"
    assert (tmp_path / "file").read_text() == "in the way"


# Memories


def test_a_reviewed_sentence_is_reused_in_every_deck_beside(tmp_path: Path) -> None:
    write_deck(
        tmp_path / "other.json", decks.deck(replace(decks.card(), question=Bilingual("Où ?", "Where?", "reviewed")))
    )
    (tmp_path / "broken.json").write_text("{")
    path = tmp_path / "deck.json"
    write_deck(path, decks.deck(replace(decks.card(), question=Bilingual("Où ?"))))
    Memory({"Quand ?": "When?"}).save_tmx(tmp_path / "mine.tmx")
    memory = memory_of([path], [tmp_path / "mine.tmx"])
    assert memory.lookup("Où ?") == ("Where?", "reviewed")
    assert memory.lookup("Quand ?") == ("When?", "reviewed")


def test_a_memory_comes_back_whole_from_translate_toolkit(tmp_path: Path) -> None:
    tmx = pytest.importorskip("translate.storage.tmx", reason="translate-toolkit is not installed")
    pairs = {"Le tram « roule » & vite.": "The tram “runs” & fast.", "44\u00a0% <des> gens": "44% of <people>"}
    Memory(pairs).save_tmx(tmp_path / "ours.tmx")
    theirs = tmx.tmxfile.parsefile(str(tmp_path / "ours.tmx"))
    assert {unit.source: unit.target for unit in theirs.units} == pairs
    theirs.savefile(str(tmp_path / "theirs.tmx"))
    assert dict(Memory.load_tmx([tmp_path / "theirs.tmx"]).pairs()) == pairs


# In the background of the home screen


def background(
    path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, home: Path, **more: object
) -> list[Report]:
    monkeypatch.setenv("QUIZ_HOME", str(home))
    reports: list[Report] = []
    translate_in_background(path, settings, reports.append, **more)  # type: ignore[arg-type]
    return reports


def test_the_home_screen_hears_how_it_goes(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    settings = Settings(provider="libretranslate", provider_url=server.url)
    reports = background(path, settings, monkeypatch, tmp_path / "home")
    assert [report.ended for report in reports] == [False] * (len(reports) - 1) + [True]
    assert (reports[0].done, reports[0].total) == (0, 2)
    assert reports[-1] == Report(2, 2, ended=True, left=0, error=None)
    assert missing(read_deck(path)) == ()


def test_the_home_screen_hears_what_went_wrong_and_the_thread_ends_well(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.")
    server.way = "portal"
    settings = Settings(provider="libretranslate", provider_url=server.url)
    last = background(path, settings, monkeypatch, tmp_path / "home")[-1]
    assert last.error is not None
    assert (last.ended, last.left, last.error.key) == (True, 2, "translate-blocked")
    for bad, key in [(Settings(provider="babelfish"), "provider-unknown"), (settings, "deck-missing")]:
        error = background(tmp_path / "none.json", bad, monkeypatch, tmp_path / "home")[-1].error
        assert isinstance(error, QuizError)
        assert error.key == key


def test_the_home_screen_can_stop_it(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    settings = Settings(provider="libretranslate", provider_url=server.url)
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    reports: list[Report] = []
    translate_in_background(path, settings, reports.append, stop=lambda: any(report.done for report in reports))
    assert len(server.seen) == 1
    assert read_deck(path).cards[0].question.en == "Compost is gaining ground."


def test_stopping_waits_for_no_answer(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    path = written(tmp_path, "Le compost gagne du terrain.", "Awa Diop se félicite.")
    server.ways, server.way = ["well"], "silent"  # and the translator would be waited for for 45 seconds
    settings, stop = Settings(provider="libretranslate", provider_url=server.url), threading.Event()
    reports: list[Report] = []
    work = threading.Thread(target=translate_in_background, args=(path, settings, reports.append, stop.is_set))
    work.start()
    assert server.hanging.wait(20)
    stop.set()
    work.join(5)
    assert not work.is_alive()
    assert (reports[-1].ended, reports[-1].error) == (True, None)
    assert read_deck(path).cards[0].question.en == "Compost is gaining ground."


def test_who_gets_what_can_be_said_first() -> None:
    assert notice(Settings()) is None
    assert notice(Settings(provider="google")) == ("notice", {"provider": "Google", "host": "translate.google.com"})
    assert Offer().notice(Settings(), "fr") is None
    assert "Google (translate.google.com)" in (Offer().notice(Settings(provider="google"), "fr") or "")


def test_what_the_home_screen_is_handed_does_the_same(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    path = written(tmp_path, "Le compost gagne du terrain.")
    reports: list[Report] = []
    Offer()(path, Settings(provider="libretranslate", provider_url=server.url), reports.append)
    assert reports[-1] == Report(2, 2, ended=True)
