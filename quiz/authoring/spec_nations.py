"""Which country's: a minister or a national agency is asked only with its country, so this finds and says it.

Knows names of countries and their adjectives. Refuses to guess: two countries in sight are none.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from quiz.articles.article import Article
from quiz.facts import roles
from quiz.facts.fact import Specification
from quiz.facts.within import stands_in


@dataclass(frozen=True, slots=True)
class Nation:
    """A country with its adjective: Belgique, belge, belge, Belgian."""

    name: str
    masculine: str
    feminine: str
    english: str


@cache
def _nations() -> dict[str, Nation]:
    """By the country's name and by every form of its adjective (small letters)."""
    path = Path(roles.__file__).parent / "data" / "nations.toml"
    out: dict[str, Nation] = {}
    for name, forms, english in tomllib.loads(path.read_text(encoding="utf-8"))["nations"]:
        words = forms.split()
        feminine = words[1] if len(words) > 1 and words[1].endswith("e") else words[0]
        nation = Nation(name, words[0], feminine, english)
        for form in (name, *words):
            out.setdefault(form, nation)
    return out


def nation_of(fact: Specification, article: Article) -> Nation | None:
    """The country of a minister: said in the role, else the one country of its sentence, else the one of the title,
    else the one that the whole article comes back to."""
    frame = fact.frame
    if re.search(r"\b(?:de la|de l['’] ?|du) ?[A-ZÉ]{3,}$", frame.rest):
        return None  # « ministre des Transports de la RASD »: a state that the table does not know
    if frame.place in _nations():
        return _nations()[frame.place]
    for text in (f"{frame.lead} {frame.rest}", fact.evidence.text, article.title or ""):
        found = {nation.name: nation for nation in _in(text)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else _of_the_lead(article, found)
    return told_most(article.text) or _french_by_its_places(article.text)


def _of_the_lead(article: Article, found: dict[str, Nation]) -> Nation | None:
    """Of two countries in a sentence the one that opens the topic line: « Espagne : Brisk dissous », « le Premier
    ministre Paul Roux a parlé de l'Espagne et de la France »."""
    lead = (article.title or "").split(" : ")[0].strip()
    return found.get(lead)


_FRENCH = re.compile(
    r"\b(?:Matignon|l['’] ?Élysée|Gilets jaunes|Assemblée nationale|Pôle emploi|Champs-[ÉE]lysées|Quai d['’]Orsay|Bercy"
    r"|place Beauvau|préfecture|préfet)\b"
)


def _french_by_its_places(text: str) -> Nation | None:
    """An article that names no country, and what only France has: « Gilets jaunes », « (Rhône) »."""
    if _counted(text) and _counted(text)[0][0] != "France" and _counted(text)[0][1] > 1:
        return None
    departments = {name for name in re.findall(r"\(([A-ZÉ][\w'’ -]+)\)", text) if _is_department(name)}
    signs = set(_FRENCH.findall(text))
    return _nations()["France"] if len(departments) + len(signs) > 1 else None


@cache
def _departments() -> frozenset[str]:
    path = Path(__file__).parent / "data" / "departments.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["regions"].values()
    return frozenset(name for row in rows for name in row.split(" | "))


def _is_department(name: str) -> bool:
    return name.replace("’", "'") in _departments()


_OFTEN, _FAR_AHEAD = 3, 4
"""Mentions that make a country the one an article is about, and how many times those of the next it takes."""


def told_most(text: str) -> Nation | None:
    """« la France … les Français … (et une fois) la Belgique »: the country of an article on one country."""
    ranked = _counted(text)
    first, second = [*ranked, ("", 0), ("", 0)][:2]
    if first[1] < _OFTEN or first[1] < _FAR_AHEAD * second[1]:
        return None
    return _nations()[first[0]]


def nations_of(text: str) -> list[Nation]:
    """The countries that a text names or calls somebody by, those it names most first."""
    return [_nations()[name] for name, _ in _counted(text)]


@lru_cache(64)
def _counted(text: str) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for word in re.findall(r"[A-ZÉÎ][\w-]+(?: (?:du|de la|saoudite) ?[A-Z]?\w*)?|[a-zà-ÿ][\wà-ÿ-]{3,}", text):
        nation = _nations().get(word) or _nations().get(word.split()[0]) or _nations().get(word.lower())
        if nation is not None:
            counts[nation.name] += 1
    return counts.most_common()


def _in(text: str) -> list[Nation]:
    plain = text.replace("’", "'")
    return [nation for form, nation in _nations().items() if form in plain and stands_in(form, plain, "-")]


def nation_named(word: str) -> Nation | None:
    """The country of a name or an adjective: « Belgique », « belge »."""
    return _nations().get(word)


def without_nation(role: str) -> str:
    """« président qatarien » -> « président »: a nationality beside a body is no part of the post."""
    return " ".join(word for word in role.split() if word not in _nations())
