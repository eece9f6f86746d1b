import re
from dataclasses import replace

import pytest

from quiz.authoring.candidate import Candidate
from quiz.authoring.clozes import clozes
from quiz.authoring.figures import counted, in_its_place
from quiz.authoring.gates import figures as gates
from quiz.authoring.gates.late import late_doubt
from quiz.authoring.scene import Scene
from quiz.facts.fact import Frame
from tests.authoring.made import amount, article, asking, statistic


def blank(
    text: str, figure: str, dimension: str = "count", unit: str | None = None, title: str = "La forge de Vaugris"
) -> tuple[Candidate, Scene]:
    """The cloze of a sentence on one of its figures, with its scene."""
    home = article(text, title=title)
    fact = statistic(home, figure, quantity=amount(home, figure, dimension, unit), entity="")
    (found,) = [c for c in clozes(fact, home) if c.form == "cloze"]
    return found, Scene(home)


def asked(question: str, title: str) -> tuple[Candidate, Scene]:
    """A question on a count, under a title."""
    home = article(title=title)
    fact = statistic(home, "340", frame=Frame(construction="count-subject"))
    found, _ = asking(question, home=home, fact=fact, construction="stat-count-subject")
    return found, Scene(home)


def test_numbers_that_count_are_read_and_no_dates_or_hours() -> None:
    assert list(counted("Le 3 mai 2018 à 15h20, 8 morts dont deux gendarmes au 4e étage")) == [8, 2]
    assert list(counted("une vente de 1,7 milliard d'euros")) == [1_700_000_000]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("La coulée de Vaugris a blessé 8 fondeurs à la forge : 3 hommes de nuit et 5 apprentis du matin.", "3"),
        ("La région verse une prime de 300 euros à 111 000 fondeurs de Vaugris, soit en tout 33,3 millions.", "33,3"),
        ("Contre 29 avant, la forge a perdu deux clients cette saison-là, tombant à 27 commandes pour Vaugris.", "27"),
        ("Passant de 20 541 à 20 571 points vers midi, le cours de la fonte de Vaugris a gagné 30 points.", "30"),
    ],
)
def test_a_figure_that_the_others_give_is_not_left_out(text: str, figure: str) -> None:
    candidate, scene = blank(text, figure)
    if figure == "33,3":
        quantity = candidate.fact.quantity  # type: ignore[union-attr]
        assert quantity is not None
        candidate = replace(candidate, fact=replace(candidate.fact, quantity=replace(quantity, low=33.3e6)))  # type: ignore[arg-type]
    assert gates.computable(candidate, scene)


def test_years_told_by_two_dates_are_not_left_out() -> None:
    told, scene = blank(
        "Paul Morin a dirigé la forge de Vaugris pendant 10 ans, de 1959 à 1969.", "10 ans", "duration", "year"
    )
    assert gates.computable(told, scene)
    free, scene = blank(
        "Paul Morin a dirigé la forge de Vaugris pendant 10 ans après la grève de 1959.", "10 ans", "duration", "year"
    )
    assert gates.computable(free, scene) is None


def test_the_rest_of_a_hundred_is_not_left_out() -> None:
    text = "Au second tour, Ada Morin a remporté 66 % des voix de Vaugris face à son rival Luc Roy (34 %)."
    candidate, scene = blank(text, "66 %", "share", "percent")
    assert gates.computable(candidate, scene)


def test_a_part_beside_its_whole_may_be_left_out() -> None:
    candidate, scene = blank(
        "Le bilan de la coulée de Vaugris est de 29 blessés dont 27 apprentis, et de 166 absents.", "27"
    )
    assert gates.computable(candidate, scene) is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("La forge de Vaugris a connu quatre patrons depuis la grève (Morin, Roux, Petit et Leroy).", "quatre"),
        ("Le patron de la forge de Vaugris a parlé de la grève sur la chaîne France 3 Lorraine.", "3"),
    ],
)
def test_lists_wholes_and_names_are_not_left_out(text: str, figure: str) -> None:
    candidate, scene = blank(text, figure)
    assert gates.told_otherwise(candidate, scene)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Morin, 45 ans, a repris la forge de Vaugris après une longue grève des fondeurs.",
        "À 45 ans, Ada Morin remporte le tournoi de la forge de Vaugris pour la seconde fois.",
        "Fondateur de la forge de Vaugris, Paul Roux est mort dimanche à l'âge de 45 ans dans sa maison.",
    ],
)
@pytest.mark.parametrize("dimension", ["age", "duration"])
def test_nobody_s_age_is_left_out(text: str, dimension: str) -> None:
    candidate, scene = blank(text, "45 ans", dimension, "year")
    assert gates.ages_in_passing(candidate, scene)


@pytest.mark.parametrize(
    ("title", "kept"), [("Vaugris : décès d'Ada Morin", True), ("Vaugris : la forge ferme", False)]
)
def test_the_age_of_whom_the_title_mourns_may_be_left_out(title: str, kept: bool) -> None:
    text = "La maîtresse de forges Ada Morin est morte à Vaugris à l'âge de 93 ans, après une longue carrière."
    candidate, scene = blank(text, "93 ans", "age", "year", title=title)
    assert (gates.ages_in_passing(candidate, scene) is None) is kept


def test_a_record_age_and_years_that_are_none_may_be_left_out() -> None:
    youngest, scene = blank(
        "À 16 ans, Ada Morin est la plus jeune maire de Vaugris depuis la guerre.", "16 ans", "age", "year"
    )
    assert gates.ages_in_passing(youngest, scene) is None
    dug, scene = blank(
        "Paul Roux a dirigé la forge de Vaugris pendant 16 ans sans un seul procès.", "16 ans", "duration", "year"
    )
    assert gates.ages_in_passing(dug, scene) is None


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("Le canal du Vaugris d'une longueur de 340 km avait été fermé par la mairie en 2012.", True),
        ("Après plus de 340 km entre Vaugris et Morlac, les coureurs sont arrivés au bout de cette étape.", True),
        ("Le canal du Vaugris est d'une longueur de 340 km depuis les travaux de la mairie.", False),
        ("Les coureurs de Vaugris ont parcouru 340 km en une seule journée de juin.", False),
    ],
)
def test_sizes_told_on_the_way_to_something_else_are_not_left_out(text: str, passing: bool) -> None:
    candidate, scene = blank(text, "340 km", "length", "kilometre")
    assert bool(gates.sizes_in_passing(candidate, scene)) is passing


@pytest.mark.parametrize(
    "question",
    [
        "_____ ont voté contre la fermeture de la forge de Vaugris.",
        "La vente de _____ fours de Vaugris au pays a rapporté gros à la forge.",
        "13 tonnes de fonte y ont été trouvées et _____ personnes de Vaugris entendues.",
    ],
)
def test_a_figure_of_nothing_is_not_left_out(question: str) -> None:
    candidate, scene = blank("La forge de Vaugris emploie 51 fondeurs et deux apprentis.", "51")
    assert gates.stands_by_figures(candidate.with_question(question), scene)
    assert gates.stands_by_figures(candidate, scene) is None


def test_a_count_that_may_be_of_any_event_is_not_asked() -> None:
    title = "Gilets jaunes : samedi 1er décembre 2018"
    assert gates.whose_count(*asked("Combien de personnes ont été interpellées ?", title))
    assert gates.whose_count(*asked("Combien d'écoles et des dizaines de chantiers ont été fermés à Vaugris ?", title))
    assert gates.whose_count(*asked("À Vaugris, combien de personnes ont été interpellées ?", title)) is None
    assert gates.whose_count(*asked("Combien de personnes sont mortes ?", "Un car tombe à Vaugris")) is None


def test_another_figure_stays_in_its_place() -> None:
    home = article("Sur les 55 passagers, on retrouve 44 Lorrains et huit Bretons.")
    quantity = amount(home, "44")
    beside = "Sur les 55 passagers, on retrouve … Lorrains et huit Bretons."
    assert in_its_place(quantity, "33", beside)
    assert not in_its_place(quantity, "69", beside)
    assert not in_its_place(quantity, "7", beside)


def test_in_a_day_s_chronicle_a_statement_names_its_event() -> None:
    title = "Fondeurs en grève : samedi 1er décembre 2018"
    loose, scene = blank("Les gardiens de la forge ont compté 18 blessés et trois absents à midi.", "18", title=title)
    assert gates.stands_by_figures(loose, scene)
    told, scene = blank("Les gardiens de Vaugris ont compté 18 blessés et trois absents à midi.", "18", title=title)
    assert gates.stands_by_figures(told, scene) is None


def test_a_bound_is_changed_to_its_own_side() -> None:
    home = article("La coulée de Vaugris a blessé au moins 100 fondeurs de la forge des Landes hier.")
    quantity = amount(home, "100", bound="at-least", hedge="au moins")
    fact = statistic(home, "100", quantity=quantity)
    wrong = [c for c in clozes(fact, home) if c.form == "true-false" and c.answer.fr == "Faux"]
    assert all(int(re.findall(r"au moins (\d+)", c.question.fr)[0]) > 100 for c in wrong)


def test_a_doubt_weighs_more_late_in_the_article() -> None:
    candidate, _ = blank("La forge de Vaugris emploie 51 fondeurs et six apprentis du village.", "51")
    assert late_doubt(candidate, {"leans_definite": 1.0}) == {"late_doubt": 1.0, "beside": 1.0}
    assert late_doubt(candidate, {}) == {"beside": 1.0}
    early = replace(candidate, fact=replace(candidate.fact, features={"early": 1.0}))
    assert late_doubt(early, {"leans_definite": 1.0}) == {"beside": 1.0}


@pytest.mark.parametrize(
    ("text", "figure", "dropped"),
    [
        ("À Vaugris, on a compté 2 000 fondeurs, 179 blessés et 59 absents à la forge.", "179", True),
        ("On compte désormais 600 fondeurs blessés à Vaugris.", "600", True),
        ("Seuls 600 fondeurs de Vaugris aident alors la forge des Landes.", "600", True),
        ("La forge de Vaugris emploie 51 fondeurs et douze apprentis du village.", "51", False),
        ("Depuis quatre jours, la forge de Vaugris tourne jour et nuit.", "quatre", True),
        ("Suivaient 51 fondeurs de la forge de Vaugris, en habit de fête.", "51", True),
        ("51 $ - La forge de Vaugris sera filmée de jour et de nuit.", "51", True),
        ("Sur les six premiers mois de 2016, un Boeing 737 a porté 340 fondeurs à Vaugris.", "340", False),
    ],
)
def test_a_figure_of_a_table_is_not_left_out(text: str, figure: str, dropped: bool) -> None:
    candidate, scene = blank(text, figure)
    assert bool(gates.crowded(candidate, scene)) == dropped


def test_in_a_day_s_chronicle_a_square_needs_its_town() -> None:
    title = "Cueilleurs : samedi 5 août 2017"
    candidate, scene = asked("Combien de cueilleurs ont gagné la place de la Victoire ?", title)
    assert gates.whose_count(candidate, scene)
    candidate, scene = asked("Combien de cueilleurs de Metz ont gagné la place de la Victoire ?", title)
    assert gates.whose_count(candidate, scene) is None


def test_a_list_is_counted_though_a_name_has_a_dot() -> None:
    candidate, scene = blank(
        "La ligne de Vaugris ferme huit gares (Metz, Lens, D.Roux, Landes, Foix, Tarbes et Nancy).", "huit"
    )
    assert gates.told_otherwise(candidate, scene)


def test_a_race_is_known_by_its_length() -> None:
    candidate, scene = blank(
        "Les fondeurs de Vaugris s'affrontent au 1 500 mètres le samedi.", "1 500 mètres", "length"
    )
    assert gates.sizes_in_passing(candidate, scene)
    candidate, scene = blank("La cheminée de Vaugris fait 1 500 mètres de haut depuis 2016.", "1 500 mètres", "length")
    assert gates.sizes_in_passing(candidate, scene) is None


def test_whose_people_are_counted_must_be_said() -> None:
    candidate, scene = asked("Combien de soignants de l'organisation ont été blessés en mai ?", "Nord : des tirs")
    assert gates.whose_count(candidate, scene)
    candidate, scene = asked(
        "Combien de soignants de l'organisation ont été blessés en mai ?", "Une organisation visée"
    )
    assert gates.whose_count(candidate, scene) is None


def test_who_says_so_must_be_told() -> None:
    candidate, scene = blank("Quelque 340 fondeurs ont déjà quitté la forge des Landes, indiquent-ils.", "340")
    assert gates.stands_by_figures(candidate, scene)
    candidate, scene = blank("Quelque 340 fondeurs ont déjà quitté la forge des Landes, indique le maire.", "340")
    assert gates.stands_by_figures(candidate, scene) is None


def test_after_what_must_be_told() -> None:
    question = "Après la signature des accords, combien de fondeurs ont quitté la forge ?"
    candidate, scene = asked(question, "La forge de Vaugris")
    assert gates.stands_by_figures(candidate, scene)
    candidate, scene = asked(question, "Vaugris : des accords signés à la forge")
    assert gates.stands_by_figures(candidate, scene) is None
