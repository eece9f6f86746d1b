"""English by rule: right where every piece is known, none where one is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.english.numerals import read, spelled
from quiz.english.rules import english

_NAMES = frozenset({"OpenAI", "Google", "Lumen Films", "PSG", "Anne Lebrun"})

_PAIRS = {
    "shares": """
        44 % = 44%
        44% = 44%
        35,5 % = 35.5%
        1,20 % = 1.20%
        trente-cinq pour cent = thirty-five percent
        Trente-cinq pour cent = Thirty-five percent
        +18,15 % = +18.15%
        2 points de pourcentage = 2 percentage points
        la moitié = half
        près de la moitié = nearly half
        un quart = one quarter
        les deux tiers = two thirds
        trois quarts = three quarters
        deux cinquièmes = two fifths
        sept sur dix = seven out of ten
    """,
    "money": """
        1,2 milliard d'euros = 1.2 billion euros
        2 billions de dollars = 2 trillion dollars
        300 millions de dollars = 300 million dollars
        plus d'un million d'euros = more than one million euros
        41 000$ = $41,000
        118.385 euros = 118,385 euros
        3 M€ = €3 million
        5 Mds € = €5 billion
        12,50 € = €12.50
        £ 100m = £100m
        68 359 dollars canadiens = 68,359 Canadian dollars
        2 500 francs CFA = 2,500 CFA francs
        5 euros par mois = 5 euros a month
    """,
    "counts": """
        300 personnes = 300 people
        une personne = one person
        deux mille trois cents habitants = two thousand three hundred inhabitants
        moins de 200 emplois = fewer than 200 jobs
        au moins 32 personnes = at least 32 people
        une centaine de personnes = about a hundred people
        des milliers de foyers = thousands of households
        plusieurs centaines de manifestants = several hundred demonstrators
        plusieurs pays = several countries
        12 morts et 30 blessés = 12 deaths and 30 people injured
        31 221 = 31,221
        quatre-vingt-dix-sept = ninety-seven
        septante-deux = seventy-two
        soixante et onze = seventy-one
        deux fois = twice
        trois fois par semaine = three times a week
    """,
    "measures": """
        deux minutes = two minutes
        une minute = one minute
        jusqu'à deux minutes = up to two minutes
        deux ans et demi = two and a half years
        une demi-heure = half an hour
        5 h 18 min 12 s = 5 hours, 18 minutes and 12 seconds
        une minute et vingt secondes = one minute and twenty seconds
        environ 1 700 mètres = about 1,700 meters
        1 200 euros environ = 1,200 euros approximately
        30 images par seconde = 30 frames per second
        10,5 milliards d'années = 10.5 billion years
        120 km/h = 120 km/h
        192kHz = 192 kHz
        25 °C = 25°C
        -3 °C = −3°C
        512 Go = 512 GB
        3,2 tonnes = 3.2 metric tons
        1080p = 1080p
        4K = 4K
    """,
    "ranges": """
        entre 10 et 15 % = between 10 and 15%
        10 à 15 % = 10 to 15%
        10 ou 15 secondes = 10 or 15 seconds
        entre 10 millions et 15 millions d'euros = between 10 million and 15 million euros
        de 2010 à 2015 = from 2010 to 2015
        du 27 novembre au 2 décembre 2018 = November 27 to December 2, 2018
    """,
    "dates": """
        7 juin 2024 = June 7, 2024
        le 7 juin 2024 = June 7, 2024
        1er mars = March 1
        juin 2024 = June 2024
        mardi 5 août 2017 = Tuesday, August 5, 2017
        en 2024 = in 2024
        2024 = 2024
        plus de 2000 = more than 2,000
        depuis 2010 = since 2010
        jusqu'au 20 octobre = until October 20
        d'ici 2026 = by 2026
        03/04/2024 = April 3, 2024
        les années 80 = the 1980s
        XXe siècle = the 20th century
        mi-juin = mid-June
        fin 2023 = late 2023
        à 14 h 30 = at 2:30 p.m.
    """,
    "ranks": """
        3e = 3rd
        22e place = 22nd place
        première place = first place
        douzième = twelfth
        numéro 10 = number 10
    """,
    "places and people": """
        États-Unis = United States
        aux États-Unis = in the United States
        la Chine = China
        en Chine = in China
        Londres = London
        à Londres = in London
        italienne = Italian
        l'ONU = the UN
        OpenAI = OpenAI
        le PSG = PSG
        OpenAI et Google = OpenAI and Google
        Vrai = True
    """,
    "roles": """
        PDG = CEO
        une ministre = minister
        PDG d'OpenAI = CEO of OpenAI
        ancienne directrice générale de Lumen Films = former chief executive of Lumen Films
        directeur des opérations d'OpenAI = chief operating officer of OpenAI
        ministre de la Santé = Minister of Health
        ministre française de l'Intérieur = French Minister of the Interior
        Premier ministre britannique = British Prime Minister
        président de la République = President of the Republic
        président du Sénégal = president of Senegal
        président des États-Unis = president of the United States
        maire de Paris = mayor of Paris
        porte-parole du gouvernement = government spokesperson
        porte-parole d'OpenAI = spokesperson for OpenAI
        actrice et réalisatrice = actor and film director
        cofondateur et PDG d'OpenAI = co-founder and CEO of OpenAI
    """,
}
_ALL = [tuple(line.strip().split(" = ")) for block in _PAIRS.values() for line in block.strip().splitlines()]


@pytest.mark.parametrize(("french", "said"), _ALL)
def test_what_is_known_has_its_english(french: str, said: str) -> None:
    assert english(french, _NAMES) == said


@pytest.mark.parametrize(
    "french",
    [
        "", "44 % des entreprises", "un budget modeste", "trois fois plus", "le petit chat noir", "Zorglub",
        "PDG de Zorglub", "Kling et OpenAI", "quatre vingt deux cent", "31 juin 2024", "12 zorglubs", "le mois dernier",
        "acteur de Lyon", "plus de la moitié des votants", "entre 10 et beaucoup", "14 h 30", "à peine quelques",
        "une dizaine de milliers", "ministre du Bonheur", "1 000 livres", "3 et 4", "Conseil d'État",
    ],
)  # fmt: skip
def test_what_is_not_known_has_none(french: str) -> None:
    assert english(french, _NAMES) is None


def test_no_break_spaces_and_curly_apostrophes_do_not_matter() -> None:
    assert english("1,2\u00a0milliard d’euros") == "1.2 billion euros"
    assert english("400\u202f000\u00a0€") == "€400,000"


def test_the_dimension_tells_an_age_and_a_time() -> None:
    assert english("25 ans") == "25 years"
    assert english("25 ans", dimension="age") == "25 years old"
    assert english("14 h 30", dimension="time") == "2:30 p.m."
    assert english("2 h 30", dimension="duration") == "2 hours and 30 minutes"


@given(st.sampled_from(_ALL), st.sampled_from(["zorglub", "chat noir", "dont beaucoup", "Œ"]), st.booleans())
def test_one_unknown_word_and_there_is_no_english(pair: tuple[str, str], word: str, before: bool) -> None:
    text = f"{word} {pair[0]}" if before else f"{pair[0]} {word}"
    assert english(text, _NAMES) is None


@given(st.text("0123456789 ,.%€$ -+et ou à de deux cent mille", max_size=30))
def test_rules_never_fail_and_never_leave_french(text: str) -> None:
    said = english(text)
    assert said is None or not re.search(r"\b(?:et|ou|à|de|deux|cent|mille)\b", said)


_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_SMALL = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
]  # fmt: skip


def _in_french(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 70:
        ten, rest = number - number % 10, number % 10
        return _FRENCH_TENS[ten] + ("" if not rest else " et un" if rest == 1 else f"-{_SMALL[rest]}")
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_SMALL[number - 60]}"
    if number < 100:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{_SMALL[number - 80]}"
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{_SMALL[hundreds]} cent" + ("" if rest else "s")
        return head + (f" {_in_french(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    head = "mille" if thousands == 1 else re.sub("(vingt|cent)s$", r"\1", _in_french(thousands)) + " mille"
    return head + (f" {_in_french(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_every_number_in_french_words_is_read(number: int) -> None:
    found = read(_in_french(number))
    assert found is not None
    assert found.whole == number
    assert found.english() == spelled(number)


def test_several_days_of_a_month():
    assert english("les 3, 4 et 5 mai 2016") == "May 3, 4 and 5, 2016"
    assert english("les 1er et 2 mai") == "May 1 and 2"


def test_how_far_away():
    assert english("à moins de deux kilomètres") == "less than two kilometers away"


def test_ambassadors_and_who_leaves_a_post():
    assert english("ambassadeur britannique à l'ONU") == "British ambassador to the UN"
    assert english("ambassadrice du Canada aux États-Unis") == "ambassador of Canada to the United States"
    assert english("directeur sortant de la CIA") == "outgoing director of the CIA"
    assert (
        english("secrétaire d'État français à l'Enseignement supérieur")
        == "French Secretary of State for Higher Education"
    )
