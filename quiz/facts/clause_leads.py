"""What stands before a clause and belongs to its claim: when, where, says who, of which base.

Connectors are left out, what cannot be kept or left out safely makes the whole lead None. Knows no question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.clause_pieces import Piece, lowered, piece, text_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.value_context import subject_span
from quiz.facts.value_words import phrases, words


def leading(shape: Shape, first: int, groups: Sequence[VerbGroup]) -> Piece | None:
    """What stands before the clause's first phrase and belongs to its claim: time, place, source, base.

    Connectors (« en outre ») are left out. None where something stands there that cannot be kept or left out safely.
    """
    start = 0
    before = [g for g in groups if g.stop <= first]
    based = _based(shape, first)
    if based is not None:
        return based
    if before:
        boundary = _boundary(shape, before[-1].stop, first)
        if boundary is None:
            return None
        if shape.cats[boundary] == "sub" and shape.tokens[boundary].lower_ in ("que", "qu'"):
            contrast = boundary > 0 and shape.tokens[boundary - 1].lower_ in ("tandis", "alors")
            if not contrast:
                return _said_by(shape, before[-1], boundary, first)
        start = boundary + 1
    reason = next((k for k in range(first - 1, start - 1, -1) if shape.cats[k] == "sub"), None)
    if reason is not None and shape.tokens[reason].lower_ in ("puisque", "puisqu'", "car"):
        start = reason + 1  # « C'est un défi, puisque la station a une masse de 400 tonnes »
    start = max([start, *(k + 1 for k in range(start, first) if shape.cats[k] == "stop")])
    kept: list[str] = []
    stands = True
    for segment in _segments(shape, start, first):
        said = _kept(shape, segment)
        if said is None:
            return None
        if said.text:
            kept.append(said.text)
            stands = stands and said.stands
    opening = _opening(shape) if before else None
    if opening is not None and opening.text not in kept:
        kept.insert(0, opening.text)
        stands = stands and opening.stands
    return Piece(", ".join(kept), True, stands)


def _based(shape: Shape, first: int) -> Piece | None:
    """« Parmi les firmes qui ont…, » right before the clause: the base of a share, its relative clause and all."""
    if first < 3 or shape.cats[first - 1] != "comma":
        return None
    opener = next((i for i in range(first - 2, -1, -1) if shape.cats[i] == "comma" or i == 0), 0)
    opener += 1 if shape.cats[opener] == "comma" else 0
    if (
        shape.tokens[opener].lower_ not in ("parmi", "sur")
        or first - opener > 32
        or "verb" not in shape.cats[opener:first]
    ):
        return None
    return piece(shape, range(opener, first - 1))


def _boundary(shape: Shape, start: int, first: int) -> int | None:
    """The token that parts the clause around `first` from the verb before it."""
    cats = shape.cats
    hard = [
        k
        for k in range(start, first)
        if cats[k] in ("stop", "sub", "mark") or (cats[k] == "and" and _starts_clause(shape, k, first))
    ]
    if hard:
        return hard[-1]
    soft = [k for k in range(start, first) if cats[k] == "comma"]
    return soft[0] if soft else None


def _starts_clause(shape: Shape, k: int, first: int) -> bool:
    return first - k <= 8 and not any(c in ("noun", "name") for c in shape.cats[k + 1 : first] if c == "verb")


def without_asides(shape: Shape, start: int, stop: int) -> list[int]:
    """The tokens but for brackets with a comma inside: « à Tignes (Savoie, France), »."""
    out, i = [], start
    while i < stop:
        closing = next((k for k in range(i, stop) if shape.cats[k] == "close"), None)
        if shape.cats[i] == "open" and closing is not None and "comma" in shape.cats[i:closing]:
            i = closing + 1
            continue
        out.append(i)
        i += 1
    return out


def _segments(shape: Shape, start: int, stop: int) -> list[list[int]]:
    out: list[list[int]] = [[]]
    for i in without_asides(shape, start, stop):
        if shape.cats[i] in ("comma", "mark", "stop"):
            out.append([])
        else:
            out[-1].append(i)
    return [segment for segment in out if segment]


def _kept(shape: Shape, segment: list[int]) -> Piece | None:
    """One stretch before the clause: kept, left out (empty text), or None where neither is safe."""
    while segment and (
        shape.cats[segment[0]] == "and"
        or shape.tokens[segment[0]].lower_ in ("que", "qu'", "tandis", "alors", "seuls", "seules")
    ):
        segment = segment[1:]
    if not segment:
        return Piece("")
    said = piece(shape, segment)
    flat = said.text.lower().replace("’", "'")
    if flat in phrases("connectors") or _TURNS_THE_PAGE.fullmatch(flat):
        return Piece("")
    if opener_unsafe(shape, segment):
        return None
    if re.search(r"(?<!la )\bsemaine (?:dernière|prochaine)", flat):
        said = Piece(said.text, True, False)
    verbs = any(shape.cats[i] in ("verb", "rel") or shape.tokens[i].lower_ in words("relatives") for i in segment)
    opener = shape.tokens[segment[0]].lower_
    if _DATE.fullmatch(flat):
        return said
    if opener in ("parmi", "sur") and len(segment) <= 30:
        return said
    if verbs or len(segment) > 16:
        return None
    if opener in words("lead_openers") or opener in words("weekdays"):
        return said
    if shape.cats[segment[0]] == "adv" and len(segment) <= 2:
        return Piece("") if flat in words("empty_adverbs") else said
    return None


_TURNS_THE_PAGE = re.compile(
    r"(?:(?:dans|pour) le reste de l'actualité|dans les autres (?:actualités|informations|nouvelles)"
    r"|(?:mais |et )?voilà|ailleurs dans l'actualité|en bref)"
)
"""« Dans le reste de l'actualité, la mairie publie deux lettres », « Mais voilà, l'indice perd 3 % »."""
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DATE = re.compile(rf"(?:\d{{1,2}}|1er) (?:{_MONTH})(?: \d{{4}})?")
"""« Ce lundi matin, 13 février, … »: a day set beside another word for it."""


def opener_unsafe(shape: Shape, segment: list[int]) -> bool:
    """« Sans abri et lié à… »: a description of somebody, not a time, a place or a source."""
    return shape.tokens[segment[0]].lower_ in ("sans", "avec") and any(
        shape.cats[i] in ("and", "part", "adj") for i in segment
    )


def _opening(shape: Shape) -> Piece | None:
    """The sentence's own opening of time or source, which holds for all its clauses: « En 2016, … et … »."""
    segments = _segments(shape, 0, len(shape.tokens))
    segment = next(
        (s for s in segments if text_of(shape, s).lower().replace("’", "'") not in phrases("connectors")), []
    )
    if not segment or segment[-1] + 1 >= len(shape.cats) or shape.cats[segment[-1] + 1] != "comma":
        return None
    opener = shape.tokens[segment[0]].lower_
    if opener in ("parmi", "sur"):
        return piece(shape, segment)
    said = _kept(shape, segment)
    timed = opener in ("en", "selon", "d'après", "d'", "au", "depuis", "le", "entre") and len(segment) <= 12
    return said if said is not None and said.text and timed else None


def _said_by(shape: Shape, group: VerbGroup, boundary: int, first: int) -> Piece | None:
    """« L'agence estime que 300 personnes… »: the claim is the agency's, so « selon l'agence » leads in."""
    if group.lemma not in words("saying_verbs") or group.negated:
        return None
    span = subject_span(shape, group)
    if span is None or shape.tokens[span[0]].lower_ in words("pronouns") or span[1] - span[0] > 10:
        return None
    who = piece(shape, range(*span))
    own = [said for segment in _segments(shape, boundary + 1, first) if (said := _kept(shape, segment)) is not None]
    return Piece(
        ", ".join([f"selon {lowered(shape, span[0], who.text)}", *(s.text for s in own if s.text)]), True, who.stands
    )
