"""`quiz translate` and `quiz models`: what was typed, done by the rooms beside, said in words. The only place of the
English layer that prints.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz import paths
from quiz.english import translate as deck_texts
from quiz.english import translate_run as run
from quiz.english.cache import Cache
from quiz.english.memory import Memory
from quiz.english.providers import Provider, provider
from quiz.english.providers_failures import Failure, TranslationFailed
from quiz.errors import QuizError, complain
from quiz.files import check_new
from quiz.language import Lang, Words
from quiz.typography import safe_text

if TYPE_CHECKING:
    from quiz.english.providers_offline import Model


def translate(args: Namespace, decks: Sequence[Path], lang: Lang) -> int:
    """Fill what the decks lack in English; 1 where a translator that was asked failed, or a deck could not be used."""
    words = Words(lang, "translate")
    if args.export_tmx:  # told before anything is sent for nothing
        check_new(Path(args.export_tmx))
    translator = chosen(args.provider, args.url)
    memory = run.memory_of(decks, [Path(name) for name in args.tmx or ()])
    status = 0
    failure = None if args.dry_run else _unreachable(decks, translator)
    if failure is not None and translator is not None:  # at once: what can be done here may take its time
        complain(failure.as_error(translator.title), lang)
    for path in decks:
        try:
            outcome = fill(path, translator, memory, words, failure, dry_run=args.dry_run)
        except QuizError as error:
            complain(error, lang)
            status = 1
            continue
        failure = failure or outcome.failure
        status = 1 if outcome.failure else status
    if args.export_tmx:
        export(decks, Path(args.export_tmx), words)
    return status


def _unreachable(decks: Sequence[Path], translator: Provider | None) -> Failure | None:
    """Why the translator plainly cannot be reached, where one will be needed; None where it may."""
    from quiz.deck_format import read_deck

    if translator is None:
        return None
    try:
        if any(deck_texts.missing(read_deck(path)) for path in decks):
            translator.check()
    except TranslationFailed as error:
        return error.failure
    except QuizError:  # a deck that cannot be read is told when its turn comes
        pass
    return None


def chosen(name: str | None, url: str | None) -> Provider | None:
    """The translator that was named, else the one that is set, else none: nothing leaves the machine unasked. Raises
    QuizError."""
    from quiz import settings

    kept, _ = settings.load_or_usual(paths.home())  # what is wrong with them has been told
    name = name or kept.provider
    if name is None:
        if url:
            raise QuizError("provider-url-alone", status=2)
        return None
    return provider(name, url or (kept.provider_url if name == kept.provider else None))


def fill(
    path: Path,
    translator: Provider | None,
    memory: Memory,
    words: Words,
    given_up: Failure | None = None,
    *,
    dry_run: bool = False,
) -> run.Outcome:
    """Fill one deck and say what came of it. `given_up` is what ended the asking before. Ctrl-C says so and goes on
    upwards."""

    def announce(texts: Sequence[str]) -> None:
        assert translator is not None
        _say_where(path, translator, texts, words, dry_run=dry_run)

    try:
        with Cache.open(paths.cache()) as cache:
            outcome = run.translate_deck(
                path, translator, memory, cache, _progress(words),
                announce=announce, given_up=given_up, dry_run=dry_run,
            )  # fmt: skip
    except KeyboardInterrupt:
        _show("")
        print(words.say("stopped"))
        raise
    _show("")
    if dry_run:
        _say_origins("would-be", outcome, words)
        if translator is None and outcome.left:
            print(words.say("left-no-provider", n=outcome.left))
    else:
        _say_outcome(outcome, translator, words)
    return outcome


def fill_alone(path: Path, translator: Provider, lang: Lang) -> bool:
    """Fill a deck that was just built; True where the translator failed."""
    return fill(path, translator, run.memory_of([path]), Words(lang, "translate")).failure is not None


def export(decks: Sequence[Path], file: Path, words: Words) -> None:
    """Write what was reviewed in these decks as a translation memory. Raises QuizError where there is nothing."""
    from quiz.deck_format import read_deck

    pairs: dict[str, str] = {}
    for path in decks:
        pairs |= deck_texts.reviewed(read_deck(path))
    if not pairs:
        raise QuizError("translate-nothing-reviewed", file=decks[0])
    memory = Memory(pairs)
    memory.save_tmx(file)
    print(words.say("exported", n=len(memory), file=safe_text(str(file))))


def models(args: Namespace, lang: Lang) -> int:
    """The offline models there are, or one more."""
    from quiz.english import providers_offline as offline

    words = Words(lang, "translate")
    if args.action == "add":
        source = Path(args.source) if args.source else None
        if source is None and args.name == offline.PAIR and offline.has_engine():
            print(words.say("model-fetching", name=safe_text(args.name)), file=sys.stderr)
        made, tried = offline.add(args.name, source)
        print(words.say("model-added", n=len(made.checksums), **_shown(made)))
        if not tried:
            print(words.say("model-untried", name=made.pair))
        return 0
    found = offline.model()
    if found is None:
        print(words.say("models-none"))
        return 0
    whole = found.is_whole()
    print(words.say("model-line" if whole else "model-damaged", **_shown(found)))
    return 0 if whole else 1


def _shown(model: Model) -> dict[str, Any]:
    return {"name": model.pair, "megabytes": f"{model.size / 1e6:.1f}", "folder": safe_text(str(model.folder))}


def _say_where(path: Path, translator: Provider, texts: Sequence[str], words: Words, *, dry_run: bool) -> None:
    """Who will get what, before it goes."""
    key = ("would-send" if dry_run else "sending") if translator.online else "here"
    shown = {"provider": translator.title, "host": translator.host, "characters": sum(map(len, texts))}
    print(words.say(key, n=len(texts), file=safe_text(str(path)), **shown), flush=True)


def _say_origins(key: str, outcome: run.Outcome, words: Words) -> None:
    origins = {name: outcome.origins[name] for name in ("reviewed", "rule", "machine", "rough", "none")}
    print(words.say(key, file=safe_text(str(outcome.path)), **origins))


def _say_outcome(outcome: run.Outcome, translator: Provider | None, words: Words) -> None:
    _say_origins("origins", outcome, words)
    if outcome.translated or outcome.from_cache:
        print(words.say("translated", n=outcome.translated, cached=outcome.from_cache))
    if not outcome.left:
        print(words.say("complete"))
        return
    if translator is None:
        print(words.say("left-no-provider", n=outcome.left))
        return
    errors = Words(words.lang, "errors")
    for failure, count in sorted(outcome.failed.items(), key=lambda item: (-item[1], item[0].value)):
        why = errors.say(failure.key, provider=translator.title)
        print(words.say("left-failure", n=count, why=why))
    for flaw, count in sorted(outcome.refused.items(), key=lambda item: (-item[1], item[0])):
        print(words.say("left-flaw", n=count, why=words.say(f"flaw-{flaw}")))
    alike = outcome.left - outcome.failed.total() - outcome.refused.total()
    if alike > 0:
        print(words.say("left-choices", n=alike))


def _progress(words: Words) -> run.Progress:
    width = 20

    def progress(done: int, total: int) -> None:
        bar = "█" * (width * done // max(total, 1))
        _show(f"{bar:░<{width}} {words.say('progress', done=done, total=total)}")

    return progress


def _show(text: str) -> None:
    """Write over the line of progress, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
