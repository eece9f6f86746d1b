"""What the questions about figures are put together with: the verb turned around its subject, its participle bent to
what is asked before it, words with single spaces between.

Knows the pieces of a frame and French inversion; refuses to know what is asked.
"""

from __future__ import annotations

import re

from quiz.authoring.french import agree, elide, inverted
from quiz.facts.fact import Frame


def joined(*parts: str) -> str:
    """The parts that are not empty, with a space between."""
    return " ".join(part for part in parts if part)


def verb_with_subject(frame: Frame, tail: str) -> str:
    """« Ada Morin a-t-elle marqué », « est-ce que Lou Morin a levé » where the person's gender is not known."""
    if not frame.pronoun:
        return est_ce_que(frame, tail)
    womanly = frame.finite in _BEING and re.match(r"(?:\w+ement )?\w+(?:ée|ue)s?\b", tail) is not None
    gender = "f" if frame.pronoun.startswith("elle") or womanly else "m"  # « sont-elles survenues »
    verb = inverted(frame.finite, gender, frame.pronoun.endswith("s"))
    if frame.pronoun == "on":
        verb = f"{frame.finite}{'-t-' if not frame.finite.endswith(('t', 'd')) else '-'}on"
    if frame.subject in ("on", "il"):
        return joined(f"{frame.clitics}{verb}", tail)
    return joined(frame.subject, f"{frame.clitics}{verb}", tail)


_BEING = frozenset({"est", "sont", "était", "étaient", "sera", "seront", "fut", "furent"})


def est_ce_que(frame: Frame, tail: str) -> str:
    """« est-ce que Lou Morin a levé »: no pronoun has to agree."""
    return joined(f"est-ce {elide('que', frame.subject)}", f"{frame.clitics}{frame.finite}", tail)


def agreed(frame: Frame, gender: str, plural: bool) -> str:
    """The tail with its participle agreeing with the object asked before it: « a-t-il marqués »."""
    if not frame.participle:
        return frame.tail
    head, found, after = frame.tail.rpartition(frame.participle)
    if not found or not re.search(r"(?:é|i|u|t|s)$", frame.participle):
        return frame.tail
    return head + agree(frame.participle, "f" if gender == "f" else "m", plural) + after
