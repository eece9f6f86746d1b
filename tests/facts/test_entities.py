from __future__ import annotations

import pytest

from quiz.facts.entities import Entity
from quiz.facts.lexicon import first_name_gender, lines

from .reading_of import reading


def entity(text: str, name: str) -> Entity:
    found = reading(text).entities.lookup(name)
    assert found is not None, [e.name for e in reading(text).entities.all]
    return found


def test_a_surname_is_the_one_person_whose_name_it_ends() -> None:
    r = reading("Hélène Marchand dirige le théâtre. Marchand y travaille depuis dix ans.")
    assert (
        r.entities.name_at(r.article.text.index("Marchand y"), r.article.text.index(" y travaille"))
        == "Hélène Marchand"
    )


def test_a_surname_of_two_people_is_neither() -> None:
    r = reading("Hélène Marchand et Luc Marchand dirigent le théâtre. Marchand y travaille depuis dix ans.")
    at = r.article.text.index("Marchand y")
    assert r.entities.name_at(at, at + 8) not in ("Hélène Marchand", "Luc Marchand")


def test_an_acronym_in_brackets_is_the_long_name() -> None:
    found = entity("L'Office national des forêts (ONF) replante. L'ONF a commencé hier.", "ONF")
    assert (found.name, found.acronym, found.kind) == ("Office national des forêts", "ONF", "organisation")
    assert found.full_name == "Office national des forêts (ONF)"


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mme Okafor a voté contre. Okafor reste au conseil.", "Okafor", "f"),
        ("Le maire, Camille Rey, a voté contre.", "Camille Rey", ""),
        ("La députée Sacha Belin a voté contre.", "Sacha Belin", "f"),
        ("Jean-Loup Perrin a voté contre.", "Jean-Loup Perrin", "m"),
        ("Camille Rey, actrice et réalisatrice, a voté contre.", "Camille Rey", "f"),
    ],
)
def test_titles_role_nouns_and_first_names_tell_the_gender(text: str, name: str, gender: str) -> None:
    found = entity(text, name)
    assert found.kind == "person"
    assert found.gender in (gender, "m") if gender == "" else found.gender == gender


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le groupe Valtonic a perdu 3 % en Bourse. Valtonic emploie 300 personnes.", "Valtonic", "organisation"),
        ("Le FC Morlange a gagné hier.", "FC Morlange", "organisation"),
        ("Le Figaro a publié la liste.", "Figaro", "organisation"),
        ("Il habite en Allemagne. L'Allemagne vote dimanche.", "Allemagne", "place"),
        ("Elle a testé le logiciel Brunelle. Brunelle est gratuit.", "Brunelle", "product"),
    ],
)
def test_the_words_around_a_name_tell_what_it_names(text: str, name: str, kind: str) -> None:
    assert entity(text, name).kind == kind


@pytest.mark.parametrize("text", ["Les Français votent dimanche.", "Le Club a gagné.", "Ainsi finit l'histoire."])
def test_common_nouns_with_a_capital_are_no_names(text: str) -> None:
    assert [e.name for e in reading(text).entities.all] == []


def test_roles_are_read_before_and_after_the_name_and_not_across_a_complement() -> None:
    text = "La préfète de l'Aude Anne Costa a visité la mairie. Le manager du FC Morlange, Paul Villard, était là."
    assert [role.noun for role in entity(text, "Anne Costa").roles] == ["préfet"]
    assert [role.noun for role in entity(text, "Paul Villard").roles] == ["manager"]
    assert entity(text, "FC Morlange").roles == ()


def test_a_mans_name_is_no_mayoress() -> None:
    text = "L'adjoint à la maire de Brest, Stéphane Morel, a répondu."
    assert [role.noun for role in entity(text, "Stéphane Morel").roles] in ([], ["adjoint"])


def test_names_of_several_words_hold_together_and_people_in_a_row_come_apart() -> None:
    text = "La Cour des comptes, l'Assemblée nationale et Marie Le Goff ont écrit à Charles de Vaux et Ana Ruiz."
    names = {e.name for e in reading(text).entities.all}
    assert {"Cour des comptes", "Assemblée nationale", "Marie Le Goff", "Charles de Vaux", "Ana Ruiz"} <= names


def test_a_pronoun_means_the_last_subject_of_its_gender_and_nobody_where_two_are_close() -> None:
    r = reading("Ana Ruiz a reçu Luc Perrin. Elle part demain. Luc Perrin et Paul Villard ont dîné. Il rentre.")
    focus = r.entities.focus_before
    assert (e := focus(r.article.text.index("Elle part"), gender="f")) is not None
    assert e.name == "Ana Ruiz"
    assert focus(r.article.text.index("Il rentre"), gender="m") is None


def test_first_names_know_their_gender() -> None:
    assert [first_name_gender(n) for n in ("Awa Diop", "Jean-Yves Le Drian", "Dominique Voynet", "Xqz Roy")] == [
        "f",
        "m",
        "",
        "",
    ]


@pytest.mark.parametrize(
    "name", ["first_names", "person_nouns", "org_nouns", "speech_verbs", "media", "title_nouns", "epithets"]
)
def test_word_lists_say_where_they_come_from_and_hold_something(name: str) -> None:
    assert len(lines(name)) > 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Les ministres de Luc Marchand Anne Roy et Jean Diop partent.", {"Luc Marchand", "Anne Roy", "Jean Diop"}),
        ("Le patron de la Banque centrale européenne Marty parle.", {"Banque centrale européenne", "Marty"}),
        (
            "Le Fonds monétaire international a baissé ses taux. Le Fonds précise ses conditions.",
            {"Fonds monétaire international"},
        ),
        ("Sailors for Norway a déposé plainte.", {"Sailors for Norway"}),
        ("L'ancien ministre Luc Marty d'Arvers est mort.", {"Luc Marty d'Arvers"}),
        ("C'est un des géants du XX e siècle.", set()),
        ("Anne Roy, Gilet jaune de Brest, continue.", {"Anne Roy", "Brest"}),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: set[str]) -> None:
    assert {e.name for e in reading(text).entities.all} - {"Une journée au conseil municipal"} == names


@pytest.mark.parametrize("name", ["Dakota du Nord", "Grotte du Moulin-Vert", "Caverne des Trois-Ombres"])
def test_a_place_of_several_words_is_nobody(name: str) -> None:
    assert entity(f"Les coureurs arrivent à {name} demain. Le {name} attend.", name).kind != "person"


def test_an_arabic_article_goes_on_a_name() -> None:
    text = "Le chef du port, Abou Nasr al-Mansouri, a parlé. Abou Nasr al-Mansouri est reparti."
    assert "Abou Nasr al-Mansouri" in [person.name for person in reading(text).entities.people()]


def test_a_name_that_stands_alone_elsewhere_is_not_the_estate_of_another() -> None:
    slip = (
        "Omar a signé pour cinq ans. Mercredi, Marc Ladrière de Omar a posté une lettre. Omar a remercié Marc Ladrière."
    )
    whole = "Marc Ladrière de Valencière a écrit une lettre. Jeudi, Marc Ladrière de Valencière est entendu."
    assert {"Marc Ladrière", "Omar"} <= {entity.name for entity in reading(slip).entities.all}
    assert "Marc Ladrière de Valencière" in {entity.name for entity in reading(whole).entities.all}
