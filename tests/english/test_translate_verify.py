"""What of a machine's English may stand beside the French."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck import BLANK
from quiz.english.translate_verify import flaw_of, tidied


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Le tram transporte 12\u202f000 voyageurs.", "The tram carries 12,000 passengers."),
        ("Il a coûté 3,5 millions d’euros en 2024.", "It cost 3.5 million euros in 2024."),
        ("Le budget atteint 1,2 milliard €.", "The budget reaches €1.2 billion."),
        ("Le budget atteint 1,2 milliard €.", "The budget reaches €1.2bn."),
        ("La séance commence à 20 h 30.", "The session starts at 8:30 pm."),
        ("La mode des années 80 revient.", "The fashion of the 1980s is back."),
        ("Deux cents personnes sont venues.", "200 people came."),
        ("Une personne est venue.", "1 person came."),
        ("Au XIXe siècle, le port grandit.", "In the 19th century, the port grew."),
        ("Selon elle, 44 % des élèves lisent.", "According to her, 44 percent of pupils read."),
        ("La piste mesure 5 m de large.", "The track is 5 m wide."),
        ("« Nous partons », dit-elle.", "“We are leaving,” she says."),
        ("« Nous partons », dit-elle.", '"We are leaving," she says.'),
        (f"La ville compte {BLANK} gares.", f"The town has {BLANK} stations."),
        ("Emmanuel Macron", "Emmanuel Macron"),
        ("Oui", "Yes"),
        ("Il n’y est pas arrivé.", "He failed to do it."),
        ("Elle part sans lui.", "She is not leaving with him."),
        ("Il ne mange que du pain.", "He eats only bread."),
        ("désert", "desert"),
        ("Guild of America", "Guild of America"),
        ("The tram is on its way in the rain", "The tram is on its way in the rain"),
        ("Quel pourcentage des élèves lit ?", "What percentage of pupils read?"),
        ("« Je pars, dit-elle, et tôt. »", "“I’m leaving,” she says, “and early.”"),
        ("Où va l’histoire ? »", "Where is history going?”"),
    ],
)
def test_good_english_stands(french: str, english: str) -> None:
    assert flaw_of(french, tidied(english)) is None


@pytest.mark.parametrize(
    ("french", "english", "flaw"),
    [
        ("Le tram transporte 12 000 voyageurs.", "The tram carries 1,200 passengers.", "numbers"),
        ("Le tram transporte des voyageurs.", "The tram carries 300 passengers.", "numbers"),
        ("Une gare ouvre.", "A station opens in 1995.", "numbers"),
        ("Il a coûté 3 milliards d’euros.", "It cost 3 million euros.", "numbers"),
        ("Il a coûté 3 milliards d’euros.", "It cost 3 euros.", "numbers"),
        ("Selon elle, 44 % des élèves lisent.", "According to her, 44 pupils read.", "numbers"),
        ("Le 12 mars 2024, la gare ouvre.", "On March 12, the station opens.", "numbers"),
        ("« Nous partons », dit-elle.", "We are leaving, she says.", "marks"),
        ("Nous partons, dit-elle.", "“We are leaving,” she says.", "marks"),
        (f"La ville compte {BLANK} gares.", "The town has stations.", "blank"),
        ("La ville ouvre une nouvelle gare au nord de la vieille ville.", "Town.", "length"),
        ("Oui", "Yes, " + "and this is a long story that nobody asked for " * 3, "length"),
        ("La ville ouvre une gare.", "La ville ouvre une gare.", "french"),
        ("boulangerie", "boulangerie", "french"),
        ("Le maire ne part pas aujourd’hui.", "The mayor is leaving today.", "negation"),
        ("Elle n’a jamais vu la mer.", "She has seen the sea.", "negation"),
        ("Le maire part aujourd’hui.", "The mayor is not leaving today.", "negation"),
        ("« Oui » et « non »", "“Yes” and no", "marks"),
        ("La ville ouvre une gare dans le nord.", "La ville ouvre une station dans le nord.", "french"),
        ("Bonjour à tous", "…", "empty"),
    ],
)
def test_what_did_not_survive_is_named(french: str, english: str, flaw: str) -> None:
    assert flaw_of(french, tidied(english)) == flaw


def test_names_stay_as_themselves_or_as_the_rules_write_them() -> None:
    french = "Anne Lebrun vit en Chine."
    assert flaw_of(french, "Anne Lebrun lives in China.", ["Anne Lebrun", "Chine|China"]) is None
    assert flaw_of(french, "Anne the Brown lives in China.", ["Anne Lebrun", "Chine|China"]) == "names"
    assert flaw_of(french, "Anne Lebrun lives abroad.", ["Anne Lebrun", "Chine|China"]) == "names"


@pytest.mark.parametrize(
    ("reply", "tidy"),
    [
        ("It is &#39;on&#39; &amp; off", "It is 'on' & off"),
        ("He says « no » today", "He says “no” today"),
        ('He says "no" today', "He says “no” today"),
        ("There are ___ of  them\u00a0here", f"There are {BLANK} of them here"),
        ("A \x1b[31mred\x1b[0m line", "A red line"),
        ("AT&T stays", "AT&T stays"),
        ("It has 12 000 seats and 3,5 % more ?", "It has 12,000 seats and 3.5% more?"),
        ("In 2024 300 people, 1,234 dogs: yes.", "In 2024 300 people, 1,234 dogs: yes."),
        ("Who said: “Why ?”", "Who said: “Why?”"),
    ],
)
def test_replies_are_tidied(reply: str, tidy: str) -> None:
    assert tidied(reply) == tidy
    assert tidied(tidy) == tidy


_WORDS = st.lists(st.sampled_from(["the", "town", "opens", "a", "station", "north", "river"]), min_size=6, max_size=12)


@given(_WORDS, st.integers(2, 999_999), st.integers(2, 999_999), st.sampled_from(["", " %", " millions", " milliards"]))
def test_a_number_stands_only_as_itself(words: list[str], wanted: int, told: int, unit: str) -> None:
    """Whatever the words around it: the same number passes and another one never does."""
    english_unit = {"": "", " %": "%", " millions": " million", " milliards": " billion"}[unit]
    french = f"La ville du nord ouvre {wanted:,}".replace(",", "\u202f") + f"{unit} portes sur le fleuve"
    same = f"{' '.join(words)} {wanted:,}{english_unit} gates"
    assert flaw_of(french, same) is None
    other = f"{' '.join(words)} {told:,}{english_unit} gates"
    long, short = str(told), f"{wanted:02}"
    decade = len(str(wanted)) == 2 and long.endswith(short)
    if told != wanted and not decade:
        assert flaw_of(french, other) == "numbers"


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_get_a_verdict(french: str, english: str) -> None:
    flaw = flaw_of(french, tidied(english))
    assert flaw is not None or any(char.isalpha() for char in english)
