"""Noun phrases in a sentence's shape: the noun a number counts, where its phrase ends, the subject of a verb.

Knows grammar and nothing of facts; where two readings are open it answers None.
"""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.parsing import Token


def word_stop(tokens: Sequence[Token], i: int) -> int:
    """The token after the word at `i`, its hyphenated parts included: « ronds-points »."""
    stop = i + 1
    while (
        stop + 1 < len(tokens)
        and tokens[stop].text == "-"
        and not tokens[stop - 1].whitespace_
        and not tokens[stop].whitespace_
    ):
        stop += 2
    return stop


def counted_noun(shape_: Shape, after: int) -> int | None:
    """The noun that a number ending before token `after` counts, or None: « 30 petites firmes », « un million
    d'enfants ».

    A preposition other than « de » means that the number stands alone.
    """
    tokens, cats = shape_.tokens, shape_.cats
    i, linked = after, False
    while i < len(tokens) and i < after + 6:
        word = tokens[i].lower_
        if cats[i] in ("noun", "name"):
            return i
        if word in ("de", "d'", "des", "du", "de la", "de l'") and not linked and i == after:
            linked = True
        elif (
            (
                linked
                and word
                in (
                    "la",
                    "le",
                    "les",
                    "l'",
                    "ces",
                    "ses",
                    "leurs",
                    "nos",
                    "cette",
                    "son",
                    "sa",
                    "une",
                    "un",
                )
            )
            or cats[i] == "adj"
            or (cats[i] in ("part", "num") and i > after)
            or word in ("autres", "mêmes", "premiers")
        ):
            pass
        else:
            return None
        i += 1
    return None


def phrase_stop(shape_: Shape, head: int, *, relatives: bool = True) -> int:
    """Where the noun phrase of noun `head` ends: its adjectives, complements, participles and relative clauses are in
    it.

    Stops before the verb the phrase could be the subject of, a comma, a coordination of clauses, or a new statement.
    """
    tokens, cats = shape_.tokens, shape_.cats
    i = head + 1
    while i < len(tokens):
        cat = cats[i]
        if cat in ("comma", "stop", "sub", "close", "mark", "verb", "clit", "neg"):
            break
        if cat == "open":
            closing = next((k for k in range(i, len(tokens)) if cats[k] == "close"), None)
            if closing is None:
                break
            i = closing + 1
            continue
        if cat == "rel":
            if not relatives:
                break
            i = _relative_stop(shape_, i)
            continue
        if cat == "and" and not _joins_nouns(shape_, i):
            break
        i += 1
    while i > head + 1 and cats[i - 1] in ("adp", "det", "adv", "and", "open", "pron"):
        i -= 1
    return i


def _relative_stop(shape_: Shape, i: int) -> int:
    """Where the relative clause that begins at `i` ends: after its verb group and what follows it, before the next
    verb.
    """
    group = next((g for g in shape_.groups if g.first >= i), None)
    if group is None:
        return i + 1
    j = group.stop
    cats = shape_.cats
    while j < len(shape_.tokens) and cats[j] not in ("comma", "stop", "verb", "clit", "neg", "sub", "close", "mark"):
        if cats[j] == "and" and not _joins_nouns(shape_, j):
            break
        if cats[j] == "rel":
            return _relative_stop(shape_, j)
        j += 1
    return j


def _joins_nouns(shape_: Shape, i: int) -> bool:
    """Whether the « et » at `i` joins two nouns rather than two clauses: no verb comes before the next stop."""
    cats = shape_.cats
    for j in range(i + 1, min(len(cats), i + 9)):
        if cats[j] in ("verb", "clit", "neg"):
            group = shape_.group_of(j)
            before = cats[i + 1 : j]
            return group is not None and any(c in ("noun", "name") for c in before) and group.number == "p"
        if cats[j] in ("comma", "stop", "close", "sub", "rel"):
            return True
    return True


def subject_head(shape_: Shape, group: VerbGroup) -> Token | None:
    """The noun or pronoun that is the subject of a verb group, by the parse first, else the nearest noun before it."""
    tokens = shape_.tokens
    for at in dict.fromkeys((group.main, group.finite)):
        for child in tokens[at].children:
            if child.dep_ in ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj") and child.i < group.finite:
                fits = shape_.cats[child.i] in ("noun", "name", "pron", "rel", "adj", "det", "other", "num")
                if fits and tokens[child.i].lower_ not in ("y", "-", "%"):
                    return child
    return None
