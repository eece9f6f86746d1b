"""The commands: parse what was typed, call one function below, print what it gave. Imports stay inside each command,
so that `quiz --help` costs little more than Python itself and `quiz play` never loads what only makes decks.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from quiz import __version__
from quiz.errors import QuizError, complain
from quiz.language import Lang, Words, of_locale


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 done, 1 could not be done or a check failed, 2 wrong usage."""
    argv = sys.argv[1:] if argv is None else list(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that lacks a character shows "?" rather than nothing at all
            stream.reconfigure(errors="replace")
    asked = _lang_asked_for(argv)
    lang = asked or of_locale()
    try:
        if not argv:
            _parser(lang, argv).print_help(sys.stderr)
            return 2
        args = _parser(lang, argv).parse_args(argv)
        from quiz import commands

        # Read once, for whatever the command needs of them.
        args.usual, args.usual_wrong = commands.settings_or_usual()
        lang = asked or args.usual.lang or lang
        if args.usual_wrong is not None:
            complain(args.usual_wrong, lang)
        status = commands.COMMANDS[args.command](args, lang)
        sys.stdout.flush()
        return status
    except QuizError as error:
        complain(error, lang)
        return error.status
    except KeyboardInterrupt:
        complain(QuizError("interrupted"), lang)
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (`quiz facts … | head`): nothing is left to say and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if "--debug" in argv:
            raise
        complain(QuizError("output-failed", reason=error.strerror or type(error).__name__), lang)
        if error.errno == 28:  # the disk is full: what is still in the buffer would only fail again at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if "--debug" in argv:
            raise
        complain(QuizError("unexpected", what=type(error).__name__), lang)
        return 1


def _lang_asked_for(argv: Sequence[str]) -> Lang | None:
    """The value of `--lang`, which must be known before the parser can speak."""
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if value in ("fr", "en") and word.startswith("--lang"):
            return "fr" if value == "fr" else "en"
    return None


class _Parser(argparse.ArgumentParser):
    """argparse in the interface's language, whose complaints are ours: one sentence, exit status 2."""

    words: Words

    def error(self, message: str) -> NoReturn:
        raise QuizError("usage", status=2, what=message, prog=self.prog)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does; an option that is unknown is looked for among those of the command."""
        self._check_before_command(args)
        parsed, extra = self.parse_known_args(args, namespace)
        if extra:
            command = self._commands().get(getattr(parsed, "command", ""), self)
            typed = next((word for word in extra if word.startswith("-")), "")
            sentence = "unrecognized arguments: %s"
            what = argparse._(sentence) % " ".join(extra)  # type: ignore[attr-defined]
            command._perhaps(typed.partition("=")[0], command._option_string_actions, what)
            command.error(what)
        return parsed

    def _check_before_command(self, args: Sequence[str]) -> None:
        """Complain of an unknown option where it stands: argparse would take its value for the command."""
        words = iter(args)
        for word in words:
            if not word.startswith("-") or word == "--":
                return
            typed, _, value = word.partition("=")
            action = self._option_string_actions.get(typed)
            if action is None:
                here = [name for name, parser in self._commands().items() if name in args and typed in parser.options]
                if here:
                    self.error(self.words.say("after-command", option=typed, command=here[0]))
                what = self.words.say("unknown-word", word=typed)
                self._perhaps(typed, self._option_string_actions, what)
                self.error(what)
            elif action.nargs is None and not value:
                next(words, None)

    @property
    def options(self) -> Iterable[str]:
        """The options there are, each with its dashes."""
        return self._option_string_actions.keys()

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            named = [choice for choice in action.choices if isinstance(choice, str)]  # no number is a slip of another
            self._perhaps(str(value), named, self.words.say("unknown-word", word=value))
        super()._check_value(action, value)

    def _commands(self) -> dict[str, _Parser]:
        groups = self._subparsers._group_actions if self._subparsers is not None else ()
        return {name: parser for action in groups for name, parser in (action.choices or {}).items()}  # type: ignore

    def _perhaps(self, typed: str, known: Iterable[str], what: str) -> None:
        """Raise QuizError "usage-guess" where one of the words there are is near to what was typed."""
        from quiz.guessing import nearest

        guess = nearest(typed, known) if typed else None
        if guess is not None:
            raise QuizError("usage-guess", status=2, what=what, guess=guess, prog=self.prog)

    def format_usage(self) -> str:
        return self.format_help().split("\n\n", 1)[0]

    def _get_formatter(self) -> argparse.HelpFormatter:
        words = self.words

        class _Formatter(argparse.HelpFormatter):
            def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
                super().add_usage(usage, actions, groups, prefix or words.say("usage"))

        return _Formatter(prog=self.prog, width=min(100, int(os.environ.get("COLUMNS") or 100)))


def _speak(words: Words) -> None:
    """argparse looks its own sentences up through gettext, which wants compiled files; ours are in the catalogue."""

    def ours(sentence: str) -> str:
        key = f"argparse.{sentence}"
        return words.say_raw(key) if words.has(key) else sentence

    argparse._ = ours  # type: ignore[attr-defined]


def _parser(lang: Lang, argv: Sequence[str]) -> argparse.ArgumentParser:
    words = Words(lang, "cli")
    _speak(words)
    say = words.say

    def new(cls: Any = _Parser, **options: Any) -> Any:
        parser = cls(add_help=False, allow_abbrev=False, **options)
        parser.words = words
        parser._optionals.title = say("options")
        parser._positionals.title = say("arguments")
        parser.add_argument("-h", "--help", action="help", help=say("help-option"))
        parser.add_argument("--lang", choices=("fr", "en"), default=lang, help=say("lang-option"))
        parser.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=say("debug-option"))
        return parser

    top = new(prog="quiz", description=say("about"))
    top.add_argument("--version", action="version", version=f"quiz {__version__}", help=say("version-option"))
    commands = top.add_subparsers(
        dest="command", metavar=say("command"), title=say("commands"), required=True, parser_class=new
    )
    for name, options in _COMMANDS.items():
        command = commands.add_parser(name, prog=f"quiz {name}", help=say(name), description=say(name))
        if name in argv:  # the options of the other commands would only cost time
            options(command, say)
    return top  # type: ignore[no-any-return]


Say = Callable[[str], str]


def _build_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("build-paths"))
    parser.add_argument("-o", "--output", default="decks", metavar="DIR", help=say("build-out"))
    parser.add_argument("--per-article", action="store_true", help=say("build-per-article"))
    parser.add_argument("--title", help=say("build-title"))
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help=say("build-workers"))
    parser.add_argument("--max-cards", type=_positive, metavar="N", help=say("build-max-cards"))
    parser.add_argument("--min-score", type=_share, metavar="X", help=say("build-min-score"))
    parser.add_argument("--vocabulary", type=_count, default=0, metavar="N", help=say("build-vocabulary"))
    parser.add_argument("--explain", action="store_true", help=say("build-explain"))
    parser.add_argument("--force", action="store_true", help=say("build-force"))
    parser.add_argument("--provider", metavar="NAME", help=say("build-provider"))


def _translate_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("decks", nargs="+", metavar="DECK", help=say("translate-decks"))
    parser.add_argument("--provider", metavar="NAME", help=say("translate-provider"))
    parser.add_argument("--url", metavar="URL", help=say("translate-url"))
    parser.add_argument("--tmx", action="append", metavar="FILE", help=say("translate-tmx"))
    parser.add_argument("--export-tmx", metavar="FILE", help=say("translate-export"))
    parser.add_argument("--dry-run", action="store_true", help=say("translate-dry-run"))


def _models_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("action", nargs="?", choices=("list", "add"), default="list", help=say("models-action"))
    parser.add_argument("name", nargs="?", default="fr-en", metavar="NAME", help=say("models-name"))
    parser.add_argument("--from", dest="source", metavar="FOLDER", help=say("models-from"))


def _doctor_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--network", action="store_true", help=say("doctor-network"))


def _facts_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=say("build-paths"))
    parser.add_argument("--format", choices=("table", "jsonl"), default="table", help=say("facts-format"))
    parser.add_argument("--force", action="store_true", help=say("build-force"))


def _check_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("decks", nargs="*", metavar="DECK", help=say("check-decks"))
    parser.add_argument("--schema", action="store_true", help=say("check-schema"))


def _review_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("deck", metavar="DECK", help=say("review-deck-deck"))


def _play_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("decks", nargs="*", metavar="DECK", help=say("play-decks"))
    _learner_option(parser, say)
    parser.add_argument("--new", type=_count, metavar="N", help=say("play-new"))
    parser.add_argument("--limit", type=_positive, metavar="N", help=say("play-limit"))
    parser.add_argument("--cram", action="store_true", help=say("play-cram"))
    parser.add_argument("--from-english", action="store_true", help=say("play-from-english"))
    parser.add_argument("--plain", action="store_true", help=say("play-plain"))
    parser.add_argument("--teams", type=int, choices=(2, 3, 4), metavar="N", help=say("play-teams"))
    parser.add_argument("--projector", action="store_true", help=say("play-projector"))
    parser.add_argument("--buzz", action="store_true", help=say("play-buzz"))
    parser.add_argument("--seconds", type=_positive, metavar="N", help=say("play-seconds"))


def _stats_options(parser: argparse.ArgumentParser, say: Say) -> None:
    _learner_option(parser, say)
    parser.add_argument("--json", action="store_true", help=say("stats-json"))


def _learner_option(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("--learner", metavar="NAME", help=say("play-learner"))


def _export_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="FILE", help=say("export-file"))
    _learner_option(parser, say)


def _import_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="FILE", help=say("import-file"))
    parser.add_argument("--learner", metavar="NAME", help=say("import-learner"))


def _merge_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="OTHER", help=say("merge-file"))


def _backup_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help=say("backup-file"))


def _restore_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", metavar="FILE", help=say("restore-file"))


def _optimize_options(parser: argparse.ArgumentParser, say: Say) -> None:
    _learner_option(parser, say)
    parser.add_argument("--undo", action="store_true", help=say("optimize-undo"))


def _host_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("decks", nargs="*", metavar="DECK", help=say("host-decks"))
    parser.add_argument("--bind", default="127.0.0.1", metavar="ADDRESS", help=say("host-bind"))
    parser.add_argument("--port", type=_port, default=8800, metavar="N", help=say("host-port"))
    parser.add_argument("--limit", type=_positive, metavar="N", help=say("host-limit"))
    parser.add_argument("--pace", choices=("teacher", "free"), default="teacher", help=say("host-pace"))
    parser.add_argument("--seconds", type=_positive, metavar="N", help=say("host-seconds"))
    parser.add_argument("--teams", type=int, choices=(2, 3, 4), default=0, metavar="N", help=say("host-teams"))
    parser.add_argument("--seats", type=_positive, default=60, metavar="N", help=say("host-seats"))
    parser.add_argument("--per-machine", type=_positive, metavar="N", help=say("host-per-machine"))
    parser.add_argument("--free-names", action="store_true", help=say("host-free-names"))
    parser.add_argument("--no-late", action="store_true", help=say("host-no-late"))
    parser.add_argument("--resume", nargs="?", const="", metavar="LESSON", help=say("host-resume"))
    parser.add_argument("--check", action="store_true", help=say("host-check"))
    parser.add_argument("--plain", action="store_true", help=say("host-plain"))


def _join_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("address", metavar="ADDRESS", help=say("join-address"))
    parser.add_argument("code", metavar="CODE", help=say("join-code"))
    parser.add_argument("--name", metavar="NAME", help=say("join-name"))
    parser.add_argument("--plain", action="store_true", help=say("join-plain"))


def _class_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "action", nargs="?", choices=("list", "report", "purge"), default="list", help=say("class-action")
    )
    parser.add_argument("lesson", nargs="?", metavar="LESSON", help=say("class-lesson"))
    parser.add_argument("-o", "--output", metavar="FILE", help=say("class-out"))
    parser.add_argument("--older", type=_positive, metavar="N", help=say("class-older"))


def _print_options(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("decks", nargs="*", metavar="DECK", help=say("print-decks"))
    parser.add_argument("-o", "--output", metavar="FILE", help=say("print-out"))
    parser.add_argument("--versions", type=int, choices=range(1, 9), default=1, metavar="N", help=say("print-versions"))
    parser.add_argument("--large", action="store_true", help=say("print-large"))
    parser.add_argument("--english", action="store_true", help=say("print-english"))
    parser.add_argument("--limit", type=_positive, metavar="N", help=say("print-limit"))
    parser.add_argument("--seed", default="", metavar="WORD", help=say("print-seed"))


_COMMANDS: dict[str, Callable[[argparse.ArgumentParser, Say], None]] = {
    "build-deck": _build_options,
    "facts": _facts_options,
    "check": _check_options,
    "review-deck": _review_options,
    "play": _play_options,
    "decks": _learner_option,
    "stats": _stats_options,
    "optimize": _optimize_options,
    "export": _export_options,
    "import": _import_options,
    "merge": _merge_options,
    "backup": _backup_options,
    "restore": _restore_options,
    "translate": _translate_options,
    "models": _models_options,
    "host": _host_options,
    "join": _join_options,
    "class": _class_options,
    "print": _print_options,
    "doctor": _doctor_options,
}


_MOST = 100_000
"""More cards, days or seconds than anybody means; what reckons with them would fail on many more."""


def _count(text: str) -> int:
    return _whole(text, 0, _MOST)


def _positive(text: str) -> int:
    return _whole(text, 1, _MOST)


def _port(text: str) -> int:
    return _whole(text, 0, 65_535)


def _whole(text: str, least: int, most: int) -> int:
    number = int(text)
    if not least <= number <= most:
        raise ValueError(text)
    return number


def _share(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 1:
        raise ValueError(text)
    return number
