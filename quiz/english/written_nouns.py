"""A noun phrase whose words are known, written as English has it: what stands before the noun, where its name goes,
which article it keeps.

Refuses to know French: `nominals` reads the phrase and hands over its pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.english import lexicon, names
from quiz.english.texts import Phrase

_TITLES = frozenset({"president", "minister", "king", "queen", "pope", "prince", "princess", "general", "chancellor",
                     "judge",
                     "cardinal", "captain", "colonel", "senator"})  # fmt: skip
_SMALL = frozenset({"of", "the", "in", "and", "for", "on", "to", "a", "an"})
_NAMED_AFTER = frozenset({"affair", "agency", "airport", "application", "army", "authority", "bank", "brand",
                          "bridge", "camp", "case", "cathedral", "center", "church", "cinema", "clan", "clinic",
                          "coalition", "college", "company", "couple", "district", "duo", "factory", "family",
                          "federation", "foundation", "government", "group", "hospital", "hotel", "institute",
                          "investigation", "jet", "law", "list", "mission", "model", "movement", "museum", "network",
                          "office", "party", "plant", "police", "poll", "prison", "probe", "program", "project",
                          "refinery", "region", "restaurant", "rover", "satellite", "scandal", "school", "shop",
                          "site", "square", "stadium", "station", "store", "street", "survey", "team", "telescope",
                          "theater", "tower", "trophy", "university", "vehicle"})  # fmt: skip
"""Things that English names before the noun: the Eiffel tower, the Harris survey."""
_OWN_NAME = frozenset({"capital", "city", "club", "country", "municipality", "neighborhood",
                       "province", "state", "town", "village"})  # fmt: skip
"""What has the name of a place behind it."""
_NUMBERED = frozenset({"article", "channel", "flight", "gate", "highway", "route", "terminal"})
"""Things that have a capital before their number."""


@dataclass(slots=True)
class Built:
    """A noun and what stands before it, after it and beside it, in English."""

    noun: lexicon.Noun
    plural: bool
    before: list[str]
    after: list[str]
    made_of: list[str]
    name: str = ""


def superlative(adjective: str) -> str:
    """ "largest" of "large", "most important" of "important"."""
    irregular = {
        "good": "best",
        "bad": "worst",
        "big": "biggest",
        "serious": "most serious",
        "many": "most",
        "sold": "best-selling",
        "known": "best-known",
        "seen": "most seen",
        "read": "most read",
    }
    if adjective in irregular:
        return irregular[adjective]
    if len(adjective) > 6 or " " in adjective or re.search(r"(?:ed|ous|ful|nt|al|ic|ble)$", adjective):
        return f"most {adjective}"
    if adjective.endswith("y"):
        return adjective[:-1] + "iest"
    return adjective + ("st" if adjective.endswith("e") else "est")


def _is_named_after(head: str, name: str) -> bool:
    """Whether English names such a thing before its noun; « la capitale Metz » and « le club Metz » stay."""
    return head in _NAMED_AFTER or (head not in _OWN_NAME and names.place(name) is not None)


def capitalised(text: str) -> str:
    """Every word with a capital."""
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def put(
    built: Built, before: str, number: str, adjectives: list[str], *, titled: bool, wants_more: bool = False
) -> Phrase:
    """The phrase: article, numeral, adjectives, what it is made of, noun, name."""
    noun = built.noun
    head = noun.many if built.plural and not noun.mass else noun.singular
    if number and adjectives and adjectives[0] in ("first", "last", "next"):
        number = f"{adjectives.pop(0)} {number}"
    if (
        built.name
        and not titled
        and (
            (built.name.isupper() and " " not in built.name)
            or (not noun.person and not built.before and _is_named_after(noun.singular.split()[-1], built.name))
        )
    ):
        built.made_of.insert(0, built.name)
        built.name = ""
    said = " ".join((*built.before, *built.made_of, head))
    if titled:
        said = " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in said.split())
    said = " ".join((*adjectives, said))
    article = before
    if built.name and noun.person and not built.plural and before == "the":
        article = ""
        if (head in _TITLES or head.split()[-1] in _TITLES) and " " in built.name:
            said = capitalised(said)
        elif not adjectives:
            article = "the"
    if head == "price" and (built.name or titled):  # « le prix Morin »
        said, built.name = " ".join(part for part in (built.name, said.replace("price", "Prize")) if part), ""
    if built.name and head in ("hurricane", "storm", "typhoon", "cyclone"):
        article, said = "", capitalised(said)
    if before == "a" and noun.mass:
        article = ""
    if (
        built.name[:1].isdigit() and before == "the" and not built.plural and head != "year"
    ):  # « le terminal 2 », « l'article 49 »
        article, said = "", capitalised(said) if head in _NUMBERED else said
    text = " ".join(part for part in (article, number, said, built.name) if part)
    bare = before == "the" and noun.mass and not built.plural and not built.name and not built.before and not adjectives
    if bare and titled:  # « la Sécurité publique »
        text, bare = text.removeprefix("the "), False
    plural = built.plural and not noun.mass
    return Phrase(text, plural, noun.person, name=bool(built.name), bare=bare, open=wants_more)
