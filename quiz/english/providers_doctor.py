"""What `quiz doctor` says of translators: which are set up, and, where the network is asked for, which answer. Sends
one word of our own, never a learner's text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from quiz.english.providers import NAMES, Provider, provider
from quiz.english.providers_failures import TranslationFailed
from quiz.english.providers_transport import Timeouts
from quiz.errors import QuizError
from quiz.language import Lang, Words

_PROBE = "Bonjour."
_TIMEOUTS = Timeouts(connect=3, read=4, whole=6)


def rows(lang: Lang, network: bool, environ: Mapping[str, str] | None = None) -> Iterator[tuple[bool, str]]:
    """One row a translator: whether it can be used, and a sentence. With `network` each that is set up is asked for the
    English of one word."""
    words, errors = Words(lang, "translate"), Words(lang, "errors")
    environ = os.environ if environ is None else environ
    for name in NAMES:
        try:
            found = provider(name, environ=environ, timeouts=_TIMEOUTS)
        except QuizError as error:
            yield False, _unusable(name, error, words, errors)
            continue
        if not found.online:
            yield True, words.say("doctor-provider-here", name=name)
        elif not network:
            yield True, words.say("doctor-provider-ready", name=name, host=found.host)
        else:
            yield _probed(found, words, errors)


def _unusable(name: str, error: QuizError, words: Words, errors: Words) -> str:
    variable = error.details.get("variable")
    if error.key == "provider-key-missing":
        return words.say("doctor-provider-key", name=name, variable=variable)
    if error.key == "provider-url-missing":
        return words.say("doctor-provider-url", name=name, variable=variable)
    return words.say("doctor-provider-failed", name=name, why=_sentence(error, errors))


def _sentence(error: QuizError, errors: Words) -> str:
    return error.sentence(errors.lang)


def _probed(found: Provider, words: Words, errors: Words) -> tuple[bool, str]:
    try:
        found.check()
        found.translate(_PROBE)
    except TranslationFailed as failed:
        why = errors.say(failed.failure.key, provider=found.title)
        return False, words.say("doctor-provider-failed", name=found.name, why=why)
    return True, words.say("doctor-provider-reached", name=found.name, host=found.host)
