"""What a gate may look at beside the candidate: its article, the topic line, and the other articles of the deck."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate
from quiz.authoring.figures import numeral_of
from quiz.authoring.topic import topic_of
from quiz.typography import fold


@dataclass(frozen=True, slots=True)
class Scene:
    """`rivals` are, by folded question, the different answers the deck's articles give to it; `folded` is the article's
    text folded once (worked out at each use where it is not given)."""

    article: Article
    rivals: dict[str, set[str]] = field(default_factory=dict)
    folded: str = ""
    _topics: dict[tuple[int, str], str] = field(default_factory=dict, compare=False, repr=False)

    def topic(self, candidate: Candidate) -> str:
        """The topic line that will stand above this question."""
        avoid = "" if candidate.form == "true-false" else candidate.answer.fr
        quantity = getattr(candidate.fact, "quantity", None)
        if candidate.fact.features.get("title_figure") and quantity is not None and quantity.text in avoid:
            numeral = numeral_of(quantity.text)  # « au moins 68 »: the title has the number alone
            avoid = quantity.text[numeral.start : numeral.end] if numeral is not None else quantity.text
        asked = (candidate.fact.evidence.start, avoid)
        if asked not in self._topics:
            self._topics[asked] = topic_of(self.article, *asked)
        return self._topics[asked]

    def holds(self, words: str) -> bool:
        """Whether the article's text holds these words, whatever their case, accents and apostrophes."""
        return fold(words) in (self.folded or fold(self.article.text))
