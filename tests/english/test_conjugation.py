"""The forms of verbs, French to be recognised and English to be written, and the word lists behind the rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.english import lexicon, tables
from quiz.english.conjugation import english_verb, french_forms
from quiz.english.lexicon import english_plural, french_plural, words_of
from quiz.english.questions import phrase, question, statement


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("manger", ("mange", "mangent", "mangeait", "mangèrent", "mangera", "mangées")),
        ("lancer", ("lance", "lançait", "lança", "lancèrent", "lançant")),
        ("mener", ("mène", "menait", "mènera", "menés")),
        ("appeler", ("appelle", "appelait", "appellera")),
        ("finir", ("finit", "finissent", "finissait", "finie")),
        ("vendre", ("vend", "vendent", "vendait", "vendit", "vendue")),
        ("obtenir", ("obtient", "obtiennent", "obtint", "obtiendra", "obtenus")),
        ("détruire", ("détruit", "détruisent", "détruites")),
        ("élire", ("élit", "élisent", "élut", "élue")),
        ("être", ("est", "sont", "était", "fut", "sera", "été")),
    ],
)
def test_a_french_verb_is_known_in_its_forms(verb, written):
    assert set(written) <= {form for form, _ in french_forms(verb)}


@pytest.mark.parametrize(
    ("words", "third", "past", "participle", "gerund"),
    [
        ("announce", "announces", "announced", "announced", "announcing"),
        ("take part in", "takes part in", "took part in", "taken part in", "taking part in"),
        ("carry out", "carries out", "carried out", "carried out", "carrying out"),
        ("expel", "expels", "expelled", "expelled", "expelling"),
        ("die", "dies", "died", "died", "dying"),
        ("win", "wins", "won", "won", "winning"),
        ("reach", "reaches", "reached", "reached", "reaching"),
    ],
)
def test_an_english_verb_is_written_in_its_forms(words, third, past, participle, gerund):
    forms = english_verb(words)
    assert (forms.third, forms.past, forms.participle, forms.gerund) == (third, past, participle, gerund)


def test_plurals_of_both_languages():
    assert french_plural(words_of("agence de presse")) == words_of("agences de presse")
    assert french_plural(words_of("réseau social")) == words_of("réseaux sociaux")
    assert [english_plural(word) for word in ("agency", "match", "day", "bus")] == [
        "agencies",
        "matches",
        "days",
        "buses",
    ]


@pytest.mark.parametrize(
    ("file", "table"),
    [("things", "things"), ("people", "people"), ("adjectives", "adjectives"), ("verbs", "verbs"), ("words", "fixed"),
     ("words", "prepositions"), ("words", "institutions")],
)  # fmt: skip
def test_every_entry_has_both_sides(file, table):
    for french, english in tables.words(file, table).items():
        assert french == french.strip()
        assert english.strip("~| ")
        assert words_of(french)


def test_a_preposition_of_a_frame_is_one_word_of_french_at_least():
    for verb, frames in lexicon.frames().items():
        for frame in frames:
            assert all(frame.tail), verb


_WORDS = st.sampled_from(
    ["combien", "de", "des", "le", "la", "les", "quel", "quelle", "qui", "a-t-il", "ont", "été", "tué",
     "personnes", "à", "Metz", "2016", "en", "mai", ",", "et", "que", "pour", "annoncer", "est", "plus",
     "grand", "ville", "(", ")", "Ada", "Morin", "du", "au", "se", "sont", "son", "dont", "12", "%", "ne",
     "pas", "y"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=14).map(" ".join))
@settings(deadline=None)  # the first to ask reads the word lists
def test_whatever_stands_there_is_read_or_left(text):
    for read in (question, phrase, statement):
        said = read(f"{text} ?" if read is question else f"C’est {text}." if read is statement else text)
        assert said is None or said.strip()
