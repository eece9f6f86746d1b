"""A clause that somebody is reported to have said: which tokens it has, and where it ends.

Knows the marks and words at which a claim may be left without losing any of it; who says it is found elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.cues import Cue
from quiz.facts.frames import Frame
from quiz.facts.parsing import Token
from quiz.facts.speech import speech_form

FEWEST, MOST = 6, 45
"""Words a clause has: with fewer it says nothing, with more nobody follows it."""
_ON_THE_SIDE = re.compile(
    r",? (?:et|mais|ou) (?:que |qu')|, (?:que |qu')|,? tandis que |,? alors que "
    r"|,? ce qui |, ce que |,? (?:tout )?en (?:\w+ant)\b|;"
    r"|,? (?:ajoutant|précisant|soulignant|rappelant|estimant|affirmant|expliquant|déclarant|indiquant|assurant"
    r"|notant)\b|, (?:selon|d'après) |,? avant (?:de|d') ?\w+|, ?(?:mais|car|or) | (?:mais|car|or) "
    r"|, et (?:a|ont|s'est|se sont|il|elle|ils|elles) | et (?:a|ont|avait|s'est) (?:\w+ )?\w+[ée] "
    r"|, (?:dit|dit-on|a-t-il|a-t-elle|ont-ils|ajoute|précise)\b"
)
"""Where something else begins that the clause does not need."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause by its tokens, `first` to `after` (exclusive), the cue of who says it, and how it was found."""

    first: int
    after: int
    cue: Cue
    rule: str


def clause_end(frame: Frame, first: int) -> int | None:
    """The token after the clause's last: at the end of the sentence, or before what the clause does not need."""
    doc = frame.doc
    if first >= len(doc):
        return None
    start, text = doc[first].idx, doc.text
    cut = None
    for match in re.finditer(r" ?: ", text[start:]):
        token = frame.token_at(start + match.end())
        if frame.within(token) is not None and frame.within(token - 1) is None:
            cut = start + match.start()  # « … n'est pas sûr : « il tremble » »: two sayings
            break
    for match in _ON_THE_SIDE.finditer(text, start + 1, cut if cut is not None else len(text)):
        token = frame.token_at(match.start() + 1)
        if frame.within(token) is None:
            cut = match.start()
            break
    for at in range(first + FEWEST, len(doc) - 1):
        form = speech_form(doc[at + 1].text, "finite") if doc[at].text in ("et", ",") else None
        with_object = at + 2 < len(doc) and doc[at].text == "et" and doc[at + 2].pos_ in ("DET", "SCONJ")
        said = form is not None and (doc[at + 1].pos_ == "VERB" or (form.strong and with_object))
        if said and frame.within(at) is None and (cut is None or doc[at].idx < cut):
            cut = doc[at].idx
            break
    for held in frame.held:
        remark = [token.text for token in doc[held.after : held.after + 2]] == [",", "qui"]
        if remark and held.first >= first and (cut is None or doc[held.after].idx < cut):
            cut = doc[held.after].idx  # « … « est en otage », qui veut … »: the article goes on
            break
    after = len(doc) if cut is None else frame.token_at(cut - 1) + 1
    opened = text.rfind("(", start, doc[after - 1].idx + 1)
    if opened > text.rfind(")", start, doc[after - 1].idx + len(doc[after - 1].text)):
        after = frame.token_at(opened)
    while after > first and _hangs(doc[after - 1]) and frame.within(after - 1) is None:
        after -= 1
    return after if after > first else None


def _hangs(token: Token) -> bool:
    """Can a clause not end here: a mark, « même si », « et », « de »?"""
    hanging = token.pos_ in ("CCONJ", "SCONJ", "ADP", "DET") or token.text.lower() in ("même", "qui", "dont", "où")
    mark = token.is_punct and token.text not in ("%", "€", "$", "£", ")", "»")
    return mark or token.is_space or hanging
