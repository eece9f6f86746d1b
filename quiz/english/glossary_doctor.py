"""What `quiz doctor` says of help with words: the dictionary this machine has, and its voice. Fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator

from quiz import paths, speech
from quiz.english.freedict import BACK, FreeDict, places
from quiz.language import Lang, Words


def rows(lang: Lang, network: bool = False) -> Iterator[tuple[bool, str]]:  # noqa: ARG001 - every doctor takes both
    """Each thing with whether it works here."""
    say = Words(lang, "gloss").say
    folders = places(paths.home())
    dictionary = FreeDict.installed(folders)
    known = 0 if dictionary is None else len(dictionary)
    if known:
        yield True, say("doctor-dictionary", n=known)
    else:
        yield False, say("doctor-no-dictionary", folder=folders[0])
    back = FreeDict.installed(folders, BACK)
    yield back is not None, say("doctor-vocabulary" if back else "doctor-no-vocabulary")
    voice = speech.program()
    yield voice is not None, say("doctor-no-voice") if voice is None else say("doctor-voice", name=voice.name)
