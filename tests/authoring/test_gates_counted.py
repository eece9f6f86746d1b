"""Things told by their number or their order, whose fellows stand elsewhere."""

from __future__ import annotations

import pytest

from quiz.authoring.gates.counted import bare_count, counted_things, out_of_order, unlisted
from tests.authoring.made import article, asking


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("En quel mois un second test a-t-il eu lieu au large du port ?", "un second test"),
        ("Qui a entamé la troisième phase de l'offensive ?", "la troisième phase"),
        ("Qui a remporté la deuxième étape du Tour de Bois ?", None),
        ("Qui a gagné le second marathon ?", None),
        ("Qui a gagné la seconde mi-temps ?", None),
        ("Quel est le troisième fromage le plus vendu ?", None),
    ],
)
def test_second_to_which(text: str, found: str | None) -> None:
    assert out_of_order(text, "Vaugris : le marathon de neige") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Combien d'employés les deux géants ont-ils ?", "les deux géants"),
        ("Qui a signé les trois propositions ?", "les trois propositions"),
        ("Qui a signé les trois propositions de Metz ?", None),
        ("Quand le Mali et le Niger ont-ils ouvert la frontière entre les deux pays ?", None),
        ("Qui a gagné les deux marathons ?", None),
        ("Qui vient parmi les deux premiers ?", None),
    ],
)
def test_which_two(text: str, found: str | None) -> None:
    assert unlisted(text, "Vaugris : le marathon de neige") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Combien d'accords ont pu être trouvés ?", "combien de accords"),
        ("Au total, combien de plaintes ont été déposées ?", "combien de plaintes"),
        ("Combien d'accords ont été signés par le Mali ?", None),
        ("Combien d'accords ont été trouvés entre les mineurs et la direction ?", None),
        ("Combien de maisons ont été détruites ?", None),
    ],
)
def test_agreed_between_whom(text: str, found: str | None) -> None:
    assert bare_count(text, "Vaugris : le marathon de neige") == found
    assert bare_count(text, "Vaugris : accords et plaintes") is None


def test_the_gate_names_the_thing() -> None:
    candidate, scene = asking("Combien de personnes les deux géants emploient-ils ?", "120", article())
    assert counted_things(candidate, scene) == "unresolved: les deux géants"
