"""Short texts read as articles, for the tests of extraction."""

from __future__ import annotations

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Quotation
from quiz.facts.quotations import quotations
from quiz.facts.reading import Reading, read

TITLE = "Une journée au conseil municipal"


def reading(text: str) -> Reading:
    """The text under a title, read."""
    return read(article_of_text(f"{TITLE}\n\n{text}\n"))


def quoted(text: str) -> list[Quotation]:
    """The quotations of a text."""
    return quotations(reading(text))


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and first three words of each quotation."""
    return [(q.speaker, " ".join(q.words.split()[:3])) for q in quoted(text)]


def speakers(text: str) -> list[str | None]:
    """Who speaks, quotation by quotation."""
    return [q.speaker for q in quoted(text)]
