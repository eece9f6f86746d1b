"""What the builders of questions on specifications share: names as they stand in a sentence, dates put in the stem,
forms.

Knows our French and Candidates; refuses to know any attribute.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import capitalised, elide, french_date, of, quoted
from quiz.deck import Bilingual
from quiz.facts.fact import Specification
from quiz.facts.lexicon import phrases

NAMES = ("person", "organisation", "product", "work", "place", "event")


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((Path(__file__).parent / "data" / "spec_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(row) for name, row in raw.items()}


def words(name: str) -> frozenset[str]:
    """One of the lists of `data/spec_words.toml`. Raises KeyError."""
    return _lists()[name]


@dataclass(frozen=True, slots=True)
class Worded:
    """A question's two wordings; `en` None where a piece has no English."""

    fr: str
    en: str | None = None


def as_thing(name: str, kind: str, noun: str = "", gender: str = "") -> str:
    """A name as a question says it: works between guillemets behind their noun (le film « Marées »), the rest bare."""
    if kind != "work":
        return name
    shown = name if name.startswith("«") else quoted(name)
    return f"{elide('la' if gender == 'f' else 'le', noun)} {shown}" if noun and gender else shown


def asked(worded: Worded) -> Bilingual:
    """The finished question: capital, question mark, single spaces."""
    text = re.sub(r"(?<=\b[dlnqsDL]['’]) (?=\w)", "", re.sub(r"[ \t\n]+", " ", worded.fr)).strip(" ,")
    text = re.sub(r"\s*\?$", "", text)
    return ruled(f"{capitalised(text)} ?", worded.en)


def english(text: str, names: Iterable[str] = ()) -> str | None:
    """The English of a value, role or place by rule."""
    from quiz.english import rules

    return rules.english(text, tuple(names))


def english_name(name: str) -> str | None:
    """A name in English: places and acronyms have their own, a name with French words in small letters has none."""
    known = english(name)
    if known is not None:
        return known
    small = [word for word in re.findall(r"[^\W\d_]+", name) if word.islower()]
    return None if small or (re.search(r"[éèêàçùôî]", name) and len(name.split()) > 2) else name


def moment(article: Article) -> tuple[str, str | None] | None:
    """When the article was written, as a stem says it ("en mai 2018", "in May 2018"), or None without a date."""
    if not article.date:
        return None
    parts = article.date.split("T")[0].split("-")[:2]
    words = french_date("-".join(parts))
    said = english(words)
    return f"en {words}", f"in {said}" if said else None


_REPORTED = frozenset(("date", "place", "winner", "owner", "used", "called-upon", "discoverer", "listed"))
"""What is only as true as who reports it. What something is, who made it and who holds a post is said in passing."""


def attributed(fact: Specification, worded: Worded) -> Worded:
    """The stem with who says so in front, where the article only reports it."""
    if (
        fact.modality != "attributed"
        or not fact.attribution
        or fact.attribution in worded.fr
        or fact.key not in _REPORTED
    ):
        return worded
    first = worded.fr[:1].lower() + worded.fr[1:] if not worded.fr.startswith(("À quel",)) else "à" + worded.fr[1:]
    who = fact.attribution
    en = english_name(who)
    said = f"According to {en}, {worded.en[:1].lower()}{worded.en[1:]}" if en and worded.en else None
    return Worded(f"selon {who}, {first}", said)


def usable(fact: Specification) -> bool:
    """Is the fact one that a question may state (asserted, past, or said by somebody named)?"""
    if fact.modality in ("asserted", "past"):
        return True
    if fact.modality == "attributed" and fact.key not in _REPORTED:
        return True
    return fact.modality == "attributed" and bool(fact.attribution)


@cache
def _towns() -> dict[str, str]:
    return {name.split(" ", 1)[1]: name for name in words("town_articles")}


def whole_town(name: str) -> str:
    """« Caire » (from « au Caire ») is « Le Caire »: the article is part of a town's name."""
    return _towns().get(name, name)


def others(
    fact: Specification, kinds: Sequence[str], gender: str = "", barred: Iterable[str] = ()
) -> tuple[Bilingual, ...]:
    """Names of the article of these kinds, as wrong choices: not the thing, not the value, not barred; in text
    order."""
    out = {fact.entity.casefold(), fact.value.casefold(), *(name.casefold() for name in barred)}
    found = []
    for named in fact.names:
        if named.kind in kinds and named.name.casefold() not in out and (not gender or named.gender in ("", gender)):
            if named.kind == "place" and re.search(r"\d", named.name):
                continue
            if named.name in phrases("media") and fact.value not in phrases("media"):
                continue  # a newspaper made no software
            if not any(part in named.name.casefold() or named.name.casefold() in part for part in out if part):
                name = whole_town(named.name) if named.kind == "place" else named.name
                found.append(ruled(name, english_name(name)))
    return tuple(found[:6])


def short_names(name: str, kind: str) -> tuple[str, ...]:
    """What else counts when a name is typed: a person's surname, a body's name without its article."""
    words = name.split()
    if kind == "person" and len(words) > 1:
        return (" ".join(words[1:]), words[-1]) if len(words) > 2 else (words[-1],)
    if words and words[0].lower() in ("le", "la", "les"):
        return (" ".join(words[1:]),)
    return ()


def choice_and_text(base: Candidate, kind: str) -> list[Candidate]:
    """The candidate as a choice and, for names, typed."""
    out = [base]
    if kind in NAMES and len(base.answer.fr.split()) <= 5:
        accept = tuple(a for a in short_names(base.answer.fr, kind) if a.casefold() != base.answer.fr.casefold())
        out.append(replace(base, form="text", accept=accept, suggested=(), hint=base.hint - 0.1))
    return out


def de(name: str) -> str:
    """ "de" joined to a name: d'OpenAI, du Monde, de « Marées »."""
    return of(name)


def que(name: str) -> str:
    """ "que" joined to a name: qu'OpenAI, que Sora."""
    return elide("que", name)
