"""Days told behind a preposition, counted from the article's day."""

from __future__ import annotations

import pytest

from quiz.authoring.told_days import placed_days


@pytest.mark.parametrize(
    ("text", "iso", "told"),
    [
        ("Dans la soirée d'hier, deux vols", "2024-06-07", "Dans la soirée du 6 juin 2024, deux vols"),
        ("le résultat d’aujourd’hui compte", "2024-06-07", "le résultat du 7 juin 2024 compte"),
        ("les jeunes d'aujourd'hui", "2024-06-07", "les jeunes d'aujourd'hui"),
        ("le double de l'an dernier", "2024-06-07", "le double de 2023"),
        ("plus que l'an dernier", "2024-06-07", "plus qu'en 2023"),
        ("par rapport à l'année dernière", "2024", "par rapport à 2023"),
        ("le budget de cette année", "2024", "le budget de 2024"),
        ("l'année scolaire de cette année scolaire", "2024", "l'année scolaire de cette année scolaire"),
        ("La semaine dernière, le col a fermé", "2024-06-07", "La semaine du 27 mai 2024, le col a fermé"),
        ("libérés cette semaine à Thiès", "2024-06-07", "libérés la semaine du 3 juin 2024 à Thiès"),
        ("La nuit dernière, un toit a brûlé", "2024-06-01", "Dans la nuit du 31 mai au 1er juin 2024, un toit a brûlé"),
        ("dix vols sont prévus pour mardi.", "2024-06-07", "dix vols sont prévus pour le mardi 11 juin 2024."),
        ("le vote prévu à mardi", None, "le vote prévu à mardi"),
        ("Il a plu de dimanche à mardi", "2024-06-07", "Il a plu du 2 au 4 juin 2024"),
        ("le bac est ouvert de lundi à jeudi", "2024-06-07", "le bac est ouvert de lundi à jeudi"),
        ("Dans la nuit du lundi au mardi, à Thiès", "2024-06-07", "Dans la nuit de lundi à mardi, à Thiès"),
        ("l'attaque chimique de mardi", "2024-06-07", "l'attaque chimique du mardi 4 juin 2024"),
        ("la réunion de mardi", "2024-06-07", "la réunion de mardi"),
        ("ont été coupés jusqu'à mardi matin", "2024-06-07", "ont été coupés jusqu'au mardi 4 juin 2024 au matin"),
        ("Au samedi soir 1er juin, un toit", "2024-06-07", "Le samedi 1er juin 2024 au soir, un toit"),
        ("la nuit de vendredi à samedi 1er juin", "2024-06-07", "la nuit du 31 mai au 1er juin 2024"),
        ("pendant ces quatre dernières années", "2024-06-07", "au cours des quatre dernières années"),
    ],
)  # fmt: skip
def test_a_day_behind_a_preposition(text: str, iso: str | None, told: str) -> None:
    assert placed_days(text, iso) == told
