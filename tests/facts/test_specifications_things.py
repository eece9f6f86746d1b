"""Makers, natures, origins, dates, places and smaller relations, one test a rule. The sentences are ours."""

from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.extract import facts_of
from quiz.facts.fact import Quotation, Specification
from quiz.facts.reading import read
from quiz.facts.specifications import specifications

TITLE = "Une rentrée chargée"
BEFORE = "La société Brumelle recrute. Les élèves essaient le logiciel Volute."
"""What an article has told before: which name is a body and which a product."""


def facts(text: str, key: str = "", title: str = TITLE, before: str = BEFORE) -> list[Specification]:
    article = article_of_text(f"{title}\n\n{before}\n\n{text}")
    found = [fact for fact in specifications(read(article)) if fact.evidence.text not in before]
    return [fact for fact in found if not key or fact.key == key]


def said(text: str, key: str) -> list[tuple[str, str]]:
    """What the rules for things say; dates of whole clauses serve questions only, and have tests of their own."""
    return [(fact.entity, fact.value) for fact in facts(text, key) if fact.rule != "date-told"]


# Makers


@pytest.mark.parametrize(
    "text",
    [
        "Le modèle Volute, développé par Brumelle, dessine des plans.",
        "Le logiciel Volute a été développé par la société danoise Brumelle.",
        "Développé par Brumelle, le logiciel Volute dessine des plans.",
        "Le groupe Brumelle a lancé le logiciel Volute cet hiver.",
        "Le groupe Brumelle vient de dévoiler le logiciel Volute.",
        "Les élèves se servent du logiciel Volute de Brumelle.",
        "Volute, un logiciel de dessin de Brumelle, plaît aux élèves.",
        "Les élèves préfèrent Brumelle avec son logiciel Volute.",
    ],
)
def test_who_made_a_thing(text: str) -> None:
    assert ("Volute", "Brumelle") in said(text, "maker")


def test_a_maker_is_named_as_a_body_whatever_noun_it_once_had() -> None:
    text = "Le modèle Sorbier plaît. Les élèves se servent du logiciel Volute de Sorbier."
    found = facts(text, before="Les élèves essaient le logiciel Volute.")
    assert {named.kind for fact in found for named in fact.names if named.name == "Sorbier"} == {"organisation"}


def test_who_somebody_is_names_nobody() -> None:
    assert facts("Jeudi 19 mai, le Danois de Brumelle, Paul Roux, est sorti de la route.", "date") == []


def test_an_opening_participle_says_it_of_what_the_text_is_about() -> None:
    text = "Le logiciel Volute plaît aux élèves. Conçu par la société Brumelle, ce petit outil dessine des plans."
    assert said(text, "maker") == [("Volute", "Brumelle")]


@pytest.mark.parametrize(
    "text",
    [
        "Le logiciel Volute n'a pas été développé par Brumelle.",
        "Le groupe Brumelle n'a jamais lancé le logiciel Volute.",
        "Le groupe Brumelle lancerait le logiciel Volute.",
        "Le départ de Volute pour Brest est fixé.",
    ],
)
def test_no_maker_where_it_is_denied_supposed_or_not_said(text: str) -> None:
    assert said(text, "maker") == []


def test_films_have_directors_and_novels_authors() -> None:
    assert said("Le film Marées de Claire Fontaine sort demain.", "director") == [("Marées", "Claire Fontaine")]
    assert said("Le roman Marées de Claire Fontaine sort demain.", "author") == [("Marées", "Claire Fontaine")]


def test_a_country_that_launches_something_is_where_it_comes_from() -> None:
    assert said("La Suède vient de dévoiler Volute, un logiciel de dessin.", "origin") == [("Volute", "La Suède")]


def test_who_leads_and_who_organises() -> None:
    assert (
        said("Le Cercle nautique, présidé par Claire Fontaine, ferme ses portes.", "leader")[0][1] == "Claire Fontaine"
    )


# Natures and origins


def test_what_a_thing_is_in_apposition() -> None:
    fact = facts("Volute, un nouveau jeu vidéo de stratégie, plaît aux élèves.", "nature")[0]
    assert (fact.entity, fact.value) == ("Volute", "jeu vidéo de stratégie")


def test_what_a_thing_is_by_its_verb() -> None:
    assert said("Volute est une application capable de dessiner des plans.", "nature") == [
        ("Volute", "application capable de dessiner des plans")
    ]


def test_what_a_thing_is_before_its_name() -> None:
    assert said("Ils ouvrent l'application de messages Volute.", "nature") == [("Volute", "application de messages")]


@pytest.mark.parametrize(
    "text",
    [
        "Ils ouvrent l'application Volute.",  # the bare noun says too little
        "À Brest, le musée ferme ses portes.",  # a clause begins there
        "Volute est le premier logiciel à fermer ses portes.",  # a rank
        "Volute, un autre logiciel de dessin, plaît aux élèves.",  # a comparison
    ],
)
def test_no_nature(text: str) -> None:
    assert said(text, "nature") == []


def test_where_a_thing_comes_from() -> None:
    fact = facts("Le plan vient de la société danoise Brumelle.", "origin")[0]
    assert (fact.entity, fact.value, fact.frame.place) == ("Brumelle", "danoise", "Danemark")


def test_a_language_is_no_origin() -> None:
    assert said("Volute, une chanson entièrement en français, plaît aux élèves.", "origin") == []


def test_whom_a_union_stands_for() -> None:
    text = "Le syndicat Brisk, qui représente les dockers et les pilotes du port, a signé."
    assert said(text, "represents") == [("Brisk", "dockers et les pilotes du port")]


# Dates


@pytest.mark.parametrize(
    ("text", "entity", "attribute"),
    [
        ("Le logiciel Volute a été lancé le 3 mai 2019.", "le logiciel Volute", "date de lancement"),
        ("Le logiciel Volute, lancé le 3 mai 2019, dessine des plans.", "logiciel Volute", "date de lancement"),
        ("Le groupe Brumelle a racheté Volute le 3 mai 2019.", "Volute", "date de rachat"),
        ("Paul Roux est mort le 3 mai 2019 à Brest.", "Paul Roux", "date de mort"),
        ("Paul Roux est né le 3 mai 2019 à Brest.", "Paul Roux", "date de naissance"),
        (
            "Il a fallu attendre le 3 mai 2019 pour que le pont de Brest soit inauguré.",
            "pont de Brest",
            "date d'inauguration",
        ),
    ],
)
def test_when_something_happened(text: str, entity: str, attribute: str) -> None:
    fact = next(f for f in facts(text, "date"))
    assert (fact.value, fact.attribute) == ("3 mai 2019", attribute)
    assert fact.entity.lower() in entity.lower() or fact.entity.lower().endswith(entity.lower())
    assert fact.quantity is not None
    assert fact.quantity.low == 20190503


def test_since_and_until_are_told_from_on() -> None:
    since = facts("Le logiciel Volute est en vente depuis mai 2019.", "date")[0]
    until = facts("Paul Roux a signé un contrat de deux ans, donc jusqu'en mai 2021.", "date")[0]
    assert (since.frame.time, until.frame.time) == ("since", "until")


@pytest.mark.parametrize(
    "text",
    [
        "En mai 2019, le groupe Brumelle comptait 300 élèves.",  # sets the scene of a figure
        "Avant 1970, le port de Brest vendait du poisson.",  # a bound
        "« Nous avons le temps », a déclaré Paul Roux le 3 mai 2019.",  # when it was said
        "Les élus de l'élection du 3 mai 2019 refusent le plan.",  # part of a name
        "Un bateau au port de Brest, en mai 2019.",  # a caption
        "Comme en 2019, le logiciel Volute a été lancé trop tard.",  # another time
        "Lancée en 2019, les élèves ont quitté le port.",  # dangles
    ],
)
def test_no_date(text: str) -> None:
    assert said(text, "date") == []


# Places


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (
            "La rencontre entre Paul Roux et Claire Fontaine s'est déroulée à l'Institut Brisk à Oslo.",
            "place",
            "Institut Brisk à Oslo",
        ),
        ("Le vaccin Volute est produit à Riom, près de Clermont.", "place-made", "Riom"),
        ("Paul Roux est né à Oslo en 1980.", "birthplace", "Oslo"),
        ("La société Brumelle, basée à Oslo, a signé.", "headquarters", "Oslo"),
    ],
)
def test_where_things_are(text: str, key: str, value: str) -> None:
    assert value in [fact.value for fact in facts(text, key)]


def test_a_definite_role_in_an_event_is_resolved_to_its_only_holder() -> None:
    text = (
        "Paul Roux, acteur et réalisateur, a vu Volute. "
        "La rencontre entre l'acteur et Claire Fontaine s'est déroulée à Oslo."
    )
    fact = facts(text, "place")[0]
    assert fact.entity == "la rencontre entre Paul Roux et Claire Fontaine"
    assert fact.frame.resolved


def test_nobody_is_situated() -> None:
    assert said("La maison de l'architecte, Paul Roux, située à Brest, a brûlé.", "place") == []


# Smaller relations


def test_who_succeeded_whom() -> None:
    assert said("Claire Fontaine succède à Paul Roux à la tête du musée.", "predecessor") == [
        ("Claire Fontaine", "Paul Roux")
    ]
    assert said("Paul Roux a été remplacé par Claire Fontaine.", "predecessor") == [("Claire Fontaine", "Paul Roux")]


def test_who_won_what() -> None:
    assert said("Claire Fontaine a remporté le marathon de Brest.", "winner") == []  # no event noun we know
    assert said("Claire Fontaine a remporté le Grand Prix de Brest.", "winner") == [
        ("le Grand Prix de Brest", "Claire Fontaine")
    ]


def test_who_made_a_part_of_a_work() -> None:
    text = "Le film « Marées » sort demain. Ce film a bénéficié des effets spéciaux de Brumelle."
    assert said(text, "contributor") == [("Marées", "Brumelle")]


def test_a_list_gives_a_fact_a_member_kept_aside() -> None:
    text = "Des studios comme Brumelle, Brisk Studio, Volute et Ponant Films, chacun formant ses élèves, recrutent."
    found = facts(text, "listed")
    assert [fact.value for fact in found] == ["Brumelle", "Brisk Studio", "Volute", "Ponant Films"]
    assert all(fact.aside and fact.frame.lead == "studios" for fact in found)


def test_a_list_of_people_is_no_list() -> None:
    assert (
        said(
            "Des peintres comme Paul Roux, Jean Petit et Claire Fontaine, chacun formant ses élèves, exposent.",
            "listed",
        )
        == []
    )


def test_what_somebody_says_they_use() -> None:
    text = "« Pour les décors du port, nous utilisons surtout Volute. C'est assez simple », a expliqué Paul Roux."
    fact = facts(text, "used")[0]
    assert (fact.entity, fact.value, fact.modality, fact.attribution) == (
        "Paul Roux",
        "Volute",
        "attributed",
        "Paul Roux",
    )
    assert fact.frame.rest == "pour les décors du port"


# All together


def test_a_role_that_a_quotation_tells_is_kept_aside() -> None:
    text = "« Nous avons le temps de reconstruire ce port », a déclaré Claire Fontaine, directrice du Cercle nautique."
    found = facts_of(read(article_of_text(f"{TITLE}\n\n{text}")))
    assert any(isinstance(fact, Quotation) and fact.role for fact in found)
    role = next(fact for fact in found if isinstance(fact, Specification) and fact.key == "role")
    assert role.aside


def test_titles_and_questions_state_nothing() -> None:
    assert facts("Claire Fontaine est-elle la présidente du Cercle nautique ?") == []
    assert facts("Rien.", title="Le directeur de Brumelle, Paul Roux, démissionne") == []


def test_evidence_and_answer_are_verbatim() -> None:
    article = article_of_text(f"{TITLE}\n\nLe directeur de l’Institut\u00a0Brisk, Paul Roux, a signé.")
    for fact in specifications(read(article)):
        assert article.text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        assert article.text[fact.answer.start : fact.answer.end] == fact.answer.text
        assert fact.answer.text in fact.evidence.text


def test_what_happens_somewhere_is_not_made_there() -> None:
    assert said("Un séisme s'est produit près du port, à Brest.", "place-made") == []


def test_a_participle_inside_a_name_is_no_event() -> None:
    found = facts("Les députés citent souvent l'assemblée des Nations unies en 2017.", "date")
    assert not any("unies" in fact.attribute for fact in found)


def test_the_agent_of_a_passive_is_not_what_the_next_pronoun_names() -> None:
    text = "Le pont de Metz a été inauguré par Paul Brémond. Il a été conçu par Ada Morin en 1976."
    assert not any("Brémond" in fact.entity for fact in facts(text) if "1976" in fact.evidence.text)


def test_spaces_left_by_markup_are_not_in_a_name() -> None:
    found = facts("Le   Vélorail   de Metz a été inauguré le 22 septembre 1981 par Paul Brémond.")
    assert found
    assert not [fact.entity for fact in found if "  " in fact.entity]


# Beside a name


@pytest.mark.parametrize(
    "text",
    [
        "Brumelle, l'éditeur de Volute, a démenti la vente.",
        "Volute vient de chez Brumelle, dit-on au salon.",
        "Volute, que la société danoise Brumelle vient de présenter, plaît aux élèves.",
    ],
)
def test_who_made_a_thing_is_told_beside_another_name(text: str) -> None:
    assert ("Volute", "Brumelle") in said(text, "maker")


@pytest.mark.parametrize(
    "text",
    [
        "Paul Roux, l'éditeur de Volute, a démenti la vente.",  # a person's trade
        "Volute vient de chez Paul Roux.",  # out of his house
        "Volute, que les élèves de Brumelle viennent de présenter, plaît.",  # pupils
    ],
)
def test_who_made_a_thing_is_not_told(text: str) -> None:
    assert said(text, "maker") == []


def test_the_body_somebody_is_of() -> None:
    assert said("Paul Roux, de la Ligue nautique, répond que tout va bien.", "body") == [
        ("Paul Roux", "Ligue nautique")
    ]
    assert said("Paul Roux, de Lyon, répond que tout va bien.", "body") == []


def test_whom_a_union_is_for() -> None:
    text = "La CFTN, le syndicat des dockers, des mousses et des grutiers, proteste."
    assert said(text, "represents") == [("CFTN", "dockers, des mousses et des grutiers")]


def test_its_director() -> None:
    text = "Le film « Marées » plaît. Claire Fontaine, sa réalisatrice, y travaillait depuis dix ans."
    assert ("« Marées »", "Claire Fontaine") in said(text, "director") or ("Marées", "Claire Fontaine") in said(
        text, "director"
    )


def test_who_founded_it_in_a_relative_clause() -> None:
    assert ("Brumelle", "Claire Fontaine") in said("Claire Fontaine, qui a fondé Brumelle, part.", "founder")


def test_what_is_denied_is_printed_nowhere() -> None:
    found = facts("Le logiciel Volute n'a pas été développé par la société Brisk.", "maker")
    assert all(fact.aside for fact in found)


@pytest.mark.parametrize(
    "text",
    [
        "Le musée a accueilli 45 101 visiteurs en mai 2017.",
        "Une vingtaine de bateaux ont été détruits en mai 2017.",
        "Les deux hommes ont été arrêtés en mai 2017.",
        "Elle se tient après le Trophée Brisk 2018.",
    ],
)
def test_so_many_of_something_are_no_entity(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jeudi 16 mai 2013, le conseil a adopté sans grand bruit de manière définitive.",  # what?
        "Il a évoqué la mort de Paul Roux survenue en 1993.",  # the death is of 1993, not the man
        "Trois marins ont trouvé la mort en mars 2013.",
        "Ils réussissent leur manœuvre le 8 mars 2013.",
    ],
)
def test_dates_of_nothing_that_is_named(text: str) -> None:
    assert said(text, "date") == []


def test_an_opening_date_has_the_object_of_its_verb() -> None:
    text = "Le 2 mars 2013, Brumelle a lancé le logiciel Marelle."
    assert said(text, "date") == [("le logiciel Marelle", "2 mars 2013")]


def test_what_a_figure_is_for_is_no_date_of_the_verb() -> None:
    assert said("Brumelle abaisse sa prévision pour 2018.", "date") == []


@pytest.mark.parametrize(
    "text",
    [
        "Des images du troisième essai de Brumelle, effectué en mai 2019, circulent.",
        "Paul Roux a fini troisième au Tournoi de Brême en 2015.",
        "Il avait reçu une amende de Brumelle. Paul Roux l'a réglée le 20 février 2019.",
        "Le quotidien Brumelle a révélé ce mercredi 22 mars 2017 que le port fermait.",
    ],
)
def test_a_date_of_something_else_is_none(text: str) -> None:
    assert said(text, "date") == []


def test_a_date_of_nothing_one_could_name_serves_questions_only() -> None:
    assert [fact.aside for fact in facts("Le pays est miné par la guerre depuis 2003.", "date")] in ([True], [])


def test_how_far_off_something_is_is_not_its_place() -> None:
    assert said("La ville de Brume, située à 80 kilomètres au sud de Brest, dort.", "place") == []


def test_a_village_in_a_name_is_not_the_thing_named() -> None:
    assert said("La mosquée Al-Zahra de Brume, un village proche de Brest, a fermé.", "nature") == []


@pytest.mark.parametrize(
    "text",
    [
        "La ville de Brest a connu une année 2016 difficile.",
        "La part des ventes de Brumelle a bondi de 66 % en 2006 à 40 % en 2015.",
        "Le logiciel Volute était peu apprécié depuis l'apparition des tablettes dans les années 1990.",
        "Paul Roux établit un nouveau record du lac de Brume détenu depuis 1989 par Odile Fortin.",
        "Le pays commémore l'arrivée des marins de Brest en 1788.",
    ],
)
def test_a_date_of_another_noun_of_the_sentence_is_none(text: str) -> None:
    assert said(text, "date") == []


def test_who_heads_a_group_of_a_body_does_not_head_the_body() -> None:
    text = "L'outil est bâti par un groupe de recherche de l'université libre de Brême dirigé par Odile Fortin."
    assert not [fact for fact in facts(text) if fact.value == "Odile Fortin"]


def test_a_counsellor_of_somebody_is_the_victim_not_he() -> None:
    text = "Le conseiller de Paul Roux, Luc Marty, a été victime lundi 28 novembre 2016 d'une chute."
    assert said(text, "date") == []


def test_what_is_set_up_somewhere_has_no_head_office() -> None:
    text = "L'instrument de mesure de Brumelle sera installé à l'observatoire de Brême."
    assert {fact.attribute for fact in facts(text) if fact.rule == "place-verb"} <= {"lieu"}


def test_how_often_something_was_won_is_no_part_of_its_name() -> None:
    text = "Odile Fortin avait remporté la finale du Tournoi de Brême quatre fois de suite entre 2013 et 2016."
    assert [entity for entity, _ in said(text, "winner")] == ["la finale du Tournoi de Brême"]


@pytest.mark.parametrize(
    "text",
    [
        "La place serait à rapprocher de celle de Paul Roux obtenue en juin 2015.",
        "Cette branche a prêté allégeance à la société Brumelle en novembre 2014.",
        "Odile Fortin a interprété Léa dans Les Filles du vent et Ana en 2004 dans Volute 3.",
    ],
)
def test_a_date_of_half_a_phrase_is_none(text: str) -> None:
    assert said(text, "date") == []


def test_the_object_of_a_verb_that_may_be_an_idiom_serves_questions_only() -> None:
    found = facts("Odile Fortin a claqué la porte du club de Brume en 1984.", "date")
    assert [fact.aside for fact in found] in ([True], [])


@pytest.mark.parametrize(
    "text",
    [
        "Il a annulé sa visite à Brême prévue pour le 31 mai 2019.",
        "Le port reste le principal objectif de son mandat présidentiel, qui débutera le 20 mai 2019.",
        "Des élèves de Brumelle promettent de nouvelles fêtes le 8 mai 2019.",
    ],
)
def test_a_date_on_the_way_is_of_something_else(text: str) -> None:
    assert said(text, "date") == []
