"""Bytes into text: which encoding a file is in, and whether it is text at all.

UTF-8, UTF-16 and UTF-32 with a mark, and Windows-1252 (of which Latin-1 text is a part). Refuses to guess further: a
file in an older code page is said to be garbled rather than read wrong.
"""

from __future__ import annotations

import codecs
import re

from quiz.errors import QuizError
from quiz.typography import safe_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x7fELF", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"RIFF", b"OggS", b"ID3", b"Rar!", b"{\\rtf",
)  # fmt: skip
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b") + b"\x7f"
_EXPECTED = re.compile("[àâäæçéèêëîïôœöùûüÿÀÂÄÆÇÉÈÊËÎÏÔŒÖÙÛÜŸñÑáíóúãõåøßº«»‹›“”„‘’–—…•°·€£§©®™²³½¼¾×\u00a0\u00ad]")
_TWICE = re.compile("Ã[\u00a0-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â€|Â[\u00a0-\u00bf]")


def decode(data: bytes, file: str, declared: str | None = None) -> str:
    """The text of `data`, the byte order mark left out. `declared` is the encoding an HTML page claims for itself.

    Raises QuizError: `article-binary` where the bytes are no text, `article-garbled` where no known encoding makes
    sense of them. `file` is the name for the error.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data.startswith(_MAGIC) or _is_binary(data):
        raise QuizError("article-binary", file=file)
    text = _utf_8(data) or _declared(data, declared) or data.decode("cp1252", "replace")
    if _is_garbled(text):
        raise QuizError("article-garbled", file=file)
    return text


def _is_binary(data: bytes) -> bool:
    """Whether control bytes are too many for text with a slip in it: more than three and more than one in fifty."""
    stray = len(data) - len(data.translate(None, _CONTROLS))
    return stray > 3 and stray > 0.02 * len(data)


def _utf_8(data: bytes) -> str | None:
    """UTF-8, a few damaged characters allowed where most of the others are sound."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = sum(char > "\x7f" for char in text) - damaged
    return text if sound >= 4 * damaged else None


def _declared(data: bytes, name: str | None) -> str | None:
    """The text in the encoding a page declares, where that is one of a byte a character and known."""
    if name is None or name.lower() not in (
        "iso-8859-15",
        "latin-9",
        "macintosh",
        "cp850",
        "windows-1250",
        "iso-8859-2",
    ):
        return None
    return data.decode(name.lower(), "replace")


def _is_garbled(text: str) -> bool:
    """Text read in the wrong encoding: signs where French has accents, or every accent in two characters."""
    foreign = [char for char in safe_text(text) if char > "\x7f"]
    if len(foreign) < 3:
        return False
    if len(_TWICE.findall(text)) * 2 >= 0.5 * len(foreign):
        return True
    latin = [
        char for char in foreign if char < "\u0180" or "\u2000" <= char <= "\u20ff" or char == "\ufffd" or char == "ƒ"
    ]
    if len(latin) < 0.7 * len(foreign):  # another script: no question of code pages
        return False
    expected = sum(_EXPECTED.match(char) is not None for char in latin) / len(latin)
    return expected < 0.5 if "\ufffd" in text else expected < 0.3 and len(latin) >= 10
