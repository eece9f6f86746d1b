import pytest

from quiz.authoring import french


@pytest.mark.parametrize(
    ("word", "following", "joined"),
    [
        ("de", "OpenAI", "d'OpenAI"),
        ("de", "Ashton", "d'Ashton"),
        ("que", "OpenAI", "qu'OpenAI"),
        ("de", "Higgsfield", "de Higgsfield"),
        ("de", "Hélène Arnaud", "d'Hélène Arnaud"),
        ("le", "onze", "le onze"),
        ("le", "onzième jour", "le onzième jour"),
        ("le", "hasard", "le hasard"),
        ("la", "hausse", "la hausse"),
        ("la", "hallucination", "l'hallucination"),
        ("le", "huit mars", "le huit mars"),
        ("la", "huître", "l'huître"),
        ("le", "hôpital", "l'hôpital"),
        ("la", "honnêteté", "l'honnêteté"),
        ("de", "YouTube", "de YouTube"),
        ("de", "Yves", "d'Yves"),
        ("le", "yacht", "le yacht"),
        ("de", "1080p", "de 1080p"),
        ("de", "«\u00a0Avatar\u00a0»", "d'«\u00a0Avatar\u00a0»"),
        ("si", "il pleut", "s'il pleut"),
        ("si", "elle vient", "si elle vient"),
        ("Que", "Ada dit", "Qu'Ada dit"),
        ("pour", "elle", "pour elle"),
    ],
)
def test_elision_follows_the_sound_and_its_exceptions(word: str, following: str, joined: str) -> None:
    assert french.elide(word, following) == joined


@pytest.mark.parametrize(
    ("phrase", "with_de"),
    [
        ("le film", "du film"),
        ("les studios", "des studios"),
        ("l'étude", "de l'étude"),
        ("la ville", "de la ville"),
        ("Odile", "d'Odile"),
        ("des studios", "de studios"),
        ("des ouvriers", "d'ouvriers"),
    ],
)
def test_contraction(phrase: str, with_de: str) -> None:
    assert french.of(phrase) == with_de


@pytest.mark.parametrize(
    ("name", "within", "origin", "plain"),
    [
        ("Chine", "en Chine", "de Chine", "la Chine"),
        ("Japon", "au Japon", "du Japon", "le Japon"),
        ("États-Unis", "aux États-Unis", "des États-Unis", "les États-Unis"),
        ("Iran", "en Iran", "d'Iran", "l'Iran"),
        ("Israël", "en Israël", "d'Israël", "Israël"),
        ("Cuba", "à Cuba", "de Cuba", "Cuba"),
        ("Côte d’Ivoire", "en Côte d’Ivoire", "de Côte d’Ivoire", "la Côte d’Ivoire"),
        ("Lyon", "à Lyon", "de Lyon", "Lyon"),
        ("Le Havre", "au Havre", "de Le Havre", "Le Havre"),
        ("Union européenne", "dans l'Union européenne", "de l'Union européenne", "l'Union européenne"),
    ],
)
def test_places_take_their_preposition(name: str, within: str, origin: str, plain: str) -> None:
    assert french.in_place(name) == within
    assert french.the_place(name) == plain
    if name != "Le Havre":
        assert french.from_place(name) == origin


def test_a_participle_agrees_with_what_was_counted_before_it() -> None:
    assert french.agree("levé", "m", plural=True) == "levés"
    assert french.agree("supprimé", "f", plural=True) == "supprimées"
    assert french.agree("mis", "m", plural=True) == "mis"
    assert french.agree("sportif", "f", plural=False) == "sportive"


@pytest.mark.parametrize(
    ("verb", "gender", "plural", "form"),
    [
        ("a", "f", False, "a-t-elle"),
        ("peut", "m", False, "peut-il"),
        ("ont", "m", True, "ont-ils"),
        ("vend", "m", False, "vend-il"),
    ],
)
def test_inversion_takes_its_t_between_vowels(verb: str, gender: str, plural: bool, form: str) -> None:
    assert french.inverted(verb, gender, plural) == form


def test_a_sentence_start_is_lowered_unless_it_is_a_name() -> None:
    assert french.lower_first("Les studios du Sud") == "les studios du Sud"
    assert french.lower_first("Kuaishou vend") == "Kuaishou vend"
    assert french.lower_first("LE monde") == "LE monde"
    assert french.lower_first("L'étude") == "l'étude"
    assert french.lower_first("Bloomberg", common=False) == "Bloomberg"


def test_capitals_leave_brand_spelling_alone() -> None:
    assert french.capitalised("en juin") == "En juin"
    assert french.capitalised("«\u00a0oui\u00a0»") == "«\u00a0Oui\u00a0»"
    assert french.capitalised("iPhone vendu") == "iPhone vendu"


@pytest.mark.parametrize(
    ("iso", "words", "when"),
    [
        ("2024-05-01", "1er mai 2024", "le 1er mai 2024"),
        ("2024-06", "juin 2024", "en juin 2024"),
        ("2024", "2024", "en 2024"),
        ("hier", "hier", "en hier"),
    ],
)
def test_dates_in_words(iso: str, words: str, when: str) -> None:
    assert french.french_date(iso) == words
    if iso != "hier":
        assert french.on_date(iso) == when


def test_enumeration() -> None:
    assert french.enumerated(["a", "b", "c"]) == "a, b et c"
