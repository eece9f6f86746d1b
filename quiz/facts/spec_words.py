"""The word tables of the rules for specifications, read once: kinds of things, verbs of making and happening.

Knows forms of words and nothing of sentences.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from quiz.facts.entities import Kind
from quiz.facts.tokens import Token, features

_DATA = Path(__file__).parent / "data"
Auxiliary = Literal["avoir", "être", "se", "passive"]


@dataclass(frozen=True, slots=True)
class KindNoun:
    """A noun for a kind of thing ("logiciel")."""

    noun: str
    gender: Literal["m", "f"]
    english: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class EventVerb:
    """A verb whose clause dates, places or makes something.

    `agent` is what its doer is to the thing done ("maker", "" for nothing we ask); `objects` the kinds of thing it is
    done to (empty: any). `auxiliary` is "passive" for verbs that take an object. `english` is the past participle of
    those, the base form of the others.
    """

    infinitive: str
    participle: str
    english: str
    noun: str
    noun_gender: str
    agent: str
    objects: frozenset[str]
    auxiliary: Auxiliary


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((_DATA / "spec_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(row) for name, row in raw.items()}


def words(name: str) -> frozenset[str]:
    """One of the lists of `data/spec_words.toml`. Raises KeyError."""
    return _lists()[name]


@cache
def kind_nouns() -> dict[str, KindNoun]:
    """Singular noun (of one to three words) to what it means."""
    raw = tomllib.loads((_DATA / "kinds.toml").read_text(encoding="utf-8"))
    return {row[0]: KindNoun(row[0], row[1], row[2], group["kind"]) for group in raw["kind"] for row in group["words"]}


@cache
def plural_kinds() -> dict[str, KindNoun]:
    """The plural of each kind noun to the noun: studios, jeux, journaux."""
    return {_plural(noun): entry for noun, entry in kind_nouns().items()}


def _plural(noun: str) -> str:
    first, _, rest = noun.partition(" ")
    if first.endswith("al") and first not in ("festival",):
        first = first[:-2] + "aux"
    elif first.endswith(("eau", "eu")):
        first += "x"
    elif not first.endswith(("s", "x")):
        first += "s"
    if rest and " de " not in f" {rest} " and not rest.startswith(("d'", "de ")):
        rest += "" if rest.endswith("s") else "s"
    return f"{first} {rest}".strip()


@cache
def event_verbs() -> tuple[EventVerb, ...]:
    """All verbs of `data/events.toml`."""
    raw = tomllib.loads((_DATA / "events.toml").read_text(encoding="utf-8"))
    verbs = [
        EventVerb(row[0], row[1], row[2], row[3], row[4], group["agent"], frozenset(group["objects"]), "passive")
        for group in raw["verb"]
        for row in group["rows"]
    ]
    for group in raw["plain"]:
        for auxiliary, infinitive, participle, english, noun, gender in group["rows"]:
            verbs.append(EventVerb(infinitive, participle, english, noun, gender, "", frozenset(), auxiliary))
    return tuple(verbs)


def participle_forms(participle: str) -> tuple[str, str, str, str]:
    """Masculine, feminine and their plurals: né, née, nés, nées; acquis, acquise, acquis, acquises."""
    if participle == "dissous":
        return "dissous", "dissoute", "dissous", "dissoutes"
    plural = participle if participle.endswith("s") else participle + "s"
    return participle, participle + "e", plural, participle + "es"


@cache
def participles() -> dict[str, EventVerb]:
    """Every form of the participles of verbs with an object, to the verb."""
    return {
        form: verb
        for verb in event_verbs()
        if verb.auxiliary == "passive"
        for form in participle_forms(verb.participle)
    }


@cache
def plain_participles() -> dict[tuple[str, Auxiliary], EventVerb]:
    """Every form of the participles of verbs without an object, with their auxiliary, to the verb."""
    return {
        (form, verb.auxiliary): verb
        for verb in event_verbs()
        if verb.auxiliary != "passive"
        for form in participle_forms(verb.participle)
    }


@cache
def infinitives() -> dict[str, EventVerb]:
    """Infinitive of the verbs with an object, to the verb."""
    return {verb.infinitive: verb for verb in event_verbs() if verb.auxiliary == "passive"}


@cache
def present_forms() -> dict[str, EventVerb]:
    """Third-person present (and imperfect) of the regular verbs with an object: lance, lancent, lançait, fonde."""
    forms: dict[str, EventVerb] = {}
    for verb in event_verbs():
        if verb.auxiliary != "passive" or not verb.infinitive.endswith("er"):
            continue
        stem = verb.infinitive[:-2]
        soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
        for form in (stem + "e", stem + "ent", soft + "ait", soft + "aient"):
            forms.setdefault(form, verb)
    return forms


def morph(token: Token, feature: str) -> frozenset[str]:
    """What the parser says of a token's form: morph(token, "Tense")."""
    return features(token.morph).get(feature, frozenset())
