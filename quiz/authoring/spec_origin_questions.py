"""Where a thing comes from and to which party somebody belongs: « De quel pays vient Volute ? », « À quel parti … ? ».

Wrong choices are countries or parties of the key's own sort. Refuses what the topic line or the name itself tells.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import elide, from_place
from quiz.authoring.lists import stock
from quiz.authoring.spec_forms import Worded, asked, attributed, english, english_name, moment
from quiz.authoring.spec_worth import in_title, mentions
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.facts.roles import role_words
from quiz.typography import fold

_HINT = 0.2


@cache
def _parties() -> dict[str, list[str]]:
    """Country -> the letters of its parties."""
    parties: dict[str, list[str]] = stock()["party"]
    return parties


@cache
def _years() -> dict[str, tuple[int, int]]:
    """Letters of a party -> the first and last year of its name, for those that changed it."""
    years: dict[str, list[int]] = stock()["party_years"]
    return {party: (first, last) for party, (first, last) in years.items()}


@cache
def _countries() -> dict[str, list[list[str]]]:
    """Region -> its countries, French and English."""
    path = Path(__file__).parent / "data" / "stock.toml"
    rows: dict[str, list[list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))["country"]
    return rows


_MAKERS = ("Allemagne", "Chine", "Corée du Sud", "États-Unis", "France", "Inde", "Japon", "Royaume-Uni", "Russie")
"""Countries that make what most news are about: a wrong choice for one of them is another of them."""


def origin_candidates(fact: Specification, name: str, article: Article, features: dict[str, float]) -> list[Candidate]:
    """« De quel pays vient Volute ? »: the key is the country, whether the article says it or its adjective.

    Asked of what the article is about only, and never where the topic line or the name tells the country.
    """
    country = fact.frame.place
    if re.match(r"U\.?S\.?\b|US[A-Z]?\b|British|Deutsche|American|United|Royal Air", fact.entity):
        return []
    if not country or not in_title(fact.entity, article) or _tells(country, f"{fact.entity} {article.title}"):
        return []
    name_en = english_name(fact.entity)
    noun = fact.frame.lead if fact.rule == "origin-before" else ""
    thing = f"{elide('la' if fact.frame.population == 'f' else 'le', noun)} {fact.entity}" if noun else name
    worded = Worded(f"de quel pays vient {thing}", f"Which country does {name_en} come from?" if name_en else None)
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="origin-of",
            question=asked(attributed(fact, worded)),
            answer=ruled(from_place(country), english(country)),
            distractor_type="country",
            suggested=_other_countries(fact, country),
            focus=(fact.entity,),
            hint=_HINT,
            features=features,
        )
    ]


def _tells(country: str, text: str) -> bool:
    """Does a text name the country or call something by its adjective?"""
    nations = role_words().nations
    known = {word for word in re.findall(r"[\w-]+", text.lower()) if nations.get(word) == country}
    return bool(known) or fold(country) in fold(text)


def near_countries(country: str) -> tuple[str, ...]:
    """The countries of the key's own part of the world, itself left out; none for one that the table has not."""
    region = next((rows for rows in _countries().values() if any(row[0] == country for row in rows)), [])
    return tuple(row[0] for row in region if row[0] != country)


def _other_countries(fact: Specification, country: str) -> tuple[Bilingual, ...]:
    """Countries of the key's own sort (makers for a maker, else its region), said as the question wants them («
    d'Allemagne »), in an order the fact decides."""
    everywhere = [row for rows in _countries().values() for row in rows]
    region = next((rows for rows in _countries().values() if any(row[0] == country for row in rows)), [])
    near = [row for row in everywhere if row[0] in _MAKERS] if country in _MAKERS else region
    rows = [row for row in near if row[0] != country and row[0] not in fact.evidence.text]
    turn = hashlib.sha256(f"{fact.entity}/{country}".encode()).digest()[0] % max(1, len(rows))
    return tuple(ruled(from_place(row[0]), row[1]) for row in (*rows[turn:], *rows[:turn]))


def _alive(party: str, year: int) -> bool:
    """Did a party bear this name in a year (0 for one unknown)?"""
    first, last = _years().get(party, (0, 9999))
    return not year or first <= year <= last


def party_candidates(fact: Specification, article: Article, features: dict[str, float]) -> list[Candidate]:
    """« À quel parti appartenait Odile Fortin en mai 2018 ? »: wrong choices are parties of the same country."""
    letters = fact.value
    family = next((row for row in _parties().values() if letters in row), None)
    if family is None or " " not in fact.entity:
        return []
    year = int(article.date[:4]) if article.date and article.date[:4].isdigit() else 0
    if not _alive(letters, year) or in_title(fact.entity, article):
        return []  # whom the topic line names, a reader knows by their party
    same = next((pair for pair in ({"FN", "RN"}, {"LR", "UMP"}) if letters in pair), {letters})
    near = [other for other in family if other not in {letters, *same} and _alive(other, year)]
    if len(near) < 2:
        return []
    turn = hashlib.sha256(fact.entity.encode()).digest()[0] % len(near)
    when = moment(article)
    fr = f"à quel parti appartenait {fact.entity} {when[0]}" if when else f"à quel parti appartient {fact.entity}"
    en = (
        f"Which party did {fact.entity} belong to {when[1]}?"
        if when and when[1]
        else f"Which party does {fact.entity} belong to?"
    )
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="party-of",
            question=asked(Worded(fr, en)),
            answer=ruled(letters, letters),
            distractor_type="party",
            suggested=tuple(ruled(other, other) for other in (*near[turn:], *near[:turn])),
            focus=(fact.entity,),
            hint=_HINT,
            features={**features, "mentions": float(min(5, mentions(fact.entity, article)))},
        )
    ]
