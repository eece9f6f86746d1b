"""What a figure measures, as a label: whole noun phrases, whose it is, and no label where nothing says it. The
sentences are ours."""

from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Statistic
from quiz.facts.reading import read_many
from quiz.facts.statistics import dropped, statistics

TITLE = "Le verger de Vaugris change de mains"


def facts(text: str) -> list[Statistic]:
    return statistics(next(iter(read_many([article_of_text(f"{TITLE}\n\n{text}")]))))


def labels(text: str) -> dict[str, str]:
    return {fact.quantity.text: fact.attribute for fact in facts(text)}


def owners(text: str) -> dict[str, str]:
    return {fact.quantity.text: fact.entity for fact in facts(text)}


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Les arbitres ont écarté 3 joueurs de Vaugris.", "3", "nombre de joueurs de Vaugris écartés"),
        ("Les électeurs ont choisi 63 députés et 31 sénateurs.", "63", "nombre de députés choisis"),
        ("Le robot coûte 41 000 euros.", "41 000 euros", "coût"),
        ("La grève a duré dix-sept heures.", "dix-sept heures", "durée"),
        ("L'association a levé 68 000 euros pour la halle.", "68 000 euros", "somme levée pour la halle"),
        (
            "Le conducteur a roulé à contresens pendant 22 kilomètres sur la route de Metz.",
            "22 kilomètres",
            "distance pendant laquelle le conducteur a roulé à contresens sur la route de Metz",
        ),
        ("Le jardinier a signé un contrat de cinq ans.", "cinq ans", "durée du contrat"),
        ("La ferme a un budget de 3 millions d'euros.", "3 millions d'euros", "budget"),
        ("Les salaires ont augmenté de 3 % en un an.", "3 %", "hausse en un an"),
        ("Les ouvriers ont obtenu une augmentation des salaires de 3 %.", "3 %", "augmentation des salaires"),
        ("Les fermes sont à moins de 7 kilomètres de la Sarre.", "7 kilomètres", "distance de la Sarre"),
        ("La taille de la tour avoisine 40 mètres.", "40 mètres", "taille"),
        ("Le feu a pris, touchant une quinzaine de personnes.", "une quinzaine", "nombre de personnes touchées"),
        ("Le prix des pommes était supérieur de 15 % à la moyenne.", "15 %", "écart à la moyenne"),
        ("Cela fait 40 ans que la ville est libre.", "40 ans", "durée depuis laquelle la ville est libre"),
    ],
)  # fmt: skip
def test_a_label_says_all_that_is_measured(text: str, figure: str, label: str) -> None:
    assert labels(text)[figure] == label


def test_a_clause_is_told_to_its_end() -> None:
    told = labels("Selon un sondage, 48 % des habitants veulent que la mairie rachète le verger.")
    assert told == {"48 %": "part des habitants qui veulent que la mairie rachète le verger"}


def test_one_in_so_many_is_a_share_of_all() -> None:
    fact = facts("Selon un sondage, sept habitants sur dix soutiennent la mairie.")[0]
    assert (fact.entity, fact.attribute) == ("habitants (Vaugris)", "part des habitants qui soutiennent la mairie")


def test_another_statement_does_not_run_into_a_label() -> None:
    told = labels("Dans l'étude, 65 % des fermiers l'approuvent et 72 % d'entre eux sont inquiets de la sécheresse.")
    assert told["65 %"] == "part des fermiers qui l'approuvent"
    assert told["72 %"] == "part des fermiers qui sont inquiets de la sécheresse"


def test_figures_of_a_series_take_up_what_the_first_measures() -> None:
    text = "Les ventes ont connu une baisse de 3 % sur un mois et de 8 % sur l'année."
    assert labels(text) == {"3 %": "baisse sur un mois", "8 %": "baisse sur l'année"}
    assert set(owners(text).values()) == {"ventes (Vaugris)"}


def test_groups_of_a_survey_are_populations_of_their_own() -> None:
    text = "En mai, 70 % des habitants soutiennent la grève, 78 % auprès des ouvriers contre 47 % auprès des cadres."
    assert labels(text)["47 %"] == "part des cadres qui soutiennent la grève"
    assert owners(text)["78 %"].startswith("ouvriers")


def test_the_second_owner_of_a_series_is_its_own() -> None:
    fact = facts("La Ligue obtient 30 % des voix et l'Union 28 %.")[1]
    assert (fact.entity, fact.attribute) == ("Union", "part des voix que l'Union obtient")


def test_what_was_and_what_has_become_of_it() -> None:
    text = "Le chômage progresse à Vaugris, passant de 9,5 à 9,7 % ce mois-ci."
    assert labels(text)["9,5"] == "taux avant"
    assert labels(text)["9,7 %"].startswith("taux atteint")
    assert owners(text)["9,7 %"].startswith("chômage")


def test_a_figure_said_again_names_the_first() -> None:
    fact = facts("La commune prête 800 000 réals, soit 250 000 euros environ.")[-1]
    assert fact.rule == "restated"
    assert fact.attribute == "somme (800 000 réals)"


def test_a_rise_that_follows_a_count_is_of_that_count() -> None:
    text = "Les maires ont compté 3 000 naissances, soit une hausse de 5,7 %."
    assert labels(text)["5,7 %"] == "hausse du nombre de naissances"


def test_whose_a_figure_is() -> None:
    assert owners("Le tireur de 26 ans, Luc Roy, serait un ancien employé.")["26 ans"] == "Luc Roy"
    assert owners("La porte a été forcée par un homme âgé d'une cinquantaine d'années.") == {
        "une cinquantaine d'années": "homme (Vaugris)"
    }
    assert owners("La ville de Lens, située à 80 kilomètres au sud de Metz, a été inondée.") == {
        "80 kilomètres": "ville de Lens"
    }


def test_a_doer_before_its_participle_is_the_subject() -> None:
    text = "La loi vaut pour les syndicats ayant recueilli 8 % des voix."
    assert owners(text)["8 %"].startswith("syndicats")
    assert labels(text)["8 %"] == "part des voix recueillie"


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("Soixante mètres, pas un de plus.", "Soixante mètres", "unsupported-subject"),
        ("Il est revenu après avoir tout vendu, en deux jours.", "deux jours", "unsupported-subject"),
        ("Ada Morin a remporté un neuvième titre à Metz.", "un neuvième", "ordinal"),
        ("Ada Morin a remporté l'épreuve du 10 km à Metz.", "10 km", "race"),
        ("La colère a atteint un degré jamais connu.", "un degré", "figurative"),
        ("La rue est interdite aux camions de plus de 7 tonnes.", "7 tonnes", "kind_bound"),
        ("Le maire a voté sans l'avis d'un tiers.", "un tiers", "somebody"),
    ],
)
def test_what_no_subject_supports_is_no_fact(text: str, figure: str, reason: str) -> None:
    reading = next(iter(read_many([article_of_text(f"{TITLE}\n\n{text}")])))
    assert figure not in {fact.quantity.text for fact in statistics(reading)}
    assert {q.text: why for q, why in dropped(reading)}[figure] == reason


def test_labels_hold_no_gap_and_no_loose_end() -> None:
    text = (
        "Un routier a crevé trois pneus et, après avoir appelé des renforts, une grue a été bloquée deux heures. "
        "On dénombre également 193 moutons au moins dans le pré, et la mairie fait état de 4 morts et 27 blessés."
    )
    for label in labels(text).values():
        assert "…" not in label
        assert not label.endswith((" et", " au", " de", " à", " que", " dont"))


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Une cheminée de 60 mètres de haut domine le quartier.", "60 mètres", "hauteur de la cheminée"),
        ("Le niveau du lac était 90 mètres plus bas qu'aujourd'hui.", "90 mètres", "écart plus bas qu'aujourd'hui"),
        ("Le festival cause un manque à gagner de 150 millions d'euros.", "150 millions d'euros", "manque à gagner"),
        ("Le maire annonce un bilan de la tempête qui fait état de 4 morts.", "4", "nombre de morts"),
        ("La chorale compte 12 ténors et a chanté à Metz.", "12", "nombre de ténors"),
        ("Les fermiers ont analysé 57 sacs de blé et ont constaté une perte.", "57", "nombre de sacs de blé analysés"),
    ],
)
def test_what_stands_around_a_figure_is_told_from_what_goes_on(text: str, figure: str, label: str) -> None:
    assert labels(text)[figure].startswith(label)
    assert " et " not in labels(text)[figure]


def test_each_count_of_a_list_has_the_verb_of_the_list() -> None:
    told = labels("Dans la tempête, 259 Lensois, 40 Messins et douze Lorrains ont perdu leur toit.")
    assert told["259"] == "nombre de Lensois qui ont perdu leur toit"
    assert told["40"] == "nombre de Messins qui ont perdu leur toit"


def test_people_may_be_told_by_an_adjective() -> None:
    fact = facts("Plus de 130 civils auraient perdu la vie dans l'effondrement du pont de Vaugris.")[0]
    assert fact.attribute.startswith("nombre de civils qui auraient perdu la vie")


def test_a_line_of_shares_is_of_what_it_opens_with() -> None:
    text = "Les suffrages se répartissent comme suit : 15 % pour la Ligue, 10 % pour l'Union."
    assert owners(text) == {"15 %": "Ligue", "10 %": "Union"}
    assert labels(text) == {"15 %": "suffrages", "10 %": "suffrages pour l'Union"}
