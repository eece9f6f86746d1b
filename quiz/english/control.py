"""Verbs that say who is to do what, or who is said by whom to have done it: « permettre aux élèves de sortir »,
« accusé par son voisin d'avoir menti ».

Knows the verbs of `data/control.toml` and that the somebody stands between the verb and the infinitive. Refuses to know
how either of them is put into English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quiz.english import lexicon, tables, verbs
from quiz.english.texts import joined

if TYPE_CHECKING:
    from quiz.english.clauses import Grammar


@dataclass(frozen=True, slots=True)
class _Control:
    """`to`: « à » stands before the somebody; `link` before the infinitive. English: the verb, what leads the other."""

    to: bool
    link: str
    verb: str
    lead: str
    gerund: bool


@cache
def _controls() -> dict[str, tuple[_Control, ...]]:
    found: dict[str, list[_Control]] = {}
    for french, english in tables.words("control", "control").items():
        verb, _, link = f"{french} ".partition(" . ")
        name, _, to = verb.partition(" ")
        said, _, lead = f"{english} ".partition(" . ")
        link, lead = link.strip(), lead.strip()
        gerund = lead.endswith("+ing")
        found.setdefault(name, []).append(_Control(bool(to), link, said, lead.removesuffix("+ing").strip(), gerund))
    return {name: tuple(given) for name, given in found.items()}


def controlled(grammar: Grammar, verb: verbs.Verb, end: int, aside: str = "") -> Iterator[tuple[str, str]]:
    """The English verb and all that follows it: "allow", "the pupils to leave". « a permis aux élèves de sortir ».
    `aside` is what stood right after the verb: « a demandé mardi aux élèves »."""
    words = grammar.text.words
    if verb.reflexive:
        return
    for control in _controls().get(verb.name, ()):
        begin = verb.end
        opening = "par" if verb.passive else "à" if control.to else ""
        if opening:
            if words[begin : begin + 1] != (opening,):
                continue
            begin += 1
        if verb.passive and control.to:
            continue  # « a été demandé aux élèves »
        for cut in range(begin + 1, end - bool(control.link)):
            if control.link and words[cut] != control.link:
                continue
            done = grammar.to_do(cut + bool(control.link), end, gerund=control.gerund)
            somebody = _somebody(grammar, begin, cut) if done else None
            if done and somebody:
                yield control.verb, joined("by" if verb.passive else "", somebody, aside, control.lead, done)


_TO_AMOUNTS = frozenset({"chiffrer", "estimer", "évaluer", "fixer", "limiter", "porter", "ramener", "réduire"})
"""What is done to so much: « réduit la dette à 5 % »."""
_HANDING = frozenset({"accorder", "adresser", "apporter", "attribuer", "confier", "donner", "livrer", "offrir",
                      "prêter", "remettre", "transmettre", "vendre", "verser"})  # fmt: skip


def to_nobody(verb: verbs.Verb, frame: lexicon.Frame) -> bool:
    """Whether « à » after the verb must lead in somebody who receives it."""
    return frame.tail == ("à",) and not frame.infinitive and not verb.reflexive and verb.name in _HANDING


def takes_some(verb: verbs.Verb, frame: lexicon.Frame, words: tuple[str, ...]) -> bool:
    """Whether « des » after the verb is some of what it is done to: « expulse des diplomates », not from them."""
    if verb.passive or verb.reflexive or frame.tail != ("de",) or words[verb.end + 1 : verb.end + 2] != ("les",):
        return False
    return f"{verb.name} . de" in tables.words("control", "giving")


def given(grammar: Grammar, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
    """« a expulsé les manifestants de la gare », « remet le prix au vainqueur »: who or what, and then what of them."""
    words = grammar.text.words
    if verb.passive or verb.reflexive:
        return
    for french, english in tables.words("control", "giving").items():
        name, _, link = french.partition(" . ")
        if name != verb.name:
            continue
        said, _, lead = english.partition(" . ")
        for cut in range(verb.end + 1, end - 1):
            if words[cut] != link:
                continue
            if link == "à" and words[cut + 1][:1].isdigit() != (name in _TO_AMOUNTS):
                continue
            if link == "à" and name not in (_TO_AMOUNTS | _TO) and not grammar.receives(cut + 1, end):
                continue
            if any(form.tense == "participle" for form in lexicon.forms().get(words[cut - 1], ())):
                continue  # « a expulsé des diplomates accusés d'espionnage »
            if set(words[verb.end : cut]) & _ELSEWHERE:
                continue  # « a expulsé les manifestants au rond-point de la gare »
            something = _somebody(grammar, verb.end, cut)
            rest = grammar.run(cut + 1, end, "prep") if something else None
            if something and rest:
                yield said, joined(something, lead, rest)


_TO = frozenset({"comparer", "consacrer", "dédier", "préférer"})
"""Verbs whose « à » is never where something is done."""
_ELSEWHERE = frozenset({"à", "sur", "dans", "devant", "en", "qui", "que", "où", "près", "lors"})
"""Words behind which « de » belongs to something else than the verb."""


def made(grammar: Grammar, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
    """« a fait de la sécurité un enjeu »: "make", "security an issue"."""
    words = grammar.text.words
    if verb.name != "faire" or verb.passive or words[verb.end : verb.end + 1] != ("de",):
        return
    for cut in range(verb.end + 2, end - 1):
        some = words[cut : cut + 2] == ("de", "les")
        if words[cut] in ("un", "une", "son", "sa", "le", "la", "leur") or some:
            thing = grammar.nominal(verb.end + 1, cut)
            what = grammar.nominal(cut + 2 * some, end, many=some or None) if thing is not None else None
            if thing is not None and what is not None:
                yield "make", f"{thing.text.replace(' and of ', ' and ')} {what.text}"


def _somebody(grammar: Grammar, start: int, end: int) -> str | None:
    """Who it is; « des élèves » is some of them."""
    some = grammar.text.words[start : start + 2] == ("de", "les")
    found = grammar.nominal(start + 2, end, many=True) if some else grammar.nominal(start, end)
    return found.text if found is not None else None
