"""Questions worth their place, and those that ask what nobody would remember."""

from dataclasses import replace

import pytest

from quiz.authoring.candidate import ruled
from quiz.authoring.gates import worth
from quiz.authoring.scene import Scene
from quiz.facts.event import Event
from quiz.facts.fact import Frame
from tests.authoring.made import DEMAND, article, asking, quotation, sentence, span, specification, who_said


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [
        ("La société Brumelle a payé.", "Vaugris : un maire en procès", False),
        ("La société Brumelle a payé.", "Brumelle devant ses juges", True),
        ("La société Brumelle a payé. Brumelle nie. Qui dirige Brumelle le sait.", "Vaugris : un procès", True),
    ],
)
def test_what_a_thing_is_is_asked_of_what_the_article_is_about(text: str, title: str, kept: bool) -> None:
    home = article(text, title=title)
    fact = specification(home, "société", "Brumelle", "nature")
    candidate, scene = asking("Qu'est-ce que Brumelle ?", "une société", home, fact=fact, construction="nature-of")
    assert (worth.about_it(candidate, scene) is None) is kept


@pytest.mark.parametrize(("text", "kept"), [("Ada Morin (LR) a parlé.", False), ("Ada Morin (LR), le PS, EELV.", True)])
def test_a_party_is_asked_among_parties(text: str, kept: bool) -> None:
    home = article(text)
    fact = specification(home, "LR", "Ada Morin", "parti")
    wrong = tuple(ruled(name, None) for name in ("PS", "EELV", "FN"))
    candidate, scene = asking("À quel parti ?", "LR", home, fact=fact, construction="party-of", suggested=wrong)
    assert (worth.among_parties(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Qui a signé un décret contre les péages de Vaugris ?", False),
        ("Qui a promulgué la loi sur les péages de Vaugris ?", False),
        ("Qui convoque un conseil de défense à Vaugris ?", False),
        ("Qui a organisé une réunion de crise à Vaugris ?", False),
        ("Qui vient de rompre avec son prédécesseur à Vaugris ?", False),
        ("Qui a visité la forge de Vaugris ?", True),
    ],
)
def test_what_only_a_president_does_is_not_asked(question: str, kept: bool) -> None:
    home = article("Le président gabonais Paul Roux a signé un décret. Le maire Luc Morin a visité la forge.")
    fact = Event(
        evidence=sentence(home, "Paul Roux"), answer=span(home, "Paul Roux"), rule="test", confidence=0.9,
        slot="agent", value="Paul Roux", value_kind="person", entity="", frame=Frame(),
    )  # fmt: skip
    candidate, scene = asking(question, "Paul Roux", home, fact=fact, construction="event-agent", form="text")
    assert (worth.acts_of_state(candidate, scene) is None) is kept


def test_a_president_is_one_without_his_country_too() -> None:
    home = article("Le président Paul Roux a signé un décret. Le maire Luc Morin a visité la forge.")
    fact = Event(
        evidence=sentence(home, "Paul Roux"), answer=span(home, "Paul Roux"), rule="test", confidence=0.9,
        slot="agent", value="Paul Roux", value_kind="person", entity="", frame=Frame(),
    )  # fmt: skip
    question = "Qui a organisé une réunion de crise ?"
    candidate, scene = asking(question, "Paul Roux", home, fact=fact, construction="event-agent", form="text")
    assert worth.acts_of_state(candidate, scene) is not None


@pytest.mark.parametrize(
    ("speaker", "words", "kept"),
    [
        ("ministère de la Forge", "340 apprentis sont inscrits à Vaugris", False),
        ("ministère de la Forge", "la mairie de Vaugris doit fermer son école", True),
        ("syndicat de la Forge", "340 apprentis sont inscrits à Vaugris", True),
    ],
)
def test_a_ministry_that_counts_is_not_asked_for(speaker: str, words: str, kept: bool) -> None:
    home = article(f"Selon le {speaker}, {words}.")
    fact = quotation(
        home, words, speaker, speaker_kind="organisation", quote_type="indirect", rule="claim-source", step="body"
    )
    candidate, scene = asking(f"Qui affirme que {words} ?", speaker, home, fact=fact, construction="who-claimed")
    assert (worth.a_stake(candidate, scene) is None) is kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("C'était sans aucun doute volontaire", False),
        ("C'était sans aucun doute Brumelle", True),
        (DEMAND, True),
    ],
)
def test_a_saying_of_a_few_plain_words_is_anybody_s(words: str, kept: bool) -> None:
    home = article(f"« {words} », a déclaré Odile Ferrand.")
    candidate = who_said(home, words)
    assert (worth.own_saying(replace(candidate, form="text"), Scene(home)) is None) is kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Nous, les fondeurs, n'en pouvons plus de voir partir nos apprentis", False),
        ("Ils nous ont laissés sans un mot devant la porte de la forge", True),
    ],
)
def test_words_that_say_who_speaks_are_not_asked(words: str, kept: bool) -> None:
    home = article(f"« {words} », écrivent les fondeurs de Vaugris.")
    candidate = who_said(home, words, "les fondeurs de Vaugris")
    assert (worth.unnamed_by_the_words(candidate, Scene(home)) is None) is kept


@pytest.mark.parametrize(("text", "kept"), [("Le Fanal illustré déplore", False), ("Le Fanal déplore", True)])
def test_a_name_that_goes_on_is_not_cut(text: str, kept: bool) -> None:
    words = "le résultat grotesque d'une règle bricolée depuis des années"
    home = article(f"{text} « {words} » à Vaugris.")
    fact = quotation(home, words, "Fanal", speaker_kind="organisation", cue="déplore")
    assert (worth.whole_name(who_said(home, words, "Fanal", fact=fact), Scene(home)) is None) is kept


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Le maire de quelle ville appelle tout le monde ?", False),
        ("Le maire de quelle ville appelle tout le monde à chanter ?", True),
    ],
)
def test_a_call_is_asked_with_what_it_calls_for(question: str, kept: bool) -> None:
    home = article("Le maire de Vaugris, invité à Brest, appelle tout le monde, même les absents, à chanter.")
    fact = Event(
        evidence=sentence(home, "Vaugris"), answer=span(home, "Vaugris"), rule="test", confidence=0.9,
        slot="of", value="Vaugris", value_kind="place", entity="", frame=Frame(),
    )  # fmt: skip
    candidate, scene = asking(question, "Vaugris", home, fact=fact, construction="event-of")
    assert (worth.whole_call(candidate, scene) is None) is kept
