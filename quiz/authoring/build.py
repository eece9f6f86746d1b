"""From folders of articles to deck files: the order of things for `quiz build-deck`. Knows no wording and no screen."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.articles.article import Article
from quiz.articles.reader import Folder
from quiz.authoring import write
from quiz.deck import Bilingual, Deck
from quiz.deck_format import read_deck, write_deck
from quiz.deck_merge import merge
from quiz.english.layer import fill
from quiz.english.memory import Memory
from quiz.errors import QuizError
from quiz.facts.extract import extract_many
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


@dataclass(frozen=True, slots=True)
class Built:
    """One deck as written, with what each gate dropped and the decided cards that lost their sentence."""

    path: Path
    deck: Deck
    dropped: dict[str, int]
    orphans: tuple[str, ...]

    @property
    def forms(self) -> Counter[str]:
        """How many cards there are of each form."""
        return Counter(card.form for card in self.deck.cards)


def per_article(folders: Sequence[Folder]) -> list[Folder]:
    """Each article as a folder of its own."""
    return [replace(folder, name=article.doc, articles=(article,)) for folder in folders for article in folder.articles]


def build(folders: Sequence[Folder], options: Options, progress: Progress) -> Iterator[Built | QuizError]:
    """Write one deck a folder and give each as it is done; a folder that gives no deck gives its reason instead."""
    total = sum(len(folder.articles) for folder in folders)
    done = 0
    taken: set[str] = set()
    for folder in folders:
        facts: list[tuple[Article, tuple[Fact, ...]]] = []
        for pair in extract_many(folder.articles, workers=options.workers):
            facts.append(pair)
            done += 1
            progress(done, total)
        try:
            yield _built(folder, facts, options, taken)
        except QuizError as error:
            yield error


def _built(
    folder: Folder, facts: Sequence[tuple[Article, tuple[Fact, ...]]], options: Options, taken: set[str]
) -> Built:
    name = _free_name(slug(folder.name), taken)
    path = options.output / f"{name}.json"
    old = read_deck(path) if path.exists() else None
    memory = Memory.load_tmx(sorted(folder.path.glob("*.tmx"))) if folder.path.is_dir() else Memory.load_tmx([])
    limits = {
        key: value
        for key, value in (("max_cards", options.max_cards), ("min_score", options.min_score))
        if value is not None
    }
    title = options.title or (old.title.fr if old else _readable(folder.name))
    written = write.make_deck(facts, deck_id=name, title=title, **limits)
    deck = written.deck
    orphans: tuple[str, ...] = ()
    if old is not None:
        texts = {article.id: article.text for article, _ in facts}
        merged = merge(old, deck, texts)
        deck, orphans = merged.deck, merged.orphans
        if options.title and options.title != old.title.fr:
            deck = replace(deck, title=Bilingual(options.title))
    deck = fill(deck, memory)
    if not deck.cards:
        raise QuizError("no-card", file=folder.path)
    write_deck(path, deck)
    return Built(path, deck, dict(written.explain), orphans)


def slug(name: str) -> str:
    """A name made safe for a file and an id: ASCII letters, digits and hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80] or "articles"


def _readable(name: str) -> str:
    words = re.sub(r"[-_]+", " ", name).strip()
    return words[:1].upper() + words[1:] if words else "Articles"


def _free_name(name: str, taken: set[str]) -> str:
    free, count = name, 2
    while free in taken:
        free, count = f"{name}-{count}", count + 1
    taken.add(free)
    return free
