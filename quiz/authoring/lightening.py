"""Long and crowded sentences made light enough to be asked: what only goes on after a figure is left out, as are
figures in brackets.

Never leaves out what changes the claim; refuses to know what the figure is.
"""

from __future__ import annotations

import re

from quiz.authoring.figures import counted

_LEFT_OUT = re.compile(
    r"[,;]\s+(?:alors qu|tandis qu|ce qui\b|où\b|dont\b|qui\b|lequel\b|laquelle\b|lesquels\b|ce dont\b)[^,;]*$",
    re.IGNORECASE,
)
_LONG = 24
"""Words of a statement from which what only goes on from the figure is left out."""


def trimmed(tail: str, whole: str) -> str:
    """What follows the figure without the last clause that only adds to it: « … 51 personnes à Metz, qui ferme. »

    Never « selon », « mais » or « sauf », which change what is said, nor a clause with the main verb after it.
    """
    if len(whole.split()) <= _LONG:
        return tail
    found = _LEFT_OUT.search(tail.rstrip(" ."))
    return tail[: found.start()] + "." if found else tail


_ASIDE_FIGURES = re.compile(r" ?\((?=[^()]*\d)[^()]{1,80}\)")
_GOES_ON = re.compile(
    r",\s+(?:alors qu|tandis qu|ce qui\b|où\b|dont\b|qui\b|lequel\b|laquelle\b|lesquels\b|avant d|après avoir\b"
    r"|afin d|suivie?s?\b|accompagnée?s?\b|passant\b|soit\b|contre\b|devant\b|notamment\b|puis\b|ainsi que\b|et ce\b"
    r"|entraînant\b|provoquant\b|portant\b|atteignant\b|ce que\b|même si\b|bien que\b)(?P<rest>(?:(?!, )[^;:«»()])*)$",
    re.IGNORECASE,
)
_CHANGES_IT = re.compile(r"\b(?:selon|d['’]après|mais|sauf|hormis|à condition|si|hors|respectivement)\b")
_HEAVY, _FULL = 38, 2
"""Words of a statement, and figures beside its own, from which it is made lighter."""


def lightened(head: str, tail: str) -> tuple[str, str]:
    """A long or crowded sentence without figures in brackets, nor what only goes on after the figure: « … à 12 % (+ 3
    points), contre 9 % en 2015, ce qui inquiète. »

    Never what changes the claim (« selon », « mais », « si »), nor a clause before the figure.
    """

    def heavy() -> bool:
        both = f"{head} … {tail}"
        return len(both.split()) > _HEAVY or len(counted(both)) >= _FULL

    if heavy():
        open_ = head.count("(") > head.count(")")
        head = _ASIDE_FIGURES.sub("", head)
        tail = tail if open_ else _ASIDE_FIGURES.sub("", tail)
    while heavy() and "»" not in tail:
        ending = tail.rstrip(" .")
        found = _GOES_ON.search(ending)
        if found is None or _CHANGES_IT.search(found.group()) or found.start() < 1:
            break
        tail = ending[: found.start()] + "."
    return head, tail
