"""The facts of many articles, on one processor or several, those found before taken from the cache. Knows nothing of
how a fact is found."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from quiz.articles.article import Article
from quiz.facts.fact import Fact
from quiz.facts.kept import keep, recall

_AT_A_TIME = 16
"""Articles handed to a process at once: enough to be parsed together, few enough to show progress."""

Found = tuple[Article, tuple[Fact, ...]]


@contextmanager
def rare_collections() -> Iterator[None]:
    """Nearly all that is made while articles are read stays, so the collector of garbage looks once in a million
    objects, some 200,000 words of articles: it took a tenth of the time, and finds little before."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 10, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def facts_of_all(articles: Sequence[Article], workers: int = 1) -> Iterator[Found]:
    """Articles with their facts, in order. Each worker is a whole process with a parser of its own, which takes a few
    seconds to load: worth it from some hundred articles on."""
    known = {at: facts for at, article in enumerate(articles) if (facts := recall(article)) is not None}
    found = _found([article for at, article in enumerate(articles) if at not in known], workers)
    for at, article in enumerate(articles):
        if at in known:
            yield article, known[at]
        else:
            article, facts = next(found)
            keep(article, facts)
            yield article, facts


def _found(articles: Sequence[Article], workers: int) -> Iterator[Found]:
    if workers == 1 or len(articles) <= _AT_A_TIME:
        from quiz.facts.extract import extract_many

        yield from extract_many(articles)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    batches = [articles[at : at + _AT_A_TIME] for at in range(0, len(articles), _AT_A_TIME)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for batch in pool.map(_facts_of_batch, batches):
            yield from batch


def _facts_of_batch(articles: Sequence[Article]) -> list[Found]:
    from quiz.facts.extract import extract_many

    with rare_collections():
        return list(extract_many(articles))
