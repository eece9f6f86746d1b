"""Roles: who is what, one test a rule, with what each rule refuses. The sentences are ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Specification
from quiz.facts.reading import read
from quiz.facts.specifications import specifications

TITLE = "Les chantiers de Brumelle reprennent"


def facts(text: str, key: str = "") -> list[Specification]:
    found = specifications(read(article_of_text(f"{TITLE}\n\n{text}")))
    return [fact for fact in found if not key or fact.key == key]


def roles(text: str) -> list[tuple[str, str]]:
    return [(fact.entity, fact.value) for fact in facts(text, "role")]


def test_a_definite_role_a_comma_a_name() -> None:
    fact = facts("Le directeur général de Brumelle, Paul Roux, a démenti la vente.", "role")[0]
    assert (fact.entity, fact.value, fact.rule) == ("Paul Roux", "directeur général de Brumelle", "role-before")
    assert fact.attribute == "fonction"
    assert fact.evidence.text == "Le directeur général de Brumelle, Paul Roux, a démenti la vente."
    assert (fact.frame.lead, fact.frame.rest, fact.frame.time) == ("directeur général", "de Brumelle", "present")


def test_a_role_behind_a_name() -> None:
    text = "Claire Fontaine, directrice technique du studio danois Brumelle, a signé le plan."
    assert roles(text) == [("Claire Fontaine", "directrice technique du studio danois Brumelle")]


def test_a_role_in_brackets() -> None:
    assert roles("Claire Fontaine (présidente du Cercle nautique de Brest) a signé le plan.") == [
        ("Claire Fontaine", "présidente du Cercle nautique de Brest")
    ]


def test_a_role_before_a_name_without_a_comma() -> None:
    assert roles("Le plan a été signé par la maire de Brest Claire Fontaine.") == [
        ("Claire Fontaine", "maire de Brest")
    ]


def test_a_bare_title_says_nothing() -> None:
    assert roles("Le président Paul Roux a signé le plan.") == []


def test_a_role_over_an_aside() -> None:
    text = "Paul Roux, installé à Lyon, spécialiste des charpentes et fabricant de maquettes, a signé le plan."
    assert roles(text) == [("Paul Roux", "spécialiste des charpentes et fabricant de maquettes")]


def test_a_list_of_trades_is_one_value() -> None:
    assert roles("Paul Roux, acteur, réalisateur et amateur de voile, a signé le plan.") == [
        ("Paul Roux", "acteur, réalisateur et amateur de voile")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L'ancien directeur général de Brumelle, Paul Roux, a démenti la vente.",
        "Paul Roux, ex-directeur général de Brumelle, a démenti la vente.",
        "Paul Roux était le directeur général de Brumelle avant la vente.",
    ],
)
def test_a_role_of_the_past_is_past(text: str) -> None:
    fact = facts(text, "role")[0]
    assert (fact.entity, fact.modality, fact.frame.time) == ("Paul Roux", "past", "past")


def test_a_copula_and_an_appointment() -> None:
    assert roles("Claire Fontaine est la présidente du Cercle nautique.")[0][1] == "présidente du Cercle nautique"
    appointed = facts("Claire Fontaine a été nommée directrice du musée de Brest.", "role")[0]
    assert (appointed.value, appointed.rule) == ("directrice du musée de Brest", "role-appointed")


@pytest.mark.parametrize(
    "text",
    [
        "Claire Fontaine n'est pas la présidente du Cercle nautique.",
        "Claire Fontaine serait la présidente du Cercle nautique.",
        "Claire Fontaine sera bientôt la présidente du Cercle nautique.",
    ],
)
def test_denied_supposed_and_future_roles_are_none(text: str) -> None:
    assert roles(text) == []


def test_the_name_has_to_fit_the_gender_of_the_role() -> None:
    """« la maire de Brest, Paul Roux »: the woman who is mayor is somebody else."""
    assert roles("Le plan vient de l'équipe de la maire de Brest, Paul Roux et Jean Petit y travaillent.") == []


def test_a_role_inside_a_role_takes_no_name_over_a_comma() -> None:
    text = "Claire Fontaine, adjointe au maire de Brest, Paul Roux, conseiller régional, et Jean Petit ont signé."
    assert ("Paul Roux", "maire de Brest") not in roles(text)
    assert ("Claire Fontaine", "adjointe au maire de Brest") in roles(text)


def test_a_clause_that_begins_with_a_role_is_no_apposition() -> None:
    assert ("Paul Roux", "maire de Brest") not in roles("Selon Paul Roux, le maire de Brest a menti au conseil.")


def test_a_role_cut_short_is_dropped() -> None:
    """« directeur de la recherche et développement » stops at a word that belongs to it."""
    assert roles("Paul Roux, directeur de la recherche et développement, a signé.") == []


def test_a_ministry_may_have_two_names() -> None:
    text = "La ministre de la Ville et du Logement, Claire Fontaine, a signé le plan."
    assert roles(text) == [("Claire Fontaine", "ministre de la Ville et du Logement")]


def test_a_participle_is_no_role() -> None:
    assert roles("La course a été gagnée par Paul Roux, représentant la Belgique.") == []


def test_a_plural_is_nobody_s_role() -> None:
    assert roles("Les directeurs de Brumelle, Paul Roux et Jean Petit, ont signé.") == []


def test_a_party_and_a_nation_belong_to_the_role() -> None:
    found = facts("La sénatrice PS Claire Fontaine a voté contre. Le ministre belge des Finances, Paul Roux, aussi.")
    assert {(f.key, f.entity, f.value) for f in found} == {
        ("role", "Claire Fontaine", "sénatrice PS"),
        ("party", "Claire Fontaine", "PS"),
        ("role", "Paul Roux", "ministre belge des Finances"),
    }
    assert next(f for f in found if f.entity == "Paul Roux").frame.place == "Belgique"


def test_a_founder_is_said_of_what_was_founded() -> None:
    fact = facts("L'offre est rejetée par le fondateur de Volute, Paul Roux.", "founder")[0]
    assert (fact.entity, fact.value, fact.attribute) == ("Volute", "Paul Roux", "fondateur")


def test_an_author_of_something_unnamed_is_dropped() -> None:
    assert facts("« Rien ne presse », dit Paul Roux, auteur de l'étude.", "role") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Un économiste de la Banque nordique, Paul Roux, approuve.", "économiste de la Banque nordique"),
        ("Elle a écrit à Paul Roux, l'ancien patron de Brumelle, lors d'un salon.", "ancien patron de Brumelle"),
        ("Le réalisateur Paul Roux applaudit.", "réalisateur"),
    ],
)
def test_roles_without_a_definite_post(text: str, role: str) -> None:
    assert roles(text) == [("Paul Roux", role)]


def test_a_bare_title_of_a_head_is_no_role() -> None:
    assert roles("Le président Paul Roux applaudit.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Odile Fortin, dont la nomination à titre de première directrice du port de Brest a été annoncée, est absente.",
        "La nomination d'Odile Fortin au poste de directrice du port de Brest a surpris.",
        "L'élection d'Odile Fortin comme directrice du port de Brest a surpris.",
    ],
)
def test_a_nomination_tells_a_role(text: str) -> None:
    assert roles(text) == [("Odile Fortin", "directrice du port de Brest")]


def test_a_role_that_says_nothing_of_what_is_not_printed() -> None:
    assert [fact.aside for fact in facts("Paul Roux, le dirigeant actuel, a signé le plan.", "role")] == [True]
    assert [fact.aside for fact in facts("Paul Roux, le dirigeant du port de Brest, a signé.", "role")] == [False]


def test_a_name_before_a_verb_is_no_holder_of_the_role_before_it() -> None:
    people = read(article_of_text(f"{TITLE}\n\nLe président nancéien invita Paul Roux à rester.")).entities.people()
    assert [person.roles for person in people] == [()]


def test_a_present_of_years_ago_is_past() -> None:
    text = f"{TITLE}\n\n1er juin 2018.\n\nEn 1969, Odile Fortin est la directrice du port de Brest."
    article = replace(article_of_text(text), date="2018-06-01")
    assert [(fact.key, fact.modality) for fact in specifications(read(article))] == [("role", "past")]


def test_a_role_cut_before_par_is_none() -> None:
    assert roles("Paul Roux est leader du classement par points.") == []


def test_a_post_of_today_beside_a_year_of_the_past_is_of_today() -> None:
    text = f"{TITLE}\n\nIl avait été exclu en 2015 par sa fille Odile Fortin, qui est la présidente actuelle du PVB."
    article = replace(article_of_text(text), date="2018-06-01")
    assert [fact.modality for fact in specifications(read(article)) if fact.key == "role"] == ["asserted"]


def test_the_back_of_a_thing_is_nobody_s_role() -> None:
    assert roles("En percutant l'arrière d'une moto, Paul Roux est tombé.") == []


_SPORTS = "ministre de la Culture et des Sports"
_LIGHTS = "chef de l'Office des ports et des phares"
_LEAGUE = "présidente de la Ligue contre le bruit"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Le ministre de l'éducation Nouria Fontaine a parlé.", "Nouria Fontaine", "ministre de l'éducation"),
        ("La ministre de la Culture et des Sports Claire Fontaine a parlé.", "Claire Fontaine", _SPORTS),
        ("Le secrétaire général de l'OMX Paul Roux a parlé.", "Paul Roux", "secrétaire général de l'OMX"),
        ("Le ministre d'État chargé de la Mer Paul Roux a parlé.", "Paul Roux", "ministre d'État chargé de la Mer"),
    ],
)  # fmt: skip
def test_a_role_ends_where_its_holder_begins(text: str, name: str, role: str) -> None:
    assert roles(text) == [(name, role)]


def test_a_body_keeps_the_name_it_bears() -> None:
    assert ("Paul Roux", "directeur de la fondation") not in roles("Le directeur de la fondation Paul Roux a parlé.")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Présidente du port de Brest, Claire Fontaine a signé.", "Claire Fontaine", "Présidente du port de Brest"),
        ("Claire Fontaine, 42 ans, est présidente du port de Brest.", "Claire Fontaine", "présidente du port de Brest"),
        ("C'est Paul Roux, second vice-président du port, qui a signé.", "Paul Roux", "second vice-président du port"),
    ],
)  # fmt: skip
def test_fronted_ranked_and_interrupted_roles(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text)


def test_le_maire_is_a_name() -> None:
    assert roles("La liste compte désormais Bruno Le Maire, Claire Fontaine et Paul Roux.") == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Le directeur de l'Office des ports (OPM) Paul Roux a parlé.", "Paul Roux", "directeur de l'Office des ports"),
        ("Le chef de l'Office des ports et des phares (OPP), Paul Roux, a parlé.", "Paul Roux", _LIGHTS),
        ("Claire Fontaine, présidente de la Ligue contre le bruit, a parlé.", "Claire Fontaine", _LEAGUE),
        ("« Non », a dit Paul Roux porte-parole de Brumelle.", "Paul Roux", "porte-parole de Brumelle"),
        ("Le Premier ministre de Pologne, Claire Fontaine, a parlé.", "Claire Fontaine", "Premier ministre de Pologne"),
    ],
)
def test_letters_leagues_and_forgotten_commas(text: str, name: str, role: str) -> None:
    assert (name, role) in roles(text)
