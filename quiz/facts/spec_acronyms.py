"""What letters stand for: « la Coalition pour la mer libre (CML) », where the first letters of the name make them.

Only of letters in capitals that are the name's own, each once. Refuses letters that are a party's beside a person, and
names of which a part is left out. Such facts serve questions only, and no list of facts prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.fact import Frame
from quiz.facts.lexicon import bag
from quiz.facts.spec_scene import Found, Scene
from quiz.typography import fold

_LETTERS = re.compile(r" ?\( ?(?P<letters>[A-ZÉ]{3,7}) ?\)")
_SMALL = bag("à au aux d de des du en et l la le les par pour sur un une")
_WORD = re.compile(r"[^\W\d_](?:[\w-]*\w)?")


def acronym_facts(scene: Scene) -> Iterator[Found]:
    """The names of a sentence whose letters stand in brackets behind them."""
    text = scene.sentence.text
    for match in _LETTERS.finditer(text):
        start = start_of_letters(text[: match.start()], match["letters"])
        first = scene.sentence.start + start if start is not None else 0
        if start is None or scene.reading.quoted(first):
            continue
        yield Found(
            attribute="acronym",
            entity=match["letters"],
            entity_kind="organisation",
            start=first,
            end=scene.sentence.start + match.start(),
            rule="acronym",
            certainty=0.9,
            frame=Frame(construction="acronym", subject=match["letters"], resolved=True),
            aside=True,
        )


def start_of_letters(before: str, letters: str) -> int | None:
    """Where the name begins whose words make the letters, small words counted or left out (« Société des journalistes
    »: SDJ); None where they do not make them."""
    words = list(_WORD.finditer(before))
    if not words or before[words[-1].end() :].strip():
        return None
    left = list(letters)
    for word in reversed(words):
        said = word.group()
        if not left:
            break
        if fold(said[0]) == fold(left[-1]):
            left.pop()
            if not left and said.lower() not in _SMALL:
                between = before[word.start() :]
                sound = not re.search(r"[,.;:()«»]", between) and len(between.split()) <= 2 * len(letters) + 2
                return word.start() if sound else None
        elif said.lower() not in _SMALL:
            return None
    return None
