"""Fills the English a deck lacks: layer by layer, at last from the translator that was named, sentence by sentence,
at its pace, and only what `translate_verify` lets stand. Refuses to print and to choose a translator.

`translate_in_background` is what the home screen runs in a thread of its own.
"""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from quiz import paths
from quiz.deck import BLANK, Deck, Origin
from quiz.deck_format import read_deck
from quiz.deck_shelf import Shelf
from quiz.english import translate as deck_texts
from quiz.english.cache import Cache
from quiz.english.layer import kept_names
from quiz.english.memory import Memory
from quiz.english.providers import Provider, provider
from quiz.english.providers_failures import Failure, TranslationFailed
from quiz.english.translate import English
from quiz.english.translate_verify import Flaw, flaw_of, tidied
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.settings import Settings

Progress = Callable[[int, int], None]
"""Called with the texts that have been dealt with and all that were missing."""
Sleep = Callable[[float], None]

TRIES = 3
"""How often one sentence is asked for where asking again can help."""
FIRST_WAIT = 1.0
LONGEST_WAIT = 15.0
"""Seconds; a translator that asks for a longer pause is left alone this time."""
IN_A_ROW = 3
"""So many texts that fail one after the other, and the rest is not asked for."""
MASK = "XXXX"
"""What a blank is sent as: LibreTranslate takes every underscore out, and all of them keep a name they do not know."""
WRITES, BETWEEN_WRITES = 20, 0.1
"""How often the deck is tried to be written while somebody works on it at the desk, and the seconds in between."""
_AT_ONCE = frozenset({Failure.OFFLINE, Failure.QUOTA, Failure.KEY_REFUSED, Failure.BLOCKED, Failure.RATE_LIMITED})
"""Failures that the next text would meet as well."""


@dataclass(slots=True)
class Outcome:
    """What became of the texts that had no English. `failure` is the one that ended the asking, if one did."""

    path: Path
    asked: int = 0
    """Texts that were missing when the translator's turn came."""
    translated: int = 0
    from_cache: int = 0
    refused: Counter[Flaw] = field(default_factory=Counter)
    failed: Counter[Failure] = field(default_factory=Counter)
    failure: Failure | None = None
    left: int = 0
    """Texts that have no English at the end."""
    origins: Counter[Origin] = field(default_factory=Counter)
    """Different texts of the deck by where their English comes from."""


def translate_deck(
    path: Path,
    translator: Provider | None,
    memory: Memory,
    cache: Cache,
    progress: Progress,
    sleep: Sleep = time.sleep,
    *,
    stop: Callable[[], bool] | None = None,
    announce: Callable[[Sequence[str]], None] = lambda _: None,
    given_up: Failure | None = None,
    dry_run: bool = False,
) -> Outcome:
    """Fill the deck in `path` and write it whole, or, where it gained nothing, not at all.

    What was translated is kept also where the translator fails on the way, `stop` says so, or the keyboard interrupts
    (KeyboardInterrupt goes on after the deck is written). A deck that somebody changed meanwhile gets the English as it
    now is. `announce` gets the texts before the first is sent. `given_up` is what ended the asking for another deck:
    then this one has what is here and nobody is asked. With `dry_run` nothing is sent and nothing is written. Raises
    QuizError where the file cannot be read or written.
    """
    before = read_deck(path)
    deck = deck_texts.with_layers(before, memory)
    outcome = Outcome(path)
    found: dict[str, English] = {}
    try:
        if translator is not None:
            wanted = _asked_for(deck, translator, cache, found, outcome)
            if wanted and given_up is not None:
                outcome.failure = given_up
                outcome.failed[given_up] = len(wanted)
            elif wanted:
                announce(wanted)
            if wanted and given_up is None and not dry_run:
                _ask(wanted, deck, translator, cache, found, outcome, progress, sleep, stop)
    finally:
        after = deck_texts.put(deck, found) if dry_run else _written(path, before, deck, memory, found, sleep)
        outcome.left = len(deck_texts.missing(after))
        outcome.origins = deck_texts.origins(after)
    return outcome


def _written(
    path: Path, before: Deck, layered: Deck, memory: Memory, found: Mapping[str, English], sleep: Sleep
) -> Deck:
    """The deck as the file now is, with the English that was found, and written if that adds anything. `layered` is
    what memory and rules made of it `before`."""
    shelf = Shelf(path)
    for left in reversed(range(WRITES)):
        now = shelf.read()
        whole = layered if now.deck == before else deck_texts.with_layers(now.deck, memory)
        after = deck_texts.put(whole, found)
        if after == now.deck:
            break
        try:
            shelf.write(after, over=now.mark)
            break
        except QuizError as error:
            if error.key not in ("desk-changed", "desk-busy") or not left:
                raise
            sleep(BETWEEN_WRITES)
    return after


def _asked_for(
    deck: Deck, translator: Provider, cache: Cache, found: dict[str, English], outcome: Outcome
) -> list[str]:
    """What the translator has to be asked for, once the cache has given what it knows."""
    names = kept_names(deck)
    wanted = []
    for text in deck_texts.missing(deck):
        known = cache.get(translator.name, text)
        if known is not None and flaw_of(text, known, _names_in(text, names)) is None:
            found[text] = (known, translator.quality)
            outcome.from_cache += 1
        else:
            wanted.append(text)
    outcome.asked = len(wanted)
    return wanted


def _ask(
    wanted: Sequence[str],
    deck: Deck,
    translator: Provider,
    cache: Cache,
    found: dict[str, English],
    outcome: Outcome,
    progress: Progress,
    sleep: Sleep,
    stop: Callable[[], bool] | None,
) -> None:
    """Ask for each text; what can be kept is in `found` and in the cache as soon as it is here."""
    names = kept_names(deck)
    asking = Asking(translator, sleep, stop)
    try:
        translator.check()
    except TranslationFailed as error:
        outcome.failure = error.failure
        outcome.failed[error.failure] = len(wanted)
        return
    in_a_row = 0
    for done, text in enumerate(wanted):
        progress(done, len(wanted))
        if stop is not None and stop():
            return
        try:
            english = tidied(asking.text(text))
        except Stopped:
            return
        except TranslationFailed as error:
            outcome.failed[error.failure] += 1
            in_a_row += error.failure is not Failure.TOO_LONG
            if error.failure in _AT_ONCE or in_a_row >= IN_A_ROW:
                outcome.failure = error.failure
                outcome.failed[error.failure] += len(wanted) - done - 1
                return
            continue
        in_a_row = 0
        flaw = flaw_of(text, english, _names_in(text, names))
        if flaw is not None:
            outcome.refused[flaw] += 1
            continue
        cache.keep(translator.name, text, english)
        found[text] = (english, translator.quality)
        outcome.translated += 1
    progress(len(wanted), len(wanted))


class Stopped(Exception):
    """Whoever asked wants no more; what a translator may still answer is not waited for."""


class Asking:
    """Asks one translator, politely: a pause between two requests, more of it after each failure that may pass.

    With `stop`, a request that hangs is left alone as soon as that says True: quitting waits for nobody.
    """

    def __init__(self, translator: Provider, sleep: Sleep = time.sleep, stop: Callable[[], bool] | None = None) -> None:
        self._translator = translator
        self._sleep = sleep
        self._stop = stop
        self._asked = False

    def text(self, text: str) -> str:
        """The English of a text, sentence by sentence. Raises TranslationFailed."""
        masked = text if MASK in text else text.replace(BLANK, MASK)
        pieces = deck_texts.sentences(masked, self._translator.limits.characters)
        english = " ".join(self._sentence(piece) for piece in pieces)
        return english if MASK in text else re.sub(MASK, BLANK, english, flags=re.I)

    def _sentence(self, sentence: str) -> str:
        wait = FIRST_WAIT
        for left in reversed(range(TRIES)):
            if self._asked and self._translator.limits.pause:
                self._sleep(self._translator.limits.pause)
            self._asked = True
            try:
                return self._answer(sentence)
            except TranslationFailed as error:
                if not (error.again and left) or (error.wait or 0) > LONGEST_WAIT:
                    raise
                self._sleep(max(wait, error.wait or 0))
                wait *= 2
        raise AssertionError("the last try returns or raises")

    def _answer(self, sentence: str) -> str:
        """What the translator says. Raises TranslationFailed, and Stopped."""
        if self._stop is None:
            return self._translator.translate(sentence)
        came: SimpleQueue[str | BaseException] = SimpleQueue()

        def ask() -> None:
            try:
                came.put(self._translator.translate(sentence))
            except BaseException as error:
                came.put(error)

        threading.Thread(target=ask, daemon=True).start()
        while not self._stop():
            with suppress(Empty):
                answer = came.get(timeout=0.1)
                if isinstance(answer, BaseException):
                    raise answer
                return answer
        raise Stopped


def _names_in(text: str, names: Iterable[str]) -> list[str]:
    """The names that stand in a text, each with the English that a rule has for it, if any: « Chine » is China."""
    found = [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    if found and find_spec("babel") is not None:
        from quiz.english.names import acronym, place

        found = ["|".join(filter(None, (name, place(name), acronym(name)))) for name in found]
    return found


def memory_of(decks: Sequence[Path], files: Sequence[Path] = ()) -> Memory:
    """What has been reviewed in these decks and in the decks beside them, and in translation memories; where they
    differ, the memories hold. A deck beside them that cannot be read is passed over; a memory raises QuizError."""
    pairs: dict[str, str] = {}
    for folder in {path.parent for path in decks}:
        for beside in sorted(folder.glob("*.json")):
            try:
                pairs |= deck_texts.reviewed(read_deck(beside))
            except QuizError:
                continue
    return Memory(pairs).merged(Memory.load_tmx(files))


# The home screen


@dataclass(frozen=True, slots=True)
class Report:
    """How the work in the background stands, each time it changes. The last one has `ended`; `error` is then what went
    wrong, as a sentence of `errors.toml` whose blanks are filled from `error.details`, and None where nothing did."""

    done: int
    total: int
    ended: bool = False
    left: int = 0
    error: QuizError | None = None


def translate_in_background(
    deck_path: Path,
    settings: Settings,
    report: Callable[[Report], None],
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Translate what one deck lacks with the provider that is set; made to be run in a thread (it blocks).

    `settings.provider` names the translator (None: only the memory and the rules are used), `settings.provider_url` its
    address. `report` is called from this thread, several times, and once more at the end with `ended`; it must hand the
    report over to the screen's own thread (Textual: `app.call_from_thread`). `stop` is asked ten times a second: say
    True and what was done is written and kept, within that time. Never raises: what goes wrong is in the last report.
    The deck's file is written once, at the end, so whoever holds the deck in memory reads the file again then.

    Before the first use ask `notice(settings)` for what is to be said: who gets what.
    """
    last: tuple[int, int] = (0, 0)

    def progress(done: int, total: int) -> None:
        nonlocal last
        last = (done, total)
        report(Report(done, total))

    def patient(seconds: float) -> None:
        until = time.monotonic() + seconds
        while (rest := until - time.monotonic()) > 0 and not stop():
            time.sleep(min(rest, 0.2))

    error: QuizError | None = None
    left = 0
    try:
        name = settings.provider
        translator = provider(name, settings.provider_url) if name else None
        with Cache.open(paths.cache()) as cache:
            memory = memory_of([deck_path])
            outcome = translate_deck(deck_path, translator, memory, cache, progress, patient, stop=stop)
        left = outcome.left
        if translator is not None and outcome.failure is not None:
            error = outcome.failure.as_error(translator.title)
    except QuizError as raised:
        error = raised
    except Exception as raised:  # a thread has nobody to raise to; the class name is all that is safe to show
        error = QuizError("unexpected", what=type(raised).__name__)
    report(Report(*last, ended=True, left=left, error=error))


def notice(settings: Settings) -> tuple[str, dict[str, Any]] | None:
    """What has to be said before texts leave this machine, as a key of the room `translate` and its blanks; None where
    none would leave. Raises QuizError where the provider that is set cannot be used."""
    if settings.provider is None:
        return None
    chosen = provider(settings.provider, settings.provider_url)
    return ("notice", {"provider": chosen.title, "host": chosen.host}) if chosen.online else None
