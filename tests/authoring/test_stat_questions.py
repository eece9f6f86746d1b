"""Questions about figures: one test a construction, from a sentence of ours to the question as it is asked."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.stat_questions import candidates
from quiz.authoring.stat_stems import stem_of
from quiz.facts.fact import Frame
from quiz.facts.reading import read_many
from quiz.facts.statistics import statistics
from tests.authoring.made import amount
from tests.authoring.made import article as made

TITLE = "Inde : le verger de Vaugris change de mains"


def article(text: str) -> Article:
    return replace(article_of_text(f"{TITLE}\n\n{text}"), date="2017-08-05")


def asked(text: str) -> list[Candidate]:
    source = article(text)
    reading = next(read_many([source]))
    return [c for fact in statistics(reading) for c in candidates(fact, source)]


def stems(text: str) -> list[str]:
    return list(dict.fromkeys(c.question.fr for c in asked(text)))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Selon une étude récente, 44 % des fermes ayant déjà planté des noyers dorment l'hiver.",
            "Selon une étude récente, quel pourcentage des fermes ayant déjà planté des noyers dorment l'hiver ?",
        ),
        ("Près de la moitié de la population indienne est menacée par la grippe.",
         "Quelle part de la population indienne est menacée par la grippe ?"),
        ("En 2016, 52 cueilleurs ont été blessés dans la chute d'un pont à Vaugris.",
         "En 2016, combien de cueilleurs ont été blessés dans la chute d'un pont à Vaugris ?"),
        ("Marie Morin a marqué 40 buts en 90 matchs.", "Combien de buts Marie Morin a-t-elle marqués en 90 matchs ?"),
        ("La société Gazouillis a levé 68 359 dollars pour ouvrir un chenil.",
         "Quelle somme la société Gazouillis a-t-elle levée pour ouvrir un chenil ?"),
        ("Les dégâts liés à la grêle sont estimés à plus de 6 milliards de dollars par an.",
         "À combien sont estimés les dégâts liés à la grêle par an ?"),
        ("La station Vaugris-2 a une masse de 400 tonnes.", "Quelle est la masse de la station Vaugris-2 ?"),
        ("Marie Morin a signé un contrat de cinq ans avec le verger de Vaugris.",
         "De quelle durée était le contrat que Marie Morin a signé avec le verger de Vaugris ?"),
        ("Le prix du cidre a augmenté de 12 % en 2016.",
         "De quel pourcentage le prix du cidre a-t-il augmenté en 2016 ?"),
        ("La grêle de Vaugris a fait deux morts et plus de 150 blessés.",
         "Combien de blessés la grêle de Vaugris a-t-elle faits ?"),
        ("Cinq personnes ont été tuées et environ 30 autres blessées dans l'incendie de Vaugris.",
         "Combien de personnes ont été blessées dans l'incendie de Vaugris ?"),
        ("Cinq personnes ont été tuées et environ 30 autres blessées dans l'incendie de Vaugris.",
         "Combien de personnes ont été tuées dans l'incendie de Vaugris ?"),
        ("La population de la ville de Vaugris est passée de 400 000 à 500 000 habitants en 2016.",
         "À combien d'habitants la population de la ville de Vaugris est-elle passée en 2016, "
         "alors qu'elle était de 400 000 jusque-là ?"),
        ("Le tribunal de Vaugris a condamné le maire Paul Nkunda à 15 ans de prison.",
         "À combien d'années de prison le tribunal de Vaugris a-t-il condamné le maire Paul Nkunda ?"),
        ("Le tribunal de Vaugris a condamné le maire Paul Nkunda à 9 000 euros d'amende.",
         "À combien d'euros d'amende le tribunal de Vaugris a-t-il condamné le maire Paul Nkunda ?"),
        ("En 2016, 1 298 626 dollars ont été levés pour le verger de Vaugris.",
         "En 2016, combien de dollars ont été levés pour le verger de Vaugris ?"),
        ("Un premier bilan fait état de neuf victimes à Vaugris.",
         "De combien de victimes un premier bilan fait-il état à Vaugris ?"),
        ("Le Sénat compte 348 sièges.", "Combien de sièges le Sénat compte-t-il ?"),
        ("Marie Morin a été élue avec 66,1 % des suffrages.",
         "Avec quel pourcentage des suffrages Marie Morin a-t-elle été élue ?"),
        ("En 2010, l'usine Gazouillis avait supprimé 700 emplois et fortement réduit ses stocks.",
         "En 2010, combien d'emplois l'usine Gazouillis avait-elle supprimés ?"),
        ("La banque de Vaugris a reçu 300 demandes de prêt en urgence et que le prix a baissé.",
         "Combien de demandes de prêt en urgence la banque de Vaugris a-t-elle reçues ?"),
        ("La ville de Vaugris, qui compte près de 38 000 habitants, fait face à la grêle.",
         "Combien d'habitants la ville de Vaugris compte-t-elle ?"),
        ("L'usine Gazouillis de Vaugris, qui emploie 300 personnes, va fermer.",
         "Combien de personnes l'usine Gazouillis de Vaugris emploie-t-elle ?"),
        ("En septembre 2016, l'Insee estime le nombre de ruches à 63 500, contre 65 449 en 2015.",
         "En septembre 2016, à combien l'Insee estime-t-il le nombre de ruches ?"),
        ("Le doyen est Ada Morin, décédée en 1977 à 93 ans, devant Lise Roux.",
         "À quel âge Ada Morin est-elle décédée en 1977 ?"),
        ("Toutefois, sur un an, le chômage baisse de 0,9 point de pourcentage au Mali.",
         "Sur un an, de combien de points le chômage baisse-t-il au Mali ?"),
        ("C'est un défi, puisque la station Vaugris-2 a une masse de 400 tonnes.",
         "Quelle est la masse de la station Vaugris-2 ?"),
        ("Chaque panier a été acheté au verger à 20 euros.", "À quel prix chaque panier a-t-il été acheté au verger ?"),
        ("Marie Morin a remporté deux titres, trois coupes de Metz et un trophée.",
         "Combien de coupes de Metz Marie Morin a-t-elle remportées ?"),
        ("L'incendie de Vaugris, une commune du nord de la Moselle, a fait au moins 68 morts et 165 blessés.",
         "Combien de blessés l'incendie de Vaugris a-t-il faits ?"),
        ("L'effondrement du 27 août à Vaugris a bloqué le port pendant plus de 24 heures.",
         "Pendant combien de temps l'effondrement du 27 août à Vaugris a-t-il bloqué le port ?"),
        ("La loi de Vaugris a été adoptée avec 160 voix pour et 18 contre.",
         "Avec combien de voix la loi de Vaugris a-t-elle été adoptée ?"),
        ("En 2015, le Fonds monétaire international évaluait le PIB par habitant à 312,5 dollars.",
         "En 2015, à combien le Fonds monétaire international évaluait-il le PIB par habitant ?"),
        ("Marie Morin, 41 ans, taille les pommiers.", "Quel âge a Marie Morin en août 2017 ?"),
        ("Marie Morin est morte à l'âge de 74 ans.", "À quel âge Marie Morin est-elle morte ?"),
        ("Marie Morin a terminé troisième au concours de Vaugris en 2015.",
         "À quelle place Marie Morin a-t-elle terminé au concours de Vaugris en 2015 ?"),
        ("Marie Morin finit à la 5e place du concours de Vaugris.",
         "À quelle place du concours de Vaugris Marie Morin finit-elle ?"),
        ("Metz a battu Lyon 3-1 au stade de Vaugris.",
         "Sur quel score Metz a-t-il battu Lyon au stade de Vaugris ?"),
        ("Seuls 31 des 195 pommiers de Vaugris ont survécu à l'hiver.",
         "Combien des 195 pommiers de Vaugris ont survécu à l'hiver ?"),
        ("On dénombre 400 blessés à Vaugris.", "Combien de blessés dénombre-t-on à Vaugris ?"),
        ("La grêle a causé la mort de vingt moutons à Vaugris.",
         "De combien de moutons la grêle a-t-elle causé la mort à Vaugris ?"),
        ("Le robot Filou peut filmer des matchs d'une durée maximale d'une heure.",
         "Quelle est la durée maximale des matchs que le robot Filou peut filmer ?"),
        ("Le robot Filou peut filmer des matchs d'un maximum de deux heures.",
         "Quelle est la durée maximale des matchs que le robot Filou peut filmer ?"),
        ("Là où Filou plafonne à deux heures de film, Médor tourne la nuit.",
         "À quelle durée de film Filou plafonne-t-il ?"),
        ("Le pressoir Filou peut tourner pendant soixante heures.",
         "Pendant combien de temps le pressoir Filou peut-il tourner ?"),
        ("Selon le maire, le taux de participation était de 53 %.",
         "Selon le maire, quel était le taux de participation ?"),
        ("Depuis 1982, la durée maximale du mandat à Vaugris était de 10 ans.",
         "Depuis 1982, quelle était la durée maximale du mandat à Vaugris ?"),
        ("L'horloge de Vaugris peut accuser jusqu'à 6 minutes de retard.",
         "Jusqu'à combien de minutes de retard l'horloge de Vaugris peut-elle accuser ?"),
        ("À Vaugris (Isère), 2 600 cueilleurs à Vaugris étaient réunis sur la place de la Bourse.",
         "À Vaugris (Isère), combien de cueilleurs étaient réunis sur la place de la Bourse ?"),
        ("250 000 foyers sont privés de courant en Gironde et dans les deux Charentes, selon Enedis.",
         "Selon Enedis, combien de foyers sont privés de courant en Gironde et dans les deux Charentes ?"),
        ("À Vaugris, on a compté 179 arrestations et 59 gardes à vue.",
         "À Vaugris, combien de gardes à vue a-t-on comptées ?"),
        ("À Vaugris, on a recensé 3 blessés et 18 personnes arrêtées dont un homme qui a jeté des noix.",
         "À Vaugris, combien de personnes arrêtées a-t-on recensées ?"),
        ("37 785 personnes sont arrivées en Italie depuis le début de l'année.",
         "Combien de personnes sont arrivées en Italie depuis le début de l'année 2017 ?"),
        ("Une quinzaine de voiliers sont actuellement signalés en détresse au large de Vaugris.",
         "Au 5 août 2017, combien de voiliers sont signalés en détresse au large de Vaugris ?"),
        ("Le banquier et poète indien Paul Roux, le petit-fils de Luc Roux, est décédé lundi à l'âge de 101 ans.",
         "À quel âge Paul Roux est-il décédé lundi ?"),
        ("La peintre Ada Morin, qui avait fondé trois écoles, est morte mardi en Inde, à l'âge de 67 ans.",
         "À quel âge Ada Morin est-elle morte mardi en Inde ?"),
        ("L'ancien ministre Paul Morin est mort, jeudi 3 août, à 81 ans.",
         "À quel âge Paul Morin est-il mort jeudi 3 août ?"),
        ("Paul Roux, homme politique âgé de 41 ans, a remporté l'élection de Vaugris avec 54 % des voix, face à Ada.",
         "Avec quel pourcentage des voix Paul Roux a-t-il remporté l'élection de Vaugris ?"),
        ("La sonde Filou a photographié la comète à partir d'une altitude d'environ 19 km.",
         "À partir de quelle altitude la sonde Filou a-t-elle photographié la comète ?"),
        ("La société Gazouillis a racheté le chenil Médor pour un montant total de 3 millions de dollars.",
         "Pour quel montant total la société Gazouillis a-t-elle racheté le chenil Médor ?"),
        ("Le maire Paul Nkunda a été condamné à trois ans de prison et cinq ans d'inéligibilité par le tribunal.",
         "À combien d'années d'inéligibilité Paul Nkunda a-t-il été condamné par le tribunal ?"),
        ("Le groupe Gazouillis emploie en Inde 5 000 personnes.",
         "Combien de personnes le groupe Gazouillis emploie-t-il en Inde ?"),
        ("Sur un an, le chômage en Moselle se réduit en revanche de 3 %.",
         "Sur un an, de quel pourcentage le chômage en Moselle se réduit-il ?"),
        ("La banque Gazouillis a réalisé au premier trimestre un bénéfice de 30 millions d'euros.",
         "Quel était le bénéfice de la banque Gazouillis au premier trimestre ?"),
        ("La sonde Filou se trouve à 400 kilomètres de la Terre.",
         "À combien de kilomètres de la Terre la sonde Filou se trouve-t-elle ?"),
        ("Le vent souffle par exemple à 148 km/h à Vaugris, 144 km/h à Metz.",
         "À quelle vitesse le vent souffle-t-il à Metz ?"),
        ("40 % des voix sont nécessaires à Vaugris pour l'hiver.",
         "Quel pourcentage des voix sont nécessaires à Vaugris pour l'hiver ?"),
        ("À Metz (Moselle), les pompiers ont secouru une vingtaine de chats.",
         "À Metz (Moselle), combien de chats les pompiers ont-ils secourus ?"),
        ("Une quarantaine de pommiers ont été arrachés à Vaugris, a rapporté le Midi Libre.",
         "Selon le Midi Libre, combien de pommiers ont été arrachés à Vaugris ?"),
        ("La garde du verger de Vaugris peut durer jusqu'à 96 heures.",
         "Combien de temps la garde du verger de Vaugris peut-elle durer au maximum ?"),
        ("Selon l'Insee, un Français sur trois a connu le chômage depuis 2008.",
         "Selon l'Insee, quelle proportion de Français a connu le chômage depuis 2008 ?"),
        ("Metz s'est imposé 3-1 face à Lyon dimanche.", "Sur quel score Metz s'est-il imposé face à Lyon dimanche ?"),
        ("L'indice de la Bourse de Metz a gagné 1,2 % lundi.",
         "Quel pourcentage l'indice de la Bourse de Metz a-t-il gagné lundi ?"),
        ("L'équipe de Metz est composée de douze joueuses.",
         "De combien de joueuses l'équipe de Metz est-elle composée ?"),
        ("La société Gazouillis a annoncé jeudi la suppression de 300 emplois en Moselle.",
         "De combien d'emplois la société Gazouillis a-t-elle annoncé jeudi la suppression en Moselle ?"),
        ("La tempête Odile a privé de courant 30 000 foyers en Bretagne.",
         "Combien de foyers la tempête Odile a-t-elle privés de courant en Bretagne ?"),
        ("Le peintre et graveur indien Luc Roux est mort hier à l'âge de 73 ans.",
         "À quel âge Luc Roux est-il mort hier ?"),
        ("La comédienne Ada Roux est morte ce matin à 10h à l'âge de 70 ans.",
         "À quel âge Ada Roux est-elle morte ce matin à 10h ?"),
        ("Luc Roux, figure du cidre (et du poiré), s'est éteint jeudi 3 août à l'hôpital (Metz), à l'âge de 93 ans.",
         "À quel âge Luc Roux s'est-il éteint jeudi 3 août à l'hôpital ?"),
        ("L'actrice Ada Roux est décédée ce 3 août à l'âge de 60 ans.",
         "À quel âge Ada Roux est-elle décédée le 3 août ?"),
        ("Valorisé à près de 19 milliards de dollars, Filou est considéré comme une menace pour Médor.",
         "À combien est valorisé Filou ?"),
        ("Composée de douze joueuses, l'équipe de Metz a gagné dimanche.",
         "De combien de joueuses l'équipe de Metz était-elle composée ?"),
        ("Le vaccin indien, testé sur 300 singes, sera vendu en 2018.",
         "Sur combien de singes le vaccin indien a-t-il été testé ?"),
        ("En contrepartie, la région de Metz prévoit une hausse de la taxe de 1,7 point de pourcentage.",
         "De combien de points est la hausse de la taxe que la région de Metz prévoit ?"),
        ("Vendue à 3 millions d'exemplaires, la série de Lou Morin sera adaptée.",
         "À combien d'exemplaires la série de Lou Morin a-t-elle été vendue ?"),
        ("La patronne, Lise Morin, a été condamnée jeudi à un an de prison avec sursis et 3 000 euros d'amende.",
         "À combien d'euros d'amende Lise Morin a-t-elle été condamnée ?"),
        ("Le Breton Luc Roux auteur d'une belle remontée dans les vignes prend la troisième place de l'épreuve.",
         "Quelle place Luc Roux prend-il dans l'épreuve ?"),
        ("Le Breton Luc Roux remporte son premier podium en prenant la troisième place.",
         "Quelle place Luc Roux a-t-il prise ?"),
        ("La troisième place de l'épreuve revient à l'Italienne Ada Morin.",
         "Quelle place de l'épreuve revient à Ada Morin ?"),
        ("Chez les espoirs, le jeune coureur indien, Luc Roux remporte le titre en 12 minutes.",
         "Chez les espoirs, en combien de temps Luc Roux remporte-t-il le titre ?"),
        ("Au total, en Inde, on compte actuellement 64 ruches depuis le début de l'année.",
         "Au total, en Inde, combien de ruches compte-t-on depuis le début de l'année 2017 ?"),
        ("Filoua a photographié 12 comètes en 2016. La sonde Filoua va bien.",
         "Combien de comètes Filoua a-t-elle photographiées en 2016 ?"),
        ("Le film de Marie Morin a attiré 12 000 spectateurs en une semaine.",
         "Combien de spectateurs le film de Marie Morin a-t-il attirés en une semaine ?"),
    ],
)  # fmt: skip
def test_each_construction_is_asked_in_its_own_way(text: str, stem: str) -> None:
    assert stem in stems(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les cueilleurs occupent encore 200 vergers qui doivent être évacués.",
        "66 personnes se trouvaient à bord et la compagnie aérienne annonce avoir lancé une recherche.",
        "Vers midi, trois groupes de cueilleurs occupent Vaugris :",
        "Ada Morin prend la tête et conforte son rang en 59 minutes.",
        "Ada Morin a gagné la course de Vaugris avec 34 centièmes d'avance.",
        "Le robot Filou traverse le verger de Vaugris à une vitesse de 4 cm par seconde.",
        "40 % des voix sont nécessaires à Vaugris pour l'obtenir.",
        "À Lens, la marche de Vaugris a rassemblé jusqu'à environ 1 500 personnes.",
        "Ada Morin dispose d'une courte avance de 166 points sur Lise Roux.",
        "Quatre cueilleurs de Vaugris sont élus, à savoir, Luc Morin, Ada Roux, Lise Petit et Odile Ferrand.",
        "Le Breton Luc Roux arrive en 20e position à la seconde transition.",
    ],
)
def test_what_would_make_a_poor_question_is_not_asked(text: str) -> None:
    assert stems(text) == []


def test_a_figure_is_asked_with_choices_and_typed() -> None:
    forms = {c.form for c in asked("Marie Morin a marqué 40 buts en 90 matchs.") if "buts" in c.question.fr}
    assert forms == {"choice", "number"}


def test_what_bends_the_figure_stands_in_the_answer() -> None:
    made = asked("Au moins 52 pommiers ont été arrachés par le vent à Vaugris.")
    assert {c.answer.fr for c in made} == {"au moins 52"}
    typed = next(c for c in made if c.form == "number")
    assert "52" in typed.accept


def test_a_collective_may_be_typed_as_a_number() -> None:
    made = asked("Une quarantaine de pommiers ont été arrachés par le vent à Vaugris.")
    typed = next(c for c in made if c.form == "number")
    assert typed.answer.fr.lower() == "une quarantaine"
    assert {"40", "quarante"} <= set(typed.accept)


def test_one_in_so_many_stands_among_others() -> None:
    (made,) = asked("Au Mali, un étudiant sur quatre apprend le russe.")
    assert made.question.fr == "Au Mali, quelle proportion d'étudiants apprend le russe ?"
    assert made.answer.fr == "un étudiant sur quatre"
    assert all(re.fullmatch(r"un étudiant sur (?!quatre)\w+", said.fr) for said in made.suggested)
    assert len(made.suggested) >= 2


def test_what_the_sentence_counts_off_is_marked() -> None:
    made = asked("Quatre épreuves sont courues à Vaugris : le sprint, la côte, le relais et le fond.")
    assert {c.features["counted_off"] for c in made} == {1.0}
    assert {c.features["counted_off"] for c in asked("Quatre épreuves sont courues à Vaugris.")} == {0.0}


def test_at_most_is_asked_as_a_maximum() -> None:
    stem = stems("Le robot Filou peut générer jusqu'à deux minutes de musique.")[0]
    assert "maximale" in stem
    assert stem.startswith("Quelle durée maximale de musique")


def test_a_gerund_of_the_past_is_a_past_of_its_own() -> None:
    found = stems("Marie Morin a débuté à Vaugris, marquant 40 buts en 90 matchs.")
    assert "Combien de buts Marie Morin a-t-elle marqués en 90 matchs ?" in found


def test_the_base_of_a_share_is_kept() -> None:
    stem = stems("Parmi les entreprises qui ont planté des noyers, 44 % dorment l'hiver.")[0]
    assert stem.startswith("Parmi les entreprises qui ont planté des noyers, quel pourcentage d'entre elles dorment")


def test_an_object_pronoun_is_put_back() -> None:
    found = stems("Près de la moitié des fermes (47 %) envisagent d'utiliser le robot Filou, et 38 % l'utilisent déjà.")
    assert any("utilisent le robot Filou" in stem for stem in found)


def test_a_source_before_the_claim_leads_in() -> None:
    found = stems("La mairie de Vaugris a annoncé que 300 pommiers ont gelé dans la nuit.")
    assert found == ["Selon la mairie de Vaugris, combien de pommiers ont gelé dans la nuit ?"]


def test_connectors_are_left_out() -> None:
    assert stems("En outre, 300 pommiers ont également gelé à Vaugris.") == ["Combien de pommiers ont gelé à Vaugris ?"]


def test_an_age_is_asked_in_english_too() -> None:
    made = asked("Marie Morin, 41 ans, taille les pommiers.")
    assert {c.question.en for c in made} == {"How old was Marie Morin in August 2017?"}


def test_the_country_of_the_title_replaces_the_country() -> None:
    assert stems("Le gel a tué 300 pommiers dans le nord du pays.") == [
        "Combien de pommiers le gel a-t-il tués dans le nord de l'Inde ?"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Deux cueilleurs ont été blessés à Vaugris.",  # one or two are guessed
        "Le verger aurait perdu 300 pommiers.",  # hearsay
        "Le verger n'a pas perdu 300 pommiers.",
        "Il a perdu 300 pommiers.",
        "Quinze autres cueilleurs ont été soignés à Vaugris.",
        "Le taux passe de 10 à 15 % en un an.",
        "À Vaugris, 217 maires ont voté pour et 213 contre.",
    ],
)
def test_what_cannot_stand_is_not_asked_plainly(text: str) -> None:
    made = [c for c in asked(text) if c.fact.frame.resolved]  # type: ignore[attr-defined]
    assert all("trois" not in c.answer.fr and "Deux" not in c.answer.fr for c in made)
    for c in made:
        assert not c.question.fr.endswith("voté ?")
        assert "300" not in c.answer.fr
        assert "Quinze" not in c.answer.fr
        assert "15 %" not in c.answer.fr


def test_a_stem_never_holds_its_own_figure() -> None:
    for c in asked("Le samedi 4 juin, 52 pommiers ont été arrachés par le vent à Vaugris."):
        assert "52" not in c.question.fr


def test_features_are_numbers() -> None:
    for c in asked("Marie Morin a marqué 40 buts en 90 matchs."):
        assert all(isinstance(value, float) for value in c.features.values())
        assert c.construction.startswith("stat-")


SURVEY = "Une étude récente de l'institut Ifor décrit les vergers.\n\n"


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (SURVEY + "Au cours des trois prochaines années, 33 % des jardiniers interrogés prévoient que les pommiers"
         " gèleront.",
         "Selon une étude récente de l'institut Ifor, quel pourcentage des jardiniers interrogés prévoient que les"
         " pommiers gèleront au cours des trois années suivant août 2017 ?"),
        (SURVEY + "47 % des fermes de montagne envisagent d'utiliser la tarière pour planter des noyers."
         " 35 % veulent tailler les haies de Vaugris.",
         "Selon une étude récente de l'institut Ifor, quel pourcentage des fermes de montagne veulent utiliser la"
         " tarière pour tailler les haies de Vaugris ?"),
        ("Près de 47 % des lecteurs de Vaugris sont âgés de 18 à 24.",
         "Quel pourcentage des lecteurs de Vaugris sont âgés de 18 à 24 ans ?"),
        ("21 serres de Vaugris sont en rupture partielle et 10 en rupture totale de terreau.",
         "Combien de serres de Vaugris sont en rupture partielle de terreau ?"),
        ("Zibulon peut filmer jusqu'à deux heures de match d'une traite en 720p à 25 images par seconde.",
         "Quelle durée maximale de match d'une traite Zibulon peut-il filmer ?"),
        ("Zibulon peut filmer jusqu'à deux heures de match d'une traite en 720p à 25 images par seconde.",
         "En quelle définition Zibulon peut-il filmer des matchs ?"),
        ("Zibulon peut filmer jusqu'à deux heures de match d'une traite en 720p à 25 images par seconde.",
         "À combien d'images par seconde Zibulon peut-il filmer des matchs ?"),
    ],
)  # fmt: skip
def test_a_figure_is_asked_with_its_survey_its_means_and_its_unit(text: str, stem: str) -> None:
    assert stem in stems(text)


@pytest.mark.parametrize(
    "text",
    [
        "33 % des personnes interrogées prévoient que les pommiers gèleront.",
        "Un quart des fermes a planté des noyers. C'est de ce quart-là que parle le maire : 44 % taillent les haies.",
        "Une enquête a été ouverte. 12 % des jardiniers interrogés souhaitent partir.",
        "Un maçon est tombé, cela représente 12 chutes à Vaugris.",
    ],
)
def test_people_asked_by_nobody_and_bases_pointed_at_are_not_counted(text: str) -> None:
    assert not [stem for stem in stems(text) if "interrog" in stem or "taillent" in stem or "cela" in stem]


@pytest.mark.parametrize(
    "text",
    [
        "Un chalutier avait fait 40 disparus.",
        "Les 200 noyers ont été dépassés.",
        "12 bûcherons ont été blessé.",
        "La vigne baisse à Vaugris. Elle baisse de 3 %, soit 26 arpents de moins.",
        "Marie Morin avait remporté un neuvième titre au concours de Vaugris.",
        "Le tireur aurait ouvert le feu dans une grange de Vaugris où dormaient 40 moutons et qui abritait 12 chevaux.",
        "Marie Morin finit à une plus lointaine 20e place.",
    ],
)
def test_what_would_miss_its_subject_or_stand_in_doubt_is_not_asked(text: str) -> None:
    assert stems(text) == []


def test_of_two_values_of_one_thing_only_those_told_apart_are_asked() -> None:
    told = stems("Marie Morin a marqué 40 buts en 90 matchs. Marie Morin a marqué 12 buts pour Metz.")
    assert told == ["Combien de buts Marie Morin a-t-elle marqués pour Metz ?"]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("À Metz, quatre policiers et trois passantes ont été blessés dans l'incendie.",
         "À Metz, combien de policiers ont été blessés dans l'incendie ?"),
        ("À Vaugris, cinq usines et trois ateliers ont été fermés.", "À Vaugris, combien d'usines ont été fermées ?"),
        ("Selon l'AFP, 259 cueilleurs (en majorité des femmes), 40 bûcherons, douze voisines et un facteur ont chanté.",
         "Selon l'AFP, combien de bûcherons ont chanté ?"),
        ("À Vaugris, 55 personnes ont été interpellées mardi, dont 44 mineurs.",
         "À Vaugris, combien de mineurs ont été interpellés mardi ?"),
        ("À Vaugris, 400 personnes ont marché et douze personnes ont été interpellées.",
         "À Vaugris, combien de personnes ont été interpellées ?"),
        ("Cette année, ce sont 87 000 bacheliers qui ont refusé la réforme en Inde.",
         "Cette année, combien de bacheliers ont refusé la réforme en Inde ?"),
        ("Le texte a été approuvé, en deuxième lecture, par 385 voix contre 2.",
         "Par combien de voix le texte a-t-il été approuvé en deuxième lecture ?"),
        ("Un camion fonce dans la foule à Vaugris, tuant 12 passants.",
         "Combien de passants un camion a-t-il tués dans la foule à Vaugris ?"),
        ("Mardi, un homme d'une vingtaine d'années, qui visait un hôtel de Vaugris, a blessé au couteau six personnes.",
         "Mardi, combien de personnes un homme d'une vingtaine d'années a-t-il blessées au couteau ?"),
        ("La grève de Vaugris a rassemblé 136 000 manifestants et fait au moins 320 blessés.",
         "Combien de blessés la grève de Vaugris a-t-elle faits ?"),
        ("Créé en 2008 par les producteurs Luc Roux et Ada Morin, le festival de Vaugris a reçu en mai 10 films.",
         "Combien de films le festival de Vaugris a-t-il reçus en mai ?"),
        ("Paris a été touchée, le niveau de la Seine ayant atteint 6,10 m dans la nuit du 3 au 4 juin 2016.",
         "Combien de mètres le niveau de la Seine a-t-il atteints dans la nuit du 3 au 4 juin 2016 ?"),
        ("Ada Morin a remporté l'élection présidentielle indienne de 2016 en récoltant 56 % des suffrages exprimés.",
         "Quel pourcentage des suffrages exprimés Ada Morin a-t-elle récolté ?"),
        ("Les exportations de l'Inde sont en baisse de 2,2 % en mars.",
         "De quel pourcentage les exportations de l'Inde sont-elles en baisse en mars ?"),
        ("Le oui indien devance le non d'environ 12 000 voix.",
         "De combien de voix le oui indien devance-t-il le non ?"),
        ("Le décès de Barbara Roux à l'âge de 92 ans a été annoncé le 17 avril 2017 par la famille.",
         "À quel âge Barbara Roux est-elle décédée ?"),
        ("Le chef de police de Vaugris, Jean-Luc Roux, a annoncé que six policiers ont été tués au cours des émeutes.",
         "Selon le chef de police de Vaugris, Jean-Luc Roux, combien de policiers ont été tués au cours des émeutes ?"),
        ("Six militaires du 35e régiment faisant partie de la mission Filou ont été renversés à Vaugris.",
         "Combien de militaires du 35e régiment faisant partie de la mission Filou ont été renversés à Vaugris ?"),
        ("Plus de 700 policiers, gendarmes et militaires ont été mobilisés à Vaugris.",
         "Combien de policiers, gendarmes et militaires ont été mobilisés à Vaugris ?"),
        ("L'explosion de Vaugris a fait 86 blessés à Metz, dont 12 policiers.",
         "Combien de policiers ont été blessés à Metz ?"),
        ("Un groupe composé de douze cueilleurs indiens a atteint le col de Vaugris en mai.",
         "Combien de cueilleurs indiens composaient le groupe qui a atteint le col de Vaugris en mai ?"),
        ("Un train express transportant plus de 600 personnes a déraillé près de Vaugris.",
         "Combien de personnes transportait le train express qui a déraillé près de Vaugris ?"),
        ("La police indienne a saisi 300 noyers en 2017, contre 450 noyers en 2016.",
         "Combien de noyers la police indienne avait-elle saisis en 2016 ?"),
        ("Il y a au moins trois personnes tuées à Vaugris.", "Combien de personnes ont été tuées à Vaugris ?"),
        ("Denis Roux cumulait déjà 32 ans de pouvoir à la tête de l'Inde.",
         "Combien d'années de pouvoir Denis Roux cumulait-il déjà à la tête de l'Inde ?"),
        ("La station Vaugris-2 a une masse de 400 tonnes et une envergure de 109 mètres.",
         "Quelle est l'envergure de la station Vaugris-2 ?"),
        ("Le vaccin de Vaugris a nécessité 20 ans de recherche.",
         "Combien d'années de recherche le vaccin de Vaugris a-t-il nécessitées ?"),
        ("Ce verger compte 300 noyers.", "Combien de noyers le verger compte-t-il ?"),
    ],
)  # fmt: skip
def test_lists_parts_and_loose_clauses_are_asked_too(text: str, stem: str) -> None:
    assert stem in stems(text)


def test_a_place_in_another_race_is_not_asked() -> None:
    assert not stems("Marie Morin, sans égaler sa course de Metz où elle finit à la 6e place, termine à Vaugris.")


def test_a_range_has_ranges_beside_it() -> None:
    made = [c for c in asked("Entre 400 et 500 cueilleurs ont manifesté à Vaugris.") if c.form == "choice"]
    assert {c.answer.fr.lower() for c in made} == {"entre 400 et 500"}


@pytest.mark.parametrize(
    "text",
    [
        "Luc Roux a visé le marché de Vaugris, qui a fait 13 blessés.",  # the place has hurt nobody
        "Avant de se donner la mort, 59 cueilleurs sont morts à Vaugris.",  # what leads in is of another
        "Le rapport de Vaugris montre 12 % en 2016.",  # of what?
    ],
)
def test_what_would_be_said_of_something_else_is_not_asked(text: str) -> None:
    assert stems(text) == []


def test_custody_is_one_thing() -> None:
    assert "À Vaugris, combien de gardes à vue a-t-on comptées ?" in stems(
        "À Vaugris, on a compté 179 interpellations et 144 gardes à vue."
    )


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Marie Morin encourt 75 000 euros d'amende.", "Quelle amende Marie Morin encourt-elle ?"),
        ("Le pont de Vaugris coûte 2 140 000 euros par an.", "Combien le pont de Vaugris coûte-t-il par an ?"),
    ],
)
def test_a_sum_is_asked_by_its_own_noun(text: str, stem: str) -> None:
    assert stem in stems(text)


def test_wrong_choices_are_hedged_like_the_key() -> None:
    (choice,) = [c for c in asked("Quelque 3.100 emplois directs seront créés à Vaugris.") if c.form == "choice"]
    assert choice.answer.fr.replace("\u202f", " ") == "quelque 3 100"
    assert choice.suggested
    assert all(said.fr.startswith("quelque ") for said in choice.suggested)


def test_details_of_the_scenery_are_marked_for_the_ranker() -> None:
    bottles, people = (
        asked("Le domaine de Vaugris produit 35 000 bouteilles par an."),
        asked("Le domaine de Vaugris emploie 35 personnes."),
    )
    assert {c.features["petty"] for c in bottles} == {1.0}
    assert {c.features["petty"] for c in people} == {0.0}


@pytest.mark.parametrize(
    "frame",
    [
        Frame(construction="object", subject="sa chanson", population="points", finite="Toy", pronoun="elle"),
        Frame(construction="count-subject", population="personnes", verb="ont augmenté", rest="le nombre de chômeurs"),
        Frame(construction="noun-of", subject="le traité de Vaugris", population="longueur", asked_gender="f"),
    ],
)
def test_what_makes_no_french_is_not_asked(frame: Frame) -> None:
    assert stem_of(frame, amount(made("Le traité de Vaugris a 340 pages."), "340")) is None
