"""What `quiz export`, `import`, `merge`, `backup`, `restore` and `optimize` do once their arguments are read: call what
knows, say how it ended.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from quiz import paths
from quiz.errors import QuizError, complain
from quiz.files import check_new
from quiz.language import Lang, Words
from quiz.study.history import History, learner_name
from quiz.typography import safe_text

Open = Callable[..., History]


def export(args: argparse.Namespace, lang: Lang, opened: Open) -> int:
    """The whole history, or one learner's, into a new file; « - » is standard output."""
    from quiz.study.export import lines, write_export
    from quiz.study.merging import log_of

    with opened(args, lang, read_only=True, known=True) as history:
        log = log_of(history).of(None if args.learner is None else learner_name(args.learner))
    if args.file == "-":
        sys.stdout.flush()
        # As bytes: an export is UTF-8, whatever the terminal can show.
        sys.stdout.buffer.writelines(f"{line}\n".encode() for line in lines(log))
        return 0
    n = write_export(Path(args.file), log)
    print(Words(lang, "cli").say("exported", n=n, file=_shown(Path(args.file))))
    return 0


def merge(args: argparse.Namespace, lang: Lang, opened: Open, *, learner: str | None = None) -> int:
    """What another file holds, into this machine's history; as acts of `learner` where one is named."""
    from quiz.study.merging import log_in
    from quiz.study.merging import merge as take_in

    path = Path(args.file)
    log = log_in(path).by(None if learner is None else learner_name(learner))
    with opened(args, lang) as history:
        merged = take_in(history, log)
    words = Words(lang, "cli")
    print(words.say("merged", n=merged.added, known=merged.known, file=_shown(path)))
    if merged.reckoned:
        print(words.say("merged-reckoned", n=merged.reckoned))
    return 0


def backup(args: argparse.Namespace, lang: Lang, now: datetime) -> int:
    """A copy of the history, in a file named or in the folder of copies."""
    from quiz.study import backups, store

    history = paths.home() / store.FILE
    usual = history.parent / backups.FOLDER / f"backup-{now.astimezone():%Y-%m-%d-%H%M%S}.sqlite"
    target = Path(args.file) if args.file else usual
    if args.file:
        check_new(target)
    n = backups.back_up(history, target)
    print(Words(lang, "cli").say("backed-up", n=n, file=_shown(target)))
    return 0


def restore(args: argparse.Namespace, lang: Lang, now: datetime) -> int:
    """A copy put back."""
    from quiz.study import backups, store

    words = Words(lang, "cli")
    done = backups.restore(paths.home() / store.FILE, Path(args.file), now.astimezone())
    print(words.say("restored", n=done.acts, file=_shown(Path(args.file))))
    if done.aside is not None:
        print(words.say("restored-aside", file=_shown(done.aside)))
    return 0


def optimize(args: argparse.Namespace, lang: Lang, opened: Open) -> int:
    """The scheduler fitted to the learner, or the last fit taken back."""
    from quiz.study.acts import undoing
    from quiz.study.optimize import fit

    words = Words(lang, "cli")
    with opened(args, lang, known=True) as history:
        if args.undo:
            last = history.last_fit
            if last is None:
                raise QuizError("optimize-none", learner=history.learner)
            history.write([undoing(last)])
            print(words.say("optimize-undone", learner=history.learner))
            return 0
        found = fit(history.log(), history.parameters)
        before, after = (
            f"{loss:.4f}".replace(".", "," if lang == "fr" else ".") for loss in (found.before, found.after)
        )
        print(words.say("optimize-figures", n=found.answers, before=before, after=after))
        if not found.better:
            print(words.say("optimize-kept"))
            return 0
        history.fit(found.parameters)
        print(words.say("optimize-done", learner=history.learner))
    return 0


@contextmanager
def copied(lang: Lang, clock: Callable[[], datetime]) -> Iterator[None]:
    """Play inside of this: the daily copy is made when it is over, so that nobody waits for it, or before it begins
    where none was made the day before. What goes wrong with it is told and stops nothing."""
    from quiz.study import backups

    if (paths.home() / backups.FOLDER).exists():
        _copy_of_today(lang, clock(), late=True)
    yield
    _copy_of_today(lang, clock(), late=False)


def _copy_of_today(lang: Lang, now: datetime, *, late: bool) -> None:
    from quiz.study import backups, store
    from quiz.study.memory import learning_day

    history, today = paths.home() / store.FILE, date.fromordinal(learning_day(now))
    try:
        if not late or backups.waits(history, today):
            backups.daily(history, today)
    except QuizError:
        complain(QuizError("backup-failed", file=history.parent / backups.FOLDER), lang)


def _shown(path: Path) -> str:
    return safe_text(str(path))
