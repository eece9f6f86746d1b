import pytest

from quiz.deck import Bilingual
from quiz.english.freedict import FreeDict
from quiz.english.glossary import Glossary, of_decks, of_pairs
from quiz.gloss import words_of
from tests.decks import card, deck
from tests.dictionaries import write_dictionary


@pytest.fixture(scope="module")
def glossary(tmp_path_factory):
    return Glossary({}, FreeDict.installed([write_dictionary(tmp_path_factory.mktemp("dictd"))]))


def meaning(glossary, text, word):
    words = [found.text for found in words_of(text)]
    gloss = glossary.lookup(words, words.index(word))
    return None if gloss is None else (gloss.lemma, gloss.english)


def test_words_of_a_text():
    found = words_of("L’hiver dernier, aujourd’hui, 44 % des porte-conteneurs")
    assert [word.text for word in found] == ["L’", "hiver", "dernier", "aujourd’hui", "des", "porte-conteneurs"]
    assert [word.text for word in found if word.bare] == ["L’"]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Les grèves du port", "grèves", "grève"),
        ("la marche des dockers", "marche", "marche"),
        ("elle marche vers le quai", "marche", "marcher"),
        ("ils marchaient ensemble", "marchaient", "marcher"),
        ("le navire a été vidé", "été", "être"),
        ("pendant l’été", "été", "été"),
        ("les sections syndicales", "syndicales", "syndical"),
        ("nul navire ne marcha", "marcha", "marcher"),
        ("Grèves au port", "Grèves", "grève"),
        ("la Chine attend", "Chine", "Chine"),
    ],
)
def test_a_form_leads_to_its_headword(glossary, text, word, lemma):
    assert meaning(glossary, text, word)[0] == lemma


def test_the_article_chooses_between_words_written_alike(glossary):
    assert meaning(glossary, "le livre coûte une livre", "livre") == ("livre", "book")
    assert glossary.lookup(["une", "livre"], 1).english == "pound"


def test_an_expression_comes_before_its_words(glossary):
    words = [word.text for word in words_of("il met en œuvre un plan")]
    gloss = glossary.lookup(words, 3)
    assert (gloss.lemma, gloss.english, gloss.first, gloss.words) == ("mettre en œuvre", "implement", 1, 3)


def test_senses_are_told_apart(glossary):
    gloss = glossary.lookup(["le", "port"], 1)
    assert (gloss.english, gloss.pos, gloss.gender, gloss.source) == ("port, harbor; bearing", "noun", "m", "freedict")


def test_the_sense_of_the_news_comes_first(glossary):
    assert meaning(glossary, "une étape décisive", "étape") == ("étape", "stage, stadium")


def test_the_article_in_the_text_is_surer_than_the_dictionary(tmp_path):
    folder = write_dictionary(tmp_path, {"matin": "matin /matɛ̃/ <n, fem>\nmorning\n"})
    ours = Glossary({}, FreeDict.installed([folder]))
    assert ours.lookup(["le", "matin"], 1).gender == "m"
    assert ours.lookup(["chaque", "matin"], 1).gender == "", "its ending speaks against the dictionary"


def test_what_the_news_means_is_added_to_an_entry_that_lacks_it(tmp_path):
    folder = write_dictionary(tmp_path, {"attentat": "attentat /atɑ̃ta/ <n, masc>\nassault\n"})
    gloss = Glossary({}, FreeDict.installed([folder])).lookup(["un", "attentat"], 1)
    assert (gloss.english, gloss.source) == ("attack; assault", "both")


def test_small_words_are_what_grammar_says(glossary):
    gloss = glossary.lookup(["par", "cette", "grève"], 1)
    assert (gloss.english, gloss.pos) == ("this, that", "determiner")


def test_what_nobody_knows_has_no_entry(glossary):
    assert meaning(glossary, "le zorglub du quai", "zorglub") is None
    assert glossary.lookup([], 0) is None


def test_without_a_dictionary_the_programs_own_lists_still_help():
    gloss = Glossary().lookup(["deux", "réalisatrices"], 1)
    assert gloss is not None
    assert gloss.source == "quiz"
    assert Glossary().lookup(["elles", "filment"], 1) is not None
    assert Glossary().lookup(["une", "louche"], 1) is None


def test_a_guess_never_changes_what_a_word_is():
    gloss = Glossary().lookup(["il", "hésite,", "mais", "avance"], 2)
    assert gloss is not None
    assert (gloss.lemma, gloss.pos) == ("mais", "conjunction")


def test_the_decks_reviewed_english_comes_first(glossary):
    reviewed = card(answer=Bilingual("une grève", "a walkout", "reviewed"), choices=())
    ours = Glossary(of_decks([deck(reviewed)]), glossary.dictionary)
    gloss = ours.lookup(["des", "grèves"], 1)
    assert (gloss.english, gloss.source, gloss.pos, gloss.gender) == ("walkout", "deck", "noun", "f")


def test_only_reviewed_words_make_the_glossary():
    guessed = card(answer=Bilingual("une grève", "a beach", "machine"), choices=())
    assert of_decks([deck(guessed)]) == {}
    pairs = [("effets spéciaux", "special effects"), ("Le tri progresse.", "Sorting gains ground."), ("44 %", "44%")]
    assert list(of_pairs(pairs)) == ["effets spéciaux"]
    words = [word.text for word in words_of("des effets spéciaux numériques")]
    assert Glossary(of_pairs(pairs)).lookup(words, 2).english == "special effects"


def test_pronouns_tied_to_a_verb_are_let_go(glossary):
    assert meaning(glossary, "Ainsi marche-t-il", "marche-t-il")[0] == "marcher"
