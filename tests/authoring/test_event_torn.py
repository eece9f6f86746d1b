"""Questions whose clause came apart are not asked, nor is anybody who says what only a scrap of it tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring import claim_questions, quote_questions
from quiz.authoring.candidate import Candidate
from quiz.authoring.claim_worth import its_own_name, of_what_it_is, only_a_scrap, told_between
from quiz.authoring.event_choices import of_an_earlier_day
from quiz.authoring.event_questions import candidates
from quiz.authoring.event_torn import (
    another_year,
    beaten_by_whom,
    land_in_a_name,
    of_somebody_unnamed,
    of_which_game,
    without_attribute,
)
from quiz.facts.event import Event
from quiz.facts.extract import extract
from quiz.facts.fact import Quotation

TITLE = "Une journée sportive à Lorient"


def article(text: str, title: str = TITLE) -> Article:
    return replace(article_of_text(f"{title}\n\n{text}\n"), date="2019-05-06")


def events(text: str) -> list[Event]:
    return [fact for fact in extract(article(text)) if isinstance(fact, Event)]


def asked(text: str, title: str = TITLE) -> set[str]:
    home = article(text, title)
    made: list[Candidate] = []
    for fact in extract(home):
        if isinstance(fact, Event):
            made += candidates(fact, home)
        if isinstance(fact, Quotation):
            made += (*claim_questions.candidates(fact, home), *quote_questions.candidates(fact, home))
    return {each.question.fr.replace("\u202f", " ") for each in made}


@pytest.mark.parametrize(
    "text",
    [
        "La nageuse Awa Sow est devenue samedi, à 19 ans, la plus jeune capitaine du club de Lorient.",
        "Awa Sow avait déjà été titrée en 2009, 2011, 2013 et 2015.",
        "Les recettes se sont établies à 12 millions d'euros, contre 15 millions en 2018.",
        "La capitaine Awa Sow a ramené les siennes à trois points.",
        "Omar Ba a publié sur son compte une photo de lui enfant, à ses côtés.",
        "Awa Sow a été la seule à tromper Lise Aubert.",
        "Le défenseur Omar Ba a été employé pendant 31 min 5 s.",
        "Le prix minimal a été abandonné en mai 2017, et le marché s'est effondré.",
    ],
)
def test_a_clause_that_came_apart_is_not_asked(text: str) -> None:
    assert asked(text) == set()


def test_what_is_whole_is_asked() -> None:
    assert "Qui est devenu capitaine du club de Lorient en 2009 ?" in asked(
        "La nageuse Awa Sow est devenue capitaine du club de Lorient en 2009."
    )
    assert any(q.startswith("Quel pays a compté") for q in asked("La France a compté 1 300 ponts fermés au printemps."))


def test_the_signs_of_a_torn_clause_are_seen_in_its_frame() -> None:
    (became,) = [e for e in events("Awa Sow est devenue reine de Lorient à 19 ans.") if e.slot == "agent"][:1]
    torn = replace(became, frame=replace(became.frame, rest="samedi, à 19 ans"))
    assert without_attribute(torn)
    assert not without_attribute(became)
    assert of_somebody_unnamed(replace(became, frame=replace(became.frame, rest="les siens à deux points")))
    assert of_which_game(replace(became, frame=replace(became.frame, verb="effacer", rest="le Malien Omar Ba")))
    assert not of_which_game(
        replace(became, frame=replace(became.frame, verb="effacer", rest="le record du Malien Omar Ba"))
    )
    land = replace(
        became,
        value="France",
        written="France",
        value_kind="country",
        evidence=replace(became.evidence, text="Voirie publique France a compté 1 300 ponts fermés."),
    )
    assert land_in_a_name(land)
    assert not land_in_a_name(replace(land, evidence=replace(land.evidence, text="La France a compté 1 300 ponts.")))
    beaten = replace(became, slot="object", value_gender="f")
    frame = replace(became.frame, verb="battre", subject="Zvonka Volane", pronoun="il")
    assert beaten_by_whom(replace(beaten, frame=frame))
    assert not beaten_by_whom(replace(beaten, frame=replace(frame, subject="Paul Roy")))
    dated = replace(became, slot="date", value="en 2009", written="en 2009")
    assert another_year(replace(dated, frame=replace(dated.frame, rest="2011, 2013 et 2015")))
    assert not another_year(dated)


def test_a_score_is_no_day_and_no_half_of_one_stays() -> None:
    text = "En une heure, Awa Sow a balayé samedi la Bretonne Lise Aubert 6-2, 6-1 en finale du tournoi de Lorient."
    said = asked(text)
    assert said
    assert not any("6-2" in question or "2019-2" in question for question in said)


def test_shortly_after_an_hour_goes_with_its_hour() -> None:
    said = asked("L'immeuble de la rue des Lilas s'est affaissé vendredi peu après 22 heures.")
    assert not any("22 heures" in question for question in said)


def test_a_scrap_or_an_aside_is_no_claim() -> None:
    assert only_a_scrap("qu'il « finirait par en placer une »")
    assert not only_a_scrap("qu'il « n'avait jamais vu une mer aussi haute à Lorient »")
    assert of_what_it_is("se dit preneuse, « si le bois arrive avant la neige »")
    assert not of_what_it_is("se dit favorable à la fermeture du port")
    assert told_between("J'ai 71 ans et peur du vent […] dont le toit s'est envolé. Cette nuit, on a veillé.")
    assert not told_between("J'ai 71 ans […] et peur du vent.")


@pytest.mark.parametrize(
    "text",
    [
        "Selon la FPB, la fédération des pêcheurs bretons, la sole est surexploitée de Vannes à Lorient.",
        "Le groupe, présidé par l'ancienne ministre Awa Diop, emploie cent gens. Elle dit examiner un recours.",
        "Il est à égalité avec les Volutes de Thiès. Le club a annoncé que Luc Roy, opéré au genou, ratait la saison.",
    ],
)
def test_what_another_body_says_is_not_given_to_whom_stands_near(text: str) -> None:
    assert not any(question.startswith("Qui ") for question in asked(text))


def test_letters_spelt_out_are_no_claim_and_a_claim_is() -> None:
    (fact,) = [
        f
        for f in extract(article("Selon la FAO, la sole bretonne est surexploitée de Vannes à Lorient."))
        if isinstance(f, Quotation)
    ]
    assert its_own_name(fact, "l'organisation pour la forêt et l'agriculture, la sole est rare")
    assert not its_own_name(fact, "la sole bretonne est surexploitée de Vannes à Lorient")


def test_a_champion_of_an_earlier_day_is_no_choice() -> None:
    home = article(
        "La nageuse Awa Sow a gagné le tournoi de Lorient devant Marie Roy. Nul ne l'avait fait depuis Lise Aubert "
        "(1995-1997). Odile Ferrand, qui s'était imposée huit fois, est effacée des tablettes."
    )
    (won,) = [e for e in extract(home) if isinstance(e, Event) and e.slot == "agent" and e.frame.verb == "gagner"]
    known = replace(won, value_kind="person", others=("Marie Roy", "Lise Aubert", "Odile Ferrand"))
    assert of_an_earlier_day(known, home) == ("Lise Aubert", "Odile Ferrand")
