"""Questions about figures that share a verb, stand beside a source or a denial, or follow an object: from a sentence of
ours to the question as it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.clozes import clozes
from quiz.authoring.gates.forms import salience
from quiz.authoring.gates.late import late_sentences
from quiz.authoring.gates.truth import modality
from quiz.authoring.scene import Scene
from quiz.authoring.stat_questions import candidates
from quiz.facts.reading import read_many
from quiz.facts.statistics import statistics
from quiz.typography import fold


def stems(text: str, title: str = "Inde : le verger de Vaugris change de mains") -> list[str]:
    source = replace(article_of_text(f"{title}\n\n{text}"), date="2017-08-05")
    reading = next(read_many([source]))
    scene = Scene(source, {}, fold(source.text))
    found = [c for fact in statistics(reading) for c in candidates(fact, source) if modality(c, scene) is None]
    return list(dict.fromkeys(c.question.fr for c in found))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Un premier bilan fait état de 14 morts et 27 blessés à Vaugris.",
         "De combien de blessés un premier bilan fait-il état à Vaugris ?"),
        ("On dénombre une cinquantaine de blessés, et au moins 36 disparus à Vaugris.",
         "Combien de disparus dénombre-t-on à Vaugris ?"),
        ("La crue de Vaugris a causé des dégâts, faisant au moins 9 morts et 49 blessés.",
         "Combien de blessés la crue de Vaugris a-t-elle faits ?"),
        ("Selon la mairie de Vaugris, 300 marcheurs auraient été blessés lors de la fête.",
         "Selon la mairie de Vaugris, combien de marcheurs auraient été blessés lors de la fête ?"),
        ("Selon l'association Filou, il y aurait eu 111 vols de noix au cours de l'année 2016.",
         "Selon l'association Filou, combien de vols de noix y aurait-il eu au cours de l'année 2016 ?"),
        ("Selon le sondage Filou, 59 % des Lensois n'ont pas été convaincus par le maire.",
         "Selon le sondage Filou, quel pourcentage des Lensois n'ont pas été convaincus par le maire ?"),
        ("Environ 59 % des Lensois ont en effet rejeté la réforme des vergers.",
         "Quel pourcentage des Lensois ont rejeté la réforme des vergers ?"),
        ("Paul Morin a remporté son premier titre en 5 h 18 min 12 s.",
         "En combien de temps Paul Morin a-t-il remporté son premier titre ?"),
        ("Paul Morin gagne la course de Vaugris avec près de deux minutes d'avance sur Luc Roux.",
         "Avec combien de minutes d'avance Paul Morin gagne-t-il la course de Vaugris sur Luc Roux ?"),
        ("Avec une seule médaille de bronze, le Maroc se classe 78e au tableau des médailles.",
         "À quelle place le Maroc se classe-t-il au tableau des médailles ?"),
        ("On a arrêté, dans le cadre de l'enquête, treize employés de la société Filou.",
         "Combien d'employés de la société Filou a-t-on arrêtés dans le cadre de l'enquête ?"),
        ("Lens a remporté la coupe, en battant Metz sur le score de 31 à 26.",
         "Sur quel score Lens a-t-il battu Metz ?"),
        ("Paul Roux a écopé d'une amende de 4 000 euros pour avoir vendu la grange de Vaugris.",
         "De quel montant était l'amende dont Paul Roux a écopé pour avoir vendu la grange de Vaugris ?"),
        ("Paul Roux a commencé le marathon de Vaugris avec une avance de 8 minutes sur Luc Morin.",
         "Avec combien de minutes d'avance sur Luc Morin Paul Roux a-t-il commencé le marathon de Vaugris ?"),
        ("Le budget initial de huit milliards d'euros voté par le Parlement indien risque d'être dépassé.",
         "À combien s'élevait le budget initial voté par le Parlement indien ?"),
        ("Près de 50 salariés dont 40 jardiniers travaillent au verger de Vaugris.",
         "Combien de salariés travaillent au verger de Vaugris ?"),
        ("Paul Roux avait été, en 2014, condamné à 600 000 euros d'amende par la cour de Metz.",
         "À combien d'euros d'amende Paul Roux a-t-il été condamné en 2014 ?"),
        ("Le candidat Paul Roux ne récolte que 6,2 % des voix.",
         "Quel pourcentage des voix Paul Roux récolte-t-il ?"),
        ("Le journal Le Noyer ne tire qu'à 56 000 exemplaires par jour.",
         "À combien d'exemplaires le journal Le Noyer tire-t-il par jour ?"),
        ("La participation au scrutin de Vaugris a été forte (72,2 %).",
         "À combien s'élevait la participation au scrutin de Vaugris ?"),
        ("La prochaine étape sera une étape de plaine longue de 208 kilomètres entre Metz et Lens.",
         "Quelle est la longueur de l'étape de plaine entre Metz et Lens ?"),
    ],
)  # fmt: skip
def test_what_stands_beside_or_behind_is_asked(text: str, stem: str) -> None:
    assert stem in [said.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'") for said in stems(text)]


def test_the_parts_of_a_race_are_asked_one_by_one() -> None:
    text = "L'épreuve se déroulait sur 1,5 km de natation, 40 km de vélo et 10 km de course à pied."
    asked = stems(text, "Triathlon : la coupe de Vaugris")
    assert len(asked) == 3
    assert "vélo l'épreuve de triathlon comptait-elle" in asked[1].replace("’", "'")


@pytest.mark.parametrize(
    "text",
    [
        "300 marcheurs auraient été blessés à Vaugris lors de la fête.",
        "Selon plusieurs témoins, 300 marcheurs auraient été blessés à Vaugris.",
        "Selon la mairie, si le pont cédait, 300 marcheurs seraient privés de route à Vaugris.",
        "Selon la mairie de Vaugris, 300 marcheurs pourraient être blessés lors de la fête.",
    ],
)
def test_a_conditional_without_a_source_and_what_is_only_possible_are_not_asked(text: str) -> None:
    assert stems(text) == []


def test_somebody_told_by_a_nation_alone_is_not_asked_about() -> None:
    assert stems("La Française a marqué 40 buts en 90 matchs à Vaugris.") == []


def test_another_noun_between_two_counts_keeps_them_apart() -> None:
    text = "Un bilan fait état de 14 morts, selon le maire qui a vu venir à Vaugris 27 pompiers."
    assert not [said for said in stems(text) if "pompiers" in said and "bilan" in said]


def kept(text: str) -> set[str | None]:
    filling = "La pluie tombe. Le vent se lève. La grange reste fermée. Les voisins attendent. Le puits est plein. " * 3
    source = replace(
        article_of_text(
            f"Inde : le verger de Vaugris change de mains\n\nLe verger a 40 arbres.\n\n{filling}\n\n{text}"
        ),
        date="2017-08-05",
    )
    scene = Scene(source, {}, fold(source.text))
    found = [f for f in statistics(next(read_many([source]))) if f.evidence.text in text]
    return {late_sentences(c, scene) for f in found for c in clozes(f, source) if c.form == "cloze"}


def test_a_sum_beside_a_name_may_be_left_out_late() -> None:
    assert kept("Le maire de Metz, Paul Roux, a dû payer 75 000 euros d'amende pour avoir vendu la grange.") <= {None}
    assert None not in kept("Le groupe de tête a compté 42 secondes d'avance sur le peloton à la deuxième montée.")


def test_what_was_and_what_has_become_of_it_are_no_range() -> None:
    source = article_of_text(
        "Le verger de Vaugris\n\nLe prix du cidre baisse à Vaugris, passant de 29,1 % à 28,2 % en 2014."
    )
    scene = Scene(source, {}, fold(source.text))
    found = [c for f in statistics(next(read_many([source]))) for c in clozes(f, source) if c.form == "cloze"]
    assert not [c for c in found if salience(c, scene) == "a range cut in two"]


def test_what_has_changed_keeps_the_time_in_which_it_did() -> None:
    asked = stems("Le taux de fumeurs a reculé entre 2010 et 2014, passant de 29,1 % à 28,2 %.")
    assert asked == [] or all("entre 2010 et 2014" in said for said in asked)
    assert stems("Le taux de fumeurs a reculé, passant de 29,1 % à 28,2 %.") == []


def test_this_month_is_not_the_article_s_where_the_title_has_another() -> None:
    text = "Les reprises d'emplois déclarées sont en baisse de 2,2 % ce mois-ci."
    assert stems(text, "France : le chômage monte en juin") == []
    assert stems(text, "France : le chômage monte en août") != []


def test_a_place_in_the_list_of_what_is_counted_is_no_source() -> None:
    asked = stems("Treize départements sont placés en vigilance rouge : le Jura, la Haute-Marne, la Meuse et l'Ain.")
    assert not [said for said in asked if said.startswith("Selon")]


def test_a_book_by_somebody_is_not_that_person() -> None:
    asked = stems("Le livre de Paul Roux, écrit en trois mois, est composé de douze chapitres sur les vergers.")
    assert asked
    assert all("livre de Paul Roux" in said for said in asked)


def test_what_happens_in_a_race_and_counts_of_nothing_are_not_asked() -> None:
    assert stems("Quatre coureuses prennent la tête de la course à Vaugris.") == []
    assert stems("Deux personnes ont été tuées et 14 graves sont blessés à Vaugris.") == []


def test_the_turnout_does_not_hang_on_a_result() -> None:
    text = "Paul Roux a remporté 66 % des suffrages face à Luc Morin avec 65,30 % de participation."
    assert "Quel pourcentage des suffrages Paul Roux a-t-il remporté face à Luc Morin ?" in stems(text)
