"""Which language a text is written in, as far as small words tell: French, another one, or too little to say.

Refuses to name a language it has no list for; such a text is "other". Short French, lists of results and French full of
foreign quotations pass as French.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"")
_ENDINGS = (
    "aient", "ait", "aux", "eau", "eaux", "elle", "elles", "ette", "eur", "eurs", "euse", "euses", "eux", "ique",
    "iques", "ité", "oir", "oire", "ois", "oise", "ère", "ée", "ées", "ément",
)  # fmt: skip
"""How many French words end and few of the neighbours' do: half a vote each, for sentences short of small words."""
_SAMPLE = 200_000
"""How many characters are looked at."""
_FEW = 12
"""Under so many words, only a clear other language counts."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    with (Path(__file__).parent / "data" / "function_words.toml").open("rb") as file:
        return {code: frozenset(words.split()) for code, words in tomllib.load(file).items()}


def shares(text: str) -> dict[str, float]:
    """For each language that is known, the share of the words of `text` that speak for it (0..1)."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = dict.fromkeys(_lists(), 0.0)
    seen = Counter(words)
    for code, small in _lists().items():
        counts[code] = sum(seen[word] for word in small & seen.keys())
    french = _lists()["fr"]
    ended = sum(times for word, times in seen.items() if word.endswith(_ENDINGS) and word not in french)
    counts["fr"] += ended / 2
    return {code: count / max(len(words), 1) for code, count in counts.items()}


_FOREIGN = re.compile("[^\u0000-\u024f\u1e00-\u1eff]")
"""Letters of no Latin alphabet."""


def language_of(text: str) -> str:
    """ "fr" where `text` is French or may be, else the code of the likeliest other language, or "other"."""
    text = text[:_SAMPLE]
    letters = "".join(_WORD.findall(text))
    if not letters:
        return "fr"
    if len(_FOREIGN.findall(letters)) > 0.5 * len(letters):
        return "other"
    around = _QUOTED.sub(" ", text)  # what is quoted may be in any language
    if len(_WORD.findall(around)) >= 4:
        text = around
    words = _WORD.findall(text)
    found = shares(text)
    french = found.pop("fr")
    rival = max(found, key=lambda code: found[code])
    if len(words) < _FEW:
        if len(words) < 5:
            return "fr"
        return rival if found[rival] - french >= 0.35 else "fr"
    if found[rival] > french * 1.15 and found[rival] - french >= 0.03:
        return rival
    if len(words) >= 20 and french < 0.1:
        return "other"
    return "fr"
