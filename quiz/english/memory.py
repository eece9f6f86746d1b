"""English that a person has reviewed, kept in translation memories (TMX 1.4) beside the articles.

A lookup finds a text whatever its spaces and apostrophes, and nothing that is merely like it. Refuses files that
declare entities or are too large; never fetches a DTD.
"""

from __future__ import annotations

import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.parsers import expat

from quiz.deck import Origin
from quiz.errors import QuizError
from quiz.files import write_new
from quiz.typography import safe_text

SIZE_CAP = 50_000_000
"""The largest memory that is read, in bytes."""
_CODES = ("bpt", "ept", "it", "ph", "ut")
"""Elements inside a segment that hold another program's markup, not text."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Memory:
    """French texts with their reviewed English. Made from pairs or from files; never changed afterwards."""

    def __init__(self, pairs: Mapping[str, str] | None = None) -> None:
        self._english: dict[str, str] = {}
        self._french: dict[str, str] = {}
        for french, english in (pairs or {}).items():
            self._add(french, english)

    @classmethod
    def load_tmx(cls, paths: Iterable[Path]) -> Memory:
        """One memory of several files; where two give English for one text, the later file's holds.

        Raises QuizError (`memory-unreadable`, `memory-too-large`, `memory-invalid`) naming the file.
        """
        memory = cls()
        for path in paths:
            for french, english in _units(path):
                memory._add(french, english)
        return memory

    def merged(self, other: Memory) -> Memory:
        """Both memories in one; where they differ, `other` holds."""
        return Memory(dict(self.pairs()) | dict(other.pairs()))

    def lookup(self, french: str) -> tuple[str, Origin] | None:
        """The English of exactly this text, and "reviewed"; None where there is none."""
        english = self._english.get(_key(french))
        return (english, "reviewed") if english is not None else None

    def pairs(self) -> list[tuple[str, str]]:
        """French and English, sorted by the French."""
        return sorted((self._french[key], english) for key, english in self._english.items())

    def save_tmx(self, path: Path) -> None:
        """Write the memory as a new file in TMX 1.4: the same pairs give the same file to the byte. Raises QuizError
        "file-exists" where anything is there already, "folder-missing", "write-failed"."""
        write_new(path, self.to_tmx())

    def to_tmx(self) -> str:
        """The memory as the text of a TMX 1.4 file, a unit a text, sorted by the French."""
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<tmx version="1.4">',
            '  <header creationtool="quiz" creationtoolversion="1" segtype="block" o-tmf="quiz" adminlang="en"'
            ' srclang="fr" datatype="plaintext"/>',
            "  <body>",
        ]
        for french, english in self.pairs():
            lines += [
                "    <tu>",
                f'      <tuv xml:lang="fr"><seg>{_segment(french)}</seg></tuv>',
                f'      <tuv xml:lang="en"><seg>{_segment(english)}</seg></tuv>',
                "    </tu>",
            ]
        return "\n".join([*lines, "  </body>", "</tmx>", ""])

    def __len__(self) -> int:
        return len(self._english)

    def _add(self, french: str, english: str) -> None:
        french, english = safe_text(french).strip(), safe_text(english).strip()
        key = _key(french)
        if key and english:
            self._english[key] = english
            self._french[key] = french


def _key(text: str) -> str:
    """What two spellings of one text share: composed characters, straight apostrophes, every run of spaces one."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
    return " ".join(safe_text(text).split())


def _segment(text: str) -> str:
    from xml.sax.saxutils import escape  # it brings half of urllib along, and most who look up English write none

    return escape(text).replace("\r", "&#13;")


def _units(path: Path) -> list[tuple[str, str]]:
    """The French and English of each unit of a file that has both, in order."""
    try:
        size = path.stat().st_size
        data = b"" if size > SIZE_CAP else path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise QuizError("memory-unreadable", file=path, reason=reason) from error
    if size > SIZE_CAP:
        raise QuizError("memory-too-large", file=path, megabytes=SIZE_CAP // 1_000_000)
    try:
        _refuse_entities(data)
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        raise QuizError("memory-invalid", file=path) from error
    if root.tag != "tmx":
        raise QuizError("memory-invalid", file=path)
    found: list[tuple[str, str]] = []
    for unit in root.iter("tu"):
        texts: dict[str, str] = {}
        for variant in unit.iter("tuv"):
            language = (variant.get(_LANG) or variant.get("lang") or "").lower().replace("_", "-").split("-")[0]
            segment = variant.find("seg")
            if segment is not None and language in ("fr", "en"):
                texts.setdefault(language, _text(segment))
        if texts.get("fr", "").strip() and texts.get("en", "").strip():
            found.append((texts["fr"], texts["en"]))
    return found


def _refuse_entities(data: bytes) -> None:
    """Raise ValueError where a file brings a DTD of its own, the way to make a small file huge. The usual reference to
    the TMX DTD is passed over; it is never fetched."""
    parser = expat.ParserCreate()

    def doctype(_name: str, _system: str | None, _public: str | None, own: bool) -> None:
        if own:
            raise ValueError("a DTD inside the file")

    def entity(*_: object) -> None:
        raise ValueError("an entity declared")

    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    parser.Parse(data, True)


def _text(segment: ElementTree.Element) -> str:
    pieces = [segment.text or ""]
    for child in segment:
        if child.tag not in _CODES:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
