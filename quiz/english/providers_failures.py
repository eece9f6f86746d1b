"""What can go wrong between this machine and a translator: eight kinds, each with a sentence in both languages.

Refuses to carry anything else: no failure holds the text, the address or the key, in its message or in what it chains.
"""

from __future__ import annotations

from enum import Enum

from quiz.errors import QuizError


class Failure(Enum):
    """One kind of failure; its value is the key of its sentence, `translate-<value>`, among the errors."""

    OFFLINE = "offline"
    TIMEOUT = "timeout"
    RATE_LIMITED = "rate-limited"
    QUOTA = "quota"
    KEY_REFUSED = "key-refused"
    BLOCKED = "blocked"
    BAD_REPLY = "bad-reply"
    TOO_LONG = "too-long"

    @property
    def key(self) -> str:
        """The key of the sentence in `errors.toml`; its one blank is `{provider}`."""
        return f"translate-{self.value}"

    def as_error(self, provider: str) -> QuizError:
        """The failure as something the command line can say. `provider` is the translator's own name, as shown."""
        return QuizError(self.key, provider=provider)


class TranslationFailed(Exception):
    """A translator gave no translation. `again`: asking once more may help; `wait`: the seconds it asked to wait."""

    def __init__(self, failure: Failure, *, again: bool = False, wait: float | None = None) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.again = again
        self.wait = wait
