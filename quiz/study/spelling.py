"""Words as they are typed: what to forgive, and what makes another word. It knows no cards and no figures.

Case, hyphens, apostrophes, outer punctuation and a leading article never count. Accents are forgiven but for those that
make another word; letters, by how many of them are wrong in how many.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from quiz.typography import fold

_NOT_WORD = re.compile(r"[^\w]+")
_LEADING = frozenset({"le", "la", "les", "l", "un", "une", "des", "the", "an", "cest", "c", "est", "its", "it"})
_TITLES = frozenset(
    {"docteur", "dr", "m", "madame", "mademoiselle", "mlle", "mm", "mme", "monsieur", "mr", "mrs", "ms"}
)
_NO_OTHER = re.compile(r"(?:(?:[ie]|au)té|^(?:bonté|café|fierté|liberté|santé|volonté|été))s?$")
"""Nouns in é without which there is no word in e: qualité, société, beauté."""


def words(text: str) -> list[str]:
    """The words of a text in small letters, accents kept; punctuation, case, titles and a leading article left out."""
    text = unicodedata.normalize("NFC", text).casefold().replace("œ", "oe").replace("æ", "ae")
    found = [word for word in _NOT_WORD.sub(" ", text).replace("_", " ").split() if fold(word) not in _TITLES]
    while len(found) > 1 and found[0] in _LEADING:
        del found[0]
    return found


def folded(text: str) -> list[str]:
    """The same words without their accents."""
    return [fold(word) for word in words(text)]


def other_word(expected: str, typed: str) -> bool:
    """Whether the accents that differ make another word: ou for où, sur for sûr, mange for mangé, but not metier for
    métier nor qualite for qualité. Names are written with a capital in `expected`, and their accents are forgiven."""
    wanted, given = _kept(expected), _kept(typed)
    if len(wanted) != len(given):
        return False
    for word, shown in zip(wanted, given, strict=True):
        small, other = word.casefold(), shown.casefold()
        if small == other or fold(small) != fold(other):
            continue
        family = _lookalikes(fold(small)) | {f"{one}s" for one in _lookalikes(fold(small).removesuffix("s"))}
        if {small, other} <= family:
            return True
        if not word[0].isupper() and not any(_NO_OTHER.search(form) for form in (small, other)):
            stem, last = small.removesuffix("s"), other.removesuffix("s")
            if {stem[-1:], last[-1:]} == {"e", "é"}:
                return True
    return False


def distance(one: str, other: str, limit: int) -> int:
    """How many letters to change, add, drop or swap with their neighbour to get from one word to the other; anything
    above `limit` is given as `limit + 1`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, above[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def slips(length: int) -> int:
    """How many letters may be wrong in a text of so many: none in three, one in seven, two in fourteen, then three."""
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 15 else 3


def _kept(text: str) -> list[str]:
    """The words with their capitals, in the places `words` gives them."""
    text = unicodedata.normalize("NFC", text)
    for ligature, letters in (("œ", "oe"), ("æ", "ae"), ("Œ", "Oe"), ("Æ", "Ae")):
        text = text.replace(ligature, letters)
    found = [word for word in _NOT_WORD.sub(" ", text).replace("_", " ").split() if fold(word) not in _TITLES]
    while len(found) > 1 and found[0].casefold() in _LEADING:
        del found[0]
    return found


@cache
def _pairs() -> dict[str, frozenset[str]]:
    body = (Path(__file__).parent / "lookalikes.txt").read_text(encoding="utf-8")
    rows = [row.split() for row in body.splitlines() if row and not row.startswith("#")]
    return {fold(row[0]): frozenset(row) for row in rows}


def _lookalikes(folded_word: str) -> frozenset[str]:
    return _pairs().get(folded_word, frozenset())
