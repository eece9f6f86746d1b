"""Who said it: questions on quotations, from the rungs of the ladder that name a speaker surely enough to be asked.

Shows the words verbatim, cut only between sentences or clauses and only with […]; what a speaker's sex or own name
gives away is left to the gates. Knows nothing of how a speaker is found.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import quoted
from quiz.deck import Bilingual
from quiz.facts.fact import Quotation

FEWEST = 6
"""Fewer words might be anybody's."""
MOST = 40
_ELLIPSIS = "[…]"
_NAMELESS = ("unnamed", "several", "same-unnamed", "")
_PRONOUNS = re.compile(r"(?:je|j'|il|elle|on|nous|ils|elles)\b", re.I)


def candidates(fact: Quotation, article: Article) -> list[Candidate]:
    """« Qui a dit : … ? » as a choice and typed; empty where the speaker has no name or the words are too few."""
    del article
    if fact.quote_type != "direct" or not fact.speaker or not _is_name(fact.speaker) or fact.step in _NAMELESS:
        return []
    shown = shown_words(fact.words)
    if shown is None:
        return []
    stem = f"{_stem(fact, shown)}\u00a0: {quoted(shown)}\u202f?"
    kind = "organisation" if fact.speaker_kind == "organisation" else f"person:{fact.gender}".rstrip(":")
    answer = ruled(fact.speaker, fact.speaker)
    sides = {
        "question": Bilingual(stem),
        "answer": answer,
        "construction": "who-said",
        "focus": (fact.speaker,),
        "features": {"fragment": float(_is_fragment(shown)), "cut": float(_ELLIPSIS in shown)},
    }
    return [
        Candidate(fact=fact, form="choice", distractor_type=kind, **sides),  # type: ignore[arg-type]
        Candidate(fact=fact, form="text", accept=_other_names(fact), **sides),  # type: ignore[arg-type]
    ]


def _stem(fact: Quotation, shown: str) -> str:
    """A whole sentence is said; a piece of one is words that somebody used, so that the stem stays true of it."""
    if _is_fragment(shown):
        return "De quel média ou de quelle organisation sont ces mots" if _is_body(fact) else "De qui sont ces mots"
    return "Quel média ou quelle organisation a déclaré" if _is_body(fact) else "Qui a dit"


def _is_body(fact: Quotation) -> bool:
    return fact.speaker_kind == "organisation"


def _is_fragment(shown: str) -> bool:
    """« des signes encourageants dans toutes les régions » opens in the middle of the speaker's sentence."""
    first = next((c for c in shown if c.isalpha()), "")
    return first.islower()


def _is_name(speaker: str) -> bool:
    """A name, not a phrase kept as the article writes it (« la maison », « un porte-parole »)."""
    return speaker[0].isupper() and not _PRONOUNS.match(speaker)


def _other_names(fact: Quotation) -> tuple[str, ...]:
    """What may be typed for a person: the surname alone, and the name as the article has it beside the words."""
    names = [fact.speaker.split()[-1]] if fact.speaker and fact.speaker_kind == "person" else []
    written = fact.speaker_as_written
    if written and _is_name(written) and len(written.split()) <= 4:
        names.append(written)
    return tuple(name for name in dict.fromkeys(names) if name != fact.speaker and len(name) > 2)


def shown_words(words: str) -> str | None:
    """The words to show: all of them where they are few enough, else the longest run of whole sentences, else the
    sentence's first clauses with […]; None where too few would be left."""
    plain = re.sub(r"\s+", " ", words).strip()
    if _count(plain) <= MOST:
        return plain if _count(plain) >= FEWEST else None
    sentences = re.split(r"(?<=[.!?…])\s+(?=[«“\"A-ZÀ-Ý])", plain)
    runs = [
        (at, " ".join(sentences[at:to]))
        for at in range(len(sentences))
        for to in range(at + 1, len(sentences) + 1)
        if FEWEST * 2 <= _count(" ".join(sentences[at:to])) <= MOST
    ]
    if runs:
        at, run = max(runs, key=lambda item: (_count(item[1]), -item[0]))
        return f"{_ELLIPSIS} {run}" if at else f"{run} {_ELLIPSIS}"
    clauses = [match.start() for match in re.finditer(r"(?<=[,;:])\s", sentences[0])]
    ends = [end for end in clauses if FEWEST * 2 <= _count(sentences[0][:end]) <= MOST]
    return f"{sentences[0][: ends[-1]].rstrip(' ,;:')} {_ELLIPSIS}" if ends else None


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))
