"""Which marked stretches are no speech: titles, names, slogans, words mentioned or held with tongs.

Judges by the words before the mark, the length, and how strongly a cue announced speech.
"""

from __future__ import annotations

import re

from quiz.facts.frames import Held
from quiz.facts.lexicon import words

_DUBBED = "appelé nommé baptisé intitulé surnommé titré rebaptisé dénommé labellisé estampillé"
_PARTICIPLES = "|".join(stem + "(?:s|e|es)?" for stem in _DUBBED.split())
_NAMED_AS = re.compile(rf"\b(?P<noun>[\w-]+) ?:? ?(?:de |d' ?|du |des )?(?:(?:{_PARTICIPLES}) )?$")
_CALLED = re.compile(
    rf"\b(?:{_PARTICIPLES}|signifie|signifiant|traduit par|alias|sobriquet|surnom)"
    r"(?: (?:de|comme|par|le|la|les|l'))? ?:? ?$"
    r"|(?<!\ba )(?<!\bont )(?<!avait )(?<!avaient )\bdit(?:s|e|es)? (?:de |des |du |le |la |les )?$"
)
_CHANTED = re.compile(
    r"\b(?:chant|scand|cri|entonn|brandiss|arbor)\w*(?: (?:de|des|le slogan|les slogans|une pancarte))? ?:? ?$"
)
_SURE = ("incise-pronoun", "incise-verb", "incise-source", "signature", "et-de")


def no_speech(flat: str, held: Held, rule: str) -> bool:
    """Is the stretch no speech, although a cue was found?"""
    mark = held.mark
    inner = flat[mark.start : mark.end]
    count = len(re.findall(r"[\w'-]+", inner))
    before = flat[max(0, mark.outer_start - 60) : mark.outer_start].rstrip(" ") + " "
    if count < 2 or (not re.search(r"[a-zà-ÿ]{2}", inner) and rule not in _SURE):
        return True  # but « ON SE REVERRA AU TRIBUNAL », a-t-il écrit
    sentence = re.match(r"[A-ZÀ-Ý]", inner) and inner.rstrip()[-1:] in ".!?…"
    whole = before.rstrip().endswith(":") and (sentence or count >= 7)
    if count <= 9 and rule not in _SURE[:2] and not whole and (named_thing(before) or _CALLED.search(before)):
        return True
    if count <= 3 and rule in ("source", "incise-source") and _AFTER_ARTICLE.search(before) and inner[:1].islower():
        return True  # « Selon l'armée, un « conseil de paix » serait au pouvoir »
    if count <= 8 and _CHANTED.search(before):
        return True
    if count <= 8 and rule not in _SURE and _term(flat, held, before, inner):
        return True
    if title_case(inner) and rule not in _SURE:
        return True
    return count < _least(inner, before, rule)


_AFTER_ARTICLE = re.compile(
    r"(?:\b(?:le|la|les|un|une|des|du|aux?|ces?|cet|cette)(?: \w*(?:ier|ière|ième|eau|elle|seul|seule))?|l') $",
    re.IGNORECASE,
)
_SPELT_OUT = re.compile(r"\bà savoir\b[^.;:]*$")


def _term(flat: str, held: Held, before: str, inner: str) -> bool:
    """A noun phrase behind an article that is a term: one that brackets put in other words (« le premier « deep green
    cave » (grotte vert profond) connu »), or a member of a list that spells something out (« à savoir le droit à
    l'eau et la « liberté de circuler sur le fleuve » »)."""
    if not _AFTER_ARTICLE.search(before) or any(word in inner.split() for word in ("je", "nous", "qui", "que", "est")):
        return False
    glossed = flat[held.mark.outer_end : held.mark.outer_end + 2].lstrip().startswith("(")
    longer = flat[max(0, held.mark.outer_start - 200) : held.mark.outer_start]
    return glossed or _SPELT_OUT.search(longer) is not None


def _least(inner: str, before: str, rule: str) -> int:
    """How many words a stretch needs to be taken for speech, given how it is introduced."""
    if rule in _SURE:
        return 2
    if before.rstrip().endswith(":") or re.search(r"\b(?:que|qu') $|\bqu'$", before):
        return 3
    if re.match(r"[A-ZÀ-Ý(\[]", inner) and inner.rstrip()[-1:] in ".!?…":
        return 3
    return 3 if rule.startswith(("verb", "source", "agent")) else 4


def named_thing(before: str) -> bool:
    """« le film », « l'opération », « la chanson »: what stands between marks after such a noun is a name; what is said
    of « ce film » is not."""
    match = _NAMED_AS.search(before)
    pointed = match is not None and re.search(r"\b(?:ce|cet|cette) $", before[: match.start()]) is not None
    return bool(match and not pointed and match["noun"].lower() in words("title_nouns"))


def title_case(inner: str) -> bool:
    """« Before You Exit »: every longer word has a capital."""
    longer = [w for w in re.findall(r"[^\W\d_][\w'-]*", inner) if len(w) > 3]
    return len(longer) >= 2 and all(w[0].isupper() for w in longer)
