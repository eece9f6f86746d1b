"""From folders of articles to deck files: the order of things for `quiz build-deck`. Knows no wording and no screen."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import paths
from quiz.articles.article import Article
from quiz.articles.reader import Folder
from quiz.authoring.unchanged import fingerprint, is_unchanged, remember
from quiz.deck import Bilingual, Deck, to_json
from quiz.deck_format import as_written, flaws_of, read_deck, source_ids, validated, write_deck
from quiz.deck_merge import merge
from quiz.errors import QuizError
from quiz.facts.pool import Broken, facts_of_all, rare_collections, said

if TYPE_CHECKING:
    from quiz.authoring.vocabulary_senses import Books
    from quiz.facts.fact import Fact

Progress = Callable[[int, int], None]
"""Called with articles analysed so far and in all."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; None leaves a published default."""

    output: Path
    title: str | None = None
    max_cards: int | None = None
    min_score: float | None = None
    workers: int = 1
    whole: tuple[Path, ...] = ()
    """The folders that were named: their decks are made of all they hold. Of other folders only some files were named,
    and the cards that their decks have of other articles stay."""
    explain: bool = False
    """Whether the counts of the gates are wanted, which only a build that is really done can give."""
    vocabulary: int = 0
    """Words of each article that get vocabulary cards."""


@dataclass(frozen=True, slots=True)
class Built:
    """One deck as written, with what each gate dropped, the decided cards that lost their sentence, and the hash of
    what it was made from."""

    path: Path
    deck: Deck
    dropped: dict[str, int]
    orphans: tuple[str, ...]
    key: str = ""


def per_article(folders: Sequence[Folder]) -> list[Folder]:
    """Each article as a folder of its own."""
    return [replace(folder, name=article.doc, articles=(article,)) for folder in folders for article in folder.articles]


def build(folders: Sequence[Folder], options: Options, progress: Progress) -> Iterator[Built | QuizError]:
    """Write one deck a folder and give each as it is done; a folder that gives no deck gives its reason instead."""
    with rare_collections():
        yield from _each(folders, options, progress)


def _each(folders: Sequence[Folder], options: Options, progress: Progress) -> Iterator[Built | QuizError]:
    total = sum(len(folder.articles) for folder in folders)
    done = 0
    taken: set[str] = set()
    for folder in folders:
        try:
            path = _place(folder, options, taken)
            key = _fingerprint(folder, options)
            if not options.explain and is_unchanged(key, path):
                done += len(folder.articles)
                progress(done, total)
                yield Built(path, as_written(path), {}, (), key)
                continue
            facts: list[tuple[Article, tuple[Fact, ...]]] = []
            broken: list[Broken] = []
            for pair in facts_of_all(folder.articles, options.workers, broken.append):
                facts.append(pair)
                done += 1
                progress(done, total)
            for article, _ in broken:
                facts.remove((article, ()))
            try:
                built: Built | QuizError = replace(_built(folder, path, facts, options, broken), key=key)
            except QuizError as error:
                built = error
            for article, fault in broken:
                yield QuizError("article-broken", file=article.file, what=said(fault))
            if not broken and isinstance(built, Built):
                with suppress(QuizError):  # a cache that cannot be written costs time, nothing else
                    remember(key, path)
            yield built
        except QuizError as error:
            yield error


def settle(built: Built) -> None:
    """Note that the deck's file as it is now, translated since, is what this build would write again."""
    with suppress(QuizError):
        remember(built.key, built.path)


def _fingerprint(folder: Folder, options: Options) -> str:
    articles = [(article.id, article.file, article.title, article.date, article.sha256) for article in folder.articles]
    memories = [path.read_bytes() for path in _memories(folder)]
    return fingerprint(
        [
            folder.name,
            articles,
            memories,
            options.title,
            options.max_cards,
            options.min_score,
            _is_partial(folder, options),
            (options.vocabulary, _books_digest()) if options.vocabulary else None,
        ]
    )


def _memories(folder: Folder) -> list[Path]:
    return sorted(folder.path.glob("*.tmx")) if folder.path.is_dir() else []


def _built(
    folder: Folder,
    path: Path,
    facts: Sequence[tuple[Article, tuple[Fact, ...]]],
    options: Options,
    broken: list[Broken],
) -> Built:
    """The deck of the folder as written. Articles that make the program fail are added to `broken`; where there are
    any, or only some of the folder's articles were named, cards the deck has of other articles stay."""
    from quiz.authoring.write import make_deck
    from quiz.english.layer import fill
    from quiz.english.memory import Memory
    from quiz.english.translate import by_machine, put

    before = path.read_bytes() if path.exists() else None
    old = validated(before, path) if before is not None else None
    title = options.title or (old.title.fr if old else _readable(folder.name))
    failed: list[Broken] = []
    written = make_deck(
        facts,
        deck_id=path.stem,
        title=title,
        max_cards=options.max_cards,
        min_score=options.min_score,
        broken=failed.append,
    )
    broken += failed
    facts = [pair for pair in facts if all(pair[0] is not article for article, _ in failed)]
    deck, dropped = written.deck, Counter(written.explain)
    if options.vocabulary:
        deck = _with_words(deck, folder, [article for article, _ in facts], options.vocabulary, dropped)
    orphans: tuple[str, ...] = ()
    if old is not None:
        texts = {article.id: article.text for article, _ in facts}
        merged = merge(old, deck, texts, partial=bool(broken) or _is_partial(folder, options))
        deck, orphans = merged.deck, merged.orphans
        if title != old.title.fr:
            deck = replace(deck, title=Bilingual(title))
    deck = fill(deck, Memory.load_tmx(_memories(folder)))
    if old is not None:  # what a translator made of the same French stays
        deck = put(deck, by_machine(old))
    if not deck.cards:
        raise QuizError("no-card", file=folder.path)
    _check(deck, path)
    if (path.read_bytes() if path.exists() else None) != before:  # somebody decided on a card meanwhile: take it in
        return _built(folder, path, facts, options, broken)
    write_deck(path, deck)
    return Built(path, deck, dict(dropped), orphans)


def _with_words(deck: Deck, folder: Folder, articles: Sequence[Article], count: int, dropped: Counter[str]) -> Deck:
    """The deck with vocabulary cards behind the others: meanings are those of the folder's own reviewed English, then
    of FreeDict where it is installed."""
    from quiz.authoring.vocabulary import vocabulary
    from quiz.english.glossary import Glossary, of_pairs
    from quiz.english.memory import Memory

    pairs = Memory.load_tmx(_memories(folder)).pairs()
    made = vocabulary(articles, count, Glossary(of_pairs(pairs)), books())
    dropped.update(made.dropped)
    return replace(deck, cards=(*deck.cards, *made.cards))


def books() -> Books | None:
    """FreeDict's two directions, where both are installed."""
    from quiz.authoring.vocabulary_senses import Books
    from quiz.english.freedict import BACK, NAMES, FreeDict, places

    forth, back = (FreeDict.installed(places(paths.home()), names) for names in (NAMES, BACK))
    return Books(forth, back) if forth is not None and back is not None else None


def _books_digest() -> str | None:
    found = books()
    return None if found is None else found.forth.digest() + found.back.digest()


def slug(name: str) -> str:
    """A name made safe for a file and an id: ASCII letters, digits and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80] or "articles"


def _readable(name: str) -> str:
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:] if words else "Articles"


def _is_partial(folder: Folder, options: Options) -> bool:
    return not any(whole == folder.path or whole in folder.path.parents for whole in options.whole)


def _place(folder: Folder, options: Options, taken: set[str]) -> Path:
    """The deck's file: named after the folder, numbered where that name is another folder's deck."""
    name, count = slug(folder.name), 2
    while f"{name}.json" in taken or not _is_its_own(options.output / f"{name}.json", folder, options):
        name, count = f"{slug(folder.name)}-{count}", count + 1
    taken.add(f"{name}.json")
    return options.output / f"{name}.json"


def _is_its_own(path: Path, folder: Folder, options: Options) -> bool:
    """Whether a deck may be written here: there is none, or the one there has an article of this folder."""
    if not path.exists() or _is_partial(folder, options):
        return True
    own = {article.id for article in folder.articles}
    if not own.isdisjoint(source_ids(path)):
        return True
    return not own.isdisjoint(source.id for source in read_deck(path).sources)


def _check(deck: Deck, path: Path) -> None:
    """Never write what could not be read again. Raises QuizError "deck-invalid"."""
    flaws = flaws_of(json.loads(to_json(deck)))
    if flaws:
        raise QuizError("deck-invalid", file=path, where=flaws[0].where or "-", what=flaws[0].what, n=len(flaws))
