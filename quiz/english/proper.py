"""Names inside phrases: places, institutions and acronyms English says otherwise, names that stay, people of a country.

A run of capitals is a name, unless its first word is a common noun that goes on in small letters: « Conseil régional ».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from quiz.english import lexicon, names, tables
from quiz.english.roles import domain
from quiz.english.texts import Phrase, Text

_CAPITAL = re.compile(r"(?:(?:al|el|ez|as)-|[a-z](?=[A-Z][a-z]))?[A-ZÀ-ÖØ-Þ\u0100-\u017f\u0218-\u021b0-9@][\w.&+'’/-]*")
_JOINING = frozenset({"de", "du", "van", "von", "der", "ben", "bin", "al", "el", "of", "and", "the", "da", "di",
                      "dos", "del", "&", "d'", "l'", "la", "le", "les", "-"})  # fmt: skip
_INDEFINITE = frozenset({"de"})
NAME_LENGTH = 9


def fixed(text: Text, start: int, end: int) -> Phrase | None:
    """A country, a town, an acronym, a known institution, with its article or without."""
    article = text.words[start] if text.words[start] in ("le", "la", "les", "l'") else ""
    core = start + bool(article)
    if core >= end:
        return None
    if text.words[start] in ("tout", "toute") and text.words[start + 1 : start + 2] and end - start > 2:
        whole = fixed(text, start + 1, end)  # « toute la France »
        if whole is not None and whole.place and text.words[start + 1] in ("le", "la", "l'"):
            return Phrase(f"all of {whole.text}", name=True, place=True)
    bare = text.span(core, end)
    place = names.place(bare) or (names.place(f"{article.capitalize()} {bare}") if article else None)  # « du Caire »
    if place is not None:
        said = names.with_article(place) if article in ("les", "le") or names.with_article(place) != place else place
        return Phrase(said, name=True, place=True)
    known = lexicon.phrases("words", "institutions").get(text.words[core:end])
    if known is None and text.words[core][:1].isupper():
        known = _institutions().get(tuple(word.lower() for word in text.words[core:end]))
    if known is not None:
        named = known.removeprefix("~")
        return Phrase(f"the {named}" if article and named == known else named, plural=article == "les", name=True)
    acronym = names.acronym(bare)
    if acronym is not None:
        lone = acronym in ("NASA", "FIFA", "UEFA", "UNESCO", "UNICEF", "NATO", "AI", "DNA", "GDP", "VAT")
        return Phrase(f"the {acronym}" if article and not lone else acronym, name=True)
    return None


@cache
def _institutions() -> Mapping[tuple[str, ...], str]:
    """Institutions of several words however their capitals stand: « Front National »."""
    known = lexicon.phrases("words", "institutions")
    return {tuple(word.lower() for word in key): english for key, english in known.items() if len(key) > 1}


def named(text: Text, start: int, end: int) -> Phrase | None:
    """A name that stays: « Ada Morin », « le SPD », « Saint-Georges », a kept name."""
    article = text.words[start] if text.words[start] in ("le", "la", "les", "l'", "un", "une") else ""
    core = start + bool(article)
    if core >= end or end - core > NAME_LENGTH:
        return None
    street = text.words[core] in _STREETS and end - core > 1 and text.words[end - 1][:1].isupper()
    street = street and (text.words[core + 1] == "de" or text.words[core + 1][:1].isupper())
    if street and all(word[:1].isupper() or word in _JOINING for word in text.words[core + 1 : end]):
        return Phrase(_capital(text.span(core, end)), name=True)
    ministry = _ministry(text, core, end)
    if ministry is not None and article not in ("un", "une"):
        return Phrase(f"the {ministry}" if article else ministry)
    kept = text.span(core, end) in text.kept and text.words[core].lower() not in _demonyms()
    if article not in ("un", "une") and kept and text.words[core][:1].isupper():
        return Phrase(f"the {text.span(core, end)}" if article else text.span(core, end), name=True)
    nation = names.nationality(text.words[end - 1]) if article and end - core > 1 else None
    if nation is not None and text.words[end - 1][:1].islower() and is_name(text, core, end - 1):
        lead = "a" if article in ("un", "une") else "the"  # « le Filou Institute indien »
        return Phrase(f"{lead} {nation} {name_of(text, core, end - 1)}", name=True)
    if not is_name(text, core, end):
        return None
    if article and end == core + 1 and is_common(text.words[core].lower()) and not text.words[core].isupper():
        return None  # « le Président »: a word of the language, not a name
    named = name_of(text, core, end)
    if article in ("un", "une"):  # « un Antonov An-26 », but « un Ada Morin » is no phrase
        return Phrase(f"a {named}", name=True) if not is_given(text.words[core]) else None
    return Phrase(f"the {named}" if article else named, plural=article == "les", name=True)


def is_given(word: str) -> bool:
    """Whether a word is a given name."""
    return word in tables.listed("given", "given")


_STREETS = frozenset({"place", "rue", "avenue", "boulevard", "quai", "square", "impasse"})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ministry(text: Text, start: int, end: int) -> str | None:
    """« ministère de la Santé » is the Ministry of Health."""
    if text.words[start].lower() != "ministère" or end - start < 3:
        return None
    found = domain(text.span(start + 1, end))
    nation = names.nationality(text.words[end - 1]) if found is None and end - start > 3 else None
    if nation is not None and text.words[end - 1][:1].islower():  # « ministère de la Santé brésilien »
        found = domain(text.span(start + 1, end - 1))
        return f"{nation} Ministry of {found}" if found else None
    return f"Ministry of {found}" if found else None


def name_of(text: Text, start: int, end: int) -> str:
    """A name as English writes it: « Wikipédia » has another letter."""
    written_ = text.span(start, end)
    known = lexicon.phrases("words", "institutions").get(text.words[start:end], "").removeprefix("~")
    if end - start == 2 and text.words[start] == "FC" and (city := names.place(text.words[start + 1])):
        return f"FC {city}"
    return known or names.place(written_) or names.acronym(written_) or written_


def is_name(text: Text, start: int, end: int) -> bool:
    """Whether the words are a run of capitals, small words of names between them, that no table reads otherwise."""
    words = text.words[start:end]
    if not words or not (_CAPITAL.fullmatch(words[0]) and _CAPITAL.fullmatch(words[-1])):
        return False
    if re.fullmatch(r"\d{1,2}[hH]\d{0,2}", words[0]):
        return False  # an hour
    if words[0][0].isdigit() and not (len(words) == 1 and re.search(r"[A-Za-z]", words[0])):
        return False
    if any(not _CAPITAL.fullmatch(word) and word not in _JOINING for word in words):
        return False
    if len(words) > 2 and words[-1].isdigit() and words[-2] in _JOINING:
        return False  # « Filou de 20 à 25 % »
    first = words[0].lower()
    if len(words) == 1 and is_common(first) and _goes_on(text, end):
        return False
    if first in _demonyms() or (len(words) > 1 and any(word in _INDEFINITE for word in words) and is_common(first)):
        return False
    if len(words) > 1 and any(word == "de" for word in words[1:-1]):
        if words[1] != "de" or words[0].isupper():
            return False  # « Alain de Morin » is a name; « les JO de Metz » are the Olympics of a town
        after = words.index("de", 1) + 1
        if names.place(text.span(start, start + after - 1)):
            return False
        tail = text.span(start + after, end)
        if tail[:1].isdigit() or tail in text.kept or (" " in tail and not re.match(r"L[ae]s? |L'", tail)):
            return False  # « Uber de 20 % », « le modèle Morin de Petit Studio »
        if names.place(re.sub(r"^(?:la |le |les |l')", "", tail)):
            return False  # « Institut Morin de Lille »: a name, and where it is
    if len(words) > 1 and is_common(first) and all(lexicon.adjective(word.lower()) for word in words[1:]):
        return False  # « la Main Jaune » says something in French
    return len(words) == 1 or not is_common(first) or not is_adjective(words[1])


def _goes_on(text: Text, at: int) -> bool:
    """Whether what looks like a name goes on in small letters: « Conseil régional », « Centre d'analyse »."""
    following = text.words[at : at + 1]
    return following == ("de",) or bool(following and is_adjective(following[0]))


def is_common(word: str) -> bool:
    """Whether a word is a common noun."""
    return (word,) in lexicon.nouns()


def is_adjective(word: str) -> bool:
    """Whether a word in small letters is an adjective."""
    return word[:1].islower() and lexicon.adjective(word) is not None


def _demonyms() -> frozenset[str]:
    return frozenset(names.adjectives())


_MEN = {"French": "Frenchman", "Dutch": "Dutchman", "English": "Englishman", "Irish": "Irishman", "Welsh": "Welshman",
        "Spanish": "Spaniard", "Danish": "Dane", "Swedish": "Swede", "Finnish": "Finn", "Polish": "Pole",
        "Turkish": "Turk", "Scottish": "Scot", "British": "Briton", "Slovak": "Slovak", "Czech": "Czech",
        "Greek": "Greek"}  # fmt: skip


def demonym(text: Text, start: int, end: int, before: str, plural: bool | None) -> Phrase | None:
    """« les Français », « combien de Français », « l'Américain Matt Morin »."""
    word = text.words[start] if start < end else ""
    adjective = names.nationality(word.lower()) if word[:1].isupper() and word.lower() in _demonyms() else None
    if adjective is None:
        return None
    regular = adjective.endswith(("an", "i", "Greek", "Thai"))
    woman = word.lower().endswith(("e", "es")) and not word.lower().endswith(("ge", "que", "be", "sse"))
    if plural and end > start + 1:  # « les Britanniques Ada Morin et Lou Petit »: as many names as people
        both = regular and text.words[end : end + 1] == ("et",) and is_name(text, start + 1, end) and before == "the"
        return (
            Phrase(f"{adjective}s {text.span(start + 1, end)}", plural=True, person=True, name=True) if both else None
        )
    if adjective in _MEN and (end == start + 1 or is_name(text, start + 1, end)):
        one = _MEN[adjective].replace("man", "woman") if woman else _MEN[adjective]
        if end > start + 1:
            return Phrase(f"{before} {one} {text.span(start + 1, end)}".strip(), person=True, name=True)
        if plural is False:
            return Phrase(f"{before} {one}".strip(), person=True)
    if end == start + 1:
        if plural is False or (plural is None and not word.endswith("s")):
            return Phrase(f"{before} {adjective}".strip(), person=True) if regular else None
        if before == "the":
            return Phrase(f"the {adjective}{'s' if regular else ''}", plural=True, person=True)
        if before.startswith("the ") and adjective in _MEN:  # « les deux Belges », but « les deux Français »
            return Phrase(f"{before} {adjective} people", plural=True, person=True)
        return Phrase(f"{before} {adjective}{'s' if regular else ' people'}".strip(), plural=True, person=True)
    if not regular and before == "the" and is_name(text, start + 1, end):  # « la Chinoise Ada Wang »
        return Phrase(f"{adjective} {text.span(start + 1, end)}", person=True, name=True)
    if regular and is_name(text, start + 1, end):
        return Phrase(f"{before} {adjective} {text.span(start + 1, end)}".strip(), person=True, name=True)
    return None
