"""A French text as the rules for phrases read it, and the English phrases they make of it.

Cuts a text into words and tells whose « son » is; what the words mean is the other rules' affair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quiz.english import lexicon
from quiz.english.owners import owner
from quiz.english.tokens import Token, tokens, written

_INVERTED = re.compile(r"(.+?)-(?:t-)?(il|elle|ils|elles|on)", re.IGNORECASE)
FRONT = {"à": "at", "de": "of", "en": "in", "dans": "in", "sur": "on", "avec": "with", "pendant": "for",
          "durant": "for", "par": "by", "après": "after", "depuis": "since", "pour": "for", "contre": "against",
          "jusqu'à": "up to", "chez": "with", "vers": "towards", "sous": "under", "devant": "in front of",
         "parmi": "among", "derrière": "behind", "entre": "between"}  # fmt: skip
WHO = {"qui": "who", "quand": "when", "où": "where", "pourquoi": "why", "comment": "how"}
QUEL = frozenset({"quel", "quelle", "quels", "quelles"})
WHICH = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})
OPENINGS = frozenset({*QUEL, *WHO, *WHICH, "combien", "que"})


_DAYS = frozenset({"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """English of a noun phrase. `person`, where its noun is for people; `name`, where it is one; `place` likewise.
    `bare`: its article goes where nothing follows (« la santé »); `open`: its noun wants more (« accès à »)."""

    text: str
    plural: bool = False
    person: bool = False
    name: bool = False
    place: bool = False
    bare: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A French text and its words; `kept` are names known to stay as they are, `owner` whose « son » is, if known."""

    written: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    kept: frozenset[str] = frozenset()
    owner: str = ""

    def __hash__(self) -> int:
        return hash((self.written, self.owner))

    def span(self, start: int, end: int) -> str:
        """The words from `start` to `end` as the text has them."""
        return written(self.written, self.tokens[start:end])


_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_ORDINAL = re.compile(r"\b(\d+) (e|er|ère|ème)\b")
_ELIDED = re.compile(r"\b([dljmnsDLcC]|[Qq]u)' ")


_BARE = re.compile(
    r"\bE(tats?|cologie|ducation|conomie|nergie|gypte|thiopie|quateur|mirats|glise|lysée|cosse|galité)\b"
)
"""Words whose capital is written without its accent."""


@lru_cache(4096)  # the names a deck keeps are made plain for each of its questions
def plain(text: str) -> str:
    """A French text with plain spaces and apostrophes."""
    text = text.replace("’", "'").replace("ʼ", "'")
    text = _SPACES.sub(" ", text).strip()
    text = _BARE.sub(r"É\1", text)  # « l'Etat », « le ministère de l'Ecologie »
    return _ELIDED.sub(r"\1'", _ORDINAL.sub(r"\1\2", text))


@lru_cache(256)
def read(french: str, kept: frozenset[str]) -> Text:
    """The words, inverted pronouns cut off their verbs: « a-t-elle » is « a » and <elle>."""
    found: list[Token] = []
    for token in tokens(french):
        match = _INVERTED.fullmatch(token.text)
        if match and match[1].lower() in lexicon.forms():
            cut = token.start + len(match[1])
            found += [Token(match[1], token.start, cut), Token(f"<{match[2]}>", cut, token.end)]
        else:
            found.append(token)
    if found and (first := found[0].text) and first[0].isupper() and _is_small(first.lower()):
        found[0] = Token(first[0].lower() + first[1:], found[0].start, found[0].end, found[0].second)
        french = first[0].lower() + french[1:] if found[0].start == 0 else french
    words = tuple(token.text for token in found)
    return Text(french, tuple(found), words, kept, owner(words))


def _is_small(word: str) -> bool:
    if (
        word in _DAYS
        or word in OPENINGS
        or word in FRONT
        or word in ("le", "la", "les", "l'", "au", "vers", "selon", "un", "une")
    ):
        return True
    return any(key[0] == word for table in ("prepositions", "fixed", "determiners", "adverbs")
               for key in lexicon.phrases("words", table))  # fmt: skip


def joined(*parts: str) -> str:
    """The parts that are any, with one space between and none before a mark."""
    text = " ".join(part for part in parts if part)
    return re.sub(r" ([,)])", r"\1", text)
