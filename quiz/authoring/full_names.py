"""People told by their surname alone given their full name, where neither the topic line nor the question has it: « M.
Roux » is « Paul Roux ».

Knows the names the article's facts have collected; refuses to choose between two people of one surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.facts.fact import Named
from quiz.facts.lexicon import countries, is_first_name
from quiz.typography import fold

_VOWEL = re.compile(r"[AEIOUYÀ-Ýaeiouà-ÿH]")


def in_full(text: str, names: Iterable[Named], article: str, topic: str, key: str) -> str:
    """« Combien de coups M. Roux a-t-il tirés ? » as « Combien de coups Paul Roux a-t-il tirés ? ».

    Not where the topic line knows him, the key is he, or the text has his first name; only the first place is changed.
    """
    people = [name.name for name in names if name.kind == "person" and " " in name.name]
    above, flat = fold(topic), article.replace("’", "'")
    text = _by_first_name(text, people, flat, key)
    for full in people:
        given, _, surname = full.partition(" ")
        if surname not in text:
            continue
        if not is_first_name(given) or full not in flat or fold(surname) in above or fold(surname) in fold(key):
            continue
        if fold(given) in fold(text) or any(other != full and _kin(other, surname) for other in people):
            continue
        found = re.search(
            rf"(?<![\w'’-])(?:(?:M\.|Mme|Mlle) )?{re.escape(surname)}(?![\w'’-])(?! [A-ZÀ-Þ])",
            text.replace("\u00a0", " "),
        )
        if found is None or not _alone(text, found.start(), found.end()):
            continue
        text = _put(text, found.start(), found.end(), full)
    return text


def _by_first_name(text: str, people: list[str], article: str, key: str) -> str:
    """« Aude a fondé Brumelle » as « Aude Sow a fondé … », where the article has one Aude and calls her so."""
    for full in people:
        given = full.partition(" ")[0]
        if given not in text:
            continue
        alone = re.search(rf"(?<![\w'’-]){re.escape(given)}(?![\w'’-])(?! (?:d[eu] |des )?[A-ZÀ-Þ])", text)
        if alone is None or not is_first_name(given) or full not in article or fold(full) in fold(f"{text} {key}"):
            continue
        if any(other != full and given in other.split(" ") for other in people) or given in countries():
            continue
        if _alone(text, alone.start(), alone.end()) and not text[: alone.start()].endswith(", "):
            text = _put(text, alone.start(), alone.end(), full)
    return text


def _kin(other: str, surname: str) -> bool:
    return fold(other).endswith(f" {fold(surname)}") or fold(other) == fold(surname)


_BEFORE = re.compile(
    r"(?:^|[,;:(] |\b(?:de|par|à|que|qui|pour|avec|contre|selon|et|chez|sur|vers|Mgr|Selon|où) |\b(?:[dD]|[qQ]u)['’])$"
)
_TURNED = re.compile(r"(?: (?:n'|ne |s'|se |l'|y )?\w+){1,2}-(?:t-)?(?:il|elle)\b")


def _alone(text: str, start: int, end: int) -> bool:
    """Not « la banque suisse Roux », whose name it is; « où Roux a-t-il »: before a verb turned round it is he, but not
    in « le gouvernement Roux a-t-il »."""
    if _NAMED_AFTER.search(text[:start]):
        return False
    return _BEFORE.search(text[:start]) is not None or _TURNED.match(text, end) is not None


_NAMED_AFTER = re.compile(
    r"\b(?:administration|affaire|cabinet|clan|commission|famille|gouvernement|groupe|loi|ministère|plan|rapport"
    r"|réforme) $"
)


def _put(text: str, start: int, end: int, full: str) -> str:
    """The text with the full name there; « qu'Ada » and « de Paul » with the vowel they need."""
    before = text[:start]
    elided = re.search(r"\b(?P<word>[dD]|[qQ]u)['’]$", before)
    whole = re.search(r"\b(?P<word>[dD]e|[qQ]ue) $", before)
    vowel = _VOWEL.match(full) is not None and not full.startswith("H")
    if elided and not vowel:
        before = f"{before[: elided.start()]}{elided['word']}e "
    elif whole and vowel:
        before = f"{before[: whole.start()]}{whole['word'][:-1]}'"
    return before + full + text[end:]
