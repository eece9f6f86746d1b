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
            return next(iter(found.values())) if len(found) == 1 else None
    return told_most(article.text)


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
