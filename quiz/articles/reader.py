"""Files and folders in, articles out, and the reason for every file that gave none.

Refuses to know what is done with an article. Opens regular files only, reads no more than `SIZE_CAP` bytes of each and
writes nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.articles.article import Article
from quiz.articles.blocks import blocks_of
from quiz.articles.cleaning import clean
from quiz.errors import QuizError
from quiz.typography import fold

SIZE_CAP = 5_000_000
"""The largest file that is read, in bytes: some eight hundred thousand words."""
ENDINGS = (".txt", ".md", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Folder:
    """The articles of one folder, in the order of their names: one deck."""

    name: str
    path: Path
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that gave no article. `named`: the user named it, rather than a folder it is in."""

    file: str
    error: QuizError
    named: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of the paths. `notes` are files left out for no fault of theirs (the same text twice)."""

    folders: tuple[Folder, ...]
    refused: tuple[Refusal, ...]
    notes: tuple[Refusal, ...] = ()


def article_of_text(text: str, *, doc: str = "texte", file: str = "texte.txt") -> Article:
    """An article of text that is already decoded, as a .txt file would give it."""
    text = clean(text)
    layout = blocks_of(text)
    return Article(
        id=safe_id(doc),
        doc=doc,
        file=file,
        title=layout.title,
        date=layout.date,
        language="fr",
        text=text,
        blocks=layout.blocks,
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
    )


def safe_id(name: str) -> str:
    """`name` in lower-case ASCII letters, digits, `-`, `_` and `.`, for use as an id or a file's name."""
    return re.sub(r"[^a-z0-9_.]+", "-", fold(name)).strip("-.") or "article"


def read_article(path: Path, *, force: bool = False) -> Article:
    """The article in one file. Raises QuizError with the reason where there is none; `force` takes any language."""
    text = path.read_text(encoding="utf-8-sig")
    return article_of_text(text, doc=path.stem, file=path.name)


def read_paths(paths: Sequence[Path], *, force: bool = False) -> Reading:
    """The articles of files and folders, a folder of articles for each folder they stand in."""
    folders: dict[Path, list[Article]] = {}
    for path in paths:
        files = [path] if path.is_file() else sorted(path.iterdir())
        for file in files:
            if file.suffix.lower() in ENDINGS:
                folders.setdefault(file.absolute().parent, []).append(read_article(file, force=force))
    return Reading(tuple(Folder(path.name, path, tuple(articles)) for path, articles in folders.items()), ())
