"""Text made fit to be shown: controls taken out, French spaces put in, lines broken where French breaks them.

Everything here takes a string and returns one. It refuses to know where a text comes from and what screen it goes to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

NBSP = "\u00a0"
"""The no-break space of guillemets, colons, percentages and units."""
THIN = "\u202f"
"""The narrow no-break space of `;`, `!`, `?` and of thousands."""

_ESCAPES = (
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"  # CSI: colours, cursor, clearing
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*+(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*+[0-~]"  # the two- and three-byte ones
)
# Controls but for newline and tab; formatting characters (bidi, zero width, tags); private use and non-characters.
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
)
_UNSAFE = re.compile(f"{_ESCAPES}|[{_INVISIBLE}]")
_SEPARATORS = re.compile("[\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_DOUBTFUL = re.compile(f"[{_INVISIBLE}\u2028\u2029\ud800-\udfff{_MARKS}]")
_STACKED = re.compile(f"([{_MARKS}]{{3}})[{_MARKS}]+")


def safe_text(text: str) -> str:
    """`text` as a terminal may have it: escape sequences go whole, then every control but newline and tab, bidi
    controls and zero-width characters; line separators become spaces, lone surrogates U+FFFD, and a letter keeps
    three combining marks at most."""
    if (text.isascii() and text.isprintable()) or is_safe(text):  # nearly every text: one look instead of four
        return text
    text = _UNSAFE.sub("", text)
    text = _SEPARATORS.sub(" ", text)
    text = _SURROGATES.sub("\ufffd", text)
    return _STACKED.sub(r"\1", text)


def is_safe(text: str) -> bool:
    """Whether `safe_text` leaves it as it is beyond doubt; for much text at once. Text with any combining mark is not
    beyond doubt."""
    return not _DOUBTFUL.search(text)


def unsafe_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where `safe_text` would take something out: start and end of each escape sequence or invisible character."""
    for match in _UNSAFE.finditer(text):
        yield match.span()


_SPACES = " \t\u00a0\u202f\u2009"
_OPEN_GUILLEMET = re.compile(f"«[{_SPACES}]*(?=\\S)")
_CLOSE_GUILLEMET = re.compile(f"(?<=\\S)[{_SPACES}]*»")
_COLON = re.compile(f"(?<=[^\\s:])[{_SPACES}]*:(?=\\s|$|«)")
_HIGH_MARKS = re.compile(f"(?<=[^\\s(\\[!?;:])[{_SPACES}]*([;!?])(?=[!?…]*(?:[\\s»”\"')\\]]|$))")
_THOUSANDS = re.compile(f"(?<![\\d,.\\u202f])\\b\\d{{1,3}}(?:[{_SPACES}]\\d{{3}})+(?!\\d)(?![{_SPACES}]\\d{{4}})")
_PERCENT = re.compile(f"(?<=\\d)[{_SPACES}]*([%‰€$£¥])")
_UNIT = re.compile(
    f"(?<=\\d)[{_SPACES}](?=(?:km²?|m²?|m³|cm|mm|kg|g|mg|t|l|cl|h|min|s|ms|Hz|kHz|MHz|GHz|W|kW|MW|GW|kWh|MWh|V|ha|"
    "Mo|Go|To|px|°C|km/h|m/s|millions?|milliards?|billions?)(?:\\b|(?<=[²³C])))"
)


_DIGIT = re.compile(r"\d")


@lru_cache(2048)
def french(text: str) -> str:
    """Our own French with its no-break spaces: U+00A0 inside « », before a colon, a per-cent or currency sign and a
    unit; U+202F before `; ! ?` and between thousands. Leaves addresses ("https://"), times ("10:30") and anything
    already right as they are; applying it twice changes nothing more. Never for evidence, which stays verbatim."""
    if "«" in text or "»" in text:
        text = _OPEN_GUILLEMET.sub("«" + NBSP, text)
        text = _CLOSE_GUILLEMET.sub(NBSP + "»", text)
    if ":" in text:
        text = _COLON.sub(NBSP + ":", text)
    text = _HIGH_MARKS.sub(THIN + r"\1", text)
    if not _DIGIT.search(text):  # a name or a title: neither thousands nor units
        return text
    text = _THOUSANDS.sub(lambda match: re.sub(f"(?<=\\d)[{_SPACES}](?=\\d)", THIN, match.group()), text)
    text = _PERCENT.sub(NBSP + r"\1", text)
    return _UNIT.sub(NBSP, text)


def cell_width(text: str) -> int:
    """How many terminal cells `text` takes: two for East Asian wide characters and emoji, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def wrap(text: str, cells: int) -> list[str]:
    """`text` in lines of at most `cells` cells, broken at ordinary spaces and newlines only, never at U+00A0 or U+202F.

    A word wider than a line is cut. Runs of spaces at a break go; an empty paragraph gives an empty line. `cells` below
    two is taken as two, the width of the widest character.
    """
    cells = max(cells, 2)
    lines: list[str] = []
    for paragraph in text.expandtabs(4).split("\n"):
        line, width = "", 0
        started = False
        for word in paragraph.split(" "):
            if not word:
                continue
            wide = cell_width(word)
            if started and width + 1 + wide <= cells:
                line, width = f"{line} {word}", width + 1 + wide
                continue
            if started:
                lines.append(line)
            if wide > cells:
                *full, word = _cut(word, cells)
                lines += full
                wide = cell_width(word)
            line, width, started = word, wide, True
        lines.append(line)
    return lines


def _cut(word: str, cells: int) -> list[str]:
    """`word` in pieces of at most `cells` cells; a mark stays with its letter."""
    pieces: list[str] = []
    start = width = 0
    for at, char in enumerate(word):
        wide = _width(char)
        if width + wide > cells:
            pieces.append(word[start:at])
            start, width = at, 0
        width += wide
    return [*pieces, word[start:]]


class _Folded(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", _OPENED.get(chr(code), chr(code)))
        self[code] = found = "".join(char for char in parts if not unicodedata.combining(char))
        return found


_OPENED = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}
_FOLDED = _Folded()


def without_accents(text: str) -> str:
    """`text` with accents off and ligatures opened: « œuvrés » is "oeuvres"."""
    return text.translate(_FOLDED)


@lru_cache(2048)
def fold(text: str) -> str:
    """`text` for comparing: lower case, accents off, ligatures opened, curly apostrophes straight, runs of any space
    one ordinary space. « Œuvre d’Élodie » and "oeuvre d'elodie" fold alike (but for the guillemets)."""
    return " ".join(without_accents(text.casefold()).split())
