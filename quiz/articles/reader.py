"""Files and folders in, articles out, and the reason for every file that gave none.

Refuses to know what is done with an article. Opens regular files only, reads no more than `SIZE_CAP` bytes of each and
writes nothing.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.articles.article import Article
from quiz.articles.blocks import Layout, blocks_of
from quiz.articles.cleaning import clean
from quiz.articles.decoding import decode
from quiz.articles.markdown import read_markdown
from quiz.articles.tongue import language_of
from quiz.errors import QuizError
from quiz.typography import fold, safe_text

SIZE_CAP = 3_000_000
"""The largest file that is read, in bytes: a web page with its pictures inside may be that large."""
TEXT_CAP = 600_000
"""The longest text, in characters: a hundred thousand words, a novel. Longer ones would keep the reader waiting."""
ENDINGS = (".txt", ".md", ".html", ".htm")
_ID_CHARS = 80


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


def _too_long(text: str, file: str) -> str:
    """`text`, if it is no longer than an article may be. Raises QuizError."""
    if len(text) > TEXT_CAP:
        raise QuizError("article-too-long", file=file, thousands=TEXT_CAP // 1000)
    return text


def article_of_text(text: str, *, doc: str = "texte", file: str = "texte.txt") -> Article:
    """An article of text that is already decoded, as a .txt file would give it."""
    text = clean(text)
    return _article(text, blocks_of(text), doc, file)


def safe_id(name: str) -> str:
    """`name` in lower-case ASCII letters, digits, `-`, `_` and `.`, for use as an id or a file's name."""
    slug = re.sub(r"[^a-z0-9_.]+", "-", fold(name)).strip("-.")
    if len(slug) > _ID_CHARS:
        slug = f"{slug[:_ID_CHARS]}-{_short_hash(name)}"
    return slug or f"article-{_short_hash(name)}"


def read_article(path: Path, *, force: bool = False) -> Article:
    """The article in one file. Raises QuizError with the reason where there is none; `force` takes any language."""
    file = shown(path)
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise QuizError("article-ending", file=file)
    data = _bytes_of(path, file)
    if not data.strip():
        raise QuizError("article-empty", file=file)
    doc, name = shown(Path(path.stem)), shown(Path(path.name))
    if ending in (".html", ".htm"):
        article = _from_html(data, doc, name, file)
    elif ending == ".md":
        markdown = read_markdown(clean(_too_long(decode(data, file), file)))
        layout = blocks_of(markdown.text, holes=markdown.holes)
        layout = replace(layout, title=markdown.title or layout.title, date=markdown.date or layout.date)
        article = _article(markdown.text, layout, doc, name)
    else:
        article = article_of_text(_too_long(decode(data, file), file), doc=doc, file=name)
    if not article.blocks:
        raise QuizError("article-empty", file=file)
    language = language_of(_body(article) or article.text)
    if language != "fr" and not force:
        raise QuizError("article-not-french", file=file)
    return replace(article, language=language)


def read_paths(paths: Sequence[Path], *, force: bool = False) -> Reading:
    """The articles of files and folders: a `Folder` for each folder they stand in, in the order they were first met.

    A folder stands for the files directly inside it; the folders inside it are folders of their own. In a folder hidden
    files and other endings are passed over in silence; every other file that gives no article is among the refused.
    """
    found: dict[Path, dict[str, Article]] = {}
    refused: list[Refusal] = []
    notes: list[Refusal] = []
    for path, named in _files(paths, refused):
        home = path.absolute().parent
        there = found.setdefault(home, {})
        if path.name in there:
            continue
        try:
            there[path.name] = read_article(path, force=force)
        except QuizError as error:
            refused.append(Refusal(shown(path), error, named))
    folders = []
    names: set[str] = set()
    for home, there in found.items():
        articles = _once(home, there, notes)
        if articles:
            name = _folder_name(home, names)
            names.add(name)
            folders.append(Folder(name, home, _with_ids(articles)))
    return Reading(tuple(folders), tuple(refused), tuple(notes))


def shown(path: Path) -> str:
    """A path as it may be printed and stored: one line, no controls, bytes that are no UTF-8 as U+FFFD."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return " ".join(safe_text(re.sub(r"[\n\t\r]", " ", text)).split(" ")) or "."


def _article(text: str, layout: Layout, doc: str, file: str) -> Article:
    text = text.encode("utf-8", "replace").decode("utf-8") if _has_surrogates(text) else text
    return Article(
        id=safe_id(doc),
        doc=doc,
        file=file,
        title=layout.title,
        date=layout.date,
        language="fr",
        text=text,
        blocks=layout.blocks,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


_SURROGATE = re.compile("[\ud800-\udfff]")


def _has_surrogates(text: str) -> bool:
    return _SURROGATE.search(text) is not None


def _from_html(data: bytes, doc: str, name: str, file: str) -> Article:
    from quiz.articles.html import declared_charset, read_html

    page = read_html(clean(decode(data, file, declared_charset(data))))
    if page is None:
        raise QuizError("article-no-text", file=file)
    layout = blocks_of(_too_long(page.text, file), page.known)
    layout = replace(layout, title=page.title or layout.title, date=page.date or layout.date)
    return _article(page.text, layout, doc, name)


def _bytes_of(path: Path, file: str) -> bytes:
    """What a regular file holds. Looks before it opens, so that a pipe or a device is never waited for."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode) or not stat.S_ISREG(found.st_mode):
            raise QuizError("article-special", file=file)
        if found.st_size > SIZE_CAP:
            raise QuizError("article-too-large", file=file, megabytes=SIZE_CAP // 1_000_000)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise QuizError("article-special", file=file)
            data = opened.read(SIZE_CAP + 1)
    except (OSError, ValueError) as error:
        raise _reason(error, file) from error
    if len(data) > SIZE_CAP:
        raise QuizError("article-too-large", file=file, megabytes=SIZE_CAP // 1_000_000)
    return data


def _reason(error: OSError | ValueError, file: str) -> QuizError:
    if isinstance(error, PermissionError):
        return QuizError("article-forbidden", file=file)
    if isinstance(error, FileNotFoundError) or (isinstance(error, OSError) and error.errno == errno.ELOOP):
        return QuizError("article-broken-link" if Path(file).is_symlink() else "path-missing", file=file)
    return QuizError("article-unreadable", file=file, reason=getattr(error, "strerror", None) or type(error).__name__)


def _files(paths: Iterable[Path], refused: list[Refusal]) -> Iterator[tuple[Path, bool]]:
    """The files that the paths stand for, each with whether it was named itself."""
    for path in paths:
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            refused.append(Refusal(shown(path), _reason(error, shown(path)), True))
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, refused)
        else:
            yield path, True


def _walk(top: Path, refused: list[Refusal]) -> Iterator[tuple[Path, bool]]:
    """The article files of a folder, then those of the folders inside it. Links to folders are not followed: they may
    lead round in a circle or out of the folder."""
    waiting = [(top, True)]
    while waiting:
        folder, named = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: (unicodedata.normalize("NFC", entry.name), entry.name))
        except OSError as error:
            refused.append(Refusal(shown(folder), _reason(error, shown(folder)), named))
            continue
        inside: list[Path] = []
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                inside.append(path)
            elif path.suffix.lower() in ENDINGS:
                yield path, False
            elif _links_to_folder(entry):
                refused.append(Refusal(shown(path), QuizError("article-folder-link", file=shown(path)), False))
        waiting += [(path, False) for path in reversed(inside)]


def _links_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False


def _once(home: Path, there: dict[str, Article], notes: list[Refusal]) -> list[Article]:
    """The articles of a folder in the order of their names, one for each text; the others are noted."""
    kept: list[Article] = []
    seen: dict[str, str] = {}
    for name in sorted(there, key=lambda name: (unicodedata.normalize("NFC", name), name)):
        article = there[name]
        key = hashlib.sha256(fold(_body(article) or article.text).encode("utf-8")).hexdigest()
        if key in seen:
            file = shown(home / name)
            notes.append(Refusal(file, QuizError("article-duplicate", file=file, other=seen[key]), False))
            continue
        seen[key] = article.file
        kept.append(article)
    return kept


def _body(article: Article) -> str:
    told = (
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind in ("prose", "list", "blockquote")
    )
    return " ".join(told)


def _with_ids(articles: list[Article]) -> tuple[Article, ...]:
    """The articles with ids of their own. Where two would share one, a .txt file has it and the others add a mark made
    of their file's name, so that an id does not depend on how many there are."""
    taken: dict[str, Article] = {}
    ordered = sorted(articles, key=_id_order)
    for article in ordered:
        own = article.id
        if own in taken:
            own = f"{own}-{_short_hash(article.file)}"
        while own in taken:  # names that differ in characters that cannot be shown
            own += "x"
        taken[own] = replace(article, id=own)
    renamed = {id(old): new for old, new in zip(ordered, taken.values(), strict=True)}
    return tuple(renamed[id(article)] for article in articles)


def _id_order(article: Article) -> tuple[bool, str]:
    return (not article.file.lower().endswith(".txt"), article.file)


def _short_hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:6]


def _folder_name(home: Path, taken: set[str]) -> str:
    """The folder's name; with its parent's before it where another folder has that name already."""
    parts = [shown(Path(part)) for part in home.parts if part != home.anchor] or ["articles"]
    for depth in range(1, len(parts) + 1):
        name = "-".join(parts[-depth:])
        if name not in taken:
            return name
    return f"{parts[-1]}-{_short_hash(str(home))}"
