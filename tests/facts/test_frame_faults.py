"""Frames of figures that must not be asked, or that ask what stands further on, one test a rule. The sentences are
ours."""

from __future__ import annotations

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Frame, Statistic
from quiz.facts.reading import read_many
from quiz.facts.statistics import statistics


def found(text: str) -> dict[str, Statistic]:
    (reading,) = read_many([article_of_text(f"Le verger de Vaugris change de mains\n\n{text}")])
    return {fact.quantity.text: fact for fact in statistics(reading)}


def frame(text: str, value: str) -> Frame:
    return found(text)[value].frame


def test_what_opens_a_sentence_without_an_article_is_no_subject() -> None:
    said = (
        "Premier producteur régional, avec plus de 40 % de l'offre, la Lorraine a récolté 2 millions de tonnes en 2018."
    )
    assert frame(said, "2 millions de tonnes").subject == "la Lorraine"
    said = "Meilleur rapport qualité-prix de l'essai, le Pico Nox de Tornel, non pliable, coûte 189 euros."
    assert frame(said, "189 euros").subject == "le Pico Nox de Tornel"
    said = "Leader du marché, Tornel a vendu 4 000 sécateurs en 2018."
    assert frame(said, "4 000").subject != "Leader du marché"


def test_the_verb_of_a_relative_clause_is_not_that_of_the_sentence() -> None:
    said = "Les fermiers dont les dégâts dépassent la moitié de la valeur du verger pourront recevoir une aide."
    assert not frame(said, "la moitié").construction


def test_who_follows_a_country_is_not_what_it_gives() -> None:
    said = "L'appui de la France, qui fournira 40 camions, permet de rouvrir la route."
    assert not frame(said, "40").construction
    said = "La ville de Vaugris, qui compte 38 000 habitants, vote dimanche."
    assert frame(said, "38 000").subject == "la ville de Vaugris"


def test_a_range_and_a_list_stay_with_what_they_tell_of() -> None:
    said = "L'essai, baptisé Vergor, a réuni 1 842 cueilleurs de 18 à 75 ans, suivis pendant un an."
    assert frame(said, "1 842").population == "cueilleurs de 18 à 75 ans"
    said = "Le programme concerne 85 vergers des cantons de la Saulx, du Barrois et du Haut-Ornain, soit un sur dix."
    assert frame(said, "85").population == "vergers des cantons de la Saulx, du Barrois et du Haut-Ornain"


def test_a_vote_says_what_was_voted_on() -> None:
    said = "Les habitants de Vaugris ont rejeté dimanche, par 53,98 % des voix, le crédit de 2 millions pour le pont."
    assert frame(said, "53,98 %").rest.startswith("dimanche le crédit de 2 millions")
    said = "Le Sénat a adopté par 209 voix contre 108 le texte « pour un partage de l'eau », après l'avoir remanié."
    assert not frame(said, "209").construction


def test_the_first_and_the_second_of_a_passage_have_one_unit() -> None:
    assert frame("La cotisation passera de 15 à 18 € au 1er janvier.", "18 €").acted_on == "15 €"
    assert frame("Le ticket de bus passera de 1,80 à 2 euros en mai.", "2 euros").acted_on == "1,80 euro"


def test_one_thing_has_no_verb_of_many() -> None:
    said = "L'hôpital de Metz, dont les urgences ont fermé 42 nuits en 2023, manque d'infirmiers."
    assert not frame(said, "42 nuits").construction


def test_an_age_told_of_today_is_no_duration() -> None:
    assert found("Lucienne Castel, née Dubois, a aujourd'hui 91 ans.")["91 ans"].quantity.dimension == "age"


def test_an_energy_is_no_power() -> None:
    fact = found("La batterie du Pico Nox consomme 1,2 kWh par cuisson.")["1,2 kWh"]
    assert "énergie" in fact.attribute
    assert not fact.frame.construction


def test_half_a_preposition_is_not_counted() -> None:
    said = frame("En dix jours, le franc lorrain a gagné près de 20 % face au dollar.", "20 %")
    assert (said.population, said.rest) == ("", "face au dollar")


def test_how_some_died_is_not_what_they_were() -> None:
    said = "Neuf hérons sont morts à Vaugris, dont trois électrocutés et deux empoisonnés."
    assert not frame(said, "trois").construction
    said = "Quatre cents personnes ont été arrêtées à Metz, dont douze députés."
    assert frame(said, "douze").population == "députés"


def test_what_something_is_belongs_to_another() -> None:
    said = "La pomme constitue depuis une dizaine d'années son premier poste d'exportation."
    assert not frame(said, "une dizaine d'années").construction


def test_what_counted_people_are_in_is_told_by_the_way() -> None:
    said = "Plus de 35 000 voyageurs sont bloqués dans une centaine de trains."
    assert not frame(said, "une centaine").construction
    assert frame(said, "35 000").construction == "count-subject"


def test_a_count_of_what_is_listed_in_full_is_not_asked() -> None:
    said = "La mission s'est rendue sur quatre sites, dans les Vosges, le Gard, la Creuse et en Ardèche."
    assert not frame(said, "quatre").construction
    assert not frame("Ada Morin avait trois enfants de 3, 5 et 8 ans.", "trois").construction


def test_a_count_that_leans_on_a_day_left_out_is_not_asked() -> None:
    said = "Les premiers lâchers datent de 2012 : vingt-trois jeunes, nés en cage, ont été libérés depuis lors."
    assert not frame(said, "vingt-trois").construction
    said = "Le même jour, l'initiative des Jeunes Verts a été balayée par 74,7 % de non."
    assert not frame(said, "74,7 %").construction


def test_half_a_unit_is_not_asked() -> None:
    said = "Dans l'exercice 2, la masse molaire de l'acide était indiquée à 60 g/mol, au lieu de 90."
    assert not frame(said, "60 g").construction


def test_he_who_will_miss_games_is_not_what_they_lack() -> None:
    assert not frame("Le pilier Luc Roux est suspendu. Il manquera cinq rencontres.", "cinq").construction
    assert frame("Selon la mairie, il manque cinq médecins à Vaugris.", "cinq").construction == "there-are"


def test_a_season_has_episodes_and_not_who_shoots_it() -> None:
    said = "La troisième saison sera tournée à Metz par Ada Morin. Elle comptera huit épisodes."
    assert found(said)["huit"].frame.subject != "Ada Morin"


def test_who_speaks_of_one_of_them_does_not_count_them() -> None:
    said = (
        "Onze cas de grippe ont été recensés, dont un mortel – qui ne serait pas dû au vaccin, d'après le comité de "
        "surveillance."
    )
    assert found(said)["Onze"].attribution is None


def test_the_ending_of_a_noun_tells_its_gender_where_the_model_errs() -> None:
    said = "La reine du feuilleton a écrit, en quarante ans, 23 feuilletons, soit quelque 2 900 épisodes."
    assert frame(said, "23").asked_gender == "m"


def test_a_participle_after_its_noun_is_no_verb() -> None:
    said = "Luc Roux a coupé la ligne en tête, devançant d'un souffle le peloton réduit à une quinzaine d'unités."
    assert not frame(said, "une quinzaine").construction


def test_a_price_is_asked_for_one_of_them() -> None:
    said = frame(
        "Un courtier de la banque Lor évoque 85 à 110 euros la dose, quand un autre en dit cinq.", "85 à 110 euros"
    )
    assert said.rest == "par dose"
    assert frame("Chaque place du concert est facturée 30 euros.", "30 euros").preposition == "à"


def test_a_part_agrees_with_what_is_asked() -> None:
    said = frame("Moins d'un tiers de la somme avait été réuni à la mi-juillet.", "un tiers")
    assert said.verb == "avait été réunie"


def test_what_hangs_on_another_noun_or_place_is_not_asked() -> None:
    for said, value in (
        ("Le drapeau de Metz comporte une étoile à six branches.", "six"),
        ("Tout se joue dans le chapitre de la marée, où trois sœurs attendent un père qui ne rentrera pas.", "trois"),
        ("Les archives du journal, soit 41 000 numéros, ont été confiées au musée de Metz.", "41 000"),
        ("Tornel promet une consommation inférieure de 45 % à celle d'un rival.", "45 %"),
        (
            "Le roi a débloqué 120 milliards de dirhams, soit 11 milliards d'euros, sur cinq ans.",
            "11 milliards d'euros",
        ),
        ("La délibération de Metz a été adoptée par 20 voix pour et 12 abstentions.", "12"),
    ):
        assert not frame(said, value).construction, said


def test_the_word_before_the_first_of_two_figures_is_the_seconds_as_well() -> None:
    assert frame("Le bilan de Metz s'est alourdi à 288 morts et plus de 900 blessés.", "900").preposition == "à"


def test_the_time_after_another_sum_is_kept() -> None:
    said = "Le roi a débloqué 120 milliards de dirhams, soit 11 milliards d'euros, sur cinq ans."
    assert frame(said, "120 milliards de dirhams").rest == "sur cinq ans"


def test_a_second_kind_of_thing_is_not_counted() -> None:
    said = "Les agents de Metz ont utilisé deux véhicules blindés et des autopompes."
    assert frame(said, "deux").population == "véhicules blindés"


def test_a_verb_cut_in_two_is_not_asked() -> None:
    said = "À Metz, trois routes ont encore été partiellement ou complètement fermées."
    assert "partiellement" not in frame(said, "trois").verb


def test_a_slip_of_the_article_is_not_repeated() -> None:
    assert not frame("Le coup de grisou de Vaugris a tué 36 personne en 1912.", "36").construction
    assert frame("Le coup de grisou de Vaugris a tué 36 mineurs en 1912.", "36").construction == "object"


def test_a_passage_says_among_whom() -> None:
    said = "Le chômage recule chez les jeunes Lorrains, passant de 22,6 à 21,9 %."
    assert frame(said, "21,9 %").rest.startswith("chez les jeunes Lorrains")


def test_an_object_after_an_aside_is_not_lost() -> None:
    said = "Environ 600 éleveurs ont bloqué mardi, pendant cinq heures, l'autoroute de Metz."
    assert not frame(said, "600").construction
    said = "Environ 600 éleveurs ont défilé mardi à Metz, pendant cinq heures."
    assert frame(said, "600").construction == "count-subject"


def test_what_touches_people_is_the_noun_before() -> None:
    assert not frame("Hydro-Lorraine a enregistré des pannes touchant 320 000 clients.", "320 000").construction


def test_a_price_is_asked_for_so_many() -> None:
    said = "Le prix du lait de Metz a atteint 480 euros les mille litres en décembre 2023."
    assert frame(said, "480 euros").rest == "pour mille litres en décembre 2023"
