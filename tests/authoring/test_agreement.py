"""Slips of French mended in our own words: what is mended, and the right French that is left alone."""

from __future__ import annotations

import pytest

from quiz.authoring.agreement import mended_slips, sure_gender, unagreed
from quiz.authoring.dates import with_months
from quiz.authoring.repairs import repaired
from tests.authoring.made import asking


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("À Metz, combien de personnes ont été blessés ?", "À Metz, combien de personnes ont été blessées ?"),
        ("À Metz, plus de 12 personnes ont été interrogés.", "À Metz, plus de 12 personnes ont été interrogées."),
        ("Les accusations ont été formulée par Odile.", "Les accusations ont été formulées par Odile."),
        ("Vers midi, ils ont été recensée à Metz.", "Vers midi, ils ont été recensés à Metz."),
        ("Elle a été blessé à Metz.", "Elle a été blessée à Metz."),
        ("La manifestation a été annulé.", "La manifestation a été annulée."),
        ("La Chine vit de son pain et son commerce extérieure.", "La Chine vit de son pain et son commerce extérieur."),
        ("Une concertation national s'ouvre à Metz.", "Une concertation nationale s'ouvre à Metz."),
        ("Le loup est mort sur le commune de Metz.", "Le loup est mort sur la commune de Metz."),
        ("Au terme du course, un pénalité tombe.", "Au terme de la course, une pénalité tombe."),
        ("À 900 millions d'année-lumières de Metz.", "À 900 millions d'années-lumière de Metz."),
        ("Odile gagne en 2 minute 21 secondes.", "Odile gagne en 2 minutes 21 secondes."),
        ("Un accident dut à une panne bloque Metz.", "Un accident dû à une panne bloque Metz."),
        ("L'avant dernière étape part de Metz.", "L'avant-dernière étape part de Metz."),
        ("Le loup a quitté la vallée avant sa disparition il a 900 ans.", None),
        ("La scierie vend à à peine 12 toises.", "La scierie vend à peine 12 toises."),
    ],
)
def test_a_slip_with_one_cure_is_mended(said: str, right: str | None) -> None:
    assert mended_slips(said) == (right or said.replace(" il a ", " il y a "))


@pytest.mark.parametrize(
    "said",
    [
        "Combien de personnes ont été blessées ?",
        "Combien d'hommes et de femmes ont été blessés ?",
        "Les manifestations ont été plus violentes à Metz.",
        "Combien de tonnes de bois ont été vendus ?",
        "Combien de membres de la famille ont été tués ?",
        "Le ministre de la défense français reste à Metz.",
        "Le commerce extérieur, la concertation nationale et la vie culturelle y gagnent.",
        "Le général, qu'il a 40 ans, le sait.",
        "Odile, mais il a 12 ans de moins, le suit.",
        "Le bastion du parti accueille le tardigrade et un retraité.",
        "Metz le marque, elle la commerce et le cause, le note et le fête.",
        "À 2 h 30 heure locale, Odile gagne en 1,5 minute, le maire dut à son parti de rester.",
        "Nous nous arrêtons, vous vous arrêtez.",
        "Il fut ministre de de Gaulle.",
        "Odile est la personne du milieu rural qui a été élue.",
        "Une trentaine de personnes a été arrêtée.",
        "La majorité est satisfaite.",
    ],
)
def test_right_french_is_left_alone(said: str) -> None:
    assert mended_slips(said) == said


def test_a_gender_is_known_or_it_is_not_said() -> None:
    assert [sure_gender(noun) for noun in ("personnes", "commerce", "concertation", "trophée", "artistes")] == [
        "f",
        "m",
        "f",
        "",
        "",
    ]


def test_an_adjective_that_may_be_another_nouns_is_only_named() -> None:
    said = "Odile lance le thème de la grande concertation national."
    assert mended_slips(said) == said
    assert unagreed(said) == "concertation national"
    assert unagreed("Odile lance la grande concertation nationale.") == ""


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("l'étape s'est tenue samedi 3 à Metz ?", "l'étape s'est tenue le samedi 3 septembre 2016 à Metz ?"),
        ("la grève dure jusqu'à mardi 6.", "la grève dure jusqu'au mardi 6 septembre 2016."),
        ("Ce samedi 3, Metz gagne.", "Le samedi 3 septembre 2016, Metz gagne."),
        ("la nuit du samedi 3 au dimanche 4 septembre", "la nuit du samedi 3 au dimanche 4 septembre"),
        ("le samedi 3 mai 2014, Metz gagne", "le samedi 3 mai 2014, Metz gagne"),
        ("samedi 3 personnes sont venues", "samedi 3 personnes sont venues"),
        ("le lundi 9, Metz perd", "le lundi 9, Metz perd"),
    ],
)
def test_a_day_without_its_month_gets_the_articles(said: str, right: str) -> None:
    assert with_months(said, "2016-09-04") == right


def test_quoted_words_keep_their_slips() -> None:
    candidate, scene = asking("Qui a écrit « cinq personnes ont été blessés » sur l'avant dernière page ?")
    assert repaired(candidate, scene).question.fr.replace("\u00a0", " ").replace("\u202f", " ") == (
        "Qui a écrit « cinq personnes ont été blessés » sur l’avant-dernière page ?"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ada s'est faite éliminée en finale", "Ada s'est fait éliminer en finale"),
        ("Une grève d'une journée a été déclenché", "Une grève d'une journée a été déclenchée"),
        ("Une centaine de ruches a été vendus", "Une centaine de ruches a été vendus"),
        ("six notaires locaux étaient encore gardées à vue", "six notaires locaux étaient encore gardés à vue"),
        ("la scierie est en grave difficultés", "la scierie est en graves difficultés"),
        ("des oies fraîchements plumées", "des oies fraîchement plumées"),
        ("les bâtiments rénovés", "les bâtiments rénovés"),
        ("l'armateur Italo - Suisse", "l'armateur Italo-Suisse"),
        ("la course Paris - Nice", "la course Paris - Nice"),
        ("le discours officiel turque", "le discours officiel turc"),
        ("l'incendie partielle du moulin", "l'incendie partiel du moulin"),
        ("devant la Tribunal de Metz", "devant le Tribunal de Metz"),
        ("devant la Cour de Metz", "devant la Cour de Metz"),
    ],
)
def test_slips_of_a_clause_with_one_cure(text: str, told: str) -> None:
    assert mended_slips(text) == told
