"""What the topic line gives away of an event though it does not name it: the country by its capital or institutions,
the day of a statement, the thing that only its own name would tell from another.

Knows one event and its article's title; what the title says outright is the business of `event_worth`.
"""

from __future__ import annotations

import re

from quiz.authoring.dates import DAYS
from quiz.authoring.event_halves import asked_of
from quiz.authoring.french import MONTHS
from quiz.authoring.topic import mentions
from quiz.facts.event import Event
from quiz.facts.event_words import known_places
from quiz.facts.lexicon import bag
from quiz.facts.within import stands_in
from quiz.typography import fold

_CAPITALS = {
    "Algérie": "Alger", "Allemagne": "Berlin", "Belgique": "Bruxelles", "Bénin": "Cotonou", "Burkina Faso":
    "Ouagadougou", "Burundi": "Bujumbura", "Cameroun": "Yaoundé", "Chine": "Pékin", "Côte d’Ivoire": "Abidjan",
    "Côte d'Ivoire": "Abidjan", "Égypte": "Le Caire", "Espagne": "Madrid", "Gabon": "Libreville", "Grèce": "Athènes",
    "Guinée": "Conakry", "Haïti": "Port-au-Prince", "Irak": "Bagdad", "Iran": "Téhéran", "Italie": "Rome",
    "Japon": "Tokyo", "Kenya": "Nairobi", "Liban": "Beyrouth", "Libye": "Tripoli", "Madagascar": "Antananarivo",
    "Mali": "Bamako", "Maroc": "Rabat", "Mauritanie": "Nouakchott", "Niger": "Niamey", "Portugal": "Lisbonne",
    "République démocratique du Congo": "Kinshasa", "Royaume-Uni": "Londres", "Russie": "Moscou", "Rwanda": "Kigali",
    "Sénégal": "Dakar", "Syrie": "Damas", "Tchad": "N'Djamena", "Togo": "Lomé", "Tunisie": "Tunis", "Turquie":
    "Ankara", "Ukraine": "Kiev",
}  # fmt: skip
"""A town that everybody knows to be of a country; from general knowledge."""
_MARKS = {
    "Allemagne": r"Bundestag|Bundesrat|Bundeswehr",
    "Belgique": r"Stib|SNCB|[Bb]ourgmestres?|[Ff]lamande?s?|[Ww]allonn?e?s?|Wallonie|Flandre",
    "Canada": r"Québec|[Qq]uébécois\w*|Ottawa|Bloc québécois",
    "Espagne": r"Catalogne|Generalitat|Cortes",
    "Royaume-Uni": r"Brexit|Downing Street|Westminster|NHS",
    "Russie": r"Kremlin|Douma",
    "Suisse": r"AVS|[Vv]otations?|[Cc]antons?|[Cc]antonale?s?|CFF|Conseil fédéral",
    "États-Unis": r"Maison[- ]Blanche|Pentagone|FBI|Capitole|Wall Street",
}
"""Institutions and words of one country only; from general knowledge."""


def land_given(fact: Event, title: str) -> bool:
    """« Quel pays fait venir son carburant par la route ? » under « À Bamako, … »; « Les retraités de quel pays » under
    « Votations : … »."""
    if fact.value_kind != "country" or fact.slot == "object":
        return False
    capital = _CAPITALS.get(fact.value)
    if capital is not None and fact.slot != "with" and stands_in(capital, title, "-"):
        return True
    marks = _MARKS.get(fact.value)
    return marks is not None and re.search(rf"(?<!\w)(?:{marks})(?!\w)", f"{title} {asked_of(fact)}") is not None


def day_given(fact: Event, title: str) -> bool:
    """« C'est le 3 septembre que le pont rouvrira » under « Le pont rouvrira le 3 septembre »."""
    return fact.slot == "date" and re.search(rf"(?<!\d){re.escape(_bare(fact.value))}(?!\w)", fold(title)) is not None


def _bare(date: str) -> str:
    return re.sub(r"^(?:(?:le|ce|en) )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?", "", fold(date))


_NAMED = re.compile(r"(?<![.?!»] )(?<!^)\b[A-ZÀ-Þ][\w'’-]{2,}")
_ENOUGH = 3
_WHEN = re.compile(rf"\b(?:{'|'.join((*DAYS, *MONTHS))})\b")


_THINGS = ("place", "product", "thing", "work")


def only_its_name(fact: Event, title: str) -> bool:
    """« Quel pont sera rendu aux piétons ? » under « Le pont […] rouvrira aux piétons »: without the name that is asked
    nothing says where; of the dead and of winners their deed does."""
    if fact.slot != "agent" or fact.value_kind not in _THINGS or not mentions(title, fact.value):
        return False
    own = set(re.findall(r"\w+", fold(" ".join((fact.value, fact.written, *fact.aliases)))))
    shown = f"{title} | {fact.frame.lead} {fact.frame.rest}"
    named = [name for name in _NAMED.findall(shown) if not set(re.findall(r"\w+", fold(name))) <= own]
    said = {word[:5] for word in re.findall(r"\w{4,}", fold(_WHEN.sub(" ", fact.frame.rest)))}
    known = {word[:5] for word in re.findall(r"\w{4,}", fold(title))}
    return not named and len(said & known) * 2 >= min(len(said), _ENOUGH)


def of_its_great_town(fact: Event, title: str) -> bool:
    """« Dans quelle ville », Etterbeek, under « Bruxelles : un bus sans chauffeur »: the town that opens the topic line
    answers as well."""
    opening = title.partition(" :")[0].strip()
    if fact.slot != "place" or fact.family != "ville" or opening == title or opening == fact.value:
        return False
    place = known_places().get(opening)
    return place is not None and place.family.noun == "ville" and fact.value not in known_places()


_DRIVEN_OUT = bag("battre chasser déloger défaire expulser repousser")
_VOTED = bag("adopter approuver ratifier voter")


def of_one_alone(fact: Event) -> bool:
    """« Quel groupe a été chassé de la ville par l'armée ? », the one that all armies fight; « Quelle institution a
    adopté une loi ? », the parliament."""
    verb = fact.frame.verb
    if fact.slot in ("agent", "object") and fact.value in ("État islamique", "Daech") and verb in _DRIVEN_OUT:
        return True
    return fact.slot == "agent" and fact.value.startswith("Parlement ") and verb in _VOTED
