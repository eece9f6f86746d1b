"""What a person is or does, in English: « directrice générale d'OpenAI », « ancien ministre français de la Santé ».

Puts a phrase together from tables of roles, domains, bodies and places; refuses a phrase with a word left over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from quiz.english import names, tables

_LINKS = ("de la ", "de l'", "du ", "des ", "de ", "d'", "chez ", "à la tête de ")
_FORMER = re.compile(r"(?:ancienne?|ex)[ -]\s*", re.IGNORECASE)
_FUTURE = {"futur": "future", "future": "future", "actuel": "current", "actuelle": "current", "nouveau": "new",
           "nouvelle": "new", "jeune": "young", "célèbre": "famous"}  # fmt: skip
_CAPITALS = frozenset({"Prime Minister", "Deputy Prime Minister"})

Kept = Callable[[str], str | None]
"""Gives the English of a name that is known, or None."""


_BOTH = re.compile(r"(.+?) et (.+)")
_OPENED = re.compile(r"(?:le|la|un|une) |l'")
_ARTICLE = re.compile(r"(?:le|la|l'|une|un) ?(?=\w)")


def role(text: str, kept: Kept) -> str | None:
    """A role in English, or None. `kept` knows the names that may stand in it."""
    both = _BOTH.fullmatch(text)
    whole = _one(text, kept)
    if whole is not None or both is None:
        return whole
    left, right = _one(both[1], kept), _one(both[2], kept)
    return f"{left} and {right}" if left and right else None


@cache
def _firsts() -> frozenset[str]:
    """What roles begin with."""
    return frozenset(role.partition(" ")[0] for role in (*tables.gendered("phrases"), *tables.gendered("heads")))


def _one(text: str, kept: Kept) -> str | None:
    if _OPENED.match(text) and (article := _ARTICLE.match(text)):
        text = text[article.end() :]
    former = _FORMER.match(text)
    if former:
        rest = _one(text[former.end() :], kept)
        return f"former {rest}" if rest else None
    first, _, others = text.partition(" ")
    if first.lower() in _FUTURE and others:
        rest = _one(others, kept)
        return f"{_FUTURE[first.lower()]} {rest}" if rest else None
    phrases, heads = tables.gendered("phrases"), tables.gendered("heads")
    small = first[:1].lower() + first[1:]
    if _firsts().isdisjoint((first, small, small.replace("Ministre", "ministre", 1))):
        return None
    for plain in (text, text[:1].lower() + text[1:], text[:1].lower() + text[1:].replace("Ministre", "ministre", 1)):
        if plain in phrases:
            return phrases[plain]
        head = plain
        while head and head not in heads:  # the longest head that whole words of the phrase make
            head = head.rpartition(" ")[0]
        if head:
            return _with_complement(heads[head], plain[len(head) + 1 :], kept)
    return None


def _with_complement(english: str, rest: str, kept: Kept) -> str | None:
    """A role with what follows it: a nationality, then a body, a place or a domain after « de »."""
    if not rest:
        return english
    word, _, after = rest.partition(" ")
    if word in _PASSING:
        said = _with_complement(english, after, kept)
        return f"{_PASSING[word]} {said}" if said else None
    nation = names.nationality(word) if word[0].islower() else None
    if nation:
        said = _with_complement(english, after, kept)
        return f"{nation} {said}" if said else None
    if english in ("minister", "secretary of state", "commissioner", "Deputy Prime Minister", "deputy minister"):
        found = domain(rest)
        if found:
            capital = " ".join(part.capitalize() if part != "of" else part for part in english.split())
            return f"{capital} {'for' if english == 'secretary of state' else 'of'} {found}"
    if english == "ambassador" and (sent := _sent_to(rest, kept)):
        return f"ambassador {sent}"
    for link in _LINKS:
        if not rest.startswith(link):
            continue
        named = kept(rest[len(link) :])
        place = names.complement(rest)
        if place and english in tables.words("roles", "of_places"):
            return f"{english} {tables.words('roles', 'of_places')[english]} {place}"
        target = _body(rest) or (named if not place else None)
        if target:
            return f"{english} {tables.words('roles', 'of_names').get(english, 'of')} {target}"
    return None


_PASSING = {"sortant": "outgoing", "sortante": "outgoing", "intérimaire": "interim"}
"""What tells that somebody leaves a post or only minds it."""
_SEAT = re.compile(
    r"(?:(?P<of>(?:de la |de l'|du |des |de |d').+?) )?(?P<to>à l'|à la |à |au |aux |en )(?P<seat>[A-ZÉ].*)"
)


def _sent_to(rest: str, kept: Kept) -> str | None:
    """Whose ambassador, and where: « du Canada aux États-Unis », « à l'ONU »."""
    found = _SEAT.fullmatch(rest)
    if found is None:
        return None
    of = names.complement(found["of"]) if found["of"] else None
    land = names.place(found["seat"])
    seat = (
        (names.with_article(land) if land else None)
        or tables.words("roles", "bodies").get(f"l'{found['seat']}")
        or kept(found["seat"])
    )
    if seat is None or (found["of"] and of is None):
        return None
    return f"of {of} to {seat}" if of else f"to {seat}"


def domain(rest: str) -> str | None:
    """What a minister is in charge of: « de la Santé », « chargé du Travail », « des Finances ». The article is part of
    the table's key."""
    rest = re.sub(r"^(?:chargée?s?|déléguée? à|déléguée? chargée?) (?=d|à)", "", rest)
    for link, article in (
        ("de la ", "la "),
        ("de l'", "l'"),
        ("du ", "le "),
        ("des ", "les "),
        ("à la ", "la "),
        ("à l'", "l'"),
        ("aux ", "les "),
    ):
        if rest.startswith(link):
            named = rest[len(link) :]
            return _domains().get((article + named).lower())
    return None


@cache
def _domains() -> dict[str, str]:
    """Capitals differ from paper to paper: « l'Éducation Nationale »."""
    return {french.lower(): english for french, english in tables.words("roles", "domains").items()}


def _body(rest: str) -> str | None:
    """A body a role may belong to: « du gouvernement », « de l'équipe de France »."""
    for link, article in (("de la ", "la "), ("de l'", "l'"), ("du ", "le "), ("des ", "les ")):
        if rest.startswith(link):
            return tables.words("roles", "bodies").get(article + rest[len(link) :])
    return None
