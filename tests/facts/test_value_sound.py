"""Slips of French in a sentence, one test a rule: what is seen as one, and what must not be. The sentences are ours."""

from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.clauses import shape
from quiz.facts.reading import read
from quiz.facts.value_sound import slip


def slips(text: str) -> set[str]:
    reading = read(article_of_text(f"Le verger de Vaugris change de mains\n\n{text}"))
    return {slip(shape(s)) for s in reading.sentences if s.kind == "prose"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ada Morin à réalisé un bon temps en 2016.", "accent_for_verb"),
        ("Le concours réunit 47 pays européen à Vaugris.", "singular_after_number"),
        ("Les cueilleurs doublent leurs première rivales.", "plural_determiner"),
        ("Un groupe d'une douzaines de cueilleurs quitte Vaugris.", "singular_determiner"),
        ("Les 30 cueilleurs terminent un belle course.", "singular_determiner"),
        ("Douze bûcherons ont été blessé dans le verger.", "unagreed_participle"),
        ("Près de 3 000 cueilleurs s'étaient réuni à Vaugris.", "unagreed_participle"),
        ("Le cueilleur est aller chercher 12 paniers.", "infinitive_for_participle"),
        ("Des horlogers suisses ajoute que le verger compte 300 pommiers.", "verb_out_of_number"),
        ("Le verger de Vaugris réunit egalement 300 cueilleurs.", "missing_accent"),
        ("À Vaugris, 200 actions ont encore été recensés en 2016.", "participle_of_other_gender"),
        ("Un somalien a acheté 12 paniers à Vaugris.", "small_demonym"),
        ("Le titre revient à la britannique Lise Roux en 12 minutes.", "small_demonym"),
        ("Podium complété par Ada Morin qui cueille 12 paniers.", "telegraphic"),
        ("Ada Morin arrive prés de neuf minutes plus tard.", "stray_marks"),
        ("La croissance s'est finalement établit à 6,7 % en 2016.", "verb_for_participle"),
        ("Une centaine de cueilleurs ont investit la place.", "verb_for_participle"),
        ("Le verger garde 12 paniers, aucune vente n'ayant permit de finir.", "verb_for_participle"),
        ("La grippe revient à Vaugris après avoir disparue pendant 70 ans.", "agreed_after_having"),
        ("Une course qui à permis aux 300 cueilleurs de gagner.", "accent_after_who"),
        ("Seule trois cueilleuses suivent Ada Morin.", "number_unagreed"),
        ("À Vaugris, 400 Vjs ont défilé dans le verger.", "shortened"),
        ("La sonde pèse un peu plus de 3 tonnes et demi.", "number_unagreed"),
        ("Une course longue qui se courait sur 3 km et qui a plu aux cueilleurs.", "only_relatives"),
    ],
)
def test_a_slip_is_named(text: str, rule: str) -> None:
    assert slips(text) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "Ce sont 87 000 cueilleurs qui se sont vu refuser un panier.",
        "Les records se sont succédé pendant trois mois.",
        "La récolte a été vendue le 13 février à 47 pays européens.",
        "Cette fois, le verger a réuni un fonds de 300 euros et des poids de 12 kilos.",
        "Une dizaine de cueilleurs ont été reçus au pays des pommiers, à mi-temps.",
        "Les sans-abri du quartier ont reçu 300 paniers.",
        "Le français est parlé par 300 cueilleurs, un chercheur malien et une école belge.",
        "La championne britannique Lise Roux cueille 12 paniers, 1,5 million de pommes.",
        "Les 56 cueilleurs perdent la course, fatigués pour la plupart.",
    ],
)
def test_what_is_right_is_no_slip(text: str) -> None:
    assert slips(text) == {""}


@pytest.mark.parametrize(
    "text",
    [
        "La liste Bleue obtient elle 58 sièges, treize de moins qu'au scrutin d'avant.",
        "Le litre de lait passe lui de 2 000 francs à 2 100 francs.",
        "Les fêtes de la pomme de Vaugris, se sont déroulées durant trois jours.",
        "Le gardien de Vaugris, qui réaliser 13 arrêts, quitte le terrain.",
        "Le capitaine a réussi les 4 buts qu'il a tiré.",
        "Une fête qui a eu lieue à Vaugris a réuni 300 cueilleurs.",
        "L'épreuve s'est déroulé sur 40 kilomètres autour de Vaugris.",
        "La grève continue mais 200 actions ont encore été recensés à Vaugris.",
        "Le village a reçu 12 personnes persécutés dans leur pays.",
        "Il étaient 160 cueilleurs à Vaugris en 2014.",
        "L'individu de 29 ans, était avec sa mère à Vaugris le jour de la fête.",
        "Le groupe voit ses pertes grandir et une anticipe une baisse de 10 % de ses ventes.",
        "Ces traits auront poussés 12 savants à douter de leur idée.",
        "Les candidats doivent obtenir 270 voix pour être élu.",
        "La forge supprime 600 des 2 700 emplois que comptent le groupe.",
        "Le site a lu 26 000 messages, et ont découvert que 15 joueurs trichaient.",
        "Les sources judiciaires interrogés par la radio parlent de 28 blessés.",
        "Le chômage baisse en Lorraine, à 9,5 % contre 10,2 % il y un an.",
        "L'épreuve c'est déroulée sur 40 kilomètres autour de Vaugris.",
    ],
)
def test_slips_of_hasty_pages_are_seen(text: str) -> None:
    assert slips(text) != {""}


@pytest.mark.parametrize(
    "text",
    [
        "La liste Bleue obtient, elle, 58 sièges, treize de moins qu'au scrutin d'avant.",
        "L'épreuve s'est déroulée sur 40 kilomètres autour de Vaugris.",
        "Le lundi 4 mai, se sont réunis 300 cueilleurs à Vaugris.",
        "Les cueilleurs de Vaugris, venus à pied, ont rempli 12 paniers.",
        "Le capitaine a réussi les 4 buts qu'il a dû tirer.",
        "L'individu, âgé de 29 ans, était avec sa mère à Vaugris le jour de la fête.",
        "Les pistes que 12 savants ont suivies les ont menés à Vaugris.",
        "La candidate doit obtenir 270 voix pour être élue.",
        "La forge supprime 600 des 2 700 emplois que comptent le groupe et ses filiales.",
        "Les sources interrogées par la radio parlent de 28 blessés.",
        "Ada Morin a dit qu'elle a écrit 12 contes et produit 300 paniers.",
        "Une course qui se courait sur 3 km a permis aux cueilleurs de gagner.",
        "La sonde pèse 3 tonnes et demie.",
        "Le traité de Vaugris, qui a donné naissance au verger, fête aujourd'hui ses 60 ans.",
        "Deux personnes ont été tuées et une autre blessée à la suite d'une attaque à l'arme blanche.",
        "Le four, qui vaut 12 millions d'euros, purifie l'air que respirent les habitants.",
        "Un cueilleur arrive à 2 h 30 heure locale avec 19 paniers.",
        "Ada Morin a touché 831 440 euros brut de la mairie de Vaugris.",
        "Le maire et leur fils âgé de 37 ans vendent 12 paniers.",
    ],
)
def test_sound_sentences_of_the_same_kind_are_let_be(text: str) -> None:
    assert slips(text) == {""}
