"""What several gates read a question by: its own words, and the names in them."""

from __future__ import annotations

import re

from quiz.authoring.french import lower_first

QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^“”]*”|\"[^\"]*\"")
_NAME = re.compile(r"(?<![.!?…«]\s)(?<!^)\b[A-ZÀ-ÖØ-Þ][\w'’-]+|\b[A-ZÀ-Þ]{2,}\b|\b[a-z]+[A-Z]\w*")


def own_words(text: str) -> str:
    """A question without what it quotes: only this must stand alone and be our French."""
    return QUOTED.sub(" « » ", text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " "))


def named_before(text: str) -> bool:
    """Whether a text holds a name at all, its first word too where that is no grammatical or question word."""
    start = text.lstrip("«“\"(' ")
    return bool(names_in(text)) or (start[:1].isupper() and lower_first(start) == start)


def names_in(text: str) -> list[str]:
    """Words with a capital that no sentence start explains: a question without any hangs in the air."""
    return _NAME.findall(text)
