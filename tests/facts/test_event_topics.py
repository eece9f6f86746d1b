"""What subjects that point backwards stand for, days told by their weekday, and background that nobody can place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.event import Event
from quiz.facts.events import events
from quiz.facts.reading import read


def told(title: str, text: str, date: str | None = None) -> list[Event]:
    article = article_of_text(f"{title}\n\n{text}\n")
    return events(read(replace(article, title=title, date=date)))


def pieces(title: str, text: str, date: str | None = None) -> set[tuple[str, str, str]]:
    """(slot, value, whom or what the clause is about) of each event."""
    return {(event.slot, event.value, event.frame.subject) for event in told(title, text, date)}


def test_a_pronoun_takes_up_the_thing_that_the_title_speaks_of() -> None:
    text = "La réforme du lait a fait du bruit en ville. Elle a été approuvée le 28 mars par Omar Ba."
    assert ("by", "Omar Ba", "la réforme du lait") in pieces("Mali : une réforme du lait", text)


def test_counted_animals_are_taken_up_as_those() -> None:
    text = "Deux jeunes renards ont été relâchés. Ils avaient été secourus en 2015 par Omar Ba."
    assert ("by", "Omar Ba", "les deux jeunes renards") in pieces("Mali : deux renards relâchés", text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Mali : le lait manque", "La réforme a fait du bruit en ville. Elle a été approuvée le 28 mars par Omar Ba."),
        (
            "Mali : la loi et la réforme du lait",
            "La loi sur le lait change la réforme. Elle a été approuvée le 28 mars par Omar Ba.",
        ),
        ("Mali : le vote", "Le vote a eu lieu. Il a été convenu le 28 mars par Omar Ba que la réforme attendra."),
    ],
)
def test_a_pronoun_that_may_mean_two_things_means_nothing(title: str, text: str) -> None:
    assert not any(event.slot == "by" for event in told(title, text))


def test_this_attack_is_the_one_of_the_title() -> None:
    text = "Cette fusillade a été revendiquée par Omar Ba."
    assert ("by", "Omar Ba", "la fusillade") in pieces("Mali : une fusillade à Thiès", text)
    assert not pieces("Mali : une soirée à Thiès", text)


def test_one_of_several_is_not_the_one_of_the_title() -> None:
    text = "Cette fusillade a été revendiquée par Omar Ba. Une seconde fusillade a eu lieu à Ségou."
    assert ("by", "Omar Ba", "la fusillade") not in pieces("Mali : une fusillade à Thiès", text)


def test_a_life_is_told_sentence_by_sentence() -> None:
    text = "Omar Ba est battu par Jean Diop en 1995. Il est élu maire de Thiès en 1997."
    assert ("date", "en 1997", "Omar Ba") in pieces("Mali : décès du maire Omar Ba", text)


def test_whoever_else_acts_before_may_be_meant() -> None:
    text = "Jean Diop a battu Omar Ba en 1995. Il est élu maire de Thiès en 1997."
    assert not any(event.frame.subject == "Omar Ba" for event in told("Mali : décès du maire Omar Ba", text))


def test_a_weekday_is_a_day_of_the_week_before() -> None:
    text = "Un attentat a été déjoué jeudi à Thiès."
    found = {event.value for event in told("Mali : un attentat déjoué", text, "2017-04-02") if event.slot == "date"}
    assert found == {"jeudi 30 mars"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Un attentat a été déjoué samedi à Thiès.", "2017-04-02"),
        ("Un attentat a été déjoué jeudi à Thiès.", None),
        ("Un attentat avait été déjoué jeudi à Thiès.", "2017-04-02"),
        ("Le maire a reporté la fête à jeudi à Thiès.", "2017-04-02"),
    ],
)
def test_a_weekday_that_no_calendar_tells_or_everybody_can_guess_is_no_date(text: str, date: str | None) -> None:
    assert not any(event.slot == "date" for event in told("Mali : un attentat déjoué", text, date))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Omar Ba avait commenté la lettre du maire de Thiès.", False),
        ("Omar Ba avait commenté la lettre du maire de Thiès le 3 mai 2016.", True),
        ("Le maire salue Omar Ba, qui parle de critique de cinéma.", False),
        ("Le maire salue Omar Ba, qui ouvre pour la première fois une école à Thiès.", True),
    ],
)
def test_who_did_it_is_not_asked_of_background(text: str, asked: bool) -> None:
    assert any(event.slot == "agent" and event.value == "Omar Ba" for event in told("Mali", text)) is asked


@pytest.mark.parametrize("opening", ["Là", "À nouveau", "Malgré tout"])
def test_a_clause_that_opens_on_another_sentence_is_left_alone(opening: str) -> None:
    assert not told("Mali", f"{opening}, Omar Ba a inauguré un hôpital à Gatineau.")


def test_where_he_also_did_something_is_asked_and_not_who() -> None:
    slots = {event.slot for event in told("Mali", "Omar Ba a également inauguré un hôpital à Gatineau.")}
    assert "place" in slots
    assert "agent" not in slots


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("La députée Awa Sow a été blessée par balle à Gatineau.", "place", "Gatineau"),
        ("Omar Ba est parti pour la République tchèque le 3 mai 2016.", "with", "République tchèque"),
        ("L'équipe malienne dirigée par Omar Ba a perdu un match.", "by", "Omar Ba"),
        (
            "Omar Ba a ouvert une enquête visant douze élus soupçonnés d'être, à divers degrés, coupables.",
            "agent",
            "Omar Ba",
        ),
        ("L'entrepôt du port appartient à la société Volutel, qui emploie dix personnes.", "with", "Volutel"),
        ("La Volute, inaugurée le 30 juillet 2022 par Omar Ba, attire la foule.", "by", "Omar Ba"),
        ("Un violent incendie s'est déclaré dans la nuit dans un entrepôt à Gatineau.", "place", "Gatineau"),
        ("Un plan d'aide a été lancé au Mali qui sera frappé par la pluie.", "place", "Mali"),
    ],
)
def test_what_can_be_asked_as_well(text: str, slot: str, value: str) -> None:
    assert (slot, value) in {(event.slot, event.value) for event in told("Le fait du jour", text)}


def test_an_equipe_of_a_university_may_be_led_where_the_university_is_not() -> None:
    text = "Une équipe de l'université de Ségou dirigée par Omar Ba a publié une étude."
    assert not any(event.slot == "by" for event in told("Le fait du jour", text))


def test_a_sentence_that_opens_with_its_subject_keeps_it_over_a_relative_clause() -> None:
    text = "La finale du tournoi qui se déroulait samedi 3 septembre à Gatineau a réuni Omar Ba et Jean Diop."
    assert not any(event.frame.subject.startswith("septembre") for event in told("Le fait du jour", text))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Ba réduisait l'écart sur un coup franc à Gatineau.",
        "Omar Ba était exclu dix minutes pour un plaquage haut.",
        "Omar Ba, revenu à deux secondes, reste dangereux.",
        "Le Mali est situé sur d'importantes failles géologiques.",
        "Le Royaume dispose désormais d'un port proche de la capitale.",
        "Pour la campagne qui s'ouvre, la NASA table sur deux millions de photographies.",
        "À quelques centaines de mètres, Omar Ba a posé la première pierre d'un lycée.",
        "Le toit s'est retrouvé à 300 mètres, dans la cour de Gatineau.",
        "Chevalier du mérite de la Guinée a légué son atelier à Gatineau.",
        "Le RVLD impose de tenir un registre des visites du port.",
    ],
)
def test_what_no_reader_could_place_is_asked_of_nobody(text: str) -> None:
    assert not {event.slot for event in told("Le fait du jour", text)} & {"agent", "place"}


def test_the_subject_of_the_next_statement_is_no_second_object() -> None:
    text = "La Malienne Awa Sow bat le record d'Océanie et la Guinéenne Lise Roux, sixième, descend sous la minute."
    assert not any("Lise Roux" in event.frame.rest for event in told("Le fait du jour", text))


def test_a_number_s_place_is_not_that_of_another_number() -> None:
    text = "Un séisme a tué deux adolescents et plus de 110 personnes en Guinée."
    assert "place" not in {event.slot for event in told("Le fait du jour", text)}


def test_a_judge_s_office_is_not_asked_of_an_enquiry_that_nobody_knows() -> None:
    slots = {event.slot for event in told("Le fait du jour", "Une enquête a été ouverte par le parquet de Nantes.")}
    assert not slots & {"by", "with"}


def test_an_object_behind_two_adverbials_is_missed() -> None:
    text = "La commission du Sénat a adopté, mercredi, à l'unanimité moins deux abstentions, un rapport sur le lait."
    assert "of" not in {event.slot for event in told("Le fait du jour", text)}


def test_a_day_does_nothing_and_an_age_is_no_subject() -> None:
    text = "Le 1er avril, Omar Ba, 66 ans, a remis les clés de la fromagerie à Gatineau."
    assert ("agent", "Omar Ba") in {(event.slot, event.value) for event in told("Le fait du jour", text)}


def test_an_operator_s_name_is_that_of_a_firm() -> None:
    text = "L'opérateur Volutel a ouvert trois boutiques à Gatineau."
    asked = next(event for event in told("Le fait du jour", text) if event.slot == "agent")
    assert (asked.value, asked.family) == ("Volutel", "entreprise")


@pytest.mark.parametrize(
    "text",
    [
        "Une réunion publique est organisée le 26 août 2016.",
        "La partie natation fut emmenée par Omar Ba à Gatineau.",
        "Omar Ba s'est exprimé une première fois.",
        "La Français Awa Sow a battu Lise Roux à Gatineau.",
    ],
)
def test_nothing_is_asked_of_a_meeting_on_nothing_a_moment_of_a_race_or_a_slip(text: str) -> None:
    assert not {event.slot for event in told("Le fait du jour", text)} & {"agent", "by", "date"}


def test_a_number_that_opens_a_sentence_has_no_capital_in_a_question() -> None:
    text = "Quelque 120 habitants ont été hébergés dans une école à Gatineau."
    (subject,) = {event.frame.subject for event in told("Le fait du jour", text) if event.slot == "place"}
    assert subject == "quelque 120 habitants"


def test_what_is_named_after_a_town_is_not_asked_by_it() -> None:
    text = "Awa Sow est exclue de son lycée par les lois de Vichy."
    assert not {event.slot for event in told("Le fait du jour", text)} & {"by", "with"}


@pytest.mark.parametrize(
    "text",
    [
        "La version malienne diffusée par Omar Ba a plu à la foule.",
        "Le maire salue Omar Ba, qui gère 21 400 logements.",
        "Awa Sow reprendra le rôle de Lise Roux.",
    ],
)
def test_neither_a_version_of_anything_nor_a_figure_on_the_way_nor_a_part_is_asked_about(text: str) -> None:
    assert not {event.value for event in told("Le fait du jour", text) if event.slot != "object"} & {
        "Omar Ba",
        "Lise Roux",
    }
