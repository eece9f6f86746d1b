"""Which statements and which of their figures are worth a blank or another figure."""

from __future__ import annotations

import pytest

from quiz.articles.article import Span
from quiz.authoring.cloze_worth import (
    bare_opening,
    can_be_typed,
    clearly_other,
    disagreeing,
    in_the_main_clause,
    leaning,
    matters,
    rounded_above,
    slip,
    sound,
    undated_past,
)
from quiz.authoring.figures import numeral_of
from quiz.facts.fact import Quantity


def quantity(text: str, low: float, **more: object) -> Quantity:
    span = Span("a", 0, len(text), text)
    told: dict[str, object] = {"bound": "exact", "dimension": "count", "unit": None} | more
    return Quantity(span=span, text=text, low=low, high=low, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roy arrive à 4 minute 28 de la première.",
        "La relayeuse termine avec trois secondes d'avances.",
        "La tempête a le 2 janvier 2018 quitté le pays.",
        "Le ministère a promis en juillet 2017 331 millions d'euros.",
        "Le lundi 13 février 2017 au matin, 13 février, une coulée a fait quatre morts.",
        "Depuis le 3 mai, 60 personnes furent arrêtées.",
        "Au 6 avril 2017, on compte 290 morts depuis le mercredi 5 avril 2017.",
        "Le rapport montre une hausse, de l'ordre de 1,4 % et représente 10 % du total.",
        "Ada Roy a 7 minutes d'avance sur sa première poursuivantes.",
        "Au début les travaux devait durer huit semaines.",
        "Le garage a perdu 12 000 euro cet été.",
        "Les élus réalisent leur pire score avec 20 % des voix et perd 40 sièges.",
    ],
)
def test_a_slip_of_the_writer_is_seen(text: str) -> None:
    assert slip(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les gendarmes ont bloqué la route et trois ponts, et le maire a fermé 12 écoles.",
        "La mairie a fermé 12 écoles et prévoit d'en ouvrir trois.",
        "Depuis le 3 mai 2017, 60 personnes ont été arrêtées.",
        "C'est le 3 décembre 2016 que Luc Roy a été élu.",
        "Une course de 4 minutes et 28 secondes a suffi.",
        "Le pays a reçu 300 tonnes de blé des éleveurs.",
    ],
)
def test_sound_french_passes(text: str) -> None:
    assert slip(text) is None


def test_two_verbs_of_one_subject_are_of_one_number() -> None:
    assert disagreeing("Les entrées sont en hausse et représente 21 % des sorties.") == "et représente"
    assert disagreeing("Les entrées sont en hausse et représentent 21 % des sorties.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Environ 300 personnes étaient présentes à ce moment.",
        "M. Roy a tiré seize cartouches.",
        "La prochaine étape fera 184 kilomètres.",
        "Des inconnus lui ont jeté 30 œufs.",
        "Elle a couru au sein d'un groupe lancé à 4 minutes de l'Américaine.",
        "Trois semaines plus tôt, 58 personnes sont mortes à Volmont.",
    ],
)
def test_what_the_sentences_before_explain_is_not_shown(text: str) -> None:
    assert leaning(text, "Volmont : une fête tourne mal")


def test_whom_the_title_names_may_be_told_of_by_a_surname() -> None:
    assert leaning("M. Roy a vendu 300 tonnes de pommes.", "Volmont : Luc Roy vend son verger") is None
    assert leaning("L'Américaine Ada Roy a couru 30 kilomètres.", "") is None


def test_a_past_before_the_past_needs_its_date() -> None:
    assert undated_past("Un incendie avait détruit 58 maisons du centre.")
    assert undated_past("Ada Roy était arrivée en tête avec 17 % des voix.")
    assert not undated_past("Le village était privé de 58 lignes.")
    assert not undated_past("Un incendie avait détruit 58 maisons du centre en 2012.")
    assert not undated_past("Le convoi, qui avait quitté Volmont, transportait 58 personnes.")


def test_a_date_put_in_the_place_of_a_word_is_no_french() -> None:
    told = "La montre vaut 900 euros, offerte par Luc Roy, actuellement gérant d'un fonds."
    assert not sound(told, told, "")
    assert sound("La montre offerte par Luc Roy vaut 900 euros.", "La montre offerte par Luc Roy vaut 900 euros.", "")


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Après avoir parcouru ", " kilomètres, le convoi s'est arrêté à Volmont."),
        ("Après avoir balayé la côte, le nord et Volmont à ", " km/h, la tempête a quitté le pays."),
        ("Alors que la tempête a déjà fait ", " morts, un plan a été annoncé."),
        ("La sonde, qui tourne en ", " jours, a une panne."),
        ("La police a saisi notamment la recette de ", " bars."),
        ("Ada Roy arrive première, alors que sa rivale avait mené pendant ", " kilomètres."),
    ],
)
def test_a_figure_told_in_passing_is_left_alone(head: str, tail: str) -> None:
    assert not in_the_main_clause(head, tail)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Signant un échec, le parti a perdu deux élus, tombant à ", "."),
        ("La police a notamment saisi ", " tonnes de papier."),
        ("Le convoi, qui avait quitté Volmont, transportait ", " personnes et se rendait à Metz."),
        ("Après plus de ", " kilomètres, Luc Roy a gagné."),
        ("Durant la nuit, au nord de Volmont, ", " voitures ont brûlé."),
        ("La deuxième est Ada Roy, qui a obtenu ", " % des voix."),
    ],
)
def test_a_figure_of_the_main_clause_is_asked(head: str, tail: str) -> None:
    assert in_the_main_clause(head, tail)


def test_wholes_distances_and_hours_do_not_matter() -> None:
    assert not matters("Le parti tombe à 27 élus sur les ", " sièges.", quantity("348", 348))
    assert matters("Une voiture a foncé sur ", " militaires.", quantity("quatre", 4))
    assert not matters("Ils se sont installés ", " plus au sud.", quantity("4 km", 4, dimension="measure"))
    assert not matters("Ils ont composé de ", " à midi.", quantity("8 h", 8, dimension="duration", unit="hour"))


def test_nobody_types_six_digits() -> None:
    long, short, one = numeral_of("165 686"), numeral_of("93 500"), numeral_of("1")
    assert long is not None
    assert short is not None
    assert one is not None
    assert not can_be_typed(long, "165 686")
    assert can_be_typed(short, "93 500")
    assert not can_be_typed(one, "1")


def test_a_hedged_figure_has_a_clearly_other_one() -> None:
    ten = quantity("dix", 10, bound="about", digits=False)
    assert clearly_other(ten, "L'attaque a blessé environ ", 0) == ["vingt", "trente"]
    many = clearly_other(quantity("2 000", 2000, bound="about"), "Quelque ", 1)
    assert many == ["3 000", "4 000", "1 000"]
    assert clearly_other(quantity("2 000", 2000), "La ville compte ", 0) is None


def test_an_age_is_off_by_some_years_and_a_heat_by_some_degrees() -> None:
    ages = clearly_other(quantity("21 ans", 21, dimension="duration"), "Luc Roy remporte à ", 1)
    assert ages == ["25 ans", "18 ans", "27 ans", "16 ans"]
    heat = clearly_other(quantity("39,3 °C", 39.3, dimension="measure", unit="celsius"), "Il a fait ", 0)
    assert heat == ["41,4 °C", "36,9 °C"]


def test_a_figure_told_twice_or_of_something_known_does_not_matter() -> None:
    assert not matters("Ils ont voté à près de ", " % (51,9 % exactement) pour.", quantity("52", 52, dimension="share"))
    assert not matters("Ada Roy est élue au conseil de ", " membres.", quantity("45", 45))
    assert matters("Le village a construit une tour de ", " mètres.", quantity("45", 45))


def test_an_opening_thing_of_which_no_word_tells_whose_it_is_is_doubted() -> None:
    assert bare_opening("Les pertes s'élèvent à 900 euros.", "Volmont : une journée de grève")
    assert not bare_opening("Les pertes s'élèvent à 900 euros.", "Volmont : de lourdes pertes")
    assert not bare_opening("Les pertes de la mairie s'élèvent à 900 euros.", "Volmont : une journée de grève")


@pytest.mark.parametrize(
    "text",
    [
        "Pour un million d'entre eux, l'adresse a fuité.",
        "Problème : le gardien était exclu dix minutes.",
        "Brumelle en a acquis les droits pour 31 pays.",
        "On devait y poser les murs de 40 maisons.",
        "Un cargo m'a récupérée au bout de 14 heures.",
        "Nous avons perdu 11 jours de classe.",
    ],
)
def test_words_of_another_sentence_or_of_an_interview_lean(text: str) -> None:
    assert leaning(text, "Le port de Lorient")


@pytest.mark.parametrize(
    "text",
    [
        "Il y a 31 cargos au port de Lorient.",
        "En mai, le port de Lorient a perdu 31 emplois en une semaine.",
        "Le maire de Lorient a dit : « Nous en avons perdu 31 ».",
        "Des 60 navires du port de Lorient, il en reste 31.",
    ],
)
def test_a_sentence_that_explains_itself_does_not_lean(text: str) -> None:
    assert leaning(text, "Le port de Lorient") is None


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Le suspect, un Rennais de ", " ans, a été arrêté mardi."),
        ("La toile, un coton teint mesurant ", " mètres sur 5,90 mètres, représente une fête."),
        ("Brumelle agrandit l'usine qui portera la capacité du site, ", " unités en 2019, au-delà du million."),
        ("L'équipe, forte de ", " personnes, ne serait pas touchée."),
        ("L'affaire qui secoue Brumelle – une mutuelle assurant ", " affiliés – connaît une suite."),
        ("Après la côte, les virages et leurs ", " km à 8 %, Ada Roy accusait une minute de retard."),
    ],
)
def test_a_figure_in_an_apposition_is_not_asked_for(head: str, tail: str) -> None:
    assert not in_the_main_clause(head, tail)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("En mai, une équipe de ", " chercheurs, menée par Ada Roy, a trouvé le site."),
        ("Huit ans de prison, dont deux avec sursis, et ", " euros d'amende, ont été requis."),
        ("Selon le parquet, la ville a perdu ", " emplois, ce qui inquiète."),
    ],
)
def test_a_figure_of_the_clause_itself_is_asked_for(head: str, tail: str) -> None:
    assert in_the_main_clause(head, tail)


def test_the_storeys_of_a_house_do_not_matter() -> None:
    assert not matters("Un immeuble de ", " étages a brûlé.", quantity("neuf", 9))
    assert matters("L'immeuble a gagné ", " étages.", quantity("neuf", 9))


def test_a_figure_of_a_clause_that_opens_with_while_is_not_asked_for() -> None:
    assert in_the_main_clause("Alors que dix villages sont sous l'eau, environ ", " soldats sont venus.")
    head = "Alors qu'Ada Roy, Luc Petit et Awa Diop dirigent le port depuis "
    assert not in_the_main_clause(head, " ans, le maire veut changer.")


def test_the_third_in_a_row_leans_on_the_two_before() -> None:
    assert leaning("C'est la troisième d'affilée en quatre jours (les autres ont fait cinq morts).", "La tempête")
    assert leaning("C'est la troisième fois que Lorient gagne en 12 ans.", "Lorient") is None


def test_a_distance_from_nowhere_does_not_matter() -> None:
    assert not matters(
        "Le toit s'est retrouvé à ", ", dans la cour du lycée.", quantity("300 mètres", 300, unit="meter")
    )
    assert matters("Le vélo s'est arrêté à ", " de l'arrivée.", quantity("300 mètres", 300, unit="meter"))


def test_a_share_that_the_title_rounds_is_told() -> None:
    share = quantity("53,98 %", 53.98, dimension="share", unit="percent")
    assert rounded_above(share, "Votation : non à 53,9 % aux Jeux")
    assert rounded_above(share, "Votation : non à 54 % aux Jeux")
    assert not rounded_above(share, "Votation : non à 61 % aux Jeux")
