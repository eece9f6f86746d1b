"""An article read once: its sentences parsed, its quotation marks paired, its names resolved.

Every extractor works on a `Reading` and asks the parser nothing more. Offsets are the article's everywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from quiz.articles.article import Article, BlockKind
from quiz.facts.entities import Entities, find_entities
from quiz.facts.marks import Marked, find_marked, marks_in
from quiz.facts.parsing import Doc, parse, plain
from quiz.facts.sentences import Cut, Sentence, cut

__all__ = ["Reading", "Sentence", "read", "read_many"]

_AT_A_TIME = 32
"""Articles parsed in one go: enough to fill the parser's batches, and to leave the processor's caches to it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`flat` is the article's text with plain apostrophes, hyphens and spaces, one character for one."""

    article: Article
    flat: str
    sentences: tuple[Sentence, ...]
    marked: tuple[Marked, ...]
    entities: Entities
    _inside: dict[int, tuple[Sentence, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def quote_spans(self) -> tuple[tuple[int, int], ...]:
        """The stretches between quotation marks, marks included, titles and scare quotes too."""
        return tuple((mark.outer_start, mark.outer_end) for mark in self.marked)

    def quoted(self, offset: int) -> bool:
        """Does the offset stand between quotation marks?"""
        return bool(marks_in(self.marked, offset, offset + 1))

    def block_kind(self, offset: int) -> BlockKind:
        """The kind of the block around an offset; "furniture" between blocks."""
        for block in self.article.blocks:
            if block.start <= offset < block.end:
                return block.kind
        return "furniture"

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around an offset."""
        number = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[number] if number >= 0 and offset < self.sentences[number].end else None

    def inside(self, mark: Marked) -> tuple[Sentence, ...]:
        """The sentences within a quotation, parsed when first asked for."""
        if mark.start not in self._inside:
            from quiz.articles.article import Block

            block = Block(mark.start, mark.end, "prose")
            cuts = list(cut(self.article.text, self.flat, [block], []))
            docs = list(parse(c.text for c in cuts))
            holder = self.sentence_at(mark.outer_start)
            number, passage = (holder.number, holder.passage) if holder else (0, 0)
            inner = _sentences(self.article, cuts, docs)
            self._inside[mark.start] = tuple(replace(s, number=number, passage=passage) for s in inner)
        return self._inside[mark.start]


def read(article: Article) -> Reading:
    """Read one article."""
    return next(read_many([article]))


def read_many(articles: Iterable[Article]) -> Iterator[Reading]:
    """Read articles in order, parsing the sentences of several at a time."""
    waiting = iter(articles)
    while batch := list(islice(waiting, _AT_A_TIME)):
        flats = [plain(article.text) for article in batch]
        marks = [find_marked(article.text, article.blocks) for article in batch]
        cuts = [
            list(cut(article.text, flat, article.blocks, marked))
            for article, flat, marked in zip(batch, flats, marks, strict=True)
        ]
        docs = iter(list(parse([c.text for article_cuts in cuts for c in article_cuts])))
        for article, flat, marked, article_cuts in zip(batch, flats, marks, cuts, strict=True):
            sentences = tuple(_sentences(article, article_cuts, list(islice(docs, len(article_cuts)))))
            entities = find_entities(flat, sentences, marked)
            yield Reading(article, flat, sentences, marked, entities)


def _sentences(article: Article, cuts: Sequence[Cut], docs: Sequence[Doc]) -> Iterator[Sentence]:
    for number, (c, doc) in enumerate(zip(cuts, docs, strict=True)):
        yield Sentence(c.start, c.end, c.kind, c.passage, number, article.text[c.start : c.end], doc, c.offsets)
