import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.articles.article import Span
from quiz.authoring import figures
from quiz.authoring.dates import near_dates, resolved_dates
from quiz.authoring.race_times import near_times
from quiz.authoring.ranks import near_ranks, tidy_rank
from quiz.authoring.scores import near_scores
from quiz.facts.fact import Quantity


def quantity(text: str, low: float, dimension: str = "count", unit: str | None = None, **more: object) -> Quantity:
    return Quantity(Span("a", 0, len(text), text), text, low, low, "exact", dimension, unit, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (21, "vingt et un"),
        (71, "soixante et onze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (95, "quatre-vingt-quinze"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (1999, "mille neuf cent quatre-vingt-dix-neuf"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert figures.in_words(number) == words


@given(st.integers(0, 999_999))
def test_words_read_back_as_the_number(number: int) -> None:
    from quiz.facts.numerals import value_of_words

    words = figures.in_words(number)
    assert words is not None
    assert value_of_words(words) == number


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("une minute", 3, "trois minutes"),
        ("deux minutes", 1, "une minute"),
        ("deux mois", 1, "un mois"),
        ("44 %", 52, "52 %"),
        ("1,2 milliard d'euros", 2.4, "2,4 milliards d'euros"),
        ("31 221", 24_518, "24 518"),
        ("118.385 euros", 97_201, "97.201 euros"),
        ("un million d'euros", 4, "quatre millions d'euros"),
        ("un mètre carré", 5, "cinq mètres carrés"),
        ("Trente-cinq pour cent", 42, "Quarante-deux pour cent"),
    ],
)
def test_another_number_in_the_same_dress(text: str, value: float, other: str) -> None:
    assert figures.with_number(text, value) == other


@pytest.mark.parametrize("text", ["une dizaine", "les deux tiers", "un quart"])
def test_collectives_and_fractions_hold_no_number_to_change(text: str) -> None:
    assert figures.with_number(text, 3) is None


def test_the_singular_is_not_guessed() -> None:
    assert figures.with_number("deux candidates", 1) is None


@pytest.mark.parametrize(
    ("text", "low", "dimension", "unit"),
    [
        ("deux minutes", 2, "duration", "minute"),
        ("44 %", 44, "share", "percent"),
        ("20 %", 20, "share", "percent"),
        ("31 221", 31_221, "count", None),
        ("300", 300, "count", None),
        ("1,2 milliard d'euros", 1.2e9, "money", "EUR"),
        ("45 ans", 45, "age", "year"),
        ("1080p", 1080, "resolution", "scan-line"),
        ("6,3 %", 6.3, "share", "percent"),
        ("trois", 3, "count", None),
    ],
)
def test_near_amounts_are_two_and_other(text: str, low: float, dimension: str, unit: str | None) -> None:
    made = figures.near(quantity(text, low, dimension, unit), "seed")
    assert len(made) >= 2
    assert text not in made
    assert made == figures.near(quantity(text, low, dimension, unit), "seed")
    numbers = [numeral.value for numeral in map(figures.numeral_of, made) if numeral]
    own = figures.numeral_of(text)
    assert own
    assert all(own.value / 4 <= n <= own.value * 4 for n in numbers)


@given(st.integers(13, 999_999), st.text(max_size=5))
def test_near_counts_are_never_the_key_nor_close_to_it(value: int, seed: str) -> None:
    for text in figures.near(quantity(str(value), value), seed):
        other = figures.numeral_of(text)
        assert other is not None
        assert abs(other.value - value) >= 0.1 * value


def test_beside_a_round_figure_stand_round_ones() -> None:
    rough = replace(quantity("10", 10), bound="about", hedge="environ")
    assert set(figures.near(rough, "seed")) <= {"5", "15", "20", "30"}
    assert set(figures.near(quantity("10 millions", 1e7), "seed")) <= {f"{n} millions" for n in (5, 15, 20, 30)}


def test_nobody_is_thought_to_be_older_than_a_hundred() -> None:
    assert all(int(text.split()[0]) < 100 for text in figures.near(quantity("97 ans", 97, "age", "year"), "seed"))


@pytest.mark.parametrize("score", ["3-1", "0-2", "28-25", "1-0", "2 à 1"])
def test_other_scores_have_the_same_winner(score: str) -> None:
    others = near_scores(score, "seed")
    assert len(others) >= 2
    assert score not in others
    one, other = (int(n) for n in re.findall(r"\d+", score))
    for text in others:
        a, b = (int(n) for n in re.findall(r"\d+", text))
        assert (a > b) == (one > other)
        assert a != b


def test_a_draw_or_a_word_has_no_other_scores() -> None:
    assert near_scores("trois", "seed") == []


def test_a_side_can_be_asked_for() -> None:
    larger = figures.near(quantity("300", 300), "seed", upward=True)
    assert larger
    assert all(int(text) > 300 for text in larger)


def test_the_same_amount_in_other_words() -> None:
    minute, seconds = quantity("une minute", 1, "duration", "minute"), quantity("60 secondes", 60, "duration", "second")
    assert figures.same_amount(minute, seconds)
    assert not figures.same_amount(minute, quantity("90 secondes", 90, "duration", "second"))
    quarter, percent = quantity("un quart", 0.25, "share"), quantity("25 %", 25, "share", "percent")
    assert figures.same_amount(quarter, percent)


@pytest.mark.parametrize("text", ["7 juin 2024", "juin 2024", "2019", "mars", "lundi"])
def test_near_dates_keep_the_notation(text: str) -> None:
    made = near_dates(text, "seed", 2024)
    assert len(made) >= 2
    assert text not in made
    assert all(len(other.split()) == len(text.split()) for other in made)


def test_no_year_after_the_article_s_own() -> None:
    assert all(int(year) <= 2024 for year in near_dates("2023", "seed", 2024))


def test_relative_dates() -> None:
    assert resolved_dates("Hier, il a neigé", "2024-03-01") == "Le 29 février 2024, il a neigé"
    assert resolved_dates("hier soir", "2024-03-01") == "le 29 février 2024 au soir"
    assert resolved_dates("hier soir", "2024-03") == "hier soir"
    assert resolved_dates("Ce matin, il a neigé", "2024-03-01") == "Le 1er mars 2024 au matin, il a neigé"
    assert resolved_dates("ce soir-là, il a neigé", "2024-03-01") == "ce soir-là, il a neigé"
    assert resolved_dates("12 corps trouvés à ce jour", "2024-03-01") == "12 corps trouvés au 1er mars 2024"
    assert resolved_dates("trouvés jusqu'à présent", "2024-03-01") == "trouvés jusqu'au 1er mars 2024"
    assert resolved_dates("la nuit de jeudi à vendredi", "2024-03-01") == "la nuit du 29 février au 1er mars 2024"
    assert resolved_dates("depuis hier", "2024-03-01") == "depuis le 29 février 2024"
    assert resolved_dates("les annonces d'hier", "2024-03-01") == "les annonces d'hier"
    assert resolved_dates("est mort hier, le 29 février, à Lyon", "2024-03-01") == "est mort le 29 février 2024, à Lyon"
    assert resolved_dates("cette année", None) == "cette année"


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Combien ont été vendus mardi ?", "Combien ont été vendus le mardi 4 juin 2024 ?"),
        ("Combien ont été vendus vendredi ?", "Combien ont été vendus le vendredi 7 juin 2024 ?"),
        ("Combien seront vendus mardi ?", "Combien seront vendus le mardi 11 juin 2024 ?"),
        ("Combien ont été vendus mardi dernier ?", "Combien ont été vendus le mardi 4 juin 2024 ?"),
        ("Ce jeudi, combien ont été vendus ?", "Le jeudi 6 juin 2024, combien ont été vendus ?"),
        ("Dans la nuit de samedi à dimanche, combien ?", "Dans la nuit du 1er au 2 juin 2024, combien ?"),
        ("Combien depuis jeudi soir ?", "Combien depuis le jeudi 6 juin 2024 au soir ?"),
        ("La marche de samedi le 8 juin", "La marche de samedi le 8 juin"),
        ("La marche samedi le 8 juin", "La marche samedi le 8 juin"),
        ("Combien jusqu'à jeudi soir ?", "Combien jusqu'à jeudi soir ?"),
        ("Combien ont été vendus dimanche 2 juin ?", "Combien ont été vendus dimanche 2 juin ?"),
        ("Combien ont été vendus dimanche 26 mai ?", "Combien ont été vendus dimanche 26 mai ?"),
        ("Qui a défilé un troisième samedi ?", "Qui a défilé un troisième samedi ?"),
        ("Combien depuis mercredi 15 mai ?", "Combien depuis mercredi 15 mai ?"),
        ("Qui a signé le 24 mai dernier ?", "Qui a signé le 24 mai 2024 ?"),
        ("En décembre dernier, qui a signé ?", "En décembre 2023, qui a signé ?"),
        ("Le 1er janvier prochain, qui signe ?", "Le 1er janvier 2025, qui signe ?"),
    ],
)
def test_weekdays(text: str, resolved: str) -> None:
    assert resolved_dates(text, "2024-06-07") == resolved


def test_a_weekday_is_to_come_where_its_own_verb_says_so() -> None:
    friday = "2024-03-01"
    assert resolved_dates("Lundi, le pont fermera", friday) == "Le lundi 4 mars 2024, le pont fermera"
    assert "4 mars" in resolved_dates("Le maire a dit que le pont fermera lundi", friday)
    assert "26 février" in resolved_dates("Lundi, le maire a dit que le pont fermera", friday)
    assert "26 février" in resolved_dates("Lundi, le conseil de la Choura a voté", friday)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Quel club Metz reçoit-il dimanche ?", "reçoit-il dimanche ?"),
        ("Dans quel stade Metz joue-t-il dimanche (12 h 30) ?", "12 novembre"),
        ("Dimanche (21 h), qui arbitre ?", "12 novembre"),
        ("Combien de bus doivent circuler samedi ?", "11 novembre"),
        ("Combien de témoins sont attendus lundi ?", "13 novembre"),
        ("Qui a gagné la rencontre dimanche ?", "5 novembre"),
        ("Qui a dit dimanche que Metz reçoit Lens ?", "5 novembre"),
        ("Quel club Metz reçoit-il dimanche prochain ?", "12 novembre"),
        ("Quel procès s'ouvre lundi ?", "s'ouvre lundi ?"),
        ("Qui a dit que le pont rouvrirait lundi ?", "rouvrirait lundi ?"),
        ("Combien de ponts ont rouvert lundi ?", "6 novembre"),
        ("Selon un sondage publié lundi, qui voudrait un pont ?", "6 novembre"),
    ],
)
def test_a_meeting_told_in_the_present_has_no_sure_day(said: str, day: str) -> None:
    assert day in resolved_dates(said, "2017-11-08")


@pytest.mark.parametrize("said", ["1 heure, 19 minutes et 26 secondes", "3 h 05 min", "58 minutes et 51 secondes"])
def test_other_times_of_a_race_are_near_and_in_its_notation(said: str) -> None:
    others = near_times(said, "une course")
    assert len(others) >= 2
    assert said not in others
    assert {re.sub(r"\d+", "9", other) for other in others} == {re.sub(r"\d+", "9", said)}
    assert all(int(number) < 60 for other in others for number in re.findall(r"\d+", other)[1:])


def test_a_time_of_one_number_has_no_others() -> None:
    assert near_times("12 minutes", "une course") == []


@pytest.mark.parametrize(
    ("said", "other"), [("troisième", "quatrième"), ("seconde", "troisième"), ("7e", "8e"), ("4ème", "5ème")]
)
def test_other_places_of_a_ranking_keep_the_notation(said: str, other: str) -> None:
    others = near_ranks(said, "une course")
    assert other in others
    assert said not in others


def test_a_first_place_has_no_others_and_a_figure_is_written_in_one() -> None:
    assert near_ranks("première", "une course") == []
    assert tidy_rank("4 e") == tidy_rank("4ème") == "4e"


def test_a_bound_has_two_figures_on_its_own_side() -> None:
    said = quantity("plus de 1 000", 1000)
    others = figures.near(replace(said, bound="more-than"), "une forge", upward=True)
    assert len(others) >= 2
    assert all(int(re.sub(r"\D", "", other)) > 1000 for other in others)


def test_a_score_with_its_noun_keeps_it() -> None:
    assert "3 buts à 1" in near_scores("2 buts à 1", "un match")
    assert not [other for other in near_scores("2 buts à 1", "un match") if other.startswith("1 ")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("entre 400 et 500", 400, 500), ("deux à trois", 2, 3), ("5 000 à 7 000", 5000, 7000), ("12 ou 13", 12, 13)],
)
def test_beside_a_range_stand_ranges_as_wide_and_as_round(text: str, low: float, high: float) -> None:
    near = figures.near(replace(quantity(text, low), high=high, bound="range"), "a seed")
    assert len(near) >= 2
    assert text not in near
    assert len({bool(re.search(r"\d", said)) for said in [*near, text]}) == 1
    assert all(said.startswith("entre ") == text.startswith("entre ") for said in near)


def test_a_range_with_one_end_only_is_left_alone() -> None:
    assert figures.near_ranges("une poignée à deux mains", "a seed") == []


def test_a_dozen_and_a_thousand_have_others_beside_them() -> None:
    assert set(figures.near(quantity("une douzaine", 12), "a seed")) >= {"une vingtaine", "une trentaine"}
    assert "une centaine" in figures.near(quantity("un millier", 1000), "a seed")


def test_a_few_per_cent_have_others_a_few_points_away() -> None:
    near = figures.near(quantity("4 %", 4, "share", "percent"), "a seed")
    assert len(near) >= 2
    assert "4 %" not in near


@pytest.mark.parametrize(
    ("key", "unit", "dimension", "wrong", "beside", "fits"),
    [
        ("10,1 %", "percent", "share", "7,2 %", "10,5 % en tout et … à Metz", False),
        ("10,1 %", "percent", "share", "12,4 %", "10,5 % en tout et … à Metz", False),
        ("44 %", "percent", "share", "31 %", "44 % ici … et 12 % là", True),
    ],
)
def test_a_share_beside_its_like_stays_near_it(
    key: str, unit: str, dimension: str, wrong: str, beside: str, fits: bool
) -> None:
    value = float(key.split()[0].replace(",", "."))
    quantity = Quantity(Span("x", 0, 0, key), key, value, value, "exact", dimension, unit)  # type: ignore[arg-type]
    assert figures.in_its_place(quantity, wrong, beside) is fits


def test_a_temperature_has_others_of_a_few_degrees_beside_it() -> None:
    quantity = Quantity(Span("x", 0, 0, "42,5 °C"), "42,5 °C", 42.5, 42.5, "exact", "temperature", "celsius")
    near = figures.near(quantity, "seed")
    assert near
    assert all(abs(float(text.split()[0].replace(",", ".")) - 42.5) <= 4 for text in near)


@pytest.mark.parametrize("text", ["3 mars", "26 mars 2016", "1er juin"])
def test_days_beside_a_day_are_within_a_fortnight_of_it(text: str) -> None:
    months = {"février": -28, "mars": 0, "avril": 31, "mai": -31, "juin": 0}
    day = int(text.split()[0].removesuffix("er"))
    made = near_dates(text, "seed", 2016)[:4]
    assert len(made) == 4
    assert all(abs(int(d.split()[0].removesuffix("er")) + months[d.split()[1]] - day) <= 14 for d in made)


def test_a_number_that_grows_past_a_thousand_is_parted_as_french_parts_it() -> None:
    assert figures.with_number("quelque 800 personnes", 1100) == "quelque 1\u202f100 personnes"
    assert figures.with_number("6000 personnes", 8000) == "8000 personnes"


def test_nobody_writes_less_than_a_million_in_millions() -> None:
    assert figures.with_number("environ 1,25 million", 0.92) is None
    assert figures.with_number("1,25 kilo", 0.92) == "0,92 kilo"
