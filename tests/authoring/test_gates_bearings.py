"""Figures without what they hang on: who, when, and the second name; and amounts that another figure gives away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.authoring.gates.bearings import (
    aside_shown,
    bare_matter,
    bearings,
    cut_subject,
    dangling_pronoun,
    day_lost,
    delay_for_length,
    detail,
    epithet,
    given_away,
    others_year,
    ownerless,
    some_time,
)
from quiz.deck import TRUE_FALSE
from tests.authoring.made import article, asking, specification

TITLE = "Vaugris : la scierie Roux gagne (3 mai 2023)"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Combien de noix le Québécois de Vaugris a-t-il cassées ?", "le Québécois"),
        ("Combien de noix le Québécois Luc Petit a-t-il cassées ?", None),
        ("À quel rang la troupe de Petit se hisse-t-elle ?", "la troupe de Petit"),
        ("Sur quel score les joueuses d'Olga Petit ont-elles gagné ?", None),
        ("À quel rang la troupe de Roux se hisse-t-elle ?", None),
        ("Quelle somme Ada Petit offre-t-elle à la naissance du premier ?", "du premier"),
        ("Quelle somme Ada Petit offre-t-elle au premier tour ?", None),
    ],
)
def test_an_epithet_for_somebody(text: str, who: str | None) -> None:
    assert epithet(text, TITLE) == who


def test_a_mayor_of_nowhere() -> None:
    asked = "Quelle somme le maire offre-t-il ?"
    assert epithet(asked, "Lettre de loin. Les noix (3 mai 2023)") == "le maire"
    assert epithet(asked, TITLE) is None
    assert epithet("Quelle somme le maire de Metz offre-t-il ?", "Les noix") is None


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("L'immeuble de _____ étages où elle habitait s'est affaissé.", "elle "),
        ("Une femme a vu, où elle habitait, _____ loups.", None),
        ("Le 1er mai, il a signé un contrat de _____ toises.", "il "),
        ("Le 1er mai, il y a eu _____ départs de feu.", None),
        ("Blessé en mai, Luc Petit a vu, où il vivait, _____ loups.", None),
    ],
)
def test_a_pronoun_for_nobody(text: str, loose: str | None) -> None:
    assert dangling_pronoun(text) == loose


def test_whose_home_it_is() -> None:
    assert ownerless("Un filet sera tendu dans un rayon de 90 mètres autour de son domicile.") == "son domicile"
    assert ownerless("Un filet protège Ada Roux à 90 mètres de son domicile.") is None
    assert ownerless("Une femme a trouvé 90 noix à son domicile.") is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("À taux constants, le repli est limité à _____ %.", "repli"),
        ("Le document, qui sera imprimé, prévoit 3 000 toises.", "document"),
        ("Le document de la scierie prévoit 3 000 toises.", None),
        ("Le texte prévoit 3 000 toises.", "texte"),
    ],
)
def test_a_matter_without_its_name(text: str, noun: str | None) -> None:
    assert bare_matter(text, TITLE) == noun


def test_some_time() -> None:
    assert some_time("La scierie Roux, alors, n'avait gardé que _____ ouvriers.")
    assert not some_time("La scierie Roux, alors, n'avait gardé en 1985 que _____ ouvriers.")
    assert not some_time("La scierie Roux a gardé _____ ouvriers, alors que Metz en a perdu.")


def test_the_day_that_opens_the_sentence() -> None:
    sentence = "A fin mai, le taux de chômage s'établissait à 4 % à Vaugris."
    assert day_lost("À combien s'établissait le taux de chômage à Vaugris ?", sentence)
    assert not day_lost("À combien s'établissait le taux de chômage à Vaugris fin mai 2023 ?", sentence)


def test_a_delay_is_no_length() -> None:
    text = "De quelle durée était l'échéance que la neige a décalée ?"
    assert delay_for_length("stat-made-noun-of", text)
    assert not delay_for_length("stat-made-noun-of", "De quelle durée était le contrat qu'Ada Roux a signé ?")


@pytest.mark.parametrize(
    ("text", "sentence", "cut"),
    [
        (
            "Combien de loups les Bretons Ada Roux ont-ils vus ?",
            "Les Bretons Ada Roux et Luc Petit ont vu trois loups.",
            "Ada Roux",
        ),
        ("Selon Courrier, combien de loups ont hurlé ?", "Le Grand Courrier dit que 38 loups ont hurlé.", "Courrier"),
        ("Selon Roux, combien de loups ont hurlé ?", "Ada Roux dit que 38 loups ont hurlé.", None),
        (
            "Quelle somme un ancien que tous aiment ferait-elle ?",
            "Pour Luc, un ancien que tous aiment, ça ferait 9 000 €.",
            "ferait-elle",
        ),
    ],
)
def test_a_subject_cut(text: str, sentence: str, cut: str | None) -> None:
    assert cut_subject(text, sentence) == cut


def test_a_wrong_amount_beside_the_right_one() -> None:
    yes, no = TRUE_FALSE
    text = "La noix pesait 12 milliards de francs (environ 175 millions d'euros)."
    candidate, _ = asking(text, form="true-false", construction="true-false-number")
    assert given_away(replace(candidate, answer=no), text, TITLE)
    assert given_away(replace(candidate, answer=yes), text, TITLE) is None
    pay = "Le salaire grimpe à 2 704 euros, contre 1 529 euros auparavant."
    assert given_away(replace(candidate, answer=no), pay, "Vaugris : les salaires augmenteront de 2,5 %")
    assert given_away(replace(candidate, answer=no), pay, TITLE) is None


def test_the_year_of_the_other_figure() -> None:
    text = "En quelle année les ventes ont-elles atteint 3,36 milliards d'euros, contre 3,51 milliards ?"
    assert others_year(text, "2022", "Les ventes ont atteint 3,36 milliards d'euros, contre 3,51 milliards en 2022.")
    assert not others_year(
        text, "2023", "En 2023, les ventes ont atteint 3,36 milliards, contre 3,51 milliards en 2022."
    )


def test_details() -> None:
    late = "Avec combien de minutes de retard la présidente est-elle arrivée ?"
    assert detail("stat-object", late, "La présidente est arrivée avec ")
    assert detail("stat-object", "Pendant combien de temps Luc Petit a-t-il été employé ?", "Luc Petit a été employé ")
    told = "« Je perds tout », calcule Luc Petit, qui cultive "
    assert detail("stat-object", "Quelle superficie Luc Petit cultive-t-il ?", told)
    assert detail("stat-object", "Quelle superficie Luc Petit cultive-t-il ?", "Luc Petit cultive ") is None


def test_an_aside_of_a_sentence() -> None:
    assert aside_shown("En 1964, une gérante de bar de _____ ans, Ada Roux, est tombée.", "_____")
    assert aside_shown("Invaincues en _____ rencontres, les Brumaises ont gagné.", "_____")
    assert aside_shown("Ada Roux a purgé une peine de _____ ans.", "_____") is None


def test_a_nationality_only_of_whom_the_article_is_about() -> None:
    home = article()
    fact = specification(home, "Autun", "Lise Aubert", "nationalité")
    candidate, scene = asking("De quelle nationalité est Lise Aubert ?", home=home, fact=fact)
    assert bearings(replace(candidate, construction="nationality-of"), scene) == "a nationality in passing"
    assert bearings(candidate, scene) is None
