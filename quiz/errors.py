"""What can go wrong at the border, as one sentence for the user. The sentence itself lives in the word catalogues."""


class QuizError(Exception):
    """Something the user can understand and mend.

    `key` names a sentence in `quiz/words/*/errors.toml` and `details` fill its blanks; the command line prints
    it, in the interface's language, as one line on standard error and exits with `status` (1: could not be done,
    2: wrong usage).
    """

    def __init__(self, key: str, status: int = 1, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.status = status
        self.details = details
