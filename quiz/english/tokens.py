"""A French phrase cut into words, contractions undone (« au » is « à le »), each knowing where it stands.

Refuses to know what the words mean.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"aujourd'hui|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'"
    r"|\d+(?: \d{3})+(?:,\d+)?(?![\d])|\d+(?:[.,]\d+)*(?:[hH](?:\d\d)?)?(?=[^\w]|$)"
    r"|[^\W_](?:[\w.&+]*[\w+])?(?:[-/'](?=\w)[\w.&]*\w)*|\S",
    re.IGNORECASE,
)
_ELIDED = {"d'": "de", "qu'": "que", "s'": "se", "n'": "ne", "lorsqu'": "lorsque",
           "puisqu'": "puisque"}  # fmt: skip
CONTRACTED = {"au": ("à", "le"), "aux": ("à", "les"), "du": ("de", "le"), "des": ("de", "les"),
               "auquel": ("à", "lequel"), "auxquels": ("à", "lesquels"), "auxquelles": ("à", "lesquelles"),
               "duquel": ("de", "lequel"), "desquels": ("de", "lesquels"),
               "desquelles": ("de", "lesquelles")}  # fmt: skip


class Token(NamedTuple):
    """A word, elision undone; `second`: it is the article of a contraction, whose place in the text it shares."""

    text: str
    start: int
    end: int
    second: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a phrase whose spaces and apostrophes are plain."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        pair = CONTRACTED.get(match[0]) or CONTRACTED.get(match[0].lower() if not found else "")
        if pair:
            found += [Token(pair[0], match.start(), match.end()), Token(pair[1], match.start(), match.end(), True)]
        else:
            found.append(Token(_ELIDED.get(match[0].lower(), match[0]), match.start(), match.end()))
    return tuple(found)


def cut(text: str) -> tuple[str, ...]:
    """What `tokens` says the words are. Words with single spaces, as nearly all word lists have, need no pattern."""
    parts = text.split(" ")
    if all(map(str.isalpha, parts)) and CONTRACTED.keys().isdisjoint(parts) and parts[0].lower() not in CONTRACTED:
        return tuple(parts)
    return tuple([token.text for token in tokens(text)])


def written(text: str, words: tuple[Token, ...]) -> str:
    """These words as the text has them; the second half of a contraction as its article."""
    if not words:
        return ""
    if words[0].second:
        rest = text[words[0].end : words[-1].end] if len(words) > 1 else ""
        return words[0].text + rest
    if len(words) > 1 and not words[-1].second and words[-1].text == "à" and words[-1].end - words[-1].start > 1:
        return f"{text[words[0].start : words[-2].end]} à"
    return text[words[0].start : words[-1].end]
