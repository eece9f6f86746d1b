"""Vocabulary cards: which words, what they mean, what is asked. The articles and the dictionaries are made up."""

from __future__ import annotations

import json

import pytest

from quiz.articles.reader import read_paths
from quiz.authoring.vocabulary import vocabulary
from quiz.authoring.vocabulary_senses import ASKED, Books, english_of, transparent
from quiz.deck import Bilingual, Deck, Source, to_json
from quiz.deck_format import flaws_of
from quiz.deck_lint import lint
from quiz.english.freedict import BACK, NAMES, FreeDict
from quiz.english.glossary import Glossary, of_pairs
from quiz.english.lemmas import gender_of_ending
from quiz.study.answers import Verdict, judge
from tests.dictionaries import write_dictionary

ARTICLE = """Le port de Nérac attend

7 mars 2025

Les dockers du port ont voté une longue grève de trois semaines pour leurs salaires. La grève touche le quai du nord,
où douze navires attendent leur cargaison. Le maire espère que les navires pourront décharger la cargaison dimanche.
Les syndicats veulent poursuivre la grève au-delà du printemps. Une livre de café coûte déjà le double au marché voisin.
Le directeur du port redoute une pénurie de café et de sucre dans la région. Les armateurs redoutent la grève aussi.

« Le brouillard nous fait perdre une journée entière chaque semaine », raconte un marin du port.
"""
FORTH = {
    "grève": "grève /gʀɛv/ <n, fem>\nstrike\n",
    "navire": "navire /naviʀ/ <n, masc>\nship, vessel\n",
    "quai": "quai /kɛ/ <n, masc>\nwharf, dock\n",
    "cargaison": "cargaison /kaʀɡɛzɔ̃/ <n, fem>\nfreight, load\n",
    "pénurie": "pénurie /penyʀi/ <n, fem>\nshortage\n",
    "salaire": "salaire /salɛʀ/ <n, masc>\nwage\n",
    "syndicat": "syndicat /sɛ̃dika/ <n, masc>\nunion\n",
    "redouter": "redouter /ʀədute/ <v>\ndread\n",
    "poursuivre": "poursuivre /puʀsɥivʀ/ <v>\n1. pursue, chase\n2. continue\n",
    "livre": ["livre /livʀ/ <n, masc>\nbook\n", "livre /livʀ/ <n, fem>\npound\n"],
    "brouillard": "brouillard /bʀujaʀ/ <n, masc>\nfog\n",
    "docker": "docker /dɔkɛʀ/ <n, masc>\ndocker\n",
    "sucre": "sucre /sykʀ/ <n, masc>\nbed\n",
    "averse": "averse /avɛʀs/ <n, fem>\nshower\n",
    "louche": "louche /luʃ/ <n, fem>\nladle\n",
    "râper": "râper /ʀape/ <v>\ngrate\n",
    "tisser": "tisser /tise/ <v>\nweave\n",
    "bêcher": "bêcher /bɛʃe/ <v>\ndig\n",
    "seau": "seau /so/ <n, masc>\nbucket\n",
}
RETURN = {
    "strike": "strike /x/\ngrève\n",
    "ship": "ship /x/\n1. navire\n2. embarquer\n",
    "vessel": "vessel /x/\nnavire\n",
    "wharf": "wharf /x/\nquai\n",
    "dock": "dock /x/\n1. quai\n2. box\n",
    "freight": "freight /x/\ncargaison\n",
    "shortage": "shortage /x/\npénurie, manque\n",
    "fog": "fog /x/\nbrouillard\n",
    "wage": "wage /x/\nsalaire\n",
    "union": "union /x/\nsyndicat\n",
    "dread": "dread /x/\nredouter\n",
    "bed": "bed /x/\nlit\n",
    "shower": "shower /x/\naverse\n",
    "ladle": "ladle /x/\nlouche\n",
    "grate": "grate /x/\nrâper\n",
    "weave": "weave /x/\ntisser\n",
    "dig": "dig /x/\nbêcher\n",
    "bucket": "bucket /x/\nseau\n",
}


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> Books:
    folder = tmp_path_factory.mktemp("dictd")
    write_dictionary(folder, FORTH)
    write_dictionary(folder, RETURN, name="eng-fra")
    forth, back = (FreeDict.installed([folder], names) for names in (NAMES, BACK))
    return Books(forth, back)


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    path = tmp_path_factory.mktemp("port") / "port.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (folder,) = read_paths([path], force=False).folders
    return folder.articles


@pytest.fixture(scope="module")
def made(articles, books):
    return vocabulary(articles, 8, Glossary(), books)


def asked(made) -> dict[str, list]:
    found: dict[str, list] = {}
    for card in made.cards:
        found.setdefault(card.fact["lemma"], []).append(card)
    return found


def test_each_word_is_recognised_before_it_is_written(made):
    forms = [card.form for card in made.cards]
    assert forms == sorted(forms)
    assert set(forms) == {"choice", "text"}
    for choice, text in asked(made).values():
        assert (choice.form, text.form) == ("choice", "text")
        assert choice.fact["id"] == text.fact["id"], "they are siblings, and never come on one day"
        assert choice.id != text.id


def test_only_words_whose_sense_is_safe(made):
    words = asked(made)
    assert {"grève", "quai", "cargaison", "redouter", "pénurie"} <= set(words)
    assert "livre" not in words, "a book or a pound"
    assert "poursuivre" not in words, "two senses"
    assert "docker" not in words, "the same in English"
    assert "sucre" not in words, "the other dictionary says otherwise"
    assert "café" not in words, "everybody knows it"
    assert "déjà" not in words, "grammar"


def test_the_choice_asks_for_the_english_of_a_noun_with_its_article(made):
    card = asked(made)["grève"][0]
    assert card.question.fr.endswith("Que veut dire en anglais «\u00a0une grève\u00a0»\u202f?")
    assert card.answer.fr == "strike"
    assert card.answer.origin == "rule"
    assert [choice.fr for choice in card.choices].count("strike") == 1
    assert 3 <= len(card.choices) <= 4
    assert {"ship", "wage"}.isdisjoint(choice.fr for choice in card.choices), "feminine nouns only"


def test_the_commoner_english_word_comes_first(made):
    assert asked(made)["quai"][0].answer.fr == "dock, wharf"
    assert asked(made)["redouter"][0].answer.fr == "to dread"


def test_the_typed_card_hides_the_word_and_takes_its_article(made):
    card = asked(made)["grève"][1]
    assert "grève" not in card.question.fr
    assert "[…]" in card.question.fr
    assert "strike" in card.question.fr
    assert card.answer.fr == "une grève"
    for typed in ("une grève", "grève", "la grève", "une greve"):
        assert judge(card, typed).judgement == "right", typed
    assert judge(card, "un grève") == Verdict("near", "une grève", "article")
    for typed in ("strike", "une averse", "une", "un"):
        assert judge(card, typed).judgement == "wrong", typed


def test_a_word_that_others_mean_too_has_its_first_letters(made):
    assert "p…" in asked(made)["pénurie"][1].question.fr.replace("pé…", "p…")
    assert "…)" not in asked(made)["redouter"][1].question.fr


def test_the_sentence_proves_the_word(made, articles):
    (article,) = articles
    for card in made.cards:
        proof, fact = card.evidence, card.fact
        assert article.text[proof.start : proof.end] == proof.text
        assert article.text[fact["start"] : fact["end"]] == fact["written"]
        assert fact["source"] == "freedict"


def test_repeated_words_come_first(articles, books):
    (first, *_) = vocabulary(articles, 1, Glossary(), books).cards
    assert first.fact["lemma"] == "grève"


def test_quoted_words_are_asked_with_what_was_said(made):
    card = asked(made)["brouillard"][0]
    assert card.evidence.text.startswith("Le brouillard nous fait perdre")


def test_the_deck_is_valid_and_an_editor_finds_nothing(made, articles):
    (article,) = articles
    source = Source(article.id, article.file, article.title, article.date, article.sha256)
    deck = Deck("port", Bilingual("Le port"), (source,), made.cards)
    assert flaws_of(json.loads(to_json(deck))) == []
    assert list(lint(deck)) == []


def test_the_same_articles_give_the_same_cards(articles, books, made):
    assert vocabulary(articles, 8, Glossary(), books) == made


def test_reviewed_english_needs_no_dictionary(articles):
    pairs = [
        ("une grève", "a walkout"),
        ("une cargaison", "a freight"),
        ("une pénurie", "a shortage"),
        ("une averse", "a shower"),
    ]
    made = vocabulary(articles, 8, Glossary(of_pairs(pairs)), None)
    card = asked(made)["grève"][0]
    assert (card.answer.fr, card.answer.origin, card.fact["source"]) == ("walkout", "reviewed", "deck")


def test_without_any_meaning_there_is_no_card(articles):
    assert vocabulary(articles, 8, Glossary(), None).cards == ()


@pytest.mark.parametrize(
    ("word", "english", "same"),
    [
        ("attaque", "attack", True),
        ("grève", "strike", False),
        ("risque", "risk", True),
        ("requête", "request", True),
        ("port", "port", True),
    ],
)
def test_what_can_be_read_off(word, english, same):
    assert transparent(word, english) is same


@pytest.mark.parametrize(("noun", "gender"), [("pénurie", "f"), ("bâtiment", "m"), ("livre", "")])
def test_what_an_ending_says_of_the_gender(noun, gender):
    assert gender_of_ending(noun) == gender


def test_a_gender_that_the_article_contradicts_gives_no_card(articles, books):
    wrong = FORTH | {"grève": "grève /gʀɛv/ <n, masc>\nstrike\n"}
    folder = write_dictionary(books.forth.files[0].parent / "wrong", wrong)
    made = vocabulary(articles, 8, Glossary(), Books(FreeDict.installed([folder]), books.back))
    assert "grève" not in asked(made)


def test_verbs_have_their_to():
    assert english_of("verb", ("dread", "fear")) == "to dread, fear"
    assert english_of("noun", ("wage",)) == "wage"
    assert english_of("verb", ("supply", "furnish", "deliver")) == "to supply, furnish"
    assert "preposition" not in ASKED
