import pytest

from quiz.authoring.gates.ties import half_a_name, object_in_the_air, opening_in_the_air


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("Quel jour la majorité l'a-t-elle supprimé en commission ?", True),
        ("Qui les a reçus à Metz ?", True),
        ("Qui l'a emporté au second tour ?", False),
        ("Brumelle en a acquis les droits pour douze pays.", True),
        ("La ville de Metz l'a vendue 40 euros.", True),
        ("Metz a reçu dix bus et en a loué deux.", False),
        ("Metz l'a emporté 3-0.", False),
        ("Combien de bus Metz en a-t-elle loués ?", True),
        ("De ses dix bus, combien Metz en a-t-elle loués ?", False),
        ("Combien de bus y a-t-il à Metz ?", False),
        ("Combien de ponts Ada Morin a-t-elle vus ?", False),
    ],
)
def test_an_object_of_another_sentence_hangs(text: str, hangs: bool) -> None:
    assert (object_in_the_air(text) is not None) is hangs


@pytest.mark.parametrize(
    ("text", "hangs"),
    [
        ("À quelques centaines de mètres, combien de statues a-t-on levées ?", True),
        ("À dix kilomètres de Metz, combien de statues a-t-on levées ?", False),
        ("Le même jour, qui a voté ?", True),
        ("Trois ans plus tôt, qui avait signé ?", True),
        ("Trois ans plus tard, en 2019, qui a signé ?", False),
        ("Dix jours après la crue, qui a signé ?", False),
        ("Sur l'action suivante, Ada Morin est exclue.", True),
        ("À une heure de Metz, combien d'ours vivent ?", False),
        ("Là-bas à Metz, qui a signé ?", False),
    ],
)
def test_an_opening_that_counts_from_another_sentence_hangs(text: str, hangs: bool) -> None:
    assert (opening_in_the_air(text) is not None) is hangs


def test_half_a_name_needs_the_other() -> None:
    assert half_a_name("Quand la première pierre a-t-elle été posée ?", "Metz attend son école")
    assert not half_a_name("Quand la première pierre de l'école a-t-elle été posée ?", "Metz attend son école")
    assert not half_a_name("Qui a posé la première pierre ?", "Metz : une première pierre pour l'école")
