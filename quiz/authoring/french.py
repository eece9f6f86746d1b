"""The surface of the French we write ourselves: elision, contraction, agreement, places, dates, marks, capitals.

Plain functions over plain strings with their exceptions in `data/french.toml`. It refuses to know what a fact or a card
is, and it never touches what an article wrote.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Gender = Literal["m", "f"]
NBSP = "\u00a0"
THIN = "\u202f"
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

_VOWELS = frozenset("aàâäæeéèêëiîïoôöœuùûüAÀÂÄÆEÉÈÊËIÎÏOÔÖŒUÙÛÜ")
_ELIDING = {
    "de": "d", "que": "qu", "le": "l", "la": "l", "je": "j", "me": "m", "te": "t", "se": "s", "ne": "n", "ce": "c",
    "jusque": "jusqu", "lorsque": "lorsqu", "puisque": "puisqu", "quoique": "quoiqu",
}  # fmt: skip
_OPENING = "«“\"'‘([\u00a0\u202f "


@dataclass(frozen=True, slots=True)
class _Exceptions:
    h_aspire: tuple[str, ...]
    h_mute: tuple[str, ...]
    h_mute_names: frozenset[str]
    no_elision: tuple[str, ...]
    grammatical: frozenset[str]
    places: dict[str, str]


@cache
def _exceptions() -> _Exceptions:
    table = tomllib.loads((Path(__file__).parent / "data" / "french.toml").read_text(encoding="utf-8"))
    return _Exceptions(
        tuple(table["h_aspire"]),
        tuple(table["h_mute"]),
        frozenset(table["h_mute_names"]),
        tuple(table["no_elision"]),
        frozenset(table["grammatical"]),
        {_plain(name): article for name, article in table["places"].items()},
    )


def _plain(text: str) -> str:
    return text.replace("’", "'").replace(NBSP, " ").replace(THIN, " ")


def elides(following: str) -> bool:
    """Whether de, que, le... lose their vowel before `following`.

    Yes before Ashton and hôpital, no before onze, haricot, Higgsfield, YouTube, 11 or 1080p. Marks before the first
    letter («, ") are looked through.
    """
    word = _plain(following).lstrip(_OPENING)
    first = re.match(r"[^\W_]+(?:[-'][^\W_]+)*", word)
    if not first:
        return False
    head = first.group(0)
    lower = head.lower()
    exceptions = _exceptions()
    if head[0] in "yY":
        return len(head) > 1 and head[1] not in _VOWELS and not lower.startswith(exceptions.no_elision)
    if head[0] == "h":
        aspired = max((len(p) for p in exceptions.h_aspire if lower.startswith(p)), default=0)
        mute = max((len(p) for p in exceptions.h_mute if lower.startswith(p)), default=0)
        return mute >= aspired
    if head[0] == "H":
        if head.split("-")[0] in exceptions.h_mute_names:
            return True
        return lower.startswith(("hôpita", "hôtel", "histoire", "homme", "humani", "habita", "heure", "hiver"))
    if any(lower == word or (lower.startswith(word) and len(word) > 4) for word in exceptions.no_elision):
        return False
    return head[0] in _VOWELS


def elide(word: str, following: str) -> str:
    """`word` and `following` joined: elide("de", "OpenAI") is "d'OpenAI", elide("que", "Sora") "que Sora".

    "si" elides before il and ils only. A capital is kept: "Que" + "il" gives "Qu'il".
    """
    lower = word.lower()
    if lower == "si" and re.match(r"ils?\b", following, re.IGNORECASE):
        return f"{word[0]}'{following}"
    short = _ELIDING.get(lower)
    if short is None or not elides(following):
        return f"{word} {following}"
    return f"{word[0]}{short[1:]}'{following}"


def of(phrase: str) -> str:
    """ "de" before a noun phrase: du film, des studios, d'OpenAI, de l'étude, de Higgsfield; "des" + noun loses itself
    (de + des studios: de studios). A name's own capital article stays: de Le Pen; write "le Monde" to have du Monde."""
    if phrase.startswith("le "):
        return "du " + phrase[3:]
    if phrase.startswith("les "):
        return "des " + phrase[4:]
    if phrase.startswith("des "):
        return elide("de", phrase[4:])
    if phrase.startswith(("du ", "de la ", "de l'", "de l’")):
        return elide("de", re.sub(r"^(?:du |de la |de l['’])", "", phrase))
    return elide("de", phrase)


def place_article(name: str) -> str | None:
    """The article a country or region takes ("la", "le", "les", "l'f", "l'm", "l'u", "", "+"), None where unknown."""
    return _exceptions().places.get(_plain(name))


def the_place(name: str) -> str:
    """A country or region with its article, a town as it is: la Chine, l'Ukraine, les États-Unis, Cuba, Berlin."""
    article = place_article(name)
    if not article or article == "+":
        return name
    return f"l'{name}" if article.startswith("l'") else f"{article} {name}"


def in_place(name: str) -> str:
    """ "in" a place: en Chine, au Japon, aux États-Unis, en Israël, à Cuba, dans l'Union européenne; à before all else.

    A town with a capital article contracts: au Havre, à La Rochelle.
    """
    article = place_article(name)
    if article is None:
        for head, short in (("Le ", "au "), ("Les ", "aux ")):
            if name.startswith(head):
                return short + name[len(head) :]
        return f"à {name}"
    return {"": f"à {name}", "le": f"au {name}", "les": f"aux {name}", "l'u": f"dans l'{name}"}.get(
        article, f"en {name}"
    )


def from_place(name: str) -> str:
    """ "of, from" a place: de Chine, d'Ukraine, du Japon, des États-Unis, de Cuba, de Berlin."""
    article = place_article(name)
    if article in ("le", "les"):
        return of(f"{article} {name}")
    if article == "l'u":
        return f"de l'{name}"
    return elide("de", name)


def agree(word: str, gender: Gender | str, plural: bool) -> str:
    """A participle or regular adjective in agreement: agree("levé", "m", True) is "levés".

    Regular endings only (-é, -i, -u, -t, -is, -al, -eux, -if, -ien, -el); the caller looks after the rest.
    """
    if gender == "f":
        for masculine, feminine in (("eux", "euse"), ("if", "ive"), ("ien", "ienne"), ("el", "elle"), ("er", "ère")):
            if word.endswith(masculine):
                return word[: -len(masculine)] + feminine + ("s" if plural else "")
        return word + ("" if word.endswith("e") else "e") + ("s" if plural else "")
    if plural and word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("s" if plural and not word.endswith(("s", "x")) else "")


def quel(gender: Gender | str, plural: bool = False) -> str:
    """quel, quelle, quels or quelles."""
    return ("quelle" if gender == "f" else "quel") + ("s" if plural else "")


def pronoun(gender: Gender | str, plural: bool = False) -> str:
    """il, elle, ils or elles."""
    return ("elle" if gender == "f" else "il") + ("s" if plural else "")


def inverted(verb: str, gender: Gender | str, plural: bool = False) -> str:
    """The verb (one conjugated form) with its subject pronoun behind: a-t-il, peut-elle, ont-ils, génère-t-il."""
    joint = "-" if verb.endswith(("t", "d")) else "-t-"
    return f"{verb}{joint}{pronoun(gender, plural)}"


def quoted(words: str) -> str:
    """The words between guillemets with their no-break spaces: «\u00a0Bonjour\u00a0»."""
    return f"«{NBSP}{words.strip()}{NBSP}»"


def capitalised(text: str) -> str:
    """The first letter upper case, looking through opening marks. iPhone and eBay stay as they are."""
    for at_, char in enumerate(text):
        if char.isalpha():
            word = re.match(r"[^\W\d_]+", text[at_:])
            if word and char.islower() and any(c.isupper() for c in word.group(0)[1:]):
                return text
            return text[:at_] + char.upper() + text[at_ + 1 :]
        if char not in _OPENING:
            return text
    return text


def lower_first(text: str, *, common: bool = False) -> str:
    """A sentence's start made fit for the middle of another.

    The first word goes to lower case where it is a grammatical word (Les studios -> les studios, Trois -> trois), or
    always with `common`; names and acronyms are left alone.
    """
    word = re.match(r"[^\W\d_]+", text)
    if not word:
        return text
    head = word.group(0)
    if head.isupper() and len(head) > 1:
        return text
    if common or head.lower() in _exceptions().grammatical or (len(head) == 1 and text[1:2] in "'’"):
        return head.lower() + text[len(head) :] if not any(c.isupper() for c in head[1:]) else text
    return text


def enumerated(words: Sequence[str], conjunction: str = "et") -> str:
    """a, b et c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def french_date(iso: str) -> str:
    """An ISO date, in full or cut short, in words: 7 juin 2024, 1er mai 2024, juin 2024, 2024; other text as it is."""
    parts = iso.split("T")[0].split("-")
    try:
        numbers = [int(part) for part in parts]
    except ValueError:
        return iso
    if not 1 <= len(numbers) <= 3 or (len(numbers) > 1 and not 1 <= numbers[1] <= 12):
        return iso
    words = [str(numbers[0])]
    if len(numbers) > 1:
        words.insert(0, MONTHS[numbers[1] - 1])
    if len(numbers) > 2:
        words.insert(0, "1er" if numbers[2] == 1 else str(numbers[2]))
    return " ".join(words)


def on_date(iso: str) -> str:
    """When, for a sentence: le 7 juin 2024, en juin 2024, en 2024."""
    words = french_date(iso)
    return f"le {words}" if iso.count("-") == 2 else f"en {words}"
