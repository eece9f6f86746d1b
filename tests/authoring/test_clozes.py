"""Clozes and statements to judge: which figures become one, and what is mended or left out of their sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.clozes import clozes, mended
from quiz.authoring.lightening import trimmed
from quiz.facts.reading import read_many
from quiz.facts.statistics import statistics

TITLE = "Inde : le verger de Vaugris change de mains"


def article(text: str, title: str) -> Article:
    return replace(article_of_text(f"{title}\n\n{text}"), date="2017-08-05")


def made(text: str, title: str = TITLE) -> list[Candidate]:
    reading = next(read_many([article(text, title)]))
    return [c for fact in statistics(reading) for c in clozes(fact)]


def shown(text: str, title: str = TITLE) -> list[str]:
    return [c.question.fr for c in made(text, title) if c.form == "cloze"]


def test_the_figure_is_left_out_of_its_sentence() -> None:
    assert shown("Le verger de Vaugris a vendu 340 tonnes de pommes en 2016.") == [
        "Le verger de Vaugris a vendu _____ tonnes de pommes en 2016."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Plus de 3 000 cueilleurs s'étaient réuni à Vaugris en 2016.",
        "Le tireur, âgé de 31 ans, a quitté le verger de Vaugris.",
        "Par la suite, le verger de Vaugris a vendu 340 tonnes de pommes.",
        "Plus exactement 16 000 euros en août 2002 pour le verger de Vaugris.",
        "Le 17 décembre, le jury a accepté les dossiers de 28 autres cueilleurs de Vaugris.",
        "À Vaugris, les 28 États membres de l'Union ont rappelé leur cueilleur.",
        "La ferme de Pila, située à 80 kilomètres au sud de Vaugris, a été vendue.",
    ],
)
def test_no_cloze_of_what_leans_slips_or_tells_in_passing(text: str) -> None:
    assert shown(text) == []


def test_what_only_goes_on_from_the_figure_is_left_out_of_a_long_sentence() -> None:
    (found,) = shown(
        "Le bureau du verger de Vaugris emploie désormais 51 personnes dans la vallée du nord de la commune, après des "
        "années de lente croissance, alors que celui de Metz a fermé au printemps."
    )
    assert found.endswith("après des années de lente croissance.")


def test_what_changes_the_claim_is_never_left_out() -> None:
    tail = " ouvriers dans la vallée du nord de la commune, mais pas tous, selon la mairie."
    assert trimmed(tail, "mot " * 40) == tail


def test_the_main_verb_is_never_left_out() -> None:
    tail = " ouvriers, qui habitent Metz, ont quitté la vallée."
    assert trimmed(tail, "mot " * 40) == tail


@pytest.mark.parametrize(
    ("part", "sound"),
    [
        ("Le 32 e concours", "Le 32e concours"),
        ("Élue le 1 er mai", "Élue le 1er mai"),
        ("M gr Morin", "Mgr Morin"),
        ("le dollar ( USD ) .", "le dollar (USD)."),
        ("A 27 ans", "À 27 ans"),
        ("Ada Morin a également battu", "Ada Morin a battu"),
        (
            "Les ventes connaissent aussi une forte hausse, un record également.",
            "Les ventes connaissent une forte hausse, un record.",
        ),
        (
            "Volute est non seulement un outil mais aussi un jeu.",
            "Volute est non seulement un outil mais aussi un jeu.",
        ),
    ],
)
def test_typography_is_mended(part: str, sound: str) -> None:
    assert mended(part, opens=True) == sound


def test_a_range_is_never_judged() -> None:
    assert not [c for c in made("Le robot de Vaugris a une portée de 3 000 à 4 000 km.") if c.form == "true-false"]


def test_what_the_title_tells_is_not_judged() -> None:
    text, title = "À Vaugris, 107 cueilleurs ont passé leur examen.", "Une centaine de cueilleurs à l'examen à Vaugris"
    assert not [c for c in made(text, title) if c.form == "true-false"]


def test_a_share_of_nobody_makes_no_cloze() -> None:
    text = (
        "En juin, 44 % des cueilleurs de Vaugris dorment sur place. Seuls 15 %, par contre, rentrent le soir à Vaugris."
    )
    assert len(shown(text)) == 1


def test_the_first_figure_only_is_stated_as_it_is() -> None:
    found = made("La grêle de Vaugris a fait neuf blessés : quatre cueilleurs et cinq soldats de la commune.")
    assert len([c for c in found if c.form == "true-false" and c.answer.fr == "Vrai"]) <= 1


def test_what_only_ties_a_sentence_to_another_is_left_out_inside_it() -> None:
    said = shown("Le maire de Vaugris a cependant planté 300 pommiers rares dans le verger du roi Oscar.")
    assert said == ["Le maire de Vaugris a planté _____ pommiers rares dans le verger du roi Oscar."]


def test_two_connectors_go_as_well_as_one() -> None:
    said = shown("Mais ce n'est pas tout, le verger de Vaugris compte 300 pommiers rares et un moulin.")
    assert said == ["Le verger de Vaugris compte _____ pommiers rares et un moulin."]


def test_an_interjection_or_a_lead_that_turns_the_page_is_left_out() -> None:
    said = ["Le verger de Vaugris compte _____ pommiers rares et un moulin."]
    assert shown("Mais voilà, le verger de Vaugris compte 300 pommiers rares et un moulin.") == said
    assert shown("Dans le reste de l'actualité, le verger de Vaugris compte 300 pommiers rares et un moulin.") == said


def test_a_stressed_pronoun_inside_a_verb_is_left_out() -> None:
    assert mended("Les cas graves sont eux réduits de") == "Les cas graves sont réduits de"
    assert mended("Le maire est lui aussi venu de") == "Le maire est lui aussi venu de"


def test_a_town_that_opens_gets_its_accent_and_a_contrast_goes() -> None:
    assert mended("A Saint-Avaud (Isère), ", opens=True) == "À Saint-Avaud (Isère), "
    said = shown("À l'inverse, le verger de Vaugris garde 300 pommiers rares et un moulin.")
    assert said == ["Le verger de Vaugris garde _____ pommiers rares et un moulin."]


def test_a_crowded_sentence_goes_without_figures_in_brackets_and_what_goes_on() -> None:
    text = "Le verger de Vaugris a vendu 418 500 noyers cette saison (+ 3 % en mars), contre 430 000 en 2016."
    assert any(c.endswith("_____ noyers cette saison, contre 430 000 en 2016.") for c in shown(text))
    more = text.replace("(+ 3 % en mars), contre 430 000 en 2016", "et 900 cerisiers, contre 430 000 en 2016")
    assert any(c.endswith("_____ noyers cette saison et 900 cerisiers.") for c in shown(more))


def test_a_collective_is_judged_among_collectives() -> None:
    judged = made("Le verger de Vaugris a fait venir une cinquantaine de cueilleurs dans la vallée.")
    assert [c.construction for c in judged] == ["true-false-number"]
    assert re.search(r"une \w+aine de cueilleurs", judged[0].question.fr)


def test_a_figure_that_the_title_has_in_the_same_words_may_be_left_out_but_not_judged() -> None:
    forms = {c.form for c in made("À Vaugris, 107 noyers ont été abattus par la grêle.", "Inde : 107 noyers abattus")}
    assert forms == {"cloze"}


@pytest.mark.parametrize("key", [7, 9, 11, 12])
def test_a_wrong_figure_is_not_off_by_one(key: int) -> None:
    judged = [c.question.fr for c in made(f"La forge de Vaugris emploie {key} fondeurs.") if c.form == "true-false"]
    told = [int(found) for text in judged for found in re.findall(r"\d+", text)]
    assert told
    assert all(other == key or abs(other - key) > 1 for other in told)


def test_a_wrong_figure_is_neither_near_nor_far_where_another_is_between() -> None:
    judged = [
        (key, c.question.fr)
        for key in (418, 754, 347, 926)
        for c in made(f"La forge de Vaugris emploie 51 fondeurs et {key} apprentis.")
        if c.form == "true-false" and c.answer.fr == "Faux" and str(key) not in c.question.fr
    ]
    assert judged
    for key, text in judged:
        assert 0.25 <= abs(int(re.findall(r"\d+", text)[-1]) - key) / key <= 0.5


def test_a_list_of_moments_makes_no_cloze() -> None:
    for text, title, some in (
        ("Le verger de Vaugris a vendu 340 tonnes de pommes.", "Le verger de Vaugris", True),
        ("Le verger de Vaugris a vendu 340 tonnes de pommes.", "Chronologie : le verger de Vaugris", False),
        ("Le verger de Vaugris a vendu 340 tonnes de pommes en 2016.", "Chronologie : le verger de Vaugris", True),
    ):
        home = article(text, title)
        (reading,) = read_many([home])
        assert any(clozes(fact, home) for fact in statistics(reading)) is some


def test_a_contrast_with_what_stood_before_is_left_out() -> None:
    assert mended("Le café, lui, est vendu ") == "Le café est vendu "
