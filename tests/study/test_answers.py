"""What is forgiven in a typed answer, what is nearly right, and what is wrong."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.study.answers import judge
from quiz.study.spelling import distance
from tests.study.samples import card, choice


def said(expected: str, typed: str, **rest) -> str:
    """The verdict in one word, with its note: "right", "near spelling"."""
    verdict = judge(card(answer=expected, **rest), typed)
    return f"{verdict.judgement} {verdict.note}".strip()


@pytest.mark.parametrize(
    "typed",
    ["44", "44 %", "44%", "44\u00a0%", "44\u202f%", "quarante-quatre", "Quarante quatre pour cent", "environ 44 %",
     "44,0", "forty-four", "44 percent", "44 % des ateliers"],
)  # fmt: skip
def test_a_share_is_right_however_it_is_written(typed):
    assert said("44 %", typed, english="44%") == "right"


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("72", "septante-deux"),
        ("72", "soixante-douze"),
        ("80", "huitante"),
        ("92 ans", "nonante-deux"),
        ("deux minutes", "120 secondes"),
        ("deux minutes", "120 s"),
        ("deux minutes", "2 min"),
        ("deux minutes", "2"),
        ("une heure et demie", "1 h 30"),
        ("une heure et demie", "90 minutes"),
        ("1,2 milliard", "1 200 000 000"),
        ("1,2 milliard", "1.2 milliards"),
        ("1,2 milliard", "1200 millions"),
        ("1,2 milliard d’euros", "1,2 milliard"),
        ("1,2 milliard d’euros", "1,2 Md€"),
        ("30 €", "trente euros"),
        ("30 €", "€30"),
        ("2,5 millions de dollars", "$2.5 million"),
        ("300 emplois", "300"),
        ("300 emplois", "trois cents emplois"),
        ("31\u202f221", "31221"),
        ("31\u202f221", "31 221"),
        ("la moitié", "50 %"),
        ("la moitié", "1/2"),
        ("trois quarts", "75 %"),
        ("un tiers", "un sur trois"),
        ("entre 10 et 15 %", "10-15"),
        ("de 10 à 15 ans", "10 à 15 ans"),
        ("3e", "troisième"),
        ("14 h 30", "14:30"),
        ("10 Go", "10 000 Mo"),
        ("5 km", "5000 m"),
        ("en 2024", "2024"),
        ("1\u202f000", "mille"),
    ],
)
def test_the_same_value_in_other_words_is_right(expected, typed):
    assert said(expected, typed) == "right"


@pytest.mark.parametrize(
    ("expected", "typed"),
    [
        ("44 %", "45 %"),
        ("44 %", "44 euros"),
        ("44 %", "44 ou 45"),
        ("44 %", "pas 44 %"),
        ("44 %", ""),
        ("44 %", "%"),
        ("deux minutes", "deux heures"),
        ("deux minutes", "120"),
        ("deux minutes", "minutes"),
        ("1,2 milliard", "1,3 milliard"),
        ("1,2 milliard", "1,2"),
        ("1,2 milliard", "1,2 billion"),
        ("1,2 milliard d’euros", "1,2 milliard de dollars"),
        ("50 euros par mois", "50 euros par an"),
        ("99 %", "100 %"),
        ("2024", "2020"),
        ("2024", "2025"),
        ("31 221", "32 000"),
        ("300 emplois", "300 euros"),
        ("entre 10 et 15 %", "9 %"),
        ("moins de 5 ans", "plus de 5 ans"),
        ("7 juin 2024", "8 juin 2024"),
        ("7 juin 2024", "2024"),
    ],
)
def test_another_value_is_wrong(expected, typed):
    assert judge(card(answer=expected), typed).judgement == "wrong"


@pytest.mark.parametrize(
    ("expected", "typed", "note"),
    [
        ("44 %", "quarente-quatre", "spelling"),
        ("2 minutes", "2 minuttes", "spelling"),
        ("31 221", "31 000", "rounded"),
        ("44,4 %", "44 %", "rounded"),
        ("un tiers", "33 %", "rounded"),
        ("entre 10 et 15 %", "12 %", "part"),
        ("300 emplois", "300 voitures", "unit"),
        ("7 juin 2024", "7 juin", "part"),
        ("7 juin 2024", "juin 2024", "part"),
    ],
)
def test_a_value_nearly_right_says_why(expected, typed, note):
    assert said(expected, typed) == f"near {note}"


@pytest.mark.parametrize(
    "typed",
    ["7 juin 2024", "07/06/2024", "7/6/24", "2024-06-07", "le 7 juin 2024", "vendredi 7 juin 2024", "June 7, 2024",
     "7 June 2024", "sept juin deux mille vingt-quatre"],
)  # fmt: skip
def test_a_date_is_right_in_words_and_in_figures(typed):
    assert said("7 juin 2024", typed) == "right"


def test_the_year_may_be_left_out_where_the_question_tells_it():
    asked = "Quel jour de 2024 la grève a-t-elle commencé ?"
    assert said("7 juin 2024", "7 juin", question=asked) == "right"


@pytest.mark.parametrize("typed", ["44", "44 %", "quarante-quatre", "44,0 %"])
def test_a_cloze_takes_the_unit_its_question_holds(typed):
    fact = {"number": 44, "unit": "percent"}
    assert said("44", typed, form="cloze", fact=fact) == "right"


@pytest.mark.parametrize(
    ("expected", "typed", "fact", "verdict"),
    [
        ("44", "44 euros", {"number": 44, "unit": "percent"}, "wrong unit"),
        ("deux", "120 secondes", {"number": 2, "unit": "minute"}, "right"),
        ("deux", "2 heures", {"number": 2, "unit": "minute"}, "wrong"),
        ("1,2", "1,2 milliard", {"number": 1.2e9, "unit": "EUR"}, "right"),
        ("1,2", "1,2", {"number": 1.2e9, "unit": "EUR"}, "right"),
        ("300", "300 euros", {"number": 300, "unit": "emploi"}, "wrong unit"),
    ],
)
def test_a_cloze_knows_what_its_figure_counts(expected, typed, fact, verdict):
    assert said(expected, typed, form="cloze", fact=fact) == verdict


@pytest.mark.parametrize(
    ("expected", "typed", "verdict"),
    [
        ("métier", "metier", "right accents"),
        ("métier", "MÉTIER", "right"),
        ("qualité", "qualite", "right accents"),
        ("l’Œuvre", "oeuvre", "right"),
        ("vingt-et-un films", "Vingt et un films", "right"),
        ("où", "ou", "near accents"),
        ("à", "a", "near accents"),
        ("sûr", "sur", "near accents"),
        ("mangé", "mange", "near accents"),
        ("mange", "mangé", "near accents"),
        ("métier", "mertier", "near spelling"),
        ("chat", "chien", "wrong"),
        ("scénariste", "sénariste", "near spelling"),
        ("or", "ou", "wrong"),
    ],
)
def test_accents_and_letters(expected, typed, verdict):
    assert said(expected, typed, form="text", kind="spec") == verdict


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("Hélène de La Rivière", "right"),
        ("helene de la riviere", "right accents"),
        ("de La Rivière", "right part"),
        ("Rivière", "right part"),
        ("riviere", "right part"),
        ("Mme Rivière", "right part"),
        ("H. Rivière", "right part"),
        ("H. de La Rivière", "right part"),
        ("Rivière (de la) Hélène", "right"),
        ("Rivierre", "near spelling"),
        ("Hélène", "near part"),
        ("de la", "wrong"),
        ("Ada Morin", "wrong"),
        ("Rivière ou Morin", "wrong"),
    ],
)
def test_a_speaker_by_name(typed, verdict):
    assert said("Hélène de La Rivière", typed, form="text", kind="quote") == verdict


@pytest.mark.parametrize(
    ("expected", "typed", "verdict"),
    [
        ("Nova 2", "Nova 3", "wrong"),
        ("Nova 2", "nova2", "right"),
        ("Nova 2", "Nova", "wrong"),
        ("Prisme Studio", "Prisme", "near part"),
        ("Prisme Studio", "Studio", "wrong"),
        ("Prisme Studio", "le Prisme-Studio", "right"),
        ("21st Street Films", "21", "wrong"),
    ],
)
def test_the_name_of_a_thing_is_not_a_figure(expected, typed, verdict):
    assert said(expected, typed, form="text", kind="spec") == verdict


def test_english_is_accepted_and_so_are_other_names():
    asked = card(answer="la reine des abeilles", english="the queen bee", accept=("la mère de la ruche",), form="text")
    assert judge(asked, "Queen bee").judgement == "right"
    assert judge(asked, "mere de la ruche").matched == "la mère de la ruche"


def test_another_choice_is_wrong_however_alike():
    asked = choice("c1", "Nova Films", "Nova Film", kind="spec")
    assert judge(asked, "nova film").judgement == "wrong"


@pytest.mark.parametrize(
    ("key", "typed", "verdict"),
    [
        ("Vrai", "v", "right"),
        ("Vrai", "true", "right"),
        ("Vrai", "faux", "wrong"),
        ("Faux", "F", "right"),
        ("Faux", "hm", "wrong"),
    ],
)
def test_true_or_false_in_a_letter_or_a_word(key, typed, verdict):
    assert said(key, typed, form="true-false") == verdict


@given(st.integers(0, 10**9))
def test_a_number_is_never_any_other_number(number):
    asked = card(answer=f"{number:,} emplois".replace(",", "\u202f"))
    assert judge(asked, str(number)).judgement == "right"
    assert judge(asked, str(number * 10 + 1)).judgement == "wrong"


@given(
    st.text(max_size=60), st.sampled_from(["44 %", "7 juin 2024", "Ada Morin", "où", "entre 2 et 3 millions d’euros"])
)
def test_nothing_typed_breaks_the_judge(typed, expected):
    assert judge(card(answer=expected), typed).judgement in ("right", "near", "wrong")


@given(st.text(alphabet="0123456789 .,-/%:hk€$'" + string.ascii_lowercase[:6], max_size=24))
def test_nothing_that_looks_like_a_figure_breaks_the_judge(typed):
    assert judge(card(answer="1,2 milliard d’euros"), typed).judgement in ("right", "near", "wrong")


@given(st.text(alphabet="abcé", max_size=8), st.text(alphabet="abcé", max_size=8))
def test_the_distance_between_words_is_symmetric_and_kind(one, other):
    assert distance(one, other, 8) == distance(other, one, 8)
    assert (distance(one, other, 8) == 0) == (one == other)
    assert distance(one, other, 8) <= max(len(one), len(other))


def test_swapped_neighbours_are_one_slip():
    assert distance("ashton", "asthon", 2) == 1
    assert distance("abcd", "wxyz", 2) == 3


@pytest.mark.parametrize(
    ("expected", "typed", "verdict"),
    [
        ("Valve Corporation", "valve", "right"),
        ("Valve Corporation", "Valve Corp.", "right"),
        ("Valve Corporation", "la société Valve", "right"),
        ("Valve", "Valve Corporation", "right"),
        ("Ferrand S.A.", "l’entreprise Ferrand", "right"),
        ("Groupe Ferrand", "Ferrand", "right"),
        ("Groupe Ferrand", "Studio Ferrand", "wrong"),
        ("Valve Corporation", "Corporation", "wrong"),
        ("Studio 54", "studio", "wrong"),
    ],
)
def test_the_legal_form_of_an_organisation_is_no_part_of_its_name(expected, typed, verdict):
    assert judge(card(answer=expected, form="text", kind="spec"), typed).judgement == verdict


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("G. Darrieux", "right"),
        ("la ministre Geneviève Darrieux", "right"),
        ("la ministre Darrieux", "right"),
        ("Mme Darrieux", "right"),
        ("Marc Darrieux", "wrong"),
        ("marc darrieux", "wrong"),
        ("Luc Darrieux", "wrong"),
        ("P. Darrieux", "wrong"),
        ("Genevieve Darieux", "near"),
        ("Geneviéve Darrieux", "right"),
        ("Genevièvre Darrieux", "near"),
    ],
)
@pytest.mark.parametrize("kind", ["quote", "spec"])
def test_initials_and_titles_are_forgiven_and_another_first_name_is_not(typed, verdict, kind):
    asked = card(
        answer="Geneviève Darrieux", accept=("Darrieux",), form="text", kind=kind, question="Qui dirige ce service ?"
    )
    assert judge(asked, typed).judgement == verdict


@pytest.mark.parametrize("typed", ["J.-L. Marchand", "JL Marchand", "J. Marchand", "le général Marchand"])
def test_both_initials_of_a_double_first_name(typed):
    assert judge(card(answer="Jean-Luc Marchand", form="text", kind="quote"), typed).judgement == "right"


@pytest.mark.parametrize(
    ("expected", "typed", "verdict"),
    [
        ("110 millions", "110M", "right"),
        ("110 millions", "110 M", "right"),
        ("110 millions d’euros", "110M€", "right"),
        ("110 millions d’euros", "110M", "right"),
        ("110 millions", "110", "wrong scale"),
        ("110 millions d’euros", "110", "wrong scale"),
        ("110 mètres", "110 m", "right"),
        ("110 mètres", "110 M", "right"),
        ("110 mètres", "110 millions", "wrong"),
        ("44 %", "-44", "wrong"),
        ("44 %", "− 44 %", "wrong"),
        ("44", "–44", "wrong"),
        ("-44", "-44", "right"),
    ],
)
def test_scales_and_signs_of_typed_figures(expected, typed, verdict):
    assert said(expected, typed) == verdict
