"""The facts of many articles, on one processor or several. Knows nothing of how a fact is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.articles.article import Article
from quiz.facts.fact import Fact

_AT_A_TIME = 16
"""Articles handed to a process at once: enough to be parsed together, few enough to show progress."""


def facts_of_all(articles: Sequence[Article], workers: int = 1) -> Iterator[tuple[Article, tuple[Fact, ...]]]:
    """Articles with their facts, in order. Each worker is a whole process with a parser of its own, which takes a few
    seconds to load: worth it from some hundred articles on."""
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


def _facts_of_batch(articles: Sequence[Article]) -> list[tuple[Article, tuple[Fact, ...]]]:
    from quiz.facts.extract import extract_many

    return list(extract_many(articles))
