"""Names that English writes otherwise: countries and continents (CLDR, through Babel), well-known places, acronyms,
nationalities. Refuses to guess at any other name.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from quiz.english import tables


@cache
def _places() -> Mapping[str, str]:
    """French name of a place -> English, CLDR's territories first, our own everyday names over them."""
    from babel import Locale

    french, english = Locale("fr").territories, Locale("en").territories
    places = {
        name.replace("’", "'"): str(english[code])
        for code, name in french.items()
        if code in english and code not in ("001", "ZZ", "XA", "XB")
    }
    places |= {name: name for name in tables.names("same", "cities")}
    return places | dict(tables.words("names", "places"))


def place(text: str) -> str | None:
    """A country, continent, region or well-known town, without an article: « États-Unis » is United States."""
    return _places().get(text)


def is_place(name: str) -> bool:
    """Whether this is the English of a place."""
    return name in _english_places()


@cache
def _english_places() -> frozenset[str]:
    return frozenset(english.removeprefix("the ") for english in _places().values())


def with_article(name: str) -> str:
    """An English place name as it stands inside a phrase: « the United States », « China »."""
    return f"the {name}" if name in tables.names("article", "with_article") else name


def place_phrase(text: str) -> str | None:
    """A place with its French article or preposition: « la Chine », « en Chine », « aux États-Unis », « à Londres »."""
    for article in ("la ", "le ", "les ", "l'"):
        if text.startswith(article) and (found := place(text[len(article) :])):
            return with_article(found) if article == "les " else found if not _takes(found) else with_article(found)
    for preposition in ("en ", "au ", "aux ", "à la ", "à "):
        if text.startswith(preposition) and (found := place(text[len(preposition) :])):
            return f"in {with_article(found)}"
    return None


def _takes(name: str) -> bool:
    return name in tables.names("article", "with_article")


def complement(text: str) -> str | None:
    """A place after « de », as a phrase: « de Chine », « du Japon », « des États-Unis », « de l'Inde »."""
    for link in ("de la ", "de l'", "du ", "des ", "de ", "d'"):
        if text.startswith(link) and (found := place(text[len(link) :])):
            return with_article(found)
    return None


def acronym(text: str) -> str | None:
    """An acronym everybody knows: « ONU » is UN."""
    return tables.words("names", "acronyms").get(text)


@cache
def adjectives() -> Mapping[str, str]:
    """Every form of every nationality -> English."""
    forms: dict[str, str] = {}
    for masculine, english in tables.words("names", "nationalities").items():
        for form in _forms(masculine):
            forms[form] = english
    return forms


def _forms(masculine: str) -> list[str]:
    """The four forms of a nationality: « coréen, coréenne, coréens, coréennes »."""
    special = {"grec": "grecque", "turc": "turque"}
    if masculine in special:
        feminine = special[masculine]
    elif masculine.endswith(("en", "on")):
        feminine = masculine + "ne"
    else:
        feminine = masculine if masculine.endswith("e") else masculine + "e"
    plural = masculine if masculine.endswith("s") else masculine + "s"
    return [masculine, feminine, plural, feminine + "s"]


def nationality(text: str) -> str | None:
    """An adjective of nationality in any gender and number: « italiennes » is Italian."""
    return adjectives().get(text[:1].lower() + text[1:])
