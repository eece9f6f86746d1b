from __future__ import annotations

import pytest

from quiz.authoring.bystanders import in_passing, is_a_body, spoken_of, unlike_beings

_TEXT = (
    "Formée chez Luc Petit, la cuisinière Ada Morin quitte l'hôtel. Le groupe hôtelier Volmont Hospitality, la mairie "
    "et le bailleur Nord Volute cherchent. Un film de Paul Leroy la retient. Awa Diop lui succède."
)


@pytest.mark.parametrize(("name", "body"), [("Volmont Hospitality", True), ("Nord Volute", True), ("Ada Morin", False)])
def test_a_firm_is_told_from_somebody_by_what_stands_before_it(name: str, body: bool) -> None:
    assert is_a_body(name, _TEXT) is body


def test_a_firm_beside_a_person_is_no_choice() -> None:
    assert unlike_beings("Ada Morin", "Volmont Hospitality", _TEXT)
    assert not unlike_beings("Ada Morin", "Awa Diop", _TEXT)


def test_a_master_and_the_maker_of_a_film_are_only_named_in_passing() -> None:
    assert in_passing("Luc Petit", _TEXT)
    assert in_passing("Paul Leroy", _TEXT)
    assert not in_passing("Awa Diop", _TEXT)
    assert not in_passing("Luc Petit", f"{_TEXT} Petit l'a félicitée.")


def test_whom_the_title_and_the_words_are_about_does_not_say_them() -> None:
    title = "Mort d'Ada Morin, qui rouvrit le port"
    assert spoken_of("Ada Morin", "Elle nous a appris la patience", title, "Luc Petit")
    assert not spoken_of("Ada Morin", "Il faut rouvrir le port", title, "Luc Petit")
    assert not spoken_of("Awa Diop", "Elle nous a appris la patience", title, "Luc Petit")
