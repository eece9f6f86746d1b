"""Verbs of saying: their forms, made by rule from a list of infinitives, and the shape of an inserted clause.

Knows words only: who speaks is found in `speakers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quiz.facts.lexicon import lines

Kind = Literal["finite", "participle", "gerund", "infinitive"]

_IRREGULAR = {
    # infinitive: present singular and plural, imperfect stem, simple past singular and plural, participle, stem of -ant
    "dire": ("dit", "disent", "dis", "dit", "dirent", "dit", "dis", "dir"),
    "redire": ("redit", "redisent", "redis", "redit", "redirent", "redit", "redis", "redir"),
    "écrire": ("écrit", "écrivent", "écriv", "écrivit", "écrivirent", "écrit", "écriv", "écrir"),
    "décrire": ("décrit", "décrivent", "décriv", "décrivit", "décrivirent", "décrit", "décriv", "décrir"),
    "lire": ("lit", "lisent", "lis", "lut", "lurent", "lu", "lis", "lir"),
    "rire": ("rit", "rient", "ri", "rit", "rirent", "ri", "ri", "rir"),
    "sourire": ("sourit", "sourient", "souri", "sourit", "sourirent", "souri", "souri", "sourir"),
    "croire": ("croit", "croient", "croy", "crut", "crurent", "cru", "croy", "croir"),
    "prévoir": ("prévoit", "prévoient", "prévoy", "prévit", "prévirent", "prévu", "prévoy", "prévoir"),
    "vouloir": ("veut", "veulent", "voul", "voulut", "voulurent", "voulu", "voul", "voudr"),
    "faire": ("fait", "font", "fais", "fit", "firent", "fait", "fais", "fer"),
    "conclure": ("conclut", "concluent", "conclu", "conclut", "conclurent", "conclu", "conclu", "conclur"),
    "émouvoir": ("émeut", "émeuvent", "émouv", "émut", "émurent", "ému", "émouv", "émouvr"),
    "résoudre": ("résout", "résolvent", "résolv", "résolut", "résolurent", "résolu", "résolv", "résoudr"),
    "requérir": ("requiert", "requièrent", "requér", "requit", "requirent", "requis", "requér", "requerr"),
    "démentir": ("dément", "démentent", "dément", "démentit", "démentirent", "démenti", "dément", "démentir"),
    "déduire": ("déduit", "déduisent", "déduis", "déduisit", "déduisirent", "déduit", "déduis", "déduir"),
    "traduire": ("traduit", "traduisent", "traduis", "traduisit", "traduisirent", "traduit", "traduis", "traduir"),
}  # fmt: skip
_LIKE = (
    # ending of the infinitive -> endings in the same order
    ("dire", ("dit", "disent", "dis", "dit", "dirent", "dit", "dis", "dir")),
    ("tenir", ("tient", "tiennent", "ten", "tint", "tinrent", "tenu", "ten", "tiendr")),
    ("venir", ("vient", "viennent", "ven", "vint", "vinrent", "venu", "ven", "viendr")),
    ("suivre", ("suit", "suivent", "suiv", "suivit", "suivirent", "suivi", "suiv", "suivr")),
    ("prendre", ("prend", "prennent", "pren", "prit", "prirent", "pris", "pren", "prendr")),
    ("mettre", ("met", "mettent", "mett", "mit", "mirent", "mis", "mett", "mettr")),
    ("aindre", ("aint", "aignent", "aign", "aignit", "aignirent", "aint", "aign", "aindr")),
    ("eindre", ("eint", "eignent", "eign", "eignit", "eignirent", "eint", "eign", "eindr")),
    ("endre", ("end", "endent", "end", "endit", "endirent", "endu", "end", "endr")),
    ("ondre", ("ond", "ondent", "ond", "ondit", "ondirent", "ondu", "ond", "ondr")),
    ("aître", ("aît", "aissent", "aiss", "ut", "urent", "u", "aiss", "aîtr")),
)
_DOUBLING = ("rappeler", "appeler", "interpeller", "grommeler")


@dataclass(frozen=True, slots=True)
class Form:
    """A verb form: the infinitive it comes from, what sort of form it is, and how strong a cue the verb is."""

    lemma: str
    kind: Kind
    strength: Literal["strong", "weak", "apart"]

    @property
    def strong(self) -> bool:
        """Does the verb by itself announce speech?"""
        return self.strength != "weak"


def _irregular(verb: str) -> tuple[str, ...] | None:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    for ending, endings in _LIKE:
        if verb.endswith(ending):
            stem = verb[: -len(ending)]
            return tuple(stem + e for e in endings)
    return None


def _forms(verb: str) -> Iterable[tuple[str, Kind]]:
    """All forms of the third person that a newspaper uses, with participles, gerund and infinitive."""
    yield verb, "infinitive"
    irregular = _irregular(verb)
    if irregular:
        one, many, imperfect, past_one, past_many, participle, ant, future = irregular
        yield from ((f, "finite") for f in (one, many, imperfect + "ait", imperfect + "aient", past_one, past_many))
        yield from _future(future)
        yield from _agreeing(participle)
        yield ant + "ant", "gerund"
    elif verb.endswith("er"):
        yield from _first_group(verb)
    elif verb.endswith("ir"):
        stem = verb[:-1]
        yield from ((stem + e, "finite") for e in ("t", "ssent", "ssait", "ssaient", "rent"))
        yield from _future(verb)
        yield from _agreeing(stem)
        yield stem + "ssant", "gerund"


def _future(stem: str) -> Iterable[tuple[str, Kind]]:
    for ending in ("a", "ont", "ait", "aient"):
        yield stem + ending, "finite"


def _agreeing(participle: str) -> Iterable[tuple[str, Kind]]:
    for ending in ("", "e", "es") if participle.endswith("s") else ("", "e", "s", "es"):
        yield participle + ending, "participle"


def _first_group(verb: str) -> Iterable[tuple[str, Kind]]:
    stem = verb[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    mute = stem
    if verb in _DOUBLING:
        mute = stem.rstrip("l") + "ll"
    elif re.search(r"é[^aeiouéèyâêîôû]{1,2}$", stem):
        mute = re.sub(r"é([^é]{1,2})$", r"è\1", stem)
    elif re.search(r"[^aeiou]e[lvnrtmc]$", stem):
        mute = re.sub(r"e([lvnrtmc])$", r"è\1", stem)
    elif stem.endswith("oy") or stem.endswith("uy"):
        mute = stem[:-1] + "i"
    yield from ((mute + e, "finite") for e in ("e", "ent"))
    yield from ((soft + e, "finite") for e in ("ait", "aient", "a"))
    yield stem + "èrent", "finite"
    yield from _future(mute + "er")
    yield from _agreeing(stem + "é")
    yield soft + "ant", "gerund"


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Form -> what it may be; « dit » is both finite and a participle."""
    table: dict[str, dict[tuple[str, str], Form]] = {}
    for row in lines("speech_verbs"):
        group, _, verbs = row.partition(":")
        strength: Literal["strong", "weak", "apart"] = (
            "weak" if group == "weak" else "apart" if group == "apart" else "strong"
        )
        for verb in verbs.split():
            for form, kind in _forms(verb):
                known = table.setdefault(form, {})
                known.setdefault((verb, kind), Form(verb, kind, strength))
    return {form: tuple(found.values()) for form, found in table.items()}


def speech_form(word: str, *kinds: Kind) -> Form | None:
    """What verb of saying the word is a form of, as one of these kinds (any, if none is named)."""
    for form in forms().get(word.lower(), ()):
        if not kinds or form.kind in kinds:
            return form
    return None


@cache
def participle_of(verb: str) -> str:
    """The participle of a verb of saying, as « a … » has it: "annoncer" -> "annoncé", "dire" -> "dit"."""
    return next(form for form, kind in _forms(verb) if kind == "participle")


PRONOUN = r"(?:ils|elles|il|elle|on)"


_BY_THE_WAY = (
    r"(?:(?:d'ailleurs|aussi|également|encore|alors|ainsi|notamment|en effet|pour sa part|de son côté|ensuite|déjà"
    r"|récemment|hier|enfin|toujours) )?"
)
_INCISE = re.compile(
    rf"(?:,|[?!.…])\s+(?:(?:l'|s'|m'|se |lui |leur )?(?:a|ont|avait|avaient|est|sont)-(?:t-)?{PRONOUN}\s+(?P<a>\w+)"
    rf"|(?:l'|s'|m'|se |lui |leur )?(?P<b>\w+)-(?:t-)?{PRONOUN}\b"
    rf"|{PRONOUN} (?:l'|s'|lui |leur )?(?:a|ont|avait|avaient) (?P<c>\w+)"
    rf"|(?:l'|s'|lui |leur )?(?:a|ont|avait|avaient) (?P<d>\w+) {_BY_THE_WAY}(?:M\. |Mme |le |la |l')?[A-ZÀ-Ý]"
    rf"|(?:s'|lui |leur )?(?P<e>\w+) {_BY_THE_WAY}(?:M\. |Mme )?[A-ZÀ-Ý])"
)


def find_incise(text: str, start: int, end: int) -> int | None:
    """Where an inserted clause begins, at its mark: « , a-t-il dit », « ? demande-t-elle », « . il a insisté »."""
    for found in _INCISE.finditer(text[start:end].replace("’", "'")):
        word = next(w for w in found.groups() if w)
        if speech_form(word, "finite" if found["b"] or found["e"] else "participle"):
            return start + found.start()
    return None
