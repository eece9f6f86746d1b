"""Wrong choices that the article need not name: offices and their holders, who was in view, posts of a kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.article import Span
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.lands import at_home
from quiz.authoring.public_people import (
    holders,
    in_office,
    in_public_life,
    leaves,
    office_of,
    out_of_view,
    peers,
    stranger,
    year_of,
)
from quiz.authoring.well_known import bodies_beside, one_body, ranked_posts, well_known
from quiz.facts.fact import Quotation, Specification


def said(words: str, speaker: str) -> Candidate:
    text = f"« {words} », a dit {speaker}."
    span = Span("a", 0, len(text), text)
    fact = Quotation(
        evidence=span, answer=span, rule="cue", confidence=0.9, words=words, speaker=speaker, quote_type="direct",
        speaker_as_written=speaker,
        speaker_kind="person", gender="m",
    )  # fmt: skip
    return Candidate(
        fact=fact, form="choice", construction="who-said", question=ruled(f"Qui a dit : « {words} » ?", None),
        answer=ruled(speaker, speaker), distractor_type="speaker:m",
    )  # fmt: skip


def test_an_office_is_read_from_its_question() -> None:
    asked = "Qui était, en mai 2016, le ministre belge de la Défense ?"
    assert office_of(asked) == ("ministre de la defense", "belgique")
    assert office_of("Qui était, en mai 2016, la Première ministre du Canada ?") == ("premier ministre", "canada")
    assert office_of("Qui a dit cela ?") is None


def test_holders_are_those_of_other_years_the_last_before_first() -> None:
    asked = "Qui était, en juillet 2016, le Premier ministre français ?"
    assert list(holders(asked, "Manuel Valls", 2016))[:2] == ["Jean-Marc Ayrault", "François Fillon"]


def test_who_came_in_that_very_year_is_no_wrong_choice() -> None:
    asked = "Qui était, en novembre 2016, le Premier ministre français ?"
    assert "Bernard Cazeneuve" not in list(holders(asked, "Manuel Valls", 2016))


def test_a_key_that_the_table_does_not_have_gets_none() -> None:
    assert not list(holders("Qui était, en mai 2016, le Premier ministre français ?", "Luc Roy", 2016))
    assert not list(holders("Qui était, en mai 2016, le maire de Volmont ?", "Luc Roy", 2016))


def test_a_man_stands_beside_men_and_a_woman_beside_women() -> None:
    assert "Theresa May" not in peers("David Cameron", 2015)
    assert set(peers("Angela Merkel", 2016)) == {"Ursula von der Leyen", "Frauke Petry"}


def test_who_governs_comes_first_beside_who_governs() -> None:
    first = peers("François Hollande", 2016)[:3]
    assert all(in_office(name, 2016) for name in first)


def test_years_tell_who_is_out_of_view() -> None:
    assert out_of_view("George H. W. Bush", 2017)
    assert not out_of_view("Luc Roy", 2017)
    assert in_public_life("Recep Tayyip Erdoğan")
    assert year_of("2017-03-02") == 2017
    assert year_of(None) == 0


def test_words_of_a_president_are_offered_others_in_view() -> None:
    before, after = well_known(said("Les usines vont rouvrir ici", "Donald Trump"), "2017-05-03", "", "seed")
    assert not before
    assert len(after) > 2
    assert "Donald Trump" not in [choice.fr for choice in after]


@pytest.mark.parametrize("words", ["Je serai candidate pour notre parti", "Le Parti travailliste pense à sa famille"])
def test_words_of_one_camp_are_nobody_elses(words: str) -> None:
    assert well_known(said(words, "Donald Trump"), "2017-05-03", "", "seed") == ((), ())


def test_without_a_date_nobody_is_known_to_have_been_in_view() -> None:
    assert well_known(said("Les usines vont rouvrir ici", "Donald Trump"), None, "", "seed") == ((), ())


def post(answer: str, *others: str) -> Candidate:
    text = f"Ada Roy, {answer}, a signé."
    span = Span("a", 0, len(text), text)
    fact = Specification(
        evidence=span, answer=span, rule="role", confidence=0.9, entity="Ada Roy", attribute="fonction", value=answer
    )
    return Candidate(
        fact=fact, form="choice", construction="role-function", question=ruled("Quelle fonction ?", None),
        answer=ruled(answer, None), distractor_type="role:m", suggested=tuple(ruled(other, None) for other in others),
    )  # fmt: skip


def test_ministries_of_a_kind_come_first() -> None:
    asked = post("ministre du Travail", "ministre des Transports", "ministre de la Santé", "ministre de l'Économie")
    assert [it.fr for it in ranked_posts(asked)][-1] == "ministre des Transports"


def test_the_economy_is_no_wrong_choice_beside_finances() -> None:
    asked = post("ministre des Finances", "ministre de l'Économie", "ministre du Travail")
    assert [it.fr for it in ranked_posts(asked)] == ["ministre du Travail"]


def test_a_province_has_no_ministry_of_defence() -> None:
    asked = post("ministre de la Santé", "ministre de la Défense", "ministre de la Culture")
    question = ruled("Quelle fonction occupait Ada Morin au sein du gouvernement québécois ?", None)
    assert [it.fr for it in ranked_posts(replace(asked, question=question))] == ["ministre de la Culture"]


def test_names_of_one_house_never_stand_together() -> None:
    assert one_body("PSA", "Peugeot")
    assert not one_body("PSA", "Renault")


def test_a_body_that_the_table_knows_has_bodies_beside_it() -> None:
    assert bodies_beside("Insee") == ("Eurostat", "Banque de France", "OCDE")
    assert bodies_beside("mairie de Volmont") == ()


def test_who_leaves_an_office_in_a_year_comes_behind_those_who_stay() -> None:
    assert leaves("Barack Obama", 2017)
    assert not leaves("Mike Pence", 2017)
    named = peers("Donald Trump", 2017)
    assert named.index("Mike Pence") < named.index("Barack Obama")


def test_an_armed_group_is_offered_where_it_is_at_home() -> None:
    assert not at_home("Boko Haram", "Une ville de Syrie a été reprise.")
    assert at_home("Boko Haram", "Une ville du Cameroun a été reprise.")
    assert at_home("Al-Qaïda", "Une ville de Syrie a été reprise.")


def test_somebody_from_elsewhere_is_a_stranger_under_a_land() -> None:
    assert stranger("Jean-Claude Juncker", "Emmanuel Macron", "France : une prise d'otages")
    assert not stranger("Bruno Le Maire", "Emmanuel Macron", "France : une prise d'otages")
    assert not stranger("Donald Tusk", "Paolo Gentiloni", "Europe : un traité a 60 ans")


def test_nobody_known_from_abroad_stands_under_a_title_on_one_land_s_vote() -> None:
    assert stranger("Donald Trump", "Emmanuel Macron", "Un candidat à la présidentielle française")
    assert not stranger("Donald Trump", "Emmanuel Macron", "Trump et la présidentielle française")
    assert not stranger("Édouard Philippe", "Emmanuel Macron", "Un candidat à la présidentielle française")
