"""The forms a dictionary may have a French word under, guessed from its ending, likeliest first.

It guesses freely, since a guess counts only where a dictionary has it: « grèves » is « grève », and nobody has
"grèv". Knows endings and irregular verbs; refuses to know meanings, and what stands around the word but for the one
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from quiz.english import tables
from quiz.gloss import Gender

Kind = Literal["any", "nominal", "verb"]
"""What a guess may be: any word as it stands, a noun or adjective, a verb."""

# Nouns and adjectives: ending -> what it may replace, tried in this order.
_NOMINAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("trices", ("teur", "trice")), ("trice", ("teur",)),
    ("euses", ("eur", "eux", "euse")), ("euse", ("eur", "eux")),
    ("elles", ("el", "elle", "eau")), ("elle", ("el", "eau")),
    ("ennes", ("en", "enne")), ("enne", ("en",)), ("onnes", ("on", "onne")), ("onne", ("on",)),
    ("ères", ("er", "ère")), ("ère", ("er",)), ("ives", ("if", "ive")), ("ive", ("if",)),
    ("ettes", ("et", "ette")), ("ette", ("et",)), ("ètes", ("et", "ète")), ("ète", ("et",)),
    ("ches", ("c", "che")), ("che", ("c",)), ("gues", ("g", "gue")), ("gue", ("g",)), ("ques", ("c", "que")),
    ("que", ("c",)), ("esses", ("esse", "e")), ("esse", ("e",)), ("sses", ("s", "sse")), ("sse", ("s",)),
    ("aux", ("al", "ail", "au")), ("eux", ("eu",)), ("oux", ("ou",)), ("illes", ("il", "ille")),
    ("ille", ("il",)), ("es", ("e", "")), ("s", ("",)), ("e", ("",)), ("x", ("",)),
)  # fmt: skip


def leaning(before: str) -> Kind:
    """What a word is likely to be after the one before it: « la marche » a noun, « elle marche » a verb."""
    low = before.lower().replace("’", "'")
    return "nominal" if low in listed("before", "nominal") else "verb" if low in listed("before", "verb") else "any"


def gender_after(before: str) -> str:
    """The gender the word before asks for: "f" after « la », "m" after « un », else ""."""
    low = before.lower()
    return next((gender for gender in ("f", "m") if low in listed("gender", gender)), "")


_FEMININE = ("tion", "sion", "té", "ure", "ence", "ance", "ette", "ie", "ée", "esse", "ode", "ude", "ade", "ille")
_MASCULINE = (
    "ment", "age", "eau", "isme", "teur", "oir", "et", "ail", "al", "ier", "in", "euil", "ôt", "it", "at", "ent", "eur",
)  # fmt: skip


def gender_of_ending(noun: str) -> Gender:
    """The gender a noun's ending speaks for, "" where it speaks for none: « une pénurie », « un bâtiment »."""
    if noun.endswith(_FEMININE):
        return "f"
    return "m" if noun.endswith(_MASCULINE) else ""


@cache
def listed(table: str, name: str) -> tuple[str, ...]:
    """A list of words or endings of `data/lemmas.toml`, in its order."""
    return tuple(tables.words("lemmas", table)[name].split())


def guesses(word: str, before: str = "") -> Iterator[tuple[str, Kind]]:
    """Forms a dictionary may have `word` under, likeliest first, without end-of-line repeats.

    As it stands; then, unless the word before says otherwise, as a noun or adjective before as a verb. An irregular
    form of a verb that nothing contradicts is read as that verb first: « a été » is no summer.
    """
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    lean = leaning(before)
    verbs: list[tuple[str, Kind]] = [(lemma, "verb") for lemma in _verbs(low)]
    nominal: list[tuple[str, Kind]] = [(lemma, "nominal") for lemma in _nominal(low)]
    exact: list[tuple[str, Kind]] = [(low, "any")]
    if lean == "verb" or (low in _irregular() and lean != "nominal"):
        order = [*verbs, *exact, *nominal]
    elif lean == "nominal":
        order = [(low, "nominal"), *nominal, *exact, *verbs]
    else:
        order = [*exact, *nominal, *verbs]
    yield from dict.fromkeys(order)


def _nominal(word: str) -> Iterator[str]:
    """« journaux » -> journal; « directrices » -> directeur; « nationales » -> national."""
    for ending, others in _NOMINAL:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for other in others:
                yield stem + other
                if other == "" and len(stem) > 2 and stem[-1] == stem[-2]:  # gentilles, basses
                    yield stem[:-1]
    if word.endswith("és") or word.endswith("ées"):  # a participle used as a noun: les blessés
        yield word.rstrip("s")
        yield word.rstrip("s").removesuffix("e")


def _verbs(word: str) -> Iterator[str]:
    """« mangeaient » -> manger; « préfère » -> préférer; « obtiendra » -> obtenir; « annoncée » -> annoncer."""
    if word in _irregular():
        yield from _irregular()[word].split()
    for ending in listed("endings", "er"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from _er(word[: -len(ending)], ending)
    for form, infinitive in _families():
        if word.endswith(form) and (len(word) > len(form) or len(form) > 3):
            yield word[: -len(form)] + infinitive
    if word.endswith("d") and len(word) > 3:  # correspond, attend
        yield word + "re"
    for infinitive in ("ir", "re"):
        for ending in listed("endings", infinitive):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                yield word[: -len(ending)] + infinitive


def _er(stem: str, ending: str) -> Iterator[str]:
    """The infinitives in -er a stem may come from: « mange- », « commenç- », « emploi- », « achèt- », « appell- »."""
    if stem.endswith("ge") and ending[:1] in "aâo":
        yield stem[:-1] + "er"
    elif stem.endswith("ç"):
        yield stem[:-1] + "cer"
    elif stem.endswith("i") and len(stem) > 2 and stem[-2] in "oua":
        yield stem[:-1] + "yer"
    yield stem + "er"
    match = re.search(r"è([^aeiouyéèê]{1,2})$", stem)
    if match:
        for vowel in "ée":
            yield f"{stem[: match.start()]}{vowel}{match[1]}er"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "lt":
        yield stem[:-1] + "er"
    if stem.endswith("e") and ending[:1] not in "aâo":
        yield stem[:-1] + "er"


@cache
def _families() -> tuple[tuple[str, str], ...]:
    """Ending of a form -> ending of the infinitive, for verbs whose stem changes."""
    pairs = tables.words("lemmas", "families").items()
    return tuple((form, infinitive) for infinitive, forms in pairs for form in forms.split())


@cache
def _irregular() -> Mapping[str, str]:
    """Irregular form -> its infinitives, separated by a space."""
    found: dict[str, list[str]] = {}
    for infinitive, forms in tables.words("lemmas", "forms").items():
        for form in (*forms.split(), infinitive):
            if infinitive not in found.setdefault(form, []):
                found[form].append(infinitive)
    return {form: " ".join(lemmas) for form, lemmas in found.items()}
