"""Help with words line by line: `w grève` says what a word means, `v` reads the French aloud; where an answer is typed,
both wear a colon. Refuses to know streams: what there is to say is given to one function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from quiz.gloss import Lookup, asked_for, explained, kind_of, spoken, words_of
from quiz.language import Words
from quiz.study.session import Question

if TYPE_CHECKING:
    from quiz.speech import Voice

_ASKED = re.compile(r"(?P<colon>:?)\s*(?:w(?:\s+(?P<word>.+))?|(?P<voice>v))", re.IGNORECASE)


class WordHelp:
    """What one sitting has to explain words with; `say` writes a line."""

    def __init__(self, words: Words, say: Callable[[str], None]) -> None:
        self.lookup: Lookup | None = None
        self.voice: Voice | None = None
        self._words, self._line = Words(words.lang, "gloss"), say

    def done(self, typed: str, question: Question, used: dict[str, bool] | None, *, bare: bool) -> bool:
        """Whether a line was one of these commands; then it has been carried out. `bare`: it needs no colon here.
        `used` is the help used so far, where a meaning is noted as "gloss"; None once the answer is given."""
        asked = _ASKED.fullmatch(typed)
        if asked is None or not (asked["colon"] or bare):
            return False
        if asked["voice"]:
            self._aloud(question, answered=used is None)
        elif asked["word"] and self.lookup is not None:
            self._explain(asked["word"], question, used, self.lookup)
        else:
            example = next((word.text for word in words_of(question.card.question.fr) if len(word.text) > 4), "…")
            command = ":w" if asked["colon"] else "w"
            self._line(self._words.say("plain-which", command=command, word=example))
        return True

    def hush(self) -> None:
        """Stop what is being read."""
        if self.voice is not None:
            self.voice.stop()

    def _explain(self, word: str, question: Question, used: dict[str, bool] | None, lookup: Lookup) -> None:
        card, say = question.card, self._words.say
        texts = [card.question.fr, *(choice.fr for choice in question.choices)]
        gloss = explained(word, texts if used is not None else [card.evidence.text, *texts], lookup)
        hidden = {form.casefold() for form in asked_for(card)} if used is not None else set()
        if hidden & {word.casefold(), gloss.lemma.casefold() if gloss else ""}:
            self._line(say("asked", word=word))
        elif gloss is None:
            self._line(say("none", word=word))
        else:
            if used is not None:
                used["gloss"] = True
            what, source = kind_of(gloss, self._words), say(f"source-{gloss.source}")
            key = "plain" if what else "plain-bare"
            self._line(say(key, word=word, lemma=gloss.lemma, what=what, english=gloss.english, source=source))

    def _aloud(self, question: Question, *, answered: bool) -> None:
        said = spoken(question.card, question.choices, answered=answered)
        if question.side.only_french and not answered:
            self._line(self._words.say("voice-later"))
        elif self.voice is None or not self.voice.say(said):
            self._line(self._words.say("no-voice"))
