"""A quantity in its sentence: the noun it counts, the preposition before it, the verb it depends on, and how.

Knows grammar and numbers, nothing of names or facts. Where the shape of the sentence leaves a place unsure, it stays
None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Quantity
from quiz.facts.noun_phrases import counted_noun, phrase_stop
from quiz.facts.parsing import Token
from quiz.facts.value_words import words

Place = Literal["subject", "object", "bracket", "apposition", "none"]
"""What the quantity's phrase is: the subject of the verb after it, something in the clause of the verb before it, a
bracket
after a noun, set apart by commas, or none of these."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its grammar, in tokens of its sentence.

    `first` is where it begins, hedge and article included, and `stop` the token after it; `noun` the counted noun and
    `phrase_stop` where its phrase ends; `preposition` the word before it; `group` the verb it depends on; `governor`
    the
    nearest infinitive, participle or gerund between that verb and it, if any; `holder` the noun it is a complement of
    (« un budget de 3 millions », « une clause de 2 M€ »).
    """

    quantity: Quantity
    shape: Shape
    first: int
    start: int
    stop: int
    noun: int | None
    phrase_stop: int
    place: Place
    preposition: str
    group: VerbGroup | None
    governor: int | None
    holder: int | None

    @property
    def bare(self) -> bool:
        """A count or share with no noun of its own."""
        return self.noun is None and self.quantity.dimension in ("count", "share")

    def before(self, count: int = 1) -> str:
        """The words just before the phrase, in small letters."""
        return " ".join(t.lower_ for t in self.shape.tokens[max(0, self.first - count) : self.first])

    def after(self, count: int = 1) -> str:
        """The words just after the number, in small letters."""
        return " ".join(t.lower_ for t in self.shape.tokens[self.stop : self.stop + count])


_COUNTING = ("count", "share", "factor")
_DEFINITE = words("definite_before_number")


def measure(shape: Shape, quantity: Quantity) -> Measure | None:
    """The quantity in the shape of its sentence; None where the parser saw none of it (inside a masked quotation)."""
    sentence = shape.sentence
    outer = sentence.tokens(*quantity.outer)
    inner = sentence.tokens(quantity.span.start, quantity.span.end)
    if not inner or any(sentence.masks(token) and token.text == "cela" for token in inner):
        return None
    first, start, stop = min(outer[0].i, inner[0].i), inner[0].i, max(inner[-1].i, outer[-1].i) + 1
    noun = counted_noun(shape, stop) if quantity.dimension in _COUNTING else None
    if noun is None and quantity.dimension == "count" and _stands_for_noun(shape, stop):
        noun = stop
    if noun is not None and (_verb_between(shape, stop, noun) or _half_a_preposition(shape, noun)):
        noun = None
    if noun is not None and noun > stop and _not_counted(shape, quantity, stop, noun):
        noun = None
    end = phrase_stop(shape, noun) if noun is not None else _of_them(shape, stop)
    if noun is not None and _past_a_part(shape, noun + 1) > noun + 1:
        end = noun + 1
    first = _with_determiner(shape.tokens, first)
    preposition = _preposition(shape, first)
    place, group = _placed(shape, quantity, first, end, preposition)
    governor = _governor(shape, group, first) if place in ("object", "apposition") else None
    holder = _holder(shape, first, preposition)
    return Measure(quantity, shape, first, start, stop, noun, end, place, preposition, group, governor, holder)


def _half_a_preposition(shape: Shape, i: int) -> bool:
    """« a gagné 20 % *face au* dollar », « *grâce à* »: a noun that is none."""
    return shape.tokens[i].lower_ in ("face", "grâce", "suite", "quant") and (
        i + 1 < len(shape.tokens) and shape.tokens[i + 1].lower_ in ("à", "au", "aux")
    )


def _stands_for_noun(shape: Shape, i: int) -> bool:
    """« Plus de 130 *civils* ont péri »: people told by an adjective, right after a number."""
    if i + 1 >= len(shape.tokens) or shape.cats[i] not in ("adj", "other"):
        return False
    word = shape.tokens[i].text
    people = word.islower() and word.endswith("s") and word not in words("not_people")
    return people and len(word) > 4 and shape.cats[i + 1] in ("verb", "clit", "neg", "adp", "stop", "comma")


_COUNTS = frozenset({"nombre", "total", "montant", "taux", "prix", "effectif"})


def _not_counted(shape: Shape, quantity: Quantity, stop: int, noun: int) -> bool:
    """« une baisse de 12 700 du nombre d'inscrits », « 10 km de course et 40 de vélo »: nothing is counted by that."""
    if len(shape.tokens[noun].text) == 1:
        return True  # « GJ 1132 b »
    if shape.tokens[noun].lower_ in _COUNTS or shape.tokens[noun].lower_.endswith("ionième"):
        return True
    plain = (
        quantity.dimension == "count"
        and quantity.text.replace(" ", "").replace(",", "").replace("\u202f", "").isdigit()
    )
    return (
        plain
        and shape.tokens[stop].lower_ in ("de", "d'", "du")
        and (shape.cats[stop + 1] == "noun" or shape.tokens[stop + 1].text[:1].isupper())
    )


def _of_them(shape: Shape, stop: int) -> int:
    """« 72 % *d'entre eux* sont… »: a share of those just said."""
    after = [token.lower_ for token in shape.tokens[stop : stop + 3]]
    return stop + 3 if after[:2] == ["d'", "entre"] and after[2:] in (["eux"], ["elles"]) else stop


def _verb_between(shape: Shape, start: int, noun: int) -> bool:
    return any(cat in ("verb", "clit") for cat in shape.cats[start:noun])


def _with_determiner(tokens: Sequence[Token], first: int) -> int:
    """« les quelque 300 salariés », « seuls 15 % », « un total de 64 vols »: the words before belong to the phrase."""
    while first > 0 and tokens[first - 1].lower_ in _DEFINITE:
        first -= 1
    if (
        first > 2
        and tokens[first - 1].lower_ in ("de", "d'")
        and tokens[first - 2].lower_ in ("total", "nombre", "groupe")
    ):
        return first - 3 if tokens[first - 3].lower_ in ("un", "le") else first
    return first


def _preposition(shape: Shape, first: int) -> str:
    if first == 0:
        return ""
    token, cat = shape.tokens[first - 1], shape.cats[first - 1]
    return (
        token.lower_
        if cat == "adp" or token.lower_ in ("de", "d'", "à", "en", "des", "du", "au", "aux", "dont")
        else ""
    )


def _placed(shape: Shape, quantity: Quantity, first: int, end: int, preposition: str) -> tuple[Place, VerbGroup | None]:
    cats = shape.cats
    before = cats[first - 1] if first > 0 else "stop"
    if before == "open" and any(cat == "close" for cat in cats[end : end + 6]):
        return "bracket", None
    if preposition in ("", "dont", "parmi") and before in (
        "stop",
        "comma",
        "and",
        "sub",
        "mark",
        "rel",
        "adv",
        "close",
    ):
        group = subject_verb(shape, quantity, end)
        if group is not None:
            return "subject", group
    group = verb_before(shape, first)
    if group is not None:
        return "object", group
    if before in ("comma", "mark"):
        return "apposition", None
    return "none", None


def subject_verb(shape: Shape, quantity: Quantity, end: int) -> VerbGroup | None:
    """The verb whose subject ends at token `end`, insertions between commas or dashes passed over."""
    cats, i = shape.cats, _past_a_part(shape, end)
    for _ in range(2):
        if i < len(cats) and cats[i] == "adv":
            i += 1
        if i < len(cats) and cats[i] in ("comma", "mark") and shape.group_of(i + 1) is None:
            closing = next((k for k in range(i + 1, min(len(cats), i + 30)) if cats[k] == cats[i]), None)
            if closing is None:
                return None
            i = closing + 1
    group = shape.group_of(i) if i < len(cats) else None
    if group is None or group.first != i or group.inverted:
        return None
    singular = quantity.high <= 2 or quantity.unit == "fraction" or quantity.text.lower().startswith(("un ", "une "))
    return group if group.number == "p" or singular else None


def _past_a_part(shape: Shape, end: int) -> int:
    """« 55 élèves *dont 44 mineurs* | ont été entendus »: the token after a part that is told between a count and its
    verb; else `end`."""
    cats = shape.cats
    if end + 2 >= len(cats) or shape.tokens[end].lower_ != "dont":
        return end
    group = next((g for g in shape.groups if g.first > end), None)
    if group is None or group.first - end > _PART_TOLD or group.number != "p":
        return end
    told = cats[end + 1 : group.first]
    return group.first if not {"comma", "stop", "rel", "sub", "pron", "clit", "and"} & set(told) else end


_PART_TOLD = 8


def verb_before(shape: Shape, first: int) -> VerbGroup | None:
    """The verb in whose clause token `first` stands: the last one before it with no end of clause between."""
    cats = shape.cats
    for group in reversed(shape.groups):
        if group.stop > first:
            continue
        between = cats[group.stop : first]
        only = only_that(shape, group, first)
        ties = [i for i in range(group.stop, first) if cats[i] in ("sub", "rel") and i != only]
        if "stop" in between or ties:
            return None
        if between.count("comma") > 3:
            return None
        return group
    return None


def only_that(shape: Shape, group: VerbGroup, first: int) -> int | None:
    """« n'atteint *que* 41 % », « ne tire *qu'*à 56 000 exemplaires »: the word that makes the denial a limit, right
    before the figure or its preposition; None where there is none."""
    if not group.negated or first < 2:
        return None
    tokens = shape.tokens
    denied = {tokens[i].lower_ for i in range(group.first, min(group.stop + 1, len(tokens)))}
    near = next((i for i in (first - 1, first - 2) if tokens[i].lower_ in ("que", "qu'")), None)
    plain = not denied & {"pas", "plus", "jamais", "guère"} and near is not None and near >= group.stop
    return near if plain else None


def _governor(shape: Shape, group: VerbGroup | None, first: int) -> int | None:
    """The nearest infinitive, gerund or participle before the phrase and after its verb, in the same stretch."""
    start = group.stop if group is not None else 0
    for i in range(first - 1, start - 1, -1):
        if shape.cats[i] in ("inf", "ger"):
            return i
        if shape.cats[i] == "part" and i > start and shape.cats[i - 1] not in ("det",):
            return i
    return None


def _holder(shape: Shape, first: int, preposition: str) -> int | None:
    """The noun that « de » or « à » ties the quantity to: « un budget de 3 millions », « films à 2
    millions ».
    """
    if preposition not in ("de", "d'", "à") or first < 2:
        return None
    i = first - 2
    while i >= 0 and shape.cats[i] in ("adj", "adv"):
        i -= 1
    if i >= 0 and shape.cats[i] in ("noun", "name"):
        return i
    if i > 1 and shape.cats[i] == "inf" and shape.tokens[i - 1].lower_ == "à" and shape.cats[i - 2] == "noun":
        return i - 2  # « un manque à gagner de 150 millions »
    if i >= 0 and shape.cats[i] == "part" and i > 0 and shape.cats[i - 1] in ("noun",):
        return i - 1
    return None


__all__ = ["Measure", "Place", "measure", "only_that", "subject_verb", "verb_before"]
