"""Figures that take up what the one before them measures: « 70 % des Français l'approuvent, 78 % auprès des cadres,
contre 47 % en 2015 », « la moitié de la dotation, soit 417 000 euros ».

Looks at the words between two figures of one sentence and after the second; refuses a series with a verb in it, and
knows no construction but what the first figure was read as.
"""

from __future__ import annotations

import re

from quiz.facts.clause_pieces import lowered
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context, Named, subject_span
from quiz.facts.value_dimensions import measuring
from quiz.facts.value_phrases import bare, complement, joined, noun_tokens, of, phrase_before, said

_LINKS = frozenset({"contre", "et", "puis", "ou", "dont", ",", ";", "comme"})
_BETWEEN = frozenset({
    "comma", "and", "adp", "det", "noun", "name", "adj", "adv", "num", "part", "pron", "open", "close", "other", "rel",
})  # fmt: skip
_ALIKE = {"share": "share", "change": "share"}
_GROUP = re.compile(r"^(?:auprès|parmi|chez|du côté) ?(?:des |de la |de l'|de |d'|les |l[ea] |l')(?P<who>.+)$")
_PLACE = re.compile(
    r"^(?:pour|chez|en|au|à|aux|dans) ?(?:la |le |les |l')?(?P<who>[A-ZÀ-Þ][\w'.-]*(?: [A-ZÀ-Þ][\w'.-]*)*)$"
)


def series(m: Measure, context: Context) -> Named | None:
    """« une baisse de 0,3 % sur un mois et de 2,8 % sur l'année »: the second is « baisse sur l'année »."""
    if context.last is None:
        return None
    last, named = context.last
    if last.shape is not m.shape or not _linked(m, last) or not _same_kind(m, last):
        return None
    own = said(m.shape, complement(m.shape, m.stop if m.noun is None else m.phrase_stop))
    own = own or said(m.shape, _before(m))
    told = named.base or named.attribute
    owner = _other_owner(m, last)
    if owner:
        span = subject_span(last.shape, last.group) if last.group is not None else None
        first = lowered(last.shape, span[0], said(last.shape, range(*span))) if span is not None else ""
        attribute = told.replace(first, owner, 1) if first else told
        return Named("series", bare(owner), attribute, 0.7, {"series": 1.0}, base=told)
    other = _other_object(m, last)
    if other and not own:
        part, verb = told.split(" qui ", 1)[0], said(m.shape, range(last.group.first, last.group.stop))  # type: ignore[union-attr]
        return Named("series", named.entity, f"{part} qui {verb} {other}", 0.7, {"series": 1.0}, base=told)
    if m.quantity.dimension == "length" and re.match(r"(?:au|à) ", own):
        told = "distance"  # « à dix kilomètres de profondeur, à 280 km au sud de la ville »
    group, place = _GROUP.match(own), _PLACE.match(own)
    features = {**named.features, "series": 1.0}
    if group is not None and told.startswith("part "):
        attribute = (
            re.sub(r"^part .*?(?= qui )", f"part {of('les ' + group['who'])}", told)
            if " qui " in told
            else (joined(told, own))
        )
        return Named("series", context.standing(group["who"]), attribute, 0.75, features, base=told)
    attribute = joined(told, own)
    if place is not None:
        return Named("compared", place["who"].rstrip("."), attribute, 0.75, features, base=told)
    return Named("series", named.entity, attribute, 0.65 if own else 0.5, features, named.subject, base=told)


def _other_owner(m: Measure, last: Measure) -> str:
    """« La CFDT obtient 30 % des voix et *la CGT* 28 % »: the name that takes the place of the first subject."""
    shape = m.shape
    link = next((i for i in range(m.first - 1, last.stop, -1) if shape.cats[i] in ("and", "comma")), None)
    if link is None or last.place != "object" or m.preposition or not 1 <= m.first - 1 - link <= 4:
        return ""
    inside = shape.cats[link + 1 : m.first]
    if inside[0] not in ("det", "name") or inside[-1] != "name" or set(inside) - {"det", "name", "noun"}:
        return ""
    return said(shape, range(link + 1, m.first))


def _other_object(m: Measure, last: Measure) -> str:
    """« 23 % soutiennent le président et 26 % *le Premier ministre* »: the object that takes the place of the first."""
    shape, i = m.shape, m.stop
    if last.place != "subject" or last.group is None or last.quantity.dimension != "share" or i >= len(shape.cats):
        return ""
    head = next((k for k in range(i, min(i + 4, len(shape.cats))) if shape.cats[k] in ("noun", "name")), None)
    if shape.cats[i] != "det" or head is None or shape.cats[last.group.stop] != "det":
        return ""
    tokens = noun_tokens(shape, head)
    return said(shape, [*range(i, tokens[0]), *tokens])


def _linked(m: Measure, last: Measure) -> bool:
    """Whether nothing but complements, commas and « et » stands between two figures, the last of these right before
    the second."""
    shape = m.shape
    stop = m.first - 1 if m.preposition and m.preposition != "contre" else m.first
    between = range(last.stop, stop)
    if not between or len(between) > 30 or any(shape.cats[i] not in _BETWEEN for i in _unnumbered(m, last, between)):
        return False
    nearest = next((i for i in reversed(between) if shape.cats[i] != "adv"), between[0])
    if shape.tokens[nearest].lower_ in _LINKS:
        return True
    if _other_owner(m, last):
        return True
    opened = next((i for i in reversed(between) if shape.tokens[i].lower_ in ("et", ",", "contre")), None)
    return opened is not None and shape.cats[nearest] == "comma"


def _unnumbered(m: Measure, last: Measure, between: range) -> list[int]:
    """The tokens between two figures without « il y a », which is no verb of its own."""
    out = []
    depth = 0
    for i in between:
        depth += (m.shape.cats[i] == "open") - (m.shape.cats[i] == "close")
        if depth > 0:
            continue
        if [t.lower_ for t in m.shape.tokens[i : i + 3]] == ["il", "y", "a"]:
            continue
        ago = any([t.lower_ for t in m.shape.tokens[k : k + 3]] == ["il", "y", "a"] for k in (i - 1, i - 2))
        related = "rel" in m.shape.cats[last.stop : i] and m.shape.cats[i] in ("verb", "clit")
        own = related or (
            last.place == "subject" and last.group is not None and last.group.first <= i < last.group.stop
        )
        if not ago and not own and not last.first <= i < last.phrase_stop:
            out.append(i)
    return out


def _before(m: Measure) -> list[int]:
    """« …et, en Italie, 5 % »: what stands between the link and the figure."""
    shape, stop = m.shape, m.first - (1 if m.preposition else 0)
    if stop < 2 or shape.cats[stop - 1] != "comma":
        return []
    first = next((i for i in range(stop - 2, max(-1, stop - 8), -1) if shape.cats[i] in ("comma", "and")), None)
    inside = list(range(first + 1, stop - 1)) if first is not None else []
    return inside if inside and shape.cats[inside[0]] == "adp" else []


def _same_kind(m: Measure, last: Measure) -> bool:
    one, other = m.quantity, last.quantity
    if _ALIKE.get(one.dimension, one.dimension) != _ALIKE.get(other.dimension, other.dimension):
        return False
    if one.dimension == "count":
        return m.noun is None
    return m.noun is None or m.before(1) == "contre"


def _points(m: Measure) -> bool:
    return m.noun is not None and m.shape.tokens[m.noun].lower_ in ("point", "points")


def restating(m: Measure, context: Context) -> Named | None:
    """« la moitié de la dotation du prix, soit 417 000 euros », « la vitesse de l'amas, soit environ 630 km/s »."""
    shape = m.shape
    if m.first < 3 or shape.tokens[m.first - 1].lower_ != "soit" or m.place == "subject":
        return None
    if m.after(2) in ("de moins", "de plus") or _points(m):
        word = "écart"  # « 4 mètres, soit 2 mètres de moins que la baleine »
    end = m.first - 2 if shape.cats[m.first - 2] == "comma" else m.first - 1
    word, _ = measuring(m)
    if context.last is not None and context.last[0].shape is shape and (m.noun is None or _points(m)):
        last, named = context.last
        if last.phrase_stop >= end - 6:
            told = said(shape, range(last.first, end))
            if len(told.split()) <= 14:
                return Named("restated", named.entity, f"{word} ({told})", 0.7, {}, named.subject)
    phrase = bare(said(shape, phrase_before(shape, end - 1)))
    if (m.noun is not None and not _points(m)) or len(phrase) < 3:
        return None
    return Named("restated", context.standing(phrase), word if word not in phrase else phrase, 0.6)
