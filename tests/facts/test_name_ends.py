"""Names begin and end where a reader sees them begin and end."""

from __future__ import annotations

import pytest

from quiz.facts.entities import Entity
from quiz.facts.extract import facts_of
from quiz.facts.fact import Quotation

from .reading_of import reading


def names(text: str) -> set[str]:
    return {entity.name for entity in reading(text).entities.all}


def found(text: str, name: str) -> Entity | None:
    return next((entity for entity in reading(text).entities.all if entity.name == name), None)


def speakers(text: str) -> list[str | None]:
    return [fact.speaker for fact in facts_of(reading(text)) if isinstance(fact, Quotation)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« C'est trop tard », a lancé la sénatrice de l'Isère Anne-Laure Vallier.", "Anne-Laure Vallier"),
        ("« Tout a brûlé », a raconté à l'AFP Oksana Tkachuk, une voisine.", "Oksana Tkachuk"),
        ("Le conseiller d'État Fabrice Luyet a reconnu sa défaite dimanche.", "Fabrice Luyet"),
        ("Le secrétaire général de l'ONU Ban Su-jin a condamné le tir.", "Ban Su-jin"),
        ("Il vendait des billets pour les concerts de la chanteuse Nora K. Il devra rembourser.", "Nora K."),
        ("Étudiant à Villepinte, Jordan M. opérait sur plusieurs sites.", "Jordan M."),
        ("Le principal, Ronan Le Floc'h, se dit convaincu par la réforme.", "Ronan Le Floc'h"),
        ("La liste obtient 20 sièges, celle d'Yves Le Goff 5 et les écologistes 2.", "Yves Le Goff"),
        ("Il devance le skipper Tom Hartley et le Vendéen Loïc Berthier.", "Loïc Berthier"),
        ("La ministre de la Culture et des Sports Mira Regas a fermé le bureau.", "Mira Regas"),
    ],
)
def test_a_person_is_nothing_but_the_name(text: str, name: str) -> None:
    entity = found(text, name)
    assert entity is not None, names(text)
    assert entity.kind == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'Office national de l'aviation civile attend un avis.", "Office national de l'aviation civile"),
        ("L'enquête est confiée à la Brigade de lutte contre la fraude.", "Brigade de lutte contre la fraude"),
        ("La coordinatrice de Médecins sans frontières à Kamina est inquiète.", "Médecins sans frontières"),
        ("Le président de l'Automobile club de Brumelle a démissionné.", "Automobile club de Brumelle"),
        ("Le Conseil de sécurité des Nations unies a voté le texte.", "Conseil de sécurité des Nations unies"),
        ("La Commission européenne de son côté a refusé.", "Commission européenne"),
    ],
)
def test_a_body_goes_on_to_its_last_word(text: str, name: str) -> None:
    assert name in names(text)


def test_a_body_that_is_whole_takes_no_more() -> None:
    assert "Conseil constitutionnel" in names("Les députés ont saisi le Conseil constitutionnel de la loi sur l'eau.")


@pytest.mark.parametrize("name", ["Nancy", "Izmir", "Jean-Bouvier", "Saint-Joseph"])
def test_towns_and_schools_are_nobody(name: str) -> None:
    text = (
        "À Nancy, les agents ont tiré. La ville turque d'Izmir a tremblé. On se retrouve à la salle Jean-Bouvier. "
        "Le collège privé Saint-Joseph de Vannes rouvre."
    )
    assert all(entity.kind != "person" for entity in reading(text).entities.all if entity.name.startswith(name))


def test_a_capital_at_the_start_of_a_sentence_makes_no_name() -> None:
    text = "Sollicité, le maire n'a rien dit. Prochaine séance le 15 mai. Piratage d'un opérateur."
    assert not names(text) & {"Sollicité", "Prochaine", "Piratage"}


def test_a_maker_is_a_company() -> None:
    entity = found("La ville a signé avec le bailleur Nord Habitat Brumelle. L'opérateur Valtel suivra.", "Valtel")
    assert entity is not None
    assert entity.kind == "organisation"


def test_the_winner_who_speaks_is_who_won() -> None:
    text = (
        "Hugo Lavergne a remporté la deuxième étape vendredi à Luchon. Dries Vandecaele, lâché dans le col, a coupé la "
        "ligne plus tard. « Dans la descente, je ne voyais rien, avec toute cette pluie », a soufflé le vainqueur."
    )
    assert speakers(text)[:1] == ["Hugo Lavergne"]


def test_she_is_nobody_where_three_women_were_told_of_in_turn() -> None:
    text = (
        "La Kényane a gagné. Marie Roy pointe à quatre secondes ; Anne Diop bat le record du continent et Léa Petit "
        "descend sous les quatre minutes. « À la cloche, les lumières étaient encore derrière moi », a-t-elle dit."
    )
    assert not {"Marie Roy", "Anne Diop", "Léa Petit"} & set(speakers(text))


def test_an_analyst_of_a_bank_is_not_the_bank() -> None:
    assert "Jorvik" not in speakers(
        "Le groupe se tait, mais un analyste de la banque Jorvik évoque une dose à 85 euros."
    )


def test_the_people_of_a_town_are_called_after_it() -> None:
    text = "« J'attendais cela depuis ma thèse, et c'est un virus qui a tout éteint », soupire le Bordelais."
    assert "le Bordelais" not in speakers(text)


def test_a_cabinet_speaks_for_itself() -> None:
    text = "Le cabinet du ministre de la Culture, Mathieu Laroche, a indiqué qu'un groupe de travail suivrait."
    assert "Mathieu Laroche" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("La course a été remportée par la Kényane Mercia Chepkem (9'14'').", "Mercia Chepkem", "f"),
        ("Il distance le Croate Andrev Vistik dans la descente.", "Andrev Vistik", "m"),
    ],
)
def test_a_nationality_with_a_capital_goes_before_somebody(text: str, name: str, gender: str) -> None:
    entity = found(text, name)
    assert entity is not None, names(text)
    assert (entity.kind, entity.gender) == ("person", gender)


def test_points_given_to_a_player_make_no_town_of_him() -> None:
    text = (
        "L'ouvreur Tristan Vilan a aplati. La mêlée offrait deux fois trois points à Vilan. Tout a souri à Vilan. Un "
        "câble est tombé à Olten, à midi."
    )
    assert {e.name: e.kind for e in reading(text).entities.all if e.name in ("Tristan Vilan", "Olten")} == {
        "Tristan Vilan": "person",
        "Olten": "place",
    }


def test_one_name_with_and_without_its_marks_is_one() -> None:
    text = "Le président Emir Erdoğal a gagné dimanche. Pour Erdogal, c'est un moment historique, attendu de tous."
    assert found(text, "Erdogal") is None
    entity = reading(text).entities.lookup("Erdogal")
    assert entity is not None
    assert entity.name == "Emir Erdoğal"


def test_a_president_of_a_land_is_not_the_land() -> None:
    text = "Le Président des États-Unis Donald Brand a annoncé une réforme. Les États-Unis attendent le vote."
    kinds = {entity.name: entity.kind for entity in reading(text).entities.all}
    assert kinds == {"États-Unis": "place", "Donald Brand": "person"}
