"""Frames of figures that a noun holds away from the main verb: « s'échappe avec une avance de 8 minutes », « écope
d'une amende de 4 000 euros », « le budget de huit milliards voté par le Congrès ».

Comes after the readings of the clause itself. See `value_frames` for what the pieces mean. Refuses a noun that nobody
could ask for by its measure, and one that its own words do not tell.
"""

from __future__ import annotations

import re
from typing import Literal

from quiz.facts.clause_pieces import Piece, following, piece
from quiz.facts.clauses import Shape
from quiz.facts.fact import Frame
from quiz.facts.frame_subjects import known_subject, stated
from quiz.facts.measures import Measure
from quiz.facts.value_adjuncts import without_connectors
from quiz.facts.value_context import Context
from quiz.facts.value_who import verb_pieces

NO_FRAME = Frame()
_TIED = frozenset({"comma", "rel", "ger", "open", "sub", "verb", "mark", "stop", "neg", "num"})
_LONGEST = 14
_DIMENSIONS = ("money", "duration", "length", "speed", "share")


def span_frame(m: Measure, context: Context) -> Frame:
    """The first of these readings that the noun before the figure allows."""
    if m.holder is None or m.preposition not in ("de", "d'") or m.quantity.role or m.quantity.bound == "range":
        return NO_FRAME
    if m.quantity.dimension not in _DIMENSIONS or m.quantity.vague or m.noun is not None:
        return NO_FRAME
    frame = _with_noun(m, context)
    return frame if frame.construction else _told_amount(m, context)


_ASKED_HOW = {
    ("pour", "duration"), ("avec", "duration"), ("à", "money"), ("à", "duration"), ("de", "money"), ("d'", "money"),
    ("de", "duration"), ("d'", "duration"), ("avec", "speed"), ("par", "money"), ("pour", "money"),
}  # fmt: skip
_HELD = re.compile(
    r"(?:amende|peine|pénalité|suspension|mandat|contrat|prêt|prime|bourse|don|aide|subvention|avance|retard|écart|mission"
    r"|mise à pied|bail|salaire|caution|rançon|dette|bonus|indemnité|durée|période|montant|somme|vents?|rafales)$"
)


def _with_noun(m: Measure, context: Context) -> Frame:
    """« S a écopé d'une amende de 4 000 euros », « S part avec une avance de 8 minutes sur Ada Morin »: the noun goes
    to the front with its preposition."""
    group, shape, holder = m.group, m.shape, m.holder
    if group is None or holder is None or not stated(group) or m.place != "object" or group.tense == "fut":
        return NO_FRAME
    det = next((i for i in range(holder - 1, group.stop - 1, -1) if shape.cats[i] != "adj"), group.stop)
    if (
        det <= group.stop
        or shape.tokens[det].lower_ not in ("un", "une")
        or not _HELD.match(shape.tokens[holder].lower_)
    ):
        return NO_FRAME
    link, said = det - 1, shape.tokens[det - 1].lower_
    if (said, m.quantity.dimension) not in _ASKED_HOW:
        return NO_FRAME
    between = without_connectors(shape, list(range(group.stop, link)))
    if len(between) > _LONGEST or _TIED & {shape.cats[i] for i in between} or "inf" in {shape.cats[i] for i in between}:
        return NO_FRAME
    who = known_subject(m, group, context)
    tokens, whole = following(shape, m.stop)
    if who is None or (tokens and shape.cats[tokens[0]] in ("and", "noun", "name", "num", "verb")):
        return NO_FRAME
    label, middle = piece(shape, range(det + 1, m.first - 1)), piece(shape, between, owner=group.number)
    rest = piece(shape, tokens, owner=group.number)
    if not rest.stands and shape.tokens[holder].lower_ in ("avance", "retard", "écart"):
        rest = Piece("")
    clitics, finite, tail, _ = verb_pieces(m, group, group.stop)
    gender: Literal["m", "f"] = "f" if shape.tokens[det].lower_ == "une" else "m"
    return Frame(
        construction="held",
        lead=who.lead.text,
        subject=who.text,
        population=label.text,
        rest=" ".join(text for text in (middle.text, rest.text) if text),
        resolved=who.stands and all(p.stands for p in (who.lead, label, middle, rest)),
        preposition=said,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,
        asked_gender=gender,
        verb=group.tense,
        time="" if whole else "cut",
    )


_AMOUNT = frozenset({"budget", "coût", "montant", "prix", "chiffre", "déficit", "bénéfice", "investissement", "dette"})


def _told_amount(m: Measure, context: Context) -> Frame:
    """« Le budget originel de huit milliards voté par le Congrès risque d'être dépassé »: how much it was, told by who
    voted, granted or announced it."""
    del context
    shape, holder = m.shape, m.holder
    if holder is None or m.quantity.dimension != "money" or shape.tokens[holder].lower_ not in _AMOUNT:
        return NO_FRAME
    det = next((i for i in range(holder - 1, -1, -1) if shape.cats[i] != "adj"), 0)
    article = shape.tokens[det].lower_
    if article not in ("le", "la", "l'") or m.stop + 3 >= len(shape.tokens):
        return NO_FRAME
    said = _by_whom(shape, m.stop)
    if not said:
        return NO_FRAME
    label, told = piece(shape, range(holder - (holder - det - 1), m.first - 1)), piece(shape, said)
    space = "" if article.endswith("'") else " "
    return Frame(
        construction="amounts-to",
        subject=f"{article}{space}{label.text} {told.text}",
        resolved=label.stands and told.stands,
        preposition="à",
        clitics="s'",
        finite="élevait",
        pronoun="elle" if article == "la" else "il",
    )


def _by_whom(shape: Shape, start: int) -> range:
    """« voté par le Congrès américain »: the tokens of a participle and of who has done it; empty where there are none
    or nobody is told."""
    i = start + 2
    if i >= len(shape.cats) or shape.cats[start] != "part" or shape.tokens[start + 1].lower_ != "par":
        return range(0)
    first = i
    while i < len(shape.cats) and shape.cats[i] in ("det", "adj"):
        i += 1
    head = i
    while i < len(shape.cats) and shape.cats[i] in ("noun", "name", "adj") and (i == head or shape.cats[i] != "noun"):
        i += 1
    named = any(shape.tokens[k].text[:1].isupper() for k in range(first, i))
    told = named or any(shape.cats[k] == "adj" for k in range(head + 1, i))
    return range(start, i) if told and head < i else range(0)


__all__ = ["span_frame"]
