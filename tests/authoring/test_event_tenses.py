"""The tense of questions on events, and the words that would hang in the air."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.event_questions import candidates
from quiz.facts.event import Event
from quiz.facts.extract import extract
from tests.authoring.test_event_questions import proposed, questions


def asked(text: str) -> set[str]:
    return {question.replace("'", "’") for question in questions(text)}


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Awa Sow avait remporté le tournoi de Dakar en 2009.", "Qui a remporté le tournoi de Dakar en 2009 ?"),
        (
            "Awa Sow avait remporté le tournoi de Dakar en 2009.",
            "En quelle année Awa Sow a-t-elle remporté le tournoi de Dakar ?",
        ),
        (
            "La présidente Awa Sow s'était installée à Dakar en mars 2011.",
            "Quand la présidente Awa Sow s’est-elle installée à Dakar ?",
        ),
        (
            "Omar Ba vient d'être condamné à trois ans de prison par le tribunal de Thiès.",
            "Qui a été condamné à trois ans de prison par le tribunal de Thiès ?",
        ),
        (
            "Le Mali vient de ratifier le traité de Bamako sur les forêts.",
            "Quel pays a ratifié le traité de Bamako sur les forêts ?",
        ),
        (
            "En 2014, Awa Sow est élue sénatrice de la ville de Thiès.",
            "En quelle année Awa Sow a-t-elle été élue sénatrice de la ville de Thiès ?",
        ),
        (
            "Omar Ba a bel et bien réglé les trois factures du club de Thiès.",
            "Qui a réglé les trois factures du club de Thiès ?",
        ),
    ],
)
def test_what_is_over_is_asked_of_its_own_day(sentence: str, question: str) -> None:
    assert question in asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba avait reçu le soutien de la mairie de Thiès.",
        "Lors du congrès, Omar Ba s'était associé au parti Volute de Dakar.",
        "Omar Ba a probablement été touché par une pierre à la tête.",
    ],
)
def test_background_without_its_day_is_not_asked(sentence: str) -> None:
    assert not asked(sentence)


def test_what_lies_ahead_and_what_goes_on_stay_in_the_present() -> None:
    assert "Qui est convoqué par le tribunal de Thiès le 28 juin 2019 ?" in asked(
        "Omar Ba est convoqué par le tribunal de Thiès le 28 juin 2019."
    )
    assert "Qui était recherché par la police de Thiès pour vol en 2017 ?" in asked(
        "Omar Ba était recherché par la police de Thiès pour vol en 2017."
    )


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Le maire Omar Ba a proposé le 15 avril à Dakar la suppression de l'article 49 de la Constitution du"
            " Sénégal qui permet au gouvernement de faire adopter une loi sans vote.",
            "Qui a proposé le 15 avril à Dakar la suppression de l’article 49 de la Constitution du Sénégal ?",
        ),
        (
            "Le maire Omar Ba a tenu ce jeudi 2 mai un point de presse dans la salle des fêtes du palais de Thiès"
            " pour recadrer les journalistes de la radio nationale.",
            "Qui a tenu le jeudi 2 mai un point de presse dans la salle des fêtes du palais de Thiès ?",
        ),
    ],
)
def test_a_long_clause_goes_without_its_tail(sentence: str, question: str) -> None:
    assert question in asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Ba a reculé lentement vers la sortie du parking.",  # nothing to know it by
        "Le Mali a continué à encaisser trois nouveaux buts.",
        "Omar Ba a quitté le club de Thiès lorsqu'il a atteint l'âge de 35 ans.",
    ],
)
def test_moments_that_nobody_could_tell_from_others_are_not_asked(sentence: str) -> None:
    assert not [question for question in asked(sentence) if "âge" in question or "club" not in question]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "Une trentaine de gendarmes ont évacué la ferme à Thiès.",
            "Dans quelle ville une trentaine de gendarmes ont-ils évacué la ferme ?",
        ),
        (
            "L'exécutif malien a signé en 2014 le traité de Bamako.",
            "En quelle année l’exécutif malien a-t-il signé le traité de Bamako ?",
        ),
    ],
)
def test_a_noun_tells_the_pronoun(sentence: str, question: str) -> None:
    assert question in asked(sentence)


def test_who_only_passes_on_is_not_asked() -> None:
    assert not [
        question
        for question in asked(
            "Le porte-parole de la mairie de Thiès, Omar Ba, a annoncé la fermeture du pont du fleuve."
        )
        if question.startswith("Qui ")
    ]


def test_a_story_told_in_the_present_is_dated_by_the_year_that_leads_in() -> None:
    assert (
        questions("En 1982, Awa Sow fonde une école de danse à Thiès.").get(
            "En quelle année Awa Sow fonde-t-elle une école de danse à Thiès ?"
        )
        == "1982"
    )


def test_the_noun_may_be_typed_with_the_name() -> None:
    typed = [
        made
        for made in proposed("Jean Morin s'est éteint à l'hôpital de Brumelle, à l'âge de 93 ans.")
        if made.form == "text" and made.answer.fr == "Brumelle"
    ]
    assert typed
    assert "hôpital de Brumelle" in typed[0].accept


def test_where_a_purpose_lies_is_not_where_something_stands() -> None:
    text = "Le navire Volute est déployé en Méditerranée pour renforcer le dispositif militaire en Syrie."
    assert not [question for question, answer in questions(text).items() if answer == "Syrie"]


def test_a_town_of_another_country_lends_no_towns() -> None:
    home = replace(
        article_of_text("États-Unis : naissance d'un loup\n\nUn loup est né le 2 mai à Saint-Louis, dans un zoo.\n"),
        date="2019-05-03",
    )
    made = [each for fact in extract(home) if isinstance(fact, Event) for each in candidates(fact, home)]
    towns = {choice.fr for each in made if each.construction == "event-place" for choice in each.suggested}
    assert not towns & {"Dakar", "Bamako", "Tombouctou", "Yamoussoukro"}


def test_a_town_in_no_list_has_towns_of_its_country_beside_it() -> None:
    text = "Turquie : attaque contre un bus\n\nUne voiture a explosé près d'un bus à Brumelle (Kayseri) mardi.\n"
    home = replace(article_of_text(text), date="2019-05-03")
    made = [each for fact in extract(home) if isinstance(fact, Event) for each in candidates(fact, home)]
    towns = {choice.fr for each in made if each.construction == "event-place" for choice in each.suggested}
    assert not towns or towns <= {"Istanbul", "Ankara", "Izmir", "Antalya", "Bursa", "Adana"}
    assert towns


def stated(text: str) -> list[str]:
    return [made.question.fr for made in proposed(text) if made.form == "true-false"]


def test_with_whom_and_by_whom_may_be_stated() -> None:
    beside = " Le port a été fermé par Jean Diop. Le stade a été rouvert par Paul Fall."
    by = stated("La danse sur glace de Thiès a été remportée par Omar Ba en 2017." + beside)
    assert [said for said in by if said.startswith("C'est par ") and said.endswith("a été remportée en 2017.")]
    countries = " La Guinée et la Gambie étaient là."
    said = stated("Le Mali a forgé une alliance de pêche avec le Sénégal en 2017." + countries)
    assert [each for each in said if each.startswith("C'est avec l")]
    ladies = stated("Le patinage dames de Thiès a été remporté par Awa Sow en 2017." + beside)
    assert not [each for each in ladies if each.startswith("C'est par ")]


def test_where_an_earlier_act_was_is_not_where_a_later_one_is() -> None:
    text = "Une fillette a été retrouvée en 2009 au Mali trois semaines après son enlèvement à Dakar par deux hommes."
    assert not [
        question for question, answer in questions(text).items() if answer == "Dakar" and "quelle ville" in question
    ]
