"""The facts of many articles, on one processor or several, those found before taken from the cache. Knows nothing of
how a fact is found."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from quiz.articles.article import Article
from quiz.errors import QuizError
from quiz.facts.fact import Fact
from quiz.facts.kept import keep, recall

_AT_A_TIME = 16
"""Articles handed to a process at once: enough to be parsed together, few enough to show progress."""

Found = tuple[Article, tuple[Fact, ...]]
Broken = tuple[Article, Exception]
_Tried = tuple[Article, tuple[Fact, ...] | Exception]


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


def facts_of_all(
    articles: Sequence[Article], workers: int = 1, broken: Callable[[Broken], None] | None = None
) -> Iterator[Found]:
    """Articles with their facts, in order. Each worker is a whole process with a parser of its own, which takes a few
    seconds to load: worth it from some hundred articles on.

    An article that makes the program fail (a fault of ours, whatever the article is) has no facts and is told to
    `broken`; the others go on. Where nobody listens the fault is raised."""
    known = {at: facts for at, article in enumerate(articles) if (facts := recall(article)) is not None}
    found = _found([article for at, article in enumerate(articles) if at not in known], workers)
    for at, article in enumerate(articles):
        if at in known:
            yield article, known[at]
            continue
        article, tried = next(found)
        if not isinstance(tried, Exception):
            keep(article, tried)
            yield article, tried
        elif broken is not None:
            broken((article, tried))
            yield article, ()
        else:
            raise tried


def _found(articles: Sequence[Article], workers: int) -> Iterator[_Tried]:
    if workers == 1 or len(articles) <= _AT_A_TIME:
        yield from _each(articles)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    batches = [articles[at : at + _AT_A_TIME] for at in range(0, len(articles), _AT_A_TIME)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for batch in pool.map(_facts_of_batch, batches):
            yield from batch


def _facts_of_batch(articles: Sequence[Article]) -> list[_Tried]:
    with rare_collections():
        # A fault crosses to the other process as the words it has: not every exception can.
        return [
            (article, RuntimeError(said(facts)) if isinstance(facts, Exception) else facts)
            for article, facts in _each(articles)
        ]


def _each(articles: Sequence[Article]) -> Iterator[_Tried]:
    """All together, which is quicker; from a fault on one by one, so that it costs one article only."""
    from quiz.facts.extract import extract, extract_many

    done = 0
    try:
        for pair in extract_many(articles):
            yield pair
            done += 1
    except QuizError:  # a model that is not there: nobody's fault and everybody's
        raise
    except Exception:
        pass
    for article in articles[done:]:
        try:
            facts: tuple[Fact, ...] | Exception = extract(article)
        except Exception as error:
            facts = error
        yield article, facts


def said(fault: Exception) -> str:
    """What a fault says of itself, with its kind: « IndexError: list index out of range »."""
    return str(fault) if isinstance(fault, RuntimeError) else f"{type(fault).__name__}: {fault}".removesuffix(": ")
