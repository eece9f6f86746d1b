"""Adverbs that point at what a question does not show."""

from __future__ import annotations

import pytest

from quiz.authoring.adverbs import counted_so_far, untied, with_their_day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Combien d'accords ont malgré tout été trouvés ?", "Combien d'accords ont été trouvés ?"),
        ("Quel pays est lui aussi touché ?", "Quel pays est touché ?"),
        ("C'est finalement Ada Morin qui l'emporte.", "C'est Ada Morin qui l'emporte."),
        ("Dix ruches avaient alors été volées.", "Dix ruches avaient été volées."),
        ("Le taux se réduit en revanche de 3 %.", "Le taux se réduit de 3 %."),
        ("Qui venait là d'accueillir les lutteurs ?", "Qui venait d'accueillir les lutteurs ?"),
        ("En outre, dix ponts ont fermé.", "Dix ponts ont fermé."),
        ("D'abord, dix ponts ont fermé.", "Dix ponts ont fermé."),
        ("Qui a dit alors que tout allait bien ?", "Qui a dit alors que tout allait bien ?"),
        ("Combien de ruches servent à nouveau ?", "Combien de ruches servent à nouveau ?"),
        ("En attendant, combien de ruches servent ?", "Combien de ruches servent ?"),
        ("À la base les travaux devaient durer un mois.", "Les travaux devaient durer un mois."),
        ("Problème : Ada Morin est exclue.", "Ada Morin est exclue."),
        ("À la base de la tour, combien de ruches ?", "À la base de la tour, combien de ruches ?"),
    ],
)
def test_what_only_joins_a_sentence_to_another_goes(text: str, told: str) -> None:
    assert untied(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Qui fait maintenant face à un procès ?", "Au 7 juin 2024, qui fait face à un procès ?"),
        ("On compte désormais 12 ponts.", "Au 7 juin 2024, on compte 12 ponts."),
        ("Quel pays a désormais fermé ses ports ?", "Quel pays a fermé ses ports ?"),
        ("Combien de ponts compte désormais Metz en 2024 ?", "Combien de ponts compte Metz en 2024 ?"),
        ("Qui part maintenant que tout est dit ?", "Qui part maintenant que tout est dit ?"),
    ],
)
def test_now_is_the_article_s_day(text: str, told: str) -> None:
    assert with_their_day(text, "2024-06-07") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Combien de lois Ada a-t-elle déjà signées ?", "Au 7 juin 2024, combien de lois Ada a-t-elle déjà signées ?"),
        ("En 2023, combien de lois a-t-elle déjà signées ?", "En 2023, combien de lois a-t-elle déjà signées ?"),
        ("Combien de lois a-t-elle signées ?", "Combien de lois a-t-elle signées ?"),
        ("La semaine dernière, Metz a déjà perdu 12 ponts.", "La semaine dernière, Metz a déjà perdu 12 ponts."),
        ("Alors que dix ponts ont déjà brûlé, Metz rit.", "Alors que dix ponts ont déjà brûlé, Metz rit."),
    ],
)
def test_what_was_counted_so_far_has_its_day(text: str, told: str) -> None:
    assert counted_so_far(text, "2024-06-07") == told
