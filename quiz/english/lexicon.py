"""The words the rules for whole phrases know, found by how they are written: nouns, adjectives, verbs, small words.

Holds single words and set phrases by their tokens; refuses to know how they are put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from quiz.english import names, tables
from quiz.english.conjugation import Form, recognised
from quiz.english.tokens import cut

Key = tuple[str, ...]
_LINKS = frozenset({"de", "à", "en", "pour", "contre", "sur"})


class Noun(NamedTuple):
    """A noun as it is written: `plural` None where its form does not tell. `mass`: English has no plural of it."""

    singular: str
    many: str
    plural: bool | None
    mass: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb means with what it takes: `tail` are the words it takes, `infinitive` whether one must follow, which
    English then has as a `gerund` (« accuser d'avoir » is "accuse of having")."""

    tail: Key
    english: str
    infinitive: bool = False
    gerund: bool = False


def words_of(text: str) -> Key:
    """The tokens of a table's key."""
    return cut(text)


@cache
def phrases(file: str, table: str) -> Mapping[Key, str]:
    """A table by the tokens of its keys."""
    return {words_of(key): english for key, english in tables.words(file, table).items()}


@cache
def longest(file: str, table: str) -> int:
    """How many tokens the longest key of a table has."""
    return max(map(len, phrases(file, table)))


def matches(file: str, table: str, words: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
    """Where each key of a table that begins at `at` ends, and its English, the longest first."""
    known = phrases(file, table)
    for end in range(min(len(words), at + longest(file, table)), at, -1):
        english = known.get(tuple(words[at:end]))
        if english is not None:
            yield end, english


# Nouns


@cache
def nouns() -> Mapping[Key, Noun]:
    """Every noun in singular and plural."""
    found: dict[Key, Noun] = {}
    for singular, (one, many) in _counted().items():
        if singular in _AMBIGUOUS:
            continue
        found[words_of(singular)] = Noun(one, many, None)
    for table, person in (("things", False), ("people", True)):
        for written, english in tables.words(table, table).items():
            key = words_of(written)
            mass = english.startswith("~")
            one, _, many = english.removeprefix("~").partition("|")
            many = one if mass else many or english_plural(one)
            plural = french_plural(key)
            same = plural == key
            found[key] = Noun(one, many, None if same else False, mass, person)
            if not same:
                found[plural] = Noun(one, many, True, mass, person)
    return found


_AMBIGUOUS = frozenset({"tableau", "tableaux", "porte", "portes"})
"""Things that are what they are only after a number."""


def _counted() -> Mapping[str, tuple[str, str]]:
    return tables.counted("nouns", "nouns")


@cache
def noun_words() -> frozenset[str]:
    """Every word a noun may end with."""
    return frozenset(key[-1] for key in nouns())


@cache
def longest_noun() -> int:
    """How many tokens the longest noun has."""
    return max(map(len, nouns()))


def french_plural(key: Key) -> Key:
    """« agences de presse » of « agence de presse », « jeux vidéo » of « jeu vidéo »."""
    if len(key) == 1:
        return (_plural(key[0]),)
    end = next((at for at, word in enumerate(key) if word in _LINKS), len(key))
    return tuple([_plural(word) for word in key[:end]]) + key[end:]


_IRREGULAR = {"œil": "yeux", "travail": "travaux", "vitrail": "vitraux"}
_INVARIABLE = frozenset({"vidéo", "IP", "web", "internet", "euro", "orange", "un", "moulu"})


def _plural(word: str) -> str:
    if word in _INVARIABLE or word[:1].isupper() or word.endswith(("s", "x", "z")) or not word[-1].isalpha():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("al") and word not in ("festival", "bal", "carnaval", "récital"):
        return word[:-2] + "aux"
    if word.endswith(("eau", "au", "eu")) and word not in ("bleu", "pneu"):
        return word + "x"
    return word + "s"


def english_plural(word: str) -> str:
    """ "agencies" of "agency", "matches" of "match", "heads" of "head"."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


# Adjectives


@cache
def adjectives() -> Mapping[str, str]:
    """Every form of every adjective."""
    found: dict[str, str] = {}
    for written, english in tables.words("adjectives", "adjectives").items():
        masculine, _, feminine = written.partition("|")
        for form in adjective_forms(masculine, feminine):
            found.setdefault(form, english)
    return found


def adjective_forms(masculine: str, feminine: str = "") -> tuple[str, str, str, str]:
    """The four forms: « national, nationale, nationaux, nationales »."""
    if not feminine:
        for end, other in (("eux", "euse"), ("if", "ive"), ("en", "enne"), ("el", "elle"), ("er", "ère"),
                           ("teur", "trice"), ("ul", "ulle")):  # fmt: skip
            if masculine.endswith(end):
                feminine = masculine[: -len(end)] + other
                break
        else:
            feminine = masculine if masculine.endswith("e") else masculine + "e"
    return masculine, feminine, _plural(masculine), feminine + "s"


def adjective(word: str) -> str | None:
    """The English of an adjective in any form, nationalities included."""
    return names.nationality(word) or adjectives().get(word)


@dataclass(frozen=True, slots=True)
class Governed:
    """An adjective with what it takes: « prêt à » and an infinitive, which English may have as a `gerund`."""

    english: str
    infinitive: bool = False
    gerund: bool = False


@cache
def governed() -> Mapping[Key, tuple[Governed, ...]]:
    """Adjectives that want something after them, in every form, with the word that leads it in: « prêts à »."""
    found: dict[Key, list[Governed]] = {}
    for french, english in tables.words("control", "adjectives").items():
        infinitive = french.endswith(" +inf")
        written, _, link = french.removesuffix(" +inf").partition(" ")
        masculine, _, feminine = written.partition("|")
        taken = Governed(english.removesuffix(" +ing"), infinitive, english.endswith(" +ing"))
        for form in dict.fromkeys(adjective_forms(masculine, feminine)):
            found.setdefault((form, *words_of(link)), []).append(taken)
    return {key: tuple(given) for key, given in found.items()}


@cache
def _masculine() -> Mapping[str, str]:
    """Every form of every adjective -> its masculine singular."""
    found: dict[str, str] = {}
    for written in tables.words("adjectives", "adjectives"):
        masculine, _, feminine = written.partition("|")
        for form in adjective_forms(masculine, feminine):
            found.setdefault(form, masculine)
    return found


def same_adjective(word: str, other: str) -> bool:
    """Whether two words are one adjective: « obligatoires », « obligatoire »."""
    known = _masculine()
    return word in known and known[word] == known.get(other)


# Verbs


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """What each verb may take, the longest first. A reflexive verb is « se » and its infinitive."""
    found: dict[str, list[Frame]] = {}
    for written, english in tables.words("verbs", "verbs").items():
        infinitive = written.endswith(" +inf")
        key = words_of(written.removesuffix(" +inf"))
        size = 2 if key[0] == "se" else 1
        frame = Frame(key[size:], english.removesuffix(" +ing"), infinitive, english.endswith(" +ing"))
        found.setdefault(" ".join(key[:size]), []).append(frame)
    return {
        verb: tuple(sorted(given, key=lambda frame: (-len(frame.tail), not frame.infinitive)))
        for verb, given in found.items()
    }


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Every form of every verb there is a frame for."""
    return recognised(frozenset(verb.removeprefix("se ") for verb in frames()))
