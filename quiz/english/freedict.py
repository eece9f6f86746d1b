"""FreeDict's French-English dictionary, read where a person has installed it (Debian: dict-freedict-fra-eng), never
bundled: it is under the GNU GPL. Reads the dictd format (an index beside a gzip file) with the standard library; knows
headwords as they are printed and refuses to guess what a word is a form of.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.gloss import Gender, PartOfSpeech
from quiz.typography import safe_text

NAMES = ("freedict-fra-eng", "fra-eng")
"""What the files are called without their endings: as Debian has them, and as FreeDict hands them out."""
BACK = ("freedict-eng-fra", "eng-fra")
"""The dictionary of the other direction, English to French."""
SYSTEM = ("/usr/share/dictd", "/usr/local/share/dictd", "/opt/homebrew/share/dictd")
"""Folders in which systems keep dictionaries."""
LARGEST = 64 * 1024 * 1024
"""Bytes of the unpacked dictionary, and of its index, that are read at most: the real one has half a megabyte."""
_DIGITS = {letter: at for at, letter in enumerate(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}  # fmt: skip
_HEAD = re.compile(r"(?P<word>[^/<]+?)\s*(?:/[^\n]*/)?\s*(?:<(?P<tags>[^<>]*)>)?\s*")
_SENSE = re.compile(r"(?:^|(?<=\s))\d\.\s+")
_PARTS: dict[str, PartOfSpeech] = {
    "n": "noun", "v": "verb", "vt": "verb", "vi": "verb", "adj": "adjective", "adv": "adverb", "prep": "preposition",
    "pron": "pronoun", "conj": "conjunction", "art": "article", "num": "number", "int": "interjection",
}  # fmt: skip
_GENDERS: dict[str, Gender] = {"masc": "m", "fem": "f"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A headword with its meanings: for each sense its glosses, best first."""

    headword: str
    pos: PartOfSpeech
    gender: Gender
    senses: tuple[tuple[str, ...], ...]


class FreeDict:
    """The dictionary in two files. Opening it costs nothing: the files are read at the first look."""

    def __init__(self, index: Path, body: Path) -> None:
        self.files = (index, body)
        self._index: Mapping[str, list[tuple[int, int]]] | None = None
        self._text = b""

    @classmethod
    def installed(cls, folders: Sequence[Path], names: Sequence[str] = NAMES) -> FreeDict | None:
        """The first one there is in `folders` (see `places`); None where there is none."""
        for folder in folders:
            for name in names:
                index = folder / f"{name}.index"
                for body in (folder / f"{name}.dict.dz", folder / f"{name}.dict"):
                    if index.is_file() and body.is_file():
                        return cls(index, body)
        return None

    def entries(self, headword: str) -> tuple[Entry, ...]:
        """What the dictionary has under exactly this headword, case, hyphens and apostrophes aside; () where it
        has nothing. A dictionary that cannot be read has nothing."""
        found = self._opened().get(_key(headword), ())
        return tuple(entry for at in found if (entry := _entry(self._text[at[0] : at[0] + at[1]])) is not None)

    def __contains__(self, headword: str) -> bool:
        return _key(headword) in self._opened()

    def __len__(self) -> int:
        return len(self._opened())

    def __iter__(self) -> Iterator[Entry]:
        """Every entry, in the order of the index."""
        for places in list(self._opened().values()):
            for start, length in places:
                entry = _entry(self._text[start : start + length])
                if entry is not None:
                    yield entry

    def _opened(self) -> Mapping[str, list[tuple[int, int]]]:
        if self._index is None:
            index, body = self.files
            try:
                self._text = _bytes_of(body)
                self._index = _places(_bytes_of(index))
            except (OSError, EOFError, zlib.error):
                self._text, self._index = b"", {}
        return self._index

    def digest(self) -> str:
        """A hash of both files, "" where they cannot be read: what is made with the dictionary depends on it."""
        try:
            return hashlib.sha256(b"".join(path.read_bytes() for path in self.files)).hexdigest()
        except OSError:
            return ""


def places(home: Path) -> tuple[Path, ...]:
    """Where a dictionary may be: the `dictionaries` folder beside the learner's history, then where systems put it."""
    return (home / "dictionaries", *(() if sys.platform == "win32" else map(Path, SYSTEM)))


def _bytes_of(path: Path) -> bytes:
    """A file's bytes, unpacked. Raises OSError where it is damaged or larger than any dictionary."""
    with path.open("rb") as raw:
        if raw.read(2) == b"\x1f\x8b":  # a .dict.dz is gzip with a table of its own, which gzip passes over
            raw.seek(0)
            with gzip.open(raw) as unpacked:
                data = unpacked.read(LARGEST + 1)
        else:
            raw.seek(0)
            data = raw.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError("too large")
    return data


def _places(index: bytes) -> dict[str, list[tuple[int, int]]]:
    """Where the entries of each headword begin and how long they are; a line that makes no sense is passed over."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in index.decode("utf-8", "replace").split("\n"):
        fields = line.split("\t")
        if len(fields) < 3 or fields[0].startswith(("00database", "00-database")):
            continue
        start, length = _number(fields[1]), _number(fields[2])
        if start is not None and length is not None and length < LARGEST:
            found.setdefault(_key(fields[0]), []).append((start, length))
    return found


def _number(text: str) -> int | None:
    """A number in dictd's base 64, most significant digit first: « BE » is 68."""
    value = 0
    for letter in text.strip():
        digit = _DIGITS.get(letter)
        if digit is None:
            return None
        value = value * 64 + digit
    return value if text.strip() else None


def _key(headword: str) -> str:
    """As the index has it: only letters, figures and spaces count (« abat-jour » stands under "abatjour"), and
    « coeur » is « cœur »."""
    plain = unicodedata.normalize("NFC", headword.casefold()).replace("œ", "oe").replace("æ", "ae")
    return " ".join("".join(char for char in plain if char.isalnum() or char.isspace()).split())


def _entry(raw: bytes) -> Entry | None:
    """An entry from its text: a line with the headword, its sound and its tags, then its senses.

    « banque /bɑ̃k/ <n, fem> » and under it « bank », or « 1. man, human being » and « 2. fellow ».
    """
    head, _, rest = safe_text(raw.decode("utf-8", "replace")).strip().partition("\n")
    match = _HEAD.fullmatch(head.strip())
    if match is None:
        return None
    tags = [tag.strip() for tag in (match["tags"] or "").split(",")]
    genders = {_GENDERS[tag] for tag in tags if tag in _GENDERS}
    senses = tuple(glosses for line in _senses(rest) if (glosses := _glosses(line)))
    if not senses:
        return None
    word = match["word"].strip()
    pos: PartOfSpeech = next((_PARTS[tag] for tag in tags if tag in _PARTS), "")
    return Entry(
        headword=word,
        pos="name" if pos == "noun" and word[:1].isupper() else pos,
        gender="mf" if len(genders) > 1 else next(iter(genders), ""),
        senses=senses,
    )


def _senses(text: str) -> Iterator[str]:
    """The senses, each on one line: a line that begins with no number goes on with the one before."""
    for sense in _SENSE.split(" ".join(text.split())):
        if sense.strip():
            yield sense


_LABEL = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}")
"""A remark beside a meaning: a field of use, what it is said of."""


def _glosses(line: str) -> tuple[str, ...]:
    """« 1.  [cul] éclair » is « éclair »; « line (of verse) » is « line »: remarks are not the meaning."""
    bare = _LABEL.sub(" ", line)
    found = (" ".join(part.split()).strip(" .;:") for part in re.split(r"[,;]", bare))
    return tuple(dict.fromkeys(part for part in found if part))
