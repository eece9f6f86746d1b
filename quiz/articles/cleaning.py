"""Decoded text made clean, one character for one, so that every offset is still that of the decoded file.

Refuses to know of files, of languages and of what a paragraph is.
"""

from __future__ import annotations

import re

from quiz.typography import unsafe_spans

_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x85": "\n"})
_LONE_CR = re.compile("\r(?!\n)")
_KEPT = "\u00ad"
"""A soft hyphen stays: it is invisible, and a space in its place would cut the word in two."""


def clean(text: str) -> str:
    """`text` with its controls, escape sequences, bidi controls and zero-width characters turned into spaces, each
    character into one; a lone carriage return is a line end, and one before a newline is a space."""
    text = _LONE_CR.sub("\n", text).translate(_LINE_ENDS)
    pieces: list[str] = []
    at = 0
    for start, end in unsafe_spans(text):
        if text[start:end] == _KEPT:
            continue
        pieces += (text[at:start], " " * (end - start))
        at = end
    if not pieces:
        return text
    pieces.append(text[at:])
    return "".join(pieces)
