"""What each command does, one function a command: call the room that knows, print what it gives, say how it ended.
Those that make decks are in `making`.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import deck_finding, paths
from quiz.errors import QuizError, complain
from quiz.language import Lang, Words
from quiz.typography import safe_text

if TYPE_CHECKING:
    from quiz.deck_finding import Found
    from quiz.settings import Settings
    from quiz.study.history import History


def build_deck(args: argparse.Namespace, lang: Lang) -> int:
    """Articles in, one deck file a folder out."""
    from quiz import making

    return making.build_deck(args, lang)


def facts(args: argparse.Namespace, lang: Lang) -> int:
    """Every fact found, one a line."""
    from quiz import making

    return making.facts(args, lang)


def check(args: argparse.Namespace, lang: Lang) -> int:
    """Validate and lint decks; or print the schema."""
    from quiz import deck_format

    if args.schema:
        print(json.dumps(deck_format.schema(), ensure_ascii=False, indent=1))
        return 0
    return max([_check_one(path, lang) for path in deck_finding.files(args.decks)])


def _check_one(path: Path, lang: Lang) -> int:
    from quiz import deck_format
    from quiz.deck_lint import lint

    words = Words(lang, "cli")

    def line(card: str, level: str, what: str) -> None:
        print(safe_text(words.say("finding", file=path, card=card, level=words.say(f"level-{level}"), what=what)))

    try:
        flaws = deck_format.flaws_of(deck_format.parse(path))
        for flaw in flaws:
            line(flaw.where or "-", "error", flaw.what.sentence(lang))
        if flaws:
            return 1
        deck = deck_format.read_deck(path)
    except QuizError as error:
        complain(error, lang)
        return 1
    findings = list(lint(deck))
    for finding in findings:
        line(finding.card, finding.level, words.say(finding.key))
    if not findings:
        print(words.say("checked", n=len(deck.cards), file=_shown(path)))
    return 1 if any(finding.level == "error" for finding in findings) else 0


def review_deck(args: argparse.Namespace, lang: Lang) -> int:
    """The teacher's desk over one deck, named by its file or by its name as in `play`; in a pipe, one line a card."""
    from quiz.tui.desk import app

    return app.review(deck_finding.files([args.deck])[0], lang=lang)


def play(args: argparse.Namespace, lang: Lang) -> int:
    """Study, full screen or line by line."""
    gc.disable()  # nothing made before the first screen is garbage; the screen turns it on again
    try:
        return _play(args, lang)
    finally:
        gc.enable()


def _play(args: argparse.Namespace, lang: Lang) -> int:
    from quiz.english.at_hand import AtHand
    from quiz.speech import Voice
    from quiz.study import keeping_command
    from quiz.study.session import Limits

    found = _decks(args.decks, lang)
    decks = found.decks
    usual: Settings = args.usual
    if args.teams:
        gc.enable()
        from quiz.classroom.commands import full_screen
        from quiz.tui.lesson import screens

        if not full_screen(args.plain):
            raise QuizError("teams-need-screen")
        return screens.teams(decks, args, usual, paths.home(), lang, _now().isoformat())
    notices = [*([args.usual_wrong] if args.usual_wrong else []), *found.aside]
    limits = Limits(
        new=usual.new if args.new is None else args.new,
        reviews=usual.reviews,
        limit=args.limit,
        retention=usual.retention,
    )
    with keeping_command.copied(lang, _now), _history(args, lang) as history, Voice() as voice:
        if newcomer := _newcomer(history):
            complain(newcomer, lang)
            notices.append(newcomer)
        streams = (sys.stdin, sys.stdout, sys.stderr)  # the full screen is drawn on standard error
        lookup = AtHand(decks, paths.home)
        dumb = os.environ.get("TERM") == "dumb"  # a terminal that cannot place its cursor
        if args.plain or dumb or not all(stream.isatty() for stream in streams):
            from quiz import plain

            gc.enable()
            return plain.play(
                history,
                decks,
                lang=lang,
                limits=limits,
                cram=args.cram,
                from_english=args.from_english or usual.from_english,
                english_always=usual.english_always,
                lookup=lookup,
                voice=voice,
                clock=_now,
                stdin=sys.stdin,
                stdout=sys.stdout,
            )
        from quiz.english.translate_offer import Offer
        from quiz.tui import ownkeys, start
        from quiz.tui.setup import Setup

        home = paths.home()
        keys, wrong = ownkeys.read_or_usual(home)
        if wrong is not None:
            complain(wrong, lang)
            notices.insert(0, wrong)
        setup = Setup(
            usual,
            home,
            keys,
            translate=Offer(),
            from_english=args.from_english,
            lookup=lookup,
            voice=voice,
            notice=" ".join(notice.sentence(lang) for notice in notices),
        )
        return start.play(history, decks, lang=lang, limits=limits, cram=args.cram, clock=_now, setup=setup)


def decks(args: argparse.Namespace, lang: Lang) -> int:
    """The decks there are, with what is due in each."""
    from quiz.phrases import local_title

    words = Words(lang, "cli")
    found = _decks([], lang).decks
    with _history(args, lang, read_only=True, known=True) as history:
        for status in history.overview(found, _now()):
            title = local_title(status.deck.title, lang)
            counts = {"due": status.due, "learning": status.learning, "new": status.new, "total": status.total}
            print(words.say("deck-line", title=title, file=_shown(status.deck.path or Path()), **counts))
    return 0


def stats(args: argparse.Namespace, lang: Lang) -> int:
    """How it is going."""
    from quiz.study.order import Limits
    from quiz.study.stats import stats as of

    with _history(args, lang, read_only=True, known=True) as history:
        usual: Settings = args.usual
        figures = of(
            history, _decks([], lang).decks, _now(), Limits(usual.new, usual.reviews, retention=usual.retention)
        )
    if args.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print(Words(lang, "cli").say("stats-line", **figures | {"due": figures["due"] - figures["learning"]}))
    return 0


def optimize(args: argparse.Namespace, lang: Lang) -> int:
    """The scheduler fitted to the learner."""
    from quiz.study import keeping_command

    return keeping_command.optimize(args, lang, _history)


def export(args: argparse.Namespace, lang: Lang) -> int:
    """The history into a file of lines."""
    from quiz.study import keeping_command

    return keeping_command.export(args, lang, _history)


def import_(args: argparse.Namespace, lang: Lang) -> int:
    """An export into the history, under a name of one's choice."""
    from quiz.study import keeping_command

    return keeping_command.merge(args, lang, _history, learner=args.learner)


def merge(args: argparse.Namespace, lang: Lang) -> int:
    """Another machine's history into this one's."""
    from quiz.study import keeping_command

    return keeping_command.merge(args, lang, _history)


def backup(args: argparse.Namespace, lang: Lang) -> int:
    """A copy of the history."""
    from quiz.study import keeping_command

    return keeping_command.backup(args, lang, _now())


def restore(args: argparse.Namespace, lang: Lang) -> int:
    """A copy of the history put back."""
    from quiz.study import keeping_command

    return keeping_command.restore(args, lang, _now())


def translate(args: argparse.Namespace, lang: Lang) -> int:
    """Fill what decks lack in English."""
    from quiz.english import translate_command

    return translate_command.translate(args, deck_finding.files(args.decks), lang)


def models(args: argparse.Namespace, lang: Lang) -> int:
    """The models of the offline translator."""
    from quiz.english import translate_command

    return translate_command.models(args, lang)


def host(args: argparse.Namespace, lang: Lang) -> int:
    """A lesson with a class, the teacher's side."""
    from quiz.classroom import commands

    decks = [] if args.resume is not None or args.check else list(_decks(args.decks, lang).decks)
    show = None
    if commands.full_screen(args.plain):
        from quiz.tui.lesson import screens

        show = screens.host(lang, settings_or_usual()[0], paths.home())
    return commands.host(args, decks, paths.home(), lang, show)


def join(args: argparse.Namespace, lang: Lang) -> int:
    """A lesson with a class, a pupil's side."""
    from quiz.classroom import commands

    show = None
    if commands.full_screen(args.plain):
        from quiz.tui.lesson import screens

        show = screens.join(lang, settings_or_usual()[0], paths.home())
    return commands.join(args, paths.home(), lang, show)


def class_(args: argparse.Namespace, lang: Lang) -> int:
    """The lessons kept on this machine."""
    from quiz.classroom import class_command

    return class_command.class_(args, paths.home(), _now(), lang)


def print_(args: argparse.Namespace, lang: Lang) -> int:
    """A quiz on paper."""
    from quiz.exchange import paper_command

    return paper_command.print_decks(args, _decks(args.decks, lang).decks, lang)


_DOCTORS = ("quiz.english.providers_doctor", "quiz.english.glossary_doctor")
"""Modules with more lines for the doctor: `rows(lang, network)` gives pairs of what works and the words for it."""


def doctor(args: argparse.Namespace, lang: Lang) -> int:
    """What works on this machine; with `--network`, whom it can reach."""
    from importlib import import_module

    from quiz import making

    words = Words(lang, "cli")
    shipped = len(list(paths.shipped_decks().glob("*.json")))
    rows = [
        (True, words.say("doctor-python", version=sys.version.split()[0])),
        (_can_be_written(paths.home()), words.say("doctor-home", path=paths.home())),
        (shipped > 0, words.say("doctor-decks", n=shipped)),
        (making.missing() is None, words.say("doctor-build")),
        (sys.stdout.isatty(), words.say("doctor-terminal")),
    ]
    more = (row for name in _DOCTORS for row in import_module(name).rows(lang, args.network))
    for works, what in (*rows, *more):
        print(words.say("doctor-ok" if works else "doctor-missing", what=safe_text(what)))
    return 0


def _can_be_written(folder: Path) -> bool:
    """Whether a file can be made in the folder, or the folder itself where it is not there yet. Makes neither."""
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _decks(named: Sequence[str], lang: Lang) -> Found:
    """The decks named, else those at hand; what was passed over is told on standard error."""

    def before(path: Path) -> None:
        print(Words(lang, "cli").say("deck-reading", file=_shown(path)), file=sys.stderr, flush=True)

    found = deck_finding.find(named, before)
    for notice in found.aside:
        complain(notice, lang)
    return found


def _history(args: argparse.Namespace, lang: Lang, *, read_only: bool = False, known: bool = False) -> History:
    """The history of the learner who was named, or is set; what had to be mended on the way is told on standard error.
    With `known` a learner who is named must have played already, so that a slip is not taken for somebody who has done
    nothing: raises QuizError "learner-unknown", and "learner-first" where nobody at all has played yet."""
    from quiz.study.history import DEFAULT_LEARNER, History

    named: str | None = getattr(args, "learner", None)
    learner = args.usual.learner or DEFAULT_LEARNER if named is None else named
    history = History.open(paths.home() / "history.sqlite", learner=learner, read_only=read_only)
    for notice in history.notices:
        complain(notice, lang)
    if known and named is not None and not history.known:
        there = history.learners()
        history.close()
        if not there:
            raise QuizError("learner-first", learner=history.learner)
        raise QuizError("learner-unknown", learner=history.learner, learners=", ".join(there))
    return history


def _newcomer(history: History) -> QuizError | None:
    """What to say of a learner who has never played, where others have: a slip in a name must not begin a history
    without a word. The name that is near comes alone, else those who played last."""
    others = [] if history.known else history.learners()
    if not others:
        return None
    from quiz.guessing import nearest

    near = nearest(history.learner, others)
    named = [near] if near else [*others[:5], *(["…"] if others[5:] else [])]
    return QuizError("learner-new", learner=history.learner, learners=", ".join(named))


def settings_or_usual() -> tuple[Settings, QuizError | None]:
    """What was set on this machine, or the defaults and what is wrong with the file."""
    from quiz.settings import load_or_usual

    return load_or_usual(paths.home())


def _now() -> datetime:
    return datetime.now(UTC)


def _shown(path: Path) -> str:
    return safe_text(str(path))


COMMANDS: dict[str, Callable[[argparse.Namespace, Lang], int]] = {
    "build-deck": build_deck,
    "facts": facts,
    "check": check,
    "review-deck": review_deck,
    "play": play,
    "decks": decks,
    "stats": stats,
    "optimize": optimize,
    "export": export,
    "import": import_,
    "merge": merge,
    "backup": backup,
    "restore": restore,
    "translate": translate,
    "models": models,
    "host": host,
    "join": join,
    "class": class_,
    "print": print_,
    "doctor": doctor,
}
