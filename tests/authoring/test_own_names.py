"""Names as the article has them."""

from __future__ import annotations

import pytest

from quiz.authoring.own_names import own_particles, with_its_gender

TEXT = (
    "La sonde Volute a quitté Maëlle de Araujo et Nina d'Ivry. Le rover Tibère roule. Tibère, une sonde ? "
    "La banque Reyl est fermée, et Luc Reyl est parti."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Où Maëlle d’Araujo vit-elle ?", "Où Maëlle de Araujo vit-elle ?"),
        ("Où Nina d'Ivry vit-elle ?", "Où Nina d'Ivry vit-elle ?"),
    ],
)
def test_a_particle_stays_as_it_is_written(text: str, told: str) -> None:
    assert own_particles(text, TEXT) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("À quelle altitude Volute a-t-il tourné ?", "À quelle altitude Volute a-t-elle tourné ?"),
        ("Où Volute est-il arrivé en 2014 ?", "Où Volute est-elle arrivée en 2014 ?"),
        ("Où Tibère a-t-il roulé ?", "Où Tibère a-t-il roulé ?"),
        ("Où Luc a-t-il roulé ?", "Où Luc a-t-il roulé ?"),
        ("Où Luc Reyl est-il parti ?", "Où Luc Reyl est-il parti ?"),
        ("Où Reyl est-il parti ?", "Où Reyl est-il parti ?"),
    ],
)
def test_a_probe_is_she(text: str, told: str) -> None:
    assert with_its_gender(text, TEXT) == told
