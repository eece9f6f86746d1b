"""Quantities, one test a kind: what is written, what it is worth, how it is bent."""

from __future__ import annotations

import pytest

from quiz.facts.fact import Quantity
from quiz.facts.quantities import find_quantities


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [q.text for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("44 % des boulangers", 44, "44 %"),
        ("44% des boulangers", 44, "44%"),
        ("44\u202f% des boulangers", 44, "44\u202f%"),
        ("trente-cinq pour cent des élèves", 35, "trente-cinq pour cent"),
        ("septante-deux pour cent des élèves", 72, "septante-deux pour cent"),
        ("18,5 pour cent du fromage", 18.5, "18,5 pour cent"),
        ("0,4 point de pourcentage", 0.4, "0,4 point de pourcentage"),
    ],
)
def test_percentages_in_any_spelling(text: str, value: float, said: str) -> None:
    q = only(text)
    assert (q.low, q.text, q.dimension, q.unit) == (value, said, "share", "percent")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("le quart des élèves", 0.25),
        ("deux tiers des voix", 2 / 3),
        ("la moitié du parc", 0.5),
        ("un cinquième du budget", 0.2),
        ("sept sur dix", 0.7),
        ("un Lillois sur quatre", 0.25),
        ("8 rechutes sur 10", 0.8),
    ],
)
def test_fractions_and_ratios(text: str, share: float) -> None:
    q = only(text)
    assert q.dimension == "share"
    assert q.low == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("41 000$", 41_000, "USD"),
        ("118.385 euros", 118_385, "EUR"),
        ("3 M€", 3e6, "EUR"),
        ("2,5 G$", 2.5e9, "USD"),
        ("1,2 milliard de dollars", 1.2e9, "USD"),
        ("1,2 milliard de dollars canadiens", 1.2e9, "CAD"),
        ("£100m", 1e8, "GBP"),
        ("$2,500", 2500, "USD"),
        ("15 millions de livres", 15e6, "pound-money"),
        ("5 400 000 F CFA", 5.4e6, "XOF"),
        ("nonante euros", 90, "EUR"),
        ("un demi-milliard d'euros", 5e8, "EUR"),
        ("2 millions 300 000 euros", 2.3e6, "EUR"),
    ],
)
def test_money_in_any_notation(text: str, value: float, unit: str) -> None:
    q = only(text)
    assert (q.low, q.unit, q.dimension) == (value, unit, "money")


def test_pounds_of_print_are_no_money() -> None:
    assert only("200 livres").dimension == "count"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("une minute et vingt secondes", 80, "second"),
        ("1 h 32 min", 5520, "second"),
        ("2'35\"", 155, "second"),
        ('9"81', 9.81, "second"),
        ("un an et demi", 1.5, "year"),
        ("une demi-heure", 0.5, "hour"),
        ("trois quarts d'heure", 0.75, "hour"),
        ("dix-huit mois", 18, "month"),
    ],
)
def test_durations_composites_included(text: str, value: float, unit: str) -> None:
    q = only(text)
    assert (q.low, q.unit, q.dimension) == (pytest.approx(value), unit, "duration")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("le 7 juin 2024", 20240607, 20240607),
        ("le 1er mai", 501, 501),
        ("en décembre 2012", 20121200, 20121200),
        ("en 2013", 20130000, 20130000),
        ("du 19 au 22 septembre", 919, 922),
        ("entre le 29 mars et le 9 avril 2018", 20180329, 20180409),
        ("les 3-4 mars 2017", 20170303, 20170304),
        ("dans les années 2020", 20200000, 20290000),
        ("la saison 2014-15", 20140000, 20150000),
        ("le 20/10/2013", 20131020, 20131020),
    ],
)
def test_dates(text: str, low: float, high: float) -> None:
    q = only(text)
    assert (q.dimension, q.low, q.high) == ("date", low, high)


@pytest.mark.parametrize("text", ["à 12 h 30", "vers 4h", "à 20 heures", "dimanche 22 heures"])
def test_times_of_day(text: str) -> None:
    assert only(text).dimension == "time"


@pytest.mark.parametrize("text", ["après 20 heures de débats", "une garde de 24 heures", "en 1 h 56"])
def test_hours_that_last_are_no_time_of_day(text: str) -> None:
    assert only(text).dimension == "duration"


@pytest.mark.parametrize(
    "text",
    [
        "âgée de 27 ans",
        "à l'âge de dix-huit ans",
        "Ada Morin, 41 ans, chante",
        "Ada Morin (41 ans) chante",
        "un homme de 30 ans",
        "elle avait 80 ans.",
        "mort à 72 ans dans son lit",
    ],
)
def test_ages(text: str) -> None:
    assert only(text).dimension == "age"


@pytest.mark.parametrize("text", ["un contrat de cinq ans", "condamné à 27 ans de prison", "il y a vingt-cinq ans"])
def test_years_that_are_no_age(text: str) -> None:
    assert only(text).dimension == "duration"


@pytest.mark.parametrize(("text", "value"), [("la 3e place", 3), ("1re", 1), ("la 22ème", 22), ("la 5 e place", 5)])
def test_ranks_in_figures(text: str, value: float) -> None:
    q = only(text)
    assert (q.dimension, q.low) == ("rank", value)


def test_ranks_in_words() -> None:
    assert only("vingt-deuxième").low == 22


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("battu 3-1 par Metz", "3-1"),
        ("vainqueur 6-4, 7-5", "6-4, 7-5"),
        ("une victoire 102-98", "102-98"),
        ("s'impose 2 à 0 face à Metz", "2 à 0"),
        ("a gagné trois buts à un", "trois buts à un"),
    ],
)
def test_scores(text: str, said: str) -> None:
    q = only(text)
    assert (q.dimension, q.text) == ("score", said)


@pytest.mark.parametrize(
    ("text", "low", "high", "said"),
    [
        ("entre 10 et 15 personnes", 10, 15, "entre 10 et 15"),
        ("10 à 15 %", 10, 15, "10 à 15 %"),
        ("de 10 à 15 %", 10, 15, "10 à 15 %"),
        ("10-15 ans", 10, 15, "10-15 ans"),
        ("10 ou 15 secondes", 10, 15, "10 ou 15 secondes"),
        ("3 à 5 millions d'euros", 3e6, 5e6, "3 à 5 millions d'euros"),
        ("25 à 30 000 marcheurs", 25_000, 30_000, "25 à 30 000"),
    ],
)
def test_ranges(text: str, low: float, high: float, said: str) -> None:
    q = only(text)
    assert (q.low, q.high, q.text, q.bound) == (low, high, said, "range")


def test_a_rise_has_two_ends() -> None:
    start, end = find_quantities("le taux passe de 10 à 15 %")
    assert (start.low, start.role, start.unit) == (10, "from", "percent")
    assert (end.low, end.role) == (15, "to")


@pytest.mark.parametrize(
    ("text", "bound", "hedge"),
    [
        ("jusqu'à 300 places", "at-most", "jusqu'à"),
        ("jusqu’à deux minutes", "at-most", "jusqu’à"),
        ("au moins 50 blessés", "at-least", "au moins"),
        ("près de la moitié des voix", "about", "près de"),
        ("plus des deux tiers des voix", "more-than", "plus des"),
        ("moins d'un million", "less-than", "moins d'"),
        ("environ 12 km", "about", "environ"),
        ("quelque 300 marcheurs", "about", "quelque"),
        ("12 km environ", "about", "environ"),
    ],
)
def test_hedges_and_bounds(text: str, bound: str, hedge: str) -> None:
    q = only(text)
    assert (q.bound, q.hedge) == (bound, hedge)
    assert not q.text.startswith(hedge)


def test_one_more_is_no_bound() -> None:
    assert only("en plus des trois gardiens").bound == "exact"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8,5 tonnes", 8.5, "tonne"),
        ("80 km/h", 80, "kilometer-per-hour"),
        ("80 kilomètres à l'heure", 80, "kilometer-per-hour"),
        ("-5 °C", -5, "celsius"),
        ("moins 20 degrés", -20, "celsius"),
        ("500 mégawatts", 500, "megawatt"),
        ("16 Go", 16, "gigabyte"),
        ("1080p", 1080, "scan-line"),
        ("4K", 4, "kilo-pixel-wide"),
        ("30 images par seconde", 30, "frame-per-second"),
        ("192kHz", 192, "kilohertz"),
        ("1 m 85", 1.85, "meter"),
        ("10,5 milliards d'années-lumière", 1.05e10, "light-year"),
        ("12 km² de forêt", 12, "square-kilometer"),
    ],
)
def test_measures(text: str, value: float, unit: str) -> None:
    q = only(text)
    assert (q.low, q.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "rate"),
    [("6 euros par an", "par an"), ("50 dollars le baril", "le baril"), ("12 euros l'unité", "l'unité")],
)
def test_rates_stand_beside(text: str, rate: str) -> None:
    assert only(text).rate == rate


def test_factors() -> None:
    assert [q.dimension for q in find_quantities("trois fois plus, soit respectivement 50 et 7 fois")] == ["factor"] * 3


def test_signed_changes() -> None:
    q = only("(+18,15 %)")
    assert (q.dimension, q.low, q.text) == ("change", 18.15, "+18,15 %")


def test_a_part_and_its_whole() -> None:
    part, whole = find_quantities("31 des 195 candidats")
    assert (part.role, whole.role) == ("part", "whole")


@pytest.mark.parametrize(
    "text",
    [
        "article 49",
        "n° 10",
        "Apollo 11",
        "Covid-19",
        "la 3D",
        "un 747-400F",
        "le numéro deux",
        "01 23 45 67 89",
        "la 5G",
    ],
)
def test_numbers_that_only_name(text: str) -> None:
    assert {q.role for q in find_quantities(text)} == {"label"}


@pytest.mark.parametrize("text", ["des milliers de gens", "plusieurs dizaines de millions d'euros"])
def test_vague_quantities_are_marked(text: str) -> None:
    assert only(text).vague


@pytest.mark.parametrize("text", ["les Deux-Sèvres", "un quart de finale", "deux-points", "les quarts-de-finale"])
def test_words_that_are_no_number(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_question_of_three_measures_is_no_ratio() -> None:
    assert only("un moratoire sur trois mesures").dimension == "count"


def test_a_comma_typed_with_a_space() -> None:
    found = find_quantities("29 % des abonnés contre 25, 6 pour Gazouillis")
    assert [q.low for q in found] == [29, 25.6]


def test_offsets_are_the_articles() -> None:
    text = "Hier, près de 44\u00a0% des chats ont dormi."
    q = find_quantities(text, 6)[0]
    assert text[q.span.start : q.span.end] == q.span.text == "44\u00a0%"
    assert text[q.outer[0] : q.outer[1]] == "près de 44\u00a0%"


@pytest.mark.parametrize(("text", "roles"), [("Faites le 8-1-1 avant de venir.", ["label"]), ("Un 3-1 à Metz.", [""])])
def test_single_figures_with_hyphens_are_a_number_to_call(text: str, roles: list[str]) -> None:
    assert [q.role for q in find_quantities(text)] == roles
