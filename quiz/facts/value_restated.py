"""A figure's sentence made fit to be shown alone: whom the pronoun or « la société » that opens it stands for, and
which clause after the figure it can do without.

Only where the article makes it sure; what stays unsure is marked, and nothing is replaced inside quotation marks.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import Shape
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, subject_span
from quiz.facts.value_subjects import resolve_pronoun
from quiz.facts.value_words import words

Restated = tuple[tuple[int, int, str], ...]
"""What to put instead of the article's characters from, to: (start, end, name); "" where they are left out."""


def restated(m: Measure, context: Context) -> Restated:
    """The names to put into the sentence and the clause to leave out of it."""
    return (*_named(m, context), *_body_named(m, context), *_left_out(m))


def _left_out(m: Measure) -> Restated:
    """« … emploie 51 personnes à Metz *et le maire veut un autre site* »: another statement after the figure's, in a
    long sentence. Never « mais », nor what says who says so."""
    shape = m.shape
    if m.group is None or len(shape.tokens) < _LONG or shape.tokens[-1].text not in (".", "!", "…"):
        return ()
    for i in range(m.phrase_stop, len(shape.tokens) - 3):
        word, after = shape.tokens[i].lower_, shape.tokens[i + 1].lower_
        inside = sum((cat == "open") - (cat == "close") for cat in shape.cats[:i])
        if inside or shape.cats[i] not in ("and", "comma", "stop"):
            continue
        other = next((g for g in shape.groups if g.first > i), None)
        if other is None:
            return ()
        opens = i + 1 if shape.cats[i] != "comma" or after != "et" else i + 2
        span = subject_span(shape, other)
        own = span is not None and span[0] == opens and shape.cats[opens] in ("det", "name")
        one = span is not None and shape.tokens[span[0]].lower_ not in ("les", "des", "ces", "ses", "leurs")
        own = own and not (other.number == "p" and one)  # « …, Ada Morin et Lise Roux refusent »
        contrast = shape.cats[i] == "comma" and after in ("tandis", "alors")
        parted = shape.cats[i] == "stop" and word == ";"
        if contrast or parted or (own and word in ("et", ",") and (word == "et" or after == "et")):
            rest = shape.text(i, len(shape.tokens)).lower()
            if word == "mais" or re.search(
                r"\b(?:selon|d['’]après|mais|sauf|sinon|respectivement|celui|celle)\b", rest
            ):
                return ()
            return ((shape.sentence.at(shape.tokens[i]), shape.sentence.at(shape.tokens[-1]), ""),)
    return ()


_LONG = 24
"""Tokens of a sentence from which a clause after the figure's is left out."""


def _body_named(m: Measure, context: Context) -> Restated:
    """« La société a levé 3 millions » in an article about Gazouillis, the last body named before."""
    shape = m.shape
    first = shape.groups[0] if shape.groups else None
    span = subject_span(shape, first) if first is not None else None
    if span is None or span[1] - span[0] != 2 or shape.tokens[span[0]].lower_ not in ("le", "la", "l'"):
        return ()
    if shape.tokens[span[0] + 1].lower_ not in words("body_nouns"):
        return ()
    start, end = shape.sentence.at(shape.tokens[span[0]]), shape.sentence.end_of(shape.tokens[span[0] + 1])
    body = context.reading.entities.focus_before(start, ("organisation", "product", "other"))
    if body is None or body.name != context.topic or not re.match(r"[A-ZÀ-Þ]", body.name):
        return ()
    return ((start, end, body.name),)


def _named(m: Measure, context: Context) -> Restated:
    """The first subject pronoun of the sentence with the name it stands for, where no name of the sentence is before
    it."""
    i = opening_pronoun(m.shape)
    if i is None:
        return ()
    name = resolve_pronoun(m, i, context)
    if name is None or not re.match(r"[A-ZÀ-Þ]", name) or name.isupper():
        return ()
    if " " not in name and name != context.topic:
        return ()  # one word alone is too often another's
    if _another_beside(m.shape, i, name, context):
        return ()
    token = m.shape.tokens[i]
    if token.lower_ in ("ils", "elles"):
        return ()  # several, and a name is one
    return ((m.shape.sentence.at(token), m.shape.sentence.end_of(token), name),)


def _another_beside(shape: Shape, i: int, name: str, context: Context) -> bool:
    """« Ada Morin a croisé Lise Roux. Elle a… »: somebody else of that gender in the sentence before."""
    number = shape.sentence.number
    if number < 1:
        return False
    before = context.reading.sentences[number - 1]
    gender = "f" if shape.tokens[i].lower_ == "elle" else "m"
    return any(
        x.entity.kind == "person" and x.entity.name != name and x.entity.gender in ("", gender) and not x.quoted
        for x in context.reading.entities.within(before.start, before.end)
    )


def opening_pronoun(shape: Shape) -> int | None:
    """The token of the first verb's subject, where it is « il » or « elle » and stands for somebody or something."""
    for group in shape.groups:
        span = subject_span(shape, group)
        if span is None and group.first > 0 and shape.tokens[group.first - 1].lower_ in ("il", "elle", "ils", "elles"):
            span = (group.first - 1, group.first)
        if span is None or span[1] - span[0] != 1:
            if span is not None and any(shape.cats[i] == "name" for i in range(*span)):
                return None
            continue
        word = shape.tokens[span[0]].lower_
        leaning = [shape.tokens[k].lower_ for k in range(group.first, group.finite)]
        there = (group.lemma == "avoir" and "y" in leaning) or group.lemma in words("impersonal_verbs")
        nobody = there or _says_that(shape, group.stop) or bool(_NOBODY.match(shape.text(group.first, group.stop)))
        if word == "il" and nobody:
            return None
        if word in ("il", "elle", "ils", "elles"):
            return None if (word == "il" and _HOUR.match(shape.seen)) or _told_before(shape, span[0]) else span[0]
        if word not in words("pronouns"):
            return None
    return None


_HOUR = re.compile(r"\s*Il (?:est|était) (?:environ |presque |à peine )?\d{1,2} ?h", re.IGNORECASE)
_OPENS = {
    "il": frozenset({"le", "l'", "un"}), "elle": frozenset({"la", "l'", "une"}), "ils": frozenset({"les", "des"}),
    "elles": frozenset({"les", "des"}),
}  # fmt: skip


def _told_before(shape: Shape, i: int) -> bool:
    """« La Belge Ada Morin, partie en tête, sait qu'elle… »: who, the sentence itself has opened with."""
    word = shape.tokens[i].lower_
    first = shape.tokens[0].lower_
    if i < 4 or not (first in _OPENS["il"] | _OPENS["elle"] | _OPENS["ils"] or shape.cats[0] == "name"):
        return False
    if word in ("ils", "elles"):
        return any(shape.tokens[k].lower_ in _OPENS[word] and shape.cats[k + 1] == "noun" for k in range(i - 2))
    return first in _OPENS[word]


_NOBODY = re.compile(
    r"(?:ne |n['’])?(?:s['’] ?agi\w*|(?:l['’]|lui |leur )?(?:a|avait|est|était|sera|fut) (?:été |aussi |ainsi )*"
    r"(?:révélé|indiqué|annoncé|précisé|décidé|établi|prouvé|convenu|estimé|rappelé|reproché|demandé|question|prévu))"
)
"""« il s'agit de deux hommes », « il a été révélé par un journal que », « il est indiqué »: nobody."""


def _says_that(shape: Shape, stop: int) -> bool:
    """« il est possible que », « il est prévu de »: nobody."""
    ahead = [t.lower_ for t in shape.tokens[stop : stop + 3]]
    return any(word in ("que", "qu'", "de", "d'") for word in ahead[:2]) and shape.tokens[stop - 1].lower_ in (
        "est",
        "était",
        "possible",
        "prévu",
        "question",
    )


def loose_possessive(shape: Shape) -> bool:
    """« 77 % des électeurs étaient favorables à son départ »: whose, another sentence says."""
    for i, token in enumerate(shape.tokens):
        if token.lower_ not in ("son", "sa", "ses") or shape.cats[i] != "det":
            continue
        before = range(i)
        owner = any(shape.cats[k] == "name" for k in before) or any(
            shape.tokens[k].lower_ in ("le", "la", "l'", "un", "une", "du", "au", "chaque") for k in before
        )
        if not owner and not _owner_follows(shape, i):
            return True
    return False


def _owner_follows(shape: Shape, i: int) -> bool:
    """« Lors de sa campagne, Lou Morin avait promis 300 noyers »: whose, the subject right after the comma says."""
    comma = next((k for k in range(i, len(shape.cats)) if shape.cats[k] == "comma"), None)
    opened = any(group.first < i for group in shape.groups)
    if comma is None or comma - i > 9 or opened or comma + 2 >= len(shape.cats):
        return False
    named = shape.cats[comma + 1] == "name"
    return named or (shape.tokens[comma + 1].lower_ in ("le", "la", "l'") and shape.cats[comma + 2] == "name")
