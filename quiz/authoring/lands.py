"""Which places may stand beside a place among choices: countries of one region or of one kind, towns of one land,
groups where they are at home.

Reads the tables of `data/`. Refuses to know people and how choices are picked.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from quiz.authoring.lists import stock
from quiz.facts.event_words import known_places, nations
from quiz.facts.within import stands_in
from quiz.typography import fold

_POWERS = frozenset(("Allemagne", "Chine", "France", "Royaume-Uni", "Russie", "États-Unis"))


@cache
def places_and_parts() -> dict[str, dict[str, list[list[str]]]]:
    """The stock of wrong choices everybody knows: countries by region, shares in words, ranks."""
    stocked: dict[str, dict[str, list[list[str]]]] = tomllib.loads(
        (Path(__file__).parent / "data" / "stock.toml").read_text(encoding="utf-8")
    )
    return stocked


@cache
def _regions() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row[0] for row in rows) for rows in places_and_parts()["country"].values())


def neighbours_of(country: str) -> frozenset[str]:
    """The countries of all regions that have it, without itself."""
    shared = [region for region in _regions() if country in region]
    return frozenset().union(*shared) - {country}


@cache
def beside() -> dict[str, tuple[str, ...]]:
    """Countries that have more in common with some far away than with those of their region, to those."""
    return {name: tuple(map(str, others)) for name, others in places_and_parts()["beside"].items()}


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1:]) for row in stock()["homes"]["rows"]}


def at_home(group: str, text: str) -> bool:
    """Whether a text tells of a land where an armed group is at home: « Boko Haram » has no part in a town of Syria."""
    return group not in _homes() or any(stands_in(land, text, "-") for land in _homes()[group])


def near_by(key: str, choice: str, text: str, *, of_the_map: bool) -> bool:
    """A country beside another: one that the article names, one of its region, a power beside a power where something
    is done (`of_the_map`: where something happens, its region counts)."""
    if stands_in(fold(choice), fold(text), "-"):
        return True
    if key in _POWERS and not of_the_map:
        return choice in _POWERS
    if key in beside():
        return choice in beside()[key]
    shared = [region for region in _regions() if key in region]
    return bool(shared) and choice in min(shared, key=len)  # Turkey lies beside Syria, and not beside Finland


ON_THE_SPOT = re.compile(r"\b(?:bloqu|occup|entrepôt|dépôt|usine|magasin|ferm|évacu|incendi)\w*")
"""Words of what is done to a place: none of them is done to a firm without shops."""


def elsewhere(town: str, title: str) -> bool:
    """« Saint-Louis » under « États-Unis : … » is none of the towns the map has beside that of Senegal.
    Only names that several lands have are doubted: from anywhere one travels to Beirut."""
    rows = stock()["lands"]
    land = title.partition(" :")[0].strip()
    known = known_places().get(town)
    if known is None or town not in stock()["twice"]["towns"]:
        return False
    return land in rows and known.neighbours[0] not in rows[land]


_OF_MANY_LANDS = frozenset((
    "Antananarivo", "Athènes", "Bangkok", "Belgrade", "Buenos Aires", "Dakar", "Islamabad", "Johannesburg",
    "Jérusalem", "Kiev", "Kigali", "Kinshasa", "La Havane", "Lagos", "Riyad", "Stockholm", "Sydney", "Séoul", "Tallinn",
    "Varsovie", "Yaoundé",
))  # fmt: skip
"""The towns that open those rows of towns that lie in several lands."""


def abroad(town: str, title: str) -> bool:
    """« Hanoï » under « Indonésie : … », beside Jakarta: the title's land bars it."""
    land = title.partition(" :")[0].strip()
    known = known_places().get(town)
    if known is None or known.neighbours[0] not in _OF_MANY_LANDS or land in stock()["lands"]:
        return False
    return any(row[0] == land for region in places_and_parts()["country"].values() for row in region)


_CONTINENTS = (
    (re.compile(r"\bd['’]Europe\b|\beuropéen|\bEuro\b"), ("europe", "balkans")),
    (re.compile(r"\bd['’]Afrique\b|\bafricain"), ("afrique", "maghreb", "grands-lacs")),
    (re.compile(r"\bd['’]Asie\b|\basiatique"), ("asie", "orient")),
)


def may_compete(choice: str, title: str) -> bool:
    """« Championnats d'Europe »: nobody there is Australian."""
    names = next((names for pattern, names in _CONTINENTS if pattern.search(title)), None)
    if names is None:
        return True
    bare = re.sub(r"^(?:les?|la) |^l['’]", "", choice)
    country = nations().get(bare.lower(), bare)
    table = places_and_parts()["country"]
    return any(row[0] == country for region, rows in table.items() if region.startswith(names) for row in rows)
